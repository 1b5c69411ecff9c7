"""Step 7: where a segment ends, seen with a reader's eyes.

Rule: what is copied mostly starts and ends with a sentence. (1) A few words that a segment has won
beyond a sentence border of both articles, without reaching the next, are given back. (2) A segment
that starts or ends at most `NEAR` words from a sentence border on both sides goes up to it: the
first word of a rewritten sentence is often the one that was changed.

Limits: nothing else is moved; a passage may well end in the middle of a sentence.
"""

from collections.abc import Sequence
from typing import Final

from dittomark.compare.segments import Block, Segment

CLOSE: Final = 0.85
NEAR: Final = 2
STRAY_WORDS: Final = 3
STRAY_BITS: Final = 7.0


def settle(segment: Segment, a: Sequence[int], b: Sequence[int], sums: Sequence[float]) -> Segment:
    """Return the segment with its ends settled; `a` and `b` number the sentence of every word."""
    if segment.density >= CLOSE:
        blocks = list(segment.blocks)
        size = len(blocks)
        _drop_stray_end(blocks, a, b, sums)
        _drop_stray_start(blocks, a, b, sums)
        if (
            len(blocks) != size
            or blocks[0] != segment.blocks[0]
            or blocks[-1] != segment.blocks[-1]
        ):
            segment = Segment.of(blocks, segment.bits)
        return segment
    (a0, a1), (b0, b1) = segment.a, segment.b
    step_a, step_b = _to_start(a, a0), _to_start(b, b0)
    if 0 < max(step_a, step_b) <= NEAR:
        a0, b0 = a0 - step_a, b0 - step_b
    step_a, step_b = _to_end(a, a1), _to_end(b, b1)
    if 0 < max(step_a, step_b) <= NEAR:
        a1, b1 = a1 + step_a, b1 + step_b
    return segment._replace(a=(a0, a1), b=(b0, b1))


def is_whole(segment: Segment, a: Sequence[int], b: Sequence[int]) -> bool:
    """Tell whether a segment is one or more whole sentences, word for word, on both sides."""
    return (
        len(segment.blocks) == 1
        and _to_start(a, segment.a[0]) == _to_start(b, segment.b[0]) == 0
        and _to_end(a, segment.a[1]) == _to_end(b, segment.b[1]) == 0
    )


def is_fragment(segment: Segment, a: Sequence[int], b: Sequence[int]) -> bool:
    """Tell whether a segment is cut out of sentences on both sides, at one of its ends at least."""
    return all(
        _to_start(sentence, side[0]) > 1 or _to_end(sentence, side[1]) > 1
        for sentence, side in ((a, segment.a), (b, segment.b))
    )


def _to_start(sentence: Sequence[int], word: int) -> int:
    """Return how many words before `word` its sentence starts; more than NEAR if it is far."""
    for step in range(NEAR + 1):
        if word - step == 0 or sentence[word - step - 1] != sentence[word]:
            return step
    return NEAR + 1


def _to_end(sentence: Sequence[int], end: int) -> int:
    for step in range(NEAR + 1):
        if end + step == len(sentence) or sentence[end + step] != sentence[end - 1]:
            return step
    return NEAR + 1


def _drop_stray_end(
    blocks: list[Block], a: Sequence[int], b: Sequence[int], sums: Sequence[float]
) -> None:
    """Cut the last words back to a border that both sides have, if they are few."""
    i, j, length = blocks[-1]
    end_a, end_b = i + length, j + length
    if _to_end(a, end_a) == 0 and _to_end(b, end_b) == 0:
        return
    words = 0
    bits = 0.0
    for k in range(len(blocks) - 1, -1, -1):
        i, j, length = blocks[k]
        for step in range(length - 1, -1, -1):
            if a[i + step] != a[end_a - 1] and b[j + step] != b[end_b - 1]:
                gap = k < len(blocks) - 1
                if words and (gap or bits < STRAY_BITS):
                    blocks[k:] = [(i, j, step + 1)]
                return
            words += 1
            bits += sums[i + step + 1] - sums[i + step]
            if words > STRAY_WORDS:
                return


def _drop_stray_start(
    blocks: list[Block], a: Sequence[int], b: Sequence[int], sums: Sequence[float]
) -> None:
    i, j, _ = blocks[0]
    first_a, first_b = i, j
    if _to_start(a, first_a) == 0 and _to_start(b, first_b) == 0:
        return
    words = 0
    bits = 0.0
    for k, (i, j, length) in enumerate(blocks):
        for step in range(length):
            if a[i + step] != a[first_a] and b[j + step] != b[first_b]:
                if words and (k or bits < STRAY_BITS):
                    blocks[: k + 1] = [(i + step, j + step, length - step)]
                return
            words += 1
            bits += sums[i + step + 1] - sums[i + step]
            if words > STRAY_WORDS:
                return
