"""The lists on the left: long ones are read completely once they are shown."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from tests.helpers.window import Person

from dittomark.annotations import NewArticle, NewPair, Suggestion
from dittomark.article_fields import SORTABLE
from dittomark.project import Project
from dittomark_gui.dialogs.article_details import ArticleDetails
from dittomark_gui.models.id_list import ROW_ROLE
from dittomark_gui.window import list_loader, list_orders


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a project whose lists are longer than the rows read at once."""
    monkeypatch.setattr(list_loader, "FIRST_ROWS", 3)
    path = tmp_path / "work.ditto"
    with Project.create(path, annotator="A1") as project:
        ids = project.add_articles(NewArticle(f"Article number {n}.") for n in range(8)).added
        project.add_pairs(NewPair(ids[n], ids[n + 1]) for n in range(7))
    return path


def test_a_list_is_read_to_its_end_when_it_is_seen(person: Person, project: Path) -> None:
    person.open_project(project)
    window = person.window
    assert len(window.parts.lists.pairs.model.ids()) == 7
    assert len(window.parts.lists.articles.model.ids()) == 3  # nobody has looked at them yet
    window.parts.left_panel.show_page("articles")
    person.settle()
    assert len(window.parts.lists.articles.model.ids()) == 8


def test_another_project_is_not_given_the_rest_of_this_one(
    person: Person, project: Path, tmp_path: Path
) -> None:
    person.open_project(project)
    other = tmp_path / "other.ditto"
    with Project.create(other, annotator="A1") as small:
        small.add_articles([NewArticle("The only article.")])
    person.open_project(other)
    person.window.parts.left_panel.show_page("articles")
    person.settle()
    assert len(person.window.parts.lists.articles.model.ids()) == 1


def test_articles_of_doubtful_suggestions_come_first_if_wanted(
    person: Person, tmp_path: Path
) -> None:
    path = tmp_path / "work.ditto"
    with Project.create(path, annotator="A1") as project:
        sure, plain, doubtful = project.add_articles(
            NewArticle(f"Share this. Article number {n}.") for n in range(3)
        ).added
        project.add_suggestions(
            Suggestion(
                f"s-{name}",
                "span",
                "boilerplate",
                "1",
                0.7,
                article_id=name,
                start=0,
                end=11,
                label="share_subscribe",
                payload={"doubt": doubt},
            )
            for name, doubt in ((sure, 0.1), (doubtful, 0.6))
        )
    person.open_project(path)
    panel = person.window.parts.lists.articles
    assert list(panel.model.ids()) == [sure, plain, doubtful]
    choices = {action.text(): action for action in panel.sorting.menu().actions()}
    choices["least sure suggestions first"].trigger()
    person.settle()
    assert list(panel.model.ids()) == [doubtful, sure, plain]


@pytest.mark.parametrize(
    ("language", "one", "many"),
    [("en", "1 character", "1,234 characters"), ("bn", "১টি অক্ষর", "১,২৩৪টি অক্ষর")],
)
def test_one_character_is_one_character(
    person: Person, tmp_path: Path, language: str, one: str, many: str
) -> None:
    path = tmp_path / "work.ditto"
    with Project.create(path, annotator="A1") as project:
        ids = project.add_articles([NewArticle("ক"), NewArticle("k" * 1234)]).added
    person.app.settings.update(language=language)
    person.open_project(path)
    parts = person.window.parts
    parts.navigation.show_articles(list(ids))
    parts.left_panel.show_page("articles")
    person.settle()
    for number, count in enumerate((one, many)):
        assert parts.view.panes.column(number).header.lines()[2] == count
        row = parts.lists.articles.model.index_of(ids[number]).data(ROW_ROLE)
        assert row.detail == count
        details = ArticleDetails.open_for(person.window, ids[number])
        assert any(each.text().startswith(count) for each in details.findChildren(QLabel))
        details.reject()


@pytest.mark.parametrize(
    "orders", [list_orders.of_articles()[0], list_orders.of_pairs(dealt=False)[0]]
)
def test_every_order_of_a_list_has_words_in_lower_case(orders: list[tuple[str, str]]) -> None:
    """Names occur inside a sentence: a field without a name of its own would show its heading."""
    words = dict(orders)
    assert set(SORTABLE) <= set(words)
    assert [word for word in words.values() if not word or word != word.lower()] == []


def test_the_name_of_each_order_is_shown_whole_or_elided(person: Person, project: Path) -> None:
    person.open_project(project)
    person.window.resize(1366, 700)
    for page in ("pairs", "articles", "events"):
        person.window.parts.left_panel.show_page(page)
        panel = getattr(person.window.parts.lists, page)
        for action in panel.sorting.menu().actions():
            action.trigger()
            person.settle()
            name, button = action.text(), panel.sorting
            arrow = 20
            letters = button.fontMetrics().horizontalAdvance(button.text())
            assert letters + arrow <= button.width(), name
            assert panel.count.width() >= panel.count.sizeHint().width()
            assert name in button.text() or ("…" in button.text() and name in button.toolTip())
