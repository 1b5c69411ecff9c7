"""The open file while other programs copy, rename, overwrite and delete it."""

import shutil
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from tests.core.store.test_foreign_log import crash
from tests.helpers.projects import make_project
from tests.helpers.window import Person

from dittomark.annotations import NewPair
from dittomark.project import Project
from dittomark_gui.panels.note_box import NoteBox

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows lets nobody rename or delete an open file"
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with make_project(tmp_path) as project:
        return project.path


def spans(path: Path) -> int:
    with Project.open(path, read_only=True) as project:
        return len(project.spans())


def mark(person: Person, start: int) -> None:
    """Mark some letters of the first article as a span."""
    session = person.app.session
    article = session.project.article_ids()[0]
    session.run(
        lambda project: project.annotate_span(
            article, start, start + 4, label="navigation", annotator="A1"
        )
    )


def test_a_copy_made_while_the_window_is_open_is_whole(
    person: Person, path: Path, tmp_path: Path
) -> None:
    person.open_project(path)
    for number in range(5):
        mark(person, number)
    before = path.stat().st_mtime_ns
    person.qtbot.waitUntil(lambda: path.stat().st_mtime_ns != before, timeout=20_000)
    copy = Path(
        shutil.copy(path, tmp_path / "copy.ditto")
    )  # as a file manager does: the file alone
    assert spans(copy) == 5


def test_the_file_is_whole_when_one_turns_to_another_program(
    person: Person, path: Path, tmp_path: Path
) -> None:
    person.open_project(path)
    mark(person, 0)
    application = QGuiApplication.instance()
    assert isinstance(application, QGuiApplication)
    application.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    assert spans(Path(shutil.copy(path, tmp_path / "copy.ditto"))) == 1


def test_a_renamed_file_is_followed_and_the_window_says_so(
    person: Person, path: Path, tmp_path: Path
) -> None:
    person.open_project(path)
    mark(person, 0)
    renamed = path.rename(tmp_path / "renamed.ditto")
    mark(person, 1)
    person.qtbot.waitUntil(lambda: any("renamed.ditto" in said for said in person.messages()))
    assert person.app.session.writable
    labels = person.window.findChildren(QLabel)
    assert any(label.text().startswith("renamed") for label in labels)  # cut where room is short
    assert person.app.settings.preferences.recent[0] == str(renamed)
    person.app.session.close()
    assert spans(renamed) == 2


def test_the_work_in_a_deleted_file_is_opened_where_it_was_saved(
    person: Person, path: Path
) -> None:
    person.open_project(path)
    mark(person, 0)
    path.unlink()
    mark(person, 1)
    message = person.app.messages.log[-1]
    assert "All your work is in" in message.text
    assert message.action is not None
    assert len(person.app.session.project.spans()) == 1
    message.action[1]()
    person.settle()
    assert person.app.session.writable
    assert len(person.app.session.project.spans()) == 1
    mark(person, 1)
    assert len(person.app.session.project.spans()) == 2


def test_a_note_that_was_typed_meanwhile_is_in_the_saved_copy(
    person: Person, path: Path, tmp_path: Path
) -> None:
    with Project.open(path) as project:
        a, b, _ = project.article_ids()
        project.add_pairs([NewPair(a, b)])
    older = Path(shutil.copy(path, tmp_path / "older"))
    person.open_project(path)
    (box,) = person.window.findChildren(NoteBox)
    person.write("both name the same boat", where=box)
    older.replace(path)
    person.pane().setFocus()
    person.settle()
    message = person.app.messages.log[-1]
    assert "All your work is in" in message.text
    assert message.action is not None
    message.action[1]()
    person.settle()
    (judgement,) = person.app.session.project.judgements()
    assert judgement.note == "both name the same boat"
    assert box.toPlainText() == "both name the same boat"


def test_a_project_that_left_its_log_under_another_name(
    person: Person, path: Path, tmp_path: Path
) -> None:
    """Read-only, the window says that steps are missing; opened for writing, it adds them."""
    crash(path, 2)
    renamed = path.rename(tmp_path / "renamed.ditto")
    lock = tmp_path / "renamed.ditto.lock"
    lock.mkdir()
    person.open_project(renamed)
    assert any("stand in work.ditto-wal" in said for said in person.messages())
    assert person.app.session.project.events() == []
    person.app.session.close()
    lock.rmdir()
    person.open_project(renamed)
    assert any("stood in work.ditto-wal" in said for said in person.messages())
    assert len(person.app.session.project.events()) == 2
