"""CSV and TSV: one article a row, the first row names the columns."""

import csv
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from dittomark.errors import UnreadableFileError
from dittomark.importing import mapping, own_tables
from dittomark.importing.json_lines import has_surrogate, open_text
from dittomark.importing.results import Failure, Item, Options
from dittomark.importing.sources import Source
from dittomark.importing.suggestions import is_suggestion_table, suggestion_record
from dittomark.messages import Message

if TYPE_CHECKING:
    from _csv import Reader

_MAX_FIELD: Final = 20_000_000
_MAX_COLUMNS: Final = 2000
_GUESS_ROWS: Final = 20


Row = tuple[int, list[Any]] | Failure


def read(source: Source, options: Options, *, format_: str) -> Iterator[Item]:
    """Yield an article for each row of a CSV (or TSV) file."""
    encoding, rows = rows_of(source, options, format_=format_)
    yield from articles(source, rows, options, encoding=encoding)


def rows_of(source: Source, options: Options, *, format_: str) -> tuple[str, Iterator[Row]]:
    """Return a table's encoding and its rows with their line numbers, the header first."""
    text, encoding = open_text(source, options.encoding, newline="")
    csv.field_size_limit(_MAX_FIELD)

    def rows() -> Iterator[Row]:
        with text:
            head = text.readline(_MAX_FIELD)
            delimiter = "\t" if format_ == "tsv" else delimiter_of(head)
            reader = csv.reader(_with_first(head, text), delimiter=delimiter)
            yield from _numbered(source, reader)

    return encoding, rows()


def _with_first(head: str, rest: Iterator[str]) -> Iterator[str]:
    yield head
    yield from rest


def delimiter_of(head: str) -> str:
    """Return what separates the columns of a header row: a comma, a semicolon, a tab or a bar."""
    return max(",;\t|", key=head.count)


def _numbered(source: Source, rows: "Reader") -> Iterator[Row]:
    while True:
        line = rows.line_num + 1
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield Failure(
                source.name, Message("This row can't be read ({reason}).", reason=str(error)), line
            )
            continue
        if any(has_surrogate(cell) for cell in row if not cell.isascii()):
            yield Failure(source.name, Message("This row has bytes that are not valid text."), line)
        elif any(row):
            yield line, row


def articles(
    source: Source,
    rows: Iterator[Row],
    options: Options,
    *,
    encoding: str,
) -> Iterator[Item]:
    """Yield an article for each row; the first row names the columns."""
    columns: list[str] | None = None
    ours = ""
    waiting: list[tuple[int, Mapping[str, Any]]] = []
    found: dict[str, str] | None = None
    for row in rows:
        if isinstance(row, Failure):
            yield row
            continue
        line, cells = row
        if columns is None:
            columns = header(cells)
            ours = "" if options.mapping else own_tables.table_of(columns)
            continue
        if len(cells) > len(columns):
            yield Failure(source.name, Message("This row has more cells than the header."), line)
            continue
        named = dict(zip(columns, cells, strict=False))
        if ours:
            yield from own_tables.records(source, line, named, ours)
            continue
        if is_suggestion_table(columns):
            yield suggestion_record(source.name, line, named)
            continue
        if found is not None:
            yield _article(source, line, named, found, encoding)
            continue
        waiting.append((line, named))
        if len(waiting) == _GUESS_ROWS:
            found = _mapping(columns, waiting, options)
            yield from (_article(source, n, r, found, encoding) for n, r in waiting)
            waiting = []
    if columns is None:
        raise UnreadableFileError("This file is empty.")
    if waiting:
        found = _mapping(columns, waiting, options)
        yield from (_article(source, n, r, found, encoding) for n, r in waiting)


def header(cells: list[Any]) -> list[str]:
    """Return the names of the columns; one without a name gets its number."""
    if len(cells) > _MAX_COLUMNS:
        raise UnreadableFileError("This table has more than {most} columns.", most=_MAX_COLUMNS)
    return [str(cell or "").strip() or f"column {n}" for n, cell in enumerate(cells, start=1)]


def _mapping(
    columns: list[str], rows: list[tuple[int, Mapping[str, Any]]], options: Options
) -> dict[str, str]:
    return {**mapping.guess(columns, [row for _, row in rows]), **options.mapping}


def _article(
    source: Source, line: int, row: Mapping[str, Any], found: Mapping[str, str], encoding: str
) -> Item:
    article = mapping.article_from(row, found, encoding=encoding)
    return Failure(source.name, article, line) if isinstance(article, Message) else article
