"""A pane's accessible interface: the article's text, the caret, positions and marks."""

import gc

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAccessibleTextInterface
from tests.gui.compare_view.conftest import Opened
from tests.helpers.compare_hand import SHIFT, Hand
from tests.helpers.compare_samples import MORNING

from dittomark.texts.segmentation import OffsetTable
from dittomark_gui.compare_view.compare_view import CompareView
from dittomark_gui.compare_view.paragraphs import split_paragraphs
from dittomark_gui.compare_view.spoken_text import SpokenText

MIXED = "One 😀 two\r\nthree\tfour\r\nঅক্ষর ক্ষ্ম \U0001f468\u200d\U0001f469 end\u2028last\x0bone"


def asked(hand: Hand) -> QAccessibleInterface:
    """Return the pane's accessible interface."""
    return QAccessible.queryAccessibleInterface(hand.pane)


def text_of(hand: Hand) -> QAccessibleTextInterface:
    """Return the pane's text interface, requested each time as screen readers do."""
    return asked(hand).textInterface()


def test_a_pane_is_a_text_to_be_read(view: CompareView) -> None:
    hand = Hand(view)
    pane = asked(hand)
    assert pane.role() == QAccessible.Role.EditableText
    assert pane.state().readOnly
    assert pane.state().multiLine
    assert pane.state().focused
    assert pane.childCount() == 0
    assert pane.text(QAccessible.Text.Name).startswith("সকালের খবর")
    assert pane.valueInterface() is None
    text = text_of(hand)
    assert text.text(0, text.characterCount()) == MORNING


@pytest.mark.parametrize("word", ["One", "two", "three", "four", "ক্ষ্ম", "end", "last", "one"])
def test_the_caret_is_told_and_put_by_places_in_the_text(opened: Opened, word: str) -> None:
    view = opened(MIXED, "Another article.")
    hand = Hand(view)
    view.go_to_offset(0, MIXED.rindex(word))
    text = text_of(hand)
    place = text.cursorPosition()
    assert text.text(place, place + len(word)) == word
    text.setCursorPosition(0)
    assert hand.pane.caret == 0
    text.setCursorPosition(place)
    assert hand.pane.caret == MIXED.rindex(word)


def test_a_screen_reader_selects(opened: Opened) -> None:
    view = opened(MIXED, "Another article.")
    hand = Hand(view)
    text = text_of(hand)
    whole = text.text(0, text.characterCount())
    start = OffsetTable(whole).to_utf16(whole.index("two"))
    text.addSelection(start, start + 9)
    assert hand.pane.selected_text() == "two\r\nthree"
    assert text_of(hand).selectionCount() == 1
    hand.pane.place_caret(3)
    assert text_of(hand).selectionCount() == 0


def test_letters_are_told_where_they_are_seen(view: CompareView) -> None:
    hand = Hand(view)
    for words in ("মহাকাশকেন্দ্রে", "সাক্ষাৎ", "ইঙ্গিত", "তেলের"):
        offset = MORNING.index(words)
        view.go_to_offset(0, offset)
        text = text_of(hand)
        told = text.characterRect(offset)
        seen = hand.pane.viewport().mapToGlobal(hand.point(offset))
        assert told.top() <= seen.y() <= told.bottom()
        assert abs(told.left() + 3 - seen.x()) <= 2
        near = text.offsetAtPoint(QPoint(told.left() + 1, told.center().y()))
        assert near == offset


def test_the_text_is_that_of_the_article_now_in_the_pane(opened: Opened) -> None:
    view = opened("First article.", "Second.")
    hand = Hand(view)
    assert text_of(hand).text(0, 5) == "First"
    hand.pane.set_text("Third one.")
    assert text_of(hand).text(0, 5) == "Third"
    assert text_of(hand).cursorPosition() == 0


def test_caret_and_marks_are_told_as_they_come(
    view: CompareView, monkeypatch: pytest.MonkeyPatch
) -> None:
    hand = Hand(view)
    told: list[tuple[QAccessible.Event, str]] = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(
        QAccessible,
        "updateAccessibility",
        lambda event: told.append((event.type(), getattr(event, "message", str)())),
    )
    view.go_to_offset(0, 0)
    view.go_to_passage(0)
    kinds = [kind for kind, _ in told]
    assert QAccessible.Event.TextCaretMoved in kinds
    assert (QAccessible.Event.Announcement, "Passage 1, 94 % alike") in told
    told.clear()
    hand.key(Qt.Key.Key_Right, SHIFT)
    assert [kind for kind, _ in told] == [
        QAccessible.Event.TextSelectionChanged,
        QAccessible.Event.TextCaretMoved,
    ]


def test_nobody_pays_for_a_screen_reader_that_is_not_there(view: CompareView) -> None:
    hand = Hand(view)
    view.go_to_passage(0)
    hand.key(Qt.Key.Key_Right)
    assert [child.metaObject().className() for child in hand.viewport.children()] == []


def test_panes_come_and_go_while_they_are_read(opened: Opened) -> None:
    for _ in range(20):
        view = opened("One article.", "Another.")
        for pane in (0, 1):
            assert text_of(Hand(view, pane)).characterCount() > 0
        view.close()
        view.deleteLater()
        gc.collect()


@given(st.text(alphabet="aক্ষ😀\r\n\t\u2028\x0b\x00\ud800 ", max_size=30))
def test_every_offset_has_a_place_that_leads_back(text: str) -> None:
    paragraphs = split_paragraphs(text)
    spoken = SpokenText(text, paragraphs)
    inside = [
        offset for paragraph in paragraphs for offset in range(paragraph.start, paragraph.end + 1)
    ]
    assert [spoken.from_spoken(spoken.to_spoken(offset)) for offset in inside] == inside
    assert spoken.to_spoken(len(text)) == OffsetTable(spoken.text).to_utf16(len(spoken.text))
