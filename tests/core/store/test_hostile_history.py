"""The history of a file may lie: undo and redo refuse what makes no sense, in one sentence."""

from pathlib import Path

import pytest
from tests.helpers.command import run
from tests.helpers.files import run_sql
from tests.helpers.projects import make_project

from dittomark.annotations import Suggestion
from dittomark.errors import UserError
from dittomark.labels import LabelScheme
from dittomark.project import Project


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A project whose newest step was undone, and whose newest but one changed a span."""
    with make_project(tmp_path) as project:
        a, *_ = project.article_ids()
        span = project.annotate_span(a, 0, 5, label="caption", annotator="A1")
        project.edit_span(span.id, end=6)
        return project.path


@pytest.mark.parametrize(
    "before",
    [
        "'{}'",
        "'[]'",
        "'7'",
        "'{\"id\": 1'",
        "json_remove(before, '$.label')",
        "json_set(before, '$.more', 1)",
        "json_set(before, '$.start', 'x')",
        "json_set(before, '$.start', -1)",
        "json_set(before, '$.end', 100000)",
        "json_set(before, '$.origin', '[1]')",
        "json_set(before, '$.article_id', 'nobody')",
        "json_set(before, '$.id', 'another')",
        "json_set(before, '$.created_at', NULL)",
    ],
)
def test_a_step_that_lies_about_what_was_before(path: Path, before: str) -> None:
    run_sql(path, f"UPDATE edits SET before = {before} WHERE before IS NOT NULL")
    with Project.open(path, annotator="A1") as project:
        spans = project.spans()
        with pytest.raises(UserError) as refused:
            project.undo()
        assert "\n" not in str(refused.value)
        assert project.spans() == spans
        project.rename("and the work goes on")


@pytest.mark.parametrize(
    "before",
    [
        "json_set(before, '$.a_start', -1)",
        "json_set(before, '$.b_end', 100000)",
        "json_set(before, '$.a', 'nobody')",
        "json_set(before, '$.b', json_extract(before, '$.a'), '$.b_start', 0, '$.b_end', 5)",
        "json_set(before, '$.a', json_extract(before, '$.b'), '$.b', json_extract(before, '$.a'))",
        "json_set(before, '$.b_start', 'x')",
        "json_remove(before, '$.kind')",
    ],
)
def test_a_step_that_lies_about_a_link(tmp_path: Path, before: str) -> None:
    with make_project(tmp_path) as project:
        a, b, _ = project.article_ids()
        link = project.add_link(
            a, b, a_start=0, a_end=5, b_start=0, b_end=5, kind="verbatim", annotator="A1"
        )
        project.edit_link(link.id, kind="rewrite")
    run_sql(project.path, f"UPDATE edits SET before = {before} WHERE before IS NOT NULL")
    with Project.open(project.path, annotator="A1") as project:
        links = project.links()
        with pytest.raises(UserError):
            project.undo()
        assert project.links() == links


@pytest.mark.parametrize(
    "wrong",
    [
        "UPDATE links SET a_end = 100000",
        "UPDATE links SET b_start = -1",
        "UPDATE links SET b_start = b_end",
        "UPDATE links SET a = 'nobody'",
        "UPDATE links SET b = a, b_start = a_start, b_end = a_end",
        "UPDATE links SET a = b, b = a",
        "UPDATE links SET direction = 'sideways'",
        "UPDATE links SET origin = '[1]'",
        "UPDATE suggestions SET payload = '{}'",
        "UPDATE suggestions SET payload = json_set(payload, '$.article_id', 'nobody')",
        "UPDATE suggestions SET payload = json_set(payload, '$.end', 100000)",
    ],
)
def test_links_that_no_dittomark_wrote(tmp_path: Path, wrong: str) -> None:
    """Such a file is not shown; what is good in it is recovered."""
    with make_project(tmp_path) as project:
        a, b, _ = project.article_ids()
        project.add_link(
            a, b, a_start=0, a_end=5, b_start=0, b_end=5, kind="verbatim", annotator="A1"
        )
        payload = {"article_id": b, "start": 0, "end": 5}
        project.add_suggestions(
            [
                Suggestion(
                    "", "link", "x", "1", 0.5, article_id=a, start=0, end=5, label="rewrite",
                    payload=payload,
                )
            ]
        )  # fmt: skip
    run_sql(project.path, "PRAGMA foreign_keys = OFF", wrong)
    with pytest.raises(UserError):
        Project.open(project.path)
    assert run("check", project.path, "--json").json["problems"]
    into = tmp_path / "repaired.ditto"
    assert run("check", project.path, "--repair", into).code == 0
    with Project.open(into) as repaired:
        assert len(repaired.article_ids()) == 3
        assert len(repaired.links()) + len(repaired.suggestions()) == 1


def test_a_scheme_that_is_none(path: Path) -> None:
    with Project.open(path, annotator="A1") as project:
        project.set_scheme(LabelScheme(guidelines="Read slowly."))
    run_sql(
        path,
        "UPDATE edits SET before = json_set(before, '$.value', '[7]') WHERE row_id = 'scheme'",
    )
    with Project.open(path, annotator="A1") as project:
        with pytest.raises(UserError):
            project.undo()
        assert project.scheme.guidelines == "Read slowly."


def test_a_step_of_no_kind(path: Path) -> None:
    run_sql(path, "UPDATE edits SET entity = 'edits'")
    with Project.open(path, annotator="A1") as project, pytest.raises(UserError):
        project.undo()


def test_what_was_added_in_bulk_is_no_list(path: Path) -> None:
    run_sql(path, "UPDATE edits SET added = '[7]'")
    with Project.open(path, annotator="A1") as project, pytest.raises(UserError):
        project.undo()


def test_events_that_became_part_of_each_other_meanwhile(tmp_path: Path) -> None:
    with make_project(tmp_path) as project:
        flood = project.add_event(title="Flood")
        boat = project.add_event(title="Boat")
        project.edit_event(boat.id, parent=flood.id, annotator="Rina")
        project.undo(annotator="Rina")
        project.edit_event(flood.id, parent=boat.id, annotator="Shafiq")
        with pytest.raises(UserError, match="part of itself"):
            project.redo(annotator="Rina")
        assert project.event(boat.id).parent is None


def test_conflicts_that_no_merge_wrote(path: Path) -> None:
    with Project.open(path) as project:
        [span] = project.spans()
    good = "json_remove(json_remove(after, '$.created_at'), '$.updated_at')"
    outside = f"json_set(json_set({good}, '$.end', 100000), '$.deleted_at', json('false'))"
    conflict = "INSERT INTO conflicts SELECT 'spans', '{}', {} FROM edits WHERE before NOT NULL"
    run_sql(
        path,
        conflict.format("nobody", good),
        conflict.format(span.id, "'[7]'"),
        conflict.format(span.id, "json_remove(after, '$.label')"),
        conflict.format(span.id, outside),
    )
    with Project.open(path) as project:
        [conflict_outside] = project.conflicts()
        with pytest.raises(UserError, match="keep this one"):
            project.settle_conflict(conflict_outside, take_other=True)
        assert project.spans() == [span]
        project.settle_conflict(conflict_outside, take_other=False)
        assert project.conflicts() == []
