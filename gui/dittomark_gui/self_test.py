"""The window's part of the self-test: opens the window on a project and checks it.

`dittomark self-test` runs this in a subprocess. The user's settings are not read.
"""

import sys
import time
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QEventLoop
from PySide6.QtGui import QFontDatabase, QImage
from PySide6.QtWidgets import QApplication

import dittomark_resources as resources
from dittomark_gui.app import App
from dittomark_gui.look.apply import load_fonts
from dittomark_gui.user_settings import Settings

SECONDS_TO_COMPARE: Final = 60


def main(project: str, report: str) -> int:
    """Open the window on `project`, and write the result to the file `report`.

    Returns 0 if the window shows the first pair of the queue with its passages, else 1.
    """
    application = QApplication([sys.argv[0]])
    application.setStyle("Fusion")
    load_fonts()
    settings = Settings(str(Path(report).with_suffix(".ini")))
    settings.update(annotator="self-test", tour_seen=True)  # no questions at start-up
    app = App(application, settings)
    try:
        app.show(Path(project))
        problems = _look_at(app)
    finally:
        app.close()
    seen = "; ".join(problems) or f"a pair with its passages, on {application.platformName()}"
    Path(report).write_text(seen, encoding="utf-8")
    return 1 if problems else 0


def _look_at(app: App) -> list[str]:
    """Return a list of the problems found in the window."""
    problems = []
    deadline = time.monotonic() + SECONDS_TO_COMPARE
    while app.window.parts.workspace.comparison is None and time.monotonic() < deadline:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
    comparison = app.window.parts.workspace.comparison
    if comparison is None:
        problems.append("the first pair was not shown")
    elif not comparison.passages:
        problems.append("the first pair shows no passages")
    families = set(QFontDatabase.families())
    missing = [name for name in resources.SANS_FAMILIES if name not in families]
    if missing:
        problems.append(f"fonts are missing: {', '.join(missing)}")
    if _is_blank(app.window.grab().toImage()):
        problems.append("the window stayed blank")
    return problems


def _is_blank(image: QImage) -> bool:
    """Return whether the image has no content besides a flat colour."""
    columns = range(0, image.width(), 7)
    rows = range(0, image.height(), 7)
    return len({image.pixel(x, y) for x in columns for y in rows}) < 8
