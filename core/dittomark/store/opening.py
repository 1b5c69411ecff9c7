"""Creating and opening a project file: the lock for writing, the version, and trust."""

import contextlib
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from dittomark.errors import ProjectFileError
from dittomark.messages import Message, system_reason
from dittomark.progress import Report
from dittomark.store import foreign_changes
from dittomark.store.backups import bring_in_left_log
from dittomark.store.check import check_foreign
from dittomark.store.connection import PlainErrors, check_header, prepare_schema
from dittomark.store.disk import begin, draft_of, remove, sync, sync_folder
from dittomark.store.foreign_log import foreign_log, foreign_log_error, set_aside
from dittomark.store.future_times import set_back
from dittomark.store.hybrid_clock import Clock, HybridClock
from dittomark.store.known_files import (
    FileState,
    KnownFile,
    known_by_state,
    known_file,
    new_device,
    remember,
)
from dittomark.store.lock import Lock, NoLockError, somebody_has
from dittomark.store.other_names import left_log_notice, part_from_other_names
from dittomark.store.schema import migrate
from dittomark.store.store import Store


def create_store(
    path: Path, *, annotator: str, clock: Clock, fill: Callable[[Store], None] = lambda _store: None
) -> Store:
    """Create a project file with the content written by `fill`; `ProjectFileError` if it exists.

    No file has that name until it is complete.
    """
    _refuse_taken(path)
    draft = draft_of(path)
    begin(draft, path)
    try:
        _make(draft, clock=clock, fill=fill)
        sync(draft)
        _give_name(draft, path)
    except OSError as error:
        raise ProjectFileError(
            "{path} can't be made: {reason}.", path=path, reason=system_reason(error)
        ) from None
    finally:
        remove(draft)
    sync_folder(path.parent)
    return open_store(
        path, read_only=False, annotator=annotator, take_over=False, clock=clock, report=None
    )


def _make(draft: Path, *, clock: Clock, fill: Callable[[Store], None]) -> None:
    store = _opened(draft, None, clock=clock)
    try:
        with PlainErrors(draft):
            migrate(store.connection)
            store.device = new_device()
            fill(store)
            # Move the rows out of the log: until then the file's header does not identify the
            # format.
            store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        store.close()


def _give_name(draft: Path, path: Path) -> None:
    """Rename a completed file; a file that got the name meanwhile is not overwritten."""
    try:
        os.link(draft, path)
    except FileExistsError:
        raise _taken(path) from None
    except (OSError, NotImplementedError):  # a file system without hard links
        if path.exists():
            raise _taken(path) from None
        draft.rename(path)
        return
    draft.unlink()


def _opened(path: Path, lock: Lock | None, *, clock: Clock, read_only: bool = False) -> Store:
    """Return the store, which owns the lock from then on."""
    try:
        store = Store(path, read_only=read_only, clock=clock, lock=lock)
    except BaseException:
        if lock is not None:
            lock.release()
        raise
    store.on_foreign_change = foreign_changes.answer
    return store


def open_store(
    path: Path,
    *,
    read_only: bool,
    annotator: str,
    take_over: bool,
    clock: Clock,
    report: Report | None,
) -> Store:
    """Open a project file; read-only if another process has it open or it can't be written to."""
    check_header(path)
    if not read_only:
        HybridClock(clock).own()  # raises if the clock's time is unusable for steps
    right = _Right() if read_only else _right_to_write(path, annotator, take_over=take_over)
    notices = [_settle_names(path, right.lock), _settle_log(path, right.lock)]
    with _naming_the_left_log(notices[0] if right.lock is None else None):
        store = _opened(path, right.lock, clock=clock, read_only=right.lock is None)
        for notice in notices:
            if notice is not None:
                store.tell(notice)
        try:
            with PlainErrors(path):
                store.why_read_only = right.why_not or store.why_read_only
                store.owned_elsewhere = right.owned_elsewhere
                store.owned_here = right.owned_here
                before = _state_before(store)
                prepare_schema(store.connection, path, read_only=store.read_only)
                _recognise(store, before, report)
                if not store.read_only:
                    store.keep_whole()
                    if (corrected := set_back(store)) is not None:
                        store.tell(corrected)
        except BaseException:
            store.close()
            raise
        return store


