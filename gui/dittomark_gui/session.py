"""The open project, and the operations on it.

`Session` is the window's only access to the project file: it opens and closes projects, runs
operations, shows a `UserError` as a message, and emits each operation's `Changes`. The project
belongs to the GUI thread; background tasks get values, never the project.
"""

from collections.abc import Callable  # noqa: TC003  (in a public signature)
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QObject, QStandardPaths, Signal

from dittomark.errors import Cancelled, UserError, writing
from dittomark_gui.i18n import translate
from dittomark_gui.user_messages import Messages
from dittomark_gui.user_settings import Settings

if TYPE_CHECKING:
    from dittomark.annotations import Changes
    from dittomark.labels import LabelScheme
    from dittomark.project import Project
    from dittomark.team.folder.dealing import Offers
    from dittomark.team_rules import Rules

T = TypeVar("T")

# Number of files for which the annotator's answer is remembered.
FILES_REMEMBERED: Final = 200
# The operation that applies the changes of other team members.
TAKEN_IN: Final = "team_sync"


class Session(QObject):
    """Holds the open project, if there is one, and runs operations on it."""

    opened = Signal()
    closing = Signal()  # the project is still open: save unsaved input
    flush_wanted = Signal()  # the file will be read: save unsaved input
    closed = Signal()
    moved = Signal()  # the open project's file was renamed
    refused = Signal()  # an operation was refused with a UserError
    changed = Signal(object)  # Changes
    arrived = Signal(object)  # Changes by other team members, one of many pieces
    saved = Signal(object)  # datetime of the newest saved operation
    annotator_changed = Signal(str)
    offers_changed = Signal()  # the member's rights in the team have changed
    bug_found = Signal(object)  # BaseException

    def __init__(self, settings: Settings, messages: Messages) -> None:
        super().__init__()
        self.settings = settings
        self.messages = messages
        self._project: Project | None = None
        self._handed_out_to = ""
        self._in_file = ""
        self.offers: Offers | None = None
        """What the team's rules allow this annotator to do; None (everything) without a team."""

    @property
    def project(self) -> "Project":
        """The open project. Raises RuntimeError if there is none (see `is_open`)."""
        if self._project is None:
            raise RuntimeError("no project is open")
        return self._project

    @property
    def is_open(self) -> bool:
        """Whether a project is open."""
        return self._project is not None

    @property
    def writable(self) -> bool:
        """Whether a project is open and can be written."""
        return self._project is not None and not self._project.read_only

    @property
    def annotator(self) -> str:
        """The name under which judgements are stored.

        In a handed-out file it is the name that the file carries, or the user's answer to the
        question who is annotating.
        """
        return self._in_file or self.settings.preferences.annotator or _login_name()

    @property
    def handed_out_to(self) -> str:
        """The annotator's name in a handed-out file; empty in any other file."""
        return self._handed_out_to

    @property
    def must_ask_annotator(self) -> bool:
        """Whether the user must be asked if they are the annotator of a handed-out file."""
        own = self.settings.preferences.annotator
        return (
            self.writable
            and bool(self._handed_out_to)
            and self._handed_out_to != own
            and self._file_key() not in self.settings.preferences.file_annotators
        )

    def set_annotator(self, name: str) -> None:
        """Set the annotator; existing judgements keep theirs.

        In a handed-out file the name applies to that file only.
        """
        name = name.strip()
        if self._handed_out_to:
            known = dict(self.settings.preferences.file_annotators)
            known.pop(self._file_key(), None)
            newest = list(known.items())[1 - FILES_REMEMBERED :]
            self.settings.update(file_annotators={**dict(newest), self._file_key(): name})
            self._in_file = name
        else:
            self.settings.update(annotator=name)
        if self._project is not None:
            self._project.annotator = self.annotator
        self.refresh_offers()
        self.annotator_changed.emit(self.annotator)

    def refresh_offers(self) -> None:
        """Update the rights from the team's rules in the project."""
        found = None
        if self._project is not None and self._project.team() is not None:
            from dittomark.team.folder.dealing import offers

            found = offers(self._project, self.annotator)
        if found != self.offers:
            self.offers = found
            self.offers_changed.emit()

    @property
    def leads(self) -> bool:
        """Whether the annotator may perform the lead's operations."""
        return self.offers is None or self.offers.leads

    @property
    def sees_others(self) -> bool:
        """Whether the annotator may see others' annotations that are not adjudicated."""
        return self.offers is None or self.offers.sees_others

    def open(self, path: Path, *, take_over: bool = False) -> bool:
        """Open a project and close the current one; return False, with a message, on failure.

        On failure the current project stays open. `take_over` ignores another computer's claim to
        have the file open.
        """
        from dittomark.project import Project

        return self._take(lambda: Project.open(path, annotator=self.annotator, take_over=take_over))

    def create(
        self, path: Path, *, name: str | None = None, scheme: "LabelScheme | None" = None
    ) -> bool:
        """Create a project and open it; return False, with a message, on failure."""
        from dittomark.project import Project

        return self._take(lambda: Project.create(path, name=name, scheme=scheme))

    def begin_team(self, folder: Path, name: str, rules: "Rules") -> None:
        """Create a team in a folder from the open project, led by `name`. Raises `UserError`."""
        from dittomark.team.folder.syncing import create_team

        self.flush()
        create_team(self.project, folder, annotator=name, rules=rules)
        self._remember_name(self.project.path, name)
        self._find_annotator(self.project)
        self.refresh_offers()
        self.annotator_changed.emit(self.annotator)

    def join_team(self, folder: Path, path: Path, name: str) -> None:
        """Open the member's file in the team of a folder; it is created if there is none.

        Raises `UserError`.
        """
        from dittomark.team.folder.syncing import join_team

        if self._project is not None and self._project.path.resolve() == path.resolve():
            self.close()
        with writing(path.parent):
            path.parent.mkdir(parents=True, exist_ok=True)
        project = join_team(folder, path, annotator=name)
        self._remember_name(path, name)
        self._take(lambda: project)

    def flush(self) -> None:
        """Save unsaved input."""
        self.flush_wanted.emit()

    def close(self) -> None:
        """Close the project; every operation is saved already."""
        if self._project is None:
            return
        self.closing.emit()
        project, self._project = self._project, None
        self._handed_out_to = self._in_file = ""
        self.offers = None
        project.close()
        self.closed.emit()

    def projects_folder(self) -> Path:
        """Return the folder in which file dialogs start."""
        if self._project is not None:
            return self._project.path.parent
        recent = self.settings.preferences.recent
        if recent and Path(recent[0]).parent.is_dir():
            return Path(recent[0]).parent
        documents = QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DocumentsLocation
        )
        return Path(documents or Path.home())

    def run(self, operation: "Callable[[Project], T]") -> T | None:
        """Run one operation and return its result; None, with a message, on a `UserError`."""
        try:
            return operation(self.project)
        except UserError as error:
            self.messages.fail(error)
            self.refused.emit()
        except Cancelled:
            pass
        return None

    def follow_file(self) -> None:
        """Remember the open file's new name and emit `moved`."""
        self.settings.remember_project(self.project.path)
        self.moved.emit()

    def report_failure(self, error: BaseException) -> None:
        """Show or report an error from a background task."""
        if isinstance(error, UserError):
            self.messages.fail(error)
        elif not isinstance(error, Cancelled):
            self.bug_found.emit(error)

    def undo(self) -> None:
        """Undo the annotator's newest operation."""
        from dittomark_gui.words import operation_name

        description = self.project.can_undo(annotator=self.annotator)
        if description and self.run(lambda project: project.undo(annotator=self.annotator)):
            self.messages.show(
                translate("Session", "Undone: {what}").format(what=operation_name(description))
            )

    def redo(self) -> None:
        """Redo the operation that was last undone."""
        from dittomark_gui.words import operation_name

        description = self.project.can_redo(annotator=self.annotator)
        if description and self.run(lambda project: project.redo(annotator=self.annotator)):
            self.messages.show(
                translate("Session", "Done again: {what}").format(what=operation_name(description))
            )

    def _take(self, open_project: "Callable[[], Project]") -> bool:
        try:
            project = open_project()
        except UserError as error:
            self.messages.fail(error)
            return False
        self.close()
        self._project = project
        self._find_annotator(project)
        project.listen(self._on_changes)
        self.refresh_offers()
        self.settings.remember_project(project.path)
        self.opened.emit()
        return True

    def _find_annotator(self, project: "Project") -> None:
        """Set the annotator's name from a handed-out file, or from the stored answer."""
        carried = project.setting("annotator")
        self._handed_out_to = carried.strip() if isinstance(carried, str) else ""
        known = self.settings.preferences.file_annotators
        self._in_file = known.get(self._file_key(), "") or self._handed_out_to
        project.annotator = self.annotator

    def _remember_name(self, path: Path, name: str) -> None:
        """Store the answer that `name` is the annotator of a file."""
        known = dict(self.settings.preferences.file_annotators)
        known[f"{path.resolve()}\n{name}"] = name
        newest = list(known.items())[-FILES_REMEMBERED:]
        self.settings.update(file_annotators=dict(newest))
        if not self.settings.preferences.annotator:
            self.settings.update(annotator=name)

    def _file_key(self) -> str:
        return f"{self.project.path.resolve()}\n{self._handed_out_to}"

    def emit_arrived(self, changes: "Changes") -> None:
        """Emit `changed` for changes by other team members; they do not affect Undo."""
        self.changed.emit(changes)

    def _on_changes(self, changes: "Changes") -> None:
        from datetime import UTC, datetime

        if changes.operation == TAKEN_IN:
            self.arrived.emit(changes)
            return
        self.messages.undo_expired.emit()
        self.saved.emit(datetime.now(UTC))
        self.changed.emit(changes)


def _login_name() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (ImportError, KeyError, OSError):
        return "A1"
