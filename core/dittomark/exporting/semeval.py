"""`semeval`: the pair table of SemEval-2022 Task 8, one row per pair and annotator.

The seven ratings run from 1 (most similar) to 4. The columns are those of the task's own file,
followed by `annotator`: ratings are never averaged here.
"""

import csv
from typing import Final

from dittomark.exporting import spreadsheet
from dittomark.exporting.common import lose_events
from dittomark.exporting.dataset import Dataset
from dittomark.exporting.output import Output
from dittomark.messages import Message
from dittomark.records.table_columns import RATINGS

COLUMNS: Final = (
    "url1_lang", "url2_lang", "pair_id", "link1", "link2", *RATINGS, "relation", "annotator",
)  # fmt: skip


def write(dataset: Dataset, output: Output, name: str) -> None:
    """Write the table; pairs that nobody rated are counted as lost."""
    infos = {info.id: info for info in dataset.infos()}
    with output.text(name) as stream:
        writer = csv.writer(stream)
        writer.writerow(COLUMNS)
        for pair in dataset.pairs():
            rated = [judgement for judgement in pair.judgements if judgement.ratings]
            dataset.tally.lose("pairs", Message("Nobody has given them ratings."), int(not rated))
            a, b = infos[pair.pair.a], infos[pair.pair.b]
            pair_id = f"{a.external_id or a.id}_{b.external_id or b.id}"
            for judgement in rated:
                given = {key.lower(): value for key, value in judgement.ratings.items()}
                ratings = [given.get(rating.lower(), "") for rating in RATINGS]
                row = [a.language, b.language, pair_id, a.url, b.url, *ratings, judgement.relation,
                       judgement.annotator]  # fmt: skip
                writer.writerow([spreadsheet.safe_cell(cell) for cell in row])
    why = Message("SemEval's table has pairs only.")
    dataset.tally.lose_once("spans", why, dataset.snapshot.counts.get("spans", 0))
    lose_events(dataset, why)
