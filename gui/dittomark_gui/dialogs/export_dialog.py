"""The export dialog: format, selection, target and a preview."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
)

from dittomark.errors import UserError
from dittomark.system.optional_parts import is_format_offered
from dittomark_gui.background import Report, Task
from dittomark_gui.dialogs.base import Dialog
from dittomark_gui.dialogs.split_field import SplitField
from dittomark_gui.format_words import export_name, export_sentence
from dittomark_gui.i18n import localized, translate
from dittomark_gui.panels.widgets import plain_label
from dittomark_gui.web import open_folder
from dittomark_gui.words import count_name

if TYPE_CHECKING:
    from dittomark.exporting import ExportReport
    from dittomark_gui.panels.frame import Frame

_PREVIEW_CHARACTERS: Final = 4000
# A preview exports everything to a temporary folder, which takes too long for a larger project.
_PREVIEW_ARTICLES: Final = 2000


class ExportDialog(Dialog):
    """A form for format, target, annotators, texts and split; the format determines the rest."""

    help_topic = "exporting"

    def __init__(self, window: "Frame") -> None:
        super().__init__(window, title=translate("Export", "Export a dataset"), width=680)
        self._window = window
        self._session = window.session
        self._task: Task | None = None
        self.format = QComboBox()
        self.place = QLineEdit()
        self.annotator = QComboBox()
        self.text = QComboBox()
        self.finished_only = QCheckBox(translate("Export", "Only pairs that are done"))
        self.about = plain_label(name="muted")
        self.about.setWordWrap(True)
        self.split = SplitField()
        self.preview = QPlainTextEdit()
        self.progress = QProgressBar()
        self.problem = plain_label(name="muted")
        self._build()
        self._on_format_changed()

    def accept(self) -> None:
        """Export the files in the background; the dialog stays open until then."""
        try:
            options = self._options()
        except UserError as error:
            self._show_problem(localized(error))
            return
        out = Path(self.place.text().strip())
        self._show_problem("")
        self.progress.setRange(0, 0)
        self.progress.show()
        self._start(
            lambda report: _export(self._session.project.path, out, options, report),
            self._on_exported,
        )

    def reject(self) -> None:
        """Cancel the export; existing files stay unchanged."""
        if self._task is not None:
            self._task.cancel()
        super().reject()

    # --- form -------------------------------------------------------------------------------------

    def _build(self) -> None:
        from dittomark.exporting import FORMATS

        for name in filter(is_format_offered, FORMATS):
            self.format.addItem(export_name(name), name)
        if self._session.sees_others:
            self.annotator.addItem(translate("Export", "everybody’s"), None)
        for name in self._annotators():
            self.annotator.addItem(name, name)
        for key, name in (
            ("full", translate("Export", "with the texts")),
            ("none", translate("Export", "without the texts")),
            ("hash", translate("Export", "only a checksum of each text")),
        ):
            self.text.addItem(name, key)
        self.preview.setReadOnly(True)
        self.preview.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
        self.preview.setMinimumHeight(150)
        self.progress.setTextVisible(False)
        self.progress.hide()
        self.problem.setWordWrap(True)
        self.problem.hide()
        form = QFormLayout()
        for name, field in (
            (translate("Export", "Format"), self.format),
            (translate("Export", "Annotations"), self.annotator),
            (translate("Export", "Articles"), self.text),
        ):
            field.setAccessibleName(name)
            form.addRow(name, field)
            if field is self.format:
                form.addRow("", self.about)
        form.addRow(translate("Export", "Parts"), self.split)
        form.addRow("", self.finished_only)
        form.addRow(translate("Export", "Save as"), self._place_row())
        self.body.addLayout(form)
        self.body.addWidget(plain_label(translate("Export", "Preview").upper(), "heading"))
        self.preview.setAccessibleName(translate("Export", "Preview"))
        self.body.addWidget(self.preview, 1)
        self.body.addWidget(self.problem)
        self.body.addWidget(self.progress)
        self.add_buttons(translate("Export", "Export"))
        self.format.currentIndexChanged.connect(self._on_format_changed)
        for box in (self.annotator, self.text):
            box.currentIndexChanged.connect(self._show_preview)
        self.finished_only.toggled.connect(self._show_preview)

    def _place_row(self) -> QHBoxLayout:
        browse = QPushButton("…")
        browse.setAccessibleName(translate("Export", "Choose the place"))
        browse.setAutoDefault(False)
        browse.clicked.connect(self._on_browse)
        self.place.setAccessibleName(translate("Export", "Save as"))
        row = QHBoxLayout()
        row.addWidget(self.place, 1)
        row.addWidget(browse)
        return row

    def _annotators(self) -> list[str]:
        return self._session.project.annotators(seen_by=self._session.annotator)

    def _on_format_changed(self) -> None:
        from dittomark.exporting import FORMATS

        kind = FORMATS[str(self.format.currentData())]
        path = self._session.project.path
        name = (
            f"{path.stem}-{self.format.currentData()}" if kind.folder else path.stem + kind.ending
        )
        self.place.setText(str(path.parent / name))
        self.about.setText(export_sentence(str(self.format.currentData())))
        self._show_preview()

    def _on_browse(self) -> None:
        from dittomark.exporting import FORMATS

        title = translate("Export", "Save as")
        if FORMATS[str(self.format.currentData())].folder:
            chosen = QFileDialog.getExistingDirectory(self, title, self.place.text())
        else:
            chosen, _ = QFileDialog.getSaveFileName(self, title, self.place.text())
        if chosen:
            self.place.setText(chosen)

    def _options(self, *, split: bool = True) -> dict[str, Any]:
        from dittomark.exporting import Selection

        annotator = self.annotator.currentData()
        return {
            "format": str(self.format.currentData()),
            "selection": Selection(
                annotators=(str(annotator),) if annotator else (),
                finished_only=self.finished_only.isChecked(),
            ),
            "text": str(self.text.currentData()),
            "parts": self.split.parts() if split else None,
            "seed": self.split.seed.value(),
        }

    # --- preview and export -----------------------------------------------------------------------

    def _show_preview(self) -> None:
        if self._session.project.counts().get("articles", 0) > _PREVIEW_ARTICLES:
            self.preview.setPlainText(
                translate("Export", "No preview: the project has too many articles.")
            )
            return
        options = {**self._options(split=False), "parts": None}
        path = self._session.project.path
        self.preview.setPlainText("…")
        self._start(lambda report: _preview(path, options, report), self.preview.setPlainText)

    def _start(self, function: Callable[[Report], object], on_done: Callable[[Any], None]) -> None:
        if self._task is not None:
            self._task.cancel()
        self._task = self._window.background.start(
            function, on_done=on_done, on_failed=self._on_failed, on_progress=self._on_progress
        )

    def _on_progress(self, done: int, total: int) -> None:
        self.progress.setRange(0, total)
        self.progress.setValue(done)

    def _on_exported(self, report: "ExportReport") -> None:
        super().accept()
        counts = ", ".join(count_name(kind, count) for kind, count in report.counts.items())
        text = translate("Export", "Exported {counts} to {place}.").format(
            counts=counts, place=report.out
        )
        losses = [
            f"{count_name(loss.what, loss.count)}: {localized(loss.why)}"
            for loss in report.losses
            if loss.count
        ]
        where = Path(report.out)
        folder = where if where.is_dir() else where.parent
        show = (translate("Export", "Open folder"), lambda: open_folder(folder))
        if losses:
            self._session.messages.warn(" ".join([text, *losses]), action=show)
        else:
            self._session.messages.show(text, action=show)

    def _on_failed(self, error: BaseException) -> None:
        self.progress.hide()
        self._show_problem(localized(error))
        if not isinstance(error, UserError):
            self._session.report_failure(error)

    def _show_problem(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.setVisible(bool(text))


def _export(project: Path, out: Path, options: dict[str, Any], report: Report) -> "ExportReport":
    from dittomark.exporting import export

    return export(project, out=out, report=report, **options)


def _preview(project: Path, options: dict[str, Any], report: Report) -> str:
    """Return the beginning of the files that an export would write."""
    from dittomark.exporting import FORMATS

    with tempfile.TemporaryDirectory() as folder:
        written = _export(
            project, Path(folder) / f"preview{FORMATS[options['format']].ending}", options, report
        )
        parts = []
        for file in written.files:
            try:
                head = file.read_bytes()[:_PREVIEW_CHARACTERS].decode("utf-8")
            except UnicodeDecodeError as error:
                # A character cut at the very end, or a file that is not text.
                if error.start < _PREVIEW_CHARACTERS - 4:
                    continue
                head = file.read_bytes()[: error.start].decode("utf-8")
            parts.append(f"# {file.name}\n{head}" if len(written.files) > 1 else head)
        return "\n\n".join(parts)
