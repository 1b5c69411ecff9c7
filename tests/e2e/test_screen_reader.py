"""A screen reader reads an article of the running program through the desktop's interface."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from tests.helpers.display import Display, wait_for

from dittomark.project import Project
from dittomark.sample.demo_project import create_demo

_LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
_PYTHON = shutil.which("python3", path="/usr/bin")


def _has_bindings() -> bool:
    probe = "import gi; gi.require_version('Atspi', '2.0')"
    return (
        _PYTHON is not None and not subprocess.run([_PYTHON, "-c", probe], check=False).returncode
    )


pytestmark = pytest.mark.skipif(
    not (
        sys.platform.startswith("linux")
        and _LAUNCHER.exists()
        and shutil.which("Xvfb")
        and shutil.which("dbus-daemon")
        and _has_bindings()
    ),
    reason="Xvfb, at-spi2-core or gir1.2-atspi-2.0 is not installed",
)


@pytest.fixture
def bus() -> Iterator[str]:
    """Return the address of a separate message bus, which starts the accessibility services."""
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert daemon.stdout is not None
    yield daemon.stdout.readline().strip()
    daemon.terminate()
    daemon.wait(timeout=20)
    daemon.stdout.close()


def read_out(display: Display) -> list[dict[str, Any]]:
    """Return the texts that a screen reader finds in the panes; empty before the comparison."""
    done = subprocess.run(
        [str(_PYTHON), "-W", "ignore", "tests/helpers/at_spi.py", "120"],
        env={**display.environment, "PYTHONPATH": ""},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert not done.returncode, done.stderr + display.log.read_text("utf-8")
    read: list[dict[str, Any]] = json.loads(done.stdout)
    tinted = [pane for pane in read if any(color for _, _, color in pane["runs"])]
    return read if len(tinted) == 2 else []


def test_an_article_is_read_out_selected_and_its_passages_told(tmp_path: Path, bus: str) -> None:
    project = tmp_path / "sample.ditto"
    create_demo(project)
    display = Display(
        tmp_path,
        project,
        environment={"DBUS_SESSION_BUS_ADDRESS": bus, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"},
    )
    try:
        display.window()
        read = wait_for(partial(read_out, display), "there is nothing to read")
        assert display.program.poll() is None, display.log.read_text("utf-8")
    finally:
        display.close()
    with Project.open(project, read_only=True) as reading:
        texts = {article.text.replace("\r\n", "\n") for article in reading.articles()}
    assert isinstance(read, list)
    for pane in read:
        assert pane["text"] in texts
        assert pane["name"]
        start, end = pane["selected"]
        assert pane["text"][start:end] == pane["word"]
        assert pane["caret"] == 120
        assert pane["line"].strip() in pane["text"]
        # Every run of the text is exposed once.
        assert [begin for begin, _, _ in pane["runs"][1:]] == [stop for _, stop, _ in pane["runs"]][
            :-1
        ]
