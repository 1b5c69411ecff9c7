"""The text field for a pair's note, which is saved while the user types."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from dittomark_gui.i18n import translate

# Delay in milliseconds between the last key press and saving; losing the focus saves at once.
_NOTE_DELAY = 700
# While the user types without a pause, the note is saved at this interval in milliseconds.
_NOTE_AT_LEAST = 2500


class NoteBox(QPlainTextEdit):
    """A small text field with its own undo; emits `edited` when the note should be saved."""

    edited = Signal(str)
    left = Signal()  # by a key that returns to the articles

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)  # files dropped here are handled by the window
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
        """Show a saved note, unless the user is typing."""
        if self._timer.isActive():
            # The judgement has changed while the user types, here or on another computer of theirs:
            # the typed text is newer, and is saved in a moment.
            return
        self._timer.stop()
        self._longest.stop()
        self._written = note
        if note != self.toPlainText():
            self.setPlainText(note)
            self._timer.stop()
            self._longest.stop()

    def flush(self) -> None:
        """Emit `edited` if there is unsaved text."""
        self._timer.stop()
        self._longest.stop()
        if self.toPlainText() != self._written:
            self._written = self.toPlainText()
            self.edited.emit(self._written)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Save the note when the focus is lost."""
        super().focusOutEvent(event)
        self.flush()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return to the articles with Escape and Ctrl+Enter."""
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
        """Adapt the height (three lines) to a new font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(self.fontMetrics().lineSpacing() * 3 + 14)
