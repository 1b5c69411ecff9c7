"""The open file: rows out as values, and edits in, each one a durable transaction."""

import contextlib
import json
import logging
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import Any, Final, Literal, TypeVar

from dittomark.errors import ProjectFileError
from dittomark.messages import Message
from dittomark.store.connection import PlainErrors, connect
from dittomark.store.edits import Edit
from dittomark.store.guard import FileGuard, Found
from dittomark.store.hybrid_clock import Clock, HybridClock, is_time, utc_now
from dittomark.store.known_files import FileState, KnownFile, remember
from dittomark.store.lock import Lock
from dittomark.store.open_files import (
    descriptor_of,
    file_number,
    is_open_here,
    note_closed,
    note_opened,
)
from dittomark.store.rows import Entity

Value = TypeVar("Value")
Column = Any  # str, int, float or None, as the column has it
Json = Any  # what JSON can hold
_IN: Final = 500  # values in one IN (…)
_READ_AHEAD: Final = 24_000_000  # bytes; three quarters of SQLite's cache (`connection`)
_log: Final = logging.getLogger("dittomark")


def in_batches(values: Iterable[str]) -> Iterator[tuple[list[str], str]]:
    """Yield the values as many at a time as go into one `IN (…)`, with the marks that stand there."""
    rest = iter(values)
    while batch := list(islice(rest, _IN)):
        yield batch, ", ".join("?" * len(batch))


