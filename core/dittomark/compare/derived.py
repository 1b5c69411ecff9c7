"""The share of an article that is derived from another one: a number for each, 0 to 1.

Rule: the mean of four shares, each of which detects reuse that the others miss. *Order*: the words
of the longest common subsequence, which a report that was cut and edited preserves. *Words*: the
words that both articles have, without those that any article of a language uses (`common_words`),
in any order. *Letters*: n-grams of `SHORT` letters across word boundaries, each counted as often as
the other article has it; they match through inflection and through words written separately or
together. *Stretches*: the letters covered by shared n-grams of `LONG` letters, which rarely match
by chance. The share that articles on different matters have by chance is subtracted (`CHANCE`).

Copied words count in full, reworded ones less: shared words that are not part of a shared trigram
count `REWORDED`.

Coverage is the share in passages; this is the share used at all, in passages or not.

Limits: the share is of words and letters, not of facts. In scripts without spaces a letter carries
as much information as a word of other scripts, so the numbers are lower there for the same reuse.
For articles with more than `MOST_STEPS` pairs of words, shared words replace the longest common
subsequence.
"""

from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import LCSseq

from dittomark.compare import arrays, steps
from dittomark.compare.common_words import COMMON_WORDS
from dittomark.compare.traits import COMMON, Keys
from dittomark.structures.array_types import Ints

if steps.COMPILED:
    from dittomark.compare import _derived

Letters = npt.NDArray[np.uint32] | npt.NDArray[np.uint64]
Mixed = npt.NDArray[np.uint64]

# Letters. Of 3 to 20, the two that together distinguish best the classes of COUNTER and of Clough
# and Stevenson (`tests/benchmarks/reuse.py`); one letter more or less changes the area under the
# curve by .005.
SHORT: Final = 4
LONG: Final = 9
RUNNING: Final = 3  # words
# With 1, derived reports are distinguished from others .003 better (area under the curve), and
# degrees of rewording .11 worse (macro-F1 of four classes); .5 and .6 are equally good at both.
REWORDED: Final = 0.6
# The share that two articles on different matters have in common is this times the square root of
# the number of words of the other one: .05 to .08 at 300 words, .14 to .18 at 1,000, .24 to .30 at
# 3,000 (medians, Bengali, English, Indonesian).
CHANCE: Final = 0.0055
LEAST_WORDS: Final = 300  # shorter articles count as this long: chance varies too much below
# A judgement, reached at 12,000 words a side: shares were measured up to 3,000 words, and above
# that a share beyond chance must remain possible.
MOST_CHANCE: Final = 0.6
LEAST_SHARE: Final = 0.02  # of words in common; a smaller one counts as this when divided by
MOST_STEPS: Final = 2_500_000_000  # two articles of 50,000 words: 0.3 s


def shares_derived(ids: tuple[Ints, Ints], keys: Keys) -> tuple[float, float]:
    """Return the share of article a that comes from b, and of b from a.

    `ids` holds the word ids of both articles, `keys` the key of each id.
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
    """The overlap of two articles: a number of words (`ordered`), and shares of a and b.

    `words` counts all words, `rare` those that are not common, `short` n-grams of letters, `long`
    letters covered by shared long n-grams, `running` n-grams of words.
    """

    ordered: int
    words: tuple[float, float]
    rare: tuple[float, float]
    short: tuple[float, float]
    long: tuple[float, float]
    running: tuple[float, float]


def shared_by_compiled_code(ids: tuple[Ints, Ints], keys: Keys) -> Shared:
    """Return the result of `shared_by_rules`, by `_derived.c`."""
    in_order = len(ids[0]) * len(ids[1]) <= MOST_STEPS
    sizes = SHORT, LONG, RUNNING
    return Shared._make(_derived.shared(ids, keys.traits, COMMON, sizes, arrays.SPREAD, in_order))


def shared_by_rules(ids: tuple[Ints, Ints], of_ids: Keys) -> Shared:
    """Return the overlap of two articles, with the arguments of `shares_derived`."""
    keys = of_ids.texts
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
    """Return, for each article, the share of its words that the other one has as often.

    `a` and `b` are the counts of each word in the two articles.
    """
    both = int(np.minimum(a, b).sum())
    return both / max(int(a.sum()), 1), both / max(int(b.sum()), 1)


def _words_in_order(a: Sequence[int], b: Sequence[int], counts: tuple[Ints, Ints]) -> int:
    if len(a) * len(b) <= MOST_STEPS:
        return LCSseq.similarity(a, b)
    return int(np.minimum(*counts).sum())


def _letters(words: Sequence[int], keys: Sequence[str]) -> Letters:
    """Return the letters of all words, concatenated, as code points."""
    text = "".join([keys[word] for word in words])
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)


def _prints(letters: tuple[Letters, ...], size: int) -> tuple[Ints, Ints, tuple[int, int]]:
    """Return the hash of every n-gram of `size` letters, sorted, and the begin of each.

    Positions in the second article continue those in the first; the numbers of n-grams of both
    articles are returned last. Most n-grams that only one article has are left out.
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
    """Return a rolling hash of every n-gram: the sum of its letters times powers of `SPREAD`.

    A hash of twice the length is composed of two, so that long n-grams take few steps.
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
    """Return, for each article, the share of its n-grams that the other one has as often."""
    numbers, places, (in_a, in_b) = _prints(letters, size)
    if not len(places):
        return 0.0, 0.0
    begins = np.flatnonzero(arrays.borders(numbers))
    of_a = np.add.reduceat(places < in_a, begins, dtype=np.int64)
    both = int(np.minimum(of_a, arrays.stretches(begins, len(places)) - of_a).sum())
    return both / in_a, both / in_b


def _letters_in_runs(letters: tuple[Letters, ...], size: int) -> tuple[float, float]:
    """Return, for each article, the share of its letters that shared n-grams cover."""
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
