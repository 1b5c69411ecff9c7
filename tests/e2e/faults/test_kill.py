"""kill -9 at any moment: no acknowledged action is missing, and the file is sound.

`DITTOMARK_KILLS` says how often (10; `make test-faults`: 300).
"""

import contextlib
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.helpers.children import acknowledged_until_killed, last_words, times
from tests.helpers.command import run

from dittomark.annotations import NewArticle
from dittomark.exporting import export
from dittomark.project import Project
from dittomark.store.backups import back_up, backups_of, verify
from dittomark.store.schema import SCHEMA_VERSION

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills with POSIX signals")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with Project.create(tmp_path / "work.ditto") as project:
        project.add_articles(NewArticle(f"word{n} " * 400, title=f"t{n}") for n in range(20))
    return project.path


def few() -> int:
    """Return the number of repetitions of the slower faults."""
    return max(2, times(10) // 10)


def assert_sound(path: Path) -> None:
    assert run("check", path, "--json").json["problems"] == []


def test_killed_while_annotating(path: Path) -> None:
    moments = random.Random(1)
    acknowledged = 0
    for _ in range(times(10)):
        said = acknowledged_until_killed("annotate", path, moments.uniform(0, 0.12))
        acknowledged += len(said)
        with Project.open(path, annotator="A") as project:
            assert not project.read_only
            newest = project.history(limit=2 * len(said) + 20)
            edits = {entry.id for entry in newest}
            rows = {change.row_id for entry in newest for change in entry.changes}
            for kind, name, more in said:
                if kind == "undo":
                    assert {name, more} <= edits
                else:  # a stretch that was marked before is not marked again
                    assert name in rows or project.history(row_id=name, limit=1)
            assert_last_rows(project, said)
            project.undo()  # and the work goes on
            project.redo()
    assert acknowledged > times(10)
    assert_sound(path)


def assert_last_rows(project: Project, said: list[list[str]]) -> None:
    """The last acknowledged step is in the file, or was changed by a later step."""
    rows = [words for words in said if words[0] in {"span", "link", "judgement"}]
    if not rows or said[-1] != rows[-1]:
        return
    kind, name, mark = rows[-1]
    newest = project.history(row_id=name)[0]
    after = next(change.after for change in newest.changes if change.row_id == name)
    if newest.operation in {"annotate_span", "add_link", "judge_pair"}:
        assert after is not None
        stamped = kind in {"span", "link"}
        kept = after["updated_at"] if stamped else after["note"].replace(" ", "_")
        assert kept >= mark if stamped else kept == mark or newest.at > ""


def test_killed_while_making_a_project(tmp_path: Path) -> None:
    """There is a complete project or none: the name can be used again."""
    path = tmp_path / "n.ditto"
    moments = random.Random(2)
    script = (
        "import sys; from dittomark.project import Project\n"
        "print('begin', flush=True); Project.create(sys.argv[1]).close()"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    for _ in range(times(10)):
        for left in tmp_path.iterdir():
            left.unlink()
        with subprocess.Popen(
            [sys.executable, "-c", script, str(path)], stdout=subprocess.PIPE, env=environment
        ) as child:
            assert child.stdout is not None
            child.stdout.readline()
            time.sleep(moments.uniform(0, 0.06))
            child.kill()
        if path.exists():
            assert_sound(path)
            with Project.open(path) as project:
                assert project.name == "n"
        else:
            Project.create(path).close()


def test_killed_while_importing(path: Path) -> None:
    moments = random.Random(2)
    done: set[str] = set()
    for _ in range(few()):
        said = acknowledged_until_killed("import", path, moments.uniform(0.05, 0.3))
        done |= {name for _, name in said}
        with Project.open(path) as project:
            for source in project.filter_choices()["source"]:
                assert len(project.article_ids(source=source)) == 300  # whole batches, or nothing
            assert done <= set(project.filter_choices()["source"])
    assert_sound(path)


def test_killed_while_merging(path: Path) -> None:
    shutil.copy(path, path.with_name("sibling.ditto"))
    moments = random.Random(3)
    done: set[str] = set()
    for _ in range(few()):
        said = acknowledged_until_killed("merge", path, moments.uniform(0.1, 0.4))
        done |= {name for _, name in said}
        with Project.open(path) as project:
            assert done <= {event.id for event in project.events()}
    assert_sound(path)
    assert_sound(path.with_name("sibling.ditto"))


def test_killed_while_backing_up(path: Path) -> None:
    moments = random.Random(4)
    for attempt in range(few() + 8):
        # Where the computer is too busy to make one in that time, it gets twice as long, and again.
        longer = 2 ** max(0, attempt - few() + 1)
        acknowledged_until_killed("backup", path, longer * moments.uniform(0.05, 0.3))
        made = backups_of(path)
        for backup in made:
            verify(backup.path)
        if made and attempt + 1 >= few():
            break
    assert made
    assert_sound(path)


def test_killed_while_exporting(path: Path) -> None:
    """The final names always belong to one complete export, the old or the new one."""
    shutil.copy(path, path.with_name("other.ditto"))
    with Project.open(path.with_name("other.ditto")) as other:
        other.add_articles(NewArticle(f"other{n} " * 300, title=f"o{n}") for n in range(30))
    whole: dict[str, set[bytes]] = {}
    for source in (path, path.with_name("other.ditto")):
        wanted = path.with_name(f"wanted-{source.stem}")
        export(source, format="jsonl", out=wanted / "out.jsonl")
        export(source, format="csv", out=wanted / "out")
        for name, content in contents(wanted).items():
            whole.setdefault(name, set()).add(content)
    moments = random.Random(5)
    for _ in range(few()):
        acknowledged_until_killed("export", path, moments.uniform(0.2, 0.5))
        found = contents(path.parent, "out*")
        for name, content in found.items():
            assert content in whole[name], name
        shutil.rmtree(path.with_name("out"), ignore_errors=True)
        if found.keys() == whole.keys():
            export(path, format="csv", out=path.with_name("out"))  # and the next one goes well
    assert found
    assert_sound(path)


def contents(folder: Path, pattern: str = "*") -> dict[str, bytes]:
    """Return the content of the files of a folder, including its subfolders."""
    files = [file for place in folder.glob(pattern) for file in (place, *place.rglob("*"))]
    return {str(file.relative_to(folder)): file.read_bytes() for file in files if file.is_file()}


def test_killed_while_migrating(path: Path) -> None:
    """The file has the old version or the new one, and there is a copy of the old one."""
    with Project.open(path) as project:
        project.add_articles(NewArticle(f"article {n} " * 200) for n in range(1500))
    moments = random.Random(6)
    versions = set()
    for _ in range(few()):
        old = Path(shutil.copy(path, path.with_name("old.ditto")))
        kept = old.with_name(f"old.version-{SCHEMA_VERSION}.ditto")
        kept.unlink(missing_ok=True)
        acknowledged_until_killed("migrate", old, moments.uniform(0, 0.25))
        version = version_of(old)
        versions.add(version)
        assert kept.exists() or version == SCHEMA_VERSION
        if kept.exists():
            assert_sound(kept)
        opened_again = last_words("migrate", old)["version"]
        assert opened_again == str(version_of(old)) == str(SCHEMA_VERSION + 1)
        assert_sound(kept)
    assert versions


def version_of(path: Path) -> int:
    """Return the schema version of a file, and check that its tables match it."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        [version] = connection.execute("PRAGMA user_version").fetchone()
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        [columns] = connection.execute("SELECT count(*) FROM pragma_table_info('texts')").fetchone()
        assert columns == 2 + (version > SCHEMA_VERSION)
        if version > SCHEMA_VERSION:
            missing = "SELECT count(*) FROM texts WHERE letters IS NOT length(text)"
            assert connection.execute(missing).fetchone() == (0,)
    return int(version)


def test_killed_while_merging_into_a_new_file(path: Path) -> None:
    sibling = Path(shutil.copy(path, path.with_name("sibling.ditto")))
    with Project.open(sibling) as project:
        project.add_articles(NewArticle(f"sibling {n} " * 100) for n in range(500))
        expected = project.counts()["articles"]
    out = path.with_name("merged.ditto")
    moments = random.Random(7)
    for _ in range(few()):
        acknowledged_until_killed("merge-anew", path, moments.uniform(0.05, 0.6))
        if out.exists():
            assert_sound(out)
            with Project.open(out) as project:
                assert project.counts()["articles"] == expected
            out.unlink()
        assert run("merge", out, path, sibling).code == 0  # what the killed run left is no obstacle
    assert_sound(path)
    assert_sound(sibling)


def test_killed_while_restoring(path: Path) -> None:
    names = {"work"}
    for number in range(2):
        with Project.open(path) as project:
            project.rename(f"state {number}")
            names.add(project.name)
        back_up(path, to=path.with_name(f"backup-{number}.ditto"))
    moments = random.Random(8)
    for _ in range(few()):
        acknowledged_until_killed("restore", path, moments.uniform(0.05, 0.3))
        with Project.open(path) as project:
            assert not project.read_only
            assert project.name in names
            project.add_event(title="and the work goes on")
        assert_sound(path)
