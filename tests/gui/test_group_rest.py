"""Groups of copies: the queue has each article's nearest few; the rest is added on request."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu
from tests.helpers.news import NewsMaker
from tests.helpers.window import Person

from dittomark.annotations import NewArticle
from dittomark.project import Project
from dittomark.suggesting.candidate_pairs import propose_pairs, put_into

STATES = 12


@pytest.fixture(name="left_out")
def open_live_blog(person: Person, tmp_path: Path) -> int:
    """Open a project of a live blog; return the number of its pairs that are not in the queue."""
    path = tmp_path / "work.ditto"
    maker = NewsMaker()
    words = maker.some_words(200)
    with Project.create(path) as project:
        for number in range(STATES):
            project.add_articles([NewArticle(maker.body(words), external_id=f"s{number}")])
            words = [*maker.edited(words, 0.03), *maker.some_words(5)]
        found = propose_pairs(project)
        put_into(project, found)
    person.open_project(path)
    return found.more


def queue_length(person: Person) -> int:
    return len(list(person.app.session.project.pairs()))


def test_the_rest_of_a_group_comes_by_the_menu_of_a_pair(person: Person, left_out: int) -> None:
    before = queue_length(person)
    assert left_out
    person.do("show_pairs")
    view = person.window.parts.lists.pairs.view
    person.press(Qt.Key.Key_Home, where=view)
    place = view.visualRect(view.currentIndex()).center()
    click = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, view.mapToGlobal(place))
    QApplication.sendEvent(view.viewport(), click)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    [action] = [each for each in menu.actions() if "of this group" in each.text()]
    assert action.text() == f"Add {left_out} more pairs of this group"
    action.trigger()
    menu.close()
    assert queue_length(person) == before + left_out
    person.app.session.undo()
    assert queue_length(person) == before


def test_the_rest_of_a_group_comes_by_the_action_and_once(person: Person, left_out: int) -> None:
    before = queue_length(person)
    person.do("whole_group")
    assert queue_length(person) == before + left_out
    assert person.messages()[-1] == f"{left_out} pairs of this group came into the queue."
    person.do("whole_group")
    assert queue_length(person) == before + left_out
    assert person.messages()[-1] == "All pairs of this group of copies are in the queue."
