"""Web archives (WARC, plain or gzipped): an article for each HTML page (extra `warc`)."""

import contextlib
import io
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, BinaryIO, Final
from urllib.parse import urlsplit

from dittomark.errors import Cancelled, UnreadableFileError, UserError
from dittomark.importing import html
from dittomark.importing.results import Failure, Item, Options
from dittomark.importing.sources import Source
from dittomark.importing.text_file import MAX_ARTICLE_BYTES, article_of
from dittomark.messages import Message
from dittomark.system.optional_parts import WARC

if TYPE_CHECKING:
    from warcio.archiveiterator import ArchiveIterator
    from warcio.recordloader import ArcWarcRecord

_PAGES: Final = ("text/html", "application/xhtml+xml")
_AT_ONCE: Final = 1_000_000  # bytes read at a time
_MOST_DAMAGED: Final = 100  # places: for each, the file is read from its beginning
_LONGEST_REASON: Final = 100  # code points: it may quote the file
_GZIP: Final = re.compile(rb"\x1f\x8b\x08")
_RECORD: Final = re.compile(rb"(?<=\n)WARC/\d\.\d\r?\n")
_MARK: Final = 12  # bytes that may hold the beginning of a mark


def read(source: Source, options: Options) -> Iterator[Item]:
    """Yield the pages that were fetched successfully; other records are skipped.

    Raises `UnreadableFileError`.
    """
    try:
        from warcio.archiveiterator import ArchiveIterator
        from warcio.exceptions import ArchiveLoadFailed
    except ImportError as error:
        raise UnreadableFileError(WARC.missing) from error
    start: int | None = 0
    number = damaged = 0
    while start is not None:
        began = 0
        with source.open() as stream:
            _skip(stream, start)
            records = ArchiveIterator(stream, arc2warc=True)
            try:
                while (record := _next(records)) is not None:
                    began, number = records.offset, number + 1
                    yield from _items(source, record, number, options)
                    _refuse_cut_off(record)
            except (Cancelled, UserError, OSError):
                raise
            except Exception as error:  # noqa: BLE001  (fails that record alone)
                behind = began if isinstance(error, _CutOffError) else records.offset
                why = str(error) if isinstance(error, ArchiveLoadFailed | _CutOffError) else ""
            else:
                return
        damaged += 1
        start = _next_record(source, start + behind + 1) if damaged < _MOST_DAMAGED else None
        why = why[:_LONGEST_REASON] or "what follows is no record of a web archive"
        if not number and start is None:
            raise UnreadableFileError("This web archive is damaged ({reason}).", reason=why)
        yield Failure(
            source.name,
            Message("A record of this web archive is damaged ({reason}).", reason=why),
            number,
        )


class _CutOffError(Exception):
    """A record declares more bytes than the file contains."""


def _next(records: "ArchiveIterator") -> "ArcWarcRecord | None":
    with contextlib.redirect_stderr(io.StringIO()):  # the library prints warnings here
        return next(records, None)


def _items(
    source: Source, record: "ArcWarcRecord", number: int, options: Options
) -> Iterator[Item]:
    """Yield the page of a record, if it is one that was fetched successfully."""
    if record.rec_type == "conversion":
        yield _extracted(source, record, number, options)
        return
    headers = record.http_headers
    if record.rec_type != "response" or headers is None:
        return
    kind = headers.get_header("Content-Type") or ""
    if headers.get_statuscode() == "200" and kind.lower().startswith(_PAGES):
        yield _page(source, record, kind, number, options)


def _refuse_cut_off(record: "ArcWarcRecord") -> None:
    """Read a record to its end; raises `_CutOffError` if the file ends before it."""
    while record.raw_stream.read(_AT_ONCE):
        pass
    if getattr(record.raw_stream, "limit", 0):
        raise _CutOffError("it is cut off")


def _skip(stream: BinaryIO, size: int) -> None:
    while size > 0 and (skipped := stream.read(min(size, _AT_ONCE))):
        size -= len(skipped)


def _next_record(source: Source, at: int) -> int | None:
    """Return the offset of the next record that can be found from `at` on; else None."""
    packed = source.sample(2) == b"\x1f\x8b"
    with source.open() as stream:
        _skip(stream, at)
        before = b""
        while block := stream.read(_AT_ONCE):
            content = before + block
            if found := (_GZIP if packed else _RECORD).search(content):
                return at - len(before) + found.start()
            before = content[-_MARK:]
            at += len(block)
    return None


def _extracted(source: Source, record: "ArcWarcRecord", number: int, options: Options) -> Item:
    """Return the text that Common Crawl extracted from a page (WET)."""
    headers = record.rec_headers
    url = headers.get_header("WARC-Target-URI") or ""
    data = record.content_stream().read(MAX_ARTICLE_BYTES + 1)
    try:
        article = article_of(data, source, options)
    except UnreadableFileError as error:
        return Failure(
            source.name, Message("{path}: {reason}", path=url, reason=error.message), number
        )
    metadata = {**article.metadata, "crawled_at": headers.get_header("WARC-Date") or ""}
    name = (headers.get_header("WARC-Record-ID") or "").strip("<>").removeprefix("urn:uuid:")
    host = urlsplit(url).hostname or ""
    return replace(
        article, external_id=name, url=url, source=host.removeprefix("www."), metadata=metadata
    )


def _page(
    source: Source, record: "ArcWarcRecord", kind: str, number: int, options: Options
) -> Item:
    headers = record.rec_headers
    url = headers.get_header("WARC-Target-URI") or ""
    data = record.content_stream().read(MAX_ARTICLE_BYTES + 1)
    if len(data) > MAX_ARTICLE_BYTES:
        return Failure(
            source.name, Message("The page {url} is too large for one article.", url=url), number
        )
    charset = kind.partition("charset=")[2].strip(" \"';")
    try:
        article = html.article_of_page(data, encoding=options.encoding, charset=charset, url=url)
    except UnreadableFileError as error:
        return Failure(
            source.name, Message("{path}: {reason}", path=url, reason=error.message), number
        )
    metadata = {
        **article.metadata,
        "file": source.inside,
        "crawled_at": headers.get_header("WARC-Date") or "",
    }
    name = (headers.get_header("WARC-Record-ID") or "").strip("<>").removeprefix("urn:uuid:")
    return replace(article, external_id=name, url=article.url or url, metadata=metadata)
