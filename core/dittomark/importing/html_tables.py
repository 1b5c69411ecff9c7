"""Tables that a program saved as a web page: pandas' `to_html`, a workbook saved as a page.

Such a page is a table with one article per row, not an article itself.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from dittomark.article_fields import IMPORT_FIELDS, TEXT_NAMES
from dittomark.importing import mapping, table
from dittomark.importing.results import Item, Options
from dittomark.importing.sources import Source

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_OF_PANDAS: Final = "dataframe"
_FIELDS: Final = frozenset(name for names in IMPORT_FIELDS.values() for name in names)


def may_hold_rows(data: bytes) -> bool:
    """Return whether a page contains a table: most contain none and need no further check."""
    return b"<table" in data or b"<TABLE" in data


def rows_of(page: "HtmlElement") -> list[list[str]]:
    """Return the rows of a page's table of articles, beginning with the names of the columns.

    The table was written by pandas, or its first row names a text and another field of an article.
    Empty for any other page.
    """
    for found in page.iter("table"):
        rows = [cells for row in found.iter("tr") if (cells := _cells(row))]
        if len(rows) < 2:
            continue
        names = {mapping.plain_name(cell) for cell in rows[0]}
        named = not names.isdisjoint(TEXT_NAMES) and len(names & _FIELDS) > 1
        if named or _OF_PANDAS in found.get("class", "").split():
            return _without_index(rows)
    return []


def articles(
    source: Source, rows: list[list[str]], encoding: str, options: Options
) -> Iterator[Item]:
    """Yield an article for each row. Raises `UnreadableFileError` for a table without texts."""
    numbered: Iterator[table.Row] = iter(list(enumerate(rows, start=1)))
    yield from table.articles(source, numbered, options, encoding=encoding)


def _cells(row: "HtmlElement") -> list[str]:
    return [_text(cell) for cell in row if cell.tag in {"td", "th"}]


def _text(cell: "HtmlElement") -> str:
    for line_break in cell.iter("br"):
        line_break.tail = f"\n{line_break.tail or ''}"
    return str(cell.text_content()).strip()


def _without_index(rows: list[list[str]]) -> list[list[str]]:
    """Return a table without its index, a column of row numbers without a name."""
    numbers = [row[0] for row in rows[1:]]
    if not rows[0][0] and numbers == [str(n) for n in range(len(numbers))]:
        return [row[1:] for row in rows]
    return rows
