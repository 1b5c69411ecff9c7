"""A second copy of a large open project, for saving everything if another program overwrites it.

A small project is held in SQLite's memory completely. Of a larger one only recently read pages are,
and pages that another program overwrites in place are lost. So while a large project is open, a
copy is kept in the user's data folder, in a file without a name: it disappears with the process,
however that ends. The copy is made in the background, without using space on disks that support it,
and follows the file: the pages of the write-ahead log are written to both. Meanwhile SQLite may not
checkpoint by itself, because pages of the log would be overwritten before they were copied; `Store`
does it.
"""

import contextlib
import os
import shutil
import sqlite3
import tempfile
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from dittomark.store.guard import Found
from dittomark.system.user_folders import data_folder

# as many as fill the 1,000 pages after which SQLite checkpoints by itself
STEPS_TO_FOLD: Final = 64
LOG_TO_FOLD: Final = 16_000_000  # bytes of the log
_AT_ONCE: Final = 16_000_000  # bytes copied or read at a time
_LEFT_FREE: Final = 1_000_000_000  # bytes that must stay free on the copy's disk
_OWN_FOLDING: Final = 1000  # SQLite's own `wal_autocheckpoint`
_HEADER: Final = 32  # bytes of the log's header
_HEAD: Final = 24  # bytes before each page in the log
_LITTLE: Final = 0x377F0682  # magic number of a log whose checksums use little-endian numbers
_MASK: Final = 0xFFFF_FFFF

_Sum = tuple[int, int]


