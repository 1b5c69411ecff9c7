"""The compare view as a user sees and uses it, with real events."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.gui.compare_view.conftest import Opened
from tests.helpers.compare_samples import (
    MORNING,
    ONLINE,
    article,
    ferry,
    meeting,
    place,
    span,
)

from dittomark_gui.compare_view.compare_view import CompareView
from dittomark_gui.compare_view.values import PaneContent, Selection
from dittomark_gui.view_state import Layers


def press(view: CompareView, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
    QTest.keyClick(view.panes.views()[view.focused_pane()], key, modifier)


SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
PLAIN = Qt.KeyboardModifier.NoModifier


def test_next_passage_goes_by_number_and_round(view: CompareView) -> None:
    seen: list[int | None] = []
    view.passage_changed.connect(seen.append)
    for _ in range(4):
        view.next_passage()
    assert seen == [0, 1, 2, 0]
    assert view.passage_summary(0).edits[0].a == "প্রেসিডেন্ট"


def test_shift_selects_whole_characters_and_words(view: CompareView) -> None:
    press(view, Qt.Key.Key_Right, SHIFT)
    assert view.selection() == Selection(0, "article-1", 0, 2)  # বু is one character
    press(view, Qt.Key.Key_Home, CONTROL)
    press(view, Qt.Key.Key_Right, SHIFT | CONTROL)
    selected = view.selection()
    assert selected is not None
    assert MORNING[selected.start : selected.end] == "বুধবার "


def test_a_block_is_selected_with_one_call_and_grows(view: CompareView) -> None:
    view.go_to_offset(0, place(MORNING, "সর্বাধিক পঠিত")[0])
    block = view.block_at_caret()
    assert block is not None
    assert MORNING[block.start : block.end] == "সর্বাধিক পঠিত"
    block = view.block_at_caret(extend=True)
    assert block is not None
    assert MORNING[block.start : block.end].endswith("চলাচল বন্ধ")


def test_a_click_in_the_margin_asks_to_mark_the_line(qtbot: QtBot, view: CompareView) -> None:
    pane = view.panes.views()[0]
    y = pane.scene.layout.y_of(place(MORNING, "তেলের দাম")[0])[0] - pane.y_at_top + 8
    with qtbot.waitSignal(view.mark_requested) as asked:
        QTest.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, PLAIN, QPoint(4, round(y)))
    assert MORNING[asked.args[0].start : asked.args[0].end] == "তেলের দাম আরও কমেছে"


def test_find_sees_through_digits_of_another_script(view: CompareView) -> None:
    assert view.find("2019") == 2
    assert view.next_hit()
    assert view.find("") == 0


def test_the_search_goes_on_in_the_next_pair(view: CompareView) -> None:
    heard: list[int] = []
    view.hits_changed.connect(heard.append)
    view.find("ferry")
    a, b = ferry()
    view.set_contents([PaneContent(a), PaneContent(b)])
    assert heard == [2]
    assert view.next_hit()
    view.find("")
    view.set_contents([PaneContent(a), PaneContent(b)])
    assert heard == [2]


def test_the_keyboard_comes_back_to_the_pane_that_had_it(view: CompareView) -> None:
    view.focus_pane(1)
    view.panes.views()[1].clearFocus()
    view.setFocus()
    assert view.panes.views()[1].hasFocus()


def test_blind_mode_shows_nothing_that_the_machine_found(view: CompareView) -> None:
    view.set_layers(Layers.blind())
    assert view.visible_layers() == ()
    kinds = {mark.kind for pane in view.panes.views() for mark in pane.scene.marks.all}
    assert kinds == {"span"}
    assert not view.next_passage()


def test_spans_fold_away_and_come_back(view: CompareView) -> None:
    layout = view.panes.views()[0].scene.layout
    view.repaint()
    before = layout.height
    view.set_boilerplate_folded(True)
    view.repaint()
    assert layout.height < before
    view.set_boilerplate_folded(False)
    view.repaint()
    assert layout.height == before


def test_a_folded_stretch_of_a_line_has_one_tag(opened: Opened) -> None:
    a = article("The ferry left. Share this story. It came back.", number=1)
    view = opened(PaneContent(a, (span(a, "Share this story.", "share_subscribe"),)), "Another.")
    scene = view.panes.views()[0].scene
    assert [inlay.kind for inlay in scene.paint_state.inlays.of_paragraph(0).inlays] == ["tag"]
    view.set_boilerplate_folded(True)
    assert [inlay.kind for inlay in scene.paint_state.inlays.of_paragraph(0).inlays] == ["fold"]


def test_a_blank_line_inside_a_span_of_words_is_no_block(opened: Opened) -> None:
    a = article("One two.\n\nThree four.\n\nFive six.", number=1)
    words = span(a, "two.\n\nThree", "caption", key="s1")
    block = span(a, "four.\n\nFive six.", "caption", key="s2")
    view = opened(PaneContent(a, (words, block)), "Another.")
    scene = view.panes.views()[0].scene
    marks = {mark.key: mark for mark in scene.marks.all}
    is_block = scene.paint_state.inlays.is_block
    assert [is_block(marks["s1"], index) for index in range(5)] == [False] * 5
    assert [is_block(marks["s2"], index) for index in (2, 3, 4)] == [False, True, True]


def test_updating_a_pane_keeps_caret_and_selection(view: CompareView) -> None:
    view.go_to_offset(0, 10, 21)
    a, _ = meeting()
    view.update_pane(0, PaneContent(a))
    assert view.selection() == Selection(0, "article-1", 10, 21)
    assert not view.next_span()


def test_the_text_of_a_passage_is_exact(view: CompareView) -> None:
    summary = view.passage_summary(1)
    assert summary.a == summary.b == "২০১৯ সালের পর এটাই দুজনের প্রথম সাক্ষাৎ।"
    assert (summary.number, summary.position, summary.total) == (2, 2, 3)
    assert summary.a in ONLINE
