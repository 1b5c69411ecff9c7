"""Navigation: from pair to pair, list to list, and between the parts of the window."""

from contextlib import suppress
from functools import partial
from itertools import combinations
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from dittomark.errors import NotFoundError
from dittomark_gui.i18n import translate
from dittomark_gui.panels.list_panel import ListPanel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from dittomark.annotations import Changes, Pair
    from dittomark.project import Project
    from dittomark_gui.compare_view.compare_view import CompareView
    from dittomark_gui.panels.frame import Frame
    from dittomark_gui.panels.label_panel import LabelPanel
    from dittomark_gui.panels.left_panel import LeftPanel
    from dittomark_gui.panels.span_list import SpanRow
    from dittomark_gui.view_state import ViewStore
    from dittomark_gui.window.lists import Lists
    from dittomark_gui.work.judging import Judging
    from dittomark_gui.work.workspace import Workspace

# Number of pairs compared ahead of the shown one.
_AHEAD: Final = 2
# With more articles the user is asked before each is paired with each: 12 give 66 pairs.
_PAIRED_UNASKED: Final = 12


class Navigation(QObject):
    """Keeps the queue's current row and the shown articles the same."""

    def __init__(
        self,
        frame: "Frame",
        view_store: "ViewStore",
        *,
        workspace: "Workspace",
        lists: "Lists",
        judging: "Judging",
        view: "CompareView",
        left_panel: "LeftPanel",
        label_panel: "LabelPanel",
    ) -> None:
        super().__init__(frame)
        self._frame = frame
        self._session = frame.session
        self._view_store = view_store
        self._workspace = workspace
        self._lists = lists
        self._view = view
        self._left_panel = left_panel
        self._label_panel = label_panel
        frame.pair_wanted.connect(self.show_pair)
        frame.articles_wanted.connect(self.show_articles)
        frame.pairs_found.connect(self._on_pairs_found)
        frame.queue_ordered.connect(self._on_queue_ordered)
        frame.articles_imported.connect(self._on_articles_imported)
        self._session.opened.connect(self._on_opened)
        self._prefetch = QTimer(self, singleShot=True, interval=30)
        self._prefetch.timeout.connect(self._on_prefetch)
        lists.pairs.activated.connect(self._on_pair_activated)
        lists.articles.activated.connect(self.show_selected_articles)
        judging.finished.connect(self.show_next_open)
        self._session.changed.connect(self._follow_undo)
        workspace.compared.connect(lambda _comparison: self._prefetch.start())

    def show_pair(self, pair_id: str | None) -> None:
        """Show a pair and make it the queue's current row; do nothing for None."""
        if pair_id is None:
            return
        self._frame.show_page()
        self._view_store.set_pair(pair_id)
        if self._workspace.pair is None or self._workspace.pair.id != pair_id:
            self._workspace.show_pair(pair_id)

    def show_selected_articles(self) -> None:
        """Show the selected articles, up to four."""
        ids = self._lists.articles.selected_ids()
        if ids:
            self.show_articles(ids)

    def show_articles(self, ids: list[str]) -> None:
        """Show articles; the queue's current row stays."""
        self._frame.show_page()
        self._workspace.show_articles(ids)

    def show_first(self) -> None:
        """Show the first content of an opened project: the next open pair, else any article."""
        ids = self._lists.pairs.model.ids()
        self._view_store.set_pair(None)
        pair_id = self._lists.next_open() or (ids[0] if ids else None)
        if pair_id is not None:
            self.show_pair(pair_id)
            self._view.focus_pane(0)
            return
        if self.waits_for_pairs():
            self._left_panel.show_page("articles")
        else:
            self.show_first_article()

    def show_first_if_empty(self) -> None:
        """Show the first content that a team's first exchange brings, if the window is empty."""
        if not self._workspace.articles and self._frame.shows_articles():
            self.show_first()

    def show_first_article(self) -> None:
        """Show the first article of the list, if there is one."""
        articles = self._lists.articles.model.ids()
        if articles:
            self._left_panel.show_page("articles")
            self.show_articles([articles[0]])
            self._view.focus_pane(0)

    def waits_for_pairs(self) -> bool:
        """Return whether the project has articles to compare but no pair yet."""
        if not self._session.is_open or not self._session.writable:
            return False
        counts = self._session.project.counts()
        return counts["articles"] > 1 and not counts["pairs"]

    def show_alone(self) -> None:
        """Show the article of the focused pane alone, or the queue's pair again."""
        pane = max(self._view.focused_pane(), 0)
        if len(self._workspace.articles) > 1:
            self.show_articles([self._workspace.articles[pane].id])
        else:
            self.show_pair(self._view_store.state.pair_id)

    def go_to_row(self, row: "SpanRow") -> None:
        """Scroll to the text of a row of the span list."""
        if row.kind == "repeat":
            self._view.go_to_offset(row.pane, row.start)
        else:
            self._view.go_to_span(row.id)

    def pair_articles(self, ids: "Sequence[str]") -> None:
        """Make pairs of these articles, each with each, and show the first pair.

        With many articles the user is asked first.
        """
        wanted = list(combinations(ids, 2))
        if len(ids) <= _PAIRED_UNASKED:
            self._add_pairs(wanted)
            return
        self._session.messages.show(
            translate("Navigation", "Each with each makes %n pair(s).", "", len(wanted)),
            action=(translate("Navigation", "Add them"), partial(self._add_pairs, wanted)),
        )

    def pair_with_first(self, ids: "Sequence[str]") -> None:
        """Make pairs of the first of these articles with each of the others."""
        self._add_pairs([(ids[0], other) for other in ids[1:]])

    def _add_pairs(self, wanted: "Sequence[tuple[str, str]]") -> None:
        pairs = self._session.run(partial(_add_pairs, wanted))
        if pairs:
            self._session.messages.show(translate("Handlers", "%n pair(s) added.", "", len(pairs)))
            self._left_panel.show_page("pairs")
            self.show_pair(pairs[0].id)
            self._view.focus_pane(0)

    def step(self, step: int) -> None:
        """Go `step` rows forward or back in the list in front."""
        if self._left_panel.current_page() == "articles":
            self._step_article(step)
            return
        pair_id = self._lists.neighbour(step)
        if pair_id is None:
            self._session.messages.show(
                translate("Navigation", "This is the last pair.")
                if step > 0
                else translate("Navigation", "This is the first pair.")
            )
        self.show_pair(pair_id)

    def show_next_open(self) -> None:
        """Go to the next pair that is neither done nor skipped."""
        pair_id = self._lists.next_open()
        if pair_id is None:
            self._session.messages.show(
                translate("Navigation", "Every pair of this list is done or skipped.")
            )
            return
        self.show_pair(pair_id)

    def move_area(self, step: int) -> None:
        """Move the focus to the next part of the window: list, articles, labels."""
        areas: list[QWidget] = [
            self._left_panel,
            self._view,
            self._label_panel,
        ]
        focus = self._frame.focusWidget()
        current = next(
            (
                place
                for place, area in enumerate(areas)
                if focus is area or area.isAncestorOf(focus)
            ),
            0 if step > 0 else 2,
        )
        place = (current + step) % len(areas)
        if place == 0:
            self._left_panel.show()  # in a narrow window it was hidden
            self._list_panel().focus_list()
        elif place == 1:
            self._view.focus_pane(max(self._view.focused_pane(), 0))
        else:
            self._label_panel.fold(False)
            self._label_panel.focus_first()

    def show_list(self, key: str) -> None:
        """Bring a list to the front and focus it."""
        self._frame.show_page()
        self._left_panel.show()
        self._left_panel.show_page(key)
        self._list_panel().focus_list()

    def filter_list(self) -> None:
        """Focus the filter field of the list in front."""
        self._list_panel().focus_filter()

    def is_about_to_prefetch(self) -> bool:
        """Return whether the comparison of the next pairs is about to start."""
        return self._prefetch.isActive()

    def _list_panel(self) -> ListPanel:
        panels = {"pairs": self._lists.pairs, "articles": self._lists.articles}
        return panels.get(self._left_panel.current_page(), self._lists.events)

    def _step_article(self, step: int) -> None:
        model = self._lists.articles.model
        shown = self._workspace.articles[0].id if self._workspace.articles else None
        row = model.row_of(shown)
        article_id = model.id_at(0 if row is None else row + step)
        if article_id is not None:
            self._lists.articles.select(article_id)
            self.show_articles([article_id])

    def _follow_undo(self, changes: "Changes") -> None:
        """Show the pair whose judgement was undone or redone, if it is not shown."""
        undone = changes.operation.startswith(("undo:", "redo:"))
        articles_in_front = self._frame.shows_articles()
        if undone and changes.judgements and len(changes.pairs) == 1 and articles_in_front:
            (pair_id,) = changes.pairs
            with suppress(NotFoundError):  # undo may have removed the pair too
                self.show_pair(self._session.project.pair(pair_id).id)

    def _on_pair_activated(self, pair_id: str) -> None:
        # While several are being selected, showing one would end the selection.
        if len(self._lists.pairs.selected_ids()) < 2:
            self.show_pair(pair_id)

    def _on_opened(self) -> None:
        self._lists.reload_if_dealt_anew()
        self._lists.load_all()
        self._frame.show_page()
        self.show_first()

    def _on_pairs_found(self) -> None:
        self._left_panel.show_page("pairs")
        if self._workspace.pair is None:
            self.show_first()

    def _on_queue_ordered(self, order: str) -> None:
        # Sorted by likeness, the list would hide the order that was asked for.
        self._lists.pairs.sort_by("score" if order == "alike" else "position")
        if order != "alike":
            self.show_first()  # whoever asks for an order begins at its top

    def _on_articles_imported(self) -> None:
        if not self._workspace.articles:
            self.show_first()

    def _on_prefetch(self) -> None:
        if self._session.is_open and self._workspace.comparison is not None:
            self._workspace.prefetch(self._lists.upcoming(_AHEAD))


def _add_pairs(wanted: "Sequence[tuple[str, str]]", project: "Project") -> "list[Pair]":
    with project.batch("add_pairs"):
        return [project.add_pair(a, b) for a, b in wanted]
