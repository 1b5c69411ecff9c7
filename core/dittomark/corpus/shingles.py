"""Rare shingles: which articles share enough word sequences to be worth a closer look.

Keys are hashes of five words running (ten letters in scripts without spaces). Of a long article
every fourth is kept, chosen by the hash itself so that all articles choose alike; short articles
keep more. A key that stands in 2 to 30 articles makes pairs of all of them; a more frequent one
links each article with the next only, so that groups of thousands of copies stay connected
without a million pairs. Pairs with three keys in common are candidates.
"""

from typing import Final

import numpy as np

from dittomark.corpus.words import Bools, Hashes, Ints, Words32, mix

WORDS: Final = 5
DENSE_LETTERS: Final = 10
MOST_ARTICLES: Final = 30
LEAST_SHARED: Final = 3
ARTICLE_BITS: Final = 24
MOST_ARTICLE_NUMBERS: Final = 1 << ARTICLE_BITS

_ARTICLE = np.uint64(MOST_ARTICLE_NUMBERS - 1)
_SHIFT = np.uint64(ARTICLE_BITS)
_KEYS_AT_A_TIME: Final = 1 << 22
_PAIRS_AT_A_TIME: Final = 20_000_000


def windows(words: Words32, width: int) -> Hashes:
    """Return the hash of every `width` words running (none if there are fewer)."""
    size = max(words.size - width + 1, 0)
    total = np.zeros(size, np.uint64)
    if size:
        for place in range(width):
            factor = mix(np.array([place + 1], np.uint64))[0] | np.uint64(1)
            total += words[place : place + size].astype(np.uint64) * factor
    return mix(total)


def keys(words: Words32, first: Ints, lengths: Ints, dense: Bools, numbers: Ints) -> Hashes:
    """Return the keys of articles, each packed with its article's number (the lower 24 bits).

    The words of article `i` are `words[first[i] : first[i] + lengths[i]]`, one behind the other;
    `numbers` are the articles' numbers.
    """
    stride = np.where(lengths <= 200, 1, np.where(lengths <= 400, 2, 4)).astype(np.uint64)
    article = np.repeat(np.arange(lengths.size), lengths)
    left = np.repeat(first + lengths, lengths) - np.arange(words.size)
    found = []
    for width, wanted in ((WORDS, ~dense), (DENSE_LETTERS, dense)):
        if not wanted.any():
            continue
        hashed = windows(words, width)
        owner = article[: hashed.size]
        chosen = (hashed & (stride[owner] - np.uint64(1))) == 0
        chosen &= (left[: hashed.size] >= width) & wanted[owner]
        place = np.flatnonzero(chosen)
        number = numbers[owner[place]].astype(np.uint64)
        found.append((hashed[place] & ~_ARTICLE) | number)
    return np.concatenate(found) if found else np.zeros(0, np.uint64)


def digest_keys(digest: Hashes, numbers: Ints) -> Hashes:
    """Return packed keys by which articles of equal digest become candidates."""
    spread = np.arange(LEAST_SHARED, dtype=np.uint64)[:, None] * np.uint64(0x9E3779B97F4A7C15)
    return ((mix(digest + spread) & ~_ARTICLE) | numbers.astype(np.uint64)).ravel()


def articles_of(packed: Hashes) -> Ints:
    """Return the article numbers of packed keys."""
    return (packed & _ARTICLE).astype(np.int64)


def postings(runs: list[Hashes], wanted: Hashes) -> Hashes:
    """Return the packed keys in sorted `runs` whose key occurs among the sorted `wanted`."""
    key = wanted >> _SHIFT
    key = key[np.append(True, key[1:] != key[:-1])[: key.size]]
    found = []
    for run in runs:
        low = np.searchsorted(run, key << _SHIFT)
        high = np.searchsorted(run, (key << _SHIFT) | _ARTICLE, side="right")
        count = high - low
        found.append(
            run[np.repeat(low - (np.cumsum(count) - count), count) + np.arange(count.sum())]
        )
    return np.concatenate(found) if found else np.zeros(0, np.uint64)


def candidate_pairs(packed: Hashes, *, first_new: int = 0) -> tuple[Ints, Ints]:
    """Return the pairs `a < b` of articles that share three rare keys, `b` from `first_new` on.

    `packed` are all keys, sorted.
    """
    packed = _shared(packed)
    key, owner = packed >> _SHIFT, articles_of(packed)
    return _pairs(key, owner, first_new=first_new, least=LEAST_SHARED)


def group_pairs(key: Ints, owner: Ints, *, least: int) -> tuple[Ints, Ints]:
    """Return the pairs of owners that have at least so many keys in common.

    Keys of more than 30 owners link neighbours only, as in `candidate_pairs`.
    """
    order = np.lexsort((owner, key))
    return _pairs(key[order].astype(np.uint64), owner[order], first_new=0, least=least)


def _pairs(key: Hashes, owner: Ints, *, first_new: int, least: int) -> tuple[Ints, Ints]:
    """Return the pairs of articles with at least so many keys in common; sorted by key, owner."""
    if not key.size:
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    start = np.flatnonzero(np.append(True, key[1:] != key[:-1]))
    size = np.diff(np.append(start, key.size))
    linked = size > MOST_ARTICLES
    place = np.arange(key.size)
    end = np.repeat(start + size, size)
    oldest = np.repeat(np.add.reduceat(owner < first_new, start, dtype=np.int64) + start, size)
    begin = np.maximum(place + 1, oldest)
    stop = np.where(np.repeat(linked, size), np.minimum(end, place + 2), end)
    return _often(owner, begin, np.maximum(stop - begin, 0), least)


def _shared(packed: Hashes) -> Hashes:
    """Return the packed keys, each once, that stand in two articles or more."""
    found = [packed[:0]]
    begin = 0
    while begin < packed.size:  # in slices that end with a key: most of the array is given up
        end = min(begin + _KEYS_AT_A_TIME, packed.size)
        end = int(np.searchsorted(packed, packed[end - 1] | _ARTICLE, side="right"))
        part = packed[begin:end]
        part = part[np.append(True, part[1:] != part[:-1])]
        equal = ((part[1:] ^ part[:-1]) >> _SHIFT) == 0
        found.append(part[np.append(equal, False) | np.append(False, equal)])
        begin = end
    return np.concatenate(found)


def _often(owner: Ints, begin: Ints, partners: Ints, least: int) -> tuple[Ints, Ints]:
    """Return the pairs that occur often enough among (place, begin … begin + partners)."""
    total = int(partners.sum())
    parts = total // _PAIRS_AT_A_TIME + 1
    part = owner % parts
    found = []
    for number in range(parts):
        chosen = np.flatnonzero((part == number) & (partners > 0))
        count = partners[chosen]
        offset = np.arange(count.sum()) - np.repeat(np.cumsum(count) - count, count)
        other = owner[np.repeat(begin[chosen], count) + offset].astype(np.uint64)
        pairs = np.repeat(owner[chosen].astype(np.uint64) << _SHIFT, count) | other
        pairs.sort()
        start = np.flatnonzero(np.append(True, pairs[1:] != pairs[:-1])[: pairs.size])
        often = np.diff(np.append(start, pairs.size)) >= least
        found.append(pairs[start[often]])
    pairs = np.concatenate(found)
    return (pairs >> _SHIFT).astype(np.int64), articles_of(pairs)