@contextlib.contextmanager
def _naming_the_left_log(left: Message | None) -> Iterator[None]:
    """If the file alone can't be read, mention the log left under its old name in the error."""
    try:
        yield
    except ProjectFileError:
        if left is not None:
            raise ProjectFileError(left) from None
        raise


def _settle_names(path: Path, lock: Lock | None) -> Message | None:
    """Separate the file from its other names, and join the log that it left under an old one.

    Returns a notice; if the file may only be read, the notice says that a log was left.
    """
    if lock is None:
        return left_log_notice(path)
    try:
        return part_from_other_names(path) or bring_in_left_log(path)
    except OSError as error:
        lock.release()
        raise ProjectFileError(
            "{path} is the same file under two names (a hard link), and no copy of it can be made "
            "to work in: {reason}.",
            path=path,
            reason=system_reason(error),
        ) from None
    except BaseException:
        lock.release()
        raise


def _settle_log(path: Path, lock: Lock | None) -> Message | None:
    """Rename a log that does not belong to the file; returns a notice.

    Raises `ProjectFileError` if the file may only be read.
    """
    try:
        if (lock is None and somebody_has(path)) or not (log := foreign_log(path)):
            return None
        return set_aside(path, log) if lock is not None else _refuse_log(path, log)
    except BaseException:
        if lock is not None:
            lock.release()
        raise


def _refuse_log(path: Path, log: Path) -> NoReturn:
    raise foreign_log_error(path, log)


def _refuse_taken(path: Path) -> None:
    try:
        path.lstat()
    except FileNotFoundError:
        if not path.parent.is_dir():
            raise ProjectFileError("There is no folder {folder}.", folder=path.parent) from None
    except OSError as error:
        raise ProjectFileError(
            "{path} can't be made: {reason}.", path=path, reason=system_reason(error)
        ) from None
    else:
        raise _taken(path)


def _taken(path: Path) -> ProjectFileError:
    return ProjectFileError("{path} exists already: choose another name.", path=path)


@dataclass(frozen=True)
class _Right:
    """The lock, or why it is unavailable, and its owner: another computer or this one."""

    lock: Lock | None = None
    why_not: Message | None = None
    owned_elsewhere: bool = False
    owned_here: bool = False


def _right_to_write(path: Path, annotator: str, *, take_over: bool) -> _Right:
    if not os.access(path, os.W_OK):
        return _Right(
            why_not=Message("{path} may not be changed: it is open for reading only.", path=path)
        )
    try:
        found = Lock.acquire(path, annotator=annotator, take_over=take_over)
    except NoLockError as error:
        return _Right(why_not=error.message)
    except OSError:
        return _Right(
            why_not=Message(
                "The folder of {name} may not be written to: it is open for reading only.",
                name=path.name,
            )
        )
    if isinstance(found, Lock):
        return _Right(found)
    return _Right(
        why_not=Message(
            "{name} is open already ({owner}): here it is open for reading only.",
            name=path.name,
            owner=found.message,
        ),
        owned_elsewhere=not found.is_here,
        owned_here=found.is_here,
    )


def _state_before(store: Store) -> FileState | None:
    """Return the file's state while it is unwritten; None if its log has newer steps."""
    if _size(store.path.with_name(f"{store.path.name}-wal")):
        return None
    return store.state_of_file()


def _recognise(store: Store, before: FileState | None, report: Report | None) -> None:
    """Determine which copy of its project this is; check it unless it is as we left it.

    Trust is stored on this computer: a file can't carry it.
    """
    known = known_file(store.path)
    if known is None and before is not None:
        known = known_by_state(before)
    as_left = known is not None and known.state == before
    if not as_left and not store.shared and not store.owned_here:
        check_foreign(store, report)
    if store.read_only:
        if not as_left and before is not None:
            remember(KnownFile(str(store.path.resolve()), "", before, store.newest_edit()))
        return
    if known is not None and known.device and (as_left or _goes_on(store, known)):
        store.device = known.device
    else:
        store.device = new_device()


def _goes_on(store: Store, known: KnownFile) -> bool:
    """Whether the file is the one we left, with further steps of ours, as after a crash."""
    left = store.value("SELECT seq FROM edits WHERE id = ?", (known.newest_edit,))
    return left is not None and not store.value(
        "SELECT 1 FROM edits WHERE seq > ? AND device <> ? LIMIT 1", (left, known.device)
    )


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
