"""Suggestions for the whole project, and the page of hold-out scores."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QPushButton
from tests.helpers.window import Person

from dittomark.annotations import NewArticle, Suggestion
from dittomark.project import Project
from dittomark.sample.demo_project import create_demo
from dittomark.suggesting.candidate_pairs import propose_pairs, put_into
from dittomark_gui.dialogs.suggest_dialog import SuggestDialog
from dittomark_gui.panels.event_proposals import EventProposalsPage
from dittomark_gui.panels.suggestion_quality_page import SuggestionQualityPage


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The sample project."""
    monkeypatch.setenv("DITTOMARK_DATA", str(tmp_path / "data"))
    create_demo(tmp_path / "sample.ditto")
    return tmp_path / "sample.ditto"


def suggest(person: Person) -> None:
    person.do("suggest")
    dialog = person.dialog(SuggestDialog)
    assert isinstance(dialog, SuggestDialog)
    dialog.accept()
    person.settle()


def test_suggestions_are_made_and_nothing_is_marked(person: Person, path: Path) -> None:
    person.open_project(path)
    suggest(person)
    project = person.app.session.project
    assert len(list(project.suggestions(kind="span"))) > 10
    assert project.spans() == []


def test_what_was_refused_is_not_suggested_again(person: Person, path: Path) -> None:
    person.open_project(path)
    suggest(person)
    project = person.app.session.project
    refused = next(iter(project.suggestions(kind="span")))
    project.refuse_suggestion(refused.id, annotator="A1")
    suggest(person)
    assert refused.id not in {each.id for each in project.suggestions(kind="span")}


def test_all_above_a_score_are_accepted_in_one_step(person: Person, path: Path) -> None:
    person.open_project(path)
    suggest(person)
    person.do("trust")
    page = person.window.stack.currentWidget()
    assert isinstance(page, SuggestionQualityPage)
    person.settle()
    assert "Nothing can be measured yet" in page.explanation.text()
    project = person.app.session.project
    scores = sorted(each.score for each in project.suggestions(kind="span"))
    page.score.setValue(scores[len(scores) // 2])
    certain = [score for score in scores if score >= page.score.value()]
    person.click(page.accept_button)
    assert len(project.spans()) == len(certain)
    assert all(span.origin.by == "boilerplate" for span in project.spans())
    person.do("undo")
    assert project.spans() == []
    person.settle()


def test_trust_is_measured_on_finished_pages(person: Person, path: Path) -> None:
    from dittomark.sample.articles import articles

    with Project.open(path) as project:
        ids = {info.external_id: info.id for info in project.article_infos()}
        for item in articles():
            for start, end, label in item.boilerplate:
                project.annotate_span(ids[item.key], start, end, label=label, annotator="A1")
    person.open_project(path)
    person.do("trust")
    page = person.window.stack.currentWidget()
    assert isinstance(page, SuggestionQualityPage)
    person.wait_for(lambda: page.table.rowCount() > 0)
    cell = page.table.item(0, 1)
    assert cell is not None
    assert cell.text().endswith("%")
    person.settle()
    page.table.setFocus()
    person.press(Qt.Key.Key_Tab)  # one press leaves the table, however many cells it has
    assert not page.table.hasFocus()


def test_suggested_events_are_accepted_split_and_refused(person: Person, path: Path) -> None:
    person.open_project(path)
    suggest(person)
    project = person.app.session.project
    attached = len(project.memberships())
    person.do("event_proposals")
    page = person.window.stack.currentWidget()
    assert isinstance(page, EventProposalsPage)
    first = next(card for card in page.cards if len(card.ticked()) > 1)
    whole = len(first.ticked())
    first.findChildren(QCheckBox)[0].setChecked(False)
    page.split_card(first)
    assert sum(len(card.ticked()) for card in page.cards) >= whole

    card = page.cards[0]
    ticked = len(card.ticked())
    page.accept_card(card)
    assert len(project.memberships()) == attached + ticked

    refused = page.cards[0]
    ids = set(refused.suggestion_ids())
    page.refuse_card(refused)
    suggest(person)
    assert not ids & {each.id for each in project.suggestions(kind="event")}
    person.settle()


def test_events_are_accepted_one_after_the_other_with_undo(person: Person, path: Path) -> None:
    person.open_project(path)
    suggest(person)
    project = person.app.session.project
    events, attached = len(project.events()), len(project.memberships())
    person.do("event_proposals")
    page = person.window.stack.currentWidget()
    assert isinstance(page, EventProposalsPage)
    assert len(page.cards) > 1
    title, follower = page.cards[0].title, page.cards[1].title
    person.click(page.cards[0].findChildren(QPushButton)[0])
    person.settle()
    assert title in person.messages()[-1]
    # The page is built anew, and the keyboard is at the card that took the place.
    assert page.cards[0].title == follower
    person.wait_for(lambda: page.cards[0].isAncestorOf(person.window.focusWidget()))
    person.press(Qt.Key.Key_Return)
    person.settle()
    assert follower in person.messages()[-1]
    person.do("undo")
    person.do("undo")
    assert (len(project.events()), len(project.memberships())) == (events, attached)
    person.settle()


def test_an_empty_list_of_events_says_that_some_are_suggested(
    person: Person, tmp_path: Path
) -> None:
    with Project.create(tmp_path / "news.ditto") as project:
        project.add_articles([NewArticle("A storm closed the harbour road at noon.")])
        (article,) = project.article_infos()
        storm = {"title": "Storm at the harbour"}
        project.add_suggestions(
            [Suggestion("", "event", "desk", "1", 0.9, article.id, payload=storm)]
        )
    person.open_project(tmp_path / "news.ditto")
    empty = person.window.parts.lists.events.empty
    assert "Suggested events" in empty.text()
    person.do("event_proposals")
    page = person.window.stack.currentWidget()
    assert isinstance(page, EventProposalsPage)
    person.click(page.cards[0].findChildren(QPushButton)[1])
    person.settle()
    assert "Suggested events" not in empty.text()


def test_the_page_of_trust_speaks_of_pairs_where_pairs_are_suggested(
    person: Person, path: Path
) -> None:
    with Project.open(path, annotator="A1") as project:
        put_into(project, propose_pairs(project))
    person.open_project(path)
    person.do("trust")
    page = person.window.stack.currentWidget()
    assert isinstance(page, SuggestionQualityPage)
    page.suggester.setFocus()
    while page.suggester.currentData() != "shared-passages":
        person.press(Qt.Key.Key_Down, where=page.suggester)
    person.wait_for(lambda: "finish more pairs" in page.explanation.text())
    assert page.kind.width() >= page.kind.fontMetrics().horizontalAdvance(page.kind.currentText())
    person.settle()
