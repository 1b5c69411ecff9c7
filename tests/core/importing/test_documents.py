"""Word, OpenDocument, e-books, RTF and PDF: what a reader of them reads comes in as text."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

import docx
import fpdf
import pytest
from odf import text as odf_text
from odf.opendocument import OpenDocumentText
from tests.helpers.command import run

from dittomark import importing
from dittomark.annotations import ArticleInfo
from dittomark.project import Project

BENGALI = "নদীর ওপারে ফেরি দুপুরে বন্ধ হয়ে যায়, ঝড়ের কারণে যাত্রীরা ঘাটে আটকে থাকেন।"
ENGLISH = "The ferry across the river stopped at noon because of a storm."
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "p.ditto") as opened:
        yield opened


def only(project: Project, path: Path) -> tuple[ArticleInfo, str]:
    report = importing.import_into(project, path)
    assert report.failures == ()
    [article] = project.articles()
    return project.article_info(article.id), article.text


def why(project: Project, path: Path) -> str:
    report = importing.import_into(project, path)
    assert report.added == ()
    [failure] = report.failures
    return str(failure)


def word(path: Path, body: str) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>',
        )
    return path


def book(path: Path, chapters: dict[str, str], **parts: str) -> Path:
    """Write an e-book as the specification of EPUB 3 has it."""
    items = "".join(
        f'<item id="{name}" href="text/{name}.xhtml" media-type="application/xhtml+xml"/>'
        for name in chapters
    )
    spine = "".join(f'<itemref idref="{name}"/>' for name in chapters)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        archive.writestr(
            "META-INF/container.xml",
            '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
            '<rootfile full-path="OPS/book.opf"/></rootfiles></container>',
        )
        archive.writestr(
            "OPS/book.opf",
            '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">'
            "<metadata><dc:title>The Daily Ferry</dc:title><dc:language>en-GB</dc:language>"
            "<dc:date>2019-06-05</dc:date></metadata><manifest>"
            '<item id="nav" properties="nav" href="nav.xhtml" media-type="application/xhtml+xml"/>'
            f'{items}</manifest><spine><itemref idref="nav"/>{spine}</spine></package>',
        )
        archive.writestr("OPS/nav.xhtml", "<html><body>Contents</body></html>")
        for name, markup in chapters.items():
            archive.writestr(
                f"OPS/text/{name}.xhtml",
                '<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml">'
                f"<body>{markup}</body></html>",
            )
        for name, content in parts.items():
            archive.writestr(f"META-INF/{name}.xml", content)
    return path


def pdf(path: Path, *pages: str) -> Path:
    document = fpdf.FPDF()
    document.set_font("helvetica", size=12)
    for page in pages:
        document.add_page()
        if page:
            document.cell(text=page)
        else:
            document.rect(10, 10, 50, 50)
    document.output(str(path))
    return path


def test_a_word_document_is_its_paragraphs_tables_and_title(
    project: Project, tmp_path: Path
) -> None:
    document = docx.Document()
    document.core_properties.author = "somebody's computer"
    document.add_paragraph("ফেরি বন্ধ", style="Title")
    document.add_paragraph(BENGALI)
    paragraph = document.add_paragraph("The ")
    paragraph.add_run("ferry").bold = True
    paragraph.add_run(" stopped.")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "left", "right"
    document.save(str(tmp_path / "news.docx"))
    info, text = only(project, tmp_path / "news.docx")
    assert text == f"ফেরি বন্ধ\n{BENGALI}\nThe ferry stopped.\nleft\nright"
    assert (info.title, info.language, info.external_id) == ("ফেরি বন্ধ", "bn", "news")
    assert info.author == ""  # whose computer it was is nobody's business
    assert info.date == ""


def test_tracked_changes_count_as_accepted_and_hidden_words_are_not_there(
    project: Project, tmp_path: Path
) -> None:
    path = word(
        tmp_path / "a.docx",
        "<w:p><w:r><w:t>The </w:t></w:r><w:ins><w:r><w:t>new </w:t></w:r></w:ins><w:del><w:r>"
        "<w:delText>old </w:delText></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret"
        "</w:t></w:r><w:hyperlink><w:r><w:t>ferry</w:t><w:br/><w:t>stops</w:t></w:r></w:hyperlink>"
        "<w:r><w:instrText>PAGE</w:instrText></w:r></w:p>",
    )
    assert only(project, path)[1] == "The new ferry\nstops"


def test_an_opendocument_text_is_read_as_it_is_shown(project: Project, tmp_path: Path) -> None:
    document = OpenDocumentText()
    document.text.addElement(odf_text.H(outlinelevel=1, text="Ferry stops"))
    paragraph = odf_text.P(text="One")
    paragraph.addElement(odf_text.S(c=2))
    paragraph.addElement(odf_text.Span(text="two"))
    paragraph.addElement(odf_text.LineBreak())
    paragraph.addText(BENGALI)
    document.text.addElement(paragraph)
    document.save(str(tmp_path / "news.odt"))
    info, text = only(project, tmp_path / "news.odt")
    assert text == f"Ferry stops\nOne  two\n{BENGALI}"
    assert info.title == "Ferry stops"


def test_every_chapter_of_an_ebook_is_an_article(project: Project, tmp_path: Path) -> None:
    path = book(
        tmp_path / "daily.epub",
        {"one": f"<h1>First</h1><p>{ENGLISH}</p>", "two": f"<h1>দুই</h1><p>{BENGALI}</p>"},
    )
    importing.import_into(project, path)
    found = sorted(project.article_infos(), key=lambda info: info.external_id)
    assert [(i.title, i.source, i.date, i.language) for i in found] == [
        ("First", "The Daily Ferry", "2019-06-05", "en"),
        ("দুই", "The Daily Ferry", "2019-06-05", "bn"),
    ]


def test_a_locked_ebook_is_refused_and_one_with_locked_fonts_is_read(
    project: Project, tmp_path: Path
) -> None:
    lock = (
        "<encryption><EncryptedData><EncryptionMethod "
        'Algorithm="http://www.w3.org/2001/04/xmlenc#aes256-cbc"/></EncryptedData></encryption>'
    )
    assert "DRM" in why(project, book(tmp_path / "a.epub", {"one": ENGLISH}, encryption=lock))
    fonts = '<e><EncryptionMethod Algorithm="http://www.idpf.org/2008/embedding"/></e>'
    only(project, book(tmp_path / "b.epub", {"one": ENGLISH}, encryption=fonts))


def test_rich_text_has_letters_of_every_script(project: Project, tmp_path: Path) -> None:
    bengali = "".join(f"\\u{ord(char)}?" for char in BENGALI)
    (tmp_path / "a.rtf").write_text(
        r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}{\info{\author Jane}}\f0 Caf\'e9 open\par "
        + bengali
        + r"\par}",
        "ascii",
    )
    assert only(project, tmp_path / "a.rtf")[1] == f"Café open\n{BENGALI}"


def test_the_text_of_a_pdf_comes_in_and_a_scanned_page_is_named(
    project: Project, tmp_path: Path
) -> None:
    report = importing.import_into(project, pdf(tmp_path / "a.pdf", ENGLISH, "", "The end."))
    [article] = project.articles()
    assert article.text == f"{ENGLISH}\nThe end."
    [failure] = report.failures
    assert "Page 2 has no text" in str(failure)


def test_what_cant_be_read_is_named_with_what_to_do(project: Project, tmp_path: Path) -> None:
    assert "OCR" in why(project, pdf(tmp_path / "scan.pdf", ""))
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7\nnothing")
    assert "broken.pdf: This PDF is damaged." in why(project, tmp_path / "broken.pdf")
    (tmp_path / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512))
    assert ".docx" in why(project, tmp_path / "old.doc")
    with zipfile.ZipFile(tmp_path / "slides.pptx", "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("ppt/presentation.xml", "<p/>")
    assert "slide show" in why(project, tmp_path / "slides.pptx")
    (tmp_path / "cut.docx").write_bytes(word(tmp_path / "whole.docx", "<w:p/>").read_bytes()[:-40])
    assert "cut.docx" in why(project, tmp_path / "cut.docx")


def test_bombs_in_documents_are_refused(project: Project, tmp_path: Path) -> None:
    assert "bomb" in why(project, word(tmp_path / "a.docx", "<w:p/>" + " " * 30_000_000))
    with zipfile.ZipFile(tmp_path / "b.docx", "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", '<!DOCTYPE a [<!ENTITY l "lol">]><a><p>&l;</p></a>')
    assert "entities" in why(project, tmp_path / "b.docx")
    assert "bomb" in why(project, book(tmp_path / "c.epub", {"one": "<p>" + " " * 30_000_000}))


def test_documents_in_an_archive_or_with_another_ending_are_known(
    project: Project, tmp_path: Path
) -> None:
    word(tmp_path / "letter.dat", f"<w:p><w:r><w:t>{ENGLISH}</w:t></w:r></w:p>")
    pdf(tmp_path / "page", "A page of a newspaper.")
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        archive.write(tmp_path / "letter.dat", "letter.dat")
        archive.write(tmp_path / "page", "page")
    report = importing.import_into(project, tmp_path / "all.zip")
    assert report.failures == ()
    assert sorted(article.text for article in project.articles()) == [
        "A page of a newspaper.",
        ENGLISH,
    ]


def test_the_command_and_the_preview_read_documents(tmp_path: Path) -> None:
    path = word(tmp_path / "a.docx", f"<w:p><w:r><w:t>{ENGLISH}</w:t></w:r></w:p>")
    seen = importing.preview(path)
    assert (seen.format, [article.text for article in seen.articles]) == ("docx", [ENGLISH])
    Project.create(tmp_path / "q.ditto").close()
    assert run("import", tmp_path / "q.ditto", path).out == "Added 1 article.\n"


def printed(path: Path, *lines: tuple[float, float, str]) -> Path:
    """A PDF of one page: what is printed where (millimetres), in the order of the file."""
    document = fpdf.FPDF()
    document.add_page()
    document.set_font("Helvetica", size=10)
    for x, y, text in lines:
        document.text(x, y, text)
    document.output(str(path))
    return path


LEFT = [f"Left {n}: the river rose again" for n in range(8)]
RIGHT = [f"Right {n}: fog closed the harbour" for n in range(8)]
ABOVE = (
    20.0,
    20.0,
    "The headline of the page, which goes across both of its columns of text and on",
)
BELOW = (20.0, 100.0, "And a last line below them, which goes across both of the columns as well")


def test_columns_that_a_pdf_has_line_by_line_across_are_read_one_after_the_other(
    project: Project, tmp_path: Path
) -> None:
    across = [
        (x, 30.0 + 6 * n, line)
        for n, pair in enumerate(zip(LEFT, RIGHT, strict=True))
        for x, line in zip((20.0, 110.0), pair, strict=True)
    ]
    path = printed(tmp_path / "a.pdf", ABOVE, *across, BELOW)
    report = importing.import_into(project, path)
    (article,) = project.articles()
    assert article.text.split("\n") == [ABOVE[2], *LEFT, *RIGHT, BELOW[2]]
    assert any("(pages: 1)" in str(note) for note in report.notes)


def test_columns_in_their_order_and_tables_stay_as_they_are(
    project: Project, tmp_path: Path
) -> None:
    columns = [
        (x, 30.0 + 6 * n, line)
        for x, lines in ((20.0, LEFT), (110.0, RIGHT))
        for n, line in enumerate(lines)
    ]
    report = importing.import_into(project, printed(tmp_path / "a.pdf", ABOVE, *columns, BELOW))
    (article,) = project.articles()
    assert article.text.split("\n") == [ABOVE[2], *LEFT, *RIGHT, BELOW[2]]
    assert report.notes == ()
    cells = [
        (x, 30.0 + 6 * n, f"{word} {n}") for n in range(9) for x, word in ((20, "City"), (90, "x"))
    ]
    report = importing.import_into(project, printed(tmp_path / "table.pdf", *cells))
    assert "City 3 x 3" in list(project.articles())[-1].text
    assert report.notes == ()


def test_columns_that_can_not_be_told_apart_are_told(project: Project, tmp_path: Path) -> None:
    uneven = [
        (x, 30.0 + 6 * n, line)
        for n, pair in enumerate(zip(LEFT, RIGHT, strict=True))
        for x, line in zip((5.0 + 18 * (n % 4), 75.0 + 18 * (n % 4)), pair, strict=True)
    ]
    report = importing.import_into(project, printed(tmp_path / "a.pdf", *uneven))
    assert any("may be mixed (pages: 1)" in str(note) for note in report.notes)
