"""Several pairs or articles at once: judged, flagged, skipped, given an event, in one undo step."""

import dataclasses
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from tests.helpers.projects import TEXTS, new_articles
from tests.helpers.window import CONTROL, SHIFT, Person

from dittomark.annotations import Suggestion
from dittomark.project import Project
from dittomark_gui.dialogs.event_chooser import EventChooser

COPIES = 4


@pytest.fixture
def project(person: Person, tmp_path: Path) -> Project:
    """A queue of six pairs of four copies of one text, and one pair of other articles."""
    path = tmp_path / "work.ditto"
    with Project.create(path) as project:
        copies = new_articles((TEXTS[0],) * COPIES)
        for number, each in enumerate(copies):
            project.add_articles([dataclasses.replace(each, title=f"Copy {number}")])
        project.add_articles(new_articles(TEXTS[1:]))
        ids = project.article_ids()
        assert len(ids) == COPIES + 2
        for one in range(COPIES):
            for other in range(one + 1, COPIES):
                project.add_pair(ids[one], ids[other], score=1.0)
        project.add_pair(ids[COPIES], ids[COPIES + 1], score=0.1)
        payload = {"title": "A boat sinks", "date": "2024-03-01"}
        project.add_suggestions(
            [Suggestion("", "event", "test", "1", 0.8, each, payload=payload) for each in ids[:2]]
        )
    person.open_project(path)
    return person.app.session.project


def done(project: Project) -> int:
    """Return the number of finished pairs."""
    rows = project.queue_rows([pair.id for pair in project.pairs()], annotator="A1")
    return sum(row.done for row in rows)


def select_rows(person: Person, count: int) -> None:
    """Select a number of rows of the queue with the keyboard."""
    person.do("show_pairs")
    view = person.window.parts.lists.pairs.view
    person.press(Qt.Key.Key_Home, where=view)
    for _ in range(count - 1):
        person.press(Qt.Key.Key_Down, SHIFT, where=view)
    assert len(person.window.parts.lists.pairs.selected_ids()) == count


def test_a_cluster_of_exact_copies_is_judged_in_one_action(
    person: Person, project: Project
) -> None:
    person.do("judge_copies")
    assert done(project) == 6
    relations = {pair.id: project.judgement(pair.id, "A1") for pair in project.pairs()}
    assert sum(each is not None for each in relations.values()) == 6
    person.settle()
    pair = person.window.parts.workspace.pair
    assert pair is not None
    assert relations[pair.id] is None  # the one that is left
    person.do("judge_copies")
    assert "not the same" in person.messages()[-1]
    person.press(Qt.Key.Key_Z, CONTROL, where=person.pane())
    assert done(project) == 0


def test_keys_act_on_the_rows_that_are_selected(person: Person, project: Project) -> None:
    select_rows(person, 3)
    view = person.window.parts.lists.pairs.view
    person.press(Qt.Key.Key_F, where=view)
    rows = project.queue_rows([pair.id for pair in project.pairs()], annotator="A1")
    assert sum(row.flagged for row in rows) == 3
    select_rows(person, 3)
    person.press(Qt.Key.Key_1, where=view)
    assert done(project) == 3
    person.do("undo")
    assert done(project) == 0


def test_an_event_is_attached_to_all_articles_that_are_highlighted(
    person: Person, project: Project
) -> None:
    person.press(Qt.Key.Key_2, CONTROL)
    view = person.window.parts.lists.articles.view
    person.press(Qt.Key.Key_A, CONTROL, where=view)
    person.press(Qt.Key.Key_E, where=view)
    chooser = person.dialog(EventChooser)
    person.press(Qt.Key.Key_Return, where=chooser.field)  # the suggested one comes first
    (event,) = project.events()
    assert event.title == "A boat sinks"
    assert len(project.memberships(event_id=event.id)) == COPIES + 2
    assert not project.suggestions(kind="event")
    assert "A boat sinks" in person.messages()[-1]
    person.do("undo")
    assert project.events() == []
    assert len(project.suggestions(kind="event")) == 2
