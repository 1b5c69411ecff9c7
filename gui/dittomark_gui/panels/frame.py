"""The frame of the main window: what pages and dialogs know of the window they stand in.

A page or a dialog may use the parts named here and ask for the rest by a signal; it never learns
who answers. So the window can be built of pages and dialogs without knowing each other in a circle.
"""

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QToolBar, QVBoxLayout, QWidget

from dittomark_gui.background import Background
from dittomark_gui.messages import MessageBar
from dittomark_gui.panels.start_page import StartPage
from dittomark_gui.panels.top_bar import TopBar
from dittomark_gui.session import Session

# A panel docked at a side says by this property what the middle needs for its sides to stay open.
ROOM_BESIDE: Final = "roomBeside"
_SIZE: Final = (1440, 900)
_TITLE_BAR: Final = 40  # what a system may put above the window; it is not known before it is shown


class Frame(QMainWindow):
    """Top bar, messages, and in the middle the start page, the articles or a page over them."""

    pair_wanted = Signal(str)  # show this pair
    articles_wanted = Signal(list)  # show these articles side by side
    pairs_found = Signal()  # there are new pairs in the queue
    articles_imported = Signal()
    action_wanted = Signal(str)  # do what the action of that key does, if it is possible
    switch_changed = Signal(str, bool)  # show the action of that key as on or off
    import_wanted = Signal(object)  # show what would come in from these paths
    shown_page_changed = Signal()
    key_coming = Signal()  # what is possible must be known before the key is anybody's

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
        center = self.middle = QWidget()  # all but the top bar and what is docked
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
        """Let a bar run over the whole width, above whatever is docked at a side."""
        holder = QToolBar()
        holder.setObjectName("top")
        holder.setMovable(False)
        holder.addWidget(bar)
        self.addToolBar(holder)
        # Its own menu would offer to hide the bar.
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def set_articles_page(self, page: QWidget) -> None:
        """Take the articles with everything around them into the middle."""
        self._articles_page = page
        self.stack.addWidget(page)

    def shows_articles(self) -> bool:
        """Return whether the articles are in the middle, and no page over them."""
        return self._articles_page is not None and self.stack.currentWidget() is self._articles_page

    def show_page(self, page: QWidget | None = None) -> None:
        """Show a page in the middle: the one given, the articles, or the start page."""
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
