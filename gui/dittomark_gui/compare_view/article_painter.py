"""Paints the visible paragraphs of an article."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from dittomark_gui.compare_view.paint_state import Highlights, PaintState
from dittomark_gui.compare_view.paragraph_painter import ParagraphPainter


def paint_article(
    paint_state: PaintState, painter: QPainter, highlights: Highlights, *, top: float, bottom: float
) -> None:
    """Paint the part of an article between the heights `top` and `bottom`, in pixels.

    The painter's origin is the article's top left corner.
    """
    layout = paint_state.layout
    index = layout.paragraph_at(top)
    while index < len(layout.paragraphs) and layout.top(index) <= bottom:
        begin = layout.top(index)
        if layout.paragraph_height(index) > 0:
            painter.save()
            painter.translate(0, begin)
            # The stripes continue from paragraph to paragraph and move with the text.
            painter.setBrushOrigin(QPointF(0, -begin))
            ParagraphPainter(paint_state, painter, highlights, index).paint(
                top - begin, bottom - begin
            )
            painter.restore()
        index += 1
