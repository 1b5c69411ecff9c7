"""Rows that a merge changed provisionally to keep them consistent; see `dittomark.store.union`."""

from dittomark.errors import ProjectFileError
from dittomark.store.reading import from_json
from dittomark.store.rows import Columns, entity_of, with_added_columns
from dittomark.store.store import Store


def provisional_rows(store: Store) -> dict[tuple[str, str], Columns]:
    """Return the original versions of provisional rows; those that were changed since are left out.

    Raises `ProjectFileError` for damaged ones.
    """
    found = {}
    for row in store.fetch("SELECT entity, row_id, content FROM bent"):
        content = from_json(row["content"])
        entity = entity_of(row["entity"])
        columns = with_added_columns(row["entity"], content) if isinstance(content, dict) else {}
        if columns.keys() != set(entity.columns) or columns["id"] != row["row_id"]:
            raise ProjectFileError(
                "The file is damaged: what a merge kept in it can't be read; recover it with check "
                "--repair."
            )
        current = store.value(
            f"SELECT updated_at FROM {entity.table} WHERE id = ?",
            (row["row_id"],),
        )
        if current == columns["updated_at"]:
            found[row["entity"], row["row_id"]] = columns
    return found
