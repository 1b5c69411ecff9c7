"""The shapes of the ribbons between two panes. Pure geometry, tested without widgets."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from dittomark_gui.compare_view.links_as_passages import LinkTag

End = Literal["visible", "above", "below"]
_STUB: Final = 9.0
_ARROW: Final = 6.0


@dataclass(frozen=True, slots=True)
class Side:
    """One end of a ribbon: `top` to `bottom` in the gutter, and whether it is visible.

    An invisible end is a stub at the edge of the pane.
    """

    top: float
    bottom: float
    end: End

    @property
    def middle(self) -> float:
        """The middle of the end's height."""
        return (self.top + self.bottom) / 2

    def within(self, top: float, bottom: float) -> "Side":
        """Return the part of the end between two heights."""
        return replace(self, top=max(self.top, top), bottom=min(self.bottom, bottom))


@dataclass(frozen=True, slots=True)
class Ribbon:
    """A ribbon: its passage, number and two sides.

    `seen` is the range of heights in the gutter in which text is visible: the label goes there.
    `link_tags` are the tags of a link, empty for a passage of the engine.
    """

    passage: int
    number: int
    similarity: float
    weak: bool
    left: Side
    right: Side
    seen: tuple[float, float]
    link_tags: tuple[LinkTag, ...] = ()


@dataclass(frozen=True, slots=True)
class Stub:
    """The start of a ribbon to a column that is not adjacent.

    `at_left` is the side of the gutter where it begins; `column` is the number of the other column.
    """

    passage: int
    number: int
    at_left: bool
    side: Side
    column: int


def side(top: float, bottom: float, view_top: float, view_bottom: float) -> Side:
    """Return a ribbon's end for a range of heights; outside the view it becomes a stub."""
    if bottom <= view_top + 2:
        return Side(view_top, view_top + _STUB, "above")
    if top >= view_bottom - 2:
        return Side(view_bottom - _STUB, view_bottom, "below")
    return Side(top, bottom, "visible")


def path(ribbon: Ribbon, width: float) -> QPainterPath:
    """Return the outline of a ribbon across a gutter of `width` pixels.

    Two cubic curves with control points near the middle of the gutter.
    """
    left, right = ribbon.left, ribbon.right
    near, far = width * 0.45, width * 0.55
    result = QPainterPath(QPointF(0, left.top))
    result.cubicTo(QPointF(near, left.top), QPointF(far, right.top), QPointF(width, right.top))
    _close_end(result, right, width, 1)
    result.cubicTo(QPointF(far, right.bottom), QPointF(near, left.bottom), QPointF(0, left.bottom))
    _close_end(result, left, 0.0, -1)
    result.closeSubpath()
    return result


def stub_path(stub: Stub, width: float) -> QPainterPath:
    """Return the outline of a stub: a short tongue towards the other column."""
    edge, tip = (0.0, width * 0.34) if stub.at_left else (width, width * 0.66)
    middle = stub.side.middle
    result = QPainterPath(QPointF(edge, stub.side.top))
    bend = (edge + tip) / 2
    result.cubicTo(QPointF(bend, stub.side.top), QPointF(bend, middle), QPointF(tip, middle))
    result.cubicTo(
        QPointF(bend, middle), QPointF(bend, stub.side.bottom), QPointF(edge, stub.side.bottom)
    )
    result.closeSubpath()
    return result


def _close_end(outline: QPainterPath, end: Side, x: float, direction: int) -> None:
    """Draw one end of the outline: straight, or round where the passage is out of sight."""
    first, last = (end.top, end.bottom) if direction > 0 else (end.bottom, end.top)
    if end.end == "visible":
        outline.lineTo(QPointF(x, last))
    else:
        outline.lineTo(QPointF(x - direction * 3, first))
        outline.quadTo(QPointF(x, end.middle), QPointF(x - direction * 3, last))


def arrow(end: Side, x: float) -> list[QPointF]:
    """Return a small triangle that points to the invisible passage."""
    up = end.end == "above"
    tip = end.top - 1 if up else end.bottom + 1
    foot = tip + (_ARROW if up else -_ARROW)
    return [QPointF(x, tip), QPointF(x - _ARROW * 0.8, foot), QPointF(x + _ARROW * 0.8, foot)]


def label_place(
    ribbon: Ribbon, width: float, size: tuple[float, float], taken: Sequence[QRectF]
) -> QRectF | None:
    """Return the rectangle for a ribbon's label, on its middle line, clear of others, or None."""
    across, high = size
    for share in (0.5, 0.32, 0.68, 0.2, 0.8):
        x = min(max(width * share, across / 2), width - across / 2)
        box = QRectF(x - across / 2, middle_at(ribbon, share) - high / 2, across, high)
        if not any(box.intersects(other) for other in taken):
            return box
    return None


def middle_at(ribbon: Ribbon, share: float) -> float:
    """Return the middle height of a ribbon's visible part, at a share of the gutter's width."""
    smooth = share * share * (3 - 2 * share)
    left, right = ribbon.left.within(*ribbon.seen), ribbon.right.within(*ribbon.seen)
    return left.middle + smooth * (right.middle - left.middle)
