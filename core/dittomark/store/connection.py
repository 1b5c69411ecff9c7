"""Opening a `.ditto` file: SQLite's settings, and its errors in plain words."""

import contextlib
import sqlite3
import stat
from pathlib import Path
from types import TracebackType
from typing import Final
from urllib.parse import quote

from dittomark.errors import ProjectFileError
from dittomark.messages import Message, system_reason
from dittomark.store.disk import draft_of, sync, sync_folder
from dittomark.store.open_files import is_open_here
from dittomark.store.schema import APPLICATION_ID, SCHEMA_VERSION, migrate, read_as_newest

_HEADER: Final = b"SQLite format 3\x00"
_BUSY_SECONDS: Final = 10.0
_CACHE_KIB: Final = 32_768
# Cache for adding very many rows: holds the index of a million random ids (60 MB), of which each
# row changes another page, and other changed pages. With less, pages are written to the log
# repeatedly.
_BULK_CACHE_KIB: Final = 131_072
_LONGEST_VALUE: Final = (
    300_000_000  # bytes; admits a text of 100 MB, but no blob made to exhaust memory
)


def check_header(path: Path) -> None:
    """Refuse a file that can't be a project before SQLite opens it.

    Raises `ProjectFileError` for a missing file, a directory, an empty file or another format.
    """
    if is_open_here(path):
        return
    try:
        if path.is_dir():
            raise ProjectFileError("{path} is a folder, not a project file.", path=path)
        if not stat.S_ISREG(path.stat().st_mode):  # reading a pipe may block for ever
            raise ProjectFileError("{path} is not a Dittomark project file.", path=path)
        with path.open("rb") as file:
            head = file.read(72)
    except FileNotFoundError:
        raise ProjectFileError("There is no file {path}.", path=path) from None
    except PermissionError:
        raise ProjectFileError(
            "You may not read {path}: ask for the right to open it.", path=path
        ) from None
    except OSError as error:
        raise ProjectFileError(
            "{path} can't be read: {reason}.", path=path, reason=system_reason(error)
        ) from None
    if not head:
        raise ProjectFileError("{path} is empty: it is not a Dittomark project.", path=path)
    if not head.startswith(_HEADER):
        raise ProjectFileError("{path} is not a Dittomark project file.", path=path)
    if len(head) < 72:
        raise ProjectFileError("{path} is cut off: restore it from a backup.", path=path)
    if int.from_bytes(head[68:72]) != APPLICATION_ID:
        raise ProjectFileError("{path} is a database of another program, not a project.", path=path)
    _refuse_odd_logs(path.resolve())


def _refuse_odd_logs(path: Path) -> None:
    """Raise `ProjectFileError` if something other than a file has the name of a log."""
    for suffix in ("-wal", "-shm", "-journal"):
        log = path.with_name(path.name + suffix)
        with contextlib.suppress(OSError):
            if not stat.S_ISREG(log.lstat().st_mode):
                raise ProjectFileError(
                    "{log} beside {name} should be its log, but is a folder, a link or a device: "
                    "move it away, and open the project again.",
                    log=log,
                    name=path.name,
                )


def connect(path: Path, *, read_only: bool) -> sqlite3.Connection:
    """Return a connection on which no code in the file can run, and a commit is durable.

    Raises `ProjectFileError` if the newest changes can't be read from the log.
    """
    if not read_only:
        return _connected(path, "mode=rwc", read_only=False)
    try:
        return _connected(path, "mode=ro", read_only=True)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF not in {_READ_ONLY, _CAN_NOT_OPEN, _IO_ERROR, _FULL}:
            raise
        # In a read-only folder, or on a full disk, SQLite can't create the index of a write-ahead
        # log; without a log there is no writer either, so the file is opened as immutable.
        log = path.with_name(f"{path.name}-wal")
        if log.exists() and log.stat().st_size:
            raise ProjectFileError(
                "The newest changes of {name} stand in {log} and can't be read in a folder where "
                "nothing can be written: copy both files to another one.",
                name=path.name,
                log=log.name,
            ) from None
        return _connected(path, "mode=ro&immutable=1", read_only=True)


def _connected(path: Path, how: str, *, read_only: bool) -> sqlite3.Connection:
    uri = f"file:{quote(str(path.resolve()))}?{how}"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=_BUSY_SECONDS)
    try:
        return _configured(connection, read_only=read_only)
    except BaseException:
        connection.close()
        raise


def _configured(connection: sqlite3.Connection, *, read_only: bool) -> sqlite3.Connection:
    connection.row_factory = sqlite3.Row
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_VALUE)
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
    if hasattr(connection, "setconfig"):  # Python 3.12
        connection.setconfig(1010, True)  # SQLITE_DBCONFIG_DEFENSIVE
    if read_only:
        connection.execute("PRAGMA query_only = ON")
        # fails if the file can't be read at all
        connection.execute("SELECT 1 FROM sqlite_master").fetchone()
    else:
        _use_journal(connection)
        connection.execute("PRAGMA synchronous = FULL")
    return connection


def widen_cache(connection: sqlite3.Connection) -> None:
    """Keep more pages in memory, for adding very many rows; `narrow_cache` releases them."""
    connection.execute(f"PRAGMA cache_size = -{_BULK_CACHE_KIB}")


def narrow_cache(connection: sqlite3.Connection) -> None:
    """Keep the usual number of pages in memory."""
    connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
    connection.execute("PRAGMA shrink_memory")


