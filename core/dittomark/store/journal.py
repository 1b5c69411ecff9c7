"""Undo and redo: the inverses of an edit, applied in one transaction; and the journal as a list."""

import sqlite3
from typing import Final

from dittomark.annotations import HistoryEntry, RowChange
from dittomark.errors import ProjectFileError
from dittomark.store.edits import (
    ALL_CHANGES,
    CHANGE_COLUMNS,
    DONE,
    EDIT_COLUMNS,
    IS_STEP,
    UNDONE,
    Edit,
    load_columns,
)
from dittomark.store.reading import Json, from_json
from dittomark.store.restoring import (
    NONSENSE,
    UndoConflictError,
    refuse_loops,
    restore,
    still_needed,
)
from dittomark.store.rows import ENTITIES, Columns, dependents
from dittomark.store.store import Store
from dittomark.store.suggestion_decisions import (
    is_settlement,
    settle_again,
    take_settlement_back,
)

EditRow = sqlite3.Row  # a row of the table `edits`

# Referring rows are undone first.
_BULK_ORDER: Final = ("suggestions", "spans", "links", "pairs", "articles")
# Tables with possible disagreements in a merge; pairs and suggestions are the program's own.
_JOURNALED_ONE_BY_ONE: Final = ("spans", "links", "articles")


def next_undo(store: Store, annotator: str | None) -> EditRow | None:
    """Return the row of the edit that an undo would revert, or None."""
    return _first(store, _NEWEST_DONE, _NEWEST_DONE_OF_ANYBODY, annotator)


def next_redo(store: Store, annotator: str | None) -> EditRow | None:
    """Return the row of the edit that a redo would apply again, or None."""
    return _first(store, _LAST_UNDONE, _LAST_UNDONE_OF_ANYBODY, annotator)


_NEWEST_DONE: Final = (
    f"SELECT {EDIT_COLUMNS} FROM edits WHERE {DONE} AND annotator = ? ORDER BY seq DESC LIMIT 1"
)
_LAST_UNDONE: Final = (
    f"SELECT {EDIT_COLUMNS} FROM edits WHERE {UNDONE} AND annotator = ?"
    " ORDER BY undone_by DESC LIMIT 1"
)
# The last step of anybody: jumps from annotator to annotator in the index, because a file may hold
# a hundred thousand merged edits after the last one that can be undone.
_ANNOTATORS: Final = f"""
WITH RECURSIVE who (name) AS (
    SELECT min(annotator) FROM edits WHERE {IS_STEP}
    UNION ALL
    SELECT (SELECT min(annotator) FROM edits WHERE {IS_STEP} AND annotator > name)
    FROM who WHERE name IS NOT NULL
)
"""
_NEWEST_DONE_OF_ANYBODY: Final = f"""{_ANNOTATORS}
SELECT {EDIT_COLUMNS} FROM edits WHERE seq = (
    SELECT max((SELECT max(seq) FROM edits WHERE {DONE} AND annotator = name)) FROM who
)
"""
_LAST_UNDONE_OF_ANYBODY: Final = f"""{_ANNOTATORS}
SELECT {EDIT_COLUMNS} FROM who CROSS JOIN edits WHERE {UNDONE} AND annotator = name
ORDER BY undone_by DESC LIMIT 1
"""


def _first(store: Store, of_one: str, of_anybody: str, annotator: str | None) -> EditRow | None:
    rows = store.fetch(of_anybody) if annotator is None else store.fetch(of_one, (annotator,))
    return rows[0] if rows else None


def take_back(store: Store, edit: Edit, row: EditRow) -> None:
    """Apply the inverse of the edit in `row` within `edit`.

    Raises `UndoConflictError` if a row was changed since, or other rows depend on one.
    """
    for change in reversed(_changes(store, row)):
        before, after = _before_and_after(change)
        if before and after and is_settlement(change["entity"], before, after):
            take_settlement_back(edit, before, after)
        else:
            restore(store, edit, change["entity"], expected=after, wanted=before)
    refuse_loops(store, edit.touched.get("events", set()))
    added = _added(row)
    for table in _BULK_ORDER:
        if table in added:
            _remove_added(store, edit, table, row["seq"])
    _set_state(store, row["seq"], "undone", undone_by=edit.seq)


def do_again(store: Store, edit: Edit, row: EditRow) -> None:
    """Apply the edit in `row` again within `edit`; raises as `take_back`."""
    added = _added(row)
    if added:
        undone_at = store.value("SELECT at FROM edits WHERE seq = ?", (row["undone_by"],))
        for table in reversed(_BULK_ORDER):
            if table in added:
                _revive_added(store, edit, table, row["seq"], undone_at)
    for change in _changes(store, row):
        before, after = _before_and_after(change)
        if before and after and is_settlement(change["entity"], before, after):
            settle_again(edit, after)
        else:
            restore(store, edit, change["entity"], expected=before, wanted=after)
    refuse_loops(store, edit.touched.get("events", set()))
    _set_state(store, row["seq"], "done", undone_by=None)


def _before_and_after(change: sqlite3.Row) -> tuple[Columns | None, Columns | None]:
    try:
        table = change["entity"]
        return load_columns(change["before"], table), load_columns(change["after"], table)
    except ProjectFileError:
        raise UndoConflictError(NONSENSE) from None


def _added(row: EditRow) -> dict[str, Json]:
    """Return the number of rows that the edit added in bulk, by table."""
    try:
        added = from_json(row["added"]) or {}
    except ProjectFileError:
        raise UndoConflictError(NONSENSE) from None
    if not isinstance(added, dict):
        raise UndoConflictError(NONSENSE)
    return added


