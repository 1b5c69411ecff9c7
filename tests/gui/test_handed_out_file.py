"""A handed-out file names its annotator; the user is asked once."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from tests.helpers.projects import make_project
from tests.helpers.window import Person

from dittomark.annotations import NewPair
from dittomark.project import Project
from dittomark.team.hand_out import Plan, hand_out
from dittomark.team.merge import merge
from dittomark_gui.dialogs.annotator import AnnotatorDialog, HandedOutDialog


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    with make_project(tmp_path) as project:
        one, other, third = [info.id for info in project.article_infos()]
        project.add_pairs([NewPair(one, other), NewPair(one, third)])
        handed = hand_out(project, tmp_path / "out", Plan(("Rina", "Sumon"), overlap=2))
    return {one.annotator: one.path for one in handed}


def open_asked(person: Person, path: Path) -> HandedOutDialog:
    person.open_project(path)
    person.wait_for(lambda: bool(person.window.findChildren(HandedOutDialog)))
    return person.dialog(HandedOutDialog)


def test_the_name_in_the_file_counts_and_is_asked_for_once(
    person: Person, files: dict[str, Path]
) -> None:
    asked = open_asked(person, files["Rina"])
    person.press(Qt.Key.Key_Return, where=asked.focusWidget())
    person.settle()
    assert person.app.session.annotator == "Rina"
    person.press(Qt.Key.Key_6, where=person.pane())
    assert [item.annotator for item in person.app.session.project.judgements()] == ["Rina"]
    person.do("undo")
    assert person.app.session.project.judgements() == []

    # The next one on the same computer is somebody else; coming back asks nothing.
    asked = open_asked(person, files["Sumon"])
    asked.accept()
    assert person.app.session.annotator == "Sumon"
    person.open_project(files["Rina"])
    person.settle()
    assert not [item for item in person.window.findChildren(HandedOutDialog) if item.isVisible()]
    assert person.app.session.annotator == "Rina"


def test_two_on_one_computer_make_no_conflict(
    person: Person, files: dict[str, Path], tmp_path: Path
) -> None:
    for name, key in (("Rina", Qt.Key.Key_6), ("Sumon", Qt.Key.Key_5)):
        open_asked(person, files[name]).accept()
        person.press(key, where=person.pane())
        person.finish_pair()
    person.app.session.close()
    report = merge(tmp_path / "joined.ditto", list(files.values()))
    assert not report.conflicts
    with Project.open(tmp_path / "joined.ditto", read_only=True) as joined:
        assert {item.annotator for item in joined.judgements()} == {"Rina", "Sumon"}


def test_somebody_else_says_their_name_for_that_file_alone(
    person: Person, files: dict[str, Path], tmp_path: Path
) -> None:
    asked = open_asked(person, files["Rina"])
    person.click(asked.other)
    field = person.dialog(AnnotatorDialog).field
    field.setText("Mitu")
    person.dialog(AnnotatorDialog).accept()
    assert person.app.session.annotator == "Mitu"
    person.open_project(tmp_path / "work.ditto")
    assert person.app.session.annotator == "A1"
    person.open_project(files["Rina"])
    person.settle()
    assert person.app.session.annotator == "Mitu"
