"""Creates the parts of the window and connects them. No logic here."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from dittomark_gui.actions.actions import Actions
from dittomark_gui.compare_view.compare_view import CompareView
from dittomark_gui.i18n import translate
from dittomark_gui.panels.bottom_bar import BottomBar
from dittomark_gui.panels.find_bar import FindBar
from dittomark_gui.panels.first_search_card import FirstSearchCard
from dittomark_gui.panels.fold_strip import FoldStrip
from dittomark_gui.panels.frame import Frame
from dittomark_gui.panels.label_panel import LabelPanel
from dittomark_gui.panels.left_panel import LeftPanel
from dittomark_gui.panels.widgets import plain_label
from dittomark_gui.view_state import ViewStore
from dittomark_gui.web import open_url
from dittomark_gui.window.action_rows import ACTIONS, MENUS
from dittomark_gui.window.action_rows.row import SwitchRow
from dittomark_gui.window.backup_monitor import BackupMonitor
from dittomark_gui.window.file_monitor import FileMonitor
from dittomark_gui.window.finding import Finding
from dittomark_gui.window.first_run import FirstRun
from dittomark_gui.window.first_search import FirstSearch
from dittomark_gui.window.font_notice import FontNotice
from dittomark_gui.window.label_panel_folding import LabelPanelFolding
from dittomark_gui.window.link_rows import LinkRows
from dittomark_gui.window.list_menus import ListMenus
from dittomark_gui.window.lists import Lists
from dittomark_gui.window.menus import make_menus
from dittomark_gui.window.navigation import Navigation
from dittomark_gui.window.preferences_in_view import PreferencesInView
from dittomark_gui.window.presenter import Presenter
from dittomark_gui.window.projects import Projects
from dittomark_gui.window.scheme_actions import SchemeActions
from dittomark_gui.window.status import Status
from dittomark_gui.window.suggest_again import SuggestAgain
from dittomark_gui.window.team_status import TeamStatus
from dittomark_gui.window.window_parts import Layout, WindowParts
from dittomark_gui.work.attaching import Attaching
from dittomark_gui.work.counterpart_choice import CounterpartChoice
from dittomark_gui.work.judging import Judging
from dittomark_gui.work.link_shaping import LinkShaping
from dittomark_gui.work.linking import Linking
from dittomark_gui.work.marking import Marking
from dittomark_gui.work.several_pairs import ManyPairs
from dittomark_gui.work.shown_links import ShownLinks
from dittomark_gui.work.team_exchange import TeamExchange
from dittomark_gui.work.workspace import Workspace

_LEFT_WIDTH: Final = 250
_MIDDLE_WIDTH: Final = 900
_RIGHT_WIDTH: Final = 290
_LEAST_WIDTH: Final = 380


def assemble(frame: Frame, view_store: ViewStore) -> WindowParts:
    """Create every part that works on articles, and connect them."""
    session, background = frame.session, frame.background
    actions = Actions(frame, session.settings, specs=ACTIONS, menus=MENUS)
    label_panel, bottom_bar, find_bar = LabelPanel(), BottomBar(), FindBar()
    view = CompareView()
    workspace = Workspace(session, background)
    lists = Lists(session, background, view_store)
    left_panel = LeftPanel(
        {"pairs": lists.pairs, "articles": lists.articles, "events": lists.events}
    )
    judging = Judging(session, view_store, workspace, view)
    many = ManyPairs(session, view, lists.selected_pairs)
    marking = Marking(session, workspace, view)
    attaching = Attaching(session)
    finding = Finding(view, workspace, find_bar)
    presenter = Presenter(
        session,
        view_store,
        workspace,
        judging,
        view=view,
        panel=label_panel,
        bar=bottom_bar,
    )
    # After the presenter, which must get a signal first: it shows the articles, then the links
    # follow.
    links = ShownLinks(session, workspace, view)
    linking = Linking(session, workspace, view, links)
    link_shaping = LinkShaping(session, workspace, view, links, linking)
    counterpart_choice = CounterpartChoice(session, workspace, view, linking, background)
    link_rows = LinkRows(session, workspace, links, label_panel)
    presenter.follow_links(links)
    scheme_actions = SchemeActions(
        session, actions, presenter=presenter, marking=marking, judging=judging, many=many
    )
    # Owned by the window, so deleted with it: a change of language makes another window.
    for part in (
        workspace,
        lists,
        judging,
        many,
        marking,
        links,
        linking,
        link_shaping,
        counterpart_choice,
        link_rows,
        attaching,
        finding,
        presenter,
        scheme_actions,
    ):
        part.setParent(frame)
    middle = QStackedWidget()
    middle.addWidget(view)
    middle.addWidget(_empty_hint(actions))
    middle.setCurrentIndex(1)
    message_room = QWidget()
    frame.message_bar.reserve_room(message_room)
    layout = _lay_out(
        frame,
        (left_panel, _in_a_column(middle, message_room, find_bar), label_panel),
        bottom_bar,
        middle=middle,
    )
    parts = WindowParts(
        frame=frame,
        session=session,
        settings=session.settings,
        view_store=view_store,
        background=background,
        actions=actions,
        top_bar=frame.top_bar,
        left_panel=left_panel,
        label_panel=label_panel,
        bottom_bar=bottom_bar,
        find_bar=find_bar,
        layout=layout,
        view=view,
        workspace=workspace,
        lists=lists,
        presenter=presenter,
        judging=judging,
        many=many,
        marking=marking,
        links=links,
        linking=linking,
        link_shaping=link_shaping,
        counterpart_choice=counterpart_choice,
        attaching=attaching,
        finding=finding,
        navigation=Navigation(
            frame,
            view_store,
            workspace=workspace,
            lists=lists,
            judging=judging,
            view=view,
            left_panel=left_panel,
            label_panel=label_panel,
        ),
        projects=Projects(frame),
        team=TeamExchange(frame, session, workspace),
    )
    make_menus(frame, actions, frame.top_bar)
    _connect_actions(parts)
    BackupMonitor(frame, session, background)
    FileMonitor(frame, session)
    SuggestAgain(frame, session, background)
    status = Status(
        frame, actions, workspace=workspace, view=view, lists=lists, bottom_bar=bottom_bar
    )
    TeamStatus(
        frame,
        session,
        parts.team,
        line=bottom_bar.team,
        workspace=workspace,
        panel=label_panel,
    )
    lists.follow_team(parts.team)
    parts.team.changes_applied.connect(parts.navigation.show_first_if_empty)
    bottom_bar.team.clicked.connect(partial(actions.run, "team_status"))
    ListMenus(frame, lists, parts.navigation, actions=actions, many=many)
    FirstRun(parts)
    FontNotice(parts)
    FirstSearch(parts, FirstSearchCard())
    LabelPanelFolding(parts)
    _connect_panel(parts)
    _connect_rest(parts)
    PreferencesInView(frame, session, view_store, view=view, actions=actions)
    frame.top_bar.show_project(None)
    status.refresh()
    return parts


def _lay_out(
    frame: Frame, side_by_side: Sequence[QWidget], bottom_bar: BottomBar, *, middle: QStackedWidget
) -> Layout:
    columns = QSplitter(Qt.Orientation.Horizontal)
    columns.setHandleWidth(1)
    columns.setChildrenCollapsible(False)
    # Less than both side panels need: then they fold (see `LabelPanelFolding`), and a window may be halved.
    columns.setMinimumWidth(_LEAST_WIDTH)
    for widget in side_by_side:
        columns.addWidget(widget)
    columns.setStretchFactor(1, 1)
    columns.setSizes([_LEFT_WIDTH, _MIDDLE_WIDTH, _RIGHT_WIDTH])
    columns.restoreState(frame.settings.window_state("columns"))
    strip = FoldStrip()
    strip.hide()
    container = QWidget()
    row = QHBoxLayout(container)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    row.addWidget(columns, 1)
    row.addWidget(strip)
    page = _in_a_column(container, bottom_bar)
    frame.set_articles_page(page)
    return Layout(page, columns, middle, strip)


def _in_a_column(main: QWidget, *bars: QWidget) -> QWidget:
    """Return a widget with `main` on top, stretched, and the bars below it."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(main, 1)
    for bar in bars:
        column.addWidget(bar)
    return whole


