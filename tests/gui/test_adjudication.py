"""Several annotators' answers become one, in the window."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from tests.helpers.projects import make_project
from tests.helpers.window import SHIFT, Person

from dittomark.project import Project
from dittomark_gui.panels.adjudication import Adjudication
from dittomark_gui.panels.consistency_page import ConsistencyPage


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two annotators who differ on a pair and on an article's spans."""
    monkeypatch.setenv("DITTOMARK_DATA", str(tmp_path / "data"))
    with make_project(tmp_path) as project:
        one, two, _ = project.article_ids()
        project.add_pair(one, two)
        for who, relation in (("A1", "same_event"), ("A2", "unrelated")):
            project.judge_pair(one, two, relation=relation, annotator=who, done=True)
        for who, label in (("A1", "navigation"), ("A2", "most_read")):
            project.annotate_span(one, 0, 11, label=label, annotator=who)
        return project.path


def panel_of(person: Person) -> Adjudication:
    [panel] = person.window.findChildren(Adjudication)
    person.wait_for(panel.isVisible)
    return panel


def opinions_of(panel: Adjudication) -> set[str]:
    item = panel.current()
    return set(item.opinions) if item is not None else set()


def press_answer_of(person: Person, panel: Adjudication, who: str) -> None:
    def buttons() -> list[QPushButton]:
        name = f"Decide as {who} says"
        found = panel.findChildren(QPushButton)
        return [item for item in found if item.accessibleName() == name and item.isVisible()]

    person.wait_for(lambda: bool(buttons()))
    person.click(buttons()[0])


def _focused(person: Person) -> QWidget:
    return person.window.focusWidget()


def test_a_disagreement_is_decided_with_its_reason(person: Person, path: Path) -> None:
    person.open_project(path)
    person.app.session.set_annotator("Lead")
    person.do("adjudicate")
    panel = panel_of(person)
    assert panel.list.count() == 2
    panel.note.setText("The second report quotes the first.")
    press_answer_of(person, panel, "A1")
    person.wait_for(lambda: panel.list.count() == 1)
    # The next question's answer by the same person has the keyboard.
    person.wait_for(lambda: _focused(person).accessibleName() == "Decide as A1 says")
    [decision] = person.app.session.project.decisions()
    assert decision.content["relation"] == "same_event"
    assert (decision.annotator, decision.note) == ("Lead", "The second report quotes the first.")

    panel.with_settled.setChecked(True)
    panel.list.setCurrentRow(0)
    assert panel.note.text() == "The second report quotes the first."
    person.click(panel.withdraw)
    assert person.app.session.project.decisions() == []


def test_an_answer_of_one_s_own_can_be_taken(person: Person, path: Path) -> None:
    person.open_project(path)
    person.app.session.set_annotator("Lead")
    person.do("adjudicate")
    panel = panel_of(person)
    panel.list.setCurrentRow(1)
    article = person.window.parts.workspace.articles[0].id
    person.app.session.run(
        lambda project: project.annotate_span(article, 0, 5, label="caption", annotator="Lead")
    )
    person.wait_for(lambda: "Lead" in opinions_of(panel))
    press_answer_of(person, panel, "Lead")
    [decision] = person.app.session.project.decisions("spans")
    assert decision.content["spans"] == [[0, 5, "caption"]]


def test_what_everybody_says_is_settled_at_once_and_undone(person: Person, path: Path) -> None:
    person.open_project(path)
    project = person.app.session.project
    one, _, three = project.article_ids()
    project.add_pair(one, three)
    for who in ("A1", "A2"):
        project.judge_pair(one, three, relation="unrelated", annotator=who, done=True)
    person.do("adjudicate")
    panel = panel_of(person)
    person.click(panel.agreed)
    assert [decision.content["relation"] for decision in project.decisions()] == ["unrelated"]
    person.do("undo")
    assert project.decisions() == []
    person.do("adjudicate")
    assert not person.window.parts.actions["adjudicate"].isChecked()


