"""From a folder of news pages to a labelled dataset, through the real window."""

import json
import os
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication
from tests.helpers.window import CONTROL, SHIFT, Person

from dittomark_gui.dialogs.event_chooser import EventChooser
from dittomark_gui.dialogs.export_dialog import ExportDialog
from dittomark_gui.dialogs.import_dialog import ImportDialog
from dittomark_gui.dialogs.new_project import NewProject

SEEDS = Path(os.environ.get("DITTOMARK_SEEDS", "../shared/seeds"))

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason=f"the five pages are not in {SEEDS}")


def drop(person: Person, paths: list[Path]) -> None:
    """Drop files onto the window."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path.resolve())) for path in paths])
    copy = Qt.DropAction.CopyAction
    place = QPointF(300, 300)
    none = Qt.KeyboardModifier.NoModifier
    person.window.dropEvent(QDropEvent(place, copy, data, Qt.MouseButton.LeftButton, none))
    QApplication.processEvents()


@pytest.fixture
def project(person: Person, tmp_path: Path) -> Path:
    """A project made in three steps, with the five pages imported by dropping their folder."""
    person.do("new_project")
    dialog = person.dialog(NewProject)
    dialog.name.setText("pages")
    dialog.folder.setText(str(tmp_path))
    for _ in range(3):
        dialog.go_on()
    drop(person, [SEEDS])
    person.settle()
    preview = person.dialog(ImportDialog)
    assert preview.table.rowCount() == 5
    preview.accept()
    person.settle()
    assert person.app.session.project.counts()["articles"] == 5
    return tmp_path / "pages.ditto"


def pair_up(person: Person, first: int, second: int) -> None:
    """Select two articles in the list and make a pair of them."""
    person.do("show_articles")
    panel = person.window.parts.lists.articles
    ids = person.app.session.project.article_ids()
    by_name = sorted(person.app.session.project.article_infos(ids), key=lambda info: info.title)
    panel.view.selectionModel().clearSelection()
    for info in (by_name[first], by_name[second]):
        index = panel.model.index_of(info.id)
        panel.view.selectionModel().select(index, panel.view.selectionModel().SelectionFlag.Select)
    person.do("pair_articles")
    person.settle()


def export_jsonl(person: Person, out: Path) -> list[dict[str, object]]:
    """Export through the dialog; return the rows."""
    person.do("export")
    dialog = person.dialog(ExportDialog)
    dialog.place.setText(str(out))
    person.settle()
    dialog.accept()
    person.settle()
    return [json.loads(line) for line in out.read_text("utf-8").splitlines()]


@pytest.mark.usefixtures("project")
def test_the_five_pages_become_a_labelled_dataset(person: Person, project: Path) -> None:
    pair_up(person, 0, 1)
    session, workspace = person.app.session, person.window.parts.workspace
    assert workspace.comparison is not None
    assert not [item for item in workspace.comparison.passages if not item.weak]

    # Boilerplate: one line with the mouse and a key, the tail from a line on by key alone.
    lines = [line for line in person.text().splitlines() if len(line) > 8]
    first = person.mark_boilerplate(lines[0], Qt.Key.Key_D)
    assert first.label == "byline_dateline"
    person.put_caret(lines[-1])
    person.press(Qt.Key.Key_Home, CONTROL | SHIFT, where=person.pane())
    person.press(Qt.Key.Key_R, where=person.pane())
    tail = next(span for span in person.spans() if span.label == "related_links")
    assert tail.end == len(person.text()[: person.text().index(lines[-1])].rstrip())

    # Change, resize, delete; undo brings it back.
    person.window.parts.view.go_to_span(first.id)
    person.do("change_label")
    person.choose_label(Qt.Key.Key_C)
    assert person.span(first.id).label == "caption"
    person.resize_with_mouse(first.id, to=person.text().rindex(" ", 0, first.end))
    assert person.span(first.id).end < first.end
    person.window.parts.view.go_to_span(first.id)
    person.press(Qt.Key.Key_Delete, where=person.pane())
    assert first.id not in {span.id for span in person.spans()}
    person.press(Qt.Key.Key_Z, CONTROL, where=person.pane())
    assert first.id in {span.id for span in person.spans()}

    # The pair: relation, direction, event, note.
    person.choose_relation("partially_derived")
    before = person.judgement().direction
    person.press(Qt.Key.Key_S, where=person.pane())
    assert {before, person.judgement().direction} == {"a_to_b", "b_to_a"}
    person.choose_relation("same_event")
    person.do("attach_event")
    chooser = person.dialog(EventChooser)
    person.write("A meeting at the spaceport", where=chooser.field)
    chooser.accept()
    person.write("2023-09-13", where=chooser.fields.date)
    chooser.accept()
    assert len(session.project.memberships()) == 2
    person.write("Two reports of one day.", where=person.window.parts.label_panel.note)
    person.finish_pair()

    # Close, reopen, export.
    person.do("close_project")
    person.open_project(project)
    person.window.parts.navigation.show_pair(next(session.project.pairs()).id)
    assert person.judgement().note == "Two reports of one day."
    rows = export_jsonl(person, project.with_suffix(".jsonl"))
    kinds = [row["type"] for row in rows]
    assert kinds.count("article") == 5
    (pair,) = [row for row in rows if row["type"] == "pair"]
    assert "same_event" in json.dumps(pair)


@pytest.mark.usefixtures("project")
def test_importing_the_same_pages_again_adds_nothing(person: Person) -> None:
    drop(person, [SEEDS])
    person.settle()
    person.dialog(ImportDialog).accept()
    assert person.app.session.project.counts()["articles"] == 5
    assert any("5" in text for text in person.messages())


@pytest.mark.usefixtures("project")
def test_the_body_that_stands_twice_is_one_repeat(person: Person) -> None:
    ids = person.app.session.project.article_ids()
    person.window.parts.navigation.show_articles([ids[1]])
    person.settle()
    panel = person.window.parts.label_panel
    person.click(panel.repeats.switch)
    assert 1 <= len(panel.repeats.list.rows()) <= 2
    assert all(row.kind != "repeat" for row in panel.spans.rows())
    comparison = person.window.parts.workspace.comparison
    assert comparison is not None
    longest = max(
        end - start for item in comparison.articles[0].repeats for start, end in item.places
    )
    assert longest > len(person.text()) * 0.4
