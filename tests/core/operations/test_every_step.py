"""Every kind of step: what it says it changed, undone and done again, and what the journal says."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from tests.helpers.busy_project import PEOPLE, busy_project
from tests.helpers.steps import STEPS, Rows, Step, one, rows_of

from dittomark.annotations import Changes, HistoryEntry
from dittomark.project import Project
from dittomark.store.check import find_problems
from dittomark.store.rows import ENTITIES, OWNERS
from dittomark.store.store import Store


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with busy_project(tmp_path / "work.ditto") as project:
        yield project


def different(before: Rows, after: Rows) -> dict[str, set[str]]:
    return {
        table: {
            name
            for name in before[table].keys() | after[table].keys()
            if before[table].get(name) != after[table].get(name)
        }
        for table in before
    }


def named(changes: Changes) -> dict[str, set[str]]:
    return {
        field.name: set(getattr(changes, field.name))
        for field in fields(changes)
        if field.name in ENTITIES
    }


def says_what_changed(changes: Changes, before: Rows, after: Rows) -> None:
    """Check that what views refresh by is what is different, and whom it belongs to."""
    expected = different(before, after)
    assert changes.project == ("name" in expected.pop("meta") - {"scheme"})
    said = named(changes)
    for table, ids in expected.items():
        owners = {
            row[column]
            for name in ENTITIES
            for row_id in expected[name]
            for row in (after[name].get(row_id) or before[name][row_id],)
            for column, owner in OWNERS.items()
            if owner == table and column in row and row[column] is not None
        } | {
            (after["decisions"].get(name) or before["decisions"][name])["target"]
            for name in expected["decisions"]
        }
        assert ids <= said[table] <= ids | owners, table
        if table in ("spans", "links", "judgements", "memberships", "suggestions"):
            assert said[table] == ids
    for table in ("spans", "memberships"):
        for name in expected[table]:
            row = after[table].get(name) or before[table][name]
            assert row["article_id"] in said["articles"]
    for name in expected["links"]:
        row = after["links"].get(name) or before["links"][name]
        assert {row["a"], row["b"]} <= said["articles"]
    for name in expected["judgements"]:
        row = after["judgements"].get(name) or before["judgements"][name]
        assert row["pair_id"] in said["pairs"]


@pytest.mark.parametrize("step", STEPS.values(), ids=STEPS)
def test_a_step_says_what_it_changed_and_is_undone_and_done_again(
    project: Project, step: Step
) -> None:
    before = rows_of(project.path)
    newest = project.history(limit=1)[0].id
    step(project)
    after = rows_of(project.path)
    changes = project.last_changes
    says_what_changed(changes, before, after)
    assert changes.scheme == (before["meta"]["scheme"] != after["meta"]["scheme"])
    assert (changes.many, changes.can_undo) == (False, True)
    entry = project.history(limit=1)[0]
    assert (entry.operation, entry.state) == (changes.operation, "done")
    assert project.history(before=entry.id, limit=1)[0].id == newest
    assert project.can_undo() == changes.operation
    is_sound(project.path)

    undone = project.undo()
    assert undone is not None
    assert undone.operation == f"undo:{changes.operation}"
    assert (undone.many, undone.can_undo) == (False, False)
    back = rows_of(project.path)
    assert without_scores(back) == without_scores(before)
    says_what_changed(undone, after, back)
    assert project.can_redo() == changes.operation
    assert project.history(limit=2)[1].state == "undone"

    again = project.redo()
    assert again is not None
    assert again.operation == f"redo:{changes.operation}"
    says_what_changed(again, back, rows_of(project.path))
    assert rows_of(project.path) == after
    assert project.can_redo() is None
    assert project.history(limit=3)[2].state == "done"
    project.close()
    is_sound(project.path)


def is_sound(path: Path) -> None:
    with closing(Store(path, read_only=True)) as store:
        assert find_problems(store) == []


def without_scores(rows: Rows) -> Rows:
    """Leave out what is the program's: the scores of pairs stay when a step is undone."""
    pairs = {
        name: {column: row[column] for column in ("id", "a", "b")}
        for name, row in rows["pairs"].items()
    }
    return {**rows, "pairs": pairs}


