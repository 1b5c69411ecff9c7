"""The table model of the project's history, which reads its rows in pages."""

from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from dittomark.annotations import HistoryEntry
from dittomark_gui.i18n import moment, translate
from dittomark_gui.models.history_words import Details, operation_words
from dittomark_gui.session import Session
from dittomark_gui.tips import plain_tip

PAGE: Final = 200
_DETAILS: Final = 3  # index of the column
_Index = QModelIndex | QPersistentModelIndex


class HistoryModel(QAbstractTableModel):
    """The changes, newest first; a view fetches the next page when it scrolls to the end."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._details = Details(session)
        self._entries: list[HistoryEntry] = []
        self._at_end = True
        self._annotator: str | None = None
        self._operation: str | None = None

    def show(self, *, annotator: str | None, operation: str | None) -> None:
        """Load the newest entries of an annotator and an operation (None: all)."""
        self.beginResetModel()
        self._annotator, self._operation = annotator, operation
        self._entries, self._at_end = [], False
        self._read()
        self.endResetModel()

    def entry(self, row: int) -> HistoryEntry:
        """Return the entry of a row."""
        return self._entries[row]

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of rows read so far."""
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of columns."""
        return 0 if parent.isValid() else 4

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """Return a column's title."""
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            translate("History", "When"),
            translate("History", "Who"),
            translate("History", "What"),
            translate("History", "Details"),
        )[section]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """Return a cell's text, or the full details as tooltip."""
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == _DETAILS:
            return plain_tip(self._details.describe(entry))
        return self._cell(entry, index.column()) if role == Qt.ItemDataRole.DisplayRole else None

    def _cell(self, entry: HistoryEntry, column: int) -> str:
        match column:
            case 0:
                return moment(entry.at)
            case 1:
                return entry.annotator
            case 2:
                return operation_words(entry)
            case _:
                return self._details.describe(entry)

    def canFetchMore(self, parent: _Index) -> bool:
        """Return whether there are older entries."""
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
