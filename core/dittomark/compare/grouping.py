"""Step 6: which segments are pieces of one passage.

Rule: segments of `CORE_BITS` or more are pieces of one passage when the words between them are few
for the grouping. `narrow` joins nothing. `wide` joins over `wide_gap` words, in any order.
`adaptive` looks at how dense the equal words are: pieces of a copy must nearly touch (`touch_gap`
words) and follow each other on both sides; pieces of a rewrite, where most words changed, may stand
farther apart (`touch_gap` / density², the gaps inside a group thinning it out), and small scraps of
one farther still, if they are near on one side at least. What wide grouping would join is one
passage for adaptive grouping too when it bears the signs of a rewrite (see `rewrites`).

What is sparse takes in smaller pieces and pairs of related sentences that stand near and at about
the same distance on both sides; so the passage reaches over sentences that kept only a few of their
words.

Limits: a joined passage is one stretch on either side, with all that lies between; it is taken
apart again when one side is more than `MOST_RATIO` times the other.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from dittomark.compare.groups import Group
from dittomark.compare.rewrites import is_rewrite
from dittomark.compare.segments import Segment
from dittomark.compare.settings import Settings
from dittomark.compare.uniting import Belong, unite

# The pieces of a rewrite begin here: 25 joins chance (.11 less on the Indonesian cases), 36 loses
# pieces (.05 less).
CORE_BITS: Final = 30.0
LOOSE: Final = 0.85  # density below which pieces are no copy, but a rewrite
SCRAP: Final = 70.0  # bits; a piece with fewer is more likely to be part of something larger
SEAM: Final = 1  # words between two pieces of a copy on the side where nothing was put in
INSERTED: Final = 0.2  # words put in between two pieces, for each word of the smaller one
FAR: Final = (
    140  # words beside a scrap, on the side that has more; 70 loses .03 on the Indonesian cases
)
# Density below which a group takes in small pieces. Adaptive grouping lets a copy of which half the
# words were changed alone: what is near it is more likely to be chance.
SPARSE: Final = {"wide": 0.7, "adaptive": 0.5}
SPARSE_PIECES: Final = 0.7  # the same for several pieces: those are no copy with words changed
ATTACH: Final = 40  # words, to a smaller piece
DRIFT: Final = 20  # words that its distances on the two sides may differ


def group(
    segments: Sequence[Segment],
    sentences: Iterable[Segment],
    *,
    is_fragment: Callable[[Segment], bool],
    settings: Settings,
) -> list[Group]:
    """Return the segments grouped.

    `sentences` are pairs of similar sentences, as pieces to add; `is_fragment` tells whether a
    segment is cut out of sentences.
    """
    if settings.grouping == "narrow":
        return [Group.of(segment) for segment in segments]
    cores = [Group.of(segment) for segment in segments if segment.bits >= CORE_BITS]
    left = [segment for segment in segments if segment.bits < CORE_BITS]
    belong = pieces_of_one(settings)
    groups = unite(cores, belong, reach=settings.wide_gap)
    rewrites: list[Group] = []
    if settings.grouping == "adaptive":
        groups, rewrites = _join_rewrites(groups, is_fragment, settings)
    sparse = [
        one
        for one in groups
        if one.bits >= settings.evidence
        and one.density < (SPARSE[settings.grouping] if len(one.pieces) == 1 else SPARSE_PIECES)
    ]
    sparse += [one for one in rewrites if not any(one is other for other in sparse)]
    if sparse:
        left = _attach(sparse, [*left, *sentences])
        groups = unite(groups, belong, reach=settings.wide_gap)
    even = [one for one in groups if one.is_even]
    apart = [piece for one in groups if not one.is_even for piece in one.pieces]
    return even + [Group.of(piece) for piece in (*apart, *left) if piece.blocks]


def _join_rewrites(
    groups: list[Group], is_fragment: Callable[[Segment], bool], settings: Settings
) -> tuple[list[Group], list[Group]]:
    """Return the groups, rewritten passages joined, and those of them that were joined."""
    if len(groups) < 2:
        return groups, []
    part_of = {id(piece): one for one in groups for piece in one.pieces}
    kept: list[Group] = []
    joined: list[Group] = []
    copies = [one.copy() for one in groups]
    for far in unite(copies, _near(settings), reach=settings.wide_gap):
        parts = {id(part_of[id(piece)]): part_of[id(piece)] for piece in far.pieces}
        if len(parts) > 1 and is_rewrite(far, is_fragment, settings=settings):
            kept.append(far)
            joined.append(far)
        else:
            kept.extend(parts.values())
    return kept, joined


def pieces_of_one(settings: Settings) -> Belong:
    """Return what tells whether a group belongs to one that starts earlier in a."""
    if settings.grouping == "wide":
        return _near(settings)

    def belong(one: Group, other: Group) -> bool:
        gap_a, gap_b = one.gaps(other)
        far = max(gap_a, gap_b)
        words = 2 * (one.words + other.words)
        density = words / (one.length + other.length)
        if density >= LOOSE:
            follows = gap_a >= 0 and other.b[0] >= one.b[1]
            inserted = min(gap_a, gap_b) <= SEAM and far <= INSERTED * min(one.words, other.words)
            return follows and (inserted or far <= settings.touch_gap / density**2)
        density = min(density, words / (one.span + other.span))
        reach = settings.touch_gap / density**2
        if far <= reach:
            return True
        small = SCRAP / min(one.bits, other.bits)
        near = min(gap_a, gap_b)
        return 0 <= near <= reach * min(small, 3.0) and far <= FAR * min(small, 1.0)

    return belong


def _near(settings: Settings) -> Belong:
    return lambda one, other: max(one.gaps(other)) <= settings.wide_gap


def _attach(groups: Sequence[Group], pieces: Sequence[Segment]) -> list[Segment]:
    """Add small pieces to groups they continue; return the pieces that are left."""
    left = sorted(pieces, key=lambda piece: (piece.a, piece.b))
    longest = max((piece.a[1] - piece.a[0] for piece in left), default=0)
    for one in groups:
        grown = True
        while grown:
            first = bisect_left(left, one.a[0] - ATTACH - longest, key=lambda piece: piece.a[0])
            last = bisect_right(left, one.a[1] + ATTACH, key=lambda piece: piece.a[0])
            near = [piece for piece in left[first:last] if _continues(one, Group.of(piece))]
            grown = bool(near)
            for piece in near:
                one.add(Group.of(piece))
            if near:
                taken = {id(piece) for piece in near}
                left[first:last] = [p for p in left[first:last] if id(p) not in taken]
    return left


def _continues(one: Group, piece: Group) -> bool:
    gap_a, gap_b = one.gaps(piece)
    if max(gap_a, gap_b) > ATTACH:
        return False
    if gap_a > 0 and gap_b > 0 and (piece.a[0] > one.a[0]) != (piece.b[0] > one.b[0]):
        return False
    return abs(max(gap_a, 0) - max(gap_b, 0)) <= DRIFT
