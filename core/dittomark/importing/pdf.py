"""PDF with a text layer: the text of its pages as one article (extra `documents`).

Lines stay as they are printed. A page without text, a scanned one say, is named.
"""

import io
import logging
from collections.abc import Iterator
from typing import Final

from dittomark.errors import UnreadableFileError
from dittomark.importing import document_text
from dittomark.importing.results import Failure, Item, Options
from dittomark.importing.sources import Source
from dittomark.messages import Message
from dittomark.system.optional_parts import PDF_FILES

_MAX_BYTES: Final = 300_000_000
_MOST_PAGES: Final = 5_000


def is_pdf(_source: Source, start: bytes) -> bool:
    """Return whether a file begins like a PDF."""
    return start.lstrip().startswith(b"%PDF")


def read(source: Source, _options: Options) -> Iterator[Item]:
    """Yield the document's articles: one, unless a press archive made it."""
    try:
        import pypdf
    except ImportError as error:
        raise UnreadableFileError(PDF_FILES.missing) from error
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its remarks on odd files
    data = source.read(limit=_MAX_BYTES)
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        locked = reader.is_encrypted and not reader.decrypt("")
        count = 0 if locked else len(reader.pages)
    except pypdf.errors.DependencyError as error:
        raise UnreadableFileError("This PDF is locked with a password.") from error
    except Exception as error:  # (pypdf raises whatever a damaged file leads it to)
        raise UnreadableFileError("This PDF is damaged.") from error
    if locked:
        raise UnreadableFileError("This PDF is locked with a password.")
    if count > _MOST_PAGES:
        raise UnreadableFileError(
            "This PDF has more than {most:,} pages; split it into several.", most=_MOST_PAGES
        )
    pages: list[str] = []
    empty: list[int] = []
    for number in range(1, count + 1):
        try:
            text = reader.pages[number - 1].extract_text()
        except Exception:  # noqa: BLE001
            yield Failure(source.name, Message("Page {page} can't be read.", page=number))
            continue
        if text := _tidied(text):
            pages.append(text)
        else:
            empty.append(number)
    if not pages:
        raise UnreadableFileError(
            "This PDF has no text, only pictures of pages. Have its text recognised (OCR) first."
        )
    for number in empty:
        why = Message("Page {page} has no text (a picture of a page?).", page=number)
        yield Failure(source.name, why)
    yield from document_text.articles_of(source, "\n".join(pages))


def _tidied(text: str) -> str:
    """Return a page's text without what has no place in a text, and without blanks at line ends."""
    clean = text.encode("utf-8", "replace").decode("utf-8").replace("\x00", "")
    return "\n".join(line.rstrip() for line in clean.splitlines()).strip("\n")
