"""A program that is ended from outside saves unsaved input and releases its file."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from tests.helpers.projects import make_project

from dittomark.annotations import NewPair
from dittomark.project import Project

pytestmark = pytest.mark.skipif(os.name == "nt", reason="these signals are not Windows’")

TYPING = """
import os, signal, sys
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from dittomark_gui import app

def typing():
    window = next(item for item in QApplication.topLevelWidgets() if hasattr(item, "parts"))
    note = window.parts.label_panel.note
    note.setFocus()
    QTest.keyClicks(note, "Half a sen")
    end()

original = app.App.show
def show(self, *args, **kwargs):
    original(self, *args, **kwargs)
    QTimer.singleShot(1500, typing)
app.App.show = show
sys.exit(app.run([sys.argv[1]]))
"""

BY_SIGNAL = """
import os, signal, sys

signal.signal(int(sys.argv[2]), signal.SIG_DFL)  # whoever runs the tests may ignore it (nohup)
def end():
    os.kill(os.getpid(), int(sys.argv[2]))
"""

# Qt's own signal, emitted as its platforms do: from C++, with the session's manager.
BY_SESSION = """
import ctypes, os, signal, sys
from functools import partial
from pathlib import Path
import PySide6, shiboken6
from PySide6.QtGui import QSessionManager
from PySide6.QtWidgets import QApplication
from dittomark_gui import app, ending

if sys.argv[2] == "windows":
    app.Ending = partial(ending.Ending, ended_at_once=True)

def end():
    (library,) = Path(PySide6.__file__).parent.glob("Qt/lib/libQt6Gui.so.6")
    emit = ctypes.CDLL(str(library))["_ZN15QGuiApplication17commitDataRequestER15QSessionManager"]
    emit.argtypes, emit.restype = [ctypes.c_void_p, ctypes.c_void_p], None
    application = QApplication.instance()
    manager = application.findChild(QSessionManager)
    emit(shiboken6.getCppPointer(application)[0], shiboken6.getCppPointer(manager)[0])
    if sys.argv[2] == "logout":  # then comes whatever ends the process, or nothing
        os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with make_project(tmp_path) as project:
        one, other, _ = [info.id for info in project.article_infos()]
        project.add_pairs([NewPair(one, other)])
        return project.path


def run(path: Path, ended_by: str, how: str) -> "subprocess.CompletedProcess[str]":
    """Open the project, type a note, and let the process be ended."""
    settings = path.with_name("settings.ini")
    settings.write_text('[preferences]\nannotator="\\"A1\\""\ntour_seen=true\n', "utf-8")
    return subprocess.run(
        [sys.executable, "-c", ended_by + TYPING, str(path), how],
        env={
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "DITTOMARK_SETTINGS": str(settings),
            "DITTOMARK_DATA": str(path.with_name("data")),
        },
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )


def assert_the_note_is_written(path: Path) -> None:
    with Project.open(path, annotator="A1") as project:
        assert not project.read_only
        (judgement,) = project.judgements()
    assert judgement.note == "Half a sen"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_note_is_written_and_the_lock_is_gone(path: Path, number: signal.Signals) -> None:
    done = run(path, BY_SIGNAL, str(int(number)))
    assert done.returncode == 0, done.stderr
    assert_the_note_is_written(path)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the name of Qt’s library")
def test_a_note_is_written_when_people_log_out(path: Path) -> None:
    done = run(path, BY_SESSION, "logout")
    assert done.returncode == -signal.SIGKILL, done.stderr
    assert_the_note_is_written(path)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the name of Qt’s library")
def test_the_program_ends_by_itself_where_the_system_would_end_it_at_once(path: Path) -> None:
    done = run(path, BY_SESSION, "windows")
    assert done.returncode == 0, done.stderr
    assert_the_note_is_written(path)
