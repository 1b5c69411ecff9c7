"""Web archives (WARC, plain or gzipped): an article for each HTML page (extra `warc`)."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from dittomark.errors import UnreadableFileError
from dittomark.importing import html
from dittomark.importing.results import Failure, Item, Options
from dittomark.importing.sources import Source
from dittomark.importing.text_file import MAX_ARTICLE_BYTES, article_of
from dittomark.messages import Message
from dittomark.optional_parts import WARC

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

_PAGES: Final = ("text/html", "application/xhtml+xml")


def read(source: Source, options: Options) -> Iterator[Item]:
    """Yield the pages that were fetched successfully; other records are passed over."""
    try:
        from warcio.archiveiterator import ArchiveIterator
        from warcio.exceptions import ArchiveLoadFailed
    except ImportError as error:
        raise UnreadableFileError(WARC.missing) from error
    number = 0
    with source.open() as stream:
        try:
            for record in ArchiveIterator(stream, arc2warc=True):
                number += 1
                if record.rec_type == "conversion":
                    yield _extracted(source, record, number, options)
                    continue
                headers = record.http_headers
                if record.rec_type != "response" or headers is None:
                    continue
                kind = headers.get_header("Content-Type") or ""
                if headers.get_statuscode() != "200" or not kind.lower().startswith(_PAGES):
                    continue
                yield _page(source, record, kind, number, options)
        except ArchiveLoadFailed as error:
            raise UnreadableFileError(
                "This web archive is damaged ({reason}).", reason=str(error)
            ) from error


def _extracted(source: Source, record: "ArcWarcRecord", number: int, options: Options) -> Item:
    """Return the text that Common Crawl took from a page (WET)."""
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
