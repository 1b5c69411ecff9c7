"""The log beside a file: is it the file's own? SQLite believes it because of its name.

A log is left behind by a crash. A good copy put in the place of the file then has a log beside it
that belongs to another state, and SQLite would write that log's pages into it. So a log that nobody
is writing is tried on copies of both first.
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
    """Return where the log of a project file stands."""
    real = path.resolve()
    return real.with_name(f"{real.name}-wal")


def journal_of(path: Path) -> Path:
    """Return where the log stands in which SQLite keeps what a step replaced: on network shares."""
    real = path.resolve()
    return real.with_name(f"{real.name}-journal")


def foreign_log(path: Path) -> Path | None:
    """Return a log beside the file that was not written for it as it is, or None.

    The caller knows that no other program has the file open. Nothing is changed.
    """
    if is_open_here(path):
        return None
    try:
        for log in (journal_of(path), log_of(path)):
            if log.exists() and log.stat().st_size and _is_tried_and_foreign(path, log):
                return log
    except OSError:  # no room for copies: it is as with every other program then
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
        # Half a step may stand in the file itself: only the journal makes it whole then.
        if not is_sound(alone):
            return False
        shutil.copyfile(log, journal_of(copy))
        _roll_back(copy)
        return _is_foreign(copy, alone)


def _roll_back(copy: Path) -> None:
    with (
        contextlib.suppress(sqlite3.Error),  # what it made of the copy is looked at next
        contextlib.closing(sqlite3.connect(copy)) as connection,
    ):
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()


def refuse_foreign_log(path: Path) -> None:
    """Raise `ProjectFileError` where a log that is not the file's own lies beside it.

    For what only reads a file (a copy, a recovery): a file that somebody has open has its own.
    """
    if not is_open_here(path) and not somebody_has(path) and (log := foreign_log(path)):
        raise foreign_log_error(path, log)


def _is_foreign(copy: Path, alone: Path) -> bool:
    """Say so of a copy with its log, beside one of the file alone."""
    try:
        with contextlib.closing(Store(copy, read_only=True)) as joined:
            prepare_schema(joined.connection, copy, read_only=True)
            if _loses_steps(joined, alone):
                return True
            sound = not any(True for _ in changed_since_the_journal(joined))
    except (ProjectFileError, sqlite3.Error):
        sound = False
    # A file that is damaged without its log, too, loses nothing by it.
    return not sound and is_sound(alone)


def goes_on(copy: Path, alone: Path) -> bool:
    """Whether a copy with a log has every step of the file alone, more behind them, and is sound.

    A program that is killed while it folds its log in leaves a file of which half is of a later
    state: alone it can't be read, and nothing but its own log makes it whole.
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
    """Whether a step that the file has would be gone with the log: a journal only grows."""
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
    """Whether a file can be read as it is, and its rows are as its journal left them."""
    try:
        with contextlib.closing(Store(alone, read_only=True)) as store:
            prepare_schema(store.connection, alone, read_only=True)
            return not any(True for _ in changed_since_the_journal(store))
    except (ProjectFileError, sqlite3.Error):
        return False


def set_aside(path: Path, log: Path) -> Message:
    """Give a log that is not the file's own another name; returns what to tell.

    Raises `ProjectFileError` where that can't be done: then the file must not be opened.
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
    """Return why a file can't be read while that log lies beside it."""
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
