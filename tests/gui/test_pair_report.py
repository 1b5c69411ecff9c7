"""The report of the shown pair, for print."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.helpers.projects import make_project
from tests.helpers.window import Person

from dittomark.project import Project
from dittomark.sample.demo_project import create_demo
from dittomark_gui.dialogs.pair_report import write_report


@pytest.fixture
def bengali(person: Person, tmp_path: Path) -> Iterator[Person]:
    """A user at the Bengali window, with a judged pair of the sample shown."""
    person.app.settings.update(language="bn")
    person.wait_for(lambda: person.window.parts.actions["undo"].text() == "ফিরিয়ে নিন")
    create_demo(tmp_path / "sample.ditto")
    person.open_project(tmp_path / "sample.ditto")
    person.choose_relation("partially_derived")
    yield person
    person.app.settings.update(language="en")
    person.wait_for(lambda: person.window.parts.actions["undo"].text() == "Undo")
    person.settle()


def write_report_of(person: Person, path: Path) -> None:
    """Write the report of the shown pair."""
    pair = person.window.parts.workspace.pair
    assert pair is not None
    write_report(person.app.session, pair, path)


def test_the_report_holds_both_texts_and_the_judgement(person: Person, tmp_path: Path) -> None:
    with make_project(tmp_path) as project:
        one, two, _ = project.article_ids()
        project.add_pair(one, two)
        path = project.path
    person.open_project(path)
    person.choose_relation("partially_derived")
    write_report_of(person, tmp_path / "report.html")
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    with Project.open(path, read_only=True) as project:
        for article in (one, two):
            assert project.article_info(article).title in page
    assert "Partial copy" in page
    assert "partially_derived" not in page
    assert str(tmp_path / "report.html") in person.messages()[-1]


def test_a_place_that_can_not_be_written_is_said(person: Person, tmp_path: Path) -> None:
    with make_project(tmp_path) as project:
        one, two, _ = project.article_ids()
        project.add_pair(one, two)
        path = project.path
    person.open_project(path)
    write_report_of(person, tmp_path / "no such folder" / "report.html")
    assert "report.html" in person.messages()[-1]
    assert "no such folder" in person.messages()[-1]


def test_the_page_speaks_the_language_of_the_window(bengali: Person, tmp_path: Path) -> None:
    project, pair = bengali.window.session.project, bengali.window.parts.workspace.pair
    assert pair is not None
    project.annotate_span(pair.a, 0, 8, label="most_read", annotator="Rehana")
    project.label_event(pair.a, next(iter(project.events())).id, annotator="Rehana")
    write_report_of(bengali, tmp_path / "report.html")
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert '<html lang="bn">' in page
    for heading in ("মূল্যায়নকারী", "সম্পর্ক", "দিক", "নোট"):
        assert f"<th>{heading}</th>" in page
    for words in (
        "আংশিক একই লেখা",
        'title="সর্বাধিক পঠিত"',
        "অভিন্ন অংশ: ",
        "<b>১</b>",
        "% মিল",
        "ঘটনা: ",
    ):
        assert words in page
    assert "২৭ মে ২০২৪" in page
    assert "2024-05-27" not in page
    for words in ("Shared passages", "partially", "most_read", "% shared", "word for word"):
        assert words not in page


def test_the_pdf_speaks_the_language_of_the_window(bengali: Person, tmp_path: Path) -> None:
    pytest.importorskip("fpdf")
    pytest.importorskip("uharfbuzz")
    write_report_of(bengali, tmp_path / "report.pdf")
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF-")
    if tool := shutil.which("pdftotext"):
        shown = subprocess.run(
            [tool, str(tmp_path / "report.pdf"), "-"], capture_output=True, check=True
        )
        # The tool sees gaps inside shaped words.
        text = "".join(shown.stdout.decode().split())
        for words in ("আংশিকএকইলেখা", "অভিন্নঅংশ:১:", "%মিল", "২৭মে২০২৪", "[১]"):
            assert words in text
        for words in ("Sharedpassages", "partially", "%shared"):
            assert words not in text
