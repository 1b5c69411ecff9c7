"""Puts the parts of the window together and lets them hear of each other. No logic here."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from dittomark_gui.actions.actions import Actions
from dittomark_gui.background import Background
from dittomark_gui.compare_view.compare_view import CompareView
from dittomark_gui.i18n import translate
from dittomark_gui.panels.bottom_bar import BottomBar
from dittomark_gui.panels.find_bar import FindBar
from dittomark_gui.panels.label_panel import LabelPanel
from dittomark_gui.panels.left_panel import LeftPanel
from dittomark_gui.panels.widgets import plain_label
from dittomark_gui.window.backup_monitor import BackupMonitor
from dittomark_gui.window.bindings import Bindings
from dittomark_gui.window.first_run import FirstRun
from dittomark_gui.window.list_menus import ListMenus
from dittomark_gui.window.lists import Lists
from dittomark_gui.window.menus import make_menus
from dittomark_gui.window.navigation import Navigation
from dittomark_gui.window.preferences_in_view import PreferencesInView
from dittomark_gui.window.presenter import Presenter
from dittomark_gui.window.project_bindings import bind_project_actions
from dittomark_gui.window.projects import Projects
from dittomark_gui.window.status import Status
from dittomark_gui.work.judging import Judging
from dittomark_gui.work.marking import Marking
from dittomark_gui.work.workspace import Workspace

if TYPE_CHECKING:
    from dittomark_gui.window.work_window import WorkWindow

_LEFT_WIDTH: Final = 250
_MIDDLE_WIDTH: Final = 900
_RIGHT_WIDTH: Final = 290


def assemble(window: "WorkWindow") -> None:
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
    window.presenter = Presenter(
        session,
        window.workspace,
        window.judging,
        view=window.view,
        panel=window.label_panel,
        bar=window.bottom_bar,
    )
    # Freed with the window: after the language has changed there is another one.
    for part in (window.workspace, window.lists, window.judging, window.marking, window.presenter):
        part.setParent(window)
    window.navigation = Navigation(window, window.lists, window.judging)
    window.projects = Projects(window)
    _lay_out(window)
    make_menus(window)
    bindings = Bindings(window)
    bind_project_actions(window)
    BackupMonitor(window, session, window.background)
    status = Status(window)
    ListMenus(window)
    FirstRun(window)
    _connect_panel(window, bindings)
    _connect_rest(window, bindings)
    PreferencesInView(window, window.settings, window.view)
    window.top_bar.show_project(None)
    status.refresh()


def _lay_out(window: "WorkWindow") -> None:
    window.middle = QStackedWidget()
    window.middle.addWidget(window.view)
    window.middle.addWidget(_empty_hint(window.actions_))
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


def _connect_panel(window: "WorkWindow", bindings: Bindings) -> None:
    panel, judging, marking = window.label_panel, window.judging, window.marking
    run = window.actions_.run
    panel.relation_chosen.connect(judging.choose_relation)
    panel.direction_turned.connect(judging.turn_direction)
    panel.note_edited.connect(judging.write_note)
    panel.note.left.connect(window.view.setFocus)
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


def _connect_rest(window: "WorkWindow", bindings: Bindings) -> None:
    run, page, bar = window.actions_.run, window.start_page, window.find_bar
    page.new_wanted.connect(partial(run, "new_project"))
    page.open_wanted.connect(partial(run, "open_project"))
    page.sample_wanted.connect(partial(run, "open_sample"))
    page.tour_wanted.connect(partial(run, "tour"))
    page.recent_chosen.connect(lambda path: window.projects.open(Path(path)))
    page.recent_removed.connect(window.settings.forget_project)
    bar.wanted.connect(bindings.find)
    window.workspace.shown.connect(
        lambda: window.middle.setCurrentIndex(0 if window.workspace.articles else 1)
    )
    window.view.hits_changed.connect(bar.show_count)
    bar.moved.connect(bindings.move_to_hit)
    bar.closed.connect(window.view.setFocus)
    window.message_bar.stay_above(bar)


def _empty_hint(actions: Actions) -> QWidget:
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
    buttons = QHBoxLayout()
    buttons.addStretch(1)
    for key in ("import_files", "import_folder"):
        button = QPushButton(actions[key].text())
        button.clicked.connect(actions[key].trigger)
        buttons.addWidget(button)
    buttons.addStretch(1)
    page = QWidget()
    column = QVBoxLayout(page)
    column.addStretch(1)
    column.addWidget(hint)
    column.addSpacing(14)
    column.addLayout(buttons)
    column.addStretch(1)
    return page
