"""Work in the queue and the registry: type, choose, merge, retire."""

import dataclasses
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton, QWidget
from tests.helpers.window import Person

from dittomark.labels import Label
from dittomark.project import Project
from dittomark.sample.demo_project import create_demo
from dittomark_gui.dialogs.event_editor import EventEditor
from dittomark_gui.dialogs.import_dialog import ImportDialog
from dittomark_gui.dialogs.scheme_dialog import SchemeDialog


@pytest.fixture(autouse=True)
def project(person: Person, tmp_path: Path) -> Project:
    """The sample, of which another annotator judged one pair too."""
    create_demo(tmp_path / "sample.ditto")
    with Project.open(tmp_path / "sample.ditto") as other:
        pair = next(other.pairs())
        other.judge_pair(pair.a, pair.b, relation="unrelated", annotator="Rina", done=True)
    person.open_project(tmp_path / "sample.ditto")
    return person.app.session.project


def listed(person: Person) -> set[str]:
    """Return the pairs in the queue."""
    return set(person.window.parts.lists.pairs.model.ids())


def type_filter(person: Person, text: str) -> set[str]:
    """Type into the filter field of the queue; return the listed pairs."""
    field = person.window.parts.lists.pairs.field
    field.clear()
    field.setFocus()
    field.insert(text)
    person.qtbot.wait(300)
    person.settle()
    return listed(person)


def choose(person: Person, field: str, value: str) -> set[str]:
    """Choose in the menu beside the filter field, by triggering the action."""
    person.window.parts.lists.pair_filters.opening.emit()
    person.window.parts.lists.pair_filters.choose(field, value)
    person.settle()
    return listed(person)


def of_day(project: Project, day: str) -> set[str]:
    """Return the pairs with an article of a date."""
    dates = {info.id: info.date for info in project.article_infos()}
    return {pair.id for pair in project.pairs() if day in dates[pair.a] + dates[pair.b]}


def test_the_queue_is_filtered_by_date_however_that_is_written(
    person: Person, project: Project
) -> None:
    expected = of_day(project, "2024-05-27")
    assert expected
    assert expected < listed(person)
    for written in ("2024-05-27", "২৭ মে ২০২৪", "27 May 2024", "২০২৪-০৫-২৭"):
        assert type_filter(person, written) == expected, written
    assert type_filter(person, "২০২৪-০৫") == of_day(project, "2024-05")


def test_the_queue_is_filtered_by_flag_annotator_and_text(person: Person, project: Project) -> None:
    everything = listed(person)
    flagged = person.window.parts.workspace.pair
    assert flagged is not None
    person.press(Qt.Key.Key_F)
    assert choose(person, "status", "flagged") == {flagged.id}
    assert choose(person, "status", "") == everything
    assert choose(person, "judged_by", "Rina") == {next(project.pairs()).id}
    assert choose(person, "judged_by", "") == everything
    found = type_filter(person, '"gale-force"')
    assert found
    assert found < everything
    texts = {info.id: project.article(info.id).text for info in project.article_infos()}
    pairs = {pair.id: pair for pair in project.pairs()}
    assert all("gale-force" in texts[pairs[key].a] + texts[pairs[key].b] for key in found)


def test_two_events_are_merged_in_the_editor_and_undo_parts_them(
    person: Person, project: Project
) -> None:
    keep, gone, *_ = project.events()
    person.do("show_events")
    person.window.parts.lists.events.activated.emit(gone.id)
    editor = person.dialog(EventEditor)
    others = editor.findChildren(QComboBox)[-1]
    others.setCurrentIndex(others.findData(keep.id))
    person.click(button(editor, "Merge into"))
    assert gone.id not in {event.id for event in project.events()}
    assert gone.title in project.event(keep.id).aliases
    person.do("undo")
    assert project.event(gone.id).title == gone.title
    assert project.event(keep.id).aliases == keep.aliases


