"""Joining annotators' files in the window."""

from pathlib import Path

import pytest
from tests.helpers.projects import make_project
from tests.helpers.window import Person

from dittomark.annotations import Span
from dittomark.project import Project
from dittomark_gui.dialogs.merge_dialog import ConflictsDialog, differences, merge_paths


@pytest.fixture
def paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """A lead's project, and an annotator's copy of it in which a span is labelled otherwise."""
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
    assert differences(kept, other) == ("label: caption", "label: most_read")
