"""Measures work by counting instead of timing: the load of the computer has no effect."""

import contextlib
import sqlite3
import sys
from collections.abc import Callable
from dataclasses import dataclass
from types import FrameType
from typing import Any, Final

_STEPS: Final = 100  # of SQLite's machine, between two calls of its progress handler
_opened: list[sqlite3.Connection] = []  # databases that nobody counts in yet
_watching: list[bool] = []


@dataclass(slots=True)
class Work:
    """Numbers of calls (including those inside libraries) and of steps of SQLite's machine.

    Work inside one call to C (a regular expression) counts as that call.
    """

    calls: int = 0
    steps: int = 0

    def grew(self, before: "Work") -> float:
        """Return the ratio of this work to other work, for the part that grew more."""
        return max(self.calls / before.calls, (self.steps + 10_000) / (before.steps + 10_000))


def work_of(function: Callable[..., object], *arguments: object) -> Work:
    """Return the work of a call, in this thread and in every database that it opens.

    What it loads or remembers at its first call counts too: call it once before.
    """
    work = Work()

    def look(_frame: FrameType, event: str, _argument: object) -> None:
        work.calls += event in ("call", "c_call")
        if _opened:
            with contextlib.suppress(sqlite3.ProgrammingError):  # it is not quite open yet
                _opened[-1].set_progress_handler(step, _STEPS)
                _opened.pop()

    def step() -> None:
        work.steps += _STEPS

    # Not `settrace`: it would count the lines of a measure of coverage too.
    before = sys.getprofile()
    _watching.append(True)
    sys.setprofile(look)
    try:
        function(*arguments)
    finally:
        sys.setprofile(before)
        _watching.pop()
        _opened.clear()
    return work


def _look(event: str, arguments: tuple[Any, ...]) -> None:
    """Register each database that is opened during a measurement (the hook cannot be removed)."""
    if _watching and event == "sqlite3.connect/handle":
        _opened.append(arguments[0])


sys.addaudithook(_look)