def test_a_label_in_use_that_is_removed_is_retired_and_its_spans_stay(
    person: Person, project: Project
) -> None:
    span = person.mark_boilerplate(person.text().splitlines()[0], Qt.Key.Key_N)
    person.do("scheme")
    dialog = person.dialog(SchemeDialog)
    assert dialog.spans.table.currentRow() == 0
    person.click(button(dialog.spans, "Remove"))
    person.click(button(dialog, "Use this scheme"))
    label = project.scheme.span_label("navigation")
    assert label is not None
    assert label.retired
    assert project.span(span.id).label == "navigation"
    person.do("undo")
    label = project.scheme.span_label("navigation")
    assert label is not None
    assert not label.retired


def test_files_can_be_dropped_on_any_part_of_the_window(person: Person, tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    path.write_text("A storm halts the ferries.", "utf-8")
    panel = person.window.parts.label_panel
    for target in (
        person.pane().viewport(),
        panel.note,
        person.window.parts.lists.pairs.field,
        panel,
    ):
        drop(target, path)
        QApplication.processEvents()
        dialog = person.dialog(ImportDialog)
        dialog.reject()
        person.settle()
    assert not panel.note.toPlainText()
    assert not person.window.parts.lists.pairs.field.text()


def drop(target: QWidget, path: Path) -> None:
    """Drag a file over a widget and drop it there, as the system delivers the events."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    data.setText(str(path))  # what a file manager adds
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    place = target.rect().center()
    enter = QDragEnterEvent(QPoint(place), copy, data, left, none)
    widget: QWidget | None = target
    while widget is not None:
        # Qt offers a drag to the innermost widget that takes drops, then to those around it.
        if widget.acceptDrops():
            QApplication.sendEvent(widget, enter)
            if enter.isAccepted():
                break
        widget = widget.parentWidget()
    assert widget is not None, "nobody takes the file"
    QApplication.sendEvent(widget, QDropEvent(QPointF(place), copy, data, left, none))


def button(root: QWidget, text: str) -> QPushButton:
    (found,) = [item for item in root.findChildren(QPushButton) if item.text() == text]
    return found


def test_long_names_of_relations_leave_their_keys_in_sight(
    person: Person, project: Project
) -> None:
    long = "Same press release, shortened and put into other words by both"
    relations = (
        *project.scheme.relations,
        Label("same_release", name=long, shortcut="9"),
    )
    project.set_scheme(dataclasses.replace(project.scheme, relations=relations))
    person.settle()
    row = person.window.parts.label_panel.relations.rows[-1]
    assert row.button.text().endswith("…")
    assert row.button.accessibleName() == long
    assert long in row.button.toolTip()
    panel = person.window.parts.label_panel
    assert panel.rect().contains(row.hint.mapTo(panel, row.hint.rect().bottomRight()))


def test_an_empty_project_offers_to_import_and_shows_no_panel_of_labels(
    person: Person, tmp_path: Path
) -> None:
    Project.create(tmp_path / "empty.ditto").close()
    person.open_project(tmp_path / "empty.ditto")
    assert not person.window.parts.label_panel.isVisible()
    path = tmp_path / "one.txt"
    path.write_text("A storm halts the ferries.", "utf-8")
    assert button(person.window.parts.layout.middle, "Import articles…").isVisible()
    drop(person.window.parts.layout.middle, path)
    person.settle()
    person.dialog(ImportDialog).accept()
    person.settle()
    assert person.window.parts.label_panel.isVisible()
    assert person.text() == "A storm halts the ferries."


def test_what_a_filter_finds_is_shown_from_the_top(person: Person) -> None:
    person.window.resize(1000, 420)
    panel = person.window.parts.lists.pairs
    bengali = panel.model.ids()[-2]
    person.window.parts.navigation.show_pair(bengali)
    bar = panel.view.verticalScrollBar()
    assert bar.value() > 0
    assert bengali not in type_filter(person, "Delta Wire")
    assert (bar.value(), bar.maximum() > 0) == (0, True)
