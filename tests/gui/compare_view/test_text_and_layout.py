"""Text is laid out correctly in every script and length."""

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication
from tests.gui.compare_view.conftest import Opened
from tests.helpers.compare_hand import Hand
from tests.helpers.compare_samples import ARABIC, HARBOUR, MORNING, article, place, span

from dittomark.texts.segmentation import graphemes
from dittomark_gui.compare_view.article_layout import ArticleLayout, ParagraphInlays
from dittomark_gui.compare_view.line_layout import LineLayout, Setting
from dittomark_gui.compare_view.paragraphs import (
    is_right_to_left,
    paragraph_index,
    split_paragraphs,
)
from dittomark_gui.compare_view.spoken_text import SpokenText
from dittomark_gui.compare_view.values import PaneContent, TextOptions
from dittomark_gui.look import theme
from dittomark_gui.view_state import Layers

CHARACTERS = ("ক্ষ", "ম", "তা", "য়ে", "ন্ত্রী", "ড়", "a", "é", "W", "।", "১", "😀", "👨‍👩‍👧")

WORDS = st.lists(st.sampled_from(CHARACTERS), min_size=1, max_size=8).map("".join)


@pytest.fixture(scope="module")
def setting(fonts: None) -> Setting:  # noqa: ARG001
    return Setting.for_font(theme.text_font("", 13), width=360, line_spacing=1.2)


@given(st.text(alphabet="ab\r\n\u2028\x0b ক", max_size=30))
def test_every_code_point_is_in_exactly_one_paragraph(text: str) -> None:
    paragraphs = split_paragraphs(text)
    assert paragraphs[0].start == 0
    assert paragraphs[-1].stop == len(text)
    for one, other in pairwise(paragraphs):
        assert one.start <= one.end < one.stop == other.start
    assert all("\n" not in text[p.start : p.end] for p in paragraphs)
    starts = [p.start for p in paragraphs]
    for offset in range(len(text) + 1):
        found = paragraphs[paragraph_index(starts, offset)]
        assert found.start <= offset <= found.stop


def test_crlf_is_one_line_break() -> None:
    assert [(p.start, p.end, p.stop) for p in split_paragraphs("a\r\nb")] == [(0, 1, 3), (3, 4, 4)]


@pytest.mark.parametrize(
    ("text", "expected"), [("abc", False), ("٢ ألف", True), ("12 שלום a", True), ("১২ ক", False)]
)
def test_the_first_strong_letter_gives_the_direction(text: str, expected: bool) -> None:
    assert is_right_to_left(text) is expected


def test_text_without_letters_reads_as_its_article_does() -> None:
    assert is_right_to_left("12 – 3", default=True)
    assert not is_right_to_left("12 – 3", default=False)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.lists(WORDS, min_size=1, max_size=20).map(" ".join))
def test_the_caret_is_found_again_where_it_was_painted(setting: Setting, text: str) -> None:
    layout = LineLayout(text, setting)
    for start, _ in graphemes(text):
        box = layout.caret(start)
        line = layout.line_at(box.center().y())
        found = layout.offset_at(box.left(), line)
        assert found == start


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(st.text(alphabet="কষ্টabc অবد السلام 12", min_size=2, max_size=90), st.data())
def test_what_is_tinted_lies_in_its_lines(setting: Setting, text: str, data: st.DataObject) -> None:
    layout = LineLayout(text, setting, right_to_left=is_right_to_left(text))
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    for box in layout.rectangles(start, end):
        assert box.width() > 0
        assert -1 <= box.left() <= box.right() <= setting.width + 1
        assert 0 <= box.top() < box.bottom() <= layout.height


def test_words_of_both_directions_are_tinted_where_they_stand(setting: Setting) -> None:
    layout = LineLayout("\u200fabc def", setting, right_to_left=True)
    word, space, other = (layout.rectangles(*part)[0] for part in ((1, 4), (4, 5), (5, 8)))
    assert word.right() == pytest.approx(space.left())
    assert space.right() == pytest.approx(other.left())
    assert other.right() == pytest.approx(setting.width)


def test_marking_a_word_does_not_move_a_letter(opened: Opened) -> None:
    shown = article(MORNING, number=1)
    view = opened(PaneContent(shown), "other")
    hand = Hand(view)
    start, end = place(MORNING, "ম্ভাবনার ইঙ্গি")
    before = [hand.point(offset) for offset, _ in graphemes(MORNING)]
    inside = span(shown, MORNING[start:end], "caption")
    view.find("ভাবনা")
    assert [hand.point(offset) for offset, _ in graphemes(MORNING)] == before
    view.update_pane(0, PaneContent(shown, (inside,)))
    after = [hand.point(offset) for offset, _ in graphemes(MORNING) if offset < end]
    assert after == before[: len(after)]


