"""The only place that tells or asks the person something.

Everything that is not an answer in a dialog of its own goes through `Messages`: the bar under the
top bar shows the newest message, `log` keeps them all (tests read it, and `answer` lets a test
answer questions without a dialog).
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
from dittomark_gui.i18n import said, translate

# How long a message that needs no action stays, in milliseconds.
STAY: Final = 6000
_WIDTH: Final = 760
_MARGIN: Final = 12
_FOOT: Final = 48  # above the bottom bar
_MOVES: Final = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide)


class Kind(Enum):
    """How a message is meant: `DONE` fades, the other two stay until they are closed."""

    DONE = "done"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Message:
    """One thing told; `action` is a button's text and what it does.

    What is meant `here` goes with the articles it was said over. An action that `undoes` is there
    until something else is done: it must not take back another step than the one it names. The
    `details` are kept for whoever opens the list of messages.
    """

    kind: Kind
    text: str
    action: tuple[str, Callable[[], object]] | None = None
    here: bool = False
    undoes: bool = False
    details: tuple[str, ...] = ()


class Messages(QObject):
    """Tells, warns, asks."""

    shown = Signal(object)  # Message
    cleared = Signal()
    went_on = Signal()  # other articles are shown
    overtaken = Signal()  # something was done: an older Undo means another step now

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.log: list[Message] = []
        self.answer: Callable[[str], bool] | None = None

    def tell(self, text: str, *, action: tuple[str, Callable[[], object]] | None = None) -> None:
        """Say that something was done, for a moment; `action` is usually Undo."""
        self._show(Message(Kind.DONE, text, action))

    def tell_here(
        self, text: str, *, action: tuple[str, Callable[[], object]] | None = None
    ) -> None:
        """Say something of what is shown, until something else is."""
        self._show(Message(Kind.DONE, text, action, here=True))

    def tell_undoable(self, text: str, *, action: tuple[str, Callable[[], object]] | None) -> None:
        """Say what was done, with the Undo of just that."""
        self._show(Message(Kind.DONE, text, action, undoes=True))

    def warn(
        self,
        text: str,
        *,
        action: tuple[str, Callable[[], object]] | None = None,
        details: Sequence[str] = (),
    ) -> None:
        """Say something that should not be overlooked."""
        self._show(Message(Kind.WARNING, text, action, details=tuple(details)))

    def fail(self, why: str | UserError) -> None:
        """Say that something could not be done, and why."""
        self._show(Message(Kind.ERROR, said(why)))

    def clear(self) -> None:
        """Take the bar away."""
        self.cleared.emit()

    def ask(self, text: str, *, detail: str = "", accept: str, parent: QWidget) -> bool:
        """Ask before something that Undo can't bring back. True if the person says yes."""
        if self.answer is not None:
            return self.answer(text)
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(parent)
        box.setIcon(QMessageBox.Icon.Question)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(text)
        box.setInformativeText(detail)
        yes = box.addButton(accept, QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.exec()
        agreed = box.clickedButton() is yes
        box.deleteLater()
        return agreed

    def _show(self, message: Message) -> None:
        self.log.append(message)
        del self.log[:-200]
        self.shown.emit(message)


class MessageBar(QWidget):
    """The newest message, its action and a button to close it, at the foot of `over`.

    Over the articles it has room of its own below the text, which stays where it is; over a page
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
        messages.went_on.connect(self._on_went_on)
        messages.overtaken.connect(self._on_overtaken)
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

    def sit_in(self, room: QWidget) -> None:
        """Lie in this room while it is in sight: it opens for a message, so that nothing is covered."""
        self._room = room
        room.hide()
        room.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the room, or at the foot when the window changes its size."""
        if event.type() in _MOVES and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Give the room back to the text."""
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
        # Not sizeHint: that is the height of a text that is wrapped narrower.
        return max(self.heightForWidth(width), self.minimumSizeHint().height())

    def _on_went_on(self) -> None:
        if self._message is not None and self._message.here:
            self.hide()

    def _on_overtaken(self) -> None:
        if self._message is not None and self._message.undoes:
            self._action.hide()

    def _on_action(self) -> None:
        message = self._message
        self.hide()
        if message is not None and message.action is not None:
            message.action[1]()
