"""A package's suggester in a separate process, so that a hang or crash affects nothing else.

It is third-party code: a model that computes in C for minutes can't be interrupted in a thread, and
one that exhausts the memory would crash the window. So it is run as a program would be: cancelling
ends the process, in whatever state, and nothing waits for it. Its output is written to a file,
whose end is kept for its developer.

Only its suggestions are returned, in a file; our own suggesters and users' programs need no such
isolation.
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
    """A suggester that ran in another process: the properties needed to store its suggestions."""

    key: str
    name: str
    version: str
    kinds: frozenset[SuggestionKind]
    replaces: frozenset[tuple[str, SuggestionKind]]

    def suggest(self, view: ProjectView, report: Report) -> Iterator[Suggestion | Rejected]:
        """Yield nothing: the process has ended."""
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
    """Run a suggester on the project at `path`; a package's in a separate process.

    One that can't be loaded fails as one that raises does. Exceptions of `report` are propagated,
    and end the process.
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
    """Return a suggester's precision by score, None if it gives none; see `Trusted`.

    A package's is asked in a separate process. Raises `UserError` if it fails.
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
    """Compare suggesters by `evaluation.compare_suggesters`, all in one process.

    Raises `UserError` as that does, and if one can't be loaded or crashes the process.
    """
    keys = [each.key for each in chosen]
    packages = [each for each in chosen if each.provider == "package"]
    if not packages:
        return _compare(str(path), keys, kind, among, report)
    return _apart(packages[0], partial(_compare, str(path), keys, kind, among), report)


def _apart(registered: Registered, work: Callable[[Report], Result], report: Report) -> Result:
    """Return the result of `work`, run in another process whose output is discarded."""
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
    """Return the result of `work`; an exception of the suggester is raised as `UserError`."""
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
    """Search, and write suggestions and printed output to files; runs in the other process."""
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
    """Return the outcome of a suggester without suggestions."""
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
