"""The only place that tells or asks the person something.

Everything that is not an answer in a dialog of its own goes through `Messages`: the bar under the
top bar shows the newest message, `log` keeps them all (tests read it, and `answer` lets a test
answer questions without a dialog).
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
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
_GAP: Final = 8
_MOVES: Final = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide)


class Kind(Enum):
    """How a message is meant: `DONE` fades, the other two stay until they are closed."""

    DONE = "done"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Message:
    """One thing told; `action` is a button's text and what it does."""

    kind: Kind
    text: str
    action: tuple[str, Callable[[], object]] | None = None


class Messages(QObject):
    """Tells, warns, asks."""

    shown = Signal(object)  # Message
    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.log: list[Message] = []
        self.answer: Callable[[str], bool] | None = None

    def tell(self, text: str, *, action: tuple[str, Callable[[], object]] | None = None) -> None:
        """Say that something was done, for a moment; `action` is usually Undo."""
        self._show(Message(Kind.DONE, text, action))

    def warn(self, text: str, *, action: tuple[str, Callable[[], object]] | None = None) -> None:
        """Say something that should not be overlooked."""
        self._show(Message(Kind.WARNING, text, action))

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
    """The newest message, its action and a button to close it, over the foot of `over`.

    It floats: the articles stay where they are when it comes and goes.
    """

    def __init__(self, messages: Messages, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self._above: list[QWidget] = []
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

    def stay_above(self, bar: QWidget) -> None:
        """Leave a bar free that comes and goes at the foot."""
        self._above.append(bar)
        bar.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the foot when the window changes its size, or a bar there comes and goes."""
        if event.type() in _MOVES:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        over = self._over
        width = min(over.width() - 2 * _MARGIN, _WIDTH)
        # Not sizeHint: that is the height of a text that is wrapped narrower.
        height = max(self.heightForWidth(width), self.minimumSizeHint().height())
        left = (over.width() - width) // 2
        tops = [bar.mapTo(over, QPoint(0, 0)).y() for bar in self._above if bar.isVisible()]
        foot = min([over.height() - _FOOT, *(top - _GAP for top in tops)])
        self.setGeometry(left, foot - height, width, height)

    def _on_action(self) -> None:
        message = self._message
        self.hide()
        if message is not None and message.action is not None:
            message.action[1]()
