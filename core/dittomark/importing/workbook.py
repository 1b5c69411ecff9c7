"""Excel workbooks (`.xlsx`): every sheet is a table with a header row (extra `excel`)."""

import io
import zipfile
from collections.abc import Iterator
from typing import IO, Any, Final

from dittomark.errors import UnreadableFileError
from dittomark.importing import archive, table
from dittomark.importing.plain_values import plain
from dittomark.importing.results import Item, Options
from dittomark.importing.sources import Source
from dittomark.optional_parts import EXCEL

_MAX_BYTES: Final = 300_000_000


def read(source: Source, options: Options) -> Iterator[Item]:
    """Yield an article for each row of each sheet; formulas count as their last value."""
    for rows in sheets(source):
        yield from table.articles(source, rows, options, encoding="utf-8")


def sheets(source: Source) -> Iterator[Iterator[table.Row]]:
    """Yield the rows of each sheet that has any. Raises UnreadableFileError."""
    try:
        import openpyxl
    except ImportError as error:
        raise UnreadableFileError(EXCEL.missing) from error
    stream = io.BytesIO(source.read(limit=_MAX_BYTES))
    _refuse_bombs(stream, source)
    try:
        book = openpyxl.load_workbook(stream, read_only=True, data_only=True)
    except (KeyError, ValueError, OSError, zipfile.BadZipFile) as error:
        raise UnreadableFileError("This is not an Excel workbook, or it is damaged.") from error
    try:
        for sheet in book.worksheets:
            rows = _filled(sheet.iter_rows(values_only=True))
            if first := next(rows, None):
                yield _chain(first, rows)
    finally:
        book.close()


def _refuse_bombs(stream: IO[bytes], source: Source) -> None:
    try:
        with zipfile.ZipFile(stream) as opened:
            archive.safe_members(opened, packed=source.size)
    except zipfile.BadZipFile as error:
        raise UnreadableFileError("This is not an Excel workbook, or it is damaged.") from error


def _filled(rows: Any) -> Iterator[table.Row]:  # noqa: ANN401  (openpyxl has no types)
    for number, row in enumerate(rows, start=1):
        if any(cell is not None for cell in row):
            yield number, [_cell(value) for value in row]


def _cell(value: Any) -> Any:  # noqa: ANN401
    """Return a cell as JSON has it; nothing as an empty text."""
    return "" if value is None else plain(value)


def _chain(first: table.Row, rest: Iterator[table.Row]) -> Iterator[table.Row]:
    yield first
    yield from rest
