"""Work in a process of its own: its result, its reports, its end."""

import multiprocessing
import os
from pathlib import Path

import pytest
from tests.helpers.subprocess_work import die, double, fail, take_long

from dittomark.errors import Cancelled
from dittomark.system.subprocess_call import ProcessLostError, call_in_subprocess


def ignore(_done: int, _total: int) -> None:
    """Report to nobody."""


def test_a_result_and_reports_come_from_another_process() -> None:
    reports: list[tuple[int, int]] = []
    value, process = call_in_subprocess(double, 21, report=lambda *report: reports.append(report))
    assert value == 42
    assert process != os.getpid()
    assert reports[-1] == (2, 2)


def test_an_error_comes_here() -> None:
    with pytest.raises(ValueError, match="no such number"):
        call_in_subprocess(fail, 1, report=ignore)


def test_a_process_that_dies_is_told_apart_from_an_answer() -> None:
    with pytest.raises(ProcessLostError):
        call_in_subprocess(die, 1, report=ignore)


def test_what_nobody_wants_any_more_is_ended_at_once(tmp_path: Path) -> None:
    file = tmp_path / "work"

    def report(_done: int, _total: int) -> None:
        if file.exists():
            raise Cancelled

    with pytest.raises(Cancelled):
        call_in_subprocess(take_long, file, report=report)
    assert multiprocessing.active_children() == []  # it is over,
    assert file.read_text() == "began"  # and did not come to its end
