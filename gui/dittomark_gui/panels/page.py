"""The base class of the pages that replace the articles in the middle of the window."""

from abc import abstractmethod
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from dittomark_gui.i18n import translate
from dittomark_gui.panels.help import help_button
from dittomark_gui.panels.widgets import plain_label

if TYPE_CHECKING:
    from dittomark_gui.panels.frame import Frame

_REFRESH_MS = 400
_WIDTH = 1100


class Page(QScrollArea):
    """A scrolling page about the project, shown until another page or the articles replace it.

    Subclasses fill `body` in `refresh`, which is called again soon after each change of the
    project. A replaced page is deleted; `action` is the key of the action that is checked while the
    page is shown.
    """

    help_topic: ClassVar[str] = ""

    def __init__(self, window: "Frame", *, title: str, action: str = "") -> None:
        super().__init__()
        self.setObjectName("page")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setAccessibleName(title)
        self._window = window
        self._session = window.session
        self._action = action
        self._build(title)
        self._later = QTimer(self, singleShot=True, interval=_REFRESH_MS)
        self._later.timeout.connect(self._on_later)
        self._session.changed.connect(self._on_changed)
        window.stack.currentChanged.connect(self._on_covered)

    def present(self) -> None:
        """Fill the page and show it; clears the message bar."""
        self.refresh()
        self._session.messages.clear()
        self._window.show_page(self)
        if self._action:
            self._window.switch_changed.emit(self._action, True)
        self.setFocus()

    def add_column(self) -> QVBoxLayout:
        """Add a column below the page's current content; `refresh` clears and fills it."""
        content = QWidget()
        content.setObjectName("page")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.body.addWidget(content)
        self.body.addStretch(1)
        return column

    @abstractmethod
    def refresh(self) -> None:
        """Show the current state of the project."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return to the articles with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self._go_back()
        else:
            super().keyPressEvent(event)

    def _build(self, title: str) -> None:
        back = QPushButton(translate("Page", "Back to the articles"))
        back.setObjectName("quiet")
        back.clicked.connect(self._go_back)
        head = QHBoxLayout()
        name = plain_label(title, "title")
        name.setWordWrap(True)
        head.addWidget(name, 1)
        question = help_button()
        question.clicked.connect(lambda: self._window.action_wanted.emit("manual"))
        head.addWidget(question)
        head.addWidget(back)
        column = QWidget()
        column.setObjectName("page")
        column.setMaximumWidth(_WIDTH)
        self.body = QVBoxLayout(column)
        self.body.setContentsMargins(28, 20, 28, 28)
        self.body.setSpacing(14)
        self.body.addLayout(head)
        frame = QWidget()
        frame.setObjectName("page")
        row = QHBoxLayout(frame)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(column, 100)
        row.addStretch(1)
        self.setWidget(frame)

    def _go_back(self) -> None:
        self._window.show_page()

    def _on_changed(self, _changes: object) -> None:
        self._later.start()

    def _on_later(self) -> None:
        if self._session.is_open:
            self.refresh()

    def _on_covered(self) -> None:
        if self._window.stack.currentWidget() is self:
            return
        self._window.stack.currentChanged.disconnect(self._on_covered)
        self._session.changed.disconnect(self._on_changed)
        self._later.stop()
        if self._action:
            self._window.switch_changed.emit(self._action, False)
        self._window.stack.removeWidget(self)
        self.deleteLater()
