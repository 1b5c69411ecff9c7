"""The compare view looks like its reviewed pictures; fonts, size and scale are fixed."""

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.gui.compare_view.conftest import Opened
from tests.helpers.compare_samples import (
    HARBOUR,
    MORNING,
    ONLINE,
    article,
    comparison,
    ferry,
    meeting,
    meeting_comparison,
    place,
    span,
    suggestion,
)
from tests.helpers.pictures import assert_looks_like

from dittomark.annotations import Span, Suggestion
from dittomark.compare.comparison import Locus, Passage, WordEdit
from dittomark.labels import DEFAULT_SPAN_LABELS
from dittomark_gui.compare_view.compare_view import CompareView
from dittomark_gui.compare_view.values import PaneContent, SpanStyle
from dittomark_gui.i18n import Language
from dittomark_gui.look import theme
from dittomark_gui.view_state import Layers

SIZE = (760, 520)
COLORS = {label.key: label.color for label in DEFAULT_SPAN_LABELS}

# A storm in three languages that read from right to left: title, source, text, its boilerplate.
STORM = (
    (
        "توقف العبّارات في الميناء",
        "أخبار الساحل",
        (
            "قال قبطان الميناء إن الرياح بلغت 110 كيلومترات في الساعة صباح السبت، وإن نحو 240 راكبًا "
            "ينتظرون على الرصيف.\n\nالأكثر قراءة"
        ),
        "الأكثر قراءة",
    ),
    (
        "بندرگاہ پر کشتیاں بند",
        "ساحل نیوز",
        (
            "بندرگاہ کے کپتان نے بتایا کہ ہفتے کی صبح ہوا کی رفتار 110 کلومیٹر فی گھنٹہ تھی اور تقریباً 240 مسافر "
            "گھاٹ پر منتظر ہیں۔\n\nسب سے زیادہ پڑھی گئی خبریں"
        ),
        "سب سے زیادہ پڑھی گئی خبریں",
    ),
    (
        "המעבורות נעצרו בנמל",
        "חדשות החוף",
        (
            "קברניט הנמל אמר כי הרוח הגיעה בשבת בבוקר ל-110 קילומטרים בשעה, וכי כ-240 נוסעים ממתינים "
            "ברציף.\n\nהנקראות ביותר"
        ),
        "הנקראות ביותר",
    ),
)


def _style(key: str) -> SpanStyle:
    return SpanStyle(key.replace("_", " ").capitalize(), COLORS[key])


@pytest.fixture(autouse=True)
def pinned(qapp: QApplication) -> Iterator[None]:
    """Fix everything that pictures depend on besides the fonts."""
    assert qapp is not None
    before = QLocale()
    language = Language()
    language.install("en")
    yield
    language.uninstall()
    QLocale.setDefault(before)
    theme.set_current(theme.LIGHT)


def _assert_looks_like(view: CompareView, name: str) -> None:
    if view.devicePixelRatioF() != 1:
        pytest.skip("pictures are taken at scale 1")
    view.clearFocus()
    for pane in view.panes.views():
        pane.clearFocus()
    view.repaint()
    assert_looks_like(view.grab().toImage(), f"compare_view_{name}")


@pytest.mark.parametrize("name", list(theme.THEMES))
def test_two_reports_in_every_theme(
    opened: Opened, most_read: Span, links: Suggestion, name: theme.ThemeName
) -> None:
    theme.set_current(theme.THEMES[name])
    a, b = meeting()
    view = opened(
        PaneContent(a, (most_read,), (links,)),
        PaneContent(b, (span(b, "Write Your Comment", "comment_form"),)),
        size=SIZE,
    )
    view.set_span_style(_style)
    view.set_comparison(meeting_comparison())
    view.go_to_passage(0)
    _assert_looks_like(view, name)


