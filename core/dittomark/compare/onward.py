"""Step 8b: rewrites extended beyond their pieces.

Rule: text told in other words keeps, beyond the last stretch that is dense enough for a piece, a
word here and there, in order. So at either end of a passage that is a rewrite the next `WINDOW`
words of both articles are aligned: an equal word gains its bits, an unmatched word costs `COST`,
and the passage is extended to the point of the greatest sum if that is at least `LEAST_BITS`; this
is repeated. The passage must remain as dense as its field requires (`contrast`) and ends at the
next passage.

Limits: words in another order are not found; where most words were changed the passage ends early.
"""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from rapidfuzz.distance import LCSseq

from dittomark.compare.contrast import least_density
from dittomark.compare.seeds import Run
from dittomark.compare.segments import Range, Segment
from dittomark.structures.array_types import Floats

# Density below which a passage is a rewrite and is extended; .5 gains .002 less on the Indonesian
# cases.
REWRITE: Final = 0.6
WINDOW: Final = 60  # words; a paragraph
# Bits per unmatched word of either side. Unrelated stretches share about .3 bits per word,
# rewritten ones .8 to 1.3. All costs of .6 to .8 with 8 to 12 bits give .926 to .932 on the
# Indonesian cases (.924 without this step) and .939 to .943 on the shuffled ones of PAN 2013.
COST: Final = 0.7
LEAST_BITS: Final = 10.0


class _Step(NamedTuple):
    """An extension of a passage: words in a and b, and the blocks, relative to its beginning."""

    a: int
    b: int
    blocks: tuple[Run, ...]


_NO_STEP: Final = _Step(0, 0, ())


def go_on(
    segment: Segment,
    others: Iterable[Segment],
    ids: tuple[Sequence[int], Sequence[int]],
    bits: Floats,
) -> Segment:
    """Return a passage extended at both ends, at most up to the `others`.

    `ids` holds the word ids of both articles, `bits` the information content of each id. The caller
    passes only rewrites (density below `REWRITE`).
    """
    a, b = ids
    others = list(others)
    first_a, last_a = _room(segment.a, [one.a for one in others], len(a))
    first_b, last_b = _room(segment.b, [one.b for one in others], len(b))
    places = len(a) * len(b)
    while True:
        (a0, a1), (b0, b1) = segment.a, segment.b
        on = _onward(a[a1 : min(a1 + WINDOW, last_a)], b[b1 : min(b1 + WINDOW, last_b)], bits)
        back = _onward(
            a[max(a0 - WINDOW, first_a) : a0][::-1], b[max(b0 - WINDOW, first_b) : b0][::-1], bits
        )
        if on is back is _NO_STEP:
            return segment
        before = [(a0 - i - size, b0 - j - size, size) for i, j, size in back.blocks[::-1]]
        after = [(a1 + i, b1 + j, size) for i, j, size in on.blocks]
        longer = Segment.between(
            (a0 - back.a, a1 + on.a),
            (b0 - back.b, b1 + on.b),
            (*before, *segment.blocks, *after),
            segment.bits,
        )
        (a0, a1), (b0, b1) = longer.a, longer.b
        if longer.density < least_density((a1 - a0) * (b1 - b0) / places, segment.bits):
            return segment
        segment = longer


def _room(own: Range, others: Iterable[Range], words: int) -> Range:
    """Return the range of words over which one side may be extended: up to the next passages."""
    first, last = 0, words
    for one in others:
        if one[1] <= own[0]:
            first = max(first, one[1])
        elif one[0] >= own[1]:
            last = min(last, one[0])
    return first, last


def _onward(a: Sequence[int], b: Sequence[int], bits: Floats) -> _Step:
    """Return the extension with most bits at the beginning of two sequences.

    It is empty if it has fewer than `LEAST_BITS`.
    """
    if not a or not b:
        return _NO_STEP
    best, found = 0.0, _NO_STEP
    total, end_a, end_b = 0.0, 0, 0
    blocks: list[Run] = []
    for i, j, size in LCSseq.opcodes(a, b).as_matching_blocks():
        total -= COST * (i - end_a + j - end_b)
        for step in range(1, size + 1):
            total += float(bits[a[i + step - 1]])
            if total > best:
                best = total
                found = _Step(i + step, j + step, (*blocks, (i, j, step)))
        blocks.append((i, j, size))
        end_a, end_b = i + size, j + size
    return found if best >= LEAST_BITS else _NO_STEP
