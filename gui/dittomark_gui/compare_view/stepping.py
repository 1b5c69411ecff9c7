"""Steps to the next or previous passage, span, suggestion or search hit. Pure functions."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TypeVar

_T = TypeVar("_T")
Position = tuple[int, ...]  # pane, code point, and any further sort keys


def following(items: Sequence[tuple[Position, _T]], now: Position, step: int) -> _T | None:
    """Return the item after the position `now` (`step` 1) or before it (-1), wrapping around.

    `items` are sorted by position. Returns None if there are none.
    """
    if not items:
        return None
    places = [place for place, _ in items]
    at = bisect_right(places, now) if step > 0 else bisect_left(places, now) - 1
    return items[at % len(items)][1]


def neighbour_in(order: Sequence[int], current: int | None, step: int) -> int | None:
    """Return the item after or before `current`, wrapping around; without it, first or last."""
    if not order:
        return None
    if current not in order:
        return order[0] if step > 0 else order[-1]
    return order[(order.index(current) + step) % len(order)]
