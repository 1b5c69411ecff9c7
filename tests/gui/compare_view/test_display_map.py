"""Offsets are mapped correctly between the source text and the text that Qt lays out."""

from hypothesis import given
from hypothesis import strategies as st

from dittomark_gui.compare_view.display_map import DisplayMap, Inlay

TEXTS = st.text(alphabet="aক্ষ়য 😀👨‍👩‍👧\u200c\u200d\u00a0\t\x00\ufffc\ud800é", max_size=40)


@st.composite
def maps(draw: st.DrawFn) -> tuple[str, DisplayMap]:
    text = draw(TEXTS)
    places = draw(st.lists(st.integers(0, len(text)), max_size=4))
    inlays = [Inlay("badge", at, 20.0, leading=draw(st.booleans())) for at in places]
    return text, DisplayMap(text, inlays)


@given(maps())
def test_every_code_point_is_found_again(case: tuple[str, DisplayMap]) -> None:
    text, shown = case
    for offset in range(len(text) + 1):
        assert shown.from_shown(shown.to_shown(offset)) == offset
        assert shown.from_shown(shown.to_shown(offset, "end")) == offset


@given(maps())
def test_what_is_shown_has_one_unit_or_two_for_each_code_point(
    case: tuple[str, DisplayMap],
) -> None:
    text, shown = case
    units = sum(2 if character > "\uffff" else 1 for character in text)
    assert shown.shown_length == units + len(shown.inlays)
    assert len(shown.shown_text.encode("utf-16-le")) == 2 * shown.shown_length


@given(maps())
def test_shown_positions_never_go_backwards(case: tuple[str, DisplayMap]) -> None:
    text, shown = case
    positions = [shown.to_shown(offset) for offset in range(len(text) + 1)]
    assert positions == sorted(positions)


def test_a_badge_belongs_to_the_text_behind_it_and_a_tag_to_the_text_before_it() -> None:
    shown = DisplayMap("ab cd", [Inlay("badge", 3, 20.0), Inlay("tag", 3, 30.0, leading=False)])
    assert shown.shown_text == "ab \u00a0\u00a0cd"
    assert shown.to_shown(3, "end") == 3  # before both
    assert shown.to_shown(3, "badge") == 4  # behind the tag, with the badge
    assert shown.to_shown(3) == 5  # at the text


def test_a_folded_stretch_is_one_unit_and_its_inside_is_its_start() -> None:
    shown = DisplayMap("abcdef", [Inlay("fold", 2, 40.0, until=5)])
    assert shown.shown_text == "ab\u00a0f"
    assert [shown.to_shown(offset) for offset in range(7)] == [0, 1, 2, 2, 2, 3, 4]
    assert shown.from_shown(2) == 2
    assert shown.from_shown(3) == 5
