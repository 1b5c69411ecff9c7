"""Paints the paragraphs of an article that are in sight."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from dittomark_gui.compare_view.paragraph_painter import ParagraphPainter
from dittomark_gui.compare_view.scenery import Look, Scenery


def paint_article(
    scenery: Scenery, painter: QPainter, look: Look, *, top: float, bottom: float
) -> None:
    """Paint everything between two heights of an article.

    The painter's origin is the article's top left corner.
    """
    layout = scenery.layout
    index = layout.paragraph_at(top)
    while index < len(layout.paragraphs) and layout.top(index) <= bottom:
        begin = layout.top(index)
        if layout.paragraph_height(index) > 0:
            painter.save()
            painter.translate(0, begin)
            # Stripes go on from paragraph to paragraph, and move with the text.
            painter.setBrushOrigin(QPointF(0, -begin))
            ParagraphPainter(scenery, painter, look, index).paint(top - begin, bottom - begin)
            painter.restore()
        index += 1
