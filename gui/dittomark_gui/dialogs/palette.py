"""The command palette: every action by a few of its letters."""

from typing import TYPE_CHECKING, Self

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem

from dittomark_gui.actions import plain_text
from dittomark_gui.dialogs.base import Dialog
from dittomark_gui.i18n import translate

if TYPE_CHECKING:
    from dittomark_gui.main_window import MainWindow

_SHOWN = 60
_LEAST = 45


class CommandPalette(Dialog):
    """Type, move with the arrows, press Enter. What is not possible now is not offered."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window, title=translate("Palette", "Find a command"), width=480)
        self._commands = [
            (_name(action), action)
            for action in (*window.actions_.all_actions(), *window.actions_.prior_actions())
            if action.isEnabled() and action.objectName() != "palette"
        ]
        self.field = QLineEdit()
        self.field.setPlaceholderText(translate("Palette", "What do you want to do?"))
        self.field.setAccessibleName(self.field.placeholderText())
        self.list = QListWidget()
        self.list.setAccessibleName(translate("Palette", "Commands"))
        self.list.setMinimumHeight(320)
        self.body.addWidget(self.field)
        self.body.addWidget(self.list)
        self.field.textChanged.connect(self._fill)
        self.field.returnPressed.connect(self.accept)
        self.field.installEventFilter(self)
        self.list.itemActivated.connect(lambda _item: self.accept())
        self.list.itemClicked.connect(lambda _item: self.accept())
        self._fill("")

    @classmethod
    def open_for(cls, window: "MainWindow") -> Self:
        """Open the palette of that window."""
        return cls(window).present()

    def accept(self) -> None:
        """Close, then do what was chosen."""
        item = self.list.currentItem()
        action = item.data(Qt.ItemDataRole.UserRole) if self.list.count() else None
        super().accept()
        if isinstance(action, QAction):
            action.trigger()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys of the field move in the list."""
        if watched is self.field and event.type() == QEvent.Type.KeyPress:
            keys = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
            if isinstance(event, QKeyEvent) and event.key() in keys:
                self.list.event(event)
                return True
        return super().eventFilter(watched, event)

    def _fill(self, text: str) -> None:
        self.list.clear()
        for name, action in self._found(text.strip()):
            keys = action.shortcut().toString()
            item = QListWidgetItem(f"{name}    {keys}" if keys else name)
            item.setData(Qt.ItemDataRole.UserRole, action)
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _found(self, text: str) -> list[tuple[str, QAction]]:
        if not text:
            return self._commands
        from rapidfuzz import fuzz, process, utils

        found = process.extract(
            text,
            [name for name, _ in self._commands],
            scorer=fuzz.WRatio,
            processor=utils.default_process,
            limit=_SHOWN,
            score_cutoff=_LEAST,
        )
        return [self._commands[place] for _, _, place in found]


def _name(action: QAction) -> str:
    return plain_text(action).rstrip("…")
