"""Checks that work received from another copy can be added. It may come from anybody."""

import math
from collections.abc import Iterable, Mapping
from typing import Final

from dittomark.annotations import DecisionKind, SuggestionKind, SuggestionState
from dittomark.errors import ProjectFileError
from dittomark.store.hybrid_clock import is_time
from dittomark.store.row_checks import text_is_intact
from dittomark.store.rows import ENTITIES, OWNERS, ROWS_OF, Columns
from dittomark.store.store import Store
from dittomark.store.union_journal import KEPT
from dittomark.store.work import Conflicting, EditRecord, Item, RowVersion

_STATES: Final = ("done", "undone", "gone", "record")
_EXTENTS: Final = {
    "article_id": ("start", "end"),
    "a": ("a_start", "a_end"),
    "b": ("b_start", "b_end"),
}
_DIRECTIONS: Final = (None, "a_to_b", "b_to_a")
_CHOICES: Final = {
    ("judgements", "direction"): _DIRECTIONS,
    ("links", "direction"): _DIRECTIONS,
    ("suggestions", "kind"): SuggestionKind.__args__,  # type: ignore[attr-defined]
    ("suggestions", "state"): SuggestionState.__args__,  # type: ignore[attr-defined]
    ("decisions", "kind"): DecisionKind.__args__,  # type: ignore[attr-defined]
}
_LONGEST_ID: Final = 200
_EDIT_COLUMNS: Final = frozenset((*KEPT, "state"))
_CHANGE: Final = frozenset(("entity", "row_id", "before", "after"))
_CHANGED: Final = frozenset((*ENTITIES, "meta"))


class UnfitError(ProjectFileError):
    """Work that can't be added, and the reason."""


