"""A user's own suggesters: saved, ticked, listed, measured, compared, run again."""

import csv
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QListView, QPushButton
from tests.helpers.suggesters import READ_ARTICLES
from tests.helpers.window import Person

from dittomark.annotations import NewPair, Suggestion
from dittomark.project import Project
from dittomark.sample.demo_project import create_demo
from dittomark.suggesting.programs import load_programs
from dittomark_gui.dialogs.suggest_dialog import SuggestDialog
from dittomark_gui.dialogs.suggester_details import SuggesterDetailsDialog
from dittomark_gui.dialogs.suggesters_dialog import SuggestersDialog
from dittomark_gui.panels.open_suggestions_page import OpenSuggestionsPage
from dittomark_gui.panels.suggester_comparison_page import SuggesterComparisonPage
from dittomark_gui.panels.suggestion_quality_page import SuggestionQualityPage

FIRST_WORDS = READ_ARTICLES + (
    "for number, article in enumerate(articles):\n"
    "    say(kind='span', article_id=article['id'], start=0, end=4, label='caption',\n"
    "        score=round(0.5 + number / 100, 2), version='7')\n"
)


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DITTOMARK_DATA", str(tmp_path / "data"))
    create_demo(tmp_path / "sample.ditto")
    return tmp_path / "sample.ditto"


def add_program(person: Person, folder: Path, code: str, name: str = "mine") -> None:
    file = folder / f"{name}.py"
    file.write_text(code, "utf-8")
    person.do("own_suggesters")
    dialog = person.dialog(SuggestersDialog)
    person.write(name, where=dialog.name)
    person.write(f"'{sys.executable}' '{file}'", where=dialog.command)
    person.click(dialog.add_button)
    assert dialog.problem.isHidden()
    dialog.reject()


def suggest_with(person: Person, *names: str, again: int = 0) -> None:
    person.do("suggest")
    dialog = person.dialog(SuggestDialog)
    for key, (box, _) in dialog.boxes.items():
        box.setChecked(key in names)
    dialog.again.setValue(again)
    dialog.accept()
    person.settle()


def opened(person: Person, action: str, kind: type) -> object:
    person.do(action)
    page = person.window.stack.currentWidget()
    assert isinstance(page, kind)
    return page


def test_a_program_is_kept_ticked_and_its_suggestions_bear_its_name(
    person: Person, path: Path, tmp_path: Path
) -> None:
    person.open_project(path)
    add_program(person, tmp_path, FIRST_WORDS)
    assert [each.name for each in load_programs()] == ["mine"]
    suggest_with(person, "mine")
    project = person.app.session.project
    assert project.open_suggesters() == [("mine", "span", 12)] or (
        ("mine", "span", 12) in project.open_suggesters()
    )
    texts = [row.name for row in person.window.parts.label_panel.spans.rows()]
    assert any("mine 5" in text for text in texts)


def test_what_is_wrong_with_a_program_is_said_in_the_dialog(person: Person, path: Path) -> None:
    person.open_project(path)
    person.do("own_suggesters")
    dialog = person.dialog(SuggestersDialog)
    person.write("my model", where=dialog.name)
    person.write("python3 x.py", where=dialog.command)
    person.click(dialog.add_button)
    assert "can't be a suggester's name" in dialog.problem.text()
    assert load_programs() == []
    dialog.reject()


def test_a_program_is_forgotten_and_ours_can_not_be(
    person: Person, path: Path, tmp_path: Path
) -> None:
    person.open_project(path)
    add_program(person, tmp_path, FIRST_WORDS)
    person.do("own_suggesters")
    dialog = person.dialog(SuggestersDialog)
    dialog.list.setCurrentRow(0)
    assert not dialog.remove.isEnabled()
    dialog.list.setCurrentRow(dialog.list.count() - 1)
    person.click(dialog.remove)
    assert load_programs() == []
    dialog.reject()