class Store:
    """One connection to a project file. Values out are frozen; only `edit` writes.

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
        self.path = path
        self.read_only = read_only
        self.why_read_only = Message("{path} is open for reading only.", path=path)
        self.owned_elsewhere = False
        self.owned_here = False  # by another process
        self.clock = HybridClock(clock)
        self.device = ""  # which copy of the project this is; set when the file is found sound
        self._lock = lock
        self._closed = False
        self._plain_errors = PlainErrors(path)
        self.shared = is_open_here(path)  # by this process, already
        with self._plain_errors:
            self.connection = connect(path, read_only=read_only)
        self._place = os.fspath(path)
        self._file = note_opened(path)
        self.guard = FileGuard(path, self._file)
        self._is_read = False  # all pages of a small file, into memory
        # What follows or saves a file that another program changed; `opening` gives a better one.
        self.on_foreign_change: Callable[[Store, Found], None] = _give_up
        self.notices: list[Message] = []
        self.rescued: Path | None = None  # where everything is, if the file is not ours any more

    def close(self) -> None:
        """Close the connection; SQLite folds the write-ahead log back into the file."""
        if self._closed:
            return
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
            found = Found.OURS if self.connection.in_transaction else self.guard.look()
            if found is not Found.OURS:
                self.on_foreign_change(self, found)
            elif self._lock.lost(looked_within=looked_within):
                self.give_up(Message("{path} was taken over by another computer.", path=self.path))
            else:
                self._lock.beat()
        return not self.read_only

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

        Waits for nobody: what a reader still needs stays in the log until the next time.
        """
        if self._lock is None or self.read_only or not self.heartbeat(looked_within=1.0):
            return
        with self._plain_errors:
            self.connection.execute("PRAGMA wal_checkpoint(PASSIVE)")
        self.guard.note()

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
        with self.guard.foreign_log_aside():
            self.connection.close()
        self.guard.close()

    def tell(self, notice: Message) -> None:
        """Keep a sentence for people: what was done with the file without being asked."""
        self.notices.append(notice)
        _log.warning("%s", notice)

    # --- reading --------------------------------------------------------------------------------

    def get(self, entity: Entity[Value], row_id: str) -> Value | None:
        """Return the row of that id, unless it was deleted."""
        found = self.fetch(entity.select_living, (row_id,))
        return entity.decode_fields(found[0]) if found else None

    def has(self, entity: Entity[Value], row_id: str) -> bool:
        """Return whether there is a row of that id that was not deleted."""
        return bool(self.fetch(entity.select_whether_living, (row_id,)))

    def select(self, entity: Entity[Value], **equal: Column) -> list[Value]:
        """Return the rows whose columns equal those given (None: any), in the order of adding."""
        return list(self.iterate(entity, **equal))

    def iterate_by_id(self, entity: Entity[Value]) -> Iterator[Value]:
        """Yield all rows in the order of their ids: the same in every file that holds the same."""
        sql = (
            f"SELECT * FROM {entity.table} WHERE id > :after AND deleted_at IS NULL"
            " ORDER BY id LIMIT :size"
        )
        for rows in self.pages(sql, by="id"):
            yield from map(entity.decode, rows)

    def iterate(self, entity: Entity[Value], **equal: Column) -> Iterator[Value]:
        """Yield what `select` returns, a thousand rows at a time: other calls may come between."""
        names = [name for name, value in equal.items() if value is not None]
        where = " AND ".join(("deleted_at IS NULL", *(f'"{name}" = :{name}' for name in names)))
        sql = (
            f"SELECT * FROM {entity.table} WHERE seq > :after AND {where} ORDER BY seq LIMIT :size"
        )
        for rows in self.pages(sql, equal):
            yield from map(entity.decode, rows)

    def select_ids(self, entity: Entity[Value], ids: Iterable[str]) -> list[Value]:
        """Return the rows of these ids in the order of the ids; what is not there is left out."""
        wanted = list(ids)
        found: dict[str, Value] = {}
        for batch, marks in in_batches(wanted):
            for row in self.fetch(
                f"SELECT * FROM {entity.table} WHERE id IN ({marks}) AND deleted_at IS NULL", batch
            ):
                found[row["id"]] = entity.decode(row)
        return [found[row_id] for row_id in wanted if row_id in found]

    def fetch(self, sql: str, parameters: Sequence[Any] | dict[str, Any] = ()) -> list[sqlite3.Row]:
        """Return all rows of a query."""
        try:
            return self.connection.execute(sql, parameters).fetchall()
        except (sqlite3.Error, UnicodeDecodeError) as error:
            self._plain_errors.refuse(error)
            raise

    def ids(self, sql: str, parameters: Mapping[str, Any]) -> list[str]:
        """Return the first column of a query: without the rows themselves, of which it may be many."""
        with self._plain_errors:
            return [row[0] for row in self.connection.execute(sql, parameters)]

    def pages(
        self,
        sql: str,
        parameters: Mapping[str, Any] = MappingProxyType({}),
        *,
        size: int = 1000,
        by: Literal["seq", "id"] = "seq",
    ) -> Iterator[list[sqlite3.Row]]:
        """Yield the rows of a query in pages, so that no cursor stays open between them.

        The query selects `seq` (or what `by` names), wants `seq > :after`, orders by it and ends in
        `LIMIT :size`.
        """
        after: Any = 0 if by == "seq" else ""
        rows = self.fetch(sql, {**parameters, "after": after, "size": size})
        while rows:
            yield rows
            last = rows[-1][by]
            if last <= after:  # a damaged table can lead in circles
                raise ProjectFileError(
                    "{path}: the file is damaged; restore a backup.", path=self.path
                )
            if len(rows) < size:
                return
            after, rows = last, self.fetch(sql, {**parameters, "after": last, "size": size})

    def value(self, sql: str, parameters: Sequence[Any] | dict[str, Any] = ()) -> Column:
        """Return the first column of the first row of a query, or None."""
        rows = self.fetch(sql, parameters)
        return rows[0][0] if rows else None

    def meta(self, key: str) -> str | None:
        """Return an entry of the project's own."""
        found = self.value("SELECT value FROM meta WHERE key = ?", (key,))
        return None if found is None else str(found)

    def counters(self) -> dict[str, int]:
        """Return the counters that every edit keeps up to date: no table is scanned."""
        return {row["key"]: row["value"] for row in self.fetch("SELECT key, value FROM counters")}

    # --- writing --------------------------------------------------------------------------------

    def edit(self, operation: str, *, annotator: str = "", undoable: bool = True) -> "_Transaction":
        """Run a `with` block in one transaction; it is on disk when that ends without an error."""
        return _Transaction(self, operation, annotator, undoable)

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
        except BaseException as error:
            self.roll_back(error)
            raise

    def roll_back(self, error: BaseException) -> None:
        """Take the transaction back; raises the error's sentence if it is the file's."""
        self._roll_back()
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
        """Return the time of the newest edit; empty before the first one."""
        newest = self.value("SELECT at FROM edits ORDER BY seq DESC LIMIT 1")
        return max(self.clock.newest, newest) if is_time(newest) else self.clock.newest

    def _roll_back(self) -> None:
        """End the transaction; after an I/O error SQLite may have done so already."""
        if self.connection.in_transaction:
            with contextlib.suppress(sqlite3.Error):
                self.connection.execute("ROLLBACK")


def _give_up(store: Store, _found: Found) -> None:
    store.give_up(
        Message("{path} was removed, moved or replaced by another program.", path=store.path)
    )


class _Transaction:
    """What `Store.edit` returns; not a generator, because every step waits for it."""

    def __init__(self, store: Store, operation: str, annotator: str, undoable: bool) -> None:
        self._store = store
        self._what = operation, annotator, undoable

    def __enter__(self) -> Edit:
        operation, annotator, undoable = self._what
        self._edit = self._store.begin(operation, annotator=annotator, undoable=undoable)
        return self._edit

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if error is None:
            self._store.commit(self._edit)
        else:
            self._store.roll_back(error)


def from_json(text: str | None) -> Json:
    """Return what the JSON of a column holds; None for NULL.

    Raises `ProjectFileError` for what no Dittomark wrote.
    """
    try:
        return None if text is None else json.loads(text)
    except (ValueError, TypeError, RecursionError):
        raise ProjectFileError(
            "The file is damaged: a value in it can't be read; recover it with check --repair."
        ) from None
