"""Who may write to a project file: one program at a time, on this computer or another."""

import json
import platform
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from dittomark.store.lock import Lock, NoLockError, Owner, lock_path, somebody_has


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "work.ditto"
    path.touch()
    return path


@pytest.fixture
def held(project: Path) -> Iterator[Lock]:
    lock = Lock.acquire(project, annotator="Asha")
    assert isinstance(lock, Lock)
    yield lock
    lock.release()


def written(project: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(lock_path(project).read_text("utf-8"))
    return found


def write(project: Path, **changed: object) -> dict[str, object]:
    """Write the lock of somebody on another computer."""
    now = time.time()
    said = {
        "token": "t", "host": "elsewhere", "user": "u", "annotator": "Bimal", "process": 7,
        "since": now, "beat": now, **changed,
    }  # fmt: skip
    lock_path(project).write_text(json.dumps(said), "utf-8")
    return said


def test_who_has_the_lock_says_who_it_is_and_lets_go(project: Path, held: Lock) -> None:
    said = written(project)
    assert (said["annotator"], held.annotator) == ("Asha", "Asha")
    assert said["host"] == platform.node()
    assert said["since"] == said["beat"] <= time.time()
    assert somebody_has(project)
    other = Lock.acquire(project, annotator="Bimal")
    assert isinstance(other, Owner)
    assert (other.annotator, other.is_here) == ("Asha", True)
    assert not held.lost()
    held.release()
    held.release()  # once more does no harm
    assert not lock_path(project).exists()
    assert not somebody_has(project)


def test_who_has_a_file_is_said_in_words() -> None:
    since = time.mktime((2024, 3, 1, 9, 5, 0, 0, 0, -1))
    there = Owner("t", "elsewhere", "u", "Asha", 7, since, since)
    assert str(there.message) == "Asha on elsewhere, since 09:05"
    here = replace(there, host=platform.node(), annotator="")
    assert str(here.message) == "u on this computer, since 09:05"
    assert str(replace(here, user="").message) == "somebody on this computer, since 09:05"


def test_a_link_to_a_project_has_the_lock_of_the_project(project: Path, held: Lock) -> None:
    link = project.with_name("link.ditto")
    link.symlink_to(project)
    assert lock_path(link) == lock_path(project) == held.path
    assert isinstance(Lock.acquire(link), Owner)


@pytest.mark.parametrize(
    ("changed", "minutes", "theirs"),
    [
        ({}, 0, True),
        ({}, 9.9, True),
        ({}, 10.1, False),  # nobody has renewed it for long
        ({"host": platform.node()}, 0, False),  # of a program here that is gone
        ({"since": "yesterday"}, 0, False),
        ({"beat": 1e300}, 0, False),
        ({"since": 1e300}, 0, False),
        ({"more": 1}, 0, False),
    ],
)
def test_a_lock_of_another_computer_counts_while_it_is_renewed(
    project: Path, changed: dict[str, object], minutes: float, *, theirs: bool
) -> None:
    write(project, **{"beat": time.time() - 60 * minutes, **changed})
    assert somebody_has(project) is theirs
    lock = Lock.acquire(project, annotator="Asha")
    if theirs:
        assert isinstance(lock, Owner)
        assert (lock.annotator, lock.host, lock.is_here) == ("Bimal", "elsewhere", False)
        lock = Lock.acquire(project, annotator="Asha", take_over=True)
    assert isinstance(lock, Lock)
    assert written(project)["annotator"] == "Asha"
    lock.release()


@pytest.mark.parametrize("content", ["", "{", "[]", "null", "\ud800".encode("utf-8", "replace")])
def test_what_is_no_lock_is_nobodys(project: Path, content: str | bytes) -> None:
    path = lock_path(project)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    assert not somebody_has(project)
    lock = Lock.acquire(project)
    assert isinstance(lock, Lock)
    lock.release()


def test_a_lock_is_renewed_at_most_twice_a_minute(
    project: Path, held: Lock, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = written(project)
    for seconds, renewed in ((29, False), (31, True), (45, False), (62, True)):
        before = written(project)["beat"]
        monkeypatch.setattr(time, "time", lambda at=first["beat"] + seconds: at)
        held.beat()
        assert (written(project)["beat"] != before) is renewed
    assert written(project) == {**first, "beat": first["beat"] + 62}


def test_who_was_taken_over_notices_and_takes_nothing_away(project: Path, held: Lock) -> None:
    assert not held.lost()
    said = write(project)
    assert not held.lost(looked_within=60)  # it has looked just now
    assert held.lost()
    held.release()
    assert written(project) == said


def test_a_lock_that_was_taken_away_is_lost(held: Lock) -> None:
    held.path.unlink()
    assert held.lost()


@pytest.mark.parametrize("what", ["folder", "link"])
def test_what_can_be_no_lock_is_named(project: Path, what: str) -> None:
    path = lock_path(project)
    if what == "folder":
        path.mkdir()
    else:
        path.symlink_to(project.with_name("elsewhere"))
    with pytest.raises(NoLockError) as caught:
        Lock.acquire(project)
    assert "work.ditto.lock" in str(caught.value.message)
    assert "nobody works in work.ditto" in str(caught.value.message)
    assert not somebody_has(project)
    assert not project.with_name("elsewhere").exists()


def test_without_a_folder_there_is_no_lock(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Lock.acquire(tmp_path / "nowhere" / "work.ditto")
    assert not somebody_has(tmp_path / "nowhere" / "work.ditto")
