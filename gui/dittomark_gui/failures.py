"""Handling of unexpected errors: a report to copy, a log file; the program continues.

A `UserError` is shown as a message instead. Completed work is never at risk, because every action
is saved before the window says so.
"""

import sys
from collections.abc import Callable  # noqa: TC003  (in a public signature)
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QtMsgType, Signal, qInstallMessageHandler

if TYPE_CHECKING:
    from logging import Logger


class Failures(QObject):
    """Collects unexpected errors; `happened` is emitted with the report as text."""

    happened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.log_file: Path | None = None
        self._hook: Callable[..., object] = sys.excepthook

    def install(self, folder: Path) -> None:
        """Install hooks for uncaught exceptions, and log them to `dittomark.log` in a folder."""
        import logging
        from logging.handlers import RotatingFileHandler

        try:
            folder.mkdir(parents=True, exist_ok=True)
            self.log_file = folder / "dittomark.log"
            handler = RotatingFileHandler(
                self.log_file, maxBytes=500_000, backupCount=1, encoding="utf-8", delay=True
            )
        except OSError:
            self.log_file = None
        else:
            handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
            _log().addHandler(handler)
        self._hook = sys.excepthook
        sys.excepthook = self._on_exception
        qInstallMessageHandler(_on_qt_message)

    def uninstall(self) -> None:
        """Restore the hooks and close the log."""
        sys.excepthook = self._hook
        qInstallMessageHandler(None)
        for handler in list(_log().handlers):
            _log().removeHandler(handler)
            handler.close()

    def report(self, error: BaseException) -> None:
        """Log an unexpected error and emit `happened`."""
        text = report_text(error)
        _log().error("%s", text)
        self.happened.emit(text)

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.report(error.with_traceback(trace))


def report_text(error: BaseException) -> str:
    """Return the traceback and versions for a report, without any text of an article."""
    import platform
    import traceback

    import PySide6

    from dittomark.system.releases import installed_version

    trace = "".join(traceback.format_exception(type(error), error, error.__traceback__))
    system = f"{platform.system()} {platform.release()}, Python {platform.python_version()}"
    return f"Dittomark {installed_version()}, Qt {PySide6.__version__}, {system}\n\n{trace}"


def _on_qt_message(kind: QtMsgType, _context: object, text: str) -> None:
    if kind == QtMsgType.QtDebugMsg:
        _log().debug("Qt: %s", text)
    else:
        _log().warning("Qt: %s", text)


def _log() -> "Logger":
    """Return the program's logger; logging is imported at the first use."""
    import logging

    return logging.getLogger("dittomark")
