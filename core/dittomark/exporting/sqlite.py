"""`sqlite`: one SQLite database with a table for each kind of row, joined by foreign keys.

DB Browser, Datasette, pandas and all SQL tools can open it. Spans, event labels and judgements are
separate tables with the id of the row to which they belong; lists (and ratings) are JSON.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from dittomark.exporting import tables
from dittomark.exporting.common import encode_json
from dittomark.exporting.dataset import Dataset
from dittomark.exporting.output import Output
from dittomark.messages import Message
from dittomark.store.outputs import DATASET_ID

if TYPE_CHECKING:
    from sqlite_utils import Database


class _Inner(NamedTuple):
    """Rows nested in another one: their table, and the column with their owner's id."""

    table: str
    owner: str


_INNER: Final = {
    ("articles", "spans"): _Inner("spans", "article_id"),
    ("articles", "events"): _Inner("event_labels", "article_id"),
    ("pairs", "judgements"): _Inner("judgements", "pair_id"),
}
_FOREIGN: Final = {
    "event_labels": [("article_id", "articles", "id"), ("event_id", "events", "id")],
    "spans": [("article_id", "articles", "id")],
    "pairs": [("a", "articles", "id"), ("b", "articles", "id")],
    "judgements": [("pair_id", "pairs", "id")],
    "links": [("a", "articles", "id"), ("b", "articles", "id")],
    "events": [("parent", "events", "id")],
}
_TYPES: Final[dict[str, type]] = {"string": str, "int64": int, "float64": float, "bool": int}
# One transaction for the whole file, a few hundred rows in memory at a time: `insert_all` buffers
# the rows of one call.
_ROWS_AT_ONCE: Final = 500


def write(dataset: Dataset, output: Output, name: str) -> None:
    """Write one database."""
    from sqlite_utils import Database

    with closing(sqlite3.connect(output.path(name))) as connection:
        # The draft is temporary: only the file that finally replaces the target must be intact.
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute(f"PRAGMA application_id = {DATASET_ID}")
        database = Database(connection, execute_plugins=False)
        for table, columns in _tables().items():
            database.create_table(
                table, columns, pk="id", foreign_keys=_FOREIGN.get(table), strict=True
            )
        for table in tables.TABLES:
            _fill(database, table, tables.rows(dataset, table))
        for table, foreign in _FOREIGN.items():
            for column, _, _ in foreign:
                database.table(table).create_index([column])
        connection.commit()
    dataset.tally.lose_once(
        "label schemes", Message("A database has rows only, no label scheme."), 1
    )


def _tables() -> dict[str, dict[str, type]]:
    """Return the columns of every table; referenced tables come first."""
    made: dict[str, dict[str, type]] = {}
    for table in dict.fromkeys(("events", *tables.TABLES)):
        made[table] = {}
        for column, kind in tables.TABLES[table].items():
            if (table, column) in _INNER and isinstance(kind, list):
                inner = _INNER[table, column]
                made[inner.table] = {"id": str, inner.owner: str, **_types(kind[0])}
            else:
                made[table].update(_types({column: kind}))
    return made


def _types(columns: tables.Columns) -> dict[str, type]:
    return {name: _TYPES[kind] if isinstance(kind, str) else str for name, kind in columns.items()}


def _fill(database: "Database", table: str, rows: Iterator[tables.Row]) -> None:
    """Insert the rows of one table, and their nested rows."""
    pending: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        plain = {}
        for column, value in row.items():
            if (table, column) in _INNER:
                inner = _INNER[table, column]
                pending.setdefault(inner.table, []).extend(
                    {**_cells(entry), inner.owner: row["id"]} for entry in value or ()
                )
            else:
                plain[column] = _cell(value)
        pending.setdefault(table, []).append(plain)
        if len(pending[table]) >= _ROWS_AT_ONCE:
            _insert(database, pending)
    _insert(database, pending)


def _insert(database: "Database", pending: dict[str, list[dict[str, Any]]]) -> None:
    for table, rows in pending.items():
        database.table(table).insert_all(rows, batch_size=_ROWS_AT_ONCE)
    pending.clear()


def _cells(row: tables.Row) -> dict[str, Any]:
    return {column: _cell(value) for column, value in row.items()}


def _cell(value: object) -> object:
    """Return a value for SQLite: a list as JSON, a list of ratings as one object."""
    if isinstance(value, list):
        if value and isinstance(value[0], dict):
            value = {entry["name"]: entry["value"] for entry in value}
        return encode_json(value)
    return value
