"""What merges could not settle: versions of a row that people changed differently."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dittomark.store.edits import Edit
from dittomark.store.rows import entity_of, to_json
from dittomark.store.store import Store, from_json


@dataclass(frozen=True, slots=True)
class Conflict:
    """A row and another version of it, as plain columns; `entity` is the kind (`spans` …).

    `deleted_at` of the other version says only whether it was deleted.
    """

    entity: str
    row_id: str
    kept: Mapping[str, Any]
    other: Mapping[str, Any]


def conflicts(store: Store) -> list[Conflict]:
    """Return the conflicts that nobody has settled."""
    found = []
    for row in store.fetch("SELECT * FROM conflicts ORDER BY entity, row_id, content"):
        entity = entity_of(row["entity"])
        [kept] = store.fetch(f"SELECT * FROM {entity.table} WHERE id = ?", (row["row_id"],))
        found.append(
            Conflict(
                entity.table,
                row["row_id"],
                {name: kept[name] for name in entity.columns},
                from_json(row["content"]),
            )
        )
    return found


def settle(store: Store, edit: Edit, conflict: Conflict, *, take_other: bool) -> None:
    """Settle a conflict within an edit; the journal shows it, so no merge brings it back."""
    entity = entity_of(conflict.entity)
    current = edit.columns(entity, conflict.row_id)
    if current is None:
        return
    seen = {**current, **conflict.other}
    seen["deleted_at"] = edit.now if conflict.other["deleted_at"] else None
    if take_other:
        edit.write(entity, current, seen)
    else:
        edit.journal(entity.table, conflict.row_id, seen, current)
        edit.touch(entity.table, current)
    store.connection.execute(
        "DELETE FROM conflicts WHERE entity = ? AND row_id = ? AND content = ?",
        (conflict.entity, conflict.row_id, to_json(dict(conflict.other))),
    )
