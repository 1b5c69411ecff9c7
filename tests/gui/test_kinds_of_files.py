"""Documents of every kind are imported by dropping them onto the window."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import fpdf
import openpyxl
import pytest
from tests.helpers.dropping import drop
from tests.helpers.window import Person

from dittomark.project import Project
from dittomark_gui.dialogs.import_dialog import ImportDialog

STORY = "The ferry across the river stopped at noon because of a storm that came from the sea."
PAGE = (
    f"<html><head><title>Ferry stops</title></head><body><p>{STORY}</p><p>{STORY}</p></body></html>"
)


def word(folder: Path) -> Path:
    document = docx.Document()
    document.add_paragraph(STORY)
    document.save(str(folder / "story.docx"))
    return folder / "story.docx"


def pdf(folder: Path) -> Path:
    writer = fpdf.FPDF()
    writer.add_page()
    writer.set_font("helvetica", size=12)
    writer.multi_cell(0, 8, STORY)
    writer.output(str(folder / "story.pdf"))
    return folder / "story.pdf"


def book(folder: Path) -> Path:
    path = folder / "book.epub"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr(
            "META-INF/container.xml",
            '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
            '<rootfile full-path="book.opf"/></rootfiles></container>',
        )
        archive.writestr(
            "book.opf",
            '<package xmlns="http://www.idpf.org/2007/opf"><metadata/><manifest>'
            '<item id="one" href="one.xhtml" media-type="application/xhtml+xml"/></manifest>'
            '<spine><itemref idref="one"/></spine></package>',
        )
        body = f'<html xmlns="http://www.w3.org/1999/xhtml"><body><p>{STORY}</p></body></html>'
        archive.writestr("one.xhtml", body)
    return path


def web_archive(folder: Path) -> Path:
    body = PAGE.encode()
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://coast.example/ferry\r\n"
        "WARC-Date: 2024-05-27T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
        "Content-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(answer)}\r\n\r\n"
    )
    path = folder / "crawl.warc"
    path.write_bytes(head.encode() + answer + b"\r\n\r\n")
    return path


def sheet(folder: Path) -> Path:
    workbook = openpyxl.Workbook()
    rows = workbook.active
    assert rows is not None
    rows.append(["title", "text"])
    rows.append(["Ferry stops", STORY])
    workbook.save(str(folder / "rows.xlsx"))
    return folder / "rows.xlsx"


def page(folder: Path) -> Path:
    (folder / "ferry.html").write_text(PAGE, "utf-8")
    return folder / "ferry.html"


@pytest.mark.parametrize("make", [word, pdf, book, web_archive, sheet, page])
def test_a_document_that_is_dropped_comes_in_and_stays_where_it_is(
    person: Person, tmp_path: Path, make: Callable[[Path], Path]
) -> None:
    Project.create(tmp_path / "work.ditto").close()
    person.open_project(tmp_path / "work.ditto")
    path = make(tmp_path)
    drop(person, [path])
    person.settle()
    dialog = person.dialog(ImportDialog)
    assert dialog.table.rowCount() == 1
    dialog.accept()
    person.settle()
    project = person.app.session.project
    (article,) = project.articles()
    assert "The ferry across the river" in " ".join(article.text.split())
    assert path.exists()
