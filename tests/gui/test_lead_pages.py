"""The lead's pages: dashboard, timeline, guidelines, scheme, history, search for pairs."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QPushButton
from tests.helpers.projects import make_project
from tests.helpers.window import LEFT, PLAIN, Person

from dittomark.annotations import NewArticle
from dittomark.project import Project
from dittomark_gui.dialogs.history_dialog import HistoryDialog
from dittomark_gui.dialogs.label_table import LabelTable
from dittomark_gui.dialogs.scheme_dialog import SchemeDialog
from dittomark_gui.dialogs.search_dialog import FindPairsDialog
from dittomark_gui.models.history_rows import PAGE, HistoryModel
from dittomark_gui.panels.charts import histogram
from dittomark_gui.panels.dashboard import Dashboard
from dittomark_gui.panels.guidelines import Guidelines
from dittomark_gui.panels.timeline import TimelinePage


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A project with three articles, one judged pair and a dated event."""
    with make_project(tmp_path) as project:
        one, two, three = project.article_ids()
        project.add_pair(one, two)
        project.judge_pair(
            one, two, relation="partially_derived", annotator="A1", done=True, seconds=12.0
        )
        project.annotate_span(one, 0, 4, label="navigation", annotator="A1")
        later = project.add_event(title="Inquiry", date="2024-03-02")
        project.add_event(title="No day known")
        first = project.add_event(title="Boat sinks", date="2024-02-29")
        project.label_event(three, first.id, annotator="A1")
        assert later.date > first.date
        return project.path


def test_the_dashboard_counts_and_follows_what_is_done(person: Person, path: Path) -> None:
    person.open_project(path)
    person.do("dashboard")
    page = person.window.stack.currentWidget()
    assert isinstance(page, Dashboard)
    assert page.relations.accessibleDescription() == "Partial copy: 1"
    assert page.labels.accessibleDescription() == "Navigation: 1"

    article = person.app.session.project.article_ids()[1]
    person.app.session.run(
        lambda project: project.annotate_span(article, 0, 3, label="caption", annotator="A1")
    )
    person.wait_for(lambda: "Caption: 1" in page.labels.accessibleDescription())

    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert person.window.stack.currentWidget() is person.window.parts.layout.page
    assert not person.window.parts.actions["dashboard"].isChecked()


def test_times_fall_into_the_histogram_s_columns() -> None:
    assert histogram([1, 5, 9.9, 70, 600], limits=(5, 10, 60)) == [1, 2, 0, 2]


def test_the_timeline_is_in_the_order_of_dates_and_opens_an_event(
    person: Person, path: Path
) -> None:
    person.open_project(path)
    person.do("timeline")
    page = person.window.stack.currentWidget()
    assert isinstance(page, TimelinePage)
    titles = [event.title for event, _count in page.timeline.events]
    assert titles == ["Boat sinks", "Inquiry", "No day known"]
    assert [count for _event, count in page.timeline.events] == [1, 0, 0]
    chosen: list[str] = []
    page.timeline.chosen.disconnect()
    page.timeline.chosen.connect(chosen.append)
    QTest.mouseClick(page.timeline, LEFT, PLAIN, QPoint(200, 60))
    QTest.keyClick(page.timeline, Qt.Key.Key_Up)
    QTest.keyClick(page.timeline, Qt.Key.Key_Return)
    events = {event.id: event.title for event in person.app.session.project.events()}
    assert [events[event] for event in chosen] == ["Inquiry", "Boat sinks"]


def test_guidelines_are_kept_in_the_project_and_run_nothing(person: Person, path: Path) -> None:
    person.open_project(path)
    person.do("guidelines")
    panel = person.window.findChild(Guidelines)
    assert isinstance(panel, Guidelines)
    assert "No guidelines yet" in panel.browser.toPlainText()
    person.click(panel.edit_button)
    text = "# How we judge\n\n<b>never bold</b> ![](http://example.com/x.png)"
    panel.editor.setPlainText(text)
    person.click(panel.edit_button)
    assert person.app.session.project.scheme.guidelines == text
    assert "<b>never bold</b>" in panel.browser.toPlainText()
    person.do("guidelines")
    assert not person.window.parts.actions["guidelines"].isChecked()


def rename(labels: LabelTable, row: int, name: str) -> None:
    item = labels.table.item(row, 1)
    assert item is not None
    item.setText(name)


def test_a_label_is_added_renamed_and_moved(person: Person, path: Path) -> None:
    person.open_project(path)
    person.do("scheme")
    dialog = person.dialog(SchemeDialog)
    assert isinstance(dialog, SchemeDialog)
    table = dialog.spans
    table.add()
    row = table.table.rowCount() - 1
    rename(table, row, "খেলার স্কোর")
    table.set_color(row, "#123456")
    table.move_current(-1)
    rename(table, 0, "Menus")
    dialog.accept()
    spans = person.app.session.project.scheme.spans
    assert (spans[0].key, spans[0].name) == ("navigation", "Menus")
    assert spans[-1].key == "other_boilerplate"
    assert (spans[-2].key, spans[-2].name) == ("খেলার_স্কোর", "খেলার স্কোর")
    assert spans[-2].color == "#123456"


