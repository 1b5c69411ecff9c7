"""Paints one paragraph: marks, text, selection, inlays and caret."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from dittomark_gui.compare_view.folding import Fold
from dittomark_gui.compare_view.invisibles import paint_invisibles
from dittomark_gui.compare_view.mark_painter import MarkPainter
from dittomark_gui.compare_view.marks import Mark
from dittomark_gui.compare_view.paint_state import Highlights, PaintState
from dittomark_gui.compare_view.paragraph_canvas import ParagraphCanvas
from dittomark_gui.look.theme import color

_STEM: Final = 1.6
_KNOB: Final = 3.2


class ParagraphPainter:
    """Paints one paragraph of an article."""

    def __init__(
        self, article: PaintState, painter: QPainter, highlights: Highlights, index: int
    ) -> None:
        self._article = article
        self._theme = article.theme
        self._highlights = highlights
        self._index = index
        self._canvas = ParagraphCanvas(painter, article.layout, index)
        self._mark_painter = MarkPainter(article, self._canvas, highlights, index)
        self._marks: list[Mark] = []

    def paint(self, top: float, bottom: float) -> None:
        """Paint the part of the paragraph between two heights."""
        self._marks = self._mark_painter.keep_to(*self._canvas.show(top, bottom))
        self._mark_painter.paint_under()
        self._canvas.draw_text(self._mark_painter.ink)
        self._mark_painter.paint_edits()
        self._paint_selection()
        self._mark_painter.paint_repeats()
        for mark in self._marks:
            self._paint_handles(mark)
        self._paint_inlays()
        if self._highlights.show_invisibles:
            self._paint_invisibles()
        self._paint_caret()
        if self._highlights.pointed_block == self._index:
            self._paint_pointed()

    def _paint_selection(self) -> None:
        if self._highlights.selection is None:
            return
        start, end = self._highlights.selection
        if start >= self._canvas.paragraph.stop or end <= self._canvas.paragraph.start:
            return
        theme = self._theme
        fill, ink = (
            (theme.selection, theme.selection_text)
            if self._highlights.focused
            else (theme.selection_idle, theme.text)
        )
        for box in self._canvas.rectangles(start, end):
            self._canvas.painter.fillRect(box, color(fill))
            self._canvas.draw_clipped(box, ink)
        has_break = not self._canvas.paragraph.goes_on
        if has_break and end > self._canvas.paragraph.end and start <= self._canvas.paragraph.end:
            self._paint_selected_break(fill)

    def _paint_selected_break(self, fill: str) -> None:
        """Paint a narrow stub after the last line for a selected line break."""
        caret = self._canvas.layout.caret(self._canvas.paragraph.end - self._canvas.paragraph.start)
        self._canvas.painter.fillRect(
            QRectF(
                caret.left() - (6 if self._canvas.layout.right_to_left else 0),
                caret.top(),
                6,
                min(caret.height(), self._canvas.layout.height),
            ),
            color(fill),
        )

    def _paint_handles(self, mark: Mark) -> None:
        """Paint the handles at the ends of the current passage, by which they can be dragged."""
        if mark.kind != "passage" or mark.key != self._highlights.current_passage:
            return
        painter, paragraph = self._canvas.painter, self._canvas.paragraph
        ink = color(self._theme.tint(mark.number).badge)
        for offset, end in ((mark.start, False), (mark.end, True)):
            if not paragraph.start <= offset <= paragraph.end:
                continue
            edge = self._canvas.layout.edge(offset - paragraph.start, end=end)
            painter.setPen(QPen(ink, _STEM))
            painter.drawLine(edge.topLeft(), edge.bottomLeft())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink)
            painter.drawEllipse(edge.bottomLeft() if end else edge.topLeft(), _KNOB, _KNOB)

    def _paint_inlays(self) -> None:
        badges = self._article.badges
        for room, inlay in self._canvas.layout.inlay_rectangles(self._canvas.lines):
            mark = inlay.payload
            if isinstance(mark, Fold):
                badges.paint_fold(self._canvas.painter, mark.mark, mark.end - mark.start, room)
            elif isinstance(mark, Mark) and inlay.kind == "badge":
                badges.paint_badge(self._canvas.painter, mark, room, current=self._is_current(mark))
            elif inlay.kind == "repeat":
                badges.paint_repeat(self._canvas.painter, room)
        for rectangle, tag in self._article.tag_rectangles(self._index, self._canvas.lines):
            badges.paint_tag(
                self._canvas.painter,
                tag,
                rectangle,
                current=tag.mark.key == self._highlights.current_span,
            )

    def _is_current(self, badge: Mark) -> bool:
        """Return whether a badge is that of the current passage, or of a copy of it."""
        return any(
            mark.key == self._highlights.current_passage
            for mark in self._marks
            if mark.kind == "passage" and (mark.start, mark.number) == (badge.start, badge.number)
        )

    def _paint_invisibles(self) -> None:
        paint_invisibles(
            self._canvas.painter,
            self._canvas.layout,
            self._article.layout.text,
            self._canvas.paragraph,
            ink=self._theme.invisible,
            lines=self._canvas.lines,
        )

    def _paint_pointed(self) -> None:
        """Paint a bracket in the margin: a click there marks this paragraph."""
        width = self._article.layout.setting.width
        out, into = (width + 16, -5) if self._canvas.layout.right_to_left else (-16, 5)
        bottom = self._canvas.layout.lines[-1].bottom - 4
        self._canvas.painter.setPen(QPen(color(self._theme.focus), 2))
        self._canvas.painter.drawPolyline(
            [
                QPointF(out + into, 4),
                QPointF(out, 4),
                QPointF(out, bottom),
                QPointF(out + into, bottom),
            ]
        )

    def _paint_caret(self) -> None:
        caret = self._highlights.caret
        last = self._canvas.paragraph.end - self._canvas.paragraph.goes_on
        if caret is None or not self._canvas.paragraph.start <= caret < max(
            self._canvas.paragraph.stop, last + 1
        ):
            return
        local = min(caret, self._canvas.paragraph.end) - self._canvas.paragraph.start
        box = self._canvas.layout.caret(local, at_line_end=self._highlights.caret_at_line_end)
        self._canvas.painter.fillRect(
            QRectF(box.left() - 1, box.top() + 1, 2, box.height() - 2), color(self._theme.caret)
        )
