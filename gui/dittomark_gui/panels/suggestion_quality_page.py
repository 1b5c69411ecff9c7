"""The page of hold-out scores: a suggester's precision and recall on decided items."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
)

from dittomark_gui.background import Report, Task
from dittomark_gui.i18n import decimal, percent, translate
from dittomark_gui.panels.page import Page
from dittomark_gui.panels.widgets import inset_text, plain_label
from dittomark_gui.work.suggesting import kind_name, suggester_name

if TYPE_CHECKING:
    from dittomark.suggesting.protocol import TrustPoint
    from dittomark_gui.panels.frame import Frame

_SCORE: Final = 0.95


class SuggestionQualityPage(Page):
    """A table of precision and recall by score, and a button that accepts all above a score."""

    help_topic = "suggestions#trust"

    def __init__(self, window: "Frame") -> None:
        super().__init__(window, title=translate("Trust", "Can suggestions be trusted?"))
        self._task: Task | None = None
        self._open: list[tuple[str, str]] = []
        self.suggester = QComboBox()
        self.suggester.setAccessibleName(translate("Trust", "Suggester"))
        self.suggester.currentIndexChanged.connect(self._on_suggester)
        self.kind = QComboBox()
        self.kind.setAccessibleName(translate("Trust", "Kind"))
        self.kind.currentIndexChanged.connect(self._show_count)
        for box in (self.suggester, self.kind):  # their entries change while they are shown
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        choice = QHBoxLayout()
        choice.addWidget(self.suggester)
        choice.addWidget(self.kind)
        choice.addStretch(1)
        self.body.addLayout(choice)
        self.explanation = plain_label(translate("Trust", "Measuring…"), "muted")
        self.explanation.setWordWrap(True)
        self.body.addWidget(self.explanation)
        self.table = QTableWidget(0, 3)
        self.table.setAccessibleName(translate("Trust", "Precision and recall by score"))
        self.table.setHorizontalHeaderLabels(
            [
                translate("Trust", "Score at least"),
                translate("Trust", "Right (precision)"),
                translate("Trust", "Found (recall)"),
            ]
        )
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.setMinimumHeight(300)
        self.body.addWidget(self.table)
        self.body.addLayout(self._accept_row())
        self.body.addStretch(1)

    def refresh(self) -> None:
        """Show the suggesters with open suggestions, and measure in the background."""
        self._fill_suggesters()
        self._show_count()
        self._measure()

    def show_trust(self, found: "list[TrustPoint] | None") -> None:
        """Fill the table; None means that the suggester cannot be measured by itself."""
        self._task = None
        if found is None:
            text = translate(
                "Trust",
                "This suggester does not say how far it can be trusted. Compare suggesters "
                "measures it on what you decided.",
            )
        elif found and self._is_of_pairs():
            text = translate(
                "Trust",
                "Measured on the pairs somebody finished: each relation was suggested by a model "
                "that had not seen the pair.",
            )
        elif found:
            text = translate(
                "Trust",
                "Measured on what somebody finished: each page was suggested for by a model that "
                "had not seen it.",
            )
            if self.suggester.currentData() == "boilerplate":
                text += " " + translate(
                    "Trust",
                    "Whether a line is boilerplate counts here, whatever its label; Compare "
                    "suggesters asks for the label too.",
                )
        elif self._is_of_pairs():
            text = translate(
                "Trust",
                "Nothing can be measured yet: finish more pairs, then look here again.",
            )
        else:
            text = translate(
                "Trust",
                "Nothing can be measured yet: mark the boilerplate of a few articles of one "
                "source completely, then look here again.",
            )
        self.explanation.setText(text)
        self.table.setVisible(bool(found))
        self.table.setRowCount(len(found or ()))
        for row, each in enumerate(found or ()):
            precision = "–" if each.precision is None else percent(each.precision)
            for column, shown in enumerate(
                (decimal(each.score, 2), precision, percent(each.recall))
            ):
                item = QTableWidgetItem(shown)
                item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
                self.table.setItem(row, column, item)

    def _is_of_pairs(self) -> bool:
        return self.kind.currentData() in {"pair", "relation"}

    def _fill_suggesters(self) -> None:
        """Fill the suggesters that have open suggestions, and the search for boilerplate."""
        from dittomark.suggesting.registry import suggesters

        found = self._session.project.open_suggesters(open_for=self._session.annotator)
        self._open = [(key, kind) for key, kind, _ in found]
        keys = list(dict.fromkeys(["boilerplate", *(key for key, _ in self._open)]))
        self._fill_kinds()
        if [self.suggester.itemData(row) for row in range(self.suggester.count())] == keys:
            return
        everything = suggesters()
        chosen = self.suggester.currentData()
        self.suggester.blockSignals(True)
        self.suggester.clear()
        for key in keys:
            self.suggester.addItem(suggester_name(key, everything), key)
        self.suggester.setCurrentIndex(max(0, self.suggester.findData(chosen)))
        self.suggester.blockSignals(False)
        self.suggester.setVisible(len(keys) > 1)
        self._fill_kinds()

    def _fill_kinds(self) -> None:
        """Fill the kinds of the chosen suggester's open suggestions; spans if there are none."""
        suggester, chosen = self.suggester.currentData(), self.kind.currentData()
        kinds = sorted({kind for key, kind in self._open if key == suggester}) or ["span"]
        self.kind.blockSignals(True)
        self.kind.clear()
        for kind in kinds:
            self.kind.addItem(kind_name(kind), kind)
        self.kind.setCurrentIndex(max(0, self.kind.findData(chosen)))
        self.kind.blockSignals(False)
        self.kind.setVisible(kinds != ["span"])

    def _on_suggester(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self._fill_kinds()
        self.explanation.setText(translate("Trust", "Measuring…"))
        self.table.hide()
        self._show_count()
        self._measure()

    def _measure(self) -> None:
        """Measure in the background, which trains some models."""
        if self._task is not None:
            return
        path, key = self._session.project.path, str(self.suggester.currentData())

        def measure(report: Report) -> "list[TrustPoint] | None":
            from dittomark.errors import NotFoundError
            from dittomark.suggesting.isolated import trust_of
            from dittomark.suggesting.registry import suggester_named

            try:
                registered = suggester_named(key)
            except NotFoundError:
                return None  # from a file or another computer
            return trust_of(registered, path, report)

        self._task = self._window.background.start(
            measure, on_done=self.show_trust, on_failed=self._on_failed
        )

    def accept_all(self) -> None:
        """Accept all open suggestions of the suggester and kind from the score on, as one step."""
        ids = self._ids()
        session = self._session
        changes = session.run(
            lambda project: project.accept_suggestions(ids, annotator=session.annotator)
        )
        if changes:
            session.messages.show_undoable(
                translate("Trust", "%n suggestion(s) accepted.", "", len(ids)),
                action=(translate("Trust", "Undo"), session.undo),
            )

    def _accept_row(self) -> QHBoxLayout:
        self.score = QDoubleSpinBox()
        inset_text(self.score)
        self.score.setRange(0.0, 1.0)
        self.score.setSingleStep(0.01)
        self.score.setValue(_SCORE)
        self.score.setAccessibleName(translate("Trust", "Score at least"))
        self.score.valueChanged.connect(self._show_count)
        self.accept_button = QPushButton()
        self.accept_button.setObjectName("primary")
        self.accept_button.clicked.connect(self.accept_all)
        row = QHBoxLayout()
        row.addWidget(plain_label(translate("Trust", "Accept all with a score of at least")))
        row.addWidget(self.score)
        row.addWidget(self.accept_button)
        row.addStretch(1)
        return row

    def _ids(self) -> list[str]:
        return self._session.project.listed_suggestion_ids(
            suggester=str(self.suggester.currentData()),
            kind=self.kind.currentData(),
            least_score=self.score.value(),
            open_for=self._session.annotator,
        )

    def _show_count(self) -> None:
        count = self._session.project.count_suggestions(
            suggester=str(self.suggester.currentData()),
            kind=self.kind.currentData(),
            least_score=self.score.value(),
            open_for=self._session.annotator,
        )
        self.accept_button.setText(translate("Trust", "Accept %n suggestion(s)", "", count))
        self.accept_button.setEnabled(count > 0 and self._session.writable)

    def _on_failed(self, error: BaseException) -> None:
        self._task = None
        self._session.report_failure(error)
