"""Everything in a pane by keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from tests.gui.compare_view.conftest import Opened
from tests.helpers.compare_hand import ALT, CONTROL, PLAIN, SHIFT, Hand
from tests.helpers.compare_samples import ARABIC, HARBOUR, MORNING, place

from dittomark.texts.segmentation import graphemes
from dittomark_gui.compare_view.compare_view import CompareView

Key = Qt.Key

ODD = "ক্ষমতা 👨‍👩‍👧 a\r\n\tb\u00a0c\u200cd\u202ee\u202c é\r\n\nend"


def test_right_goes_through_every_character_and_never_into_one(opened: Opened) -> None:
    hand = Hand(opened(ODD, "other"))
    borders = [start for start, _ in graphemes(ODD)] + [len(ODD)]
    seen = [hand.pane.caret]
    while hand.pane.caret < len(ODD):
        hand.key(Key.Key_Right)
        assert hand.pane.caret > seen[-1]
        seen.append(hand.pane.caret)
    assert seen == borders
    for expected in reversed(borders[:-1]):
        hand.key(Key.Key_Left)
        assert hand.pane.caret == expected


@pytest.mark.parametrize(
    ("key", "modifiers", "expected"),
    [
        (Key.Key_Right, SHIFT, "T"),
        (Key.Key_Right, SHIFT | CONTROL, "The "),
        (Key.Key_Right, SHIFT | ALT, HARBOUR[: HARBOUR.index("About")]),
        (Key.Key_Down, SHIFT | CONTROL, HARBOUR[: HARBOUR.index('"We')]),
        (Key.Key_End, SHIFT | CONTROL, HARBOUR),
    ],
)
def test_shift_extends_by_each_unit(
    opened: Opened, key: Qt.Key, modifiers: Qt.KeyboardModifier, expected: str
) -> None:
    hand = Hand(opened(HARBOUR, "other"))
    hand.key(key, modifiers)
    assert hand.selected() == expected
    hand.key(
        {Key.Key_Right: Key.Key_Left, Key.Key_Down: Key.Key_Up}.get(key, Key.Key_Home), modifiers
    )
    assert hand.selected() == ""


def test_home_and_end_keep_to_the_line_and_down_keeps_its_column(opened: Opened) -> None:
    hand = Hand(opened(HARBOUR, "other"))
    hand.key(Key.Key_End)
    line_end = hand.pane.caret
    assert 0 < line_end < len(HARBOUR.split("\n")[0])
    assert HARBOUR[line_end] == " "  # in front of the space at which the line wraps
    hand.key(Key.Key_Home)
    assert hand.pane.caret == 0
    hand.key(Key.Key_Right, times=10)
    column = hand.point(hand.pane.caret).x()
    hand.key(Key.Key_Down)
    assert hand.pane.caret > line_end
    assert abs(hand.point(hand.pane.caret).x() - column) < 12
    hand.key(Key.Key_Up)
    assert hand.pane.caret == 10


def test_page_down_goes_on_and_the_text_follows(opened: Opened) -> None:
    view = opened(HARBOUR * 10, "other", size=(800, 400))
    hand = Hand(view)
    hand.key(Key.Key_PageDown)
    assert view.pane_scroll_bar(0).value() > 100
    assert 0 < hand.point(hand.pane.caret).y() < hand.viewport.height()
    hand.key(Key.Key_Home, CONTROL)
    assert (hand.pane.caret, view.pane_scroll_bar(0).value()) == (0, 0)


def test_in_text_that_reads_right_to_left_left_goes_on(opened: Opened) -> None:
    hand = Hand(opened(ARABIC, "other"))
    hand.key(Key.Key_Left)
    assert hand.pane.caret == 1
    hand.key(Key.Key_Right)
    assert hand.pane.caret == 0
    first = hand.point(0)
    assert first.x() > hand.viewport.width() / 2


def test_copy_gives_the_exact_text(opened: Opened) -> None:
    hand = Hand(opened(ODD, "other"))
    hand.key(Key.Key_A, CONTROL)
    hand.key(Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == ODD


def test_an_arrow_leaves_a_selection_at_its_side(view: CompareView) -> None:
    hand = Hand(view)
    start, end = place(MORNING, "স্বাগত জানান")
    view.go_to_offset(0, start, end)
    hand.key(Key.Key_Left)
    assert hand.pane.caret == start
    view.go_to_offset(0, start, end)
    hand.key(Key.Key_Right)
    assert (hand.pane.caret, hand.selected()) == (end, "")


def test_keys_that_move_nothing_are_left_to_the_window(view: CompareView) -> None:
    event = QKeyEvent(QKeyEvent.Type.KeyPress, Key.Key_J, PLAIN, "j")
    Hand(view).pane.keyPressEvent(event)
    assert not event.isAccepted()


def test_the_caret_steps_over_what_is_folded(view: CompareView) -> None:
    view.set_boilerplate_folded(True)
    view.repaint()
    start, end = place(MORNING, "সর্বাধিক পঠিত\nকর্ণফুলী নদীতে ফেরি চলাচল বন্ধ")
    hand = Hand(view)
    view.go_to_offset(0, start - 1)
    hand.key(Key.Key_Right, times=2)
    assert hand.pane.caret == end
    hand.key(Key.Key_Left)
    assert hand.pane.caret == start


def test_going_to_a_folded_place_opens_it(view: CompareView) -> None:
    view.set_boilerplate_folded(True)
    start, _ = place(MORNING, "কর্ণফুলী")
    view.go_to_offset(0, start)
    assert Hand(view).pane.scene.folds == ()


def test_escape_of_the_selection_keeps_the_caret(view: CompareView) -> None:
    view.go_to_offset(0, 0, 10)
    view.clear_selection()
    assert view.selection() is None
    assert Hand(view).pane.caret == 10


def test_plain_movement_selects_nothing(view: CompareView) -> None:
    hand = Hand(view)
    for key in (Key.Key_Right, Key.Key_Down, Key.Key_End, Key.Key_PageDown, Key.Key_Up):
        hand.key(key, PLAIN)
        assert hand.selected() == ""