def _connect_actions(parts: WindowParts) -> None:
    """Connect every row of the table to its handler, and show its shortcut on the buttons."""
    actions = parts.actions
    for row in ACTIONS:
        if isinstance(row, SwitchRow):
            # No partial: Qt cannot see that it takes the state, and would call it without.
            actions[row.key].triggered.connect(lambda on, turn=row.turn: turn(parts, on))
        else:
            actions[row.key].triggered.connect(lambda _checked, run=row.run: run(parts))
    parts.frame.action_wanted.connect(actions.run)
    parts.frame.switch_changed.connect(actions.set_checked)

    def show_keys() -> None:
        found = {row.key: actions.shortcuts(row.key) for row in ACTIONS}
        keys = {
            key: QKeySequence(texts[0]).toString() if texts else "" for key, texts in found.items()
        }
        parts.label_panel.show_keys(keys)
        parts.bottom_bar.show_keys(keys["next_passage"], keys["previous_passage"])

    actions.shortcuts_changed.connect(show_keys)
    show_keys()


def _connect_panel(parts: WindowParts) -> None:
    panel, judging, marking = parts.label_panel, parts.judging, parts.marking
    run = parts.actions.run
    parts.many.judged.connect(parts.navigation.show_next_open)
    panel.relation_chosen.connect(judging.choose_relation)
    panel.direction_turned.connect(judging.turn_direction)
    panel.note_edited.connect(judging.write_note)
    panel.note.left.connect(parts.view.setFocus)
    panel.done_wanted.connect(partial(run, "done_next"))
    panel.flag_wanted.connect(judging.flag)
    panel.skip_wanted.connect(judging.skip)
    panel.suggestions_wanted.connect(partial(run, "next_suggestion"))
    panel.event_wanted.connect(partial(run, "attach_event"))
    panel.event_detached.connect(parts.attaching.detach)
    panel.event_clicked.connect(partial(_edit_attached_event, parts.frame))
    panel.event_suggestion_decided.connect(marking.decide)
    panel.term_clicked.connect(lambda place: parts.view.go_to_offset(*place[:2]))
    panel.spans.go_to_requested.connect(parts.navigation.go_to_row)
    panel.repeats.go_to_requested.connect(parts.navigation.go_to_row)
    panel.spans.delete_requested.connect(marking.delete)
    panel.spans.decided.connect(marking.decide)
    panel.links.go_to_requested.connect(lambda row: parts.view.go_to_link(row.id))
    panel.links.delete_requested.connect(parts.linking.delete)
    panel.links.relabel_requested.connect(
        lambda link_id: parts.linking.open_kind_menu(
            link_id, panel.links.mapToGlobal(panel.links.rect().center())
        )
    )
    panel.spans.relabel_requested.connect(
        lambda span_id: marking.open_span_menu(
            span_id, panel.spans.mapToGlobal(panel.spans.rect().center())
        )
    )