def test_a_label_in_use_can_not_be_lost(person: Person, path: Path) -> None:
    person.open_project(path)
    person.do("scheme")
    dialog = person.dialog(SchemeDialog)
    assert isinstance(dialog, SchemeDialog)
    dialog.spans.table.setCurrentCell(0, 1)
    remove = [b for b in dialog.spans.findChildren(QPushButton) if b.text() == "Remove"]
    person.click(remove[0])
    dialog.accept()
    label = person.app.session.project.scheme.span_label("navigation")
    assert label is not None
    assert label.retired


def test_a_scheme_travels_as_a_file(person: Person, path: Path, tmp_path: Path) -> None:
    person.open_project(path)
    person.do("scheme")
    dialog = person.dialog(SchemeDialog)
    assert isinstance(dialog, SchemeDialog)
    dialog.write_to(tmp_path / "scheme.json")
    dialog.spans.remove()
    dialog.read_from(tmp_path / "scheme.json")
    assert dialog.scheme() == person.app.session.project.scheme
    (tmp_path / "broken.json").write_text("[1, 2")
    dialog.read_from(tmp_path / "broken.json")
    assert "broken.json" in person.messages()[-1]
    dialog.reject()


def test_the_history_says_who_changed_what(person: Person, path: Path) -> None:
    person.open_project(path)
    person.do("history")
    dialog = person.dialog(HistoryDialog)
    assert isinstance(dialog, HistoryDialog)
    QAbstractItemModelTester(
        dialog.model, QAbstractItemModelTester.FailureReportingMode.Fatal, dialog
    )
    dialog.operations.setCurrentIndex(dialog.operations.findData("judge_pair"))
    assert dialog.model.rowCount() == 1
    cells = [str(dialog.model.index(0, column).data()) for column in range(4)]
    assert cells[1:3] == ["A1", "Judge a pair"]
    assert cells[3].startswith("Partial copy · ")
    assert " ↔ " in cells[3]
    dialog.operations.setCurrentIndex(dialog.operations.findData(None))
    told = {
        str(dialog.model.index(row, 2).data()): str(dialog.model.index(row, 3).data())
        for row in range(dialog.model.rowCount())
    }
    assert "Navigation" in told["Mark a span"]
    assert "“" in told["Mark a span"]  # the marked text itself
    assert told["Import articles"] == "3 articles"
    dialog.reject()


def test_a_long_history_is_read_page_by_page(person: Person, tmp_path: Path) -> None:
    with make_project(tmp_path, name="long") as project:
        article = project.article_ids()[0]
        with_note = project.annotate_span(article, 0, 4, label="navigation", annotator="A1")
        for number in range(PAGE + 20):
            project.edit_span(with_note.id, note=f"note {number}", annotator="A1")
    person.open_project(tmp_path / "long.ditto")
    model = HistoryModel(person.app.session)
    model.show(annotator=None, operation=None)
    assert model.rowCount() == PAGE
    model.fetchMore(model.index(-1, -1))
    assert model.rowCount() > PAGE + 20
    assert not model.canFetchMore(model.index(-1, -1))


def test_the_list_shows_the_order_that_a_search_was_asked_for(
    person: Person, tmp_path: Path
) -> None:
    stories = [" ".join(f"{name}{number} told" for number in range(60)) for name in "abc"]
    with Project.create(tmp_path / "corpus.ditto") as project:
        texts = [stories[0], stories[0], f"{stories[1]} {stories[2]}", stories[2], stories[1]]
        project.add_articles(
            NewArticle(text, source=f"Paper {number}") for number, text in enumerate(texts)
        )
    person.open_project(tmp_path / "corpus.ditto")
    for order in ("alike", "doubtful", "alike"):
        person.do("find_pairs")
        dialog = person.dialog(FindPairsDialog)
        dialog.order.setCurrentIndex(dialog.order.findData(order))
        person.click(dialog.buttons.buttons()[0])
        person.settle()
        person.wait_for(lambda: len(person.window.parts.lists.pairs.model.ids()) == 3)
        pairs = person.app.session.project.pairs()
        queue = sorted(pairs, key=lambda pair: pair.position or 0.0)
        shown = person.window.parts.lists.pairs.model.ids()
        assert list(shown) == [pair.id for pair in queue]
        assert (queue[0].guess == "exact_duplicate") is (order == "alike")
        if order == "doubtful":  # the work goes on at the top of the order
            assert person.window.parts.workspace.pair == queue[0]
    assert "The queue is sorted: Most doubtful first." in person.messages()[-2]


def test_pairs_are_found_in_the_background_and_fill_the_queue(
    person: Person, tmp_path: Path
) -> None:
    body = " ".join(f"word{number} in the story" for number in range(80))
    with Project.create(tmp_path / "corpus.ditto") as project:
        project.add_articles(
            NewArticle(f"{body}\nfooter of {source}", external_id=source, source=source)
            for source in ("Coast Daily", "Wire Desk")
        )
    person.open_project(tmp_path / "corpus.ditto")
    person.do("find_pairs")
    dialog = person.dialog(FindPairsDialog)
    assert isinstance(dialog, FindPairsDialog)
    dialog.accept()
    person.settle()
    assert len(list(person.app.session.project.pairs())) == 1
    person.wait_for(lambda: person.window.parts.workspace.pair is not None)
