"""Functions that tests run in a subprocess."""

import os
import time
from collections.abc import Callable
from pathlib import Path

Report = Callable[[int, int], None]


def double(number: int, report: Report) -> tuple[int, int]:
    """Return twice the number, and the id of the process that computed it."""
    report(1, 2)
    report(2, 2)
    return 2 * number, os.getpid()


def fail(_number: int, _report: Report) -> None:
    """Raise an error."""
    raise ValueError("no such number")


def die(_number: int, _report: Report) -> None:
    """Exit the process without any output."""
    os._exit(3)


def take_long(file: Path, report: Report) -> None:
    """Write that it began, wait for a minute, write that it ended."""
    file.write_text("began")
    report(1, 2)
    time.sleep(60)
    file.write_text("ended")
