"""Step 6: segments grouped as the pieces of one passage.

Rule: segments of `CORE_BITS` or more are pieces of one passage when few words lie between them; how
few depends on the setting. `narrow` joins nothing. `wide` joins across `wide_gap` words, in any
order. `adaptive` considers the density of equal words: pieces of a copy must nearly touch
(`touch_gap` words) and follow each other on both sides; pieces of a rewrite, where most words were
changed, may be farther apart (`touch_gap` / density², where the gaps inside a group lower its
density), and small scraps still farther, if they are near on one side at least. Pieces that wide
grouping would join are one passage in adaptive grouping too if they show the signs of a rewrite
(see `rewrites`).

Sparse groups absorb smaller pieces and pairs of similar sentences that are near, at about the same
distance on both sides; so a passage extends over sentences that kept only a few of their words.

Limits: a joined passage is one stretch on either side, including the words between its pieces; it
is split again when one side is more than `MOST_RATIO` times as long as the other.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from dittomark.compare.groups import Group
from dittomark.compare.rewrites import is_rewrite
from dittomark.compare.segments import Segment
from dittomark.compare.settings import Settings
from dittomark.compare.uniting import Belong, unite

# Bits of the smallest piece of a rewrite: 25 joins chance matches (.11 less on the Indonesian
# cases), 36 loses pieces (.05 less).
CORE_BITS: Final = 30.0
LOOSE: Final = 0.85  # density below which pieces are no copy, but a rewrite
SCRAP: Final = 70.0  # bits; a piece with fewer is more likely to be part of a larger passage
SMALL_SCRAPS: Final = 3.0  # times as far may a piece stand that is so small a scrap, or smaller
SEAM: Final = 1  # words between two pieces of a copy on the side without an insertion
# Words inserted between two pieces, for each word of the smaller one; 1 loses .002 on hard pairs.
INSERTED: Final = 0.5
FAR: Final = (
    140  # words to a scrap, on the side that has more; 70 loses .03 on the Indonesian cases
)
# Density below which a group absorbs small pieces. In adaptive grouping a copy with half its words
# changed absorbs none: pieces near it are more likely to be chance matches.
SPARSE: Final = {"wide": 0.7, "adaptive": 0.5}
SPARSE_PIECES: Final = 0.7  # the same for several pieces: these are no copy with words changed
ATTACH: Final = 40  # words to a smaller piece
DRIFT: Final = 20  # words by which the distances on the two sides may differ
SENTENCE_BITS: Final = 20.0  # bits of a pair of similar sentences as a piece, times its similarity


def group(
    segments: Sequence[Segment],
    sentences: Iterable[Segment],
    *,
    is_fragment: Callable[[Segment], bool],
    settings: Settings,
) -> list[Group]:
    """Return the segments in groups.

    `sentences` are pairs of similar sentences, as pieces to add; `is_fragment` returns whether a
    segment begins or ends inside a sentence.
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
    """Return the groups after joining the rewritten passages, and the groups that were joined."""
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
    """Return a predicate: whether a group belongs to one that begins earlier in a."""
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
            return follows and (inserted or far <= settings.touch_gap / (density * density))
        density = min(density, words / (one.span + other.span))
        reach = settings.touch_gap / (density * density)
        if far <= reach:
            return True
        small = SCRAP / min(one.bits, other.bits)
        near = min(gap_a, gap_b)
        return 0 <= near <= reach * min(small, SMALL_SCRAPS) and far <= FAR * min(small, 1.0)

    return belong


def _near(settings: Settings) -> Belong:
    return lambda one, other: max(one.gaps(other)) <= settings.wide_gap


def _attach(groups: Sequence[Group], pieces: Sequence[Segment]) -> list[Segment]:
    """Add small pieces to the groups that they continue; return the remaining pieces."""
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