def test_the_program_that_was_added_is_chosen_in_the_list(
    person: Person, path: Path, tmp_path: Path
) -> None:
    person.open_project(path)
    add_program(person, tmp_path, FIRST_WORDS, "first")
    add_program(person, tmp_path, FIRST_WORDS, "second")
    person.do("own_suggesters")
    dialog = person.dialog(SuggestersDialog)
    for kind in ("link", "event"):
        person.click(dialog.kinds[kind])
    person.write("first", where=dialog.name)
    person.write("python3 other.py", where=dialog.command)
    person.click(dialog.add_button)
    assert (dialog.list.chosen(), dialog.remove.isEnabled()) == ("first", True)
    assert "python3 other.py" in dialog.list.currentItem().text()
    assert {each.name: each.kinds for each in load_programs()}["first"] == {"span", "link", "event"}
    dialog.reject()


def test_a_failing_program_is_told_and_the_window_goes_on(
    person: Person, path: Path, tmp_path: Path
) -> None:
    person.open_project(path)
    add_program(person, tmp_path, READ_ARTICLES + "sys.exit('no model')\n")
    suggest_with(person, "mine")
    assert any("“mine” ended with code 1: no model" in text for text in person.messages())


def test_what_a_failing_program_printed_is_behind_the_message(
    person: Person, path: Path, tmp_path: Path
) -> None:
    person.open_project(path)
    code = READ_ARTICLES + (
        "for article in articles:\n"
        "    say(kind='span', article_id=article['id'], start=0, end=3, label='menu')\n"
        "print('Loading weights', file=sys.stderr)\nsys.exit('no model')\n"
    )
    add_program(person, tmp_path, code)
    suggest_with(person, "mine")
    told = person.messages()[-1]
    assert "mine, 1: “menu” is not a span label of this project. (and 11 more)" in told
    button = person.window.message_bar.findChild(QPushButton, "quiet")
    assert isinstance(button, QPushButton)
    person.click(button)
    dialog = person.dialog(SuggesterDetailsDialog)
    assert "Loading weights\nno model" in dialog.text.toPlainText()
    person.click(dialog.copy)
    assert "Loading weights" in QGuiApplication.clipboard().text()
    dialog.reject()


def test_the_list_is_filtered_ordered_and_decided_by_keys(
    person: Person, path: Path, tmp_path: Path
) -> None:
    person.open_project(path)
    add_program(person, tmp_path, FIRST_WORDS)
    suggest_with(person, "boilerplate", "mine")
    page = opened(person, "open_suggestions", OpenSuggestionsPage)
    assert isinstance(page, OpenSuggestionsPage)
    everything = page.model.rowCount()
    page.suggester.setCurrentIndex(page.suggester.findData("mine"))
    assert page.model.rowCount() == 12 < everything
    page.order.setCurrentIndex(page.order.findData("score"))
    project = person.app.session.project
    best = project.listed_suggestions(page.model.ids())
    assert [each.score for each in best] == sorted((each.score for each in best), reverse=True)
    page.order.setCurrentIndex(page.order.findData("doubtful"))
    assert project.listed_suggestions(page.model.ids()[:1])[0].score == 0.5
    view = page.findChild(QListView)
    assert view is not None
    view.setFocus()
    view.setCurrentIndex(page.model.index(0, 0))
    first, second = page.model.ids()[:2]
    person.press(Qt.Key.Key_Plus, where=view)
    person.press(Qt.Key.Key_Minus, where=view)
    states = {each.id: each.state for each in project.suggestions(state=None)}
    assert (states[first], states[second]) == ("accepted", "refused")
    assert page.model.rowCount() == 10
    assert project.spans()[0].origin.by == "mine"


