"""Work exchanged between copies of a project: versions of rows, the texts of articles, edits."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from dittomark.store.edits import CHANGE_COLUMNS, EDIT_COLUMNS
from dittomark.store.provisional_rows import provisional_rows
from dittomark.store.queries import text_of
from dittomark.store.reading import in_batches
from dittomark.store.rows import ENTITIES, Columns, Entity
from dittomark.store.store import Store
from dittomark.store.union_journal import KEPT

Run = tuple[int, int]  # the first and the last seq

_BATCH: Final = 500
_BULK: Final = ("articles", "pairs", "spans", "links", "suggestions")
# Operations that may change any row: they add the journal of other files.
_OF_OTHER_FILES: Final = ("merge", "hand_out", "create")


@dataclass(frozen=True, slots=True)
class RowVersion:
    """A version of a row in one copy; an article's includes its text."""

    table: str
    columns: Columns
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Conflicting:
    """Another version of a row, which lost against the copy's own."""

    table: str
    row_id: str
    content: str


@dataclass(frozen=True, slots=True)
class EditRecord:
    """An edit of the journal with its further changes."""

    columns: dict[str, Any]
    changes: Sequence[dict[str, Any]] = field(default=())


Item = RowVersion | Conflicting | EditRecord


def work_of(store: Store, runs: Sequence[Run]) -> Iterator[Item]:
    """Yield edits of these runs with the current versions of the rows that they changed.

    Rows come first, each after the rows that it needs, so every part can be added on its own.
    """
    yield from (_everything(store) if _is_whole(store, runs) else _touched(store, runs))
    for first, last in runs:
        yield from _edits(store, first, last)


def all_work(store: Store) -> Iterator[Item]:
    """Yield all rows and edits of the project."""
    yield from _everything(store)
    yield from _edits(store, 1, int(store.value("SELECT max(seq) FROM edits") or 0))


def _is_whole(store: Store, runs: Sequence[Run]) -> bool:
    marks = ", ".join("?" * len(_OF_OTHER_FILES))
    return any(
        store.value(
            f"SELECT 1 FROM edits WHERE seq BETWEEN ? AND ? AND operation IN ({marks}) LIMIT 1",
            (first, last, *_OF_OTHER_FILES),
        )
        for first, last in runs
    )


def _everything(store: Store) -> Iterator[Item]:
    provisional = provisional_rows(store)
    for entity in ENTITIES.values():
        if entity.table == "events":
            yield from _events(store, [row[0] for row in store.fetch("SELECT id FROM events")])
            continue
        sql = f"SELECT seq, {entity.listed_columns} FROM {entity.table} WHERE seq > :after"
        for batch in store.pages(f"{sql} ORDER BY seq LIMIT :size", size=_BATCH):
            for row in batch:
                columns = {name: row[name] for name in entity.columns}
                columns = provisional.get((entity.table, row["id"]), columns)
                yield _version(store, entity, columns)
    for row in store.fetch("SELECT entity, row_id, content FROM conflicts"):
        yield Conflicting(row["entity"], row["row_id"], row["content"])


def _touched(store: Store, runs: Sequence[Run]) -> Iterator[Item]:
    named = _named_rows(store, runs)
    for entity in ENTITIES.values():
        ids = sorted(named.get(entity.table, ()))
        if entity.table == "events":
            yield from _events(store, ids)
        else:
            yield from _rows(store, entity, ids)
    for table, found in named.items():
        for batch, marks in in_batches(sorted(found)):
            for row in store.fetch(
                f"SELECT row_id, content FROM conflicts WHERE entity = ? AND row_id IN ({marks})",
                (table, *batch),
            ):
                yield Conflicting(table, row["row_id"], row["content"])


def _named_rows(store: Store, runs: Sequence[Run]) -> dict[str, set[str]]:
    """Return the ids of the rows that the edits changed, by table."""
    named: dict[str, set[str]] = {}
    for run in runs:
        for sql in (
            "SELECT entity, row_id FROM edits WHERE entity IS NOT NULL AND seq BETWEEN ? AND ?",
            "SELECT entity, row_id FROM changes WHERE edit BETWEEN ? AND ?",
        ):
            for row in store.fetch(sql, run):
                named.setdefault(row["entity"], set()).add(row["row_id"])
        # Of rows added or changed in bulk the journal records only the time.
        times = [
            row["at"]
            for row in store.fetch(
                "SELECT at FROM edits WHERE (added IS NOT NULL OR entity IS NULL)"
                " AND seq BETWEEN ? AND ?",
                run,
            )
        ]
        for batch, marks in in_batches(times):
            for table in _BULK:
                found = store.fetch(f"SELECT id FROM {table} WHERE updated_at IN ({marks})", batch)
                named.setdefault(table, set()).update(row["id"] for row in found)
    named.pop("meta", None)
    return named


def _rows(store: Store, entity: Entity[Any], ids: Sequence[str]) -> Iterator[RowVersion]:
    provisional = provisional_rows(store)
    for batch, marks in in_batches(ids):
        for row in store.fetch(
            f"SELECT {entity.listed_columns} FROM {entity.table} WHERE id IN ({marks})", batch
        ):
            columns = provisional.get((entity.table, row["id"]), dict(row))
            yield _version(store, entity, columns)


def _version(store: Store, entity: Entity[Any], columns: Columns) -> RowVersion:
    text = text_of(store, columns["id"]) if entity.table == "articles" else None
    return RowVersion(entity.table, columns, text)


def _events(store: Store, ids: Sequence[str]) -> Iterator[RowVersion]:
    """Yield events, each after its parent; in a loop that a merge broke, any one first."""
    found = {each.columns["id"]: each for each in _rows(store, ENTITIES["events"], ids)}
    given: set[str] = set()
    for event in found:
        chain: list[str] = []
        above: str | None = event
        while above in found and above not in given and above not in chain:
            chain.append(str(above))
            above = found[str(above)].columns["parent"]
        for each in reversed(chain):
            given.add(each)
            yield found[each]


def _edits(store: Store, first: int, last: int) -> Iterator[EditRecord]:
    for begin in range(first, last + 1, _BATCH):
        span = begin, min(begin + _BATCH - 1, last)
        changes: dict[int, list[dict[str, Any]]] = {}
        for row in store.fetch(
            f"SELECT {CHANGE_COLUMNS} FROM changes WHERE edit BETWEEN ? AND ? ORDER BY seq", span
        ):
            changes.setdefault(row["edit"], []).append(
                {name: row[name] for name in ("entity", "row_id", "before", "after")}
            )
        for row in store.fetch(
            f"SELECT {EDIT_COLUMNS} FROM edits WHERE seq BETWEEN ? AND ? ORDER BY seq", span
        ):
            kept = {name: row[name] for name in (*KEPT, "state")}
            yield EditRecord(kept, tuple(changes.get(row["seq"], ())))
