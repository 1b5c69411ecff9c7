"""Two articles as a row of numbers: several measures of how much of either occurs in the other.

The numbers describe the shorter and the longer of the two articles, not the first and the second:
the guess doesn't depend on their order. No single measure distinguishes a rewritten report from an
independent one (on COUNTER the best alone reaches an AUC of .86): equal words in equal order, equal
phrases and copied whole sentences each contribute information.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Final

import numpy as np
from rapidfuzz.distance import LCSseq

from dittomark.compare.common_words import COMMON_WORDS
from dittomark.compare.derived import shares_derived
from dittomark.compare.tokenised import Read
from dittomark.compare.tokens import Tokens, tokenise
from dittomark.compare.traits import Keys
from dittomark.structures.array_types import Ints

RUNS: Final = (8, 12)
"""Lengths of letter runs that are searched in the other article. Of 5 to 32, 8 is the best alone
(COUNTER, AUC .86), and 12 adds most to it (`tests/benchmarks/fit_guess.py`)."""
LETTERS: Final = 4
"""Length of the letter runs that are counted: they match inflections, as in `compare.derived`."""
MOST_WORDS: Final = 5_000
"""Of longer articles the beginning is compared: twenty minutes' reading, and 60 ms per pair."""
MOST_RUN: Final = 100
"""Words in a run; a longer copied stretch adds no information."""
MOST_SENTENCES: Final = 60
"""A judgement: an article of news; of longer ones the first sixty are searched in the other."""
LEAST_SENTENCE: Final = 4
"""Words: shorter ones ("He agreed.") occur in every article."""
_FAR_DAYS: Final = 14.0  # a judgement, as in `same_event`: the fitted guess takes it as it is
_SPREAD: Final = np.uint64(0x9E3779B97F4A7C15)  # 2^64 over the golden ratio

NAMES: Final = (
    "derived_short", "derived_long",
    "words_short", "words_long", "pairs_long", "order_short", "order_long",
    "uncommon_long", "letters4_long",
    "runs8_short", "runs8_long", "runs12_long",
    "sentences_short", "sentences_long", "longest_run",
    "length_ratio", "contained", "both",
    "same_source", "days_apart", "dated",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Likeness:
    """The comparison of two articles: `row` in the order of `NAMES`.

    `derived` are the shares of the first in the second and of the second in the first; `equal` is
    true if they have the same words in the same order.
    """

    row: tuple[float, ...]
    derived: tuple[float, float]
    equal: bool


def likeness(
    a: str,
    b: str,
    *,
    sources: tuple[str, str] = ("", ""),
    dates: tuple[str, str] = ("", ""),
) -> Likeness:
    """Compare two articles without their boilerplate. `dates` are ISO 8601 or empty."""
    tokens, keys = tokenise((a, b))
    read = [Read(text, one) for text, one in zip((a, b), tokens, strict=True)]
    numbers = [one.numbers[:MOST_WORDS] for one in tokens]
    ids = tokens[0].ids[:MOST_WORDS], tokens[1].ids[:MOST_WORDS]
    derived = shares_derived(ids, Keys(keys))
    short, long = sorted((0, 1), key=lambda side: (len(numbers[side]), numbers[side]))
    row = {"derived_short": derived[short], "derived_long": derived[long]}
    sizes = [max(1, len(numbers[side])) for side in (short, long)]
    common = (Counter(numbers[0]) & Counter(numbers[1])).total()
    in_order = LCSseq.similarity(numbers[0], numbers[1])
    for name, size in zip(("short", "long"), sizes, strict=True):
        row[f"words_{name}"] = common / size
        row[f"order_{name}"] = in_order / size
    pairs = [Counter(pairwise(words)) for words in numbers]
    row["pairs_long"] = (pairs[0] & pairs[1]).total() / max(1, sizes[1] - 1)
    rare = [Counter(word for word in words if keys[word] not in COMMON_WORDS) for words in numbers]
    row["uncommon_long"] = (rare[0] & rare[1]).total() / max(1, rare[long].total())
    letters = [_letters(words, keys) for words in numbers]
    row["letters4_long"] = _as_often(letters[short], letters[long], LETTERS)
    covered = [_in_runs(letters[short], letters[long], size) for size in RUNS]
    row["runs8_short"], row["runs8_long"] = covered[0]
    row["runs12_long"] = covered[1][1]
    row["sentences_short"], row["sentences_long"] = _sentences(read[short], read[long])
    row["longest_run"] = float(np.log1p(_longest_run(*(np.array(words) for words in numbers))))
    row["length_ratio"] = float(np.log(sizes[0] / sizes[1]))
    row["contained"] = derived[short] - derived[long]
    row["both"] = float(np.sqrt(derived[short] * derived[long]))
    days = _days_apart(*dates)
    row["same_source"] = float(bool(sources[0]) and sources[0] == sources[1])
    row["days_apart"] = 0.0 if days is None else min(days, _FAR_DAYS) / _FAR_DAYS
    row["dated"] = float(days is not None)
    equal = bool(numbers[0]) and tokens[0].numbers == tokens[1].numbers
    return Likeness(tuple(round(float(row[name]), 5) for name in NAMES), derived, equal)


def _days_apart(a: str, b: str) -> int | None:
    try:
        return abs((date.fromisoformat(a[:10]) - date.fromisoformat(b[:10])).days)
    except ValueError:
        return None


def _letters(words: list[int], keys: list[str]) -> Ints:
    text = "".join([keys[word] for word in words])
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.int64)


