"""Queries for lists: filtered and sorted ids, the rows for them, and annotators' progress.

Ids first, then rows, so that a hundred thousand rows scroll without delay.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from dittomark.listing import Deal, ListFilter, Progress, QueueRow
from dittomark.operations import sight
from dittomark.operations.open_project import OpenProject
from dittomark.operations.searching import with_sounds
from dittomark.project_statistics import Statistics
from dittomark.store import list_queries, statistics_queries
from dittomark.store.hybrid_clock import stamp

EVERYTHING: Final = ListFilter()


def queue_ids(
    project: OpenProject,
    wanted: ListFilter = EVERYTHING,
    *,
    annotator: str,
    limit: int | None = None,
) -> list[str]:
    """Return the ids of the pairs that match the filter, in its order.

    Status and relation are those of the `annotator`; at most `limit` ids are returned.
    """
    wanted = with_sounds(project, wanted)
    return list_queries.pair_ids(project.store, wanted, annotator=annotator, limit=limit)


def queue_rows(project: OpenProject, pair_ids: Sequence[str], *, annotator: str) -> list[QueueRow]:
    """Return the queue's rows for these pairs, in their order."""
    return list_queries.queue_rows(project.store, pair_ids, annotator=annotator)


def exact_copies(project: OpenProject, pair_id: str) -> list[str]:
    """Return the pairs in the queue whose texts all equal the two of this pair.

    The pair itself is among them; empty if its two texts differ.
    """
    return list_queries.exact_copies(project.store, pair_id)


def recent_judgements(project: OpenProject, *, annotator: str, limit: int = 20) -> list[str]:
    """Return the ids of the pairs that an annotator judged last, the newest first."""
    return list_queries.recent_judgements(project.store, annotator, limit)


def listed_article_ids(
    project: OpenProject, wanted: ListFilter = EVERYTHING, *, limit: int | None = None
) -> list[str]:
    """Return the ids of the articles that match the filter, in its order."""
    wanted = with_sounds(project, wanted)
    return list_queries.article_ids(project.store, wanted, limit=limit)


def progress(
    project: OpenProject, *, annotator: str, day_began: datetime, dealt: Deal | None = None
) -> Progress:
    """Return an annotator's progress; `day_began` is the beginning of their day.

    If the queue is `dealt`, `total` counts their share of it.
    """
    return list_queries.progress(
        project.store, annotator=annotator, since=stamp(day_began), dealt=dealt
    )


def statistics(project: OpenProject, *, seen_by: str | None = None) -> Statistics:
    """Return counts over the whole project: progress, labels, relations, time per pair.

    With `seen_by`, of that annotator's work alone if they may not see others'.
    """
    hidden = seen_by is not None and sight.is_blind(project, seen_by)
    return statistics_queries.statistics(project.store, annotator=seen_by if hidden else None)


def days_of_people(project: OpenProject) -> dict[str, dict[str, int]]:
    """Return the number of pairs each annotator finished on each UTC day, the days in order."""
    return statistics_queries.days_of_people(project.store)


def judged_days(project: OpenProject) -> list[tuple[str, str, str, str]]:
    """Return pair, annotator, relation and UTC day of each judgement with a relation."""
    return statistics_queries.judged_days(project.store)


def pairs_by_judgements(project: OpenProject) -> dict[int, int]:
    """Return the number of pairs by their number of finished judgements; 0 is left out."""
    return statistics_queries.pairs_by_judgements(project.store)


def filter_choices(project: OpenProject) -> dict[str, list[str]]:
    """Return for each filterable field (`source`, `language` …) the values that articles have."""
    return list_queries.filter_choices(project.store)


def annotators(project: OpenProject, *, seen_by: str | None = None) -> list[str]:
    """Return all annotators with annotations, sorted.

    With `seen_by` only those whose work that annotator may see (`dittomark.operations.sight`).
    """
    if seen_by is not None and sight.is_blind(project, seen_by):
        return [seen_by]
    found: set[str] = set()
    for table in ("spans", "links", "judgements", "memberships"):
        found.update(list_queries.distinct(project.store, table, "annotator"))
    return sorted(found)
