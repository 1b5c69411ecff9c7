"""Merging other files into this one, and settling conflicts.

The project's part of a merge; see `dittomark.team.merge` for the whole of it.
"""

import dataclasses
from collections.abc import Sequence
from contextlib import ExitStack

from dittomark.annotations import Changes
from dittomark.labels import LabelScheme
from dittomark.operations.open_project import OpenProject
from dittomark.progress import Report
from dittomark.store import conflicts as store_conflicts
from dittomark.store import queries, union
from dittomark.store.codecs import to_json
from dittomark.store.conflicts import Conflict
from dittomark.store.excerpt import copy_pairs
from dittomark.store.future_times import refuse_future
from dittomark.store.union import Joined


def join(
    project: OpenProject,
    others: Sequence[OpenProject],
    *,
    scheme: LabelScheme | None = None,
    report: Report | None = None,
) -> Joined:
    """Make this project the union of itself and others, as one step that can't be undone."""
    sources = [other.store for other in others]
    with ExitStack() as stack:
        for source in sources:
            stack.enter_context(source.snapshot())
            project.store.clock.see(project.store.newest_time())
            refuse_future(source, project.store.clock)
            project.store.move_clock_behind(source)
        with project.edit("merge", undoable=False) as edit:
            edit.many = True
            joined = union.join(project.store, sources, report)
            if scheme is not None:
                edit.set_meta("scheme", to_json(dataclasses.asdict(scheme)))
    for source in sources:  # values that are not stored in the files, as displayed
        project.store.notices += source.notices
    return joined


def take_over(
    project: OpenProject, other: OpenProject, pair_ids: Sequence[str], *, annotator: str
) -> Changes:
    """Copy pairs of another project into this new one, with dependent rows; see `hand_out`."""
    source = other.store
    with source.snapshot():
        project.store.move_clock_behind(source)
        with project.edit("hand_out", annotator=annotator, undoable=False) as edit:
            copy_pairs(source, project.store, edit, pair_ids, annotator=annotator)
    return project.last_changes


def conflicts(project: OpenProject) -> list[Conflict]:
    """Return rows that annotators changed differently in different files: the newest is kept."""
    return store_conflicts.conflicts(project.store)


def settle_conflict(
    project: OpenProject, conflict: Conflict, *, take_other: bool, annotator: str | None = None
) -> Changes:
    """Decide which of the two versions is kept; later merges do not report the conflict again."""
    with project.edit("settle_conflict", annotator=annotator) as edit:
        store_conflicts.settle(project.store, edit, conflict, take_other=take_other)
    return project.last_changes


def articles_of_same_text(project: OpenProject) -> list[tuple[str, ...]]:
    """Return the ids of articles with the same text, in groups of two or more."""
    return queries.same_text(project.store)
