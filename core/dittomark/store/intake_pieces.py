"""Work received from a team, cut into pieces that are each written in one transaction."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeGuard

from dittomark.store.work import Conflicting, EditRecord, Item, RowVersion

# Rows and changes that are written in one transaction: some 20 ms, so that a window stays
# responsive.
PIECE: Final = 250
AHEAD: Final = 20  # as many times more items are scanned in the same time


@dataclass(frozen=True, slots=True)
class EditPart:
    """An edit with some of its further changes, those after the first `after` ones."""

    columns: Mapping[str, Any]
    changes: Sequence[Mapping[str, Any]]
    after: int = 0


Piece = list[RowVersion | Conflicting | EditPart]


def pieces(items: Sequence[Item]) -> Iterator[Piece]:
    """Yield items a few at a time: an edit of many rows in parts, events after their parents."""
    events = {each.columns["id"] for each in items if _is_event(each)}
    given: set[str] = set()
    missing: set[str] = set()  # parents that are referenced before they are received: of a loop
    piece: Piece = []
    size = 0
    for item in items:
        for part in _parts_of(item):
            piece.append(part)
            size += 1 + (len(part.changes) if isinstance(part, EditPart) else 0)
            if _is_event(part):
                given.add(part.columns["id"])
                missing.discard(part.columns["id"])
                parent = part.columns["parent"]
                if parent in events and parent not in given:
                    missing.add(parent)
            if size >= PIECE and not missing:
                yield piece
                piece, size = [], 0
    if piece:
        yield piece


def _is_event(item: object) -> TypeGuard[RowVersion]:
    return isinstance(item, RowVersion) and item.table == "events"


def _parts_of(item: Item) -> Iterator[RowVersion | Conflicting | EditPart]:
    if not isinstance(item, EditRecord):
        yield item
        return
    for after in range(0, len(item.changes) or 1, PIECE):
        yield EditPart(item.columns, item.changes[after : after + PIECE], after)


def rows_of(piece: Piece) -> dict[str, set[str]]:
    """Return the ids of the rows, by table, that a piece contains or whose change it records."""
    found: dict[str, set[str]] = {}
    for item in piece:
        match item:
            case RowVersion():
                found.setdefault(item.table, set()).add(item.columns["id"])
            case Conflicting():
                found.setdefault(item.table, set()).add(item.row_id)
            case EditPart():
                for change in (item.columns, *item.changes):
                    if change["before"] is not None:
                        found.setdefault(change["entity"], set()).add(change["row_id"])
    return found
