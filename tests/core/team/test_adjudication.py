"""Adjudication: what annotators disagree on, and the one answer it becomes."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.helpers.projects import make_project

from dittomark.errors import InvalidAnnotationError, NotFoundError
from dittomark.project import Project
from dittomark.team.adjudication import (
    accept,
    disagreements,
    items,
    links_together,
    settle_agreed,
    take_undisputed,
)

if TYPE_CHECKING:
    from dittomark.annotations import Direction


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with make_project(tmp_path, annotator="Lead") as project:
        a, b, c = project.article_ids()
        for annotator, first, second in (
            ("Rina", "same_event", "unrelated"),
            ("Shafiq", "exact_duplicate", "unrelated"),
        ):
            project.judge_pair(a, b, relation=first, annotator=annotator, done=True)
            project.judge_pair(b, c, relation=second, annotator=annotator, done=True)
        project.annotate_span(a, 0, 18, label="navigation", annotator="Rina")
        project.annotate_span(a, 0, 16, label="navigation", annotator="Shafiq")
        project.annotate_span(c, 0, 4, label="caption", annotator="Rina")  # Shafiq: none
        flood, boat = (project.add_event(title=title) for title in ("Flood", "Boat"))
        project.label_event(a, flood.id, annotator="Rina")
        project.label_event(a, boat.id, annotator="Shafiq")
        yield project


def test_what_they_disagree_on(project: Project) -> None:
    a, b, c = project.article_ids()
    relation, spans, none, events = disagreements(project)
    assert (relation.kind, set(relation.articles)) == ("relation", {a, b})
    assert relation.opinions["Rina"] == ("same_event", None)
    assert (spans.target, spans.opinions["Shafiq"]) == (a, ((0, 16, "navigation"),))
    assert (none.target, none.opinions["Shafiq"]) == (c, ())
    assert (events.kind, events.target) == ("events", a)
    assert len(disagreements(project, annotators=["Rina"])) == 0
    assert len(disagreements(project, kinds=["relation"])) == 1


def test_a_decision_settles_it_and_says_why(project: Project) -> None:
    relation, spans, *_ = disagreements(project)
    accept(project, relation, "Shafiq", annotator="Lead", note="the same wire text")
    project.decide_spans(spans.target, [(0, 17, "navigation")], annotator="Lead")
    assert project.last_changes.articles == {spans.target}
    assert len(disagreements(project)) == 2
    assert len(disagreements(project, with_settled=True)) == 4
    decision = project.decision("relation", relation.target)
    assert decision is not None
    assert decision.content["relation"] == "exact_duplicate"
    assert (decision.annotator, decision.note) == ("Lead", "the same wire text")
    assert {j.relation for j in project.judgements(relation.target)} == {
        "same_event",
        "exact_duplicate",
    }
    project.undo(annotator="Lead")
    assert len(disagreements(project)) == 3
    project.withdraw_decision(decision.id)
    assert len(disagreements(project)) == 4


def test_what_all_say_is_settled_in_one_step(project: Project) -> None:
    assert settle_agreed(project, annotator="Lead", at_least=2) == 1
    [decision] = project.decisions()
    assert decision.content["relation"] == "unrelated"
    assert settle_agreed(project, annotator="Lead", at_least=2) == 0
    project.undo(annotator="Lead")
    assert project.decisions() == []
    assert sum(item.agreed for item in items(project)) == 1


def test_a_decision_must_make_sense(project: Project) -> None:
    relation, spans, *_ = disagreements(project)
    with pytest.raises(InvalidAnnotationError):
        project.decide_relation(relation.target, relation="cousins", annotator="Lead")
    with pytest.raises(InvalidAnnotationError):
        project.decide_spans(spans.target, [(5, 5, "navigation")], annotator="Lead")
    with pytest.raises(NotFoundError):
        project.decide_events(spans.target, ["no such event"], annotator="Lead")
    with pytest.raises(NotFoundError):
        project.decide_relation("no such pair", relation="unrelated", annotator="Lead")


def test_links_taken_together_leave_out_what_contradicts(project: Project) -> None:
    a, b, _ = sorted(project.article_ids())
    said: tuple[tuple[str, tuple[int, ...], str, Direction | None], ...] = (
        ("Rina", (0, 4, 0, 4), "verbatim", None),
        ("Rina", (6, 12, 6, 12), "verbatim", None),
        ("Shafiq", (6, 11, 6, 12), "verbatim", None),  # another border
        ("Shafiq", (0, 4, 0, 4), "verbatim", None),  # the same
        ("Shafiq", (0, 4, 6, 9), "rewrite", "a_to_b"),  # another place in b: both may be right
    )
    for who, (a_start, a_end, b_start, b_end), kind, direction in said:
        project.add_link(
            a, b, a_start=a_start, a_end=a_end, b_start=b_start, b_end=b_end,
            kind=kind, direction=direction, annotator=who,
        )  # fmt: skip
    [item] = disagreements(project, kinds=["links"])
    sound, disputed = links_together(item)
    assert [link[:4] for link in sound] == [(0, 4, 0, 4), (0, 4, 6, 9)]
    assert [link[:4] for link in disputed] == [(6, 11, 6, 12), (6, 12, 6, 12)]
    assert take_undisputed(project, item, annotator="Lead") == 2
    [item] = disagreements(project, kinds=["links"])
    assert item.decision is None
    assert item.opinions["Lead"] == tuple(sound)
    assert take_undisputed(project, item, annotator="Lead") == 0
    project.undo(annotator="Lead")
    assert not project.links(annotator="Lead")


def test_the_same_answer_again_is_no_new_step(project: Project) -> None:
    a, *_ = project.article_ids()
    first = project.decide_spans(a, [(0, 5, "caption")], annotator="Lead", note="why")
    steps = len(project.history())
    again = project.decide_spans(a, [(0, 5, "caption")], annotator="Lead", note="why")
    assert (again, len(project.history())) == (first, steps)
    other = project.decide_spans(a, [(0, 5, "caption")], annotator="Lead", note="because")
    assert (other.id, other.note, len(project.history())) == (first.id, "because", steps + 1)
    assert [each.note for each in project.decisions("spans")] == ["because"]
