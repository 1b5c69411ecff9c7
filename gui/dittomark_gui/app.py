"""Start-up: the application with its theme and language, the window, then the project.

The window is visible before large modules are imported.
"""

import gc
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtGui import QFileOpenEvent, QIcon
from PySide6.QtWidgets import QApplication

from dittomark_gui import override_guard  # noqa: F401  (first: it guards the classes below)
from dittomark_gui.ending import Ending
from dittomark_gui.failures import Failures
from dittomark_gui.i18n import Language
from dittomark_gui.look.apply import SEEN_IN_THE_THEME, apply_theme, load_fonts
from dittomark_gui.session import Session
from dittomark_gui.user_messages import Messages
from dittomark_gui.user_settings import Settings
from dittomark_gui.view_state import ViewStore
from dittomark_gui.window.key_guard import KeyGuard
from dittomark_gui.window.main_window import MainWindow
from dittomark_gui.window.on_screen import keep_on_screen


class App(QObject):
    """The objects that live as long as the program: settings, session, and one window at a time."""

    def __init__(self, application: QApplication, settings: Settings) -> None:
        super().__init__()
        self.application = application
        self.settings = settings
        self.messages = Messages()
        self.session = Session(settings, self.messages)
        self.view_store = ViewStore(self.session)
        self.failures = Failures()
        self.language = Language()
        self._guard = KeyGuard()
        self.language.install(settings.preferences.language)
        apply_theme(application, settings.preferences)
        self.window = self._make_window()
        settings.changed.connect(self._on_settings_changed)
        application.styleHints().colorSchemeChanged.connect(self._on_system_theme_changed)
        self._file_opener = FileOpener(self._open_file)
        application.focusWindowChanged.connect(self._on_focus_window_changed)

    def show(self, path: Path | None = None, *, at_once: bool = True) -> None:
        """Show the window and open a project.

        With `at_once` False the window is shown first, and completed once it is visible.
        """
        if at_once:
            self.window.complete()
        elif path is not None:
            self.window.show_opening(path)
        self.window.show()
        if at_once:
            self._go_on(path)
        else:
            self.application.processEvents()  # paint before the rest is imported
            QTimer.singleShot(0, self, self._complete)
            QTimer.singleShot(0, self, lambda: self._go_on(path))

    def _complete(self) -> None:
        self.window.complete()
        shorten_pauses()

    def _go_on(self, path: Path | None) -> None:
        self.application.setWindowIcon(_icon())
        self.window.complete()
        if path is not None and not self.window.parts.projects.open(path):
            self.window.show_page()
        # Last: the filter gets every event, and building a window causes thousands of them.
        self.application.installEventFilter(self._guard)

    def close(self) -> None:
        """Close window and session, and remove event filters and translations."""
        self.application.focusWindowChanged.disconnect(self._on_focus_window_changed)
        self.application.removeEventFilter(self._guard)
        self.application.removeEventFilter(self._file_opener)
        self.window.close()
        self.session.close()
        self.window.deleteLater()
        self.language.uninstall()

    def listen_for_files(self) -> None:
        """Open files that the system requests later; on macOS only: the filter gets every event."""
        self.application.installEventFilter(self._file_opener)

    def _open_file(self, path: Path) -> None:
        """Open the project that the system requests, as for a double click on macOS."""
        self.window.complete()
        self.window.parts.projects.open(path)

    def _make_window(self) -> MainWindow:
        window = MainWindow(self.session, self.view_store)
        self.session.bug_found.connect(self.failures.report)
        self.failures.happened.connect(window.show_failure)
        return window

    def _on_settings_changed(self, names: frozenset[str]) -> None:
        if names & SEEN_IN_THE_THEME:
            apply_theme(self.application, self.settings.preferences)
        if "language" in names:
            self.language.install(self.settings.preferences.language)
            # Later: the request comes from a widget of the old window.
            QTimer.singleShot(0, self, self.rebuild_window)

    def _on_focus_window_changed(self) -> None:
        keep_on_screen()

    def _on_system_theme_changed(self) -> None:
        if self.settings.preferences.theme == "system":
            apply_theme(self.application, self.settings.preferences)

    def rebuild_window(self) -> None:
        """Build the window again in a new language, with the same articles."""
        old = self.window
        articles = [article.id for article in old.parts.workspace.articles]
        pair = old.parts.workspace.pair
        old.shut()
        self.session.bug_found.disconnect(self.failures.report)
        self.failures.happened.disconnect(old.show_failure)
        self.window = self._make_window()
        self.window.complete()
        self.window.setGeometry(old.geometry())
        if old.isVisible():
            self.window.show()
        old.hide()
        old.deleteLater()
        QCoreApplication.sendPostedEvents(old, QEvent.Type.DeferredDelete)
        if self.session.is_open:
            self.session.opened.emit()
            if pair is not None:
                self.window.parts.navigation.show_pair(pair.id)
            elif articles:
                self.window.parts.navigation.show_articles(articles)


class FileOpener(QObject):
    """Handles QFileOpenEvent: macOS sends it instead of a command line argument."""

    def __init__(self, open_file: Callable[[Path], None]) -> None:
        super().__init__()
        self._open_file = open_file

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open the file of a QFileOpenEvent."""
        if event.type() == QEvent.Type.FileOpen and isinstance(event, QFileOpenEvent):
            if path := event.file():
                self._open_file(Path(path))
            return True
        return super().eventFilter(watched, event)


def shorten_pauses() -> None:
    """Shorten the pauses of the GUI thread by garbage collection and by worker threads.

    A collection visits every object, for about 50 ms: the objects from start-up live until the end,
    so they are excluded. And the interpreter switches between threads after a millisecond.
    """
    gc.freeze()
    gc.enable()
    sys.setswitchinterval(0.001)


def run(arguments: Sequence[str]) -> int:
    """Open the window, on a project if one is named; return the exit code."""
    gc.disable()  # start-up creates no garbage
    application = QApplication([sys.argv[0]])
    application.setApplicationName("Dittomark")
    application.setOrganizationName("Dittomark")
    application.setDesktopFileName("dittomark")
    application.setStyle("Fusion")
    load_fonts()
    settings = Settings()
    app = App(application, settings)
    if sys.platform == "darwin":
        app.listen_for_files()
    ending = Ending(application, app.session.flush)
    app.show(Path(arguments[0]) if arguments else None, at_once=False)
    QTimer.singleShot(0, app, lambda: app.failures.install(settings.folder))
    try:
        return application.exec()
    finally:
        ending.close()
        app.close()
        app.failures.uninstall()


def _icon() -> QIcon:
    import dittomark_resources

    return QIcon(str(dittomark_resources.path("icons/dittomark.svg")))
