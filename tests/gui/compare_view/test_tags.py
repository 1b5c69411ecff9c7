"""A tag or badge never covers words or another tag, and is never outside the pane."""

from dataclasses import replace
from itertools import combinations

import pytest
from PySide6.QtCore import QRectF
from tests.gui.compare_view.conftest import Opened
from tests.helpers.compare_samples import article, span, suggestion

from dittomark.annotations import Article
from dittomark_gui.compare_view.article_scene import ArticleScene
from dittomark_gui.compare_view.compare_view import CompareView
from dittomark_gui.compare_view.values import PaneContent, SpanStyle

NAMES = {
    "caption": "Caption",
    "copyright_notice": "Copyright notice",
    "navigation": "Navigation",
    "related_links": "Links to related articles",
}
WIRE = "DELTA WIRE / Regional / Markets / Transport / Culture\n\nThis page uses cookies. OK"
MENU = "সর্বশেষ রাজনীতি বাংলাদেশ বিশ্ব বাণিজ্য মতামত\n\nঝড়ের কারণে শিউলিয়ায় ফেরি বন্ধ"
ARABIC = "قال قبطان الميناء إن الرياح بلغت كيلومترات في الساعة\n\nالأكثر قراءة"
WIRE_LINE, MENU_LINE, ARABIC_LINE = (each.partition("\n")[0] for each in (WIRE, MENU, ARABIC))


def _crowded(where: Article, spans: list[str], suggestions: list[str]) -> PaneContent:
    labels = list(NAMES)
    return PaneContent(
        where,
        tuple(
            span(where, words, labels[-1 - at], key=f"span-{at}") for at, words in enumerate(spans)
        ),
        tuple(
            replace(suggestion(where, words, labels[at], score=0.53), id=f"suggestion-{at}")
            for at, words in enumerate(suggestions)
        ),
    )


def _tags(scene: ArticleScene, index: int) -> list[QRectF]:
    return [box for box, _ in scene.paint_state.tag_rectangles(index)]


def _letters(scene: ArticleScene, index: int) -> list[QRectF]:
    """Return the rectangle of every word."""
    paragraph = scene.layout.paragraphs[index]
    text = scene.layout.text[paragraph.start : paragraph.end]
    return [
        box
        for at, letter in enumerate(text)
        if not letter.isspace()
        for box in scene.layout.layout(index).rectangles(at, at + 1)
    ]


def _meets(one: QRectF, other: QRectF) -> bool:
    return one.adjusted(0.5, 0.5, -0.5, -0.5).intersects(other.adjusted(0.5, 0.5, -0.5, -0.5))


def _assert_nothing_is_covered(view: CompareView, expected: int) -> None:
    scene = view.panes.views()[0].scene
    found = 0
    for index in range(len(scene.layout.paragraphs)):
        tags, letters = _tags(scene, index), _letters(scene, index)
        found += len(tags)
        for tag in tags:
            covered = [box for box in letters if _meets(tag, box)]
            assert not covered, f"{tag} lies over {covered}"
            assert tag.left() >= -12.5
            assert tag.right() <= scene.layout.setting.width + 12.5
            assert tag.bottom() <= scene.layout.paragraph_height(index) + 0.5
        assert not any(_meets(one, other) for one, other in combinations(tags, 2))
    assert found == expected


@pytest.mark.parametrize("width", [180, 330, 420, 560, 900])
@pytest.mark.parametrize(
    ("text", "spans", "suggestions"),
    [
        (WIRE, ["DELTA WIRE"], ["DELT", "DELTA WIRE / Reg"]),
        (WIRE, ["DELT"], ["DELT", "DELT"]),
        (WIRE, ["DELTA WIRE"], ["DELTA WIRE", "DELTA WIRE"]),
        (WIRE, [WIRE_LINE], [WIRE_LINE, WIRE_LINE, "DELTA"]),
        (WIRE, [WIRE_LINE] * 2, [WIRE_LINE] * 4),
        (WIRE, ["Transport / Culture"], ["Transport / Culture", "Culture", "Culture"]),
        (WIRE, ["\n\nThis page uses cookies. OK"], ["\n\nThis page", "\n\nThis page uses"]),
        (MENU, ["সর্বশেষ"], ["সর্ব", "সর্বশেষ রাজনীতি"]),
        (MENU, [MENU_LINE], [MENU_LINE, MENU_LINE]),
        (ARABIC, ["قال قبطان"], ["قال", "قال قبطان"]),
        (ARABIC, [ARABIC_LINE], [ARABIC_LINE, ARABIC_LINE]),
    ],
)
def test_tags_of_one_place_lie_beside_words_not_over_them(
    opened: Opened, text: str, spans: list[str], suggestions: list[str], width: int
) -> None:
    view = opened(_crowded(article(text), spans, suggestions), size=(width, 500))
    view.set_span_style(lambda key: SpanStyle(NAMES[key], "#7a7a7a"))
    view.repaint()
    _assert_nothing_is_covered(view, len(spans) + len(suggestions))
