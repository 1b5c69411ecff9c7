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

_LOOK_BACK: Final = 4  # anchors; a random repeat in between does not break a chain
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

    # Anchors: the first place in a and the first in b of every shared sequence.
    first = shared_a & np.append(True, known_a[1:] != known_a[:-1])[: known_a.size]
    pair = (codes_a[first] >> np.uint64(64 - _PAIR_BITS)).astype(np.int64)
    at_a = (codes_a[first] & _PLACE).astype(np.int64)
    at_b = (codes_b[place[first]] & _PLACE).astype(np.int64)
    order = np.argsort((pair << 20) | at_a)
    best = _best_chains(pairs, pair[order], at_a[order], at_b[order])
    return Matches(in_a, in_b, *best)


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


def _best_chains(pairs: int, pair: Ints, at_a: Ints, at_b: Ints) -> Ints:
    """Join anchors (sorted by pair and place in a) to chains and find the best of each pair.

    Returns the rows of `Matches` from `chain` on.
    """
    best = np.zeros((5, pairs), np.int64)
    if pair.size:
        root = _roots(_parents(pair, at_a, at_b))
        order = np.argsort(root, kind="stable")
        start = np.flatnonzero(np.append(True, root[order][1:] != root[order][:-1]))
        a, b = at_a[order], at_b[order]
        step = np.minimum(np.diff(a, prepend=a[:1]), WORDS)
        step[start] = WORDS
        words = np.add.reduceat(step, start)
        owner = pair[order][start]
        ranked = np.lexsort((-start, words, owner))
        last = ranked[np.append(owner[ranked][1:] != owner[ranked][:-1], True)]
        ends = (np.maximum.reduceat(a, start), np.maximum.reduceat(b, start))
        rows = (
            words,
            np.minimum.reduceat(a, start),
            ends[0],
            np.minimum.reduceat(b, start),
            ends[1],
        )
        best[:, owner[last]] = np.stack(rows)[:, last]
        best[2, owner[last]] += WORDS
        best[4, owner[last]] += WORDS
    return best


def _parents(pair: Ints, at_a: Ints, at_b: Ints) -> Ints:
    """Return for each anchor the nearest earlier one that it continues, else itself."""
    parent = np.arange(pair.size)
    open_: Bools = np.ones(pair.size, np.bool_)
    for back in range(1, min(_LOOK_BACK, pair.size - 1) + 1):
        step_a = at_a[back:] - at_a[:-back]
        step_b = at_b[back:] - at_b[:-back]
        fits = (pair[back:] == pair[:-back]) & (step_a <= WORDS + GAP_WORDS)
        fits &= (step_b > 0) & (step_b <= WORDS + GAP_WORDS) & open_[back:]
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
