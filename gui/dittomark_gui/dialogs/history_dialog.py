"""The history dialog: the journal's changes, filtered by annotator and by kind of change."""

from typing import TYPE_CHECKING, Self

from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableView,
)

from dittomark_gui.dialogs.base import Dialog
from dittomark_gui.i18n import translate
from dittomark_gui.models.history_rows import HistoryModel
from dittomark_gui.panels.widgets import align_headers
from dittomark_gui.words import OPERATIONS, operation_name

if TYPE_CHECKING:
    from dittomark_gui.panels.frame import Frame

_SIZE = (1080, 600)


class HistoryDialog(Dialog):
    """A read-only table of the journal."""

    help_topic = "when-something-goes-wrong#undo"

    def __init__(self, window: "Frame") -> None:
        super().__init__(window, title=translate("History", "History"), width=_SIZE[0])
        self.resize(*_SIZE)
        self.model = HistoryModel(window.session)
        self.model.setParent(self)
        self.annotators = QComboBox()
        if window.session.sees_others:
            self.annotators.addItem(translate("History", "Everybody"), None)
        for name in window.session.project.annotators(seen_by=window.session.annotator):
            self.annotators.addItem(name, name)
        self.operations = QComboBox()
        self.operations.addItem(translate("History", "Everything"), None)
        for key in OPERATIONS:
            self.operations.addItem(operation_name(key), key)
        row = QHBoxLayout()
        for name, box in (
            (translate("History", "Who"), self.annotators),
            (translate("History", "What"), self.operations),
        ):
            box.setAccessibleName(name)
            box.currentIndexChanged.connect(self._on_filter_changed)
            label = QLabel(name)
            label.setBuddy(box)
            row.addWidget(label)
            row.addWidget(box)
        row.addStretch(1)
        self.body.addLayout(row)
        if not window.session.sees_others:
            self._on_filter_changed()
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setAccessibleName(translate("History", "History"))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.verticalHeader().hide()
        self.table.setWordWrap(False)
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        header = self.table.horizontalHeader()
        header.setStretchLastSection(True)
        align_headers(self.table)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.body.addWidget(self.table, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        self.body.addWidget(buttons)
        self._on_filter_changed()
        for column, width in enumerate((210, 110, 210)):
            self.table.setColumnWidth(column, width)

    @classmethod
    def open_for(cls, window: "Frame") -> Self:
        """Create and open the dialog."""
        return cls(window).present()

    def _on_filter_changed(self) -> None:
        self.model.show(
            annotator=self.annotators.currentData(), operation=self.operations.currentData()
        )
