"""A table that edits one list of the label scheme in place."""

import dataclasses
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QColorDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from dittomark.labels import Label
from dittomark_gui.i18n import translate
from dittomark_gui.panels.widgets import align_headers
from dittomark_gui.words import label_meaning, label_name

_COLOR, _NAME, _KEY, _SHORTCUT, _DIRECTED, _RETIRED, _MEANING = range(7)
_SWATCH: Final = 18
_NEW_COLOR: Final = "#6b7785"
_LABEL_ROLE: Final = Qt.ItemDataRole.UserRole


class LabelTable(QWidget):
    """Labels in their order, with buttons to add, recolour, move and remove them.

    The key of an existing label cannot be edited: annotations refer to it.
    """

    def __init__(self, labels: tuple[Label, ...], *, name: str, directions: bool) -> None:
        super().__init__()
        self._directions = directions
        self.table = QTableWidget(0, 7)
        align_headers(self.table)
        self.table.setAccessibleName(name)
        self.table.setHorizontalHeaderLabels(
            [
                translate("LabelTable", "Colour"),
                translate("LabelTable", "Name"),
                translate("LabelTable", "Key in files"),
                translate("LabelTable", "Shortcut"),
                translate("LabelTable", "Has a direction"),
                translate("LabelTable", "Retired"),
                translate("LabelTable", "What it means"),
            ]
        )
        self.table.verticalHeader().hide()
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setColumnHidden(_COLOR, directions)
        self.table.setColumnHidden(_DIRECTED, not directions)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_MEANING, QHeaderView.ResizeMode.Stretch)
        self.table.cellDoubleClicked.connect(self._on_double_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.addWidget(self.table)
        column.addLayout(self._buttons())
        for label in labels:
            self._append(label)
        self.table.setCurrentCell(0, _NAME)

    def labels(self) -> tuple[Label, ...]:
        """Return the labels of the table; a new label gets a key made from its name."""
        found: list[Label] = []
        for row in range(self.table.rowCount()):
            old = self._label(row)
            name = self._text(row, _NAME)
            key = old.key or self._text(row, _KEY) or _key_of(name)
            meaning = self._text(row, _MEANING)
            found.append(
                dataclasses.replace(
                    old,
                    key=key,
                    name=old.name if old.key and name == label_name(old) else name,
                    color=self._color(row),
                    shortcut=self._text(row, _SHORTCUT).lower()[:1],
                    directed=self._checked(row, _DIRECTED),
                    retired=self._checked(row, _RETIRED),
                    description=old.description if meaning == label_meaning(old) else meaning,
                )
            )
        return tuple(found)

    def add(self) -> None:
        """Add a label at the end and start editing its name."""
        self._append(Label("", color="" if self._directions else _NEW_COLOR))
        row = self.table.rowCount() - 1
        self.table.setCurrentCell(row, _NAME)
        item = self.table.item(row, _NAME)
        if item is not None:
            self.table.editItem(item)

    def remove(self) -> None:
        """Remove the current label; the project keeps one that is in use as retired."""
        if self.table.currentRow() >= 0:
            self.table.removeRow(self.table.currentRow())

    def move_current(self, step: int) -> None:
        """Move the current label by `step` rows."""
        row, column = self.table.currentRow(), self.table.currentColumn()
        target = row + step
        if row < 0 or not 0 <= target < self.table.rowCount():
            return
        for index in range(self.table.columnCount()):
            current, other = self.table.takeItem(row, index), self.table.takeItem(target, index)
            self.table.setItem(target, index, current)
            self.table.setItem(row, index, other)
        self.table.setCurrentCell(target, column)

    def set_color(self, row: int, color: str) -> None:
        """Set the colour of a row's label."""
        item = self.table.item(row, _COLOR)
        if item is not None:
            swatch = QPixmap(_SWATCH, _SWATCH)
            swatch.fill(QColor(color))
            item.setData(Qt.ItemDataRole.DecorationRole, swatch)
            item.setData(_LABEL_ROLE, color)

    def choose_color(self) -> None:
        """Ask for a new colour of the current label."""
        row = self.table.currentRow()
        if row < 0 or self._directions:
            return
        color = QColorDialog.getColor(QColor(self._color(row)), self)
        if color.isValid():
            self.set_color(row, color.name())

    def _append(self, label: Label) -> None:
        row = self.table.rowCount()
        self.table.insertRow(row)
        color = QTableWidgetItem()
        color.setFlags(color.flags() & ~Qt.ItemFlag.ItemIsEditable)
        self.table.setItem(row, _COLOR, color)
        if not self._directions:
            self.set_color(row, label.color or _NEW_COLOR)
        name = QTableWidgetItem(label_name(label) if label.key else "")
        name.setData(_LABEL_ROLE, label)
        self.table.setItem(row, _NAME, name)
        key = QTableWidgetItem(label.key)
        if label.key:
            key.setFlags(key.flags() & ~Qt.ItemFlag.ItemIsEditable)
        self.table.setItem(row, _KEY, key)
        self.table.setItem(row, _SHORTCUT, QTableWidgetItem(label.shortcut))
        self.table.setItem(row, _DIRECTED, _check(on=label.directed))
        self.table.setItem(row, _RETIRED, _check(on=label.retired))
        self.table.setItem(row, _MEANING, QTableWidgetItem(label_meaning(label)))

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        entries = [
            (translate("LabelTable", "Add a label"), self.add),
            (translate("LabelTable", "Move up"), lambda: self.move_current(-1)),
            (translate("LabelTable", "Move down"), lambda: self.move_current(1)),
            (translate("LabelTable", "Remove"), self.remove),
        ]
        if not self._directions:
            entries.insert(1, (translate("LabelTable", "Colour…"), self.choose_color))
        for text, operation in entries:
            button = QPushButton(text)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked, run=operation: run())
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _on_double_clicked(self, _row: int, column: int) -> None:
        if column == _COLOR:
            self.choose_color()

    def _label(self, row: int) -> Label:
        item = self.table.item(row, _NAME)
        label = item.data(_LABEL_ROLE) if item is not None else None
        return label if isinstance(label, Label) else Label("")

    def _text(self, row: int, column: int) -> str:
        item = self.table.item(row, column)
        return " ".join(item.text().split()) if item is not None else ""

    def _color(self, row: int) -> str:
        item = self.table.item(row, _COLOR)
        return str(item.data(_LABEL_ROLE) or "") if item is not None else ""

    def _checked(self, row: int, column: int) -> bool:
        item = self.table.item(row, column)
        return item is not None and item.checkState() == Qt.CheckState.Checked


def _check(*, on: bool) -> QTableWidgetItem:
    item = QTableWidgetItem()
    item.setFlags(Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled)
    item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
    return item


def _key_of(name: str) -> str:
    """Return a key for a new label: its name in lower case, words joined by `_`, any script."""
    words = "".join(char if char.isalnum() or not char.isascii() else " " for char in name.lower())
    return "_".join(words.split())
