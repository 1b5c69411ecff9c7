"""The project's history as a table that fetches its rows page by page."""

from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from dittomark.annotations import HistoryEntry
from dittomark_gui.i18n import moment, number, translate
from dittomark_gui.session import Session
from dittomark_gui.words import operation_name

PAGE: Final = 200
_Index = QModelIndex | QPersistentModelIndex


class HistoryModel(QAbstractTableModel):
    """Who changed what, when: newest first; the next page is read when the last row is near."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._entries: list[HistoryEntry] = []
        self._at_end = True
        self._annotator: str | None = None
        self._operation: str | None = None

    def show(self, *, annotator: str | None, operation: str | None) -> None:
        """Start again with the newest rows of that annotator and that operation (None: all)."""
        self.beginResetModel()
        self._annotator, self._operation = annotator, operation
        self._entries, self._at_end = [], False
        self._read()
        self.endResetModel()

    def entry(self, row: int) -> HistoryEntry:
        """Return what a row shows."""
        return self._entries[row]

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many rows were read so far."""
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of columns."""
        return 0 if parent.isValid() else 4

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """Return a column's name."""
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            translate("History", "When"),
            translate("History", "Who"),
            translate("History", "What"),
            translate("History", "Details"),
        )[section]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """Return what a cell shows."""
        if not index.isValid() or role != Qt.ItemDataRole.DisplayRole:
            return None
        entry = self._entries[index.row()]
        return (moment(entry.at), entry.annotator, what(entry), details(entry))[index.column()]

    def canFetchMore(self, parent: _Index) -> bool:
        """Tell whether older rows are left."""
        return not parent.isValid() and not self._at_end

    def fetchMore(self, parent: _Index) -> None:  # noqa: ARG002
        """Read the next page."""
        before = len(self._entries)
        found = self._fetch()
        if found:
            self.beginInsertRows(QModelIndex(), before, before + len(found) - 1)
            self._entries += found
            self.endInsertRows()

    def _read(self) -> None:
        self._entries += self._fetch()

    def _fetch(self) -> list[HistoryEntry]:
        found = (
            self._session.run(
                lambda project: project.history(
                    annotator=self._annotator,
                    operation=self._operation,
                    before=self._entries[-1].id if self._entries else None,
                    limit=PAGE,
                )
            )
            or []
        )
        self._at_end = len(found) < PAGE
        return found


def what(entry: HistoryEntry) -> str:
    """Return the operation in plain words; `undo:annotate_span` becomes "Undo: Mark a span"."""
    parts = [operation_name(part) for part in entry.operation.split(":")]
    text = ": ".join(parts)
    if entry.state in ("undone", "gone"):
        text += " " + translate("History", "(undone)")
    return text


def details(entry: HistoryEntry) -> str:
    """Return what changed, in short: the fields with their values before and after."""
    pieces = [
        translate("History", "{count} new: {table}").format(count=number(count), table=table)
        for table, count in entry.added.items()
    ]
    for change in entry.changes:
        before, after = change.before or {}, change.after or {}
        fields = [
            _difference(name, before.get(name), after.get(name))
            for name in {**before, **after}
            if name not in _DULL
            and not name.endswith("_id")
            and before.get(name) != after.get(name)
        ]
        pieces.append(" · ".join(field for field in fields if field))
    return "; ".join(piece for piece in pieces if piece)


_DULL: Final = frozenset(
    {"id", "seq", "created_at", "updated_at", "added_by", "origin", "annotator"}
)
_LONGEST: Final = 60


def _difference(name: str, before: object, after: object) -> str:
    if not before and not after:
        return ""
    old, new = _short(before), _short(after)
    if before is None:
        return f"{name} {new}"
    if after is None:
        return f"{name} {old} → –"
    return f"{name} {old} → {new}"


def _short(value: object) -> str:
    text = " ".join(str(value).split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
