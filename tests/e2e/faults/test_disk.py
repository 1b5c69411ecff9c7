"""A full disk, a folder that may not be written to: one sentence, nothing lost, reading goes on."""

import ctypes
import sys
from pathlib import Path

import pytest
from tests.helpers.children import last_words, worker
from tests.helpers.command import run
from tests.helpers.projects import make_project

from dittomark.annotations import NewArticle
from dittomark.project import Project
from dittomark.store.backups import back_up

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="uses POSIX limits and rights")


@pytest.mark.parametrize("kilobytes", [40, 200, 700])
def test_a_full_disk(tmp_path: Path, kilobytes: int) -> None:
    with make_project(tmp_path) as project:
        path = project.path
        [long] = project.add_articles([_long_article()]).added
        project.annotate_span(long, 0, 2000, label="caption", annotator="A")
    with worker("fill", path, kilobytes) as child:
        assert child.stdout is not None
        said = [line.split(maxsplit=1) for line in child.stdout]
    words = dict(said)
    assert "the last step was not kept" in words["error"]
    assert words["readable"].strip() == "True"
    done = [rest.split()[0] for kind, rest in said if kind == "span"]
    with Project.open(path) as project:
        assert not project.read_only
        assert set(done) <= {span.id for span in project.spans()}
        project.annotate_span(long, 5, 25, label="caption", annotator="A")
    assert run("check", path, "--json").json["problems"] == []


def _long_article() -> NewArticle:
    return NewArticle("x" * 10_000)


@pytest.mark.parametrize("kilobytes", [8, 100, 260])
def test_no_room_for_a_whole_file(tmp_path: Path, kilobytes: int) -> None:
    """One message each, and no leftover file that takes room or looks complete."""
    with make_project(tmp_path) as project:
        path = project.path
        project.add_articles([NewArticle(f"{n} {'x' * 1000}") for n in range(300)])
        a, b, *_ = project.article_ids()
        project.add_pair(a, b)
    back_up(path, to=tmp_path / "backup.ditto")
    (tmp_path / "starved").mkdir()
    content, beside = path.read_bytes(), names(tmp_path)
    said = last_words("starve", path, kilobytes)
    whole = {"new", "demo", "hand-out"} if kilobytes == 260 else set()
    wanted = {"new", "demo", "merge", "backup", "restore", "repair", "jsonl", "csv", "hand-out"}
    assert wanted - whole <= said.keys()
    left = {file.name for file in (tmp_path / "starved").iterdir()}
    assert left <= {"new.ditto", "demo.ditto", "work – A.ditto", "work – B.ditto"}
    assert names(tmp_path) == beside
    assert path.read_bytes() == content
    for name in left:
        assert run("check", tmp_path / "starved" / name, "--json").json["problems"] == []


def names(folder: Path) -> set[str]:
    """Return the files, without the empty ones that SQLite keeps beside a file it has read."""
    names = {file.name for file in folder.iterdir()}
    return {name for name in names if not name.endswith(("-wal", "-shm"))}


def without_rights() -> None:
    """Remove root's right to write where nobody else may (Linux: CAP_DAC_OVERRIDE)."""
    drop_from_bounding_set, dac_override = 24, 1
    ctypes.CDLL(None).prctl(drop_from_bounding_set, dac_override, 0, 0, 0)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="root's rights are taken by prctl")
def test_a_folder_that_may_not_be_written_to(tmp_path: Path) -> None:
    with make_project(tmp_path) as project:
        path = project.path
    tmp_path.chmod(0o555)
    try:
        words = last_words("look", path, preexec_fn=without_rights)
    finally:
        tmp_path.chmod(0o755)
    assert words["read_only"] == "True"
    assert "reading only" in words["why"]
    assert words["articles"] == "3"
