"""The history of a file may lie: undo and redo refuse what makes no sense, in one sentence."""

from pathlib import Path

import pytest
from tests.helpers.files import run_sql
from tests.helpers.projects import make_project

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
