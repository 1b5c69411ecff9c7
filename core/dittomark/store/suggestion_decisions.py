"""Who accepted or refused a suggestion, as the journal says."""

from collections.abc import Iterable
from typing import NamedTuple

from dittomark.store.edits import ALL_CHANGES
from dittomark.store.reading import in_batches
from dittomark.store.store import Store


class Settled(NamedTuple):
    """That somebody settled a suggestion by an operation, and has not taken it back."""

    suggestion: str
    annotator: str
    operation: str


def settled(store: Store, suggestion_ids: Iterable[str]) -> list[Settled]:
    """Return who settled these suggestions."""
    newest: dict[tuple[str, str], str] = {}
    for batch, marks in in_batches(suggestion_ids):
        rows = store.fetch(
            "SELECT c.row_id, e.annotator, e.operation"
            f" FROM (SELECT edit, entity, row_id FROM {ALL_CHANGES}"
            f" WHERE before IS NOT NULL AND row_id IN ({marks})) c"
            " JOIN edits e ON e.seq = c.edit"
            " WHERE c.entity = 'suggestions' AND e.state != 'undone' ORDER BY e.seq",
            batch,
        )
        newest.update({(str(row[0]), str(row[1])): str(row[2]) for row in rows})
    return [Settled(*who, operation) for who, operation in newest.items() if operation != "undo"]
