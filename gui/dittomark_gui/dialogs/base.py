"""The base class of the dialogs, which open without blocking and are deleted when closed."""

from typing import ClassVar, Final, Self

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStyle,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from dittomark_gui.panels.help import help_button, topic_of

_ENTERS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LOWEST_LIST: Final = 110  # px: four rows
_AROUND: Final = QSize(16, 48)  # room in pixels for the window frame, the title bar and a margin


class Dialog(QDialog):
    """A modal dialog; subclasses fill the layout `body` and set their topic in the manual."""

    help_topic: ClassVar[str] = ""
    grows: ClassVar[bool] = False  # whether the content grows while the dialog is open

    def __init__(self, parent: QWidget, *, title: str, width: int = 520) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setModal(True)
        self.resize(width, 100)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(18, 16, 18, 14)
        self.body.setSpacing(10)

    def add_buttons(self, accept: str, *, cancel: bool = True) -> QDialogButtonBox:
        """Add the row of buttons; `accept` is the text of the default button."""
        box = QDialogButtonBox()
        button = box.addButton(accept, QDialogButtonBox.ButtonRole.AcceptRole)
        button.setObjectName("primary")
        if cancel:
            box.addButton(QDialogButtonBox.StandardButton.Cancel)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        self.body.addWidget(box)
        button.setDefault(
            True
        )  # only in the layout: before, the focused button would remain the default
        return box

    def present(self) -> Self:
        """Open the dialog at the height that its texts need, without blocking."""
        self._add_question_mark()
        room = self.room()
        needed = self._needed(room)
        if needed.height() > room.height() and not self.grows:
            self._shrink_lists(needed.height() - room.height())
            needed = self._needed(room)
        if needed != needed.boundedTo(room):
            bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self)
            needed.setWidth(needed.width() + bar)
            self._let_scroll()
        self.resize(needed.boundedTo(room))
        self.open()
        return self

    def _needed(self, room: QSize) -> QSize:
        """Return the size at which nothing is cut off; its width is limited to `room`."""
        needed = self.body.totalMinimumSize().expandedTo(self.size().boundedTo(room))
        height = max(self.body.totalHeightForWidth(needed.width()), needed.height())
        return QSize(needed.width(), height)

    def _shrink_lists(self, missing: int) -> None:
        """Reduce the minimum height of lists and long texts, which scroll by themselves."""
        for view in self.findChildren(QAbstractScrollArea):
            give = min(missing, view.minimumHeight() - _LOWEST_LIST)
            if give > 0 and view.isVisibleTo(self):
                view.setMinimumHeight(view.minimumHeight() - give)
                missing -= give
        self.body.invalidate()

    def room(self) -> QSize:
        """Return the largest size of a dialog on this screen."""
        return self.screen().availableSize() - _AROUND

    def _add_question_mark(self) -> None:
        """Add the button for the manual at the other end of the row of buttons."""
        box = self.findChild(QDialogButtonBox)
        if box is None or self.body.indexOf(box) < 0:
            return
        question = help_button()
        question.clicked.connect(self._show_help)
        row = QHBoxLayout()
        row.addWidget(question)
        row.addStretch(1)
        self.body.insertLayout(self.body.indexOf(box), row)
        row.addWidget(box)

    def _let_scroll(self) -> None:
        """Make everything but the row of buttons scroll, on a screen smaller than the dialog."""
        content, foot = QWidget(), QWidget()
        row = QVBoxLayout(foot)
        last = self.body.takeAt(self.body.count() - 1)
        if last is not None and (buttons := last.layout()) is not None:
            row.addLayout(buttons)
        elif last is not None:
            row.addItem(last)
        content.setLayout(self.body)
        scroll = _Scroll(content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(self.body.contentsMargins())
        for layout in (self.body, row):
            layout.setContentsMargins(0, 0, 0, 0)
        # Filled before they are added, because the Tab order follows the order of adding.
        outer.addWidget(scroll, 1)
        outer.addWidget(foot)
        outer.activate()  # until then the dialog keeps the minimum size of its old content

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Handle F1 (opens the manual) and Enter (clicks the focused button)."""
        focused = self.focusWidget()
        if event.key() == Qt.Key.Key_F1:
            self._show_help()
        elif event.key() in _ENTERS and isinstance(focused, QPushButton | QToolButton):
            focused.click()
        else:
            super().keyPressEvent(event)

    def _show_help(self) -> None:
        from dittomark_gui.dialogs.manual import show_manual

        show_manual(self, topic_of(self.focusWidget()) or self.help_topic)


class _Scroll(QScrollArea):
    """A scroll area that scrolls to the focused widget, however it got the focus."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setWidget(content)
        for widget in (content, self.viewport()):
            widget.setAutoFillBackground(False)
        QApplication.instance().focusChanged.connect(self._on_focus_changed)  # type: ignore[union-attr]

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self.isAncestorOf(new):
            self.ensureWidgetVisible(new)
