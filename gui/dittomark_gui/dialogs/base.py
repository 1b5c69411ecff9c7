"""What the dialogs have in common: they open without blocking, and are freed when they close."""

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
_AROUND: Final = QSize(16, 48)  # what the frame, the title and a little of the screen take


class Dialog(QDialog):
    """A dialog over the window; subclasses fill `body` and name their place in the manual."""

    help_topic: ClassVar[str] = ""
    grows: ClassVar[bool] = False  # whether more comes into it while it is open

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
        """Add the row of buttons; the first does what the dialog is for."""
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
        )  # only now is it the dialog's: else whatever had the keyboard stays it
        return box

    def present(self) -> Self:
        """Show the dialog, high enough for its texts, and come back at once."""
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
        """Return the size at which nothing is cut off, as wide as the dialog wants and the room is."""
        needed = self.body.totalMinimumSize().expandedTo(self.size().boundedTo(room))
        height = max(self.body.totalHeightForWidth(needed.width()), needed.height())
        return QSize(needed.width(), height)

    def _shrink_lists(self, missing: int) -> None:
        """Let lists and long texts be lower: they scroll by themselves."""
        for view in self.findChildren(QAbstractScrollArea):
            give = min(missing, view.minimumHeight() - _LOWEST_LIST)
            if give > 0 and view.isVisibleTo(self):
                view.setMinimumHeight(view.minimumHeight() - give)
                missing -= give
        self.body.invalidate()

    def room(self) -> QSize:
        """Return how large a dialog may be on this screen."""
        return self.screen().availableSize() - _AROUND

    def _add_question_mark(self) -> None:
        """Put the way to the manual on the other side of the row of buttons."""
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
        """Let everything but the row of buttons scroll: the screen is smaller than the dialog."""
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
        # Filled before they are added: the Tab key goes through them in this order.
        outer.addWidget(scroll, 1)
        outer.addWidget(foot)
        outer.activate()  # until now the dialog is held open by what was in it

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let F1 open the manual over the dialog, and Enter press the button with the keyboard."""
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
    """Scrolls to whatever gets the keyboard, from wherever it comes."""

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
