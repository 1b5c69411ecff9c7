"""Merged cells of an Excel workbook: one value for several rows.

openpyxl's reading mode for large files ignores them; they are read from the sheets' XML.
"""

import posixpath
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import IO, Any, Final

from dittomark.importing.xml_tree import attribute, local_name, parse_xml

_RANGE: Final = re.compile(r"([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})")
_MERGED: Final = re.compile(rb'<(?:\w+:)?mergeCell\s+ref="([A-Z0-9:]+)"')
_MOST: Final = 100_000  # merged cells in a sheet; a sheet with more is not a table made by hand
_CHUNK: Final = 1 << 20
_OVERLAP: Final = 200  # bytes; an element that is cut by a chunk is found in the next one
_RELATION: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@dataclass(frozen=True, slots=True)
class Merged:
    """A column in which one value covers several rows; numbers start at 1 and are inclusive."""

    column: int
    first: int
    last: int


def in_workbook(stream: IO[bytes]) -> Mapping[str, Sequence[Merged]]:
    """Return the merged cells of each sheet, by its name; those within one row are left out."""
    with zipfile.ZipFile(stream) as book:
        try:
            return {title: list(_of_sheet(book, name)) for title, name in _sheets(book)}
        except KeyError:  # the part is not where workbooks have it
            return {}


def _sheets(book: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Yield the name of each sheet and of its part."""
    targets = {
        attribute(one, "Id"): attribute(one, "Target")
        for one in parse_xml(book.read("xl/_rels/workbook.xml.rels"))
    }
    for element in parse_xml(book.read("xl/workbook.xml")).iter():
        if local_name(element) == "sheet":
            target = targets.get(str(element.get(_RELATION)), "")
            place = target[1:] if target.startswith("/") else posixpath.normpath(f"xl/{target}")
            yield attribute(element, "name"), place


def _of_sheet(book: zipfile.ZipFile, name: str) -> Iterator[Merged]:
    found: set[bytes] = set()
    before = b""
    with book.open(name) as sheet:
        while chunk := sheet.read(_CHUNK):
            found.update(match[1] for match in _MERGED.finditer(before + chunk))
            before = chunk[-_OVERLAP:]
            if len(found) > _MOST:
                return
    for ref in sorted(found):
        match = _RANGE.fullmatch(ref.decode("ascii"))
        if match and int(match[2]) < int(match[4]) and match[1] == match[3]:
            yield Merged(_number(match[1]), int(match[2]), int(match[4]))


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number


def spread(rows: Iterable[Sequence[Any]], merged: Sequence[Merged]) -> Iterator[Sequence[Any]]:
    """Yield the rows of a sheet, with the value of merged cells in each row that they cover.

    Rows without any other value stay empty.
    """
    begins: dict[int, list[Merged]] = {}
    for one in merged:
        begins.setdefault(one.first, []).append(one)
    open_: list[tuple[Merged, Any]] = []
    for number, row in enumerate(rows, start=1):
        open_ = [(one, value) for one, value in open_ if number <= one.last]
        cells = list(row)
        if any(cell is not None for cell in cells):
            for one, value in open_:
                if one.column <= len(cells) and cells[one.column - 1] is None:
                    cells[one.column - 1] = value
        open_ += [
            (one, row[one.column - 1]) for one in begins.get(number, ()) if one.column <= len(row)
        ]
        yield cells
