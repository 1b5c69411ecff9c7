"""The open project and everything that happens to it.

`Session` is the one way from the window to the project file: it opens and closes projects, runs
operations, turns a `UserError` into a message, and relays each operation's `Changes`. The project
belongs to the GUI thread; background work gets values, never the project.
"""

from collections.abc import Callable  # noqa: TC003  (in a public signature)
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QObject, QStandardPaths, Signal

from dittomark.errors import Cancelled, UserError, writing
from dittomark_gui.i18n import translate
from dittomark_gui.messages import Messages
from dittomark_gui.settings import Settings

if TYPE_CHECKING:
    from dittomark.annotations import Changes
    from dittomark.labels import LabelScheme
    from dittomark.project import Project
    from dittomark.team.folder.dealing import Offers
    from dittomark.team_rules import Rules

T = TypeVar("T")

# So many answers to "are you the one this file is for" are kept.
FILES_REMEMBERED: Final = 200
# The operation that takes in what others of a team did.
TAKEN_IN: Final = "team_sync"


class Session(QObject):
    """Runs operations on the project that is open, if one is."""

    opened = Signal()
    closing = Signal()  # the project is still open: write what is not yet
    flush_wanted = Signal()  # the file is about to be read: write what is not yet
    closed = Signal()
    moved = Signal()  # the file of the open project has another name now
    refused = Signal()  # an operation, because of something the person can mend
    changed = Signal(object)  # Changes
    arrived = Signal(object)  # Changes of what others did, a piece of many: see `tell_arrived`
    saved = Signal(object)  # datetime: when the newest operation was on disk
    annotator_changed = Signal(str)
    offers_changed = Signal()  # what a team's lead lets this person do
    bug_found = Signal(object)  # BaseException: for the report dialog

    def __init__(self, settings: Settings, messages: Messages) -> None:
        super().__init__()
        self.settings = settings
        self.messages = messages
        self._project: Project | None = None
        self._handed_out_to = ""
        self._in_file = ""
        self.offers: Offers | None = None
        """What the team's lead lets this person do; None outside a team: everything."""

    @property
    def project(self) -> "Project":
        """The open project. Ask `is_open` before where there may be none."""
        if self._project is None:
            raise RuntimeError("no project is open")
        return self._project

    @property
    def is_open(self) -> bool:
        """Whether a project is open."""
        return self._project is not None

    @property
    def writable(self) -> bool:
        """Whether a project is open that may be written."""
        return self._project is not None and not self._project.read_only

    @property
    def annotator(self) -> str:
        """The name under which this person's judgements are written.

        In a file that was handed out it is the one the file carries, or the one that was answered
        when that was asked.
        """
        return self._in_file or self.settings.preferences.annotator or _login_name()

    @property
    def handed_out_to(self) -> str:
        """The name that the open file carries; empty in a file that was not handed out."""
        return self._handed_out_to

    @property
    def must_ask_annotator(self) -> bool:
        """Whether nobody said yet that it is the file's annotator who sits here."""
        own = self.settings.preferences.annotator
        return (
            self.writable
            and bool(self._handed_out_to)
            and self._handed_out_to != own
            and self._file_key() not in self.settings.preferences.file_annotators
        )

    def set_annotator(self, name: str) -> None:
        """Go on as another person; judgements made so far keep their annotator.

        In a file that was handed out that holds for the file alone.
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
        self.look_at_offers()
        self.annotator_changed.emit(self.annotator)

    def look_at_offers(self) -> None:
        """Go by what the team's lead decided, as it is in the project now."""
        found = None
        if self._project is not None and self._project.team() is not None:
            from dittomark.team.folder.dealing import offers

            found = offers(self._project, self.annotator)
        if found != self.offers:
            self.offers = found
            self.offers_changed.emit()

    @property
    def leads(self) -> bool:
        """Whether this person may do what is for the lead of a team."""
        return self.offers is None or self.offers.leads

    @property
    def sees_others(self) -> bool:
        """Whether this person may see what others say of what is not settled."""
        return self.offers is None or self.offers.sees_others

    def open(self, path: Path, *, take_over: bool = False) -> bool:
        """Close what is open and open that project. False (and a message) where that fails.

        What is open stays open until the other one is. `take_over` disregards another computer
        that said it has the file open.
        """
        from dittomark.project import Project

        return self._take(lambda: Project.open(path, annotator=self.annotator, take_over=take_over))

    def create(
        self, path: Path, *, name: str | None = None, scheme: "LabelScheme | None" = None
    ) -> bool:
        """Make a new project and open it."""
        from dittomark.project import Project

        return self._take(lambda: Project.create(path, name=name, scheme=scheme))

    def begin_team(self, folder: Path, name: str, rules: "Rules") -> None:
        """Make a team of the open project in a folder; `name` leads it. Raises `UserError`."""
        from dittomark.team.folder.syncing import create_team

        self.flush()
        create_team(self.project, folder, annotator=name, rules=rules)
        self._remember_name(self.project.path, name)
        self._find_annotator(self.project)
        self.look_at_offers()
        self.annotator_changed.emit(self.annotator)

    def join_team(self, folder: Path, path: Path, name: str) -> None:
        """Open the file of this person in the team of a folder; it is made if there is none.

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
        """Have everything written that is typed but not on disk yet."""
        self.flush_wanted.emit()

    def close(self) -> None:
        """Close the project; everything is on disk already."""
        if self._project is None:
            return
        self.closing.emit()
        project, self._project = self._project, None
        self._handed_out_to = self._in_file = ""
        self.offers = None
        project.close()
        self.closed.emit()

    def projects_folder(self) -> Path:
        """Return where project files are looked for first."""
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
        """Run one operation; None (and a message) where the person can mend what is wrong."""
        try:
            return operation(self.project)
        except UserError as error:
            self.messages.fail(error)
            self.refused.emit()
        except Cancelled:
            pass
        return None

    def follow_file(self) -> None:
        """Go by the name that the open file has now."""
        self.settings.remember_project(self.project.path)
        self.moved.emit()

    def report_failure(self, error: BaseException) -> None:
        """Tell of an error that came from background work."""
        if isinstance(error, UserError):
            self.messages.fail(error)
        elif not isinstance(error, Cancelled):
            self.bug_found.emit(error)

    def undo(self) -> None:
        """Take back the newest operation of this annotator."""
        from dittomark_gui.words import operation_name

        description = self.project.can_undo(annotator=self.annotator)
        if description and self.run(lambda project: project.undo(annotator=self.annotator)):
            self.messages.tell(
                translate("Session", "Undone: {what}").format(what=operation_name(description))
            )

    def redo(self) -> None:
        """Do again what was last undone."""
        from dittomark_gui.words import operation_name

        description = self.project.can_redo(annotator=self.annotator)
        if description and self.run(lambda project: project.redo(annotator=self.annotator)):
            self.messages.tell(
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
        self.look_at_offers()
        self.settings.remember_project(project.path)
        self.opened.emit()
        return True

    def _find_annotator(self, project: "Project") -> None:
        """Take the name that the file carries, or what was answered to it."""
        carried = project.setting("annotator")
        self._handed_out_to = carried.strip() if isinstance(carried, str) else ""
        known = self.settings.preferences.file_annotators
        self._in_file = known.get(self._file_key(), "") or self._handed_out_to
        project.annotator = self.annotator

    def _remember_name(self, path: Path, name: str) -> None:
        """Know that whoever said this name sits at this file, and ask no more."""
        known = dict(self.settings.preferences.file_annotators)
        known[f"{path.resolve()}\n{name}"] = name
        newest = list(known.items())[-FILES_REMEMBERED:]
        self.settings.update(file_annotators=dict(newest))
        if not self.settings.preferences.annotator:
            self.settings.update(annotator=name)

    def _file_key(self) -> str:
        return f"{self.project.path.resolve()}\n{self._handed_out_to}"

    def tell_arrived(self, changes: "Changes") -> None:
        """Let the window show what others did; nothing that is one's own is touched by it."""
        self.changed.emit(changes)

    def _on_changes(self, changes: "Changes") -> None:
        from datetime import UTC, datetime

        if changes.operation == TAKEN_IN:
            self.arrived.emit(changes)
            return
        self.messages.overtaken.emit()
        self.saved.emit(datetime.now(UTC))
        self.changed.emit(changes)


def _login_name() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (ImportError, KeyError, OSError):
        return "A1"
