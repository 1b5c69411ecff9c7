"""One column of the compare view: overview bar, header and the article's text."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dittomark_gui.compare_view.accessibility import Speaker
from dittomark_gui.compare_view.article_header import ArticleHeader
from dittomark_gui.compare_view.article_view import ArticleView
from dittomark_gui.compare_view.overview_bar import OverviewBar


class Column(QWidget):
    """A column's widget; the overview bar is on its outer side."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = ArticleView()
        self.header = ArticleHeader()
        self.overview = OverviewBar(self.view)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        page = QVBoxLayout()
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.header)
        page.addWidget(self.view, 1)
        self._row.addLayout(page, 1)
        self.set_overview_first(True)
        self.setMinimumWidth(140)
        self.speaker = Speaker(self.view, self)

    def set_overview_first(self, first: bool) -> None:
        """Put the overview bar before the text (in the leftmost column) or after it."""
        self._row.removeWidget(self.overview)
        self._row.insertWidget(0 if first else self._row.count(), self.overview)
