"""OpenDocument texts (`.odt`, of LibreOffice): paragraphs, tables and notes, changes accepted.

Deleted text of tracked changes, and comments, are left out.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from dittomark.errors import UnreadableFileError
from dittomark.importing import document_text
from dittomark.importing.document_zip import DocumentParts
from dittomark.importing.results import Item, Options
from dittomark.importing.sources import Source
from dittomark.importing.xml_tree import attribute, local_name, parse_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

_LEFT_OUT: Final = frozenset(
    {"tracked-changes", "annotation", "annotation-end", "note-citation", "ruby-text", "desc",
     "title", "forms"}
)  # fmt: skip
_BLOCKS: Final = frozenset({"p", "h"})
_WHITE: Final = re.compile(r"[ \t\r\n]+")
_MOST_SPACES: Final = 1000


def read(source: Source, _options: Options) -> Iterator[Item]:
    """Yield the document's articles: one, or several if a press archive wrote it.

    Raises `UnreadableFileError`.
    """
    parts = DocumentParts(source)
    data = parts.read("content.xml")
    if not data or b"encryption-data" in parts.read("META-INF/manifest.xml"):
        if data:
            raise UnreadableFileError(
                "This document is locked with a password. Save it without the password first."
            )
        raise UnreadableFileError("This is not an OpenDocument text, or it is damaged.")
    root = parse_xml(data)
    body = next((one for one in root.iter() if local_name(one) == "text" and len(one)), None)
    paragraphs: list[str] = []
    notes: list[str] = []
    if body is not None:
        _walk(body, paragraphs, notes)
    titles = (one for one in root.iter() if attribute(one, "style-name") == "Title")
    title = next((text for one in titles if (text := "".join(map(str, one.itertext())))), "")
    yield from document_text.articles_of(
        source, document_text.paragraphs_as_text([*paragraphs, *notes]), title=title
    )


def _walk(element: "_Element", paragraphs: list[str], notes: list[str]) -> None:
    """Collect the paragraphs under an element, and the notes anchored in them."""
    for child in element:
        name = local_name(child)
        if name in _BLOCKS:
            pieces: list[str] = []
            inner: list[_Element] = []
            _collect(child, pieces, inner, notes)
            paragraphs.append("".join(pieces).strip(" "))
            for box in inner:
                _walk(box, paragraphs, notes)
        elif name and name not in _LEFT_OUT:
            _walk(child, paragraphs, notes)


def _collect(
    element: "_Element", pieces: list[str], boxes: "list[_Element]", notes: list[str]
) -> None:
    _add(pieces, element.text)
    for child in element:
        name = local_name(child)
        if name == "s":
            pieces.append(" " * min(_count(child), _MOST_SPACES))
        elif name == "tab":
            pieces.append("\t")
        elif name == "line-break":
            pieces.append("\n")
        elif name == "note":
            _walk(child, notes, notes)
        elif name in {"text-box", "table"}:
            boxes.append(child)
        elif name and name not in _LEFT_OUT:
            _collect(child, pieces, boxes, notes)
        _add(pieces, child.tail)


def _add(pieces: list[str], text: str | None) -> None:
    """Add text by the format's rules: white space becomes one space, and none follows another."""
    if text:
        text = _WHITE.sub(" ", text)
        after_blank = bool(pieces) and pieces[-1].endswith((" ", "\n"))
        pieces.append(text.lstrip(" ") if after_blank else text)


def _count(element: "_Element") -> int:
    given = attribute(element, "c")
    return int(given) if given.isdecimal() and len(given) < 9 else 1