class Mirror:
    """The copy of one open file; `descriptor` reads the file, `log` its write-ahead log.

    Belongs to the thread of the connection; copying runs in one of its own.
    """

    def __init__(self, connection: sqlite3.Connection, descriptor: int, log: Path) -> None:
        self._connection = connection
        self._source = descriptor
        self._page = int(connection.execute("PRAGMA page_size").fetchone()[0])
        self._log_descriptor = os.open(log, os.O_RDONLY)
        self._copy = tempfile.TemporaryFile(dir=data_folder())  # noqa: SIM115
        self._stop = threading.Event()
        self._copied = False  # set by the thread: all of the initial file is copied
        self._sound = False  # whether no other program had written to it until then
        self._salts = b""  # of the log that was copied last,
        self._frames = 0  # number of its pages that were copied,
        self._sum: _Sum = (0, 0)  # and the checksum from which the next page continues
        self._pages = 0  # pages of the file after the last copied step
        self._connection.execute("PRAGMA wal_autocheckpoint = 0")
        self._connection.execute(f"PRAGMA journal_size_limit = {LOG_TO_FOLD}")
        self._thread = threading.Thread(target=self._fill, name="mirror", daemon=True)
        self._thread.start()

    @classmethod
    def begun(cls, connection: sqlite3.Connection, descriptor: int, log: Path) -> "Mirror | None":
        """Begin a copy; None if there is no room for one."""
        with contextlib.suppress(OSError):
            size = os.fstat(descriptor).st_size
            if shutil.disk_usage(data_folder()).free > size + _LEFT_FREE:
                return cls(connection, descriptor, log)
        return None

    def close(self) -> None:
        """Release the copy."""
        self._stop.set()
        self._thread.join()
        self._copy.close()
        os.close(self._log_descriptor)
        with contextlib.suppress(sqlite3.Error):
            self._connection.execute(f"PRAGMA wal_autocheckpoint = {_OWN_FOLDING}")

    @property
    def failed(self) -> bool:
        """Whether the copy could not be made."""
        return not (self._copied or self._thread.is_alive())

    def seen(self, check: Callable[[], Found]) -> Found:
        """Return whether the file is ours (`check`), and so the pages copied until then."""
        copied = self._copied
        found = check()
        self._sound = self._sound or (copied and found is Found.OURS)
        return found

    @property
    def may_fold(self) -> bool:
        """Whether a checkpoint may write to the file: not while it is being copied."""
        return self._sound

    def take(self) -> None:
        """Copy the checkpointed pages from the log, before SQLite restarts the log.

        Raises `OSError`, after which the copy is useless.
        """
        for number, page in self._new_pages(sums=False):
            _write(self._copy.fileno(), page, (number - 1) * self._page)

    def save(self, place: Path) -> bool:
        """Write all known pages of the file, including the log's last steps; False if incomplete.

        The log may have been overwritten: its pages are used as far as their checksums are right.
        Raises `OSError`.
        """
        if not self._sound:
            return False
        for number, page in self._new_pages(sums=True):
            _write(self._copy.fileno(), page, (number - 1) * self._page)
        if self._pages:
            self._copy.truncate(self._pages * self._page)
        self._copy.seek(0)
        with place.open("wb") as file:
            shutil.copyfileobj(self._copy, file, _AT_ONCE)
        return True

    def _fill(self) -> None:
        """Copy the file; it does not change meanwhile, because no checkpoint runs."""
        with contextlib.suppress(OSError):
            size = os.fstat(self._source).st_size
            at = 0
            while at < size and not self._stop.is_set():
                copied = _copy_part(self._source, self._copy.fileno(), min(_AT_ONCE, size - at), at)
                if not copied:
                    return
                at += copied
            self._copied = at >= size

    def _new_pages(self, *, sums: bool) -> Iterator[tuple[int, memoryview]]:
        """Yield number and bytes of the pages of all steps that were not copied yet."""
        header = os.pread(self._log_descriptor, _HEADER, 0)
        if len(header) < _HEADER:
            return
        if header[16:24] != self._salts:  # SQLite restarted it
            self._salts, self._frames = header[16:24], 0
            self._sum = _numbers(header[24:32])
        order = "<" if int.from_bytes(header[:4]) == _LITTLE else ">"
        for frames, pages, last_sum in self._steps(order if sums else ""):
            yield from frames.items()
            self._pages, self._sum = pages, last_sum

    def _steps(self, order: str) -> Iterator[tuple[dict[int, memoryview], int, _Sum]]:
        """Yield whole steps in the log, several at a time: their pages, and the file's page count.

        `order` is the byte order of checksums, if they are verified. Yielded steps count as copied.
        """
        length = _HEAD + self._page
        at_once = max(1, _AT_ONCE // length)
        frame, sum_now = self._frames, self._sum
        open_step: dict[int, memoryview] = {}
        while True:
            block = memoryview(
                os.pread(self._log_descriptor, at_once * length, _HEADER + frame * length)
            )
            whole: dict[int, memoryview] = {}
            pages, whole_sum = 0, sum_now
            for start in range(0, len(block) - length + 1, length):
                head = bytes(block[start : start + _HEAD])
                content = block[start + _HEAD : start + length]
                right = head[8:16] == self._salts
                if right and order:
                    right = _numbers(head[16:]) == (
                        sum_now := _added(sum_now, head, content, order)
                    )
                if not right:
                    if whole:
                        yield whole, pages, whole_sum
                    return
                sum_now = _numbers(head[16:])
                frame += 1
                open_step[int.from_bytes(head[:4])] = content
                if after := int.from_bytes(head[4:8]):  # the last page of a step
                    whole.update(open_step)
                    open_step = {}
                    pages, whole_sum, self._frames = after, sum_now, frame
            if whole:
                yield whole, pages, whole_sum
            if len(block) < at_once * length:
                return


def _copy_part(source: int, target: int, size: int, at: int) -> int:
    """Copy some bytes, without using space if the disk supports it; returns their number."""
    if hasattr(os, "copy_file_range"):
        with contextlib.suppress(OSError):  # fails between different file systems
            return os.copy_file_range(source, target, size, at, at)
    return _write(target, memoryview(os.pread(source, size, at)), at)


def _write(target: int, content: memoryview, at: int) -> int:
    written = 0
    while written < len(content):
        written += os.pwrite(target, content[written:], at + written)
    return written


def _numbers(two: bytes) -> _Sum:
    return int.from_bytes(two[:4]), int.from_bytes(two[4:8])


def _added(before: _Sum, head: bytes, page: memoryview, order: str) -> _Sum:
    """Return SQLite's checksum for a page (https://sqlite.org/fileformat2.html#walformat)."""
    import struct

    first, second = before
    content = head[:8] + page
    words = struct.unpack(f"{order}{len(content) // 4}I", content)
    for even, odd in zip(words[::2], words[1::2], strict=True):
        first = (first + even + second) & _MASK
        second = (second + odd + first) & _MASK
    return first, second
