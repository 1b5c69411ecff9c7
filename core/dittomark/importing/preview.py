"""The preview of a file before it is imported: format, encoding, columns, first articles."""

import contextlib
import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from dittomark.annotations import NewArticle
from dittomark.errors import UnreadableFileError
from dittomark.importing import date_order, json_rows, mapping, table, workbook
from dittomark.importing.formats import format_of
from dittomark.importing.json_lines import Row
from dittomark.importing.reader import NO_RECORDS, OLD_FONT, items_of
from dittomark.importing.results import Failure, Note, Options, ReadRecord
from dittomark.importing.sources import Source, find_sources
from dittomark.messages import Message

_START: Final = 4096
# Number of files in a folder or archive that are previewed in addition to the first.
_OTHERS: Final = 7
_COUNTED: Final = 5000  # files: the preview is quick for every folder


@dataclass(frozen=True, slots=True)
class Preview:
    """The content of a file, before it is imported.

    `columns` are a table's columns or an object's keys, `rows` the first rows as text, and
    `mapping` the column of each field (guessed, and overridden by the given mapping); all three are
    empty for texts and pages. `more` is the number of files in a folder or an archive that were not
    read (counted to a few thousand). `articles` are the first ones as they would be imported,
    `failures` the errors up to there, `notes` further remarks for the user. `lists` are the lists
    of a JSON file that may be its articles. `dates_in_numbers` is true if a date may have the day
    or the month first, `month_first` is the order in which they were read. `old_font` is true if
    texts are in the encoding of a legacy Bengali font.
    """

    path: str
    format: str
    encoding: str
    columns: tuple[str, ...] = ()
    rows: tuple[Mapping[str, str], ...] = ()
    mapping: Mapping[str, str] = field(default_factory=dict)
    articles: tuple[NewArticle, ...] = ()
    failures: tuple[Failure, ...] = ()
    more: int = 0
    notes: tuple[Message, ...] = ()
    lists: tuple[str, ...] = ()
    dates_in_numbers: bool = False
    month_first: bool = False
    old_font: bool = False


def preview(
    path: Path | str,
    *,
    format: str | None = None,  # noqa: A002  (the word people know from the command)
    encoding: str | None = None,
    mapping: Mapping[str, str] | None = None,
    records: str = "",
    dates: str = "",
    fonts: str = "",
    count: int = 20,
) -> Preview:
    """Return the content of a file, from its first `count` articles.

    Of a folder or archive the first files are previewed; format and columns are those of the first.
    A file that can't be read raises nothing: its failure is in the preview. Raises UserError for an
    encoding that does not exist.
    """
    options = Options(
        format=format or "",
        encoding=encoding or "",
        mapping=mapping or {},
        records=records,
        dates=dates,
        fonts=fonts,
    )
    # The sources stay open: they hold the archive from which their members are read.
    with contextlib.closing(find_sources([path], None)) as sources:
        source = next(sources, None)
        if source is None:
            return Preview(str(path), "", "")
        if isinstance(source, Failure):
            return Preview(source.path, "", "", failures=(source,))
        items = list(itertools.islice(items_of(source, options), count))
        kind, rows = _rows(source, options, count)
        lists = _lists(source, options, kind)
        for other in itertools.islice(sources, _OTHERS):
            room = count - len(items)
            items += (
                [other]
                if isinstance(other, Failure)
                else itertools.islice(items_of(other, options), room)
            )
        more = sum(1 for _ in itertools.islice(sources, _COUNTED))
    if not items and not more:
        items = [Failure(source.name, NO_RECORDS)]
    found = (item.article if isinstance(item, ReadRecord) else item for item in items)
    articles = tuple(article for article in found if isinstance(article, NewArticle))
    columns = tuple(dict.fromkeys(column for row in rows for column in row))
    found_mapping = _mapping(columns, rows, options)
    written = _dates(rows, found_mapping)
    notes = dict.fromkeys(item.message for item in items if isinstance(item, Note))
    return Preview(
        path=source.name,
        format=kind,
        encoding=articles[0].encoding if articles else "",
        columns=columns,
        rows=tuple({column: _cell(value) for column, value in row.items()} for row in rows),
        mapping=found_mapping,
        articles=articles,
        failures=tuple(item for item in items if isinstance(item, Failure)),
        more=more,
        notes=tuple(note for note in notes if note != OLD_FONT),
        lists=lists,
        dates_in_numbers=any(map(date_order.is_ambiguous, written)),
        month_first=_is_month_first(written, dates),
        old_font=OLD_FONT in notes or fonts != "",
    )


def _lists(source: Source, options: Options, kind: str) -> tuple[str, ...]:
    if kind not in {"json", "jsonl", ""}:
        return ()
    try:
        return tuple(json_rows.lists_in(source, options, format_="json"))
    except (OSError, UnreadableFileError):
        return ()


def _is_month_first(written: list[str], given: str) -> bool:
    return given == "month-first" or (
        not given and date_order.orders_proved(written) == {"month-first"}
    )


def _dates(rows: list[dict[str, Any]], found: Mapping[str, str]) -> list[str]:
    """Return the dates of some rows, unparsed."""
    if "date" not in found:
        return []
    return [mapping.as_text(mapping.value_at(row, found["date"])) for row in rows]


def _rows(source: Source, options: Options, count: int) -> tuple[str, list[dict[str, Any]]]:
    """Return the format and, if it has columns to be mapped, the first rows."""
    try:
        kind = options.format or format_of(source, source.sample(_START))
        if kind in {"csv", "tsv"}:
            return kind, _table_rows(table.rows_of(source, options, format_=kind)[1], count)
        if kind == "excel":
            return kind, _sheet_rows(source, count)
        if kind in {"jsonl", "json"}:
            return _object_rows(source, options, kind, count)
    except (OSError, UnreadableFileError):
        return "", []  # The reader has already reported the reason.
    return kind, []


def _table_rows(rows: Iterator[table.Row], count: int) -> list[dict[str, Any]]:
    rows = table.below_titles(rows, Options(), [])
    cells = [row[1] for row in itertools.islice(rows, count + 1) if not isinstance(row, Failure)]
    if not cells:
        return []
    columns = table.header(cells[0])
    return [dict(zip(columns, row, strict=False)) for row in cells[1:]] or [
        dict.fromkeys(columns, "")
    ]


def _sheet_rows(source: Source, count: int) -> list[dict[str, Any]]:
    """Return the first rows of the first sheet that has rows below its header."""
    with contextlib.closing(workbook.sheets(source)) as sheets:
        for _, rows in sheets:
            found = _table_rows(rows, count)
            if any(any(row.values()) for row in found):
                return found
    return []


def _object_rows(
    source: Source, options: Options, kind: str, count: int
) -> tuple[str, list[dict[str, Any]]]:
    rows = itertools.islice(json_rows.records_of(source, options, format_=kind)[1], count)
    values = [row.value for row, _ in rows if isinstance(row, Row) and isinstance(row.value, dict)]
    if values and (tool := json_rows.record_format(values[0])):
        return tool, []
    return kind, values


def _mapping(
    columns: tuple[str, ...], rows: list[dict[str, Any]], options: Options
) -> dict[str, str]:
    return {**mapping.guess(columns, rows), **options.mapping} if columns else {}


def _cell(value: object) -> str:
    return value if isinstance(value, str) else mapping.as_text(value)
