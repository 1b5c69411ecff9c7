"""kill -9 at any moment: no acknowledged action is missing, and the file is sound.

`DITTOMARK_KILLS` says how often (20; `make test-faults`: 300).
"""

import random
import shutil
import sys
from pathlib import Path

import pytest
from tests.helpers.children import acknowledged_until_killed, times
from tests.helpers.command import run

from dittomark.annotations import NewArticle
from dittomark.project import Project
from dittomark.store.backups import backups_of, verify

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills with POSIX signals")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with Project.create(tmp_path / "work.ditto") as project:
        project.add_articles(NewArticle(f"word{n} " * 400, title=f"t{n}") for n in range(20))
    return project.path


def assert_sound(path: Path) -> None:
    assert run("check", path, "--json").json["problems"] == []


def test_killed_while_annotating(path: Path) -> None:
    moments = random.Random(1)
    acknowledged = 0
    for _ in range(times(20)):
        said = acknowledged_until_killed("annotate", path, moments.uniform(0, 0.12))
        acknowledged += len(said)
        with Project.open(path, annotator="A") as project:
            assert not project.read_only
            everything = {
                change.row_id: entry for entry in project.history() for change in entry.changes
            }
            edits = {entry.id for entry in project.history()}
            for kind, name, more in said:
                if kind == "undo":
                    assert name in edits
                    assert more in edits
                else:
                    assert name in everything
            assert_last_rows(project, said)
            project.undo()  # and the work goes on
            project.redo()
    assert acknowledged > times(20)
    assert_sound(path)


def assert_last_rows(project: Project, said: list[list[str]]) -> None:
    """What was acknowledged last stands in the file, or was changed by what came after it."""
    rows = [words for words in said if words[0] in {"span", "judgement"}]
    if not rows or said[-1] != rows[-1]:
        return
    kind, name, mark = rows[-1]
    newest = project.history(row_id=name)[0]
    after = next(change.after for change in newest.changes if change.row_id == name)
    if newest.operation in {"annotate_span", "judge_pair"}:
        assert after is not None
        kept = after["updated_at"] if kind == "span" else after["note"].replace(" ", "_")
        assert kept >= mark if kind == "span" else kept == mark or newest.at > ""


def test_killed_while_importing(path: Path) -> None:
    moments = random.Random(2)
    done: set[str] = set()
    for _ in range(max(2, times(20) // 10)):
        said = acknowledged_until_killed("import", path, moments.uniform(0.05, 0.3))
        done |= {name for _, name in said}
        with Project.open(path) as project:
            for source in project.sources_and_languages()[0]:
                assert len(project.article_ids(source=source)) == 300  # whole batches, or nothing
            assert done <= set(project.sources_and_languages()[0])
    assert_sound(path)


def test_killed_while_merging(path: Path) -> None:
    shutil.copy(path, path.with_name("sibling.ditto"))
    moments = random.Random(3)
    done: set[str] = set()
    for _ in range(max(2, times(20) // 10)):
        said = acknowledged_until_killed("merge", path, moments.uniform(0.1, 0.4))
        done |= {name for _, name in said}
        with Project.open(path) as project:
            assert done <= {event.id for event in project.events()}
    assert_sound(path)
    assert_sound(path.with_name("sibling.ditto"))


def test_killed_while_backing_up(path: Path) -> None:
    moments = random.Random(4)
    for _ in range(max(2, times(20) // 10)):
        acknowledged_until_killed("backup", path, moments.uniform(0.05, 0.3))
        for backup in backups_of(path):
            verify(backup.path)
    assert backups_of(path)
    assert_sound(path)
