"""The dialog that chooses an article to show beside the current ones."""

from typing import TYPE_CHECKING, Self

from PySide6.QtWidgets import QLineEdit

from dittomark_gui.dialogs.base import Dialog
from dittomark_gui.i18n import day, translate
from dittomark_gui.models.list_row import ListRow
from dittomark_gui.panels.filter_menu import filter_of
from dittomark_gui.panels.row_list import RowList
from dittomark_gui.words import article_title

if TYPE_CHECKING:
    from dittomark_gui.panels.frame import Frame
    from dittomark_gui.work.workspace import Workspace

_SHOWN = 200


class ArticleChooser(Dialog):
    """A list of articles with a filter by title or source."""

    help_topic = "judging-pairs#more"

    def __init__(self, window: "Frame", workspace: "Workspace") -> None:
        super().__init__(
            window, title=translate("ArticleChooser", "Add another article beside"), width=560
        )
        self._window = window
        self._workspace = workspace
        self.field = QLineEdit()
        self.field.setPlaceholderText(translate("ArticleChooser", "Title, outlet, date, “text”…"))
        self.field.setAccessibleName(self.field.placeholderText())
        self.list = RowList(translate("ArticleChooser", "Articles"))
        self.list.setMinimumHeight(300)
        self.body.addWidget(self.field)
        self.body.addWidget(self.list)
        self.add_buttons(translate("ArticleChooser", "Add"))
        self.field.textChanged.connect(self._fill)
        self.list.follow(self.field)
        self.list.itemDoubleClicked.connect(lambda _item: self.accept())
        self._fill("")

    @classmethod
    def open_for(cls, window: "Frame", workspace: "Workspace") -> Self:
        """Create and open the chooser for the workspace's articles."""
        return cls(window, workspace).present()

    def accept(self) -> None:
        """Show the chosen article in another pane."""
        chosen = self.list.chosen()
        if chosen is None:
            return
        shown = [article.id for article in self._workspace.articles]
        super().accept()
        self._window.articles_wanted.emit([*shown, str(chosen)])

    def _fill(self, text: str) -> None:
        project = self._window.session.project
        shown = {article.id for article in self._workspace.articles}
        ids = project.listed_article_ids(filter_of(text, sort="title"), limit=_SHOWN)
        self.list.clear()
        for info in project.article_infos([item for item in ids if item not in shown]):
            details = " · ".join(part for part in (info.source, day(info.date)) if part)
            self.list.add_row(info.id, ListRow(article_title(info), details))
        self.list.setCurrentRow(0)
