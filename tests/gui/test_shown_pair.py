"""The sides of a pair's articles, and the time counted for the pair."""

from itertools import permutations
from pathlib import Path

import pytest
from tests.helpers.window import Person

from dittomark.annotations import NewArticle
from dittomark.project import Project
from dittomark_gui.work.workspace import Stopwatch

TEXTS = {
    "early": "A boat sank in the river; three people are missing.",
    "late": "Three people are missing since a boat sank in the river, police said.",
    "undated": "The boat that sank in the river carried three people.",
}
DATES = {"early": "2024-05-27", "late": "2024-05-28", "undated": ""}


@pytest.mark.parametrize("names", [*permutations(("early", "late"))])
def test_the_older_article_is_on_the_left(
    person: Person, tmp_path: Path, names: tuple[str, ...]
) -> None:
    """For either order of the ids: exchanging the texts exchanges the ids."""
    with Project.create(tmp_path / "work.ditto") as project:
        for name, text in zip(names, ("early", "late"), strict=True):
            project.add_articles([NewArticle(text=TEXTS[text], date=DATES[name], title=name)])
        project.add_pair(*project.article_ids())
        path = project.path
    person.open_project(path)
    titles = [article.info.title for article in person.window.parts.workspace.articles]
    assert titles == ["early", "late"]


def test_without_a_date_the_pair_stays_in_its_own_order(person: Person, tmp_path: Path) -> None:
    with Project.create(tmp_path / "work.ditto") as project:
        for name in ("undated", "early"):
            project.add_articles([NewArticle(text=TEXTS[name], date=DATES[name], title=name)])
        pair = project.add_pair(*project.article_ids())
        path = project.path
    person.open_project(path)
    assert [one.id for one in person.window.parts.workspace.articles] == [pair.a, pair.b]


def test_a_tea_break_is_not_time_spent_on_a_pair() -> None:
    now = 100.0
    watch = Stopwatch(lambda: now)
    now += 30  # reads
    watch.touch()
    now += 3600  # tea
    watch.touch()
    now += 10  # reads on
    assert watch.take() == 30 + 120 + 10  # of a break, two minutes count
    now += 5
    assert watch.take() == 5
