"""Opening: what is not a healthy project is refused in one sentence, and nothing in a file runs."""

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.helpers.command import run
from tests.helpers.files import change_schema, run_sql
from tests.helpers.projects import make_project

from dittomark.annotations import NewArticle, NewPair
from dittomark.commands.check import check_file
from dittomark.errors import ProjectFileError
from dittomark.exporting import export
from dittomark.project import Project
from dittomark.store.backups import back_up
from dittomark.store.lock import lock_path
from dittomark.team.hand_out import Plan, hand_out
from dittomark.team.merge import merge


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with make_project(tmp_path) as project:
        a, b, _ = project.article_ids()
        project.annotate_span(a, 0, 5, label="caption", annotator="A1")
        project.judge_pair(a, b, relation="same_event", annotator="A1")
        flood = project.add_event(title="Flood")
        project.add_event(title="Boat", parent=flood.id)
        return project.path


def refusal(path: Path) -> str:
    """Return the sentence with which the file is refused."""
    with pytest.raises(ProjectFileError) as refused:
        Project.open(path).close()
    sentence = str(refused.value)
    assert "\n" not in sentence
    assert sentence.endswith(".")
    return sentence


def test_what_is_not_a_project(tmp_path: Path, path: Path) -> None:
    assert "There is no file" in refusal(tmp_path / "none.ditto")
    assert "is a folder" in refusal(tmp_path)
    other = tmp_path / "other.ditto"
    other.write_bytes(b"")
    assert "is empty" in refusal(other)
    other.write_bytes(b"PK\x03\x04" + bytes(100))
    assert "not a Dittomark project" in refusal(other)
    other.write_bytes(path.read_bytes()[:50])
    assert "cut off" in refusal(other)
    other.unlink()
    connection = sqlite3.connect(other)
    connection.execute("CREATE TABLE a (b)")
    connection.close()
    assert "another program" in refusal(other)


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9])
def test_a_truncated_file(path: Path, share: float) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * share)])
    run = refusal(path)
    assert "damaged" in run or "can't be trusted" in run


def test_a_file_of_a_newer_version(path: Path) -> None:
    run_sql(path, "PRAGMA user_version = 99")
    assert "newer version" in refusal(path)


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER t AFTER INSERT ON spans BEGIN DELETE FROM spans; END",
        "CREATE VIEW v AS SELECT load_extension('x')",
        "CREATE VIRTUAL TABLE f USING fts4 (x)",
        'CREATE INDEX i ON spans (abs("start"))',
        'UPDATE spans SET "end" = 100000',
        'UPDATE spans SET "start" = -1',
        "UPDATE events SET parent = id",
        "UPDATE events SET parent = (SELECT e.id FROM events e WHERE e.id != events.id)",
        "UPDATE spans SET origin = '[1, 2]'",
        "UPDATE events SET participants = '{\"a\": 1}'",
        "UPDATE judgements SET direction = 'upwards'",
        "UPDATE articles SET title = printf('%.2000000c', 'x')",
        "UPDATE articles SET title = CAST(x'ff41' AS TEXT)",
        "DELETE FROM texts",
        "UPDATE spans SET article_id = 'nobody'",
        "UPDATE events SET parent = 'nobody'",
        "UPDATE meta SET value = '[1]' WHERE key = 'scheme'",
        "UPDATE meta SET value = '{\"spans\": [{\"key\": 7}]}' WHERE key = 'scheme'",
        "UPDATE meta SET value = '{\"spans\": {\"key\": 7' WHERE key = 'scheme'",
    ],
)
def test_a_hostile_file_is_refused(path: Path, statement: str) -> None:
    run_sql(path, statement)
    refusal(path)
    with pytest.raises(ProjectFileError):
        Project.open(path, read_only=True)


def test_a_table_that_is_not_as_we_make_it(path: Path) -> None:
    change_schema(path, "conflicts", "CREATE TABLE conflicts (entity, row_id, content)")
    refusal(path)


