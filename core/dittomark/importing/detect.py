"""Which format a file is in: told by its name, else by its first bytes."""

from typing import Final

from dittomark.importing import doccano, feed, label_studio, mhtml, own, pan
from dittomark.importing.sources import Source

# Format → the endings of its files.
ENDINGS: Final = {
    "text": (".txt", ".text", ".md"),
    "html": (".html", ".htm", ".xhtml"),
    "jsonl": (".jsonl", ".ndjson"),
    "json": (".json",),
    "csv": (".csv",),
    "tsv": (".tsv", ".tab"),
    "excel": (".xlsx", ".xlsm"),
    "parquet": (".parquet", ".pq"),
    "warc": (".warc", ".warc.gz", ".wet", ".arc", ".arc.gz"),
    "feed": (".rss", ".atom"),
    "mhtml": (".mhtml", ".mht"),
    "brat": (".ann",),
}
_MAGIC: Final = (
    (b"par1", "parquet"),
    (b"warc/", "warc"),
    (b"filedesc://", "warc"),
    (b"<!doctype html", "html"),
    (b"<html", "html"),
    (b"{", "jsonl"),
    (b"[", "json"),
)
# Told by what is inside, not by a name's ending: JSON of our own and of other tools.
CONTENT_FORMATS: Final = ("dittomark", "doccano", "label-studio", "pan")
FORMATS: Final = (*ENDINGS, *CONTENT_FORMATS)


def format_of(source: Source, start: bytes) -> str:
    """Return the format of a file by its name and its first bytes."""
    name = source.filename.lower()
    if name.endswith(".txt") and source.sibling(f"{source.filename[:-4]}.ann") is not None:
        return "brat"
    if pan.is_pairs(source.filename, start) or pan.is_document(source.filename, start):
        return "pan"
    if feed.is_feed(start) and not name.endswith((".html", ".htm", ".txt", ".csv", ".jsonl")):
        return "feed"
    if mhtml.is_mhtml(start) and not name.endswith((".txt", ".csv", ".jsonl", ".json")):
        return "mhtml"
    for format_, endings in ENDINGS.items():
        if name.endswith(endings):
            return format_
    head = start.lstrip(b"\xef\xbb\xbf \t\r\n")[:512].lower()
    return next((format_ for magic, format_ in _MAGIC if head.startswith(magic)), "text")


def record_format(record: object) -> str:
    """Return which tool's JSON object this is (`dittomark`, …), or `` for a row of anybody's."""
    if not isinstance(record, dict):
        return ""
    if own.type_of(record):
        return "dittomark"
    if label_studio.is_task(record):
        return "label-studio"
    return "doccano" if doccano.is_example(record) else ""
