"""The open window and its team's folder: publishing, taking in, and unaffected state."""

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from tests.helpers.projects import new_articles
from tests.helpers.sync_client import FullFolder
from tests.helpers.team import Colleague
from tests.helpers.window import Person

from dittomark.project import Project
from dittomark.team.folder import segment
from dittomark.team.folder.syncing import create_team, sync, who_takes_part

NAVIGATION = Qt.Key.Key_N


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that a team shares."""
    monkeypatch.setenv("DITTOMARK_DATA", str(tmp_path / "data"))
    return tmp_path / "shared"


@pytest.fixture
def mine(tmp_path: Path, folder: Path) -> Path:
    """The lead's project with two pairs, whose team uses the folder."""
    with Project.create(tmp_path / "mine.ditto", annotator="A1") as project:
        ids = project.add_articles(new_articles()).added
        project.add_pair(ids[0], ids[1])
        project.add_pair(ids[0], ids[2])
        create_team(project, folder, annotator="A1")
        sync(project, annotator="A1")
    return tmp_path / "mine.ditto"


@pytest.fixture
def rina(tmp_path: Path, folder: Path, mine: Path) -> Colleague:
    """An annotator of the team."""
    assert mine.exists()
    return Colleague(folder, tmp_path / "rina.ditto", "রিনা")


def _line(person: Person) -> str:
    return person.window.parts.bottom_bar.team.words()


def _at_rest(person: Person) -> None:
    """Wait until the exchange is at rest."""
    with person.qtbot.waitSignal(person.window.parts.team.rested, timeout=20_000):
        person.window.parts.team.sync_now()


def _marks(person: Person, pane: int) -> list[str]:
    """Return the texts of the span list for an article."""
    person.window.parts.view.focus_pane(pane)
    model = person.window.parts.label_panel.spans.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def _files(place: Path) -> dict[Path, tuple[int, int]]:
    """Return size and time of every file; a rewritten file has another time."""
    found = (path for path in place.rglob("*") if path.is_file())
    return {path: (path.stat().st_size, path.stat().st_mtime_ns) for path in found}


def test_what_is_done_here_reaches_the_others_by_itself(
    person: Person, mine: Path, rina: Colleague
) -> None:
    person.open_project(mine)
    article = person.window.parts.workspace.articles[0].id
    span = person.mark_boilerplate(person.text()[:6], NAVIGATION)
    person.wait_for(lambda: rina.knows(lambda there: there.spans(article)))
    with Project.open(rina.path, read_only=True) as there:
        assert [each.id for each in there.spans()] == [span.id]
    person.wait_for(lambda: "nothing waits" in _line(person))
    assert "রিনা seen" in _line(person)


def test_what_others_do_comes_without_touching_one_s_own(
    person: Person, mine: Path, rina: Colleague
) -> None:
    person.open_project(mine)
    parts = person.window.parts
    mark = person.mark_boilerplate(person.text()[:6], NAVIGATION)
    note = parts.label_panel.note
    person.write("half a no", where=note)
    person.select_with_mouse(person.text().split()[4])
    selected, article = parts.view.selection(), parts.workspace.articles[1].id
    pair = parts.workspace.pair
    note.setFocus()
    note.moveCursor(QTextCursor.MoveOperation.End)
    person.write("te", where=note)

    rina.sync(lambda there: there.annotate_span(article, 0, 4, label="caption", annotator="রিনা"))
    person.wait_for(lambda: len(person.spans(1)) == 1)
    assert note.toPlainText() == "half a note"
    assert parts.view.selection() == selected
    assert parts.workspace.pair == pair
    person.wait_for(lambda: any("রিনা" in words for words in _marks(person, 1)))
    parts.view.focus_pane(0)  # the note has an undo of its own
    for _ in ("the end of the note", "its beginning", "the mark"):
        person.do("undo")
    assert [each.label for each in person.spans(1)] == ["caption"]
    assert mark.id not in {each.id for each in person.spans()}


