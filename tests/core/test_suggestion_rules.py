"""A suggestion that could not become an annotation is refused, wherever it comes from."""

import math
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from dittomark.annotations import NewArticle, NewPair, Suggestion
from dittomark.errors import InvalidAnnotationError, NotFoundError
from dittomark.project import Project


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "p.ditto", annotator="me") as opened:
        texts = ("Hello world, this is a test.", "Second text here.")
        added = opened.add_articles([NewArticle(text, text[:5]) for text in texts]).added
        opened.add_pair(*added)
        yield opened


def span(project: Project, **fields: Any) -> Suggestion:  # noqa: ANN401
    article = project.article_ids()[0]
    good = Suggestion(
        "", "span", "mine", "1", 0.5, article_id=article, start=0, end=5, label="navigation"
    )
    return replace(good, **fields)


def relation(project: Project, **fields: Any) -> Suggestion:  # noqa: ANN401
    pair = next(iter(project.pairs())).id
    good = Suggestion("", "relation", "mine", "1", 0.7, pair_id=pair, label="contains")
    return replace(good, **fields)


@pytest.mark.parametrize(
    "fields",
    [
        {"label": "NOT_IN_SCHEME"},
        {"label": None},
        {"end": 10_000_000},
        {"start": 9, "end": 3},
        {"start": -1},
        {"start": 2, "end": 2},
        {"score": 7.5},
        {"score": -0.1},
        {"score": math.nan},
        {"score": math.inf},
        {"score": "0.5"},
        {"suggester": " "},
        {"suggester": "half \ud800"},
        {"kind": "guess"},
        {"state": "perhaps"},
        {"article_id": ""},
    ],
)
def test_a_span_that_can_not_be_marked_is_no_suggestion(
    project: Project, fields: dict[str, Any]
) -> None:
    with pytest.raises(InvalidAnnotationError):
        project.add_suggestions([span(project), span(project, **fields)])
    assert project.suggestions() == []


@pytest.mark.parametrize(
    "fields",
    [
        {"label": "NOPE"},
        {"label": ""},
        {"payload": {"direction": "sideways"}},
        {"label": "unrelated", "payload": {"direction": "a_to_b"}},
        {"score": math.nan},
    ],
)
def test_a_relation_that_can_not_be_chosen_is_no_suggestion(
    project: Project, fields: dict[str, Any]
) -> None:
    with pytest.raises(InvalidAnnotationError):
        project.add_suggestions([relation(project, **fields)])
    assert project.suggestions() == []


def test_what_the_project_does_not_have_is_named(project: Project) -> None:
    with pytest.raises(NotFoundError, match="nowhere"):
        project.add_suggestions([span(project, article_id="nowhere")])
    with pytest.raises(NotFoundError, match="nowhere"):
        project.add_suggestions([relation(project, pair_id="nowhere")])
    event = Suggestion("", "event", "mine", "1", 0.5, article_id=project.article_ids()[0])
    with pytest.raises(NotFoundError, match="nowhere"):
        project.add_suggestions([replace(event, event_id="nowhere")])
    with pytest.raises(InvalidAnnotationError, match="title"):
        project.add_suggestions([replace(event, payload={"date": "2024"})])


def test_good_ones_can_all_be_accepted_after_reopening(project: Project) -> None:
    project.add_suggestions([
        span(project), relation(project, payload={"direction": "b_to_a"}), span(project, score=1)
    ])  # fmt: skip
    path = project.path
    project.close()
    with Project.open(path) as again:
        again.accept_suggestions([s.id for s in again.suggestions()], annotator="me")
        assert [s.label for s in again.spans()] == ["navigation"]


@pytest.mark.parametrize("score", [math.nan, 7.5, -1.0])
def test_a_pair_has_a_score_from_0_to_1(project: Project, score: float) -> None:
    a, b = project.article_ids()
    with pytest.raises(InvalidAnnotationError, match="score"):
        project.add_pairs([NewPair(a, b, score=score)])
