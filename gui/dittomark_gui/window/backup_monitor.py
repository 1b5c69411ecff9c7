"""Makes backups of the open project, and checks that this program still holds its lock."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer

from dittomark.errors import UserError
from dittomark_gui.background import Background, Report, Task
from dittomark_gui.i18n import localized, translate
from dittomark_gui.session import Session

# Interval of the check; a backup is made only when one is due (see `store.backups`).
EVERY_MS: Final = 60_000


class BackupMonitor(QObject):
    """Backs the project up in the background, and warns when it has become read-only."""

    def __init__(self, parent: QObject, session: Session, background: Background) -> None:
        super().__init__(parent)
        self._session = session
        self._background = background
        self._task: Task | None = None
        self._warned = False
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.check)
        self._session.opened.connect(self._on_opened)
        self._session.closed.connect(self._timer.stop)

    def check(self) -> None:
        """Renew the project's lock, and back the file up if a backup is due."""
        if not self._session.writable:
            return
        if not self._session.project.heartbeat():
            if self._session.project.rescued is not None:
                self._session.refused.emit()  # the file monitor says where the data is
            else:
                self._warn_read_only()
        else:
            self._back_up(just_opened=False)

    def _on_opened(self) -> None:
        self._warned = False
        if self._session.writable:
            self._timer.start()
            self._back_up(just_opened=True)
        else:
            self._warn_read_only()

    def _warn_read_only(self) -> None:
        project = self._session.project
        take_over = (
            translate("BackupMonitor", "It is not open there: take it over"),
            lambda: self._session.open(project.path, take_over=True),
        )
        self._session.messages.warn(
            localized(project.why_read_only), action=take_over if project.can_take_over else None
        )

    def _back_up(self, *, just_opened: bool) -> None:
        busy = self._task is not None and self._task.running
        if busy or not self._session.project.backup_is_due(just_opened=just_opened):
            return
        path = self._session.project.path
        self._task = self._background.start(
            lambda report: _back_up(path, report),
            on_done=self._on_backed_up,
            on_failed=self._on_failed,
            priority=-1,
        )

    def _on_backed_up(self, _place: Path) -> None:
        self._warned = False

    def _on_failed(self, error: BaseException) -> None:
        """Warn once that backups fail: the project file itself is not in danger."""
        if not isinstance(error, UserError):
            self._session.report_failure(error)
        elif not self._warned:
            self._warned = True
            self._session.messages.warn(
                translate("BackupMonitor", "No backup could be made: {reason}").format(
                    reason=localized(error)
                )
            )


def _back_up(path: Path, report: Report) -> Path:
    from dittomark.store.backups import back_up

    return back_up(path, report=report)
