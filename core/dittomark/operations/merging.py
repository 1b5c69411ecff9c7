"""Joining other files to this one, and settling what they disagree on."""

import dataclasses
from collections.abc import Sequence
from contextlib import ExitStack

from dittomark.annotations import Changes
from dittomark.labels import LabelScheme
from dittomark.operations.base import ProjectBase
from dittomark.progress import Report
from dittomark.store import conflicts, queries
from dittomark.store.codecs import to_json
from dittomark.store.conflicts import Conflict
from dittomark.store.excerpt import copy_pairs
from dittomark.store.union import Joined, join


class MergeOperations(ProjectBase):
    """The project's side of a merge; see `dittomark.team.merge` for the whole of it."""

    def join(
        self,
        others: Sequence[ProjectBase],
        *,
        scheme: LabelScheme | None = None,
        report: Report | None = None,
    ) -> Joined:
        """Make this project the union of itself and others, as one step that undo passes by."""
        sources = [other._store for other in others]  # noqa: SLF001  (the same class)
        with ExitStack() as stack:
            for source in sources:
                stack.enter_context(source.snapshot())
                self._store.move_clock_behind(source)
            with self._edit("merge", undoable=False) as edit:
                edit.many = True
                joined = join(self._store, sources, report)
                if scheme is not None:
                    edit.set_meta("scheme", to_json(dataclasses.asdict(scheme)))
        return joined

    def take_over(self, other: ProjectBase, pair_ids: Sequence[str], *, annotator: str) -> Changes:
        """Copy pairs of another project into this new one, with what they need; see `hand_out`."""
        source = other._store  # noqa: SLF001  (the same class)
        with source.snapshot():
            self._store.move_clock_behind(source)
            with self._edit("hand_out", annotator=annotator, undoable=False) as edit:
                copy_pairs(source, self._store, edit, pair_ids, annotator=annotator)
        return self.last_changes

    def conflicts(self) -> list[Conflict]:
        """Return rows that people changed differently in different files: the newest is kept."""
        return conflicts.conflicts(self._store)

    def settle_conflict(
        self, conflict: Conflict, *, take_other: bool, annotator: str | None = None
    ) -> Changes:
        """Say which of the two versions counts; no later merge asks again."""
        with self._edit("settle_conflict", annotator=annotator) as edit:
            conflicts.settle(self._store, edit, conflict, take_other=take_other)
        return self.last_changes

    def articles_of_same_text(self) -> list[tuple[str, ...]]:
        """Return the ids of articles with the same text, in groups of two or more."""
        return queries.same_text(self._store)
