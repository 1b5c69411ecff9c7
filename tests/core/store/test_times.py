"""Clocks that are wrong: the order of steps stands, and no time stops a project."""

import shutil
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.helpers.command import run
from tests.helpers.files import run_sql
from tests.helpers.projects import TickingClock

from dittomark.annotations import NewArticle
from dittomark.errors import ProjectFileError
from dittomark.project import Project
from dittomark.store.backups import backups_of
from dittomark.store.hybrid_clock import HybridClock, stamp, utc_now
from dittomark.team.merge import merge, merge_into

YEARS = "2124-01-01T00:00:00.000000+00:00"
END = "9999-12-31T23:59:59.999990+00:00"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with Project.create(tmp_path / "own.ditto", annotator="Me") as project:
        project.add_articles(NewArticle(f"article {n} " * 9, external_id=f"x{n}") for n in range(3))
        for number in range(5):
            project.add_event(title=f"early {number}")
    return tmp_path / "own.ditto"


def dated(path: Path, copy: Path, at: str) -> Path:
    """Return a copy with a last step that is dated so, as its journal and its row say."""
    shutil.copy(path, copy)
    with Project.open(copy, annotator="E") as project:
        project.add_event(title="bomb")
        now = project.history(limit=1)[0].at
    run_sql(
        copy,
        f"UPDATE edits SET after = replace(after, '{now}', '{at}'), at = '{at}' WHERE at = '{now}'",
        f"UPDATE events SET updated_at = '{at}', created_at = '{at}' WHERE updated_at = '{now}'",
    )
    return copy


@pytest.mark.parametrize("at", [YEARS, END])
def test_a_file_from_the_future_is_not_joined(path: Path, tmp_path: Path, at: str) -> None:
    bomb = dated(path, tmp_path / "bomb.ditto", at)
    with Project.open(path, annotator="Me") as project:
        with pytest.raises(ProjectFileError, match=r"bomb\.ditto has steps dated") as refused:
            merge_into(project, [bomb])
        assert at[:10] in str(refused.value)
        for number in range(20):
            project.add_event(title=f"after {number}")
        assert project.history(limit=1)[0].at < stamp(utc_now() + timedelta(days=1))
        project.undo()
    with pytest.raises(ProjectFileError):
        merge(tmp_path / "merged.ditto", [path, bomb])
    assert not (tmp_path / "merged.ditto").exists()


@pytest.mark.parametrize("at", [YEARS, END])
def test_a_file_from_the_future_is_set_back_when_one_works_in_it(
    path: Path, tmp_path: Path, at: str
) -> None:
    bomb = dated(path, tmp_path / "bomb.ditto", at)
    with Project.open(bomb, annotator="E") as project:
        [notice] = project.notices
        assert at[:10] in notice
        assert [event.title for event in project.events()][-1] == "bomb"
        assert project.history(limit=1)[0].at < stamp(utc_now())
        for number in range(20):
            project.add_event(title=f"after {number}")
        for _ in range(21):
            project.undo()
        assert len(project.events()) == 5
        project.redo()
    assert len(backups_of(bomb)) == 1
    assert run("check", bomb, "--json").json["problems"] == []
    with Project.open(bomb) as project:
        assert not project.notices
    with Project.open(path) as project:
        merge_into(project, [bomb])
        assert [event.title for event in project.events()][-1] == "bomb"
    assert run("check", path, "--json").json["problems"] == []


def test_a_clock_that_is_behind_changes_nothing_and_says_so(path: Path) -> None:
    with Project.open(path, clock=lambda: datetime(2000, 1, 1, tzinfo=UTC)) as project:
        before = project.history(limit=1)[0].at
        [notice] = project.notices
        assert "set the clock" in notice
        project.add_event(title="late")
        newest = project.history(limit=1)[0]
        assert before < newest.at < stamp(utc_now())
    connection = sqlite3.connect(path)
    [(clock,)] = connection.execute("SELECT clock FROM edits ORDER BY seq DESC LIMIT 1")
    connection.close()
    assert clock.startswith("2000-01-01")


def test_steps_do_not_share_a_time_however_the_clock_stands(path: Path) -> None:
    moment = utc_now()
    with Project.open(path, clock=lambda: moment) as project:
        for number in range(10):
            project.add_event(title=f"at once {number}")
        times = [entry.at for entry in project.history()]
    assert len(set(times)) == len(times)
    assert times == sorted(times, reverse=True)


