"""Step 5: segments that stand at the same place.

Rule: of two segments at one place on both sides, the one with more bits stands. At one place on one
side only, both may: the same text stands twice in the other article. But where an article says
nearly the same thing in two places, a copy of the one looks like a copy of the other: a segment is
such an *echo* when stronger segments have more of the words of its stretch, on one of its two
sides, than it has itself, and it has less than `ECHO` times the evidence of a passage. A second
copy that is as good is no echo.

Limits: an echo is not left out, but it is no piece of a larger passage, and a passage by itself
only if it is whole sentences, word for word (see `evidence`).
"""

from collections.abc import Iterable, Sequence
from typing import Final

from dittomark.compare.segments import Segment

# Times the evidence of a passage; 1.4 to 2.8 moves no set by more than 0.006.
ECHO: Final = 2.0
BLOCK: Final = 64  # words, of the index of places


def select(segments: Iterable[Segment]) -> list[Segment]:
    """Drop what stands at the same place, on both sides, as something with more bits."""
    kept: list[Segment] = []
    by_place: dict[int, list[Segment]] = {}
    for segment in sorted(segments, key=lambda s: (-s.bits, s.blocks)):
        first, end = segment.a
        # What covers more than half of a segment stands in its middle.
        if _is_covered(segment, by_place.get((first + end) // 2 // BLOCK, ())):
            continue
        kept.append(segment)
        for place in range(first // BLOCK, (end - 1) // BLOCK + 1):
            by_place.setdefault(place, []).append(segment)
    return kept


def _is_covered(segment: Segment, others: Iterable[Segment]) -> bool:
    """Return whether one of the others has more than half of a segment, on both sides."""
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
    """Part segments, the strongest first, of articles of so many words: their own, and echoes."""
    own: list[Segment] = []
    echoes: list[Segment] = []
    told_a, told_b = bytearray(words_a), bytearray(words_b)  # 1 for words of own segments
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
