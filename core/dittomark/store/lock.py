"""One writer a file: who has it open, across windows and computers.

Beside `work.ditto` stands `work.ditto.lock` while somebody has it open for writing. The operating
system's lock on it ends with the process, however that dies, so a crashed owner on this computer
is no obstacle. On a shared folder such locks may not reach other computers: there the owner's
`beat`, renewed while it works, says whether it is alive.
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

_STALE_SECONDS: Final = 600.0  # another computer's owner that was silent for so long is gone
_BEAT_SECONDS: Final = 30.0


@dataclass(frozen=True)
class Owner:
    """Who has a project open: `since` and `beat` are seconds since 1970."""

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
        """Who has it, where and since when, to be put into a sentence."""
        who = self.annotator or self.user or Message("somebody")
        since = time.localtime(self.since)
        if self.is_here:
            return Message(
                "{who} on this computer, since {hour:02}:{minute:02}",
                who=who,
                hour=since.tm_hour,
                minute=since.tm_min,
            )
        return Message(
            "{who} on {host}, since {hour:02}:{minute:02}",
            who=who,
            host=self.host,
            hour=since.tm_hour,
            minute=since.tm_min,
        )


class NoLockError(OSError):
    """What has the lock's name is no lock: a folder, a link, a pipe, a file that may not be read."""

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
        """Return the lock, or who has it. `take_over` disregards an owner on another computer.

        Raises `OSError` where the folder can't be written to, `NoLockError` (one of them) where
        what stands in the place of the lock can't be used as one.
        """
        path = lock_path(project)
        while True:
            descriptor = _opened(path, os.O_RDWR | os.O_CREAT)
            try:
                if not hold(descriptor):
                    return _read(descriptor) or _unknown()
                if not _still_there(descriptor, path):
                    continue  # the owner before us removed the file between our two steps
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
        """Who is said to have the file open."""
        return self._owner.annotator

    def beat(self) -> None:
        """Say that the owner is alive, at most twice a minute."""
        if time.time() - self._owner.beat > _BEAT_SECONDS:
            self._owner = Owner(**{**asdict(self._owner), "beat": time.time()})
            with contextlib.suppress(OSError):
                self._write()

    def lost(self, *, looked_within: float = 0.0) -> bool:
        """Whether another computer took the file over, or the lock file was removed.

        A look that is not older than so many seconds counts.
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
        """Let others write."""
        if self._descriptor < 0:
            return
        if not self.lost():
            with contextlib.suppress(OSError):  # Windows: somebody is looking at it just now
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
    """Whether a program on this computer has the project open, or one on another is working in it."""
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
    """Return where the lock of a project file stands."""
    real = project.resolve()
    return real.with_name(real.name + ".lock")


def _opened(path: Path, how: int) -> int:
    """Open a lock; never what a link leads to, and never waiting for the other end of a pipe."""
    how |= getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        descriptor = os.open(path, how, 0o666)
    except OSError:
        # Where nobody may write into the folder, it is the folder that is to be spoken of.
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
        return None  # empty (nobody), half written, or not ours
    return found
