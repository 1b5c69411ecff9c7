"""The list of the links between the shown articles, one line each."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from dittomark_gui.i18n import translate
from dittomark_gui.panels.span_list import SpanList


class LinkList(SpanList):
    """Like the list of spans: Enter or a click goes to the link, Delete deletes it.

    A double click, L or I opens the menu of kinds. A row's `id` is that of the link.
    """

    help_topic = "links#change"
    emits_for_others = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(translate("LinkList", "Links between these articles"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the menu of kinds with I, as in an article."""
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_I and index.isValid():
            self.relabel_requested.emit(self.rows()[index.row()].id)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Claim the key I before the window's shortcuts."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_I
            and self.currentIndex().isValid()
        ):
            event.accept()
            return True
        return super().event(event)
