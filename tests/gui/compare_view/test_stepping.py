"""Next and previous items, wrapping around at the ends."""

from dittomark_gui.compare_view.finder import Finder
from dittomark_gui.compare_view.stepping import following, neighbour_in

ITEMS = [((0, 5), "a"), ((0, 9), "b"), ((1, 2), "c")]


def test_next_and_previous_go_from_pane_to_pane_and_round() -> None:
    assert following(ITEMS, (0, 5), 1) == "b"
    assert following(ITEMS, (0, 9), 1) == "c"
    assert following(ITEMS, (1, 2), 1) == "a"
    assert following(ITEMS, (0, 5), -1) == "c"
    assert following(ITEMS, (1, 0), -1) == "b"
    assert following([], (0, 0), 1) is None


def test_from_nothing_the_first_or_the_last() -> None:
    assert neighbour_in([4, 7], None, 1) == 4
    assert neighbour_in([4, 7], None, -1) == 7
    assert neighbour_in([4, 7], 7, 1) == 4
    assert neighbour_in([], 7, 1) is None


def test_the_finder_starts_at_the_caret_and_goes_round() -> None:
    finder = Finder()
    finder.set_query("ab", case=False, whole_words=False)
    finder.find_in(["ab ab", "ab"])
    assert finder.count == 3
    assert finder.step(0, 3, 1) == (0, 3, 5)
    assert finder.step(0, 3, 1) == (1, 0, 2)
    assert finder.step(0, 3, 1) == (0, 0, 2)
    assert finder.step(0, 3, -1) == (1, 0, 2)
    finder.find_in(["x", "x"])
    assert finder.step(0, 0, 1) is None
