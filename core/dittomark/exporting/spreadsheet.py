"""Tables for spreadsheets and data frames: the rows of each table (`columns`), and safe cells.

A cell that a spreadsheet would run as a formula gets an apostrophe before it (`'=SUM(A1)`), as
OWASP advises: cells that begin with `=`, `+`, `-`, `@`, a tab or a line break, or with these after
invisible characters. Numbers are unchanged. A cell that already begins so with an apostrophe gets
one more, so that `dittomark import` can remove it again (`table_columns.unguarded`). Columns with
pieces of an article's text are written unchanged, because offsets refer to them.
"""

from collections.abc import Iterator
from typing import Any, Final

from dittomark.exporting.common import count_events, encode_json
from dittomark.exporting.dataset import Dataset, ExportedArticle
from dittomark.exporting.jsonl import full_article, full_pair
from dittomark.records.json_objects import Record, event_record
from dittomark.records.table_columns import PAIR_COLUMNS, guarded

Row = dict[str, Any]


def safe_cell(value: object) -> object:
    """Return a value that a spreadsheet displays as text and never runs."""
    if isinstance(value, bool):
        return "true" if value else "false"
    value = plain_cell(value)
    return guarded(value) if isinstance(value, str) else value


def plain_cell(value: object) -> object:
    """Return a cell unguarded: lists and objects as JSON, None as an empty string."""
    if isinstance(value, dict | list):
        return encode_json(value) if value else ""
    return "" if value is None else value


def article_rows(
    dataset: Dataset, articles: Iterator[ExportedArticle]
) -> Iterator[tuple[str, Row]]:
    """Yield `(table, row)` for each article, its spans and its events, from one pass."""
    events = {event.id: event_record(event) for event in dataset.events()}
    for article in articles:
        record = full_article(article, dataset)
        spans, labels = record.pop("spans"), record.pop("events")
        yield "articles", record
        for span in spans:
            yield "spans", {**span, "article_external_id": article.info.external_id}
        for label in labels:
            yield "events", _event_row(events.get(label["event_id"], {}), label, article)


def _event_row(event: Record, label: Record, article: ExportedArticle) -> Row:
    return {
        **event,
        "article_id": article.info.id,
        "article_external_id": article.info.external_id,
        "annotator": label["annotator"],
        "label_note": label["note"],
        "created_at": label["created_at"],
    }


def unused_event_rows(dataset: Dataset, used: set[str]) -> Iterator[Row]:
    """Yield the events that no exported article reports."""
    for event in dataset.events():
        if event.id not in used:
            yield event_record(event)
    count_events(dataset)


def pair_rows(dataset: Dataset) -> Iterator[Row]:
    """Yield a row for each judgement of each pair; a pair without any has one row."""
    for pair in dataset.pairs():
        record = full_pair(pair)
        for judgement in record.pop("judgements") or [{}]:
            yield {
                **record,
                **{key: value for key, value in judgement.items() if key in _OF_JUDGEMENT},
                "judged_relation": judgement.get("relation"),
                "judged_direction": judgement.get("direction"),
            }


_OF_JUDGEMENT: Final = frozenset(PAIR_COLUMNS) - {"id", "relation", "direction"}
