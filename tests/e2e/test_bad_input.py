"""Invalid input of every kind: a clear message, nothing lost, the window stays open."""

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.helpers.window import Person

from dittomark.project import Project
from dittomark.sample.demo_project import create_demo
from dittomark_gui.dialogs.import_dialog import ImportDialog


@pytest.fixture
def sample(person: Person, tmp_path: Path) -> Path:
    """The sample project, open."""
    path = tmp_path / "sample.ditto"
    create_demo(path)
    person.open_project(path)
    return path


def not_sqlite(path: Path) -> None:
    path.write_text("a letter to my aunt", "utf-8")


def empty(path: Path) -> None:
    path.write_bytes(b"")


def truncated(path: Path) -> None:
    create_demo(path)
    path.write_bytes(path.read_bytes()[:5000])


def newer(path: Path) -> None:
    create_demo(path)
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 999")
    connection.close()


def another_database(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")
    connection.close()


def a_folder(path: Path) -> None:
    path.mkdir()


def missing(path: Path) -> None:
    assert not path.exists()


@pytest.mark.parametrize(
    "make", [not_sqlite, empty, truncated, newer, another_database, a_folder, missing]
)
def test_a_bad_project_file_is_refused_and_the_open_one_stays(
    person: Person, sample: Path, tmp_path: Path, make: Callable[[Path], None]
) -> None:
    bad = tmp_path / "bad.ditto"
    make(bad)
    before = len(person.messages())
    assert not person.window.parts.projects.open(bad)
    (told,) = person.messages()[before:]
    assert "bad" in told
    assert "Traceback" not in told
    assert "\n" not in told
    assert person.app.session.project.path == sample
    assert person.window.isVisible()
    assert person.window.parts.workspace.articles


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_project_opens_and_says_so(person: Person, sample: Path) -> None:
    person.do("close_project")
    sample.chmod(0o444)
    person.open_project(sample)
    assert not person.app.session.writable
    assert not person.window.parts.actions["mark"].isEnabled()
    sample.chmod(0o644)


@pytest.mark.usefixtures("sample")
def test_a_project_that_is_open_elsewhere_opens_for_reading(person: Person, tmp_path: Path) -> None:
    other = tmp_path / "other.ditto"
    create_demo(other)
    with Project.open(other):
        person.open_project(other)
        assert not person.app.session.writable
        assert not person.window.parts.label_panel.relations.isEnabled()


BAD_FILES = {
    "empty.txt": b"",
    "binary.txt": bytes(range(256)) * 40,
    "not-utf8.txt": "Überraschung für alle. ".encode("latin-1") * 20,
    "new\nline.txt": b"A ferry stopped. " * 20,
    "broken.jsonl": b'{"text": "one"}\n{"text": \n',
}


@pytest.mark.usefixtures("sample")
def test_files_that_cannot_be_read_are_named_and_the_rest_comes_in(
    person: Person, tmp_path: Path
) -> None:
    folder = tmp_path / "incoming"
    folder.mkdir()
    for name, data in BAD_FILES.items():
        (folder / name).write_bytes(data)
    before = person.app.session.project.counts()["articles"]
    person.window.parts.projects.show_import([folder, tmp_path / "not there.txt"])
    person.settle()
    person.dialog(ImportDialog).accept()
    told = person.messages()[-1]
    for name in ("empty.txt", "binary.txt", "not there.txt"):
        assert name in told
    assert "Traceback" not in told
    after = person.app.session.project.counts()["articles"]
    assert after >= before + 3
    assert person.window.isVisible()


@pytest.mark.usefixtures("sample")
def test_a_cancelled_import_leaves_nothing(person: Person, tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(300):
        (folder / f"{number}.txt").write_text(f"Article {number}. " * 30, "utf-8")
    before = person.app.session.project.counts()["articles"]
    person.window.parts.projects.show_import([folder])
    person.settle()
    dialog = person.dialog(ImportDialog)

    def stop_half_way(value: int) -> None:
        if value > 0:
            dialog.reject()

    dialog.progress.valueChanged.connect(stop_half_way)
    dialog.accept()
    person.settle()
    assert person.app.session.project.counts()["articles"] == before
    assert person.window.isVisible()


def test_a_project_can_be_thrown_onto_the_window(person: Person, sample: Path) -> None:
    person.do("close_project")
    person.window.parts.projects.take_dropped([sample])
    person.settle()
    assert person.app.session.is_open
