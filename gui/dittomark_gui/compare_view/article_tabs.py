"""Tabs with the titles of the articles, shown when the view has room for one article only."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QTabBar, QWidget

from dittomark_gui.i18n import translate
from dittomark_gui.tips import plain_tip

if TYPE_CHECKING:
    from dittomark_gui.compare_view.panes import Panes


class ArticleTabs(QTabBar):
    """Tabs to switch between articles where the view is too narrow for two; else hidden."""

    def __init__(self, panes: "Panes", parent: QWidget) -> None:
        super().__init__(parent)
        self._panes = panes
        self._shown: list[tuple[int, str]] = []
        self.setObjectName("articles")
        self.setExpanding(True)
        self.setDrawBase(False)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setAccessibleName(translate("CompareView", "Articles"))
        self.hide()
        self.currentChanged.connect(self._on_chosen)
        panes.columns.arranged.connect(self.refresh)
        panes.focused.connect(self.refresh)
        panes.contents_changed.connect(self.refresh)

    def refresh(self) -> None:
        """Update the tabs from the panes, in the order of their columns."""
        panes = self._panes
        alone = panes.columns.one_at_a_time
        self.setVisible(alone)
        if not alone:
            return
        order = [pane for pane in panes.columns.order() if pane < len(panes.contents)]
        titles = [panes.contents[pane].article.info.title for pane in order]
        shown = list(zip(order, titles, strict=True))
        self.blockSignals(True)
        if shown != self._shown:
            self._shown = shown
            while self.count():
                self.removeTab(0)
            for place, title in enumerate(titles):
                number = QLocale().toString(place + 1)
                self.addTab(f"{number} · {title}".replace("&", "&&"))
                self.setTabToolTip(place, plain_tip(title))
        if panes.active in order:
            self.setCurrentIndex(order.index(panes.active))
        self.blockSignals(False)

    def _on_chosen(self, place: int) -> None:
        if not 0 <= place < len(self._shown):
            return
        pane = self._shown[place][0]
        if self.hasFocus():
            self._panes.show_pane(pane)
        else:
            self._panes.focus(pane)
