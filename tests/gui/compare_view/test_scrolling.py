"""Panes that scroll together, and the overview bars."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.gui.compare_view.conftest import Opened
from tests.helpers.compare_hand import ALT, Hand
from tests.helpers.compare_samples import HARBOUR, MORNING, ONLINE, comparison

from dittomark.compare.comparison import Comparison, Locus, Passage
from dittomark_gui.compare_view.compare_view import CompareView
from dittomark_gui.view_state import Layers

FILLER = "A line that stands in one article only, and is long enough to wrap once or twice.\n"
MARK = "Here the same words stand in both articles, and nowhere else.\n"


def long_pair() -> tuple[str, str, Comparison]:
    """Return two texts with one shared line, early in the first and late in the second."""
    a = FILLER * 20 + MARK + FILLER * 40
    b = FILLER * 45 + MARK + FILLER * 15
    start_a, start_b = a.index(MARK), b.index(MARK)
    found = comparison(
        (a, b),
        (
            Passage(
                Locus(0, start_a, start_a + len(MARK) - 1),
                Locus(1, start_b, start_b + len(MARK) - 1),
                1.0,
                "verbatim",
                False,
                (),
                1,
            ),
        ),
    )
    return a, b, found


def shown(opened: Opened) -> CompareView:
    a, b, found = long_pair()
    view = opened(a, b, size=(900, 500))
    view.set_comparison(found)
    for _ in range(30):
        QApplication.processEvents()
    return view


def height_of_mark(view: CompareView, pane: int) -> float:
    hand = Hand(view, pane)
    text = hand.pane.scene.text
    return hand.point(text.index(MARK)).y()


def test_the_passage_at_the_reading_position_is_at_one_height(opened: Opened, qtbot: QtBot) -> None:
    view = shown(opened)
    hand = Hand(view, 0)
    bar = view.pane_scroll_bar(0)
    heights = []
    while bar.value() < bar.maximum():
        hand.wheel(-1)
        qtbot.waitUntil(lambda: view.panes.lock.at_rest)
        y = height_of_mark(view, 0)
        middle = hand.viewport.height() / 2
        if abs(y - middle) < 14:
            heights.append((y, height_of_mark(view, 1)))
    assert heights
    assert all(abs(one - other) <= 16 for one, other in heights)
    other = view.pane_scroll_bar(1)
    assert other.value() == other.maximum()


def test_a_long_way_is_glided_not_jumped(opened: Opened, qtbot: QtBot) -> None:
    view = shown(opened)
    other = view.pane_scroll_bar(1)
    ways: list[int] = []
    before = other.value()

    def note(value: int) -> None:
        nonlocal before
        ways.append(abs(value - before))
        before = value

    other.valueChanged.connect(note)
    text = Hand(view, 0).pane.scene.text
    Hand(view, 0).pane.reveal(text.index(MARK), at=200)
    qtbot.waitUntil(lambda: view.panes.lock.at_rest)
    assert sum(ways) > view.height()
    assert max(ways) < sum(ways) / 10


def test_alt_scrolls_one_pane_alone(opened: Opened) -> None:
    view = shown(opened)
    Hand(view, 0).wheel(-3, ALT)
    assert view.pane_scroll_bar(0).value() > 0
    assert view.pane_scroll_bar(1).value() == 0


def test_unlocked_panes_scroll_each_for_itself(opened: Opened) -> None:
    view = shown(opened)
    view.set_scroll_locked(False)
    Hand(view, 1).wheel(-5)
    assert (view.pane_scroll_bar(0).value(), view.pane_scroll_bar(1).value() > 0) == (0, True)


def test_in_blind_mode_scrolling_does_not_betray_the_passages(opened: Opened, qtbot: QtBot) -> None:
    view = shown(opened)
    view.set_layers(Layers.blind())
    bar, other = view.pane_scroll_bar(0), view.pane_scroll_bar(1)
    for _ in range(4):
        Hand(view, 0).wheel(-3)
        qtbot.waitUntil(lambda: view.panes.lock.at_rest)
        assert abs(other.value() / other.maximum() - bar.value() / bar.maximum()) < 0.02


def test_a_passage_one_goes_to_is_at_one_height_in_both(opened: Opened) -> None:
    view = shown(opened)
    view.go_to_passage(0)
    assert abs(height_of_mark(view, 0) - height_of_mark(view, 1)) <= 2


def test_a_passage_at_the_very_start_is_met_by_the_other_pane(view: CompareView) -> None:
    view.resize(900, 420)  # low enough for both panes to scroll
    view.repaint()
    view.go_to_passage(1)
    heights = [
        Hand(view, pane).point(text.index("২০১৯")).y() for pane, text in ((0, MORNING), (1, ONLINE))
    ]
    assert abs(heights[0] - heights[1]) <= 2


def test_the_keyboard_scrolls_both_as_the_wheel_does(opened: Opened, qtbot: QtBot) -> None:
    view = shown(opened)
    Hand(view, 0).key(Qt.Key.Key_PageDown, times=2)
    qtbot.waitUntil(lambda: view.pane_scroll_bar(1).value() > 0)


def test_a_click_in_the_overview_goes_there_and_a_drag_moves_on(opened: Opened) -> None:
    view = shown(opened)
    view.set_scroll_locked(False)
    bar = view.pane_scroll_bar(0)
    overview = view.panes.column(0).overview
    QTest.mouseClick(overview, Qt.MouseButton.LeftButton, pos=QPoint(6, overview.height() // 2))
    there = bar.value()
    assert 0.3 * bar.maximum() < there < 0.7 * bar.maximum()
    inside = overview.viewport_box().center().toPoint()
    QTest.mousePress(overview, Qt.MouseButton.LeftButton, pos=inside)
    assert bar.value() == there  # taking hold of the visible part moves nothing
    QTest.mouseMove(overview, inside + QPoint(0, 30))
    QTest.mouseRelease(overview, Qt.MouseButton.LeftButton, pos=inside + QPoint(0, 30))


def test_measuring_what_is_out_of_sight_moves_nothing_in_sight(opened: Opened) -> None:
    view = opened(HARBOUR * 200, "other", size=(700, 400))
    bar = view.pane_scroll_bar(0)
    bar.setValue(bar.maximum() // 2)
    view.repaint()
    pane = view.panes.views()[0]
    top = pane.scene.layout.paragraph_at(pane.y_at_top)
    within = pane.y_at_top - pane.scene.layout.top(top)
    for _ in range(200):
        QApplication.processEvents()
    assert pane.scene.layout.paragraph_at(pane.y_at_top) == top
    assert abs(pane.y_at_top - pane.scene.layout.top(top) - within) <= 1


def test_columns_change_places_and_can_be_hidden(view: CompareView) -> None:
    assert view.column_order() == (0, 1)
    view.swap_panes()
    assert view.column_order() == (1, 0)
    view.hide_column()
    assert (view.column_order(), view.focused_pane()) == ((1,), 1)
    view.hide_column()
    assert view.column_order() == (1,)  # one always stays
    view.show_columns()
    assert view.column_order() == (1, 0)


def test_dragged_columns_stay_dragged_for_the_next_pair(view: CompareView) -> None:
    columns = view.panes.columns
    columns.moveSplitter(300, 1)
    sizes = columns.sizes()
    view.set_contents(view.panes.contents)
    assert columns.sizes() == sizes
