"""Paints the marks of one paragraph, under and over its text.

Tints, hatching and underlines are rectangles under or over whole lines of text, never character
formats, so that conjuncts and joined letters keep their shape.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QImage, QPainter, QPen, QPolygonF, QTransform

from dittomark_gui.compare_view.links_as_passages import LINK
from dittomark_gui.compare_view.marks import Mark
from dittomark_gui.compare_view.paint_state import BLOCK_MARGIN, Highlights, PaintState
from dittomark_gui.compare_view.paragraph_canvas import ParagraphCanvas
from dittomark_gui.look.theme import color, seen_on

_BAR: Final = 3.0
_BAR_LANE: Final = 4.0
_HATCH_STEP: Final = 14
_SUMMARY_OPACITY: Final = 110  # opacity of 255: the long side of a summary may fill the pane
_RULES: Final = {
    "weak": Qt.PenStyle.DotLine,
    "near_verbatim": Qt.PenStyle.DotLine,
    "rewrite": Qt.PenStyle.DashLine,
    "summary": Qt.PenStyle.DashDotLine,
}
_STRIKE: Final = 0.45  # pixels between the two drawings of a changed word: bold without a reflow


class MarkPainter:
    """Paints the marks of one paragraph."""

    def __init__(
        self, article: PaintState, canvas: ParagraphCanvas, highlights: Highlights, index: int
    ) -> None:
        self._article = article
        self._theme = article.theme
        self._canvas = canvas
        self._highlights = highlights
        self._marks: Sequence[Mark] = article.marks.in_paragraph(index)
        self._blocks = [
            mark
            for mark in self._marks
            if mark.kind in {"span", "suggestion"} and article.inlays.is_block(mark, index)
        ]

    @property
    def ink(self) -> str:
        """The colour of the text: fainter where spans cover the whole paragraph."""
        quiet = any(mark.kind == "span" for mark in self._blocks)
        return self._theme.block_text if quiet else self._theme.text

    def keep_to(self, begin: int, stop: int) -> list[Mark]:
        """Keep only the marks that touch a range, and return them: a line may have hundreds."""
        found = [mark for mark in self._marks if mark.start <= stop and mark.end >= begin]
        self._marks = found
        return found

    def paint_under(self) -> None:
        """Paint the marks under the text."""
        for mark in self._blocks:
            self._paint_block(mark)
        for mark in self._marks:
            self._paint_under(mark)

    def paint_edits(self) -> None:
        """Paint the word edits over the text."""
        for mark in self._marks:
            if mark.kind == "edit":
                self._paint_edit(mark)

    def paint_repeats(self) -> None:
        """Paint the repeats in the margin."""
        for mark in self._marks:
            if mark.kind == "repeat":
                self._paint_repeat(mark)

    # Under the text

    def _rectangles(self, mark: Mark) -> list[QRectF]:
        return self._canvas.rectangles(mark.start, mark.end)

    def _paint_block(self, mark: Mark) -> None:
        painter, theme = self._canvas.painter, self._theme
        setting = self._article.layout.setting
        box = QRectF(-BLOCK_MARGIN, 0, setting.width + 2 * BLOCK_MARGIN, self._canvas.layout.height)
        if mark.end <= self._canvas.paragraph.stop:
            box.setBottom(min(box.bottom(), self._canvas.layout.lines[-1].bottom + 2))
        else:
            # One pixel into the next paragraph: no seam shows where pixels are fractions.
            box.setBottom(box.bottom() + 1)
        suggested = mark.kind == "suggestion"
        if not self._highlights.outline_spans:
            if mark.depth == 0 and not suggested:
                painter.fillRect(box, color(theme.block))
            painter.fillRect(box, _hatch(theme.block_hatch, painter.device().devicePixelRatio()))
        ink = self._span_ink(mark)
        pen = QPen(color(ink), _BAR)
        if suggested:
            pen.setDashPattern([1.2, 1.2])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        lane = _BAR / 2 + mark.depth * _BAR_LANE + (_BAR_LANE if suggested else 0)
        x = box.right() - lane if self._canvas.layout.right_to_left else box.left() + lane
        goes_on = mark.start < self._canvas.paragraph.start
        painter.drawLine(QPointF(x, box.top() - goes_on), QPointF(x, box.bottom()))
        if mark.key == self._highlights.current_span:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(color(theme.focus, 90), 1))
            painter.drawRect(box)

    def _span_ink(self, mark: Mark) -> str:
        """Return the colour of a span's edge: its label's, adapted to be visible on the page."""
        theme = self._theme
        chosen = "" if mark.kind == "suggestion" else self._article.style_of(mark.style).color
        return seen_on(chosen or theme.tag, theme.page)

    def _paint_under(self, mark: Mark) -> None:
        theme, highlights = self._theme, self._highlights
        if mark.kind == "passage":
            self._paint_passage(mark)
        elif mark.kind == "sentence":
            self._fill(mark, theme.sentence, inset=4)
            for box in self._rectangles(mark):
                self._canvas.rule(box.adjusted(0, 0, 0, -3), theme.faint, 1.0, Qt.PenStyle.DashLine)
        elif mark.kind == "term":
            self._fill(mark, theme.term, inset=5, radius=3)
        elif mark.kind == "hit":
            current = mark.key == highlights.current_hit
            self._fill(mark, theme.hit_current if current else theme.hit, inset=2, radius=2)
        elif mark.kind in {"span", "suggestion"} and mark not in self._blocks:
            self._paint_inline_span(mark)

    def _fill(self, mark: Mark, fill: str, *, inset: float, radius: float = 0) -> None:
        self._canvas.painter.setPen(Qt.PenStyle.NoPen)
        self._canvas.painter.setBrush(color(fill))
        for box in self._rectangles(mark):
            self._canvas.painter.drawRoundedRect(box.adjusted(0, inset, 0, -inset), radius, radius)

    def _paint_passage(self, mark: Mark) -> None:
        painter = self._canvas.painter
        tint = self._theme.tint(mark.number)
        weak = mark.style == "weak"
        inset = min(7.0, 1.0 + 3.0 * mark.depth)
        boxes = [
            box.adjusted(0, inset, 0, -inset)
            for start, end in self._shared(mark)
            for box in self._canvas.rectangles(start, end, badge=True)
        ]
        fill = color(self._theme.weak if weak else tint.fill)
        current = mark.key == self._highlights.current_passage
        for box in boxes:
            painter.fillRect(
                box, color(tint.fill, _SUMMARY_OPACITY) if mark.style == "summary" else fill
            )
            if current:
                self._canvas.rule(box, tint.line, 2.0, Qt.PenStyle.SolidLine)
            elif mark.style.startswith(LINK):
                self._canvas.rule(box, tint.badge, 1.6, Qt.PenStyle.SolidLine)
            elif mark.style in _RULES:
                self._canvas.rule(box, tint.line, 1.0, _RULES[mark.style])
            if mark.depth:
                painter.setPen(QPen(color(tint.line), 1))
                painter.drawLine(box.topLeft(), box.topRight())

    def _shared(self, passage: Mark) -> Iterator[tuple[int, int]]:
        """Yield a passage's range without its gaps: only shared text is tinted."""
        start = passage.start
        for mark in self._marks:
            if mark.style == "gap" and mark.kind == "edit" and mark.key == passage.key:
                if start < mark.start:
                    yield start, mark.start
                start = max(start, mark.end)
        if start < passage.end:
            yield start, passage.end

    def _paint_inline_span(self, mark: Mark) -> None:
        painter, theme = self._canvas.painter, self._theme
        suggested = mark.kind == "suggestion"
        ink = self._span_ink(mark)
        for box in self._rectangles(mark):
            inner = box.adjusted(0, 3, 0, -2)
            if not self._highlights.outline_spans:
                if not suggested:
                    painter.fillRect(inner, color(theme.block, 150))
                painter.fillRect(
                    inner, _hatch(theme.block_hatch, painter.device().devicePixelRatio())
                )
            style = Qt.PenStyle.DashLine if suggested else Qt.PenStyle.SolidLine
            lifted = inner.adjusted(0, 0, 0, -2.5 * min(mark.depth, 3))
            self._canvas.rule(
                lifted, ink, 2.0 if mark.key == self._highlights.current_span else 1.4, style
            )

    # Over the text

    def _paint_edit(self, mark: Mark) -> None:
        theme = self._theme
        if mark.start == mark.end:
            self._paint_missing(mark)
            return
        if mark.style == "gap":
            return
        if mark.style == "form":
            for box in self._rectangles(mark):
                self._canvas.rule(box.adjusted(0, 0, 0, -3), theme.form, 1.0, Qt.PenStyle.DotLine)
        elif mark.style == "variant":
            for box in self._rectangles(mark):
                self._canvas.rule(
                    box.adjusted(0, 0, 0, -3), theme.variant, 1.6, Qt.PenStyle.DashLine
                )
        else:
            for box in self._rectangles(mark):
                self._canvas.draw_clipped(box, self.ink, _STRIKE)
                self._canvas.rule(box.adjusted(0, 0, 0, -2), theme.edit, 2.0, Qt.PenStyle.SolidLine)

    def _paint_missing(self, mark: Mark) -> None:
        """Paint a small wedge below the line: only the other article has words here."""
        local = mark.start - self._canvas.paragraph.start
        if not 0 <= local <= self._canvas.paragraph.end - self._canvas.paragraph.start:
            return
        caret = self._canvas.layout.caret(local)
        foot = QPointF(caret.left(), caret.bottom() - 8)
        self._canvas.painter.setPen(Qt.PenStyle.NoPen)
        self._canvas.painter.setBrush(color(self._theme.edit))
        self._canvas.painter.drawPolygon(
            QPolygonF([foot, foot + QPointF(-4, 7), foot + QPointF(4, 7)])
        )

    def _paint_repeat(self, mark: Mark) -> None:
        boxes = self._rectangles(mark)
        if not boxes:
            return
        # A thin double line in the margin beside all of the repeated text.
        width = self._article.layout.setting.width
        x = -5.0 if self._canvas.layout.right_to_left else width + 4.0
        top = boxes[0].top() + 4
        bottom = boxes[-1].bottom() - 4
        if mark.end > self._canvas.paragraph.stop:
            bottom = self._canvas.layout.height
        if mark.start < self._canvas.paragraph.start:
            top = 0
        self._canvas.painter.setPen(QPen(color(self._theme.repeat), 1))
        for shift in (0.0, 2.5):
            self._canvas.painter.drawLine(QPointF(x + shift, top), QPointF(x + shift, bottom))


@lru_cache(maxsize=16)
def _hatch(ink: str, ratio: float) -> QBrush:
    """Return a brush of slanted stripes whose tiles join without a seam."""
    side = round(_HATCH_STEP * ratio)
    tile = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(color(ink), side * 0.34))
    for shift in (-side, 0, side):
        painter.drawLine(QPointF(shift - side, 2 * side), QPointF(shift + 2 * side, -side))
    painter.end()
    brush = QBrush(tile)
    brush.setTransform(QTransform.fromScale(1 / ratio, 1 / ratio))
    return brush
