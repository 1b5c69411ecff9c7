"""The main window in two steps: the start page at once, everything else when that is on screen.

Importing and building the compare view and the lists takes a while; somebody who starts the program
should see the window first. `complete` (in `assembly.py`) adds the rest.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from dittomark_gui.i18n import translate
from dittomark_gui.messages import MessageBar
from dittomark_gui.panels.start_page import StartPage
from dittomark_gui.panels.top_bar import TopBar
from dittomark_gui.panels.widgets import plain_label
from dittomark_gui.session import Session

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu, QSplitter

    from dittomark_gui.actions import Actions
    from dittomark_gui.background import Background
    from dittomark_gui.bindings import Bindings
    from dittomark_gui.compare_view.compare_view import CompareView
    from dittomark_gui.desk import Desk
    from dittomark_gui.judging import Judging
    from dittomark_gui.list_menus import ListMenus
    from dittomark_gui.lists import Lists
    from dittomark_gui.marking import Marking
    from dittomark_gui.navigation import Navigation
    from dittomark_gui.panels.bottom_bar import BottomBar
    from dittomark_gui.panels.find_bar import FindBar
    from dittomark_gui.panels.label_panel import LabelPanel
    from dittomark_gui.panels.left_panel import LeftPanel
    from dittomark_gui.projects import Projects
    from dittomark_gui.safekeeping import Safekeeping
    from dittomark_gui.status import Status
    from dittomark_gui.workspace import Workspace

_SIZE: Final = (1440, 900)
_ROOM_FOR_LISTS: Final = 900


class MainWindow(QMainWindow):
    """The window. Its parts are attributes, so that tests and the demo can reach them."""

    # Made by `complete`, in this order.
    background: "Background"
    actions_: "Actions"
    bottom_bar: "BottomBar"
    find_bar: "FindBar"
    label_panel: "LabelPanel"
    view: "CompareView"
    workspace: "Workspace"
    lists: "Lists"
    left_panel: "LeftPanel"
    judging: "Judging"
    marking: "Marking"
    desk: "Desk"
    navigation: "Navigation"
    projects: "Projects"
    middle: QStackedWidget
    columns: "QSplitter"
    work: QWidget
    main_menu: "QMenu"
    bindings: "Bindings"
    safekeeping: "Safekeeping"
    status: "Status"
    list_menus: "ListMenus"

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.settings = session.settings
        self.is_complete = False
        self.setWindowTitle("Dittomark")
        self.setAcceptDrops(True)
        self.top_bar = TopBar()
        self.start_page = StartPage()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.start_page)
        center = QWidget()
        outer = QVBoxLayout(center)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.top_bar)
        outer.addWidget(self.stack, 1)
        self.setCentralWidget(center)
        self.message_bar = MessageBar(session.messages, over=center)
        self.resize(*_SIZE)
        self.restoreGeometry(self.settings.window_state("geometry"))
        self._show_start_page()

    def complete(self) -> None:
        """Add everything that is not the start page, once."""
        if not self.is_complete:
            from dittomark_gui.assembly import assemble

            assemble(self)
            self.is_complete = True

    # --- what is in the middle --------------------------------------------------------------------

    def show_page(self, page: QWidget | None = None) -> None:
        """Show a page in the middle: the one given, the articles, or the start page."""
        if page is not None:
            if self.stack.indexOf(page) < 0:
                self.stack.addWidget(page)
            self.stack.setCurrentWidget(page)
        elif self.session.is_open:
            self.stack.setCurrentWidget(self.work)
        else:
            self._show_start_page()
        self.status.refresh()

    def show_opening(self, path: Path) -> None:
        """Say what is being opened, while the rest of the window is made."""
        text = translate("MainWindow", "Opening {name}…").format(name=path.name)
        label = plain_label(text, "muted")
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.stack.addWidget(label)
        self.stack.setCurrentWidget(label)

    def show_failure(self, report: str) -> None:
        """Show the report of an unexpected error."""
        from dittomark_gui import dialogs

        dialogs.show_failure(self, report)

    def view_has_keyboard(self) -> bool:
        """Whether the caret is in an article."""
        focus = self.focusWidget()
        return focus is self.view or self.view.isAncestorOf(focus)

    def _show_start_page(self) -> None:
        self.start_page.show_recent(self.settings.preferences.recent)
        self.stack.setCurrentWidget(self.start_page)
        self.start_page.focus_first()

    # --- Qt events --------------------------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:
        """Write what is still in the note, remember the layout, end the threads."""
        self.shut()
        super().closeEvent(event)

    def shut(self) -> None:
        """Hand over what is not written yet and stop what runs; the session stays open."""
        if not self.is_complete:
            return
        self.label_panel.note.flush()
        self.settings.remember_window_state("geometry", self.saveGeometry())
        self.settings.remember_window_state("columns", self.columns.saveState())
        self.background.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the lists out of a narrow window (a small screen with large letters)."""
        super().resizeEvent(event)
        narrow = event.size().width() < _ROOM_FOR_LISTS
        if self.is_complete and narrow != (event.oldSize().width() < _ROOM_FOR_LISTS):
            self.left_panel.setVisible(not narrow)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape take away what lies over the work: the search, a selection, a message."""
        if event.key() != Qt.Key.Key_Escape or not self.is_complete:
            super().keyPressEvent(event)
        elif self.find_bar.isVisible():
            self.find_bar.close_bar()
        elif self.view.isVisible() and self.view.selection() is not None:
            self.view.clear_selection()
        else:
            self.session.messages.clear()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and folders."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Import what was dropped, or open a project."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        # The drag is over for its source before a dialog opens.
        QTimer.singleShot(0, self, lambda: self.projects.take_dropped(paths))
