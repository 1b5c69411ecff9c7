"""CSV and TSV: one article per row, the first row names the columns."""

import csv
import itertools
import json
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from dittomark.article_fields import IMPORT_FIELDS
from dittomark.errors import UnreadableFileError
from dittomark.importing import json_lines, json_rows, mapping, own_tables
from dittomark.importing.json_lines import has_surrogate, open_text
from dittomark.importing.results import Failure, Item, Note, Options
from dittomark.importing.sources import Source
from dittomark.importing.suggestions import is_suggestion_table, suggestion_record
from dittomark.messages import Message

if TYPE_CHECKING:
    from _csv import Reader

_MAX_FIELD: Final = 20_000_000
_MAX_COLUMNS: Final = 2000
_GUESS_ROWS: Final = 20


Row = tuple[int, list[Any]] | Failure
Named = tuple[int, Mapping[str, Any]] | Failure  # a row as a mapping by its columns' names


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
            lines = _Lines(text)
            head, delimiter = lines.head()
            if format_ == "tsv":
                delimiter = "\t"
            reader = csv.reader(lines, delimiter=delimiter or delimiter_of(head))
            yield from _numbered(source, reader, lines)

    return encoding, rows()


class _Lines:
    """The lines of a table, without those above its header: `sep=;`, comments, empty lines.

    Counts the lines that were read, and the quotation marks in those of the present row.
    """

    def __init__(self, text: Iterator[str]) -> None:
        self._text = text
        self._first: list[str] = []
        self.skipped = 0
        self.quotes = 0
        self.ended = False

    def head(self) -> tuple[str, str]:
        """Return the header's line, and the delimiter declared in a line above it."""
        delimiter = ""
        for line in self._text:
            plain = line.strip().lstrip("\ufeff")
            if self.skipped == 0 and (match := _SEP.fullmatch(plain)):
                delimiter = "\t" if match[1] == "\\t" else match[1]
            elif plain and not _COMMENT.match(plain):
                self._first = [line]
                return line, delimiter
            self.skipped += 1
        return "", delimiter

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._first.pop() if self._first else next(self._text, "")
        if not line:
            self.ended = True
            raise StopIteration
        self.quotes += line.count('"')
        return line


_SEP: Final = re.compile(r"sep=(\\t|.)", re.IGNORECASE)
_COMMENT: Final = re.compile(r"#(?:\s|$|!)")


def delimiter_of(head: str) -> str:
    """Return the delimiter of a header row: a comma, a semicolon, a tab or a bar."""
    return max(",;\t|", key=head.count)


def _numbered(source: Source, rows: "Reader", lines: _Lines) -> Iterator[Row]:
    while True:
        line = rows.line_num + 1 + lines.skipped
        lines.quotes = 0
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            below = rows.line_num + lines.skipped - line
            yield Failure(source.name, _why_not(error, lines, below), line)
            continue
        if lines.ended and lines.quotes % 2:
            yield Failure(source.name, _OPEN_QUOTE, line)
        elif any(has_surrogate(cell) for cell in row if not cell.isascii()):
            yield Failure(source.name, Message("This row has bytes that are not valid text."), line)
        elif any(row):
            yield line, row


def _why_not(error: csv.Error, lines: _Lines, below: int) -> Message:
    """Return the reason for which a row was not read; it covers `below` lines after its first."""
    if lines.quotes % 2 and "field limit" in str(error):
        return Message(
            "A quotation mark that opens in this row does not close within {most:,} characters: this "
            "row and {below:,} lines below it were not read. Mend the row and import the file again.",
            most=_MAX_FIELD,
            below=below,
        )
    return Message("This row can't be read ({reason}).", reason=str(error))


_OPEN_QUOTE: Final = Message(
    "A quotation mark that opens in this row never closes: this row and those below it were not "
    "read. Mend the row and import the file again."
)


def articles(
    source: Source,
    rows: Iterator[Row],
    options: Options,
    *,
    encoding: str,
) -> Iterator[Item]:
    """Yield an article for each row; the first row names the columns.

    Raises `UnreadableFileError` for a table without rows or without texts.
    """
    above: list[str] = []
    rows = below_titles(rows, options, above)
    first = next((row for row in rows if not isinstance(row, Failure)), None)
    if first is None:
        raise UnreadableFileError("This file is empty.")
    if above:
        yield Note(
            source.name,
            Message(
                "Above the names of the columns stands “{title}”: it was left out.",
                title=" ".join(above),
            ),
        )
    columns = header(first[1])
    if not has_header(first[1], options):
        yield Note(source.name, _NO_HEADER)
        columns = [f"column {n}" for n in range(1, len(columns) + 1)]
        rows = itertools.chain([first], rows)
    ours = "" if options.mapping else own_tables.table_of(columns)
    named = _named(source, rows, columns, again=[str(cell).strip() for cell in first[1]])
    if ours or is_suggestion_table(columns):
        yield from _records(source, named, ours)
    elif {*columns} >= mapping.OF_ANNOTATIONS:
        yield from json_rows.read_objects(source, _objects(named, encoding), options)
    else:
        yield from _plain(source, named, columns, options, encoding=encoding)


def _records(source: Source, rows: Iterator[Named], ours: str) -> Iterator[Item]:
    """Yield the records of a table of our own export, or of suggestions."""
    for row in rows:
        if isinstance(row, Failure):
            yield row
        elif ours:
            yield from own_tables.records(source, *row, ours)
        else:
            yield suggestion_record(source.name, *row)


