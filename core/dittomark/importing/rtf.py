"""Rich text (`.rtf`, of WordPad, old Word and press archives; extra `documents`)."""

import re
from collections.abc import Iterator
from typing import Final

from dittomark.errors import UnreadableFileError
from dittomark.importing import document_text
from dittomark.importing.results import Item, Options
from dittomark.importing.sources import Source
from dittomark.system.optional_parts import RTF_FILES

_MAX_BYTES: Final = 100_000_000  # with pictures, which are encoded as digits
_PICTURE: Final = re.compile(r"(?:[0-9a-fA-F]{64,}\s*){2,}")
_INFO: Final = re.compile(r"\{\\info(?:\{[^{}]*\}|[^{}])*\}")


def is_rtf(_source: Source, start: bytes) -> bool:
    """Return whether a file begins like RTF."""
    return start.lstrip().startswith(b"{\\rtf")


def read(source: Source, options: Options) -> Iterator[Item]:
    """Yield the document's articles: one, or several if a press archive wrote it.

    Raises `UnreadableFileError`.
    """
    try:
        from striprtf.striprtf import rtf_to_text
    except ImportError as error:
        raise UnreadableFileError(RTF_FILES.missing) from error
    data = source.read(limit=_MAX_BYTES)
    if not data.lstrip().startswith(b"{\\rtf"):
        raise UnreadableFileError("This is not RTF.")
    # The format is ASCII; other bytes are decoded as Windows-1252.
    markup = _INFO.sub("", _PICTURE.sub("", data.decode("cp1252", "replace")))
    try:
        text: str = rtf_to_text(  # type: ignore[no-untyped-call]
            markup, encoding=options.encoding or "cp1252", errors="replace"
        )
    except (ValueError, IndexError, KeyError, LookupError, RecursionError) as error:
        raise UnreadableFileError("This RTF file is damaged.") from error
    lines = text.replace("\x00", "").split("\n")
    yield from document_text.articles_of(source, document_text.paragraphs_as_text(lines))
