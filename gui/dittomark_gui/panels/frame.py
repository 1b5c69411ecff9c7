"""The frame of the main window: the part of the window that pages and dialogs know.

A page or dialog uses the members declared here and asks for anything else by a signal, without
knowing the receiver. So the imports between window, pages and dialogs have no cycle.
"""

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QToolBar, QVBoxLayout, QWidget

from dittomark_gui.background import Background
from dittomark_gui.panels.start_page import StartPage
from dittomark_gui.panels.top_bar import TopBar
from dittomark_gui.session import Session
from dittomark_gui.user_messages import MessageBar

# A docked panel sets this property to the width (px) that the middle needs to keep its sides open.
ROOM_BESIDE: Final = "roomBeside"
_SIZE: Final = (1440, 900)
_TITLE_BAR: Final = 40  # px for a title bar, whose height is unknown before the window is shown


class Frame(QMainWindow):
    """Top bar, messages, and in the middle the start page, the articles or a page over them."""

    pair_wanted = Signal(str)  # show the pair
    articles_wanted = Signal(list)  # show the articles side by side
    pairs_found = Signal()  # the queue has new pairs
    queue_ordered = Signal(str)  # a search put the whole queue into this order
    articles_imported = Signal()
    action_wanted = Signal(str)  # trigger the action with this key, if it is enabled
    switch_changed = Signal(str, bool)  # check or uncheck the action with this key
    import_wanted = Signal(object)  # show the import preview of these paths
    shown_page_changed = Signal()
    key_coming = Signal()  # a key event is next: update the actions

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.settings = session.settings
        self.background = Background(self, on_bug=session.report_failure)
        self._articles_page: QWidget | None = None
        self.top_bar = TopBar()
        self.start_page = StartPage()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.start_page)
        center = self.middle = QWidget()  # all but the top bar and docked panels
        outer = QVBoxLayout(center)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.stack, 1)
        self.setCentralWidget(center)
        self._put_on_top(self.top_bar)
        self.message_bar = MessageBar(session.messages, over=center)
        room = self.screen().availableSize() - QSize(0, _TITLE_BAR)
        self.resize(QSize(*_SIZE).boundedTo(room))
        self.restoreGeometry(self.settings.window_state("geometry"))
        self._show_start_page()

    def _put_on_top(self, bar: QWidget) -> None:
        """Place a bar over the whole width, above docked panels."""
        holder = QToolBar()
        holder.setObjectName("top")
        holder.setMovable(False)
        holder.addWidget(bar)
        self.addToolBar(holder)
        # Its own context menu would offer to hide the bar.
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def set_articles_page(self, page: QWidget) -> None:
        """Set the page that holds the articles with their side panels."""
        self._articles_page = page
        self.stack.addWidget(page)

    def shows_articles(self) -> bool:
        """Return whether the articles are shown, not a page over them."""
        return self._articles_page is not None and self.stack.currentWidget() is self._articles_page

    def show_page(self, page: QWidget | None = None) -> None:
        """Show `page`; without one, the articles, or the start page if no project is open."""
        if page is not None:
            if self.stack.indexOf(page) < 0:
                self.stack.addWidget(page)
            self.stack.setCurrentWidget(page)
        elif self.session.is_open and self._articles_page is not None:
            self.stack.setCurrentWidget(self._articles_page)
        else:
            self._show_start_page()
        self.shown_page_changed.emit()

    def _show_start_page(self) -> None:
        self.start_page.show_recent(self.settings.preferences.recent)
        self.stack.setCurrentWidget(self.start_page)
        self.start_page.focus_first()
