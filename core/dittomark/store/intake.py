"""Adds the work of another copy, in pieces: the union, at the cost of the received rows only.

`dittomark.store.union` joins whole files; the input here consists of versions of rows and edits.
Only the received rows, and those on which they depend, are processed again.
"""

import contextlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from dittomark.store import team_records
from dittomark.store.edits import ALL_CHANGES, Edit
from dittomark.store.intake_pieces import AHEAD, PIECE, EditPart, Piece, rows_of
from dittomark.store.provisional_rows import provisional_rows
from dittomark.store.reading import in_batches
from dittomark.store.rows import (
    ENTITIES,
    EVENTS,
    NEEDS,
    Columns,
    Entity,
    dependents,
    entity_of,
)
from dittomark.store.store import Store
from dittomark.store.union import Joining, changed, content_of, see
from dittomark.store.union_journal import (
    MERGED_STATES,
    ForeignEdit,
    write_changes,
    write_edits,
)
from dittomark.store.work import Conflicting, EditRecord, Item, RowVersion

# Project-wide entries that are joined: the newest edit of each wins.
JOINED_META: Final = ("name", "scheme", "setting/team")


class Intake(Joining):
    """Adds pieces of one segment, each within an edit of its own.

    `seen` holds the versions that edits of the segment changed: they cause no conflict.
    """

    def __init__(self, target: Store) -> None:
        super().__init__(target)
        self._seen_there = _SeenIn()
        self._noted: set[tuple[str, str, str]] = set()
        self._candidates: dict[str, set[str]] = {}  # rows to process again, by table
        self._edit: Edit
        self._texts: dict[str, str] = {}
        self._says_now: dict[tuple[str, str], str | None] = {}  # current contents, within a piece
        self.meta_changed = False

    def look_ahead(self, items: Sequence[Item]) -> Iterator[None]:
        """Scan all items to come, a piece at a time; nothing is written."""
        for first in range(0, len(items), PIECE * AHEAD):
            for _ in self._seen_there.add(items[first : first + PIECE * AHEAD]):
                yield
            yield

    def take(self, edit: Edit, piece: Piece) -> None:
        """Write one piece."""
        self._edit, self._noted, self._candidates, self._says_now = edit, set(), {}, {}
        for (table, row_id), columns in provisional_rows(self._target).items():
            self._write(ENTITIES[table], columns)
            self._candidates.setdefault(table, set()).add(row_id)
        if self._candidates:
            self._connection.execute("DELETE FROM bent")
        self._rows(each for each in piece if isinstance(each, RowVersion))
        for conflict in piece:
            if isinstance(conflict, Conflicting):
                self._note(conflict.table, conflict.row_id, (conflict.content,))
        self._edits([each for each in piece if isinstance(each, EditPart)])
        self._drop_settled(rows_of(piece))
        self._make_consistent()

    # --- rows -----------------------------------------------------------------------------------

    def _rows(self, rows: Iterable[RowVersion]) -> None:
        by_table: dict[str, dict[str, Columns]] = {}
        for row in rows:
            by_table.setdefault(row.table, {})[row.columns["id"]] = row.columns
            if row.text is not None:
                self._texts[row.columns["id"]] = row.text
        for table in ENTITIES:
            if table in by_table:
                self.versions(ENTITIES[table], by_table[table], self._add_new_texts)
                self._candidates.setdefault(table, set()).update(by_table[table])

    def _add_new_texts(self, article_ids: list[str]) -> None:
        self._connection.executemany(
            "INSERT INTO texts SELECT seq, ? FROM articles WHERE id = ?",
            ((self._texts[row_id], row_id) for row_id in article_ids),
        )

    def _add(self, entity: Entity[Any], fresh: list[Columns], add_texts: Any) -> None:  # noqa: ANN401
        super()._add(entity, fresh, add_texts)
        for columns in fresh:
            self._edit.count(entity.table, None, columns)
            self._edit.touch(entity.table, columns)

    def _write(self, entity: Entity[Any], columns: Columns) -> None:
        before = self._edit.columns(entity, columns["id"])
        super()._write(entity, columns)
        self._edit.count(entity.table, before, columns)
        self._edit.touch(entity.table, columns)

    def _make_provisional(self, entity: Entity[Any], row: Any, column: str) -> None:  # noqa: ANN401
        before = self._edit.columns(entity, row["id"])
        super()._make_provisional(entity, row, column)
        self._edit.count(entity.table, before, self._edit.columns(entity, row["id"]))
        self._edit.touch(entity.table, dict(row))

    # --- the journal ----------------------------------------------------------------------------

    def _edits(self, parts: Sequence[EditPart]) -> None:
        known = self._known(parts)
        fresh = []
        for part in parts:
            row = known.get(part.columns["id"])
            if row is not None:
                self._go_on_with(part, row)
            elif part.after == 0:
                fresh.append(part)
        self._add_edits(fresh)
        # Known ones too: the last run may have been interrupted before their contents were adopted.
        self.meta_changed |= any(
            change["entity"] == "meta" for part in parts for change in (part.columns, *part.changes)
        )

    def _add_edits(self, fresh: Sequence[EditPart]) -> None:
        if not fresh:
            return
        first = int(self._target.value("SELECT max(seq) FROM edits") or 0) + 1
        edits = []
        for part in fresh:
            # Until the remaining changes are received, the edit is stored as one of fewer changes.
            columns = {**part.columns, "more": len(part.changes)}
            edits.append(ForeignEdit((columns["at"], columns["id"]), columns, part.changes))
        write_edits(self._target, edits)
        team_records.put_received(self._target, first, first + len(fresh) - 1)

    def _go_on_with(self, part: EditPart, row: Mapping[str, Any]) -> None:
        """Write missing changes of an edit whose first ones are stored, unless it is our own."""
        begin = row["more"] - part.after
        if row["state"] in MERGED_STATES.values() and 0 <= begin < len(part.changes):
            write_changes(self._target, ((row["seq"], each) for each in part.changes[begin:]))
            self._connection.execute(
                "UPDATE edits SET more = ? WHERE seq = ?",
                (part.after + len(part.changes), row["seq"]),
            )

    def _known(self, parts: Sequence[EditPart]) -> dict[str, Mapping[str, Any]]:
        known: dict[str, Mapping[str, Any]] = {}
        for batch, marks in in_batches(part.columns["id"] for part in parts):
            for row in self._target.fetch(
                f"SELECT seq, id, more, state FROM edits WHERE id IN ({marks})", batch
            ):
                known[row["id"]] = dict(row)
        return known

    # --- open conflicts -------------------------------------------------------------------------

    def _note(self, table: str, row_id: str, contents: Iterable[str]) -> None:
        contents = list(contents)
        super()._note(table, row_id, contents)
        self._noted.update((table, row_id, content) for content in contents)

    def _drop_settled(self, rows: Mapping[str, set[str]]) -> None:
        """Drop settled conflicts: equal to the current row, or seen and changed by somebody.

        `rows` holds the ids, by table, of the rows in the piece.
        """
        for table, row_ids in rows.items():
            for batch, marks in in_batches(row_ids):
                self._noted.update(
                    (table, row["row_id"], row["content"])
                    for row in self._target.fetch(
                        "SELECT row_id, content FROM conflicts"
                        f" WHERE entity = ? AND row_id IN ({marks})",
                        (table, *batch),
                    )
                )
        open_ones = {
            (table, row_id, content)
            for table, row_id, content in self._noted
            if content not in self._seen_there.of(table, row_id)
            and content != self._current(table, row_id)
        }
        if open_ones:
            seen: dict[tuple[str, str], set[str]] = {}
            for change in changed(self._target, sorted({row_id for _, row_id, _ in open_ones})):
                see(seen, change)
            open_ones = {
                (table, row_id, content)
                for table, row_id, content in open_ones
                if content not in seen.get((table, row_id), ())
            }
        self._connection.executemany(
            "DELETE FROM conflicts WHERE entity = ? AND row_id = ? AND content = ?",
            self._noted - open_ones,
        )

    def _current(self, table: str, row_id: str) -> str | None:
        key = table, row_id
        if key not in self._says_now:
            columns = self._edit.columns(entity_of(table), row_id)
            self._says_now[key] = None if columns is None else content_of(columns)
        return self._says_now[key]

    def _make_consistent(self) -> None:
        """Restore consistency: revive rows that living rows need, break loops of events."""
        candidates = self._candidates
        if any(self._has_parent(row_id) for row_id in candidates.get("events", ())):
            self._break_loops()
        while candidates:
            owners: dict[str, set[str]] = {}
            for table, row_ids in candidates.items():
                if dependents(table):
                    owners.setdefault(table, set()).update(row_ids)
                for other, column, owner in NEEDS:
                    if other == table:
                        owners.setdefault(owner, set()).update(
                            self._named_by(table, column, row_ids)
                        )
            candidates = {}
            for table, row_ids in owners.items():
                revived = self._revive_needed(table, row_ids)
                if revived:
                    candidates[table] = revived

    def _events_to_look_at(self) -> Iterable[sqlite3.Row]:
        found: dict[str, sqlite3.Row] = {}
        for batch, marks in in_batches(self._candidates.get("events", ())):
            for row in self._target.fetch(
                f"WITH RECURSIVE above (id) AS (SELECT id FROM events WHERE id IN ({marks}) UNION"
                " SELECT e.parent FROM events e JOIN above ON e.id = above.id"
                " WHERE e.parent IS NOT NULL)"
                f" SELECT {EVENTS.listed_columns} FROM events WHERE id IN above",
                batch,
            ):
                found[row["id"]] = row
        return found.values()

    def _has_parent(self, row_id: str) -> bool:
        return self._target.value("SELECT parent FROM events WHERE id = ?", (row_id,)) is not None

    def _named_by(self, table: str, column: str, row_ids: Iterable[str]) -> set[str]:
        named: set[str] = set()
        for batch, marks in in_batches(row_ids):
            found = self._target.fetch(
                f"SELECT {column} FROM {table} WHERE id IN ({marks})"
                f" AND deleted_at IS NULL AND {column} IS NOT NULL",
                batch,
            )
            named.update(row[0] for row in found)
        return named

    def _revive_needed(self, table: str, row_ids: Iterable[str]) -> set[str]:
        """Revive those of the rows that are deleted and that a living row needs."""
        entity, revived = ENTITIES[table], set()
        for batch, marks in in_batches(row_ids):
            for row in self._target.fetch(
                f"SELECT {entity.listed_columns} FROM {table}"
                f" WHERE id IN ({marks}) AND deleted_at NOT NULL",
                batch,
            ):
                if any(
                    self._target.value(
                        f"SELECT 1 FROM {other} WHERE {column} = ? AND deleted_at IS NULL LIMIT 1",
                        (row["id"],),
                    )
                    for other, column in dependents(table)
                ):
                    self._make_provisional(entity, row, "deleted_at")
                    revived.add(row["id"])
        return revived


