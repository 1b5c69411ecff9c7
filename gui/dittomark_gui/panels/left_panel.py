"""The left panel: three lists (pairs, articles, events) on three tabs."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from dittomark_gui.i18n import translate


class LeftPanel(QWidget):
    """A tab bar over a stack of list panels."""

    help_topic = "judging-pairs#queue"

    page_changed = Signal(int)

    def __init__(self, pages: dict[str, QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("leftPanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(190)
        self._tabs = QTabBar()
        self._tabs.setObjectName("lists")
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(True)
        self._tabs.setAccessibleName(translate("LeftPanel", "Lists"))
        self._stack = QStackedWidget()
        self._keys = list(pages)
        titles = {
            "pairs": translate("LeftPanel", "Pairs"),
            "articles": translate("LeftPanel", "Articles"),
            "events": translate("LeftPanel", "Events"),
        }
        for key, page in pages.items():
            self._tabs.addTab(titles[key])
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 4)
        column.setSpacing(6)
        column.addWidget(self._tabs)
        column.addWidget(self._stack, 1)
        self._tabs.currentChanged.connect(self._on_tab_changed)

    def show_page(self, key: str) -> None:
        """Bring a list to the front."""
        self._tabs.setCurrentIndex(self._keys.index(key))

    def current_page(self) -> str:
        """Return the key of the list in front."""
        return self._keys[self._tabs.currentIndex()]

    def _on_tab_changed(self, index: int) -> None:
        self._stack.setCurrentIndex(index)
        self.page_changed.emit(index)
