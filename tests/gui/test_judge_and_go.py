"""One action per pair: a relation's key that also goes on, a suggestion accepted by Space."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from tests.helpers.projects import make_project
from tests.helpers.window import CONTROL, Person

from dittomark.annotations import Suggestion


@pytest.fixture
def queue(person: Person, tmp_path: Path) -> list[str]:
    """Three pairs; a relation is suggested for the second; both its articles have boilerplate."""
    with make_project(tmp_path) as project:
        one, two, three = project.article_ids()
        pairs = [project.add_pair(*ends) for ends in ((one, two), (two, three), (one, three))]
        project.add_suggestions(
            [
                Suggestion(
                    "", "relation", "test", "1", 0.93, pair_id=pairs[1].id, label="unrelated"
                ),
                Suggestion("", "span", "test", "1", 0.9, two, start=0, end=6, label="caption"),
                Suggestion("", "span", "test", "1", 0.9, three, start=0, end=6, label="caption"),
            ]
        )
        path = project.path
    person.open_project(path)
    order = list(person.window.parts.lists.pairs.model.ids())
    assert len(order) == 3
    return order


def shown(person: Person) -> str:
    """Return the id of the shown pair."""
    pair = person.window.parts.workspace.pair
    assert pair is not None
    return pair.id


def relation_of(person: Person, pair_id: str) -> tuple[str | None, bool]:
    """Return the stored judgement of a pair: its relation, and whether it is done."""
    project = person.app.session.project
    judgement = project.judgement(pair_id, person.app.session.annotator)
    return (judgement.relation, judgement.done) if judgement else (None, False)


def test_a_relation_s_key_judges_and_goes_on(person: Person, queue: list[str]) -> None:
    person.do("judge_and_go")
    first = shown(person)
    person.press(Qt.Key.Key_5, where=person.pane())
    assert relation_of(person, first) == ("same_event", True)
    assert shown(person) != first
    assert "Same event" in person.messages()[-1]
    person.press(Qt.Key.Key_Backspace, where=person.pane())
    assert shown(person) == first
    person.press(Qt.Key.Key_Z, CONTROL, where=person.pane())
    assert relation_of(person, first) == (None, False)
    assert len(queue) == 3


def test_without_the_preference_a_key_stays_with_the_pair(person: Person, queue: list[str]) -> None:
    first = shown(person)
    person.press(Qt.Key.Key_5, where=person.pane())
    assert relation_of(person, first) == ("same_event", False)
    assert shown(person) == first
    assert first in queue


def suggested(person: Person) -> str:
    """Show the pair with the suggested relation."""
    project = person.app.session.project
    (item,) = project.suggestions(kind="relation")
    assert item.pair_id is not None
    person.window.parts.navigation.show_pair(item.pair_id)
    person.settle()
    return item.pair_id


@pytest.mark.usefixtures("queue")
def test_space_takes_the_suggested_relation_and_goes_on(person: Person) -> None:
    pair = suggested(person)
    rows = {row.key: row for row in person.window.parts.label_panel.relations.rows}
    assert "93" in rows["unrelated"].share.text()
    assert rows["same_event"].share.text() == ""
    person.press(Qt.Key.Key_Space, where=person.pane())
    assert relation_of(person, pair) == ("unrelated", True)
    judgement = person.app.session.project.judgement(pair, person.app.session.annotator)
    assert judgement is not None
    assert judgement.origin.by == "test"
    assert shown(person) != pair
    person.press(Qt.Key.Key_Z, CONTROL, where=person.pane())
    assert relation_of(person, pair) == (None, False)
    assert person.app.session.project.suggestions(pair_id=pair, kind="relation")


@pytest.mark.usefixtures("queue")
def test_blind_mode_proposes_nothing(person: Person) -> None:
    pair = suggested(person)
    person.do("blind_mode")
    rows = {row.key: row for row in person.window.parts.label_panel.relations.rows}
    assert rows["unrelated"].share.text() == ""
    person.press(Qt.Key.Key_Space, where=person.pane())
    assert relation_of(person, pair) == (None, False)


@pytest.mark.usefixtures("queue")
def test_one_key_takes_the_boilerplate_of_both_articles(person: Person) -> None:
    suggested(person)
    person.press(Qt.Key.Key_U, CONTROL, where=person.pane())
    assert [len(person.spans(pane)) for pane in (0, 1)] == [1, 1]
    person.press(Qt.Key.Key_Z, CONTROL, where=person.pane())
    assert [len(person.spans(pane)) for pane in (0, 1)] == [0, 0]


@pytest.mark.usefixtures("queue")
def test_a_note_is_written_while_one_types_without_a_pause(person: Person) -> None:
    """At least every three seconds, although the pause before saving never comes."""
    person.press(Qt.Key.Key_6)
    note = person.window.parts.label_panel.note
    note.setFocus()
    for letter in "without":
        person.write(letter, where=note)
        person.qtbot.wait(430)  # less than the pause that writes; three seconds in all
    assert note.hasFocus()
    assert person.judgement().note.startswith("w")
