"""Paints one paragraph: what is under the text, the text, and what is over it.

Tints, hatching and underlines are rectangles under or over whole lines of text, never character
formats, so that conjuncts and joined letters keep their shape whatever is marked.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QImage, QPainter, QPen, QPolygonF, QTransform

from dittomark_gui.compare_view.folding import Fold
from dittomark_gui.compare_view.invisibles import paint_invisibles
from dittomark_gui.compare_view.links import LINK
from dittomark_gui.compare_view.marks import Mark
from dittomark_gui.compare_view.paint_state import BLOCK_MARGIN, Highlights, PaintState
from dittomark_gui.look.theme import color, seen_on

_BAR: Final = 3.0
_BAR_LANE: Final = 4.0
_HATCH_STEP: Final = 14
_STEM: Final = 1.6
_KNOB: Final = 3.2
_PALE: Final = 110  # of 255: a summary's long side may fill the pane
_RULES: Final = {
    "weak": Qt.PenStyle.DotLine,
    "near_verbatim": Qt.PenStyle.DotLine,
    "rewrite": Qt.PenStyle.DashLine,
    "summary": Qt.PenStyle.DashDotLine,
}
_STRIKE: Final = 0.45  # a changed word is struck twice, this far apart: bold without a reflow


class ParagraphPainter:
    """One paragraph on its way to the screen."""

    def __init__(
        self, article: PaintState, painter: QPainter, highlights: Highlights, index: int
    ) -> None:
        self._article = article
        self._theme = article.theme
        self._painter = painter
        self._highlights = highlights
        self._index = index
        self._layout = article.layout.layout(index)
        self._paragraph = article.layout.paragraphs[index]
        self._marks: Sequence[Mark] = article.marks.in_paragraph(index)
        self._blocks = [
            mark
            for mark in self._marks
            if mark.kind in {"span", "suggestion"} and article.inlays.is_block(mark, index)
        ]
        self._lines = (0, 0)

    def paint(self, top: float, bottom: float) -> None:
        """Paint what is between two heights of the paragraph."""
        self._lines = self._layout.visible_lines(top, bottom)
        self._marks = self._marks_in_sight()
        quiet = [mark for mark in self._blocks if mark.kind == "span"]
        for mark in self._blocks:
            self._paint_block(mark)
        for mark in self._marks:
            self._paint_under(mark)
        ink = self._theme.block_text if quiet else self._theme.text
        self._draw_text(ink)
        for mark in self._marks:
            if mark.kind == "edit":
                self._paint_edit(mark, ink)
        self._paint_selection()
        for mark in self._marks:
            self._paint_over(mark)
            self._paint_handles(mark)
        self._paint_inlays()
        if self._highlights.show_invisibles:
            self._paint_invisibles()
        self._paint_caret()
        if self._highlights.pointed_block == self._index:
            self._paint_pointed()

    def _marks_in_sight(self) -> list[Mark]:
        """Return the marks that the visible lines touch: a long line may have hundreds of others."""
        begin, stop = self._layout.lines_range(*self._lines)
        begin, stop = begin + self._paragraph.start, stop + self._paragraph.start
        return [mark for mark in self._marks if mark.start <= stop and mark.end >= begin]

    def _rectangles(self, mark: Mark, *, badge: bool = False) -> list[QRectF]:
        return self._range_rectangles(mark.start, mark.end, badge=badge)

    def _range_rectangles(self, start: int, end: int, *, badge: bool = False) -> list[QRectF]:
        start = max(0, start - self._paragraph.start)
        end = min(self._paragraph.end, end) - self._paragraph.start
        if end < start:
            return []
        return self._layout.rectangles(start, end, "badge" if badge else "text", lines=self._lines)

    # Under the text

    def _paint_block(self, mark: Mark) -> None:
        painter, theme = self._painter, self._theme
        setting = self._article.layout.setting
        box = QRectF(-BLOCK_MARGIN, 0, setting.width + 2 * BLOCK_MARGIN, self._layout.height)
        if mark.end <= self._paragraph.stop:
            box.setBottom(min(box.bottom(), self._layout.lines[-1].bottom + 2))
        else:
            # A little under the next paragraph: else a seam shows where pixels are fractions.
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
        x = box.right() - lane if self._layout.right_to_left else box.left() + lane
        goes_on = mark.start < self._paragraph.start
        painter.drawLine(QPointF(x, box.top() - goes_on), QPointF(x, box.bottom()))
        if mark.key == self._highlights.current_span:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(color(theme.focus, 90), 1))
            painter.drawRect(box)

    def _span_ink(self, mark: Mark) -> str:
        """Return the colour of a span's edge: its label's, as far as it can be seen here."""
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
                self._rule(box.adjusted(0, 0, 0, -3), theme.faint, 1.0, Qt.PenStyle.DashLine)
        elif mark.kind == "term":
            self._fill(mark, theme.term, inset=5, radius=3)
        elif mark.kind == "hit":
            current = mark.key == highlights.current_hit
            self._fill(mark, theme.hit_current if current else theme.hit, inset=2, radius=2)
        elif mark.kind in {"span", "suggestion"} and mark not in self._blocks:
            self._paint_inline_span(mark)

    def _fill(self, mark: Mark, fill: str, *, inset: float, radius: float = 0) -> None:
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(color(fill))
        for box in self._rectangles(mark):
            self._painter.drawRoundedRect(box.adjusted(0, inset, 0, -inset), radius, radius)

    def _paint_passage(self, mark: Mark) -> None:
        painter = self._painter
        tint = self._theme.tint(mark.number)
        weak = mark.style == "weak"
        inset = min(7.0, 1.0 + 3.0 * mark.depth)
        boxes = [
            box.adjusted(0, inset, 0, -inset)
            for start, end in self._shared(mark)
            for box in self._range_rectangles(start, end, badge=True)
        ]
        fill = color(self._theme.weak if weak else tint.fill)
        current = mark.key == self._highlights.current_passage
        for box in boxes:
            painter.fillRect(box, color(tint.fill, _PALE) if mark.style == "summary" else fill)
            if current:
                self._rule(box, tint.line, 2.0, Qt.PenStyle.SolidLine)
            elif mark.style.startswith(LINK):
                self._rule(box, tint.badge, 1.6, Qt.PenStyle.SolidLine)
            elif mark.style in _RULES:
                self._rule(box, tint.line, 1.0, _RULES[mark.style])
            if mark.depth:
                painter.setPen(QPen(color(tint.line), 1))
                painter.drawLine(box.topLeft(), box.topRight())

    def _shared(self, passage: Mark) -> Iterator[tuple[int, int]]:
        """Yield a passage without its gaps: nothing may look shared that is not."""
        start = passage.start
        for mark in self._marks:
            if mark.style == "gap" and mark.kind == "edit" and mark.key == passage.key:
                if start < mark.start:
                    yield start, mark.start
                start = max(start, mark.end)
        if start < passage.end:
            yield start, passage.end

    def _rule(self, box: QRectF, ink: str, width: float, style: Qt.PenStyle) -> None:
        self._painter.setPen(QPen(color(ink), width, style))
        y = box.bottom() - width / 2
        self._painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))

    def _paint_inline_span(self, mark: Mark) -> None:
        painter, theme = self._painter, self._theme
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
            self._rule(
                lifted, ink, 2.0 if mark.key == self._highlights.current_span else 1.4, style
            )

    # The text

    def _draw_text(self, ink: str) -> None:
        self._painter.setPen(color(ink))
        self._layout.draw_lines(self._painter, *self._lines)

    def _draw_clipped(self, box: QRectF, ink: str, shift: float = 0.0) -> None:
        painter = self._painter
        painter.save()
        painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
        painter.translate(shift, 0)
        painter.setPen(color(ink))
        index = self._layout.line_at(box.center().y())
        self._layout.draw_lines(painter, index, index + 1)
        painter.restore()

    def _paint_selection(self) -> None:
        if self._highlights.selection is None:
            return
        start, end = self._highlights.selection
        if start >= self._paragraph.stop or end <= self._paragraph.start:
            return
        theme = self._theme
        fill, ink = (
            (theme.selection, theme.selection_text)
            if self._highlights.focused
            else (theme.selection_idle, theme.text)
        )
        for box in self._range_rectangles(start, end):
            self._painter.fillRect(box, color(fill))
            self._draw_clipped(box, ink)
        has_break = not self._paragraph.goes_on
        if has_break and end > self._paragraph.end and start <= self._paragraph.end:
            self._paint_selected_break(fill)

    def _paint_selected_break(self, fill: str) -> None:
        """Paint a narrow stub behind the last line for a selected line break."""
        caret = self._layout.caret(self._paragraph.end - self._paragraph.start)
        self._painter.fillRect(
            QRectF(
                caret.left() - (6 if self._layout.right_to_left else 0),
                caret.top(),
                6,
                min(caret.height(), self._layout.height),
            ),
            color(fill),
        )

    # Over the text

    def _paint_edit(self, mark: Mark, ink: str) -> None:
        theme = self._theme
        if mark.start == mark.end:
            self._paint_missing(mark)
            return
        if mark.style == "gap":
            return
        if mark.style == "form":
            for box in self._rectangles(mark):
                self._rule(box.adjusted(0, 0, 0, -3), theme.form, 1.0, Qt.PenStyle.DotLine)
        elif mark.style == "variant":
            for box in self._rectangles(mark):
                self._rule(box.adjusted(0, 0, 0, -3), theme.variant, 1.6, Qt.PenStyle.DashLine)
        else:
            for box in self._rectangles(mark):
                self._draw_clipped(box, ink, _STRIKE)
                self._rule(box.adjusted(0, 0, 0, -2), theme.edit, 2.0, Qt.PenStyle.SolidLine)

    def _paint_missing(self, mark: Mark) -> None:
        """Paint a small wedge below the line: the other article has words here."""
        local = mark.start - self._paragraph.start
        if not 0 <= local <= self._paragraph.end - self._paragraph.start:
            return
        caret = self._layout.caret(local)
        foot = QPointF(caret.left(), caret.bottom() - 8)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(color(self._theme.edit))
        self._painter.drawPolygon(QPolygonF([foot, foot + QPointF(-4, 7), foot + QPointF(4, 7)]))

    def _paint_over(self, mark: Mark) -> None:
        if mark.kind != "repeat":
            return
        boxes = self._rectangles(mark)
        if not boxes:
            return
        # A thin double line in the margin runs along everything that stands here twice.
        width = self._article.layout.setting.width
        x = -5.0 if self._layout.right_to_left else width + 4.0
        top = boxes[0].top() + 4
        bottom = boxes[-1].bottom() - 4
        if mark.end > self._paragraph.stop:
            bottom = self._layout.height
        if mark.start < self._paragraph.start:
            top = 0
        self._painter.setPen(QPen(color(self._theme.repeat), 1))
        for shift in (0.0, 2.5):
            self._painter.drawLine(QPointF(x + shift, top), QPointF(x + shift, bottom))

    def _paint_handles(self, mark: Mark) -> None:
        """Paint what the ends of the lit passage can be taken hold of by."""
        if mark.kind != "passage" or mark.key != self._highlights.current_passage:
            return
        painter, paragraph = self._painter, self._paragraph
        ink = color(self._theme.tint(mark.number).badge)
        for offset, end in ((mark.start, False), (mark.end, True)):
            if not paragraph.start <= offset <= paragraph.end:
                continue
            edge = self._layout.edge(offset - paragraph.start, end=end)
            painter.setPen(QPen(ink, _STEM))
            painter.drawLine(edge.topLeft(), edge.bottomLeft())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink)
            painter.drawEllipse(edge.bottomLeft() if end else edge.topLeft(), _KNOB, _KNOB)

    def _paint_inlays(self) -> None:
        badges = self._article.badges
        for room, inlay in self._layout.inlay_rectangles(self._lines):
            mark = inlay.payload
            if isinstance(mark, Fold):
                badges.paint_fold(self._painter, mark.mark, mark.end - mark.start, room)
            elif isinstance(mark, Mark) and inlay.kind == "badge":
                badges.paint_badge(self._painter, mark, room, current=self._is_current(mark))
            elif inlay.kind == "repeat":
                badges.paint_repeat(self._painter, room)
        for rectangle, tag in self._article.tag_rectangles(self._index, self._lines):
            badges.paint_tag(
                self._painter, tag, rectangle, lit=tag.mark.key == self._highlights.current_span
            )

    def _is_current(self, badge: Mark) -> bool:
        """Say whether a badge stands for the passage that is lit, or for a copy of it."""
        return any(
            mark.key == self._highlights.current_passage
            for mark in self._marks
            if mark.kind == "passage" and (mark.start, mark.number) == (badge.start, badge.number)
        )

    def _paint_invisibles(self) -> None:
        paint_invisibles(
            self._painter,
            self._layout,
            self._article.layout.text,
            self._paragraph,
            ink=self._theme.invisible,
            lines=self._lines,
        )

    def _paint_pointed(self) -> None:
        """Paint a bracket in the margin: a click marks this paragraph."""
        width = self._article.layout.setting.width
        out, into = (width + 16, -5) if self._layout.right_to_left else (-16, 5)
        bottom = self._layout.lines[-1].bottom - 4
        self._painter.setPen(QPen(color(self._theme.focus), 2))
        self._painter.drawPolyline(
            [
                QPointF(out + into, 4),
                QPointF(out, 4),
                QPointF(out, bottom),
                QPointF(out + into, bottom),
            ]
        )

    def _paint_caret(self) -> None:
        caret = self._highlights.caret
        last = self._paragraph.end - self._paragraph.goes_on
        if caret is None or not self._paragraph.start <= caret < max(
            self._paragraph.stop, last + 1
        ):
            return
        local = min(caret, self._paragraph.end) - self._paragraph.start
        box = self._layout.caret(local, at_line_end=self._highlights.caret_at_line_end)
        self._painter.fillRect(
            QRectF(box.left() - 1, box.top() + 1, 2, box.height() - 2), color(self._theme.caret)
        )


@lru_cache(maxsize=16)
def _hatch(ink: str, ratio: float) -> QBrush:
    """Return a brush of slanted stripes that joins without a seam."""
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
