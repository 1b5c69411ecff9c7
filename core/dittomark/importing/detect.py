"""Which format a file is in: told by its name, else by its first bytes."""

from typing import Final

from dittomark.importing.sources import Source

# Format → the endings of its files.
ENDINGS: Final = {
    "text": (".txt", ".text", ".md"),
    "html": (".html", ".htm", ".xhtml"),
    "jsonl": (".jsonl", ".ndjson"),
    "json": (".json",),
    "csv": (".csv",),
    "tsv": (".tsv", ".tab"),
}
_MAGIC: Final = (
    (b"<!doctype html", "html"),
    (b"<html", "html"),
    (b"{", "jsonl"),
    (b"[", "json"),
)
FORMATS: Final = tuple(ENDINGS)


def format_of(source: Source, start: bytes) -> str:
    """Return the format of a file by its name and its first bytes."""
    name = source.filename.lower()
    for format_, endings in ENDINGS.items():
        if name.endswith(endings):
            return format_
    head = start.lstrip(b"\xef\xbb\xbf \t\r\n")[:512].lower()
    return next((format_ for magic, format_ in _MAGIC if head.startswith(magic)), "text")


def record_format(record: object) -> str:
    """Return which tool's JSON object this is (`dittomark`, …), or `` for a row of anybody's."""
    if not isinstance(record, dict):
        return ""
    kind = record.get("type")
    if kind == "article" and "offset_unit" in record and "spans" in record:
        return "dittomark"
    if kind in {"pair", "event", "decision", "project"}:
        return "dittomark"
    return ""
