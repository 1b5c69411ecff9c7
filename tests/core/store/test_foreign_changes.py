"""What people and other programs do to a file while it is open here: nothing acknowledged is lost."""

import contextlib
import os
import shutil
import sqlite3
import sys
from pathlib import Path

import pytest
from tests.helpers.command import run
from tests.helpers.projects import make_project

from dittomark.annotations import NewArticle
from dittomark.errors import ProjectFileError
from dittomark.project import Project
from dittomark.store.lock import lock_path
from dittomark.store.snapshot import Snapshot

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows lets nobody rename or delete an open file"
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with make_project(tmp_path, annotator="Rina") as project:
        return project.path


def titles(path: Path) -> list[str]:
    with Project.open(path, read_only=True) as project:
        return sorted(event.title for event in project.events())


def refused_step(project: Project) -> str:
    """Try a step, which is refused; return the sentence."""
    with pytest.raises(ProjectFileError) as refused:
        project.add_event(title="refused")
    assert str(refused.value).endswith(".")
    return str(refused.value)


def assert_saved(project: Project, expected: list[str]) -> None:
    """The refusal names a sound copy that holds all that was acknowledged."""
    sentence = refused_step(project)
    assert project.rescued is not None
    assert str(project.rescued) in sentence
    assert project.read_only
    project.close()
    assert titles(project.rescued) == expected
    assert run("check", project.rescued, "--json").json["problems"] == []


def test_a_file_that_was_written_over_in_place_is_noticed(path: Path, tmp_path: Path) -> None:
    old = shutil.copy(path, tmp_path / "old.ditto")
    project = Project.open(path)
    for number in range(30):
        project.add_event(title=f"{number:02}")
        if number == 20:
            project.fold()
    shutil.copyfile(old, path)  # keeps the file's number, as cp does
    overwritten = path.read_bytes()
    assert_saved(project, [f"{number:02}" for number in range(30)])
    assert path.read_bytes() == overwritten


def test_a_larger_one_written_over_a_file_that_was_folded(path: Path, tmp_path: Path) -> None:
    with Project.create(tmp_path / "other.ditto") as other:
        other.add_articles(NewArticle(f"text {n} " * 99, external_id=f"o{n}") for n in range(999))
    project = Project.open(path)
    for number in range(30):
        project.add_event(title=f"{number:02}")
        if number % 10 == 5:
            project.fold()
    shutil.copyfile(tmp_path / "other.ditto", path)
    assert_saved(project, [f"{number:02}" for number in range(30)])
    with Project.open(path) as other:
        assert len(other.article_ids()) == 999


def test_a_copy_of_the_same_state_written_over_it_changes_nothing(path: Path) -> None:
    old = path.read_bytes()
    with Project.open(path) as project:
        project.add_event(title="one")
        path.write_bytes(old)
        project.add_event(title="two")
    assert titles(path) == ["one", "two"]


def test_what_another_program_writes_through_sqlite_stays(path: Path) -> None:
    with Project.open(path) as project:
        project.add_event(title="ours")
        connection = sqlite3.connect(path)
        connection.execute("UPDATE meta SET value = 'theirs' WHERE key = 'name'")
        connection.commit()
        connection.close()
        project.add_event(title="ours too")
        assert project.name == "theirs"
    assert titles(path) == ["ours", "ours too"]


def test_after_a_rescue_everything_can_still_be_read(path: Path) -> None:
    project = Project.open(path)
    project.add_event(title="one")
    path.unlink()
    assert not project.heartbeat()
    assert [event.title for event in project.events()] == ["one"]
    assert "All your work is in" in project.why_read_only
    project.close()
    assert not path.with_name("work.ditto-wal").exists()


def test_a_file_whose_time_was_set_is_still_ours(path: Path) -> None:
    with Project.open(path) as project:
        project.add_event(title="one")
        os.utime(path)
        project.add_event(title="two")
        os.utime(path.with_name("work.ditto-wal"))
        project.add_event(title="three")
        assert not project.notices
    assert titles(path) == ["one", "three", "two"]


def test_a_file_that_was_renamed_is_followed(path: Path, tmp_path: Path) -> None:
    with Project.open(path, annotator="Rina") as project:
        project.add_event(title="before")
        renamed = path.rename(tmp_path / "renamed.ditto")
        project.add_event(title="after")
        assert project.path == renamed
        [notice] = project.notices
        assert str(renamed) in notice
        assert lock_path(renamed).exists()
        project.undo()
        project.redo()
        moved = renamed.rename(tmp_path / "again.ditto")
        assert project.heartbeat()
        assert project.path == moved
    assert titles(moved) == ["after", "before"]
    assert sorted(entry.name for entry in tmp_path.iterdir()) == [
        "again.ditto",
        "again.ditto-shm",
        "again.ditto-wal",
    ]


