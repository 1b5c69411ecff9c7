"""Step 8: the strength of segments: strong ones are passages, others are weak.

Rule: a segment is strong when it has `min_words` words or more and its bits, times its solidity,
reach `evidence`: chance matches are sparse. Whole sentences, word for word, need the share `WHOLE`
of that; several pieces of one passage are strong when they have `together` bits, however sparse
they are; an echo of a stronger segment (see `overlaps`) is weak. Two kinds of words count less than
their information content: words in stock phrases of the collection (nothing), and words in phrases
that one of the two articles itself uses `OWN_STOCK` times or more (`OWN_SHARE`): there "Kim Jong
Un" is one word, not three.

Limits: this affects only the strength of a segment, not its ends.
"""

from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise
from typing import Final

import numpy as np

from dittomark.compare.seeds import Run
from dittomark.compare.segments import Segment
from dittomark.compare.settings import Settings
from dittomark.compare.stock import StockPhrases
from dittomark.compare.tokens import Tokens
from dittomark.structures.array_types import Floats

# Words of a weak segment; 3 to 5 change nothing, since bits decide.
LEAST_WORDS: Final = 4
# Share of `evidence`; .55 to .85 change nothing on long texts; on short ones (8 to 25 words)
# sentences of 6 to 8 words pass.
WHOLE: Final = 0.7
# Occurrences: 2 loses .013 on the Indonesian cases, 4 as much on PAN 2013.
OWN_STOCK: Final = 3
# Share of the bits that count: .25 loses .003 on short cases, .6 loses .008 on PAN 2013.
OWN_SHARE: Final = 0.4
FILLED: Final = 0.7  # density; a denser segment shares more than a template
TEMPLATE: Final = 0.5  # share of the bits of a segment in phrases that one article repeats


class Judge:
    """Decides which segments of two articles are strong and which are weak."""

    def __init__(
        self,
        a: Tokens,
        b: Tokens,
        keys: Sequence[str],
        bits: Floats,
        *,
        settings: Settings,
        stock: StockPhrases | None,
    ) -> None:
        """Take the words of both articles, and the key and the bits of each id."""
        self._a = a
        self._b = b
        self._keys = keys
        self._bits = bits
        self._settings = settings
        self._stock = stock

    def is_passage(self, pieces: int, bits: float) -> bool:
        """Return whether so many pieces with these bits are a passage together."""
        return pieces > 1 and bits >= self._settings.together

    def is_template(self, segment: Segment) -> bool:
        """Return whether a segment is a template that both articles fill with words of their own.

        Most of its equal words are in phrases that one of the articles repeats.
        """
        if segment.density >= FILLED or segment.words < self._settings.min_words:
            return False
        own = sum(self._in_own_stock(segment.blocks))
        told = sum(
            float(self._bits[self._a.ids[word]])
            for i, _, length in segment.blocks
            for word in range(i, i + length)
        )
        return own >= TEMPLATE * told

    def is_weak(self, segment: Segment) -> bool:
        """Return whether a segment has enough evidence to be shown at least as weak."""
        return segment.words >= LEAST_WORDS and segment.bits >= self._settings.weak_evidence

    def is_strong(self, segment: Segment, *, whole: bool) -> bool:
        """Return whether a segment is strong; `whole`: it is whole sentences, word for word."""
        needed = self._settings.evidence * (WHOLE if whole else 1.0)
        needed /= segment.solidity
        words, lost = segment.words, 0.0
        if words < self._settings.min_words or segment.bits < needed:
            return False
        if self._stock is not None:
            own = self._stock.own_words(segment.blocks, self._a.numbers, self._keys)
            words = len(own)
            lost = sum(
                float(self._bits[self._a.ids[word]])
                for i, _, length in segment.blocks
                for word in range(i, i + length)
                if word not in own
            )
        elif segment.bits < needed / OWN_SHARE:
            lost = (1 - OWN_SHARE) * sum(self._in_own_stock(segment.blocks))
        return words >= self._settings.min_words and segment.bits - lost >= needed

    @cached_property
    def _own_stock(self) -> set[tuple[int, int]]:
        """The pairs of adjacent word ids that occur `OWN_STOCK` times or more in one article."""
        words = len(self._bits)
        found: set[tuple[int, int]] = set()
        for ids in (self._a.ids, self._b.ids):
            pairs = np.sort(ids[:-1] * words + ids[1:])
            later = pairs[OWN_STOCK - 1 :]
            often = later[later == pairs[: len(later)]]
            found.update(zip(*(side.tolist() for side in divmod(often, words)), strict=True))
        return found

    def _in_own_stock(self, blocks: Sequence[Run]) -> list[float]:
        """Return the bits of each word that is in a phrase which one article repeats."""
        found = []
        for i, _, length in blocks:
            words = self._a.ids[i : i + length].tolist()
            often = [pair in self._own_stock for pair in pairwise(words)]
            for word, before, after in zip(words, [False, *often], [*often, False], strict=True):
                if before or after:
                    found.append(float(self._bits[word]))
        return found
