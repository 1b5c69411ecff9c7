"""A package's suggester in a process of its own: one that hangs or dies takes nothing with it.

It is somebody else's code: a model that computes in C for minutes can't be interrupted in a thread, and
one that runs out of memory would take the window along. So it is run as a program would be: cancelling
ends the process, whatever it is at, and nothing waits for it. What it prints goes to a file, whose end
is kept for whoever wrote it.

Only what it found comes back, by a file; ours and programs of the user's need no such care.
"""

import tempfile
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from dittomark.annotations import Suggestion, SuggestionKind
from dittomark.errors import NotFoundError, UserError
from dittomark.messages import Message
from dittomark.progress import Report
from dittomark.suggesting.failures import ended, failed
from dittomark.suggesting.protocol import Rejected, Replacing, Suggester, Trusted, TrustPoint
from dittomark.suggesting.registry import Registered, suggester_named
from dittomark.suggesting.running import Found, search, traceback_of
from dittomark.suggesting.view import ProjectView
from dittomark.system.printed_output import PrintedOutput, read_end
from dittomark.system.subprocess_call import ProcessLostError, call_in_subprocess

if TYPE_CHECKING:
    from dittomark.suggesting.evaluation import SuggesterComparison

Result = TypeVar("Result")


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
    details: str = ""


def search_registered(
    registered: Registered, path: Path, selected: Collection[str] | None, report: Report
) -> Found:
    """Let a suggester look through the project at `path`; a package's in a process of its own.

    One that can't be loaded fails as one that raises does. Raises what `report` raises; then its
    process is ended.
    """
    from dittomark.project import Project

    if registered.provider != "package":
        with Project.open(path, read_only=True) as project:
            return search(ProjectView(project, selected=selected), registered.load(), report)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        spool, printed = Path(folder) / "found", Path(folder) / "printed"
        try:
            outcome = call_in_subprocess(
                _search,
                str(path),
                registered.key,
                selected,
                (str(spool), str(printed)),
                report=report,
            )
        except ProcessLostError:
            outcome = _failed(registered, ended(registered.name))
        return _found(outcome, spool, selected, read_end(printed))


def trust_of(registered: Registered, path: Path, report: Report) -> "list[TrustPoint] | None":
    """Return how far a suggester can be trusted, None where it does not say; see `Trusted`.

    A package's is asked in a process of its own. Raises `UserError` where it fails.
    """
    if registered.provider != "package":
        return _trust(str(path), registered.key, report)
    return _apart(registered, partial(_trust, str(path), registered.key), report)


def compare_registered(
    chosen: Sequence[Registered],
    path: Path,
    kind: SuggestionKind,
    report: Report,
    *,
    among: Collection[str] | None = None,
) -> "SuggesterComparison":
    """Compare suggesters as `evaluation.compare_suggesters` does, in one process for all of them.

    Raises `UserError` as that does, and where one can't be loaded or takes the process with it.
    """
    keys = [each.key for each in chosen]
    packages = [each for each in chosen if each.provider == "package"]
    if not packages:
        return _compare(str(path), keys, kind, among, report)
    return _apart(packages[0], partial(_compare, str(path), keys, kind, among), report)


def _apart(registered: Registered, work: Callable[[Report], Result], report: Report) -> Result:
    """Return what `work` returns, called in another process where it prints into nothing."""
    try:
        result: Result = call_in_subprocess(_quietly, work, report=report)
    except ProcessLostError as error:
        sentence = ended(registered.name)
        raise UserError(sentence) from error
    return result


def _quietly(work: Callable[[Report], Result], report: Report) -> Result:
    with (
        tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder,
        PrintedOutput(Path(folder) / "printed"),
    ):
        return work(report)


def _trust(path: str, key: str, report: Report) -> "list[TrustPoint] | None":
    from dittomark.project import Project

    suggester = suggester_named(key).load()
    if not isinstance(suggester, Trusted):
        return None
    with Project.open(path, read_only=True) as project:
        return _told_as_failure(
            suggester, lambda: list(suggester.trust(ProjectView(project), report))
        )


def _told_as_failure(suggester: Suggester, work: Callable[[], Result]) -> Result:
    """Return what `work` does; a fault of the suggester is raised as `UserError`."""
    from dittomark.errors import Cancelled

    try:
        return work()
    except (UserError, Cancelled):
        raise
    except Exception as error:
        sentence = failed(suggester.name, error)
        raise UserError(sentence) from error


def _compare(
    path: str,
    keys: Sequence[str],
    kind: SuggestionKind,
    among: Collection[str] | None,
    report: Report,
) -> "SuggesterComparison":
    from dittomark.project import Project
    from dittomark.suggesting.evaluation import compare_suggesters

    loaded = [suggester_named(key).load() for key in keys]
    with Project.open(path, read_only=True) as project:
        return compare_suggesters(project, loaded, kind, among=among, report=report)


def _search(
    path: str,
    key: str,
    selected: Collection[str] | None,
    places: tuple[str, str],
    report: Report,
) -> _Outcome:
    """Search, write what was found and what was printed; runs in the other process."""
    from dittomark.project import Project

    spool, printed = places
    registered = suggester_named(key)
    with PrintedOutput(Path(printed)):
        try:
            suggester = registered.load()
        except NotFoundError:
            raise
        except UserError as error:
            return _failed(registered, error.message, traceback_of(error))
        with (
            Project.open(path, read_only=True) as project,
            search(ProjectView(project, selected=selected), suggester, report) as found,
        ):
            found.save(Path(spool))
            replaces = suggester.replaces if isinstance(suggester, Replacing) else frozenset()
            absent = Absent(
                suggester.key,
                str(suggester.name),
                str(suggester.version),
                frozenset(suggester.kinds),
                replaces,
            )
            rejected = found.rejections
            return _Outcome(
                absent,
                dict(found.counts),
                rejected.listed(),
                rejected.count,
                found.failure,
                found.details,
            )


def _failed(registered: Registered, why: Message, details: str = "") -> _Outcome:
    """Return what there is of a suggester that gave nothing."""
    absent = Absent(registered.key, str(registered.name), "", frozenset(), frozenset())
    return _Outcome(absent, {}, (), 0, why, details)


def _found(outcome: _Outcome, spool: Path, selected: Collection[str] | None, printed: str) -> Found:
    found = Found(
        outcome.suggester,
        selected=None if selected is None else frozenset(selected),
    )
    if spool.exists():
        found.load(spool)
    found.counts.update(outcome.counts)
    found.rejections.take(outcome.rejected)
    found.rejections.count = outcome.rejected_count
    found.failure = outcome.failure
    found.details = "\n".join(filter(None, (outcome.details, printed)))
    return found
