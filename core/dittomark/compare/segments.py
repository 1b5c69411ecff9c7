"""Step 4: the words of a chain aligned, and its two ends put where they belong.

Rule: the stretch around a chain is aligned word by word (longest common subsequence, rapidfuzz).
Every block of equal words brings its bits, every gap costs `open_cost` and `skip_cost` per word; a
gap of more than `split_gap` words on either side parts. The segments are the stretches of greatest
sum: *all maximal scoring subsequences* (Ruzzo and Tompa, ISMB 1999), found in linear time.

Limits: an ordered alignment leaves out words that changed places; a chain longer than `WINDOW`
words is aligned piece by piece, cut inside its longest runs.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from rapidfuzz.distance import LCSseq

from dittomark.compare.seeds import Runs
from dittomark.compare.settings import Settings
from dittomark.compare.tokens import Ints

Block = tuple[int, int, int]
"""(i, j, length): `length` equal words, from word i of one article and word j of the other."""

PAD: Final = 12  # words beside a chain that the alignment may still win
WINDOW: Final = 512


@dataclass(frozen=True, slots=True)
class Segment:
    """Two stretches of words with the blocks they share, in order, and their evidence in bits."""

    blocks: tuple[Block, ...]
    bits: float
    words: int

    @property
    def a(self) -> tuple[int, int]:
        """First and last-but-one word in the first article."""
        return self.blocks[0][0], self.blocks[-1][0] + self.blocks[-1][2]

    @property
    def b(self) -> tuple[int, int]:
        """First and last-but-one word in the second article."""
        return self.blocks[0][1], self.blocks[-1][1] + self.blocks[-1][2]

    @property
    def density(self) -> float:
        """The share of the words of both stretches that is equal."""
        (a0, a1), (b0, b1) = self.a, self.b
        return 2 * self.words / (a1 - a0 + b1 - b0)


class Aligner:
    """Aligns stretches of two id sequences; keeps them as lists, which rapidfuzz reads fastest."""

    def __init__(self, a: Ints, b: Ints, sums: Sequence[float], *, settings: Settings) -> None:
        """`sums[i]` is what the first `i` words of `a` tell together, in bits."""
        self._a = a.tolist()
        self._b = b.tolist()
        self._sums = sums
        self._settings = settings

    def segments(self, runs: Runs, chain: Ints, *, apart: bool = False) -> list[Segment]:
        """Return the segments that a chain of runs gives, in order.

        With `apart`, the two sides are stretches of one article that must not overlap; a chain
        whose sides do (the same words round after round) is taken as it is.
        """
        blocks: list[Block] = []
        end_a, start_b = len(self._a), 0
        if apart:
            end_a = start_b = int(runs.b[chain].min())
            if int((runs.a + runs.length)[chain].max()) > start_b:
                return self._untouched(runs, chain)
        for a0, a1, b0, b1 in self._windows(runs, chain):
            blocks.extend(self._align(a0, min(a1, end_a), max(b0, start_b), b1))
        self._slide(blocks)
        return [
            Segment(tuple(blocks[first:last]), bits, sum(block[2] for block in blocks[first:last]))
            for first, last, bits in self._maximal(blocks)
        ]

    def _untouched(self, runs: Runs, chain: Ints) -> list[Segment]:
        k = chain[int(runs.weight[chain].argmax())]
        i, j, length = int(runs.a[k]), int(runs.b[k]), int(runs.length[k])
        return [Segment(((i, j, length),), float(runs.weight[k]), length)]

    def _windows(self, runs: Runs, chain: Ints) -> Iterator[tuple[int, int, int, int]]:
        """Yield the stretches to align: one, or several cut where runs leave no doubt."""
        a, b, length = runs.a[chain], runs.b[chain], runs.length[chain]
        start_a, start_b = max(int(a.min()) - PAD, 0), max(int(b.min()) - PAD, 0)
        end_a = min(int((a + length).max()) + PAD, len(self._a))
        end_b = min(int((b + length).max()) + PAD, len(self._b))
        if max(end_a - start_a, end_b - start_b) > WINDOW:
            for i, j, run in sorted(zip(a.tolist(), b.tolist(), length.tolist(), strict=True)):
                # The middle of a run, so that both its halves hold their windows together.
                cut_a, cut_b = i + run // 2, j + run // 2
                long = max(cut_a - start_a, cut_b - start_b) > WINDOW // 2
                if long and cut_a > start_a and cut_b > start_b and cut_a < end_a and cut_b < end_b:
                    yield start_a, cut_a, start_b, cut_b
                    start_a, start_b = cut_a, cut_b
        yield start_a, end_a, start_b, end_b

    def _align(self, a0: int, a1: int, b0: int, b1: int) -> list[Block]:
        opcodes = LCSseq.opcodes(self._a[a0:a1], self._b[b0:b1])
        return [
            (block.a + a0, block.b + b0, block.size)
            for block in opcodes.as_matching_blocks()
            if block.size
        ]

    def _slide(self, blocks: list[Block]) -> None:
        """Move words over gaps of one side to the longer block, where either block may have them.

        "… pipe. The ferry" and "The ferry" share one "the"; it belongs to the ferry, not to what
        stands before.
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

    def _maximal(self, blocks: Sequence[Block]) -> list[tuple[int, int, float]]:
        """Return `(first, last + 1, bits)` of all maximal scoring stretches of blocks."""
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
