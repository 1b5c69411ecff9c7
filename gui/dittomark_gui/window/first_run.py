"""What a person is asked and shown once: the name, then the way round."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from dittomark_gui import dialogs

if TYPE_CHECKING:
    from dittomark_gui.window.work_window import WorkWindow


class FirstRun(QObject):
    """Waits for the first project to be open in a window that is on screen."""

    def __init__(self, window: "WorkWindow") -> None:
        super().__init__(window)
        self._window = window
        window.session.opened.connect(self._on_opened)

    def _on_opened(self) -> None:
        # Later: the articles are on the desk and painted by then.
        QTimer.singleShot(0, self, self._greet)

    def _greet(self) -> None:
        preferences = self._window.settings.preferences
        if not self._window.isVisible() or not self._window.session.is_open:
            return
        if not preferences.annotator and self._window.session.writable:
            dialogs.ask_annotator(self._window).finished.connect(self._greet_named)
        elif not preferences.tour_seen:
            dialogs.show_tour(self._window)

    def _greet_named(self) -> None:
        if not self._window.settings.preferences.annotator:
            # Closed without an answer: the login name is as good, and nobody is asked again.
            self._window.session.set_annotator(self._window.session.annotator)
        self._greet()
