"""A saved web page: all its text is kept; text outside the article becomes boilerplate candidates.

trafilatura finds the main text and the metadata. The article's text is the whole page as plain
text, in its order, so that boilerplate can be labelled in place; every block outside the main text
is a boilerplate candidate, its kind derived from the enclosing tags.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from dittomark.annotations import NewArticle
from dittomark.errors import UnreadableFileError
from dittomark.importing import (
    dates,
    html_tables,
    json_ld,
    page_main,
    page_text,
    press_archives,
)
from dittomark.importing.attributes import refuse_many_attributes
from dittomark.importing.encoding import decode
from dittomark.importing.language import language_of
from dittomark.importing.results import Item, Options
from dittomark.importing.sources import Source
from dittomark.importing.text_file import MAX_ARTICLE_BYTES, shortened
from dittomark.system.time_limit import TimeLimitError, time_limit
from dittomark.texts.segmentation import snap

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from dittomark.corpus.boilerplate.main_text import MainText

_CHARSET: Final = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?([\w.:-]+)""", re.IGNORECASE)
_OF_ARCHIVES: Final = re.compile(
    rb"Document\s+[A-Z][A-Z0-9]{2,7}0000|End of Document|ProQuest document"
)
_XML_DECLARATION: Final = re.compile(r"^\s*<\?xml[^>]*\?>")
_DATE_PROPERTIES: Final = (
    "article:published_time", "og:published_time", "datepublished", "publishdate",
    "article.published", "parsely-pub-date", "sailthru.date", "dc.date.issued", "pubdate",
    "publish-date", "publication_date",
)  # fmt: skip
_AUTHOR_NAMES: Final = (
    "author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl",
)  # fmt: skip
# Seconds. Ordinary pages take less than one; 200,000 paragraphs, 15 MB, about a minute.
_LONGEST: Final = 120.0
_JSON_LD_DATE: Final = re.compile(r'"datePublished"\s*:\s*"([^"]{8,40})"')


def read(source: Source, options: Options) -> Iterator[Item]:
    """Yield the page as one article. Raises `UnreadableFileError`."""
    data = source.read(limit=MAX_ARTICLE_BYTES)
    if not data.strip():
        raise UnreadableFileError("This file is empty.")
    if _OF_ARCHIVES.search(data) and (found := list(_of_archive(data, source, options))):
        yield from found
        return
    if html_tables.may_hold_rows(data) and (rows := _table_of(data, options)):
        yield from html_tables.articles(source, *rows, options)
        return
    article = article_of_page(data, encoding=options.encoding)
    metadata = {**article.metadata, "file": source.inside}
    yield replace(article, external_id=source.key, metadata=metadata)


def _of_archive(data: bytes, source: Source, options: Options) -> Iterator[Item]:
    """Yield the articles of a page that a press archive exported; none for other pages."""
    markup, encoding = _decoded(data, options.encoding)
    text = page_text.joined(page_text.blocks(parse_page(markup)))
    if archive := press_archives.archive_of(text):
        yield from press_archives.articles_of(source, text, archive, encoding=encoding)


def _table_of(data: bytes, options: Options) -> tuple[list[list[str]], str] | None:
    """Return rows and encoding of a page that is a table of articles; None for other pages."""
    markup, encoding = _decoded(data, options.encoding)
    rows = html_tables.rows_of(parse_page(markup))
    return (rows, encoding) if rows else None


def _decoded(data: bytes, encoding: str, charset: str = "") -> tuple[str, str]:
    """Return a page's markup and its encoding; `charset` is the one in the server's response."""
    match = _CHARSET.search(data[:4096])
    declared = charset or (match[1].decode("ascii", "replace") if match else "")
    return decode(data, encoding=encoding, declared=declared)


def article_of_page(
    data: bytes, *, encoding: str = "", charset: str = "", url: str = "", seconds: float = _LONGEST
) -> NewArticle:
    """Return the article of an HTML page's bytes.

    `charset` and `url` are those of the server's response, if known. Raises UnreadableFileError for
    a page that is not text, or has none, or takes more than `seconds`.
    """
    try:
        with time_limit(seconds):
            return _article_of_page(data, encoding=encoding, charset=charset, url=url)
    except TimeLimitError:
        raise UnreadableFileError(
            "This page was passed over: it takes more than {seconds} seconds to read.",
            seconds=f"{seconds:g}",
        ) from None


