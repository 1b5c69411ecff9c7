"""The hand-out dialog: splits the queue into one file for each annotator."""

from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFormLayout,
    QPlainTextEdit,
    QSpinBox,
    QWidget,
)

from dittomark.errors import UserError
from dittomark_gui.dialogs.base import Dialog
from dittomark_gui.dialogs.progress_dialog import run_with_progress
from dittomark_gui.i18n import QT_TRANSLATE_NOOP, around_percent, localized, number, translate
from dittomark_gui.panels.widgets import inset_text, plain_label

if TYPE_CHECKING:
    from dittomark.team.hand_out import Plan
    from dittomark_gui.panels.frame import Frame

_UNITS: Final = (
    ("pair", QT_TRANSLATE_NOOP("HandOut", "Pair by pair")),
    ("source", QT_TRANSLATE_NOOP("HandOut", "Pairs of the same two sources together")),
    ("event", QT_TRANSLATE_NOOP("HandOut", "Pairs of one event together")),
    ("cluster", QT_TRANSLATE_NOOP("HandOut", "Groups of copies together")),
)
_PREVIEW_MS: Final = 250


class HandOutDialog(Dialog):
    """A form for the split, with a preview of the number of pairs for each annotator."""

    help_topic = "working-in-a-team#hand-out"

    def __init__(self, window: "Frame") -> None:
        super().__init__(window, title=translate("HandOut", "Hand out the work"), width=540)
        self._window = window
        self._session = window.session
        lead = plain_label(
            translate(
                "HandOut",
                "Each annotator gets a file with their pairs, the events and the labels, and "
                "nothing that others said. Join the files again when they are done.",
            )
        )
        lead.setWordWrap(True)
        self.names = QPlainTextEdit()
        self.names.setTabChangesFocus(True)
        self.names.setFixedHeight(self.names.fontMetrics().lineSpacing() * 5)
        self.names.setPlaceholderText(translate("HandOut", "One name a line"))
        self.overlap = QSpinBox()
        self.overlap.setRange(1, 20)
        self.share = QSpinBox()
        self.share.setRange(0, 100)
        self.share.setValue(100)
        before, after = around_percent()
        self.share.setPrefix(before)
        self.share.setSuffix(after)
        self.count = QSpinBox()
        inset_text(self.overlap, self.share, self.count)
        self.count.setRange(0, 1_000_000)
        self.count.setSpecialValueText(translate("HandOut", "no limit"))
        self.unit = QComboBox()
        for key, text in _UNITS:
            self.unit.addItem(translate("HandOut", text), key)
        self.preview = plain_label("", "muted")
        self.preview.setWordWrap(True)
        self.body.addWidget(lead)
        self.body.addLayout(self._form())
        self.body.addWidget(self.preview)
        self.add_buttons(translate("HandOut", "Write the files…"))
        self._later = QTimer(self, singleShot=True, interval=_PREVIEW_MS)
        self._later.timeout.connect(self.show_preview)
        self.names.textChanged.connect(self._later.start)
        for box in (self.overlap, self.share, self.count):
            box.valueChanged.connect(self._on_number_changed)
        self.unit.currentIndexChanged.connect(self._on_number_changed)

    @classmethod
    def open_for(cls, window: "Frame") -> Self:
        """Create and open the dialog."""
        return cls(window).present()

    def plan(self) -> "Plan":
        """Return the plan from the values of the form."""
        from dittomark.team.hand_out import Plan

        names = self.names.toPlainText().replace(",", "\n").splitlines()
        return Plan(
            annotators=tuple(name.strip() for name in names if name.strip()),
            overlap=self.overlap.value(),
            share=self.share.value() / 100,
            count=self.count.value() or None,
            unit=self.unit.currentData(),
        )

    def show_preview(self) -> None:
        """Show the number of pairs for each annotator, or why the plan is impossible."""
        from dittomark.team.hand_out import assign

        if not self.plan().annotators:
            self.preview.setText("")
            return
        try:
            given = assign(self._session.project, self.plan())
        except UserError as error:
            self.preview.setText(localized(error))
            return
        self.preview.setText(
            " · ".join(f"{name}: {number(len(pairs))}" for name, pairs in given.items())
        )

    def accept(self) -> None:
        """Ask for a folder and write the files there."""
        folder = QFileDialog.getExistingDirectory(
            self, translate("HandOut", "Where to"), str(self._session.projects_folder())
        )
        if folder:
            self.write_to(Path(folder))

    def write_to(self, folder: Path) -> None:
        """Write the files into a folder; the dialog stays open if that fails."""
        from dittomark.team.hand_out import hand_out

        plan = self.plan()
        handed = run_with_progress(
            self._window,
            translate("HandOut", "Writing the files…"),
            lambda report: hand_out(self._session.project, folder, plan, report=report),
        )
        if handed is None:
            return
        self._session.messages.show(
            translate("HandOut", "%n file(s) written to {folder}.", "", len(handed)).format(
                folder=folder
            )
        )
        super().accept()

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        rows: tuple[tuple[str, QWidget], ...] = (
            (translate("HandOut", "Annotators"), self.names),
            (translate("HandOut", "Each pair is seen by"), self.overlap),
            (translate("HandOut", "That holds for"), self.share),
            (translate("HandOut", "Pairs per annotator at most"), self.count),
            (translate("HandOut", "How to split"), self.unit),
        )
        for name, field in rows:
            field.setAccessibleName(name)
            form.addRow(name, field)
        return form

    def _on_number_changed(self) -> None:
        self._later.start()
