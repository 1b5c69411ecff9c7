"""Opens and creates projects, imports and exports."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from dittomark.errors import UserError, writing
from dittomark_gui.i18n import translate

if TYPE_CHECKING:
    from dittomark_gui.panels.frame import Frame


class Projects(QObject):
    """The operations of the File menu."""

    def __init__(self, frame: "Frame") -> None:
        super().__init__(frame)
        self._frame = frame
        self._session = frame.session
        frame.import_wanted.connect(self.show_import)

    # --- opening ----------------------------------------------------------------------------------

    def open(self, path: Path) -> bool:
        """Open a project file and return whether it worked; if not, the current one stays open."""
        if self._session.is_open and _same(self._session.project.path, path):
            self._frame.show_page()
            return True
        return self._session.open(path)

    def ask_open(self) -> None:
        """Ask for a project file and open it."""
        path, _ = QFileDialog.getOpenFileName(
            self._frame,
            translate("Projects", "Open project"),
            str(self._session.projects_folder()),
            translate("Projects", "Dittomark projects (*.ditto)"),
        )
        if path:
            self.open(Path(path))

    def open_sample(self) -> None:
        """Open the sample project; it is created the first time, in the user's projects folder."""
        from dittomark.sample.demo_project import create_demo

        path = self._session.projects_folder() / (
            translate("Projects", "Dittomark sample") + ".ditto"
        )
        try:
            with writing(path.parent):
                path.parent.mkdir(parents=True, exist_ok=True)
            if not path.exists():
                create_demo(path)
        except UserError as error:
            self._session.messages.fail(error)
            return
        self.open(path)

    def ask_new(self, paths: Sequence[Path] = ()) -> None:
        """Create a project in three steps: name, articles, labels."""
        from dittomark_gui.dialogs.new_project import NewProject

        NewProject(self._frame, paths).present()

    # --- importing --------------------------------------------------------------------------------

    def ask_import_files(self) -> None:
        """Ask for files and show the preview of their import."""
        paths, _ = QFileDialog.getOpenFileNames(
            self._frame,
            translate("Projects", "Import articles"),
            str(self._session.projects_folder()),
            ";;".join((_readable_files(), translate("Projects", "All files (*)"))),
        )
        if paths:
            self.show_import([Path(path) for path in paths])

    def ask_import_folder(self) -> None:
        """Ask for a folder and show the preview of its import."""
        path = QFileDialog.getExistingDirectory(
            self._frame,
            translate("Projects", "Import a folder"),
            str(self._session.projects_folder()),
        )
        if path:
            self.show_import([Path(path)])

    def show_import(self, paths: Sequence[Path]) -> None:
        """Show the preview of an import, which then imports."""
        if not self._session.writable:
            self._session.messages.fail(self._session.project.why_read_only)
            return
        if not self._session.leads:
            self._session.messages.fail(
                translate("Projects", "In this team only the lead brings in articles.")
            )
            return
        from dittomark_gui.dialogs.import_dialog import ImportDialog

        ImportDialog(self._frame, paths).present()

    def take_dropped(self, paths: Sequence[Path]) -> None:
        """Open the first dropped project, and import the other dropped files."""
        projects = [path for path in paths if path.suffix.lower() == ".ditto"]
        others = [path for path in paths if path not in projects]
        if projects:
            if not self.open(projects[0]):
                return
            if len(projects) > 1:
                only = translate("Projects", "Only {name} was opened: one project at a time.")
                self._session.messages.show(only.format(name=projects[0].name))
            if others:
                self.show_import(others)
        elif self._session.is_open:
            self.show_import(paths)
        elif paths:
            self.ask_new(paths)

    # --- exporting --------------------------------------------------------------------------------

    def ask_export(self) -> None:
        """Show the export dialog."""
        self._session.flush()
        from dittomark_gui.dialogs.export_dialog import ExportDialog

        ExportDialog(self._frame).present()


def _same(one: Path, other: Path) -> bool:
    return one.resolve() == other.resolve()


_ARCHIVES: Final = (".zip", ".tar", ".tgz", ".gz", ".bz2", ".xz", ".7z")


def _readable_files() -> str:
    """Return the file dialog's filter for the formats that can be imported."""
    from dittomark.importing import FORMATS

    found = {ending for kind in FORMATS.values() for ending in kind.endings}
    patterns = " ".join(f"*{ending}" for ending in sorted(found.union(_ARCHIVES)))
    return f"{translate('Projects', 'Files that can be read')} ({patterns})"
