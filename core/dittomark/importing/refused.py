"""Files that are known and can't be read as articles: each is refused by its name."""

import re
from typing import Final

from dittomark.errors import UnreadableFileError
from dittomark.importing.sources import Source

_CONLL_ENDINGS: Final = (".conll", ".conllu", ".conll2003", ".iob", ".bio", ".iob2")
_OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0"
_WEBANNO: Final = re.compile(rb"^\s*#FORMAT=WebAnno")


def refuse(source: Source, start: bytes) -> None:
    """Raise `UnreadableFileError` for a file that is known to be something else than articles."""
    name = source.filename.lower()
    if name.endswith(_CONLL_ENDINGS) or start.startswith(b"-DOCSTART-"):
        raise UnreadableFileError(
            "This is CoNLL: tokens without the text between them. Import the texts themselves, and "
            "the annotations from another format."
        )
    if _WEBANNO.match(start):
        raise UnreadableFileError(
            "This is a TSV file of WebAnno or INCEpTION. Export it there as CAS JSON or XMI."
        )
    if start.startswith(_OLD_OFFICE):
        raise UnreadableFileError(
            "This is a document of an old Word or Excel, or one with a password. Save it as .docx or "
            ".xlsx first."
        )
    head = start.lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith((b"<?xml", b"<View")) and not re.search(rb"<html|xhtml", start, re.I):
        if b"<View" in start:
            raise UnreadableFileError(
                "This is a labelling configuration of Label Studio, not an article."
            )
        raise UnreadableFileError(
            "This is XML of a kind that is not read. Feeds (RSS, Atom), WordPress exports and web "
            "pages are."
        )
