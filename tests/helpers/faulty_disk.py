"""A disk that fails on demand, under the real store: apsw's VFS with `sqlite3`'s interface.

apsw brings its own SQLite, so the store's module-level `sqlite3` is replaced by `FaultySqlite` for
the length of a test. Only what the store uses is here.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import apsw

NAME = "faulty"


class Row(tuple[Any, ...]):
    """A row that is read by index or by name, like `sqlite3.Row`."""

    names: tuple[str, ...]

    def __getitem__(self, key: Any) -> Any:  # noqa: ANN401
        return super().__getitem__(self.names.index(key) if isinstance(key, str) else key)

    def keys(self) -> Iterable[str]:
        """Return the names of the columns."""
        return self.names


class Faults:
    """Controls the failures: the `at`-th write or sync from now fails, and all after it.

    With `power_cut` it does not fail: it calls that function instead, before the write.
    """

    def __init__(self) -> None:
        self.at: int | None = None
        self.error: type[Exception] = apsw.IOError
        self.power_cut: Callable[[], None] | None = None
        self.unsynced: dict[str, list[tuple[int, bytes | None]]] = {}

    @property
    def failed(self) -> bool:
        """Whether a write or sync has failed."""
        return self.at is not None and self.at < 0

    def step(self) -> None:
        """Count one write or sync."""
        if self.at is None:
            return
        self.at -= 1
        if self.failed:
            if self.power_cut is not None:
                self.power_cut()
            raise self.error("the disk failed on demand")

    def undo_unsynced(self) -> None:
        """Revert every file to its last sync, as a power cut would."""
        for name, changes in self.unsynced.items():
            if not Path(name).exists():  # a rollback journal that was deleted
                continue
            with Path(name).open("rb+") as file:
                for offset, before in reversed(changes):
                    if before is None:
                        file.truncate(offset)
                    else:
                        file.seek(offset)
                        file.write(before)


class _Disk(apsw.VFS):
    def __init__(self, faults: Faults) -> None:
        self.faults = faults
        super().__init__(NAME, "")

    def xOpen(self, name: Any, flags: list[int]) -> "_File":  # noqa: ANN401, N802
        return _File(self.faults, name, flags)


class _File(apsw.VFSFile):
    def __init__(self, faults: Faults, name: Any, flags: list[int]) -> None:  # noqa: ANN401
        self.faults = faults
        self.name = name.filename() if isinstance(name, apsw.URIFilename) else str(name)
        super().__init__("", name, flags)

    def xWrite(self, data: Any, offset: int) -> None:  # noqa: ANN401, N802  (bytes or a buffer)
        self.faults.step()
        size = self.xFileSize()
        before = (
            super().xRead(min(len(data), max(0, size - offset)), offset) if offset < size else b""
        )
        changes = self.faults.unsynced.setdefault(self.name, [])
        if offset + len(data) > size:
            changes.append((size, None))
        if before:
            changes.append((offset, before))
        super().xWrite(data, offset)

    def xSync(self, flags: int) -> None:  # noqa: N802
        self.faults.step()
        super().xSync(flags)
        self.faults.unsynced.pop(self.name, None)

    def xTruncate(self, size: int) -> None:  # noqa: N802
        self.faults.step()
        self.faults.unsynced.pop(self.name, None)
        super().xTruncate(size)


class _Cursor:
    """The fetched rows, and the effect of the statement."""

    def __init__(self, rows: list[Row], connection: apsw.Connection) -> None:
        self._rows = rows
        self._next = 0
        self.lastrowid = connection.last_insert_rowid()
        self.rowcount = connection.changes()

    def fetchone(self) -> Row | None:
        """Return the next row."""
        self._next += 1
        return self._rows[self._next - 1] if self._next <= len(self._rows) else None

    def fetchall(self) -> list[Row]:
        """Return the rows."""
        return self._rows[self._next :]

    def __iter__(self) -> Iterator[Row]:
        return iter(self.fetchall())


class _Connection:
    """The part of `sqlite3.Connection` that the store uses, on an apsw connection."""

    row_factory: Any = None

    def __init__(self, uri: str, *, has_wal: bool) -> None:
        self._has_wal = has_wal
        self._own = _translated(
            apsw.Connection,
            uri,
            flags=apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE | apsw.SQLITE_OPEN_URI,
            vfs=NAME,
        )

    @property
    def in_transaction(self) -> bool:
        return bool(self._own.in_transaction)

    def execute(self, sql: str, parameters: Sequence[Any] | dict[str, Any] = ()) -> _Cursor:
        if not self._has_wal and "journal_mode = WAL" in sql:
            raise sqlite3.OperationalError("no shared memory on this file system")

        def run() -> _Cursor:
            cursor = self._own.execute(sql, parameters)
            rows = []
            names: tuple[str, ...] = ()
            for values in cursor:
                names = names or tuple(column[0] for column in cursor.get_description())
                row = Row(values)
                row.names = names
                rows.append(row)
            return _Cursor(rows, self._own)

        found: _Cursor = _translated(run)
        return found

    def executemany(self, sql: str, rows: Iterable[Any]) -> None:
        _translated(lambda: self._own.executemany(sql, rows))

    def serialize(self) -> bytes:
        content: bytes = _translated(lambda: self._own.serialize("main"))
        return content

    def setlimit(self, limit: int, value: int) -> None:
        self._own.limit(limit, value)

    def backup(self, _target: object) -> None:
        """Read every page, as the store's copy into memory before its first step does."""
        self.execute("PRAGMA quick_check").fetchall()

    def close(self) -> None:
        self._own.close(True)


_CODES = {
    apsw.IOError: sqlite3.SQLITE_IOERR,
    apsw.FullError: sqlite3.SQLITE_FULL,
    apsw.CorruptError: sqlite3.SQLITE_CORRUPT,
    apsw.CantOpenError: sqlite3.SQLITE_CANTOPEN,
    apsw.ReadOnlyError: sqlite3.SQLITE_READONLY,
    apsw.BusyError: sqlite3.SQLITE_BUSY,
}


def _translated(call: Callable[..., Any], *arguments: Any, **options: Any) -> Any:  # noqa: ANN401
    """Run the call; apsw's errors become those of `sqlite3`."""
    try:
        return call(*arguments, **options)
    except apsw.Error as error:
        translated = sqlite3.OperationalError(str(error))
        translated.sqlite_errorcode = _CODES.get(type(error), sqlite3.SQLITE_ERROR)
        raise translated from error


class FaultySqlite:
    """Replaces the module `sqlite3` in `dittomark.store.connection`."""

    Connection = sqlite3.Connection
    Error = sqlite3.Error
    OperationalError = sqlite3.OperationalError
    Row = sqlite3.Row
    SQLITE_LIMIT_LENGTH = sqlite3.SQLITE_LIMIT_LENGTH

    def __init__(self, *, has_wal: bool = True) -> None:
        self.faults = Faults()
        self._has_wal = has_wal
        self._disk = _Disk(self.faults)

    def connect(self, name: str, **_options: object) -> _Connection:
        """Open a file on the faulty disk."""
        return _Connection(name, has_wal=self._has_wal)

    def remove(self) -> None:
        """Uninstall the faulty disk."""
        self._disk.unregister()