def test_a_folder_that_goes_away_is_one_quiet_line_and_nothing_is_lost(
    person: Person, mine: Path, rina: Colleague, folder: Path
) -> None:
    person.open_project(mine)
    person.wait_for(lambda: "nothing waits" in _line(person))
    told = len(person.messages())
    folder.rename(folder.with_name("away"))
    span = person.mark_boilerplate(person.text()[:6], NAVIGATION)
    person.wait_for(lambda: "not there" in _line(person) and "1 step waits" in _line(person))
    assert len(person.messages()) == told
    folder.with_name("away").rename(folder)
    person.wait_for(lambda: "nothing waits" in _line(person))
    assert rina.knows(lambda there: there.span(span.id))


def test_a_quiet_team_writes_nothing(
    person: Person, mine: Path, rina: Colleague, folder: Path
) -> None:
    assert rina.path.exists()
    person.open_project(mine)
    for _ in range(2):  # again: the window reports the applied changes
        _at_rest(person)
    before, steps = _files(folder), person.app.session.project.newest_step()
    for _ in range(3):
        _at_rest(person)
    assert (_files(folder), person.app.session.project.newest_step()) == (before, steps)


def test_the_newest_step_is_published_when_the_project_is_closed(
    person: Person, mine: Path, rina: Colleague
) -> None:
    person.open_project(mine)
    _at_rest(person)
    span = person.mark_boilerplate(person.text()[:6], NAVIGATION)
    person.app.session.close()
    assert rina.knows(lambda there: there.span(span.id))


def test_much_that_comes_lets_the_window_breathe(
    person: Person, mine: Path, rina: Colleague
) -> None:
    def mark_much(there: Project) -> None:
        article = there.article_ids()[0]
        for many in range(10):
            with there.batch("import"):
                for number in range(400):
                    name = f"R{many} {number}"
                    there.annotate_span(article, 0, 5, label="caption", annotator=name)

    rina.sync(mark_much)
    ticks = 0

    def tick() -> None:
        nonlocal ticks
        ticks += person.window.parts.team.is_taking_in

    clock = QTimer()
    clock.timeout.connect(tick)
    clock.start(0)
    person.open_project(mine)
    person.wait_for(lambda: person.app.session.project.counts()["spans"] == 4_000)
    clock.stop()
    assert ticks > 0


def test_a_member_that_writes_nonsense_is_left_out_by_name(
    person: Person, mine: Path, rina: Colleague, folder: Path
) -> None:
    rina.sync(lambda there: there.add_event(title="ডুবে যাওয়া নৌকা"))
    with Project.open(mine, read_only=True) as project:
        device = next(
            each.device for each in who_takes_part(project).members if each.annotator == "রিনা"
        )
    newest = max((folder / "members" / device).glob("*.segment"))
    header, items = segment.read(newest.read_bytes())
    (part,) = segment.parts(items)
    newest.write_bytes(segment.write(replace(header, project="another"), part))
    person.open_project(mine)
    person.wait_for(lambda: "1 device left out" in _line(person))
    assert "রিনা" in person.window.parts.bottom_bar.team.toolTip()


def test_outside_a_team_the_line_says_nothing(person: Person, tmp_path: Path) -> None:
    with Project.create(tmp_path / "alone.ditto") as project:
        project.add_articles(new_articles())
    person.open_project(tmp_path / "alone.ditto")
    assert not person.window.parts.team.is_on
    assert person.window.parts.bottom_bar.team.isHidden()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="hangs by a named pipe")
@pytest.mark.parametrize("hangs", ["in a round", "at the farewell"])
def test_a_drive_that_does_not_answer_does_not_hold_up_closing(
    person: Person, mine: Path, rina: Colleague, folder: Path, hangs: str
) -> None:
    person.open_project(mine)
    _at_rest(person)
    answer = (folder / "team.json").read_bytes()
    (folder / "team.json").unlink()
    os.mkfifo(folder / "team.json")
    span = person.mark_boilerplate(person.text()[:6], NAVIGATION)
    if hangs == "in a round":
        person.window.parts.team.sync_now()
        QTest.qWait(600)
    person.app.session.close()
    # The drive answers again: to the call that still waits, and then to everybody.
    os.close(os.open(folder / "team.json", os.O_WRONLY))
    (folder / "team.json").unlink()
    (folder / "team.json").write_bytes(answer)
    assert not rina.knows(lambda there: there.spans())
    person.open_project(mine)
    person.wait_for(lambda: "nothing waits" in _line(person))
    assert rina.knows(lambda there: there.span(span.id))


