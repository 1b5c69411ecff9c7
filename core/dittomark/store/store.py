"""The open file: its ownership, and edits, each a durable transaction."""

import contextlib
import logging
import os
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from dittomark.errors import ProjectFileError
from dittomark.messages import Message
from dittomark.store.connection import PlainErrors, connect
from dittomark.store.edits import Edit
from dittomark.store.guard import FileGuard, Found
from dittomark.store.hybrid_clock import Clock, HybridClock, is_time, utc_now
from dittomark.store.known_files import FileState, KnownFile, remember
from dittomark.store.lock import Lock
from dittomark.store.mirror import LOG_TO_FOLD, STEPS_TO_FOLD, Mirror
from dittomark.store.open_files import (
    descriptor_of,
    file_number,
    is_open_here,
    note_closed,
    note_opened,
)
from dittomark.store.reading import Reader
from dittomark.store.transaction import Transaction

_READ_AHEAD: Final = 24_000_000  # bytes; three quarters of SQLite's cache (`connection`)
_log: Final = logging.getLogger("dittomark")


class Store(Reader):
    """One connection to a project file; only `edit` writes.

    Raises `ProjectFileError` wherever the file can't be read or written.
    """

    def __init__(
        self,
        path: Path,
        *,
        read_only: bool = False,
        clock: Clock = utc_now,
        lock: Lock | None = None,
    ) -> None:
        self.read_only = read_only
        self.why_read_only = Message("{path} is open for reading only.", path=path)
        self.owned_elsewhere = False
        self.owned_here = False  # by another process
        self.clock = HybridClock(clock)
        self.device = ""  # the copy of the project that this is; set when the file is found sound
        self._lock = lock
        self._closed = False
        plain_errors = PlainErrors(path)
        self.shared = is_open_here(path)  # by this process, already
        with plain_errors:
            connection = connect(path, read_only=read_only)
        super().__init__(path, connection, plain_errors)
        self._place = os.fspath(path)
        self._file = note_opened(path)
        self.guard = FileGuard(path, self._file)
        # Follows or saves a file that another program changed; `opening` replaces this default.
        self.on_foreign_change: Callable[[Store, Found], None] = _give_up
        self.notices: list[Message] = []
        self._is_read = False  # whether all pages of a small file were read into memory
        self.whole = b""  # all bytes of a small file before the first step
        self.mirror: Mirror | None = None  # of a large file, after the first checkpoint
        self._steps_in_log = 0  # counted if there is a mirror
        self._taken_over = False  # the file and its log must stay as another program wants them
        self.rescued: Path | None = None  # path of the saved copy, if the file is not ours any more

    def close(self) -> None:
        """Close the connection; SQLite checkpoints the log into the file, if that is still ours."""
        if self._closed:
            return
        if self.clock.newest and not self.connection.in_transaction:
            # A file moved after the last step would leave that step behind, in the log.
            with contextlib.suppress(ProjectFileError, sqlite3.Error, OSError):
                self.heartbeat()
        self._closed = True
        newest = self.newest_edit() if self.device and not self.read_only else ""
        self._disconnect()
        if newest and file_number(self._place) == self._file:
            self._remember(newest)
        note_closed(self._file)
        if self._lock is not None:
            self._lock.release()

    def state_of_file(self) -> FileState | None:
        """Return the state that identifies the file as it is now; None if it can't be read."""
        descriptor = descriptor_of(self._file)
        if descriptor is None:
            return None
        with contextlib.suppress(OSError):
            return FileState.of(descriptor)
        return None

    def newest_edit(self) -> str:
        """Return the id of the newest edit; empty if there is none, or it can't be read."""
        with contextlib.suppress(sqlite3.Error, UnicodeDecodeError):
            found = self.connection.execute("SELECT id FROM edits ORDER BY seq DESC LIMIT 1")
            return str((found.fetchone() or ("",))[0])
        return ""

    def remember(self) -> None:
        """Record on this computer that the file, with received steps of others, is still ours."""
        newest = self.newest_edit() if self.device and not self.read_only else ""
        if newest:
            self._remember(newest)

    def _remember(self, newest_edit: str) -> None:
        """Record on this computer the state in which the file was left."""
        state = self.state_of_file()
        if state is not None:
            path = str(self.path.resolve())
            remember(KnownFile(path, self.device, state, newest_edit))

    def heartbeat(self, *, looked_within: float = 0.0) -> bool:
        """Renew the lock; False (and read-only from now on) if it was lost.

        A renamed or moved file is followed. The lock's owner is not read again within so many
        seconds.
        """
        if self._lock is not None and not self.read_only:
            # Within a step the log may grow by pages that exceed the cache: these are ours.
            if self.connection.in_transaction:
                found = Found.OURS
            elif self.mirror is None:
                found = self.guard.check()
            else:
                found = self.mirror.seen(self.guard.check)
            if found is not Found.OURS:
                self.on_foreign_change(self, found)
                looked_within = (
                    0.0  # the process may have slept, and another one may have taken over
                )
            self._keep_lock(found, looked_within)
        return not self.read_only

    def _keep_lock(self, found: Found, looked_within: float) -> None:
        """Renew the lock, or become read-only if somebody else has it."""
        if self._lock is None or self.read_only:
            return
        if self._lock.lost(looked_within=looked_within):
            self._taken_over = True
            self.give_up(
                Message(
                    "{path} was taken over by another computer or program. All your work is in "
                    "it; here it is open for reading only.",
                    path=self.path,
                )
            )
        elif found is Found.OURS:
            self._lock.beat()

    def keep_right(self, *, looked_within: float = 0.0) -> None:
        """Renew the lock; raises `ProjectFileError` if it is not held (any more)."""
        if not self.heartbeat(looked_within=looked_within):
            raise ProjectFileError(self.why_read_only)

    def give_up(self, why: Message) -> None:
        """Become read-only, for the given reason."""
        self.read_only = True
        self.why_read_only = why

    def fold(self) -> None:
        """Checkpoint the log into the file, so that the file alone is complete.

        Does not wait: pages that a reader still needs stay in the log until the next time. From
        then on there is a second copy of a large file (`mirror`), and while it is being made, new
        pages stay in the log too.
        """
        if self._lock is None or self.read_only or not self.heartbeat(looked_within=1.0):
            return
        self._fold()
        if self.mirror is None and self.guard.has_log and self.guard.size > _READ_AHEAD:
            self._begin_mirror()

    def keep_whole(self) -> None:
        """Keep the bytes of a small file until the first step; another program may overwrite it.

        Without a log SQLite trusts the file's length, whatever it holds in memory.
        """
        if self.guard.size <= _READ_AHEAD:
            with self._plain_errors:
                self.whole = self.connection.serialize()

    def _fold(self) -> None:
        if self.mirror is not None and not self.mirror.may_fold:
            if self.mirror.failed:
                self.drop_mirror()
            return
        with self._plain_errors:
            self.connection.execute("PRAGMA wal_checkpoint(PASSIVE)")
        self.guard.note()
        if self.mirror is not None:
            self._steps_in_log = 0
            try:
                self.mirror.take()
            except OSError:  # the other disk is full
                self.drop_mirror()

    def _begin_mirror(self) -> None:
        descriptor = descriptor_of(self._file)
        # Windows does not let other programs overwrite the file
        if os.name == "posix" and descriptor is not None:
            log = self.path.with_name(f"{self.path.name}-wal")
            self.mirror = Mirror.begun(self.connection, descriptor, log)

    def drop_mirror(self) -> None:
        """Discard the second copy, if it may differ from the file, until the next checkpoint."""
        if self.mirror is not None:
            self.mirror.close()
            self.mirror = None

    def move_to(self, path: Path) -> None:
        """Continue in the same file under another name, or with another log; no data is lost.

        The caller has checked that it is the same file. Raises `ProjectFileError`; then the file is
        read-only.
        """
        newest = self.newest_edit()
        annotator = "" if self._lock is None else self._lock.annotator
        try:
            with self._plain_errors:
                self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
                self._disconnect()
                self.guard.remove_empty_log()
                if self._lock is not None:
                    self._lock.release()
                self.connection = connect(path, read_only=False)
                found = Lock.acquire(path, annotator=annotator)
        except (ProjectFileError, sqlite3.Error, OSError):
            self.give_up(Message("{path} can't be written any more.", path=path))
            raise
        self.path, self._place = path, os.fspath(path)
        self._plain_errors = PlainErrors(path)
        self.guard = FileGuard(path, self._file)
        self._is_read = False
        self._lock = found if isinstance(found, Lock) else None
        if self._lock is None or self.newest_edit() != newest:
            self.give_up(Message("{path} was changed by another program.", path=path))
        else:
            self.keep_whole()

    def leave_to(self, copy: Path) -> None:
        """Read from a copy from now on, without writing another byte to the file.

        The file belongs to another program now, and must not receive the content of our log.
        """
        self.guard.empty_log()
        with contextlib.suppress(sqlite3.Error):  # its log is missing
            self._disconnect()
        with self._plain_errors:
            self.connection = connect(copy, read_only=True)

    def _disconnect(self) -> None:
        self.drop_mirror()
        with self.guard.foreign_log_aside(), contextlib.ExitStack() as stack:
            if self._taken_over:
                # SQLite checkpoints when the last connection is closed; a read-only connection
                # can't.
                with contextlib.suppress(sqlite3.Error, ProjectFileError):
                    reader = connect(self.path, read_only=True)
                    stack.enter_context(contextlib.closing(reader))
            self.connection.close()
        self.guard.close()

    def tell(self, notice: Message) -> None:
        """Add a notice for the user on something that was done to the file unasked."""
        self.notices.append(notice)
        _log.warning("%s", notice)

    def edit(self, operation: str, *, annotator: str = "", undoable: bool = True) -> "Transaction":
        """Run a `with` block in one transaction, on disk once the block ends without an error."""
        return Transaction(self, operation, annotator, undoable)

    def begin(self, operation: str, *, annotator: str, undoable: bool) -> Edit:
        """Begin a transaction; `commit` or `roll_back` ends it. See `edit`."""
        self.keep_right(looked_within=1.0)
        try:
            if not self._is_read:
                self._read_ahead()
            self.connection.execute("BEGIN IMMEDIATE")
            if not self.clock.newest:
                self.clock.see(self.newest_time())
            now, own_clock = self.clock.now()
        except BaseException as error:
            self.roll_back(error)
            raise
        return Edit(
            self.connection,
            operation=operation,
            annotator=annotator,
            now=now,
            undoable=undoable,
            device=self.device,
            clock=own_clock,
        )

    def _read_ahead(self) -> None:
        """Read all pages of a small file into memory, before the first step.

        Then all of them can be saved even after another program overwrote the file.
        """
        self._is_read = True
        if self.guard.has_log and self.guard.size <= _READ_AHEAD:
            with contextlib.closing(sqlite3.connect(":memory:")) as nowhere:
                self.connection.backup(nowhere)

    def commit(self, edit: Edit) -> None:
        """Commit the changes of the edit to the disk."""
        try:
            if edit.empty:
                self.connection.execute("ROLLBACK")
            else:
                edit.finish()
                self.connection.execute("COMMIT")
                self.guard.note()
                self.clock.see(edit.now)
                self.whole = b""
                if self.mirror is not None:
                    self._steps_in_log += 1
                    if self._steps_in_log >= STEPS_TO_FOLD or self.guard.log_size > LOG_TO_FOLD:
                        self._fold()
        except BaseException as error:
            self.roll_back(error)
            raise

    def roll_back(self, error: BaseException) -> None:
        """Roll the transaction back; raises the converted error if SQLite raised it."""
        if self.connection.in_transaction:
            self._roll_back()
            self.guard.note_log()
        self._plain_errors.refuse(error)

    @contextlib.contextmanager
    def snapshot(self) -> Iterator[None]:
        """Read one state of the file throughout the block, whatever others write meanwhile."""
        with self._plain_errors:
            self.connection.execute("BEGIN")
            try:
                self.fetch("SELECT 1 FROM meta LIMIT 1")  # a transaction begins with its first read
                yield
            finally:
                self._roll_back()

    def move_clock_behind(self, other: "Store") -> None:
        """Make every later edit here later than those of another file."""
        self.clock.see(self.newest_time())
        self.clock.see(other.newest_time())

    def newest_time(self) -> str:
        """Return the latest time of an edit; empty before the first one."""
        # An edit of this file is later than all before it; those received from a team may be older
        # than one before them, so their latest time is recorded.
        times = [self.value("SELECT at FROM edits ORDER BY seq DESC LIMIT 1")]
        if self.value("SELECT 1 FROM sqlite_master WHERE name = 'team'"):
            times.append(self.value("SELECT value FROM team WHERE key = 'newest'"))
        return max([self.clock.newest, *(str(each) for each in times if is_time(each))])

    def _roll_back(self) -> None:
        """End the transaction; after an I/O error SQLite may already have done so."""
        if self.connection.in_transaction:
            with contextlib.suppress(sqlite3.Error):
                self.connection.execute("ROLLBACK")


def _give_up(store: Store, _found: Found) -> None:
    store.give_up(
        Message("{path} was removed, moved or replaced by another program.", path=store.path)
    )
