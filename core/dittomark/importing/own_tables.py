"""The tables of our own CSV export, row by row: articles, spans, pairs, events and decisions.

All cells are strings there, lists and objects JSON in a string; the guard against execution as a
formula is removed (`table_columns.unguarded`).
"""

import contextlib
import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from dittomark.errors import InvalidAnnotationError
from dittomark.importing import own, own_folder
from dittomark.importing.results import Failure, Item
from dittomark.importing.sources import Source
from dittomark.messages import Message
from dittomark.records.table_columns import RATINGS, TABLES, TEXT_COLUMNS, unguarded

Record = dict[str, Any]
# Columns that identify a table of ours, whatever columns later versions added.
_TELLING: Final = {
    "articles": {"external_id", "sha256", "length", "offset_unit", "text"},
    "spans": {"article_id", "article_external_id", "start", "end", "label", "exact"},
    "pairs": {"a", "b", "a_external_id", "b_external_id", "judged_relation"},
    "links": {"a", "b", "a_start", "a_end", "b_start", "b_end", "kind"},
    "events": {"title", "participants", "aliases", "article_external_id", "label_note"},
    "brat pairs": {"a_file", "b_file", "a", "b", "relation", "annotator"},
    "brat events": {"file", "article_id", "event_id", "title", "annotator"},
    "semeval": {"pair_id", "link1", "link2", "Overall", "Narrative"},
    "decisions": {"kind", "target", "annotator", "content"},
}
_OF_SEMEVAL: Final = (
    "url1_lang", "url2_lang", "ia_link1", "ia_link2", "relation", "annotator", *RATINGS,
)  # fmt: skip
# Tables from before they named the articles: articles are identified by their files.
_OLD_BRAT: Final = {
    "old brat pairs": {"a", "b", "annotator", "relation", "direction", "done", "note"},
    "old brat events": {"file", "event_id", "title", "date", "place", "annotator", "note"},
}
_BESIDE_BRAT: Final = ("direction", "done", "note", "date", "place")
_BESIDE: Final = {
    "brat pairs": _BESIDE_BRAT, "brat events": _BESIDE_BRAT, "semeval": _OF_SEMEVAL,
}  # fmt: skip
_WHOLE: Final = ("start", "end", "cluster", "a_start", "a_end", "b_start", "b_end")
_NUMBERS: Final = ("score", "seconds")
_FLAGS: Final = ("done", "flagged", "skipped", "adjudicated")
_JSON: Final = ("origin", "passage", "ratings", "participants", "aliases", "content", "metadata")


def table_of(columns: list[str]) -> str:
    """Return the name of our table with these columns; empty for any other table."""
    names = set(columns)
    if old := next((table for table, every in _OLD_BRAT.items() if names == every), ""):
        return old
    return next(
        (
            table
            for table, telling in _TELLING.items()
            if telling <= names <= {*TABLES.get(table, _BESIDE.get(table, ())), *telling}
        ),
        "",
    )


def records(source: Source, line: int, row: Mapping[str, Any], table: str) -> Iterator[Item]:
    """Yield the records of a row of one of our tables."""
    try:
        in_workbook = source.filename.lower().endswith((".xlsx", ".xlsm"))
        record = _values(row, guarded=not in_workbook)
        if table == "articles":
            yield _article(source, line, record)
        elif table in _OLD_BRAT:
            ids = own_folder.brat_ids(source.sibling(own_folder.BRAT_TABLES[0]) or b"")
            newer = {name: ids.get(record.get(name, ""), "") for name in ("a", "b")}
            newer = newer if "a" in record else {"article_id": ids.get(record.get("file", ""), "")}
            for one in _RECORDS[table.removeprefix("old ")]({**record, **newer}):
                yield from own.record(source, line, one)
        else:
            for one in _RECORDS[table](record):
                yield from own.record(source, line, one)
    except (InvalidAnnotationError, ValueError) as error:
        why = error.message if isinstance(error, InvalidAnnotationError) else _UNREADABLE
        yield Failure(source.name, why, line)


_UNREADABLE: Final = Message("A number of this row can't be read.")


