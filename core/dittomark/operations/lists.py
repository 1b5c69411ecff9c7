"""Reading for lists: filtered and sorted ids, the rows behind them, and how far people are."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from dittomark.annotations import ListFilter, Progress, QueueRow
from dittomark.operations.base import ProjectBase
from dittomark.project_statistics import Statistics
from dittomark.store import list_queries, statistics_queries
from dittomark.store.store import stamp

EVERYTHING: Final = ListFilter()


class ListOperations(ProjectBase):
    """What a list needs so that a hundred thousand rows scroll without a stall: ids, then rows."""

    def queue_ids(
        self, wanted: ListFilter = EVERYTHING, *, annotator: str, limit: int | None = None
    ) -> list[str]:
        """Return the ids of the pairs that the filter lets through, in its order.

        Status and relation are those of the `annotator`; `limit` stops after so many.
        """
        return list_queries.pair_ids(self._store, wanted, annotator=annotator, limit=limit)

    def queue_rows(self, pair_ids: Sequence[str], *, annotator: str) -> list[QueueRow]:
        """Return what the queue shows of these pairs, in their order."""
        return list_queries.queue_rows(self._store, pair_ids, annotator=annotator)

    def listed_article_ids(
        self, wanted: ListFilter = EVERYTHING, *, limit: int | None = None
    ) -> list[str]:
        """Return the ids of the articles that the filter lets through, in its order."""
        return list_queries.article_ids(self._store, wanted, limit=limit)

    def progress(self, *, annotator: str, day_began: datetime) -> Progress:
        """Return how far that annotator is; `day_began` is when today began for them."""
        return list_queries.progress(self._store, annotator=annotator, since=stamp(day_began))

    def statistics(self) -> Statistics:
        """Return counts over the whole project: progress, labels, relations, time per pair."""
        return statistics_queries.statistics(self._store)

    def sources_and_languages(self) -> tuple[list[str], list[str]]:
        """Return the sources and the languages that articles have, each in order."""
        return list_queries.sources_and_languages(self._store)

    def annotators(self) -> list[str]:
        """Return everybody who annotated something, sorted."""
        found: set[str] = set()
        for table in ("spans", "judgements", "memberships"):
            found.update(list_queries.distinct(self._store, table, "annotator"))
        return sorted(found)
