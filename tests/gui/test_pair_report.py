"""The pair on the desk as a page to print or send."""

from pathlib import Path

from tests.helpers.projects import make_project
from tests.helpers.window import Person

from dittomark.project import Project
from dittomark_gui.dialogs.pair_report import write_report


def test_the_report_holds_both_texts_and_the_judgement(person: Person, tmp_path: Path) -> None:
    with make_project(tmp_path) as project:
        one, two, _ = project.article_ids()
        project.add_pair(one, two)
        path = project.path
    person.open_project(path)
    person.choose_relation("partially_derived")
    write_report(person.window, tmp_path / "report.html")
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    with Project.open(path, read_only=True) as project:
        for article in (one, two):
            assert project.article_info(article).title in page
    assert "partially derived" in page.lower()
    assert str(tmp_path / "report.html") in person.messages()[-1]


def test_a_place_that_can_not_be_written_is_said(person: Person, tmp_path: Path) -> None:
    with make_project(tmp_path) as project:
        one, two, _ = project.article_ids()
        project.add_pair(one, two)
        path = project.path
    person.open_project(path)
    write_report(person.window, tmp_path / "no such folder" / "report.html")
    assert "report.html" in person.messages()[-1]
    assert "no such folder" in person.messages()[-1]
