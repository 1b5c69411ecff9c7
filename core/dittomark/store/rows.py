"""Conversion of values to columns and back: how each kind of annotation is stored in its table."""

import dataclasses
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from operator import attrgetter
from sqlite3 import Row as SqliteRow
from types import UnionType
from typing import Any, Final, Generic, TypeVar, Union, get_args, get_origin, get_type_hints

from dittomark.annotations import (
    ArticleInfo,
    Decision,
    Event,
    EventMembership,
    Judgement,
    Link,
    Pair,
    Span,
    Suggestion,
)
from dittomark.article_fields import ARTICLE_FIELDS
from dittomark.errors import ProjectFileError
from dittomark.messages import Message
from dittomark.store.codecs import CODECS, Codec, as_it_is, to_json

Value = TypeVar("Value")
Columns = dict[str, Any]
Row = Mapping[str, Any] | SqliteRow


@dataclass(frozen=True)
class Entity(Generic[Value]):
    """A kind of row: its table, its value class, and the columns that hold it."""

    table: str
    kind: type[Value]
    fields: tuple[str, ...]
    types: Mapping[str, frozenset[type]]  # of the columns, as SQLite returns them

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """The columns that a merge copies and the journal stores."""
        stamps = tuple(name for name in ("updated_at",) if name not in self.fields)
        return (*self.fields, *stamps, "deleted_at")

    @cached_property
    def listed_fields(self) -> str:
        """The fields as listed in a query; such a row is read with `decode_fields`."""
        return self._list(self.fields)

    @cached_property
    def listed_columns(self) -> str:
        """The columns as listed in a query: in a damaged file, one may be missing."""
        return self._list(self.columns)

    @cached_property
    def select_living(self) -> str:
        """The query for one row's fields by its id, unless it is a tombstone."""
        return f"SELECT {self.listed_fields} FROM {self.table} WHERE id = ? AND deleted_at IS NULL"

    @cached_property
    def select_whether_living(self) -> str:
        """The query that returns a row if a living row has that id."""
        return f"SELECT 1 FROM {self.table} WHERE id = ? AND deleted_at IS NULL"

    @cached_property
    def select_columns(self) -> str:
        """The query for one row's columns by its id."""
        return f"SELECT {self.listed_columns} FROM {self.table} WHERE id = ?"

    @cached_property
    def insert(self) -> str:
        """The statement that adds a row with these columns."""
        marks = ", ".join("?" * len(self.columns))
        names = ", ".join(f'"{name}"' for name in self.columns)
        return f"INSERT INTO {self.table} ({names}) VALUES ({marks})"

    def _list(self, names: Iterable[str]) -> str:
        # With the table's name: SQLite takes a quoted name alone for a string if no such column
        # exists.
        return ", ".join(f'{self.table}."{name}"' for name in names)

    def encode(self, value: Value) -> Columns:
        """Return the value's own columns (not yet `updated_at` and `deleted_at`)."""
        row: Columns = dict(zip(self.fields, self._fields_of(value), strict=True))
        for name, (encode, _) in self._codecs:
            row[name] = encode(row[name])
        return row

    def decode_fields(self, columns: Sequence[Any]) -> Value:
        """Return the value of a row that has just the entity's fields, in their order.

        Equivalent to `decode` in a third of the time: for reading everything.
        """
        values = list(columns)
        self._check_types(values)
        return self._built(values)

    def check_fields(self, columns: Sequence[Any]) -> None:
        """Raise `ProjectFileError` where `decode_fields` would; quicker, as no value is made."""
        self._check_types(columns)
        place = 0
        try:
            for place, decode in self._decoders:
                decode(columns[place])
        except (ValueError, TypeError, AttributeError, RecursionError):
            raise self.damaged(self.fields[place]) from None

    def value_of(self, columns: Columns) -> Value:
        """Return the value of columns made by `encode`: the same as reading the row."""
        return self._built([columns[name] for name in self.fields])

    def _built(self, values: list[Any]) -> Value:
        place = 0
        try:
            for place, decode in self._decoders:
                values[place] = decode(values[place])
        except (ValueError, TypeError, AttributeError, RecursionError):
            raise self.damaged(self.fields[place]) from None
        return self.kind(
            *values[: self._positional],
            **dict(zip(self._by_name, values[self._positional :], strict=True)),
        )

    @cached_property
    def _positional(self) -> int:
        """The number of leading fields that are passed as positional arguments."""
        return sum(not each.kw_only for each in dataclasses.fields(self._dataclass))

    @cached_property
    def _by_name(self) -> tuple[str, ...]:
        return self.fields[self._positional :]

    @property
    def _dataclass(self) -> Any:  # noqa: ANN401  (a class that dataclasses made)
        return self.kind

    def _check_types(self, columns: Iterable[Any]) -> None:
        """Raise for columns of unexpected types: a damaged page can exchange them."""
        types = tuple(map(type, columns))
        if types not in self._good_types:
            for name, found in zip(self.fields, types, strict=True):
                if found not in self.types[name]:
                    raise self.damaged(name)
            self._good_types.add(types)

    @cached_property
    def _good_types(self) -> set[tuple[type, ...]]:
        """The combinations of types that passed the check, of which there are few."""
        return set()

    def damaged(self, name: str) -> ProjectFileError:
        """Return the error for a row with a column that no Dittomark wrote."""
        return ProjectFileError(
            "A row of {table} is damaged ({name}); check --repair leaves it out.",
            table=ROWS_OF[self.table],
            name=name,
        )

    @cached_property
    def _fields_of(self) -> Callable[[Value], tuple[Any, ...]]:
        return attrgetter(*self.fields)

    @cached_property
    def _decoders(self) -> tuple[tuple[int, Callable[[Any], Any]], ...]:
        return tuple(
            (self.fields.index(name), decode)
            for name, (_, decode) in self._codecs
            if decode is not as_it_is
        )

    @cached_property
    def _codecs(self) -> tuple[tuple[str, Codec], ...]:
        return tuple((name, CODECS[name]) for name in self.fields if name in CODECS)

    def decode_field(self, name: str, column: object) -> Any:  # noqa: ANN401
        """Return one field of a row; raises `ProjectFileError` as `decode`."""
        if type(column) not in self.types[name]:
            raise self.damaged(name)
        try:
            return CODECS[name][1](column)
        except (ValueError, TypeError, AttributeError, RecursionError):
            raise self.damaged(name) from None

    def decode(self, row: Row) -> Value:
        """Return the value of a row read from the table (it may have more columns).

        Raises `ProjectFileError` for a row that no Dittomark wrote.
        """
        try:
            columns = [row[name] for name in self.fields]
        except (IndexError, KeyError):  # the schema table was damaged
            raise self.damaged("a column is missing") from None
        return self.decode_fields(columns)


