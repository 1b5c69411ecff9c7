"""Puts the parts of the window together and lets them hear of each other. No logic here."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QLabel, QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from dittomark_gui.actions import Actions
from dittomark_gui.background import Background
from dittomark_gui.bindings import Bindings
from dittomark_gui.compare_view.compare_view import CompareView
from dittomark_gui.desk import Desk
from dittomark_gui.first_run import FirstRun
from dittomark_gui.i18n import translate
from dittomark_gui.judging import Judging
from dittomark_gui.list_menus import ListMenus
from dittomark_gui.lists import Lists
from dittomark_gui.look import text_options
from dittomark_gui.marking import Marking
from dittomark_gui.navigation import Navigation
from dittomark_gui.panels.bottom_bar import BottomBar
from dittomark_gui.panels.find_bar import FindBar
from dittomark_gui.panels.label_panel import LabelPanel
from dittomark_gui.panels.left_panel import LeftPanel
from dittomark_gui.panels.widgets import plain_label
from dittomark_gui.project_bindings import bind_project_actions
from dittomark_gui.projects import Projects
from dittomark_gui.safekeeping import Safekeeping
from dittomark_gui.status import Status
from dittomark_gui.workspace import Workspace

if TYPE_CHECKING:
    from dittomark_gui.main_window import MainWindow

_LEFT_WIDTH: Final = 250
_MIDDLE_WIDTH: Final = 900
_RIGHT_WIDTH: Final = 290
_SEEN_IN_THE_VIEW: Final = frozenset(
    (
        "text_family",
        "text_size",
        "line_spacing",
        "show_invisible",
        "scroll_locked",
        "boilerplate_folded",
        "ribbons",
    )
)


def assemble(window: "MainWindow") -> None:
    """Make everything that works on articles."""
    session = window.session
    window.background = Background(window, on_bug=session.report_failure)
    window.actions_ = Actions(window, window.settings)
    window.bottom_bar = BottomBar()
    window.find_bar = FindBar()
    window.label_panel = LabelPanel()
    window.view = CompareView()
    window.workspace = Workspace(session, window.background)
    window.lists = Lists(session, window.background)
    pages: dict[str, QWidget] = {
        "pairs": window.lists.pairs,
        "articles": window.lists.articles,
        "events": window.lists.events,
    }
    window.left_panel = LeftPanel(pages)
    window.judging = Judging(session, window.workspace, window.view)
    window.marking = Marking(session, window.workspace, window.view)
    window.desk = Desk(
        session,
        window.workspace,
        window.judging,
        view=window.view,
        panel=window.label_panel,
        bar=window.bottom_bar,
    )
    # Freed with the window: after the language has changed there is another one.
    for part in (window.workspace, window.lists, window.judging, window.marking, window.desk):
        part.setParent(window)
    window.navigation = Navigation(window)
    window.projects = Projects(window)
    _lay_out(window)
    _make_menus(window)
    window.bindings = Bindings(window)
    bind_project_actions(window)
    window.safekeeping = Safekeeping(window)
    window.status = Status(window)
    window.list_menus = ListMenus(window)
    FirstRun(window)
    _connect_panel(window)
    _connect_rest(window)
    _Follower(window)
    window.top_bar.show_project(None)
    window.status.refresh()


def _lay_out(window: "MainWindow") -> None:
    window.middle = QStackedWidget()
    window.middle.addWidget(window.view)
    window.middle.addWidget(_empty_hint())
    window.middle.setCurrentIndex(1)
    middle = QWidget()
    column = QVBoxLayout(middle)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(window.middle, 1)
    column.addWidget(window.find_bar)
    window.columns = QSplitter(Qt.Orientation.Horizontal)
    window.columns.setHandleWidth(1)
    window.columns.setChildrenCollapsible(False)
    for widget in (window.left_panel, middle, window.label_panel):
        window.columns.addWidget(widget)
    window.columns.setStretchFactor(1, 1)
    window.columns.setSizes([_LEFT_WIDTH, _MIDDLE_WIDTH, _RIGHT_WIDTH])
    window.columns.restoreState(window.settings.window_state("columns"))
    window.work = QWidget()
    work = QVBoxLayout(window.work)
    work.setContentsMargins(0, 0, 0, 0)
    work.setSpacing(0)
    work.addWidget(window.columns, 1)
    work.addWidget(window.bottom_bar)
    window.stack.addWidget(window.work)


def _make_menus(window: "MainWindow") -> None:
    actions = window.actions_
    window.main_menu = QMenu(window)
    actions.fill_menus(window.main_menu.addMenu)
    window.top_bar.menu_button.setMenu(window.main_menu)
    suggestions = QMenu(window)
    for key in (
        "next_suggestion",
        "previous_suggestion",
        "accept_suggestion",
        "refuse_suggestion",
        "accept_all",
        "refuse_all",
        "suggest",
    ):
        suggestions.addAction(actions[key])
    window.top_bar.add_tools(actions["undo"], actions["redo"], suggestions, actions["export"])


def _connect_panel(window: "MainWindow") -> None:
    panel, judging, marking = window.label_panel, window.judging, window.marking
    run, bindings = window.actions_.run, window.bindings
    panel.relation_chosen.connect(judging.choose_relation)
    panel.direction_turned.connect(judging.turn_direction)
    panel.note_edited.connect(judging.write_note)
    panel.done_wanted.connect(partial(run, "done_next"))
    panel.flag_wanted.connect(judging.flag)
    panel.skip_wanted.connect(judging.skip)
    panel.event_wanted.connect(partial(run, "attach_event"))
    panel.event_detached.connect(bindings.detach_event)
    panel.event_clicked.connect(bindings.edit_attached_event)
    panel.event_suggestion_decided.connect(marking.decide)
    panel.term_clicked.connect(lambda place: window.view.go_to_offset(*place[:2]))
    panel.spans.go_to_requested.connect(bindings.go_to_row)
    panel.spans.delete_requested.connect(marking.delete)
    panel.spans.decided.connect(marking.decide)
    panel.spans.relabel_requested.connect(
        lambda span_id: marking.open_span_menu(
            span_id, panel.spans.mapToGlobal(panel.spans.rect().center())
        )
    )


def _connect_rest(window: "MainWindow") -> None:
    run, page, bar = window.actions_.run, window.start_page, window.find_bar
    page.new_wanted.connect(partial(run, "new_project"))
    page.open_wanted.connect(partial(run, "open_project"))
    page.sample_wanted.connect(partial(run, "open_sample"))
    page.tour_wanted.connect(partial(run, "tour"))
    page.recent_chosen.connect(lambda path: window.projects.open(Path(path)))
    bar.wanted.connect(window.bindings.find)
    window.view.hits_changed.connect(bar.show_count)
    bar.moved.connect(window.bindings.move_to_hit)
    bar.closed.connect(window.view.setFocus)


class _Follower(QObject):
    """Lets the compare view follow the preferences and the desk."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        window.settings.changed.connect(self._on_settings_changed)
        window.workspace.shown.connect(self._on_shown)
        self._apply()

    def _on_settings_changed(self, names: frozenset[str]) -> None:
        if names & _SEEN_IN_THE_VIEW:
            self._apply()

    def _on_shown(self) -> None:
        self._window.middle.setCurrentIndex(0 if self._window.workspace.articles else 1)

    def _apply(self) -> None:
        preferences, view = self._window.settings.preferences, self._window.view
        view.set_text_options(text_options(preferences))
        view.set_scroll_locked(preferences.scroll_locked)
        view.set_boilerplate_folded(preferences.boilerplate_folded)
        view.set_ribbon_mode(preferences.ribbons)


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
