"""How much of an article comes from the other: one number for each, 0 to 1.

Rule: the mean of three shares, each of which sees reuse that the others miss. *Order*: the words of
the longest common subsequence; a report that was cut and edited keeps it. *Letters*: runs of
`SHORT` letters, word borders aside, each counted as often as the other article has it; they see
through inflection and through words written apart or together. *Stretches*: the letters that stand
in runs of `LONG` letters that the other article has; there chance is rare. What articles on unlike
matters share by chance is taken off (`CHANCE`).

Coverage says what stands in passages; this says how much was used, passages or not.

Limits: the share is of words and letters, not of facts. In scripts without spaces a letter tells as
much as a word of others, so the numbers are lower there for the same reuse. Articles with more than
`MOST_STEPS` pairs of words are not put in order; words count instead.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import LCSseq

from dittomark.array_types import Ints
from dittomark.compare import arrays

Letters = npt.NDArray[np.uint32]

SHORT: Final = 4  # letters; of 3 to 12, what parts derived reports from others best (COUNTER)
LONG: Final = 8  # letters; likewise, together with `SHORT`
# What two articles on different matters share is this times the root of the words of the other:
# .06 of 100 words, .10 of 300, .19 of 1,000, .33 of 3,000 (medians, Bengali, English, Indonesian).
CHANCE: Final = 0.006
LEAST_WORDS: Final = 300  # shorter articles count as this long: of them chance says too little
MOST_CHANCE: Final = 0.6
MOST_STEPS: Final = 2_500_000_000  # two articles of 50,000 words: 0.3 s


def shares_derived(
    ids: tuple[Sequence[int], Sequence[int]], keys: Sequence[str]
) -> tuple[float, float]:
    """Return the share of article a that comes from b, and of b from a.

    `ids` are the words of both as numbers, `keys` what each number is.
    """
    a, b = ids
    if not a or not b:
        return 0.0, 0.0
    if a == b:
        return 1.0, 1.0
    ordered = _words_in_order(a, b)
    letters = tuple(_letters(words, keys) for words in ids)
    short = _runs_shared(letters, SHORT)
    long = _letters_in_runs(letters, LONG)
    found = []
    for side, words, others in ((0, a, b), (1, b, a)):
        alike = (ordered / len(words) + short[side] + long[side]) / 3
        chance = min(CHANCE * max(len(others), LEAST_WORDS) ** 0.5, MOST_CHANCE)
        found.append(round(min(max((alike - chance) / (1 - chance), 0.0), 1.0), 4))
    return found[0], found[1]


def _words_in_order(a: Sequence[int], b: Sequence[int]) -> int:
    if len(a) * len(b) <= MOST_STEPS:
        return LCSseq.similarity(a, b)
    words = 1 + max(*a, *b)
    counts = [np.bincount(side, minlength=words) for side in (a, b)]
    return int(np.minimum(*counts).sum())


def _letters(words: Sequence[int], keys: Sequence[str]) -> Letters:
    """Return the letters of all words, one after another, as code points."""
    text = "".join([keys[word] for word in words])
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)


def _prints(letters: tuple[Letters, ...], size: int) -> tuple[Ints, Ints, int]:
    """Return a number for every run of so many letters, in order, and where it starts.

    The runs of the second article count on from those of the first, whose number comes last.
    """
    every = np.concatenate(letters)
    count = max(len(letters[0]) - size + 1, 0), max(len(letters[1]) - size + 1, 0)
    if not sum(count):
        nothing = np.zeros(0, dtype=np.int64)
        return nothing, nothing, 0
    last = len(every) - size + 1
    mixed = np.zeros(last, dtype=np.uint64)
    for step in range(size):
        mixed *= np.uint64(0x9E3779B97F4A7C15)  # 2^64 over the golden ratio: it spreads the bits
        mixed += every[step : last + step]
    first = mixed[: count[0]], mixed[last - count[1] :]
    width = sum(count).bit_length()
    numbers = np.concatenate(first)
    del mixed, first
    numbers >>= np.uint64(2 + width)
    return *arrays.sort_with_places(numbers.view(np.int64)), count[0]


def _runs_shared(letters: tuple[Letters, ...], size: int) -> tuple[float, float]:
    """Return, for each article, the share of its runs of letters that the other has as often."""
    numbers, places, in_a = _prints(letters, size)
    in_b = len(places) - in_a
    if not in_a or not in_b:
        return 0.0, 0.0
    begins = np.flatnonzero(arrays.borders(numbers))
    of_a = np.add.reduceat(places < in_a, begins, dtype=np.int64)
    both = int(np.minimum(of_a, arrays.stretches(begins, len(places)) - of_a).sum())
    return both / in_a, both / in_b


def _letters_in_runs(letters: tuple[Letters, ...], size: int) -> tuple[float, float]:
    """Return, for each article, the share of its letters that stand in runs the other has too."""
    numbers, places, in_a = _prints(letters, size)
    if not 0 < in_a < len(places):
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