def _entity(table: str, kind: type[Value]) -> Entity[Value]:
    hints = get_type_hints(kind)
    types = {name: _column_types(name, hint) for name, hint in hints.items()}
    each: Any = kind
    fields = sorted(dataclasses.fields(each), key=lambda one: bool(one.kw_only))
    return Entity(table, kind, tuple(one.name for one in fields), types)


def _column_types(name: str, hint: object) -> frozenset[type]:
    """Return the types that a field's column may have."""
    parts = get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)
    found = {_COLUMN_TYPES.get(part, str) for part in parts}
    return frozenset({int} if name in _FLAGS else found | ({int} if float in found else set()))


_COLUMN_TYPES: Final[dict[object, type]] = {int: int, float: float, type(None): type(None)}
_FLAGS: Final = ("done", "flagged", "skipped")


# Columns added by a later schema version, which rows of older files and journals lack.
ADDED_COLUMNS: Final[Mapping[str, Columns]] = {
    "articles": {each.key: "" for each in ARTICLE_FIELDS if each.since > 1}
}


def with_added_columns(table: str, columns: Columns) -> Columns:
    """Return a row of a table, possibly of an older version, with the columns added since."""
    return {**ADDED_COLUMNS[table], **columns} if table in ADDED_COLUMNS else columns


def with_added_content(table: str, content: str) -> str:
    """Return a row stored as JSON with the columns added since; unchanged if unreadable."""
    if table not in ADDED_COLUMNS:
        return content
    try:
        return to_json(with_added_columns(table, dict(json.loads(content))))
    except (ValueError, TypeError, RecursionError):
        return content


ARTICLES: Final = _entity("articles", ArticleInfo)
PAIRS: Final = _entity("pairs", Pair)
SPANS: Final = _entity("spans", Span)
LINKS: Final = _entity("links", Link)
JUDGEMENTS: Final = _entity("judgements", Judgement)
EVENTS: Final = _entity("events", Event)
MEMBERSHIPS: Final = _entity("memberships", EventMembership)
SUGGESTIONS: Final = _entity("suggestions", Suggestion)
DECISIONS: Final = _entity("decisions", Decision)

# In an order in which rows may be copied: referenced tables come first.
ENTITIES: Final[dict[str, Entity[Any]]] = {
    entity.table: entity
    for entity in (
        ARTICLES,
        EVENTS,
        PAIRS,
        SPANS,
        LINKS,
        JUDGEMENTS,
        MEMBERSHIPS,
        SUGGESTIONS,
        DECISIONS,
    )
}

# A living row of the first table needs the row that its column references in the last one.
# Suggestions reference rows too, but do not prevent their deletion.
NEEDS: Final = (
    ("spans", "article_id", "articles"),
    ("memberships", "article_id", "articles"),
    ("links", "a", "articles"),
    ("links", "b", "articles"),
    ("pairs", "a", "articles"),
    ("pairs", "b", "articles"),
    ("judgements", "pair_id", "pairs"),
    ("memberships", "event_id", "events"),
    ("events", "parent", "events"),
)
# The table that a column references, in whatever table the column is.
OWNERS: Final = {column: owner for _, column, owner in NEEDS}


ROWS_OF: Final = {
    "articles": Message("articles"),
    "spans": Message("spans"),
    "links": Message("links"),
    "pairs": Message("pairs"),
    "judgements": Message("judgements"),
    "events": Message("events"),
    "memberships": Message("memberships"),
    "suggestions": Message("suggestions"),
    "decisions": Message("decisions"),
}
"""Names for the rows of a table in sentences."""


@cache
def dependents(table: str) -> tuple[tuple[str, str], ...]:
    """Return `(table, column)` of the rows that need a row of this table."""
    return tuple((other, column) for other, column, owner in NEEDS if owner == table)


def entity_of(table: object) -> Entity[Any]:
    """Return the entity of a table named in the file; raises `ProjectFileError` if unknown."""
    entity = ENTITIES.get(str(table))
    if entity is None:
        raise ProjectFileError(
            "The file is damaged: “{table}” is no kind of annotation.", table=str(table)
        )
    return entity


def counted_as(table: str, row: Mapping[str, Any] | None) -> tuple[str, ...]:
    """Return the counters that include this row (columns; None: no row)."""
    if row is None or row["deleted_at"] is not None:
        return ()
    match table:
        case "judgements":
            states = tuple(name for name in ("done", "flagged", "skipped") if row[name])
            return ("judgements", *(f"{name}/{row['annotator']}" for name in states))
        case "suggestions":
            return ("suggestions",) if row["state"] == "open" else ()
        case _:
            return (table,)
