"""LibreOffice opens what we write for spreadsheets, and shows what stands in the project."""

import csv
import shutil
import subprocess
from pathlib import Path

import pytest
from openpyxl import load_workbook
from tests.helpers.datasets import BANDH, COPY
from tests.interop.conftest import Exported

PROGRAM = shutil.which("soffice") or shutil.which("libreoffice")
pytestmark = pytest.mark.skipif(PROGRAM is None, reason="LibreOffice is not installed")
# Comma, double quote, UTF-8, from the first line; cells as they are shown; every sheet.
AS_CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
FROM_CSV = "CSV:44,34,76,1"  # what people choose in its dialog: commas, UTF-8


def convert(source: Path, kind: str, folder: Path, *more: str) -> None:
    """Let LibreOffice open a file without a window and save it as another kind."""
    folder.mkdir(exist_ok=True)
    settings = f"-env:UserInstallation={(folder / 'settings').as_uri()}"
    subprocess.run(
        [str(PROGRAM), settings, "--headless", "--norestore", *more,
         "--convert-to", kind, "--outdir", str(folder), str(source)],
        check=True, capture_output=True, timeout=600,
    )  # fmt: skip


def cells(path: Path, sheet: str) -> list[dict[str, str]]:
    rows = load_workbook(path)[sheet].iter_rows(values_only=True)
    columns = [str(name) for name in next(rows)]
    return [
        {
            name: "" if value is None else str(value)
            for name, value in zip(columns, row, strict=True)
        }
        for row in rows
    ]


def lines(text: str) -> str:
    """Return a cell with line ends and truth values written in one way."""
    return {"TRUE": "True", "FALSE": "False"}.get(text, text.replace("\r\n", "\n"))


@pytest.mark.tool("xlsx", "LibreOffice Calc")
def test_the_workbook_opens_with_every_sheet_as_it_is(exported: Exported, tmp_path: Path) -> None:
    book = exported("xlsx")
    convert(book, AS_CSV, tmp_path / "shown")
    for sheet in ("articles", "spans", "pairs", "links", "events"):
        (shown,) = (tmp_path / "shown").glob(f"*-{sheet}.csv")
        with shown.open(encoding="utf-8", newline="") as stream:
            seen = [{k: lines(v) for k, v in row.items()} for row in csv.DictReader(stream)]
        expected = [{k: lines(v) for k, v in row.items()} for row in cells(book, sheet)]
        numbers = {"score", "length", "seconds", "start", "end"}
        for there, here in zip(seen, expected, strict=True):
            assert {k: v for k, v in there.items() if k not in numbers} == {
                k: v for k, v in here.items() if k not in numbers
            }
    (articles,) = (tmp_path / "shown").glob("*-articles.csv")
    assert lines(BANDH) in lines(articles.read_text("utf-8"))


@pytest.mark.tool("csv", "LibreOffice Calc")
def test_tables_open_in_calc_and_nothing_in_them_runs(exported: Exported, tmp_path: Path) -> None:
    table = exported("csv") / "articles.csv"
    convert(table, "xlsx", tmp_path / "opened", f"--infilter={FROM_CSV}")
    rows = {
        row["external_id"]: row for row in cells(tmp_path / "opened" / "articles.xlsx", "articles")
    }
    assert lines(rows["n1"]["text"]) == lines(BANDH)
    assert lines(rows["k1"]["text"]) == COPY
    assert rows["k1"]["title"] == "'=বাঁধ"  # guarded: a title that begins like a formula
    values = load_workbook(tmp_path / "opened" / "articles.xlsx")["articles"].iter_rows()
    assert not [cell for row in values for cell in row if cell.data_type == "f"]