def _connect_rest(parts: WindowParts) -> None:
    run, page, frame = parts.actions.run, parts.frame.start_page, parts.frame
    page.new_wanted.connect(partial(run, "new_project"))
    page.open_wanted.connect(partial(run, "open_project"))
    page.sample_wanted.connect(partial(run, "open_sample"))
    page.team_wanted.connect(partial(run, "work_together"))
    page.tour_wanted.connect(partial(run, "tour"))
    page.recent_chosen.connect(lambda path: parts.projects.open(Path(path)))
    page.recent_removed.connect(parts.settings.forget_project)
    page.language_chosen.connect(lambda code: parts.settings.update(language=code))
    parts.view.url_activated.connect(open_url)
    parts.top_bar.annotator_clicked.connect(partial(_ask_annotator, frame))


def _ask_annotator(frame: Frame) -> None:
    from dittomark_gui.dialogs.annotator import ask_annotator

    ask_annotator(frame)


def _edit_attached_event(frame: Frame, membership_ids: str) -> None:
    """Open the editor of the event whose chip was clicked; the first membership counts."""
    from dittomark_gui.dialogs.event_editor import EventEditor

    wanted = membership_ids.split(maxsplit=1)[0]
    for membership in frame.session.project.memberships():
        if membership.id == wanted:
            EventEditor.open_for(frame, membership.event_id)
            return


def _follow(button: QPushButton, action: QAction) -> None:
    """Enable a button only while its action is enabled."""
    action.changed.connect(lambda: button.setEnabled(action.isEnabled()))
    button.setEnabled(action.isEnabled())


def _empty_hint(actions: Actions) -> QWidget:
    """Return the page that is shown while there is no article: a hint and two import buttons."""
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
        _follow(button, actions[key])
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
