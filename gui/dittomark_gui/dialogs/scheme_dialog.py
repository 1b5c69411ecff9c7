"""The label scheme dialog: span labels, relations, kinds of links, and import and export."""

import dataclasses
import json
from pathlib import Path
from typing import TYPE_CHECKING, Self

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QTabWidget

from dittomark.errors import UserError
from dittomark.labels import LabelScheme, read_scheme
from dittomark.store.outputs import write_output
from dittomark_gui.dialogs.base import Dialog
from dittomark_gui.dialogs.label_table import LabelTable
from dittomark_gui.i18n import translate
from dittomark_gui.panels.widgets import plain_label

if TYPE_CHECKING:
    from dittomark_gui.panels.frame import Frame

_HEIGHT = 520


class SchemeDialog(Dialog):
    """Edits a copy of the scheme; the project changes only when it is accepted."""

    help_topic = "for-project-leads#scheme"

    def __init__(self, window: "Frame") -> None:
        super().__init__(window, title=translate("SchemeDialog", "Label scheme"), width=860)
        self._session = window.session
        self._scheme = self._session.project.scheme
        self.tabs = QTabWidget()
        self.tabs.tabBar().setAccessibleName(translate("SchemeDialog", "Label scheme"))
        self.body.addWidget(self.tabs, 1)
        self._fill()
        hint = plain_label(
            translate(
                "SchemeDialog",
                "A label that is in use is never lost: removed, it stays as retired. Old "
                "annotations keep it, new ones can’t choose it.",
            ),
            "muted",
        )
        hint.setWordWrap(True)
        self.body.addWidget(hint)
        self.body.addLayout(self._file_row())
        self.add_buttons(translate("SchemeDialog", "Use this scheme"))
        self.setEnabled(self._session.writable)
        self.resize(self.width(), _HEIGHT)

    @classmethod
    def open_for(cls, window: "Frame") -> Self:
        """Create and open the editor for the project's scheme."""
        return cls(window).present()

    def scheme(self) -> LabelScheme:
        """Return the scheme with the labels of the tables."""
        return dataclasses.replace(
            self._scheme,
            spans=self.spans.labels(),
            relations=self.relations.labels(),
            links=self.links.labels(),
        )

    def accept(self) -> None:
        """Save the scheme; the dialog stays open if the scheme is refused."""
        scheme = self.scheme()
        if scheme != self._session.project.scheme:
            changes = self._session.run(lambda project: project.set_scheme(scheme))
            if changes is None:
                return
        super().accept()

    def read_from(self, path: Path) -> None:
        """Replace the tables' content by the scheme of a file."""
        scheme = self._session.run(lambda _project: read_scheme(path))
        if scheme is None:
            return
        self._scheme = scheme
        self._fill()

    def write_to(self, path: Path) -> None:
        """Write the scheme to a JSON file for other projects."""
        text = json.dumps(dataclasses.asdict(self.scheme()), ensure_ascii=False, indent=2)
        try:
            write_output(path, text + "\n")
        except UserError as error:
            self._session.messages.fail(error)

    def _fill(self) -> None:
        while self.tabs.count():
            old = self.tabs.widget(0)
            self.tabs.removeTab(0)
            if old is not None:
                old.deleteLater()
        self.spans = LabelTable(
            self._scheme.spans, name=translate("SchemeDialog", "Span labels"), directions=False
        )
        self.relations = LabelTable(
            self._scheme.relations, name=translate("SchemeDialog", "Relations"), directions=True
        )
        self.tabs.addTab(self.spans, translate("SchemeDialog", "Span labels"))
        self.links = LabelTable(
            self._scheme.links, name=translate("SchemeDialog", "Kinds of links"), directions=False
        )
        self.tabs.addTab(self.relations, translate("SchemeDialog", "Relations"))
        self.tabs.addTab(self.links, translate("SchemeDialog", "Kinds of links"))

    def _file_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        read = QPushButton(translate("SchemeDialog", "Take over from a file…"))
        read.clicked.connect(self._ask_read)
        write = QPushButton(translate("SchemeDialog", "Write to a file…"))
        write.clicked.connect(self._ask_write)
        for button in (read, write):
            button.setObjectName("quiet")
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _ask_read(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, filter="*.json")
        if name:
            self.read_from(Path(name))

    def _ask_write(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, dir="scheme.json", filter="*.json")
        if name:
            self.write_to(Path(name))
