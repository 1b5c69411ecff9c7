"""Changing the times of steps: after a wrong clock, and if one of two files corrected a step.

The time of a step is stored with the step and in every row that it made or changed, so that these
rows can be found by it.
"""

import re
import sqlite3
from collections.abc import Mapping, Sequence
from typing import Final

from dittomark.store.reading import in_batches
from dittomark.store.rows import ENTITIES, Columns
from dittomark.store.store import Store

STAMPS: Final = ("created_at", "updated_at", "deleted_at")
_IN_JSON: Final = re.compile(r'("(?:created_at|updated_at|deleted_at)": ?")([^"]+)(")')


class Redating:
    """The new times of one file's steps, by their old times."""

    def __init__(self, times: Mapping[str, str]) -> None:
        self._times = times

    def __bool__(self) -> bool:
        return bool(self._times)

    def time(self, at: str) -> str:
        """Return the new time of a step."""
        return self._times.get(at, at)

    def columns(self, columns: Columns) -> Columns:
        """Return a row with new time stamps."""
        return {
            name: self._times.get(value, value) if name in STAMPS else value
            for name, value in columns.items()
        }

    def in_json(self, text: str | None) -> str | None:
        """Return rows in the journal's JSON with new time stamps."""
        return text and _IN_JSON.sub(lambda match: match[1] + self.time(match[2]) + match[3], text)

    def apply(self, connection: sqlite3.Connection) -> None:
        """Write the new times, within a transaction; the clock's reading stays with the step."""
        if not self._times:
            return
        since = min(self._times)
        connection.create_function("redated", 1, lambda at: at and self.time(at))
        connection.create_function("with_redated", 1, self.in_json)
        for table in ENTITIES:
            names = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
            for name in set(STAMPS) & set(names):
                connection.execute(
                    f"UPDATE {table} SET {name} = redated({name}) WHERE {name} >= ?", (since,)
                )
        pair = "before = with_redated(before), after = with_redated(after)"
        connection.execute(
            f"UPDATE changes SET {pair} WHERE edit IN (SELECT seq FROM edits WHERE at >= ?)",
            (since,),
        )
        connection.execute(
            f"UPDATE edits SET {pair}, clock = CASE WHEN redated(at) = at THEN clock"
            " ELSE coalesce(clock, at) END, at = redated(at) WHERE at >= ?",
            (since,),
        )
        connection.execute("UPDATE bent SET content = with_redated(content)")


def agree_on_times(files: Sequence[Store]) -> list[Redating]:
    """Return for each file the new times of steps that another file dates earlier.

    A step dated in the future is corrected if its file is opened for work; a copy may keep the old
    date. The earliest date wins, whichever file is merged into which: steps made after it remain
    later than it.
    """
    earliest: dict[str, str] = {}
    for file in files:
        for row in file.fetch("SELECT id, at FROM edits WHERE clock IS NOT NULL"):
            earliest[row["id"]] = min(row["at"], earliest.get(row["id"], row["at"]))
    moved: list[dict[str, str]] = []
    for file in files:
        times: dict[str, str] = {}
        for batch, marks in in_batches(sorted(earliest)):
            for row in file.fetch(f"SELECT id, at FROM edits WHERE id IN ({marks})", batch):
                if row["at"] > earliest[row["id"]]:
                    times[row["at"]] = earliest[row["id"]]
        moved.append(times)
    return [Redating(times) for times in moved]
