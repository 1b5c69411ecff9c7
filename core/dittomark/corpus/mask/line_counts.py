"""The number of pages of its source on which each line occurs, counted in slices to save memory."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from dittomark.structures.array_types import Bools, Hashes, Ints

# Bounds memory: a million keys are sorted in 8 MB.
_LINES_AT_A_TIME: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class LineCounts:
    """The number of pages of its source on which each known line occurs. `key` is sorted."""

    key: Hashes = field(default_factory=lambda: np.zeros(0, np.uint64))
    pages: Ints = field(default_factory=lambda: np.zeros(0, np.int32))

    def of(self, keys: Hashes) -> Ints:
        """Return the number of pages of each key, 0 for an unknown one."""
        if not self.key.size:
            return np.zeros(keys.size, np.int32)
        place = np.minimum(np.searchsorted(self.key, keys), self.key.size - 1)
        return np.where(self.key[place] == keys, self.pages[place], 0)


def pages_of(keys: Hashes, counted: Bools, known: tuple[LineCounts, ...]) -> Ints:
    """Return for each key how often it is counted, here and in the `known`."""
    pages = np.zeros(keys.size, np.int32)
    for chosen in key_slices(keys):
        pages[chosen], _ = _count(keys[chosen], counted[chosen], known)
    return pages


def count_pages(
    keys: Hashes, counted: Bools, known: tuple[LineCounts, ...]
) -> tuple[Ints, LineCounts]:
    """Return the same as `pages_of`, and the counts of these keys without the known ones."""
    pages = np.zeros(keys.size, np.int32)
    found = []
    for chosen in key_slices(keys):
        pages[chosen], counts = _count(keys[chosen], counted[chosen], known)
        found.append((counts.key, counts.pages))
    if not found:
        return pages, LineCounts()
    return pages, LineCounts(*(np.concatenate(column) for column in zip(*found, strict=True)))


def _count(keys: Hashes, counted: Bools, known: tuple[LineCounts, ...]) -> tuple[Ints, LineCounts]:
    key, number = np.unique(keys, return_inverse=True)
    own = np.bincount(number[counted], minlength=key.size).astype(np.int32)
    pages = sum((counts.of(key) for counts in known), own)[number]
    return pages, LineCounts(key[own > 0], own[own > 0])


def key_slices(keys: Hashes) -> Iterator[Ints]:
    """Yield the indices of the keys in slices by their highest bits: all of one key together."""
    bits = max(0, (keys.size // _LINES_AT_A_TIME).bit_length())
    if not bits:
        yield np.arange(keys.size)
        return
    slice_of = (keys >> np.uint64(64 - bits)).astype(np.uint16)
    for number in range(1 << bits):
        yield np.flatnonzero(slice_of == number)


def article_slices(article: Ints) -> Iterator[slice]:
    """Yield slices of lines with whole articles; `article` is ascending."""
    begin = 0
    while begin < article.size:
        last = min(begin + _LINES_AT_A_TIME, article.size) - 1
        end = int(np.searchsorted(article, article[last], side="right"))
        yield slice(begin, end)
        begin = end
