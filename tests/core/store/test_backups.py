"""Backups are checked copies; a restore can be undone; an older file is kept beside itself."""

import shutil
import sqlite3
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from tests.helpers.command import run
from tests.helpers.projects import make_project

from dittomark.errors import Cancelled, ProjectFileError
from dittomark.project import Project
from dittomark.store import backups, connection, schema
from dittomark.store.backups import Backup, back_up, backups_of, restore, superfluous


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with make_project(tmp_path) as project:
        yield project


def test_a_backup_of_an_open_project_is_whole(project: Project, tmp_path: Path) -> None:
    place = back_up(project.path)
    project.rename("changed since")
    with Project.open(place) as copy:
        assert (copy.name, copy.counts()) == ("work", project.counts())
    assert [backup.path for backup in backups_of(project.path)] == [place]
    assert back_up(project.path, to=tmp_path / "mine.ditto") == tmp_path / "mine.ditto"
    with pytest.raises(ProjectFileError, match="exists already"):
        back_up(project.path, to=tmp_path / "mine.ditto")


def test_a_backup_is_due_when_something_changed(project: Project) -> None:
    assert project.backup_is_due(just_opened=True)
    back_up(project.path)
    assert not project.backup_is_due(just_opened=True)
    project.rename("changed")
    assert project.backup_is_due(just_opened=True)
    assert not project.backup_is_due()  # the last one is not 20 minutes old


@pytest.mark.parametrize(("minutes", "due"), [(19.9, False), (20, True), (21, True)])
def test_a_backup_is_due_twenty_minutes_after_the_last_one(
    project: Project, monkeypatch: pytest.MonkeyPatch, minutes: float, *, due: bool
) -> None:
    made = backups_of_now(project)
    project.rename("changed")
    now = made + timedelta(minutes=minutes)
    monkeypatch.setattr(backups, "utc_now", lambda: now)
    assert project.backup_is_due() is due
    project.undo()
    assert project.backup_is_due() is due  # a step that was taken back is a step, too


def backups_of_now(project: Project) -> datetime:
    """Make a backup; returns when it was made, as its name says."""
    back_up(project.path)
    [made] = backups_of(project.path)
    assert made.path.name.startswith("work--")
    assert made.path.parent.name == project.project_id
    return made.made_at


def test_a_new_project_in_which_nothing_was_done_needs_no_backup(tmp_path: Path) -> None:
    with Project.create(tmp_path / "new.ditto") as new:
        assert not new.backup_is_due(just_opened=True)
        new.add_event(title="One")
        assert new.backup_is_due()


def test_backups_of_two_files_of_one_project_are_told_apart(
    project: Project, tmp_path: Path
) -> None:
    place = back_up(project.path)
    project.close()
    copy = Path(shutil.copy(project.path, tmp_path / "copy.ditto"))
    with Project.open(copy) as second:
        assert second.backup_is_due(just_opened=True)  # `work` has a backup, `copy` has none
        second.rename("copied")
    other = back_up(copy)
    assert [each.path for each in backups_of(copy)] == [other, place]
    copy.write_bytes(copy.read_bytes()[:5000])  # a damaged file is known by its name alone
    assert [each.path for each in backups_of(copy)] == [other]


def test_a_backup_tells_how_far_it_is(project: Project) -> None:
    told: list[tuple[int, int]] = []
    back_up(project.path, report=lambda done, total: told.append((done, total)))
    assert told[-1][0] == told[-1][1] > 10
    assert all(0 <= done <= total for done, total in told)


def test_a_project_with_steps_in_its_log_alone_serves_as_a_backup(
    project: Project, tmp_path: Path
) -> None:
    project.rename("in the log")
    source = Path(shutil.copy(project.path, tmp_path / "source.ditto"))
    shutil.copy(f"{project.path}-wal", f"{source}-wal")
    target = tmp_path / "target.ditto"
    assert restore(target, source) is None
    with Project.open(target) as restored:
        assert restored.name == "in the log"
    assert not Path(f"{target}.restoring").exists()
    with pytest.raises(ProjectFileError, match="There is no folder"):
        restore(tmp_path / "nowhere" / "target.ditto", source)


