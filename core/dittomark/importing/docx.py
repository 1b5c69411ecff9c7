"""Word documents (`.docx`): paragraphs, tables, text boxes and notes, tracked changes accepted.

Inserted text is included and deleted text is not; hidden text, comments, headers and footers are
left out.
"""

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
    {"del", "moveFrom", "Fallback", "instrText", "delText", "pPr", "annotationRef"}
)
_SIGNS: Final = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
_NOTES: Final = ("word/footnotes.xml", "word/endnotes.xml")
_TITLES: Final = frozenset({"title", "titel", "titre"})


def read(source: Source, _options: Options) -> Iterator[Item]:
    """Yield the document's articles: one, or several if a press archive wrote it.

    Raises `UnreadableFileError`.
    """
    parts = DocumentParts(source)
    data = parts.read(_main_part(parts))
    if not data:
        raise UnreadableFileError("This is not a Word document, or it is damaged.")
    root = parse_xml(data)
    title = next(
        (text for element in root.iter() if _is_title(element) and (text := _line(element))), ""
    )
    paragraphs = list(_paragraphs(root))
    for name in _NOTES:
        if notes := parts.read(name):
            paragraphs += _notes(parse_xml(notes))
    yield from document_text.articles_of(
        source, document_text.paragraphs_as_text(paragraphs), title=title
    )


def _main_part(parts: DocumentParts) -> str:
    """Return the part with the text, as named by the document's relationships."""
    if relations := parts.read("_rels/.rels"):
        for relation in parse_xml(relations):
            if attribute(relation, "Type").endswith("/officeDocument"):
                return attribute(relation, "Target").lstrip("/")
    return "word/document.xml"


def _is_title(element: "_Element") -> bool:
    if local_name(element) != "p":
        return False
    style = next((one for one in element.iter() if local_name(one) == "pStyle"), None)
    return style is not None and attribute(style, "val").lower() in _TITLES


def _line(paragraph: "_Element") -> str:
    return " ".join("".join(_paragraphs(paragraph)).split())


def _notes(root: "_Element") -> Iterator[str]:
    """Yield the footnotes; separators between text and notes, which have a type, are left out."""
    for note in root:
        if not attribute(note, "type"):
            yield from (line.lstrip() for line in _paragraphs(note))


def _paragraphs(root: "_Element") -> Iterator[str]:
    """Yield the paragraphs under an element in order; those of a text box after the outer one."""
    if local_name(root) != "p":
        for child in root:
            if local_name(child) not in _LEFT_OUT:
                yield from _paragraphs(child)
        return
    pieces: list[str] = []
    boxes: list[_Element] = []
    _collect(root, pieces, boxes)
    yield "".join(pieces)
    for box in boxes:
        yield from _paragraphs(box)


def _collect(element: "_Element", pieces: list[str], boxes: "list[_Element]") -> None:
    for child in element:
        name = local_name(child)
        if name in _LEFT_OUT or (name == "r" and _is_hidden(child)):
            continue
        if name == "txbxContent":
            boxes.append(child)
        elif name == "t":
            pieces.append(child.text or "")
        elif name in _SIGNS and local_name(element) == "r":
            pieces.append(_SIGNS[name])
        else:
            _collect(child, pieces, boxes)


def _is_hidden(run: "_Element") -> bool:
    return any(
        local_name(setting) == "vanish" and attribute(setting, "val") not in {"0", "false", "off"}
        for properties in run
        if local_name(properties) == "rPr"
        for setting in properties
    )
