"""E-books (`.epub`): one article per chapter, as e-books of newspapers have one for each report."""

import posixpath
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote, urlsplit

from dittomark.annotations import NewArticle
from dittomark.errors import UnreadableFileError
from dittomark.importing import dates, page_text
from dittomark.importing.document_zip import DocumentParts
from dittomark.importing.encoding import decode
from dittomark.importing.html import parse_page
from dittomark.importing.language import language_of
from dittomark.importing.results import Failure, Item, Options, shown
from dittomark.importing.sources import Source
from dittomark.importing.text_file import MAX_ARTICLE_BYTES, shortened, title_of
from dittomark.importing.xml_tree import attribute, local_name, parse_xml
from dittomark.messages import Message

if TYPE_CHECKING:
    from lxml.etree import _Element

_HEADINGS: Final = ("h1", "h2", "h3")
_OF_FONTS: Final = ("embedding", "obfuscation")  # obfuscation of fonts, which every reader can open


def read(source: Source, options: Options) -> Iterator[Item]:
    """Yield the chapters that hold text, in the order of the book. Raises `UnreadableFileError`."""
    parts = DocumentParts(source)
    if _is_locked(parts):
        raise UnreadableFileError("This e-book is locked (DRM) and can't be read.")
    package = _package(parts)
    root = parse_xml(parts.read(package))
    book = _described(root)
    found = 0
    for name in _chapters(root, posixpath.dirname(package)):
        data = parts.read(name)
        if not data.strip():
            continue
        where = f"{source.name}/{shown(name)}"
        if len(data) > MAX_ARTICLE_BYTES:
            yield Failure(where, Message("This chapter is too large for one article."))
            continue
        try:
            chapter = _chapter(data, options, book, f"{source.key}/{shown(name)}", source.inside)
        except UnreadableFileError as error:
            yield Failure(where, error.message)
            continue
        if chapter is not None:
            found += 1
            yield chapter
    if not found:
        raise UnreadableFileError("There is no text in this e-book.")


def _is_locked(parts: DocumentParts) -> bool:
    locks = parts.read("META-INF/encryption.xml")
    if not locks:
        return False
    ways = (one for one in parse_xml(locks).iter() if local_name(one) == "EncryptionMethod")
    return any(not attribute(one, "Algorithm").endswith(_OF_FONTS) for one in ways)


def _package(parts: DocumentParts) -> str:
    """Return the part with the description of the book (the OPF package)."""
    container = parts.read("META-INF/container.xml")
    if not container:
        raise UnreadableFileError("This is not an e-book (EPUB), or it is damaged.")
    for element in parse_xml(container).iter():
        if local_name(element) == "rootfile" and attribute(element, "full-path") in parts.names:
            return attribute(element, "full-path")
    raise UnreadableFileError("This is not an e-book (EPUB), or it is damaged.")


def _described(root: "_Element") -> dict[str, str]:
    """Return the metadata of the book, by their Dublin Core names."""
    found: dict[str, str] = {}
    for element in root.iter():
        if local_name(element) in {"title", "creator", "date", "language", "publisher"}:
            found.setdefault(local_name(element), " ".join((element.text or "").split()))
    return found


def _chapters(root: "_Element", folder: str) -> Iterator[str]:
    """Yield the names of the parts in reading order, without the table of contents."""
    items = {
        attribute(one, "id"): one
        for one in root.iter()
        if local_name(one) == "item" and "html" in attribute(one, "media-type")
    }
    for reference in root.iter():
        item = (
            items.get(attribute(reference, "idref")) if local_name(reference) == "itemref" else None
        )
        if item is not None and "nav" not in attribute(item, "properties").split():
            path = unquote(urlsplit(attribute(item, "href")).path)
            yield posixpath.normpath(posixpath.join(folder, path))


def _chapter(
    data: bytes, options: Options, book: dict[str, str], name: str, inside: str
) -> NewArticle | None:
    markup, encoding = decode(data, encoding=options.encoding)
    tree = parse_page(markup)
    text = page_text.joined(page_text.blocks(tree))
    if not text.strip():
        return None
    headings = (
        " ".join("".join(map(str, one.itertext())).split())
        for tag in _HEADINGS
        for one in tree.iter(tag)
    )
    date = dates.article_date(text)
    return NewArticle(
        text=text,
        external_id=name,
        title=shortened(next(filter(None, headings), "")) or title_of(text),
        source=book.get("title", ""),
        date=date.value if date else dates.parse_date(book.get("date", "")),
        language=language_of(text) or book.get("language", "").split("-")[0].lower(),
        author=book.get("creator", ""),
        encoding=encoding,
        metadata={"file": inside},
    )
