"""A limit to the computing time of a block, whatever code it runs."""

import contextlib
import ctypes
import sys
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import Final

_LOOK: Final = 0.05  # seconds between two checks of the time


class TimeLimitError(Exception):
    """The block exceeded its time limit."""


class _TimeIsUp(BaseException):
    """The exception that interrupts the block: no library catches it as one of its own errors."""


@contextlib.contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Interrupt a block that computes for longer; raises `TimeLimitError` then.

    The processor time of the thread counts if the system reports it, else the clock's: a busy
    computer is no reason to interrupt. A call into a C library is not interrupted, only the code
    after it. Blocks must not be nested.
    """
    thread = threading.get_ident()
    ended = threading.Event()
    fired = threading.Event()
    spent = _clock_of(thread)
    began = spent()

    def watch() -> None:
        while not ended.wait(_LOOK):
            if spent() - began > seconds:
                fired.set()
                _raise_in(thread, _TimeIsUp)
                return

    watcher = threading.Thread(target=watch, name="time limit", daemon=True)
    watcher.start()
    try:
        try:
            yield
        finally:
            ended.set()
            watcher.join()
            if fired.is_set():
                _let_it_come()
    except _TimeIsUp:
        raise TimeLimitError(f"more than {seconds} seconds") from None


def _clock_of(thread: int) -> Callable[[], float]:
    if sys.platform != "win32" and hasattr(time, "pthread_getcpuclockid"):
        return partial(time.clock_gettime, time.pthread_getcpuclockid(thread))
    return time.monotonic


def _raise_in(thread: int, kind: type[BaseException]) -> None:
    raised = ctypes.py_object(kind)
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), raised)


def _let_it_come() -> None:
    """Ensure that no exception is left that was raised in this thread and is still pending.

    One that is cancelled (with NULL) leaves Python checking for it for ever: every later step is
    slower, and a profiler or debugger stops. So another replaces it, and that one is delivered.
    """
    with contextlib.suppress(_TimeIsUp):
        _raise_in(threading.get_ident(), _TimeIsUp)
        while True:  # it is delivered at the next step
            pass
