"""Sorting helpers for integer arrays: one fast sort instead of several slow ones.

numpy sorts plain integers with vector instructions, several times faster than it computes a sorting
order (argsort) or unique values. So a value and its index are packed into one integer, and these
are sorted.
"""

from typing import Final

import numpy as np
import numpy.typing as npt

from dittomark.structures.array_types import Bools, Ints

Mixed = npt.NDArray[np.uint64]

# 2^64 divided by the golden ratio: in a product with it, the low bits of a number affect all high
# bits (Fibonacci hashing).
SPREAD: Final = 0x9E3779B97F4A7C15
# A hash table has 2^ROOM slots for each number, so that one number in sixteen collides by chance.
ROOM: Final = 4


def is_equal(one: Ints, other: Ints) -> bool:
    """Return whether two arrays hold the same numbers; those of other lengths are not looked at."""
    return len(one) == len(other) and bool((one == other).all())


def met_in_both(a: Mixed, b: Mixed) -> tuple[Ints, Ints]:
    """Return the indices of all numbers that both arrays contain, and of few others.

    This filter is faster than a sort, and leaves few numbers to sort. It compares hashes: the
    numbers must differ in their high bits. Numbers of only one array pass where their hashes
    collide.
    """
    bits = max(len(a), len(b)).bit_length() + ROOM
    low = np.uint64(64 - bits)
    in_a, in_b = (a >> low).view(np.int64), (b >> low).view(np.int64)
    of_a, of_b = np.zeros(1 << bits, dtype=bool), np.zeros(1 << bits, dtype=bool)
    of_a[in_a] = of_b[in_b] = True
    return np.flatnonzero(of_b[in_a]), np.flatnonzero(of_a[in_b])


def sort_with_places(values: Ints) -> tuple[Ints, Ints]:
    """Return the values in ascending order and the former index of each; the sort is stable.

    Values must not be negative.
    """
    width = max(len(values), 1).bit_length()
    if len(values) and int(values.max()) >= 1 << (62 - width):
        order = np.argsort(values, kind="stable")
        return values[order], order
    packed = np.sort((values << width) | np.arange(len(values)))
    return packed >> width, packed & ((1 << width) - 1)


def unique(values: Ints) -> Ints:
    """Return the distinct values in ascending order."""
    ordered = np.sort(values)
    return ordered[np.flatnonzero(borders(ordered))]


def borders(ordered: Ints) -> Bools:
    """Return, for sorted values, a mask that is true at the first of each run of equal values."""
    begins = np.ones(len(ordered), dtype=bool)
    np.not_equal(ordered[1:], ordered[:-1], out=begins[1:])
    return begins


def stretches(begins: Ints, end: int) -> Ints:
    """Return the distance from each begin to the next, and from the last begin to `end`."""
    lengths = np.empty_like(begins)
    np.subtract(begins[1:], begins[:-1], out=lengths[:-1])
    lengths[-1:] = end - begins[-1:]
    return lengths


def ranges(begins: Ints, counts: Ints) -> Ints:
    """Return, for every k, the `counts[k]` integers from `begins[k]` on, concatenated."""
    before = np.cumsum(counts) - counts
    numbers: Ints = np.arange(int(counts.sum())) + np.repeat(begins - before, counts)
    return numbers


def meet(a: Ints, b: Ints, *, most: int) -> tuple[Ints, Ints]:
    """Return all pairs of indices `(i, j)` with a[i] == b[j]; both arrays must be sorted.

    A value that would give more than `most` pairs gives none.
    """
    first_a, first_b = np.flatnonzero(borders(a)), np.flatnonzero(borders(b))
    count_a, count_b = stretches(first_a, len(a)), stretches(first_b, len(b))
    values_a, values_b = a[first_a], b[first_b]
    at = np.searchsorted(values_b, values_a)
    at[at == len(values_b)] = 0
    both = np.flatnonzero((values_a == values_b[at]) & (count_a * count_b[at] <= most))
    at = at[both]
    return product(first_a[both], count_a[both], first_b[at], count_b[at])


def product(first_a: Ints, count_a: Ints, first_b: Ints, count_b: Ints) -> tuple[Ints, Ints]:
    """Return, for every k, all pairs of `count_a[k]` integers from `first_a[k]` on and of b's."""
    pairs = count_a * count_b
    group = np.repeat(np.arange(len(pairs)), pairs)
    step = np.arange(len(group)) - np.repeat(np.cumsum(pairs) - pairs, pairs)
    in_a, in_b = np.divmod(step, count_b[group])
    return first_a[group] + in_a, first_b[group] + in_b
