"""The number of weeks in which a phrase of three words was printed: the stock phrases of a corpus.

A stock phrase ("told reporters on condition of anonymity", "subscribe to our newsletter") recurs
week after week; a story and its quotations are in all papers at once, then no more. So an article
counts for its phrases only if the last article with that phrase is of another week, and articles
without a date don't count. `compare.stock` defines the count from which a phrase is no evidence.

Phrases are counted in a count-min sketch (Cormode and Muthukrishnan 2005): two rows of counters, of
which each phrase has one in either; the smaller of the two is its count. It grows with the corpus
up to 32 MB. Phrases that share a counter add some counts, fewer than one for each thousand
articles, which is the count at which a large corpus begins to treat a phrase as stock.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from dittomark.corpus.prints.word_hashes import word_hash
from dittomark.structures.array_types import Ints, Words32

# The shortest that can be a stock phrase and not a name; two are mostly grammar. A judgement.
WORDS: Final = 3
UNDATED: Final = -1  # not a valid number of a week, which begin with 1

_COUNTER: Final = np.dtype([("weeks", "<u2"), ("last", "<u2")])
# A judgement: the number of an article's own phrases.
_SLOTS_AN_ARTICLE: Final = 128
_LEAST_BITS: Final = 16  # 2^16 slots of two rows and 4 bytes: half a megabyte
_MOST_BITS: Final = 22  # 32 MB
_WEEK: Final = 0xFFFF  # the lower 16 bits, which hold a week; those above are the phrase
_MOST: Final = 0xF000  # weeks; leaves room for those of one batch
_MASK64: Final = (1 << 64) - 1  # numbers of Python made as small as those of numpy
_PHRASE_BITS: Final = _MASK64 - _WEEK
_PHRASE: Final = np.uint64(_PHRASE_BITS)
# Odd numbers for multiply-shift hashing (Dietzfelbinger and others 1997), which uses the upper
# bits.
_FACTORS: Final = (0x9E3779B97F4A7C15, 0xD1B54A32D192ED03, 0xABC98388FB8FAC03)
_SECOND: Final = 0x8CB92BA72F3D8DD7  # one more, by which the second row differs from the first
_WORDS_KEPT: Final = 100_000  # whose hashes are kept; a judgement, bounds memory


def week_of(day: str) -> int:
    """Return the number of the week of an ISO date, `UNDATED` for any other text."""
    try:
        return date.fromisoformat(day[:10]).toordinal() // 7 % _WEEK + 1
    except ValueError:
        return UNDATED


class PhraseCounts(Mapping[str, int]):
    """The counts of phrases: three folded words with one space between them.

    An uncounted phrase is 0; the counted phrases can't be listed.
    """

    def __init__(self, counters: npt.NDArray[Any]) -> None:
        self._counters = counters  # two rows
        self._weeks = counters["weeks"]
        self._shift = 65 - counters.shape[1].bit_length()

    @classmethod
    def for_articles(cls, articles: int) -> "PhraseCounts":
        """Return a table with room for a corpus of about that size."""
        bits = (_SLOTS_AN_ARTICLE * articles).bit_length()
        bits = min(max(bits, _LEAST_BITS), _MOST_BITS)
        return cls(np.zeros((2, 1 << bits), _COUNTER))

    @classmethod
    def load(cls, path: Path, *, writable: bool = False) -> "PhraseCounts":
        """Return the table in a file; `save` writes back a writable one.

        Raises `OSError` or `ValueError` for a file that is missing or damaged.
        """
        counters = np.load(path, mmap_mode="r+" if writable else None)
        if counters.dtype != _COUNTER or counters.ndim != 2 or counters.shape[1].bit_count() != 1:
            raise ValueError(path)
        return cls(counters)

    def save(self, path: Path) -> None:
        """Write the table; only the changes, if it was loaded as writable."""
        if isinstance(self._counters, np.memmap):
            self._counters.flush()
        else:
            np.save(path, self._counters)

    def add(self, words: Words32, lengths: Ints, weeks: Ints) -> None:
        """Count the phrases of some articles, `lengths` words each, one after the other."""
        size = max(words.size - WORDS + 1, 0)
        article = np.repeat(np.arange(lengths.size), lengths)
        week = weeks[article[:size]]
        counted = (article[:size] == article[words.size - size :]) & (week != UNDATED)
        hashed = np.zeros(size, np.uint64)
        for place, factor in enumerate(_FACTORS):
            hashed += words[place : place + size] * np.uint64(factor)
        # In the order of phrases, which is that of the first row's counters: good for the cache.
        packed = hashed[counted] & _PHRASE | week[counted].astype(np.uint64)
        packed.sort()
        packed = packed[np.append(True, packed[1:] != packed[:-1])[: packed.size]]
        own_week = (packed & ~_PHRASE).astype(np.uint16)
        packed &= _PHRASE
        for row, key in zip(self._counters, (packed, packed * np.uint64(_SECOND)), strict=True):
            slots = (key >> np.uint64(self._shift)).astype(np.int64)
            new = (row["last"][slots] != own_week) & (row["weeks"][slots] < _MOST)
            np.add.at(row["weeks"], slots[new], 1)
            row["last"][slots] = own_week

    def __getitem__(self, phrase: str) -> int:
        """Return the number of weeks with the phrase; `KeyError` if not three words."""
        words = phrase.split(" ")
        if len(words) != WORDS:
            raise KeyError(phrase)
        one, two, three = map(_word_hash, words)
        key = (one * _FACTORS[0] + two * _FACTORS[1] + three * _FACTORS[2]) & _PHRASE_BITS
        count: int = self._weeks.item(0, key >> self._shift)
        if count:
            count = min(count, self._weeks.item(1, (key * _SECOND & _MASK64) >> self._shift))
        return count

    def __iter__(self) -> Iterator[str]:
        """Yield nothing: a sketch doesn't store its phrases."""
        return iter(())

    def __len__(self) -> int:
        return 0


@lru_cache(_WORDS_KEPT)
def _word_hash(word: str) -> int:
    return word_hash(word)
