"""Compares the shown articles without blocking the window: long texts in a subprocess."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from dittomark.compare.comparison import Comparison
from dittomark_gui.background import Report

# Code points of all texts together. Up to here a comparison takes less time than starting a
# process, and blocks the GUI thread so shortly that no user notices.
LONG: Final = 200_000


def compare_texts(texts: Sequence[str], project: Path, report: Report) -> Comparison:
    """Compare one to four texts of a project; called in a worker thread."""
    from dittomark.suggesting.project_comparison import compare_in_project

    if sum(map(len, texts)) > LONG:
        from dittomark.system.subprocess_call import ProcessLostError, call_in_subprocess

        with suppress(ProcessLostError):  # without subprocesses on a machine: slower, but it works
            return call_in_subprocess(compare_in_project, texts, project, report=report)
    return compare_in_project(texts, project, report)
