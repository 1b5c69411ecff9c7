"""The bar that searches in the shown articles."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QToolButton, QWidget

from dittomark_gui.i18n import translate
from dittomark_gui.panels.widgets import plain_label

_DELAY = 120
# Width in pixels from which the options are shown.
_ROOM_FOR_OPTIONS = 520
_LEAST_WIDTH = 240


class _Field(QLineEdit):
    """A field in which Enter and Shift+Enter go to the next and previous hit, and Escape closes."""

    moved = Signal(bool)
    closed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Handle the keys of the bar."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.moved.emit(not event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


class FindBar(QWidget):
    """Emits searches; the compare view performs them."""

    help_topic = "judging-pairs#screen"

    wanted = Signal(str, bool, bool)  # text, match case, whole words
    moved = Signal(bool)  # forwards
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bottomBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.field = _Field()
        self.field.setAcceptDrops(False)  # files dropped here are handled by the window
        self.field.setPlaceholderText(translate("FindBar", "Find in both articles"))
        self.field.setAccessibleName(translate("FindBar", "Find in both articles"))
        self._case = QCheckBox(translate("FindBar", "Match case"))
        self._words = QCheckBox(translate("FindBar", "Whole words"))
        self.count = plain_label(name="muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 5, 8, 5)
        row.addWidget(self.field, 1)
        row.addWidget(self.count)
        for sign, name, forwards in (
            ("▲", translate("FindBar", "Previous"), False),
            ("▼", translate("FindBar", "Next"), True),
        ):
            button = QToolButton()
            button.setText(sign)
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.clicked.connect(lambda _checked, to_next=forwards: self.moved.emit(to_next))
            row.addWidget(button)
        row.addWidget(self._case)
        row.addWidget(self._words)
        close = QToolButton()
        close.setText("✕")
        close.setAccessibleName(translate("FindBar", "Close"))
        close.clicked.connect(self.close_bar)
        row.addWidget(close)
        # A narrow bar hides its options, so as not to prevent a narrow window.
        self.setMinimumWidth(_LEAST_WIDTH)
        self._timer = QTimer(self, singleShot=True, interval=_DELAY)
        self._timer.timeout.connect(self.search)
        self.field.textChanged.connect(self._timer.start)
        self.field.moved.connect(self._on_moved)
        self.field.closed.connect(self.close_bar)
        self._case.toggled.connect(self.search)
        self._words.toggled.connect(self.search)
        self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the options if there is room for them."""
        super().resizeEvent(event)
        for box in (self._case, self._words):
            box.setVisible(self.width() >= _ROOM_FOR_OPTIONS)

    def open_bar(self, text: str = "") -> None:
        """Show the bar, with `text` as the search text unless it is empty."""
        if text:
            self.field.setText(text)
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self.search()

    def close_bar(self) -> None:
        """Hide the bar and end the search."""
        self._timer.stop()
        self.hide()
        self.wanted.emit("", False, False)
        self.closed.emit()

    def search(self) -> None:
        """Search for the typed text."""
        self._timer.stop()
        self.wanted.emit(self.field.text(), self._case.isChecked(), self._words.isChecked())

    def show_count(self, count: int) -> None:
        """Show the number of hits."""
        text = translate("FindBar", "%n hit(s)", "", count) if self.field.text() else ""
        self.count.setText(text)

    def _on_moved(self, forwards: bool) -> None:
        if self._timer.isActive():
            self.search()
        self.moved.emit(forwards)
