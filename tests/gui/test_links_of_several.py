"""Links of several annotators on one pair: distinguished in the articles, adjudicated."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QPushButton
from tests.gui.test_links import BOATS, FERRY, OWNER, TEXTS, TOLD
from tests.gui.test_links import path as path  # noqa: PLC0414  (the fixture)
from tests.helpers.window import Person

from dittomark.annotations import Direction
from dittomark.project import Project
from dittomark_gui.compare_view.badges import Badges
from dittomark_gui.compare_view.marks import Mark
from dittomark_gui.look import theme
from dittomark_gui.panels.adjudication import Adjudication


def link(
    project: Project,
    left: str,
    right: str,
    *,
    who: str,
    kind: str = "verbatim",
    direction: Direction | None = None,
) -> None:
    a, b = project.article_ids()
    starts = TEXTS[0].index(left), TEXTS[1].index(right)
    project.add_link(
        a,
        b,
        a_start=starts[0],
        a_end=starts[0] + len(left),
        b_start=starts[1],
        b_end=starts[1] + len(right),
        kind=kind,
        direction=direction,
        annotator=who,
    )


@pytest.fixture
def several(person: Person, path: Path) -> Person:
    """Rina and Rita differ on where the ferry ends; only Rina linked the owner's sentence."""
    with Project.open(path) as project:
        link(project, FERRY, FERRY, who="Rina")
        link(project, FERRY[:40], FERRY[:40], who="Rita")
        link(project, BOATS, BOATS, who="Rina")
        link(project, BOATS, BOATS, who="Rita", kind="light_edit", direction="b_to_a")
        link(project, OWNER, TOLD, who="Rina", kind="rewrite")
    person.open_project(path)
    return person


def tags(person: Person, pane: int) -> list[str]:
    scene = person.window.parts.view.panes.views()[pane].scene
    inlays = scene.paint_state.inlays
    badges = Badges(theme.current(), size=12, style_of=scene.style_of)
    shown = [
        inlay for i in range(len(inlays.paragraphs)) for inlay in inlays.of_paragraph(i).inlays
    ]
    marks = [inlay.payload for inlay in shown]
    return [badges.badge_text(mark) for mark in marks if isinstance(mark, Mark) and mark.tags]


def test_each_link_has_its_tag_with_its_number_and_whose_it_is(several: Person) -> None:
    left = tags(several, 0)
    assert "1 Word for word (Rin)" in left
    assert len({tag.split()[0] for tag in left}) == len(left)  # no number twice
    assert any(tag.endswith("Word for word (Rit)") for tag in left)
    assert any("Word for word (Rin) · Lightly" in tag for tag in left), left
    several.app.session.set_annotator("Rina")
    several.settle()
    assert tags(several, 0) == left


def panel_of(person: Person) -> Adjudication:
    person.do("adjudicate")
    person.settle()
    [panel] = person.window.findChildren(Adjudication)
    return panel


def buttons(panel: Adjudication, words: str) -> list[QPushButton]:
    return [b for b in panel.findChildren(QPushButton) if words in b.accessibleName()]


def test_what_contradicts_is_left_and_counted(several: Person) -> None:
    several.app.session.set_annotator("Lead")
    panel = panel_of(several)
    [take] = buttons(panel, "nobody contradicts")
    several.click(take)
    project = several.app.session.project
    assert project.decisions() == []
    assert [row.kind for row in project.links(annotator="Lead")] == ["rewrite"]
    assert "1 link taken as yours. 4 contradict each other" in several.messages()[-1]
    several.wait_for(lambda: bool(buttons(panel, "Decide as Lead says")))
    several.click(buttons(panel, "Decide as Lead says")[0])
    [decision] = project.decisions("links")
    assert len(decision.content["links"]) == 1


@pytest.mark.parametrize("size", [QSize(1366, 768), QSize(683, 384)])
def test_the_panel_leaves_most_of_the_screen_to_the_articles(several: Person, size: QSize) -> None:
    several.window.resize(size)
    panel = panel_of(several)
    QApplication.processEvents()
    assert several.window.size() == size
    parts = several.window.parts
    assert parts.view.width() > size.width() * 0.55
    assert not parts.left_panel.isVisible()
    assert panel.answers.height() >= 96
    widest = max(b.mapTo(panel, b.rect().topRight()).x() for b in buttons(panel, "Decide as"))
    assert widest < panel.width()
    several.do("adjudicate")
    QApplication.processEvents()
    assert parts.left_panel.isVisible() is (size.width() > 1000)
