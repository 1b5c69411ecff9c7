"""A log beside a file that is not its own, as a crash and a copy leave it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.helpers.command import run
from tests.helpers.projects import make_project

from dittomark.errors import ProjectFileError
from dittomark.project import Project

CRASH = """
import os, sys
from dittomark.project import Project
project = Project.open(sys.argv[1])
for number in range(int(sys.argv[2])):
    project.add_event(title=f"{sys.argv[3]} {number:03}")
os._exit(9)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with make_project(tmp_path) as project:
        return project.path


def crash(path: Path, steps: int, what: str = "crash") -> None:
    """Make steps in a process that dies: they stand in the log alone."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", CRASH, str(path), str(steps), what]
    assert subprocess.run(command, env=environment, check=False).returncode == 9
    assert path.with_name("work.ditto-wal").stat().st_size


def titles(path: Path) -> list[str]:
    with Project.open(path) as project:
        return sorted(event.title for event in project.events())


def add(path: Path, what: str, steps: int) -> None:
    with Project.open(path) as project:
        for number in range(steps):
            project.add_event(title=f"{what} {number:03}")


def test_the_own_log_of_a_crash_is_believed(path: Path) -> None:
    crash(path, 5)
    assert run("check", path, "--json").json["problems"] == []
    with Project.open(path) as project:
        assert not project.notices
        assert len(project.events()) == 5


@pytest.mark.parametrize("steps", [1, 2, 3, 30])
@pytest.mark.parametrize("copied", ["older", "newer", "sister"])
def test_a_good_copy_put_beside_the_log_of_a_crash(
    path: Path, tmp_path: Path, steps: int, copied: str
) -> None:
    copy = tmp_path / "copy.ditto"
    add(path, "early", 3)
    if copied == "older":
        shutil.copy(path, copy)
        add(path, "later", 20)
    elif copied == "newer":
        shutil.copy(path, copy)
        add(copy, "newer", 20)
    else:
        shutil.copy(path, copy)
        add(copy, "sister", 7)
        add(path, "later", 7)
    expected = titles(copy)
    crash(path, steps)
    log = path.with_name("work.ditto-wal").read_bytes()
    shutil.copyfile(copy, path)
    assert "another file or an older state" in run("list", path, "events").err
    assert run("check", path).code == 1
    with Project.open(path) as project:
        [notice] = project.notices
        assert sorted(event.title for event in project.events()) == expected
    [aside] = tmp_path.glob("work.log-of-another-file-*")
    assert aside.name in notice
    assert aside.read_bytes() == log
    assert run("check", path, "--json").json["problems"] == []


def test_what_only_reads_a_file_does_not_believe_a_foreign_log_either(
    path: Path, tmp_path: Path
) -> None:
    """A backup, a recovery, a restore from it: none takes the file for what it is with that log."""
    copy, mine = tmp_path / "copy.ditto", tmp_path / "mine.ditto"
    shutil.copy(path, copy)
    shutil.copy(path, mine)
    add(path, "later", 20)
    crash(path, 3)
    shutil.copyfile(copy, path)
    before = {file.name: file.read_bytes() for file in tmp_path.iterdir() if file.is_file()}
    for command in (
        ("backup", path, "--to", tmp_path / "backup.ditto"),
        ("check", path, "--repair", tmp_path / "repaired.ditto"),
        ("restore", mine, "--from", path),
        ("check", path),
    ):
        refused = run(*command)
        assert refused.code == 1
        assert "open the project to work in it, and the log is set aside" in refused.err
        assert "--repair" not in refused.err
    after = {file.name: file.read_bytes() for file in tmp_path.iterdir() if file.is_file()}
    assert after.keys() == before.keys()
    assert after["mine.ditto"] == before["mine.ditto"]
    assert after["work.ditto"] == before["work.ditto"]


def test_what_stands_in_the_log_alone_is_restored_and_backed_up(path: Path, tmp_path: Path) -> None:
    """Any project may serve as a backup, one whose program crashed too."""
    mine = tmp_path / "mine.ditto"
    shutil.copy(path, mine)
    crash(path, 5)
    assert run("restore", mine, "--from", path).code == 0
    assert len(titles(mine)) == 5
    crash(path, 2, "more")
    assert run("restore", path, "--from", path).code == 0  # it stays what it is
    assert len(titles(path)) == 7
    crash(path, 1, "last")
    assert run("backup", path, "--to", tmp_path / "backup.ditto").code == 0
    assert len(titles(tmp_path / "backup.ditto")) == 8
    assert "There is no folder" in run("restore", tmp_path / "no" / "p.ditto", "--from", path).err


def test_a_log_of_rubbish_is_no_obstacle(path: Path) -> None:
    path.with_name("work.ditto-wal").write_bytes(os.urandom(9000))
    assert titles(path) == []


def test_a_damaged_file_keeps_its_own_log(path: Path) -> None:
    """What is damaged with the log and without it is not helped by taking the log away."""
    crash(path, 5)
    with path.open("r+b") as file:
        file.seek(30_000)
        file.write(os.urandom(20_000))
    with pytest.raises(ProjectFileError):
        Project.open(path)
    assert not list(path.parent.glob("*.log-of-another-file-*"))


WRITE_HALF = """
import os, sqlite3, sys
file = sqlite3.connect(sys.argv[1], isolation_level=None)
file.execute("PRAGMA journal_mode = DELETE")
file.execute("PRAGMA cache_size = 2")
file.execute("BEGIN")
file.execute("UPDATE events SET title = title || ' half'")
file.execute("UPDATE edits SET at = at || ' half'")
file.execute("CREATE TABLE more AS SELECT zeroblob(3000) FROM events a, events b")
os._exit(9)
"""


def crash_in_the_file(path: Path) -> Path:
    """Die while a step is written into the file itself, as on a network share."""
    command = [sys.executable, "-c", WRITE_HALF, str(path)]
    assert subprocess.run(command, check=False).returncode == 9
    journal = path.with_name(f"{path.name}-journal")
    assert journal.read_bytes()[:4] == bytes.fromhex("d9d505f9")
    return journal


def test_the_own_journal_of_a_crash_is_believed(path: Path) -> None:
    add(path, "early", 30)
    expected = titles(path)
    crash_in_the_file(path)
    with Project.open(path) as project:
        assert not project.notices
        assert sorted(event.title for event in project.events()) == expected
    assert run("check", path, "--json").json["problems"] == []


def test_a_good_copy_put_beside_the_journal_of_a_crash(path: Path, tmp_path: Path) -> None:
    """SQLite would put the pages of another state over the file's own."""
    add(path, "early", 30)
    copy = Path(shutil.copy(path, tmp_path / "copy.ditto"))
    add(copy, "newer", 40)
    expected = titles(copy)
    journal = crash_in_the_file(path)
    content = journal.read_bytes()
    shutil.copyfile(copy, path)
    assert "another file or an older state" in run("list", path, "events").err
    with Project.open(path) as project:
        assert "work.log-of-another-file-" in str(project.notices[0])
        assert sorted(event.title for event in project.events()) == expected
    (aside,) = tmp_path.glob("work.log-of-another-file-*.ditto-journal")
    assert aside.read_bytes() == content
    assert run("check", path, "--json").json["problems"] == []
