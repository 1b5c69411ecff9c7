"""Choose an article to be put beside those on the desk."""

from typing import TYPE_CHECKING, Self

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem

from dittomark_gui.dialogs.base import Dialog
from dittomark_gui.i18n import day, translate
from dittomark_gui.lists import filter_of

if TYPE_CHECKING:
    from dittomark_gui.main_window import MainWindow

_SHOWN = 200


class ArticleChooser(Dialog):
    """Type a few letters of title or outlet, press Enter."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(
            window, title=translate("ArticleChooser", "Add another article beside"), width=560
        )
        self._window = window
        self.field = QLineEdit()
        self.field.setPlaceholderText(translate("ArticleChooser", "Title, outlet, date, “text”…"))
        self.field.setAccessibleName(self.field.placeholderText())
        self.list = QListWidget()
        self.list.setAccessibleName(translate("ArticleChooser", "Articles"))
        self.list.setMinimumHeight(300)
        self.body.addWidget(self.field)
        self.body.addWidget(self.list)
        self.add_buttons(translate("ArticleChooser", "Add"))
        self.field.textChanged.connect(self._fill)
        self.field.installEventFilter(self)
        self.list.itemDoubleClicked.connect(lambda _item: self.accept())
        self._fill("")

    @classmethod
    def open_for(cls, window: "MainWindow") -> Self:
        """Open the chooser for the articles on the desk."""
        return cls(window).present()

    def accept(self) -> None:
        """Show the chosen article in a pane of its own."""
        row = self.list.currentRow()
        if row < 0:
            return
        chosen = str(self.list.item(row).data(Qt.ItemDataRole.UserRole))
        shown = [article.id for article in self._window.workspace.articles]
        super().accept()
        self._window.navigation.show_articles([*shown, chosen])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys of the field move in the list."""
        if watched is self.field and isinstance(event, QKeyEvent):
            keys = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
            if event.type() == QEvent.Type.KeyPress and event.key() in keys:
                self.list.event(event)
                return True
        return super().eventFilter(watched, event)

    def _fill(self, text: str) -> None:
        project = self._window.session.project
        shown = {article.id for article in self._window.workspace.articles}
        ids = project.listed_article_ids(filter_of(text, sort="title"), limit=_SHOWN)
        self.list.clear()
        for info in project.article_infos([item for item in ids if item not in shown]):
            details = " · ".join(part for part in (info.source, day(info.date)) if part)
            item = QListWidgetItem(f"{info.title or info.external_id}\n{details}")
            item.setData(Qt.ItemDataRole.UserRole, info.id)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
