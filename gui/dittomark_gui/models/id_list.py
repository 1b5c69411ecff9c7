"""A list model that holds ids and fetches rows only when a view shows them.

A project may have a hundred thousand pairs. The model keeps their ids; the few rows that a view
shows are fetched in small batches and cached.
"""

from collections import OrderedDict
from collections.abc import Callable, Collection, Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from dittomark_gui.tips import plain_tip

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE: Final = Qt.ItemDataRole.UserRole
ID_ROLE: Final = Qt.ItemDataRole.UserRole + 1

_BATCH: Final = 64
_KEPT: Final = 1024


class IdListModel(QAbstractListModel):
    """A list of ids with rows fetched on demand.

    `fetch(ids)` returns the rows of these ids, in their order; `describe(row)` returns its text for
    screen readers, `tip(row)` its tooltip.
    """

    def __init__(
        self,
        fetch: Callable[[Sequence[str]], Sequence[Any]],
        describe: Callable[[Any], str],
        tip: Callable[[Any], str] | None = None,
    ) -> None:
        super().__init__()
        self._fetch = fetch
        self._describe = describe
        self._tip = tip or describe
        self._ids: list[str] = []
        self._places: dict[str, int] = {}
        self._rows: OrderedDict[str, Any] = OrderedDict()

    def set_ids(self, ids: Sequence[str]) -> None:
        """Show these ids in this order; all rows are fetched again."""
        self.beginResetModel()
        self._ids = list(ids)
        self._places = {}
        self._rows.clear()
        self.endResetModel()

    def extend(self, ids: Sequence[str]) -> None:
        """Append the rest of a list whose beginning is shown; if it differs, reset the model."""
        known = len(self._ids)
        if list(ids[:known]) != self._ids:
            self.set_ids(ids)
        elif len(ids) > known:
            self.beginInsertRows(QModelIndex(), known, len(ids) - 1)
            self._ids = list(ids)
            self._places = {}
            self.endInsertRows()

    def ids(self) -> Sequence[str]:
        """Return all ids in their order (do not modify the list)."""
        return self._ids

    def id_at(self, row: int) -> str | None:
        """Return the id of a row, or None outside the list."""
        return self._ids[row] if 0 <= row < len(self._ids) else None

    def row_of(self, row_id: str | None) -> int | None:
        """Return the row of an id, or None if it is not in the list."""
        if not self._places and self._ids:
            self._places = {item: row for row, item in enumerate(self._ids)}
        return None if row_id is None else self._places.get(row_id)

    def index_of(self, row_id: str | None) -> QModelIndex:
        """Return the model index of an id (invalid if it is not in the list)."""
        row = self.row_of(row_id)
        return QModelIndex() if row is None else self.index(row, 0)

    def refresh(self, ids: Collection[str]) -> None:
        """Fetch the rows of these ids again if they are cached."""
        for row_id in ids:
            if self._rows.pop(row_id, None) is not None:
                index = self.index_of(row_id)
                if index.isValid():
                    self.dataChanged.emit(index, index)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own signature)
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the row (for the delegate), its id, its text or its tooltip."""
        if not index.isValid() or index.row() >= len(self._ids):
            return None
        if role == ID_ROLE:
            return self._ids[index.row()]
        if role == ROW_ROLE:
            return self._row(index.row())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            row = self._row(index.row())
            return self._describe(row) if row is not None else ""
        if role == Qt.ItemDataRole.ToolTipRole:
            row = self._row(index.row())
            return plain_tip(self._tip(row)) if row is not None else ""
        return None

    def _row(self, place: int) -> object:
        row_id = self._ids[place]
        if row_id not in self._rows:
            self._load(place)
        row = self._rows.get(row_id)
        if row is not None:
            self._rows.move_to_end(row_id)
        return row

    def _load(self, place: int) -> None:
        start = place - place % _BATCH
        missing = [item for item in self._ids[start : start + _BATCH] if item not in self._rows]
        self._rows.update(zip(missing, self._fetch(missing), strict=True))
        while len(self._rows) > _KEPT:
            self._rows.popitem(last=False)
