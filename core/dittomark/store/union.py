"""The union of project files: rows by id, the newest version wins, no difference is lost.

A row is the set of its versions in all files. The newest one (by time, then by content) is kept;
the others are listed as conflicts unless the joined journal shows that somebody saw and changed
them. Versions, journal rows and conflicts only ever grow, and the result is computed from all of
them, so files may be merged in any order and any number of times.

If the union leaves a dangling reference (a pair that one file removed and another one judged) the
row is provisional, and its original version is stored in the table `bent`, from which the next
merge begins.
"""

import contextlib
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from dittomark.errors import ProjectFileError
from dittomark.progress import Report
from dittomark.store.check import count_rows
from dittomark.store.codecs import to_json
from dittomark.store.edits import ALL_CHANGES, load_columns
from dittomark.store.provisional_rows import provisional_rows
from dittomark.store.queries import copy_text
from dittomark.store.reading import in_batches
from dittomark.store.redating import Redating, agree_on_times
from dittomark.store.row_checks import loops
from dittomark.store.rows import (
    ENTITIES,
    EVENTS,
    NEEDS,
    Columns,
    Entity,
    entity_of,
    with_added_content,
)
from dittomark.store.store import Store
from dittomark.store.union_journal import join_journals

_BATCH: Final = 500
_STAMPS: Final = ("created_at", "updated_at")
# The program's own rows: the newest wins, and a difference is no disagreement of annotators.
NOT_DISPUTED: Final = ("pairs", "suggestions")


@dataclass
class Joined:
    """The result of a union: rows by table."""

    added: dict[str, int] = field(default_factory=dict)
    updated: dict[str, int] = field(default_factory=dict)


def join(target: Store, sources: Sequence[Store], report: Report | None = None) -> Joined:
    """Make `target` the union of itself and the sources, within an edit."""
    joining = Joining(target, report)
    own_times, *times = agree_on_times([target, *sources])
    own_times.apply(target.connection)
    for number in join_journals(target, list(zip(sources, times, strict=True))):
        joining.progress(number)
    joining.put_back_provisional_rows()
    for source, redating in zip(sources, times, strict=True):
        for entity in ENTITIES.values():
            joining.rows(source, entity, redating)
        joining.conflicts(source)
    joining.settle()
    return joining.result


def content_of(columns: Columns) -> str:
    """Return the content of a version, without its times."""
    plain = {name: value for name, value in columns.items() if name not in _STAMPS}
    return to_json({**plain, "deleted_at": plain["deleted_at"] is not None})


def _version(columns: Columns) -> tuple[str, str]:
    """Return the sort key of versions: a later one is greater; at the same time content decides."""
    return columns["updated_at"], to_json(columns)


