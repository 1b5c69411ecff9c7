"""A limit to how long one thing may take, whatever code does it: the rest has to go on."""

import contextlib
import ctypes
import sys
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import Final

_LOOK: Final = 0.05  # seconds between two looks at how long it takes


class TimeLimitError(Exception):
    """It took longer than it may."""


class _TimeIsUp(BaseException):
    """What ends it: no library catches it as one of its own errors."""


@contextlib.contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """End a block that computes for longer; raises `TimeLimitError` then.

    What counts is the processor's time where the system tells that of a thread, else the clock's: a
    busy computer is no reason. One call into a library in C is not interrupted, only what follows
    it. Blocks do not stand within each other.
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
    """See that no exception is left that was raised in this thread and did not come yet.

    One that is taken back (with NULL) leaves Python looking for it for ever: every later step is
    slower, and a profiler or debugger stands still. So another takes its place, and that one comes.
    """
    with contextlib.suppress(_TimeIsUp):
        _raise_in(threading.get_ident(), _TimeIsUp)
        while True:  # it comes at the next step
            pass
