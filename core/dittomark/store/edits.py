"""One edit: rows and their journal in one transaction, which is written whole or not at all."""

import contextlib
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, Final, TypeVar

from dittomark.annotations import Changes
from dittomark.errors import ProjectFileError
from dittomark.ids import timed_id
from dittomark.store.codecs import loaded_json, to_json
from dittomark.store.connection import widen_cache
from dittomark.store.rows import (
    ENTITIES,
    OWNERS,
    Columns,
    Entity,
    counted_as,
    with_added_columns,
)

Value = TypeVar("Value")
# The state of an edit in the file: undoable, or skipped by undo.
_DONE: Final = "done"
_NOT_UNDOABLE: Final = "record"
# Listed explicitly: in a damaged file, one may be missing.
EDIT_COLUMNS: Final = (
    "edits.seq, edits.id, edits.at, edits.annotator, edits.operation, edits.state, edits.added,"
    " edits.undone_by, edits.entity, edits.row_id, edits.before, edits.after, edits.more,"
    " edits.device, edits.clock"
)
CHANGE_COLUMNS: Final = (
    "changes.seq, changes.edit, changes.entity, changes.row_id, changes.before, changes.after"
)
# The edits that undo and redo consider, worded as in the index `edits_steps`: otherwise it is not
# used. A query for one state puts that condition first: otherwise SQLite may scan all steps of the
# index.
IS_STEP: Final = "state IN ('done', 'undone')"
DONE: Final = f"state = 'done' AND {IS_STEP} AND undone_by IS NULL"
UNDONE: Final = f"state = 'undone' AND {IS_STEP}"
# Every change of every edit, for queries by row; within an edit `place` orders them.
ALL_CHANGES: Final = (
    "(SELECT seq AS edit, 0 AS place, entity, row_id, before, after FROM edits"
    " WHERE entity IS NOT NULL"
    " UNION ALL SELECT edit, seq, entity, row_id, before, after FROM changes)"
)
_KEPT_BACK: Final = 1000  # changes that are buffered before a batch is written
_INSERT: Final = (
    "INSERT INTO edits (id, at, annotator, operation, state, added, entity, row_id, before,"
    " after, more, device, clock) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_Change = tuple[str | None, str | None, str | None, str | None]  # entity, row_id, before, after
_NO_CHANGE: Final[_Change] = (None, None, None, None)
_VERY_MANY: Final = (
    100_000  # rows of one table: their indexes are about as large as the usual cache
)
_LISTED: Final = 10_000  # maximum of row ids in Changes; beyond, `many` is set
_BELONGS_BY: Final = ("article_id", "pair_id")
_BELONGS_BY_OF: Final = {"links": ("a", "b")}


class Edit:
    """The changes of one operation to the rows; made by `Store.edit`, which commits it.

    `now` is the time of the edit, later than that of every edit before it; `clock` is the reading
    of this computer's clock, if it differs. The journal is written at the end: its row also holds
    the first change, and nearly every edit has just one.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        *,
        operation: str,
        annotator: str,
        now: str,
        undoable: bool = True,
        device: str = "",
        clock: str | None = None,
    ) -> None:
        self.operation = operation
        self.annotator = annotator
        self.now = now
        self._undoable = undoable
        self._origin = device, clock
        self.touched: dict[str, set[str]] = {}
        self.many = False
        self._connection = connection
        self._counters: dict[str, int] = {}
        self._added: dict[str, int] = {}
        self.wide = False  # whether the cache was widened for this edit
        self._changes: list[_Change] = []  # not yet in the journal
        self._seq: int | None = None  # None until it is written to the journal
        self.unwritten = False  # whether the journal omits its changes: rows received from others

    @property
    def seq(self) -> int:
        """The number of the edit in the journal; writes the edit's row there if necessary."""
        if self._seq is None:
            self.write_journal()
        return self._seq  # type: ignore[return-value]

    # --- rows -----------------------------------------------------------------------------------

    def columns(self, entity: Entity[Any], row_id: str) -> Columns | None:
        """Return the row's columns, those of a tombstone too, or None."""
        row = self._connection.execute(entity.select_columns, (row_id,)).fetchone()
        return None if row is None else dict(zip(entity.columns, row, strict=True))

    def put(self, entity: Entity[Value], value: Value) -> Value:
        """Write the value as the row with its id; returns the value as written."""
        row = entity.encode(value)
        return self._put(entity, self.columns(entity, row["id"]), row)

    def put_over(self, entity: Entity[Value], before: Columns | None, value: Value) -> Value:
        """Write the value over the row whose columns are `before` (None: there is none)."""
        return self._put(entity, before, entity.encode(value))

    def put_new(self, entity: Entity[Value], value: Value, *, row_id: str) -> Value:
        """Write the value as a new row of this id, which the table lacks, even among tombstones."""
        return self._put(entity, None, {**entity.encode(value), "id": row_id})

    def _put(self, entity: Entity[Value], before: Columns | None, row: Columns) -> Value:
        if "created_at" in row:
            kept = before["created_at"] if before and before["deleted_at"] is None else ""
            row["created_at"] = row["created_at"] or kept or self.now
        row["deleted_at"] = None
        return entity.value_of(self.write(entity, before, row))

    def delete(self, entity: Entity[Any], row_id: str) -> None:
        """Turn the row into a tombstone."""
        self.bury(entity, self.columns(entity, row_id))

    def bury(self, entity: Entity[Any], before: Columns | None) -> None:
        """Turn the row whose columns are `before` into a tombstone, unless it is one."""
        if before is not None and before["deleted_at"] is None:
            self.write(entity, before, {**before, "deleted_at": self.now})

    def write(self, entity: Entity[Any], before: Columns | None, after: Columns) -> Columns:
        """Write the columns with the time of the edit, and the row of the journal.

        `before` holds the current columns of the row (None: there is none). Returns the new ones.
        """
        if before is None:
            after = {**after, "updated_at": self.now}
            self._connection.execute(entity.insert, [after[name] for name in entity.columns])
        else:
            # Unchanged columns are not written, so that their indexes are not updated.
            changed = [
                name for name in after if before[name] != after[name] and name != "updated_at"
            ]
            if not changed:
                return before
            after = {**after, "updated_at": self.now}
            changed.append("updated_at")
            self._connection.execute(
                _update(entity.table, tuple(changed)),
                [*(after[name] for name in changed), after["id"]],
            )
        self.journal(entity.table, after["id"], before, after)
        self.count(entity.table, before, after)
        self.touch(entity.table, after)
        return after

    def note(self, entity: Entity[Any], row_id: str) -> None:
        """Record in the journal that this step concerns a row without changing it."""
        row = self.columns(entity, row_id)
        if row is not None:
            self.journal(entity.table, row_id, row, row)
            self.touch(entity.table, row)

    def add(self, entity: Entity[Any], rows: Sequence[Columns]) -> None:
        """Add many new rows of an entity with `added_by`: the journal only counts them.

        Each row holds the entity's own columns and, if it is to be numbered, `seq`.
        """
        if not rows:
            return
        for row in rows:
            row.pop("updated_at", None)  # of entities that show it: the edit's time counts
        names = (*rows[0].keys(), "updated_at", "added_by")
        marks = ", ".join("?" * len(names))
        self._connection.executemany(
            f"INSERT INTO {entity.table} ({_quoted(names)}) VALUES ({marks})",
            ((*row.values(), self.now, self.seq) for row in rows),
        )
        table = entity.table
        self._added[table] = self._added.get(table, 0) + len(rows)
        if not self.wide and self._added[table] >= _VERY_MANY:
            self.wide = True
            widen_cache(self._connection)
        for row in rows:
            row.setdefault("deleted_at", None)
        for key, number in Counter(key for row in rows for key in counted_as(table, row)).items():
            self.add_to_counter(key, number)
        if len(self.touched.get(table, ())) <= _LISTED:  # otherwise `many` is already certain
            for row in rows:
                self.touch(table, row)

    def note_bulk(self, table: str) -> None:
        """Record in the journal that rows of this table changed without listing them."""
        self._added.setdefault(table, 0)

    # --- parts of every write -------------------------------------------------------------------

    def journal(
        self, table: str, row_id: str, before: Columns | None, after: Columns | None
    ) -> None:
        """Record one row before and after the change."""
        self._changes.append(
            (
                table,
                row_id,
                None if before is None else to_json(before),
                None if after is None else to_json(after),
            )
        )

    def count(self, table: str, before: Columns | None, after: Columns | None) -> None:
        """Record the effect of a row's creation, deletion or change on the counters."""
        for key in counted_as(table, before):
            self.add_to_counter(key, -1)
        for key in counted_as(table, after):
            self.add_to_counter(key, 1)

    def add_to_counter(self, key: str, number: int) -> None:
        """Change a counter when the edit ends."""
        self._counters[key] = self._counters.get(key, 0) + number

    def touch(self, table: str, row: Mapping[str, Any]) -> None:
        """Add the row, and its article or pair, to the edit's `Changes`."""
        self._name(table, row["id"])
        for column in _BELONGS_BY_OF.get(table, _BELONGS_BY):
            if row.get(column) is not None:
                self._name(OWNERS[column], row[column])

    def _name(self, table: str, row_id: str) -> None:
        named = self.touched.setdefault(table, set())
        if len(named) <= _LISTED:  # one more than is listed marks the list as incomplete
            named.add(row_id)

    def set_meta(self, key: str, value: str) -> None:
        """Write a project-wide entry (name, label scheme) with its journal row."""
        found = self._connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        before = None if found is None else {"id": key, "value": found["value"]}
        if before is not None and before["value"] == value:
            return
        self.write_meta(key, value)
        self.journal("meta", key, before, {"id": key, "value": value})

    def write_meta(self, key: str, value: str) -> None:
        """Write a project-wide entry without a journal row."""
        self._connection.execute(
            "INSERT INTO meta (key, value) VALUES (?, ?)"
            " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            (key, value),
        )
        self.touched.setdefault("meta", set()).add(key)

    @contextlib.contextmanager
    def part(self) -> Iterator[None]:
        """Run one of several operations in this edit: if it raises, its changes are rolled back."""
        before = self._seq, dict(self._counters), dict(self._added), list(self._changes)
        self._connection.execute("SAVEPOINT part")
        try:
            yield
        except BaseException:
            self._connection.execute("ROLLBACK TO part")
            self._seq, self._counters, self._added, self._changes = before
            raise
        finally:
            self._connection.execute("RELEASE part")
        if len(self._changes) > _KEPT_BACK:
            self.write_journal()

    # --- the end --------------------------------------------------------------------------------

    @property
    def empty(self) -> bool:
        """Whether nothing was written."""
        return not (self._changes or self._seq or self._added or self.touched or self.many)

    def finish(self) -> None:
        """Write the counters and the edit's journal; the commit follows."""
        self._connection.executemany(
            "INSERT INTO counters (key, value) VALUES (?, ?)"
            " ON CONFLICT (key) DO UPDATE SET value = value + excluded.value",
            [(key, number) for key, number in self._counters.items() if number],
        )
        self.write_journal()
        if self._undoable and self._anything_undone():
            self._connection.execute(
                f"UPDATE edits SET state = 'gone' WHERE {UNDONE} AND annotator = ?",
                (self.annotator,),
            )

    def write_journal(self) -> None:
        """Write the buffered changes to the journal; the first one is part of the edit's row."""
        if self.unwritten:
            return
        added = to_json(self._added) if self._added else None
        more = self._changes
        if self._seq is None:
            first, more = (more[0] if more else _NO_CHANGE), more[1:]
            state = _DONE if self._undoable else _NOT_UNDOABLE
            head = (timed_id(), self.now, self.annotator, self.operation, state, added)
            self._seq = self._connection.execute(
                _INSERT, (*head, *first, len(more), *self._origin)
            ).lastrowid
        elif added or more:
            self._connection.execute(
                "UPDATE edits SET added = ?, more = more + ? WHERE seq = ?",
                (added, len(more), self._seq),
            )
        if more:
            self._connection.executemany(
                "INSERT INTO changes (edit, entity, row_id, before, after) VALUES (?, ?, ?, ?, ?)",
                ((self._seq, *change) for change in more),
            )
        self._changes = []

    def _anything_undone(self) -> bool:
        found = self._connection.execute(
            f"SELECT 1 FROM edits WHERE {UNDONE} AND annotator = ? LIMIT 1",
            (self.annotator,),
        )
        return found.fetchone() is not None

    def changes(self) -> Changes:
        """Return what the edit changed, by kind."""
        many, ids = self.many, {}
        for table, touched in self.touched.items():
            if len(touched) > _LISTED:
                many = True
            elif table in ENTITIES:
                ids[table] = frozenset(touched)
        settings = self.touched.get("meta", ())
        return Changes(
            self.operation,
            **ids,
            scheme="scheme" in settings,
            project="name" in settings,
            many=many,
            can_undo=self._undoable,
        )


def _quoted(names: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


@lru_cache(maxsize=256)
def _update(table: str, names: tuple[str, ...]) -> str:
    updates = ", ".join(f'"{name}" = ?' for name in names)
    return f"UPDATE {table} SET {updates} WHERE id = ?"


def load_columns(text: str | None, table: str) -> Columns | None:
    """Return the columns of a table's row in the journal, adding those of later versions.

    Raises `ProjectFileError` for a damaged one.
    """
    try:
        return None if text is None else with_added_columns(table, dict(loaded_json(text)))
    except (ValueError, TypeError, RecursionError):
        raise ProjectFileError(
            "The history is damaged here; recover what is readable with check --repair."
        ) from None
