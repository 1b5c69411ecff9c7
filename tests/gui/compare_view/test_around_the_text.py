"""Header, tooltips, columns, themes and announcements to screen readers."""

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.gui.compare_view.conftest import Opened
from tests.helpers.compare_hand import Hand
from tests.helpers.compare_samples import (
    HARBOUR,
    MORNING,
    article,
    ferry,
    meeting,
    place,
    span,
)

from dittomark.annotations import ArticleInfo
from dittomark.compare import compare
from dittomark_gui.compare_view.article_header import host, plain, shown_date
from dittomark_gui.compare_view.columns import Gutter
from dittomark_gui.compare_view.compare_view import CompareView
from dittomark_gui.compare_view.values import PaneContent, SpanStyle
from dittomark_gui.look import theme
from dittomark_gui.tips import plain_tip


def test_the_header_says_where_an_article_is_from(view: CompareView) -> None:
    source, title, details = view.panes.column(0).header.lines()
    assert source == "সকালের খবর · sokalerkhobor.example"
    assert title == "দুই নেতার মুখোমুখি বৈঠক মহাকাশকেন্দ্রে"
    assert details.startswith("১৩ সেপ্টেম্বর ২০২৩ · bn · ")
    assert details.endswith("repeats a passage")


@pytest.mark.parametrize(
    ("date", "language", "expected"),
    [
        ("2023-09-13", "bn", "১৩ সেপ্টেম্বর ২০২৩"),
        ("2024-02-02T10:00:00Z", "en", "2 February 2024"),
        ("last week", "en", "last week"),
        ("", "bn", ""),
    ],
)
def test_dates_are_written_as_in_the_article(date: str, language: str, expected: str) -> None:
    assert shown_date(date, language) == expected


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "http://[", ""])
def test_only_web_addresses_can_be_opened(url: str) -> None:
    assert host(url) == ""


def test_a_click_on_the_address_asks_to_open_it(qtbot: QtBot, view: CompareView) -> None:
    header = view.panes.column(0).header
    header.repaint()
    with qtbot.waitSignal(view.url_activated) as asked:
        QTest.mouseClick(header, Qt.MouseButton.LeftButton, pos=header.host_box.center().toPoint())
    assert asked.args == ["https://sokalerkhobor.example/world/1"]


def test_titles_and_notes_are_never_rich_text() -> None:
    assert plain("a\nb\u202ec") == "a b c"
    assert plain_tip("<b>x</b>") == "<qt>&lt;b&gt;x&lt;/b&gt;</qt>"
    assert plain_tip("") == ""


def test_an_edit_tells_what_the_other_article_says(view: CompareView) -> None:
    hand = Hand(view)
    QTest.mouseMove(hand.viewport, hand.point(place(MORNING, "প্রেসিডেন্ট")[0] + 4))
    assert "The other article: রাষ্ট্রপতি" in hand.viewport.toolTip()


def test_a_span_tells_who_made_it_and_why(opened: Opened) -> None:
    from dataclasses import replace

    a, b = ferry()
    noted = replace(span(a, "Share this story", "share_subscribe"), note="the usual line")
    view = opened(PaneContent(a, (noted,)), PaneContent(b))
    view.set_span_style(lambda key: SpanStyle(key.title(), "#336699"))
    hand = Hand(view)
    QTest.mouseMove(hand.viewport, hand.point(place(HARBOUR, "this story")[0]))
    assert "Share_Subscribe · A1 · the usual line" in hand.viewport.toolTip()


def test_every_part_has_an_accessible_name(view: CompareView) -> None:
    column = view.panes.column(0)
    gutter = view.panes.columns.handle(1)
    for part in (column.view, column.header, column.overview, gutter):
        assert part.accessibleName()


@pytest.mark.parametrize("name", list(theme.THEMES))
def test_a_change_of_theme_is_painted_at_once(view: CompareView, name: theme.ThemeName) -> None:
    try:
        theme.set_current(theme.THEMES[name])
        page = view.panes.views()[0].viewport().grab().toImage().pixelColor(2, 2).name()
        assert page == theme.THEMES[name].page
    finally:
        theme.set_current(theme.LIGHT)


