"""XML from untrusted sources, parsed without entities, network or unbounded depth."""

from typing import TYPE_CHECKING

from dittomark.errors import UnreadableFileError

if TYPE_CHECKING:
    from lxml.etree import _Element


def parse_xml(data: bytes) -> "_Element":
    """Return the root of an XML document. Raises UnreadableFileError if it is none."""
    from lxml import etree

    if b"<!ENTITY" in data:  # entities of its own, which no harmless document has
        raise UnreadableFileError("The XML in this file defines entities and is not read.")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError) as error:
        raise UnreadableFileError("The XML in this file is damaged.") from error


def local_name(element: "_Element") -> str:
    """Return an element's name without its namespace; empty for comments and the like."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def attribute(element: "_Element", name: str) -> str:
    """Return an attribute by its name without the namespace; empty if it is missing."""
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return ""
