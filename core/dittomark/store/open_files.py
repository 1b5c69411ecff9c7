"""Project files that this process has open: such a file may be read through SQLite alone.

On POSIX a process loses its locks on a file when it closes any descriptor of it, even one that it
opened only to read a few bytes. Another program would then assume that nobody has the file open,
and checkpoint and delete the write-ahead log to which we keep writing. The one descriptor by which
such a file is examined is therefore closed after all connections to it.
"""

import contextlib
import os
from collections import Counter
from pathlib import Path
from typing import Final

FileNumber = tuple[int, int]

_open: Final[Counter[FileNumber]] = Counter()
_descriptors: Final[dict[FileNumber, int]] = {}


def file_number(path: Path | str) -> FileNumber:
    """Return the identity of a file, which a replacement does not share; zeros if missing."""
    try:
        found = os.stat(path)  # noqa: PTH116  (called before every edit: twice as fast)
    except OSError:
        return (0, 0)
    return (found.st_dev, found.st_ino)


def note_opened(path: Path) -> FileNumber:
    """Record that a connection to the file was opened; returns the file's identity."""
    number = file_number(path)
    _open[number] += 1
    if number not in _descriptors:
        with contextlib.suppress(OSError):
            _descriptors[number] = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    return number


def note_closed(number: FileNumber) -> None:
    """Record that a connection was closed."""
    _open[number] -= 1
    if not _open[number]:
        del _open[number]
        descriptor = _descriptors.pop(number, None)
        if descriptor is not None:
            os.close(descriptor)


def descriptor_of(number: FileNumber) -> int | None:
    """Return the descriptor by which an open file can be examined, at whatever path it is now."""
    return _descriptors.get(number)


def is_open_here(path: Path) -> bool:
    """Whether this process has the file open."""
    return _open[file_number(path)] > 0
