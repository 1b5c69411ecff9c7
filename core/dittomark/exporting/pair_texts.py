"""`pair-texts`: each pair with both texts on one line, as cross-encoders are trained and used.

`label` is the relation on which all annotators agree, or the decided one; null if they disagree, or
nobody has judged yet.
"""

from itertools import islice
from typing import Final

from dittomark.exporting.common import encode_json, lose_events
from dittomark.exporting.dataset import Dataset
from dittomark.exporting.output import Output
from dittomark.messages import Message

_AT_ONCE: Final = 200  # pairs whose texts are read together


def write(dataset: Dataset, output: Output, name: str) -> None:
    """Write one object per pair."""
    pairs = dataset.pairs()
    infos = {info.id: info for info in dataset.infos()}
    with output.text(name) as stream:
        while batch := list(islice(pairs, _AT_ONCE)):
            wanted = {article for pair in batch for article in (pair.pair.a, pair.pair.b)}
            texts = dataset.texts(wanted)
            for pair in batch:
                a, b = pair.pair.a, pair.pair.b
                record = {
                    "id": pair.pair.id,
                    "a": a,
                    "b": b,
                    "a_external_id": pair.a_external_id,
                    "b_external_id": pair.b_external_id,
                    "title_a": infos[a].title,
                    "title_b": infos[b].title,
                    "text_a": texts.get(a, ""),
                    "text_b": texts.get(b, ""),
                    "label": pair.relation,
                    "direction": pair.direction,
                    "score": pair.pair.score,
                }
                stream.write(encode_json(record) + "\n")
    why = Message("A line holds a pair with its label only.")
    dataset.tally.lose_once("spans", why, dataset.snapshot.counts.get("spans", 0))
    dataset.tally.lose("judgements", why, dataset.tally.take_back("judgements"))
    lose_events(dataset, why)
