"""Keeps plain keys for the control that has the keyboard, where it needs them.

Space, Enter and letters are shortcuts of the window; but Space must press the button that has the
focus, and a letter must find a line in an open list.
"""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QComboBox, QMenu, QRadioButton, QTabBar

_PRESSES: Final = (Qt.Key.Key_Space, Qt.Key.Key_Select)


class KeyGuard(QObject):
    """An event filter for the application."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let a focused button have Space, before the window's shortcuts see it.

        A choice that is made already has no use for it: Space then means "done, next pair".
        """
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and not event.modifiers()
            and event.key() in _PRESSES
            and isinstance(watched, QAbstractButton | QComboBox | QTabBar | QMenu)
            and not (isinstance(watched, QRadioButton) and watched.isChecked())
        ):
            event.accept()
            return True
        return False
