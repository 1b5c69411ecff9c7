"""The typed tables behind `parquet` and `huggingface`: articles, pairs, links, events.

`metadata` and the `content` of decisions are JSON in a string: their keys differ from row to row. A
type is `string`, `int64`, `float64` or `bool`; a list of a type or of a record of types is a
one-element list. Spans, event labels and judgements are nested in the row to which they belong.
"""

from collections.abc import Iterator
from typing import Any, Final

from dittomark.article_fields import METADATA
from dittomark.exporting import links
from dittomark.exporting.common import count_events, encode_json
from dittomark.exporting.dataset import Dataset
from dittomark.exporting.jsonl import full_article, full_pair
from dittomark.records.json_objects import decision_record, event_record

Type = str | list[Any]
Columns = dict[str, Type]
Row = dict[str, Any]

_SPAN: Final[Columns] = {
    "id": "string", "start": "int64", "end": "int64", "label": "string", "exact": "string",
    "prefix": "string", "suffix": "string", "annotator": "string", "note": "string",
}  # fmt: skip
_EVENT_LABEL: Final[Columns] = {
    "id": "string", "event_id": "string", "title": "string", "annotator": "string",
    "note": "string",
}  # fmt: skip
_JUDGEMENT: Final[Columns] = {
    "id": "string", "annotator": "string", "relation": "string", "direction": "string",
    "note": "string", "done": "bool", "flagged": "bool", "skipped": "bool", "seconds": "float64",
    "ratings": [{"name": "string", "value": "int64"}],
}  # fmt: skip
TABLES: Final[dict[str, Columns]] = {
    "articles": {
        "id": "string", "external_id": "string", **dict.fromkeys(METADATA, "string"),
        "sha256": "string",
        "length": "int64", "offset_unit": "string", "text": "string", "spans": [_SPAN],
        "events": [_EVENT_LABEL], "metadata": "string",
    },
    "pairs": {
        "id": "string", "a": "string", "b": "string", "a_external_id": "string",
        "b_external_id": "string", "score": "float64", "cluster": "int64", "relation": "string",
        "direction": "string", "adjudicated": "bool", "judgements": [_JUDGEMENT],
        "guess": "string", "passage": ["int64"],
    },
    "links": {
        "id": "string", "a": "string", "b": "string", "a_external_id": "string",
        "b_external_id": "string", "a_start": "int64", "a_end": "int64", "b_start": "int64",
        "b_end": "int64", "kind": "string", "direction": "string", "a_exact": "string",
        "b_exact": "string", "annotator": "string", "note": "string",
    },
    "events": {
        "id": "string", "title": "string", "date": "string", "place": "string",
        "participants": ["string"], "aliases": ["string"], "parent": "string", "note": "string",
    },
    "decisions": {
        "id": "string", "kind": "string", "target": "string", "annotator": "string",
        "content": "string", "note": "string", "created_at": "string", "updated_at": "string",
    },
}  # fmt: skip


def rows(dataset: Dataset, table: str) -> Iterator[Row]:
    """Yield the rows of a table, each with just its columns."""
    columns = TABLES[table]
    if table == "articles":
        for article in dataset.articles():
            yield _fitted(full_article(article, dataset), columns)
    elif table == "pairs":
        for pair in dataset.pairs():
            yield _fitted(full_pair(pair), columns)
    elif table == "links":
        for record in links.records(dataset):
            yield _fitted(record, columns)
    elif table == "decisions":
        for decision in dataset.decisions():
            dataset.tally.count("decisions")
            yield _fitted(decision_record(decision), columns)
    else:
        for event in dataset.events():
            yield _fitted(event_record(event), columns)
        count_events(dataset)


def _fitted(record: Row, columns: Columns) -> Row:
    row: Row = {}
    for name, kind in columns.items():
        value = record.get(name)
        if isinstance(kind, list) and isinstance(value, dict):
            value = [{"name": key, "value": rating} for key, rating in sorted(value.items())]
        if isinstance(kind, list) and isinstance(kind[0], dict):
            value = [_fitted(entry, kind[0]) for entry in value or ()]
        if kind == "string" and isinstance(value, dict):
            value = encode_json(value) if value else ""
        row[name] = value
    return row
