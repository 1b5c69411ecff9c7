"""Suggesters measured on what people decided, none of which they have seen."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.helpers.suggesters import Says

from dittomark.annotations import NewArticle, Suggestion
from dittomark.errors import UserError
from dittomark.progress import Report
from dittomark.project import Project
from dittomark.suggesting import protocol
from dittomark.suggesting.evaluation import compare_suggesters, mcnemar
from dittomark.suggesting.view import ProjectView

LINE = "Read more about this\n"


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """Twenty articles whose first line is marked; twenty pairs, every other one unrelated."""
    with Project.create(tmp_path / "work.ditto") as project:
        project.add_articles(
            NewArticle(f"{LINE}Story number {number} of the day.", external_id=f"n{number}")
            for number in range(20)
        )
        names = project.article_ids()
        for number, name in enumerate(names):
            project.annotate_span(name, 0, len(LINE) - 1, label="related_links", annotator="A1")
            project.judge_pair(
                name,
                names[(number + 1) % 20],
                relation="unrelated" if number % 2 else "same_event",
                done=True,
                annotator="A1",
            )
        yield project


def first_line(view: ProjectView) -> Iterator[Suggestion]:
    for article in view.wanted_articles():
        yield protocol.span(article.id, 0, len(LINE) - 1, "related_links", score=0.9)


def half_right(view: ProjectView) -> Iterator[Suggestion]:
    for article in view.wanted_articles():
        yield protocol.span(article.id, 0, 4, "related_links", score=0.9)
        yield protocol.span(article.id, 1, len(LINE) - 1, "related_links", score=0.9)


def named(suggester: Says, key: str) -> Says:
    suggester.key = suggester.name = key
    return suggester


def test_precision_recall_and_difference(project: Project) -> None:
    found = compare_suggesters(
        project, [named(Says(first_line), "good"), named(Says(half_right), "half")], "span"
    )
    good, half = found.scores
    assert (good.items, good.suggested, good.f1.value) == (20, 20, 1.0)
    assert (half.precision.value, half.recall.value) == (0.5, 1.0)
    [difference] = found.differences
    assert difference.f1.value == pytest.approx(1 - 2 / 3, abs=1e-4)
    assert difference.f1.low is not None
    assert difference.f1.low > 0
    assert [row["suggester"] for row in found.rows()] == ["good", "half", "good"]


class Parrot:
    """Suggests the relation that people gave: what it can see of the answers is all it says."""

    key = name = "parrot"
    version = "1"
    kinds = frozenset({"relation", "span"})

    def suggest(self, view: ProjectView, report: Report) -> Iterator[Suggestion]:
        report(0, 1)
        said = {row.pair_id: row.relation for row in view.judgements()}
        for pair in view.wanted_pairs():
            if said.get(pair.id):
                yield protocol.relation(pair.a, pair.b, said[pair.id] or "")
        for span in view.spans():
            if view.is_wanted(span.article_id):
                yield protocol.span(span.article_id, span.start, span.end, span.label)


@pytest.mark.parametrize("kind", ["relation", "span"])
def test_nobody_sees_the_answers(project: Project, kind: str) -> None:
    [score] = compare_suggesters(project, [Parrot()], kind).scores  # type: ignore[arg-type, list-item]
    assert score.items == 20
    assert score.suggested == 0
    assert score.recall.value == 0.0


def test_relations_are_compared_by_mcnemar(project: Project) -> None:
    def always(label: str) -> Says:
        return named(
            Says(
                lambda view: (
                    protocol.relation(pair.a, pair.b, label) for pair in view.wanted_pairs()
                )
            ),
            label,
        )

    found = compare_suggesters(project, [always("unrelated"), always("same_event")], "relation")
    assert [each.precision.value for each in found.scores] == [0.5, 0.5]
    assert found.differences[0].mcnemar == 1.0
    [confused] = found.scores[0].confused
    assert (confused.suggested, confused.given) == ("unrelated", "same_event")
    assert confused.count == 10


def test_labels_that_are_confused_are_counted(project: Project) -> None:
    def mixed(view: ProjectView) -> Iterator[Suggestion]:
        for number, article in enumerate(view.wanted_articles()):
            mine = "caption" if number % 2 else "related_links"
            yield protocol.span(article.id, 0, len(LINE) - 2, mine, score=0.9)
            yield protocol.span(article.id, len(LINE) + 2, len(LINE) + 9, "caption", score=0.9)

    [score] = compare_suggesters(project, [named(Says(mixed), "mixed")], "span").scores
    table = {(met.suggested, met.given): met.count for met in score.labels}
    assert table == {("related_links", "related_links"): 10, ("caption", "related_links"): 10}
    assert [met.suggested for met in score.confused] == ["caption"]


def test_relations_are_measured_on_the_pairs_that_are_named_alone(project: Project) -> None:
    named_pairs = [pair.id for pair in project.pairs()][:8]

    def unrelated(view: ProjectView) -> Iterator[Suggestion]:
        for pair in view.wanted_pairs():
            yield protocol.relation(pair.a, pair.b, "unrelated", score=0.9)

    suggester = named(Says(unrelated), "all")
    [everything] = compare_suggesters(project, [suggester], "relation").scores
    [some] = compare_suggesters(project, [suggester], "relation", among=named_pairs).scores
    assert (everything.items, some.items) == (20, 8)
    right = sum(
        each.relation == "unrelated" for each in project.judgements() if each.pair_id in named_pairs
    )
    assert some.recall.value == pytest.approx(right / 8)


def test_too_little_to_measure_is_said(tmp_path: Path) -> None:
    with (
        Project.create(tmp_path / "empty.ditto") as project,
        pytest.raises(UserError, match="Too little was decided"),
    ):
        compare_suggesters(project, [Says(first_line)], "span")


def test_mcnemar_is_the_exact_binomial_test() -> None:
    # 9 against 1 of 10 that differ: 2 · (1 + 10) / 2^10
    first, second = [True] * 9 + [False], [False] * 9 + [True]
    assert mcnemar(first, second) == pytest.approx(22 / 1024, abs=1e-6)
    assert mcnemar([True, False], [True, False]) == 1.0