def test_one_persons_steps_are_undone_and_done_again_past_the_others(project: Project) -> None:
    after = rows_of(project.path)
    mine = [entry for entry in project.history(annotator="Asha") if entry.state == "done"]
    assert [entry.operation for entry in mine[:2]] == ["refuse_suggestion", "label_event"]
    for entry in mine[:4]:
        assert project.can_undo(annotator="Asha") == entry.operation
        project.undo(annotator="Asha")
    assert project.can_redo(annotator="Bimal") is None
    assert project.can_redo() == mine[3].operation  # anybody's
    for _ in range(4):
        assert project.redo(annotator="Asha") is not None
    assert project.redo(annotator="Asha") is None
    assert rows_of(project.path) == after


def test_what_is_done_after_an_undo_ends_the_redo_of_that_person_alone(project: Project) -> None:
    for who in ("Asha", "Bimal"):
        project.add_event(title=f"Of {who}", annotator=who)
        project.undo(annotator=who)
    project.add_event(title="Something else", annotator="Asha")
    assert project.can_redo(annotator="Asha") is None
    assert project.can_redo(annotator="Bimal") == "add_event"
    states = [entry.state for entry in project.history(operation="add_event", limit=3)]
    assert states == ["done", "undone", "gone"]


def test_the_history_is_narrowed_to_what_is_asked(project: Project) -> None:
    everything = project.history()
    assert [entry.at for entry in everything] == sorted((e.at for e in everything), reverse=True)
    middle = everything[len(everything) // 2]
    row_id = one(project, "judgements").id

    def fitting(fits: Callable[[HistoryEntry], bool]) -> list[str]:
        return [entry.id for entry in everything if fits(entry)]

    def found(**narrowed: Any) -> list[str]:  # noqa: ANN401
        return [entry.id for entry in project.history(**narrowed)]

    for field, values in (
        ("annotator", PEOPLE),
        ("operation", ("judge_pair", "annotate_span", "add_pairs")),
    ):
        for value in values:
            expected = [entry.id for entry in everything if getattr(entry, field) == value]
            assert found(**{field: value}) == expected
            assert expected
    assert found(row_id=row_id) == fitting(
        lambda entry: any(change.row_id == row_id for change in entry.changes)
    )
    assert found(since=middle.at) == fitting(lambda entry: entry.at >= middle.at)
    assert found(until=middle.at) == fitting(lambda entry: entry.at <= middle.at)
    assert found(since=middle.at[:10]) == found(until=middle.at[:10]) == fitting(lambda _: True)
    assert found(until="2024-02-28") == []
    assert found(since=middle.at, annotator="Bimal") == fitting(
        lambda entry: entry.at >= middle.at and entry.annotator == "Bimal"
    )
    at = everything.index(middle)
    assert found(before=middle.id) == [entry.id for entry in everything[at + 1 :]]
    assert found(before=middle.id, limit=3) == [entry.id for entry in everything[at + 1 : at + 4]]
    [added] = project.history(operation="add_pairs")
    assert (added.added, added.changes) == ({"pairs": 24}, ())


def test_a_batch_is_one_step_and_its_failed_part_leaves_nothing(project: Project) -> None:
    before = rows_of(project.path)
    with project.batch("import", annotator="Asha"):
        project.add_event(title="First", annotator="Asha")
        with pytest.raises(Exception, match="must lie inside"):
            project.annotate_span(
                one(project, "articles"), 0, 10_000, label="caption", annotator="Asha"
            )
        project.annotate_span(one(project, "articles"), 1, 3, label="caption", annotator="Asha")
    says_what_changed(project.last_changes, before, rows_of(project.path))
    [entry] = project.history(limit=1)
    assert (entry.operation, entry.annotator) == ("import", "Asha")
    assert [change.entity for change in entry.changes] == ["events", "spans"]
    project.undo()
    assert rows_of(project.path) == before
