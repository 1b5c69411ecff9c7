"""Backups: verified copies in the user's data folder, the last ten and one a day for a month.

A backup is made with SQLite's online backup over a separate connection, so it can run while the
project is open (in a background task), and has a temporary name until it is checked.
"""

import contextlib
import logging
import re
import shutil
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Final

from dittomark.errors import ProjectFileError, writing
from dittomark.messages import Message, system_reason
from dittomark.progress import Report
from dittomark.store.check import check_foreign
from dittomark.store.connection import (
    PlainErrors,
    check_header,
    connect,
    prepare_schema,
    refuse_code,
    refuse_newer,
)
from dittomark.store.disk import draft_of, sync, sync_folder
from dittomark.store.foreign_log import is_sound, log_of, refuse_foreign_log
from dittomark.store.hybrid_clock import utc_now
from dittomark.store.lock import Lock, NoLockError
from dittomark.store.other_names import left_log, left_log_notice, take_log
from dittomark.store.store import Store
from dittomark.system.user_folders import data_folder

NEWEST: Final = 10  # as many are kept whatever their age
DAYS: Final = 30  # and the last backup of each of so many days
EVERY: Final = timedelta(minutes=20)
_PAGES: Final = 2_000  # copied at a time, 8 MB
_SMALL_CACHE: Final = "PRAGMA cache_size = -2000"  # 2 MB: every page is read once
_NAME: Final = re.compile(r"(?P<stem>.*)--(?P<time>\d{8}T\d{12}Z)--(?P<edit>\d+)\.ditto$")
_log: Final = logging.getLogger("dittomark")
_TIME: Final = "%Y%m%dT%H%M%S%fZ"


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup: the time at which it was made, and the number of the newest edit in it."""

    path: Path
    made_at: datetime
    edit: int
    size: int


def back_up(project: Path, *, to: Path | None = None, report: Report | None = None) -> Path:
    """Copy a project file, check the copy, and return its path.

    Without `to` it is stored in the user's data folder, and the oldest ones there are deleted.
    `report` is called with numbers of pages; it may raise `Cancelled`. Raises `ProjectFileError`.
    """
    check_header(project)
    refuse_foreign_log(project)
    _bring_in_for_a_backup(project)
    return _back_up(project, to=to, report=report)


def bring_in_left_log(project: Path) -> Message | None:
    """Join a file with the log that it left under its old name; returns a notice for the user.

    A backup of the unchanged file is made first: the log may belong to a file of which this one is
    a copy. A file that can't be read without its log has no earlier state to back up. The caller
    holds the lock for writing. Raises `ProjectFileError`.
    """
    if (log := left_log(project)) is None:
        return None
    backup = _back_up(project) if is_sound(project) else None
    try:
        take_log(project, log)
    except OSError as error:
        raise ProjectFileError(
            "The newest steps of {name} stand in {log}, under the name that the file had, and it "
            "can't be renamed: {reason}.",
            name=project.name,
            log=log.name,
            reason=system_reason(error),
        ) from None
    if backup is None:
        return Message(
            "The newest steps of {name} stood in {log}, under the name that the file had: they are "
            "in it again.",
            name=project.name,
            log=log.name,
        )
    return Message(
        "The newest steps of {name} stood in {log}, under the name that the file had: they are in "
        "it again. The file as it was before is kept in {backup}.",
        name=project.name,
        log=log.name,
        backup=backup,
    )


def _bring_in_for_a_backup(project: Path) -> None:
    """Join a file with the log left under its old name; raises `ProjectFileError` on failure."""
    if (notice := left_log_notice(project)) is None:
        return
    try:
        lock = Lock.acquire(project)
    except OSError:
        raise ProjectFileError(notice) from None
    if isinstance(lock, Lock):  # otherwise somebody has just opened it, and joins the log
        try:
            if notice := bring_in_left_log(project):
                _log.warning("%s", notice)
        finally:
            lock.release()


def _back_up(project: Path, *, to: Path | None = None, report: Report | None = None) -> Path:
    with PlainErrors(project):
        source = connect(project, read_only=True)
    try:
        with PlainErrors(project):
            edit = newest_edit(source)
            place = to or _new_place(project, source, edit)
        _copy(source, place, report, overwrite=to is None)
    finally:
        source.close()
    if to is None:
        for old in superfluous(_in_folder(place.parent, project.stem)):
            old.path.unlink(missing_ok=True)
    return place


def backups_of(project: Path) -> list[Backup]:
    """Return the backups of a project, newest first; those of a damaged file are found by name."""
    try:
        with contextlib.closing(connect(project, read_only=True)) as connection:
            folders = [_folder(connection)]
    except (sqlite3.Error, OSError):
        folders = [folder for folder in _root().iterdir() if folder.is_dir()]
        return _newest_first(
            backup for folder in folders for backup in _in_folder(folder, project.stem)
        )
    return _newest_first(backup for folder in folders for backup in _in_folder(folder, None))


def is_due(project: Path, connection: sqlite3.Connection, *, just_opened: bool) -> bool:
    """Whether the project has changed since its last backup, made at least 20 minutes ago.

    Right after opening the age is ignored.
    """
    backups = _newest_first(_in_folder(_folder(connection), project.stem))
    edit = newest_edit(connection)
    if not backups:
        return edit > 1  # more edits than the creation of the project itself
    newest = backups[0]
    return newest.edit != edit and (just_opened or utc_now() - newest.made_at >= EVERY)


def restore(project: Path, backup: Path) -> Path | None:
    """Replace a project that nobody has open by a backup; returns the path of the old state.

    So a restore can be undone by restoring the old state. The old file may be damaged or missing
    (None). Raises `ProjectFileError` if the backup is not sound or the project is open.
    """
    check_header(backup)
    refuse_foreign_log(backup)
    verify(backup)
    if notice := left_log_notice(backup):
        _log.warning("%s", notice)
    _refuse_what_opening_refuses(backup)
    real = project.resolve()  # a link is kept: its target is restored
    if not real.parent.is_dir():
        raise ProjectFileError("There is no folder {folder}.", folder=real.parent)
    try:
        found = Lock.acquire(project)
    except OSError as error:
        reason = error.message if isinstance(error, NoLockError) else system_reason(error)
        raise ProjectFileError(
            "{backup} could not be restored: {reason}.",
            backup=backup,
            reason=str(reason).removesuffix("."),
        ) from None
    if not isinstance(found, Lock):
        raise ProjectFileError(
            "{name} is open ({owner}): close it before restoring.",
            name=project.name,
            owner=found.message,
        )
    copy = real.with_name(f"{real.name}.restoring")
    try:
        # the log becomes part of the kept state, not of the restored one
        bring_in_left_log(project)
        before = _keep_current(project)
        _take(backup, copy)
        sync(copy)
        _fold_log(project)
        for suffix in ("-wal", "-shm", "-journal"):
            real.with_name(real.name + suffix).unlink(missing_ok=True)
        copy.replace(real)
        sync_folder(real.parent)
    except OSError as error:
        raise ProjectFileError(
            "{backup} could not be restored: {reason}.", backup=backup, reason=system_reason(error)
        ) from None
    finally:
        copy.unlink(missing_ok=True)
        found.release()
    return before


def _take(backup: Path, copy: Path) -> None:
    """Copy a sound file including the rows in its log: any project may serve as a backup."""
    log = log_of(backup)
    if not log.exists() or not log.stat().st_size:
        shutil.copyfile(backup, copy)
        return
    copy.unlink(missing_ok=True)
    with (
        PlainErrors(backup),
        contextlib.closing(connect(backup, read_only=True)) as source,
        contextlib.closing(sqlite3.connect(copy)) as target,
    ):
        source.backup(target, pages=_PAGES)
        target.execute("PRAGMA journal_mode = DELETE")


def verify(backup: Path) -> None:
    """Raise `ProjectFileError` unless the file is a sound project."""
    check_header(backup)
    with PlainErrors(backup), contextlib.closing(connect(backup, read_only=True)) as connection:
        refuse_newer(connection, backup)
        refuse_code(connection, backup)
        connection.execute(_SMALL_CACHE)
        found = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        if found != "ok":
            raise ProjectFileError("{backup} is damaged: choose another backup.", backup=backup)


def _refuse_what_opening_refuses(backup: Path) -> None:
    with contextlib.closing(Store(backup, read_only=True)) as store, PlainErrors(backup):
        prepare_schema(store.connection, backup, read_only=True)
        check_foreign(store)


def superfluous(backups: Iterable[Backup], *, today: date | None = None) -> list[Backup]:
    """Return the backups that are neither among the last ten nor the last of a recent day."""
    ordered = _newest_first(backups)
    first_day = (today or utc_now().date()) - timedelta(days=DAYS)
    kept_days: set[date] = set()
    gone = []
    for place, backup in enumerate(ordered):
        day = backup.made_at.date()
        last_of_day = day >= first_day and day not in kept_days
        kept_days.add(day)
        if place >= NEWEST and not last_of_day:
            gone.append(backup)
    return gone


# --- paths ---------------------------------------------------------------------------------------


def _root() -> Path:
    folder = data_folder() / "backups"
    with writing(folder):
        folder.mkdir(exist_ok=True)
    return folder


def _folder(connection: sqlite3.Connection) -> Path:
    """Return the backup folder of the project, named by its id, so a renamed file keeps them."""
    row = connection.execute("SELECT value FROM meta WHERE key = 'project'").fetchone()
    name = row[0] if row and re.fullmatch(r"[0-9a-f-]{36}", row[0]) else "unnamed"
    return _root() / name


def _new_place(project: Path, connection: sqlite3.Connection, edit: int) -> Path:
    folder = _folder(connection)
    with writing(folder):
        folder.mkdir(parents=True, exist_ok=True)
    return folder / f"{project.stem}--{utc_now().strftime(_TIME)}--{edit}.ditto"


def _in_folder(folder: Path, stem: str | None) -> list[Backup]:
    if not folder.is_dir():
        return []
    found = []
    for path in folder.iterdir():
        name = _NAME.fullmatch(path.name)
        if name and stem in (None, name["stem"]):
            made_at = datetime.strptime(name["time"], _TIME).replace(tzinfo=UTC)
            found.append(Backup(path, made_at, int(name["edit"]), path.stat().st_size))
    return found


def _newest_first(backups: Iterable[Backup]) -> list[Backup]:
    return sorted(backups, key=lambda backup: (backup.made_at, backup.edit), reverse=True)


def newest_edit(connection: sqlite3.Connection) -> int:
    """Return the number of the newest edit in the file."""
    return int(connection.execute("SELECT coalesce(max(seq), 0) FROM edits").fetchone()[0])


# --- copying -------------------------------------------------------------------------------------


def _copy(
    source: sqlite3.Connection, place: Path, report: Report | None, *, overwrite: bool
) -> None:
    """Write the copy under a temporary name, check it, then rename it."""
    if place.exists() and not overwrite:
        raise ProjectFileError("{path} exists already: choose another name.", path=place)
    draft = draft_of(place)
    draft.unlink(missing_ok=True)

    def progress(_status: int, remaining: int, total: int) -> None:
        if report is not None:
            report(total - remaining, total)

    try:
        with PlainErrors(place):
            source.execute(_SMALL_CACHE)
            with contextlib.closing(sqlite3.connect(draft)) as target:
                source.backup(target, pages=_PAGES, progress=progress, sleep=0.01)
                # a single file, wherever it is copied
                target.execute("PRAGMA journal_mode = DELETE")
            verify(draft)
        sync(draft)
        draft.replace(place)
        sync_folder(place.parent)
    except OSError as error:
        raise ProjectFileError(
            "{path} can't be written: {reason}.", path=place, reason=system_reason(error)
        ) from None
    finally:
        draft.unlink(missing_ok=True)


def _fold_log(project: Path) -> None:
    """Checkpoint the log that a crashed process left into the file, before the log is removed."""
    with (
        contextlib.suppress(sqlite3.Error),  # the file is missing, or damaged and kept byte by byte
        contextlib.closing(
            sqlite3.connect(f"{project.resolve().as_uri()}?mode=rw", uri=True)
        ) as connection,
    ):
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _keep_current(project: Path) -> Path | None:
    """Back up the file that is about to be replaced; byte by byte if SQLite can't read it."""
    if not project.exists():
        return None
    try:
        return back_up(project)
    except ProjectFileError:
        place = _root() / f"{project.stem}--{utc_now().strftime(_TIME)}.damaged"
        shutil.copyfile(project, place)
        log = project.with_name(f"{project.name}-wal")
        if log.exists():
            shutil.copyfile(log, place.with_name(f"{place.name}-wal"))
        return place