def _article_of_page(data: bytes, *, encoding: str, charset: str, url: str) -> NewArticle:
    markup, encoding = _decoded(data, encoding, charset)
    tree = parse_page(markup)
    extracted = page_main.extracted(markup, url)
    blocks = page_text.blocks(tree)
    text = page_text.joined(blocks)
    if not text.strip():
        raise UnreadableFileError("There is no text on this page.")
    title = shortened(" ".join((extracted.get("title") or "").split()))
    main = page_main.main_text(markup, text, blocks, extracted.get("text") or "", title)
    kept = _article(text, title, main) if main else ((0, len(text)),)
    metadata: dict[str, object] = {"main_text": main.to_json()} if main else {}
    return NewArticle(
        text=text,
        title=title,
        source=extracted.get("sitename") or extracted.get("hostname") or "",
        url=extracted.get("url") or url,
        date=_date(tree, markup, text, extracted.get("date") or ""),
        language=_language(tree, text),
        author=_author(tree, text, extracted.get("author") or ""),
        encoding=encoding,
        metadata=metadata,
        candidates=page_text.candidates(blocks, kept, title=title),
    )


def parse_page(markup: str) -> "HtmlElement":
    """Return the tree of a page. Raises UnreadableFileError."""
    from lxml import etree, html

    refuse_many_attributes(markup)
    parser = html.HTMLParser(huge_tree=True)
    try:
        tree = html.document_fromstring(_XML_DECLARATION.sub("", markup), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise UnreadableFileError("This page can't be read as HTML.") from error
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise UnreadableFileError("This page nests its elements too deep to be read whole.")
    return tree


def _article(text: str, title: str, main: "MainText") -> tuple[tuple[int, int], ...]:
    """Return the offsets of the article's parts, by trafilatura and by a check of the lines."""
    from dittomark.corpus.boilerplate.propose import PageInput, article_stretches

    return article_stretches(PageInput("", text, title=title, main=main))


def _date(tree: "HtmlElement", markup: str, text: str, guessed: str) -> str:
    """Return the date that the page declares, else the one in its text, else trafilatura's."""
    for value in _declared_dates(tree, markup):
        if date := dates.parse_date(value):
            return date
    found = dates.article_date(text)
    if found and not found.masthead:
        return found.value
    day = dates.parse_date(guessed)
    if day.endswith("-01-01") and not any(f.value[:10] == day for f in dates.find_dates(text)):
        day = ""  # guessed from a year alone, as in a copyright line
    return day or (found.value if found else "")


def _declared_dates(tree: "HtmlElement", markup: str) -> Iterator[str]:
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        if name.lower() in _DATE_PROPERTIES and meta.get("content"):
            yield meta.get("content")
    yield from (match[1] for match in _JSON_LD_DATE.finditer(markup))
    for element in tree.iter("time"):
        if element.get("datetime") and "publish" in str(element.attrib).lower():
            yield element.get("datetime")


def _author(tree: "HtmlElement", text: str, guessed: str) -> str:
    """Return the declared author, else the one that trafilatura found.

    trafilatura cuts vowel signs off the ends of names: they are restored from the page's text.
    """
    for meta in tree.iter("meta"):
        if (meta.get("name") or meta.get("property") or "").lower() in _AUTHOR_NAMES:
            declared = " ".join((meta.get("content") or "").split())
            # some pages declare the address of the author's page
            if declared and "://" not in declared:
                return declared
    if names := json_ld.values(tree, "author"):
        return ", ".join(names)
    start = text.find(guessed)
    if start < 0:
        return guessed
    start, end = snap(text, start, start + len(guessed))
    return text[start:end]


def _language(tree: "HtmlElement", text: str) -> str:
    return (tree.get("lang") or "").split("-")[0].lower() or language_of(text)
