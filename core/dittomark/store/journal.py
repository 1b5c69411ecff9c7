"""Undo and redo: the inverses of an edit, applied in one transaction; and the journal as a list."""

import sqlite3
from typing import Final

from dittomark.annotations import HistoryEntry, RowChange
from dittomark.errors import UserError
from dittomark.store.edits import Edit, load_columns
from dittomark.store.rows import Columns, entity_of
from dittomark.store.store import Store, from_json

EditRow = sqlite3.Row  # a row of the table `edits`

# Rows that hang on a row added in bulk: (table, column that names it)
_DEPENDENTS: Final = {
    "articles": (
        ("spans", "article_id"),
        ("memberships", "article_id"),
        ("pairs", "a"),
        ("pairs", "b"),
    ),
    "pairs": (("judgements", "pair_id"),),
    "spans": (),
    "suggestions": (),
}
_OWNERS: Final = {
    "article_id": "articles",
    "a": "articles",
    "b": "articles",
    "pair_id": "pairs",
    "event_id": "events",
}
# Undone first what refers to others.
_BULK_ORDER: Final = ("suggestions", "spans", "pairs", "articles")


class StepOvertakenError(UserError):
    """The step can't be undone or redone because of what happened since."""


def next_undo(store: Store, annotator: str | None) -> EditRow | None:
    """Return the row of the edit that an undo would take back, or None."""
    if annotator is None:
        return _first(
            store, "SELECT * FROM edits WHERE state = 'done' ORDER BY seq DESC LIMIT 1", ()
        )
    return _first(
        store,
        "SELECT * FROM edits WHERE state = 'done' AND annotator = ? ORDER BY seq DESC LIMIT 1",
        (annotator,),
    )


def next_redo(store: Store, annotator: str | None) -> EditRow | None:
    """Return the row of the edit that a redo would do again, or None."""
    who = "" if annotator is None else "AND annotator = ?"
    return _first(
        store,
        f"SELECT * FROM edits WHERE state = 'undone' {who} ORDER BY undone_by DESC LIMIT 1",
        () if annotator is None else (annotator,),
    )


def _first(store: Store, sql: str, parameters: tuple[str, ...]) -> EditRow | None:
    rows = store.fetch(sql, parameters)
    return rows[0] if rows else None


def take_back(store: Store, edit: Edit, row: EditRow) -> None:
    """Apply the inverse of the edit in `row` within `edit`.

    Raises `StepOvertakenError` when a row was changed since, or others hang on it.
    """
    edit.state = "record"
    for change in _changes(store, row["seq"], newest_first=True):
        before, after = load_columns(change["before"]), load_columns(change["after"])
        _restore(store, edit, change["entity"], expected=after, wanted=before)
    added = from_json(row["added"]) or {}
    for table in _BULK_ORDER:
        if table in added:
            _remove_added(store, edit, table, row["seq"])
    _set_state(store, row["seq"], "undone", undone_by=edit.seq)


def do_again(store: Store, edit: Edit, row: EditRow) -> None:
    """Apply the edit in `row` again within `edit`; raises as `take_back`."""
    edit.state = "record"
    added = from_json(row["added"]) or {}
    undone_at = store.value("SELECT at FROM edits WHERE seq = ?", (row["undone_by"],))
    for table in reversed(_BULK_ORDER):
        if table in added:
            _revive_added(store, edit, table, row["seq"], undone_at)
    for change in _changes(store, row["seq"], newest_first=False):
        before, after = load_columns(change["before"]), load_columns(change["after"])
        _restore(store, edit, change["entity"], expected=before, wanted=after)
    _set_state(store, row["seq"], "done", undone_by=None)


def pass_over(store: Store, row: EditRow) -> None:
    """Take an edit that can't be undone or redone out of the way of the next one."""
    with store.edit("pass_over", annotator=row["annotator"]) as edit:
        edit.state = "record"
        edit.touched.setdefault("edits", set()).add(row["id"])
        _set_state(store, row["seq"], "gone", undone_by=row["undone_by"])


def _changes(store: Store, seq: int, *, newest_first: bool) -> list[sqlite3.Row]:
    order = "DESC" if newest_first else "ASC"
    return store.fetch(f"SELECT * FROM changes WHERE edit = ? ORDER BY seq {order}", (seq,))


def _set_state(store: Store, seq: int, state: str, *, undone_by: int | None) -> None:
    store.connection.execute(
        "UPDATE edits SET state = ?, undone_by = ? WHERE seq = ?", (state, undone_by, seq)
    )


