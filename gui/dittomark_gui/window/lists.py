"""The three lists on the left: their content, and its updates when the project changes.

The first rows of a list are fetched at once, the rest of a long one in the background (see
`list_loader`), so that a project of a hundred thousand pairs opens as fast as one of a hundred.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from dittomark.annotations import Changes, Event
from dittomark.listing import Deal, ListFilter, Progress
from dittomark_gui.background import Background
from dittomark_gui.i18n import translate
from dittomark_gui.models.id_list import IdListModel
from dittomark_gui.models.list_row import ListRow, describe, tip
from dittomark_gui.panels.filter_menu import FilterMenu, filter_of
from dittomark_gui.panels.list_panel import ListPanel
from dittomark_gui.session import TAKEN_IN, Session
from dittomark_gui.view_state import ViewStore
from dittomark_gui.window import list_orders
from dittomark_gui.window.list_loader import FIRST_ROWS, ListLoader
from dittomark_gui.window.list_row_builders import article_row, event_row, pair_row
from dittomark_gui.window.title_index import TitleIndex

if TYPE_CHECKING:
    from dittomark.project import Project
    from dittomark_gui.work.team_exchange import TeamExchange

# Delay in milliseconds between the last judgement and the count of the progress.
_COUNT_DELAY: Final = 120
# Number of pairs read in one query, in the search for one that is not done.
_LOOKED_AT: Final = 200


class Lists(QObject):
    """The lists of pairs (the queue), articles and events of the open project."""

    progress_changed = Signal(object)  # Progress

    def __init__(self, session: Session, background: Background, view_store: ViewStore) -> None:
        super().__init__()
        self._session = session
        self._background = background
        self._view_store = view_store
        self.pairs = ListPanel(
            IdListModel(self._fetch_pairs, describe, tip),
            placeholder=translate("Lists", "Filter: title, outlet, date, “text”…"),
            name=translate("Lists", "Pairs"),
            pairs=True,
        )
        self.articles = ListPanel(
            IdListModel(self._fetch_articles, describe, tip),
            placeholder=translate("Lists", "Filter: title, outlet, date, “text”…"),
            name=translate("Lists", "Articles"),
        )
        self.events = ListPanel(
            IdListModel(self._fetch_events, describe, tip),
            placeholder=translate("Lists", "Find an event, in any spelling…"),
            name=translate("Lists", "Events"),
            one_click=False,
        )
        self.events.help_topic = "events#registry"
        self.articles.help_topic = "judging-pairs#more"
        self.pair_filters = FilterMenu(self.pairs.filters, with_status=True)
        self._article_filters = FilterMenu(self.articles.filters, with_status=False)
        self.events.filters.hide()
        self._pair_loader = ListLoader(
            session, background, self.pairs, self._read_pairs, unseen=True
        )
        self._article_loader = ListLoader(session, background, self.articles, _read_articles)
        self._events: dict[str, Event] = {}
        self._titles = TitleIndex(self, session, background)
        self._titles.grew.connect(self._on_titles_indexed)
        self._deal: Deal | None = None
        self._team: TeamExchange | None = None
        self._count_timer = QTimer(self, singleShot=True, interval=_COUNT_DELAY)
        self._count_timer.timeout.connect(self._count)
        self._set_pair_sorts()
        self.articles.set_sorts(*list_orders.of_articles())
        self.events.set_sorts(*list_orders.of_events())
        self.pairs.filter_changed.connect(self.load_pairs)
        self.articles.filter_changed.connect(self.load_articles)
        self.events.filter_changed.connect(self.load_events)
        self.pair_filters.changed.connect(self.load_pairs)
        self._article_filters.changed.connect(self.load_articles)
        for menu in (self.pair_filters, self._article_filters):
            menu.opening.connect(self._offer_choices)
        view_store.changed.connect(self._on_view_changed)
        session.changed.connect(self._on_changed)
        session.closed.connect(self._on_closed)
        session.annotator_changed.connect(self._on_annotator_changed)
        session.offers_changed.connect(self.reload_if_dealt_anew)

    # --- team -------------------------------------------------------------------------------------

    def follow_team(self, team: "TeamExchange") -> None:
        """Limit the queue to the share that the team deals to this annotator."""
        self._team = team
        team.standing_changed.connect(self.reload_if_dealt_anew)

    def reload_if_dealt_anew(self) -> None:
        """Load the queue again if the deal has changed."""
        if self._session.is_open and self._update_deal():
            self.load_pairs()
            self._count_timer.start()

    def _update_deal(self) -> bool:
        """Read the annotator's deal; return whether it has changed."""
        found: Deal | None = None
        if self._session.offers is not None:
            from dittomark.team.folder.dealing import deal

            known = self._team.found if self._team is not None else None
            members = known.members if known is not None else ()
            found = deal(self._session.project, self._session.annotator, members=members)
        before, self._deal = self._deal, found
        if (before is None) is not (found is None):
            self._set_pair_sorts()
        if before is not None and found is not None:
            # Changes with every call, so it does not count; the next judgement applies it.
            before = replace(before, begun_before=found.begun_before)
        return before != found

    def _on_annotator_changed(self) -> None:
        if self._session.is_open:
            self._update_deal()
        self.load_all()

    # --- loading ----------------------------------------------------------------------------------

    def load_all(self, *_signal: object) -> None:
        """Load the open project's lists."""
        if not self._session.is_open:
            return
        self.load_pairs()
        self.load_articles()
        self.load_events()
        self._count()

    def load_pairs(self) -> None:
        """Load the queue again; the current pair stays current."""
        if self._session.is_open:
            sort = "position" if self.pairs.sort == list_orders.DEALT else self.pairs.sort
            wanted = filter_of(self.pairs.filter_text(), sort=sort, menu=self.pair_filters)
            if self._shows_dealt_share():
                wanted = replace(wanted, dealt=self._deal)
            self._titles.index_if_needed(wanted)
            self._pair_loader.load(
                wanted, keep=self._view_store.state.pair_id, empty=self._why_no_pairs()
            )

    def load_articles(self) -> None:
        """Load the articles again."""
        if self._session.is_open:
            self._view_store.set_article_count(self._session.project.counts()["articles"])
            wanted = filter_of(
                self.articles.filter_text(), sort=self.articles.sort, menu=self._article_filters
            )
            self._titles.index_if_needed(wanted)
            selected = self.articles.selected_ids()
            self._article_loader.load(
                wanted,
                keep=selected[0] if selected else None,
                empty=translate("Lists", "No article. Drop files or a folder here to import them."),
            )

    def load_events(self) -> None:
        """Load the events again; with a filter, the most similar first."""
        if not self._session.is_open:
            return
        from dittomark_gui.work.event_search import search_events

        events = self._session.run(lambda project: project.events()) or []
        self._events = {event.id: event for event in events}
        selected = self.events.selected_ids()
        found = search_events(events, self.events.filter_text(), order=self.events.sort)
        self.events.show_ids(
            [event.id for event in found],
            keep=selected[0] if selected else None,
            empty=self._why_no_events(),
        )

    def _why_no_events(self) -> str:
        suggested = self._session.project.open_suggesters(open_for=self._session.annotator)
        if not self._events and any(kind == "event" for _, kind, _ in suggested):
            return translate(
                "Lists",
                "No event yet, but some are suggested: menu Project, Suggested events. Or press E "
                "beside an article to create one.",
            )
        return translate("Lists", "No event. Press E beside an article to create one.")

    def _on_titles_indexed(self) -> None:
        self.load_pairs()
        self.load_articles()

    # --- the queue's order ------------------------------------------------------------------------

    def neighbour(self, step: int) -> str | None:
        """Return the id of the pair `step` rows after the current one, or None."""
        row = self._place_of_current()
        wanted = 0 if row is None else row + step
        if wanted >= len(self.pairs.model.ids()):
            self._pair_loader.complete()
        return self.pairs.model.id_at(wanted)

    def next_open(self) -> str | None:
        """Return the next pair neither done nor skipped, from here on, then from the top."""
        row = self._place_of_current()
        start = 0 if row is None else row + 1
        found = self._first_open(self.pairs.model.ids()[start:], most=_LOOKED_AT)
        if found is not None:
            return found
        self._pair_loader.complete()
        ids = self.pairs.model.ids()
        rest = [*ids[start:], *ids[: max(start - 1, 0)]]
        if len(rest) > _LOOKED_AT:
            open_ids = set(self._open_ids())
            rest = [pair_id for pair_id in rest if pair_id in open_ids]
        return self._first_open(rest)

    def _first_open(self, ids: Sequence[str], *, most: int | None = None) -> str | None:
        """Return the first of these pairs that is neither done nor skipped, or None."""
        for first in range(0, len(ids[:most]), _LOOKED_AT):
            rows = self._session.project.queue_rows(
                ids[first : first + _LOOKED_AT], annotator=self._session.annotator
            )
            for row in rows:
                if not row.done and not row.skipped:
                    return row.pair_id
        return None

    def _open_ids(self) -> list[str]:
        """Return the pairs of the whole project that are not done, in one query."""
        wanted = ListFilter(status="open", dealt=self._deal)
        return self._session.project.queue_ids(wanted, annotator=self._session.annotator)

    def selected_pairs(self) -> list[str]:
        """Return the pairs selected in the queue if it has the keyboard focus, else none."""
        return self.pairs.selected_ids() if self.pairs.view.hasFocus() else []

    def upcoming(self, count: int) -> list[str]:
        """Return the ids of the `count` pairs after the current one."""
        row = self._place_of_current()
        start = 0 if row is None else row + 1
        return list(self.pairs.model.ids()[start : start + count])

    def place(self) -> tuple[int | None, int]:
        """Return the current pair's position in the list (from 1, or None) and its length."""
        row = self._place_of_current()
        return (None if row is None else row + 1), self._length()

    def _length(self) -> int:
        if not self._pair_loader.is_complete and self._session.is_open:
            if self._deal is None and not self._is_filtered():
                return self._session.project.counts().get("pairs", 0)
            self._pair_loader.complete()
        return len(self.pairs.model.ids())

    def _is_filtered(self) -> bool:
        return bool(self.pairs.filter_text() or self.pair_filters.chosen())

    def _shows_dealt_share(self) -> bool:
        """Whether the list is the dealt share; with a filter it shows all pairs."""
        return self._deal is not None and not self._is_filtered()

    def _place_of_current(self) -> int | None:
        row = self.pairs.model.row_of(self._view_store.state.pair_id)
        if row is None and self._view_store.state.pair_id is not None:
            self._pair_loader.complete()
            row = self.pairs.model.row_of(self._view_store.state.pair_id)
        return row

    def _on_view_changed(self, names: frozenset[str]) -> None:
        if "pair_id" in names:
            self.pairs.select(self._view_store.state.pair_id)
        if "blind" in names:  # the machine's scores are hidden or shown
            self.pairs.model.refresh(list(self.pairs.model.ids()[: FIRST_ROWS * 3]))

    # --- changes of the project -------------------------------------------------------------------

    def _on_changed(self, changes: Changes) -> None:
        if changes.many or changes.scheme or changes.project:
            self.load_all()
            return
        listed = self.pairs.model.row_of
        dealt_otherwise = changes.operation == TAKEN_IN and changes.judgements and self._deal
        if (
            dealt_otherwise
            or any(listed(pair_id) is None for pair_id in changes.pairs)
            or (changes.pairs and not changes.judgements)
        ):
            self.load_pairs()
        self.pairs.model.refresh(changes.pairs)
        marked = changes.spans or changes.memberships or changes.suggestions
        if changes.articles and (not marked or self._article_count_changed()):
            self.load_articles()
            self.load_pairs()
        self.articles.model.refresh(changes.articles)
        if changes.events or changes.memberships or (changes.suggestions and not self._events):
            self.load_events()
        if changes.judgements or changes.pairs:
            self._count_timer.start()

    def _article_count_changed(self) -> bool:
        """Return whether the number of articles has changed since they were last loaded."""
        return self._session.project.counts()["articles"] != self._view_store.state.article_count

    def _on_closed(self) -> None:
        self._pair_loader.stop()
        self._article_loader.stop()
        self._count_timer.stop()
        for panel in (self.pairs, self.articles, self.events):
            panel.field.clear()
            panel.show_ids((), keep=None, empty="")

    def _count(self) -> None:
        if not self._session.is_open:
            return
        midnight = datetime.now().astimezone().replace(hour=0, minute=0, second=0, microsecond=0)
        progress: Progress | None = self._session.run(
            lambda project: project.progress(
                annotator=self._session.annotator,
                day_began=midnight.astimezone(UTC),
                dealt=self._deal,
            )
        )
        if progress is not None:
            self.progress_changed.emit(progress)

    def _offer_choices(self) -> None:
        if not self._session.is_open:
            return
        choices = self._session.project.filter_choices()
        annotators = self._session.project.annotators(seen_by=self._session.annotator)
        for menu in (self.pair_filters, self._article_filters):
            menu.offer(choices, annotators)

    def _why_no_pairs(self) -> str:
        if self._is_filtered():
            return translate("Lists", "No pair fits the filter.")
        if not self._session.leads and not self._session.project.counts().get("pairs", 0):
            return translate("Lists", "No pair yet. They come from your team’s lead.")
        if self._session.project.counts().get("articles", 0) < 2:
            return translate("Lists", "No pair yet. Import at least two articles first.")
        if self._deal is not None and self._session.project.counts().get("pairs", 0):
            return translate("Lists", "Nothing is left for you: every pair has enough judgements.")
        return translate(
            "Lists",
            "No pair yet. Project › Find pairs to compare fills this list; or select two articles "
            "and pair them.",
        )

    # --- rows -------------------------------------------------------------------------------------

    def _read_pairs(self, project: "Project", wanted: ListFilter, limit: int | None) -> list[str]:
        return project.queue_ids(wanted, annotator=self._session.annotator, limit=limit)

    def _fetch_pairs(self, ids: Sequence[str]) -> Sequence[ListRow | None]:
        rows = self._session.project.queue_rows(ids, annotator=self._session.annotator)
        by_id = {row.pair_id: row for row in rows}
        blind = self._view_store.state.blind
        return [
            pair_row(by_id[item], self._session.project.scheme, blind=blind)
            if item in by_id
            else None
            for item in ids
        ]

    def _fetch_articles(self, ids: Sequence[str]) -> Sequence[ListRow | None]:
        infos = {info.id: info for info in self._session.project.article_infos(ids)}
        return [article_row(infos[item]) if item in infos else None for item in ids]

    def _fetch_events(self, ids: Sequence[str]) -> Sequence[ListRow | None]:
        return [event_row(self._events[item]) if item in self._events else None for item in ids]

    def _set_pair_sorts(self) -> None:
        self.pairs.set_sorts(*list_orders.of_pairs(dealt=self._deal is not None))


def _read_articles(project: "Project", wanted: ListFilter, limit: int | None) -> list[str]:
    return project.listed_article_ids(wanted, limit=limit)
