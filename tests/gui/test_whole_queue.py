"""The queue is used to its end, whichever list is shown, and keys apply to its current row."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from tests.helpers.window import Person

from dittomark.annotations import NewArticle, NewPair
from dittomark.project import Project
from dittomark_gui.window import list_loader

PAIRS = 9


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A queue three times as long as the rows read at once."""
    monkeypatch.setattr(list_loader, "FIRST_ROWS", 3)
    path = tmp_path / "work.ditto"
    with Project.create(path, annotator="A1") as project:
        ids = project.add_articles(NewArticle(f"Article {n}.") for n in range(PAIRS + 1)).added
        project.add_pairs(NewPair(ids[n], ids[n + 1]) for n in range(PAIRS))
    return path


def hide_queue(person: Person, how: str) -> None:
    if how == "another list":
        person.window.parts.left_panel.show_page("articles")
    else:
        person.window.parts.left_panel.hide()


@pytest.mark.parametrize("how", ["another list", "no lists"])
def test_the_whole_queue_counts_while_it_is_out_of_sight(
    person: Person, project: Path, how: str
) -> None:
    hide_queue(person, how)
    person.open_project(project)
    hide_queue(person, how)
    assert person.window.parts.lists.place() == (1, PAIRS)
    for _ in range(PAIRS):
        person.press(Qt.Key.Key_6)
        person.finish_pair()
    reading = person.app.session.project
    assert sum(judgement.done for judgement in reading.judgements()) == PAIRS
    assert person.messages()[-1] == "Every pair of this list is done or skipped."


def test_going_on_does_not_wait_for_the_rest_of_the_queue(person: Person, project: Path) -> None:
    """The next pairs are there although the background has read nothing yet."""
    assert person.window.parts.projects.open(project)
    assert person.window.parts.lists.place() == (1, PAIRS)
    for _ in range(PAIRS - 1):
        person.window.parts.navigation.step(1)
    assert person.window.parts.lists.place() == (PAIRS, PAIRS)
    person.window.parts.navigation.step(1)
    assert person.messages()[-1] == "This is the last pair."
    person.settle()


def test_an_arrow_in_the_queue_opens_the_pair_that_keys_then_judge(
    person: Person, project: Path
) -> None:
    person.open_project(project)
    person.do("show_pairs")
    queue = person.window.parts.lists.pairs
    person.press(Qt.Key.Key_Down)
    person.press(Qt.Key.Key_Down)
    (lit,) = queue.selected_ids()
    assert lit == queue.model.id_at(2)
    assert person.window.parts.workspace.pair is not None
    assert person.window.parts.workspace.pair.id == lit
    person.press(Qt.Key.Key_6)
    (judgement,) = person.app.session.project.judgements()
    assert judgement.pair_id == lit
    assert queue.view.hasFocus()
    person.settle()


def test_a_letter_does_not_move_the_light_in_the_queue(person: Person, project: Path) -> None:
    person.open_project(project)
    person.do("show_pairs")
    queue = person.window.parts.lists.pairs
    before = queue.selected_ids()
    for key in (Qt.Key.Key_A, Qt.Key.Key_Z, Qt.Key.Key_N):
        person.press(key)
    assert queue.selected_ids() == before
    assert not person.app.session.project.spans()


def test_an_arrow_in_the_list_of_articles_opens_the_article(person: Person, project: Path) -> None:
    person.open_project(project)
    person.do("show_articles")
    person.settle()
    listed = person.window.parts.lists.articles
    person.press(Qt.Key.Key_Home)
    person.press(Qt.Key.Key_Down)
    (lit,) = listed.selected_ids()
    assert [article.id for article in person.window.parts.workspace.articles] == [lit]
    # More than one is chosen for something that is done with all of them: nothing opens.
    person.press(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert len(listed.selected_ids()) == 2
    assert [article.id for article in person.window.parts.workspace.articles] == [lit]
    person.settle()
