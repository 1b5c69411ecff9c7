"""A step of many changes stands in the journal whole, and undo takes it back whole."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.helpers.command import run
from tests.helpers.files import run_sql

from dittomark.annotations import NewArticle
from dittomark.errors import NotFoundError
from dittomark.project import Project

MANY = 2500  # more changes than are kept back until a batch ends


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "work.ditto", annotator="Rina") as project:
        project.add_articles([NewArticle("নদী " * 1000, title="River")])
        yield project


def mark(project: Project, number: int) -> list[str]:
    [article] = project.article_ids()
    return [
        project.annotate_span(article, n, n + 3, label="caption", annotator="Rina").id
        for n in range(number)
    ]


def assert_sound(project: Project) -> None:
    assert run("check", project.path, "--json").json["problems"] == []


def test_a_batch_of_many_changes_is_one_step(project: Project) -> None:
    with project.batch("annotate", annotator="Rina"):
        mark(project, MANY)
    [entry] = project.history(operation="annotate")
    assert [change.after["start"] for change in entry.changes if change.after] == list(range(MANY))
    assert_sound(project)
    project.undo()
    assert project.spans() == []
    assert_sound(project)
    project.redo()
    assert len(project.spans()) == MANY
    assert_sound(project)


def test_what_fails_in_a_batch_leaves_nothing_in_the_journal(project: Project) -> None:
    with project.batch("annotate", annotator="Rina"):
        names = mark(project, MANY)
        with contextlib.suppress(NotFoundError):
            project.delete_spans((*names, "nobody"))
    assert len(project.spans()) == MANY
    [entry] = project.history(operation="annotate")
    assert len(entry.changes) == MANY
    assert_sound(project)


def test_an_import_that_fails_in_a_batch_leaves_the_rest_of_it(project: Project) -> None:
    def articles() -> Iterator[NewArticle]:
        yield NewArticle("one")
        raise NotFoundError("there are no more")

    with project.batch("work", annotator="Rina"):
        with contextlib.suppress(NotFoundError):
            project.add_articles(articles())
        mark(project, 2)
    assert len(project.article_ids()) == 1
    [entry] = project.history(operation="work")
    assert (len(entry.changes), entry.added) == (2, {})
    assert_sound(project)
    project.undo()
    assert project.spans() == []


def test_an_import_and_marks_in_one_step(project: Project) -> None:
    with project.batch("work", annotator="Rina"):
        mark(project, 1)
        project.add_articles([NewArticle("one"), NewArticle("two")])
        project.rename("Rivers")
    assert_sound(project)
    project.undo()
    assert (len(project.article_ids()), project.spans(), project.name) == (1, [], "work")
    project.redo()
    assert (len(project.article_ids()), len(project.spans()), project.name) == (3, 1, "Rivers")
    assert_sound(project)


def test_a_step_of_which_a_part_is_missing_is_named(project: Project) -> None:
    with project.batch("annotate", annotator="Rina"):
        mark(project, 3)
    [entry] = project.history(operation="annotate")
    project.close()
    run_sql(project.path, "DELETE FROM changes WHERE seq = (SELECT max(seq) FROM changes)")
    problems = run("check", project.path, "--json").json["problems"]
    assert [(problem["where"], problem["id"]) for problem in problems] == [("edits", entry.id)]


def test_undo_of_anybodys_newest_step(project: Project) -> None:
    [article] = project.article_ids()
    project.annotator = None
    for start, who in enumerate(("Rina", "Shafiq", "Asma", "Rina", "Shafiq")):
        project.annotate_span(article, start, start + 2, label="caption", annotator=who)
    taken = []
    while project.can_undo() == "annotate_span":
        changes = project.undo()
        assert changes is not None
        taken.append(project.history(limit=1)[0].annotator)
    assert taken == ["Shafiq", "Rina", "Asma", "Shafiq", "Rina"]
    assert project.spans() == []
