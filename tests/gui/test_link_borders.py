"""The start and end of links, messages about them, and the keys of their list."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.gui.test_links import FERRY, OWNER, TOLD, edge_of_lit, links, press, quoted
from tests.gui.test_links import pair as pair  # noqa: PLC0414  (the fixture)
from tests.gui.test_links import path as path  # noqa: PLC0414  (the fixture)
from tests.helpers.window import CONTROL, LEFT, Person

from dittomark.annotations import NewArticle
from dittomark.project import Project
from dittomark_gui.compare_view.link_borders import word_border
from dittomark_gui.work.label_menu import LabelMenu

ALT = Qt.KeyboardModifier.AltModifier


@pytest.mark.parametrize(
    ("text", "offset", "start", "border"),
    [
        ("one three", 5, True, 4),
        ("one three", 8, True, 9),
        ("one three", 3, True, 4),
        ("one three", 4, False, 3),
        ("one “three” four", 4, True, 4),
        ("one “three” four", 12, False, 11),
        ("শিউলিয়া নদীতে", 6, False, 8),
        ("one  ", 4, True, 4),
        ("  one", 1, False, 1),
    ],
)
def test_the_border_of_words(text: str, offset: int, start: bool, border: int) -> None:
    assert word_border(text, offset, start=start) == border


def test_keys_move_a_border_to_a_word_and_alt_into_it(pair: Person) -> None:
    press(pair, Qt.Key.Key_J)
    press(pair, Qt.Key.Key_L)
    pair.put_caret("orthern landing", 0)
    press(pair, Qt.Key.Key_Comma)
    assert FERRY[FERRY.index("northern") :] in quoted(pair, links(pair)[0])
    pair.put_caret("orthern landing", 0)
    press(pair, Qt.Key.Key_Comma, ALT)
    assert FERRY[FERRY.index("orthern") :] in quoted(pair, links(pair)[0])
    pair.put_caret("wn with", 0)
    press(pair, Qt.Key.Key_Period, ALT)
    assert "orthern landing before da" in quoted(pair, links(pair)[0])


@pytest.mark.parametrize("held", [Qt.KeyboardModifier.NoModifier, ALT])
def test_a_drag_goes_from_word_to_word_unless_alt_is_held(
    pair: Person, held: Qt.KeyboardModifier
) -> None:
    press(pair, Qt.Key.Key_J)
    press(pair, Qt.Key.Key_L)
    view = pair.pane(0)
    place, target = edge_of_lit(pair, "end"), pair.point(pair.place("nety people", 0)[0], 0)
    QTest.mousePress(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, place)
    for point in (place + (target - place) / 2, target):
        move = QMouseEvent(
            QMouseEvent.Type.MouseMove,
            point.toPointF(),
            view.viewport().mapToGlobal(point).toPointF(),
            LEFT,
            LEFT,
            held,
        )
        QApplication.sendEvent(view.viewport(), move)
    QTest.mouseRelease(view.viewport(), LEFT, held, target)
    words = " with ni" if held == ALT else " with"
    assert f"The ferry to Char Kukri left the northern landing before dawn{words}" in quoted(
        pair, links(pair)[0]
    )


def test_a_link_is_divided_between_words(pair: Person) -> None:
    press(pair, Qt.Key.Key_J)
    press(pair, Qt.Key.Key_L)
    pair.put_caret("efore dawn", 0)
    press(pair, Qt.Key.Key_T)
    found = {text for link in links(pair) for text in quoted(pair, link)}
    assert "before dawn with ninety people on board." in found


def test_a_link_made_by_hand_says_its_kind_and_how_to_change_it(pair: Person) -> None:
    pair.select_with_mouse(OWNER, 0)
    pair.select_with_mouse(TOLD, 1)
    press(pair, Qt.Key.Key_L)
    assert "Linked as “Word for word”. Another kind: I" in pair.messages()[-1]
    press(pair, Qt.Key.Key_I)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, LabelMenu)
    menu.setActiveAction(next(a for a in menu.actions() if a.data() == "rewrite"))
    pair.press(Qt.Key.Key_Return, where=menu)
    assert links(pair)[0].kind == "rewrite"


def test_a_link_whose_border_moved_keeps_the_marks_of_changed_words(pair: Person) -> None:
    pair.select_with_mouse(OWNER, 0)
    press(pair, Qt.Key.Key_J)
    panes = pair.window.parts.view.panes
    press(pair, Qt.Key.Key_L)
    pair.put_caret("northern landing", 0)
    press(pair, Qt.Key.Key_Comma)
    comparison = panes.shown.comparison
    assert comparison is not None
    [link] = [p for p in comparison.passages if p.kind.startswith("link:")]
    assert all(link.a.start <= edit.a[0] and edit.a[1] <= link.a.end for edit in link.edits)


def test_delete_in_the_list_goes_on_with_the_next_and_says_whose_a_link_is(pair: Person) -> None:
    press(pair, Qt.Key.Key_L, Qt.KeyboardModifier.ShiftModifier)
    listed = pair.window.parts.label_panel.links
    listed.setFocus()
    listed.setCurrentIndex(listed.model().index(0, 0))
    pair.press(Qt.Key.Key_Delete, where=listed)
    pair.press(Qt.Key.Key_Delete, where=listed)
    assert links(pair) == []
    press(pair, Qt.Key.Key_Z, CONTROL)
    pair.app.session.set_annotator("A2")
    QApplication.processEvents()
    listed.setFocus()
    listed.setCurrentIndex(listed.model().index(0, 0))
    pair.press(Qt.Key.Key_Delete, where=listed)
    assert "A1’s" in pair.messages()[-1]
    assert len(links(pair)) == 1
    pair.do("delete_link")
    assert len(links(pair)) == 1


def test_without_a_link_at_hand_it_is_said(pair: Person) -> None:
    pair.do("delete_link")
    assert "Click a link first" in pair.messages()[-1]


def test_a_counterpart_far_below_is_brought_beside_its_stretch(
    person: Person, tmp_path: Path
) -> None:
    filler = "\n".join(f"Weather line {number} of the harbour report." for number in range(80))
    with Project.create(tmp_path / "long.ditto") as project:
        project.add_articles(
            NewArticle(text, external_id=f"n{number}", date=f"2024-03-0{number + 1}")
            for number, text in enumerate((f"{OWNER}\nnothing else", f"{filler}\n{TOLD}\n{filler}"))
        )
        project.add_pair(*project.article_ids())
    person.open_project(tmp_path / "long.ditto")
    person.window.parts.view.focus_pane(0)
    person.select_with_mouse(OWNER, 0)
    press(person, Qt.Key.Key_L)
    person.settle()
    person.wait_for(lambda: person.window.parts.counterpart_choice.active)
    for pane, words in ((0, OWNER), (1, TOLD)):
        view = person.pane(pane)
        y = view.scene.layout.y_of(person.place(words, pane)[0])[0] - view.y_at_top
        assert 0 <= y < view.viewport().height()
    press(person, Qt.Key.Key_Escape)
