"""Step 4: chains aligned word by word, and cut into segments.

Rule: the stretch around a chain is aligned word by word (longest common subsequence, rapidfuzz).
Every block of equal words gains its bits, every gap costs `open_cost` and `skip_cost` per word; a
gap of more than `split_gap` words on either side splits. The segments are the stretches of greatest
sum: *all maximal scoring subsequences* (Ruzzo and Tompa, ISMB 1999), found in linear time.

Limits: an ordered alignment misses words that changed places. Runs of `ANCHOR` words or more are
fixed and only the words between them are aligned: this keeps neighbours that moved from distorting
the alignment, and the cost linear.
"""

import math
from bisect import bisect_left
from collections.abc import Sequence
from functools import partial
from typing import Final, NamedTuple

from rapidfuzz.distance import LCSseq

from dittomark.compare import steps
from dittomark.compare.seeds import Run
from dittomark.compare.settings import Settings
from dittomark.compare.tokens import Tokens
from dittomark.structures.array_types import Floats

if steps.COMPILED:
    from dittomark.compare import _segments

SOLIDITY: Final = 0.7  # exponent of the density; of 0 to 1 it separates copies from chance best
PAD: Final = 12  # words on either side of a chain that are aligned too
# Words: runs of three occur by chance, six lose .011 on the Indonesian cases.
ANCHOR: Final = 4
# Words: longer stretches cost more time than they gain matches.
WINDOW: Final = 256


Range = tuple[int, int]
"""Words `[first, last)` of one article."""


class Segment(NamedTuple):
    """A local alignment: two stretches of words, their shared blocks in order, and its bits.

    `words` is the number of words in the blocks.
    """

    a: Range
    b: Range
    blocks: tuple[Run, ...]
    bits: float
    words: int

    @classmethod
    def of(cls, blocks: Sequence[Run], bits: float) -> "Segment":
        """Return the segment from the first block to the last."""
        (i, j, _), (last_i, last_j, length) = blocks[0], blocks[-1]
        return cls.between((i, last_i + length), (j, last_j + length), blocks, bits)

    @classmethod
    def between(cls, a: Range, b: Range, blocks: Sequence[Run], bits: float) -> "Segment":
        """Return the segment over two given stretches."""
        return cls(a, b, tuple(blocks), bits, sum([block[2] for block in blocks]))

    @property
    def density(self) -> float:
        """The share of equal words among the words of both stretches."""
        (a0, a1), (b0, b1) = self.a, self.b
        return 2 * self.words / (a1 - a0 + b1 - b0)

    @property
    def solidity(self) -> float:
        """The factor that turns bits into evidence: lower where the equal words are sparse."""
        (a0, a1), (b0, b1) = self.a, self.b
        return math.pow(2 * self.words / (a1 - a0 + b1 - b0), SOLIDITY)


def _precedes(one: Segment, other: Segment) -> bool:
    return one.a[1] <= other.a[0] and one.b[1] <= other.b[0]


def aligner(a: Tokens, b: Tokens, sums: Floats, *, settings: Settings) -> "Aligner":
    """Return an aligner of two articles; the compiled one if it is available.

    `sums[i]` is the information content of the first `i` words of `a`, in bits.
    """
    if steps.COMPILED:
        return _CompiledAligner(a, b, sums, settings=settings)
    return Aligner(a, b, sums, settings=settings)