class Joining:
    """Adds versions of rows to the target; the newest version of each wins."""

    def __init__(self, target: Store, report: Report | None = None) -> None:
        self._target = target
        self._connection = target.connection
        self._report = report
        self._done = 0
        self.result = Joined()

    def progress(self, number: int) -> None:
        """Report progress of so many more rows."""
        self._done += number
        if self._report is not None:
            self._report(self._done, 0)

    # --- rows -----------------------------------------------------------------------------------

    def put_back_provisional_rows(self) -> None:
        """Restore the original versions of the target's provisional rows."""
        for (table, _), columns in provisional_rows(self._target).items():
            self._write(ENTITIES[table], columns)
        self._connection.execute("DELETE FROM bent")

    def rows(self, source: Store, entity: Entity[Any], redating: Redating) -> None:
        """Join one table of a source, with the new times of its steps."""
        provisional = provisional_rows(source)
        sql = (
            f"SELECT seq, {entity.listed_columns} FROM {entity.table}"
            " WHERE seq > :after ORDER BY seq LIMIT :size"
        )
        for batch in source.pages(sql, size=_BATCH):
            versions = {
                row["id"]: provisional.get(
                    (entity.table, row["id"]), {name: row[name] for name in entity.columns}
                )
                for row in batch
            }
            if redating:
                versions = {name: redating.columns(each) for name, each in versions.items()}
            self.versions(entity, versions, lambda ids: self._add_texts(source, ids))
            self.progress(len(batch))

    def versions(
        self,
        entity: Entity[Any],
        versions: Mapping[str, Columns],
        add_texts: Callable[[list[str]], None],
    ) -> None:
        """Join versions of rows of one table, by id; `add_texts` gets the ids of new articles."""
        existing = self._existing(entity, list(versions))
        fresh = [columns for row_id, columns in versions.items() if row_id not in existing]
        self._add(entity, fresh, add_texts)
        for row_id, columns in existing.items():
            self._choose(entity, columns, versions[row_id])

    def _existing(self, entity: Entity[Any], row_ids: list[str]) -> dict[str, Columns]:
        marks = ", ".join("?" * len(row_ids))
        rows = self._target.fetch(
            f"SELECT {entity.listed_columns} FROM {entity.table} WHERE id IN ({marks})", row_ids
        )
        return {row["id"]: {name: row[name] for name in entity.columns} for row in rows}

    def _add(
        self,
        entity: Entity[Any],
        fresh: list[Columns],
        add_texts: Callable[[list[str]], None],
    ) -> None:
        if not fresh:
            return
        names = ", ".join(f'"{name}"' for name in entity.columns)
        marks = ", ".join("?" * len(entity.columns))
        self._connection.executemany(
            f"INSERT INTO {entity.table} ({names}) VALUES ({marks})",
            [[columns[name] for name in entity.columns] for columns in fresh],
        )
        if entity.table == "articles":
            add_texts([columns["id"] for columns in fresh])
        living = sum(columns["deleted_at"] is None for columns in fresh)
        self.result.added[entity.table] = self.result.added.get(entity.table, 0) + living

    def _add_texts(self, source: Store, article_ids: list[str]) -> None:
        for article in article_ids:
            copy_text(source, self._target, article)

    def _choose(self, entity: Entity[Any], own: Columns, other: Columns) -> None:
        """Keep the newer of two versions, and record both if their contents differ."""
        if own == other:
            return
        contents = {content_of(own), content_of(other)}
        if _version(other) > _version(own):
            self._write(entity, other)
            if len(contents) > 1:
                self.result.updated[entity.table] = self.result.updated.get(entity.table, 0) + 1
        if len(contents) > 1 and entity.table not in NOT_DISPUTED:
            self._note(entity.table, own["id"], contents)

    def _note(self, table: str, row_id: str, contents: Iterable[str]) -> None:
        """Record the contents of versions of a row."""
        self._connection.executemany(
            "INSERT OR IGNORE INTO conflicts (entity, row_id, content) VALUES (?, ?, ?)",
            [(table, row_id, content) for content in contents],
        )

    def _write(self, entity: Entity[Any], columns: Columns) -> None:
        names = ", ".join(f'"{name}" = ?' for name in entity.columns)
        self._connection.execute(
            f"UPDATE {entity.table} SET {names} WHERE id = ?",
            (*(columns[name] for name in entity.columns), columns["id"]),
        )

    # --- open conflicts -------------------------------------------------------------------------

    def conflicts(self, source: Store) -> None:
        """Copy the open conflicts of earlier merges of the source."""
        self._connection.executemany(
            "INSERT OR IGNORE INTO conflicts (entity, row_id, content) VALUES (?, ?, ?)",
            [
                (row["entity"], row["row_id"], with_added_content(row["entity"], row["content"]))
                for row in source.fetch("SELECT entity, row_id, content FROM conflicts")
            ],
        )

    def settle(self) -> None:
        """Drop settled conflicts, resolve dangling references, count again."""
        prune_conflicts(self._target)
        self._revive()
        self._break_loops()
        self._connection.execute("DELETE FROM counters")
        self._connection.executemany(
            "INSERT INTO counters (key, value) VALUES (?, ?)", count_rows(self._target).items()
        )

    def _revive(self) -> None:
        """Revive rows that a living row needs."""
        revived = True
        while revived:
            revived = False
            for table, column, owner in NEEDS:
                rows = self._target.fetch(
                    f"SELECT {ENTITIES[owner].listed_columns} FROM {owner} WHERE deleted_at NOT NULL"
                    f" AND EXISTS (SELECT 1 FROM {table} AS r WHERE r.{column} = {owner}.id"
                    " AND r.deleted_at IS NULL)"
                )
                for row in rows:
                    self._make_provisional(ENTITIES[owner], row, "deleted_at")
                    revived = True

    def _break_loops(self) -> None:
        """Break loops of event parents, always at the same place: at the greatest id."""
        while True:
            rows = {row["id"]: row for row in self._events_to_look_at()}
            looping = loops({row_id: row["parent"] for row_id, row in rows.items()})
            if not looping:
                return
            self._make_provisional(ENTITIES["events"], rows[max(looping)], "parent")

    def _events_to_look_at(self) -> Iterable[sqlite3.Row]:
        """Return the events whose parents may form a loop, with all their ancestors."""
        return self._target.fetch(f"SELECT {EVENTS.listed_columns} FROM events")

    def _make_provisional(self, entity: Entity[Any], row: sqlite3.Row, column: str) -> None:
        """Clear one column, and store the row's original version."""
        self._connection.execute(
            "INSERT OR IGNORE INTO bent (entity, row_id, content) VALUES (?, ?, ?)",
            (entity.table, row["id"], to_json({name: row[name] for name in entity.columns})),
        )
        self._connection.execute(
            f"UPDATE {entity.table} SET {column} = NULL WHERE id = ?", (row["id"],)
        )


