"""A project file that has, or had, another name: a hard link, a file renamed after a crash.

SQLite finds a file's log by the file's name. A file that is opened under two names has two logs,
and each overwrites pages of the other; a file renamed after a crash leaves its log, with the newest
steps, under its old name.
"""

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from dittomark.messages import Message
from dittomark.store.disk import draft_of, remove, sync, sync_folder
from dittomark.store.foreign_log import goes_on, log_of
from dittomark.store.lock import somebody_has
from dittomark.store.open_files import is_open_here

_LOG: Final = ".ditto-wal"
_SET_ASIDE: Final = ".log-of-another-file-"


def part_from_other_names(path: Path) -> Message | None:
    """Replace a second name (a hard link) by a separate copy of the file; returns a notice.

    The caller holds the lock for writing. Raises `OSError` if there is no room for a copy.
    """
    real = path.resolve()
    if real.stat().st_nlink < 2:
        return None
    draft = draft_of(real)
    remove(draft)
    try:
        shutil.copyfile(real, draft)
        shutil.copymode(real, draft)
        if draft.stat().st_nlink > 1:  # a file system that does not count names
            return None
        sync(draft)
        draft.replace(real)
    finally:
        remove(draft)
    sync_folder(real.parent)
    return Message(
        "{name} was the same file under two names (a hard link). It is a file of its own now: the "
        "file with the other name stays as it was.",
        name=path.name,
    )


def left_log(path: Path) -> Path | None:
    """Return the log that a file left under its old name, or None; nothing is changed.

    Only a log whose file is missing, that nobody is writing and that continues from the file's
    state. The caller knows that nobody is writing to the file either.
    """
    own = log_of(path)
    with contextlib.suppress(OSError):
        if own.exists() and own.stat().st_size:
            return None
        return next((log for log in _left_alone(own.parent) if _belongs(path, log)), None)
    return None


def left_log_notice(path: Path) -> Message | None:
    """Return the notice for a file opened read-only whose newest steps are in a left log."""
    if is_open_here(path) or somebody_has(path) or (log := left_log(path)) is None:
        return None
    return Message(
        "The newest steps of {name} stand in {log}, under the name that the file had, and are not "
        "in what is read here: open {name} to work in it, and they come in.",
        name=path.name,
        log=log.name,
    )


def take_log(path: Path, log: Path) -> None:
    """Rename a log left under the file's old name to the present one; raises `OSError`."""
    log.replace(log_of(path))
    log.with_name(f"{log.name.removesuffix('-wal')}-shm").unlink(missing_ok=True)


def _left_alone(folder: Path) -> Iterator[Path]:
    """Yield the logs of a folder whose files are missing, the newest first."""
    with os.scandir(folder) as entries:
        names = [entry.name for entry in entries if entry.name.endswith(_LOG)]
    logs = [folder / name for name in names if _SET_ASIDE not in name]
    found = [
        log
        for log in logs
        if log.is_file()
        and log.stat().st_size
        and not os.path.lexists(_owner(log))
        and not somebody_has(_owner(log))
    ]
    yield from sorted(found, key=lambda log: log.stat().st_mtime_ns, reverse=True)


def _owner(log: Path) -> Path:
    return log.with_name(log.name.removesuffix("-wal"))


def _belongs(path: Path, log: Path) -> bool:
    with tempfile.TemporaryDirectory(prefix="dittomark-") as folder:
        copy = Path(folder) / "copy.ditto"
        shutil.copyfile(path, copy)
        alone = shutil.copyfile(path, copy.with_name("alone.ditto"))
        shutil.copyfile(log, log_of(copy))
        return goes_on(copy, alone)
