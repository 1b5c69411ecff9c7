"""The mouse in a pane."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.gui.compare_view.conftest import Opened
from tests.helpers.compare_hand import CONTROL, SHIFT, Hand
from tests.helpers.compare_samples import HARBOUR, MORNING, article, meeting, place, span

from dittomark.annotations import Span, Suggestion
from dittomark_gui.compare_view.columns import Gutter
from dittomark_gui.compare_view.compare_view import CompareView
from dittomark_gui.compare_view.values import PaneContent, Selection


def test_drag_selects_exactly_what_it_passes_over(view: CompareView) -> None:
    hand = Hand(view)
    start, end = place(MORNING, "মহাকাশকেন্দ্রে পৌঁছালে")
    hand.drag(hand.point(start), hand.point(end, right=0))
    assert hand.selected() == "মহাকাশকেন্দ্রে পৌঁছালে"


def test_two_clicks_select_the_word_and_three_the_paragraph(view: CompareView) -> None:
    hand = Hand(view)
    start, _ = place(MORNING, "উপগ্রহ কর্মসূচি")
    hand.double_click(hand.point(start + 2))
    assert hand.selected() == "উপগ্রহ"
    hand.triple_click(hand.point(start + 2))
    assert hand.selected() == MORNING.split("\n")[1]


def test_a_drag_after_two_clicks_goes_on_by_words(view: CompareView) -> None:
    hand = Hand(view)
    start, end = place(MORNING, "উপগ্রহ কর্মসূচি")
    hand.double_click(hand.point(start + 2))
    hand.move(hand.point(end - 3))
    assert hand.selected() == "উপগ্রহ কর্মসূচি"


def test_shift_click_extends_the_selection(view: CompareView) -> None:
    hand = Hand(view)
    start, end = place(MORNING, "এ সময় দুজন করমর্দন")
    hand.click(hand.point(start, right=0))
    hand.click(hand.point(end, right=0), SHIFT)
    assert hand.selected() == "এ সময় দুজন করমর্দন"


def test_the_margin_marks_lines_and_shift_takes_more_of_them(
    qtbot: QtBot, view: CompareView
) -> None:
    hand = Hand(view)
    first = place(MORNING, "সম্পর্কিত")[0]
    last = place(MORNING, "তেলের দাম")[0]
    with qtbot.waitSignal(view.mark_requested) as asked:
        hand.click(hand.margin(first))
    assert asked.args == [Selection(0, "article-1", *place(MORNING, "সম্পর্কিত"))]
    with qtbot.waitSignal(view.mark_requested):
        hand.click(hand.margin(last), SHIFT)
    assert hand.selected() == "সম্পর্কিত\nতেলের দাম আরও কমেছে"


def test_a_drag_down_the_margin_takes_whole_lines(qtbot: QtBot, view: CompareView) -> None:
    hand = Hand(view)
    with qtbot.waitSignal(view.mark_requested):
        hand.drag(
            hand.margin(place(MORNING, "সম্পর্কিত")[0]), hand.margin(place(MORNING, "তেলের দাম")[0])
        )
    assert hand.selected() == "সম্পর্কিত\nতেলের দাম আরও কমেছে"


def test_a_suggestion_is_accepted_or_refused_on_its_tag(
    qtbot: QtBot, view: CompareView, links: Suggestion
) -> None:
    hand = Hand(view)
    with qtbot.waitSignal(view.suggestion_decided) as decided:
        hand.click(hand.tag(links.id, "accept"))
    assert decided.args == [links.id, True]
    with qtbot.waitSignal(view.suggestion_decided) as decided:
        hand.click(hand.tag(links.id, "refuse"))
    assert decided.args == [links.id, False]


def test_a_click_on_a_tag_chooses_the_span(qtbot: QtBot, view: CompareView) -> None:
    with qtbot.waitSignal(view.span_clicked) as clicked:
        Hand(view).click(Hand(view).tag("s1"))
    assert clicked.args == ["s1"]
    assert view.current_span() == "s1"


def test_the_end_of_a_span_in_a_line_can_be_dragged(qtbot: QtBot, opened: Opened) -> None:
    shown = article(HARBOUR, number=1)
    marked = span(shown, "Captain Ruth", "caption", key="s")
    view = opened(PaneContent(shown, (marked,)), "other")
    hand = Hand(view)
    start, end = place(HARBOUR, "Captain Ruth Amsel")
    layout = hand.pane.scene.layout
    paragraph = layout.paragraph_of(start)
    begin = layout.paragraphs[paragraph].start
    box = layout.layout(paragraph).rectangles(marked.start - begin, marked.end - begin)[-1]
    edge = (hand.pane.origin() + box.bottomRight()).toPoint()
    edge = QPoint(edge.x(), hand.point(start).y())
    with qtbot.waitSignal(view.span_resized) as resized:
        hand.drag(edge, hand.point(end, right=1))
    assert resized.args == ["s", start, end]
    assert hand.selected() == ""


def test_the_bottom_of_a_block_can_be_dragged_by_lines(
    qtbot: QtBot, view: CompareView, most_read: Span
) -> None:
    hand = Hand(view)
    layout = hand.pane.scene.layout
    index = layout.paragraph_of(most_read.end - 1)
    y = layout.top(index) + layout.layout(index).lines[-1].bottom + 2
    bottom = (hand.pane.origin()).toPoint() + QPoint(150, round(y))
    last = MORNING.rindex("কর্ণফুলী নদীতে ফেরি চলাচল বন্ধ")
    end = last + len("কর্ণফুলী নদীতে ফেরি চলাচল বন্ধ")
    with qtbot.waitSignal(view.span_resized) as resized:
        hand.drag(bottom, hand.point(end, right=20))
    assert resized.args == ["s1", most_read.start, end]


def test_overlapping_spans_are_each_reached_by_their_tags(qtbot: QtBot, opened: Opened) -> None:
    shown = article(HARBOUR, number=1)
    outer = span(shown, "Share this story\nMost read\nMuseum reopens", "most_read", key="outer")
    inner = span(shown, "Most read", "related_links", key="inner", annotator="A2")
    same = span(shown, "Most read", "navigation", key="same", annotator="A3")
    view = opened(PaneContent(shown, (outer, inner, same)), "other")
    hand = Hand(view)
    points = [hand.tag(key) for key in ("outer", "inner", "same")]
    assert len({(point.x(), point.y()) for point in points}) == 3
    for key, point in zip(("outer", "inner", "same"), points, strict=True):
        with qtbot.waitSignal(view.span_clicked) as clicked:
            hand.click(point)
        assert clicked.args == [key]
    seen = []
    for _ in range(3):
        assert view.next_span()
        seen.append(view.current_span())
    assert set(seen) == {"outer", "inner", "same"}


def test_annotators_who_agree_share_a_tag(opened: Opened) -> None:
    shown = article(HARBOUR, number=1)
    names = ("A1", "A2", "A3")
    agreed = [span(shown, "Most read", "navigation", key=who, annotator=who) for who in names]
    other = span(shown, "Most read", "caption", key="other", annotator="A2")
    view = opened(PaneContent(shown, (*agreed, other)), "other")
    scene = Hand(view).pane.scene
    index = scene.layout.paragraph_of(agreed[0].start)
    assert {tag.mark.key for tag in scene.paint_state.inlays.block_tags(index)} == {"A1", "other"}


def _menu(hand: Hand, point: QPoint) -> None:
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, point, hand.viewport.mapToGlobal(point)
    )
    QApplication.sendEvent(hand.viewport, event)


def test_the_menu_is_that_of_the_span_the_selection_or_the_line(
    qtbot: QtBot, view: CompareView
) -> None:
    hand = Hand(view)
    with qtbot.waitSignal(view.span_menu_requested) as asked:
        _menu(hand, hand.point(place(MORNING, "সর্বাধিক")[0]))
    assert asked.args[0] == "s1"
    line = place(MORNING, "২০১৯ সালের")[0]
    with qtbot.waitSignal(view.selection_menu_requested) as asked:
        _menu(hand, hand.point(line + 8))
    assert MORNING[asked.args[0].start : asked.args[0].end] == MORNING.split("\n")[1]
    view.go_to_offset(0, *place(MORNING, "সালের পর"))
    with qtbot.waitSignal(view.selection_menu_requested) as asked:
        _menu(hand, hand.point(line + 8))
    assert MORNING[asked.args[0].start : asked.args[0].end] == "সালের পর"


def test_dragging_below_the_pane_scrolls_on(qtbot: QtBot, opened: Opened) -> None:
    view = opened(HARBOUR * 12, "other", size=(700, 300))
    hand = Hand(view)
    bar = view.pane_scroll_bar(0)
    QTest.mousePress(hand.viewport, Qt.MouseButton.LeftButton, pos=QPoint(60, 40))
    hand.move(QPoint(60, hand.viewport.height() + 60))
    qtbot.waitUntil(lambda: bar.value() > 60)
    QTest.mouseRelease(hand.viewport, Qt.MouseButton.LeftButton, pos=QPoint(60, 200))
    assert len(hand.selected()) > 200


def test_a_badge_goes_to_its_passage_and_a_ribbon_too(view: CompareView) -> None:
    hand = Hand(view)
    hand.click(hand.inlay("badge", 2))
    assert view.current_passage() == 2
    gutter = view.panes.columns.handle(1)
    assert isinstance(gutter, Gutter)
    gutter.repaint()
    ribbon = next(r for r in view.panes.columns.ribbons_of(gutter) if r.passage == 0)
    QTest.mouseClick(gutter, Qt.MouseButton.LeftButton, pos=QPoint(3, round(ribbon.left.middle)))
    assert view.current_passage() == 0


def test_a_repeat_folds_and_unfolds_on_its_mark(view: CompareView) -> None:
    hand = Hand(view)
    hand.click(hand.inlay("repeat"))
    view.repaint()
    assert [fold.mark.kind for fold in hand.pane.scene.folds] == ["repeat"]
    hand.click(hand.inlay("fold"))
    assert hand.pane.scene.folds == ()


def test_the_wheel_with_control_asks_for_another_size(qtbot: QtBot, view: CompareView) -> None:
    with qtbot.waitSignal(view.zoom_requested) as zoomed:
        Hand(view).wheel(1, CONTROL)
    assert zoomed.args == [1]


def test_a_click_gives_the_pane_the_keyboard(view: CompareView) -> None:
    _, b = meeting()
    other = Hand(view, 1)
    other.click(other.point(place(b.text, "মন্তব্য")[0]))
    assert view.focused_pane() == 1


def test_two_clicks_on_the_right_half_of_a_words_last_letter_take_the_word(
    view: CompareView,
) -> None:
    hand = Hand(view)
    _, end = place(MORNING, "উপগ্রহ")
    hand.double_click(hand.point(end, right=0) - QPoint(2, 0))
    assert hand.selected() == "উপগ্রহ"


def test_a_quick_click_elsewhere_after_two_is_no_third_one(view: CompareView) -> None:
    hand = Hand(view)
    start, _ = place(MORNING, "উপগ্রহ কর্মসূচি")
    hand.double_click(hand.point(start + 2))
    elsewhere, _ = place(MORNING, "এ সময় দুজন করমর্দন")
    hand.click(hand.point(elsewhere))
    assert hand.selected() == ""
