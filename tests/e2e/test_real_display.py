"""The program on a real (virtual) X display, driven by real key and mouse events from outside."""

import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.helpers.display import Display, wait_for

from dittomark.project import Project
from dittomark.sample.demo_project import create_demo

pytestmark = [
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="X is Linux’s"),
    pytest.mark.skipif(
        not (shutil.which("Xvfb") and shutil.which("xdotool")),
        reason="Xvfb and xdotool are not installed",
    ),
]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "sample.ditto"
    create_demo(path)
    return path


@pytest.fixture
def display(tmp_path: Path, project: Path) -> Iterator[Display]:
    display = Display(tmp_path, project)
    yield display
    display.close()


def test_a_pair_is_marked_and_judged_with_real_keys_and_clicks(
    display: Display, project: Path
) -> None:
    window = display.window()
    display.xdotool("windowsize", "--sync", window, "1440", "900")
    display.xdotool("windowfocus", "--sync", window)

    # A click into the left article, then keys: to its start, mark the block, relation, done.
    display.xdotool("mousemove", "--window", window, "420", "330", "click", "1")
    keys = ("ctrl+Home", "n", "6", "space")
    for key in keys:
        time.sleep(0.3)
        display.xdotool("key", "--window", "0", key)

    def judged() -> bool:
        with Project.open(project, read_only=True) as reading:
            return any(judgement.done for judgement in reading.judgements())

    wait_for(judged, "the keys did not arrive: " + display.log.read_text("utf-8"))
    with Project.open(project, read_only=True) as reading:
        (span,) = reading.spans()
        (judgement,) = reading.judgements()
        assert (span.label, span.annotator) == ("navigation", "A1")
        assert (judgement.relation, judgement.done) == ("unrelated", True)


_READ_SELECTION = (
    "from PySide6.QtGui import QClipboard, QGuiApplication; import sys;"
    "app = QGuiApplication([]); app.processEvents();"
    "sys.stdout.buffer.write(app.clipboard().text(QClipboard.Mode.Selection).encode())"
)


def test_what_is_selected_can_be_pasted_with_the_middle_button(
    display: Display, project: Path
) -> None:
    window = display.window()
    display.xdotool("windowsize", "--sync", window, "1440", "900")
    display.xdotool("windowfocus", "--sync", window)
    display.xdotool("mousemove", "--window", window, "420", "330", "click", "1")
    display.xdotool("key", "--window", "0", "ctrl+Home")
    display.xdotool("key", "--window", "0", "shift+End")

    def pasted() -> str:
        done = subprocess.run(
            [sys.executable, "-c", _READ_SELECTION],
            env=display.environment,
            capture_output=True,
            check=False,
        )
        return done.stdout.decode()

    found = str(wait_for(pasted, "nothing is selected"))
    with Project.open(project, read_only=True) as reading:
        assert any(reading.article(name).text.startswith(found) for name in reading.article_ids())
