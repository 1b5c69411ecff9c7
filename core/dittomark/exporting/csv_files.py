"""`csv`: articles, spans, pairs, links and events as flat tables, one file each."""

import contextlib
import csv
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from dittomark.exporting import links, spreadsheet
from dittomark.exporting.dataset import Dataset
from dittomark.exporting.output import Output, file_output
from dittomark.messages import Message
from dittomark.records.json_objects import decision_record
from dittomark.records.table_columns import TABLES, TEXT_COLUMNS


def write(dataset: Dataset, output: Output, name: str) -> None:
    """Write `<name>articles.csv` and the other tables, UTF-8 with a byte order mark.

    Spreadsheets read the file as UTF-8 because of the mark.
    """
    dataset.tally.lose("label schemes", Message("CSV has rows only, no label scheme."))
    with contextlib.ExitStack() as stack:
        writers: dict[str, csv.DictWriter[str]] = {}
        for table, columns in TABLES.items():
            stream = stack.enter_context(output.text(f"{name}{table}.csv"))
            stream.write("\ufeff")
            writers[table] = csv.DictWriter(stream, columns, extrasaction="ignore")
            writers[table].writeheader()

        def put(table: str, row: dict[str, Any]) -> None:
            writers[table].writerow(
                {
                    key: spreadsheet.plain_cell(value)
                    if key in TEXT_COLUMNS
                    else spreadsheet.safe_cell(value)
                    for key, value in row.items()
                }
            )

        used: set[str] = set()
        for table, row in spreadsheet.article_rows(dataset, dataset.articles()):
            put(table, row)
            if table == "events":
                used.add(row.get("id", ""))
        for row in spreadsheet.unused_event_rows(dataset, used):
            put("events", row)
        for row in spreadsheet.pair_rows(dataset):
            put("pairs", row)
        for row in links.records(dataset):
            put("links", row)
        for decision in dataset.decisions():
            dataset.tally.count("decisions")
            put("decisions", decision_record(decision))


def write_rows(rows: Sequence[Mapping[str, Any]], path: Path) -> None:
    """Write rows with the same columns as one CSV file, whole or not at all. Raises `UserError`.

    Cells are guarded so that no spreadsheet runs them as formulas.
    """
    with file_output(path) as output, output.text(path.name) as stream:
        writer = csv.DictWriter(stream, list(rows[0]) if rows else [])
        writer.writeheader()
        for row in rows:
            writer.writerow({key: spreadsheet.safe_cell(value) for key, value in row.items()})