def _use_journal(connection: sqlite3.Connection) -> None:
    """Use WAL, or DELETE if the file system does not support it (a network share)."""
    with contextlib.suppress(sqlite3.OperationalError):
        mode = connection.execute("PRAGMA journal_mode = WAL").fetchone()[0]
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if mode == "wal":
            return
    connection.execute("PRAGMA journal_mode = DELETE")


class NewerFileError(ProjectFileError):
    """A file made by a newer version of the program, without any damage."""


def refuse_newer(connection: sqlite3.Connection, path: Path) -> int:
    """Return the schema version of a file; raises `ProjectFileError` for an unsupported one."""
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version > SCHEMA_VERSION:
        raise NewerFileError(
            "{path} was made by a newer version of Dittomark: update the program to open it.",
            path=path,
        )
    if version < 1:
        raise ProjectFileError("{path} has no version: it was not made by Dittomark.", path=path)
    return version


def prepare_schema(connection: sqlite3.Connection, path: Path, *, read_only: bool) -> None:
    """Refuse a newer file or one with code inside; migrate an older one.

    Opened for reading only, an older file is not changed.
    """
    version = refuse_newer(connection, path)
    refuse_code(connection, path)
    if version < SCHEMA_VERSION and read_only:
        read_as_newest(connection, version)
    elif version < SCHEMA_VERSION:
        _keep_copy(connection, path.with_name(f"{path.stem}.version-{version}.ditto"))
        migrate(connection)


def _keep_copy(connection: sqlite3.Connection, place: Path) -> None:
    """Store a copy of the unmigrated file next to it, synced to disk."""
    draft = draft_of(place)
    draft.unlink(missing_ok=True)
    with contextlib.closing(sqlite3.connect(draft)) as copy:
        connection.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")  # a single file, wherever it is copied
    try:
        sync(draft)
        draft.replace(place)
    except OSError as error:
        raise ProjectFileError(
            "The file is of an older version, and a copy of it, {copy}, can't be written: "
            "{reason}.",
            copy=place,
            reason=system_reason(error),
        ) from None
    sync_folder(place.parent)


def refuse_code(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse a file with triggers, views or virtual tables: a project never has any.

    Raises `ProjectFileError`.
    """
    found = connection.execute(
        "SELECT type, name FROM sqlite_master WHERE type IN ('trigger', 'view')"
        " OR (type = 'table' AND sql LIKE 'CREATE VIRTUAL%') LIMIT 1"
    ).fetchone()
    if found:
        raise ProjectFileError(
            "{path} holds a {kind} that no project has: it was not made by Dittomark.",
            path=path,
            kind=found["type"],
        )


class PlainErrors:
    """Converts exceptions of SQLite on a file to a `ProjectFileError` with one sentence."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> None:
        """Begin the conversion of errors."""

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Raise the converted error, if there is one for this exception."""
        self.refuse(error)

    def refuse(self, error: BaseException | None) -> None:
        """Raise the converted error, if there is one for this exception."""
        if isinstance(error, sqlite3.Error | UnicodeDecodeError):
            sentence = _sentence(error)
            if sentence is not None:
                raise ProjectFileError(
                    "{path}: {reason}", path=self._path, reason=sentence
                ) from error


# SQLite's primary result codes (the low byte of an extended one)
_GENERIC: Final = 1
_READ_ONLY: Final = 8
_IO_ERROR: Final = 10
_CORRUPT: Final = 11
_FULL: Final = 13
_WRONG_TYPE: Final = 3091  # SQLITE_CONSTRAINT_DATATYPE: a damaged row is written again
_CAN_NOT_OPEN: Final = 14
_SENTENCES: Final = {
    5: Message("another program is writing to the file; try again when it has finished."),
    6: Message("another program is writing to the file; try again when it has finished."),
    7: Message("there is not enough memory for this step."),
    8: Message("the file can't be written to; nothing was changed."),
    10: Message("the disk reported an error; the last step was not kept, check the disk."),
    11: Message(
        "the file is damaged; restore a backup, or recover what is readable with check --repair."
    ),
    13: Message("the disk is full; the last step was not kept. Free some space and try again."),
    14: Message(
        "the file can't be opened; check that the folder still exists and may be written to."
    ),
    18: Message("a value is too large for the file."),
    19: Message("what this step needs is missing from the file; look at it with dittomark check."),
    23: Message("the file asked for something it may not do."),
    26: Message("it is not a Dittomark project file, or it is damaged."),
}

# Parts of SQLite's messages under its generic code if the schema table is damaged
_SIGNS_OF_DAMAGE: Final = ("unsupported file format", "no such table", "no such column")


def _sentence(error: sqlite3.Error | UnicodeDecodeError) -> Message | None:
    code = getattr(error, "sqlite_errorcode", None)
    if code == _WRONG_TYPE:
        return _SENTENCES[_CORRUPT]
    if code == _GENERIC and any(words in str(error) for words in _SIGNS_OF_DAMAGE):
        return _SENTENCES[_CORRUPT]
    if code is not None:
        return _SENTENCES.get(code & 0xFF)
    # Python's own errors: on a column, and on a message of SQLite that quotes the file
    if isinstance(error, UnicodeDecodeError) or "decode to UTF-8" in str(error):
        return Message("it holds letters that are not UTF-8; recover it with check --repair.")
    return None
