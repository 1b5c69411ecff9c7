"""Detects changes by other programs: compares file and log with their state after the last step.

Other programs replace, rename, overwrite and delete files while they are open here, and SQLite does
not notice. So before every step the file and its write-ahead log are checked by their names: two
calls of `stat`. Their state after a step is read from the open descriptors, which costs half as
much and never describes a file that has taken over the name in the meantime.
"""

import contextlib
import enum
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from dittomark.store.open_files import FileNumber, descriptor_of

_Left = tuple[int, int, int, int]  # device, number, size, nanoseconds of the last modification
_NOTHING: Final[_Left] = (0, 0, 0, 0)


class Found(enum.Enum):
    """The result of checking the open file."""

    OURS = "ours"
    ELSEWHERE = "elsewhere"  # another file, or none, has its name
    CHANGED = "changed"  # another program wrote to the file or its log
    LOG_GONE = "log gone"  # the log was deleted, or another file has its name


class FileGuard:
    """Remembers the state of the file at `path` and its log; `number` is the file's identity."""

    def __init__(self, path: Path, number: FileNumber) -> None:
        self._path = os.fspath(path)
        self._log = f"{self._path}-wal"
        self._number = number
        self._left = _NOTHING
        self._log_left = _NOTHING
        self._descriptor: int | None = None  # owned by `open_files`, which closes it
        self._log_descriptor: int | None = None
        self.note()

    def note(self) -> None:
        """Remember the present state of the file, which this process wrote last."""
        # SQLite keeps its log as long as the file is open. On a network share, which has no log,
        # `stat` may return other values by name than by descriptor.
        if self._log_descriptor is not None and self._descriptor is not None:
            self._left = _seen(os.fstat(self._descriptor))
            self._log_left = _seen(os.fstat(self._log_descriptor))
            return
        self._left = _look(self._path)
        self._log_left = _look(self._log)
        # Windows does not let anybody delete it
        if self._log_left != _NOTHING and os.name == "posix":
            self._descriptor = descriptor_of(self._number)
            with contextlib.suppress(OSError):
                self._log_descriptor = os.open(self._log, os.O_RDWR)

    def note_log(self) -> None:
        """Remember the present state of the log: a rolled-back step may have grown it."""
        if self._log_descriptor is not None:
            self._log_left = _seen(os.fstat(self._log_descriptor))

    def check(self) -> Found:
        """Return whether the file is unchanged, or how it changed."""
        now = _look(self._path)
        if now[:2] != self._number:
            return Found.ELSEWHERE
        if now != self._left:
            return Found.CHANGED
        log = _look(self._log)
        if log == self._log_left:
            return Found.OURS
        return Found.CHANGED if log[:2] == self._log_left[:2] else Found.LOG_GONE

    @property
    def has_log(self) -> bool:
        """Whether steps are first written to a log; not on a network share."""
        return self._log_left != _NOTHING

    @property
    def log_size(self) -> int:
        """Size of the log after the last step, in bytes."""
        return self._log_left[2]

    @property
    def size(self) -> int:
        """Size of the file after the last step, in bytes."""
        return self._left[2]

    @contextlib.contextmanager
    def foreign_log_aside(self) -> Iterator[None]:
        """Protect another file's log from being deleted as ours: SQLite closes by names."""
        hidden = []
        log = _look(self._log)[:2]
        if log != _NOTHING[:2] and log != self._log_left[:2]:
            for name in (self._log, f"{self._path}-shm"):
                with contextlib.suppress(OSError):
                    Path(name).rename(f"{name}.aside")
                    hidden.append(name)
        try:
            yield
        finally:
            for name in hidden:
                with contextlib.suppress(OSError):
                    Path(f"{name}.aside").rename(name)

    def empty_log(self) -> None:
        """Empty our log, so that closing writes nothing to a file which is not ours any more.

        Not if somebody else wrote to the log. The names of log and index are free afterwards.
        """
        if self._log_descriptor is not None:
            found = os.fstat(self._log_descriptor)
            if (found.st_size, found.st_mtime_ns) == self._log_left[2:]:
                os.ftruncate(self._log_descriptor, 0)
        elif _look(self._log) == self._log_left:
            os.truncate(self._log, 0)
        self.remove_empty_log()

    def remove_empty_log(self) -> None:
        """Delete our log and index if the log is empty (SQLite keeps those of a moved file)."""
        log = _look(self._log)
        if log[:2] == self._log_left[:2] and not log[2]:
            for name in (self._log, f"{self._path}-shm"):
                Path(name).unlink(missing_ok=True)

    def close(self) -> None:
        """Release the log; called when the connection is closed."""
        if self._log_descriptor is not None:
            os.close(self._log_descriptor)
            self._log_descriptor = None

    def is_as_left(self, place: Path) -> bool:
        """Whether the file, which has been moved to `place`, is unchanged."""
        return _look(os.fspath(place)) == self._left

    def is_log(self, log: Path) -> bool:
        """Whether a file is our log, under whatever name."""
        return _look(os.fspath(log))[:2] == self._log_left[:2]

    def place_now(self) -> Path | None:
        """Return the present path of the open file; None if it was deleted."""
        descriptor = descriptor_of(self._number)
        if descriptor is None:
            return None
        with contextlib.suppress(OSError, ValueError):
            place = Path(_name_of(descriptor))
            if _look(os.fspath(place))[:2] == self._number:
                return place
        return None


def _look(path: str) -> _Left:
    try:
        return _seen(os.stat(path))  # noqa: PTH116  (before every step: twice as fast)
    except OSError:
        return _NOTHING


def _seen(found: os.stat_result) -> _Left:
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns


def _name_of(descriptor: int) -> str:
    """Return the path under which an open file can be found now; raises `OSError`."""
    if sys.platform == "darwin":
        import fcntl

        found = fcntl.fcntl(descriptor, fcntl.F_GETPATH, bytes(1024))
        return os.fsdecode(found.rstrip(b"\0"))
    return os.readlink(f"/proc/self/fd/{descriptor}")  # noqa: PTH115  (what a Path would lose)
