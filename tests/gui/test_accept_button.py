"""The button that accepts a proposed relation: its text and its key hint never overlap."""

from pathlib import Path

from PySide6.QtWidgets import QPushButton
from tests.helpers.window import Person

from dittomark.sample.demo_project import create_demo
from dittomark_gui.panels.widgets import KeyHint


def accepting(person: Person) -> QPushButton:
    [button] = [
        each
        for each in person.window.parts.label_panel.findChildren(QPushButton)
        if each.objectName() == "primary" and each.isVisible()
    ]
    return button


def test_words_of_the_button_keep_off_its_key(person: Person, tmp_path: Path) -> None:
    create_demo(tmp_path / "sample.ditto")
    person.open_project(tmp_path / "sample.ditto")
    person.window.resize(1366, 768)
    person.settle()
    button = accepting(person)
    [key] = button.findChildren(KeyHint)
    words = button.fontMetrics().horizontalAdvance(button.text())
    assert words <= key.geometry().left() - 4
    full = button.accessibleName()
    assert full.startswith("Accept “")
    assert button.text() == full or button.toolTip() == full
