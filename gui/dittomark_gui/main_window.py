"""The main window: puts the parts together and lets them hear of each other. No logic here."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QLabel,
    QMainWindow,
    QMenu,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from dittomark_gui import dialogs
from dittomark_gui.actions import Actions
from dittomark_gui.background import Background
from dittomark_gui.bindings import Bindings
from dittomark_gui.compare_view.compare_view import CompareView
from dittomark_gui.desk import Desk
from dittomark_gui.i18n import translate
from dittomark_gui.judging import Judging
from dittomark_gui.list_menus import ListMenus
from dittomark_gui.lists import Lists
from dittomark_gui.look import text_options
from dittomark_gui.marking import Marking
from dittomark_gui.messages import MessageBar
from dittomark_gui.navigation import Navigation
from dittomark_gui.panels.bars import BottomBar, TopBar
from dittomark_gui.panels.find_bar import FindBar
from dittomark_gui.panels.label_panel import LabelPanel
from dittomark_gui.panels.left_panel import LeftPanel
from dittomark_gui.panels.start_page import StartPage
from dittomark_gui.panels.widgets import plain_label
from dittomark_gui.project_bindings import bind_project_actions
from dittomark_gui.projects import Projects
from dittomark_gui.safekeeping import Safekeeping
from dittomark_gui.session import Session
from dittomark_gui.status import Status
from dittomark_gui.workspace import Workspace

_SIZE = (1440, 900)
_LEFT_WIDTH = 250
_RIGHT_WIDTH = 290


class MainWindow(QMainWindow):
    """The window. Its parts are attributes, so that tests and the demo can reach them."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.settings = session.settings
        self.setWindowTitle("Dittomark")
        self.setAcceptDrops(True)
        self.background = Background(self, on_bug=session.report_failure)
        self.actions_ = Actions(self, self.settings)
        self.top_bar = TopBar()
        self.bottom_bar = BottomBar()
        self.find_bar = FindBar()
        self.label_panel = LabelPanel()
        self.view = CompareView()
        self.start_page = StartPage()
        self.workspace = Workspace(session, self.background)
        self.lists = Lists(session, self.background)
        self.left_panel = LeftPanel(
            {
                "pairs": self.lists.pairs,
                "articles": self.lists.articles,
                "events": self.lists.events,
            }
        )
        self.judging = Judging(session, self.workspace, self.view)
        self.marking = Marking(session, self.workspace, self.view)
        self.desk = Desk(
            session,
            self.workspace,
            self.judging,
            view=self.view,
            panel=self.label_panel,
            bar=self.bottom_bar,
        )
        self.navigation = Navigation(self)
        self.projects = Projects(self)
        self._build()
        self.bindings = Bindings(self)
        bind_project_actions(self)
        self.safekeeping = Safekeeping(self)
        self.status = Status(self)
        self.list_menus = ListMenus(self)
        self._connect()
        self._restore()
        self.apply_preferences()
        self.top_bar.show_project(None)
        self.show_page()

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
            self.start_page.show_recent(self.settings.preferences.recent)
            self.stack.setCurrentWidget(self.start_page)
            self.start_page.focus_first()
        self.status.refresh()

    def apply_preferences(self) -> None:
        """Let the compare view follow the preferences."""
        preferences = self.settings.preferences
        self.view.set_text_options(text_options(preferences))
        self.view.set_scroll_locked(preferences.scroll_locked)
        self.view.set_boilerplate_folded(preferences.boilerplate_folded)

    def show_failure(self, report: str) -> None:
        """Show the report of an unexpected error."""
        dialogs.show_failure(self, report)

    def view_has_keyboard(self) -> bool:
        """Whether the caret is in an article."""
        focus = self.focusWidget()
        return focus is self.view or self.view.isAncestorOf(focus)

    # --- assembly ---------------------------------------------------------------------------------

    def _build(self) -> None:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.middle = QStackedWidget()
        self.middle.addWidget(self.view)
        self.middle.addWidget(_empty_hint())
        column.addWidget(self.middle, 1)
        column.addWidget(self.find_bar)
        self.columns = QSplitter(Qt.Orientation.Horizontal)
        self.columns.setHandleWidth(1)
        self.columns.setChildrenCollapsible(False)
        for widget in (self.left_panel, middle, self.label_panel):
            self.columns.addWidget(widget)
        self.columns.setStretchFactor(1, 1)
        self.columns.setSizes([_LEFT_WIDTH, _SIZE[0] - _LEFT_WIDTH - _RIGHT_WIDTH, _RIGHT_WIDTH])
        self.work = QWidget()
        work = QVBoxLayout(self.work)
        work.setContentsMargins(0, 0, 0, 0)
        work.setSpacing(0)
        work.addWidget(self.columns, 1)
        work.addWidget(self.bottom_bar)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.start_page)
        self.stack.addWidget(self.work)
        center = QWidget()
        outer = QVBoxLayout(center)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.top_bar)
        outer.addWidget(self.stack, 1)
        self.setCentralWidget(center)
        self.message_bar = MessageBar(self.session.messages, over=center)
        self._build_menus()

    def _build_menus(self) -> None:
        self.main_menu = QMenu(self)
        self.actions_.fill_menus(self.main_menu.addMenu)
        self.top_bar.menu_button.setMenu(self.main_menu)
        suggestions = QMenu(self)
        for key in (
            "next_suggestion",
            "previous_suggestion",
            "accept_suggestion",
            "refuse_suggestion",
            "accept_all",
            "refuse_all",
            "suggest",
        ):
            suggestions.addAction(self.actions_[key])
        self.top_bar.add_tools(
            self.actions_["undo"], self.actions_["redo"], suggestions, self.actions_["export"]
        )

    def _connect(self) -> None:
        panel, judging, marking = self.label_panel, self.judging, self.marking
        panel.relation_chosen.connect(judging.choose_relation)
        panel.direction_turned.connect(judging.turn_direction)
        panel.note_edited.connect(judging.write_note)
        panel.done_wanted.connect(lambda: self.actions_.run("done_next"))
        panel.flag_wanted.connect(judging.flag)
        panel.skip_wanted.connect(judging.skip)
        panel.event_wanted.connect(lambda: self.actions_.run("attach_event"))
        panel.event_detached.connect(self.bindings.detach_event)
        panel.event_clicked.connect(self.bindings.edit_attached_event)
        panel.event_suggestion_decided.connect(marking.decide)
        panel.term_clicked.connect(lambda place: self.view.go_to_offset(*place[:2]))
        panel.spans.go_to_requested.connect(self.bindings.go_to_row)
        panel.spans.delete_requested.connect(marking.delete)
        panel.spans.decided.connect(marking.decide)
        panel.spans.relabel_requested.connect(
            lambda span_id: marking.open_span_menu(
                span_id, panel.spans.mapToGlobal(panel.spans.rect().center())
            )
        )
        self.start_page.new_wanted.connect(lambda: self.actions_.run("new_project"))
        self.start_page.open_wanted.connect(lambda: self.actions_.run("open_project"))
        self.start_page.sample_wanted.connect(lambda: self.actions_.run("open_sample"))
        self.start_page.tour_wanted.connect(lambda: self.actions_.run("tour"))
        self.start_page.recent_chosen.connect(lambda path: self.projects.open(Path(path)))
        self.find_bar.wanted.connect(self.bindings.find)
        self.find_bar.moved.connect(self.bindings.move_to_hit)
        self.find_bar.closed.connect(self.view.setFocus)
        self.settings.changed.connect(self._on_settings_changed)
        self.workspace.shown.connect(self._on_shown)

    def _on_shown(self) -> None:
        self.middle.setCurrentIndex(0 if self.workspace.articles else 1)

    def _restore(self) -> None:
        self.resize(*_SIZE)
        self.restoreGeometry(self.settings.window_state("geometry"))
        self.columns.restoreState(self.settings.window_state("columns"))

    def _on_settings_changed(self, names: frozenset[str]) -> None:
        if names & {
            "text_family",
            "text_size",
            "line_spacing",
            "show_invisible",
            "scroll_locked",
            "boilerplate_folded",
        }:
            self.apply_preferences()

    # --- Qt events --------------------------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:
        """Write what is still in the note, remember the layout, end the threads."""
        self.shut()
        super().closeEvent(event)

    def shut(self) -> None:
        """Hand over what is not written yet and stop what runs; the session stays open."""
        self.label_panel.note.flush()
        self.settings.remember_window_state("geometry", self.saveGeometry())
        self.settings.remember_window_state("columns", self.columns.saveState())
        self.background.stop()

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


def _empty_hint() -> QLabel:
    """Return what stands in the middle while there is no article to show."""
    hint = plain_label(
        translate(
            "MainWindow",
            "Nothing to show yet.\n\nDrop files or a folder here to import articles,\n"
            "or choose a pair or an article on the left.",
        ),
        "muted",
    )
    hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return hint
