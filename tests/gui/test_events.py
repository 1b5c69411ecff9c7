"""Events attached and detached by a user; each gesture is one undo step."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from tests.helpers.window import CONTROL, Person

from dittomark.sample.demo_project import create_demo
from dittomark_gui.dialogs.event_chooser import EventChooser
from dittomark_gui.panels.widgets import Chip


@pytest.fixture(autouse=True)
def pair(person: Person, tmp_path: Path) -> None:
    """A pair of the sample is shown."""
    create_demo(tmp_path / "sample.ditto")
    person.open_project(tmp_path / "sample.ditto")


def reported(person: Person) -> set[str]:
    """Return the shown articles that have an event in the project."""
    shown = {article.id for article in person.window.parts.workspace.articles}
    memberships = person.app.session.project.memberships()
    return {item.article_id for item in memberships} & shown


def attach(person: Person, words: str) -> None:
    """Press E, type words, press Enter."""
    person.press(Qt.Key.Key_E)
    chooser = person.dialog(EventChooser)
    person.write(words, where=chooser.field)
    person.press(Qt.Key.Key_Return, where=chooser.field)


def chips(person: Person) -> list[Chip]:
    """Return the event chips of the label panel."""
    found = person.window.parts.label_panel.events.findChildren(Chip)
    return [chip for chip in found if chip.isVisible()]


def undo(person: Person) -> None:
    person.press(Qt.Key.Key_Z, CONTROL, where=person.pane())


def test_an_event_attached_to_both_articles_is_one_step_of_undo(person: Person) -> None:
    attach(person, "Shiulia bridge")
    assert len(reported(person)) == 2
    undo(person)
    assert reported(person) == set()
    person.do("redo")
    assert len(reported(person)) == 2


def test_a_new_event_and_its_articles_are_one_step_of_undo(person: Person) -> None:
    before = person.app.session.project.events()
    attach(person, "Rice prices fall in Kanchanpur")
    chooser = person.dialog(EventChooser)
    person.write("2024-08-03", where=chooser.fields.date)
    chooser.accept()
    (event,) = [item for item in person.app.session.project.events() if item not in before]
    assert event.title == "Rice prices fall in Kanchanpur"
    assert len(reported(person)) == 2
    undo(person)
    assert reported(person) == set()
    assert person.app.session.project.events() == before


def test_a_new_event_without_a_title_keeps_the_dialog_and_what_was_typed(person: Person) -> None:
    before = person.app.session.project.events()
    person.press(Qt.Key.Key_E)
    chooser = person.dialog(EventChooser)
    chooser.list.setCurrentRow(chooser.list.count() - 1)
    chooser.accept()
    person.write("Dhaka", where=chooser.fields.place)
    chooser.accept()
    assert person.dialog(EventChooser).fields.place.text() == "Dhaka"
    assert person.app.session.project.events() == before
    chooser.reject()


def test_the_cross_of_a_chip_takes_the_event_off_both_articles_in_one_step(
    person: Person,
) -> None:
    attach(person, "Shiulia bridge")
    (chip,) = chips(person)
    cross = chip.findChildren(QAbstractButton)[-1]
    person.click(cross)
    assert reported(person) == set()
    undo(person)
    assert len(reported(person)) == 2


def test_several_articles_are_paired_in_one_step(person: Person) -> None:
    project = person.app.session.project
    before = {pair.id for pair in project.pairs()}
    person.do("show_articles")
    panel = person.window.parts.lists.articles
    ids = project.article_ids()
    chosen = [ids[0], ids[5], ids[11]]
    selection = panel.view.selectionModel()
    selection.clearSelection()
    for article_id in chosen:
        selection.select(panel.model.index_of(article_id), selection.SelectionFlag.Select)
    person.do("pair_articles")
    person.settle()
    new = {pair.id for pair in project.pairs()} - before
    assert new
    person.do("undo")
    assert {pair.id for pair in project.pairs()} == before


def test_another_annotator_sees_the_event_and_whose_it_is_but_can_t_take_it_off(
    person: Person,
) -> None:
    attach(person, "Shiulia bridge")
    person.press(Qt.Key.Key_3)
    person.app.session.set_annotator("Rina")
    person.settle()
    (chip,) = chips(person)
    (button,) = chip.findChildren(QAbstractButton)
    assert button.accessibleName().endswith("(A1)")
    # Nor does Rina's panel show A1's judgement of the pair.
    rows = person.window.parts.label_panel.relations.rows
    assert not any(row.button.isChecked() for row in rows)
    attach(person, "Shiulia bridge")
    assert {item.annotator for item in person.app.session.project.memberships()} == {"A1", "Rina"}