def test_overlapping_passages_and_spans(opened: Opened) -> None:
    a, b = ferry()
    sentence = HARBOUR[: HARBOUR.index(" About")]
    inner = "winds of up to 110 km/h"
    texts = (a.text, b.text)
    found = comparison(
        texts,
        (
            Passage(
                Locus(0, *place(a.text, sentence)),
                Locus(1, *place(b.text, sentence[:60])),
                0.8,
                "rewrite",
                False,
                (),
                1,
            ),
            Passage(
                Locus(0, *place(a.text, inner)),
                Locus(1, *place(b.text, inner)),
                1.0,
                "verbatim",
                False,
                (),
                2,
            ),
            Passage(
                Locus(0, *place(a.text, "on Saturday morning")),
                Locus(1, *place(b.text, "on Saturday morning")),
                1.0,
                "verbatim",
                True,
                (),
                3,
            ),
        ),
    )
    outer = span(
        a, "Share this story\nMost read\nMuseum reopens after repairs", "most_read", key="1"
    )
    inside = span(a, "Most read", "related_links", key="2", annotator="A2")
    in_line = span(a, "said Captain Ruth Amsel", "caption", key="3")
    across = span(a, "harbour. About 240", "byline_dateline", key="4")
    view = opened(
        PaneContent(a, (outer, inside, in_line, across), (suggestion(a, "Share", "navigation"),)),
        PaneContent(b),
        size=SIZE,
    )
    view.set_span_style(_style)
    view.set_layers(Layers(weak=True))
    view.set_comparison(found)
    view.find("ferry")
    _assert_looks_like(view, "overlaps")


def test_arabic_urdu_and_hebrew_in_the_fonts_that_ship(opened: Opened) -> None:
    contents = []
    for number, (title, source, text, boilerplate) in enumerate(STORM, 1):
        item = article(text, number=number, title=title, source=source)
        contents.append(PaneContent(item, (span(item, boilerplate, "most_read"),)))
    view = opened(*contents, size=(900, 420))
    view.set_span_style(_style)
    _assert_looks_like(view, "arabic_urdu_hebrew")


def test_right_to_left_beside_left_to_right(opened: Opened) -> None:
    # A mark makes paragraphs of Bengali read right to left.
    mirrored = "\n".join("\u200f" + line for line in MORNING.split("\n"))
    right = article(mirrored, number=1, title="\u200fদুই নেতার বৈঠক", source="সকালের খবর")
    left = article(ONLINE, number=2, title="দুই নেতার বৈঠক", source="জনপদ")
    words = "২০১৯ সালের পর এটাই দুজনের প্রথম সাক্ষাৎ।"
    found = comparison(
        (mirrored, ONLINE),
        (
            Passage(
                Locus(0, *place(mirrored, words)),
                Locus(1, *place(ONLINE, words)),
                1.0,
                "verbatim",
                False,
                (),
                1,
            ),
        ),
    )
    view = opened(
        PaneContent(right, (span(right, "সর্বাধিক পঠিত", "most_read"),)),
        PaneContent(left),
        size=SIZE,
    )
    view.set_span_style(_style)
    view.set_comparison(found)
    _assert_looks_like(view, "right_to_left")


def test_folded_boilerplate_leaves_only_the_article(opened: Opened, qtbot: QtBot) -> None:  # noqa: ARG001
    a, b = meeting()
    block = MORNING[MORNING.index("সর্বাধিক") :].rstrip()
    view = opened(PaneContent(a, (span(a, block, "most_read"),)), PaneContent(b), size=SIZE)
    view.set_span_style(_style)
    view.set_boilerplate_folded(True)
    _assert_looks_like(view, "folded")


def test_a_gap_in_a_passage_over_whole_paragraphs_is_not_tinted(opened: Opened) -> None:
    text = "The ferry left at dawn.\n\nBy our own reporter, share this page now\n\nIt came back."
    other = "The ferry left at dawn.\n\nIt came back."
    gap = place(text, "By our own reporter, share this page now")
    view = opened(text, other, size=SIZE)
    edit = WordEdit("delete", gap, (25, 25))
    passage = Passage(
        Locus(0, 0, len(text)), Locus(1, 0, len(other)), 0.8, "rewrite", False, (edit,), 1
    )
    view.set_comparison(comparison((text, other), (passage,)))
    view.repaint()
    pane = view.panes.views()[0]
    picture = pane.viewport().grab().toImage()

    def background(offset: int) -> str:
        y, height = pane.scene.layout.y_of(offset)
        row = round(y - pane.y_at_top + height / 2)
        colors = Counter(picture.pixelColor(x, row).name() for x in range(30, 120))
        return colors.most_common(1)[0][0]

    assert background(0) == theme.LIGHT.tints[0].fill
    assert background(gap[0]) == theme.LIGHT.page
    assert background(len(text) - 2) == theme.LIGHT.tints[0].fill