def _in_runs(a: Ints, b: Ints, size: int) -> tuple[float, float]:
    """Return the share of either article's letters in runs that the other has too."""
    runs = [_runs(letters, size) for letters in (a, b)]
    shares = []
    for own, its, other in ((a, runs[0], runs[1]), (b, runs[1], runs[0])):
        known = np.flatnonzero(np.isin(its, other))
        steps = np.zeros(own.size + 1, np.int64)
        steps[known] += 1
        steps[known + size] -= 1
        shares.append(np.count_nonzero(np.cumsum(steps)[:-1]) / max(1, own.size))
    return shares[0], shares[1]


def _as_often(short: Ints, long: Ints, size: int) -> float:
    """Return the share of the runs of letters of the longer article that the other has as often."""
    known, of_short = np.unique(_runs(short, size), return_counts=True)
    its, of_long = np.unique(_runs(long, size), return_counts=True)
    both, at_short, at_long = np.intersect1d(known, its, assume_unique=True, return_indices=True)
    shared = int(np.minimum(of_short[at_short], of_long[at_long]).sum()) if both.size else 0
    return shared / max(1, int(of_long.sum()))


def _runs(letters: Ints, size: int) -> Ints:
    count = max(0, letters.size - size + 1)
    mixed = np.zeros(count, np.uint64)
    for step in range(size):
        mixed *= _SPREAD
        mixed += letters[step : step + count].astype(np.uint64) + np.uint64(1)
    return mixed.view(np.int64)


def _longest_run(a: Ints, b: Ints) -> int:
    """Return the number of words of the longest common stretch, at most `MOST_RUN`."""
    least, most = 0, min(a.size, b.size, MOST_RUN)
    while least < most:
        size = (least + most + 1) // 2
        if np.isin(_runs(a, size), _runs(b, size)).any():
            least = size
        else:
            most = size - 1
    return least


def _sentences(short: Read, long: Read) -> tuple[float, float]:
    """Return the share of each sentence in the most similar sentence of the other article.

    The mean over either article's words.
    """
    a, b = _bags(short), _bags(long)
    if not a or not b:
        a, b = [short.tokens.ids], [long.tokens.ids]
    width = 1 + max((int(bag.max()) for bag in (*a, *b) if bag.size), default=0)
    tables = [
        np.array([np.bincount(bag, minlength=width) for bag in bags], np.int16) for bags in (a, b)
    ]
    shares = []
    for own, other in ((tables[0], tables[1]), (tables[1], tables[0])):
        best = [int(np.minimum(other, row).sum(axis=1).max()) for row in own]
        shares.append(sum(best) / max(1, int(own.sum())))
    return shares[0], shares[1]


def _bags(read: Read) -> list[Ints]:
    tokens: Tokens = read.tokens
    borders = read.first_word[: MOST_SENTENCES + 1]
    bags = [tokens.ids[start:end] for start, end in pairwise(borders)]
    return [bag for bag in bags if bag.size >= LEAST_SENTENCE]
