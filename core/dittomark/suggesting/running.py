"""Running a suggester on a project: reads, checks, buffers on disk, stores as one step.

    found = search(ProjectView(project), suggester, report)
    with found:
        report = store(project, found)

`search` needs only a readable project, may take hours, and should run in the background; `store` is
one transaction. Refused suggestions stay refused, open suggestions of the suggester's earlier
runs are replaced by the new ones. No annotation is made.
"""

import dataclasses
import numbers
import pickle
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, Self

from dittomark.annotations import Suggestion, SuggestionKind
from dittomark.errors import Cancelled, InvalidAnnotationError, UserError
from dittomark.messages import Message
from dittomark.operations.suggestion_rows import as_stored, new_pair, suggestion_id
from dittomark.progress import Report
from dittomark.project import Project
from dittomark.suggesting.checking import SuggestionChecker
from dittomark.suggesting.failures import failed
from dittomark.suggesting.protocol import (
    Learner,
    Rejected,
    Replacing,
    Settling,
    Suggester,
    Talking,
)
from dittomark.suggesting.rejections import Rejections
from dittomark.suggesting.view import ProjectView

MOST_SUGGESTIONS: Final = 2_000_000
"""Maximum of one run. A judgement: nobody decides as many; a suggester with more is faulty."""
_BATCH: Final = 1000
_IN_MEMORY: Final = 8_000_000  # bytes of suggestions; more goes to a temporary file


class Found:
    """A suggester's suggestions, checked and buffered in a temporary file; close it, or use `with`.

    `failure` is the reason for which it did not finish (earlier suggestions are kept), `details`
    are for developers: the traceback, the end of its printed output. `rejections` were not
    accepted.
    """

    def __init__(self, suggester: Suggester, *, selected: frozenset[str] | None = None) -> None:
        self.suggester = suggester
        self.selected = selected
        self.counts: Counter[SuggestionKind] = Counter()
        self.rejections = Rejections()
        self.failure: Message | None = None
        self.details = ""
        self._file = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115  (closed by close)
        self._waiting: list[Suggestion] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Discard the suggestions."""
        self._file.close()

    def keep(self, suggestion: Suggestion) -> None:
        """Add one checked suggestion."""
        self.counts[suggestion.kind] += 1
        self._waiting.append(suggestion)
        if len(self._waiting) >= _BATCH:
            self.flush()

    def flush(self) -> None:
        """Write the suggestions buffered in memory."""
        if self._waiting:
            pickle.dump(self._waiting, self._file, protocol=pickle.HIGHEST_PROTOCOL)
            self._waiting = []

    def save(self, path: Path) -> None:
        """Write the suggestions to a file, for another process's `load`."""
        self.flush()
        self._file.seek(0)
        with path.open("wb") as stream:
            shutil.copyfileobj(self._file, stream)

    def load(self, path: Path) -> None:
        """Read the file saved by another process; its counts are transferred separately."""
        with path.open("rb") as stream:
            shutil.copyfileobj(stream, self._file)

    def __iter__(self) -> Iterator[Suggestion]:
        self.flush()
        self._file.seek(0)
        while True:
            try:
                yield from pickle.load(self._file)
            except EOFError:
                return


@dataclasses.dataclass(frozen=True, slots=True)
class SuggesterReport:
    """The result of a run: number of suggestions by kind, and rejected ones.

    `failure` is the reason for which the suggester did not finish; then nothing was replaced, and
    its suggestions so far were added. `details` are for its developer: the traceback, the end of
    its printed output.
    """

    suggester: str
    version: str
    found: Mapping[SuggestionKind, int]
    rejected: tuple[Rejected, ...]
    rejected_count: int
    failure: Message | None
    details: str = ""


def search(view: ProjectView, suggester: Suggester, report: Report) -> Found:
    """Let a suggester learn (if it does) and suggest; changes nothing.

    An exception of the suggester ends the search, and is the `failure` of the result. Raises
    `Cancelled` if `report` does.
    """
    found = Found(suggester, selected=view.selected)
    try:
        _search(view, suggester, report, found)
    except BaseException:
        found.close()
        raise
    if isinstance(suggester, Talking):
        found.details = "\n".join(filter(None, (found.details, suggester.errors)))
    return found


def _search(view: ProjectView, suggester: Suggester, report: Report, found: Found) -> None:
    checker = SuggestionChecker(view, suggester.kinds)
    try:
        if isinstance(suggester, Learner):
            suggester.learn(view, report)
        for number, given in enumerate(suggester.suggest(view, report), start=1):
            try:
                if isinstance(given, Rejected):
                    found.rejections.add(given.number, given.reason)
                    continue
                suggestion = _made_by(suggester, given)
                checker.check(suggestion)
            except UserError as error:
                found.rejections.add(number, error.message)
                continue
            if _is_wanted(view, suggestion):
                found.keep(suggestion)
            if number >= MOST_SUGGESTIONS:
                found.failure = Message(
                    "“{name}” made more than {most:,} suggestions and was stopped.",
                    name=suggester.name,
                    most=MOST_SUGGESTIONS,
                )
                return
    except Cancelled:
        raise
    except UserError as error:
        found.failure = error.message
    except Exception as error:  # noqa: BLE001  (somebody else's code; its fault is told as that)
        found.failure = failed(suggester.name, error)
        found.details = traceback_of(error)


