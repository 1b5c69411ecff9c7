"""Step 5: segments that overlap others.

Rule: of two segments at one place on both sides, the one with more bits is kept. If they overlap on
one side only, both may be right: the other article contains the same text twice. But where an
article says nearly the same thing in two places, a copy of one place matches the other too: a
segment is such an *echo* when stronger segments cover more of the words of its stretch, on one of
its two sides, than it has equal words itself, and it has less than `ECHO` times the evidence of a
passage. A second copy that is as good is no echo.

Limits: an echo is not dropped, but it is no piece of a larger passage, and a passage by itself only
if it is whole sentences, word for word (see `evidence`).
"""

from collections.abc import Iterable, Sequence
from typing import Final

from dittomark.compare.segments import Segment

# Times the evidence of a passage; 1.4 to 2.8 change no development set by more than 0.006.
ECHO: Final = 2.0
BLOCK: Final = 64  # words in a block of the index of segments


def select(segments: Iterable[Segment]) -> list[Segment]:
    """Return the segments without those that one with more bits covers on both sides; by bits."""
    kept: list[Segment] = []
    by_place: dict[int, list[Segment]] = {}
    for segment in sorted(segments, key=lambda s: (-s.bits, s.blocks)):
        first, end = segment.a
        # A segment that covers more than half of another one contains its middle.
        if _is_covered(segment, by_place.get((first + end) // 2 // BLOCK, ())):
            continue
        kept.append(segment)
        for place in range(first // BLOCK, (end - 1) // BLOCK + 1):
            by_place.setdefault(place, []).append(segment)
    return kept


def _is_covered(segment: Segment, others: Iterable[Segment]) -> bool:
    """Return whether one of the others covers more than half of a segment on both sides."""
    (a0, a1), (b0, b1) = segment.a, segment.b
    middle = (b0 + b1) // 2
    for other in others:
        y0, y1 = other.b
        if y0 <= middle < y1 and 2 * (min(y1, b1) - max(y0, b0)) > b1 - b0:
            x0, x1 = other.a
            if 2 * (min(x1, a1) - max(x0, a0)) > a1 - a0:
                return True
    return False


def split_echoes(
    segments: Sequence[Segment], words_a: int, words_b: int, *, evidence: float
) -> tuple[list[Segment], list[Segment]]:
    """Divide segments, sorted by bits, into true matches and echoes.

    `words_a` and `words_b` are the numbers of words of the articles.
    """
    own: list[Segment] = []
    echoes: list[Segment] = []
    told_a, told_b = bytearray(words_a), bytearray(words_b)  # 1 for words of true matches
    for segment in segments:
        if segment.bits * segment.solidity < ECHO * evidence:
            told = max(told_a.count(1, *segment.a), told_b.count(1, *segment.b))
            if segment.words < told:
                echoes.append(segment)
                continue
        own.append(segment)
        for i, j, length in segment.blocks:
            told_a[i : i + length] = told_b[j : j + length] = b"\1" * length
    return own, echoes
