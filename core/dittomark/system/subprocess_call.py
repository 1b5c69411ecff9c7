"""Run a function in a separate process, so that the caller stays responsive.

A thread does not suffice: while it computes, Python lets other threads run only briefly, and a
window stutters.
"""

import multiprocessing
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any, Final, TypeVar

from dittomark.progress import Report

Result = TypeVar("Result")

_LISTEN: Final = 0.05  # seconds between two checks whether the result is still wanted


class ProcessLostError(Exception):
    """The process could not be started, or ended without an answer."""


def call_in_subprocess(
    function: Callable[..., Result], *arguments: object, report: Report
) -> Result:
    """Return `function(*arguments, report)`, computed in a new process.

    All of it must be picklable, as for `multiprocessing`; the other process imports the module of
    the function and has none of this one's state. `report(done, total)` is called here, for each
    report of the function and in between; if it raises (`errors.Cancelled`), the process is ended
    immediately. Exceptions of the function are raised here. Raises `ProcessLostError`.
    """
    context = multiprocessing.get_context("spawn")
    receiving, sending = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(sending, function, arguments), daemon=True)
    try:
        process.start()
    except OSError as error:
        raise ProcessLostError(str(error)) from error
    finally:
        sending.close()
    try:
        done, answer = _answer(receiving, report)
    except (EOFError, OSError) as error:
        raise ProcessLostError(str(error)) from error
    finally:
        process.terminate()
        process.join()
        process.close()
        receiving.close()
    if not done:
        raise answer
    result: Result = answer
    return result


def _answer(receiving: Connection, report: Report) -> tuple[bool, Any]:
    """Return whether the function finished, and its result or its exception."""
    last = 0, 1
    while True:
        report(*last)
        if receiving.poll(_LISTEN):
            kind, value = receiving.recv()
            if kind != "report":
                return kind == "result", value
            last = value


def _work(sending: Connection, function: Callable[..., object], arguments: tuple[Any, ...]) -> None:
    """Compute and send the answer; runs in the other process."""

    def report(done: int, total: int) -> None:
        sending.send(("report", (done, total)))

    try:
        sending.send(("result", function(*arguments, report)))
    except Exception as error:  # noqa: BLE001  (handed over)
        sending.send(("error", error))
