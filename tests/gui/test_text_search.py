"""Search in all articles, similar articles, and the list of last judgements."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.helpers.window import CONTROL, SHIFT, Person

from dittomark.annotations import NewArticle
from dittomark.project import Project
from dittomark_gui.dialogs.text_search import MoreLikeThis, MyJudgements, TextSearch

FERRY = "The night ferry to Port Ellery was halted by the storm; 240 passengers were stranded."
ENTER = Qt.Key.Key_Return


@pytest.fixture(autouse=True)
def project(person: Person, tmp_path: Path) -> Project:
    """Twelve articles, three of them about one ferry, one with a Bengali title."""
    path = tmp_path / "work.ditto"
    with Project.create(path) as project:
        texts = [
            (f"Market {number}", f"Prices of rice rose again in market {number}.")
            for number in range(8)
        ]
        texts += [(f"Ferry {number}", f"{FERRY} Report {number}.") for number in range(3)]
        texts.append(("ভ্লাদিমির পুতিন ঢাকায়", "প্রেসিডেন্ট পুতিন ঢাকায় এসেছেন, ২০২৪ সালে।"))
        project.add_articles(NewArticle(text, title=title) for title, text in texts)
        ids = project.article_ids()
        project.add_pair(ids[8], ids[9], score=0.9)
        project.add_pair(ids[0], ids[1], score=0.5)
    person.open_project(path)
    return person.app.session.project


def search(person: Person, words: str) -> TextSearch:
    """Open the search and type words."""
    person.press(Qt.Key.Key_F, CONTROL | SHIFT)
    person.settle()
    dialog = person.dialog(TextSearch)
    dialog.field.insert(words)  # an input method sends words whole
    person.settle()
    return dialog


def rows(dialog: TextSearch | MoreLikeThis | MyJudgements) -> list[str]:
    """Return the rows' texts for screen readers."""
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("stranded", 3),
        ("strand", 3),
        ("Stranded PASSENGERS", 3),
        ('"passengers were"', 3),
        ('"were passengers"', 0),
        ("ঢাকায় 2024", 1),
        ("putin", 1),
        ("rice", 8),
        ("zeppelin", 0),
    ],
)
def test_articles_are_found_by_the_words_of_their_texts(
    person: Person, words: str, count: int
) -> None:
    dialog = search(person, words)
    assert len(rows(dialog)) == count
    dialog.reject()


def test_a_hit_stands_in_its_context_and_is_shown_with_the_words_found(person: Person) -> None:
    dialog = search(person, "stranded")
    assert "passengers were «stranded»." in rows(dialog)[0]
    person.press(ENTER, where=dialog.field)
    person.settle()
    assert "stranded" in person.text()
    assert person.window.parts.find_bar.isVisible()
    assert person.window.parts.find_bar.field.text() == "stranded"


def test_words_are_sought_behind_the_window_and_enter_waits_for_them(person: Person) -> None:
    dialog = search(person, "rice")
    assert len(rows(dialog)) == 8
    dialog.field.setText("stranded")
    assert "rice" in rows(dialog)[0], "what was found before stays until something else is"
    QTest.keyClick(dialog.field, ENTER)  # at once: nothing is found yet
    assert dialog.isVisible()
    person.settle()
    assert "stranded" in person.text()


def test_a_search_is_dropped_when_its_dialog_is_closed(person: Person) -> None:
    before = person.text()
    dialog = search(person, "rice")
    dialog.field.setText("stranded")
    QTest.keyClick(dialog.field, ENTER)  # both at once, before anything is found
    QTest.keyClick(dialog.field, Qt.Key.Key_Escape)
    person.settle()
    assert person.text() == before
    assert person.messages() == []


def test_latin_letters_lead_to_the_words_as_they_are_written(person: Person) -> None:
    dialog = search(person, "putin")
    assert "পুতিন" in rows(dialog)[0]
    person.press(ENTER, where=dialog.field)
    person.settle()
    bar = person.window.parts.find_bar
    assert bar.field.text() == "পুতিন"
    assert bar.count.text().split()[0] == "1"


def test_words_that_stand_apart_are_found_one_by_one_in_the_article(person: Person) -> None:
    dialog = search(person, "passengers ferry")
    assert "«passengers»" in rows(dialog)[0]
    person.press(ENTER, where=dialog.field)
    person.settle()
    assert person.window.parts.find_bar.count.text().split()[0] != "0"


def test_articles_that_came_later_are_found_too(person: Person, project: Project) -> None:
    search(person, "rice").reject()
    project.add_articles([NewArticle("A zeppelin over the harbour.", title="Zeppelin")])
    dialog = search(person, "zeppelin")
    assert len(rows(dialog)) == 1
    dialog.reject()


def test_more_like_this_shows_another_report_beside_it(person: Person) -> None:
    person.do("more_like_this")
    person.settle()
    dialog = person.dialog(MoreLikeThis)
    found = rows(dialog)
    assert all("Ferry" in row for row in found[:2])
    assert not any("rice" in row for row in found)
    person.press(ENTER, where=dialog.list)
    assert len(person.window.parts.workspace.articles) == 2


def test_articles_alike_are_sought_behind_the_window(person: Person) -> None:
    person.do("more_like_this")
    dialog = person.dialog(MoreLikeThis)
    assert rows(dialog) == []  # open before anything is found, and closed again
    dialog.reject()
    person.settle()
    assert person.messages() == []
    person.do("more_like_this")
    person.settle()
    dialog = person.dialog(MoreLikeThis)
    dialog.list.setCurrentRow(1)
    dialog.fill()
    person.settle()
    assert dialog.list.currentRow() == 1, "nothing new came: the choice stays"
    dialog.reject()


def test_a_damaged_index_is_made_anew(person: Person, project: Project) -> None:
    search(person, "rice").reject()
    place = project.path.with_name(project.path.name + ".search")
    for path in place.parent.glob(place.name + "*"):
        path.unlink()
    place.write_bytes(b"no database" * 500)
    dialog = search(person, "rice")
    assert len(rows(dialog)) == 8
    dialog.reject()


def test_the_last_judgements_lead_back(person: Person, project: Project) -> None:
    pair = person.window.parts.workspace.pair
    assert pair is not None
    person.choose_relation("same_event")
    person.finish_pair()
    assert person.window.parts.workspace.pair != pair
    person.do("my_judgements")
    dialog = person.dialog(MyJudgements)
    assert len(rows(dialog)) == 1
    assert "Same event" in rows(dialog)[0]
    person.press(ENTER, where=dialog.list)
    person.settle()
    shown = person.window.parts.workspace.pair
    assert shown is not None
    assert shown.id == pair.id
    assert project.recent_judgements(annotator="A1") == [pair.id]


def test_the_filter_of_a_list_finds_names_by_latin_letters(person: Person) -> None:
    panel = person.window.parts.lists.articles
    person.do("show_articles")
    person.write("putin", where=panel.field)
    person.wait_for(lambda: len(panel.model.ids()) == 1)
    person.settle()
    assert len(panel.model.ids()) == 1
