"""An imported dataset brings its annotations: they are shown in every list and pane."""

import json
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QToolButton
from tests.helpers.datasets import small_project
from tests.helpers.window import Person

from dittomark.annotations import NewArticle
from dittomark.exporting import export
from dittomark.project import Project
from dittomark_gui.dialogs.import_dialog import ImportDialog
from dittomark_gui.panels.widgets import Chip


@pytest.fixture
def empty(person: Person, tmp_path: Path) -> Project:
    """An empty project is open."""
    Project.create(tmp_path / "empty.ditto").close()
    person.open_project(tmp_path / "empty.ditto")
    return person.app.session.project


def import_by_dropping(person: Person, path: Path) -> None:
    """Drop a file onto the window, look at the preview, press Import."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    person.window.dropEvent(QDropEvent(QPointF(300, 300), copy, data, left, none))
    QApplication.processEvents()
    dialog = person.dialog(ImportDialog)
    person.settle()
    assert dialog.table.rowCount() > 0
    person.click(dialog.buttons.buttons()[0])
    person.settle()


def span_rows(person: Person) -> list[tuple[str, str]]:
    """Return the spans in the label panel's list: label and text."""
    project, panel = person.app.session.project, person.window.parts.label_panel
    found = []
    for row in panel.spans.rows():
        if row.kind == "span":
            span = project.span(row.id)
            found.append((span.label, person.text(row.pane)[span.start : span.end]))
    return found


def painted(person: Person, pane: int = 0) -> set[str]:
    """Return the ids of the spans painted in the pane."""
    marks = person.pane(pane).scene.marks.all
    return {str(mark.key) for mark in marks if mark.kind == "span"}


def test_spans_judgements_and_events_of_a_dataset_are_seen(
    person: Person, empty: Project, tmp_path: Path
) -> None:
    with small_project(tmp_path / "other.ditto") as other:
        export(other, format="jsonl", out=tmp_path / "other.jsonl")
    import_by_dropping(person, tmp_path / "other.jsonl")
    assert any("annotation" in text for text in person.messages())

    # The queue lists the pairs, and who judged them can be asked for.
    assert person.window.parts.lists.pairs.model.rowCount() == 3
    person.app.session.set_annotator("মিতা")
    pair = next(
        pair
        for pair in empty.pairs()
        if {empty.article(item).info.external_id for item in (pair.a, pair.b)} == {"n1", "k1"}
    )
    person.window.parts.navigation.show_pair(pair.id)
    person.settle()
    chosen = [
        row.key for row in person.window.parts.label_panel.relations.rows if row.button.isChecked()
    ]
    assert chosen == ["partially_derived"]

    # Both annotators' spans are in the list and in the panes.
    pane = next(
        pane
        for pane, article in enumerate(person.window.parts.workspace.articles)
        if article.info.external_id == "n1"
    )
    person.window.parts.view.focus_pane(pane)
    assert sorted(label for label, _ in span_rows(person)) == [
        "copyright_notice",
        "navigation",
        "navigation",
    ]
    assert painted(person, pane) == {span.id for span in person.spans(pane)}

    # The event that came along is attached.
    chips = person.window.parts.label_panel.findChildren(Chip)
    names = [button.accessibleName() for chip in chips for button in chip.findChildren(QToolButton)]
    assert any("বাঁধ নির্মাণ" in name for name in names)

    # Importing is one step of undo for the one who imported, whoever the rows are by.
    person.app.session.set_annotator("A1")
    person.do("undo")
    assert empty.counts()["articles"] == 0


def test_spans_and_predictions_of_another_tool_are_seen(
    person: Person, empty: Project, tmp_path: Path
) -> None:
    text = "Home | News | Sports\nThe ferry stays in port.\nRead more"

    def result(start: int, end: int, label: str) -> dict[str, Any]:
        value = {"start": start, "end": end, "text": text[start:end], "labels": [label]}
        return {"type": "labels", "from_name": "l", "to_name": "t", "value": value}

    task = {
        "id": 7,
        "data": {"text": text},
        "annotations": [{"result": [result(0, 20, "navigation")]}],
        "predictions": [{"result": [result(46, 55, "related_links")], "model_version": "m1"}],
    }
    path = tmp_path / "tasks.json"
    path.write_text(json.dumps([task]), "utf-8")
    import_by_dropping(person, path)
    (article_id,) = empty.article_ids()
    person.window.parts.navigation.show_articles([article_id])
    person.settle()
    assert span_rows(person) == [("navigation", "Home | News | Sports")]
    kinds = [row.kind for row in person.window.parts.label_panel.spans.rows()]
    assert kinds.count("suggestion") == 1


def test_undoing_what_made_a_pair_shows_no_pair_that_is_gone(
    person: Person, empty: Project
) -> None:
    ids = empty.add_articles([NewArticle("নদীতে ফেরি বন্ধ।"), NewArticle("ফেরি চলাচল বন্ধ।")]).added
    with empty.batch("apply_annotations", annotator="A1"):
        empty.add_pair(*ids)
        empty.judge_pair(*ids, relation="unrelated", annotator="A1", done=True)
    person.do("undo")
    person.settle()
    assert not list(empty.pairs())
    assert "Undone" in person.messages()[-1]
    assert not [text for text in person.messages() if "There is no pair" in text]
    assert person.window.parts.workspace.pair is None
    person.do("redo")
    person.settle()
    assert person.window.parts.workspace.pair is not None
