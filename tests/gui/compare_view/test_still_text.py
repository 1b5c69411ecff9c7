"""Marking never moves the text at the pointer: the next drag hits its target."""

import pytest
from PySide6.QtWidgets import QApplication
from tests.gui.compare_view.conftest import Opened
from tests.helpers.compare_hand import Hand
from tests.helpers.compare_samples import article, span, suggestion

from dittomark.annotations import Span
from dittomark_gui.compare_view.compare_view import CompareView
from dittomark_gui.compare_view.values import PaneContent

LONG = "The ferry stays in port today because the wind is far too strong for the old boat. "
MENU = "Home\n\nPolitics\n\nSport\n\nWeather\n\n"
TEXT = MENU + "\n\n".join(LONG * count for count in (2, 3, 1, 2, 4, 2)) + "\n\nRead more\nContact"


def tops(view: CompareView) -> list[float]:
    """Return the top of every paragraph on the screen."""
    QApplication.processEvents()
    layout = view.panes.views()[0].scene.layout
    for index in range(len(layout.paragraphs)):
        layout.measure(index)
    return [layout.top(i) - view.panes.views()[0].y_at_top for i in range(len(layout.paragraphs))]


def show(view: CompareView, *spans: Span) -> None:
    """Show the spans as after an action on the same text."""
    view.update_pane(0, PaneContent(article(TEXT), spans))
    QApplication.processEvents()


@pytest.mark.parametrize(
    "words",
    [
        "Home\n\nPolitics\n\nSport\n\nWeather",
        "Read more\nContact",
        (LONG * 3).strip(),
        f"{LONG * 3}\n\n{LONG}".strip(),
    ],
)
def test_a_marked_block_leaves_every_line_where_it_is(opened: Opened, words: str) -> None:
    view = opened(PaneContent(article(TEXT)), size=(560, 500))
    before = tops(view)
    show(view, span(article(TEXT), words, "navigation"))
    assert tops(view) == before
    show(view)
    assert tops(view) == before


def test_to_accept_or_refuse_a_suggested_block_moves_nothing(opened: Opened) -> None:
    text = article(TEXT)
    words = "Home\n\nPolitics\n\nSport\n\nWeather"
    view = opened(PaneContent(text, (), (suggestion(text, words, "navigation"),)), size=(560, 500))
    before = tops(view)
    show(view, span(text, words, "navigation"))
    assert tops(view) == before
    show(view)
    assert tops(view) == before


def test_a_tag_that_needs_a_row_of_its_own_moves_what_is_above_the_pointer(opened: Opened) -> None:
    """A tag too wide for any line moves the text above it up, not the line at the pointer."""
    text = article(TEXT)
    view = opened(PaneContent(text), size=(330, 500))
    hand = Hand(view)
    target = TEXT.index(LONG * 4)
    hand.pane.reveal(target, at=300)
    QApplication.processEvents()
    words = TEXT[target : target + len(LONG * 4)].strip()
    other = target + len(words) + 30
    hand.pane.reveal(other, at=350)
    aim = hand.point(other)
    hand.click(aim)
    marks = [span(text, words, f"{'a very long name of a label ' * 2}{n}") for n in range(2)]
    height = sum(tops(view)[-1:])
    show(view, *marks)
    assert tops(view)[-1] == pytest.approx(height, abs=1)
    assert hand.point(other) == aim
    assert hand.pane.scene.layout.height > 0


def test_a_pair_opens_at_the_top_with_the_tags_above_its_first_line(opened: Opened) -> None:
    text = article(TEXT)
    label = "a very long name of a label that fills a line"
    view = opened(PaneContent(text), size=(330, 500))
    hand = Hand(view)
    hand.click(hand.point(3))
    view.set_contents([PaneContent(text, (span(text, "Home", label),))])
    QApplication.processEvents()
    assert view.pane_scroll_bar(0).value() == 0
    show(view, span(text, "Home", label), span(text, "Home", f"{label} too", key="s2"))
    assert view.pane_scroll_bar(0).value() == 0
