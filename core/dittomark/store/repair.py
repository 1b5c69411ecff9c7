"""Recovery: copies every readable row of a damaged file into a new file.

Rows are found in two ways (the table itself, from both ends, and the index of ids), read one by
one, and kept if they can be decoded and the rows to which they refer were kept. All others are
listed.
"""

import contextlib
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from dittomark import ids
from dittomark.annotations import TURNED, Link, Suggestion
from dittomark.errors import ProjectFileError
from dittomark.messages import Message
from dittomark.progress import Report
from dittomark.store.check import count_rows
from dittomark.store.connection import NewerFileError, PlainErrors, check_header, refuse_newer
from dittomark.store.disk import new_file
from dittomark.store.edits import ALL_CHANGES, Edit
from dittomark.store.foreign_log import refuse_foreign_log
from dittomark.store.hybrid_clock import stamp, utc_now
from dittomark.store.opening import create_store
from dittomark.store.row_checks import Problem, loops
from dittomark.store.rows import ENTITIES, OWNERS, Entity, with_added_columns
from dittomark.store.store import Store

# Exceptions on reading a damaged file; SQLite's own messages may quote undecodable bytes
_UNREADABLE: Final = (sqlite3.Error, UnicodeDecodeError)
# Without parents: an event may precede its parent; `_break_loops` handles these in the end.
_OWNERS: Final = {column: table for column, table in OWNERS.items() if column != "parent"}


@dataclass
class Recovered:
    """The number of recovered rows by table, and the lost ones."""

    rows: dict[str, int] = field(default_factory=dict)
    lost: list[Problem] = field(default_factory=list)


def repair(damaged: Path, into: Path, *, report: Report | None = None) -> Recovered:
    """Copy all readable rows of `damaged` into the new file `into`; `damaged` is not changed.

    Raises `ProjectFileError` if `damaged` can't be opened at all or `into` exists.
    """
    check_header(damaged)
    with contextlib.closing(_open_damaged(damaged)) as source, new_file(into) as draft:
        _refuse_newer(source, damaged)
        target = create_store(draft, annotator="", clock=utc_now)
        with contextlib.closing(target), PlainErrors(into):
            return _Repair(source, target, report).run()


def repaired_path(damaged: Path) -> Path:
    """Return the default path of a recovered file: next to the damaged one."""
    return damaged.with_name(f"{damaged.stem}-repaired.ditto")


def _open_damaged(path: Path) -> sqlite3.Connection:
    """Open the file without changing it; its own write-ahead log is read, triggers never run."""
    refuse_foreign_log(path)
    connection = None
    try:
        connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
        connection.row_factory = sqlite3.Row
        # decoded row by row, so that one undecodable byte costs one row
        connection.text_factory = bytes
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA query_only = ON")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except _UNREADABLE as error:
        if connection is not None:
            connection.close()
        raise ProjectFileError(
            "Nothing in {path} can be read ({reason}): restore a backup.",
            path=path,
            reason=str(error),
        ) from None
    return connection


def _refuse_newer(source: sqlite3.Connection, path: Path) -> None:
    """Refuse a file of a newer version: it is not damaged, and unknown columns would be lost."""
    try:
        refuse_newer(source, path)
    except NewerFileError:
        raise
    except (ProjectFileError, *_UNREADABLE):  # this part is damaged, too
        pass