def pass_over(store: Store, row: EditRow) -> None:
    """Mark an edit that can't be undone or redone as skipped, so that the next one is reached."""
    with store.edit("pass_over", annotator=row["annotator"], undoable=False) as edit:
        edit.touched.setdefault("edits", set()).add(row["id"])
        _set_state(store, row["seq"], "gone", undone_by=row["undone_by"])


def _changes(store: Store, row: EditRow) -> list[sqlite3.Row]:
    """Return the changes of an edit, in order, with `entity`, `row_id`, `before` and `after`."""
    first = [] if row["entity"] is None else [row]
    if not row["more"]:
        return first
    return first + store.fetch(
        f"SELECT {CHANGE_COLUMNS} FROM changes WHERE edit = ? ORDER BY seq", (row["seq"],)
    )


def _set_state(store: Store, seq: int, state: str, *, undone_by: int | None) -> None:
    store.connection.execute(
        "UPDATE edits SET state = ?, undone_by = ? WHERE seq = ?", (state, undone_by, seq)
    )


def _remove_added(store: Store, edit: Edit, table: str, seq: int) -> None:
    for other, column in dependents(table):
        if store.value(
            f"SELECT 1 FROM {other} JOIN {table} ON {table}.id = {other}.{column}"
            f" WHERE {table}.added_by = ? AND {table}.deleted_at IS NULL"
            f" AND {other}.deleted_at IS NULL LIMIT 1",
            (seq,),
        ):
            raise still_needed(other)
    _mark_added(store, edit, table, seq=seq, which="deleted_at IS NULL", deleted_at=edit.now)


def _revive_added(store: Store, edit: Edit, table: str, seq: int, undone_at: str) -> None:
    which = "deleted_at = :undone_at"
    _mark_added(store, edit, table, seq=seq, which=which, deleted_at=None, undone_at=undone_at)


def _mark_added(
    store: Store,
    edit: Edit,
    table: str,
    *,
    seq: int,
    which: str,
    deleted_at: str | None,
    **more: str,
) -> None:
    """Set or clear the tombstone of the rows that an edit added in bulk, counters included."""
    where = f"added_by = :seq AND {which}"
    parameters = {"seq": seq, **more}
    still_open = "AND state = 'open'" if table == "suggestions" else ""
    number = store.value(f"SELECT count(*) FROM {table} WHERE {where} {still_open}", parameters)
    edit.note_bulk(table)
    if table in _JOURNALED_ONE_BY_ONE:
        _journal_marks(store, edit, table, where=f"{where} AND seq > :after", marks=parameters,
                       deleted_at=deleted_at)  # fmt: skip
    for row in store.fetch(f"SELECT id FROM {table} WHERE {where} LIMIT 10001", parameters):
        edit.touch(table, {"id": row["id"]})
    store.connection.execute(
        f"UPDATE {table} SET deleted_at = :deleted_at, updated_at = :now WHERE {where}",
        {**parameters, "deleted_at": deleted_at, "now": edit.now},
    )
    edit.add_to_counter(table, number if deleted_at is None else -number)


def _journal_marks(
    store: Store,
    edit: Edit,
    table: str,
    *,
    where: str,
    marks: dict[str, Json],
    deleted_at: str | None,
) -> None:
    """Record deletion or revival of the rows in the journal: a merge then sees it was intended."""
    entity = ENTITIES[table]
    sql = f"SELECT seq, {entity.listed_columns} FROM {table} WHERE {where} ORDER BY seq LIMIT :size"
    for rows in store.pages(sql, marks):
        for row in rows:
            before = {name: row[name] for name in entity.columns}
            after = {**before, "deleted_at": deleted_at, "updated_at": edit.now}
            edit.journal(table, row["id"], before, after)


def entries(
    store: Store,
    *,
    annotator: str | None = None,
    operation: str | None = None,
    row_id: str | None = None,
    since: str | None = None,
    until: str | None = None,
    before: str | None = None,
    limit: int | None = None,
) -> list[HistoryEntry]:
    """Return the journal, newest first; `before` is the id of the entry after which to continue."""
    wheres, parameters = ["1"], []
    for where, value in (
        ("annotator = ?", annotator),
        ("operation = ?", operation),
        (f"seq IN (SELECT edit FROM {ALL_CHANGES} WHERE row_id = ?)", row_id),
        ("at >= ?", since),
        (
            "at < ?",
            until and f"{until}~",
        ),  # a letter that sorts after all characters of a time
        ("seq < (SELECT seq FROM edits WHERE id = ?)", before),
    ):
        if value is not None:
            wheres.append(where)
            parameters.append(value)
    rows = store.fetch(
        f"SELECT {EDIT_COLUMNS} FROM edits WHERE {' AND '.join(wheres)} ORDER BY seq DESC LIMIT ?",
        (*parameters, -1 if limit is None else limit),
    )
    return [_entry(store, row) for row in rows]


def _entry(store: Store, row: EditRow) -> HistoryEntry:
    added = from_json(row["added"])
    added = added if isinstance(added, dict) else {}
    changes = tuple(
        RowChange(
            change["entity"],
            change["row_id"],
            load_columns(change["before"], change["entity"]),
            load_columns(change["after"], change["entity"]),
        )
        for change in _changes(store, row)
    )
    return HistoryEntry(
        row["id"],
        row["at"],
        row["annotator"],
        row["operation"],
        row["state"],
        {kind: number for kind, number in added.items() if number},
        changes,
    )
