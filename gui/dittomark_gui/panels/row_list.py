"""A short list for dialogs, painted like the lists on the left: a title and a details line."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from dittomark_gui.models.delegates import ListRowDelegate
from dittomark_gui.models.id_list import ID_ROLE, ROW_ROLE
from dittomark_gui.models.list_row import ListRow, describe

_ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class RowList(QListWidget):
    """Rows with an id (or any value) each; the arrow keys of a search field move in the list."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setItemDelegate(ListRowDelegate(self, bar=False))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def add_row(self, value: object, row: ListRow) -> QListWidgetItem:
        """Add a row at the end."""
        item = QListWidgetItem(describe(row))
        item.setData(ID_ROLE, value)
        item.setData(ROW_ROLE, row)
        self.addItem(item)
        return item

    def chosen(self) -> object:
        """Return the value of the current row, or None."""
        return self.currentItem().data(ID_ROLE) if self.currentRow() >= 0 else None

    def follow(self, field: QLineEdit) -> None:
        """Let the arrow keys of a search field move in the list."""
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Handle the arrow keys of the search field."""
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in _ARROWS
        ):
            self.event(event)
            return True
        return super().eventFilter(watched, event)
