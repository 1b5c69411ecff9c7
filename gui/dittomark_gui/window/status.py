"""The state of the actions (enabled or not), and the status shown in the top and bottom bar."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from dittomark.listing import Progress
from dittomark_gui.actions.actions import Actions
from dittomark_gui.compare_view.compare_view import CompareView
from dittomark_gui.i18n import duration, program_name
from dittomark_gui.panels.bottom_bar import BottomBar
from dittomark_gui.panels.frame import Frame
from dittomark_gui.window.lists import Lists
from dittomark_gui.work.workspace import Workspace

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class Status(QObject):
    """Follows session, workspace and lists; enables actions and fills the bars."""

    def __init__(
        self,
        frame: Frame,
        actions: Actions,
        *,
        workspace: Workspace,
        view: CompareView,
        lists: Lists,
        bottom_bar: BottomBar,
    ) -> None:
        super().__init__(frame)
        self._frame = frame
        self._session = frame.session
        self._actions = actions
        self._workspace = workspace
        self._view = view
        self._lists = lists
        self._bottom_bar = bottom_bar
        self._top_bar = frame.top_bar
        self._focus: QWidget | None = None  # focus at the last refresh
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self.refresh_now)
        session = self._session
        session.opened.connect(self._on_opened)
        session.moved.connect(self._show_name)
        session.closed.connect(self._on_closed)
        session.changed.connect(self.refresh)
        session.saved.connect(self._on_saved)
        session.annotator_changed.connect(self.refresh)
        session.offers_changed.connect(self.refresh)
        workspace.shown.connect(self.refresh)
        workspace.judgement_changed.connect(self.refresh)
        frame.shown_page_changed.connect(self.refresh)
        frame.key_coming.connect(self._on_key_coming)
        view.selection_changed.connect(lambda _selection: self.refresh())
        view.pane_focused.connect(lambda _pane: self.refresh())
        lists.progress_changed.connect(self._on_progress)
        lists.pairs.model.modelReset.connect(self._show_place)
        lists.pairs.model.rowsInserted.connect(self._show_place)
        lists.articles.view.selectionModel().selectionChanged.connect(self.refresh)

    def refresh(self, *_signal: object) -> None:
        """Schedule a refresh, one for all events of one pass of the event loop."""
        self._timer.start()

    def refresh_now(self) -> None:
        """Update the actions and the place in the queue now."""
        self._timer.stop()
        self._actions.update_states(frozenset(self._states()))
        self._show_place()
        if self._session.is_open:
            self._top_bar.show_annotator(self._session.annotator)

    def _on_key_coming(self) -> None:
        """Refresh before a key is handled if a refresh is due: keys may follow each other fast."""
        focus = self._frame.focusWidget()
        if self._timer.isActive() or focus is not self._focus:
            self._focus = focus
            self.refresh_now()

    def _states(self) -> list[str]:
        session, workspace = self._session, self._workspace
        if not session.is_open:
            return []
        project, who = session.project, session.annotator
        judgement = workspace.judgement
        relation = judgement.relation if judgement is not None else None
        label = project.scheme.relation(relation) if relation else None
        panes = range(len(workspace.articles))
        visible = self._frame.shows_articles()
        found = {
            "project": True,
            "writable": session.writable,
            "leads": session.leads,
            "adjudicates": session.offers is None or session.offers.adjudicates,
            "sees_others": session.sees_others,
            "team": session.offers is not None,
            "pair": visible and workspace.pair is not None,
            "article": visible and bool(workspace.articles),
            "selection": visible and self._view.selection() is not None,
            "caret": visible and self._view_has_keyboard(),
            "suggestions": visible and any(map(workspace.suggestions, panes)),
            "chosen": relation is not None,
            "directed": bool(label and label.directed),
            "undo": session.writable and project.can_undo(annotator=who) is not None,
            "redo": session.writable and project.can_redo(annotator=who) is not None,
            "two_articles": len(self._lists.articles.selected_ids()) > 1,
        }
        return [name for name, holds in found.items() if holds]

    def _view_has_keyboard(self) -> bool:
        """Return whether the keyboard focus is in the compare view."""
        focus = self._frame.focusWidget()
        return focus is self._view or self._view.isAncestorOf(focus)

    def _show_name(self) -> None:
        self._top_bar.show_project(self._session.project.path.name)

    def _on_opened(self) -> None:
        project = self._session.project
        self._frame.setWindowTitle(f"{project.name} – {program_name()}")
        self._show_name()
        if project.read_only:
            self._bottom_bar.show_read_only()
        else:
            self._bottom_bar.show_saved(None)

    def _on_closed(self) -> None:
        self._frame.setWindowTitle(program_name())
        self._top_bar.show_project(None)
        self._frame.show_page()

    def _on_saved(self, moment: datetime) -> None:
        self._bottom_bar.show_saved(moment)

    def _on_progress(self, progress: Progress) -> None:
        left = progress.seconds_left
        rest = duration(left) if left else ""
        self._top_bar.show_progress(
            done=progress.done,
            flagged=progress.flagged,
            total=progress.total,
            rest=rest,
            today=progress.today,
        )

    def _show_place(self) -> None:
        if self._session.is_open:
            self._top_bar.show_place(*self._lists.place())
