"""The union of journals: the edits of other files, each once, in the order of their times."""

import heapq
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from dittomark.store.edits import CHANGE_COLUMNS, EDIT_COLUMNS
from dittomark.store.store import Store

_BATCH: Final = 500
# A step of another file can't be undone here.
_MERGED_STATES: Final = {"done": "record", "undone": "gone"}
_KEPT: Final = (
    "id", "at", "annotator", "operation", "added", "entity", "row_id", "before", "after", "more",
    "device", "clock",
)  # fmt: skip


def join_journals(target: Store, sources: Sequence[Store]) -> Iterator[int]:
    """Add the edits that the target does not know; yields how many, batch by batch."""
    known: set[str] = set()
    waiting: list[_ForeignEdit] = []
    streams = [_unknown_edits(target, source) for source in sources]
    for foreign in heapq.merge(*streams, key=lambda foreign: foreign.key):
        if foreign.edit["id"] not in known:
            known.add(foreign.edit["id"])
            waiting.append(foreign)
        if len(waiting) == _BATCH:
            yield _write_edits(target, waiting)
            waiting.clear()
    yield _write_edits(target, waiting)


def _write_edits(target: Store, foreign: Sequence["_ForeignEdit"]) -> int:
    """Append edits and their changes to the journal."""
    first = (target.value("SELECT max(seq) FROM edits") or 0) + 1
    numbered = list(enumerate(foreign, start=first))
    target.connection.executemany(
        f"INSERT INTO edits (seq, state, {', '.join(_KEPT)}) VALUES (?, ?{', ?' * len(_KEPT)})",
        (
            (
                seq,
                _MERGED_STATES.get(one.edit["state"], one.edit["state"]),
                *(one.edit[name] for name in _KEPT),
            )
            for seq, one in numbered
        ),
    )
    target.connection.executemany(
        "INSERT INTO changes (edit, entity, row_id, before, after) VALUES (?, ?, ?, ?, ?)",
        (
            (seq, *(change[name] for name in ("entity", "row_id", "before", "after")))
            for seq, one in numbered
            for change in one.changes
        ),
    )
    return len(foreign)


@dataclass(frozen=True)
class _ForeignEdit:
    """An edit of another file, with its changes; `key` orders edits of all files."""

    key: tuple[str, str]
    edit: sqlite3.Row
    changes: Sequence[sqlite3.Row]


def _unknown_edits(target: Store, source: Store) -> Iterator[_ForeignEdit]:
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
                yield _ForeignEdit((row["at"], row["id"]), row, changes.get(row["seq"], ()))
