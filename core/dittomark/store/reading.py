"""Reading rows of an open file as values."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, Literal, TypeVar

from dittomark.errors import ProjectFileError
from dittomark.store.codecs import loaded_json
from dittomark.store.connection import PlainErrors
from dittomark.store.rows import Entity

Value = TypeVar("Value")
Column = Any  # str, int, float or None, as stored in the column
Json = Any  # what JSON can hold
_IN: Final = 500  # values in one IN (…)


def in_batches(values: Iterable[str]) -> Iterator[tuple[list[str], str]]:
    """Yield batches of values that fit into one `IN (…)`, with the matching placeholders."""
    rest = iter(values)
    while batch := list(islice(rest, _IN)):
        yield batch, ", ".join("?" * len(batch))


class Reader:
    """The queries possible on a connection. Returned values are frozen.

    Raises `ProjectFileError` if the file can't be read.
    """

    def __init__(
        self, path: Path, connection: sqlite3.Connection, plain_errors: PlainErrors
    ) -> None:
        self.path = path
        self.connection = connection
        self._plain_errors = plain_errors

    def get(self, entity: Entity[Value], row_id: str) -> Value | None:
        """Return the row with that id, unless it is missing or deleted."""
        found = self.fetch(entity.select_living, (row_id,))
        return entity.decode_fields(found[0]) if found else None

    def has(self, entity: Entity[Value], row_id: str) -> bool:
        """Return whether a row with that id exists and is not deleted."""
        return bool(self.fetch(entity.select_whether_living, (row_id,)))

    def select(self, entity: Entity[Value], **equal: Column) -> list[Value]:
        """Return the rows whose columns equal the values (None: any), in the order of adding."""
        return list(self.iterate(entity, **equal))

    def iterate_by_id(self, entity: Entity[Value]) -> Iterator[Value]:
        """Yield all rows ordered by id: the same order in every file with the same rows."""
        sql = (
            f"SELECT * FROM {entity.table} WHERE id > :after AND deleted_at IS NULL"
            " ORDER BY id LIMIT :size"
        )
        for rows in self.pages(sql, by="id"):
            yield from map(entity.decode, rows)

    def iterate(self, entity: Entity[Value], **equal: Column) -> Iterator[Value]:
        """Yield the result of `select`, a thousand rows at a time: other calls may come between."""
        names = [name for name, value in equal.items() if value is not None]
        where = " AND ".join(("deleted_at IS NULL", *(f'"{name}" = :{name}' for name in names)))
        sql = (
            f"SELECT * FROM {entity.table} WHERE seq > :after AND {where} ORDER BY seq LIMIT :size"
        )
        for rows in self.pages(sql, equal):
            yield from map(entity.decode, rows)

    def select_ids(self, entity: Entity[Value], ids: Iterable[str]) -> list[Value]:
        """Return the rows with these ids in the order of the ids; missing rows are left out."""
        wanted = list(ids)
        found: dict[str, Value] = {}
        for batch, marks in in_batches(wanted):
            for row in self.fetch(
                f"SELECT * FROM {entity.table} WHERE id IN ({marks}) AND deleted_at IS NULL", batch
            ):
                found[row["id"]] = entity.decode(row)
        return [found[row_id] for row_id in wanted if row_id in found]

    def fetch(self, sql: str, parameters: Sequence[Any] | dict[str, Any] = ()) -> list[sqlite3.Row]:
        """Return all rows of a query."""
        try:
            return self.connection.execute(sql, parameters).fetchall()
        except (sqlite3.Error, UnicodeDecodeError) as error:
            self._plain_errors.refuse(error)
            raise

    def ids(self, sql: str, parameters: Mapping[str, Any]) -> list[str]:
        """Return the first column of a query's result, without building the rows."""
        with self._plain_errors:
            return [row[0] for row in self.connection.execute(sql, parameters)]

    def pages(
        self,
        sql: str,
        parameters: Mapping[str, Any] = MappingProxyType({}),
        *,
        size: int = 1000,
        by: Literal["seq", "id"] = "seq",
    ) -> Iterator[list[sqlite3.Row]]:
        """Yield the rows of a query in pages, so that no cursor stays open between them.

        The query selects `seq` (or the column in `by`), filters by `seq > :after`, orders by it and
        ends in `LIMIT :size`. Raises `ProjectFileError` for a damaged table.
        """
        after: Any = 0 if by == "seq" else ""
        rows = self.fetch(sql, {**parameters, "after": after, "size": size})
        while rows:
            yield rows
            last = rows[-1][by]
            if last <= after:  # a damaged table can repeat values for ever
                raise ProjectFileError(
                    "{path}: the file is damaged; restore a backup.", path=self.path
                )
            if len(rows) < size:
                return
            after, rows = last, self.fetch(sql, {**parameters, "after": last, "size": size})

    def value(self, sql: str, parameters: Sequence[Any] | dict[str, Any] = ()) -> Column:
        """Return the first column of the first row of a query, or None."""
        rows = self.fetch(sql, parameters)
        return rows[0][0] if rows else None

    def meta(self, key: str) -> str | None:
        """Return a project-wide entry of the table `meta`."""
        found = self.value("SELECT value FROM meta WHERE key = ?", (key,))
        return None if found is None else str(found)

    def counters(self) -> dict[str, int]:
        """Return the counters that every edit updates: no table is scanned."""
        return {row["key"]: row["value"] for row in self.fetch("SELECT key, value FROM counters")}


def from_json(text: str | None) -> Json:
    """Return the value of a column's JSON; None for NULL.

    Raises `ProjectFileError` for JSON that no Dittomark wrote.
    """
    try:
        return None if text is None else loaded_json(text)
    except (ValueError, TypeError, RecursionError):
        raise ProjectFileError(
            "The file is damaged: a value in it can't be read; recover it with check --repair."
        ) from None
