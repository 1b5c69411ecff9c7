"""A project that is somebody else's now: taken over by another computer, or copied by a cloud client."""

import contextlib
import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.core.store.test_foreign_changes import refused_step, titles
from tests.core.store.test_foreign_log import crash
from tests.helpers.command import run
from tests.helpers.projects import make_project

from dittomark.project import Project
from dittomark.store.lock import lock_path
from dittomark.team.merge import merge_into

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows lets nobody delete an open file"
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with make_project(tmp_path, annotator="Rina") as project:
        return project.path


WORK = """
import sys
from dittomark.project import Project
with Project.open(sys.argv[1]) as project:
    assert not project.read_only, project.why_read_only
    project.add_event(title="theirs")
"""


def work_elsewhere(path: Path) -> None:
    """Make a step as another computer does, which sees no lock of this one and takes the file."""
    lock_path(path).unlink()
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    subprocess.run([sys.executable, "-c", WORK, str(path)], env=environment, check=True)


def test_who_was_stopped_while_another_took_the_file_writes_no_more(path: Path) -> None:
    project = Project.open(path)
    project.add_event(title="mine")
    work_elsewhere(path)
    sentence = refused_step(project)
    assert "All your work is in it" in sentence
    assert str(path) in sentence
    project.close()
    assert titles(path) == ["mine", "theirs"]
    assert run("check", path, "--json").json["problems"] == []


def test_who_lost_the_file_leaves_its_log_as_it_is(path: Path) -> None:
    """Closing folds nothing into a file that another computer has open."""
    project = Project.open(path)
    project.add_event(title="mine")
    now = time.time()
    owner = {"token": "t", "host": "library-pc", "user": "rina", "annotator": "Rina", "process": 1}
    lock_path(path).write_text(json.dumps({**owner, "since": now, "beat": now}), encoding="utf-8")
    assert not project.heartbeat()
    assert "All your work is in it" in project.why_read_only
    log = path.with_name(f"{path.name}-wal")
    before = path.read_bytes(), log.read_bytes()
    assert len(project.events()) == 1
    project.close()
    assert (path.read_bytes(), log.read_bytes()) == before
    assert titles(path) == ["mine"]


def test_conflicted_copies_are_worked_in_side_by_side_and_joined(
    path: Path, tmp_path: Path
) -> None:
    names = ["work (conflicted copy of A2).ditto", "work (1).ditto", "work-A2's conflict.ditto"]
    with Project.open(path, annotator="Rina") as project:
        project.add_event(title="before")
        project.fold()
        copies = [Path(shutil.copy(path, tmp_path / name)) for name in names]
        with contextlib.ExitStack() as stack:
            for number, copy in enumerate(copies):
                other = stack.enter_context(Project.open(copy, annotator="Rina"))
                assert not other.read_only
                project.add_event(title=f"mine {number}")
                other.add_event(title=f"theirs {number}")
            merge_into(project, copies)
        merge_into(project, copies)
        project.add_event(title="after")
    expected = ["after", "before", *(f"{who} {n}" for who in ("mine", "theirs") for n in range(3))]
    assert titles(path) == expected
    for file in (path, *copies):
        assert run("check", file, "--json").json["problems"] == []


def test_who_joins_a_file_that_left_its_log_behind_is_told(path: Path, tmp_path: Path) -> None:
    """The window shows what the project that they are joined to has to tell."""
    own = Path(shutil.copy(path, tmp_path / "own.ditto"))
    with Project.open(own) as project:
        project.add_event(title="mine")
    crash(path, 2)
    renamed = path.rename(tmp_path / "colleague.ditto")
    with Project.open(own) as project:
        merge_into(project, [renamed])
        [notice] = project.notices
    assert "open colleague.ditto to work in it" in notice