def test_an_arabic_pane_reads_right_to_left_beside_one_that_does_not(opened: Opened) -> None:
    view = opened(ARABIC, HARBOUR)
    arabic, english = Hand(view, 0), Hand(view, 1)
    assert arabic.point(0).x() > arabic.viewport.width() / 2
    assert english.point(0).x() < english.viewport.width() / 2
    assert arabic.point(40).x() < arabic.point(0).x()
    short = arabic.point(ARABIC.index("مشاركة"))
    assert abs(short.x() - arabic.point(0).x()) < 12  # every paragraph begins at the right edge


def test_only_what_is_looked_at_is_laid_out(setting: Setting) -> None:
    text = "\n".join(HARBOUR.replace("\n", " ") for _ in range(800))
    layout = ArticleLayout(text, setting, lambda _: ParagraphInlays())
    guessed = layout.height
    layout.measure(0)
    assert sum(layout.is_measured(index) for index in range(len(layout.paragraphs))) == 1
    assert layout.y_of(layout.paragraphs[600].start)[0] == layout.top(600)
    while layout.measure_some(500):
        pass
    assert all(layout.is_measured(index) for index in range(len(layout.paragraphs)))
    assert guessed == pytest.approx(layout.height, rel=0.5)
    assert layout.kept <= 400


def test_very_long_lines_and_empty_articles_are_shown(opened: Opened) -> None:
    view = opened("", HARBOUR.replace("\n", " ") * 250, size=(700, 400))
    assert view.block_at_caret() is None
    assert view.find("ferry") == 250
    view.go_to_offset(1, 90_000)
    assert 0 < Hand(view, 1).point(90_000).y() < 400
    view.repaint()


def test_another_size_of_text_keeps_the_place(opened: Opened) -> None:
    view = opened(HARBOUR * 40, "other", size=(700, 500))
    view.go_to_offset(0, HARBOUR.index("About") + 20 * len(HARBOUR))
    pane = view.panes.views()[0]
    before = pane.scene.layout.paragraph_at(pane.y_at_top)
    view.set_text_options(TextOptions(size=18, line_spacing=1.4))
    for _ in range(50):
        QApplication.processEvents()
    assert pane.scene.layout.paragraph_at(pane.y_at_top) == before


def test_invisible_characters_can_be_shown(opened: Opened) -> None:
    text = "a\u200bb\u00a0c\td \u202ee\u202c\r\nf\n"
    view = opened(text, "other")
    plain = view.grab().toImage()
    view.set_text_options(TextOptions(show_invisibles=True))
    assert view.grab().toImage() != plain
    assert Hand(view).pane.scene.text == text


def test_hidden_layers_leave_no_room_behind(opened: Opened) -> None:
    shown = article(HARBOUR, number=1)
    view = opened(PaneContent(shown, (span(shown, "Captain Ruth", "caption"),)), "other")
    view.set_layers(Layers.blind())
    assert [m.kind for m in view.panes.views()[0].scene.marks.all] == ["span"]


def test_a_very_long_line_is_one_line_to_whoever_works_in_it(opened: Opened) -> None:
    line = " ".join(f"Sentence {n} of the line stands here." for n in range(600))
    text = f"Before.\n{line}\nAfter."
    view = opened(text, "Another.")
    pane = view.panes.views()[0]
    pieces = [p for p in pane.scene.layout.paragraphs if p.goes_on]
    assert len(pieces) > 2
    assert all(text[piece.start : piece.end].endswith(". ") for piece in pieces)
    cut = pieces[0].end
    pane.place_caret(cut - 1)
    places = []
    for _ in range(3):
        pane.move_caret("character", 1, extend=False)
        places.append(pane.caret)
    for _ in range(3):
        pane.move_caret("character", -1, extend=False)
        places.append(pane.caret)
    assert places == [cut, cut + 1, cut + 2, cut + 1, cut, cut - 1]
    pane.place_caret(cut)
    assert pane.block_at_caret() == (8, 8 + len(line))
    pane.place_caret(cut)
    pane.move_caret("paragraph", 1, extend=False)
    assert pane.caret == text.index("After")
    pane.move_caret("paragraph", -1, extend=False)
    assert pane.caret == 8
    assert SpokenText(text, pane.scene.layout.paragraphs).text == text


def test_a_line_without_any_space_is_cut_between_characters() -> None:
    text = "ক্ষ" * 4_000
    pieces = split_paragraphs(text)
    assert len(pieces) > 1
    assert all(text[piece.start :].startswith("ক্ষ") for piece in pieces)
    assert "".join(text[piece.start : piece.end] for piece in pieces) == text
