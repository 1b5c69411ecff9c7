"""How much of an article comes from the other: one number for each, 0 to 1.

Rule: the mean of four shares, each of which sees reuse that the others miss. *Order*: the words of
the longest common subsequence; a report that was cut and edited keeps it. *Words*: those that not
every article of a language uses (`common_words`), wherever they stand. *Letters*: runs of `SHORT`
letters, word borders aside, each counted as often as the other article has it; they see through
inflection and through words written apart or together. *Stretches*: the letters that stand in runs
of `LONG` letters that the other article has; there chance is rare. What articles on unlike matters
share by chance is taken off (`CHANCE`).

What was copied counts in full, what was reworded for less: of words that the other article has,
those that stand in no three words running with it count `REWORDED`.

Coverage says what stands in passages; this says how much was used, passages or not.

Limits: the share is of words and letters, not of facts. In scripts without spaces a letter tells as
much as a word of others, so the numbers are lower there for the same reuse. Articles with more than
`MOST_STEPS` pairs of words are not put in order; words count instead.
"""

from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import LCSseq

from dittomark.compare import arrays, steps
from dittomark.compare.common_words import COMMON_WORDS
from dittomark.structures.array_types import Ints

if steps.COMPILED:
    from dittomark.compare import _derived

Letters = npt.NDArray[np.uint32] | npt.NDArray[np.uint64]
Mixed = npt.NDArray[np.uint64]

# Letters. Of 3 to 20, what tells the classes of COUNTER and of Clough and Stevenson best together
# (`tests/benchmarks/reuse.py`); a step to either side changes the area under the curve by .005.
SHORT: Final = 4
LONG: Final = 9
RUNNING: Final = 3  # words
# 1 tells derived reports from others .003 better (area under the curve), and how far answers were
# reworded .11 worse (macro-F1 of four classes); .5 and .6 tell both alike.
REWORDED: Final = 0.6
# What two articles on different matters share is this times the root of the words of the other:
# .05 to .08 of 300 words, .14 to .18 of 1,000, .24 to .30 of 3,000 (medians, Bengali, English,
# Indonesian).
CHANCE: Final = 0.0055
LEAST_WORDS: Final = 300  # shorter articles count as this long: of them chance says too little
# A judgement, from 12,000 words a side on: the measured shares end at 3,000 words, and a share beyond
# chance must stay one.
MOST_CHANCE: Final = 0.6
LEAST_SHARE: Final = 0.02  # of words in common, from which on it is asked how they stand
MOST_STEPS: Final = 2_500_000_000  # two articles of 50,000 words: 0.3 s


def shares_derived(ids: tuple[Ints, Ints], keys: list[str]) -> tuple[float, float]:
    """Return the share of article a that comes from b, and of b from a.

    `ids` are the words of both as numbers, `keys` what each number is.
    """
    a, b = ids
    if not len(a) or not len(b):
        return 0.0, 0.0
    if np.array_equal(a, b):
        return 1.0, 1.0
    both = (shared_by_compiled_code if steps.COMPILED else shared_by_rules)(ids, keys)
    found = []
    for side, own, others in ((0, a, b), (1, b, a)):
        order = both.ordered / len(own)
        alike = (order + both.rare[side] + both.short[side] + both.long[side]) / 4
        chance = min(CHANCE * max(len(others), LEAST_WORDS) ** 0.5, MOST_CHANCE)
        share = min(max((alike - chance) / (1 - chance), 0.0), 1.0)
        copied = min(both.running[side] / max(both.words[side], LEAST_SHARE), 1.0)
        found.append(round(share * (REWORDED + (1 - REWORDED) * copied), 4))
    return found[0], found[1]


class Shared(NamedTuple):
    """What two articles share: `ordered` words, and shares of a and of b.

    `words` are all words, `rare` those that are not common, `short` runs of letters, `long` letters
    that stand in long runs, `running` words that stand in a row with others.
    """

    ordered: int
    words: tuple[float, float]
    rare: tuple[float, float]
    short: tuple[float, float]
    long: tuple[float, float]
    running: tuple[float, float]


def shared_by_compiled_code(ids: tuple[Ints, Ints], keys: list[str]) -> Shared:
    """Return what `shared_by_rules` does; `_derived.c` has the same rules."""
    common = bytes(map(COMMON_WORDS.__contains__, keys))
    in_order = len(ids[0]) * len(ids[1]) <= MOST_STEPS
    sizes = SHORT, LONG, RUNNING
    return Shared(*_derived.shared(ids, keys, common, sizes, arrays.SPREAD, in_order))