def test_suggestions_stand_by_suggester_and_a_link_names_and_opens_both_articles(
    person: Person, path: Path
) -> None:
    with Project.open(path) as project:
        ids = project.article_ids()
        titles = [info.title for info in project.article_infos(ids)]
        for whose, score in (("second", 0.9), ("first", 0.2), ("first", 0.4)):
            given = Suggestion(
                *("", "link", whose, "1", score),
                article_id=ids[1],
                start=0,
                end=5 + round(score * 10),
                label="verbatim",
                payload={"article_id": ids[4], "start": 0, "end": 9},
            )
            project.add_suggestions([given])
    person.open_project(path)
    page = opened(person, "open_suggestions", OpenSuggestionsPage)
    assert isinstance(page, OpenSuggestionsPage)
    page.kind.setCurrentIndex(page.kind.findData("link"))
    page.order.setCurrentIndex(page.order.findData("suggester"))
    texts = [
        str(page.model.data(page.model.index(row, 0), Qt.ItemDataRole.DisplayRole))
        for row in range(3)
    ]
    assert ["40 %" in texts[0], "20 %" in texts[1], "second" in texts[2]] == [True] * 3
    assert f"{titles[1]} ↔ {titles[4]}" in texts[0]
    view = page.findChild(QListView)
    assert view is not None
    view.setFocus()
    view.setCurrentIndex(page.model.index(0, 0))
    person.press(Qt.Key.Key_Return, where=view)
    person.settle()
    assert {each.id for each in person.window.parts.workspace.articles} == {ids[1], ids[4]}


def test_of_very_many_the_first_are_listed_and_decided(person: Person, path: Path) -> None:
    with Project.open(path) as project:
        [name, *_] = project.article_ids()
        length = project.article(name).info.length
        project.add_suggestions(
            Suggestion(
                *("", "span", "mine", "1", number / 3000),
                article_id=name,
                start=number % length,
                end=number % length + 1,
                label=("caption", "navigation", "most_read", "byline_dateline")[number // length],
            )
            for number in range(2400)
        )
    person.open_project(path)
    page = opened(person, "open_suggestions", OpenSuggestionsPage)
    assert isinstance(page, OpenSuggestionsPage)
    page.suggester.setCurrentIndex(page.suggester.findData("mine"))
    page.order.setCurrentIndex(page.order.findData("score"))
    assert page.model.rowCount() == 2000
    assert page.count.text() == (
        "2,400 open suggestions. The first 2,000 in this order are listed."
    )
    view = page.findChild(QListView)
    assert view is not None
    view.setFocus()
    view.setCurrentIndex(page.model.index(0, 0))
    person.press(Qt.Key.Key_Plus, where=view)
    assert page.count.text().startswith("2,399 open suggestions")
    person.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier, where=view)
    person.press(Qt.Key.Key_Minus, where=view)
    assert page.count.text() == "400 open suggestions"
    assert page.model.rowCount() == 400


def test_a_suggester_s_suggestions_above_a_score_are_accepted_alone(
    person: Person, path: Path, tmp_path: Path
) -> None:
    person.open_project(path)
    add_program(person, tmp_path, FIRST_WORDS)
    suggest_with(person, "boilerplate", "mine")
    page = opened(person, "trust", SuggestionQualityPage)
    assert isinstance(page, SuggestionQualityPage)
    page.suggester.setCurrentIndex(page.suggester.findData("mine"))
    person.settle()
    assert "does not say how far it can be trusted" in page.explanation.text()
    page.score.setValue(0.6)
    person.click(page.accept_button)
    spans = person.app.session.project.spans()
    assert len(spans) == 2
    assert {span.origin.by for span in spans} == {"mine"}
    person.settle()


def test_relations_above_a_score_are_accepted_as_well(person: Person, path: Path) -> None:
    with Project.open(path) as project:
        ids = project.article_ids()
        rows = [(ids[0], ids[1], 0.9), (ids[2], ids[3], 0.4)]
        project.add_pairs([NewPair(a, b) for a, b, _ in rows])
        for a, b, score in rows:
            pair = project.find_pair(a, b)
            assert pair is not None
            given = Suggestion(
                "", "relation", "mine", "1", score, pair_id=pair.id, label="unrelated"
            )
            project.add_suggestions([given])
    person.open_project(path)
    page = opened(person, "trust", SuggestionQualityPage)
    assert isinstance(page, SuggestionQualityPage)
    page.suggester.setCurrentIndex(page.suggester.findData("mine"))
    assert (page.kind.currentData(), page.kind.isVisible()) == ("relation", True)
    page.score.setValue(0.5)
    person.click(page.accept_button)
    judgements = person.app.session.project.judgements()
    assert [(each.relation, each.origin.by) for each in judgements] == [("unrelated", "mine")]
    person.settle()


