"""A project file of every released schema version opens, with everything that was in it."""

import contextlib
import shutil
import sqlite3
from pathlib import Path

import pytest
from tests.helpers.command import run

from dittomark.project import Project
from dittomark.store.schema import SCHEMA_VERSION
from dittomark.team.merge import merge

FILES = sorted((Path(__file__).parents[2] / "data" / "projects").glob("version-*.ditto"))


@pytest.fixture(params=FILES, ids=lambda path: path.stem)
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A copy of a file that an older program wrote."""
    return Path(shutil.copy(request.param, tmp_path / "old.ditto"))


def test_the_newest_file_has_todays_tables(tmp_path: Path) -> None:
    """Else the tables were changed: allowed while no release has their version."""
    Project.create(tmp_path / "new.ditto").close()
    newest = FILES[0].with_name(f"version-{SCHEMA_VERSION}.ditto")
    assert tables(newest) == tables(tmp_path / "new.ditto"), (
        f"{newest.name} has other tables than the program makes. If a release has version "
        f"{SCHEMA_VERSION}, a change belongs into a new version; if none has, make the file anew: "
        "python tests/data/make_project_file.py"
    )


def tables(path: Path) -> set[tuple[str, str]]:
    """Return the tables and indexes of a file, as they were declared."""
    if not path.is_file():
        return set()
    with contextlib.closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
        return set(connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"))


def test_a_released_version_still_opens(path: Path) -> None:
    with Project.open(path, annotator="Rina") as project:
        assert_as_released(project)
        assert project.can_redo(annotator="") == "edit_article"
        project.redo(annotator="")
        assert project.article_info(project.article_ids()[2]).title == "Edited title"
        project.undo()
        assert project.memberships() == []
    assert run("check", path, "--json").json["problems"] == []


def test_a_released_version_can_be_read_as_it_is(path: Path) -> None:
    before = path.read_bytes()
    with Project.open(path, read_only=True) as project:
        assert_as_released(project)
        newest = project.history()[0]
        assert (newest.operation, newest.changes[0].entity) == ("undo:edit_article", "articles")
        span = project.spans()[0]
        assert [entry.operation for entry in project.history(row_id=span.id)] == [
            "edit_span", "annotate_span",
        ]  # fmt: skip
        assert project.can_undo(annotator="Rina") == "label_event"
    assert run("check", path, "--json").json["problems"] == []
    assert run("export", path, "--out", path.with_name("out.jsonl"), "--format", "jsonl").code == 0
    assert path.read_bytes() == before
    assert not path.with_name("old.version-1.ditto").exists()


def test_a_released_version_merges_with_its_migrated_self(path: Path) -> None:
    old = Path(shutil.copy(path, path.with_name("as-it-was.ditto")))
    with Project.open(path, annotator="Rina") as project:
        [span] = project.spans()
        project.edit_span(span.id, note="changed")
        steps = len(project.history())
    merge(out := path.with_name("merged.ditto"), [old, path])
    with Project.open(out) as merged:
        assert [span.note for span in merged.spans()] == ["changed"]
        assert merged.conflicts() == []
        assert len(merged.history()) == steps + 2  # made, and merged
    assert run("check", out, "--json").json["problems"] == []


def test_articles_of_a_released_version_are_linked(path: Path) -> None:
    with Project.open(path, read_only=True) as project:
        before = project.links()
    with Project.open(path) as project:
        assert project.links() == before
        a, b, _ = project.article_ids()
        link = project.add_link(
            a, b, a_start=18, a_end=40, b_start=0, b_end=22, kind="verbatim", annotator="Rina"
        )
        assert link in project.links(a, b)
        assert "translation" in {label.key for label in project.scheme.links}
    assert run("check", path, "--json").json["problems"] == []


def test_a_released_version_can_be_repaired(path: Path) -> None:
    into = path.with_name("repaired.ditto")
    assert run("check", path, "--repair", into, "--json").json["lost"] == []
    assert run("check", into, "--json").json["problems"] == []
    with Project.open(into, annotator="Rina") as project:
        assert_as_released(project)
        project.undo()
        assert project.memberships() == []


def assert_as_released(project: Project) -> None:
    """The project holds what `tests/data/make_project_file.py` writes."""
    assert project.name == "Version"
    a, b, c = project.article_ids()
    assert project.article(a).text.startswith("প্রচ্ছদ")
    assert project.article_info(c).title == "Title 2"
    [span] = project.spans()
    assert (span.start, span.end, span.note) == (0, 18, "top")
    pair = project.find_pair(a, b)
    assert pair is not None
    assert {row.annotator: row.relation for row in project.judgements(pair.id)} == {
        "Rina": "exact_duplicate",
        "Shafiq": "wholly_derived",
    }
    assert project.decision("relation", pair.id) is not None
    assert [event.title for event in project.events()] == ["Erosion", "School lost"]
    assert len(project.memberships(a)) == 1
    assert len(project.suggestions(b)) == 1


def test_there_is_a_file_of_every_version_before_this_one() -> None:
    """That of this version is made when it is released (tests/data/make_project_file.py)."""
    from dittomark.store.schema import SCHEMA_VERSION

    assert len(FILES) >= SCHEMA_VERSION - 1