class Aligner:
    """Aligns stretches of two articles; the implementation in Python."""

    def __init__(self, a: Tokens, b: Tokens, sums: Floats, *, settings: Settings) -> None:
        """See `aligner`."""
        # rapidfuzz reads lists fastest.
        self._a = a.numbers
        self._b = b.numbers
        self._sums: list[float] = sums.tolist()
        self._settings = settings

    def segments(
        self, chains: Sequence[Sequence[Run]], *, least: float, apart: bool = False
    ) -> list[Segment]:
        """Return the segments of `least` bits or more that chains of runs give, in order.

        With `apart`, the two sides are stretches of one article that must not overlap; of a chain
        whose sides do (the same words period after period) the longest run is returned unaligned.
        """
        return [one for chain in chains for one in self._of_chain(chain, least, apart=apart)]

    def _of_chain(self, chain: Sequence[Run], least: float, *, apart: bool) -> list[Segment]:
        start_a, start_b, _ = chain[0]
        end_a = max([i + words for i, _, words in chain])
        end_b = max([j + words for _, j, words in chain])
        border_a, border_b = len(self._a), 0
        if apart:
            border_a = border_b = start_b
            if end_a > start_b:
                return [one for one in self._untouched(chain) if one.bits >= least]
        at_a, at_b = max(start_a - PAD, 0), max(start_b - PAD, border_b)
        end_a, end_b = min(end_a + PAD, border_a), min(end_b + PAD, len(self._b))
        blocks: list[Run] = []
        for i, j, words in chain:
            certain = words >= ANCHOR or max(i - at_a, j - at_b) > WINDOW
            if certain and i >= at_a and j >= at_b:
                blocks.extend(self._align(at_a, i, at_b, j))
                blocks.append((i, j, words))
                at_a, at_b = i + words, j + words
        blocks.extend(self._align(at_a, end_a, at_b, end_b))
        self._slide(blocks)
        return [
            Segment.of(blocks[first:last], bits)
            for first, last, bits in self._maximal(blocks)
            if bits >= least
        ]

    def fill(self, a: Range, b: Range, pieces: Sequence[Segment]) -> tuple[Run, ...]:
        """Return the blocks of pieces in order, and blocks aligned in the stretches between them.

        Where pieces cross or overlap, the one with more bits is kept.
        """
        chosen: list[Segment] = []
        for piece in sorted(pieces, key=lambda one: (-one.bits, one.a, one.b)):
            at = bisect_left(chosen, piece.a, key=lambda one: one.a)
            clear = (at == 0 or _precedes(chosen[at - 1], piece)) and (
                at == len(chosen) or _precedes(piece, chosen[at])
            )
            if piece.blocks and clear:
                chosen.insert(at, piece)
        blocks: list[Run] = []
        at_a, at_b = a[0], b[0]
        for piece in chosen:
            blocks.extend(self._align_short(at_a, piece.a[0], at_b, piece.b[0]))
            blocks.extend(piece.blocks)
            at_a, at_b = piece.a[1], piece.b[1]
        blocks.extend(self._align_short(at_a, a[1], at_b, b[1]))
        return tuple(blocks)

    def _align_short(self, a0: int, a1: int, b0: int, b1: int) -> list[Run]:
        return self._align(a0, a1, b0, b1) if max(a1 - a0, b1 - b0) <= 4 * WINDOW else []

    def _untouched(self, chain: Sequence[Run]) -> list[Segment]:
        i, j, words = max(chain, key=lambda run: run[2])
        return [Segment.of([(i, j, words)], self._sums[i + words] - self._sums[i])]

    def _align(self, a0: int, a1: int, b0: int, b1: int) -> list[Run]:
        if a0 >= a1 or b0 >= b1:
            return []
        opcodes = LCSseq.opcodes(self._a[a0:a1], self._b[b0:b1])
        return [
            (block.a + a0, block.b + b0, block.size)
            for block in opcodes.as_matching_blocks()
            if block.size
        ]

    def _slide(self, blocks: list[Run]) -> None:
        """Move words across one-sided gaps to the longer block, where both blocks match them.

        "… pipe. The ferry" and "The ferry" share one "the"; it belongs to "ferry", not to the
        sentence before.
        """
        for k in range(1, len(blocks)):
            i, j, length = blocks[k - 1]
            i2, j2, length2 = blocks[k]
            end, end2 = i + length, j + length
            if (end == i2) == (end2 == j2):
                continue
            if length > length2:
                while length2 and self._a[end] == self._b[end2]:
                    end, end2, i2, j2, length2 = end + 1, end2 + 1, i2 + 1, j2 + 1, length2 - 1
            else:
                while end > i and self._a[i2 - 1] == self._b[j2 - 1]:
                    end, end2, i2, j2, length2 = end - 1, end2 - 1, i2 - 1, j2 - 1, length2 + 1
            blocks[k - 1] = i, j, end - i
            blocks[k] = i2, j2, length2
        blocks[:] = [block for block in blocks if block[2]]

    def _maximal(self, blocks: Sequence[Run]) -> list[tuple[int, int, float]]:
        """Return all maximal scoring ranges of blocks as `(first, last + 1, bits)`."""
        skip, start, split = (
            self._settings.skip_cost,
            self._settings.open_cost,
            self._settings.split_gap,
        )
        sums = self._sums
        found: list[tuple[int, int, float, float]] = []  # first, last + 1, total before and after
        closed: list[tuple[int, int, float]] = []
        total = 0.0
        end_a = end_b = 0
        for number, (i, j, length) in enumerate(blocks):
            gap_a, gap_b = i - end_a, j - end_b
            if number and (gap_a or gap_b):
                if gap_a > split or gap_b > split:
                    closed.extend((f, n, after - before) for f, n, before, after in found)
                    found.clear()
                else:
                    total -= start + skip * (gap_a + gap_b)
            end_a, end_b = i + length, j + length
            first, before = number, total
            total += sums[end_a] - sums[i]
            while True:
                k = len(found) - 1
                while k >= 0 and found[k][2] >= before:
                    k -= 1
                if k < 0 or found[k][3] >= total:
                    found.append((first, number + 1, before, total))
                    break
                first, before = found[k][0], found[k][2]
                del found[k:]
        closed.extend((f, n, after - before) for f, n, before, after in found)
        return closed


class _CompiledAligner(Aligner):
    """Aligns by `_segments.c`, which has the same rules, with the constants of this module."""

    def __init__(self, a: Tokens, b: Tokens, sums: Floats, *, settings: Settings) -> None:
        """See `aligner`."""
        self._ids = a.ids, b.ids
        self._floats = sums
        self._sizes = PAD, ANCHOR, WINDOW, settings.split_gap
        self._costs = settings.skip_cost, settings.open_cost

    def segments(
        self, chains: Sequence[Sequence[Run]], *, least: float, apart: bool = False
    ) -> list[Segment]:
        """See `Aligner.segments`."""
        found = _segments.segments(
            *self._ids, self._floats, chains, least, apart, self._sizes, self._costs
        )
        return list(
            map(partial(tuple.__new__, Segment), found)
        )  # `_make` takes three times as long

    def _align(self, a0: int, a1: int, b0: int, b1: int) -> list[Run]:
        return _segments.aligned(*self._ids, a0, a1, b0, b1)