def test_a_package_is_called_by_its_name_once_it_was_asked(
    person: Person, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    info = tmp_path / "site" / "mine-0.1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: mine\nVersion: 0.1.0\n")
    (info / "entry_points.txt").write_text("[dittomark.suggesters]\nmine = mine_there:Mine\n")
    (tmp_path / "site" / "mine_there.py").write_text(
        "class Mine:\n    key = 'mine'; name = 'My model'; version = '1'; kinds = {'event'}\n"
        "    def suggest(self, view, report): return iter(())\n"
    )
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    person.open_project(path)
    person.do("suggest")
    dialog = person.dialog(SuggestDialog)
    person.settle()
    assert dialog.boxes["mine"][0].text() == "My model (events)"
    dialog.reject()


def test_suggesters_are_compared_and_the_table_is_saved(
    person: Person, path: Path, tmp_path: Path
) -> None:
    with Project.open(path) as project:
        for article in project.article_ids():
            project.annotate_span(article, 0, 4, label="caption", annotator="A1")
    person.open_project(path)
    add_program(person, tmp_path, FIRST_WORDS)
    page = opened(person, "compare_suggesters", SuggesterComparisonPage)
    assert isinstance(page, SuggesterComparisonPage)
    assert set(page.boxes) == {"boilerplate", "mine"}
    person.click(page.measure_button)
    person.settle()
    rows = {
        page.table.item(row, 0).text(): page.table.item(row, 4).text()  # type: ignore[union-attr]
        for row in range(page.table.rowCount())
    }
    assert rows["mine"].startswith("1.00")
    assert page.differences.rowCount() == 1
    assert page.confused.isHidden()
    assert page.differences.isColumnHidden(3)  # a test that relations alone have
    page.save(tmp_path / "compared.csv")
    assert (tmp_path / "compared.csv").read_text("utf-8").startswith("suggester,against")


def test_another_kind_leaves_nothing_of_what_was_measured_before(
    person: Person, path: Path, tmp_path: Path
) -> None:
    with Project.open(path) as project:
        for article in project.article_ids():
            project.annotate_span(article, 0, 4, label="byline_dateline", annotator="A1")
    person.open_project(path)
    add_program(person, tmp_path, FIRST_WORDS)
    page = opened(person, "compare_suggesters", SuggesterComparisonPage)
    assert isinstance(page, SuggesterComparisonPage)
    left = page.boxes["boilerplate"].x()
    person.click(page.boxes["boilerplate"])
    person.click(page.measure_button)
    person.settle()
    first, given = page.confused.item(0, 1), page.confused.item(0, 2)
    assert first is not None
    assert given is not None
    assert (first.text(), given.text()) == ("Caption", "Byline, dateline")
    page.save(tmp_path / "compared.csv")
    *_, confusion = csv.DictReader((tmp_path / "compared.csv").read_text("utf-8").splitlines())
    assert confusion["suggester"] == "mine"
    labels = confusion["suggested_label"], confusion["given_label"]
    assert labels == ("caption", "byline_dateline")
    assert int(confusion["times"]) > 0
    page.kind.setCurrentIndex(page.kind.findData("relation"))
    person.settle()
    assert page.table.isHidden()
    assert page.confused.isHidden()
    assert not page.save_button.isEnabled()
    assert page.boxes["shared-passages"].x() == left
    person.click(page.measure_button)
    person.settle()
    assert "at least 4 items are needed, decided so far: 0." in person.messages()[-1]


def test_suggesters_are_asked_again_after_so_many_decisions(
    person: Person, path: Path, tmp_path: Path
) -> None:
    person.open_project(path)
    add_program(person, tmp_path, FIRST_WORDS)
    suggest_with(person, "mine", again=2)
    project = person.app.session.project
    (tmp_path / "mine.py").write_text(FIRST_WORDS.replace("end=4", "end=5"), "utf-8")
    person.do("accept_all")
    person.settle()
    assert {each.end for each in project.suggestions() if each.suggester == "mine"} == {4}
    first = person.window.parts.workspace.articles[0].id
    project_run = person.app.session.run
    project_run(lambda one: one.annotate_span(first, 10, 14, label="caption", annotator="A1"))
    person.settle()
    assert {each.end for each in project.suggestions() if each.suggester == "mine"} == {5}
