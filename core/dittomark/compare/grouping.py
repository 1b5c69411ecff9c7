"""Step 5: which segments are pieces of one passage.

Rule: segments of `CORE_BITS` or more are pieces of one passage when the words between them are few
for the grouping. `narrow` joins nothing. `adaptive` looks at how dense the equal words inside the
two pieces are: pieces of a copy must nearly touch and follow each other on both sides; pieces of a
rewrite, where most words changed, may stand farther apart (`ADAPTIVE` / density²), and small scraps
of one farther still, if they are near on one side at least. `wide` joins over 150 words, in any
order, and adds to what is sparse smaller pieces and pairs of related sentences that stand near and
at about the same distance on both sides; so the passage reaches over sentences that kept only a few
of their words.

Limits: a joined passage is one stretch on either side, with all that lies between; it is taken
apart again when one side is more than `MOST_RATIO` times the other.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from dittomark.compare.segments import Range, Segment
from dittomark.compare.settings import Settings

CORE_BITS: Final = 30.0
ADAPTIVE: Final = 6.0  # words, between pieces of density 1
LOOSE: Final = 0.85  # density below which pieces are no copy, but a rewrite
SCRAP: Final = 70.0  # bits; a piece with fewer is more likely to be part of something larger
FAR: Final = 100  # words on the side that has more of them
WIDE: Final = 150  # words; a paragraph that shares nothing
SPARSE: Final = 0.7  # density below which a wide passage takes in small pieces
ATTACH: Final = 40  # words, to a smaller piece
DRIFT: Final = 12  # words that its distances on the two sides may differ
MOST_RATIO: Final = 3.5


@dataclass(slots=True)
class Group:
    """Pieces of one passage and the stretches they span."""

    a: Range
    b: Range
    bits: float
    words: int
    length: int
    pieces: list[Segment]

    @classmethod
    def of(cls, segment: Segment) -> "Group":
        """Return a group of one."""
        length = segment.a[1] - segment.a[0] + segment.b[1] - segment.b[0]
        return cls(segment.a, segment.b, segment.bits, segment.words, length, [segment])

    def add(self, other: "Group") -> None:
        """Take in another group."""
        self.a = min(self.a[0], other.a[0]), max(self.a[1], other.a[1])
        self.b = min(self.b[0], other.b[0]), max(self.b[1], other.b[1])
        self.bits += other.bits
        self.words += other.words
        self.length += other.length
        self.pieces += other.pieces

    @property
    def density(self) -> float:
        """The share of the words of the pieces that is equal."""
        return 2 * self.words / self.length

    @property
    def is_even(self) -> bool:
        """Tell whether the two sides are about as long."""
        shorter, longer = sorted((self.a[1] - self.a[0], self.b[1] - self.b[0]))
        return longer <= MOST_RATIO * shorter


def select(segments: Iterable[Segment]) -> list[Segment]:
    """Drop what stands at the same place, on both sides, as something with more bits."""
    kept: list[Segment] = []
    by_place: dict[int, list[Segment]] = {}
    for segment in sorted(segments, key=lambda s: (-s.bits, s.blocks)):
        places = range(segment.a[0] // 64, (segment.a[1] - 1) // 64 + 1)
        if any(_covers(other, segment) for place in places for other in by_place.get(place, ())):
            continue
        kept.append(segment)
        for place in places:
            by_place.setdefault(place, []).append(segment)
    return kept


def _covers(other: Segment, segment: Segment) -> bool:
    return all(
        2 * (min(x[1], y[1]) - max(x[0], y[0])) > y[1] - y[0]
        for x, y in ((other.a, segment.a), (other.b, segment.b))
    )


def group(
    segments: Sequence[Segment], sentences: Sequence[Segment], *, settings: Settings
) -> list[Group]:
    """Return the segments grouped; `sentences` are pairs of similar sentences, as pieces to add."""
    if settings.grouping == "narrow":
        return [Group.of(segment) for segment in segments]
    groups = unite(
        [Group.of(segment) for segment in segments if segment.bits >= CORE_BITS], settings=settings
    )
    left = [segment for segment in segments if segment.bits < CORE_BITS]
    if settings.grouping == "wide":
        left = _attach(groups, [*left, *sentences])
    groups = unite(groups, settings=settings)
    even = [one for one in groups if one.is_even]
    apart = [piece for one in groups if not one.is_even for piece in one.pieces]
    return even + [Group.of(piece) for piece in (*apart, *left) if piece.blocks]


def unite(groups: Sequence[Group], *, settings: Settings, apart: bool = False) -> list[Group]:
    """Join groups until no two of them are pieces of one passage.

    With `apart`, both sides are one article, and no group grows into its other side.
    """
    joined = list(groups)
    before = 0
    while len(joined) != before:
        before = len(joined)
        done: list[Group] = []
        open_groups = _OpenGroups()
        for one in sorted(joined, key=lambda one: (one.a, one.b)):
            for other in open_groups.near(one):
                grown = apart and one.a[1] > other.b[0]
                if not grown and _one_passage(other, one, settings):
                    other.add(one)
                    open_groups.put(other)
                    break
            else:
                done.append(one)
                open_groups.put(one)
        joined = done
    return joined


class _OpenGroups:
    """Groups that later ones may still join, found by where they stand in b."""

    def __init__(self) -> None:
        self._standing: dict[int, list[Group]] = {}

    def put(self, one: Group) -> None:
        """Take in a group, or one that has grown."""
        for block in range(one.b[0] // WIDE, one.b[1] // WIDE + 1):
            here = self._standing.setdefault(block, [])
            if not any(one is other for other in here):
                here.append(one)

    def near(self, one: Group) -> list[Group]:
        """Return the groups at most `WIDE` words away on both sides, the latest first."""
        found: dict[int, Group] = {}
        for block in range(one.b[0] // WIDE - 1, one.b[1] // WIDE + 2):
            if block in self._standing:
                here = [g for g in self._standing[block] if one.a[0] - g.a[1] <= WIDE]
                self._standing[block] = here
                found.update((id(g), g) for g in here)
        return sorted(found.values(), key=lambda g: (g.a, g.b), reverse=True)


def _one_passage(one: Group, other: Group, settings: Settings) -> bool:
    """Tell whether `other`, which starts later in a, belongs to the passage of `one`."""
    gap_a, gap_b = _gaps(one, other)
    if settings.grouping == "wide":
        return max(gap_a, gap_b) <= WIDE
    near, far = sorted((gap_a, gap_b))
    density = 2 * (one.words + other.words) / (one.length + other.length)
    reach = ADAPTIVE / density**2
    if density >= LOOSE:
        return far <= reach and gap_a >= 0 and other.b[0] >= one.b[1]
    if far <= reach:
        return True
    smaller = min(one.bits, other.bits)
    return 0 <= near <= reach * min(SCRAP / smaller, 3.0) and far <= FAR


def _gaps(one: Group, other: Group) -> tuple[int, int]:
    """Return the words between two groups on either side; negative where they overlap."""
    return (
        max(other.a[0] - one.a[1], one.a[0] - other.a[1]),
        max(other.b[0] - one.b[1], one.b[0] - other.b[1]),
    )


def _attach(groups: list[Group], pieces: list[Segment]) -> list[Segment]:
    """Add small pieces to groups they continue; return the pieces that are left."""
    sparse = [one for one in groups if one.density < SPARSE]
    left = sorted(pieces, key=lambda piece: (piece.a, piece.b))
    for one in sparse:
        grown = True
        while grown:
            near = [piece for piece in left if _continues(one, Group.of(piece))]
            grown = bool(near)
            for piece in near:
                one.add(Group.of(piece))
            left = [piece for piece in left if not any(piece is other for other in near)]
    return left


def _continues(one: Group, piece: Group) -> bool:
    gap_a, gap_b = _gaps(one, piece)
    if max(gap_a, gap_b) > ATTACH:
        return False
    if gap_a > 0 and gap_b > 0 and (piece.a[0] > one.a[0]) != (piece.b[0] > one.b[0]):
        return False
    return abs(max(gap_a, 0) - max(gap_b, 0)) <= DRIFT
