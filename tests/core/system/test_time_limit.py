"""What takes too long is ended, wherever it is."""

import subprocess
import sys
import threading

import pytest

from dittomark.system.time_limit import TimeLimitError, time_limit


def compute_for_ever() -> None:
    while True:
        try:
            sum(range(1000))
        except Exception:  # noqa: BLE001  (as libraries do)
            continue


def test_what_never_ends_is_ended() -> None:
    with pytest.raises(TimeLimitError), time_limit(0.2):
        compute_for_ever()
    assert sum(range(10_000)) == 49_995_000  # and nothing comes afterwards


def test_in_a_thread_of_its_own() -> None:
    ended = []

    def work() -> None:
        with pytest.raises(TimeLimitError), time_limit(0.2):
            compute_for_ever()
        ended.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert ended


def test_what_ends_in_time_is_left_alone() -> None:
    for _ in range(50):
        with time_limit(60):
            assert sum(range(100)) == 4950
    assert threading.active_count() < 10


def test_an_error_passes_through() -> None:
    with pytest.raises(ZeroDivisionError), time_limit(60):
        raise ZeroDivisionError


def test_afterwards_python_can_be_watched() -> None:
    """A profiler or debugger stood still for ever once a block had been ended (Python 3.11)."""
    script = (
        "import sys\n"
        "from dittomark.system.time_limit import TimeLimitError, time_limit\n"
        "def step(): return 1\n"
        "try:\n"
        "    with time_limit(0.1):\n"
        "        while True: step()\n"
        "except TimeLimitError:\n"
        "    sys.setprofile(lambda *_: None)\n"
        "    print(sum(step() for _ in range(3)))\n"
    )
    result = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=False
    )
    assert result.stdout.strip() == "3", result.stderr
