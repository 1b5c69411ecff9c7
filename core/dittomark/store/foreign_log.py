"""Checks whether the log next to a file belongs to it: SQLite trusts the log's name alone.

A crash leaves a log behind. If a sound copy then replaces the file, the log next to it belongs to
another state, and SQLite would write that log's pages into the copy. So a log that nobody is
writing is first tested on copies of both.
"""

import contextlib
import shutil
import sqlite3
import tempfile
from datetime import datetime
from pathlib import Path
from urllib.parse import quote

from dittomark.errors import ProjectFileError
from dittomark.messages import Message, system_reason
from dittomark.store.check import changed_since_the_journal
from dittomark.store.connection import prepare_schema
from dittomark.store.lock import somebody_has
from dittomark.store.open_files import is_open_here
from dittomark.store.store import Store


def log_of(path: Path) -> Path:
    """Return the path of a project file's log."""
    real = path.resolve()
    return real.with_name(f"{real.name}-wal")


def journal_of(path: Path) -> Path:
    """Return the path of SQLite's rollback journal, which is used on network shares."""
    real = path.resolve()
    return real.with_name(f"{real.name}-journal")


def foreign_log(path: Path) -> Path | None:
    """Return the log next to the file if it was not written for the file's present state, or None.

    The caller knows that no other program has the file open. Nothing is changed.
    """
    if is_open_here(path):
        return None
    try:
        for log in (journal_of(path), log_of(path)):
            if log.exists() and log.stat().st_size and _is_tried_and_foreign(path, log):
                return log
    except OSError:  # no room for copies: the log is trusted, as by every other program
        return None
    return None


def _is_tried_and_foreign(path: Path, log: Path) -> bool:
    with tempfile.TemporaryDirectory(prefix="dittomark-") as folder:
        copy = Path(folder) / "copy.ditto"
        shutil.copyfile(path, copy)
        alone = shutil.copyfile(path, copy.with_name("alone.ditto"))
        if log == log_of(path):
            shutil.copyfile(log, log_of(copy))
            return _is_foreign(copy, alone)
        # The file itself may hold half a step, which only the rollback journal completes.
        if not is_sound(alone):
            return False
        shutil.copyfile(log, journal_of(copy))
        _roll_back(copy)
        return _is_foreign(copy, alone)


def _roll_back(copy: Path) -> None:
    with (
        contextlib.suppress(sqlite3.Error),  # the resulting copy is checked next
        contextlib.closing(sqlite3.connect(copy)) as connection,
    ):
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()


def refuse_foreign_log(path: Path) -> None:
    """Raise `ProjectFileError` if the log next to a file does not belong to it.

    For callers that only read a file (a copy, a recovery): a file that somebody has open has its
    own log.
    """
    if not is_open_here(path) and not somebody_has(path) and (log := foreign_log(path)):
        raise foreign_log_error(path, log)


def _is_foreign(copy: Path, alone: Path) -> bool:
    """Return whether the log of a copy does not belong to it; `alone` is a copy without the log."""
    try:
        with contextlib.closing(Store(copy, read_only=True)) as joined:
            prepare_schema(joined.connection, copy, read_only=True)
            if _loses_steps(joined, alone):
                return True
            sound = not any(True for _ in changed_since_the_journal(joined))
    except (ProjectFileError, sqlite3.Error):
        sound = False
    # A file that is damaged even without its log does not become worse by it.
    return not sound and is_sound(alone)


def goes_on(copy: Path, alone: Path) -> bool:
    """Whether a copy with a log is sound, and has all steps of the file alone and newer ones.

    A process killed during a checkpoint leaves a file of which half is of a later state: alone it
    can't be read, and only its own log completes it.
    """
    whole = is_sound(alone)
    try:
        with contextlib.closing(Store(copy, read_only=True)) as joined:
            prepare_schema(joined.connection, copy, read_only=True)
            if any(True for _ in changed_since_the_journal(joined)):
                return False
            if not whole:
                return _pages_are_sound(joined)
            if _loses_steps(joined, alone):
                return False
            newest = joined.newest_edit()
        with contextlib.closing(Store(alone, read_only=True)) as store:
            return store.newest_edit() != newest
    except (ProjectFileError, sqlite3.Error):
        return False


def _loses_steps(joined: Store, alone: Path) -> bool:
    """Whether the log removes a step that the file has: a journal only grows."""
    joined.connection.execute("ATTACH ? AS alone", (f"file:{quote(str(alone))}?mode=ro",))
    found = joined.connection.execute(
        "SELECT 1 FROM alone.edits AS a WHERE NOT EXISTS"
        " (SELECT 1 FROM main.edits AS e WHERE e.seq = a.seq AND e.id = a.id) LIMIT 1"
    ).fetchone()
    joined.connection.execute("DETACH alone")
    return found is not None


def _pages_are_sound(store: Store) -> bool:
    return bool(store.connection.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok")


def is_sound(alone: Path) -> bool:
    """Whether a file can be read as it is, and its rows agree with its journal."""
    try:
        with contextlib.closing(Store(alone, read_only=True)) as store:
            prepare_schema(store.connection, alone, read_only=True)
            return not any(True for _ in changed_since_the_journal(store))
    except (ProjectFileError, sqlite3.Error):
        return False


def set_aside(path: Path, log: Path) -> Message:
    """Rename a log that does not belong to the file; returns a notice for the user.

    Raises `ProjectFileError` if it can't be renamed: then the file must not be opened.
    """
    now = datetime.now().astimezone()
    kind = log.name.rpartition("-")[2]
    aside = log.with_name(f"{path.stem}.log-of-another-file-{now:%Y-%m-%d-%H%M%S}.ditto-{kind}")
    try:
        log.rename(aside)
        log.with_name(f"{path.resolve().name}-shm").unlink(missing_ok=True)
    except OSError as error:
        raise foreign_log_error(path, log, system_reason(error)) from None
    return Message(
        "Beside {path} lay the log of another file or an older state: it was not used, and is kept "
        "as {aside}.",
        path=path.name,
        aside=aside.name,
    )


def foreign_log_error(path: Path, log: Path, reason: str = "") -> ProjectFileError:
    """Return the error for a file that can't be read because of a foreign log next to it."""
    if reason:
        return ProjectFileError(
            "Beside {path} lies the log {log} of another file or an older state, and it can't be "
            "moved: {reason}.",
            path=path,
            log=log.name,
            reason=reason,
        )
    return ProjectFileError(
        "Beside {path} lies the log {log} of another file or an older state: open the project to "
        "work in it, and the log is set aside.",
        path=path,
        log=log.name,
    )