def test_a_file_that_was_renamed_and_replaced(path: Path, tmp_path: Path) -> None:
    """What has the old name now is another file, with a log of its own that nobody may delete."""
    copy = shutil.copy(path, tmp_path / "copy.ditto")
    with Project.open(path) as project:
        project.add_event(title="mine")
        path.rename(tmp_path / "work-old.ditto")
        path.with_name("work.ditto-wal").unlink()
        path.with_name("work.ditto-shm").unlink()
        lock_path(path).unlink()
        shutil.move(copy, path)
        with Project.open(path) as other:
            other.add_event(title="theirs")
            project.add_event(title="mine too")
            other.add_event(title="theirs too")
            assert titles(path) == ["theirs", "theirs too"]
    assert titles(tmp_path / "work-old.ditto") == ["mine", "mine too"]
    assert titles(path) == ["theirs", "theirs too"]


def test_a_file_that_was_deleted_is_saved_beside(path: Path) -> None:
    project = Project.open(path)
    project.add_event(title="one")
    project.add_event(title="two")
    path.unlink()
    assert_saved(project, ["one", "two"])


def test_a_file_in_the_trash_is_not_followed(path: Path, tmp_path: Path) -> None:
    (tmp_path / ".Trash-1000" / "files").mkdir(parents=True)
    project = Project.open(path)
    project.add_event(title="one")
    path.rename(tmp_path / ".Trash-1000" / "files" / "work.ditto")
    assert_saved(project, ["one"])
    assert project.rescued is not None
    assert project.rescued.parent == tmp_path


