"""Random use of a project file: no acknowledged step is lost, and no problem goes unreported.

A person annotates, and meanwhile somebody copies, renames, overwrites, deletes and restores the
file, takes its log away, opens it a second time, sets the clock and kills the program. A model
keeps what was acknowledged on each line of work. `DITTOMARK_PEOPLE` says how many rounds are played
(10; `make test-faults`: 300).
"""

import os
import random
import shutil
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.helpers.command import run
from tests.helpers.projects import make_project

from dittomark.errors import ProjectFileError
from dittomark.project import Project
from dittomark.store.backups import back_up, restore
from dittomark.store.hybrid_clock import utc_now
from dittomark.team.merge import merge_into

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows lets nobody rename or delete an open file"
)
ROUNDS = int(os.environ.get("DITTOMARK_PEOPLE", "10"))
STEPS = 14


WORKER = """
import sys
from dittomark.project import Project
with Project.open(sys.argv[1], annotator="A") as project:
    for number in range(1000):
        title = f"{sys.argv[2]} {number:03}"
        project.add_event(title=title)
        print(title, flush=True)
"""


class People:
    """One round: a project in use, and changes of its file by others."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder = folder
        self.random = random.Random(seed)
        self.hours = 0
        with make_project(folder) as project:
            self.path = project.path
        self.known: dict[Path, set[str]] = {}  # what a copy holds, at least
        self.done: set[str] = set()
        self.said: list[str] = []
        self.number = 0
        self.project = self.opened(self.path)

    def opened(self, path: Path) -> Project:
        return Project.open(path, annotator="A", clock=self.clock)

    def clock(self) -> datetime:
        """A clock that is set by people, within the day that the program accepts."""
        return utc_now().astimezone(UTC) + timedelta(hours=self.hours)

    # --- the person at the window ---------------------------------------------------------------

    def work(self) -> None:
        """Do a step; if it is refused, continue where the message says."""
        title = f"event {self.number:03}"
        self.number += 1
        try:
            self.project.add_event(title=title)
        except ProjectFileError as error:
            self.follow(str(error))
        else:
            self.done.add(title)

    def follow(self, sentence: str) -> None:
        """Continue in the file that the refusal names: it has every acknowledged step."""
        assert sentence.endswith(".")
        assert "\n" not in sentence
        place = self.project.rescued
        assert place is not None, sentence
        assert str(place) in sentence
        self.project.close()
        self.path = place
        self.project = self.opened(place)
        self.see()

    def see(self) -> None:
        """Check that the project has every acknowledged step."""
        assert not self.project.read_only, self.project.why_read_only
        missing = self.done - {event.title for event in self.project.events()}
        assert not missing

    def undo(self) -> None:
        """Undo the newest step, and redo it."""
        self.work()
        self.project.undo()
        self.project.redo()

    def reopen(self) -> None:
        """Close the project and open it again."""
        self.project.heartbeat()
        if self.project.read_only:
            self.follow(self.project.why_read_only)
            return
        self.path = self.project.path
        self.project.close()
        self.project = self.opened(self.path)
        self.see()

    def rest(self) -> None:
        """Do nothing for a moment: then the file alone is complete."""
        self.project.fold()
        if self.project.read_only:
            self.follow(self.project.why_read_only)
            return
        self.path = self.project.path
        copy = self.fresh("copy")
        shutil.copyfile(self.path, copy)
        self.known[copy] = set(self.done)

    # --- what happens to the file ---------------------------------------------------------------

    def fresh(self, name: str) -> Path:
        self.number += 1
        return self.folder / f"{name}-{self.number}.ditto"

    def rename(self) -> None:
        """A file manager renames the file, and leaves the log under the old name."""
        if self.project.path.exists():
            self.project.path.rename(self.fresh("renamed"))

    def delete(self) -> None:
        self.project.path.unlink(missing_ok=True)

    def delete_log(self) -> None:
        log = self.project.path.with_name(f"{self.project.path.name}-wal")
        log.unlink(missing_ok=True)

    def overwrite(self) -> None:
        """An older copy is written over the open file: by its name, or in its place."""
        if not self.known:
            return
        copy = self.random.choice(sorted(self.known))
        target = self.project.path
        if self.random.random() < 0.5:
            shutil.copyfile(copy, target)
        else:
            shutil.copyfile(copy, self.folder / "incoming")
            (self.folder / "incoming").replace(target)

    def conflict_copy(self) -> None:
        """A cloud client puts a colleague's version beside the file; it is merged."""
        if not self.known or self.project.read_only:
            return
        other = self.fresh("work (conflicted copy)")
        shutil.copyfile(self.random.choice(sorted(self.known)), other)
        title = f"event {self.number:03} of a colleague"
        with Project.open(other, annotator="B", clock=self.clock) as project:
            project.add_event(title=title)
        self.reopen()
        merge_into(self.project, [other])
        self.done.add(title)
        self.see()

    def second_window(self) -> None:
        """A second window opens the file read-only, and says why."""
        if self.project.heartbeat() and self.project.path.exists():
            with Project.open(self.project.path, annotator="A") as second:
                assert second.read_only
                assert "open already" in second.why_read_only

    def set_clock(self) -> None:
        self.hours = self.random.choice((-9000, -20, -1, 0, 1, 20))

    def restore_backup(self) -> None:
        """Restore a backup, and undo that: both states are as they were."""
        self.reopen()
        self.path = self.project.path
        now = set(self.done)
        backup = back_up(self.path, to=self.fresh("backup"))
        self.work()
        self.project.close()
        before = restore(self.path, backup)
        assert before is not None
        self.project = self.opened(self.path)
        assert {event.title for event in self.project.events()} >= now
        self.project.close()
        restore(self.path, before)
        self.project = self.opened(self.path)
        self.see()

    def kill(self) -> None:
        """The program is killed at work, sometimes with a good copy put in the file's place."""
        self.reopen()
        self.path = self.project.path
        self.project.close()
        self.done |= worked_until_killed(
            self.path, f"killed {self.number}", self.random.uniform(0, 0.1)
        )
        if self.known and self.random.random() < 0.4:
            copy = self.random.choice(sorted(self.known))
            kept = self.fresh("kept")
            shutil.copyfile(self.path, kept)
            log = self.path.with_name(f"{self.path.name}-wal")
            if log.exists():
                shutil.copyfile(log, kept.with_name(f"{kept.name}-wal"))
            shutil.copyfile(copy, self.path)
            with Project.open(self.path, clock=self.clock) as put:
                titles = {event.title for event in put.events()}
                assert self.known[copy] <= titles or put.notices
            assert run("check", self.path, "--json").json["problems"] == []
            self.path = kept
        self.project = self.opened(self.path)
        self.see()

    def kill_and_rename(self) -> None:
        """The program is killed, and the file gets another name while its log keeps the old one."""
        self.reopen()
        self.project.close()
        self.done |= worked_until_killed(
            self.project.path, f"killed {self.number}", self.random.uniform(0, 0.1)
        )
        self.path = self.project.path.rename(self.fresh("renamed after a crash"))
        if self.random.random() < 0.5:
            assert run("backup", self.path, "--to", self.fresh("backup")).code == 0
        self.project = self.opened(self.path)
        self.see()

    def exchange(self) -> None:
        """Two open files exchange their names, and are closed in either order."""
        if not self.project.heartbeat() or not self.project.path.exists():
            return
        place = self.fresh("other")
        with Project.create(place, annotator="A", clock=self.clock) as other:
            other.add_event(title="of another project")
            here, between = self.project.path, self.folder / "between"
            here.rename(between)
            place.rename(here)
            between.rename(place)
            if self.random.random() < 0.5:
                self.work()
            other.heartbeat()
        at = other.rescued or other.path
        with Project.open(at, read_only=True) as found:
            assert [event.title for event in found.events()] == ["of another project"]
        self.reopen()

    def end(self) -> None:
        """After all that: every step is there, and the project and every copy are sound."""
        self.reopen()
        self.see()
        self.path = self.project.path
        self.project.close()
        assert run("check", self.path, "--json").json["problems"] == []
        for copy, titles in self.known.items():
            with Project.open(copy, read_only=True) as project:
                assert titles <= {event.title for event in project.events()}


def worked_until_killed(path: Path, name: str, seconds: float) -> set[str]:
    """Work in a process that is killed a given time after its first step; return its output."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(
        [sys.executable, "-c", WORKER, str(path), name], stdout=subprocess.PIPE, env=environment
    ) as child:
        assert child.stdout is not None
        first = child.stdout.readline()
        time.sleep(seconds)
        child.kill()
        said = first + child.stdout.read()
    return {line.decode() for line in said.split(b"\n")[:-1]}


OFTEN = (People.work,) * 6 + (People.undo, People.rest, People.rest, People.reopen)
SELDOM = (
    People.rename, People.delete, People.delete_log, People.overwrite, People.overwrite,
    People.conflict_copy, People.second_window, People.set_clock, People.restore_backup,
    People.kill, People.kill_and_rename, People.exchange,
)  # fmt: skip


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_what_people_do(tmp_path: Path, seed: int) -> None:
    people = People(tmp_path, seed)
    for _ in range(STEPS):
        people.random.choice(OFTEN + SELDOM)(people)
    people.end()