def prune_conflicts(store: Store) -> None:
    """Drop versions that equal the current row, or that the journal shows as seen and changed."""
    seen = _seen(store)
    gone = [
        tuple(row)
        for row in store.fetch("SELECT entity, row_id, content FROM conflicts")
        if row["content"] in _current(store, row["entity"], row["row_id"])
        or row["content"] in seen.get((row["entity"], row["row_id"]), ())
    ]
    store.connection.executemany(
        "DELETE FROM conflicts WHERE entity = ? AND row_id = ? AND content = ?", gone
    )


def _current(store: Store, table: str, row_id: str) -> list[str]:
    """Return the content of the row, if it exists."""
    entity = entity_of(table)
    rows = store.fetch(entity.select_columns, (row_id,))
    return [content_of({name: row[name] for name in entity.columns}) for row in rows]


def _seen(store: Store) -> dict[tuple[str, str], set[str]]:
    """Return the contents that somebody saw and changed, for the rows with conflicts."""
    seen: dict[tuple[str, str], set[str]] = {}
    disputed = [row[0] for row in store.fetch("SELECT DISTINCT row_id FROM conflicts")]
    for change in changed(store, disputed):
        see(seen, change)
    return seen


def changed(store: Store, row_ids: Iterable[str]) -> Iterator[sqlite3.Row]:
    """Yield the changes in the journal that began from a version of one of these rows."""
    for batch, marks in in_batches(row_ids):
        yield from store.connection.execute(
            f"SELECT entity, row_id, before FROM {ALL_CHANGES}"
            f" WHERE before IS NOT NULL AND row_id IN ({marks})",
            batch,
        )


def see(seen: dict[tuple[str, str], set[str]], change: Mapping[str, Any] | sqlite3.Row) -> None:
    """Add the content of a row before a change to `seen`."""
    with contextlib.suppress(ProjectFileError, KeyError):  # a damaged one settles nothing
        before = content_of(load_columns(change["before"], change["entity"]) or {})
        seen.setdefault((change["entity"], change["row_id"]), set()).add(before)
