"""A team in a folder: two windows and one command, on three devices."""

import shutil
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from tests.helpers.command import run
from tests.helpers.display import Display, wait_for

from dittomark.annotations import Judgement
from dittomark.project import Project
from dittomark.sample.demo_project import create_demo

pytestmark = [
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="X is Linux’s"),
    pytest.mark.skipif(
        not (shutil.which("Xvfb") and shutil.which("xdotool")),
        reason="Xvfb and xdotool are not installed",
    ),
]


# Where the second of two answers is taken, in a window of 1440 pixels: the answers are at the right
# edge, by name.
_A2_IS_RIGHT = (1368, 361)


@pytest.fixture
def team(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of three devices: `lead.ditto`, `a2.ditto`, `judge.ditto`, the team's folder."""
    monkeypatch.setenv("DITTOMARK_DATA", str(tmp_path / "data"))
    create_demo(tmp_path / "lead.ditto")
    folder, role = tmp_path / "shared", "Judge=adjudicator"
    lead = ("--annotator", "A1")
    assert run("team", "create", tmp_path / "lead.ditto", folder, *lead, "--role", role).code == 0
    for name, annotator in (("a2", "A2"), ("judge", "Judge")):
        path = tmp_path / f"{name}.ditto"
        assert run("team", "join", folder, path, "--annotator", annotator).code == 0
    return tmp_path


@pytest.fixture
def display(team: Path) -> Iterator[Display]:
    display = Display(team, team / "lead.ditto")
    yield display
    display.close()


def _judged(path: Path, annotator: str) -> list[Judgement]:
    """Return an annotator's judgements of finished pairs in a device's file."""
    with Project.open(path, read_only=True) as reading:
        found = reading.judgements()
    return [each for each in found if each.annotator == annotator and each.done]


def _decided(path: Path) -> list[object]:
    with Project.open(path, read_only=True) as reading:
        return [each.content.get("relation") for each in reading.decisions()]


def _is_decided(path: Path, relation: str) -> bool:
    return _decided(path) == [relation]


def _at_the_judge_s(team: Path, holds: Callable[[Path], object]) -> Callable[[], object]:
    """Return a condition that first takes in the changes in the folder."""

    def ask() -> object:
        run("team", "sync", team / "judge.ditto")
        return holds(team / "judge.ditto")

    return ask


def test_two_windows_and_a_command_work_together_through_a_folder(
    display: Display, team: Path
) -> None:
    (team / "second").mkdir()
    lead = display.window()
    other = display.open_another(team / "second", team / "a2.ditto", annotator="A2")

    # Both judge the first pair, differently; each sees how far the other is.
    display.press(lead, "6", "space")
    wait_for(lambda: _judged(team / "a2.ditto", "A1"), "A2 does not see what the lead did")
    display.press(other, "5", "space")
    wait_for(lambda: _judged(team / "lead.ditto", "A2"), "the lead does not see what A2 did")
    (mine,), (theirs,) = (
        _judged(team / "lead.ditto", "A1"),
        _judged(team / "lead.ditto", "A2"),
    )
    assert mine.pair_id == theirs.pair_id
    assert (mine.relation, theirs.relation) == ("unrelated", "same_event")

    # The lead settles it in the window, by mouse; the decision goes to the other two devices.
    wait_for(_at_the_judge_s(team, lambda path: _judged(path, "A2")), "nothing at the judge's")
    display.press(lead, "ctrl+j")

    def settled() -> list[object]:
        display.click(lead, *_A2_IS_RIGHT)
        return _decided(team / "lead.ditto")

    assert wait_for(settled, "no decision by mouse") == ["same_event"]
    found = wait_for(partial(_decided, team / "a2.ditto"), "no decision at A2's")
    assert found == ["same_event"]
    found = wait_for(_at_the_judge_s(team, _decided), "no decision at the judge's")
    assert found == ["same_event"]
    display.press(lead, "ctrl+j")

    # That one is thought over again, on the third device.
    accept = ("--accept", "A1", "--annotator", "Judge")
    assert run("adjudicate", team / "judge.ditto", mine.pair_id, *accept).code == 0
    run("team", "sync", team / "judge.ditto")
    for name in ("lead", "a2"):
        wait_for(partial(_is_decided, team / f"{name}.ditto", "unrelated"), f"not at {name}")

    # The folder goes away; the work goes on, and arrives when it is back.
    (team / "shared").rename(team / "away")
    display.press(other, "6", "space")
    wait_for(lambda: len(_judged(team / "a2.ditto", "A2")) == 2, "A2 can't go on")
    assert len(_judged(team / "lead.ditto", "A2")) == 1
    assert not (team / "shared").exists()
    (team / "away").rename(team / "shared")
    wait_for(lambda: len(_judged(team / "lead.ditto", "A2")) == 2, "it did not arrive")
