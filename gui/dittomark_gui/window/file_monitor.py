"""Writes the log into the project file when the program is idle, and reports changes of the file.

A copy that a file manager makes of the file alone is then nearly always complete. Renaming,
deleting or overwriting of the file by another program is detected here and reported.
"""

from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from dittomark_gui.i18n import localized, translate
from dittomark_gui.session import Session

# After the last step: short enough for a user who turns to the file manager, and longer than the
# pause between two steps.
IDLE_MS: Final = 1_500


class FileMonitor(QObject):
    """Checkpoints the file when the program is idle or loses the focus, and reports its changes."""

    def __init__(self, parent: QObject, session: Session) -> None:
        super().__init__(parent)
        self._session = session
        self._shown_count = 0
        self._warned_lost = False
        self._timer = QTimer(self, interval=IDLE_MS, singleShot=True)
        self._timer.timeout.connect(self.fold)
        session.opened.connect(self._on_opened)
        session.closed.connect(self._timer.stop)
        session.changed.connect(self._timer.start)
        session.refused.connect(self.show_notices)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._on_state)

    def fold(self) -> None:
        """Write the log into the project file, check the file, and show new notices."""
        if self._session.writable:
            self._session.run(lambda project: project.fold())
            self.show_notices()

    def show_notices(self) -> None:
        """Show each new notice about the file, and if the file was lost, its rescued copy."""
        if not self._session.is_open:
            return
        project = self._session.project
        notices = project.notices
        if len(notices) > self._shown_count:
            self._session.follow_file()
        for notice in notices[self._shown_count :]:
            self._session.messages.warn(localized(notice))
        self._shown_count = len(notices)
        place = project.rescued
        if place is not None and not self._warned_lost:
            self._warned_lost = True
            self._session.messages.warn(
                localized(project.why_read_only),
                action=(
                    translate("FileMonitor", "Open it"),
                    lambda: self._session.open(place),
                ),
            )

    def _on_opened(self) -> None:
        self._shown_count, self._warned_lost = 0, False
        self.show_notices()
        self._timer.start()  # of a large file, the second copy is then begun early

    def _on_state(self, state: Qt.ApplicationState) -> None:
        if state != Qt.ApplicationState.ApplicationActive:
            self.fold()
