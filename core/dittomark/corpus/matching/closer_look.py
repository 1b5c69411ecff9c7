"""A closer look at pairs: how much of each article occurs in the other, and the passage.

Both articles are represented by sequences of three consecutive words (six letters in scripts
without spaces). The words covered by sequences that the other article has too give the containment,
both ways. Equal sequences that follow each other in both articles with small gaps form a chain; the
chain that covers most words is the passage to show. All pairs of a batch are processed together.
"""

from typing import Final, NamedTuple

import numpy as np

from dittomark.corpus.matching.shingles import windows
from dittomark.structures.array_types import Bools, Hashes, Ints, Words32

# Judgements; `tests/benchmarks/candidates.py compare` shows their effect on recall and precision.
WORDS: Final = 3  # consecutive; as many survive light editing
GAP_WORDS: Final = 6  # so many bridge a changed name or number

_LEAST_EXTENDED: Final = 8  # words; shorter chains are terms
_LOOK_BACK: Final = 12  # anchors; those of other places in between do not break a chain
_MOST_PLACES: Final = 4
"""Places in either article at which a sequence is an anchor, the others are too many to tell which
belong together: with the first places alone a passage ends at every term that its article has used
before, and one in twenty of 60 letters of Chinese was lost (`tests/benchmarks/reuse_pairs.py`).
"""
# A code is one number of 64 bits: the pair in the highest bits, 32 bits of the sequence's hash, the
# place in the lowest.
_PLACE_BITS = np.uint64(20)
_PAIR_BITS: Final = 12  # the remaining bits
_PLACE = np.uint64((1 << 20) - 1)

PAIRS_AT_A_TIME: Final = 1 << _PAIR_BITS  # as many as the bits of a pair can number


class Matches(NamedTuple):
    """One entry per pair. Places are words of the article, counted without masked ones.

    `in_a` and `in_b` are the words of either article that the other has too, `chain` the words of
    the passage, `a_*`, `b_*` its first word and the one after its last.
    """

    in_a: Ints
    in_b: Ints
    chain: Ints
    a_start: Ints
    a_end: Ints
    b_start: Ints
    b_end: Ints


def match(words: Words32, a: tuple[Ints, Ints], b: tuple[Ints, Ints]) -> Matches:
    """Compare pairs of articles (at most `PAIRS_AT_A_TIME`).

    `a` and `b` give the first word and the number of words of each pair's two articles in
    `words`. Articles count up to their millionth word.
    """
    pairs = a[0].size
    side_a, codes_a = _sequences(words, *a)
    side_b, codes_b = _sequences(words, *b)
    codes_a.sort()
    codes_b.sort()
    known_a, known_b = codes_a >> _PLACE_BITS, codes_b >> _PLACE_BITS
    place = np.searchsorted(known_b, known_a)
    shared_a = (
        known_b[np.minimum(place, known_b.size - 1)] == known_a if known_b.size else place < 0
    )
    back = np.searchsorted(known_a, known_b)
    shared_b = known_a[np.minimum(back, known_a.size - 1)] == known_b if known_a.size else back < 0
    in_a = _covered(codes_a[shared_a], side_a, pairs)
    in_b = _covered(codes_b[shared_b], side_b, pairs)

    owner, chains = _chains(*_anchors(codes_a[shared_a], codes_b[shared_b]))
    _extend(owner, chains, words, a, b)
    return Matches(in_a, in_b, *_best(pairs, owner, chains))