class WorkCheck:
    """Checks segments in sequence, as if each were added after the one before."""

    def __init__(self, store: Store, *, horizon: str) -> None:
        """`store` is only read; no time may be later than the `horizon`."""
        self._store = store
        self._horizon = horizon
        self._lengths: dict[str, int] = {}
        self._ids: dict[str, set[str]] = {table: set() for table in ENTITIES}

    def check(self, items: Iterable[Item]) -> None:
        """Raise `UnfitError` for the first invalid item."""
        items = list(items)
        lengths, ids = (
            dict(self._lengths),
            {table: set(found) for table, found in self._ids.items()},
        )
        try:
            self._expect(items)
            for item in items:
                self._item(item)
        except UnfitError:
            self._lengths, self._ids = lengths, ids
            raise

    def _expect(self, items: Iterable[Item]) -> None:
        """Register the rows of a segment, so that references inside it are valid."""
        for item in items:
            if isinstance(item, RowVersion) and isinstance(row_id := item.columns.get("id"), str):
                self._ids[item.table].add(row_id)
                if item.table == "articles" and type(length := item.columns.get("length")) is int:
                    self._lengths[row_id] = length

    def _item(self, item: Item) -> None:
        match item:
            case RowVersion():
                self._row(item)
            case EditRecord():
                self._edit(item)
            case Conflicting():
                _plain_texts((item.row_id, item.content))

    # --- rows -----------------------------------------------------------------------------------

    def _row(self, row: RowVersion) -> None:
        entity, columns = ENTITIES[row.table], row.columns
        if columns.keys() != set(entity.columns):
            raise UnfitError(
                "a row of {rows} has not the columns it should have", rows=ROWS_OF[row.table]
            )
        _plain_texts(columns.values())
        _numbers(columns.values())
        try:
            entity.decode(columns)
        except ProjectFileError:
            raise UnfitError("a row of {rows} can't be read", rows=ROWS_OF[row.table]) from None
        if not 0 < len(columns["id"]) <= _LONGEST_ID:
            raise UnfitError("a row of {rows} has no sound id", rows=ROWS_OF[row.table])
        self._times(columns, row.table)
        for (table, name), choices in _CHOICES.items():
            if table == row.table and columns[name] not in choices:
                raise UnfitError(
                    "a row of {rows} says what cannot be chosen", rows=ROWS_OF[row.table]
                )
        if row.table == "articles":
            self._article(row)
        self._owners(row.table, columns)
        if row.table in ("pairs", "links") and not _in_order(row.table, columns):
            raise UnfitError(
                "the two sides of one of the {rows} are not in order", rows=ROWS_OF[row.table]
            )

    def _times(self, columns: Columns, table: str) -> None:
        for name in ("created_at", "updated_at", "deleted_at"):
            at = columns.get(name)
            if at is None or (name == "created_at" and at == ""):
                continue
            if not is_time(at):
                raise UnfitError("a row of {rows} has an invalid time", rows=ROWS_OF[table])
            self._not_in_future(at)

    def _not_in_future(self, at: str) -> None:
        if at > self._horizon:
            raise UnfitError(
                "it has steps dated {day}, which is not yet: the clock of that computer, or of "
                "this one, is wrong",
                day=at[:10],
            )

    def _article(self, row: RowVersion) -> None:
        sha256, length = row.columns["sha256"], row.columns["length"]
        if row.text is None:
            if not self._store.value("SELECT 1 FROM articles WHERE id = ?", (row.columns["id"],)):
                raise UnfitError("the text of an article is missing")
            return
        try:
            intact = text_is_intact(row.text, sha256=sha256, length=length)
        except UnicodeEncodeError:
            intact = False
        if not intact:
            raise UnfitError("the text of an article is not the one that was imported")

    def _owners(self, table: str, columns: Columns) -> None:
        for column, owner in OWNERS.items():
            row_id = columns.get(column)
            if row_id is None:
                continue
            if not self._is_there(owner, row_id):
                raise UnfitError("one of the {rows} names what is not there", rows=ROWS_OF[table])
            start, end = (columns.get(name) for name in _EXTENTS.get(column, ("", "")))
            if end is None:
                continue
            if start is None or not 0 <= start < end <= self._length(row_id):
                raise UnfitError("one of the {rows} lies outside its text", rows=ROWS_OF[table])

    def _is_there(self, table: str, row_id: object) -> bool:
        return row_id in self._ids[table] or bool(
            self._store.value(f"SELECT 1 FROM {table} WHERE id = ?", (row_id,))
        )

    def _length(self, article_id: str) -> int:
        if article_id not in self._lengths:
            found = self._store.value("SELECT length FROM articles WHERE id = ?", (article_id,))
            self._lengths[article_id] = int(found or 0)
        return self._lengths[article_id]

    # --- edits ----------------------------------------------------------------------------------

    def _edit(self, edit: EditRecord) -> None:
        columns = edit.columns
        if columns.keys() != _EDIT_COLUMNS or columns["more"] != len(edit.changes):
            raise UnfitError("a step has not the columns it should have")
        for name in ("id", "at", "annotator", "operation", "device"):
            if not isinstance(columns[name], str):
                raise UnfitError("a step can't be read")
        for name in ("added", "clock"):
            if not isinstance(columns[name], str | None):
                raise UnfitError("a step can't be read")
        if columns["state"] not in _STATES or not 0 < len(columns["id"]) <= _LONGEST_ID:
            raise UnfitError("a step can't be read")
        if not is_time(columns["at"]):
            raise UnfitError("a step has an invalid time")
        self._not_in_future(columns["at"])
        _plain_texts(columns.values())
        for place, change in enumerate((columns, *edit.changes)):
            _change(change, may_be_none=place == 0)


def _change(change: object, *, may_be_none: bool) -> None:
    if not isinstance(change, Mapping) or not change.keys() >= _CHANGE:
        raise UnfitError("a step can't be read")
    if may_be_none and change["entity"] is None:
        return
    named = change["entity"], change["row_id"]
    if not all(isinstance(each, str) for each in named) or change["entity"] not in _CHANGED:
        raise UnfitError("a step can't be read")
    states = change["before"], change["after"]
    if not all(isinstance(each, str | None) for each in states):
        raise UnfitError("a step can't be read")
    _plain_texts((change["row_id"], *states))


def _plain_texts(values: Iterable[object]) -> None:
    for value in values:
        if isinstance(value, str) and not value.isascii():
            try:
                value.encode()
            except UnicodeEncodeError:
                raise UnfitError("a text of it holds half a character") from None


def _numbers(values: Iterable[object]) -> None:
    for value in values:
        whole = type(value) is int and not -(2**63) <= value < 2**63
        if whole or (isinstance(value, float) and not math.isfinite(value)):
            raise UnfitError("a number of it is too large")


def _in_order(table: str, row: Columns) -> bool:
    if table == "pairs":
        return bool(row["a"] < row["b"])
    first, second = ([row[side], row[f"{side}_start"]] for side in ("a", "b"))
    return (*first, row["a_end"]) < (*second, row["b_end"])