def test_a_full_folder_is_one_quiet_line_and_work_goes_out_once_there_is_room(
    person: Person, mine: Path, rina: Colleague, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dittomark_gui.work.team_rounds.Folder", FullFolder)
    monkeypatch.setattr(FullFolder, "full", False)
    person.open_project(mine)
    _at_rest(person)
    told = len(person.messages())
    monkeypatch.setattr(FullFolder, "full", True)
    first = person.mark_boilerplate(person.text()[:6], NAVIGATION)
    rina.sync(lambda there: there.add_event(title="ডুবে যাওয়া নৌকা"))
    person.wait_for(lambda: "can’t be used" in _line(person) and "1 step waits" in _line(person))
    assert "No space left" in person.window.parts.bottom_bar.team.toolTip()
    person.wait_for(lambda: len(person.app.session.project.events()) == 1)  # reading goes on
    assert len(person.messages()) == told
    person.do("undo")
    second = person.mark_boilerplate(person.text()[:4], NAVIGATION)
    person.wait_for(lambda: "steps wait" in _line(person))
    assert not rina.knows(lambda there: there.spans())
    monkeypatch.setattr(FullFolder, "full", False)
    person.wait_for(lambda: "nothing waits" in _line(person))
    assert rina.knows(lambda there: [each.id for each in there.spans()] == [second.id])
    assert first.id != second.id


def test_where_nothing_can_be_written_others_are_read_and_work_goes_on(
    person: Person, mine: Path, rina: Colleague, folder: Path
) -> None:
    person.open_project(mine)
    _at_rest(person)
    told = len(person.messages())
    own = folder / "members" / person.window.parts.team.device
    own.rename(own.with_name("aside"))
    own.write_bytes(b"")  # no folder can be made there, whoever asks
    span = person.mark_boilerplate(person.text()[:6], NAVIGATION)
    rina.sync(lambda there: there.add_event(title="ডুবে যাওয়া নৌকা"))
    person.wait_for(lambda: "can’t be used" in _line(person) and "1 step waits" in _line(person))
    person.wait_for(lambda: len(person.app.session.project.events()) == 1)
    assert "Nothing can be written to the team" in person.window.parts.bottom_bar.team.toolTip()
    assert len(person.messages()) == told
    own.unlink()
    own.with_name("aside").rename(own)
    person.wait_for(lambda: "nothing waits" in _line(person))
    assert rina.knows(lambda there: there.span(span.id))


def test_work_of_a_newer_dittomark_is_left_out_quietly_until_this_one_is_updated(
    person: Person, mine: Path, rina: Colleague, folder: Path
) -> None:
    rina.sync(lambda there: there.add_event(title="ডুবে যাওয়া নৌকা"))
    with Project.open(mine, read_only=True) as project:
        device = next(
            each.device for each in who_takes_part(project).members if each.annotator == "রিনা"
        )
    newest = max((folder / "members" / device).glob("*.segment"))
    sound = newest.read_bytes()
    header, _, body = sound.partition(b"\n")
    newest.write_bytes(json.dumps({**json.loads(header), "format": 99}).encode() + b"\n" + body)
    person.open_project(mine)
    _at_rest(person)
    said = person.window.parts.bottom_bar.team
    assert "1 device left out" in said.words()
    assert "written by a newer Dittomark" in said.toolTip()
    assert "রিনা" in said.toolTip()
    span = person.mark_boilerplate(person.text()[:6], NAVIGATION)
    _at_rest(person)
    newest.write_bytes(sound)
    _at_rest(person)
    assert len(person.app.session.project.events()) == 1
    assert rina.knows(lambda there: there.span(span.id))
