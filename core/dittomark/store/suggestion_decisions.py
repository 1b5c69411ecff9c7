"""Who accepted or refused a suggestion, by the journal; and how one of several reverts it.

Two members of a team may settle the same suggestion independently. If one of them reverts it, only
that settlement is reverted: the suggestion is open again, but not for the other.
"""

from collections.abc import Collection, Iterable
from typing import Final, NamedTuple

from dittomark.store.edits import ALL_CHANGES, Edit
from dittomark.store.reading import in_batches
from dittomark.store.rows import SUGGESTIONS, Columns
from dittomark.store.store import Store

_STATE_AFTER: Final = (
    "CASE WHEN json_valid(c.after) THEN json_extract(c.after, '$.state') END AS state_after"
)

_SETTLED: Final = frozenset({"accepted", "refused"})
# all other columns are unchanged when a suggestion is settled
_BESIDE: Final = {"state": None, "updated_at": None}


class Settled(NamedTuple):
    """A suggestion that somebody settled by an operation, without having reverted it."""

    suggestion: str
    annotator: str
    operation: str


def settled(store: Store, suggestion_ids: Iterable[str]) -> list[Settled]:
    """Return the settlements of these suggestions."""
    newest: dict[tuple[str, str], str] = {}
    for batch, marks in in_batches(suggestion_ids):
        rows = store.fetch(
            f"SELECT c.row_id, e.annotator, e.operation, {_STATE_AFTER}"
            f" FROM (SELECT edit, entity, row_id, after FROM {ALL_CHANGES}"
            f" WHERE before IS NOT NULL AND row_id IN ({marks})) c"
            " JOIN edits e ON e.seq = c.edit"
            " WHERE c.entity = 'suggestions' AND e.state != 'undone' ORDER BY e.seq",
            batch,
        )
        for suggestion, annotator, operation, state in rows:
            back = str(operation).startswith("undo") or state not in _SETTLED
            newest[str(suggestion), str(annotator)] = "" if back else str(operation)
    return [Settled(*who, operation) for who, operation in newest.items() if operation]


def open_again(store: Store, annotator: str) -> list[str]:
    """Return the open suggestions that this annotator's steps settled at some time."""
    return store.ids(
        "SELECT id FROM suggestions WHERE state = 'open' AND deleted_at IS NULL AND id IN ("
        "SELECT row_id FROM edits WHERE annotator = :who AND state != 'undone'"
        " AND entity = 'suggestions' AND before IS NOT NULL"
        " UNION SELECT c.row_id FROM edits e JOIN changes c ON c.edit = e.seq"
        " WHERE e.annotator = :who AND e.state != 'undone'"
        " AND c.entity = 'suggestions' AND c.before IS NOT NULL)",
        {"who": annotator},
    )


def refused_by(store: Store, annotators: Collection[str]) -> set[str]:
    """Return the suggestions refused by these annotators, and refused passages, never open."""
    marks = ", ".join("?" * len(annotators))
    which = (
        f"e.annotator IN ({marks}) AND e.state != 'undone'"
        " AND e.operation IN ('refuse_suggestion', 'refuse_passages')"
    )
    sql = (
        f"SELECT e.row_id FROM edits e WHERE e.entity = 'suggestions' AND {which}"
        " UNION SELECT c.row_id FROM edits e JOIN changes c ON c.edit = e.seq"
        f" WHERE c.entity = 'suggestions' AND {which}"
    )
    return {str(row[0]) for row in store.fetch(sql, [*annotators, *annotators])}


def is_settlement(table: str, before: Columns, after: Columns) -> bool:
    """Whether a change in the journal settles a suggestion and does nothing else."""
    return (
        table == "suggestions"
        and before.get("state") in {"open", after.get("state")}
        and after.get("state") in _SETTLED
        and {**before, **_BESIDE} == {**after, **_BESIDE}
    )


def take_settlement_back(edit: Edit, before: Columns, after: Columns) -> None:
    """Reopen a suggestion; if a colleague had settled it before, their decision is kept."""
    current = edit.columns(SUGGESTIONS, after["id"])
    if current is None or current["deleted_at"] is not None:
        return  # open for others again, it was withdrawn: nothing remains to be reopened
    if current["state"] == before["state"] or before["state"] == after["state"]:
        edit.note(SUGGESTIONS, after["id"])
    else:
        edit.write(SUGGESTIONS, current, {**current, "state": before["state"]})


def settle_again(edit: Edit, after: Columns) -> None:
    """Settle a suggestion as before; one that a colleague settled meanwhile is unchanged."""
    current = edit.columns(SUGGESTIONS, after["id"])
    if current is None or current["deleted_at"] is not None:
        return
    if current["state"] == "open":
        edit.write(SUGGESTIONS, current, {**current, "state": after["state"]})
    else:
        edit.note(SUGGESTIONS, after["id"])
