"""Our own JSONL: the records of an export, with or without texts."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from dittomark.annotations import METADATA, NewArticle
from dittomark.importing.lines import Row
from dittomark.importing.model import Failure, Item, Options, ReadRecord, misplaced
from dittomark.importing.sources import Source
from dittomark.sentences import Sentence

TYPES: Final = frozenset({"article", "pair", "event", "decision", "project"})


def read(
    source: Source, rows: Iterator[tuple[Row | Failure, str]], _options: Options
) -> Iterator[Item]:
    """Yield the records of an export. A quote that is not where its span says is a failure."""
    for row, _ in rows:
        if isinstance(row, Failure):
            yield row
        elif not isinstance(row.value, dict) or not (kind := type_of(row.value)):
            yield Failure(
                source.name, Sentence("This is not a record of a Dittomark export."), row.line
            )
        elif kind != "article":
            yield ReadRecord(source.name, row.line, {**row.value, "type": kind})
        else:
            yield from _article(source, Row(row.line, {**row.value, "type": kind}))


def type_of(record: Mapping[str, Any]) -> str:
    """Return the type of one of our records, or ``; in tables their columns tell it."""
    kind = record.get("type")
    if isinstance(kind, str) and kind in TYPES - {"article"}:
        return kind
    if "spans" in record and "offset_unit" in record:
        return "article"
    if kind is not None:
        return ""
    if "judgements" in record and "a" in record:
        return "pair"
    return "event" if {"title", "participants", "aliases", "parent"} <= record.keys() else ""


def _article(source: Source, row: Row) -> Iterator[Item]:
    record = row.value
    text = record.get("text")
    if text is not None and not isinstance(text, str):
        yield Failure(source.name, Sentence("Its text is not text."), row.line)
        return
    spans = list_of_objects(record.get("spans"))
    article = None
    if text is not None:
        article = _new_article(record, text)
        yield from wrong_quotes(source, row.line, spans, text)
        spans = [span for span in spans if quote_fits(span, text)]
    fields = {key: value for key, value in record.items() if key != "text"}
    yield ReadRecord(source.name, row.line, {**fields, "spans": spans}, article)


def _new_article(record: Mapping[str, Any], text: str) -> NewArticle:
    """Return the article as it was first imported, so that it gets the same id again."""
    imported = record.get("imported")
    identity = {**record, **imported} if isinstance(imported, dict) else record
    metadata = record.get("metadata")
    title, source, url, date, language = (str(identity.get(name) or "") for name in METADATA)
    return NewArticle(
        text=text,
        external_id=str(record.get("external_id") or ""),
        title=title,
        source=source,
        url=url,
        date=date,
        language=language,
        encoding=str(record.get("encoding") or "utf-8"),
        metadata=metadata if isinstance(metadata, dict) else {},
    )


def list_of_objects(value: object) -> list[dict[str, Any]]:
    """Return the JSON objects of a list; anything else is left out."""
    return [entry for entry in value if isinstance(entry, dict)] if isinstance(value, list) else []


def quote_fits(span: Mapping[str, Any], text: str) -> bool:
    """Return whether a span's offsets are numbers, and its quote stands there."""
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