def shared_by_rules(ids: tuple[Ints, Ints], keys: list[str]) -> Shared:
    """Return what two articles share, from what `shares_derived` is given."""
    a, b = (of_one.tolist() for of_one in ids)
    counts = np.bincount(ids[0], minlength=len(keys)), np.bincount(ids[1], minlength=len(keys))
    uncommon = ~np.fromiter(map(COMMON_WORDS.__contains__, keys), dtype=bool, count=len(keys))
    letters = _letters(a, keys), _letters(b, keys)
    return Shared(
        ordered=_words_in_order(a, b, counts),
        words=_words_shared(*counts),
        rare=_words_shared(counts[0][uncommon], counts[1][uncommon]),
        short=_runs_shared(letters, SHORT),
        long=_letters_in_runs(letters, LONG),
        running=_runs_shared((ids[0].view(np.uint64), ids[1].view(np.uint64)), RUNNING),
    )


def _words_shared(a: Ints, b: Ints) -> tuple[float, float]:
    """Return, for each article, the share of its words that the other has as often.

    `a` and `b` say how often each word stands in either.
    """
    both = int(np.minimum(a, b).sum())
    return both / max(int(a.sum()), 1), both / max(int(b.sum()), 1)


def _words_in_order(a: Sequence[int], b: Sequence[int], counts: tuple[Ints, Ints]) -> int:
    if len(a) * len(b) <= MOST_STEPS:
        return LCSseq.similarity(a, b)
    return int(np.minimum(*counts).sum())


def _letters(words: Sequence[int], keys: Sequence[str]) -> Letters:
    """Return the letters of all words, one after another, as code points."""
    text = "".join([keys[word] for word in words])
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)


def _prints(letters: tuple[Letters, ...], size: int) -> tuple[Ints, Ints, tuple[int, int]]:
    """Return a number for every run of so many letters, in order, and where it starts.

    The runs of the second article count on from those of the first; how many either has comes last.
    Most of those that the other article does not have are left out.
    """
    count = max(len(letters[0]) - size + 1, 0), max(len(letters[1]) - size + 1, 0)
    if not all(count):
        nothing = np.zeros(0, dtype=np.int64)
        return nothing, nothing, count
    mixed = _mixed(np.concatenate(letters).astype(np.uint64), size)
    a, b = mixed[: count[0]], mixed[len(mixed) - count[1] :]
    width = sum(count).bit_length()
    at_a, at_b = arrays.met_in_both(a, b)
    numbers = np.concatenate((a[at_a], b[at_b]))
    del mixed, a, b
    numbers >>= np.uint64(2 + width)
    ordered, order = arrays.sort_with_places(numbers.view(np.int64))
    return ordered, np.concatenate((at_a, at_b + count[0]))[order], count


def _mixed(letters: Mixed, size: int) -> Mixed:
    """Return, for every run of so many letters, the sum of the letters times powers of `SPREAD`.

    The run of twice the size is made of two, so that long ones take few steps.
    """
    one = letters * np.uint64(arrays.SPREAD)
    found, length = one, 1
    for bit in f"{size:b}"[1:]:
        found = found[:-length] * np.uint64(arrays.SPREAD**length % 2**64) + found[length:]
        length *= 2
        if bit == "1":
            found = found[:-1] * np.uint64(arrays.SPREAD) + one[length:]
            length += 1
    return found


def _runs_shared(letters: tuple[Letters, ...], size: int) -> tuple[float, float]:
    """Return, for each article, the share of its runs of letters that the other has as often."""
    numbers, places, (in_a, in_b) = _prints(letters, size)
    if not len(places):
        return 0.0, 0.0
    begins = np.flatnonzero(arrays.borders(numbers))
    of_a = np.add.reduceat(places < in_a, begins, dtype=np.int64)
    both = int(np.minimum(of_a, arrays.stretches(begins, len(places)) - of_a).sum())
    return both / in_a, both / in_b


def _letters_in_runs(letters: tuple[Letters, ...], size: int) -> tuple[float, float]:
    """Return, for each article, the share of its letters that stand in runs the other has too."""
    numbers, places, (in_a, _) = _prints(letters, size)
    if not len(places):
        return 0.0, 0.0
    begins = np.flatnonzero(arrays.borders(numbers))
    sizes = arrays.stretches(begins, len(places))
    of_a = np.add.reduceat(places < in_a, begins, dtype=np.int64)
    shared = places[np.repeat((of_a > 0) & (of_a < sizes), sizes)]
    in_runs = []
    for own, starts in zip(
        letters, (shared[shared < in_a], shared[shared >= in_a] - in_a), strict=True
    ):
        steps = np.zeros(len(own) + 1, dtype=np.int64)
        steps[starts] += 1
        steps[starts + size] -= 1
        in_runs.append(int(np.count_nonzero(np.cumsum(steps)[:-1])) / len(own))
    return in_runs[0], in_runs[1]
