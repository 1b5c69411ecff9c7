"""Going from pair to pair, list to list, and from one part of the window to the next."""

from contextlib import suppress
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from dittomark.errors import NotFoundError
from dittomark_gui.i18n import translate
from dittomark_gui.panels.list_panel import ListPanel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from dittomark.annotations import Changes
    from dittomark_gui.panels.frame import Frame
    from dittomark_gui.window.lists import Lists
    from dittomark_gui.work.judging import Judging

# Pairs compared ahead of the one on the desk.
_AHEAD: Final = 2


class Navigation(QObject):
    """Keeps the queue and the articles shown together."""

    def __init__(self, window: "Frame", lists: "Lists", judging: "Judging") -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._workspace = window.workspace
        self._lists = lists
        window.pair_wanted.connect(self.show_pair)
        window.articles_wanted.connect(self.show_articles)
        window.first_wanted.connect(self.show_first)
        self._prefetch = QTimer(self, singleShot=True, interval=30)
        self._prefetch.timeout.connect(self._on_prefetch)
        lists.pairs.activated.connect(self.show_pair)
        lists.articles.activated.connect(self.show_selected_articles)
        judging.finished.connect(self.show_next_open)
        window.session.changed.connect(self._follow_undo)
        window.workspace.compared.connect(lambda _comparison: self._prefetch.start())

    def show_pair(self, pair_id: str | None) -> None:
        """Put a pair on the desk and make it the queue's current row."""
        if pair_id is None:
            return
        self._window.show_page()
        self._lists.set_current_pair(pair_id)
        if self._workspace.pair is None or self._workspace.pair.id != pair_id:
            self._workspace.show_pair(pair_id)

    def show_selected_articles(self) -> None:
        """Put the selected articles (up to four) on the desk."""
        ids = self._lists.articles.selected_ids()
        if ids:
            self.show_articles(ids)

    def show_articles(self, ids: list[str]) -> None:
        """Put these articles on the desk; the queue keeps its place."""
        self._window.show_page()
        self._workspace.show_articles(ids)

    def show_first(self) -> None:
        """Put something on the desk when a project opens: what is to do, or any article."""
        ids = self._lists.pairs.model.ids()
        self._lists.current_pair = None
        pair_id = self._lists.next_open() or (ids[0] if ids else None)
        if pair_id is not None:
            self.show_pair(pair_id)
            self._window.view.focus_pane(0)
            return
        articles = self._lists.articles.model.ids()
        if articles:
            self._window.left_panel.show_page("articles")
            self.show_articles([articles[0]])
            self._window.view.focus_pane(0)

    def step(self, step: int) -> None:
        """Go to the next or previous row of the list in front."""
        if self._window.left_panel.current_page() == "articles":
            self._step_article(step)
            return
        pair_id = self._lists.neighbour(step)
        if pair_id is None:
            self._session.messages.tell(
                translate("Navigation", "This is the last pair.")
                if step > 0
                else translate("Navigation", "This is the first pair.")
            )
        self.show_pair(pair_id)

    def show_next_open(self) -> None:
        """Go to the next pair that is neither done nor skipped."""
        pair_id = self._lists.next_open()
        if pair_id is None:
            self._session.messages.tell(
                translate("Navigation", "Every pair of this list is done or skipped.")
            )
            return
        self.show_pair(pair_id)

    def move_area(self, step: int) -> None:
        """Give the keyboard to the next part of the window: list, articles, labels."""
        areas: list[QWidget] = [
            self._window.left_panel,
            self._window.view,
            self._window.label_panel,
        ]
        focus = self._window.focusWidget()
        here = next(
            (
                place
                for place, area in enumerate(areas)
                if focus is area or area.isAncestorOf(focus)
            ),
            0 if step > 0 else 2,
        )
        place = (here + step) % len(areas)
        if place == 0:
            self._list_panel().focus_list()
        elif place == 1:
            self._window.view.focus_pane(max(self._window.view.focused_pane(), 0))
        else:
            self._window.label_panel.focus_first()

    def show_list(self, key: str) -> None:
        """Bring a list to the front and give it the keyboard."""
        self._window.show_page()
        self._window.left_panel.show()
        self._window.left_panel.show_page(key)
        self._list_panel().focus_list()

    def filter_list(self) -> None:
        """Give the keyboard to the filter of the list in front."""
        self._list_panel().focus_filter()

    def is_about_to_prefetch(self) -> bool:
        """Return whether the next pairs will be compared in a moment."""
        return self._prefetch.isActive()

    def _list_panel(self) -> ListPanel:
        panels = {"pairs": self._lists.pairs, "articles": self._lists.articles}
        return panels.get(self._window.left_panel.current_page(), self._lists.events)

    def _step_article(self, step: int) -> None:
        model = self._lists.articles.model
        shown = self._workspace.articles[0].id if self._workspace.articles else None
        row = model.row_of(shown)
        article_id = model.id_at(0 if row is None else row + step)
        if article_id is not None:
            self._lists.articles.select(article_id)
            self.show_articles([article_id])

    def _follow_undo(self, changes: "Changes") -> None:
        """Bring back the pair whose judgement was undone or done again: it may not be on the desk."""
        undone = changes.operation.startswith(("undo:", "redo:"))
        articles_in_front = self._window.stack.currentWidget() is self._window.work
        if undone and changes.judgements and len(changes.pairs) == 1 and articles_in_front:
            (pair_id,) = changes.pairs
            with suppress(NotFoundError):  # it may be gone with its judgement
                self.show_pair(self._session.project.pair(pair_id).id)

    def _on_prefetch(self) -> None:
        if self._session.is_open and self._workspace.comparison is not None:
            self._workspace.prefetch(self._lists.upcoming(_AHEAD))
