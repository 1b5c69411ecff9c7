"""A program that is ended from outside writes what is typed and lets go of its file."""

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
    os.kill(os.getpid(), int(sys.argv[2]))

signal.signal(int(sys.argv[2]), signal.SIG_DFL)  # whoever runs the tests may ignore it (nohup)
original = app.App.show
def show(self, *args, **kwargs):
    original(self, *args, **kwargs)
    QTimer.singleShot(1500, typing)
app.App.show = show
sys.exit(app.run([sys.argv[1]]))
"""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_note_is_written_and_the_lock_is_gone(tmp_path: Path, number: signal.Signals) -> None:
    with make_project(tmp_path) as project:
        one, other, _ = [info.id for info in project.article_infos()]
        project.add_pairs([NewPair(one, other)])
        path = project.path
    settings = tmp_path / "settings.ini"
    settings.write_text('[preferences]\nannotator="\\"A1\\""\ntour_seen=true\n', "utf-8")
    done = subprocess.run(
        [sys.executable, "-c", TYPING, str(path), str(int(number))],
        env={
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "DITTOMARK_SETTINGS": str(settings),
            "DITTOMARK_DATA": str(tmp_path / "data"),
        },
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    with Project.open(path, annotator="A1") as project:
        assert not project.read_only
        (judgement,) = project.judgements()
    assert judgement.note == "Half a sen"
