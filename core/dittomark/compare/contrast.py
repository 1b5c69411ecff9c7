"""Step 6c: a joined passage must be denser than the chance overlap of two articles.

Rule: two reports of one event share names, numbers and phrases throughout; joined, these scraps
would be one passage over both articles. Text that was taken and rewritten is denser than that, or
is an island in text that shares nothing. So the density that several pieces must have together
grows with their *field*: the share of all cells of the word matrix (words of a times words of b)
that lies between their first and last words. A field of at most `ISLAND` requires that the share
`LEAST` of its words is equal, one of `WHOLE` requires `MOST`, and both articles from end to end
`ALL`, with logarithmic interpolation. The field of pieces with fewer than `ENOUGH` bits counts as
larger than it is: little evidence must be a smaller island. A group with a lower density is split
at its widest gap, recursively.

Limits: where one whole article retells another in its own words, the pieces are shown separately;
`derived` shows that the articles belong together.
"""

import math
from collections.abc import Callable, Iterator
from typing import Final

from dittomark.compare.groups import Group
from dittomark.compare.segments import Range, Segment

# Chosen on the development halves of COUNTER (articles that are not derived: field .02 to .8,
# density .13 to .44), PAN 2013 and the Indonesian cases (rewritten passages: nine of ten fields
# below .05, density .22 and more).
ISLAND: Final = 0.05
WHOLE: Final = 0.15
LEAST: Final = 0.22
MOST: Final = 0.45
ALL: Final = 0.55
# Bits, about thirty rare words. The field of pieces with fewer is multiplied by the square of
# `ENOUGH` / bits, up to `WHOLE`. 250 to 350 leave 12 or 13 of 92 pairs of articles that are not
# derived with a passage of 40 words or more (without this rule 16); with 350 PAN 2013 loses .012 on
# translated passages, with 300 .001 (decision 0022).
ENOUGH: Final = 300.0
SHUFFLED: Final = 1.7  # factor on the required density for pieces in another order, …
MOST_SHUFFLED: Final = 0.75  # … at most: by chance no pieces fill three quarters of a stretch


def least_density(field: float, bits: float) -> float:
    """Return the density required of pieces with these bits, whose field is this share of all cells."""
    if bits < ENOUGH:
        field = min(field * (ENOUGH / max(bits, 1.0)) ** 2, max(field, WHOLE))
    if field >= WHOLE:
        return MOST + (ALL - MOST) * math.log(field / WHOLE) / -math.log(WHOLE)
    far = math.log(max(field, ISLAND) / ISLAND) / math.log(WHOLE / ISLAND)
    return LEAST + (MOST - LEAST) * far


def parts_that_stand_out(
    group: Group, segment_of: Callable[[Group], Segment], places: int
) -> Iterator[tuple[Group, Segment]]:
    """Yield a group, or those of its parts that are dense enough, each with its segment.

    `places` is the number of cells of the matrix: words of a times words of b.
    """
    if len(group.pieces) == 1:
        if group.pieces[0].blocks:
            yield group, group.pieces[0]
        return
    segment = segment_of(group)
    (a0, a1), (b0, b1) = group.a, group.b
    least = least_density((a1 - a0) * (b1 - b0) / places, group.bits)
    shuffled = min(SHUFFLED * least, MOST_SHUFFLED)
    if segment.density >= least or _is_filled(group, shuffled * group.span):
        yield group, segment
        return
    for part in _halves(group):
        yield from parts_that_stand_out(part, segment_of, places)


def _is_filled(group: Group, least: float) -> bool:
    """Return whether the pieces of a group have this number of equal words, of both sides.

    A word that several pieces share, as in a phrase that an article repeats, counts once.
    """
    if 2 * group.words < least:
        return False
    blocks = [block for piece in group.pieces for block in piece.blocks]
    a = _words_in([(i, i + length) for i, _, length in blocks])
    return a + _words_in([(j, j + length) for _, j, length in blocks]) >= least


def _words_in(ranges: list[Range]) -> int:
    """Return how many words are in at least one of the ranges."""
    words = end = 0
    for first, last in sorted(ranges):
        words += max(last - max(first, end), 0)
        end = max(end, last)
    return words


def _halves(group: Group) -> tuple[Group, Group]:
    """Return the parts of a group before and after its widest gap."""
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
