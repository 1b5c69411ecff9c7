"""Step 6c: a joined passage must stand out from what two articles share anyway.

Rule: two reports of one event share names, numbers and phrases all through; joined, these scraps
would be one passage over both articles. What was taken and rewritten is denser than that, or it
stands as an island in text that shares nothing. So the density that several pieces must have
together grows with their *field*: the share of all places (words of one times words of the other)
that lies between their first and last words. A field of at most `ISLAND` needs `LEAST` of its words
equal, one of `WHOLE` `MOST` and both articles from end to end `ALL`, between them by the logarithm.
What has less falls apart at its
widest gap, again and again.

Limits: two whole articles of which one retells the other in its own words are shown as pieces;
`derived` tells that they belong together.
"""

import math
from collections.abc import Callable, Iterator
from typing import Final

from dittomark.compare.groups import Group
from dittomark.compare.segments import Segment

# Learnt on the development halves of COUNTER (not derived: field .02 to .8, density .13 to .44), PAN
# 2013 and the Indonesian cases (rewritten: nine of ten fields below .05, density .22 and more).
ISLAND: Final = 0.05
WHOLE: Final = 0.15
LEAST: Final = 0.22
MOST: Final = 0.45
ALL: Final = 0.55
SHUFFLED: Final = 1.7  # times as dense as in order, for pieces in another order, …
MOST_SHUFFLED: Final = 0.75  # … at most: chance brings no pieces that fill three quarters


def least_density(field: float) -> float:
    """Return the density that pieces must have together whose field is this share of all places."""
    if field >= WHOLE:
        return MOST + (ALL - MOST) * math.log(field / WHOLE) / -math.log(WHOLE)
    far = math.log(max(field, ISLAND) / ISLAND) / math.log(WHOLE / ISLAND)
    return LEAST + (MOST - LEAST) * far


def parts_that_stand_out(
    group: Group, segment_of: Callable[[Group], Segment], places: int
) -> Iterator[tuple[Group, Segment]]:
    """Yield a group, or the parts of it that stand out; and each as a segment.

    `places` is how many places the two articles have together.
    """
    if len(group.pieces) == 1:
        if group.pieces[0].blocks:
            yield group, group.pieces[0]
        return
    segment = segment_of(group)
    (a0, a1), (b0, b1) = group.a, group.b
    least = least_density((a1 - a0) * (b1 - b0) / places)
    shuffled = min(SHUFFLED * least, MOST_SHUFFLED)
    if segment.density >= least or 2 * group.words >= shuffled * group.span:
        yield group, segment
        return
    for part in _halves(group):
        yield from parts_that_stand_out(part, segment_of, places)


def _halves(group: Group) -> tuple[Group, Group]:
    """Return the two parts of a group on either side of its widest gap."""
    pieces = sorted(group.pieces, key=lambda piece: (piece.a, piece.b))
    widest, at, end = (-math.inf, -math.inf), 1, pieces[0].a[1]
    for k in range(1, len(pieces)):
        before, after = pieces[k - 1], pieces[k]
        gap_a = after.a[0] - end
        gap_b = max(after.b[0] - before.b[1], before.b[0] - after.b[1])
        gap = max(gap_a, gap_b), gap_a + gap_b
        if gap > widest:
            widest, at = gap, k
        end = max(end, after.a[1])
    return _together(pieces[:at]), _together(pieces[at:])


def _together(pieces: list[Segment]) -> Group:
    group = Group.of(pieces[0])
    for piece in pieces[1:]:
        group.add(Group.of(piece))
    return group
