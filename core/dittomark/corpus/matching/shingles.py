"""Rare shingles: pairs of articles with enough common word sequences for a closer look.

Keys are hashes of five consecutive words (ten letters in scripts without spaces). Of a long article
every fourth is kept, selected by the hash itself so that all articles select equally; short
articles keep more. A key in 2 to 30 articles makes pairs of all of them; a more frequent one links
each article with the next only, so that groups of thousands of copies stay connected without a
million pairs. Pairs with three common keys are candidates.
"""

from collections.abc import Iterator
from typing import Final

import numpy as np

from dittomark.corpus.prints.word_hashes import mix
from dittomark.structures.array_types import Bools, Hashes, Ints, Words32

WORDS: Final = 5  # as usual for near-duplicates (Broder 1997 took 10)
DENSE_LETTERS: Final = 10  # a judgement: two letters are a word of Chinese
MOST_ARTICLES: Final = 30  # a judgement: more articles with one key are copies or a formula
# With two of three there are four times as many pairs to check, for no gain in recall (decision
# 0007).
LEAST_SHARED: Final = 3
ARTICLE_BITS: Final = 24  # of the 64 of a key: the others are hash
MOST_ARTICLE_NUMBERS: Final = 1 << ARTICLE_BITS  # 16 million: as many as those bits can number

_ARTICLE = np.uint64(MOST_ARTICLE_NUMBERS - 1)
_SHIFT = np.uint64(ARTICLE_BITS)
# Bound memory: 16 MB of keys, 320 MB of pairs.
_KEYS_AT_A_TIME: Final = 1 << 21
_PAIRS_AT_A_TIME: Final = 20_000_000  # 16 bytes each
# One odd factor for each place in a window: order matters.
_FACTORS: Final = mix(np.arange(1, DENSE_LETTERS + 1, dtype=np.uint64)) | np.uint64(1)


def windows(words: Words32, width: int) -> Hashes:
    """Return the hash of every `width` consecutive words (none if there are fewer)."""
    size = max(words.size - width + 1, 0)
    total = np.zeros(size, np.uint64)
    if size:
        for place in range(width):
            total += words[place : place + size].astype(np.uint64) * _FACTORS[place]
    return mix(total)


