"""The union of journals: the edits of other files, each once, in the order of their times."""

import heapq
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any, Final

from dittomark.store.edits import CHANGE_COLUMNS, EDIT_COLUMNS
from dittomark.store.redating import Redating
from dittomark.store.store import Store

_BATCH: Final = 500
# A step of another file can't be undone here.
MERGED_STATES: Final = {"done": "record", "undone": "gone"}
# Columns of an edit that are the same in every file; its number and its state are not.
KEPT: Final = (
    "id", "at", "annotator", "operation", "added", "entity", "row_id", "before", "after", "more",
    "device", "clock",
)  # fmt: skip


def join_journals(target: Store, sources: Sequence[tuple[Store, Redating]]) -> Iterator[int]:
    """Add the edits that the target lacks; yields their number, batch by batch.

    Each source comes with the new times of its steps.
    """
    known: set[str] = set()
    pending: list[ForeignEdit] = []
    streams = [_unknown_edits(target, *source) for source in sources]
    for foreign in heapq.merge(*streams, key=lambda foreign: foreign.key):
        if foreign.edit["id"] not in known:
            known.add(foreign.edit["id"])
            pending.append(foreign)
        if len(pending) == _BATCH:
            yield write_edits(target, pending)
            pending.clear()
    yield write_edits(target, pending)


def write_edits(target: Store, foreign: Sequence["ForeignEdit"]) -> int:
    """Append edits and their changes to the journal."""
    first = (target.value("SELECT max(seq) FROM edits") or 0) + 1
    kept = itemgetter(*KEPT)
    numbered = list(enumerate(foreign, start=first))
    target.connection.executemany(
        f"INSERT INTO edits (seq, state, {', '.join(KEPT)}) VALUES (?, ?{', ?' * len(KEPT)})",
        (
            (
                seq,
                MERGED_STATES.get(one.edit["state"], one.edit["state"]),
                *kept(one.edit),
            )
            for seq, one in numbered
        ),
    )
    write_changes(target, ((seq, change) for seq, one in numbered for change in one.changes))
    return len(foreign)


def write_changes(
    target: Store, changes: Iterable[tuple[int, Mapping[str, Any] | sqlite3.Row]]
) -> None:
    """Append changes, each with the number of its edit."""
    columns_of = itemgetter("entity", "row_id", "before", "after")
    target.connection.executemany(
        "INSERT INTO changes (edit, entity, row_id, before, after) VALUES (?, ?, ?, ?, ?)",
        ((seq, *columns_of(change)) for seq, change in changes),
    )


@dataclass(frozen=True)
class ForeignEdit:
    """An edit of another file, with its changes; `key` orders the edits of all files."""

    key: tuple[str, str]
    edit: Mapping[str, Any] | sqlite3.Row
    changes: Sequence[Mapping[str, Any] | sqlite3.Row]


def _unknown_edits(target: Store, source: Store, redating: Redating) -> Iterator[ForeignEdit]:
    """Yield the edits of a source that the target lacks, in the order of their times."""
    sql = f"SELECT {EDIT_COLUMNS} FROM edits WHERE seq > :after ORDER BY seq LIMIT :size"
    for batch in source.pages(sql, size=_BATCH):
        marks = ", ".join("?" * len(batch))
        known = {
            row[0]
            for row in target.fetch(
                f"SELECT id FROM edits WHERE id IN ({marks})", [row["id"] for row in batch]
            )
        }
        changes: dict[int, list[sqlite3.Row]] = {}
        for change in source.fetch(
            f"SELECT {CHANGE_COLUMNS} FROM changes WHERE edit BETWEEN ? AND ? ORDER BY seq",
            (batch[0]["seq"], batch[-1]["seq"]),
        ):
            changes.setdefault(change["edit"], []).append(change)
        for row in batch:
            if row["id"] not in known:
                foreign = ForeignEdit((row["at"], row["id"]), row, changes.get(row["seq"], ()))
                yield _redated(foreign, redating) if redating else foreign


def _redated(foreign: ForeignEdit, redating: Redating) -> ForeignEdit:
    edit = dict(foreign.edit)
    at = redating.time(edit["at"])
    if at != edit["at"]:
        edit |= {"at": at, "clock": edit["clock"] or edit["at"]}
    edit |= {name: redating.in_json(edit[name]) for name in ("before", "after")}
    changes = [
        {**dict(change), **{name: redating.in_json(change[name]) for name in ("before", "after")}}
        for change in foreign.changes
    ]
    return ForeignEdit((at, edit["id"]), edit, changes)
