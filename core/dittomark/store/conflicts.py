"""Conflicts that merges left open: versions of a row that annotators changed differently."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dittomark.errors import UserError
from dittomark.store.codecs import to_json
from dittomark.store.edits import Edit
from dittomark.store.reading import Json, from_json
from dittomark.store.restoring import UndoConflictError, refuse_unfit
from dittomark.store.rows import Columns, Entity, entity_of
from dittomark.store.store import Store


@dataclass(frozen=True, slots=True)
class Conflict:
    """A row and another version of it, as plain columns; `entity` is the kind (`spans` …).

    `deleted_at` of the other version only marks it as deleted.
    """

    entity: str
    row_id: str
    kept: Mapping[str, Any]
    other: Mapping[str, Any]


def conflicts(store: Store) -> list[Conflict]:
    """Return the conflicts that are not settled yet."""
    found = []
    for row in store.fetch(
        "SELECT entity, row_id, content FROM conflicts ORDER BY entity, row_id, content"
    ):
        entity = entity_of(row["entity"])
        kept = store.fetch(entity.select_columns, (row["row_id"],))
        other = from_json(row["content"])
        if kept and _is_version(other, entity):  # otherwise no merge of ours wrote it
            found.append(Conflict(entity.table, row["row_id"], dict(kept[0]), other))
    return found


def _is_version(content: Json, entity: Entity[object]) -> bool:
    """Whether the content is a row as written by `union.content_of`, without its times."""
    return isinstance(content, dict) and content.keys() == set(entity.columns) - {
        "created_at",
        "updated_at",
    }


def settle(store: Store, edit: Edit, conflict: Conflict, *, take_other: bool) -> None:
    """Settle a conflict within an edit; the journal records it, so no merge restores the conflict.

    Raises `UserError` if the other version does not fit into the project (any more).
    """
    entity = entity_of(conflict.entity)
    current = edit.columns(entity, conflict.row_id)
    if current is None:
        return
    seen = {**current, **conflict.other}
    seen["deleted_at"] = edit.now if conflict.other["deleted_at"] else None
    if take_other:
        _refuse_unfit(store, entity, seen)
        edit.write(entity, current, seen)
    else:
        edit.journal(entity.table, conflict.row_id, seen, current)
        edit.touch(entity.table, current)
    store.connection.execute(
        "DELETE FROM conflicts WHERE entity = ? AND row_id = ? AND content = ?",
        (conflict.entity, conflict.row_id, to_json(dict(conflict.other))),
    )


def _refuse_unfit(store: Store, entity: Entity[object], row: Columns) -> None:
    try:
        refuse_unfit(store, entity, row)
    except UndoConflictError:
        raise UserError(
            "The other version does not fit into the project any more: keep this one."
        ) from None
