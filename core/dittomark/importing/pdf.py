"""PDF with a text layer: the text of its pages as one article (extra `documents`).

Lines stay as they are printed. A note reports pages without text, such as scans. A page in whose
file lines run across several columns is read column by column, and reported too.
"""

import io
import logging
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from dittomark.errors import UnreadableFileError
from dittomark.importing import document_text, page_columns
from dittomark.importing.results import Failure, Item, Note, Options
from dittomark.importing.sources import Source
from dittomark.messages import Message
from dittomark.system.optional_parts import PDF_FILES

if TYPE_CHECKING:
    from pypdf import PageObject

_FEWEST_LINES: Final = 6  # lines of columns on a page
_MAX_BYTES: Final = 300_000_000
_MOST_PAGES: Final = 5_000


def is_pdf(_source: Source, start: bytes) -> bool:
    """Return whether a file begins like a PDF."""
    return start.lstrip().startswith(b"%PDF")


def read(source: Source, _options: Options) -> Iterator[Item]:
    """Yield the document's articles: one, or several if a press archive wrote it.

    Raises `UnreadableFileError`.
    """
    try:
        import pypdf
    except ImportError as error:
        raise UnreadableFileError(PDF_FILES.missing) from error
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its warnings about irregular files
    data = source.read(limit=_MAX_BYTES)
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        locked = reader.is_encrypted and not reader.decrypt("")
        count = 0 if locked else len(reader.pages)
    except pypdf.errors.DependencyError as error:
        raise UnreadableFileError(
            "This PDF is locked with a password. Save it without the password first."
        ) from error
    except Exception as error:  # (a damaged file makes pypdf raise any exception)
        raise UnreadableFileError("This PDF is damaged.") from error
    if locked:
        raise UnreadableFileError(
            "This PDF is locked with a password. Save it without the password first."
        )
    if count > _MOST_PAGES:
        raise UnreadableFileError(
            "This PDF has more than {most:,} pages; split it into several.", most=_MOST_PAGES
        )
    pages: list[str] = []
    empty: list[int] = []
    across: list[int] = []
    mixed: list[int] = []
    for number in range(1, count + 1):
        try:
            text = reader.pages[number - 1].extract_text()
            ordered = _in_columns(reader.pages[number - 1], text)
        except Exception:  # noqa: BLE001
            yield Failure(source.name, Message("Page {page} can't be read.", page=number))
            continue
        if ordered is not None:
            text = ordered or text
            (across if ordered else mixed).append(number)
        if text := _tidied(text):
            pages.append(text)
        else:
            empty.append(number)
    if not pages:
        raise UnreadableFileError(
            "This PDF has no text, only pictures of pages. Have its text recognised (OCR) first."
        )
    yield from _remarks(source, across, mixed)
    for number in empty:
        why = Message("Page {page} has no text (a picture of a page?).", page=number)
        yield Failure(source.name, why)
    yield from document_text.articles_of(source, "\n".join(pages))


def _in_columns(page: "PageObject", text: str) -> str | None:
    """Return a page's text by column if the file mixes columns; see `page_columns.in_order`."""
    if text.count("\n") < _FEWEST_LINES:
        return None
    try:
        grid = page.extract_text(extraction_mode="layout", layout_mode_space_vertically=False)
    except Exception:  # noqa: BLE001  (the text is there; where its letters stand is not)
        return None
    return page_columns.in_order(grid.splitlines(), text)


def _remarks(source: Source, across: list[int], mixed: list[int]) -> Iterator[Note]:
    """Yield the notes about the columns of pages."""
    if across:
        yield Note(source.name, Message(
            "Columns that the file holds line by line across were read one after the other (pages: "
            "{pages}). Look whether the order is right.",
            pages=", ".join(map(str, across)),
        ))  # fmt: skip
    if mixed:
        yield Note(source.name, Message(
            "The lines of several columns may be mixed (pages: {pages}).",
            pages=", ".join(map(str, mixed)),
        ))  # fmt: skip


def _tidied(text: str) -> str:
    """Return a page's text without control characters, and without spaces at line ends."""
    clean = text.encode("utf-8", "replace").decode("utf-8").replace("\x00", "")
    return "\n".join(line.rstrip() for line in clean.splitlines()).strip("\n")
