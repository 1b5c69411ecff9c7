"""Step 2: places where two texts certainly touch.

Rule: a pair of words that stands in both texts, next to each other or with one word between, is a
seed; it survives edits that no longer n-gram survives. Seeds on one diagonal that touch are joined
into runs.

Limits: a pair that stands at more than `max_places` places (places in a times places in b) says
nothing of where; it is left out here and comes back when chains are refined.
"""

import math
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from dittomark.compare import arrays
from dittomark.compare.arrays import Ints
from dittomark.compare.tokens import Floats

Run = tuple[int, int, int]
"""(i, j, length): `length` equal words, from word i of one article and word j of the other."""


@dataclass(frozen=True, slots=True, eq=False)
class Runs:
    """Equal words in a row: a[i : i + length] == b[j : j + length]. `weight` is in bits."""

    a: Ints
    b: Ints
    length: Ints
    weight: Floats

    def __len__(self) -> int:
        return len(self.a)


STEPS: Final = (1, 2)  # next to each other, or one word between
# An article against itself: each pair of words is linked to this many of its next occurrences.
NEXT: Final = 3
LEAST_END: Final = 8  # words of a common beginning or end


def find_runs(a: Ints, b: Ints, bits: Floats, *, max_places: int) -> Runs:
    """Return the runs of equal words of two id sequences, by diagonal, then by place in `a`.

    `bits` holds what each id tells. Time and memory: those of a sort, and at most `max_places`
    seeds for each pair of words.
    """
    size = len(bits)
    in_both = (np.bincount(a, minlength=size) > 0) & (np.bincount(b, minlength=size) > 0)
    keys_a, first_a, step_a = _pairs(a, in_both, size)
    keys_b, first_b, step_b = _pairs(b, in_both, size)
    from_a, from_b = arrays.meet(keys_a, keys_b, most=max_places)
    i, j = first_a[from_a], first_b[from_b]
    i = np.concatenate((i, i + step_a[from_a]))
    j = np.concatenate((j, j + step_b[from_b]))
    return _with_ends(_join(i, j, a, bits, chance=len(a) * len(b)), a, b, bits)


def _with_ends(runs: Runs, a: Ints, b: Ints, bits: Floats) -> Runs:
    """Add what two articles have in common at their beginning and at their end.

    Of text that repeats itself all the way through, that is all there is to seed with.
    """
    shorter = min(len(a), len(b))
    differ = np.flatnonzero(a[:shorter] != b[:shorter])
    head = int(differ[0]) if len(differ) else shorter
    differ = np.flatnonzero(a[::-1][:shorter] != b[::-1][:shorter])
    tail = int(differ[0]) if len(differ) else shorter
    ends = [
        (i, j, length)
        for i, j, length in ((0, 0, head), (len(a) - tail, len(b) - tail, tail))
        if length >= LEAST_END and not np.any((runs.b - runs.a == j - i) & (runs.length >= length))
    ]
    if not ends:
        return runs
    at_a, at_b, lengths = (np.array(column, dtype=np.int64) for column in zip(*ends, strict=True))
    weight = np.array([bits[a[i : i + length]].sum() for i, _, length in ends])
    return Runs(
        np.concatenate((runs.a, at_a)),
        np.concatenate((runs.b, at_b)),
        np.concatenate((runs.length, lengths)),
        np.concatenate((runs.weight, weight)),
    )


def find_self_runs(ids: Ints, bits: Floats) -> Runs:
    """Return the runs of one article against what comes later in it.

    Linking next occurrences only keeps even one word a million times linear.
    """
    size = len(bits)
    keys, first, step = _pairs(ids, np.bincount(ids, minlength=size) > 1, size)
    keys, order = arrays.sort_with_places(keys)
    first, step = first[order], step[order]
    before, after = [], []
    for distance in range(1, min(NEXT, len(keys) - 1) + 1):
        equal = np.flatnonzero(keys[distance:] == keys[:-distance])
        before.append(equal)
        after.append(equal + distance)
    if not before:
        before, after = [np.zeros(0, dtype=np.int64)], [np.zeros(0, dtype=np.int64)]
    p, q = np.concatenate(before), np.concatenate(after)
    i = np.concatenate((first[p], first[p] + step[p]))
    j = np.concatenate((first[q], first[q] + step[q]))
    i, j = np.minimum(i, j), np.maximum(i, j)
    return _join(i[i < j], j[i < j], ids, bits, chance=len(ids) ** 2)


def _pairs(ids: Ints, wanted: npt.NDArray[np.bool_], size: int) -> tuple[Ints, Ints, Ints]:
    """Return the keys of all pairs of wanted words, their first places and their steps."""
    keys, firsts, steps = [], [], []
    mask = wanted[ids]
    for step in STEPS:
        first = np.flatnonzero(mask[:-step] & mask[step:])
        keys.append(ids[first] * size + ids[first + step])
        firsts.append(first)
        steps.append(np.full(len(first), step))
    return np.concatenate(keys), np.concatenate(firsts), np.concatenate(steps)


def _join(i: Ints, j: Ints, a: Ints, bits: Floats, *, chance: int) -> Runs:
    """Join points (i, j) that follow each other on a diagonal.

    A run that tells little is left out: in articles of 1,000 words one of less than 6 bits, such as
    two of the commonest words. The longer the articles, the more of them meet by chance.
    """
    length = len(a)
    stride = length + 2
    points = arrays.unique((j - i + length) * stride + i)
    breaks = np.flatnonzero(np.diff(points, prepend=-2) != 1)
    lengths = np.diff(np.append(breaks, len(points)))
    first = points[breaks]
    at_a = first % stride
    at_b = first // stride - length + at_a
    sums = np.concatenate(([0.0], np.cumsum(bits[a])))
    weight = sums[at_a + lengths] - sums[at_a]
    kept = weight >= math.log2(max(chance, 2)) / 2 - 4
    return Runs(at_a[kept], at_b[kept], lengths[kept], weight[kept])
