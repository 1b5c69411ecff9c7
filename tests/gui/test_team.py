"""Merging annotators' files in the window."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QTableWidget, QTableWidgetItem
from tests.helpers.projects import make_project
from tests.helpers.window import Person

from dittomark.annotations import Span
from dittomark.labels import LabelScheme
from dittomark.project import Project
from dittomark_gui.dialogs.handout_dialog import HandOutDialog
from dittomark_gui.dialogs.merge_dialog import ConflictsDialog, differences, merge_paths
from dittomark_gui.panels.agreement_page import AgreementPage


@pytest.fixture
def paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """A lead's project, and an annotator's copy in which a span has another label."""
    monkeypatch.setenv("DITTOMARK_DATA", str(tmp_path / "data"))
    with make_project(tmp_path) as project:
        article = project.article_ids()[0]
        span = project.annotate_span(article, 0, 4, label="navigation", annotator="A1")
        mine = project.path
    theirs = tmp_path / "theirs.ditto"
    theirs.write_bytes(mine.read_bytes())
    _relabel(theirs, span, "most_read", annotator="A2")
    with Project.open(theirs) as project:
        project.annotate_span(project.article_ids()[1], 0, 3, label="caption", annotator="A2")
    return mine, theirs


def _relabel(path: Path, span: Span, label: str, *, annotator: str) -> None:
    with Project.open(path) as project:
        project.edit_span(span.id, label=label, annotator=annotator)


def test_an_annotator_s_file_is_joined(person: Person, paths: tuple[Path, Path]) -> None:
    mine, theirs = paths
    person.open_project(mine)
    merge_paths(person.window, [theirs])
    labels = sorted(span.label for span in person.app.session.project.spans())
    assert labels == ["caption", "most_read"]
    assert "spans" in person.messages()[-1]


def test_what_two_people_changed_differently_is_settled(
    person: Person, paths: tuple[Path, Path]
) -> None:
    mine, theirs = paths
    with Project.open(mine) as project:
        span = project.spans()[0]
    _relabel(mine, span, "advertisement", annotator="A1")
    person.open_project(mine)
    merge_paths(person.window, [theirs])
    message = person.app.messages.log[-1]
    assert message.action is not None
    message.action[1]()
    dialog = person.dialog(ConflictsDialog)
    assert isinstance(dialog, ConflictsDialog)
    assert dialog.table.rowCount() == 1
    before = person.app.session.project.span(span.id).label
    person.click(dialog.take)
    after = person.app.session.project.span(span.id).label
    assert {before, after} == {"advertisement", "most_read"}
    assert dialog.table.rowCount() == 0
    dialog.accept()
    merge_paths(person.window, [theirs])
    assert person.app.session.project.conflicts() == []


def test_a_file_that_is_no_project_changes_nothing(
    person: Person, paths: tuple[Path, Path], tmp_path: Path
) -> None:
    wrong = tmp_path / "wrong.ditto"
    wrong.write_text("not a project")
    person.open_project(paths[0])
    merge_paths(person.window, [wrong])
    assert "wrong.ditto" in person.messages()[-1]
    assert len(person.app.session.project.spans()) == 1


def test_only_what_differs_is_shown() -> None:
    kept = {"id": "1", "label": "caption", "note": "", "updated_at": "b"}
    other = {"id": "1", "label": "most_read", "note": "", "updated_at": "a"}
    assert differences(LabelScheme(), kept, other) == ("label: Caption", "label: Most read")
    deleted = {**other, "deleted_at": "deleted"}
    assert differences(LabelScheme(), kept, deleted) == ("label: Caption", "deleted")


def test_work_is_handed_out_a_file_each(
    person: Person, paths: tuple[Path, Path], tmp_path: Path
) -> None:
    with Project.open(paths[0]) as project:
        one, two, three = project.article_ids()
        project.add_pair(one, two)
        project.add_pair(one, three)
    person.open_project(paths[0])
    person.do("hand_out")
    dialog = person.dialog(HandOutDialog)
    assert isinstance(dialog, HandOutDialog)
    dialog.names.setPlainText("রিনা\nকামাল")
    dialog.overlap.setValue(2)
    person.wait_for(lambda: dialog.preview.text() == "রিনা: 2 · কামাল: 2")
    dialog.write_to(tmp_path / "out")
    files = sorted((tmp_path / "out").iterdir())
    assert len(files) == 2
    with Project.open(files[0]) as part:
        assert len(list(part.pairs())) == 2
        assert part.spans() == []


def test_a_plan_that_can_not_be_is_said_before(person: Person, paths: tuple[Path, Path]) -> None:
    person.open_project(paths[0])
    person.do("hand_out")
    dialog = person.dialog(HandOutDialog)
    assert isinstance(dialog, HandOutDialog)
    dialog.names.setPlainText("রিনা")
    dialog.overlap.setValue(3)
    dialog.show_preview()
    assert "1" in dialog.preview.text()
    assert dialog.isVisible()
    dialog.reject()


def test_agreement_is_shown_as_charts_and_tables(person: Person, paths: tuple[Path, Path]) -> None:
    with Project.open(paths[0]) as project:
        one, two, three = project.article_ids()
        for a, b, second in ((one, two, "same_event"), (one, three, "unrelated")):
            project.add_pair(a, b)
            project.judge_pair(a, b, relation="same_event", annotator="A1", done=True)
            project.judge_pair(a, b, relation=second, annotator="A2", done=True)
    person.open_project(paths[0])
    person.do("agreement")
    page = person.window.stack.currentWidget()
    assert isinstance(page, AgreementPage)
    person.wait_for(lambda: bool(page.findChildren(QTableWidget)))
    table = page.findChildren(QTableWidget)[0]
    assert table.accessibleName().startswith("A1 – A2")
    counts = [
        [(table.item(row, column) or QTableWidgetItem()).text() for column in range(2)]
        for row in range(2)
    ]
    assert counts == [["1", "1"], ["", ""]]
    person.settle()


def test_nothing_to_compare_is_said(person: Person, paths: tuple[Path, Path]) -> None:
    person.open_project(paths[0])
    person.do("agreement")
    page = person.window.stack.currentWidget()
    assert isinstance(page, AgreementPage)
    person.settle()
    assert any("Hand out work" in label.text() for label in page.findChildren(QLabel))
