"""Step 5: which segments are pieces of one passage.

Rule: two segments that follow each other on both sides are pieces of one passage when the words
between them are few for the grouping (`narrow`: what segments allow already; `wide`: 150 words;
`adaptive`: the sparser the equal words inside the pieces, the farther: `GAP` / density²).

Limits: pieces in another order are passages of their own.
"""

from collections.abc import Sequence
from typing import Final

from dittomark.compare.segments import Segment
from dittomark.compare.settings import Settings

WIDE: Final = 150
GAP: Final = 6


def select(segments: Sequence[Segment]) -> list[Segment]:
    """Drop what stands at the same place, on both sides, as something with more bits."""
    kept: list[Segment] = []
    for segment in sorted(segments, key=lambda s: (-s.bits, s.blocks)):
        if not any(_covers(other, segment) for other in kept):
            kept.append(segment)
    return kept


def _covers(other: Segment, segment: Segment) -> bool:
    return all(
        2 * (min(x[1], y[1]) - max(x[0], y[0])) > y[1] - y[0]
        for x, y in ((other.a, segment.a), (other.b, segment.b))
    )


def join(segments: Sequence[Segment], *, settings: Settings, apart: bool = False) -> list[Segment]:
    """Join the pieces of one passage; with `apart`, never into one whose sides overlap."""
    if settings.grouping == "narrow":
        return list(segments)
    joined: list[Segment] = []
    for segment in sorted(segments, key=lambda s: (s.a, s.b)):
        place = next(
            (
                k
                for k in range(len(joined) - 1, -1, -1)
                if _one_passage(joined[k], segment, settings)
                and not (apart and segment.a[1] > joined[k].b[0])
            ),
            None,
        )
        if place is None:
            joined.append(segment)
        else:
            before = joined[place]
            joined[place] = Segment(
                (before.a[0], segment.a[1]),
                (before.b[0], segment.b[1]),
                before.blocks + segment.blocks,
                before.bits + segment.bits,
            )
    return joined


def _one_passage(before: Segment, after: Segment, settings: Settings) -> bool:
    gap_a, gap_b = after.a[0] - before.a[1], after.b[0] - before.b[1]
    if gap_a < 0 or gap_b < 0:
        return False
    if settings.grouping == "wide":
        return max(gap_a, gap_b) <= WIDE
    shared = before.words + after.words
    density = shared / (before.words / before.density + after.words / after.density)
    return max(gap_a, gap_b) <= GAP / density**2
