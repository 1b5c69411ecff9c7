"""Suggesters for tests: one that returns given suggestions, and programs written for a test."""

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from dittomark.annotations import Suggestion, SuggestionKind
from dittomark.progress import Report
from dittomark.suggesting.programs import Program
from dittomark.suggesting.view import ProjectView

READ_ARTICLES = """
import json, sys
lines = [json.loads(line) for line in sys.stdin]
project, articles = lines[0], lines[1:]
def say(**fields):
    print(json.dumps({"type": "suggestion", **fields}), flush=True)
"""


def ignore(_done: int, _total: int) -> None:
    """Ignore progress."""


class Says:
    """A suggester that yields the results of a function of the view."""

    key = name = "says"
    version = "1"

    def __init__(
        self,
        make: Callable[[ProjectView], Iterable[Suggestion]],
        kinds: Iterable[SuggestionKind] = ("span", "relation", "event", "pair"),
    ) -> None:
        self._make = make
        self.kinds = frozenset(kinds)

    def suggest(self, view: ProjectView, report: Report) -> Iterator[Suggestion]:
        """Yield the results of the function."""
        report(0, 1)
        yield from self._make(view)


def program(
    folder: Path,
    code: str,
    *,
    name: str = "mine",
    kinds: Iterable[SuggestionKind] = ("span", "relation", "event", "pair"),
    patience: float = 60.0,
    reads_pairs: bool = False,
) -> Program:
    """Return a Python program with this code, as a user's own suggester."""
    path = folder / f"{name}.py"
    path.write_text(code, "utf-8")
    return Program(
        name,
        (sys.executable, str(path)),
        frozenset(kinds),
        "pairs" if reads_pairs else "articles",
        patience,
    )
