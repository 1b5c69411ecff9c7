"""`xlsx`: the tables of `csv` as the sheets of one Excel workbook (needs the extra `excel`).

A double-click opens it with every script displayed correctly. Cells with text are typed as text:
none is run as a formula. Excel holds 32,767 characters in a cell; longer texts are cut there, which
is reported as a loss.
"""

import re
from itertools import chain
from shutil import copyfileobj
from tempfile import SpooledTemporaryFile
from typing import IO, Any, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from dittomark.errors import UserError
from dittomark.exporting import links, spreadsheet
from dittomark.exporting.dataset import Dataset
from dittomark.exporting.output import Output
from dittomark.messages import Message
from dittomark.records.json_objects import decision_record
from dittomark.records.table_columns import TABLES
from dittomark.system.optional_parts import EXCEL

_LONGEST: Final = 32_767  # Excel's own limit
_IN_MEMORY: Final = 1 << 24  # bytes of a workbook; a larger one is buffered on disk
_TIMES: Final = re.compile(rb"<dcterms:(created|modified)[^>]*>.*?</dcterms:\1>")
_NOT_IN_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def write(dataset: Dataset, output: Output, name: str) -> None:
    """Write one workbook with a sheet for each table. Raises `UserError` if openpyxl is missing."""
    try:
        from openpyxl import Workbook
    except ImportError as error:
        raise UserError(EXCEL.missing) from error
    book = Workbook(write_only=True)
    sheets = {table: book.create_sheet(table) for table in TABLES}
    for table, columns in TABLES.items():
        sheets[table].freeze_panes = "A2"
        sheets[table].append(list(columns))

    def put(table: str, row: dict[str, Any]) -> None:
        sheet = sheets[table]
        sheet.append([_cell(sheet, row.get(column), dataset) for column in TABLES[table]])

    used: set[str] = set()
    for table, row in spreadsheet.article_rows(dataset, dataset.articles()):
        put(table, row)
        if table == "events":
            used.add(row.get("id", ""))
    for row in chain(spreadsheet.unused_event_rows(dataset, used)):
        put("events", row)
    for row in spreadsheet.pair_rows(dataset):
        put("pairs", row)
    for row in links.records(dataset):
        put("links", row)
    for decision in dataset.decisions():
        dataset.tally.count("decisions")
        put("decisions", decision_record(decision))
    with SpooledTemporaryFile(_IN_MEMORY) as saved, output.binary(name) as stream:
        book.save(saved)
        _without_times(saved, stream)
    dataset.tally.lose_once(
        "label schemes", Message("A workbook has rows only, no label scheme."), 1
    )


def _without_times(book: IO[bytes], stream: IO[bytes]) -> None:
    """Copy a workbook without time stamps: the same project gives the same bytes."""
    with ZipFile(book) as parts, ZipFile(stream, "w", ZIP_DEFLATED) as copy:
        for part in parts.infolist():
            plain = ZipInfo(part.filename)  # dated 1980
            plain.compress_type = ZIP_DEFLATED
            with parts.open(part) as source, copy.open(plain, "w", force_zip64=True) as target:
                if part.filename == "docProps/core.xml":
                    target.write(_TIMES.sub(b"", source.read()))
                else:
                    copyfileobj(source, target)


def _cell(sheet: Any, value: object, dataset: Dataset) -> object:  # noqa: ANN401
    """Return a cell; a string is typed as text, so that it is never run."""
    from openpyxl.cell import WriteOnlyCell

    value = spreadsheet.plain_cell(value)
    if not isinstance(value, str):
        return value
    if _NOT_IN_XML.search(value):
        dataset.tally.lose("characters", Message("A workbook can't hold control characters."))
        value = _NOT_IN_XML.sub("\ufffd", value)
    if len(value) > _LONGEST:
        why = Message("A cell holds 32,767 characters; what is longer was cut.")
        dataset.tally.lose("texts", why)
        value = value[:_LONGEST]
    cell = WriteOnlyCell(sheet, value=value)
    cell.data_type = "s"
    return cell
