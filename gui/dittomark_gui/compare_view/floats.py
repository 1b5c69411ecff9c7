"""Places the name tags of a paragraph so that its lines break as they would without tags.

Tags are placed after the words of the first line, else of the last one; where neither has room, in
rows of their own above the paragraph.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF

FLOAT_GAP: Final = 5.0


@dataclass(frozen=True, slots=True)
class LineEnd:
    """A line as the placement of tags needs it: top, height and width of its words, in pixels."""

    top: float
    height: float
    words: float


@dataclass(frozen=True, slots=True)
class Floats:
    """The placed tags, and the height `above` by which they move the first line down.

    The rectangles are in the order of the widths, from the paragraph's top left corner.
    """

    rectangles: tuple[QRectF, ...] = ()
    above: float = 0.0


def place_floats(
    widths: Sequence[float],
    *,
    height: float,
    room: float,
    lines: Sequence[LineEnd],
    from_left: bool,
) -> Floats:
    """Place tags from the far end of a paragraph, whose width is `room` pixels.

    A tag wider than the paragraph gets a whole row, and its text is elided.
    """
    if not widths:
        return Floats()
    widths = [min(width, room) for width in widths]
    taken = sum(width + FLOAT_GAP for width in widths)
    for line in (*lines[:1], *lines[-1:]):
        if line.words + taken <= room:
            top = line.top + (line.height - height) / 2
            return Floats(_row(widths, top, height, room, from_left=from_left))
    edge, top = 0.0, FLOAT_GAP / 2
    rectangles: list[QRectF] = []
    row: list[float] = []
    for width in widths:
        if row and edge + width > room:
            rectangles += _row(row, top, height, room, from_left=from_left)
            edge, top, row = 0.0, top + height + FLOAT_GAP, []
        row.append(width)
        edge += width + FLOAT_GAP
    rectangles += _row(row, top, height, room, from_left=from_left)
    return Floats(tuple(rectangles), above=round(top + height + FLOAT_GAP / 2))


def _row(
    widths: Sequence[float], top: float, height: float, room: float, *, from_left: bool
) -> tuple[QRectF, ...]:
    """Return the rectangles of tags side by side from the far end."""
    edge = 0.0
    result = []
    for width in widths:
        left = edge if from_left else room - edge - width
        result.append(QRectF(left, top, width, height))
        edge += width + FLOAT_GAP
    return tuple(result)
