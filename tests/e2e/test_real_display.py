"""The program on a real (virtual) X display, driven by real key and mouse events from outside."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dittomark.demo import create_demo
from dittomark.project import Project

_PATIENCE = 60.0
_ROOT = Path(__file__).resolve().parents[2]

pytestmark = [
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="X is Linux’s"),
    pytest.mark.skipif(
        not (shutil.which("Xvfb") and shutil.which("xdotool")),
        reason="Xvfb and xdotool are not installed",
    ),
]


def wait_for(what: Callable[[], object], why: str) -> object:
    """Return the first truth of `what()`; fails with `why` when patience ends."""
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        found = what()
        if found:
            return found
        time.sleep(0.1)
    raise AssertionError(why)


class Display:
    """A display of its own with one program on it."""

    def __init__(self, folder: Path, project: Path) -> None:
        reading, writing = os.pipe()
        # The server chooses a free number and writes it to the pipe.
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1440x900x24", "-nolisten", "tcp"],
            pass_fds=(writing,),
            stderr=subprocess.DEVNULL,
        )
        os.close(writing)
        with os.fdopen(reading) as pipe:
            number = pipe.readline().strip()
        path = os.pathsep.join(str(_ROOT / name) for name in ("core", "gui", "resources"))
        self.environment = {
            **os.environ,
            "DISPLAY": f":{number}",
            "QT_QPA_PLATFORM": "xcb",
            "DITTOMARK_SETTINGS": str(folder / "settings.ini"),
            "PYTHONPATH": path,
            "LANG": "C.UTF-8",
        }
        self.log = folder / "program.log"
        with self.log.open("w") as log:
            self.program = subprocess.Popen(
                [sys.executable, "-m", "dittomark_gui", str(project)],
                env=self.environment,
                stdout=log,
                stderr=subprocess.STDOUT,
            )

    def xdotool(self, *arguments: str) -> str:
        """Run xdotool on this display; returns what it prints, empty where it finds nothing."""
        done = subprocess.run(
            ["xdotool", *arguments],
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )
        return done.stdout.strip()

    def window(self) -> str:
        """Wait for the program's window; return its number."""
        names = ("search", "--onlyvisible", "--name", "Sample – Dittomark")

        def found() -> str:
            assert self.program.poll() is None, self.log.read_text("utf-8")
            return self.xdotool(*names)

        return str(wait_for(found, "the window does not open")).splitlines()[0]

    def close(self) -> None:
        """End the program and the display."""
        for process in (self.program, self.server):
            process.terminate()
            process.wait(timeout=20)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "sample.ditto"
    create_demo(path)
    return path


@pytest.fixture
def display(tmp_path: Path, project: Path) -> Iterator[Display]:
    (tmp_path / "settings.ini").write_text(
        '[preferences]\nannotator="\\"A1\\""\nlanguage="\\"en\\""\ntour_seen=true\n', "utf-8"
    )
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
