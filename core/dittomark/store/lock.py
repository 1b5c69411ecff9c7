"""One writer per file: the lock, and who holds it, across windows and computers.

While somebody has `work.ditto` open for writing, `work.ditto.lock` exists next to it. The operating
system's lock on it ends with the process, however that ends, so a crashed owner on this computer is
no obstacle. On a shared folder such locks may not reach other computers: there the owner's `beat`,
renewed while it works, shows whether it is alive.
"""

import contextlib
import getpass
import json
import os
import platform
import stat
import sys
import time
import uuid
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final, Self

from dittomark.messages import Message
from dittomark.system.file_lock import hold

_STALE_SECONDS: Final = 600.0  # another computer's owner that was silent for so long counts as dead
_BEAT_SECONDS: Final = 30.0


@dataclass(frozen=True)
class Owner:
    """The process that has a project open: `since` and `beat` are seconds since 1970."""

    token: str
    host: str
    user: str
    annotator: str
    process: int
    since: float
    beat: float

    @property
    def is_here(self) -> bool:
        """Whether it is this computer that has the file open."""
        return self.host == _host()

    @property
    def message(self) -> Message:
        """The owner, its computer and the time of opening, to be inserted into a sentence."""
        owner = self.annotator or self.user or Message("somebody")
        since = time.localtime(self.since)
        if self.is_here:
            return Message(
                "{who} on this computer, since {hour:02}:{minute:02}",
                who=owner,
                hour=since.tm_hour,
                minute=since.tm_min,
            )
        return Message(
            "{who} on {host}, since {hour:02}:{minute:02}",
            who=owner,
            host=self.host,
            hour=since.tm_hour,
            minute=since.tm_min,
        )


class NoLockError(OSError):
    """The lock's path is not a usable lock: a folder, a link, a pipe, or an unreadable file."""

    def __init__(self, path: Path) -> None:
        super().__init__(path.name)
        self.message = Message(
            "{lock}, which tells who works in {name}, can't be used: take it away if nobody works "
            "in {name}. Until then it is open for reading only.",
            lock=path,
            name=path.name.removesuffix(".lock"),
        )


class Lock:
    """The right to write to a project file; keep it until the file is closed."""

    def __init__(self, path: Path, descriptor: int, owner: Owner) -> None:
        self.path = path
        self._descriptor = descriptor
        self._owner = owner
        self._lost = False
        self._looked = float("-inf")

    @classmethod
    def acquire(
        cls, project: Path, *, annotator: str = "", take_over: bool = False
    ) -> Self | Owner:
        """Return the lock, or its owner. `take_over` disregards an owner on another computer.

        Raises `OSError` if the folder can't be written to, `NoLockError` (a subclass) if what
        exists at the lock's path can't be used as a lock.
        """
        path = lock_path(project)
        while True:
            descriptor = _opened(path, os.O_RDWR | os.O_CREAT)
            try:
                if not hold(descriptor):
                    return _read(descriptor) or _unknown()
                if not _still_there(descriptor, path):
                    continue  # the previous owner removed the file between open and lock
                other = _read(descriptor)
                if other is not None and not take_over and _alive_elsewhere(other):
                    return other
                lock = cls(path, descriptor, _me(annotator))
                lock._write()
                descriptor = -1
                return lock
            finally:
                if descriptor >= 0:
                    os.close(descriptor)

    @property
    def annotator(self) -> str:
        """The annotator recorded in the lock."""
        return self._owner.annotator

    def beat(self) -> None:
        """Renew the time at which the owner was alive, at most twice a minute."""
        if time.time() - self._owner.beat > _BEAT_SECONDS:
            self._owner = Owner(**{**asdict(self._owner), "beat": time.time()})
            with contextlib.suppress(OSError):
                self._write()

    def lost(self, *, looked_within: float = 0.0) -> bool:
        """Whether another computer took the file over, or the lock file was removed.

        A check that is not older than so many seconds is reused.
        """
        now = time.monotonic()
        if now - self._looked >= looked_within:
            self._lost = self._look()
            self._looked = now
        return self._lost

    def _look(self) -> bool:
        try:
            other = _read_path(self.path)
        except OSError:
            return not self.path.exists() and not sys.platform.startswith("win")
        return other is not None and other.token != self._owner.token

    def release(self) -> None:
        """Release the lock."""
        if self._descriptor < 0:
            return
        if not self.lost():
            with contextlib.suppress(OSError):  # Windows: another process is reading it just now
                self.path.unlink(missing_ok=True)
            with contextlib.suppress(OSError):
                os.ftruncate(self._descriptor, 0)
        os.close(self._descriptor)
        self._descriptor = -1

    def _write(self) -> None:
        text = json.dumps(asdict(self._owner), ensure_ascii=False).encode()
        os.lseek(self._descriptor, 0, os.SEEK_SET)
        os.write(self._descriptor, text)
        os.ftruncate(self._descriptor, len(text))


def somebody_has(project: Path) -> bool:
    """Whether a process on this computer has the project open, or one on another works in it."""
    try:
        descriptor = _opened(lock_path(project), os.O_RDWR)
    except OSError:
        return False
    try:
        if not hold(descriptor):
            return True
        other = _read(descriptor)
        return other is not None and _alive_elsewhere(other)
    finally:
        os.close(descriptor)


def lock_path(project: Path) -> Path:
    """Return the path of a project file's lock."""
    real = project.resolve()
    return real.with_name(real.name + ".lock")


def _opened(path: Path, how: int) -> int:
    """Open a lock without following links or blocking on a pipe."""
    how |= getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        descriptor = os.open(path, how, 0o666)
    except OSError:
        # Without permission to write to the folder, the error must name the folder.
        if os.path.lexists(path) and os.access(path.parent, os.W_OK):
            raise NoLockError(path) from None
        raise
    if stat.S_ISREG(os.fstat(descriptor).st_mode):
        return descriptor
    os.close(descriptor)
    raise NoLockError(path)


def _me(annotator: str) -> Owner:
    try:
        user = getpass.getuser()
    except (OSError, KeyError):  # no such entry in the password file
        user = ""
    now = time.time()
    return Owner(str(uuid.uuid4()), _host(), user, annotator, os.getpid(), now, now)


def _unknown() -> Owner:
    return Owner("", _host(), "", "", 0, time.time(), time.time())


def _host() -> str:
    return platform.node()


def _alive_elsewhere(other: Owner) -> bool:
    return other.host != _host() and time.time() - other.beat < _STALE_SECONDS


def _still_there(descriptor: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat())
    except FileNotFoundError:
        return False


def _read(descriptor: int) -> Owner | None:
    os.lseek(descriptor, 0, os.SEEK_SET)
    return _owner(os.read(descriptor, 10_000))


def _read_path(path: Path) -> Owner | None:
    descriptor = _opened(path, os.O_RDONLY)
    try:
        return _read(descriptor)
    finally:
        os.close(descriptor)


def _owner(content: bytes) -> Owner | None:
    try:
        found = Owner(**json.loads(content))
        time.localtime(found.since)
        time.localtime(found.beat)
    except (ValueError, TypeError, OverflowError, OSError, RecursionError):
        return None  # empty (no owner), half written, or not ours
    return found
