"""Part of a project as a separate file: chosen pairs, and the rows on which they depend."""

from collections.abc import Iterable, Sequence

from dittomark.store.edits import Edit
from dittomark.store.queries import copy_text
from dittomark.store.reading import in_batches
from dittomark.store.rows import (
    ARTICLES,
    ENTITIES,
    EVENTS,
    JUDGEMENTS,
    LINKS,
    MEMBERSHIPS,
    PAIRS,
    SPANS,
    SUGGESTIONS,
    Columns,
)
from dittomark.store.store import Store


def copy_pairs(
    source: Store, target: Store, edit: Edit, pair_ids: Sequence[str], *, annotator: str
) -> None:
    """Copy pairs with their articles, suggestions, all events, and the annotator's own work.

    Rows are copied unchanged, times included: a later merge recognises them as the same.
    """
    connection = target.connection
    connection.execute("PRAGMA defer_foreign_keys = ON")
    pairs = _rows(source, PAIRS.table, "id", pair_ids)
    article_ids = list(dict.fromkeys(row[side] for row in pairs for side in ("a", "b")))
    _write(target, edit, ARTICLES.table, _rows(source, ARTICLES.table, "id", article_ids))
    for article in article_ids:
        copy_text(source, target, article)
    events = source.fetch(f"SELECT {EVENTS.listed_columns} FROM events ORDER BY seq")
    _write(target, edit, EVENTS.table, map(dict, events))
    _write(target, edit, PAIRS.table, pairs)
    for entity, column, ids in (
        (SPANS, "article_id", article_ids),
        (MEMBERSHIPS, "article_id", article_ids),
        (JUDGEMENTS, "pair_id", pair_ids),
    ):
        own = (
            row for row in _rows(source, entity.table, column, ids) if row["annotator"] == annotator
        )
        _write(target, edit, entity.table, own)
    together = {(row["a"], row["b"]) for row in pairs}
    own_links = (
        row
        for row in _rows(source, LINKS.table, "a", article_ids)
        if row["annotator"] == annotator
        and (row["a"] == row["b"] or (row["a"], row["b"]) in together)
    )
    _write(target, edit, LINKS.table, own_links)
    for column, ids in (("article_id", article_ids), ("pair_id", pair_ids)):
        found = _rows(source, SUGGESTIONS.table, column, ids)
        _write(target, edit, SUGGESTIONS.table, (row for row in found if row["state"] == "open"))


def _rows(source: Store, table: str, column: str, ids: Sequence[str]) -> list[Columns]:
    """Return the living rows whose column is one of the ids, in the order of the ids."""
    found: list[Columns] = []
    for batch, marks in in_batches(ids):
        rows = source.fetch(
            f"SELECT {ENTITIES[table].listed_columns} FROM {table}"
            f" WHERE {column} IN ({marks}) AND deleted_at IS NULL",
            batch,
        )
        place = {row_id: number for number, row_id in enumerate(batch)}
        found.extend(dict(row) for row in sorted(rows, key=lambda row: place[row[column]]))
    return found


def _write(target: Store, edit: Edit, table: str, rows: Iterable[Columns]) -> None:
    entity = ENTITIES[table]
    names = ", ".join(f'"{name}"' for name in entity.columns)
    marks = ", ".join("?" * len(entity.columns))
    for row in rows:
        columns = {name: row[name] for name in entity.columns}
        target.connection.execute(
            f"INSERT OR IGNORE INTO {table} ({names}) VALUES ({marks})", tuple(columns.values())
        )
        edit.count(table, None, columns)
        edit.touch(table, columns)
