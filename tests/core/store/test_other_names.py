"""A project under another name: hard links, symbolic links, a rename after a crash, a pipe."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.core.store.test_foreign_log import add, crash, titles
from tests.helpers.command import run
from tests.helpers.projects import make_project

from dittomark.project import Project
from dittomark.store.backups import backups_of

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pipes and links as on POSIX")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with make_project(tmp_path) as project:
        return project.path


def test_a_file_renamed_after_a_crash_keeps_its_newest_steps(path: Path, tmp_path: Path) -> None:
    crash(path, 3)
    renamed = path.rename(tmp_path / "renamed.ditto")
    with Project.open(renamed) as project:
        assert len(project.events()) == 3
        assert "work.ditto-wal" in str(project.notices[0])
        project.add_event(title="later")
    assert len(titles(renamed)) == 4
    assert not (tmp_path / "work.ditto-wal").exists()


def test_a_log_left_alone_goes_to_no_other_file(path: Path, tmp_path: Path) -> None:
    """Neither to a copy that went on nor to another project; nor is one taken from a living file."""
    copy = Path(shutil.copy(path, tmp_path / "copy.ditto"))
    add(copy, "copy", 2)
    with make_project(tmp_path, name="other") as project:
        other = project.path
    crash(path, 3)
    first = Path(shutil.copy(path, tmp_path / "first.ditto"))
    assert titles(first) == []
    path.rename(tmp_path / "work.moved")
    assert len(titles(copy)) == 2
    assert titles(other) == []
    (tmp_path / "work.moved").rename(path)
    assert len(titles(path)) == 3


@pytest.fixture
def renamed(path: Path, tmp_path: Path) -> Path:
    """A project with three steps in the log of a crash, renamed since."""
    crash(path, 3)
    return path.rename(tmp_path / "renamed.ditto")


@pytest.mark.parametrize("command", ["list", "check", "export", "repair", "restore"])
def test_who_only_reads_a_renamed_file_is_told_of_its_log(
    renamed: Path, tmp_path: Path, command: str
) -> None:
    """Nothing is moved by reading, and the sentence comes on the error stream."""
    out = tmp_path / "out"
    arguments = {
        "list": ["list", renamed, "events", "--json"],
        "check": ["check", renamed, "--json"],
        "export": ["export", renamed, "--format", "jsonl", "--out", f"{out}.jsonl"],
        "repair": ["check", renamed, "--repair", f"{out}.ditto"],
        "restore": ["restore", tmp_path / "put.ditto", "--from", renamed],
    }[command]
    program = [sys.executable, "-m", "dittomark", *map(str, arguments)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    found = subprocess.run(program, env=environment, check=False, capture_output=True, text=True)
    assert found.returncode == 0
    assert "stand in work.ditto-wal" in found.stderr
    if command == "check":
        [notice] = json.loads(found.stdout)["notices"]
        assert "stand in work.ditto-wal" in notice
    assert "open renamed.ditto to work in it" in found.stderr
    assert found.stderr.count("\n") == 1
    assert (tmp_path / "work.ditto-wal").stat().st_size
    assert len(titles(renamed)) == 3


def fold_half(path: Path) -> None:
    """Fold every other page of the log into the file, as a program does that is killed meanwhile."""
    log = path.with_name(f"{path.name}-wal").read_bytes()
    size = int.from_bytes(log[8:12], "big")
    pages = {}
    for at in range(32, len(log) - size, 24 + size):
        pages[int.from_bytes(log[at : at + 4], "big")] = log[at + 24 : at + 24 + size]
    with path.open("r+b") as file:
        for number in sorted(pages)[::2]:
            file.seek((number - 1) * size)
            file.write(pages[number])


def test_a_file_killed_while_its_log_was_folded_in_is_whole_after_a_rename(
    path: Path, tmp_path: Path
) -> None:
    crash(path, 300)
    fold_half(path)
    renamed = path.rename(tmp_path / "renamed.ditto")
    read = run("list", renamed, "events")
    assert read.code == 1
    assert "stand in work.ditto-wal" in read.err
    assert "damaged" not in read.err
    assert run("backup", renamed, "--to", tmp_path / "backup.ditto").code == 0
    assert len(titles(tmp_path / "backup.ditto")) == 300
    assert len(titles(renamed)) == 300
    assert run("check", renamed, "--json").json["problems"] == []


def test_a_damaged_file_takes_the_log_of_no_other(path: Path, tmp_path: Path) -> None:
    with make_project(tmp_path, name="other") as project:
        other = project.path
    add(other, "other", 200)
    crash(path, 300)
    path.unlink()
    with other.open("r+b") as file:
        file.seek(8 * 4096)
        file.write(bytes(40 * 4096))
    assert run("list", other, "events").code == 1
    assert "damaged" in run("backup", other, "--to", tmp_path / "backup.ditto").err
    assert (tmp_path / "work.ditto-wal").stat().st_size


def test_nothing_is_told_while_somebody_works_in_the_file(path: Path, tmp_path: Path) -> None:
    crash(path, 3)
    copy = Path(shutil.copy(path, tmp_path / "copy.ditto"))
    for _ in range(2):
        with Project.open(copy, read_only=True) as project:
            assert not project.notices


def test_a_backup_of_a_renamed_file_has_every_step(renamed: Path, tmp_path: Path) -> None:
    assert run("backup", renamed, "--to", tmp_path / "backup.ditto").code == 0
    assert len(titles(tmp_path / "backup.ditto")) == 3
    assert len(titles(renamed)) == 3


def test_a_backup_that_can_not_be_whole_is_refused(renamed: Path, tmp_path: Path) -> None:
    (tmp_path / "renamed.ditto.lock").mkdir()
    found = run("backup", renamed)
    assert found.code == 1
    assert "stand in work.ditto-wal" in found.err


def test_a_restored_state_does_not_take_the_log_again(renamed: Path, tmp_path: Path) -> None:
    """The backup is the state before the crash: who restores it wants that one."""
    backup = Path(shutil.copy(renamed, tmp_path / "backup.ditto"))
    found = run("restore", renamed, "--from", backup)
    assert found.code == 0
    assert titles(renamed) == []
    assert sorted(len(titles(copy.path)) for copy in backups_of(renamed)) == [0, 3]


def test_a_copy_that_took_the_log_of_a_deleted_file_can_go_back(path: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copy(path, tmp_path / "copy.ditto"))
    crash(path, 3)
    path.unlink()
    with Project.open(copy) as project:
        assert len(project.events()) == 3
        [notice] = project.notices
    [before] = backups_of(copy)
    assert str(before.path) in notice
    assert run("restore", copy, "--from", before.path).code == 0
    assert titles(copy) == []


WORK_UNDER_ANOTHER_NAME = """
import sys
from dittomark.project import Project
from dittomark.store.backups import backups_of
with Project.open(sys.argv[1]) as project:
    for number in range(20):
        project.add_event(title=f"second {number:03}")