def test_a_contradiction_is_listed_with_a_way_to_each_pair(person: Person, path: Path) -> None:
    person.open_project(path)
    project = person.app.session.project
    one, two, three = project.article_ids()
    for a, b, relation in (
        (one, two, "exact_duplicate"),
        (two, three, "exact_duplicate"),
        (one, three, "unrelated"),
    ):
        project.add_pair(a, b)
        project.judge_pair(a, b, relation=relation, annotator="A1", done=True)
    person.do("consistency")
    page = person.window.stack.currentWidget()
    assert isinstance(page, ConsistencyPage)
    ways = [button for button in page.findChildren(QPushButton) if "↔" in button.text()]
    assert len(ways) == 3
    person.click(ways[0])
    person.settle()
    assert person.window.stack.currentWidget() is person.window.parts.layout.page
    pair = person.window.parts.workspace.pair
    assert pair is not None
    assert {pair.a, pair.b} == {one, three}


def test_a_cluster_is_judged_as_one(person: Person, path: Path) -> None:
    person.open_project(path)
    project = person.app.session.project
    one, two, three = project.article_ids()
    for a, b in ((one, two), (two, three), (one, three)):
        project.add_pair(a, b)
    for a, b in ((one, two), (two, three)):
        project.judge_pair(a, b, relation="exact_duplicate", annotator="A1", done=True)
    person.do("consistency")
    page = person.window.stack.currentWidget()
    assert isinstance(page, ConsistencyPage)
    [button] = [b for b in page.findChildren(QPushButton) if b.text().startswith("Judge")]
    person.click(button)
    judgement = project.judgements(annotator="A1")
    assert sum(row.relation == "exact_duplicate" for row in judgement) == 3
    person.settle()


def test_articles_are_shown_one_at_a_time_beside_the_panel_in_a_narrow_window(
    person: Person, path: Path
) -> None:
    """Two of them would have 140 px each, a word or two a line."""
    person.open_project(path)
    person.app.session.set_annotator("Lead")
    view = person.window.parts.view
    for _ in range(2):  # the lists make room, then it can be as narrow as that
        person.window.resize(683, 384)
        person.settle()
    person.do("adjudicate")
    panel_of(person)
    person.settle()
    assert person.window.width() == 683

    def shown() -> list[int]:
        return [pane for pane in range(2) if view.panes.column(pane).isVisible()]

    person.wait_for(lambda: shown() == [0])
    assert view.panes.column(0).width() >= 300
    assert view.column_order() == (0, 1)  # left and right are unchanged
    view.focus_pane(0)
    person.press(Qt.Key.Key_Tab)
    assert shown() == [1]
    assert view.focused_pane() == 1
    person.press(Qt.Key.Key_Tab, SHIFT, where=view.panes.views()[1])
    assert shown() == [0]
    place = view.tabs.tabRect(1).center()
    QTest.mouseClick(view.tabs, Qt.MouseButton.LeftButton, pos=place)
    assert shown() == [1]
    assert view.panes.views()[1].hasFocus()
    person.do("adjudicate")
    person.wait_for(lambda: shown() == [0, 1])
    assert not view.tabs.isVisible()


def test_answers_stand_by_name_whoever_answered_first(person: Person, path: Path) -> None:
    with Project.open(path, annotator="A2") as project:
        (pair, *_) = project.pairs()
        project.judge_pair(pair.a, pair.b, annotator="A0", relation="unsure", done=True)
    person.open_project(path)
    person.do("adjudicate")
    panel = panel_of(person)
    person.wait_for(lambda: "A0" in opinions_of(panel))
    shown = [each for each in panel.findChildren(QPushButton) if each.isVisible()]
    places = {
        each.accessibleName(): each.mapTo(panel, each.pos()).y()
        for each in shown
        if each.accessibleName().startswith("Decide as")
    }
    assert sorted(places, key=lambda name: places[name]) == sorted(places)