def traceback_of(error: BaseException) -> str:
    """Return the traceback of an error, with its causes."""
    import traceback

    return "".join(traceback.format_exception(error))


def store(project: Project, found: Found, *, report: Report | None = None) -> SuggesterReport:
    """Add the suggestions to the project, as one step; earlier proposals are replaced.

    If the suggester failed, its earlier suggestions are kept, and the new ones are added to them;
    they are also kept if none of the new ones was accepted.
    """
    return store_all(project, (found,), report=report)[0]


def store_all(
    project: Project, found: Sequence[Found], *, report: Report | None = None
) -> tuple[SuggesterReport, ...]:
    """Add the suggestions of several suggesters to the project, as one step; see `store`."""
    with project.batch("add_suggestions"):
        for each in found:
            if each.failure is None and (each.counts or not each.rejections.count):
                _withdraw(project, each)
            _add_pairs(project, each, report)
            rows = (as_stored(one) for one in each if one.kind != "pair")
            project.add_suggestions(rows, report=report)
    for each in found:
        if each.failure is None and isinstance(each.suggester, Settling):
            each.suggester.settle()
    return tuple(map(_report_of, found))


def _report_of(found: Found) -> SuggesterReport:
    suggester = found.suggester
    return SuggesterReport(
        suggester.key,
        suggester.version,
        dict(found.counts),
        found.rejections.listed(),
        found.rejections.count,
        found.failure,
        found.details,
    )


def run_suggester(
    project: Project,
    suggester: Suggester,
    *,
    selected: frozenset[str] | None = None,
    report: Report | None = None,
) -> SuggesterReport:
    """Search and store in one call. Raises `Cancelled` if `report` does; then nothing changed."""
    quiet: Callable[[int, int], None] = lambda _done, _total: None  # noqa: E731
    view = ProjectView(project, selected=selected)
    with search(view, suggester, report or quiet) as found:
        return store(project, found, report=report)


def _made_by(suggester: Suggester, given: Suggestion) -> Suggestion:
    """Return a suggestion with the suggester's name and version, and a reproducible id.

    The id depends on suggester, articles and content: neither version nor score nor payload is part
    of it, except for a new event, which consists of its payload. So a refused one stays refused.
    """
    if not isinstance(given, Suggestion):
        raise InvalidAnnotationError("This is no suggestion.")
    if given.kind not in suggester.kinds:
        raise InvalidAnnotationError(
            "“{name}” said it does not suggest the kind “{kind}”.",
            name=suggester.name,
            kind=str(given.kind),
        )
    version = given.version or suggester.version
    named = dataclasses.replace(
        given,
        suggester=suggester.key,
        version=version,
        state="open",
        score=_plain(given.score),
        start=_plain(given.start),
        end=_plain(given.end),
        payload={name: _plain(value) for name, value in given.payload.items()},
    )
    return dataclasses.replace(named, id=given.id or suggestion_id(named))


def _plain(value: Any) -> Any:  # noqa: ANN401  (whatever somebody else's code gives)
    """Return a number of numpy or similar types as one of Python's; any other value unchanged."""
    if type(value) in (int, float, str, bool, type(None)):
        return value
    if isinstance(value, numbers.Integral):
        return int(value)
    return float(value) if isinstance(value, numbers.Real) else value


def _is_wanted(view: ProjectView, each: Suggestion) -> bool:
    if view.selected is None:
        return True
    if each.article_id is not None:
        return each.article_id in view.selected
    sides = (each.payload.get("a"), each.payload.get("b"))
    return None in sides or any(side in view.selected for side in sides)


def _withdraw(project: Project, found: Found) -> None:
    """Delete the earlier open suggestions, only those of the chosen articles if some are chosen."""
    suggester = found.suggester
    gone: set[tuple[str, SuggestionKind]] = {
        (suggester.key, kind) for kind in suggester.kinds if kind != "pair"
    }
    if isinstance(suggester, Replacing):
        gone |= suggester.replaces
    if found.selected is None:
        for key, kind in gone:
            project.withdraw_suggestions(key, kind=kind)
        return
    earlier = list(_open_suggestions(project, found.selected))
    for key, kind in gone:
        names = [each.id for each in earlier if (each.suggester, each.kind) == (key, kind)]
        project.withdraw_suggestions(key, kind=kind, suggestion_ids=names)


def _open_suggestions(project: Project, selected: Collection[str]) -> Iterator[Suggestion]:
    """Yield the open suggestions of the chosen articles and of pairs with one, each once."""
    pairs: set[str] = set()
    for article in selected:
        yield from project.suggestions(article_id=article)
        pairs.update(pair.id for pair in project.pairs(article_id=article))
    for pair in pairs:
        yield from project.suggestions(pair_id=pair)


def _add_pairs(project: Project, found: Found, report: Report | None) -> None:
    """Add the proposed pairs, and those with a suggested relation."""
    if not ({"pair", "relation"} & found.counts.keys()):
        return
    known = {pair.id for pair in project.pairs()}
    # Pairs first: they have scores, which a pair added for its relation would lack.
    for kind in ("pair", "relation"):
        new = (
            new_pair(each)
            for each in found
            if each.kind == kind and "a" in each.payload
            if kind == "pair" or each.pair_id not in known
        )
        project.add_pairs(new, report=report)
