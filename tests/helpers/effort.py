"""Counts the actions a job costs: a key, click, drag or string typed in one go is one action."""

import sys
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from tests.helpers.dropping import drop
from tests.helpers.window import LEFT, PLAIN, Person

from dittomark_gui.compare_view.article_view import ArticleView

_NEAR_THE_TOP = 150  # px: more than a notch of the wheel
_BELOW = 40  # px under the edge, where a drag scrolls at a calm speed


class Effort:
    """A person whose actions are counted; waiting costs nothing."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.actions = 0
        self.last_label = ""

    def key(
        self,
        key: Qt.Key,
        modifiers: Qt.KeyboardModifier = PLAIN,
        *,
        where: QWidget | None = None,
    ) -> None:
        """Press a key, with modifiers."""
        self.actions += 1
        self.person.press(key, modifiers, where=where)
        self.person.settle()

    def text(self, text: str, *, where: QWidget) -> None:
        """Type a string in one go."""
        self.actions += 1
        self.person.write(text, where=where)
        self.person.settle()

    def click(self, widget: QWidget) -> None:
        """Click a control."""
        self.actions += 1
        self.person.click(widget)
        self.person.settle()

    def drop(self, *paths: Path) -> None:
        """Drag files from a file manager onto the window."""
        self.actions += 1
        drop(self.person, paths)
        self.person.settle()

    def scroll_to(self, offset: int) -> None:
        """Turn the wheel until a code point is near the top of the pane."""
        self.actions += 1
        view = self.person.pane()
        bar = view.verticalScrollBar()
        before = None
        while before != bar.value() and not 0 <= _top_of(view, offset) <= _NEAR_THE_TOP:
            before = bar.value()
            _turn_wheel(view.viewport(), down=_top_of(view, offset) > 0)
            self.person.settle()
        assert in_sight(view, offset)

    def drag(self, start: int, end: int, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        """Drag from one code point to another; held below the edge, the pane scrolls.

        It is held until there is room below the end, as a hand does that goes on from there.
        """
        self.actions += 1
        person = self.person
        view = person.pane()
        port = view.viewport()
        place = person.point(start)
        QTest.mousePress(port, LEFT, modifiers, place)
        if not in_sight(view, end):
            below = QPoint(place.x(), port.height() + _BELOW)
            QTest.mouseMove(port, place + QPoint(5, 5))
            QTest.mouseMove(port, below)
            person.wait_for(lambda: _has_room_below(view, end))
            if _top_of(view, end) < 0:  # a slow computer scrolled beyond it: back, in the same drag
                QTest.mouseMove(port, QPoint(place.x(), -_BELOW))
            person.wait_for(lambda: in_sight(view, end))
        goal = person.point(end, ends=True)
        QTest.mouseMove(port, goal - QPoint(0, 3))
        QTest.mouseMove(port, goal)
        QTest.mouseRelease(port, LEFT, modifiers, goal)
        person.settle()

    def say(self, what: str) -> None:
        """Print a figure for `pytest -s`."""
        sys.stdout.write(f"{what}\n")


def in_sight(view: ArticleView, offset: int) -> bool:
    """Return whether the line of a code point is completely visible."""
    y, height = view.scene.layout.y_of(offset)
    top = y - view.y_at_top
    return top >= 0 and top + height <= view.viewport().height()


def _has_room_below(view: ArticleView, offset: int) -> bool:
    """Return whether a code point's line is above the last third, or the article ends there."""
    bar = view.verticalScrollBar()
    return bar.value() == bar.maximum() or _top_of(view, offset) <= view.viewport().height() * 2 / 3


def _top_of(view: ArticleView, offset: int) -> float:
    return view.scene.layout.y_of(offset)[0] - view.y_at_top


def _turn_wheel(widget: QWidget, *, down: bool) -> None:
    """Turn the wheel by one notch."""
    middle = QPointF(widget.rect().center())
    event = QWheelEvent(
        middle,
        widget.mapToGlobal(middle),
        QPoint(),
        QPoint(0, -120 if down else 120),
        Qt.MouseButton.NoButton,
        PLAIN,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)
