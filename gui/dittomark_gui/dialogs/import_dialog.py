"""The import dialog: a preview of format, encoding, columns and articles; then the import."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QGroupBox,
    QHeaderView,
    QProgressBar,
    QTableWidget,
    QTableWidgetItem,
)

from dittomark.annotations import NewArticle
from dittomark.errors import Cancelled, UserError
from dittomark_gui.background import Report, Task
from dittomark_gui.dialogs.base import Dialog
from dittomark_gui.dialogs.import_choices import ImportChoices
from dittomark_gui.format_words import import_name
from dittomark_gui.i18n import day, localized, number, translate
from dittomark_gui.panels.widgets import ElidedLabel, align_headers, plain_label
from dittomark_gui.words import field_name
from dittomark_gui.work.article_stream import ArticleStream, ReadOptions

if TYPE_CHECKING:
    from dittomark.importing import Failure, ImportReport, Preview
    from dittomark_gui.panels.frame import Frame

# Listed besides "found by itself"; any other name can be typed.
ENCODINGS: Final = ("utf-8", "utf-16", "cp1252", "iso-8859-1", "cp1256", "gb18030", "shift_jis")
_START: Final = 200
_WIDEST_COLUMN: Final = 180
_FAILURES_SHOWN: Final = 8
_STEPS: Final = 1000
_NO_COLUMN: Final = "–"


class ImportDialog(Dialog):
    """A preview of the first file; the options chosen in it apply to all files.

    Columns that the user did not change are detected for each file.
    """

    help_topic = "for-project-leads#set-up"
    grows = True

    def __init__(self, window: "Frame", paths: Sequence[Path]) -> None:
        super().__init__(window, title=translate("Import", "Import articles"), width=760)
        self._window = window
        self._session = window.session
        self._paths = [str(path) for path in paths]
        self._task: Task | None = None
        self._stream: ArticleStream | None = None
        self._format = QComboBox()
        self._encoding = QComboBox()
        self._choices = ImportChoices()
        self._choices.changed.connect(self._load_preview)
        self._summary = ElidedLabel(name="subtitle")
        self._columns = QGroupBox(translate("Import", "Which column is what"))
        self._column_form = QFormLayout(self._columns)
        self._fields: dict[str, QComboBox] = {}
        self._guess: dict[str, str] = {}  # columns detected before the user chose any
        self.table = QTableWidget(0, 5)
        align_headers(self.table)
        self.more = plain_label(name="muted")
        self.more.hide()
        self.problems = plain_label(name="muted")
        self.problems.setWordWrap(True)
        self.progress = QProgressBar()
        self._build()
        self._load_preview()

    # --- preview ----------------------------------------------------------------------------------

    def _build(self) -> None:
        from dittomark.importing import FORMATS

        self._format.addItem(translate("Import", "found by itself"), None)
        for name in FORMATS:
            self._format.addItem(import_name(name), name)
        self._format.setAccessibleName(translate("Import", "Format"))
        self._encoding.setEditable(True)
        self._encoding.addItem(translate("Import", "found by itself"), None)
        for name in ENCODINGS:
            self._encoding.addItem(name, name)
        self._encoding.setAccessibleName(translate("Import", "Encoding"))
        form = QFormLayout()
        form.addRow(translate("Import", "Format"), self._format)
        form.addRow(translate("Import", "Encoding"), self._encoding)
        self.table.setHorizontalHeaderLabels(
            [
                translate("Import", "Title"),
                translate("Import", "Source"),
                translate("Import", "Date"),
                translate("Import", "Characters"),
                translate("Import", "Text"),
            ]
        )
        self.table.horizontalHeader().setSectionResizeMode(4, QHeaderView.ResizeMode.Stretch)
        self.table.setColumnWidth(0, 190)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.setMinimumHeight(150)
        self.table.setAccessibleName(translate("Import", "The first articles"))
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(translate("Import", "Importing"))
        self.progress.hide()
        self.body.addWidget(self._summary)
        self.body.addLayout(form)
        self.body.addWidget(self._choices)
        self.body.addWidget(self._columns)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.more)
        self.body.addWidget(self.problems)
        self.body.addWidget(self.progress)
        self.buttons = self.add_buttons(translate("Import", "Import"))
        self._format.currentIndexChanged.connect(self._load_preview)
        self._encoding.currentTextChanged.connect(self._load_preview)

    def _load_preview(self) -> None:
        """Read the beginning of the first file in the background and show the preview."""
        if self._task is not None:
            self._task.cancel()
        path, options = self._paths[0], self._options()

        def read(_report: Report) -> "Preview":
            from dittomark.importing import preview

            return preview(path, **options)

        self._summary.set_full_text(translate("Import", "Looking at {path}…").format(path=path))
        self._task = self._window.background.start(
            read, on_done=self._on_preview_loaded, on_failed=self._on_failed
        )

    def _options(self) -> ReadOptions:
        typed = self._encoding.currentText().strip()
        found_by_itself = self._encoding.itemText(0)
        chosen = {field: _column_in(box) for field, box in self._fields.items()}
        mapping = {
            field: column for field, column in chosen.items() if column != self._guess[field]
        }
        return {
            "format": self._format.currentData(),
            "encoding": None if typed in ("", found_by_itself) else typed,
            "mapping": mapping or None,
            "records": self._choices.records(),
            "dates": self._choices.dates(),
            "fonts": self._choices.fonts(),
        }

    def _on_preview_loaded(self, preview: "Preview") -> None:
        self._task = None
        chosen = Path(self._paths[0])
        named = chosen if chosen.is_dir() else Path(preview.path)
        parts = [named.name, import_name(preview.format), preview.encoding]
        if len(self._paths) > 1:
            more = translate("Import", "and %n more", "", len(self._paths) - 1)
            parts.append(more)
        self._summary.set_full_text(" · ".join(part for part in parts if part))
        self._choices.show_for(preview)
        self._show_columns(preview)
        self.more.setText(translate("Import", "and %n more file(s)", "", preview.more))
        self.more.setVisible(preview.more > 0)
        self.table.setRowCount(len(preview.articles))
        for row, article in enumerate(preview.articles):
            for column, text in enumerate(_cells(article)):
                self.table.setItem(row, column, QTableWidgetItem(text))
        for column in (1, 2, 3):  # fit dates and sources, within limits
            self.table.resizeColumnToContents(column)
            self.table.setColumnWidth(column, min(self.table.columnWidth(column), _WIDEST_COLUMN))
        self._show_problems(preview)

    def _show_columns(self, preview: "Preview") -> None:
        self._columns.setVisible(bool(preview.columns))
        if not preview.columns or self._fields:
            return
        from dittomark.importing import FIELDS

        for field in FIELDS:
            box = QComboBox()
            box.addItem(_NO_COLUMN)
            box.addItems(list(preview.columns))
            box.setCurrentText(preview.mapping.get(field, _NO_COLUMN))
            box.setAccessibleName(_field_name(field))
            box.currentIndexChanged.connect(self._load_preview)
            self._fields[field] = box
            self._guess[field] = _column_in(box)
            self._column_form.addRow(_field_name(field), box)

    def columns(self) -> list[QComboBox]:
        """Return the combo boxes that choose a table's columns, one for each field."""
        return list(self._fields.values())

    def _show_problems(self, preview: "Preview") -> None:
        lines = _failure_lines(preview.failures, len(preview.failures))
        lines += [localized(note) for note in preview.notes[:_FAILURES_SHOWN]]
        self.problems.setText("\n".join(lines))
        self.problems.setVisible(bool(lines))

    # --- import -----------------------------------------------------------------------------------

    def accept(self) -> None:
        """Import everything as one step; the dialog stays open until it ends or is cancelled."""
        from dittomark.importing import import_items

        if self._task is not None:
            self._task.cancel()
            self._task = None
        self._set_busy(True)
        stream = ArticleStream(
            self._window.background, self._paths, self._options(), self._on_progress
        )
        self._stream = stream
        try:
            report = import_items(
                self._session.project, stream.items(), report=lambda *_: stream.process_events()
            )
        except Cancelled:
            return
        except UserError as error:
            self._stream = None
            stream.cancel()
            self._on_failed(error)
            return
        self._stream = None
        super().accept()
        self._show_result(report)

    def reject(self) -> None:
        """Cancel; an unfinished import leaves nothing in the project."""
        if self._task is not None:
            self._task.cancel()
        if self._stream is not None:
            self._stream.cancel()
            self._stream = None
        super().reject()

    def _set_busy(self, busy: bool) -> None:
        asked = (self._format, self._encoding, self._choices, self._columns)
        for widget in (*asked, self.buttons.buttons()[0]):
            widget.setEnabled(not busy)
        self.progress.setRange(0, 0)
        self.progress.setVisible(busy)

    def _on_progress(self, done: int, total: int) -> None:
        self.progress.setRange(0, _STEPS if total else 0)
        if total:
            self.progress.setValue(min(done * _STEPS // total, _STEPS))

    def _show_result(self, result: "ImportReport") -> None:
        texts = [translate("Import", "%n article(s) imported.", "", len(result.added))]
        came_along = sum(result.annotations.values())
        if came_along:
            texts.append(translate("Import", "%n annotation(s) came with them.", "", came_along))
        already_present = result.already_there - result.repeated + result.unchanged
        if already_present:
            texts.append(translate("Import", "%n stood there already.", "", already_present))
        if result.repeated:
            twice = translate(
                "Import", "%n stood in the files twice and came in once.", "", result.repeated
            )
            texts.append(twice)
        find_pairs = (
            translate("Import", "Find pairs"),
            lambda: self._window.action_wanted.emit("find_pairs"),
        )
        texts += [localized(note) for note in result.notes[:_FAILURES_SHOWN]]
        if result.failures:
            texts += _failure_lines(result.failures, result.failed)
            everything = (
                translate("Import", "All that went wrong"),
                lambda: self._window.action_wanted.emit("messages"),
            )
            many = len(result.failures) > _FAILURES_SHOWN or not result.added
            self._session.messages.warn(
                " ".join(texts),
                action=everything if many else find_pairs,
                details=[localized(failure.located_message) for failure in result.failures],
            )
        else:
            self._session.messages.show(" ".join(texts), action=find_pairs)
        self._window.articles_imported.emit()

    def _on_failed(self, error: BaseException) -> None:
        self._task = None
        self.problems.setText(localized(error))
        self.problems.show()
        self._set_busy(False)
        if not isinstance(error, UserError):
            self._session.report_failure(error)


def _failure_lines(failures: Sequence["Failure"], count: int) -> list[str]:
    """Return the first failures in full, and the number of the remaining ones of `count`."""
    lines = [localized(failure.located_message) for failure in failures[:_FAILURES_SHOWN]]
    if count > _FAILURES_SHOWN:
        rest = count - _FAILURES_SHOWN
        lines.append(translate("Import", "and %n more that can’t be read", "", rest))
    return lines


def _column_in(box: QComboBox) -> str:
    """Return the column chosen in a combo box; empty for none."""
    return box.currentText() if box.currentIndex() > 0 else ""


def _cells(article: NewArticle) -> tuple[str, ...]:
    start = " ".join(article.text[:_START].split())
    return (
        article.title,
        article.source,
        day(article.date),
        number(len(article.text)),
        start,
    )


def _field_name(field: str) -> str:
    names = {
        "text": translate("Import", "Text"),
        "external_id": translate("Import", "Number or name"),
    }
    return names.get(field) or field_name(field)
