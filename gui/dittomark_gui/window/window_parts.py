"""The parts of the assembled window, as one frozen value."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

    from dittomark_gui.actions.actions import Actions
    from dittomark_gui.background import Background
    from dittomark_gui.compare_view.compare_view import CompareView
    from dittomark_gui.panels.bottom_bar import BottomBar
    from dittomark_gui.panels.find_bar import FindBar
    from dittomark_gui.panels.fold_strip import FoldStrip
    from dittomark_gui.panels.frame import Frame
    from dittomark_gui.panels.label_panel import LabelPanel
    from dittomark_gui.panels.left_panel import LeftPanel
    from dittomark_gui.panels.top_bar import TopBar
    from dittomark_gui.session import Session
    from dittomark_gui.user_settings import Settings
    from dittomark_gui.view_state import ViewStore
    from dittomark_gui.window.finding import Finding
    from dittomark_gui.window.lists import Lists
    from dittomark_gui.window.navigation import Navigation
    from dittomark_gui.window.presenter import Presenter
    from dittomark_gui.window.projects import Projects
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


@dataclass(frozen=True, slots=True)
class Layout:
    """The page of the articles with its splitter, stack and fold strip."""

    page: "QWidget"
    columns: "QSplitter"
    middle: "QStackedWidget"
    strip: "FoldStrip"


@dataclass(frozen=True, slots=True)
class WindowParts:
    """The result of `assemble`, passed to the handlers of actions."""

    frame: "Frame"
    session: "Session"
    settings: "Settings"
    view_store: "ViewStore"
    background: "Background"
    actions: "Actions"
    top_bar: "TopBar"
    left_panel: "LeftPanel"
    label_panel: "LabelPanel"
    bottom_bar: "BottomBar"
    find_bar: "FindBar"
    layout: Layout
    view: "CompareView"
    workspace: "Workspace"
    lists: "Lists"
    presenter: "Presenter"
    judging: "Judging"
    many: "ManyPairs"
    marking: "Marking"
    links: "ShownLinks"
    linking: "Linking"
    link_shaping: "LinkShaping"
    counterpart_choice: "CounterpartChoice"
    attaching: "Attaching"
    finding: "Finding"
    navigation: "Navigation"
    projects: "Projects"
    team: "TeamExchange"