def _anchors(a: Hashes, b: Hashes) -> tuple[Ints, Ints, Ints]:
    """Return the pair, the place in a and the place in b of each anchor, sorted.

    Anchors are the first few places of every shared sequence, each in a with each in b. `a` and `b`
    are the sorted codes of the shared sequences.
    """
    start_a, start_b = _first_of_each(a), _first_of_each(b)
    times_a = np.minimum(np.diff(np.append(start_a, a.size)), _MOST_PLACES)
    times_b = np.minimum(np.diff(np.append(start_b, b.size)), _MOST_PLACES)
    times = times_a * times_b
    number = np.arange(times.sum()) - np.repeat(np.cumsum(times) - times, times)
    of_b = np.repeat(times_b, times)
    code_a = a[np.repeat(start_a, times) + number // of_b]
    code_b = b[np.repeat(start_b, times) + number % of_b]
    pair = (code_a >> np.uint64(64 - _PAIR_BITS)).astype(np.int64)
    at_a, at_b = (code_a & _PLACE).astype(np.int64), (code_b & _PLACE).astype(np.int64)
    order = np.lexsort((at_b, (pair << 20) | at_a))
    return pair[order], at_a[order], at_b[order]


def _first_of_each(codes: Hashes) -> Ints:
    """Return the index of the first place of each sequence."""
    key = codes >> _PLACE_BITS
    return np.flatnonzero(np.append(True, key[1:] != key[:-1])[: key.size])


def _sequences(words: Words32, first: Ints, count: Ints) -> tuple[Ints, Hashes]:
    """Return the first index of each pair's words, concatenated, and the codes of their sequences.

    A code is the pair (12 bits), the hash of the sequence (32) and its place (20).
    """
    count = np.minimum(count, int(_PLACE))
    begin = np.cumsum(count) - count
    pair = np.repeat(np.arange(first.size), count)
    place = np.arange(pair.size) - begin[pair]
    hashed = windows(words[first[pair] + place], WORDS)
    whole = np.flatnonzero((place + WORDS <= count[pair])[: hashed.size])
    codes = pair[whole].astype(np.uint64) << np.uint64(64 - _PAIR_BITS)
    codes |= (hashed[whole] >> np.uint64(32)) << _PLACE_BITS
    codes |= place[whole].astype(np.uint64)
    return np.append(begin, pair.size), codes


def _covered(codes: Hashes, begin: Ints, pairs: int) -> Ints:
    """Return the number of words of each pair's article covered by the shared sequences."""
    flags = np.zeros(int(begin[-1]) + WORDS, np.bool_)
    pair = (codes >> np.uint64(64 - _PAIR_BITS)).astype(np.int64)
    place = begin[pair] + (codes & _PLACE).astype(np.int64)
    for offset in range(WORDS):
        flags[place + offset] = True
    total = np.append(0, np.cumsum(flags))
    covered: Ints = total[begin[1:]] - total[begin[:-1]]
    return covered[:pairs]


def _chains(pair: Ints, at_a: Ints, at_b: Ints) -> tuple[Ints, Ints]:
    """Join anchors (sorted by pair and places) to chains.

    Returns the pair of each, and the rows of `Matches` from `chain` on.
    """
    if not pair.size:
        return pair, np.zeros((5, 0), np.int64)
    root = _roots(_parents(pair, at_a, at_b))
    order = np.argsort(root, kind="stable")
    start = np.flatnonzero(np.append(True, root[order][1:] != root[order][:-1]))
    a, b = at_a[order], at_b[order]
    step = np.minimum(np.diff(a, prepend=a[:1]), WORDS)
    step[start] = WORDS
    rows = (
        np.add.reduceat(step, start),
        np.minimum.reduceat(a, start),
        np.maximum.reduceat(a, start) + WORDS,
        np.minimum.reduceat(b, start),
        np.maximum.reduceat(b, start) + WORDS,
    )
    return pair[order][start], np.stack(rows)


def _extend(
    owner: Ints, chains: Ints, words: Words32, a: tuple[Ints, Ints], b: tuple[Ints, Ints]
) -> None:
    """Add, in place, the equal words right before and after each chain of some length.

    A sequence that either article has more often than `_MOST_PLACES` may have no anchor there.
    """
    chain, a_start, a_end, b_start, b_end = chains
    for at_a, at_b, step in ((a_start, b_start, -1), (a_end, b_end, 1)):
        beside = min(step, 0)  # the word before a start, the word at an end
        going = np.flatnonzero(chain >= _LEAST_EXTENDED)
        while going.size:
            pair = owner[going]
            place_a, place_b = at_a[going] + beside, at_b[going] + beside
            inside = (place_a >= 0) & (place_b >= 0) & (place_a < a[1][pair])
            inside &= place_b < b[1][pair]
            going, pair, place_a, place_b = (
                values[inside] for values in (going, pair, place_a, place_b)
            )
            going = going[words[a[0][pair] + place_a] == words[b[0][pair] + place_b]]
            at_a[going] += step
            at_b[going] += step
            chain[going] += 1


def _best(pairs: int, owner: Ints, chains: Ints) -> Ints:
    """Return the longest chain of each pair, of equally long ones the first."""
    best = np.zeros((5, pairs), np.int64)
    if owner.size:
        ranked = np.lexsort((-np.arange(owner.size), chains[0], owner))
        last = ranked[np.append(owner[ranked][1:] != owner[ranked][:-1], True)]
        best[:, owner[last]] = chains[:, last]
    return best


def _parents(pair: Ints, at_a: Ints, at_b: Ints) -> Ints:
    """Return for each anchor the nearest earlier one that it continues, else itself."""
    parent = np.arange(pair.size)
    open_: Bools = np.ones(pair.size, np.bool_)
    for back in range(1, min(_LOOK_BACK, pair.size - 1) + 1):
        step_a = at_a[back:] - at_a[:-back]
        step_b = at_b[back:] - at_b[:-back]
        fits = (pair[back:] == pair[:-back]) & (step_a <= WORDS + GAP_WORDS)
        fits &= (step_a > 0) & (step_b > 0) & (step_b <= WORDS + GAP_WORDS) & open_[back:]
        place = np.flatnonzero(fits) + back
        parent[place] = place - back
        open_[place] = False
    return parent


def _roots(parent: Ints) -> Ints:
    """Return the first anchor of each anchor's chain."""
    while True:
        above = parent[parent]
        if np.array_equal(above, parent):
            return parent
        parent = above