def test_the_clock_follows_what_it_has_seen() -> None:
    moment = datetime(2024, 3, 1, tzinfo=UTC)
    clock = HybridClock(lambda: moment)
    assert clock.now() == (stamp(moment), None)
    clock.see(stamp(moment + timedelta(hours=5)))
    at, own = clock.now()
    assert at == stamp(moment + timedelta(hours=5, microseconds=1))
    assert own == stamp(moment)
    clock.see(stamp(moment))  # older: it stays where it is
    assert clock.now()[0] == at
    assert clock.horizon() == stamp(moment + timedelta(hours=29))


def test_a_time_that_is_none_is_refused(path: Path) -> None:
    run_sql(path, "UPDATE events SET updated_at = 'zzzz' WHERE seq = 1")
    with pytest.raises(ProjectFileError, match="its time is not a valid time"):
        Project.open(path)


def year(clock: TickingClock, number: int) -> TickingClock:
    """Return the clock, set to that year."""
    clock.now = clock.now.replace(year=number)
    return clock


@pytest.mark.parametrize("into_copy", [False, True])
def test_a_copy_with_dates_that_were_set_back_since_does_not_win(
    path: Path, tmp_path: Path, into_copy: bool
) -> None:
    clock, copy = TickingClock(), tmp_path / "copy.ditto"
    with Project.open(path, annotator="Me", clock=year(clock, 2032)) as project:
        wrong = project.add_event(title="under a wrong clock")
        other = project.add_event(title="stays")
        project.undo()
        project.redo()
    shutil.copy(path, copy)
    with Project.open(path, annotator="Me", clock=year(clock, 2027)) as project:
        assert project.history(limit=1)[0].at < "2028"
        project.edit_event(wrong.id, title="mended")
    year(clock, 2033)
    target, source = (copy, path) if into_copy else (path, copy)
    for _ in range(2):  # the second time changes nothing
        with Project.open(target, annotator="Me", clock=clock) as project:
            assert not merge_into(project, [source]).conflicts
            assert project.event(wrong.id).title == "mended"
            assert project.event(other.id).title == "stays"
    assert run("check", target, "--json").json["problems"] == []


@pytest.mark.parametrize("year", [1, 1970])
def test_a_clock_that_was_never_set_stops_nothing(path: Path, tmp_path: Path, year: int) -> None:
    moment = datetime(year, 1, 1, tzinfo=UTC)
    other = Path(shutil.copy(path, tmp_path / "other.ditto"))
    with Project.open(other) as project:
        project.add_event(title="theirs")
    with Project.open(path, clock=lambda: moment) as project:
        assert "set the clock" in project.notices[0]
        project.add_event(title="late")
        merge_into(project, [other])
        project.undo()
        assert "theirs" in [event.title for event in project.events()]
    with Project.create(tmp_path / "new.ditto", clock=lambda: moment) as project:
        project.add_event(title="first")
    assert run("check", path, "--json").json["problems"] == []
    assert run("check", tmp_path / "new.ditto", "--json").json["problems"] == []
    with Project.open(tmp_path / "new.ditto") as project:
        project.add_event(title="second")
        assert not project.notices


@pytest.mark.parametrize("year", [2400, 9999])
def test_a_clock_at_the_end_of_time_is_named_and_dates_no_step(
    path: Path, tmp_path: Path, year: int
) -> None:
    moment = datetime(year, 12, 31, 23, 59, 59, 999999, tzinfo=UTC)
    before = path.read_bytes()
    with pytest.raises(ProjectFileError, match=f"clock says {year}-12-31") as refused:
        Project.open(path, clock=lambda: moment)
    assert "set it" in str(refused.value)
    with pytest.raises(ProjectFileError, match=f"clock says {year}-12-31"):
        Project.create(tmp_path / "new.ditto", clock=lambda: moment)
    assert not (tmp_path / "new.ditto").exists()
    assert path.read_bytes() == before
    with Project.open(path, clock=lambda: moment, read_only=True) as project:
        assert len(project.events()) == 5


def test_a_clock_that_jumps_to_the_end_of_time_stops_one_step_alone(path: Path) -> None:
    moments = [utc_now()]
    with Project.open(path, clock=lambda: moments[-1]) as project:
        project.add_event(title="before")
        moments.append(datetime(9999, 12, 31, 23, 59, 59, 999999, tzinfo=UTC))
        with pytest.raises(ProjectFileError, match="clock says 9999-12-31"):
            project.add_event(title="refused")
        moments.append(utc_now() + timedelta(seconds=1))
        project.add_event(title="after")
        assert project.history(limit=1)[0].at < stamp(utc_now() + timedelta(days=1))