def test_three_articles_with_a_passage_that_skips_one(opened: Opened) -> None:
    a, _ = meeting()
    c, _ = ferry()
    third = article("আজ। " + MORNING.split("\n")[0], number=7)
    view = opened(PaneContent(a), PaneContent(c), PaneContent(third), size=(1200, 500))
    view.set_comparison(compare(a.text, c.text, third.text))
    columns = view.panes.columns
    gutters = [columns.handle(1), columns.handle(2)]
    assert all(isinstance(gutter, Gutter) for gutter in gutters)
    stubs = [columns.stubs_of(gutter) for gutter in gutters if isinstance(gutter, Gutter)]
    assert [(s.at_left, s.column) for s in stubs[0]] == [(True, 3)]
    assert [(s.at_left, s.column) for s in stubs[1]] == [(False, 1)]
    view.swap_panes()
    assert view.column_order() == (2, 0, 1)
    first = columns.handle(1)
    assert isinstance(first, Gutter)
    assert [ribbon.passage for ribbon in columns.ribbons_of(first)] == [0]


def test_ribbons_can_be_thinned_out(view: CompareView) -> None:
    gutter = view.panes.columns.handle(1)
    assert isinstance(gutter, Gutter)
    assert len(view.panes.columns.ribbons_of(gutter)) == 3
    view.set_ribbon_mode("current")
    assert view.panes.columns.ribbons_of(gutter) == []
    view.go_to_passage(1)
    assert [r.passage for r in view.panes.columns.ribbons_of(gutter)] == [1]
    view.set_ribbon_mode("none")
    assert view.panes.columns.ribbons_of(gutter) == []


def test_digits_on_badges_are_those_of_the_interface(view: CompareView) -> None:
    scene = view.panes.views()[0].scene
    mark = scene.marks.of_kind("passage")[0]
    before = QLocale()
    try:
        QLocale.setDefault(QLocale("bn"))
        assert scene.paint_state.badges.badge_text(mark) == "১≈≈"
    finally:
        QLocale.setDefault(before)


def test_a_header_without_anything_known_stands(opened: Opened) -> None:
    view = opened("text", "text")
    info = ArticleInfo("x", "", "", 4)
    header = view.panes.column(0).header
    header.set_article(info, repeats=False)
    assert header.lines()[:2] == ("", "Untitled")


def test_wrong_numbers_of_panes_are_refused(view: CompareView) -> None:
    with pytest.raises(ValueError, match="one to 4 panes"):
        view.set_contents([])
    with pytest.raises(ValueError, match="another article"):
        view.update_pane(0, PaneContent(article("x", number=99)))


def test_in_a_mirrored_window_the_first_pane_is_at_the_right(view: CompareView) -> None:
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    view.resize(view.width() + 20, view.height())
    columns = view.panes.columns
    assert columns.order() == [0, 1]
    assert columns.on_screen() == [1, 0]
    assert view.panes.column(0).x() > view.panes.column(1).x()
    gutter = columns.handle(1)
    assert isinstance(gutter, Gutter)
    ribbon = next(r for r in columns.ribbons_of(gutter) if r.passage == 1)
    assert ribbon.left.middle < ribbon.right.middle  # it is at the top of the second article


def test_the_margin_shows_which_line_a_click_would_mark(view: CompareView) -> None:
    hand = Hand(view)
    line = place(MORNING, "তেলের দাম")[0]
    QTest.mouseMove(hand.viewport, hand.margin(line))
    assert hand.pane.highlights.pointed_block == hand.pane.scene.layout.paragraph_of(line)
    QTest.mouseMove(hand.viewport, hand.point(line))
    assert hand.pane.highlights.pointed_block is None


def test_a_comparison_of_other_articles_is_refused(view: CompareView) -> None:
    with pytest.raises(ValueError, match="other articles"):
        view.set_comparison(compare("only one text"))


def test_a_long_title_takes_two_lines_and_the_texts_begin_at_one_height(
    opened: Opened, qtbot: QtBot
) -> None:
    long_title = "Evening ferry cancelled: 240 travellers spend the night in the town hall"
    view = opened(
        PaneContent(article(HARBOUR, number=1, title=long_title)),
        PaneContent(article(HARBOUR, number=2, title="Short")),
        size=(760, 600),
    )
    headers = [view.panes.column(pane).header for pane in range(2)]
    assert [header.title_lines_wanted() for header in headers] == [2, 1]
    qtbot.waitUntil(lambda: headers[0].height() == headers[0].sizeHint().height())
    assert headers[0].height() == headers[1].height()
    rows = [words for words, _, _ in headers[0].rows()]
    assert " ".join(rows[1:3]) == long_title
    tall = headers[0].height()
    view.resize(760, 420)  # in a low window the text needs the room
    qtbot.waitUntil(lambda: headers[0].height() < tall)
