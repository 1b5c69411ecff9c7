"""Two people link the same pair; their files are merged, compared, settled, exported and measured."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from tests.gui.test_links import BOATS, FERRY, OWNER, TOLD, press
from tests.gui.test_links import path as path  # noqa: PLC0414  (the fixture)
from tests.helpers.command import run
from tests.helpers.window import SHIFT, Person

from dittomark.project import Project
from dittomark_gui.panels.adjudication import Adjudication
from dittomark_gui.panels.agreement_page import AgreementPage
from dittomark_gui.panels.evaluation_page import EvaluationPage


def said(widget: AgreementPage | EvaluationPage) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel))


@pytest.fixture
def merged(person: Person, path: Path, tmp_path: Path) -> Path:
    """The merged work of two people in two copies of the project."""
    second = Path(shutil.copy(path, tmp_path / "second.ditto"))
    person.open_project(path)
    person.window.parts.view.focus_pane(0)
    press(person, Qt.Key.Key_L, SHIFT)
    person.do("close_project")
    person.app.session.set_annotator("A2")
    person.open_project(second)
    person.window.parts.view.focus_pane(0)
    press(person, Qt.Key.Key_J)
    press(person, Qt.Key.Key_L)
    person.select_with_mouse(OWNER, 0)
    person.select_with_mouse(TOLD, 1)
    press(person, Qt.Key.Key_L)
    person.do("close_project")
    out = tmp_path / "all.ditto"
    assert run("merge", out, path, second).code == 0
    return out


def test_merge_agree_adjudicate_export_import_evaluate(
    person: Person, merged: Path, tmp_path: Path
) -> None:
    person.app.session.set_annotator("Lead")
    person.open_project(merged)
    project = person.app.session.project
    assert sorted(link.annotator for link in project.links()) == ["A1", "A1", "A2", "A2"]
    person.do("agreement")
    person.settle()
    page = person.window.findChild(AgreementPage)
    assert page is not None
    assert "1 pair linked by two or more" in said(page)
    person.do("adjudicate")
    person.settle()
    panel = person.window.findChild(Adjudication)
    assert panel is not None
    item = panel.current()
    assert item is not None
    assert item.kind == "links"
    assert set(item.opinions) == {"A1", "A2"}
    assert len(person.window.parts.view.panes.shown.links) == 3  # both people's, those alike once
    [together] = [
        button for button in panel.findChildren(QPushButton) if "together" in button.text()
    ]
    person.click(together)
    decision = project.decision("links", item.target)
    assert decision is not None
    assert len(decision.content["links"]) == 3
    person.do("evaluation")
    person.settle()
    evaluation = person.window.findChild(EvaluationPage)
    assert evaluation is not None
    person.wait_for(lambda: "PlagDet" in said(evaluation))
    assert "3 links" in said(evaluation)
    [worst] = [b for b in evaluation.findChildren(QPushButton) if "↔" in b.text()]
    person.click(worst)
    assert person.window.parts.workspace.pair is not None
    person.do("close_project")

    out = run("export", merged, "--format", "pan", "--out", tmp_path / "pan", "--adjudicated")
    assert out.code == 0
    again = tmp_path / "again.ditto"
    assert run("new", again).code == 0
    assert run("import", again, tmp_path / "pan").code == 0
    with Project.open(again) as back:
        texts = {article.id: article.text for article in back.articles()}
        found = {
            frozenset(
                (
                    texts[link.a][link.a_start : link.a_end].strip(),
                    texts[link.b][link.b_start : link.b_end].strip(),
                )
            )
            for link in back.links()
        }
    assert found == {frozenset({FERRY}), frozenset({BOATS}), frozenset({OWNER, TOLD})}
    measured = run("evaluate", again, "--grouping", "adaptive", "--json").json
    one = measured["engines"]["adaptive"]
    assert one["cases"] == 3
    assert 0 < one["recall"] < 1
    assert one["precision"] > 0.9
