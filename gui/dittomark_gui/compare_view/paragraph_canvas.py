"""A paragraph as its painters use it: visible lines, rectangles of ranges, rules under them."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from dittomark_gui.compare_view.article_layout import ArticleLayout
from dittomark_gui.look.theme import color


class ParagraphCanvas:
    """One paragraph of an article, with a painter whose origin is its top left corner."""

    def __init__(self, painter: QPainter, article: ArticleLayout, index: int) -> None:
        self.painter = painter
        self.layout = article.layout(index)
        self.paragraph = article.paragraphs[index]
        self.lines = (0, 0)  # visible: first, and one after the last

    def show(self, top: float, bottom: float) -> tuple[int, int]:
        """Keep to the lines between two heights; return their range in the article."""
        self.lines = self.layout.visible_lines(top, bottom)
        begin, stop = self.layout.lines_range(*self.lines)
        return begin + self.paragraph.start, stop + self.paragraph.start

    def rectangles(self, start: int, end: int, *, badge: bool = False) -> list[QRectF]:
        """Return the rectangles of a range of the article, in the visible lines."""
        start = max(0, start - self.paragraph.start)
        end = min(self.paragraph.end, end) - self.paragraph.start
        if end < start:
            return []
        return self.layout.rectangles(start, end, "badge" if badge else "text", lines=self.lines)

    def rule(self, box: QRectF, ink: str, width: float, style: Qt.PenStyle) -> None:
        """Draw a line along the bottom edge of a box."""
        self.painter.setPen(QPen(color(ink), width, style))
        y = box.bottom() - width / 2
        self.painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))

    def draw_text(self, ink: str) -> None:
        """Draw the text of the visible lines."""
        self.painter.setPen(color(ink))
        self.layout.draw_lines(self.painter, *self.lines)

    def draw_clipped(self, box: QRectF, ink: str, shift: float = 0.0) -> None:
        """Draw the text inside a box again, in another colour or shifted by `shift` pixels."""
        painter = self.painter
        painter.save()
        painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
        painter.translate(shift, 0)
        painter.setPen(color(ink))
        index = self.layout.line_at(box.center().y())
        self.layout.draw_lines(painter, index, index + 1)
        painter.restore()
