"""The list of the links between the articles shown, one line each, beside that of the spans."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from dittomark_gui.i18n import translate
from dittomark_gui.panels.span_list import SpanList


class LinkList(SpanList):
    """Works as the list of spans does: Enter or a click goes there, Delete deletes.

    A double click, L or I offers the kinds. A row's `id` is the link's.
    """

    help_topic = "links#change"
    asks_for_others = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(translate("LinkList", "Links between these articles"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Offer the kinds by the key that does so in an article, too."""
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_I and index.isValid():
            self.relabel_requested.emit(self.rows()[index.row()].id)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep that key from the window's shortcuts."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_I
            and self.currentIndex().isValid()
        ):
            event.accept()
            return True
        return super().event(event)