def test_unknown_tables_do_no_harm(path: Path) -> None:
    run_sql(
        path, "CREATE TABLE notes_of_a_stranger (x)", "INSERT INTO notes_of_a_stranger VALUES (1)"
    )
    with Project.open(path) as project:
        assert len(project.article_ids()) == 3


def test_markup_in_a_file_is_just_text(path: Path) -> None:
    run_sql(path, "UPDATE articles SET title = '<script>alert(1)</script>'")
    with Project.open(path) as project:
        assert project.article_infos()[0].title == "<script>alert(1)</script>"


def looked_at(path: Path) -> int:
    """Open the file; return how often its rows were counted or read meanwhile."""
    calls = []
    Project.open(path, report=lambda done, _total: calls.append(done)).close()
    return len(calls)


@pytest.fixture
def large(tmp_path: Path) -> Path:
    """A file that takes long enough to check that one is told of it."""
    with Project.create(tmp_path / "large.ditto", annotator="Rina") as project:
        project.add_articles(NewArticle(f"article {n}", external_id=f"n{n}") for n in range(6000))
    return tmp_path / "large.ditto"


def test_a_file_from_elsewhere_is_checked_once(large: Path, tmp_path: Path) -> None:
    assert not looked_at(large)  # we made it
    assert looked_at(Path(shutil.copy(large, tmp_path / "copy.ditto")))
    assert not looked_at(tmp_path / "copy.ditto")
    large.rename(tmp_path / "renamed.ditto")
    assert not looked_at(tmp_path / "renamed.ditto")


def test_trust_does_not_travel_in_the_file(large: Path, tmp_path: Path) -> None:
    """A hand-out that came back is a stranger's file, whatever it says of itself."""
    with Project.open(large) as project:
        a, b, *_ = project.article_ids()
        project.add_pairs([NewPair(a, b)])
        [handed] = hand_out(project, tmp_path / "out", Plan(("Shafiq",)))
    Project.open(handed.path, annotator="Shafiq").close()
    run_sql(handed.path, "UPDATE articles SET length = -5 WHERE seq = 1")
    refusal(handed.path)


def test_a_file_that_was_written_over_is_checked_again(large: Path) -> None:
    os.utime(large, ns=(1, 1))
    assert looked_at(large)


def test_a_copy_is_a_device_of_its_own(path: Path, tmp_path: Path) -> None:
    """Which copy made a step is told by the device, also where one continues as the other was."""
    other = Path(shutil.copy(path, tmp_path / "other.ditto"))
    for place in (path, other, path):
        with Project.open(place) as project:
            project.rename(f"{place.stem} {len(project.history())}")
    merge(tmp_path / "merged.ditto", [path, other])
    connection = sqlite3.connect(tmp_path / "merged.ditto")
    steps = connection.execute("SELECT operation, device FROM edits ORDER BY seq").fetchall()
    connection.close()
    devices = [device for operation, device in steps if operation == "rename"]
    assert all(devices)
    assert (devices[0], devices[1]) == (devices[2], devices[1])
    assert devices[0] != devices[1]


def test_a_text_that_was_damaged_on_disk_is_not_shown(path: Path) -> None:
    run_sql(path, "UPDATE texts SET text = replace(text, 'boat', 'goat')")
    with Project.open(path) as project:
        *_, boat = project.article_ids()
        with pytest.raises(ProjectFileError, match="damaged on disk"):
            project.article(boat)


def test_what_is_refused_when_opened_is_not_restored(path: Path, tmp_path: Path) -> None:
    before = path.read_bytes()
    for number, statement in enumerate(
        ("PRAGMA user_version = 0", "PRAGMA user_version = 99", 'UPDATE spans SET "start" = -1')
    ):
        bad = Path(shutil.copy(path, tmp_path / f"bad{number}.ditto"))
        run_sql(bad, statement)
        refusal(bad)
        assert run("restore", path, "--from", bad).code == 1
        assert path.read_bytes() == before


def test_a_newer_file_is_not_taken_for_a_damaged_one(path: Path, tmp_path: Path) -> None:
    run_sql(path, "PRAGMA user_version = 99")
    for more in ((), ("--repair", tmp_path / "new.ditto")):
        result = run("check", path, *more)
        assert (result.code, result.out) == (1, "")
        assert "newer version" in result.err
        assert "--repair" not in result.err
    assert not (tmp_path / "new.ditto").exists()


