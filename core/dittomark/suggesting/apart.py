"""A package's suggester in a process of its own: it can hang, hog or die, and nothing waits for it.

Only what it found comes back, by a file; ours and programs of the user's need no such care.
"""

import tempfile
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from dittomark.annotations import Suggestion, SuggestionKind
from dittomark.messages import Message
from dittomark.progress import Report
from dittomark.suggesting.protocol import Rejected, Replacing
from dittomark.suggesting.registry import Registered, suggester_named
from dittomark.suggesting.running import Found, search
from dittomark.suggesting.view import ProjectView
from dittomark.system.subprocess_call import ProcessLostError, call_in_subprocess


@dataclass(frozen=True, slots=True)
class Absent:
    """A suggester that was somewhere else: what is needed to keep what it found."""

    key: str
    name: str
    version: str
    kinds: frozenset[SuggestionKind]
    replaces: frozenset[tuple[str, SuggestionKind]]

    def suggest(self, view: ProjectView, report: Report) -> Iterator[Suggestion | Rejected]:
        """Suggest nothing more: the process is over."""
        del view, report
        return iter(())


@dataclass(frozen=True, slots=True)
class _Outcome:
    suggester: Absent
    counts: dict[SuggestionKind, int]
    rejected: tuple[Rejected, ...]
    rejected_count: int
    failure: Message | None


def search_registered(
    registered: Registered, path: Path, selected: Collection[str] | None, report: Report
) -> Found:
    """Let a suggester look through the project at `path`; a package's in a process of its own.

    Raises `UserError` where it can't be loaded, and what `report` raises; then its process is ended.
    """
    from dittomark.project import Project

    if registered.whence != "package":
        with Project.open(path, read_only=True) as project:
            return search(ProjectView(project, selected=selected), registered.load(), report)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        spool = Path(folder) / "found"
        try:
            outcome = call_in_subprocess(
                _search, str(path), registered.key, selected, str(spool), report=report
            )
        except ProcessLostError:
            outcome = _lost(registered)
        return _found(outcome, spool, selected)


def _search(
    path: str, key: str, selected: Collection[str] | None, spool: str, report: Report
) -> _Outcome:
    """Search, write what was found; runs in the other process."""
    from dittomark.project import Project

    suggester = suggester_named(key).load()
    with (
        Project.open(path, read_only=True) as project,
        search(ProjectView(project, selected=selected), suggester, report) as found,
    ):
        found.save(Path(spool))
        replaces = suggester.replaces if isinstance(suggester, Replacing) else frozenset()
        absent = Absent(
            suggester.key, str(suggester.name), suggester.version, suggester.kinds, replaces
        )
        return _Outcome(
            absent,
            dict(found.counts),
            tuple(found.rejected),
            found.rejected_count,
            found.failure,
        )


def _lost(registered: Registered) -> _Outcome:
    """Return what there is of a suggester whose process died."""
    why = Message("The suggester “{name}” ended without an answer.", name=registered.name)
    absent = Absent(registered.key, registered.name, "", frozenset(), frozenset())
    return _Outcome(absent, {}, (), 0, why)


def _found(outcome: _Outcome, spool: Path, selected: Collection[str] | None) -> Found:
    found = Found(
        outcome.suggester,
        selected=None if selected is None else frozenset(selected),
    )
    if spool.exists():
        found.load(spool)
    found.counts.update(outcome.counts)
    found.rejected = list(outcome.rejected)
    found.rejected_count = outcome.rejected_count
    found.failure = outcome.failure
    return found