"""


def test_two_names_of_one_file_are_two_files_once_both_are_worked_in(
    path: Path, tmp_path: Path
) -> None:
    second = tmp_path / "second.ditto"
    second.hardlink_to(path)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with Project.open(path) as project:
        assert "hard link" in str(project.notices[0])
        project.add_event(title="first 1")
        os.link(path, tmp_path / "third.ditto")
        project.fold()
        project.add_event(title="first 2")
        for name in ("second.ditto", "third.ditto"):
            command = [sys.executable, "-c", WORK_UNDER_ANOTHER_NAME, str(tmp_path / name)]
            subprocess.run(command, env=environment, check=True)
        project.add_event(title="first 3")
    assert titles(path) == ["first 1", "first 2", "first 3"]
    assert len(titles(second)) == 20
    assert len(titles(tmp_path / "third.ditto")) == 21
    for file in (path, second, tmp_path / "third.ditto"):
        assert run("check", file, "--json").json["problems"] == []


def test_a_hard_link_made_after_a_crash_takes_nothing_away(path: Path, tmp_path: Path) -> None:
    crash(path, 3)
    second = tmp_path / "second.ditto"
    second.hardlink_to(path)
    add(second, "second", 2)
    assert len(titles(path)) == 3
    assert len(titles(second)) == 2


def test_restoring_over_a_link_restores_what_it_leads_to(path: Path, tmp_path: Path) -> None:
    backup = Path(shutil.copy(path, tmp_path / "backup.ditto"))
    add(path, "later", 2)
    link = tmp_path / "link.ditto"
    link.symlink_to("work.ditto")
    assert run("restore", link, "--from", backup).code == 0
    assert link.is_symlink()
    assert titles(path) == []


@pytest.mark.parametrize("command", ["list", "check", "export", "restore"])
def test_a_pipe_is_no_project(path: Path, tmp_path: Path, command: str) -> None:
    pipe = tmp_path / "pipe.ditto"
    os.mkfifo(pipe)
    rest: dict[str, list[object]] = {
        "list": [pipe, "articles"],
        "check": [pipe],
        "export": [pipe, "--format", "jsonl", "--out", tmp_path / "out.jsonl"],
        "restore": [path, "--from", pipe],
    }
    found = run(command, *rest[command])
    assert found.code == 1
    assert "pipe.ditto is not a Dittomark project file." in found.err


@pytest.mark.skipif(os.name == "posix" and os.geteuid() == 0, reason="the superuser may write")
@pytest.mark.parametrize("command", ["new", "merge"])
def test_where_nothing_can_be_made_the_name_that_was_given_is_named(
    path: Path, tmp_path: Path, command: str
) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    found = run(command, closed / "new.ditto", *([path, path] if command == "merge" else []))
    assert found.code == 1
    assert f"{closed / 'new.ditto'} can't be made: " in found.err
    assert ".part" not in found.err


@pytest.mark.parametrize("kind", ["pipe", "folder", "link", "odd content", "odd times"])
def test_a_lock_that_is_none_is_named_and_nothing_is_written_through_it(
    path: Path, tmp_path: Path, kind: str
) -> None:
    lock = tmp_path / "work.ditto.lock"
    (tmp_path / "precious").write_text("mine", encoding="utf-8")
    if kind == "pipe":
        os.mkfifo(lock)
    elif kind == "folder":
        lock.mkdir()
    elif kind == "link":
        lock.symlink_to(tmp_path / "precious")
    else:
        times = '"x"' if kind == "odd content" else "1e300"
        lock.write_text(
            '{"token": 1, "host": "other", "user": "u", "annotator": "a", "process": 1,'
            f' "since": {times}, "beat": {times}}}',
            encoding="utf-8",
        )
    with Project.open(path) as project:
        assert project.read_only == (kind in {"pipe", "folder", "link"})
        if project.read_only:
            assert "work.ditto.lock" in project.why_read_only
            assert "take it away" in project.why_read_only
    for command in (["list", path, "events"], ["check", path], ["backup", path]):
        assert run(*command).code == 0
    backup = Path(shutil.copy(path, tmp_path / "backup.ditto"))
    found = run("restore", path, "--from", backup)
    assert found.code == (kind in {"pipe", "folder", "link"})
    assert "should not have happened" not in found.err
    assert (tmp_path / "precious").read_text(encoding="utf-8") == "mine"


def test_a_pipe_put_in_the_place_of_the_lock_makes_nobody_wait(path: Path, tmp_path: Path) -> None:
    with Project.open(path) as project:
        project.add_event(title="before")
        (tmp_path / "work.ditto.lock").unlink()
        os.mkfifo(tmp_path / "work.ditto.lock")
        project.heartbeat()
    assert titles(path) == ["before"]


@pytest.mark.parametrize("kind", ["folder", "link", "dangling link", "pipe"])
@pytest.mark.parametrize("suffix", ["-wal", "-journal", "-shm"])
def test_what_stands_in_the_place_of_the_log_is_named(
    path: Path, tmp_path: Path, kind: str, suffix: str
) -> None:
    log = tmp_path / f"work.ditto{suffix}"
    (tmp_path / "precious").write_text("mine", encoding="utf-8")
    if kind == "folder":
        log.mkdir()
    elif kind == "pipe":
        os.mkfifo(log)
    else:
        log.symlink_to(tmp_path / ("precious" if kind == "link" else "none"))
    for command in (["list", path, "events"], ["check", path], ["backup", path]):
        found = run(*command)
        assert found.code == 1
        assert log.name in found.err
        assert "move it away" in found.err
    assert (tmp_path / "precious").read_text(encoding="utf-8") == "mine"
    assert os.path.lexists(log)


@pytest.mark.skipif(os.name == "posix" and os.geteuid() == 0, reason="the superuser may write")
def test_in_a_folder_that_may_not_be_written_to_an_old_lock_is_not_to_blame(
    path: Path, tmp_path: Path
) -> None:
    lock = tmp_path / "work.ditto.lock"
    lock.touch(mode=0o400)
    tmp_path.chmod(0o500)
    try:
        with Project.open(path) as project:
            assert "The folder of work.ditto may not be written to" in project.why_read_only
    finally:
        tmp_path.chmod(0o700)
    with Project.open(path) as project:
        assert "take it away" in project.why_read_only
