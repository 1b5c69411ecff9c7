"""Restoring one row to a state in the journal, if that state is still valid.

The journal is not trusted: the file may come from an untrusted source.
"""

import sqlite3
from typing import Final

from dittomark.errors import ProjectFileError, UserError
from dittomark.labels import scheme_from_dict
from dittomark.messages import Message
from dittomark.store.edits import Edit
from dittomark.store.reading import from_json
from dittomark.store.row_checks import loops
from dittomark.store.rows import ENTITIES, OWNERS, ROWS_OF, Columns, Entity, dependents
from dittomark.store.store import Store


class UndoConflictError(UserError):
    """The step can't be undone or redone because of later changes."""


def restore(
    store: Store, edit: Edit, table: str, *, expected: Columns | None, wanted: Columns | None
) -> None:
    """Write `wanted` over a row that must still equal `expected` (None: absent or a tombstone).

    Raises `UndoConflictError` if a row was changed since, or other rows depend on it, or if the
    journal holds data that no Dittomark wrote.
    """
    try:
        if table == "meta":
            _restore_meta(store, edit, expected=expected, wanted=wanted)
        else:
            _restore_row(store, edit, ENTITIES[table], expected=expected, wanted=wanted)
    except (KeyError, TypeError, sqlite3.IntegrityError) as error:
        raise UndoConflictError(NONSENSE) from error


NONSENSE: Final = Message("This step can't be taken back: the history is damaged here.")


def _restore_meta(
    store: Store, edit: Edit, *, expected: Columns | None, wanted: Columns | None
) -> None:
    current = store.meta((expected or wanted or {})["id"])
    if current != (expected or {}).get("value"):
        raise UndoConflictError("This step can't be taken back: the setting changed since.")
    if wanted is None:
        return
    if wanted["id"] == "scheme" and not _is_scheme(wanted["value"]):
        raise UndoConflictError(NONSENSE)
    edit.set_meta(wanted["id"], wanted["value"])


def _is_scheme(text: str) -> bool:
    try:
        scheme_from_dict(from_json(text) or {})
    except UserError:
        return False
    return True


def _restore_row(
    store: Store,
    edit: Edit,
    entity: Entity[object],
    *,
    expected: Columns | None,
    wanted: Columns | None,
) -> None:
    row_id = (expected or wanted or {})["id"]
    current = edit.columns(entity, row_id)
    if not _as_expected(current, expected):
        raise UndoConflictError(
            "This step can't be taken back: what it changed was changed again by another step."
        )
    if wanted is None or wanted["deleted_at"] is not None:
        _refuse_dependents(store, entity.table, row_id)
        edit.bury(entity, current)
    else:
        if wanted["id"] != row_id:
            raise UndoConflictError(NONSENSE)
        refuse_unfit(store, entity, wanted)
        edit.write(entity, current, wanted)


def _as_expected(current: Columns | None, expected: Columns | None) -> bool:
    if expected is None or expected["deleted_at"] is not None:
        return current is None or current["deleted_at"] is not None
    return (
        current is not None
        and current["deleted_at"] is None
        and {**current, **_WHENEVER} == {**expected, **_WHENEVER}
    )


_WHENEVER: Final = {"updated_at": None, "deleted_at": None}  # the same row, whenever written


def _refuse_dependents(store: Store, table: str, row_id: str) -> None:
    """Raise for a pair judged by others meanwhile or an event in use: it can't be removed."""
    for other, column in dependents(table):
        if store.value(
            f"SELECT 1 FROM {other} WHERE {column} = ? AND deleted_at IS NULL LIMIT 1", (row_id,)
        ):
            raise still_needed(other)


def still_needed(other: str) -> UndoConflictError:
    """Return the error for an added row that rows of the table `other` need."""
    return UndoConflictError(
        "This step can't be taken back: there are {rows} that need what it added.",
        rows=ROWS_OF[other],
    )


def refuse_unfit(store: Store, entity: Entity[object], row: Columns) -> None:
    """Raise `UndoConflictError` for invalid columns, or a row whose owner is deleted."""
    try:
        entity.decode(row)
    except ProjectFileError:
        raise UndoConflictError(NONSENSE) from None
    if row.keys() != set(entity.columns):
        raise UndoConflictError(NONSENSE)
    if entity.table == "links" and not _in_order(row):
        raise UndoConflictError(NONSENSE)
    _refuse_orphan(store, row)


def _in_order(link: Columns) -> bool:
    """Whether the two sides of a link are in the order that every link has."""
    first, second = ([link[side], link[f"{side}_start"]] for side in ("a", "b"))
    return (*first, link["a_end"]) < (*second, link["b_end"])


def _refuse_orphan(store: Store, row: Columns) -> None:
    """Raise for a row whose article, pair or event is deleted, or whose offsets exceed its text."""
    extents = {"article_id": ("start", "end"), "a": ("a_start", "a_end"), "b": ("b_start", "b_end")}
    for column, table in OWNERS.items():
        owner = row.get(column)
        if owner is None:
            continue
        of_article = table == "articles"
        found = store.value(
            f"SELECT {'length' if of_article else '1'} FROM {table}"
            " WHERE id = ? AND deleted_at IS NULL",
            (owner,),
        )
        if found is None:
            raise UndoConflictError(
                "This step can't be taken back: what it belonged to is no longer in the project."
            )
        start, end = extents.get(column, ("", ""))
        bounded = of_article and row.get(end) is not None
        if bounded and not 0 <= row[start] < row[end] <= found:
            raise UndoConflictError(NONSENSE)


def refuse_loops(store: Store, event_ids: set[str]) -> None:
    """Raise if one of these events became part of itself."""
    parents: dict[str, str | None] = dict.fromkeys(event_ids)
    pending = set(event_ids)
    while pending:
        event = pending.pop()
        above = store.value("SELECT parent FROM events WHERE id = ?", (event,))
        if above is not None and above not in parents:
            pending.add(above)
        parents[event] = above
    if loops(parents):
        raise UndoConflictError(
            "This step can't be taken back: an event would become part of itself."
        )
