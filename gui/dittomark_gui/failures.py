"""What happens when the program itself has a bug: a report to copy, a log file, and it goes on.

A `UserError` never comes here; it is a message. Work already done is never at risk: every action
was on disk before the window said so.
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
    """Collects unexpected errors; `happened` carries the report as text."""

    happened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.log_file: Path | None = None
        self._hook: Callable[..., object] = sys.excepthook

    def install(self, folder: Path) -> None:
        """Catch what nobody else caught and write it to `dittomark.log` in that folder."""
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
        """Give the hooks back and close the log."""
        sys.excepthook = self._hook
        qInstallMessageHandler(None)
        for handler in list(_log().handlers):
            _log().removeHandler(handler)
            handler.close()

    def report(self, error: BaseException) -> None:
        """Log an unexpected error and tell the window."""
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
    """Return everything a maintainer wants to know, and nothing of anybody's articles."""
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
    """Return the program's log; logging is imported when there is something to log."""
    import logging

    return logging.getLogger("dittomark")
