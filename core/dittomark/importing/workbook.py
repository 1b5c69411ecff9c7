"""Excel workbooks (`.xlsx`): every sheet is a table with a header row (extra `excel`)."""

import io
import itertools
import zipfile
from collections.abc import Generator, Iterator
from datetime import datetime, time
from typing import IO, Any, Final

from dittomark.errors import UnreadableFileError
from dittomark.importing import archive, merged_cells, table
from dittomark.importing.plain_values import plain
from dittomark.importing.results import Failure, Item, Note, Options
from dittomark.importing.sources import Source
from dittomark.messages import Message
from dittomark.system.optional_parts import EXCEL

_MAX_BYTES: Final = 300_000_000
_PEEKED: Final = 10  # rows by which the kind of a sheet is recognised


def read(source: Source, options: Options) -> Iterator[Item]:
    """Yield an article for each row of each sheet; formulas have their last value.

    Raises `UnreadableFileError`.
    """
    found = False
    textless: list[tuple[str, UnreadableFileError]] = []
    every = sheets(source)
    ahead = [*itertools.islice(every, 2)]
    for title, sheet in itertools.chain(ahead, every):
        start = [*itertools.islice(sheet, _PEEKED)]
        if len(ahead) > 1 and _is_remark(start):
            textless.append((title, UnreadableFileError("This workbook holds no articles.")))
            continue
        rows = itertools.chain(start, sheet)
        try:
            for item in table.articles(source, rows, options, encoding="utf-8"):
                found = found or not isinstance(item, Failure | Note)
                yield item
        except UnreadableFileError as error:
            textless.append((title, error))
    if not found and textless:
        raise textless[0][1]
    for title, _ in textless:  # notes and lists in addition to the sheet of articles
        yield Note(source.name, Message("The sheet “{title}” holds no articles.", title=title))
    if not found and not textless:
        raise UnreadableFileError("This file is empty.")


def _is_remark(rows: list[table.Row]) -> bool:
    """Return whether a sheet, among several, holds remarks on the others: lines, not a table."""
    cells = [table.filled(row[1]) for row in rows if not isinstance(row, Failure)]
    return all(len(row) < 2 for row in cells) and not any(table.names_known(row) for row in cells)


def sheets(source: Source) -> Generator[tuple[str, Iterator[table.Row]], None, None]:
    """Yield the name and the rows of each sheet that has any. Raises UnreadableFileError."""
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
        merged = merged_cells.in_workbook(stream)
        for sheet in book.worksheets:
            cells = merged.get(sheet.title, ())
            rows = _filled(merged_cells.spread(sheet.iter_rows(values_only=True), cells))
            if first := next(rows, None):
                yield sheet.title, _chain(first, rows)
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
    """Return a cell as a JSON value; an empty cell as an empty string."""
    if isinstance(value, datetime) and value.time() == time() and value.tzinfo is None:
        value = value.date()  # a day, which Excel stores with a time
    return "" if value is None else plain(value)


def _chain(first: table.Row, rest: Iterator[table.Row]) -> Iterator[table.Row]:
    yield first
    yield from rest
