"""Which suggestions are open, in which order: what somebody finds who goes through all of them."""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from tests.helpers.busy_project import busy_project

from dittomark.annotations import SuggestionKind
from dittomark.project import Project
from dittomark.store.suggestion_queries import SuggestionOrder


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """Return a project that no test here changes."""
    with busy_project(tmp_path_factory.mktemp("busy") / "work.ditto") as project:
        yield project


@pytest.mark.parametrize("order", ["doubtful", "score", "article", "suggester"])
@pytest.mark.parametrize("suggester", [None, "mine"])
@pytest.mark.parametrize("kind", [None, "span", "relation"])
@pytest.mark.parametrize("least", [0.0, 0.5])
def test_open_suggestions_are_listed_and_counted(
    project: Project,
    order: SuggestionOrder,
    suggester: str | None,
    kind: SuggestionKind | None,
    least: float,
) -> None:
    known = {each.id: each for each in project.suggestions()}  # open ones, as they came
    fitting = [
        name
        for name, each in known.items()
        if suggester in (None, each.suggester) and kind in (None, each.kind) and each.score >= least
    ]
    keys: dict[str, Callable[[str], Any]] = {
        "doubtful": lambda name: (
            -known[name].payload.get("doubt", 1 - abs(2 * known[name].score - 1))
        ),
        "score": lambda name: -known[name].score,
        "article": lambda name: (
            known[name].article_id or "",
            known[name].pair_id or "",
            known[name].start or 0,
        ),
        "suggester": lambda name: (known[name].suggester, -known[name].score),
    }
    expected = sorted(fitting, key=keys[order])
    listed = project.listed_suggestion_ids(
        suggester=suggester, kind=kind, least_score=least, order=order
    )
    assert listed == expected
    assert project.count_suggestions(suggester=suggester, kind=kind, least_score=least) == len(
        expected
    )
    assert (
        project.listed_suggestion_ids(
            suggester=suggester, kind=kind, least_score=least, order=order, limit=2
        )
        == expected[:2]
    )
    assert [each.id for each in project.listed_suggestions(expected)] == expected


def test_who_has_open_suggestions_is_counted(project: Project) -> None:
    counted = Counter((each.suggester, each.kind) for each in project.suggestions())
    assert project.open_suggesters() == [(*who, number) for who, number in sorted(counted.items())]
