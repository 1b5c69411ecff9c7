"""Places the name tags of a paragraph: beside its first line, or in rows of their own above it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF

FLOAT_GAP: Final = 5.0
# What tags must leave of the first line, of its width and of its height, to stand beside it.
_SHARE_OF_A_LINE: Final = 1 / 3
_HEIGHTS_OF_A_LINE: Final = 4


@dataclass(frozen=True, slots=True)
class Floats:
    """Where tags are: `beside` is what the first line is narrower for them, `above` what it is lower.

    The rectangles are in the order of the widths, from the paragraph's top left corner.
    """

    rectangles: tuple[QRectF, ...] = ()
    beside: float = 0.0
    above: float = 0.0


def place_floats(
    widths: Sequence[float], *, height: float, room: float, pitch: float, from_left: bool
) -> Floats:
    """Place tags from the far end of a paragraph as wide as `room`, whose lines are `pitch` high."""
    if not widths:
        return Floats()
    taken = sum(width + FLOAT_GAP for width in widths)
    fit = room - taken >= max(room * _SHARE_OF_A_LINE, pitch * _HEIGHTS_OF_A_LINE)
    row = pitch if fit else height + FLOAT_GAP
    top = (row - height) / 2
    edge = 0.0
    rectangles = []
    for width in widths:
        if edge and edge + width > room:
            edge, top = 0.0, top + row
        left = edge if from_left else room - edge - width
        rectangles.append(QRectF(left, top, width, height))
        edge += width + FLOAT_GAP
    if fit:
        return Floats(tuple(rectangles), beside=taken)
    return Floats(tuple(rectangles), above=round(top + height + FLOAT_GAP / 2))
