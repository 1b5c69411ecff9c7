"""Our own JSONL: the records of an export with or without texts, and annotations on their own.

Annotations on their own may come from scripts of users: see `docs/formats.md` for the accepted
names. The records that this module yields have the names of the export.
"""

import contextlib
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from dittomark.annotations import NewArticle
from dittomark.article_fields import metadata_of
from dittomark.errors import InvalidAnnotationError
from dittomark.importing.json_lines import Row
from dittomark.importing.results import Failure, Item, Options, ReadRecord, misplaced
from dittomark.importing.sources import Source
from dittomark.messages import Message
from dittomark.records.json_objects import finite, objects

Record = Mapping[str, Any]
TYPES: Final = frozenset(
    {"article", "span", "pair", "link", "event", "membership", "decision", "project", "suggestion"}
)
_OURS_ALONE: Final = TYPES - {"article"}
_ALSO: Final = {"judgement": "pair", "relation": "pair", "prediction": "suggestion"}
_ARTICLE: Final = ("article_id", "article", "article_external_id", "external_id")


def read(
    source: Source, rows: Iterator[tuple[Row | Failure, str]], _options: Options
) -> Iterator[Item]:
    """Yield the records of a file. A quote that differs from the text of its span is a failure."""
    for row, _ in rows:
        if isinstance(row, Failure):
            yield row
        elif not isinstance(row.value, dict):
            yield Failure(source.name, Message("This is not a JSON object."), row.line)
        else:
            try:
                yield from record(source, row.line, row.value)
            except InvalidAnnotationError as error:
                yield Failure(source.name, error.message, row.line)


def record(source: Source, line: int, given: Record) -> Iterator[Item]:
    """Yield the items of one of our records; raises `InvalidAnnotationError` for an invalid one."""
    record = {**given, "type": _kind_of(given)}
    match record["type"]:
        case "article":
            yield from _article(source, line, record)
            return
        case "span":
            record["article"] = _reference(given)
        case "pair" | "link":
            record["a"] = _first(given, ("a", "a_id", "a_external_id"))
            record["b"] = _first(given, ("b", "b_id", "b_external_id"))
        case "event":
            record["id"] = _first(given, ("id", "event_id"))
        case "membership":
            record["article"] = _reference(given)
            record["event_id"] = _first(given, ("event_id", "event", "event_title", "title"))
            record["title"] = _first(given, ("event_title", "title"))
            if record["event_id"] is None:
                raise InvalidAnnotationError("The line has no “{name}”.", name="event")
        case "decision":
            record["content"] = _object(given.get("content"))
        case "project" | "suggestion":
            pass
        case kind:
            raise InvalidAnnotationError("“{kind}” is not a type of record.", kind=kind)
    yield ReadRecord(source.name, line, record)


# Keys that only records of these types have; the first match is taken.
_TELLING: Final = (
    ("suggestion", {"suggester"}),
    ("link", {"a_start", "a_end", "b_start", "b_end"}),
    ("pair", {"judgements", "a"}),
    ("decision", {"kind", "target", "content"}),
    ("event", {"title", "participants", "aliases", "parent"}),
)


def type_of(record: Record) -> str:
    """Return the type of a record that can only be ours, or ``; in tables, columns decide."""
    kind = record.get("type")
    if isinstance(kind, str) and kind in _OURS_ALONE:
        return kind
    if "spans" in record and "offset_unit" in record:
        return "article"
    if kind is not None:
        return ""
    return next((name for name, telling in _TELLING if telling <= record.keys()), "")


def _kind_of(record: Record) -> str:
    """Return the type of a record in a file of ours; one that does not state it is guessed."""
    kind = record.get("type")
    if kind:
        return _ALSO.get(str(kind), str(kind))
    if known := type_of(record):
        return known
    if "a" in record or "a_external_id" in record or "a_id" in record:
        return "link" if "a_start" in record else "pair"
    if "start" in record:
        return "span"
    if "event" in record or "event_id" in record or "event_title" in record:
        return "membership"
    return "article" if "spans" in record or "events" in record else "event"


def _reference(record: Record) -> Record:
    """Return a reference to the article of a record; the record's own `id` has lowest priority."""
    name = _first(record, _ARTICLE) or record.get("id")
    if not name:
        raise InvalidAnnotationError("The line names no article (article_id or external_id).")
    return {"id": name, "external_id": name}


def _first(record: Record, names: Iterable[str]) -> Any:  # noqa: ANN401  (whatever the JSON has)
    return next((record[name] for name in names if record.get(name)), None)


def _article(source: Source, line: int, record: Record) -> Iterator[Item]:
    text = record.get("text")
    if text is not None and not isinstance(text, str):
        raise InvalidAnnotationError("Its text is not text.")
    spans = objects(record, "spans")
    article = None
    if text is not None:
        article = new_article(record, text)
        yield from wrong_quotes(source, line, spans, text)
        spans = [span for span in spans if quote_fits(span, text)]
    fields = {key: value for key, value in record.items() if key != "text"}
    events = objects(record, "events")
    yield ReadRecord(source.name, line, {**fields, "spans": spans, "events": events}, article)


def new_article(record: Record, text: str) -> NewArticle:
    """Return the article as it was first imported, so that it gets the same id again."""
    imported = record.get("imported")
    identity = {**record, **imported} if isinstance(imported, dict) else record
    metadata = _object(record.get("metadata"))
    return NewArticle(
        text=text,
        external_id=str(record.get("external_id") or ""),
        **metadata_of(identity),
        encoding=str(record.get("encoding") or "utf-8"),
        metadata=finite(metadata),
    )


def _object(value: object) -> dict[str, Any]:
    """Return an object; tables store it as JSON in a string."""
    if isinstance(value, str) and value:
        with contextlib.suppress(ValueError, RecursionError):
            value = json.loads(value)
    return value if isinstance(value, dict) else {}


def list_of_objects(value: object) -> list[dict[str, Any]]:
    """Return the JSON objects of a list; other values are left out."""
    return [entry for entry in value if isinstance(entry, dict)] if isinstance(value, list) else []


def quote_fits(span: Record, text: str) -> bool:
    """Return whether a span's offsets are integers, and its quote is the text between them."""
    start, end = span.get("start"), span.get("end")
    if not isinstance(start, int) or not isinstance(end, int):
        return False
    exact = span.get("exact")
    return 0 <= start < end <= len(text) and (exact is None or text[start:end] == exact)


def wrong_quotes(
    source: Source, line: int, spans: list[dict[str, Any]], text: str
) -> Iterator[Failure]:
    """Yield a failure for each span that can't be placed."""
    for span in spans:
        if not quote_fits(span, text):
            yield Failure(source.name, misplaced(span.get("start"), span.get("end")), line)
