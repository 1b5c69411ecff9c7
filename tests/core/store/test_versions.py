"""A project file of every released schema version opens, with everything that was in it."""

import shutil
from pathlib import Path

import pytest
from tests.helpers.command import run

from dittomark.project import Project

FILES = sorted((Path(__file__).parents[2] / "data" / "projects").glob("version-*.ditto"))


@pytest.mark.parametrize("released", FILES, ids=lambda path: path.stem)
def test_a_released_version_still_opens(released: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(released, tmp_path / "old.ditto"))
    with Project.open(path, annotator="Rina") as project:
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
        assert project.can_redo(annotator="") == "edit_article"
        project.undo()
        assert project.memberships() == []
    assert run("check", path, "--json").json["problems"] == []


def test_there_is_a_file_of_this_version() -> None:
    from dittomark.store.schema import SCHEMA_VERSION

    assert len(FILES) == SCHEMA_VERSION