def adopt_newest_meta(store: Store, edit: Edit) -> None:
    """Set name, label scheme and the team's rules to the values of the newest edit of each."""
    newest: dict[str, tuple[tuple[str, str], str]] = {}
    marks = ", ".join("?" * len(JOINED_META))
    for row in store.fetch(
        f"SELECT e.at, e.id, c.row_id, c.after FROM {ALL_CHANGES} c JOIN edits e ON e.seq = c.edit"
        f" WHERE c.entity = 'meta' AND c.row_id IN ({marks}) AND e.operation <> 'create'",
        JOINED_META,
    ):
        value = _meta_value(row["after"])
        if value is not None:
            key = row["row_id"]
            newest[key] = max(newest.get(key, (("", ""), "")), ((row["at"], row["id"]), value))
    for key, (_, value) in newest.items():
        if store.meta(key) != value:
            edit.write_meta(key, value)


def _meta_value(after: str | None) -> str | None:
    with contextlib.suppress(ValueError, TypeError, KeyError, RecursionError):
        value = json.loads(after or "")["value"]
        return value if isinstance(value, str) else None
    return None


class _SeenIn:
    """The versions of rows that somebody saw and changed in some items; parsed on demand."""

    def __init__(self) -> None:
        self._before: dict[tuple[str, str], list[Mapping[str, Any]]] = {}
        self._read: dict[tuple[str, str], set[str]] = {}

    def add(self, items: Iterable[Item]) -> Iterator[None]:
        """Add the changes of these items; yields repeatedly, as an edit may have many changes."""
        for item in items:
            if isinstance(item, EditRecord):
                for number, change in enumerate((item.columns, *item.changes), start=1):
                    if change["before"] is not None:
                        key = change["entity"], change["row_id"]
                        self._before.setdefault(key, []).append(change)
                    if number % (PIECE * AHEAD) == 0:
                        yield

    def of(self, table: str, row_id: str) -> set[str]:
        """Return the contents of those versions of a row."""
        key = table, row_id
        if key not in self._read:
            for change in self._before.get(key, ()):
                see(self._read, change)
        return self._read.get(key, set())
