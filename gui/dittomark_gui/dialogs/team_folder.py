"""The dialog that creates a team in a shared folder, or joins the team there."""

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QWidget,
)

from dittomark.errors import UserError
from dittomark.system.file_names import portable_name
from dittomark_gui.background import Report, Task
from dittomark_gui.dialogs.base import Dialog
from dittomark_gui.i18n import localized, translate
from dittomark_gui.panels.team_rules_form import people_after
from dittomark_gui.panels.widgets import inset_text, plain_label

if TYPE_CHECKING:
    from dittomark.project import Project
    from dittomark.team.folder.membership import Team
    from dittomark.team_rules import Rules
    from dittomark_gui.panels.frame import Frame

_LOOK_MS: Final = 250
_MOST: Final = 20


class TeamFolderDialog(Dialog):
    """A field for the folder; the other fields depend on what the folder holds."""

    help_topic = "team-folder#begin"

    def __init__(self, window: "Frame") -> None:
        super().__init__(
            window, title=translate("TeamFolder", "Work together in a folder"), width=580
        )
        self._window = window
        self._session = window.session
        self._mode = ""  # "begin", "join", or empty: neither is possible
        lead = plain_label(
            translate(
                "TeamFolder",
                "Choose a folder that everybody in your team can open: on a network drive, or one "
                "that Dropbox, OneDrive, Google Drive or Syncthing keeps in sync. Everybody works "
                "in a file of their own, on their own computer; the folder carries what they do to "
                "the others.",
            )
        )
        lead.setWordWrap(True)
        self.folder = QLineEdit()
        self.found = plain_label()
        self.found.setWordWrap(True)
        self.name = QLineEdit(self._session.annotator)
        self.file = QLineEdit()
        self._file_edited = False
        self._names: dict[Path, set[str]] = {}  # names of the members by folder
        self._task: Task | None = None
        self.file.textEdited.connect(self._on_file_edited)
        self.overlap = QSpinBox()
        self.overlap.setRange(0, _MOST)
        self.overlap.setSpecialValueText(translate("TeamFolder", "everybody"))
        self.overlap.valueChanged.connect(self._show_people)
        inset_text(self.overlap)
        self.blind = QCheckBox(translate("TeamFolder", "Hide what others say until it is settled"))
        self.adjudicators = QLineEdit()
        self.adjudicators.setPlaceholderText(
            translate("TeamFolder", "names, with commas between them")
        )
        self.body.addWidget(lead)
        self.body.addLayout(self._form())
        box = self.add_buttons(translate("TeamFolder", "Begin"))
        self.go = next(
            button for button in box.findChildren(QPushButton) if button.objectName() == "primary"
        )
        self._later = QTimer(self, singleShot=True, interval=_LOOK_MS)
        self._later.timeout.connect(self.inspect_folder)
        self.folder.textChanged.connect(self._later.start)
        self.name.textEdited.connect(self._later.start)
        self.inspect_folder()

    @classmethod
    def open_for(cls, window: "Frame") -> Self:
        """Create and open the dialog."""
        return cls(window).present()

    def choose(self, folder: Path) -> None:
        """Set the folder."""
        self.folder.setText(str(folder))
        self.inspect_folder()

    def inspect_folder(self) -> None:
        """Look into the folder and show the fields needed there."""
        self._later.stop()
        text = self.folder.text().strip()
        self._mode, words = self._state(Path(text)) if text else ("", "")
        self.found.setText(words)
        self._rows.setRowVisible(self._row_of(self.found), bool(words))
        for widget, mode in (
            (self.file, "join"),
            (self.overlap, "begin"),
            (self.blind, "begin"),
            (self.adjudicators, "begin"),
        ):
            self._rows.setRowVisible(self._row_of(widget), self._mode == mode)
        self.go.setEnabled(bool(self._mode and self.name.text().strip()))
        self.go.setText(
            translate("TeamFolder", "Join the team")
            if self._mode == "join"
            else translate("TeamFolder", "Begin the team")
        )
        needed = self.body.totalHeightForWidth(self.width())
        if self.isVisible() and needed > self.height():
            self.resize(self.width(), min(needed, self.room().height()))

    def accept(self) -> None:
        """Create or join the team; the dialog stays open if that fails."""
        self.inspect_folder()
        folder, name = Path(self.folder.text().strip()), self.name.text().strip()
        if not (self._mode and name):
            return
        try:
            if self._mode == "join":
                self._session.join_team(folder, Path(self.file.text().strip()), name)
            else:
                self._session.begin_team(folder, name, self._rules())
        except UserError as error:
            self.found.setText(localized(error))
            return
        self._session.messages.show(
            translate("TeamFolder", "You take part in the team. Its work comes by itself.")
            if self._mode == "join"
            else translate(
                "TeamFolder", "The team is there. Tell the others to choose the same folder."
            )
        )
        super().accept()

    def _state(self, folder: Path) -> tuple[str, str]:
        """Return the mode for a folder, and the text about its state."""
        from dittomark.team.folder.membership import read_team_json
        from dittomark.team.folder.transport import Folder

        if not folder.is_dir():
            return "", translate("TeamFolder", "There is no such folder.")
        try:
            team = read_team_json(Folder(folder).team() or b"")
        except UserError as error:
            return "", localized(error)
        except OSError as error:
            return "", translate("TeamFolder", "It can’t be read: {reason}").format(
                reason=error.strerror or str(error)
            )
        return self._state_with(team, folder)

    def _state_with(self, team: "Team | None", folder: Path) -> tuple[str, str]:
        session = self._session
        own = session.project if session.is_open and session.writable else None
        if team is not None and own is not None and own.project_id == team.project:
            self._propose_file(own.path)
            return "join", translate(
                "TeamFolder", "The open project belongs to the team “{name}” that is here."
            ).format(name=team.name)
        if team is not None:
            self._propose_file(self._place_for(team.name, folder))
            text = translate("TeamFolder", "The team “{name}” is here. You join it.")
            return "join", f"{text.format(name=team.name)}{self._warning_if_member(folder)}"
        if own is None:
            return "", translate(
                "TeamFolder",
                "No team is here yet. To begin one, open its project first; to join one, ask its "
                "lead for the folder, and wait until it has come to this computer.",
            )
        return self._state_to_begin(own, folder)

    def _state_to_begin(self, own: "Project", folder: Path) -> tuple[str, str]:
        """Return mode and text for the open project and a folder without a team."""
        from dittomark.team.folder.places import refuse_place

        if own.path.resolve().is_relative_to(folder.resolve()):
            return "", translate(
                "TeamFolder",
                "Your project file lies in this folder. Move it to another one first: the folder "
                "carries the work, the file must be on your own computer alone.",
            )
        try:
            refuse_place(folder)
        except UserError as error:
            return "", localized(error)
        if own.team() is not None:
            return "begin", translate(
                "TeamFolder",
                "No team is here yet. Yours goes on here; the others choose this folder too.",
            )
        return "begin", translate(
            "TeamFolder", "No team is here yet. You begin one with “{name}”, and lead it."
        ).format(name=own.name)

    def _warning_if_member(self, folder: Path) -> str:
        """Return a warning if a member has the typed name already, else an empty string."""
        name = self.name.text().strip()
        if folder not in self._names:
            self._ask_names(folder)
        if name not in self._names.get(folder, ()):
            return ""
        words = translate(
            "TeamFolder",
            "{name} takes part already. Go on if that is you, on another computer; if not, give "
            "another name.",
        )
        return f"\n{words.format(name=name)}"

    def _ask_names(self, folder: Path) -> None:
        """Read the members' names in the background: the folder's drive may be slow."""
        if self._task is not None and self._task.running:
            return

        def read(_report: Report) -> set[str]:
            from dittomark.team.folder.membership import names_of_members
            from dittomark.team.folder.transport import Folder

            with contextlib.suppress(OSError):
                return names_of_members(Folder(folder))
            return set()

        def show(names: set[str]) -> None:
            self._names[folder] = names
            self.inspect_folder()

        self._task = self._window.background.start(read, on_done=show)

    def done(self, result: int) -> None:
        """Close, and cancel the reading of names."""
        if self._task is not None:
            self._task.cancel()
        super().done(result)

    def _show_people(self) -> None:
        """Update the unit after the number of judgements."""
        number = self.overlap.value()
        self.overlap.setSuffix(people_after(number))

    def _propose_file(self, path: Path) -> None:
        """Set the path of the user's file, unless the user has edited it."""
        if not self._file_edited:
            self.file.setText(str(path))

    def _place_for(self, team: str, folder: Path) -> Path:
        """Return the path for the user's file, never inside the shared folder."""
        from PySide6.QtCore import QStandardPaths

        place = self._session.projects_folder()
        if place.resolve().is_relative_to(folder.resolve()):
            documents = QStandardPaths.writableLocation(
                QStandardPaths.StandardLocation.DocumentsLocation
            )
            place = Path(documents or Path.home())
        return place / f"{portable_name(f'{team} {self.name.text().strip()}'.strip())}.ditto"

    def _rules(self) -> "Rules":
        from dittomark.team_rules import Rules

        names = (name.strip() for name in self.adjudicators.text().split(","))
        return Rules(
            roles={name: "adjudicator" for name in names if name},
            overlap=self.overlap.value(),
            blind=self.blind.isChecked(),
        )

    def _form(self) -> QFormLayout:
        browse = QPushButton(translate("TeamFolder", "Browse…"))
        browse.clicked.connect(self._ask_folder)
        place = QWidget()
        row = QHBoxLayout(place)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.folder, 1)
        row.addWidget(browse)
        self._rows = QFormLayout()
        rows: tuple[tuple[str, QWidget, QWidget], ...] = (
            (translate("TeamFolder", "Shared folder"), place, self.folder),
            ("", self.found, self.found),
            (translate("TeamFolder", "Your name or initials"), self.name, self.name),
            (translate("TeamFolder", "Your file, on this computer"), self.file, self.file),
            (translate("TeamFolder", "Each pair is judged by"), self.overlap, self.overlap),
            (translate("TeamFolder", "Blindness"), self.blind, self.blind),
            (
                translate("TeamFolder", "Who settles, besides you"),
                self.adjudicators,
                self.adjudicators,
            ),
        )
        self._fields = [field for _, _, field in rows]
        for name, widget, field in rows:
            if field is not self.blind and name:
                field.setAccessibleName(name)
            self._rows.addRow(name, widget)
        return self._rows

    def _row_of(self, field: QWidget) -> int:
        return self._fields.index(field)

    def _on_file_edited(self) -> None:
        self._file_edited = True

    def _ask_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(
            self,
            translate("TeamFolder", "The folder that your team shares"),
            self.folder.text().strip() or str(Path.home()),
        )
        if folder:
            self.choose(Path(folder))
