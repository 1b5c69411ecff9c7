"""Reactions to another program that changed, moved or deleted the open file or its log.

Nothing is written to a file that is not ours any more. A moved file is followed; otherwise all data
that the open connection can read is saved as a copy next to the file, and the file is read-only
from then on.
"""

import contextlib
import sqlite3
from datetime import datetime
from pathlib import Path
from typing import Final

from dittomark.errors import ProjectFileError, UserError
from dittomark.messages import Message
from dittomark.store.check import changed_since_the_journal, check_foreign
from dittomark.store.disk import draft_of, remove, sync, sync_folder
from dittomark.store.foreign_log import journal_of, log_of
from dittomark.store.guard import Found
from dittomark.store.lock import somebody_has
from dittomark.store.store import Store
from dittomark.system.user_folders import data_folder

_PAGES: Final = 2_000  # copied at a time, 8 MB
# Folders from which files are deleted later: of the desktop, of USB sticks, of macOS, of Windows
_TRASH: Final = {"trash", ".trash", ".trashes", "$recycle.bin"}


def answer(store: Store, found: Found) -> None:
    """Follow the file, or save a copy next to it; adds a notice for the user.

    Afterwards the store can be written to, or is read-only with a reason and the copy's path.
    """
    if found is Found.CHANGED and _is_sound(store):
        store.drop_mirror()  # the mirror lacks changes by that program
        store.guard.note()  # a backup program that set the time, a disk that rounds it
        return
    if found is Found.LOG_GONE:
        _go_on(store, store.path)
        if not store.read_only:
            store.tell(
                Message(
                    "Another program took away the log of {name}. Nothing is lost: what stood in "
                    "it is in the file.",
                    name=store.path.name,
                )
            )
        return
    place = store.guard.place_now() if found is Found.ELSEWHERE else None
    if place is not None and not _TRASH & {part.split("-")[0].lower() for part in place.parts}:
        if not store.guard.is_as_left(place):  # overwritten, and then moved
            _save(store, Found.CHANGED)
            return
        if somebody_has(place) or _has_foreign_log(store, place):  # two files were exchanged
            _save(store, found)
            return
        before = store.path
        _go_on(store, place)
        if not store.read_only:
            store.tell(
                Message(
                    "{before} is now {place}: work goes on there.", before=before.name, place=place
                )
            )
        return
    _save(store, found)


def _has_foreign_log(store: Store, place: Path) -> bool:
    """Whether a foreign log has our log's name there: SQLite would apply it to the file."""
    return any(
        log.exists() and log.stat().st_size and not store.guard.is_log(log)
        for log in (log_of(place), journal_of(place))
    )


def _go_on(store: Store, place: Path) -> None:
    with contextlib.suppress(ProjectFileError, sqlite3.Error):
        store.move_to(place)


def _is_sound(store: Store) -> bool:
    """Whether the file on disk is as this connection left it, checked over another connection."""
    try:
        with contextlib.closing(Store(store.path, read_only=True)) as outside:
            return outside.newest_edit() == store.newest_edit() and not list(
                changed_since_the_journal(outside)
            )
    except (ProjectFileError, sqlite3.Error, OSError):
        return False


def _holds_every_step(store: Store) -> bool:
    """Whether the file on disk can be opened and has the whole journal, whatever else changed.

    This is so after another program wrote to it by SQLite, such as a database browser.
    """
    count = "SELECT count(*) FROM edits"
    try:
        with contextlib.closing(Store(store.path, read_only=True)) as outside:
            check_foreign(outside)
            return outside.newest_edit() == store.newest_edit() and outside.value(
                count
            ) == store.value(count)
    except (ProjectFileError, sqlite3.Error, OSError):
        return False


def _save(store: Store, found: Found) -> None:
    """Save all data that the connection can read as a new project, and become read-only."""
    try:
        place = save_beside(store)
    except (UserError, sqlite3.Error, OSError) as error:
        if found is Found.CHANGED and _holds_every_step(store):
            store.give_up(
                Message(
                    "{what} All your work is still in it, beside what that program changed: open "
                    "it again to look at it and go on.",
                    what=_description(store, found),
                )
            )
            return
        reason = error.message if isinstance(error, UserError) else str(error)
        store.give_up(
            Message(
                "{what} A copy of your work could not be saved ({reason}). Restore a backup.",
                what=_description(store, found),
                reason=reason,
            )
        )
        return
    store.rescued = place
    store.leave_to(place)
    store.give_up(
        Message(
            "{what} All your work is in {place}: open that to go on.",
            what=_description(store, found),
            place=place,
        )
    )


def _description(store: Store, found: Found) -> Message:
    if found is Found.ELSEWHERE:
        return Message(
            "{path} was removed or replaced by another program while it was open.", path=store.path
        )
    return Message("{path} was changed by another program while it was open.", path=store.path)


def save_beside(store: Store) -> Path:
    """Write the connection's data to a new file next to the project; returns its path.

    If nothing can be written there, the file is saved in the user's data folder. Raises
    `ProjectFileError` if the readable data is incomplete, or can't be written anywhere.
    """
    name = f"{store.path.stem}.saved-{datetime.now().astimezone():%Y-%m-%d-%H%M%S}"
    folders = [store.path.parent, data_folder()]
    for folder in folders:
        place = _free(folder, name)
        draft = draft_of(place)
        try:
            _copy(store, draft)
            sync(draft)
            draft.rename(place)
        except (OSError, sqlite3.Error):
            if folder == folders[-1]:
                raise
            continue
        finally:
            remove(draft)
        sync_folder(folder)
        return place
    raise AssertionError("there is always the last folder")


def _free(folder: Path, name: str) -> Path:
    place, number = folder / f"{name}.ditto", 2
    while place.exists():
        place, number = folder / f"{name}-{number}.ditto", number + 1
    return place


def _copy(store: Store, draft: Path) -> None:
    remove(draft)
    saved = store.mirror is not None and store.mirror.save(draft)
    if store.whole:
        draft.write_bytes(store.whole)
        saved = True
    with contextlib.closing(sqlite3.connect(draft)) as target:
        if not saved:
            store.connection.backup(target, pages=_PAGES)
        target.execute("PRAGMA journal_mode = DELETE")  # a single file, wherever it is copied
    with contextlib.closing(Store(draft, read_only=True)) as copy:
        wrong = list(changed_since_the_journal(copy))
        if wrong or copy.newest_time() < store.clock.newest:
            raise ProjectFileError("the file was overwritten before all of it could be read")
