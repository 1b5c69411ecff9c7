"""Work in a process of its own: its result, its reports, its end."""

import multiprocessing
import os
import time
from pathlib import Path

import pytest
from tests.helpers.apart_work import die, double, fail, take_long

from dittomark.apart import ProcessLostError, run_apart
from dittomark.errors import Cancelled


def ignore(_done: int, _total: int) -> None:
    """Report to nobody."""


def test_a_result_and_reports_come_from_another_process() -> None:
    reports: list[tuple[int, int]] = []
    value, process = run_apart(double, 21, report=lambda *report: reports.append(report))
    assert value == 42
    assert process != os.getpid()
    assert reports[-1] == (2, 2)


def test_an_error_comes_here() -> None:
    with pytest.raises(ValueError, match="no such number"):
        run_apart(fail, 1, report=ignore)


def test_a_process_that_dies_is_told_apart_from_an_answer() -> None:
    with pytest.raises(ProcessLostError):
        run_apart(die, 1, report=ignore)


def test_what_nobody_wants_any_more_is_ended_at_once(tmp_path: Path) -> None:
    file = tmp_path / "work"

    def report(_done: int, _total: int) -> None:
        if file.exists():
            raise Cancelled

    begun = time.monotonic()
    with pytest.raises(Cancelled):
        run_apart(take_long, file, report=report)
    assert time.monotonic() - begun < 50
    assert multiprocessing.active_children() == []
