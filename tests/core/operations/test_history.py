"""Undo and redo go as far back as the file does, across restarts, for each annotator."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.helpers.projects import TickingClock, make_project

from dittomark import importing
from dittomark.errors import UserError
from dittomark.project import Project


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with make_project(tmp_path) as project:
        yield project


def test_undo_and_redo_survive_a_restart(project: Project) -> None:
    a, b, _ = project.article_ids()
    span = project.annotate_span(a, 0, 5, label="caption", annotator="A1")
    project.edit_span(span.id, end=9)
    project.judge_pair(a, b, relation="same_event", annotator="A1")
    project.close()
    with Project.open(project.path) as again:
        assert again.can_undo() == "judge_pair"
        again.undo()
        again.undo()
        assert again.judgements() == []
        assert list(again.pairs()) == []
        assert again.span(span.id).end == 5
    with Project.open(project.path) as again:
        assert again.can_redo() == "edit_span"
        again.redo()
        again.redo()
        assert again.redo() is None
        assert again.span(span.id).end == 9
        assert [judgement.relation for judgement in again.judgements()] == ["same_event"]


def test_everything_back_to_the_empty_project(project: Project) -> None:
    a, b, _ = project.article_ids()
    project.judge_pair(a, b, relation="same_event", annotator="A1")
    while project.undo() is not None:
        pass
    assert project.article_ids() == []
    assert set(project.counts().values()) == {0}
    while project.redo() is not None:
        pass
    assert len(project.article_ids()) == 3
    assert project.counts()["judgements"] == 1


def test_redo_revives_nothing_that_others_deleted(tmp_path: Path) -> None:
    marks = [{"start": start, "end": start + 3, "label": "caption"} for start in (0, 5, 10)]
    record = {"id": "n0", "text": "A boat sank in the river.", "spans": marks}
    (tmp_path / "marked.jsonl").write_text(json.dumps(record), "utf-8")
    with Project.create(tmp_path / "work.ditto", annotator="Rina") as project:
        importing.import_into(project, tmp_path / "marked.jsonl")
        first, second, third = project.spans()
        project.annotator = "Shafiq"
        project.delete_span(second.id)
        project.annotator = "Rina"
        kept = project.spans()
        assert [span.start for span in kept] == [first.start, third.start]
        while project.can_undo(annotator="Rina"):
            project.undo(annotator="Rina")
        assert (project.spans(), project.counts()["spans"]) == ([], 0)
        while project.can_redo(annotator="Rina"):
            project.redo(annotator="Rina")
        assert [span.id for span in project.spans()] == [span.id for span in kept]
        assert project.counts()["spans"] == 2


def test_what_is_made_again_is_as_old_as_its_second_making(project: Project) -> None:
    a, b, _ = project.article_ids()
    first = project.judge_pair(a, b, relation="same_event", annotator="A1")
    assert (
        project.judge_pair(a, b, relation="unsure", annotator="A1").created_at == first.created_at
    )
    project.unjudge_pair(first.id)
    again = project.judge_pair(a, b, relation="same_event", annotator="A1")
    assert again.id == first.id
    assert again.created_at == again.updated_at > first.created_at
    taken_back = next(entry.at for entry in project.history() if entry.operation == "unjudge_pair")
    assert taken_back < again.created_at

    pair = first.pair_id
    decision = project.decide_relation(pair, relation="same_event", annotator="Lead")
    project.withdraw_decision(decision.id)
    once_more = project.decide_relation(pair, relation="same_event", annotator="Lead")
    assert once_more.created_at > decision.created_at


def test_a_new_step_ends_the_redo(project: Project) -> None:
    [article, *_] = project.article_ids()
    project.annotate_span(article, 0, 5, label="caption", annotator="A1")
    project.undo(annotator="A1")
    project.annotate_span(article, 0, 7, label="caption", annotator="A1")
    assert project.can_redo() is None
    assert project.redo() is None


def test_each_annotator_takes_back_their_own(project: Project) -> None:
    [article, *_] = project.article_ids()
    first = project.annotate_span(article, 0, 5, label="caption", annotator="A1")
    second = project.annotate_span(article, 0, 5, label="caption", annotator="A2")
    project.undo(annotator="A1")
    assert [span.id for span in project.spans()] == [second.id]
    project.undo(annotator="A2")
    project.redo(annotator="A1")
    assert [span.id for span in project.spans()] == [first.id]
    assert project.undo(annotator="nobody") is None


def test_what_others_built_on_stays(project: Project) -> None:
    article = project.article_ids()[0]
    event = project.add_event(title="Flood", annotator="A1")
    project.label_event(article, event.id, annotator="A2")
    with pytest.raises(UserError, match="can't be taken back"):
        project.undo(annotator="A1")
    assert [found.title for found in project.events()] == ["Flood"]
    assert project.can_undo(annotator="A1") is None  # passed over: the next undo goes on before it


def test_a_deleted_span_does_not_come_back_over_a_later_change(project: Project) -> None:
    article = project.article_ids()[0]
    span = project.annotate_span(article, 0, 5, label="caption", annotator="A1")
    project.edit_span(span.id, end=6, annotator="lead")
    with pytest.raises(UserError, match="changed again"):
        project.undo(annotator="A1")
    assert project.span(span.id).end == 6


def test_the_history_says_who_changed_what_and_when(project: Project) -> None:
    article = project.article_ids()[0]
    span = project.annotate_span(article, 0, 5, label="caption", annotator="A1")
    project.edit_span(span.id, end=6)
    project.undo()
    operations = [entry.operation for entry in project.history()]
    assert operations == ["undo:edit_span", "edit_span", "annotate_span", "add_articles", "create"]
    edited = project.history(operation="edit_span")[0]
    assert (edited.annotator, edited.state) == ("A1", "undone")
    [change] = edited.changes
    assert change.before is not None
    assert change.after is not None
    assert (change.before["end"], change.after["end"]) == (5, 6)
    assert len(project.history(row_id=span.id)) == 3
    newest = project.history(limit=1)[0]
    assert project.history(before=newest.id, limit=1)[0].operation == "edit_span"
    assert project.history(operation="add_articles")[0].added == {"articles": 3}


def test_times_go_forward_when_the_clock_goes_back(tmp_path: Path) -> None:
    clock = TickingClock()
    with Project.create(tmp_path / "a.ditto", clock=clock) as project:
        event = project.add_event(title="One")
        clock.now = clock.now.replace(year=2001)
        project.edit_event(event.id, note="later")
    clock.now = clock.now.replace(year=1999)
    with Project.open(tmp_path / "a.ditto", clock=clock) as project:
        project.add_event(title="Two")
        times = [entry.at for entry in project.history()]
        assert times == sorted(times, reverse=True)
        assert len(set(times)) == len(times)
