"""What passages between real articles are like: where they end, their numbers, terms and repeats.

Usage: python -m tests.benchmarks.reuse_passages      (a few seconds; `reuse` prints it too)

Data: all pairs of the development halves of COUNTER, Clough and Stevenson, PAN 2013 and the Indonesian
cases, in the folder that DITTOMARK_BENCHMARKS names (default ../shared/benchmarks).
"""

import gzip
import json
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from typing import Final

from tests.benchmarks.align import FOLDER

from dittomark.compare import Comparison, Passage, Repeat, compare
from dittomark.compare.common_words import COMMON_WORDS
from dittomark.texts.fold import keys
from dittomark.texts.segmentation import sentences, words

CLOSE: Final = 0.85  # similarity of a close copy
STEPS: Final = 2  # words between an end and a border that would be taken for carelessness
SHORT: Final = 8  # words of a repeat

Pair = tuple[str, str]


def pairs() -> Iterator[Pair]:
    """Yield the two texts of every pair of the four sets."""
    for name in ("counter", "clough", "pan13"):
        path = FOLDER.parent / "reuse" / f"{name}_dev.json.gz"
        with gzip.open(path, "rt", encoding="utf-8") as stream:
            yield from ((row["A"], row["B"]) for row in json.load(stream))
    for row in json.loads((FOLDER / "real_dev.json").read_text("utf-8")):
        yield row["A"], row["B"]


class _Borders:
    """How many words of an article stand between an offset and the borders of its sentence."""

    def __init__(self, text: str) -> None:
        self._words = [start for start, _ in words(text)]
        self._sentences = [start for start, _ in sentences(text)]

    def before(self, offset: int) -> int:
        first = self._sentences[bisect_right(self._sentences, offset) - 1]
        return self._count(first, offset)

    def after(self, offset: int) -> int:
        number = bisect_right(self._sentences, offset - 1)
        if number == len(self._sentences):
            return len(self._words) - bisect_right(self._words, offset - 1)
        return self._count(offset, self._sentences[number])

    def _count(self, start: int, end: int) -> int:
        return bisect_right(self._words, end - 1) - bisect_right(self._words, start - 1)


def stops_short(passage: Passage, borders: tuple[_Borders, _Borders]) -> bool:
    """Return whether an end is at most `STEPS` words from a border on both sides, but not there."""
    a, b = borders
    ends = (
        (a.before(passage.a.start), b.before(passage.b.start)),
        (a.after(passage.a.end), b.after(passage.b.end)),
    )
    return any(0 < max(steps) <= STEPS for steps in ends)


def has_a_number_through_weak_ones(found: Comparison) -> bool:
    """Return whether strong passages with one number do not overlap, one after another."""
    strong = [one for one in found.passages if not one.weak]
    for number in {one.group for one in strong}:
        inside = [one for one in strong if one.group == number]
        reached, rest = inside[:1], inside[1:]
        for one in reached:  # grows while it is walked
            near = [other for other in rest if _overlap(one, other)]
            reached += near
            rest = [other for other in rest if other not in near]
        if rest:
            return True
    return False


def _overlap(one: Passage, other: Passage) -> bool:
    return any(p.start < q.end and q.start < p.end for p, q in ((one.a, other.a), (one.b, other.b)))


def _lies_in(one: Repeat, other: Repeat) -> bool:
    return all(any(p[0] <= q[0] and q[1] <= p[1] for p in other.places) for q in one.places)


def count() -> Counter[str]:
    """Return how often each thing was found, and among how many."""
    counted: Counter[str] = Counter()
    for texts in pairs():
        found = compare(*texts).complete()
        counted["pairs"] += 1
        borders = (_Borders(texts[0]), _Borders(texts[1]))
        strong = [one for one in found.passages if not one.weak]
        for one in strong:
            if one.similarity >= CLOSE and one.kind != "summary":
                counted["close copies"] += 1
                counted["close copies that stop short"] += stops_short(one, borders)
        if len(strong) > 1:
            counted["pairs of several passages"] += 1
            counted["pairs with a number through weak ones"] += has_a_number_through_weak_ones(
                found
            )
        for term in found.shared_terms:
            counted["terms"] += 1
            counted["common terms"] += set(keys(term.term.split())) <= COMMON_WORDS
        for article, text in zip(found.articles, texts, strict=True):
            counted["repeats"] += len(article.repeats)
            counted["short repeats"] += sum(
                min(len(words(text[start:end])) for start, end in one.places) < SHORT
                for one in article.repeats
            )
            counted["repeats in another"] += len(
                {
                    k
                    for k, n in combinations(range(len(article.repeats)), 2)
                    if _lies_in(article.repeats[k], article.repeats[n])
                }
                | {
                    n
                    for k, n in combinations(range(len(article.repeats)), 2)
                    if _lies_in(article.repeats[n], article.repeats[k])
                }
            )
    return counted


def main() -> None:
    n = count()
    print(f"Counted on {n['pairs']} pairs")
    for label, bad, all_of_them in (
        (
            f"close copies that stop {STEPS} words or fewer before a border of both articles",
            "close copies that stop short",
            "close copies",
        ),
        (
            "pairs of several passages in which different ones have one number through a weak one",
            "pairs with a number through weak ones",
            "pairs of several passages",
        ),
        ("shared terms of common words alone", "common terms", "terms"),
        (f"repeats of fewer than {SHORT} words", "short repeats", "repeats"),
        ("repeats that lie in another one at every place", "repeats in another", "repeats"),
    ):
        print(f"    {n[bad]:6,} of {n[all_of_them]:6,}  {label}")


if __name__ == "__main__":
    main()
