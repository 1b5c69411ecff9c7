"""Fixtures: the window with its own settings and the shipped fonts; nothing may be left behind."""

import gc
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.helpers.window import Person

from dittomark_gui.app import App
from dittomark_gui.look.apply import load_fonts
from dittomark_gui.user_settings import Settings


@pytest.fixture(scope="session")
def fonts(qapp: QApplication) -> None:
    """Load the shipped fonts, once."""
    qapp.setStyle("Fusion")
    load_fonts()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """A user's settings: new, and in English."""
    settings = Settings(str(tmp_path / "settings" / "dittomark.ini"))
    settings.update(language="en", annotator="A1", theme="light", tour_seen=True)
    return settings


@pytest.fixture
def nothing_left(qapp: QApplication) -> Iterator[None]:
    """Fail if a test leaves a thread, a running timer or a widget behind."""
    threads = _threads()
    widgets = set(QApplication.allWidgets())
    yield
    QThreadPool.globalInstance().waitForDone()
    for _ in range(3):
        gc.collect()
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        qapp.processEvents()
    gc.freeze()  # exclude existing objects from the next test's collections
    left = [widget for widget in QApplication.allWidgets() if widget not in widgets]
    assert not left, f"widgets left behind: {left[:5]}"
    timers = [timer for timer in qapp.findChildren(QTimer) if timer.isActive()]
    assert not timers, f"timers left behind: {timers}"
    assert _threads() <= threads


def _threads() -> set[threading.Thread]:
    """Return the threads started by Python; those of Qt's pool appear as permanent dummies."""
    return {thread for thread in threading.enumerate() if not thread.name.startswith("Dummy-")}


@pytest.fixture
def person(
    qapp: QApplication,
    qtbot: QtBot,
    settings: Settings,
    fonts: None,  # noqa: ARG001
    nothing_left: None,  # noqa: ARG001
) -> Iterator[Person]:
    """A user at an open window without a project."""
    app = App(qapp, settings)
    app.window.resize(1280, 800)
    app.show()
    with qtbot.waitActive(app.window):
        app.window.activateWindow()
    failures: list[str] = []
    app.failures.happened.connect(failures.append)
    yield Person(app, qtbot)
    app.close()
    assert not failures, failures[0]
