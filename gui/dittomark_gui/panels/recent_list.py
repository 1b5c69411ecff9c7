"""The list of recently opened projects: a click opens one, Delete removes one from the list."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QPalette
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from dittomark_gui.i18n import translate

_PATH: Final = Qt.ItemDataRole.UserRole
_GONE: Final = Qt.ItemDataRole.UserRole + 1
_HEIGHT: Final = 250


class RecentList(QListWidget):
    """Lists projects by their paths; missing files are shown faded until they are removed."""

    chosen = Signal(str)  # path of an existing project
    removed = Signal(str)  # path that was removed

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(translate("StartPage", "Recent projects"))
        self.setMaximumHeight(_HEIGHT)
        self.setItemDelegate(_MissingPathDelegate(self))
        self.remove = QAction(translate("StartPage", "Remove from the list"), self)
        self.remove.setShortcut(Qt.Key.Key_Delete)
        self.remove.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.remove.setEnabled(False)
        self.remove.triggered.connect(self._on_remove)
        self.addAction(self.remove)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.itemSelectionChanged.connect(
            lambda: self.remove.setEnabled(bool(self.selectedItems()))
        )
        self.itemActivated.connect(self._on_chosen)
        self.itemClicked.connect(self._on_chosen)

    def show_paths(self, paths: Sequence[str]) -> None:
        """Show these projects in this order."""
        self.clear()
        for path in paths:
            place = Path(path)
            gone = not place.exists()
            below = translate("StartPage", "not there any more: ") + path if gone else place.parent
            item = QListWidgetItem(f"{place.stem}\n{below}")
            item.setData(_PATH, path)
            item.setData(_GONE, gone)
            self.addItem(item)

    def select_first_existing(self) -> bool:
        """Select the newest existing project; return whether there is one."""
        for row in range(self.count()):
            if not self.item(row).data(_GONE):
                self.setCurrentRow(row)
                return True
        return False

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select a row, so that it is visible which project Enter opens."""
        super().focusInEvent(event)
        if not self.selectedItems() and self.count():
            self.setCurrentRow(max(self.currentRow(), 0))

    def _on_chosen(self, item: QListWidgetItem) -> None:
        path = str(item.data(_PATH))
        if Path(path).exists():  # check again: its drive may be back
            self.chosen.emit(path)

    def _on_remove(self) -> None:
        for item in self.selectedItems():
            self.takeItem(self.row(item))
            self.removed.emit(str(item.data(_PATH)))


class _MissingPathDelegate(QStyledItemDelegate):
    """Paints a missing project in the placeholder colour of the theme."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        if index.data(_GONE):
            faded = option.palette.placeholderText()
            option.palette.setBrush(QPalette.ColorRole.Text, faded)
