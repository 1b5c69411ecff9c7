"""Real keyboard layouts on a (virtual) X display: shortcuts by the position of keys."""

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
        not all(map(shutil.which, ("Xvfb", "xdotool", "setxkbmap"))),
        reason="Xvfb, xdotool and setxkbmap are not installed",
    ),
]

# Where these keys lie on a US keyboard, as X numbers the places.
N, C, S, A, W, Z, SIX, SPACE, HOME = 57, 54, 39, 38, 25, 52, 15, 65, 110


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


def use_layout(display: Display, layout: str, variant: str = "") -> None:
    command = ["setxkbmap", "-layout", layout, "-variant", variant]
    subprocess.run(command, env=display.environment, check=True)
    time.sleep(0.5)


def press(display: Display, *places: str) -> None:
    for place in places:
        time.sleep(0.3)
        display.xdotool("key", place)


def start(display: Display) -> None:
    window = display.window()
    display.xdotool("windowsize", "--sync", window, "1440", "900")
    display.xdotool("windowfocus", "--sync", window)
    display.xdotool("mousemove", "--window", window, "420", "330", "click", "1")
    time.sleep(0.3)


@pytest.mark.parametrize(
    ("layout", "variant"),
    [("bd", ""), ("bd", "probhat"), ("in", "ben"), ("in", "ben_inscript"), ("ara", ""), ("ru", "")],
)
def test_a_pair_is_marked_and_judged_without_latin_letters(
    display: Display, project: Path, layout: str, variant: str
) -> None:
    start(display)
    use_layout(display, layout, variant)
    press(display, f"ctrl+{HOME}", str(N))
    press(display, f"ctrl+{HOME}", str(C))  # another label, taken back
    press(display, f"ctrl+{Z}")
    press(display, str(SIX))
    press(display, str(W))  # into the note, where the layout writes its own letters
    press(display, str(N), str(N), "Escape", str(SPACE))

    def judged() -> bool:
        with Project.open(project, read_only=True) as reading:
            return any(judgement.done for judgement in reading.judgements())

    wait_for(judged, "the keys did not arrive: " + display.log.read_text("utf-8"))
    with Project.open(project, read_only=True) as reading:
        (span,) = reading.spans()
        (judgement,) = reading.judgements()
    assert span.label == "navigation"
    assert judgement.relation == "unrelated"
    assert len(judgement.note) == 2
    assert not judgement.note.isascii()


@pytest.mark.parametrize(("layout", "variant"), [("fr", ""), ("cz", ""), ("de", "")])
def test_the_row_of_digits_judges_without_shift(
    display: Display, project: Path, layout: str, variant: str
) -> None:
    start(display)
    use_layout(display, layout, variant)
    press(display, str(SIX), str(SPACE))

    def judged() -> bool:
        with Project.open(project, read_only=True) as reading:
            return any(judgement.done for judgement in reading.judgements())

    wait_for(judged, "the keys did not arrive: " + display.log.read_text("utf-8"))
    with Project.open(project, read_only=True) as reading:
        (judgement,) = reading.judgements()
    assert judgement.relation == "unrelated"


def test_a_text_field_keeps_undo_and_select_all_on_a_bengali_keyboard(
    display: Display, project: Path
) -> None:
    start(display)
    use_layout(display, "bd", "probhat")
    press(display, str(SIX), str(W), str(N), str(N), str(N))
    press(display, f"ctrl+{A}")
    press(display, str(S), "Escape")

    def noted() -> bool:
        with Project.open(project, read_only=True) as reading:
            return any(judgement.note for judgement in reading.judgements())

    wait_for(noted, "no note: " + display.log.read_text("utf-8"))
    time.sleep(1)
    with Project.open(project, read_only=True) as reading:
        (judgement,) = reading.judgements()
    assert len(judgement.note) == 1
    assert judgement.relation == "unrelated"