def _plain(
    source: Source, named: Iterator[Named], columns: list[str], options: Options, *, encoding: str
) -> Iterator[Item]:
    """Yield an article for each row of any other table."""
    start = list(itertools.islice(named, mapping.ROWS_LOOKED_AT))
    values = [row[1] for row in start if not isinstance(row, Failure)]
    if not start:
        raise UnreadableFileError("There are no rows below the names of the columns.")
    found = _mapping(columns, values[:_GUESS_ROWS], options)
    if values and "text" not in found:
        raise _no_text(found, values)
    habits = mapping.habits_of(values, found, dates=options.dates)
    yield from (Note(source.name, note) for note in habits.notes)
    for row in itertools.chain(start, named):
        if isinstance(row, Failure):
            yield row
            continue
        line, value = row
        article = mapping.article_from(value, found, encoding=encoding, habits=habits)
        yield Failure(source.name, article, line) if isinstance(article, Message) else article


def _objects(rows: Iterator[Named], encoding: str) -> json_rows.Rows:
    """Yield the rows of a table written by Label Studio, with JSON in cells decoded."""
    for row in rows:
        if isinstance(row, Failure):
            yield row, encoding
        else:
            value = {name: _from_json(name, cell) for name, cell in row[1].items() if cell != ""}
            yield json_lines.Row(row[0], value), encoding


def _from_json(name: str, cell: object) -> object:
    if not isinstance(cell, str):
        return cell
    if cell.startswith(("[{", "{")) or name == "annotator":  # the annotator's number
        try:
            return json.loads(cell)
        except (ValueError, RecursionError):
            return cell
    return cell


def _named(
    source: Source, rows: Iterator[Row], columns: list[str], *, again: list[str]
) -> Iterator[Named]:
    """Yield the rows by the names of their columns; repetitions of the header are skipped."""
    for row in rows:
        if isinstance(row, Failure):
            yield row
        elif len(row[1]) > len(columns):
            why = Message("This row has more cells than the header.")
            yield Failure(source.name, why, row[0])
        elif [str(cell).strip() for cell in row[1]] != again or columns[0] == "column 1":
            yield row[0], dict(zip(columns, row[1], strict=False))


_NO_HEADER: Final = Message(
    "The first row seems to be an article, not the names of columns: it was read as one. Say which "
    "column is which with --map, as in text='column 2'."
)
_NAMES: Final = frozenset(name for names in IMPORT_FIELDS.values() for name in names)


_MOST_TITLES: Final = 10


def below_titles(rows: Iterator[Row], options: Options, above: list[str]) -> Iterator[Row]:
    """Return a table's rows from its header on; titles above it are put into `above`.

    A title is a row of one cell above a row of several that name columns; or a row of names for
    groups of columns, above the columns' own names.
    """
    seen: list[Row] = []
    for row in itertools.islice(rows, _MOST_TITLES):
        seen.append(row)
        if isinstance(row, Failure) or len(cells := filled(row[1])) == 0:
            break
        if len(cells) > 1:
            if len(seen) > 1 and has_header(cells, options):
                above += [
                    cell
                    for one in seen[:-1]
                    if not isinstance(one, Failure)
                    for cell in filled(one[1])
                ]
                seen = seen[-1:]
            break
        if mapping.plain_name(cells[0]) in _NAMES:
            break
    below = next(rows, None)
    if below is None:
        return iter(seen)
    if seen and _names_groups(seen[-1], below):
        above += [cell for one in seen if not isinstance(one, Failure) for cell in filled(one[1])]
        seen = []
    return itertools.chain(seen, [below], rows)


def _names_groups(row: Row, below: Row) -> bool:
    """Return whether a row names groups of columns: the row below names most columns, it few."""
    if isinstance(row, Failure) or isinstance(below, Failure):
        return False
    known = names_known(below[1])
    return known > max(1, names_known(row[1])) and known * 2 > len(filled(below[1]))


def names_known(cells: list[Any]) -> int:
    """Return the number of cells that are known names of columns."""
    return sum(mapping.plain_name(cell) in _NAMES for cell in filled(cells))


def filled(cells: list[Any]) -> list[str]:
    """Return the texts of the cells that are not empty."""
    return [text for cell in cells if (text := str(cell).strip())]


def has_header(cells: list[Any], options: Options) -> bool:
    """Return whether a table's first row names its columns: none is prose, a date or a number."""
    names = [str(cell).strip() for cell in cells]
    if options.mapping and set(options.mapping.values()) <= {*names}:
        return True
    if any(mapping.plain_name(name) in _NAMES for name in names):
        return True
    return not any(
        mapping.is_prose(name) or name.startswith(("http://", "https://")) or name.isdigit()
        for name in names
    )


def _no_text(found: Mapping[str, str], rows: list[Mapping[str, Any]]) -> UnreadableFileError:
    addresses = sum(any(_is_address(cell) for cell in row.values()) for row in rows)
    if "url" in found or 2 * addresses > len(rows):
        return UnreadableFileError(mapping.LINKS)
    return UnreadableFileError(
        "Which column is the text can't be told: name it with --map text=COLUMN."
    )


def _is_address(cell: object) -> bool:
    return isinstance(cell, str) and cell.startswith(("http://", "https://"))


def header(cells: list[Any]) -> list[str]:
    """Return the names of the columns; a missing or repeated name is made from the column's number.

    Raises `UnreadableFileError` for too many columns.
    """
    if len(cells) > _MAX_COLUMNS:
        raise UnreadableFileError("This table has more than {most} columns.", most=_MAX_COLUMNS)
    names: list[str] = []
    for number, cell in enumerate(cells, start=1):
        name = str(cell or "").strip() or f"column {number}"
        names.append(f"{name} (column {number})" if name in names else name)
    return names


def _mapping(columns: list[str], rows: list[Mapping[str, Any]], options: Options) -> dict[str, str]:
    return {**mapping.guess(columns, rows), **options.mapping}