def test_a_folder_that_was_deleted(path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    project = Project.open(path.rename(folder / "work.ditto"))
    project.add_event(title="one")
    shutil.rmtree(folder)
    assert_saved(project, ["one"])


def test_a_file_that_was_replaced_by_another(path: Path, tmp_path: Path) -> None:
    copy = shutil.copy(path, tmp_path / "copy.ditto")
    project = Project.open(path)
    project.add_event(title="mine")
    Path(copy).replace(path)
    assert_saved(project, ["mine"])
    assert titles(path) == []


@pytest.mark.parametrize("how", ["deleted", "replaced"])
def test_a_log_that_is_gone_is_written_anew(path: Path, tmp_path: Path, how: str) -> None:
    log = path.with_name("work.ditto-wal")
    with Project.open(path) as project:
        project.add_event(title="one")
        if how == "deleted":
            log.unlink()
        else:
            (tmp_path / "other").write_bytes(b"no log")
            (tmp_path / "other").replace(log)
        project.add_event(title="two")
        assert len(project.notices) == 1
        copy = shutil.copytree(tmp_path, tmp_path / "copy")
    assert titles(path) == ["one", "two"]
    assert titles(copy / "work.ditto") == ["one", "two"]


def test_a_log_that_was_written_over_is_not_believed(path: Path) -> None:
    project = Project.open(path)
    project.add_event(title="one")
    log = path.with_name("work.ditto-wal")
    log.write_bytes(b"x" * log.stat().st_size)
    assert_saved(project, ["one"])


def test_what_is_folded_stands_in_the_file_alone(path: Path, tmp_path: Path) -> None:
    with Project.open(path) as project:
        for number in range(20):
            project.add_event(title=f"{number:02}")
        project.fold()
        alone = shutil.copy(path, tmp_path / "alone.ditto")
        project.add_event(title="later")
    assert titles(Path(alone)) == [f"{number:02}" for number in range(20)]
    assert run("check", alone, "--json").json["problems"] == []


def test_folding_waits_for_no_reader(path: Path) -> None:
    with Project.open(path) as project:
        project.add_event(title="one")
        with Snapshot(path):
            project.add_event(title="two")
            project.fold()
        project.fold()
    assert titles(path) == ["one", "two"]


def test_a_step_larger_than_the_page_cache_is_no_foreign_change(path: Path) -> None:
    """What SQLite writes to the log before the step is committed is our own."""
    log = path.with_name(f"{path.name}-wal")
    with Project.open(path) as project:
        with project.batch("import"):
            project.add_event(title="before")
            size = log.stat().st_size
            project.add_articles(NewArticle(f"{number} {'x' * 60_000}") for number in range(1500))
            assert log.stat().st_size > size + 1_000_000
            assert project.heartbeat()
        assert not project.read_only
        assert len(project.article_ids()) == 1503


def test_a_file_that_was_renamed_and_then_written_over(path: Path, tmp_path: Path) -> None:
    old = shutil.copy(path, tmp_path / "old.ditto")
    project = Project.open(path)
    for number in range(30):
        project.add_event(title=f"{number:02}")
    renamed = path.rename(tmp_path / "renamed.ditto")
    assert project.heartbeat()
    project.add_event(title="30")
    project.fold()
    shutil.copyfile(old, renamed)
    assert_saved(project, [f"{number:02}" for number in range(31)])


def test_a_file_that_was_written_over_and_then_renamed(path: Path, tmp_path: Path) -> None:
    old = shutil.copy(path, tmp_path / "old.ditto")
    project = Project.open(path)
    for number in range(30):
        project.add_event(title=f"{number:02}")
    project.fold()
    shutil.copyfile(old, path)
    renamed = path.rename(tmp_path / "renamed.ditto")
    overwritten = renamed.read_bytes()
    assert_saved(project, [f"{number:02}" for number in range(30)])
    assert renamed.read_bytes() == overwritten


def test_a_file_that_was_followed_and_then_written_over(path: Path, tmp_path: Path) -> None:
    """Also before the next step."""
    old = shutil.copy(path, tmp_path / "old.ditto")
    project = Project.open(path)
    for number in range(30):
        project.add_event(title=f"{number:02}")
    renamed = path.rename(tmp_path / "renamed.ditto")
    assert project.heartbeat()
    shutil.copyfile(old, renamed)
    assert_saved(project, [f"{number:02}" for number in range(30)])


def test_a_file_that_was_written_over_before_the_first_step(path: Path, tmp_path: Path) -> None:
    old = shutil.copy(path, tmp_path / "old.ditto")
    with Project.open(path) as project:
        for number in range(30):
            project.add_event(title=f"{number:02}")
    project = Project.open(path)
    shutil.copyfile(old, path)
    assert_saved(project, [f"{number:02}" for number in range(30)])


def test_a_program_that_writes_into_the_file_with_sqlite(path: Path) -> None:
    """As a browser of databases: the work stands in the file, and the sentence says so."""
    project = Project.open(path)
    project.add_event(title="mine")
    with contextlib.closing(sqlite3.connect(path)) as other, other:
        other.execute("UPDATE events SET title = 'theirs'")
    sentence = refused_step(project)
    assert "All your work is still in it" in sentence
    assert str(path) in sentence
    project.close()
    assert titles(path) == ["theirs"]  # who opens it again finds what that program wrote


def test_two_open_files_that_were_exchanged(path: Path, tmp_path: Path) -> None:
    """Neither is written to any more; each says where its work is, and both are whole."""
    with make_project(tmp_path, name="other") as made:
        place = made.path
    first, second = Project.open(path), Project.open(place)
    first.add_event(title="first folded")
    first.fold()
    first.add_event(title="first")
    second.add_event(title="second")
    path.rename(tmp_path / "between")
    place.rename(path)
    (tmp_path / "between").rename(place)
    sentences = [refused_step(first)]
    second.heartbeat()
    if second.read_only:
        sentences.append(refused_step(second))
    for project in (first, second):
        assert project.read_only == (project.rescued is not None)
    assert first.rescued is not None
    assert str(first.rescued) in sentences[0]
    first.close()
    assert titles(first.rescued) == ["first", "first folded"]
    at = second.rescued or second.path
    second.close()
    assert titles(at) == ["second"]
    for file in (path, place, first.rescued, at):
        assert run("check", file, "--json").json["problems"] == []


def test_two_open_files_that_were_exchanged_and_closed_one_by_one(
    path: Path, tmp_path: Path
) -> None:
    """The log of the one is not played into the other, whichever of them has the name by then."""
    with make_project(tmp_path, name="other") as made:
        place = made.path
    first, second = Project.open(path), Project.open(place)
    for name, project in (("first", first), ("second", second)):
        project.add_event(title=f"{name} folded")
        project.fold()
        project.add_event(title=name)
    path.rename(tmp_path / "between")
    place.rename(path)
    (tmp_path / "between").rename(place)
    first.close()
    with contextlib.suppress(ProjectFileError):
        second.add_event(title="second again")
    second.close()
    found = {file: titles(file) for file in tmp_path.glob("*.ditto")}
    assert any(set(each) >= {"first", "first folded"} for each in found.values())
    assert any(set(each) >= {"second", "second folded"} for each in found.values())
    for file, each in found.items():
        assert len({title.split()[0] for title in each}) == 1
        assert run("check", file, "--json").json["problems"] == []


def test_a_file_renamed_after_the_last_step_and_then_closed(path: Path, tmp_path: Path) -> None:
    project = Project.open(path)
    project.add_event(title="mine")
    renamed = path.rename(tmp_path / "renamed.ditto")
    project.close()
    assert titles(renamed) == ["mine"]
    assert not (tmp_path / "work.ditto-wal").exists()
