"""Step 1: words with offsets, as numbers, and what each of them tells.

Rule: words are found in the untouched text and keep their code points; two words get one id when
their keys are equal (`dittomark.texts.fold`). A word seen `c` times in the `n` words of the
compared texts tells log2(n / c) bits, so that thresholds hold for any length and language.

Limits: short texts know little of what is rare, so `n` counts as `BACKGROUND` at least; no word
tells more than `MOST_BITS`, or one odd spelling would outweigh a sentence.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np

from dittomark.structures.array_types import Floats, Ints
from dittomark.texts.word_numbers import number_words

# Words of an article of the usual length; shorter ones count as that.
BACKGROUND: Final = 1000
# One word in 2,000: what two articles show of rarity at most.
MOST_BITS: Final = 11.0
# So that no word is worth nothing.
LEAST_BITS: Final = 0.5


@dataclass(frozen=True, eq=False)
class Tokens:
    """The words of one article, in a list and arrays of one length.

    `starts` and `ends` are offsets in code points, `words` the words as they are spelt; `ids` are
    equal for equal words.
    """

    starts: Ints
    ends: Ints
    words: list[str]
    ids: Ints

    @cached_property
    def numbers(self) -> list[int]:
        """The ids as a list."""
        found: list[int] = self.ids.tolist()
        return found

    def __len__(self) -> int:
        return len(self.words)

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return the offsets of words `[first, last)`; of the place before `first` if empty."""
        if first < last:
            return self.starts.item(first), self.ends.item(last - 1)
        place = self.ends.item(first - 1) if first else 0
        return place, place


def tokenise(texts: Sequence[str]) -> tuple[list[Tokens], list[str]]:
    """Return the tokens of every text, and the key of every id."""
    cut, keys = number_words(texts)
    tokens = [Tokens(starts, ends, words, ids) for words, starts, ends, ids in cut]
    if not all(keys):
        tokens = [_without(one, keys.index("")) for one in tokens]
    return tokens, keys


def _without(tokens: Tokens, nothing: int) -> Tokens:
    """Leave out what is no word: invisible characters alone."""
    kept = np.flatnonzero(tokens.ids != nothing)
    words = [tokens.words[at] for at in kept.tolist()]
    return Tokens(tokens.starts[kept], tokens.ends[kept], words, tokens.ids[kept])


def information(counts: Ints) -> Floats:
    """Return what each id tells, in bits, if it is met so many times."""
    total = max(int(counts.sum()), BACKGROUND)
    bits = np.log2(total / np.maximum(counts, 1))
    return np.minimum(np.maximum(bits, LEAST_BITS), MOST_BITS)  # np.clip takes twice as long
