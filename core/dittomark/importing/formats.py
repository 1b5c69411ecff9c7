"""The table of import formats, one row per format, and the detection of a file's format."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Final

from dittomark.importing import (
    brat,
    cas,
    conll,
    docbin,
    document_zip,
    docx,
    ecb,
    epub,
    feed,
    html,
    json_rows,
    mhtml,
    odt,
    pan,
    parquet,
    pdf,
    press_archives,
    rtf,
    table,
    warc,
    webanno_tsv,
    workbook,
)
from dittomark.importing.results import Item, Options
from dittomark.importing.sources import Source

Reader = Callable[[Source, Options], Iterator[Item]]


@dataclass(frozen=True, slots=True)
class Format:
    """How files of a format are detected and read.

    `read` yields the items of a file. A file has the first format whose `detects(source, start)` is
    true (`start`: its first bytes); else the one that has the file name's suffix among `endings`;
    else the one that has the start of its content, in lower case, among `beginnings`; else text.
    """

    name: str
    read: Reader
    endings: tuple[str, ...] = ()
    beginnings: tuple[bytes, ...] = ()
    detects: Callable[[Source, bytes], bool] | None = None


def _document(kind: str) -> Callable[[Source, bytes], bool]:
    return lambda source, start: document_zip.kind_of(source, start) == kind


FORMATS: Final[dict[str, Format]] = {
    kind.name: kind
    for kind in (
        Format("text", press_archives.read, (".txt", ".text", ".md")),
        Format(
            "html", html.read, (".html", ".htm", ".xhtml"), beginnings=(b"<!doctype html", b"<html")
        ),
        Format(
            "jsonl",
            partial(json_rows.read, format_="jsonl"),
            (".jsonl", ".ndjson"),
            beginnings=(b"{",),
        ),
        Format(
            "json",
            partial(json_rows.read, format_="json"),
            (".json", ".jsonld"),
            beginnings=(b"[",),
        ),
        Format("csv", partial(table.read, format_="csv"), (".csv",)),
        Format("tsv", partial(table.read, format_="tsv"), (".tsv", ".tab")),
        Format("excel", workbook.read, (".xlsx", ".xlsm"), detects=_document("excel")),
        Format("parquet", parquet.read, (".parquet", ".pq"), beginnings=(b"par1",)),
        Format(
            "warc",
            warc.read,
            (".warc", ".warc.gz", ".wet", ".arc", ".arc.gz"),
            beginnings=(b"warc/", b"filedesc://"),
        ),
        Format("docx", docx.read, (".docx", ".docm", ".dotx"), detects=_document("docx")),
        Format("odt", odt.read, (".odt", ".ott"), detects=_document("odt")),
        Format("epub", epub.read, (".epub",), detects=_document("epub")),
        Format("rtf", rtf.read, (".rtf",), detects=rtf.is_rtf),
        Format("pdf", pdf.read, (".pdf",), detects=pdf.is_pdf),
        Format("brat", brat.read, (".ann",), detects=brat.has_annotations),
        Format("cas-xmi", cas.read_xmi, (".xmi",), detects=cas.is_xmi),
        Format("webanno-tsv", webanno_tsv.read, detects=webanno_tsv.is_webanno),
        Format("conll", conll.read, detects=conll.is_conll),
        Format("ecb", ecb.read, detects=ecb.is_ecb),
        Format("spacy", docbin.read, (".spacy",)),
        Format("pan", pan.read, detects=pan.is_pan),
        Format("feed", feed.read, (".rss", ".atom"), detects=feed.is_feed),
        Format("mhtml", mhtml.read, (".mhtml", ".mht"), detects=mhtml.is_mhtml),
        # JSON of our own and of other tools: detected by its objects, not by the file name.
        *(
            Format(name, partial(json_rows.read, format_=tool.format))
            for name, tool in json_rows.TOOLS.items()
        ),
    )
}


def format_of(source: Source, start: bytes) -> str:
    """Return the name of a file's format, detected by its name and its first bytes."""
    name = source.filename.lower()
    head = start.lstrip(b"\xef\xbb\xbf \t\r\n")[:512].lower()
    for kind in FORMATS.values():
        if kind.detects is not None and kind.detects(source, start):
            return kind.name
    for kind in FORMATS.values():
        if kind.endings and name.endswith(kind.endings):
            return kind.name
    found = (kind.name for kind in FORMATS.values() if head.startswith(kind.beginnings or (b"\0",)))
    return next(found, "text")