class _Repair:
    def __init__(self, source: sqlite3.Connection, target: Store, report: Report | None) -> None:
        self._source = source
        self._target = target
        self._report = report
        self._kept: dict[str, set[str]] = {}
        self._result = Recovered()

    def run(self) -> Recovered:
        connection = self._target.connection
        connection.execute("BEGIN IMMEDIATE")
        self._meta()
        for entity in ENTITIES.values():
            self._entity(entity)
        self._break_loops()
        self._journal()
        connection.executemany(
            "INSERT INTO counters (key, value) VALUES (?, ?)", count_rows(self._target).items()
        )
        connection.execute("COMMIT")
        return self._result

    # --- reading the readable rows --------------------------------------------------------------

    def _numbers(self, table: str) -> list[int]:
        """Return the row numbers that are found in any way."""
        found: set[int] = set()
        ways = ("NOT INDEXED ORDER BY seq", "NOT INDEXED ORDER BY seq DESC")
        index = "changes_edit" if table == "changes" else f"sqlite_autoindex_{table}_1"
        for way in (*ways, f"INDEXED BY {index}"):
            with contextlib.suppress(*_UNREADABLE):
                for row in self._source.execute(f"SELECT seq FROM {table} {way}"):
                    found.add(row[0])
        return sorted(found)

    def _rows(self, table: str) -> Iterator[dict[str, Any]]:
        """Yield the readable rows; list the others."""
        for number in self._numbers(table):
            try:
                row = self._source.execute(
                    f"SELECT * FROM {table} NOT INDEXED WHERE seq = ?", (number,)
                ).fetchone()
                if row is None:
                    raise sqlite3.DatabaseError("the row is not where its index says")
                found = {name: _decoded(row[name]) for name in row.keys()}  # noqa: SIM118
                yield with_added_columns(table, found)
            except _UNREADABLE as error:
                self._lose(
                    table,
                    Message("row {number}", number=number),
                    Message("it can't be read ({reason})", reason=str(error)),
                )

    def _lose(self, table: str, row_id: str, what: Message) -> None:
        self._result.lost.append(Problem(table, row_id, what))

    # --- writing --------------------------------------------------------------------------------

    def _meta(self) -> None:
        """Copy name, scheme and settings; unreadable ones keep a new project's default."""
        with contextlib.suppress(*_UNREADABLE):
            for row in self._source.execute("SELECT key, value FROM meta"):
                key, value = _decoded(row[0]), _decoded(row[1])
                # of an older version, which stored there that a file was trusted
                if key != "machine":
                    self._insert("meta", {"key": key, "value": value}, replace=True)
            return
        self._lose("meta", "", Message("the name, label scheme or settings could not be read"))

    def _entity(self, entity: Entity[Any]) -> None:
        kept = self._kept.setdefault(entity.table, set())
        for row in self._rows(entity.table):
            why_not = self._why_not(entity, row)
            if why_not is None and entity.table == "articles":
                why_not = self._text(row)
            if why_not is None:
                try:
                    self._insert(entity.table, row)
                except sqlite3.Error as error:
                    why_not = Message("it does not fit ({reason})", reason=str(error))
            if why_not is None:
                kept.add(row["id"])
            else:
                self._lose(entity.table, str(row.get("id")), why_not)
            if self._report is not None:
                self._report(len(kept), 0)
        self._result.rows[entity.table] = len(kept)

    def _why_not(self, entity: Entity[Any], row: dict[str, Any]) -> Message | None:
        """Return the reason why a readable row can't be kept, or None."""
        try:
            value = entity.decode(row)
        except ProjectFileError as error:
            return error.message
        except (IndexError, KeyError) as error:
            return Message("it can't be read ({reason})", reason=str(error))
        for column, table in _OWNERS.items():
            owner = row.get(column)
            if owner is not None and owner not in self._kept[table]:
                return Message("the {column} it names was not recovered", column=column)
        if entity.table == "spans" or (
            entity.table == "suggestions" and value.kind in ("span", "link")
        ):
            length = self._target.value(
                "SELECT length FROM articles WHERE id = ?", (value.article_id,)
            )
            if (
                length is None  # a suggestion may have no article
                or value.start is None
                or not 0 <= value.start < (value.end or 0) <= length
            ):
                return Message("it lies outside its text")
        return self._why_no_link(entity, value)

    def _why_no_link(self, entity: Entity[Any], value: Any) -> Message | None:  # noqa: ANN401
        """Return the reason why a link or a suggested one can't be kept, or None."""
        if entity.table == "links" and not self._link_fits(value):
            return Message("it is no link between stretches of its texts")
        if (
            entity.table == "suggestions"
            and value.kind == "link"
            and not self._is_other_side(value)
        ):
            return Message("it lies outside its text")
        return None

    def _link_fits(self, link: Link) -> bool:
        """Whether both spans of a link are inside their texts, in order."""
        a, b = (link.a, link.a_start, link.a_end), (link.b, link.b_start, link.b_end)
        directed = link.direction in (None, *TURNED)
        return a < b and directed and self._lies_inside(*a) and self._lies_inside(*b)

    def _is_other_side(self, suggestion: Suggestion) -> bool:
        """Whether the second span of a suggested link is inside its text."""
        start, end = (suggestion.payload.get(name) for name in ("start", "end"))
        article = suggestion.payload.get("article_id")
        return (
            isinstance(article, str)
            and type(start) is int
            and type(end) is int
            and self._lies_inside(article, start, end)
        )

    def _lies_inside(self, article: str, start: int, end: int) -> bool:
        length = self._target.value("SELECT length FROM articles WHERE id = ?", (article,))
        return length is not None and 0 <= start < end <= length

    def _text(self, row: dict[str, Any]) -> Message | None:
        """Copy the text of an article; a text that differs is kept, and the row adapted to it."""
        try:
            found = self._source.execute(
                "SELECT text FROM texts WHERE article = ?", (row["seq"],)
            ).fetchone()
            text = None if found is None else _decoded(found[0])
        except _UNREADABLE as error:
            return Message("its text can't be read ({reason})", reason=str(error))
        if not isinstance(text, str):
            return Message("its text is missing")
        sha256 = ids.text_sha256(text)
        if (sha256, len(text)) != (row["sha256"], row["length"]):
            self._lose(
                "articles", row["id"], Message("its text was damaged; it is kept as it is now")
            )
            row["sha256"], row["length"] = sha256, len(text)
        self._target.connection.execute("PRAGMA defer_foreign_keys = ON")
        self._insert("texts", {"article": row["seq"], "text": text}, replace=True)
        return None

    def _break_loops(self) -> None:
        rows = self._target.fetch("SELECT id, parent FROM events")
        parents = {row["id"]: row["parent"] for row in rows}
        lost = [event for event, parent in parents.items() if parent and parent not in parents]
        for event in (*loops(parents), *lost):
            self._target.connection.execute(
                "UPDATE events SET parent = NULL WHERE id = ?", (event,)
            )
            self._lose("events", event, Message("its parent was not recovered"))

    def _journal(self) -> None:
        edits = self._copy("edits")
        self._copy("changes", only=lambda row: row["edit"] in edits)
        self._target.connection.execute(
            "UPDATE edits SET more = (SELECT count(*) FROM changes WHERE edit = edits.seq)"
        )
        if self._result.lost:  # an edit that can't be reverted as a whole must not be undone at all
            self._note_losses()
        with contextlib.suppress(*_UNREADABLE):
            for row in self._source.execute("SELECT * FROM conflicts"):
                self._insert("conflicts", {name: _decoded(row[name]) for name in row.keys()})  # noqa: SIM118

    def _note_losses(self) -> None:
        """Record in the journal that the rows in it that were not recovered are deleted."""
        target = self._target
        with_rows = " UNION ALL ".join(
            f"SELECT '{table}', row_id FROM {ALL_CHANGES} WHERE entity = '{table}'"
            f" AND row_id NOT IN (SELECT id FROM {table})"
            for table in ENTITIES
        )
        missing = {tuple(row) for row in target.fetch(with_rows)}
        target.connection.execute("UPDATE edits SET state = 'record'")
        now = stamp(utc_now())
        edit = Edit(target.connection, operation="repair", annotator="", now=now, undoable=False)
        for table, row_id in sorted(missing):
            edit.journal(table, row_id, None, None)
        edit.write_journal()

    def _copy(
        self, table: str, only: Callable[[dict[str, Any]], bool] = lambda _row: True
    ) -> set[int]:
        copied = set()
        for row in self._rows(table):
            if only(row):
                with contextlib.suppress(*_UNREADABLE):
                    self._insert(table, row)
                    copied.add(row["seq"])
        self._result.rows[table] = len(copied)
        return copied

    def _insert(self, table: str, row: dict[str, Any], *, replace: bool = False) -> None:
        names = ", ".join(f'"{name}"' for name in row)
        marks = ", ".join("?" * len(row))
        verb = "INSERT OR REPLACE" if replace else "INSERT"
        self._target.connection.execute(
            f"{verb} INTO {table} ({names}) VALUES ({marks})", tuple(row.values())
        )


def _decoded(value: Any) -> Any:  # noqa: ANN401  (a column)
    return value.decode() if isinstance(value, bytes) else value
