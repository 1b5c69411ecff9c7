"""Keyboards without Latin letters: the place of a key decides, through the window's own keys.

The events are what X11 sends of a Bengali, Russian or French keyboard: the sign and the place.
"""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from tests.helpers.projects import make_project
from tests.helpers.window import CONTROL, PLAIN, Person

from dittomark.annotations import NewPair

N, SIX, A, Z = 57, 15, 38, 52  # as X11 numbers the places of a US keyboard


@pytest.fixture(autouse=True)
def work(person: Person, tmp_path: Path) -> None:
    with make_project(tmp_path) as project:
        one, other, third = [info.id for info in project.article_infos()]
        project.add_pairs([NewPair(one, other), NewPair(one, third)])
    person.open_project(tmp_path / "work.ditto")
    person.press(Qt.Key.Key_Home, CONTROL)


def strike(
    where: QWidget, sign: str, place: int, modifiers: Qt.KeyboardModifier = PLAIN
) -> QKeyEvent:
    """Send the events of a key press: ShortcutOverride, then KeyPress."""
    text = "" if modifiers else sign
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
        event = QKeyEvent(kind, ord(sign.upper()), modifiers, place, 0, 0, text)
        event.ignore()
        QApplication.sendEvent(where, event)
    QApplication.processEvents()
    return event


@pytest.mark.parametrize("sign", ["ন", "т", "ى"])
def test_a_letter_marks_by_its_place(person: Person, sign: str) -> None:
    strike(person.pane(), sign, N)
    assert [span.label for span in person.spans()] == ["navigation"]
    strike(person.pane(), sign, Z, CONTROL)
    assert not person.spans()


@pytest.mark.parametrize("sign", ["৬", "٦", "-", "ž"])
def test_the_row_of_digits_judges_by_its_place(person: Person, sign: str) -> None:
    """Bengali and Arabic digits, and the characters of unshifted French and Czech digit keys."""
    strike(person.pane(), sign, SIX)
    assert person.judgement().relation == "unrelated"


def test_a_text_field_takes_its_own_letters_and_keeps_its_commands(person: Person) -> None:
    note = person.window.parts.label_panel.note
    note.setFocus()
    strike(note, "ন", N)
    strike(note, "ম", N)
    assert note.toPlainText() == "নম"
    assert not person.spans()
    strike(note, "া", A, CONTROL)
    assert note.textCursor().selectedText() == "নম"
    strike(note, "য", Z, CONTROL)
    assert note.toPlainText() != "নম"
    note.flush()
    person.settle()


def test_the_menu_of_labels_is_chosen_from_by_place(person: Person) -> None:
    person.press(Qt.Key.Key_B)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    strike(menu, "ন", N)
    assert [span.label for span in person.spans()] == ["navigation"]
