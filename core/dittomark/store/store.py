"""The open file: whose it is, and edits in, each one a durable transaction."""

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
        self.device = ""  # which copy of the project this is; set when the file is found sound
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
        # What follows or saves a file that another program changed; `opening` gives a better one.
        self.on_foreign_change: Callable[[Store, Found], None] = _give_up
        self.notices: list[Message] = []
        self._is_read = False  # all pages of a small file, into memory
        self.whole = b""  # all of a small file in which no step was made yet
        self.mirror: Mirror | None = None  # of a large file, once it was folded
        self._steps_in_log = 0  # counted where there is a mirror
        self._taken_over = False  # the file and its log are as somebody else wants them
        self.rescued: Path | None = None  # where everything is, if the file is not ours any more

    def close(self) -> None:
        """Close the connection; SQLite folds the log back into the file, if that is still ours."""
        if self._closed:
            return
        if self.clock.newest and not self.connection.in_transaction:
            # A file that was moved after the last step would leave it behind, in the log.
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
        """Return what tells the file as it is now from any other; None where it can't be read."""
        descriptor = descriptor_of(self._file)
        if descriptor is None:
            return None
        with contextlib.suppress(OSError):
            return FileState.of(descriptor)
        return None

    def newest_edit(self) -> str:
        """Return the id of the newest edit; empty where there is none, or it can't be read."""
        with contextlib.suppress(sqlite3.Error, UnicodeDecodeError):
            found = self.connection.execute("SELECT id FROM edits ORDER BY seq DESC LIMIT 1")
            return str((found.fetchone() or ("",))[0])
        return ""

    def remember(self) -> None:
        """Keep on this computer that the file is still ours, with steps of others taken in."""
        newest = self.newest_edit() if self.device and not self.read_only else ""
        if newest:
            self._remember(newest)

    def _remember(self, newest_edit: str) -> None:
        """Keep on this computer how the file was left."""
        state = self.state_of_file()
        if state is not None:
            path = str(self.path.resolve())
            remember(KnownFile(path, self.device, state, newest_edit))

    def heartbeat(self, *, looked_within: float = 0.0) -> bool:
        """Renew the right to write; False (and read-only from now on) when it was lost.

        A file that was renamed or moved is followed. Who has the lock is not looked up again
        within so many seconds.
        """
        if self._lock is not None and not self.read_only:
            # Within a step the log may grow by what the cache does not hold: that is ours.
            if self.connection.in_transaction:
                found = Found.OURS
            elif self.mirror is None:
                found = self.guard.check()
            else:
                found = self.mirror.seen(self.guard.check)
            if found is not Found.OURS:
                self.on_foreign_change(self, found)
                looked_within = (
                    0.0  # it may be whoever took the file over, while this one stood still
                )
            self._keep_lock(found, looked_within)
        return not self.read_only

    def _keep_lock(self, found: Found, looked_within: float) -> None:
        """Renew the lock, or give up where somebody else has it."""
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
        """Renew the right to write; raises `ProjectFileError` when there is none (any more)."""
        if not self.heartbeat(looked_within=looked_within):
            raise ProjectFileError(self.why_read_only)

    def give_up(self, why: Message) -> None:
        """Write nothing more, and say why."""
        self.read_only = True
        self.why_read_only = why

    def fold(self) -> None:
        """Put what stands only in the log into the file, so that the file alone is whole.

        Waits for nobody: what a reader still needs stays in the log until the next time. From then
        on there is a second copy of a large file (`mirror`), and while that is made, what is new
        stays in the log too.
        """
        if self._lock is None or self.read_only or not self.heartbeat(looked_within=1.0):
            return
        self._fold()
        if self.mirror is None and self.guard.has_log and self.guard.size > _READ_AHEAD:
            self._begin_mirror()

    def keep_whole(self) -> None:
        """Keep a small file as it is, before anybody can write over it; until the first step.

        Without a log SQLite believes the length of the file, whatever it holds in memory.
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
        if os.name == "posix" and descriptor is not None:  # Windows lets nobody write over the file
            log = self.path.with_name(f"{self.path.name}-wal")
            self.mirror = Mirror.begun(self.connection, descriptor, log)

    def drop_mirror(self) -> None:
        """Do without the second copy, as when it is not the file's any more, until the next fold."""
        if self.mirror is not None:
            self.mirror.close()
            self.mirror = None

    def move_to(self, path: Path) -> None:
        """Go on in the same file under another name, or with another log; nothing is lost.

        The caller has seen that it is the same file. Raises `ProjectFileError`; then the file is
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
        """Read from a copy from now on, without another byte written to the file.

        The file is another program's now, and what stands in our log is none of its business.
        """
        self.guard.empty_log()
        with contextlib.suppress(sqlite3.Error):  # it misses its log
            self._disconnect()
        with self._plain_errors:
            self.connection = connect(copy, read_only=True)

    def _disconnect(self) -> None:
        self.drop_mirror()
        with self.guard.foreign_log_aside(), contextlib.ExitStack() as stack:
            if self._taken_over:
                # SQLite folds the log when the last connection is closed; one that only reads can't.
                with contextlib.suppress(sqlite3.Error, ProjectFileError):
                    reader = connect(self.path, read_only=True)
                    stack.enter_context(contextlib.closing(reader))
            self.connection.close()
        self.guard.close()

    def tell(self, notice: Message) -> None:
        """Keep a sentence for people: what was done with the file without being asked."""
        self.notices.append(notice)
        _log.warning("%s", notice)

    def edit(self, operation: str, *, annotator: str = "", undoable: bool = True) -> "Transaction":
        """Run a `with` block in one transaction; it is on disk when that ends without an error."""
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
        """Have all pages of a small file in memory, before the first step.

        Then all of it can be saved even after another program wrote over the file.
        """
        self._is_read = True
        if self.guard.has_log and self.guard.size <= _READ_AHEAD:
            with contextlib.closing(sqlite3.connect(":memory:")) as nowhere:
                self.connection.backup(nowhere)

    def commit(self, edit: Edit) -> None:
        """Put what the edit changed on the disk."""
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
        """Take the transaction back; raises the error's sentence if it is the file's."""
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
        # An edit of this file is later than all before it; of those that came from a team, which may
        # be older than one before them, the latest is written down.
        times = [self.value("SELECT at FROM edits ORDER BY seq DESC LIMIT 1")]
        if self.value("SELECT 1 FROM sqlite_master WHERE name = 'team'"):
            times.append(self.value("SELECT value FROM team WHERE key = 'newest'"))
        return max([self.clock.newest, *(str(each) for each in times if is_time(each))])

    def _roll_back(self) -> None:
        """End the transaction; after an I/O error SQLite may have done so already."""
        if self.connection.in_transaction:
            with contextlib.suppress(sqlite3.Error):
                self.connection.execute("ROLLBACK")


def _give_up(store: Store, _found: Found) -> None:
    store.give_up(
        Message("{path} was removed, moved or replaced by another program.", path=store.path)
    )