# --- one writer ----------------------------------------------------------------------------------


def test_a_second_window_reads_only_and_says_who_has_it(path: Path) -> None:
    with Project.open(path, annotator="Rina") as first:
        with Project.open(path, annotator="Shafiq") as second:
            assert (first.read_only, second.read_only) == (False, True)
            assert "Rina" in second.why_read_only
            assert len(second.spans()) == 1
            with pytest.raises(ProjectFileError, match="Rina"):
                second.rename("mine")
        first.rename("ours")
    with Project.open(path) as third:
        assert (third.read_only, third.name) == (False, "ours")
    assert not lock_path(path).exists()


def test_the_lock_of_a_crashed_owner_is_no_obstacle(path: Path) -> None:
    script = (
        "import sys, time; from dittomark.project import Project\n"
        "project = Project.open(sys.argv[1]); print(project.read_only, flush=True); time.sleep(60)"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(
        [sys.executable, "-c", script, str(path)], stdout=subprocess.PIPE, env=environment
    ) as owner:
        assert owner.stdout is not None
        assert owner.stdout.readline().strip() == b"False"
        with Project.open(path) as second:
            assert second.read_only
        owner.send_signal(signal.SIGKILL)
    assert lock_path(path).exists()
    with Project.open(path) as project:
        assert not project.read_only


def pretend_owner(path: Path, *, host: str, beat: float) -> None:
    owner = {"token": "t", "host": host, "user": "rina", "annotator": "Rina", "process": 1}
    lock_path(path).write_text(json.dumps({**owner, "since": beat, "beat": beat}))


def test_an_owner_on_another_computer(path: Path) -> None:
    pretend_owner(path, host="library-pc", beat=time.time() - 60)
    with Project.open(path) as project:
        assert project.read_only
        assert "Rina on library-pc" in project.why_read_only
    with Project.open(path, take_over=True) as project:
        assert not project.read_only
    pretend_owner(path, host="library-pc", beat=time.time() - 3600)
    with Project.open(path) as project:
        assert not project.read_only


def test_an_owner_who_works_is_never_taken_for_gone(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After ten silent minutes another computer may take the file: the lock is renewed long before."""
    now = time.time()
    with Project.open(path) as project:
        for minutes in range(1, 31):
            later = now + 60 * minutes
            monkeypatch.setattr(time, "time", lambda later=later: later)
            assert project.heartbeat()
            assert later - json.loads(lock_path(path).read_bytes())["beat"] <= 120


def test_a_project_that_was_taken_over_stops_writing(path: Path) -> None:
    with Project.open(path) as project:
        pretend_owner(path, host="library-pc", beat=time.time())
        assert not project.heartbeat()
        with pytest.raises(ProjectFileError, match="taken over"):
            project.rename("mine")


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX locks")
@pytest.mark.parametrize("meanwhile", ["back up", "export", "open", "check"])
def test_another_program_does_not_take_the_log_away(path: Path, meanwhile: str) -> None:
    """Whatever the window does besides, its file is seen to be open by programs that ask SQLite."""
    look = "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute('SELECT 1'); c.close()"
    with Project.open(path) as project:
        project.rename("before")
        match meanwhile:
            case "back up":
                back_up(path)
            case "export":
                export(project, format="jsonl", out=path.with_name("out.jsonl"))
            case "open":
                Project.open(path, read_only=True).close()
            case "check":
                check_file(path)
        for other in (look, look.replace("'SELECT 1'", "'SELECT count(*) FROM meta'")):
            subprocess.run([sys.executable, "-c", other, str(path)], check=True)
        project.rename("after")
        assert path.with_name("work.ditto-wal").stat().st_size
        with Project.open(path, read_only=True) as reader:
            assert reader.name == "after"


def test_a_rubbish_lock_file_is_no_obstacle(path: Path) -> None:
    lock_path(path).write_bytes(b"\xff\x00[1]")
    with Project.open(path) as project:
        assert not project.read_only
