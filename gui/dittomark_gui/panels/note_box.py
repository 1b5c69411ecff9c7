"""The note of a pair: a small text field that is written while one types."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from dittomark_gui.i18n import translate

# The note is written this long after the last key, in milliseconds; and whenever it loses focus.
_NOTE_DELAY = 700
# Somebody who types without a pause has a note written this often, in milliseconds.
_NOTE_AT_LEAST = 2500


class NoteBox(QPlainTextEdit):
    """A small text field that keeps its own undo and tells when it is to be written."""

    edited = Signal(str)
    left = Signal()  # by a key that leads back to the articles

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)  # files that are dropped here are for the window
        self.setPlaceholderText(translate("LabelPanel", "Add a note for the reviewer…"))
        self.setAccessibleName(translate("LabelPanel", "Note"))
        self._fit()
        self._timer = QTimer(self, singleShot=True, interval=_NOTE_DELAY)
        self._timer.timeout.connect(self.flush)
        self._written = ""
        self._longest = QTimer(self, singleShot=True, interval=_NOTE_AT_LEAST)
        self._longest.timeout.connect(self.flush)
        self.textChanged.connect(self._on_typed)

    def _on_typed(self) -> None:
        self._timer.start()
        if not self._longest.isActive():
            self._longest.start()

    def show_note(self, note: str) -> None:
        """Show a note that is on disk."""
        if self._timer.isActive():
            # The judgement changed while the person types: by them, or on another computer of
            # theirs. What is typed is written in a moment, and is the newest.
            return
        self._timer.stop()
        self._longest.stop()
        self._written = note
        if note != self.toPlainText():
            self.setPlainText(note)
            self._timer.stop()
            self._longest.stop()

    def flush(self) -> None:
        """Hand over what was typed and not handed over yet."""
        self._timer.stop()
        self._longest.stop()
        if self.toPlainText() != self._written:
            self._written = self.toPlainText()
            self.edited.emit(self._written)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Write when the person goes on."""
        super().focusOutEvent(event)
        self.flush()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape and Ctrl+Enter lead back to the articles."""
        leaves = event.key() == Qt.Key.Key_Escape or (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        )
        if leaves:
            self.left.emit()
            event.accept()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Keep the height at three lines of whatever font it has."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(self.fontMetrics().lineSpacing() * 3 + 14)
