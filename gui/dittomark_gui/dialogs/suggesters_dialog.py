"""The dialog for the user's own suggesters: programs that read articles and print suggestions."""

import shlex
from typing import TYPE_CHECKING, Final, Self

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QWidget,
)

from dittomark.errors import UserError
from dittomark_gui.dialogs.base import Dialog
from dittomark_gui.i18n import localized, translate
from dittomark_gui.models.id_list import ID_ROLE
from dittomark_gui.models.list_row import ListRow
from dittomark_gui.panels.row_list import RowList
from dittomark_gui.panels.widgets import plain_label
from dittomark_gui.work.suggesting import has_unasked_packages, kind_name, kind_names, meet_packages

if TYPE_CHECKING:
    from dittomark.annotations import SuggestionKind
    from dittomark.messages import Message
    from dittomark_gui.panels.frame import Frame

_KINDS: "Final[tuple[SuggestionKind, ...]]" = ("span", "relation", "event", "link", "pair")
_PROVIDER: Final = Qt.ItemDataRole.UserRole + 20


class SuggestersDialog(Dialog):
    """Lists the suggesters; adds and removes programs."""

    help_topic = "suggestions#own"

    def __init__(self, window: "Frame") -> None:
        super().__init__(window, title=translate("Suggesters", "Your own suggesters"), width=620)
        self._window = window
        lead = plain_label(
            translate(
                "Suggesters",
                "A program of yours may suggest too: it reads the articles, and writes what it "
                "suggests. It is kept on this computer, never in a project, and runs only when "
                "you tick it.",
            )
        )
        lead.setWordWrap(True)
        self.body.addWidget(lead)
        self.list = RowList(translate("Suggesters", "Suggesters there are"))
        self.list.setMinimumHeight(120)
        self.list.itemSelectionChanged.connect(self._on_chosen)
        self.body.addWidget(self.list)
        self.remove = QPushButton(translate("Suggesters", "Remove"))
        self.remove.setAutoDefault(False)
        self.remove.clicked.connect(self.forget)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.remove)
        self.body.addLayout(row)
        self.body.addWidget(plain_label(translate("Suggesters", "Add a program"), "heading"))
        self.body.addLayout(self._form())
        self.problem = plain_label("")
        self.problem.setObjectName("danger")
        self.problem.setWordWrap(True)
        self.problem.hide()
        self.body.addWidget(self.problem)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        box.rejected.connect(self.reject)
        self.body.addWidget(box)
        self._fill()
        if self._has_unasked_packages:
            window.background.start(meet_packages, on_done=self._on_packages_asked)

    @classmethod
    def open_for(cls, window: "Frame") -> Self:
        """Create and open the dialog."""
        return cls(window).present()

    def add(self) -> None:
        """Save the program of the form, or show its errors."""
        from dittomark.suggesting.programs import Program, command_of, save_program

        name = self.name.text().strip()
        try:
            save_program(
                Program(
                    name,
                    command_of(self.command.text()),
                    frozenset(kind for kind in _KINDS if self.kinds[kind].isChecked()),
                    "pairs" if self.reads.currentIndex() else "articles",
                )
            )
        except UserError as error:
            self.problem.setText(localized(error))
            self.problem.show()
            return
        self.problem.hide()
        self.name.clear()
        self.command.clear()
        self._fill()
        self._choose_row(name)

    def forget(self) -> None:
        """Remove the chosen program."""
        from dittomark.suggesting.programs import remove_program

        name = self.list.chosen()
        if isinstance(name, str):
            remove_program(name)
            self._fill()

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        self.name = QLineEdit()
        form.addRow(translate("Suggesters", "Name"), self.name)
        self.command = QLineEdit()
        self.command.setPlaceholderText("python3 my_model.py")
        choose = QPushButton(translate("Suggesters", "Choose…"))
        choose.setAutoDefault(False)
        choose.clicked.connect(self._choose)
        line = QHBoxLayout()
        line.addWidget(self.command, 1)
        line.addWidget(choose)
        form.addRow(translate("Suggesters", "Command"), line)
        self.reads = QComboBox()
        self.reads.addItems(
            [
                translate("Suggesters", "every article"),
                translate("Suggesters", "every pair, with both articles"),
            ]
        )
        form.addRow(translate("Suggesters", "It reads"), self.reads)
        self.kinds = {kind: QCheckBox(kind_name(kind)) for kind in _KINDS}
        self.kinds["span"].setChecked(True)
        boxes = QWidget()
        row = QHBoxLayout(boxes)
        row.setContentsMargins(0, 0, 0, 0)
        for box in self.kinds.values():
            row.addWidget(box)
        row.addStretch(1)
        form.addRow(translate("Suggesters", "It suggests"), boxes)
        self.add_button = QPushButton(translate("Suggesters", "Add"))
        self.add_button.setDefault(True)
        self.add_button.clicked.connect(self.add)
        form.addRow("", self.add_button)
        for field, name in (
            (self.name, translate("Suggesters", "Name")),
            (self.command, translate("Suggesters", "Command")),
            (self.reads, translate("Suggesters", "It reads")),
        ):
            field.setAccessibleName(name)
        return form

    def _choose(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, translate("Suggesters", "Choose a program"))
        if path:
            quoted = f'"{path}"' if " " in path else path
            self.command.setText(f"python3 {quoted}" if path.endswith(".py") else quoted)

    def _fill(self) -> None:
        from dittomark.suggesting.programs import load_programs
        from dittomark.suggesting.registry import suggesters

        self.list.clear()
        commands: dict[str, str] = {}
        try:
            commands = {each.name: shlex.join(each.command) for each in load_programs()}
            everything = suggesters()
        except UserError as error:
            self.problem.setText(localized(error))
            self.problem.show()
            everything = []
        self._has_unasked_packages = has_unasked_packages(everything)
        provider = {
            "built-in": translate("Suggesters", "comes with Dittomark"),
            "package": translate("Suggesters", "an installed package"),
            "program": translate("Suggesters", "a program of yours"),
        }
        for each in everything:
            command = commands.get(each.key, "") if each.provider == "program" else ""
            details = [provider[each.provider], kind_names(each.kinds), command]
            row = ListRow(localized(each.name), " · ".join(filter(None, details)))
            item = self.list.add_row(each.key, row)
            item.setData(_PROVIDER, each.provider)
            item.setToolTip(command)
        self._on_chosen()

    def _choose_row(self, key: str) -> None:
        """Select the row of a suggester."""
        for row in range(self.list.count()):
            if self.list.item(row).data(ID_ROLE) == key:
                self.list.setCurrentRow(row)

    def _on_packages_asked(self, problems: "list[Message]") -> None:
        """Show the names that packages have reported, or why they cannot be used."""
        self._fill()
        if problems:
            self.problem.setText("\n".join(map(localized, problems)))
            self.problem.show()

    def _on_chosen(self) -> None:
        chosen = self.list.selectedItems()
        self.remove.setEnabled(any(item.data(_PROVIDER) == "program" for item in chosen))
