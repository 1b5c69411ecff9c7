"""How far boilerplate suggestions can be trusted, measured on finished pages held back."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDoubleSpinBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
)

from dittomark_gui.background import Report, Task
from dittomark_gui.i18n import decimal, number, percent, translate
from dittomark_gui.panels.page import Page
from dittomark_gui.panels.widgets import inset_text, plain_label

if TYPE_CHECKING:
    from dittomark.corpus.boilerplate.hold_out import HoldOutScore
    from dittomark_gui.panels.frame import Frame

_SCORE: Final = 0.95


class SuggestionQualityPage(Page):
    """A table of scores with their precision and recall, and "accept all above"."""

    help_topic = "suggestions#trust"

    def __init__(self, window: "Frame") -> None:
        super().__init__(window, title=translate("Trust", "Can suggestions be trusted?"))
        self._task: Task | None = None
        self.explanation = plain_label(translate("Trust", "Measuring…"), "muted")
        self.explanation.setWordWrap(True)
        self.body.addWidget(self.explanation)
        self.table = QTableWidget(0, 4)
        self.table.setAccessibleName(translate("Trust", "Precision and recall by score"))
        self.table.setHorizontalHeaderLabels(
            [
                translate("Trust", "Score at least"),
                translate("Trust", "Right (precision)"),
                translate("Trust", "Found (recall)"),
                translate("Trust", "Lines measured"),
            ]
        )
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.setMinimumHeight(300)
        self.body.addWidget(self.table)
        self.body.addLayout(self._accept_row())
        self.body.addStretch(1)

    def refresh(self) -> None:
        """Measure in the background; a few models are fitted for that."""
        self._show_count()
        if self._task is not None:
            return
        path = self._session.project.path

        def measure(report: Report) -> "list[HoldOutScore]":
            from dittomark.project import Project
            from dittomark.suggesting.boilerplate import learn_boilerplate

            with Project.open(path, read_only=True) as project:
                return learn_boilerplate(project, report=report).trust()

        self._task = self._window.background.start(
            measure, on_done=self.show_trust, on_failed=self._on_failed
        )

    def show_trust(self, found: "list[HoldOutScore]") -> None:
        """Fill the table."""
        self._task = None
        pages = max((each.pages for each in found), default=0)
        self.explanation.setText(
            translate(
                "Trust",
                "Measured on %n page(s) that somebody finished: each was suggested for by a model "
                "that had not seen it.",
                "",
                pages,
            )
            if found
            else translate(
                "Trust",
                "Nothing can be measured yet: mark the boilerplate of a few articles of one "
                "source completely, then look here again.",
            )
        )
        self.table.setVisible(bool(found))
        self.table.setRowCount(len(found))
        for row, each in enumerate(found):
            texts = (
                decimal(each.score, 2),
                percent(each.precision),
                percent(each.recall),
                number(each.lines),
            )
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
                self.table.setItem(row, column, item)

    def accept_all(self) -> None:
        """Accept every open span suggestion of that score or above, as one step."""
        ids = self._ids()
        session = self._session
        changes = session.run(
            lambda project: project.accept_suggestions(ids, annotator=session.annotator)
        )
        if changes:
            session.messages.tell_undoable(
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
        return [
            suggestion.id
            for suggestion in self._session.project.suggestions(kind="span")
            if suggestion.score >= self.score.value()
        ]

    def _show_count(self) -> None:
        count = len(self._ids())
        self.accept_button.setText(translate("Trust", "Accept %n suggestion(s)", "", count))
        self.accept_button.setEnabled(count > 0 and self._session.writable)

    def _on_failed(self, error: BaseException) -> None:
        self._task = None
        self._session.report_failure(error)
