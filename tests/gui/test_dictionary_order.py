"""Lists sorted by text have the dictionary order of the interface's language."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.helpers.window import Person

from dittomark.annotations import NewArticle
from dittomark.project import Project
from dittomark_gui.i18n import Language, collation
from dittomark_gui.models.id_list import ROW_ROLE
from dittomark_gui.panels.list_panel import ListPanel

TITLES = ["পর্ব ১০: ঝড়", "পর্ব ৯: ঝড়", "ৎসব", "ঢাকা", "ডাক", "তদন্ত", "Part 10", "part 9"]
ORDERED = ["ডাক", "ঢাকা", "তদন্ত", "ৎসব", "পর্ব ৯: ঝড়", "পর্ব ১০: ঝড়", "part 9", "Part 10"]


@pytest.fixture
def bengali(qapp: object) -> Iterator[None]:  # noqa: ARG001
    language = Language()
    language.install("bn")
    yield
    language.install("en")
    language.uninstall()


@pytest.mark.usefixtures("bengali")
def test_bengali_letters_and_numbers_stand_in_their_order() -> None:
    assert sorted(TITLES, key=collation()) == ORDERED


def test_the_lists_of_articles_and_pairs_are_sorted_so(person: Person, tmp_path: Path) -> None:
    with Project.create(tmp_path / "work.ditto", annotator="A1") as project:
        project.add_articles(
            [
                NewArticle(f"text {count}", title=title, source=f"Source {20 - count}")
                for count, title in enumerate(TITLES)
            ]
        )
        ids = project.article_ids()
        for one in ids[1:]:
            project.add_pair(ids[0], one)
    person.open_project(tmp_path / "work.ditto")
    lists = person.window.parts.lists
    sort(lists.articles, "title")
    person.settle()
    model = lists.articles.model
    shown = [model.index(row, 0).data(ROW_ROLE).title for row in range(model.rowCount())]
    # In English Latin letters come first; the numbers are by their value all the same.
    assert shown == [*ORDERED[-2:], *ORDERED[:-2]]
    sort(lists.articles, "source")
    person.settle()
    shown = [model.index(row, 0).data(ROW_ROLE).title for row in range(model.rowCount())]
    assert shown == list(reversed(TITLES))
    sort(lists.pairs, "title")
    person.settle()
    assert lists.pairs.model.rowCount() == len(TITLES) - 1


def sort(panel: ListPanel, by: str) -> None:
    menu = panel.sorting.menu()
    assert menu is not None
    [action] = [one for one in menu.actions() if one.text() == by]
    action.trigger()
