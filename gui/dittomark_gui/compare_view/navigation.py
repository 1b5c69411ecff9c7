"""Going to the next and previous passage, span, suggestion and search hit. Pure: no widgets."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TypeVar

_T = TypeVar("_T")
Position = tuple[int, ...]  # pane, code point, and whatever else puts places in order


def following(items: Sequence[tuple[Position, _T]], now: Position, step: int) -> _T | None:
    """Return the item after `now` (`step` 1) or before it (-1); it goes round at the ends.

    `items` are in order of their places; `now` is where the reader is.
    """
    if not items:
        return None
    places = [place for place, _ in items]
    at = bisect_right(places, now) if step > 0 else bisect_left(places, now) - 1
    return items[at % len(items)][1]


def neighbour_in(order: Sequence[int], current: int | None, step: int) -> int | None:
    """Return the item after or before the current one; round at the ends; from none, the first."""
    if not order:
        return None
    if current not in order:
        return order[0] if step > 0 else order[-1]
    return order[(order.index(current) + step) % len(order)]
