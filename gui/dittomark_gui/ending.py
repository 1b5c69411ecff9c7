"""Orderly exit on signals, logout and system shutdown."""

import signal
import socket
import sys
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtGui import QGuiApplication, QSessionManager

_SIGNALS: Final = ("SIGTERM", "SIGHUP", "SIGINT")


class Ending(QObject):
    """Saves unsaved input when the desktop session ends, and quits on a signal.

    A signal is received through a socket: Python runs its signal handlers only between bytecode
    instructions, and there are none while Qt's event loop waits.
    """

    def __init__(
        self,
        application: QGuiApplication,
        write: Callable[[], object],
        *,
        ended_at_once: bool = sys.platform == "win32",
    ) -> None:
        """`write` saves unsaved input.

        `ended_at_once`: the system kills the process right after the session's end (Windows).
        """
        super().__init__()
        self._application = application
        self._write = write
        self._ended_at_once = ended_at_once
        application.commitDataRequest.connect(self._on_session_ends)
        self._read_end, self._write_end = socket.socketpair()
        self._write_end.setblocking(False)
        self._read_end.setblocking(False)
        self._notifier = QSocketNotifier(self._read_end.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_signal)
        self._before = signal.set_wakeup_fd(self._write_end.fileno(), warn_on_full_buffer=False)
        self._handlers = {}
        for name in _SIGNALS:
            number = getattr(signal, name, None)
            # Signals that the caller ignores (`nohup`) stay ignored.
            if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
                self._handlers[number] = signal.signal(number, lambda *_: None)

    def close(self) -> None:
        """Restore the previous signal handlers."""
        for number, handler in self._handlers.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._before)
        self._notifier.setEnabled(False)
        self._read_end.close()
        self._write_end.close()

    def _on_signal(self) -> None:
        self._read_end.recv(64)
        self._write()
        self._application.quit()

    def _on_session_ends(self, _manager: QSessionManager) -> None:
        self._write()
        if self._ended_at_once:
            self._application.quit()
