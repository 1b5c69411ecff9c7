"""Step 1: words with offsets, as integer ids, and their information content.

Rule: words are found in the untouched text and keep their offsets in code points; two words have
one id when their keys are equal (`dittomark.texts.fold`). A word that occurs `c` times in the `n`
words of the compared texts has log2(n / c) bits, so that thresholds apply to any length and
language.

Limits: rarity cannot be measured in short texts, so `n` is at least `BACKGROUND`; no word has more
than `MOST_BITS`, else one misspelt word would outweigh a sentence.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np

from dittomark.structures.array_types import Floats, Ints
from dittomark.texts.word_numbers import number_words

# Words of an article of usual length; compared texts with fewer in all count as this many.
BACKGROUND: Final = 1000
# Bits of one word in 2,000: two articles do not show whether a word is rarer.
MOST_BITS: Final = 11.0
# Bits, so that every word counts.
LEAST_BITS: Final = 0.5


@dataclass(frozen=True, eq=False)
class Tokens:
    """The words of one article, in a list and arrays of equal length.

    `starts` and `ends` are offsets in code points, `words` the words as spelt in the text; `ids`
    are equal for words with equal keys.
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
        """Return the offsets of words `[first, last)`.

        An empty range has both offsets at the end of the previous word (0 if there is none).
        """
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
    """Remove words that consist of invisible characters alone: those with the id `nothing`."""
    kept = np.flatnonzero(tokens.ids != nothing)
    words = [tokens.words[at] for at in kept.tolist()]
    return Tokens(tokens.starts[kept], tokens.ends[kept], words, tokens.ids[kept])


def information(counts: Ints) -> Floats:
    """Return the information content of each id in bits, given its number of occurrences."""
    return _in_bits(counts, int(counts.sum()))


def information_of_counts(size: int, total: int) -> Floats:
    """Return the information content, in bits, of ids with 0, 1, … `size - 1` of `total` words."""
    return _in_bits(np.arange(size), total)


def _in_bits(counts: Ints, total: int) -> Floats:
    bits = np.log2(max(total, BACKGROUND) / np.maximum(counts, 1))
    return np.minimum(np.maximum(bits, LEAST_BITS), MOST_BITS)  # np.clip takes twice as long
