"""Background tasks: results arrive in the GUI thread, unless the task was cancelled."""

import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from dittomark_gui.background import Background, Report

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def background() -> Iterator[Background]:
    bugs: list[BaseException] = []
    background = Background(on_bug=bugs.append)
    yield background
    background.stop()
    assert not bugs


def test_a_result_comes_back_in_the_gui_thread(qtbot: QtBot, background: Background) -> None:
    got: list[tuple[object, threading.Thread]] = []
    background.start(
        lambda _report: threading.current_thread(),
        on_done=lambda thread: got.append((thread, threading.current_thread())),
    )
    qtbot.waitUntil(lambda: bool(got))
    worker, receiver = got[0]
    assert receiver is threading.main_thread()
    assert worker is not receiver


def test_progress_is_told_and_errors_are_handed_on(qtbot: QtBot, background: Background) -> None:
    steps: list[tuple[int, int]] = []
    errors: list[BaseException] = []

    def work(report: Report) -> None:
        report(1, 2)
        raise ValueError("no")

    background.start(
        work,
        on_done=lambda _value: pytest.fail("it failed"),
        on_failed=errors.append,
        on_progress=lambda done, total: steps.append((done, total)),
    )
    qtbot.waitUntil(lambda: bool(errors))
    assert steps == [(1, 2)]
    assert isinstance(errors[0], ValueError)


def test_a_late_result_is_dropped(qtbot: QtBot, background: Background) -> None:
    may_end = threading.Event()
    task = background.start(
        lambda _report: may_end.wait(10), on_done=lambda _value: pytest.fail("nobody wants it")
    )
    task.cancel()
    may_end.set()
    qtbot.waitUntil(lambda: not task.running)


def test_a_cancelled_task_stops_at_its_next_report(qtbot: QtBot, background: Background) -> None:
    started, stopped = threading.Event(), threading.Event()

    def work(report: Report) -> None:
        try:
            while True:
                started.set()
                report(0, 0)
        finally:
            stopped.set()

    task = background.start(work, on_done=lambda _value: pytest.fail("it never ends"))
    assert started.wait(10)
    task.cancel()
    assert stopped.wait(10)
    qtbot.waitUntil(lambda: not task.running)
