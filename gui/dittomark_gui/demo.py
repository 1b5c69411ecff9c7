"""A scripted session in the real window, for machines without a display.

`python -m dittomark_gui.demo FOLDER` opens the sample project, marks a span, judges the pair,
attaches an event, exports, and saves a picture of each step in the folder.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent
from PySide6.QtWidgets import QApplication, QWidget

from dittomark.errors import UserError
from dittomark.sample.demo_project import create_demo
from dittomark_gui.app import App
from dittomark_gui.look.apply import load_fonts
from dittomark_gui.user_settings import Settings

_SIZE = (1440, 900)
_PATIENCE = 60_000


class Demo:
    """The scripted session; `pictures` are the saved files."""

    def __init__(self, app: App, folder: Path) -> None:
        self._app = app
        self._window = app.window
        self._folder = folder
        self.pictures: list[Path] = []

    def run(self) -> Path:
        """Run all steps; return the path of the exported dataset."""
        project = self._folder / "sample.ditto"
        _remove_project(project)
        create_demo(project)
        self._picture("1-start")
        self._window.parts.projects.open(project)
        self._wait(lambda: self._window.parts.workspace.comparison is not None)
        self._window.parts.actions.run("next_passage")
        self._picture("2-pair")
        self._mark_first_block()
        self._picture("3-marked")
        self._window.parts.judging.choose_relation("wholly_derived")
        self._attach_event()
        self._window.parts.label_panel.note.setPlainText(
            "The same storm; the second page came later."
        )
        self._window.parts.label_panel.note.flush()
        self._picture("4-judged")
        self._window.parts.actions.run("done_next")
        self._wait(lambda: self._window.parts.workspace.comparison is not None)
        self._picture("5-next-pair")
        return self._export()

    def _mark_first_block(self) -> None:
        """Put the caret into the first line and mark it as `navigation`."""
        view = self._window.parts.view
        view.focus_pane(0)
        view.go_to_offset(0, 0)
        self._settle()
        self._window.parts.marking.mark("navigation")
        self._settle()

    def _attach_event(self) -> None:
        """Find an event by its title and attach it to both articles, with the dialog."""
        from dittomark_gui.dialogs.event_chooser import EventChooser

        dialog = EventChooser.open_for(
            self._window, [article.info for article in self._window.parts.workspace.articles]
        )
        dialog.field.setText(self._app.session.project.events()[0].title)
        dialog.accept()
        self._settle()

    def _export(self) -> Path:
        from dittomark_gui.dialogs.export_dialog import ExportDialog

        out = self._folder / "sample.jsonl"
        dialog = ExportDialog(self._window)
        dialog.place.setText(str(out))
        dialog.present()
        self._wait(lambda: not self._window.parts.background.busy)
        self._picture("6-export", dialog)
        dialog.accept()
        self._wait(out.exists)
        self._wait(lambda: not self._window.parts.background.busy)
        self._picture("7-exported")
        return out

    def _picture(self, name: str, widget: QWidget | None = None) -> None:
        self._settle()
        path = self._folder / f"{name}.png"
        (widget if widget is not None else self._window).grab().save(str(path))
        self.pictures.append(path)

    def _settle(self) -> None:
        for _ in range(5):
            QApplication.processEvents()

    def _wait(self, condition: Callable[[], bool]) -> None:
        timer = QElapsedTimer()
        timer.start()
        while not condition():
            QApplication.processEvents()
            if timer.elapsed() > _PATIENCE:
                raise UserError("The scripted session stands still: a step did not end.")
        self._settle()


def main(arguments: list[str]) -> int:
    """Run the session for the folder named in `arguments`; return the exit code."""
    folder = Path(arguments[0] if arguments else "build/demo")
    folder.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication(["dittomark"])
    application.setStyle("Fusion")
    load_fonts()
    with tempfile.TemporaryDirectory() as private:
        settings = Settings(str(Path(private) / "dittomark.ini"))
        settings.update(language="en", theme="light", annotator="A1", tour_seen=True)
        app = App(application, settings)
        app.show()
        app.window.resize(*_SIZE)
        failures: list[str] = []
        app.failures.happened.connect(failures.append)
        demo = Demo(app, folder)
        try:
            dataset = demo.run()
        finally:
            app.close()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if failures:
        print(failures[0], file=sys.stderr)
        return 1
    for path in (*demo.pictures, dataset):
        print(path)
    return 0


def _remove_project(path: Path) -> None:
    for leftover in path.parent.glob(path.name + "*"):
        leftover.unlink()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
