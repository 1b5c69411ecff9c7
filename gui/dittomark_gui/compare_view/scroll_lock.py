"""The arithmetic of scroll locking: the height in one pane for a height in another.

The line at the *reading position* of the active pane and its counterpart in the other are kept at
the same height. The reading position slides from the top of the view at the start of the article,
over its middle, to the bottom at the end, so that both ends can be reached. (The idea of a sliding
sync point and of interpolating between matches is known from Meld; here passages may be out of
order.)
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

_MANY: Final = 200  # with more anchors, only the longest ones set the order


@dataclass(frozen=True, slots=True)
class Anchor:
    """A passage on both sides: heights of its top and bottom, `near` in the active pane."""

    near_top: float
    near_bottom: float
    far_top: float
    far_bottom: float


def reading_share(value: float, maximum: float, page: float) -> float:
    """Return the reading position as a share of the view's height (0 top, 1 bottom).

    `value` and `maximum` are those of the scroll bar, `page` is the view's height, in pixels.
    """
    if maximum <= 0 or page <= 0:
        return 0.0
    if maximum < page:
        return value / maximum
    half = page / 2
    if value < half:
        return value / page
    if value > maximum - half:
        return 1 - (maximum - value) / page
    return 0.5


class PassageMap:
    """Maps heights in the active pane to heights in another one.

    `ends` are the heights of the two articles. A passage that is out of order counts only if it is
    at least `least` high: the other pane must not jump away and back for a short one.
    """

    def __init__(
        self, anchors: Sequence[Anchor], ends: tuple[float, float], *, least: float = 0.0
    ) -> None:
        near_end, far_end = ends
        chain = in_order(anchors)
        kept = set(chain)
        self._anchors = tuple(
            anchor
            for anchor in anchors
            if anchor in kept or anchor.near_bottom - anchor.near_top >= least
        )
        self._chain = [
            Anchor(0.0, 0.0, 0.0, 0.0),
            *chain,
            Anchor(near_end, near_end, far_end, far_end),
        ]

    def counterpart(self, y: float, *, now: float) -> float:
        """Return the height in the other pane that corresponds to the height `y` of the active one.

        `now` is the height at the other pane's reading position: of several copies the nearest to
        it is taken. Between passages the result is interpolated along the longest chain of passages
        that are in order on both sides.
        """
        first, last = self._chain[0], self._chain[-1]
        if y < first.near_top:  # in the margin above the text; below: after it
            return y
        if y >= last.near_bottom:
            return last.far_bottom + y - last.near_bottom
        over = [_within(a, y) for a in self._anchors if a.near_top <= y < a.near_bottom]
        if over:
            return min(over, key=lambda target: abs(target - now))
        after = next(
            (i for i, anchor in enumerate(self._chain) if anchor.near_top >= y),
            len(self._chain) - 1,
        )
        return _between(self._chain[max(0, after - 1)], self._chain[after], y)


def _within(anchor: Anchor, y: float) -> float:
    share = (y - anchor.near_top) / max(1e-9, anchor.near_bottom - anchor.near_top)
    return anchor.far_top + share * (anchor.far_bottom - anchor.far_top)


def _between(before: Anchor, after: Anchor, y: float) -> float:
    gap = after.near_top - before.near_bottom
    share = 0.0 if gap <= 0 else min(1.0, max(0.0, (y - before.near_bottom) / gap))
    return before.far_bottom + share * (after.far_top - before.far_bottom)


def in_order(anchors: Sequence[Anchor]) -> list[Anchor]:
    """Return the chain of anchors with the greatest total height that neither overlap nor cross.

    A weighted longest increasing subsequence; quadratic, which is fast for some hundred anchors.
    """
    by_near = sorted(anchors, key=lambda anchor: (anchor.near_top, anchor.far_top))
    if len(by_near) > _MANY:
        by_near = sorted(
            sorted(by_near, key=lambda anchor: anchor.near_top - anchor.near_bottom)[:_MANY],
            key=lambda anchor: (anchor.near_top, anchor.far_top),
        )
    best: list[float] = []
    previous: list[int] = []
    for index, anchor in enumerate(by_near):
        weight, link = 0.0, -1
        for earlier in range(index):
            fits = (
                by_near[earlier].near_bottom <= anchor.near_top
                and by_near[earlier].far_bottom <= anchor.far_top
            )
            if fits and best[earlier] > weight:
                weight, link = best[earlier], earlier
        best.append(weight + anchor.near_bottom - anchor.near_top + 1)
        previous.append(link)
    chain: list[Anchor] = []
    index = max(range(len(best)), key=best.__getitem__, default=-1)
    while index >= 0:
        chain.append(by_near[index])
        index = previous[index]
    return chain[::-1]
