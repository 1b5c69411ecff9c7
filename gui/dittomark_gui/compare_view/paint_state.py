"""What is painted of one article, and what is lit in it: the values that painters work from."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF

from dittomark_gui.compare_view.article_layout import ArticleLayout
from dittomark_gui.compare_view.badges import Badges, Tag
from dittomark_gui.compare_view.inlays import Inlays
from dittomark_gui.compare_view.marks import Mark, Marks
from dittomark_gui.compare_view.values import SpanStyle
from dittomark_gui.look.theme import Theme

BLOCK_MARGIN: Final = 12.0
_TAG_GAP: Final = 5.0


@dataclass(frozen=True, slots=True)
class Highlights:
    """What changes from one painting to the next without any new marks or layout.

    `selection` and `caret` are code points; `caret` is None when the pane has no focus.
    `current_*` are the lit passage, span (or suggestion) and search hit; `pointed_block` is the
    paragraph in whose margin the pointer is.
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
    """An article as it is set and marked, in the colours of a theme."""

    theme: Theme
    layout: ArticleLayout
    marks: Marks
    inlays: Inlays
    badges: Badges
    style_of: Callable[[str], SpanStyle]

    def tag_rectangles(
        self, index: int, lines: tuple[int, int] | None = None
    ) -> list[tuple[QRectF, Tag]]:
        """Return the tags of a paragraph and where they are, from its top left corner.

        `lines` leaves out the tags in the text of other lines.
        """
        layout = self.layout.layout(index)
        line = layout.lines[0]
        height = self.badges.height
        width = self.layout.setting.width
        result = []
        edge = -BLOCK_MARGIN / 2 if layout.right_to_left else width + BLOCK_MARGIN / 2
        for tag in self.inlays.block_tags(index):
            left = edge if layout.right_to_left else edge - tag.width
            y = line.top + (self.layout.setting.pitch - height) / 2
            result.append((QRectF(left, y, tag.width, height), tag))
            edge += (tag.width + _TAG_GAP) * (1 if layout.right_to_left else -1)
        for rectangle, inlay in layout.inlay_rectangles(lines):
            if inlay.kind == "tag" and isinstance(inlay.payload, Mark):
                tag = self.badges.tag(inlay.payload)
                left = rectangle.left() + (0 if layout.right_to_left else _TAG_GAP)
                y = rectangle.center().y() - height / 2
                result.append((QRectF(left, y, tag.width, height), tag))
        return result
