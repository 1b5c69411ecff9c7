"""An application-wide event filter for keys: every key has one meaning, whatever has the focus.

Letters, digits and Space are shortcuts of the window. A focused control keeps the keys that it
needs; Space belongs to the control until a relation is chosen, and then means "done, next pair"
everywhere. On a keyboard without Latin letters the position of a key decides (see
`actions.physical_keys`).
"""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

from dittomark_gui.actions.physical_keys import (
    as_on_us_keyboard,
    is_digit_that_needs_shift,
    position_decides,
    sequences,
    with_type,
)
from dittomark_gui.window.main_window import MainWindow

_PRESSES: Final = (Qt.Key.Key_Space, Qt.Key.Key_Select)
_ENTERS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_COMMANDS: Final = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier
_TEXT_FIELDS: Final = (QLineEdit, QTextEdit, QPlainTextEdit, QAbstractSpinBox)


class KeyGuard(QObject):
    """Filters key events before they reach a control."""

    def __init__(self) -> None:
        super().__init__()
        self._busy = False  # sending an event itself

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Handle the key events of controls."""
        if not isinstance(event, QKeyEvent) or not isinstance(watched, QWidget):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            return self._keeps(watched, event)
        if event.type() == QEvent.Type.KeyPress and not self._busy and _is_receiver(watched):
            return self._presses(watched, event)
        return False

    def _keeps(self, widget: QWidget, event: QKeyEvent) -> bool:
        """Return whether the control needs the key; accepts its ShortcutOverride event if so."""
        window = widget.window()
        if isinstance(window, MainWindow):
            window.key_coming.emit()
        kept = (
            _is_button(widget) and _is_plain(event, _PRESSES) and not _space_is_done(window)
        ) or (
            isinstance(window, MainWindow)
            and not _takes_text(widget)
            and is_digit_that_needs_shift(event)
        )
        if kept:
            event.accept()
        return kept

    def _presses(self, widget: QWidget, event: QKeyEvent) -> bool:
        """Perform a key's action where Qt would do something else; return whether it was done."""
        window = widget.window()
        if event.key() == Qt.Key.Key_F10 and event.modifiers() == _SHIFT:
            return _open_menu_of(widget)
        if (
            isinstance(window, MainWindow)
            and isinstance(widget, QAbstractButton)
            and _is_plain(event, _ENTERS)
        ):
            widget.click()
            return True
        translated = self._translated(widget, event)
        if translated is None:
            return False
        if not self._is_taken(widget, translated) and isinstance(window, MainWindow):
            if window.parts.actions.perform(sequences(translated)):
                return True
            if _takes_text(widget):
                return False
        return self._send(widget, translated)

    def _translated(self, widget: QWidget, event: QKeyEvent) -> QKeyEvent | None:
        """Return the key as a US keyboard would send it, or None if that does not matter."""
        commands = bool(event.modifiers() & _COMMANDS)
        if position_decides(event):
            # Letters are text in a field, and search in the list of a dialog.
            plain_too = isinstance(widget.window(), MainWindow | QMenu) and not _takes_text(widget)
            return as_on_us_keyboard(event) if commands or plain_too else None
        in_reach = isinstance(widget.window(), MainWindow) and not _takes_text(widget)
        return as_on_us_keyboard(event) if in_reach and is_digit_that_needs_shift(event) else None

    def _is_taken(self, widget: QWidget, event: QKeyEvent) -> bool:
        """Return whether the control claims the key; Qt asks likewise before using a shortcut."""
        question = with_type(event, QEvent.Type.ShortcutOverride)
        question.ignore()
        self._send(widget, question)
        return question.isAccepted()

    def _send(self, widget: QWidget, event: QKeyEvent) -> bool:
        self._busy = True
        try:
            QApplication.sendEvent(widget, event)
        finally:
            self._busy = False
        return True


def _is_receiver(widget: QWidget) -> bool:
    """Return whether a widget is the event's first receiver, not a parent it propagates to."""
    popup = QApplication.activePopupWidget()
    if popup is None:
        return widget is QApplication.focusWidget()
    # Not popup.focusWidget(): PySide takes what it returns as part of the popup's Python object,
    # and makes it unusable when that object ends, while the event is still being handled.
    return widget is popup or (popup.isAncestorOf(widget) and widget.focusWidget() is widget)


def _is_plain(event: QKeyEvent, keys: tuple[Qt.Key, ...]) -> bool:
    return event.key() in keys and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier


def _is_button(widget: QWidget) -> bool:
    return isinstance(widget, QAbstractButton | QComboBox | QTabBar | QMenu)


def _takes_text(widget: QWidget) -> bool:
    return isinstance(widget, _TEXT_FIELDS) or (
        isinstance(widget, QComboBox) and widget.isEditable()
    )


def _space_is_done(window: QWidget) -> bool:
    """Return whether Space means "done, next pair" in a window."""
    return isinstance(window, MainWindow) and window.parts.actions.does(
        "done_next", "Space", "chosen"
    )


def _open_menu_of(widget: QWidget) -> bool:
    """Open a widget's context menu: many keyboards have no menu key, and X11 has no other."""
    place = widget.rect().center()
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Keyboard, place, widget.mapToGlobal(place), _SHIFT
    )
    QApplication.sendEvent(widget, event)
    return True
