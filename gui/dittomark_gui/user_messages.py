"""All messages and questions to the user that are not in a dialog of their own.

The message bar shows the newest message, `log` keeps the last 200 (tests read it), and `answer`
lets a test answer questions without a dialog.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from dittomark.errors import UserError
from dittomark_gui.i18n import localized, translate

# Milliseconds after which a message that needs no action disappears.
STAY: Final = 6000
_WIDTH: Final = 760
_MARGIN: Final = 12
_FOOT: Final = 48  # pixels above the bottom bar
_MOVES: Final = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide)


class Kind(Enum):
    """The severity of a message: `DONE` disappears, the other two stay until closed."""

    DONE = "done"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Message:
    """One message; `action` is a button's text and the function it calls.

    A message with `about_articles` disappears when other articles are shown. The button of an
    action that `undoes` disappears with the next operation, since Undo would then revert another
    step than the one named. The `details` are shown in the list of messages only.
    """

    kind: Kind
    text: str
    action: tuple[str, Callable[[], object]] | None = None
    about_articles: bool = False
    undoes: bool = False
    details: tuple[str, ...] = ()


class Messages(QObject):
    """Shows messages and asks questions."""

    shown = Signal(object)  # Message
    cleared = Signal()
    articles_replaced = Signal()  # other articles are shown
    undo_expired = (
        Signal()
    )  # an operation was done: an earlier Undo button would revert another step

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.log: list[Message] = []
        self.answer: Callable[[str], bool] | None = None

    def show(self, text: str, *, action: tuple[str, Callable[[], object]] | None = None) -> None:
        """Show for some seconds that something was done; `action` is usually Undo."""
        self._show(Message(Kind.DONE, text, action))

    def show_hint(
        self, text: str, *, action: tuple[str, Callable[[], object]] | None = None
    ) -> None:
        """Show a message about the shown articles, at most until they are replaced."""
        self._show(Message(Kind.DONE, text, action, about_articles=True))

    def show_undoable(self, text: str, *, action: tuple[str, Callable[[], object]] | None) -> None:
        """Report a finished operation, with an Undo button for exactly this operation."""
        self._show(Message(Kind.DONE, text, action, undoes=True))

    def warn(
        self,
        text: str,
        *,
        action: tuple[str, Callable[[], object]] | None = None,
        details: Sequence[str] = (),
    ) -> None:
        """Show a warning, which stays until it is closed."""
        self._show(Message(Kind.WARNING, text, action, details=tuple(details)))

    def fail(self, why: str | UserError) -> None:
        """Show the error of a failed operation, which stays until it is closed."""
        self._show(Message(Kind.ERROR, localized(why)))

    def clear(self) -> None:
        """Hide the message bar."""
        self.cleared.emit()

    def ask(self, text: str, *, detail: str = "", accept: str, parent: QWidget) -> bool:
        """Ask before an operation that Undo cannot revert; return True if the user agrees."""
        if self.answer is not None:
            return self.answer(text)
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(parent)
        box.setIcon(QMessageBox.Icon.Question)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(text)
        box.setInformativeText(detail)
        accept_button = box.addButton(accept, QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.exec()
        agreed = box.clickedButton() is accept_button
        box.deleteLater()
        return agreed

    def _show(self, message: Message) -> None:
        self.log.append(message)
        del self.log[:-200]
        self.shown.emit(message)


class MessageBar(QWidget):
    """The bar with the newest message, its action and a close button, at the bottom of `over`.

    Over the articles it has reserved space below their text, so that it covers nothing; over a page
    it floats.
    """

    def __init__(self, messages: Messages, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self._room: QWidget | None = None
        over.installEventFilter(self)
        self.setObjectName("messageBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._action = QPushButton()
        self._action.setObjectName("quiet")
        close = QToolButton()
        close.setObjectName("close")
        close.setText("✕")
        close.setAccessibleName(translate("Messages", "Close this message"))
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 5, 8, 5)
        row.addWidget(self._text, 1)
        row.addWidget(self._action)
        row.addWidget(close)
        self._timer = QTimer(self, singleShot=True, interval=STAY)
        self._timer.timeout.connect(self.hide)
        close.clicked.connect(self.hide)
        self._action.clicked.connect(self._on_action)
        self._message: Message | None = None
        messages.shown.connect(self._on_shown)
        messages.cleared.connect(self.hide)
        messages.articles_replaced.connect(self._on_articles_replaced)
        messages.undo_expired.connect(self._on_undo_expired)
        self.hide()

    def _on_shown(self, message: Message) -> None:
        self._message = message
        self._text.setText(message.text)
        self.setAccessibleName(message.text)
        self.setProperty("kind", message.kind.value)
        self.style().unpolish(self)
        self.style().polish(self)
        self._action.setVisible(message.action is not None)
        if message.action is not None:
            self._action.setText(message.action[0])
        self._timer.stop()
        if message.kind is Kind.DONE:
            self._timer.start()
        self.show()
        self.raise_()
        self._place()

    def reserve_room(self, room: QWidget) -> None:
        """Place the bar over `room` while that is visible; `room` is shown only for a message."""
        self._room = room
        room.hide()
        room.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move the bar when the window or its room changes."""
        if event.type() in _MOVES and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Hide the reserved space."""
        super().hideEvent(event)
        if self._room is not None:
            self._room.hide()

    def _place(self) -> None:
        over, room = self._over, self._room
        holder = room.parentWidget() if room is not None else None
        if room is not None and holder is not None and holder.isVisible():
            width = holder.width()
            height = self._height_at(width)
            room.setFixedHeight(height)
            room.show()
            corner = room.mapTo(over, QPoint(0, 0))
            self.setGeometry(QRect(corner, QSize(width, height)))
            return
        if room is not None:
            room.hide()
        width = min(over.width() - 2 * _MARGIN, _WIDTH)
        height = self._height_at(width)
        self.setGeometry((over.width() - width) // 2, over.height() - _FOOT - height, width, height)

    def _height_at(self, width: int) -> int:
        # Not sizeHint: that is the height for a narrower wrapping.
        return max(self.heightForWidth(width), self.minimumSizeHint().height())

    def _on_articles_replaced(self) -> None:
        if self._message is not None and self._message.about_articles:
            self.hide()

    def _on_undo_expired(self) -> None:
        if self._message is not None and self._message.undoes:
            self._action.hide()

    def _on_action(self) -> None:
        message = self._message
        self.hide()
        if message is not None and message.action is not None:
            message.action[1]()
