"""The wizard for a new project: name and folder, articles, labels."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QRadioButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from dittomark.errors import UserError, writing
from dittomark.labels import LabelScheme
from dittomark.system.file_names import portable_name
from dittomark_gui.dialogs.base import Dialog
from dittomark_gui.i18n import localized, number, translate
from dittomark_gui.panels.widgets import plain_label
from dittomark_gui.words import label_name

if TYPE_CHECKING:
    from dittomark_gui.panels.frame import Frame

_NAME, _ARTICLES, _LABELS = range(3)  # indices of the pages
_NAMED: Final = 3


class NewProject(Dialog):
    """Three pages, or two if `paths` of articles are given; nothing is created before the end."""

    help_topic = "for-project-leads#set-up"

    def __init__(self, window: "Frame", paths: Sequence[Path] = ()) -> None:
        super().__init__(window, title=translate("NewProject", "New project"), width=600)
        self._window = window
        self._session = window.session
        self._scheme_file: Path | None = None
        # Dropped files need no page of their own.
        self._pages = (_NAME, _LABELS) if paths else (_NAME, _ARTICLES, _LABELS)
        self._at = 0
        self.name = QLineEdit(translate("NewProject", "My project"))
        self.folder = QLineEdit(str(self._session.projects_folder()))
        self.annotator = QLineEdit(self._session.annotator)
        self.files = QListWidget()
        self._step = plain_label(name="heading")
        self._dropped = plain_label()
        self._dropped.setWordWrap(True)
        self._stack = QStackedWidget()
        self.problem = plain_label(name="muted")
        self.problem.setWordWrap(True)
        self.problem.hide()
        for page in (self._name_page(), self._files_page(), self._scheme_page()):
            self._stack.addWidget(page)
        self._stack.setMinimumHeight(210)  # so that the dialog fits a small screen at 200 %
        self.body.addWidget(self._step)
        self.body.addWidget(self._stack, 1)
        self.body.addWidget(self.problem)
        self.body.addLayout(self._buttons())
        for path in paths:
            self.add_path(path)
        self._dropped.setText("\n".join(path.name for path in paths[:_NAMED]))
        self._form.setRowVisible(self._dropped, bool(paths))
        if len(paths) > _NAMED:
            rest = translate("Import", "and %n more", "", len(paths) - _NAMED)
            self._dropped.setText(f"{self._dropped.text()}\n{rest}")
        self._show_step(0)
        self.name.setFocus()
        self.name.selectAll()

    def add_path(self, path: Path) -> None:
        """Add a file or folder to the list of imports."""
        item = QListWidgetItem(str(path))
        item.setData(Qt.ItemDataRole.UserRole, str(path))
        self.files.addItem(item)

    def go_on(self) -> None:
        """Go to the next page; on the last one create the project."""
        self.problem.hide()
        if self._at == 0 and self._path().exists():
            self._show_problem(
                translate("NewProject", "{path} exists already: choose another name.").format(
                    path=self._path()
                )
            )
        elif self._at < len(self._pages) - 1:
            self._show_step(self._at + 1)
        else:
            self._make()

    def _make(self) -> None:
        try:
            scheme = self._scheme()
            folder = self._path().parent
            with writing(folder):
                folder.mkdir(parents=True, exist_ok=True)
        except UserError as error:
            self._show_problem(localized(error))
            return
        if self.annotator.text().strip():
            self._session.set_annotator(self.annotator.text())
        if not self._session.create(
            self._path(), name=self.name.text().strip() or None, scheme=scheme
        ):
            return
        paths = [
            Path(self.files.item(row).data(Qt.ItemDataRole.UserRole))
            for row in range(self.files.count())
        ]
        self.accept()
        if paths:
            self._window.import_wanted.emit(paths)

    def _path(self) -> Path:
        name = self.name.text().strip() or translate("NewProject", "My project")
        return Path(self.folder.text().strip()) / f"{portable_name(name)}.ditto"

    def _scheme(self) -> LabelScheme | None:
        if self._other_scheme.isChecked() and self._scheme_file is not None:
            from dittomark.project import Project

            with Project.open(self._scheme_file, read_only=True) as other:
                return other.scheme
        return None

    def _show_problem(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.show()

    def _show_step(self, step: int) -> None:
        self._at = step
        self._stack.setCurrentIndex(self._pages[step])
        self._step.setText(
            translate("NewProject", "Step {n} of {total}")
            .format(n=number(step + 1), total=number(len(self._pages)))
            .upper()
        )
        self._back.setEnabled(step > 0)
        self._next.setText(
            translate("NewProject", "Make the project")
            if step == len(self._pages) - 1
            else translate("NewProject", "Next")
        )

    def _name_page(self) -> QWidget:
        page = QWidget()
        form = QFormLayout(page)
        browse = QPushButton("…")
        browse.setAccessibleName(translate("NewProject", "Choose the folder"))
        browse.setAutoDefault(False)
        browse.clicked.connect(self._on_browse)
        row = QHBoxLayout()
        row.addWidget(self.folder, 1)
        row.addWidget(browse)
        for field, name in (
            (self.name, translate("NewProject", "Name")),
            (self.folder, translate("NewProject", "Folder")),
            (self.annotator, translate("NewProject", "Your name or initials")),
        ):
            field.setAccessibleName(name)
        form.addRow(translate("NewProject", "Name"), self.name)
        form.addRow(translate("NewProject", "Folder"), row)
        form.addRow(translate("NewProject", "Your name or initials"), self.annotator)
        form.addRow(translate("NewProject", "Files and folders"), self._dropped)
        self._form = form
        return page

    def _files_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        text = plain_label(
            translate(
                "NewProject",
                "Which articles? Texts, web pages, CSV, JSONL; you can add more later, or drop "
                "them onto the window.",
            ),
            "muted",
        )
        text.setWordWrap(True)
        self.files.setAccessibleName(translate("NewProject", "Files and folders"))
        column.addWidget(text)
        row = QHBoxLayout()
        for name, slot in (
            (translate("NewProject", "Add files…"), self._on_add_files),
            (translate("NewProject", "Add a folder…"), self._on_add_folder),
            (translate("NewProject", "Remove"), self._on_remove),
        ):
            button = QPushButton(name)
            button.setAutoDefault(False)
            button.clicked.connect(slot)
            row.addWidget(button)
        self.remove = button
        self.remove.setEnabled(False)
        self.files.itemSelectionChanged.connect(
            lambda: self.remove.setEnabled(bool(self.files.selectedItems()))
        )
        row.addStretch()
        column.addLayout(row)  # above the list, to be visible on a small screen
        column.addWidget(self.files)
        return page

    def _scheme_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        self._own_scheme = QRadioButton(translate("NewProject", "Dittomark’s own labels"))
        self._own_scheme.setChecked(True)
        self._other_scheme = QRadioButton(translate("NewProject", "The labels of another project…"))
        self._other_scheme.toggled.connect(self._on_other_scheme)
        scheme = LabelScheme()
        names = ", ".join(label_name(label) for label in (*scheme.relations, *scheme.spans))
        shipped = plain_label(names, "muted")
        shipped.setWordWrap(True)
        self._scheme_name = plain_label(name="muted")
        hint = plain_label(
            translate(
                "NewProject", "You can change the labels at any time: Project › Label scheme."
            ),
            "muted",
        )
        hint.setWordWrap(True)
        for widget in (
            self._own_scheme,
            shipped,
            self._other_scheme,
            self._scheme_name,
            hint,
        ):
            column.addWidget(widget)
        column.addStretch()
        return page

    def _buttons(self) -> QHBoxLayout:
        self._back = QPushButton(translate("NewProject", "Back"))
        self._back.setAutoDefault(False)
        self._back.clicked.connect(lambda: self._show_step(self._at - 1))
        self._next = QPushButton()
        self._next.setObjectName("primary")
        self._next.setDefault(True)
        self._next.clicked.connect(self.go_on)
        cancel = QPushButton(translate("NewProject", "Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(cancel)
        row.addStretch()
        row.addWidget(self._back)
        row.addWidget(self._next)
        return row

    def _on_browse(self) -> None:
        folder = QFileDialog.getExistingDirectory(
            self, translate("NewProject", "Choose the folder"), self.folder.text()
        )
        if folder:
            self.folder.setText(folder)

    def _on_add_files(self) -> None:
        paths, _ = QFileDialog.getOpenFileNames(self, translate("NewProject", "Add files"))
        for path in paths:
            self.add_path(Path(path))
        if paths:
            self._next.setFocus()  # Enter goes to the next page

    def _on_add_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, translate("NewProject", "Add a folder"))
        if folder:
            self.add_path(Path(folder))
            self._next.setFocus()

    def _on_remove(self) -> None:
        for item in self.files.selectedItems():
            self.files.takeItem(self.files.row(item))

    def _on_other_scheme(self, chosen: bool) -> None:
        if not chosen or self._scheme_file is not None:
            return
        path, _ = QFileDialog.getOpenFileName(
            self,
            translate("NewProject", "The labels of another project"),
            "",
            translate("Projects", "Dittomark projects (*.ditto)"),
        )
        if path:
            self._scheme_file = Path(path)
            self._scheme_name.setText(path)
        else:
            self._own_scheme.setChecked(True)
