"""The message bar is as high as its text."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel
from tests.helpers.window import Person

from dittomark.sample.demo_project import create_demo
from dittomark_gui.user_messages import MessageBar


@pytest.mark.parametrize("times", [1, 12])
def test_the_bar_is_as_high_as_its_text(person: Person, times: int) -> None:
    text = "The file is not a Dittomark project. " * times
    person.app.messages.fail(text.strip())
    bar = person.window.findChild(MessageBar)
    assert bar is not None
    shown = next(label for label in bar.findChildren(QLabel) if label.text())
    room = shown.width()
    line = bar.fontMetrics().lineSpacing()
    lines = (
        bar.fontMetrics()
        .boundingRect(0, 0, room, 9999, Qt.TextFlag.TextWordWrap.value, text)
        .height()
        / line
    )
    assert shown.height() >= lines * line  # nothing is cut off
    assert bar.height() <= (lines + 1.5) * line  # and there are no empty lines around it


def test_a_message_leaves_the_find_bar_free(person: Person, tmp_path: Path) -> None:
    create_demo(tmp_path / "sample.ditto")
    person.open_project(tmp_path / "sample.ditto")
    person.app.messages.warn("Two files could not be read.")
    person.do("find")
    person.settle()
    message, find = person.window.message_bar, person.window.parts.find_bar
    assert message.isVisible()
    below = find.mapToGlobal(QPoint(0, 0)).y()
    assert message.mapToGlobal(QPoint(0, message.height())).y() <= below
    lifted = message.y()
    person.press(Qt.Key.Key_Escape, where=find.field)
    assert message.y() > lifted
