"""A project that does not fit into memory, written over while it is open: nothing is lost either."""

import os
import random
import shutil
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.helpers.command import run
from tests.helpers.projects import make_project

from dittomark.annotations import NewArticle
from dittomark.errors import ProjectFileError
from dittomark.project import Project

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows lets nobody write over an open file"
)
TITLES = [f"{number:03}" for number in range(200)]


def large(folder: Path, *, seed: int = 0) -> Path:
    """A project of 45 MB, which is more than SQLite keeps in memory."""
    chance = random.Random(seed)
    with make_project(folder, annotator="Rina") as project:
        project.add_articles(
            NewArticle(chance.randbytes(20_000).hex(), external_id=f"{seed}-{number}")
            for number in range(1100)
        )
        return project.path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return large(tmp_path)


@pytest.fixture
def older(path: Path, tmp_path: Path) -> Path:
    return Path(shutil.copyfile(path, tmp_path / "older.ditto"))


def settled(project: Project) -> None:
    """Rest as the window does after a step, until there is a second copy."""
    project.fold()
    for thread in threading.enumerate():
        if thread.name == "mirror":
            thread.join()
    project.fold()


def assert_saved(project: Project, titles: list[str]) -> None:
    """All is in the copy that the refusal names."""
    with pytest.raises(ProjectFileError) as refused:
        project.add_event(title="refused")
    assert project.rescued is not None, str(refused.value)
    assert str(project.rescued) in str(refused.value)
    project.close()
    with Project.open(project.rescued, read_only=True) as saved:
        assert sorted(event.title for event in saved.events()) == titles
        assert sum(len(article.text) > 10_000 for article in saved.articles()) == 1100
    assert run("check", project.rescued, "--json").json["problems"] == []


def test_written_over_in_place(path: Path, older: Path) -> None:
    project = Project.open(path)
    settled(project)
    for title in TITLES:
        project.add_event(title=title)
    shutil.copyfile(older, path)
    assert_saved(project, TITLES)
    assert path.read_bytes() == older.read_bytes()


def test_written_over_after_everything_was_folded(path: Path, older: Path) -> None:
    project = Project.open(path)
    for number, title in enumerate(TITLES):
        project.add_event(title=title)
        if number % 30 == 5:
            settled(project)
    project.fold()
    shutil.copyfile(older, path)
    assert_saved(project, TITLES)


def test_the_file_and_its_log_written_over(path: Path, older: Path) -> None:
    project = Project.open(path)
    settled(project)
    for title in TITLES:
        project.add_event(title=title)
    project.fold()
    shutil.copyfile(older, path)
    log = path.with_name(f"{path.name}-wal")
    log.write_bytes(os.urandom(log.stat().st_size))
    assert_saved(project, TITLES)


def test_a_project_that_grew_large_while_it_was_open(tmp_path: Path) -> None:
    with make_project(tmp_path) as project:
        path = project.path
    older = shutil.copyfile(path, tmp_path / "older.ditto")
    project = Project.open(path)
    settled(project)
    for part in range(11):
        project.add_articles(
            NewArticle(os.urandom(20_000).hex(), external_id=f"{part}-{number}")
            for number in range(100)
        )
        settled(project)
    for title in TITLES:
        project.add_event(title=title)
    shutil.copyfile(older, path)
    assert_saved(project, TITLES)


def test_steps_while_it_is_copied_and_a_reader_beside(path: Path, older: Path) -> None:
    project = Project.open(path)
    project.fold()
    half = len(TITLES) // 2
    with Project.open(path, read_only=True) as reader:
        pages: Iterator[object] = iter(reader.articles())
        for title in TITLES[:half]:
            project.add_event(title=title)
        next(pages)
        settled(project)
    for title in TITLES[half:]:
        project.add_event(title=title)
    shutil.copyfile(older, path)
    assert_saved(project, TITLES)


def test_a_step_taken_back_that_was_larger_than_the_memory(path: Path, older: Path) -> None:
    """What it left in the log is no step."""
    project = Project.open(path)
    settled(project)

    def articles() -> Iterator[NewArticle]:
        for number in range(1200):
            yield NewArticle(os.urandom(20_000).hex(), external_id=f"new-{number}")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        project.add_articles(articles())
    for title in TITLES:
        project.add_event(title=title)
    project.fold()
    shutil.copyfile(older, path)
    assert_saved(project, TITLES)


def test_no_copy_is_left(path: Path, tmp_path: Path) -> None:
    with Project.open(path) as project:
        settled(project)
        project.add_event(title="one")
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["work.ditto"]
