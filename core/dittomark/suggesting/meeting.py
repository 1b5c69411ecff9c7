"""Querying packages' suggesters for their names and kinds of suggestion.

A package provides them once it is loaded, which may take a machine-learning library's time and runs
third-party code: so each is queried in a separate process.
"""

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from dittomark.errors import UserError
from dittomark.messages import Message
from dittomark.progress import Report
from dittomark.suggesting.failures import ended
from dittomark.suggesting.packages import Facts, entries, keep_facts, known_facts
from dittomark.suggesting.registry import suggester_named
from dittomark.system.printed_output import PrintedOutput
from dittomark.system.subprocess_call import ProcessLostError, call_in_subprocess

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint


def meet_packages(report: Report) -> list[Message]:
    """Query those that are not known yet, and store the answers; exceptions of `report` propagate.

    Returns the reasons for which some could not be loaded; they are queried again the next time.
    """
    points = entries()
    known = known_facts(points)
    met: list[tuple[EntryPoint, Facts]] = []
    problems: list[Message] = []
    for point in points:
        if point.name in known:
            continue
        try:
            facts = call_in_subprocess(_ask, point.name, report=report)
        except UserError as error:
            problems.append(error.message)
            continue
        except ProcessLostError:
            problems.append(ended(point.name))
            continue
        met.append((point, facts))
    if met:
        keep_facts(met)
    return problems


def _ask(key: str, _report: Report) -> Facts:
    """Return the properties of a suggester; runs in the other process. Raises `UserError`."""
    with (
        tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder,
        PrintedOutput(Path(folder) / "printed"),
    ):
        suggester = suggester_named(key).load()
        return Facts(str(suggester.name), frozenset(suggester.kinds))
