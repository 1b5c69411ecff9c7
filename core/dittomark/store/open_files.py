"""Which project files this process has open: such a file may be read through SQLite alone.

On POSIX a process loses its locks on a file when it closes any descriptor of it, even one that it
opened only to read a few bytes. Another program would then think that nobody has the file open, and
fold and delete the write-ahead log that we go on writing to. The one descriptor by which such a file
is looked at is therefore closed after all connections to it.
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
    """Return what tells this file from one that took its name; zeros when there is none."""
    try:
        found = os.stat(path)  # noqa: PTH116  (looked at before every edit: twice as fast)
    except OSError:
        return (0, 0)
    return (found.st_dev, found.st_ino)


def note_opened(path: Path) -> FileNumber:
    """Remember that a connection to the file was opened; returns which file that is."""
    number = file_number(path)
    _open[number] += 1
    if number not in _descriptors:
        with contextlib.suppress(OSError):
            _descriptors[number] = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    return number


def note_closed(number: FileNumber) -> None:
    """Remember that it was closed."""
    _open[number] -= 1
    if not _open[number]:
        del _open[number]
        descriptor = _descriptors.pop(number, None)
        if descriptor is not None:
            os.close(descriptor)


def descriptor_of(number: FileNumber) -> int | None:
    """Return the descriptor by which an open file can be looked at, wherever it is now."""
    return _descriptors.get(number)


def is_open_here(path: Path) -> bool:
    """Whether this process has the file open."""
    return _open[file_number(path)] > 0