def _restore(
    store: Store, edit: Edit, table: str, *, expected: Columns | None, wanted: Columns | None
) -> None:
    """Write `wanted` over a row that must still be as `expected` (None: absent or a tombstone)."""
    if table == "meta":
        current = store.meta((expected or wanted or {})["id"])
        if current != (expected or {}).get("value"):
            raise StepOvertakenError("This step can't be taken back: the setting changed since.")
        if wanted is not None:
            edit.set_meta(wanted["id"], wanted["value"])
        return
    entity = entity_of(table)
    row_id = (expected or wanted or {})["id"]
    current_row = edit.columns(entity, row_id)
    if not _as_expected(current_row, expected):
        raise StepOvertakenError(
            "This step can't be taken back: what it changed was changed again by another step."
        )
    if wanted is None or wanted["deleted_at"] is not None:
        _refuse_dependents(store, table, row_id)
        edit.delete(entity, row_id)
    else:
        _refuse_orphan(store, wanted)
        edit.write(entity, current_row, wanted)


def _as_expected(current: Columns | None, expected: Columns | None) -> bool:
    if expected is None or expected["deleted_at"] is not None:
        return current is None or current["deleted_at"] is not None
    ignored = ("updated_at", "deleted_at")
    return (
        current is not None
        and current["deleted_at"] is None
        and all(current[name] == expected[name] for name in expected if name not in ignored)
    )


def _refuse_dependents(store: Store, table: str, row_id: str) -> None:
    """Raise for a pair that others judged meanwhile, an event that others use: it has to stay."""
    dependents = {
        **_DEPENDENTS,
        "events": (("memberships", "event_id"), ("events", "parent")),
    }.get(table, ())
    for other, column in dependents:
        if store.value(
            f"SELECT 1 FROM {other} WHERE {column} = ? AND deleted_at IS NULL LIMIT 1", (row_id,)
        ):
            raise StepOvertakenError(
                f"This step can't be taken back: there are {other} that need what it added."
            )


def _refuse_orphan(store: Store, row: Columns) -> None:
    """Raise for a row whose article, pair or event is gone."""
    for column, table in _OWNERS.items():
        owner = row.get(column)
        if owner is not None and not store.value(
            f"SELECT 1 FROM {table} WHERE id = ? AND deleted_at IS NULL", (owner,)
        ):
            raise StepOvertakenError(
                "This step can't be taken back: what it belonged to is no longer in the project."
            )


def _remove_added(store: Store, edit: Edit, table: str, seq: int) -> None:
    for other, column in _DEPENDENTS[table]:
        if store.value(
            f"SELECT 1 FROM {other} JOIN {table} ON {table}.id = {other}.{column}"
            f" WHERE {table}.added_by = ? AND {table}.deleted_at IS NULL"
            f" AND {other}.deleted_at IS NULL LIMIT 1",
            (seq,),
        ):
            raise StepOvertakenError(
                f"This step can't be taken back: there are {other} that need what it added."
            )
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
    """Set the tombstone of the rows an edit added in bulk (or lift it), counters included."""
    where = f"added_by = :seq AND {which}"
    parameters = {"seq": seq, **more}
    still_open = "AND state = 'open'" if table == "suggestions" else ""
    number = store.value(f"SELECT count(*) FROM {table} WHERE {where} {still_open}", parameters)
    for row in store.fetch(f"SELECT id FROM {table} WHERE {where} LIMIT 10001", parameters):
        edit.touch(table, {"id": row["id"]})
    store.connection.execute(
        f"UPDATE {table} SET deleted_at = :deleted_at, updated_at = :now WHERE {where}",
        {**parameters, "deleted_at": deleted_at, "now": edit.now},
    )
    edit.add_to_counter(table, number if deleted_at is None else -number)


def entries(
    store: Store,
    *,
    annotator: str | None = None,
    operation: str | None = None,
    row_id: str | None = None,
    before: str | None = None,
    limit: int | None = None,
) -> list[HistoryEntry]:
    """Return the journal, newest first; `before` is the id of the entry after which to go on."""
    wheres, parameters = ["1"], []
    for where, value in (
        ("annotator = ?", annotator),
        ("operation = ?", operation),
        ("seq IN (SELECT edit FROM changes WHERE row_id = ?)", row_id),
        ("seq < (SELECT seq FROM edits WHERE id = ?)", before),
    ):
        if value is not None:
            wheres.append(where)
            parameters.append(value)
    rows = store.fetch(
        f"SELECT * FROM edits WHERE {' AND '.join(wheres)} ORDER BY seq DESC LIMIT ?",
        (*parameters, -1 if limit is None else limit),
    )
    return [_entry(store, row) for row in rows]


def _entry(store: Store, row: EditRow) -> HistoryEntry:
    changes = tuple(
        RowChange(
            change["entity"],
            change["row_id"],
            load_columns(change["before"]),
            load_columns(change["after"]),
        )
        for change in _changes(store, row["seq"], newest_first=False)
    )
    return HistoryEntry(
        row["id"],
        row["at"],
        row["annotator"],
        row["operation"],
        row["state"],
        from_json(row["added"]) or {},
        changes,
    )
