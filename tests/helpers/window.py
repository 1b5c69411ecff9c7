"""The actions of a user at the window, sent as real events.

Everything goes through real key and mouse events, or through the same action that a menu runs.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from dittomark.annotations import Judgement, Span
from dittomark_gui.app import App
from dittomark_gui.compare_view.article_view import ArticleView
from dittomark_gui.window.main_window import MainWindow
from dittomark_gui.work.label_menu import LabelMenu

W = TypeVar("W", bound=QWidget)
LEFT = Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


class Person:
    """A user at the window."""

    def __init__(self, app: App, qtbot: QtBot) -> None:
        self.app = app
        self.qtbot = qtbot

    @property
    def window(self) -> MainWindow:
        """The window (a new one after a change of language)."""
        return self.app.window

    # --- going about -------------------------------------------------------------------------

    def open_project(self, path: Path) -> None:
        """Open a project and wait until its first articles are shown."""
        assert self.window.parts.projects.open(path), self.messages()
        self.settle()

    def settle(self) -> None:
        """Wait until no background task is running."""
        self.qtbot.waitUntil(lambda: not self.window.parts.background.busy, timeout=20_000)
        QApplication.processEvents()

    def do(self, key: str) -> None:
        """Trigger an action as its menu entry does; fails if it is disabled."""
        QApplication.processEvents()
        assert self.window.parts.actions.run(key), f"{key} is not possible now"

    def can(self, key: str) -> bool:
        """Whether an action is enabled."""
        QApplication.processEvents()
        return self.window.parts.actions[key].isEnabled()

    def press(
        self,
        key: Qt.Key,
        modifiers: Qt.KeyboardModifier = PLAIN,
        *,
        where: QWidget | None = None,
    ) -> None:
        """Press a key in the focused widget."""
        if QApplication.activeWindow() is None:
            # What a window manager does when a dialog has closed.
            self.window.activateWindow()
            QApplication.processEvents()
        QTest.keyClick(where or self.window.focusWidget(), key, modifiers)
        QApplication.processEvents()

    def write(self, text: str, *, where: QWidget) -> None:
        """Type a text into a field."""
        where.setFocus()
        QTest.keyClicks(where, text)
        QApplication.processEvents()

    def click(self, widget: QWidget) -> None:
        """Click the middle of a widget."""
        QTest.mouseClick(widget, LEFT, PLAIN, widget.rect().center())
        QApplication.processEvents()

    def messages(self) -> list[str]:
        """Return the texts of all messages so far."""
        return [message.text for message in self.app.messages.log]

    # --- in the articles -----------------------------------------------------------------------

    def pane(self, number: int = 0) -> ArticleView:
        """Return a pane."""
        return self.window.parts.view.panes.views()[number]

    def text(self, pane: int = 0) -> str:
        """Return the article's text in a pane."""
        return self.window.parts.workspace.articles[pane].text

    def place(self, words: str, pane: int = 0) -> tuple[int, int]:
        """Return the range of words in the article of a pane."""
        start = self.text(pane).index(words)
        return start, start + len(words)

    def point(self, offset: int, pane: int = 0, *, ends: bool = False) -> QPoint:
        """Return the point on a pane where a code point begins (or the one before it ends)."""
        view = self.pane(pane)
        view.reveal(offset)
        QApplication.processEvents()
        y, height = view.scene.layout.y_of(offset)
        middle = y - view.y_at_top + height / 2
        width = view.viewport().width()
        near = [x for x in range(width) if view.offset_near(QPointF(x, middle)) == offset]
        assert near, f"offset {offset} is nowhere on its line"
        # At the ends of a line everything beyond is near too: stay on the letter itself.
        return QPoint(near[0] + 1 if ends else near[-1] - 1, round(middle))

    def select_with_mouse(self, words: str, pane: int = 0) -> None:
        """Drag over words with the mouse."""
        start, end = self.place(words, pane)
        self.drag(self.point(start, pane), self.point(end, pane, ends=True), pane)

    def drag(
        self,
        start: QPoint,
        end: QPoint,
        pane: int = 0,
        *,
        modifiers: Qt.KeyboardModifier = PLAIN,
    ) -> None:
        """Press, move and release in a pane, with modifiers."""
        port = self.pane(pane).viewport()
        QTest.mousePress(port, LEFT, modifiers, start)
        QTest.mouseMove(port, (start + end) / 2)
        QTest.mouseMove(port, end)
        QTest.mouseRelease(port, LEFT, modifiers, end)
        QApplication.processEvents()

    def put_caret(self, words: str, pane: int = 0) -> None:
        """Click before some words."""
        point = self.point(self.place(words, pane)[0], pane)
        QTest.mouseClick(self.pane(pane).viewport(), LEFT, PLAIN, point)
        QApplication.processEvents()

    def choose_label(self, key: Qt.Key) -> None:
        """Press a label's key in the open menu."""
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, LabelMenu), "no menu of labels is open"
        QTest.keyClick(menu, key)
        QApplication.processEvents()

    def mark_boilerplate(self, words: str, key: Qt.Key, pane: int = 0) -> Span:
        """Select words with the mouse and press a label's key."""
        before = {span.id for span in self.spans(pane)}
        self.select_with_mouse(words, pane)
        self.press(key, where=self.pane(pane))
        new = [span for span in self.spans(pane) if span.id not in before]
        assert len(new) == 1, self.messages()
        return new[0]

    def span(self, span_id: str) -> Span:
        """Return a span as stored in the project."""
        return self.app.session.project.span(span_id)

    def resize_with_mouse(self, span_id: str, *, to: int, pane: int = 0) -> None:
        """Drag the end of a span to another code point."""
        target = self.point(to, pane)
        self.drag(self.edge(span_id, pane), target, pane)

    def edge(self, span_id: str, pane: int = 0) -> QPoint:
        """Return the point at which the pointer can drag a span's end."""
        view = self.pane(pane)
        y, height = view.scene.layout.y_of(self.span(span_id).end)
        top = round(y - view.y_at_top)
        for row in range(top, top + round(2 * height), 2):
            for x in range(0, view.viewport().width(), 2):
                hit = view.hit_at(QPointF(x, row))
                if hit.kind == "end" and hit.mark is not None and hit.mark.key == span_id:
                    return QPoint(x, row)
        raise AssertionError("the end of the span can't be taken hold of")

    def spans(self, pane: int = 0) -> list[Span]:
        """Return the stored spans of the article in a pane."""
        article = self.window.parts.workspace.articles[pane]
        return self.app.session.project.spans(article.id)

    # --- judging -------------------------------------------------------------------------------

    def choose_relation(self, key: str) -> None:
        """Click a relation in the panel."""
        rows = self.window.parts.label_panel.relations.rows
        button = next(row.button for row in rows if row.key == key)
        assert isinstance(button, QRadioButton)
        self.click(button)

    def judgement(self) -> Judgement:
        """Return the stored judgement of the shown pair."""
        judgement = self.window.parts.workspace.judgement
        assert judgement is not None
        return judgement

    def finish_pair(self) -> None:
        """Press Space in an article."""
        self.window.parts.view.focus_pane(0)
        self.press(Qt.Key.Key_Space, where=self.pane(0))
        self.settle()

    # --- dialogs ---------------------------------------------------------------------------------

    def dialog(self, kind: type[W]) -> W:
        """Return the open dialog of a class."""
        found = [widget for widget in self.window.findChildren(kind) if widget.isVisible()]
        assert len(found) == 1, f"{len(found)} dialogs of that kind are open"
        return found[0]

    def wait_for(self, condition: Callable[[], bool]) -> None:
        """Wait until a condition is true."""
        self.qtbot.waitUntil(condition, timeout=20_000)
