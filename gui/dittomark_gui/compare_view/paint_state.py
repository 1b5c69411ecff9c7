"""The values that painters read: an article's layout, marks, theme and highlights."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF

from dittomark_gui.compare_view.article_layout import ArticleLayout
from dittomark_gui.compare_view.badges import Badges, Tag
from dittomark_gui.compare_view.floats import FLOAT_GAP
from dittomark_gui.compare_view.inlays import Inlays
from dittomark_gui.compare_view.marks import Mark, Marks
from dittomark_gui.compare_view.values import SpanStyle
from dittomark_gui.look.theme import Theme

BLOCK_MARGIN: Final = 12.0


@dataclass(frozen=True, slots=True)
class Highlights:
    """The fields that change between two paint events without new marks or a new layout.

    `selection` and `caret` are code points; `caret` is None when the pane has no focus. `current_*`
    are the highlighted passage, span (or suggestion) and search hit; `pointed_block` is the
    paragraph beside whose margin the pointer is.
    """

    selection: tuple[int, int] | None = None
    focused: bool = False
    caret: int | None = None
    caret_at_line_end: bool = False
    current_passage: int | None = None
    current_span: str | None = None
    current_hit: int | None = None
    show_invisibles: bool = False
    outline_spans: bool = False
    pointed_block: int | None = None


@dataclass(frozen=True, slots=True)
class PaintState:
    """An article's layout, marks and inlays, with the theme they are painted in."""

    theme: Theme
    layout: ArticleLayout
    marks: Marks
    inlays: Inlays
    badges: Badges
    style_of: Callable[[str], SpanStyle]

    def tag_rectangles(
        self, index: int, lines: tuple[int, int] | None = None
    ) -> list[tuple[QRectF, Tag]]:
        """Return the name tags of a paragraph with their rectangles, from its top left corner.

        `lines` leaves out the inline tags of other lines.
        """
        layout = self.layout.layout(index)
        height = self.badges.height
        out = BLOCK_MARGIN / 2 * (-1 if layout.right_to_left else 1)
        tags = self.inlays.block_tags(index)
        result = [
            (box.translated(out, 0), tag)
            for box, tag in zip(layout.floats.rectangles, tags, strict=True)
        ]
        for rectangle, inlay in layout.inlay_rectangles(lines):
            if inlay.kind == "tag" and isinstance(inlay.payload, Mark):
                tag = self.badges.tag(inlay.payload)
                left = rectangle.left() + (0 if layout.right_to_left else FLOAT_GAP)
                y = rectangle.center().y() - height / 2
                width = min(tag.width, rectangle.width() - FLOAT_GAP)
                result.append((QRectF(left, y, width, height), tag))
        return result