def _values(row: Mapping[str, Any], *, guarded: bool) -> Record:
    """Return a row's cells as the values that were exported; empty ones are left out."""
    values: Record = {}
    for name, given in row.items():
        cell = given if name in TEXT_COLUMNS else str(given)
        if guarded and name not in TEXT_COLUMNS:
            cell = unguarded(cell)
        if cell == "":
            continue
        if name in _WHOLE:
            values[name] = int(cell)
        elif name in _NUMBERS:
            values[name] = float(cell)
        elif name in _FLAGS:
            values[name] = cell.lower() == "true"
        elif name in _JSON:
            with contextlib.suppress(ValueError, RecursionError):
                values[name] = json.loads(cell)
        else:
            values[name] = cell
    return values


def _article(source: Source, line: int, record: Record) -> Item:
    text = record.get("text")
    if not isinstance(text, str) or not text.strip():
        return Failure(source.name, Message("Its text is empty."), line)
    return own.new_article(record, text)


def _span(record: Record) -> Iterator[Record]:
    yield {**record, "type": "span"}


def _link(record: Record) -> Iterator[Record]:
    yield {**record, "type": "link"}


def _decision(record: Record) -> Iterator[Record]:
    yield {**record, "type": "decision"}


_OF_PAIR: Final = (
    "id", "a", "b", "a_external_id", "b_external_id", "score", "guess", "cluster", "passage",
)  # fmt: skip
_OF_JUDGEMENT: Final = (
    "annotator", "note", "done", "flagged", "skipped", "seconds", "ratings", "created_at",
)  # fmt: skip


def _pair(record: Record) -> Iterator[Record]:
    pair: Record = {name: record[name] for name in _OF_PAIR if name in record}
    pair["judgements"] = []
    if "annotator" in record:
        judgement: Record = {name: record[name] for name in _OF_JUDGEMENT if name in record}
        judgement["relation"] = record.get("judged_relation")
        judgement["direction"] = record.get("judged_direction")
        pair["judgements"] = [judgement]
    yield {**pair, "type": "pair"}


_OF_EVENT: Final = ("id", "title", "date", "place", "participants", "aliases", "parent", "note")


def _event(record: Record) -> Iterator[Record]:
    event: Record = {name: record[name] for name in _OF_EVENT if name in record}
    if "title" in event:
        yield {**event, "type": "event"}
    if "article_id" in record or "article_external_id" in record:
        yield {
            "type": "membership",
            "article_id": record.get("article_id"),
            "article_external_id": record.get("article_external_id"),
            "event_id": record.get("id"),
            "event_title": record.get("title"),
            "annotator": record.get("annotator"),
            "note": record.get("label_note"),
            "created_at": record.get("created_at"),
        }


def _brat_pair(record: Record) -> Iterator[Record]:
    names = ("annotator", "relation", "direction", "done", "note")
    judgement = {name: record[name] for name in names if name in record}
    yield {"type": "pair", "a": record.get("a"), "b": record.get("b"), "judgements": [judgement]}


def _brat_event(record: Record) -> Iterator[Record]:
    event: Record = {name: record[name] for name in ("title", "date", "place") if name in record}
    yield {**event, "type": "event", "id": record.get("event_id")}
    yield {
        "type": "membership",
        "article_id": record.get("article_id"),
        "event_id": record.get("event_id"),
        "event_title": record.get("title"),
        "annotator": record.get("annotator"),
        "note": record.get("note"),
    }


def _semeval(record: Record) -> Iterator[Record]:
    """Yield the pair of a row of SemEval-2022 Task 8, whose id consists of its articles' ids."""
    parts = str(record.get("pair_id", "")).split("_")
    middle = len(parts) // 2
    a, b = "_".join(parts[:middle]), "_".join(parts[middle:])
    if len(parts) < 2 or len(parts) % 2:
        raise InvalidAnnotationError("“{pair}” does not name two articles.", pair="_".join(parts))
    given = {name: float(record[name]) for name in RATINGS if name in record}
    if averaged := [name for name, value in given.items() if not value.is_integer()]:
        raise InvalidAnnotationError(
            "“{rating}” is an average of several people; a rating of one person is a whole number.",
            rating=averaged[0],
        )
    judgement: Record = {"ratings": {name: int(value) for name, value in given.items()}}
    judgement |= {name: record[name] for name in ("relation", "annotator") if name in record}
    yield {"type": "pair", "a": a, "b": b, "judgements": [judgement]}


_RECORDS: Final[dict[str, Callable[[Record], Iterator[Record]]]] = {
    "spans": _span,
    "pairs": _pair,
    "links": _link,
    "events": _event,
    "brat pairs": _brat_pair,
    "brat events": _brat_event,
    "decisions": _decision,
    "semeval": _semeval,
}