def test_a_renamed_project_keeps_its_backups(project: Project, tmp_path: Path) -> None:
    place = back_up(project.path)
    project.close()
    renamed = project.path.rename(tmp_path / "renamed.ditto")
    assert [backup.path for backup in backups_of(renamed)] == [place]


def test_the_last_ten_and_one_a_day_for_a_month_are_kept() -> None:
    now = datetime(2024, 3, 31, 12, tzinfo=UTC)
    every_four_hours = [
        Backup(Path(f"{number}"), now - timedelta(hours=4 * number), number, 1)
        for number in range(6 * 60)
    ]
    gone = {backup.path for backup in superfluous(every_four_hours, today=date(2024, 3, 31))}
    kept = [backup for backup in every_four_hours if backup.path not in gone]
    assert kept[:10] == every_four_hours[:10]
    days = [backup.made_at.date() for backup in kept[10:]]
    assert len(days) == len(set(days))
    assert days[-1] == date(2024, 3, 1)
    assert len(kept) == 10 + 30 - 1  # the first ten fill today and yesterday


def test_old_backups_make_room(project: Project) -> None:
    for number in range(13):
        project.rename(f"name {number}")
        back_up(project.path)
    found = backups_of(project.path)
    assert len(found) == 10
    with Project.open(found[0].path) as newest:
        assert newest.name == "name 12"


def test_a_cancelled_backup_leaves_nothing(project: Project) -> None:
    def cancel(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        back_up(project.path, report=cancel)
    assert backups_of(project.path) == []


def test_a_restore_and_its_undo(project: Project) -> None:
    place = back_up(project.path)
    project.rename("newer")
    with pytest.raises(ProjectFileError, match="close it before"):
        restore(project.path, place)
    project.close()
    before = restore(project.path, place)
    assert before is not None
    with Project.open(project.path) as old:
        assert (old.name, old.read_only) == ("work", False)
    restore(project.path, before)
    with Project.open(project.path) as new:
        assert new.name == "newer"


def test_a_damaged_or_missing_project_is_restored(project: Project) -> None:
    place = back_up(project.path)
    project.close()
    content = project.path.read_bytes()
    project.path.write_bytes(content[:5000])
    assert backups_of(project.path)[0].path == place
    kept = restore(project.path, place)
    assert kept is not None
    assert kept.read_bytes() == content[:5000]
    project.path.unlink()
    assert restore(project.path, place) is None
    assert run("check", project.path).code == 0


def test_a_damaged_backup_is_refused_and_nothing_changes(project: Project, tmp_path: Path) -> None:
    project.close()
    content = project.path.read_bytes()
    damaged = tmp_path / "damaged.ditto"
    damaged.write_bytes(content[:8192] + b"\xa5" * 20000 + content[28192:])
    with pytest.raises(ProjectFileError):
        restore(project.path, damaged)
    assert project.path.read_bytes() == content


def test_backup_and_restore_from_a_shell(project: Project) -> None:
    project.close()
    place = run("backup", project.path, "--json").json["path"]
    assert run("backup", project.path, "--list", "--json").json[0]["path"] == place
    with Project.open(project.path) as again:
        again.rename("newer")
    outcome = run("restore", project.path, "--from", place, "--json")
    with Project.open(outcome.json["before"]) as before, Project.open(project.path) as now:
        assert (before.name, now.name) == ("newer", "work")
    assert run("restore", project.path, "--from", "nothing.ditto").code == 1


def test_before_a_migration_the_old_file_is_kept(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.close()
    old_migrations, old_version = schema.migrations, schema.SCHEMA_VERSION

    def next_version(connection: sqlite3.Connection) -> None:
        connection.execute("ALTER TABLE events ADD COLUMN colour TEXT")
        connection.execute(f"PRAGMA user_version = {old_version + 1}")

    monkeypatch.setattr(schema, "migrations", lambda: [*old_migrations(), next_version])
    monkeypatch.setattr(connection, "SCHEMA_VERSION", old_version + 1)
    with Project.open(project.path) as migrated:
        migrated.add_event(title="after")
    kept = sqlite3.connect(project.path.with_name(f"work.version-{old_version}.ditto"))
    assert kept.execute("PRAGMA user_version").fetchone() == (old_version,)
    assert kept.execute("SELECT count(*) FROM articles").fetchone() == (3,)
    kept.close()
