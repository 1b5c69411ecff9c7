"""The page that compares suggesters on the same decided items."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QProgressBar,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
)

from dittomark_gui.background import Report, Task
from dittomark_gui.i18n import decimal, localized, number, translate
from dittomark_gui.panels.page import Page
from dittomark_gui.panels.widgets import FlowBox, plain_label
from dittomark_gui.words import label_name
from dittomark_gui.work.suggesting import (
    has_unasked_packages,
    kind_name,
    meet_packages,
    suggester_name,
)

if TYPE_CHECKING:
    from dittomark.suggesting.evaluation import Measured, SuggesterComparison
    from dittomark.suggesting.registry import Registered
    from dittomark_gui.panels.frame import Frame

_KINDS: Final = ("span", "relation", "event")
_MCNEMAR: Final = 3  # index of the column that only relations have
_CONFUSED: Final = 5  # rows for each suggester; the command prints all of them


class SuggesterComparisonPage(Page):
    """Options, the measured table, and a button that saves it."""

    help_topic = "suggestions#compare"

    def __init__(self, window: "Frame") -> None:
        super().__init__(window, title=translate("CompareSuggesters", "Compare suggesters"))
        self._task: Task | None = None
        self._found: SuggesterComparison | None = None
        self._everything: list[Registered] = []
        self._packages_asked = False
        self.boxes: dict[str, QCheckBox] = {}
        lead = plain_label(
            translate(
                "CompareSuggesters",
                "Each suggester works on one half of what people decided while that is hidden from "
                "it, and may learn from the other half. Nothing in the project changes.",
            ),
            "muted",
        )
        lead.setWordWrap(True)
        self.body.addWidget(lead)
        self.kind = QComboBox()
        for kind in _KINDS:
            self.kind.addItem(kind_name(kind), kind)
        self.kind.setAccessibleName(translate("CompareSuggesters", "What they suggest"))
        self.kind.currentIndexChanged.connect(self._on_kind)
        choice = QHBoxLayout()
        choice.addWidget(plain_label(translate("CompareSuggesters", "What they suggest")))
        choice.addWidget(self.kind)
        choice.addStretch(1)
        self.body.addLayout(choice)
        self._boxes = FlowBox()
        self._boxes.flow.setSpacing(12)
        self.body.addWidget(self._boxes)
        self.measure_button = QPushButton(translate("CompareSuggesters", "Measure"))
        self.measure_button.setObjectName("primary")
        self.measure_button.clicked.connect(self.measure)
        self.save_button = QPushButton(translate("CompareSuggesters", "Save as a table…"))
        self.save_button.clicked.connect(self._choose_file)
        self.save_button.setEnabled(False)
        buttons = QHBoxLayout()
        buttons.addWidget(self.measure_button)
        buttons.addWidget(self.save_button)
        buttons.addStretch(1)
        self.body.addLayout(buttons)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(translate("CompareSuggesters", "Measuring…"))
        self.progress.hide()
        self.body.addWidget(self.progress)
        self.explanation = plain_label("", "muted")
        self.explanation.setWordWrap(True)
        self.body.addWidget(self.explanation)
        self.table = self._new_table(
            [
                translate("CompareSuggesters", "Suggester"),
                translate("CompareSuggesters", "Suggested"),
                translate("CompareSuggesters", "Right (precision)"),
                translate("CompareSuggesters", "Found (recall)"),
                translate("CompareSuggesters", "Both (F1)"),
            ],
            names=1,
        )
        self.differences = self._new_table(
            [
                translate("CompareSuggesters", "Suggester"),
                translate("CompareSuggesters", "Against"),
                translate("CompareSuggesters", "Difference in F1"),
                translate("CompareSuggesters", "p (McNemar)"),
            ],
            names=2,
        )
        self.confused = self._new_table(
            [
                translate("CompareSuggesters", "Suggester"),
                translate("CompareSuggesters", "Suggested label"),
                translate("CompareSuggesters", "People’s label"),
                translate("CompareSuggesters", "How often"),
            ],
            names=3,
        )
        self.body.addStretch(1)
        self._fill()

    def refresh(self) -> None:
        """Keep the measured tables until the next measurement."""

    def measure(self) -> None:
        """Measure the ticked suggesters in the background."""
        if self._task is not None:
            return
        kind = self.kind.currentData()
        chosen = [each for each in self._everything if self._is_ticked(each.key)]
        path = self._session.project.path

        def work(report: Report) -> "SuggesterComparison":
            from dittomark.suggesting.isolated import compare_registered

            return compare_registered(chosen, path, kind, report)

        self.progress.setRange(0, 0)
        self.progress.show()
        self.measure_button.setEnabled(False)
        self._task = self._window.background.start(
            work, on_done=self.show_comparison, on_failed=self._on_failed, on_progress=self._moved
        )

    def show_comparison(self, found: "SuggesterComparison") -> None:
        """Fill the tables with a comparison."""
        self._end()
        self._found = found
        self.save_button.setEnabled(True)
        items = max((each.items for each in found.scores), default=0)
        failures = [localized(each.failure) for each in found.scores if each.failure]
        text = translate(
            "CompareSuggesters",
            "Measured on %n decided item(s); in brackets the 95 % interval.",
            "",
            items,
        )
        self.explanation.setText("\n".join([text, *failures]))
        self._show(
            self.table,
            [
                (
                    suggester_name(each.suggester, self._everything),
                    number(each.suggested),
                    _measured(each.precision),
                    _measured(each.recall),
                    _measured(each.f1),
                )
                for each in found.scores
            ],
        )
        self._show(
            self.differences,
            [
                (
                    suggester_name(two.first, self._everything),
                    suggester_name(two.second, self._everything),
                    _measured(two.f1),
                    "–" if two.mcnemar is None else decimal(two.mcnemar, 4),
                )
                for two in found.differences
            ],
        )
        self.differences.setColumnHidden(_MCNEMAR, found.kind != "relation")
        self._show(
            self.confused,
            [
                (
                    suggester_name(each.suggester, self._everything),
                    self._label(confusion.suggested),
                    self._label(confusion.given),
                    number(confusion.count),
                )
                for each in found.scores
                for confusion in each.confused[:_CONFUSED]
            ],
        )

    def _label(self, key: str) -> str:
        """Return a label's name in the scheme, else its key."""
        scheme = self._session.project.scheme
        relation = self._found is not None and self._found.kind == "relation"
        label = scheme.relation(key) if relation else scheme.span_label(key)
        return key if label is None else label_name(label)

    def save(self, path: Path) -> None:
        """Write scores, differences and confused labels as one CSV file."""
        from dittomark.errors import UserError
        from dittomark.exporting.csv_files import write_rows

        if self._found is None:
            return
        try:
            write_rows(self._found.rows(), path)
        except UserError as error:
            self._session.messages.fail(error)
            return
        self._session.messages.show(
            translate("CompareSuggesters", "Saved as {name}.").format(name=path.name)
        )

    def _is_ticked(self, key: str) -> bool:
        return key in self.boxes and self.boxes[key].isChecked()

    def _on_kind(self) -> None:
        """Show the suggesters of another kind, and clear the tables of the previous one."""
        if self._task is not None:
            self._task.cancel()
            self._end()
        self._found = None
        self.save_button.setEnabled(False)
        self.explanation.clear()
        for table in (self.table, self.differences, self.confused):
            table.hide()
        self._fill()

    def _fill(self) -> None:
        """Show the suggesters of the chosen kind; packages report kinds once they are loaded."""
        from dittomark.errors import UserError
        from dittomark.suggesting.registry import suggesters

        try:
            self._everything = suggesters()
        except UserError as error:
            self._session.messages.fail(error)
        self.boxes = {}
        kind = self.kind.currentData()
        if not self._packages_asked and has_unasked_packages(self._everything):
            self._packages_asked = True
            self._window.background.start(meet_packages, on_done=self._on_packages_asked)
        for each in self._everything:
            if each.kinds and kind not in each.kinds:
                continue
            box = QCheckBox(localized(each.name).replace("&", "&&"))
            box.setChecked(True)
            box.toggled.connect(self._on_ticked)
            self.boxes[each.key] = box
        self._boxes.show_widgets(list(self.boxes.values()))
        self._on_ticked()

    def _on_packages_asked(self, _problems: object) -> None:
        """Update the suggesters: a package may have reported other kinds."""
        self._fill()

    def _on_ticked(self) -> None:
        any_ticked = any(box.isChecked() for box in self.boxes.values())
        self.measure_button.setEnabled(any_ticked and self._task is None)

    def _new_table(self, heads: list[str], *, names: int) -> QTableWidget:
        """Return a table whose first `names` columns share the width that the numbers leave."""
        table = QTableWidget(0, len(heads))
        table.setHorizontalHeaderLabels(heads)
        table.setAccessibleName(heads[-1])
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for column in range(names):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        table.hide()
        self.body.addWidget(table)
        return table

    def _show(self, table: QTableWidget, rows: Sequence[tuple[str, ...]]) -> None:
        table.setVisible(bool(rows))
        table.setRowCount(len(rows))
        for place, row in enumerate(rows):
            for column, text in enumerate(row):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                if column:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
                table.setItem(place, column, item)
        height = table.horizontalHeader().sizeHint().height() + 4
        table.setFixedHeight(height + sum(table.rowHeight(row) for row in range(len(rows))))

    def _moved(self, done: int, total: int) -> None:
        self.progress.setRange(0, total)
        self.progress.setValue(done)

    def _end(self) -> None:
        self._task = None
        self.progress.hide()
        self._on_ticked()

    def _on_failed(self, error: BaseException) -> None:
        self._end()
        self._session.report_failure(error)

    def _choose_file(self) -> None:
        start = self._session.project.path.with_name("suggesters.csv")
        path, _ = QFileDialog.getSaveFileName(
            self,
            translate("CompareSuggesters", "Save as a table…"),
            str(start),
            translate("CompareSuggesters", "Tables (*.csv)"),
        )
        if path:
            self.save(Path(path))


def _measured(value: "Measured") -> str:
    """Return a measure with its 95 % interval as text."""
    if value.value is None:
        return "–"
    if value.low is None or value.high is None:
        return decimal(value.value, 2)
    return f"{decimal(value.value, 2)} ({decimal(value.low, 2)} … {decimal(value.high, 2)})"
