"""Tables for pages: as high as their rows, with columns as wide as their content."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QWidget,
)

_AROUND_A_BOX: Final = 28  # pixels: the style's padding of a cell and of a combo box


def make_table(title: str, names: Sequence[str], rows: int) -> QTableWidget:
    """Return an empty table with these columns."""
    table = QTableWidget(rows, len(names))
    table.setAccessibleName(title)
    table.setHorizontalHeaderLabels(list(names))
    table.verticalHeader().hide()
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
    table.setTabKeyNavigation(False)
    table.setWordWrap(False)
    return table


def in_cell(widget: QWidget) -> QWidget:
    """Return a cell widget that shows a widget at its own width, at the start of the cell."""
    cell = QWidget()
    row = QHBoxLayout(cell)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(widget)
    row.addStretch(1)
    return cell


def fit(table: QTableWidget) -> None:
    """Set a table's height to its rows, and its columns' widths to their content."""
    header = table.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setStretchLastSection(True)
    for column in range(table.columnCount() - 1):
        widgets: list[QWidget | None] = [
            table.cellWidget(row, column) for row in range(table.rowCount())
        ]
        widest = max((each.sizeHint().width() for each in widgets if each is not None), default=0)
        if widest:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, widest + _AROUND_A_BOX)
    table.resizeRowsToContents()
    height = header.sizeHint().height() + 6 + sum(map(table.rowHeight, range(table.rowCount())))
    table.setFixedHeight(height + table.horizontalScrollBar().sizeHint().height())
