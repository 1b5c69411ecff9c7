"""Rows that a merge had to bend so that nothing hangs in the air; see `dittomark.store.union`."""

import json

from dittomark.store.rows import ENTITIES, Columns
from dittomark.store.store import Store


def really(store: Store) -> dict[tuple[str, str], Columns]:
    """Return the rows that a merge bent, as they are; those that were changed since are not in it."""
    found = {}
    for row in store.fetch("SELECT entity, row_id, content FROM bent"):
        columns = json.loads(row["content"])
        current = store.value(
            f"SELECT updated_at FROM {ENTITIES[row['entity']].table} WHERE id = ?", (row["row_id"],)
        )
        if current == columns["updated_at"]:
            found[row["entity"], row["row_id"]] = columns
    return found