def keys(words: Words32, first: Ints, lengths: Ints, dense: Bools, numbers: Ints) -> Hashes:
    """Return the keys of articles, each packed with its article's number (the lower 24 bits).

    The words of article `i` are `words[first[i] : first[i] + lengths[i]]`, one after the other;
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
    """Return packed keys by which articles with equal digests become candidates."""
    spread = np.arange(LEAST_SHARED, dtype=np.uint64)[:, None] * np.uint64(0x9E3779B97F4A7C15)
    return ((mix(digest + spread) & ~_ARTICLE) | numbers.astype(np.uint64)).ravel()


def articles_of(packed: Hashes) -> Ints:
    """Return the article numbers of packed keys."""
    return (packed & _ARTICLE).astype(np.int64)


def postings(runs: list[Hashes], wanted: Hashes) -> Hashes:
    """Return the packed keys in sorted `runs` whose key occurs among the sorted `wanted`."""
    key = wanted >> _SHIFT
    key = key[_first_of_each(key)]
    found = []
    for run in filter(np.size, runs):
        low = np.searchsorted(run, key << _SHIFT)
        known = run.take(low, mode="clip") >> _SHIFT == key  # few are: search the ends of those
        low = low[known]
        high = np.searchsorted(run, (key[known] << _SHIFT) | _ARTICLE, side="right")
        count = high - low
        found.append(
            run[np.repeat(low - (np.cumsum(count) - count), count) + np.arange(count.sum())]
        )
    return np.concatenate(found) if found else np.zeros(0, np.uint64)


def candidate_pairs(packed: Hashes, *, first_new: int = 0) -> tuple[Ints, Ints]:
    """Return the pairs `a < b` of articles that share three rare keys, `b` from `first_new` on.

    `packed` are all keys, sorted. Memory: a few times `_PAIRS_AT_A_TIME` pairs, however many there
    are; then the keys are scanned several times, each time for a part of the articles.
    """
    sample = _pair_codes(next(_shared(packed), packed[:0]), first_new=first_new)
    slices = packed.size // _KEYS_AT_A_TIME + 1
    parts = sample.size * slices // _PAIRS_AT_A_TIME + 1
    if slices == parts == 1:  # a few new articles: the sample is complete
        pairs = _often([sample], LEAST_SHARED)
        return (pairs >> _SHIFT).astype(np.int64), articles_of(pairs)
    found = []
    for part in range(parts):
        codes = [
            _pair_codes(keys, first_new=first_new, part=part, parts=parts)
            for keys in _shared(packed)
        ]
        found.append(_often(codes, LEAST_SHARED))
    pairs = np.concatenate(found)
    return (pairs >> _SHIFT).astype(np.int64), articles_of(pairs)


def group_pairs(key: Ints, owner: Ints, *, least: int) -> tuple[Ints, Ints]:
    """Return the pairs of owners with at least `least` common keys (below 2**40).

    Keys of more than 30 owners link neighbours only, as in `candidate_pairs`.
    """
    packed = np.sort((key.astype(np.uint64) << _SHIFT) | owner.astype(np.uint64))
    pairs = _often([_pair_codes(keys) for keys in _shared(packed)], least)
    return (pairs >> _SHIFT).astype(np.int64), articles_of(pairs)


def _shared(packed: Hashes) -> Iterator[Hashes]:
    """Yield the packed keys, each once, that occur in two articles or more.

    In slices that end with a key: most of the array is singles and is dropped.
    """
    begin = 0
    while begin < packed.size:
        end = min(begin + _KEYS_AT_A_TIME, packed.size)
        end = int(np.searchsorted(packed, packed[end - 1] | _ARTICLE, side="right"))
        part = packed[begin:end]
        part = part[_first_of_each(part)]
        equal = ((part[1:] ^ part[:-1]) >> _SHIFT) == 0
        yield part[np.append(equal, False) | np.append(False, equal)]
        begin = end


def _first_of_each(values: Hashes) -> Bools:
    """Return a mask of the first of each run of equal values."""
    first = np.ones(values.size, np.bool_)
    np.not_equal(values[1:], values[:-1], out=first[1:])
    return first


def _pair_codes(keys: Hashes, *, first_new: int = 0, part: int = 0, parts: int = 1) -> Hashes:
    """Return all pairs (`a << 24 | b`) that the keys make, once for each key they share.

    With `parts`, only pairs whose `a` is of that part.
    """
    if not keys.size:
        return keys
    owner, key = articles_of(keys), keys >> _SHIFT
    start = np.flatnonzero(_first_of_each(key))
    size = np.diff(np.append(start, key.size))
    place = np.arange(key.size)
    end = np.repeat(start + size, size)
    oldest = np.repeat(np.add.reduceat(owner < first_new, start, dtype=np.int64) + start, size)
    begin = np.maximum(place + 1, oldest)
    stop = np.where(np.repeat(size > MOST_ARTICLES, size), np.minimum(end, place + 2), end)
    partners = np.where(owner % parts == part, np.maximum(stop - begin, 0), 0)
    chosen = np.flatnonzero(partners)
    count = partners[chosen]
    offset = np.arange(count.sum()) - np.repeat(np.cumsum(count) - count, count)
    other: Hashes = owner[np.repeat(begin[chosen], count) + offset].astype(np.uint64)
    other |= np.repeat(owner[chosen].astype(np.uint64) << _SHIFT, count)
    return other


def _often(codes: list[Hashes], least: int) -> Hashes:
    """Return the codes that occur in the lists at least `least` times, sorted."""
    pairs = np.concatenate([np.zeros(0, np.uint64), *codes])
    pairs.sort()
    start = np.flatnonzero(_first_of_each(pairs))
    return pairs[start[np.diff(np.append(start, pairs.size)) >= least]]
