"""In a blind team an annotator sees nothing of others' annotations before adjudication."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from tests.helpers.projects import new_articles
from tests.helpers.team import Colleague
from tests.helpers.window import Person

from dittomark.annotations import Suggestion
from dittomark.compare import compare
from dittomark.project import Project
from dittomark.team.folder.syncing import create_team, join_team, sync
from dittomark.team_rules import Rules
from dittomark_gui.dialogs.event_editor import EventEditor
from dittomark_gui.dialogs.export_dialog import ExportDialog
from dittomark_gui.dialogs.pair_report import write_report
from dittomark_gui.panels.dashboard import Dashboard
from dittomark_gui.panels.open_suggestions_page import OpenSuggestionsPage
from dittomark_gui.panels.suggestion_quality_page import SuggestionQualityPage


def _all_they_can(there: Project) -> None:
    """Annotate everything as the colleague রিনা."""
    for pair in list(there.pairs()):
        there.judge_pair(
            pair.a, pair.b, annotator="রিনা", relation="same_event", note="theirs", done=True
        )
    event = there.add_event(title="ডুবে যাওয়া নৌকা")
    for article in there.article_ids():
        there.annotate_span(article, 0, 4, label="caption", annotator="রিনা")
        there.label_event(article, event.id, annotator="রিনা")
        accepted, refused = there.suggestions(article)
        there.accept_suggestion(accepted.id, annotator="রিনা")
        there.refuse_suggestion(refused.id, annotator="রিনা")


def _suggested(articles: Sequence[str]) -> list[Suggestion]:
    return [
        Suggestion("", "span", "ours", "1", 0.9, article, start=5, end=8, label=label)
        for article in articles
        for label in ("navigation", "caption")
    ]


@pytest.fixture
def blind(person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Person:
    """The window of A2 in a blind team, with many annotations by the colleague রিনা."""
    monkeypatch.setenv("DITTOMARK_DATA", str(tmp_path / "data"))
    folder = tmp_path / "shared"
    with Project.create(tmp_path / "lead.ditto", annotator="Lead") as project:
        ids = project.add_articles(new_articles()).added
        for other in ids[1:]:
            project.add_pair(ids[0], other)
        create_team(project, folder, annotator="Lead", rules=Rules(blind=True))
        project.add_suggestions(_suggested(ids))
        sync(project, annotator="Lead")
    Colleague(folder, tmp_path / "rina.ditto", "রিনা").sync(_all_they_can)
    with join_team(folder, tmp_path / "mine.ditto", annotator="A2") as project:
        sync(project, annotator="A2")
        article = project.article_ids()[0]
        project.annotate_span(article, 0, 4, label="navigation", annotator="A2")
    person.open_project(tmp_path / "mine.ditto")
    return person


def test_the_dashboard_counts_one_s_own_work_and_says_so(blind: Person) -> None:
    blind.do("dashboard")
    page = blind.window.stack.currentWidget()
    assert isinstance(page, Dashboard)
    assert "রিনা" not in page.annotators.accessibleDescription()
    assert page.relations.accessibleDescription() == ""
    assert page.labels.accessibleDescription() == "Navigation: 1"
    told = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert any("hidden until it is settled" in words for words in told)


def test_an_export_holds_one_s_own_work_alone(blind: Person) -> None:
    blind.do("export")
    dialog = blind.dialog(ExportDialog)
    offered = [dialog.annotator.itemText(row) for row in range(dialog.annotator.count())]
    assert offered == ["A2"]
    blind.wait_for(lambda: len(dialog.preview.toPlainText()) > 10)
    assert "same_event" not in dialog.preview.toPlainText()
    dialog.reject()


def test_an_event_names_no_article_that_others_attached(blind: Person) -> None:
    (event,) = blind.app.session.project.events()
    blind.do("show_events")
    blind.window.parts.lists.events.activated.emit(event.id)
    editor = blind.dialog(EventEditor)
    assert editor.articles.count() == 0
    editor.reject()


def test_a_report_of_a_pair_leaves_others_out(blind: Person, tmp_path: Path) -> None:
    pair = blind.window.parts.workspace.pair
    assert pair is not None
    write_report(blind.app.session, pair, tmp_path / "report.html")
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "theirs" not in page
    assert "রিনা" not in page
    assert "ডুবে যাওয়া নৌকা" not in page


def test_what_compares_people_is_not_offered(blind: Person) -> None:
    for action in ("agreement", "consistency", "conflicts", "adjudicate"):
        assert not blind.can(action), action


def test_what_a_colleague_accepted_or_refused_stays_suggested(blind: Person) -> None:
    workspace = blind.window.parts.workspace
    (article, *_) = workspace.articles
    project = blind.app.session.project
    first, second = workspace.suggestions(0)
    assert (first.state, second.state) == ("open", "open")
    blind.do("next_suggestion")
    blind.do("accept_suggestion")
    blind.wait_for(lambda: len(workspace.suggestions(0)) == 1)
    assert [each.annotator for each in workspace.spans(0)].count("A2") >= 1
    (left,) = workspace.suggestions(0)
    blind.app.session.project.refuse_suggestion(left.id, annotator="A2")
    blind.wait_for(lambda: not workspace.suggestions(0))
    # Undone, it is open for this annotator again, and the colleague's judgement is kept.
    blind.do("undo")
    blind.wait_for(lambda: len(workspace.suggestions(0)) == 1)
    state = {
        each.id: each.state
        for each in blind.app.session.project.suggestions(article.id, state=None)
    }
    assert sorted(state.values()) == ["accepted", "refused"]
    project.decide_spans(article.id, [], annotator="Lead")
    blind.wait_for(lambda: not workspace.suggestions(0))


def test_what_a_lead_refused_is_suggested_to_nobody(blind: Person, tmp_path: Path) -> None:
    project = blind.app.session.project
    article = project.article_ids()[0]
    with Project.open(tmp_path / "lead.ditto", annotator="Lead") as there:
        there.add_suggestions(
            [Suggestion("", "span", "ours", "1", 0.9, article, start=2, end=4, label="caption")]
        )
        new = max(there.suggestions(article), key=lambda each: -(each.start or 0))
        there.refuse_suggestion(new.id, annotator="Lead")
        sync(there, annotator="Lead")
    blind.wait_for(lambda: len(project.suggestions(article, state=None)) == 3)
    assert new.id not in [each.id for each in project.suggestions(article, open_for="A2")]


def test_open_suggestions_list_what_a_colleague_settled(blind: Person) -> None:
    project = blind.app.session.project
    articles = len(project.article_ids())
    blind.do("open_suggestions")
    page = blind.window.stack.currentWidget()
    assert isinstance(page, OpenSuggestionsPage)
    assert page.count.text() == f"{2 * articles} open suggestions"
    page.list.setCurrentIndex(page.model.index(0, 0))
    blind.press(Qt.Key.Key_Plus, where=page.list)
    blind.press(Qt.Key.Key_Minus, where=page.list)
    assert page.count.text() == f"{2 * articles - 2} open suggestions"
    page.refresh()
    assert page.model.rowCount() == 2 * articles - 2
    blind.do("undo")
    blind.wait_for(lambda: page.count.text() == f"{2 * articles - 1} open suggestions")


def test_accepting_all_above_a_score_counts_what_a_colleague_settled(blind: Person) -> None:
    articles = len(blind.app.session.project.article_ids())
    blind.do("trust")
    page = blind.window.stack.currentWidget()
    assert isinstance(page, SuggestionQualityPage)
    page.suggester.setCurrentIndex(page.suggester.findData("ours"))
    page.score.setValue(0.5)
    assert page.accept_button.text() == f"Accept {2 * articles} suggestions"
    blind.click(page.accept_button)
    blind.wait_for(lambda: page.accept_button.text() == "Accept 0 suggestions")


def test_passages_that_a_colleague_refused_are_shown(blind: Person, tmp_path: Path) -> None:
    """They disappear when this annotator refuses them, or the question is decided."""
    project = blind.app.session.project
    pair = next(iter(project.pairs()))
    texts = [project.article(each).text for each in (pair.a, pair.b)]
    passages = compare(*texts).passages
    with Project.open(tmp_path / "rina.ditto", annotator="রিনা") as there:
        there.refuse_passages(pair, passages[:1], annotator="রিনা")
        sync(there, annotator="রিনা")
    blind.wait_for(lambda: bool(project.refused_links(pair.a, pair.b)))
    assert not project.refused_links(pair.a, pair.b, seen_by="A2")
    assert project.refused_links(pair.a, pair.b, seen_by="Lead")
    project.refuse_passages(pair, passages[:1], annotator="A2")
    assert project.refused_links(pair.a, pair.b, seen_by="A2")
    project.undo(annotator="A2")
    assert not project.refused_links(pair.a, pair.b, seen_by="A2")
    project.decide_links(pair.a, pair.b, [], annotator="Lead")
    assert project.refused_links(pair.a, pair.b, seen_by="A2")
