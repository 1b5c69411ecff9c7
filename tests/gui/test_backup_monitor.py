"""Automatic backups, restoring one, and a file that another program has open."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF
from tests.helpers.projects import make_project
from tests.helpers.window import Person

from dittomark.annotations import Suggestion
from dittomark.project import Project
from dittomark.store.backups import backups_of
from dittomark.store.lock import lock_path
from dittomark_gui.dialogs.restore_dialog import RestoreDialog
from dittomark_gui.window.backup_monitor import BackupMonitor


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with three articles, and a new data folder."""
    monkeypatch.setenv("DITTOMARK_DATA", str(tmp_path / "data"))
    with make_project(tmp_path) as project:
        return project.path


def test_opening_a_changed_project_backs_it_up(person: Person, path: Path) -> None:
    person.open_project(path)
    assert len(backups_of(path)) == 1
    monitor = person.window.findChild(BackupMonitor)
    assert monitor is not None
    monitor.check()
    person.settle()
    assert len(backups_of(path)) == 1  # nothing changed since


def test_a_backup_is_restored_and_that_is_undone(person: Person, path: Path) -> None:
    person.open_project(path)
    article = person.app.session.project.article_ids()[0]
    person.app.session.project.annotate_span(article, 0, 4, label="navigation", annotator="A1")
    person.do("restore")
    dialog = person.dialog(RestoreDialog)
    assert isinstance(dialog, RestoreDialog)
    dialog.accept()
    person.settle()
    assert person.app.session.project.spans() == []
    message = person.app.messages.log[-1]
    assert message.action is not None
    message.action[1]()
    person.settle()
    assert [span.label for span in person.app.session.project.spans()] == ["navigation"]


def test_a_project_open_elsewhere_is_read_only_and_says_who_has_it(
    person: Person, path: Path
) -> None:
    with Project.open(path, annotator="রিনা"):
        person.open_project(path)
        assert not person.app.session.writable
        assert "রিনা" in person.messages()[-1]


def test_another_computer_s_project_can_be_taken_over(person: Person, path: Path) -> None:
    with Project.open(path):
        owner = json.loads(lock_path(path).read_text())
    lock_path(path).write_text(json.dumps({**owner, "host": "another", "token": "x"}))
    person.open_project(path)
    assert not person.app.session.writable
    message = person.app.messages.log[-1]
    assert message.action is not None
    message.action[1]()
    person.settle()
    assert person.app.session.writable


def test_what_can_only_be_read_offers_no_tick_and_cross(person: Person, path: Path) -> None:
    with Project.open(path, annotator="রিনা") as project:
        article = project.article_ids()[0]
        project.add_suggestions(
            [
                Suggestion(
                    "", "span", "lines", "1", 0.9,
                    label="caption", article_id=article, start=0, end=4,
                )
            ]
        )  # fmt: skip
        person.open_project(path)
        assert not person.app.session.writable
        person.window.parts.navigation.show_articles([article])
        person.settle()
        assert not _signs_on_screen(person)
        person.do("close_project")
    person.open_project(path)
    person.window.parts.navigation.show_articles([article])
    person.settle()
    assert _signs_on_screen(person) == {"accept", "refuse"}


def _signs_on_screen(person: Person) -> set[str]:
    """Return the clickable parts of the tags in the first article."""
    view = person.pane()
    places = (QPointF(x, y) for y in range(0, 80, 4) for x in range(0, view.viewport().width(), 4))
    kinds: set[str] = {view.hit_at(place).kind for place in places}
    return kinds & {"accept", "refuse"}
