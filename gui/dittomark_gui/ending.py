"""The end from outside: signals, logout and the system's shutdown close the program in order."""

import signal
import socket
import sys
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtGui import QGuiApplication, QSessionManager

_SIGNALS: Final = ("SIGTERM", "SIGHUP", "SIGINT")


class Ending(QObject):
    """Writes what is typed when the session ends, and quits on a signal.

    A signal's number comes through a socket: Python's handlers run between its own lines only, and
    Qt's loop has none.
    """

    def __init__(
        self,
        application: QGuiApplication,
        write: Callable[[], object],
        *,
        ended_at_once: bool = sys.platform == "win32",
    ) -> None:
        """`write` puts on disk what is not there yet.

        `ended_at_once`: when the session ends, the system ends the process without another word.
        """
        super().__init__()
        self._application = application
        self._write = write
        self._ended_at_once = ended_at_once
        application.commitDataRequest.connect(self._on_session_ends)
        self._ours, self._theirs = socket.socketpair()
        self._theirs.setblocking(False)
        self._ours.setblocking(False)
        self._notifier = QSocketNotifier(self._ours.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_signal)
        self._before = signal.set_wakeup_fd(self._theirs.fileno(), warn_on_full_buffer=False)
        self._handlers = {}
        for name in _SIGNALS:
            number = getattr(signal, name, None)
            # What the caller chose to ignore (`nohup`) stays ignored.
            if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
                self._handlers[number] = signal.signal(number, lambda *_: None)

    def close(self) -> None:
        """Leave the signals as they were."""
        for number, handler in self._handlers.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._before)
        self._notifier.setEnabled(False)
        self._ours.close()
        self._theirs.close()

    def _on_signal(self) -> None:
        self._ours.recv(64)
        self._write()
        self._application.quit()

    def _on_session_ends(self, _manager: QSessionManager) -> None:
        self._write()
        if self._ended_at_once:
            self._application.quit()
