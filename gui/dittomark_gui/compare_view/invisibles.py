"""Paints signs for invisible characters: spaces, tabs, line breaks, zero-width characters."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from dittomark_gui.compare_view.line_layout import LineLayout
from dittomark_gui.compare_view.paragraphs import Paragraph
from dittomark_gui.look.theme import color, text_font

_SPACES: Final = {" ": "·", "\u00a0": "°", "\u202f": "°", "\t": "→", "\u3000": "□"}
_NAMES: Final = {
    "\u00ad": "SHY",
    "\u061c": "ALM",
    "\u200b": "ZWSP",
    "\u200c": "ZWNJ",
    "\u200d": "ZWJ",
    "\u200e": "LRM",
    "\u200f": "RLM",
    "\u202a": "LRE",
    "\u202b": "RLE",
    "\u202c": "PDF",
    "\u202d": "LRO",
    "\u202e": "RLO",
    "\u2060": "WJ",
    "\u2066": "LRI",
    "\u2067": "RLI",
    "\u2068": "FSI",
    "\u2069": "PDI",
    "\ufeff": "BOM",
}
_BREAKS: Final = {"\n": "¶", "\r\n": "CR¶", "\r": "CR", "": ""}


def paint_invisibles(
    painter: QPainter,
    layout: LineLayout,
    text: str,
    paragraph: Paragraph,
    *,
    ink: str,
    lines: tuple[int, int],
) -> None:
    """Paint signs over the invisible characters in the lines `[first, last)` of a paragraph.

    The painter's origin is the paragraph's top left corner.
    """
    painter.save()
    painter.setPen(QPen(color(ink), 1))
    large, small = text_font("", 9), text_font("", 5.5)
    for line in range(*lines):
        begin, stop = layout.line_range(line)
        for local in range(begin, stop):
            character = text[paragraph.start + local]
            if character in _SPACES:
                box = next(iter(layout.rectangles(local, local + 1)), None)
                if box is not None:
                    painter.setFont(large)
                    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, _SPACES[character])
            elif character in _NAMES:
                painter.setFont(small)
                _paint_name(painter, layout.caret(local), _NAMES[character])
    if lines[1] == len(layout.lines):
        painter.setFont(large)
        _paint_break(painter, layout, paragraph, text[paragraph.end : paragraph.stop])
    painter.restore()


def _paint_name(painter: QPainter, caret: QRectF, name: str) -> None:
    x = caret.left()
    painter.drawLine(QPointF(x, caret.top() + 6), QPointF(x, caret.bottom() - 5))
    painter.drawText(QPointF(x + 1, caret.top() + 7), name)


def _paint_break(
    painter: QPainter, layout: LineLayout, paragraph: Paragraph, line_break: str
) -> None:
    caret = layout.caret(paragraph.end - paragraph.start)
    shown = _BREAKS.get(line_break, "¶")
    room = QRectF(caret.left() + 2, caret.top(), 40, min(caret.height(), layout.height))
    side = Qt.AlignmentFlag.AlignLeft
    if layout.right_to_left:
        room.moveRight(caret.left() - 2)
        side = Qt.AlignmentFlag.AlignRight
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | side, shown)
