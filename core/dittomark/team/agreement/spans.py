"""Agreement on spans: F1 by borders and by characters, and alpha for unitizing.

Krippendorff, K., Mathet, Y., Bouvry, S. and Widlöcher, A. (2016). On the reliability of unitizing
textual continua: further developments. Their |uα compares the annotators' units by the lengths of
their intersections, which is alpha over characters; here a whole stretch without a border of any
annotator is one weighted unit.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from dittomark.team.agreement import measures
from dittomark.team.agreement.results import SpanAgreement, SpanPair
from dittomark.team.opinions import Mark
from dittomark.texts.segmentation import Stretch

if TYPE_CHECKING:
    from dittomark.structures.array_types import Floats


@dataclass(frozen=True)
class MarkedArticle:
    """One article: its length, and the marks of everybody who worked on it (possibly none)."""

    length: int
    marks: Mapping[str, frozenset[Mark]]


def span_agreement(
    articles: Sequence[MarkedArticle], *, seed: int = 0, resamples: int = measures.RESAMPLES
) -> SpanAgreement | None:
    """Return the agreement of annotators; None unless two of them worked on the same article."""
    shared = [article for article in articles if len(article.marks) >= 2]
    if not shared:
        return None
    annotators = sorted({annotator for article in shared for annotator in article.marks})
    labels = sorted({m[2] for article in shared for s in article.marks.values() for m in s})
    everyone = list(combinations(annotators, 2))
    pairs = [_pair(shared, first, second) for first, second in everyone]
    return SpanAgreement(
        len(shared),
        tuple(annotators),
        tuple(pair for pair in pairs if pair.articles),
        {label: _summed(shared, everyone, "", label=label) for label in labels},
        {
            annotator: _summed(shared, [pair for pair in everyone if annotator in pair], annotator)
            for annotator in annotators
        },
        _alpha(shared, [], seed, resamples),
        _alpha(shared, labels, seed, resamples),
    )


@dataclass
class _Sums:
    """The sums behind F1: matches, marks of the first, marks of the second."""

    exact: list[float]
    borders: list[float]
    characters: list[float]
    articles: int = 0

    def add(self, first: frozenset[Mark], second: frozenset[Mark]) -> None:
        self.articles += 1
        places = ({mark[:2] for mark in marks} for marks in (first, second))
        a, b = places
        for sums, numbers in (
            (self.exact, (len(first & second), len(first), len(second))),
            (self.borders, (len(a & b), len(a), len(b))),
            (self.characters, _characters(first, second)),
        ):
            for place, number in enumerate(numbers):
                sums[place] += number


def _pair(
    articles: Iterable[MarkedArticle], first: str, second: str, *, label: str | None = None
) -> SpanPair:
    return _summed(articles, [(first, second)], first, second, label=label)


def _summed(
    articles: Iterable[MarkedArticle],
    pairs: Sequence[tuple[str, str]],
    first: str,
    second: str = "",
    *,
    label: str | None = None,
) -> SpanPair:
    """Return F1 over all articles and all these pairs of annotators, for one label or for all."""
    sums = _Sums([0, 0, 0], [0, 0, 0], [0, 0, 0])
    for article in articles:
        marks = {
            annotator: own if label is None else frozenset(mark for mark in own if mark[2] == label)
            for annotator, own in article.marks.items()
        }
        for a, b in pairs:
            if a in marks and b in marks:
                sums.add(marks[a], marks[b])
    return SpanPair(
        first,
        second,
        sums.articles,
        measures.f1(*sums.exact),
        measures.f1(*sums.borders),
        measures.f1(*sums.characters),
    )


def _characters(first: frozenset[Mark], second: frozenset[Mark]) -> tuple[int, int, int]:
    """Return the numbers of characters with the same label in both, in the first, in the second."""
    met = 0
    sizes = [0, 0]
    for label in {mark[2] for mark in first | second}:
        own = [_joined(mark for mark in marks if mark[2] == label) for marks in (first, second)]
        for place, stretches in enumerate(own):
            sizes[place] += sum(end - start for start, end in stretches)
        met += _overlap(*own)
    return met, sizes[0], sizes[1]


def _joined(marks: Iterable[Mark]) -> list[Stretch]:
    """Return the stretches that the marks cover, sorted, none touching another."""
    stretches: list[Stretch] = []
    for start, end, _ in sorted(marks):
        if stretches and start <= stretches[-1][1]:
            stretches[-1] = (stretches[-1][0], max(end, stretches[-1][1]))
        else:
            stretches.append((start, end))
    return stretches


def _overlap(first: list[Stretch], second: list[Stretch]) -> int:
    total = i = j = 0
    while i < len(first) and j < len(second):
        total += max(0, min(first[i][1], second[j][1]) - max(first[i][0], second[j][0]))
        if first[i][1] < second[j][1]:
            i += 1
        else:
            j += 1
    return total


# --- alpha over characters -----------------------------------------------------------------------


def _alpha(
    articles: Sequence[MarkedArticle], labels: Sequence[str], seed: int, resamples: int
) -> measures.Estimate:
    """Return alpha over characters; without labels, of "in a span" against "in a gap".

    The interval resamples articles, because characters of one article are not independent.
    """
    import numpy as np

    units = np.array([article_coincidences(article, labels) for article in articles])
    value = float(measures.alpha_of(units.sum(axis=0)))
    if np.isnan(value):
        return measures.Estimate(None, units=len(articles))
    low, high = measures.interval(units, level="nominal", seed=seed, resamples=resamples)
    return measures.Estimate(value, low, high, len(articles))


def article_coincidences(article: MarkedArticle, labels: Sequence[str]) -> "Floats":
    """Return the coincidences of categories, in characters, over all annotators.

    Category 0 is the gap. If one annotator's spans overlap, the one that begins last counts.
    """
    import numpy as np

    numbers = {label: place for place, label in enumerate(labels, start=1)}
    size = len(labels) + 1 if labels else 2
    borders = {0, article.length}
    for marks in article.marks.values():
        borders.update(border for start, end, _ in marks for border in (start, end))
    edges = sorted(borders)
    counts = np.zeros((len(edges) - 1, size))
    for marks in article.marks.values():
        category = _categories(edges, marks, numbers)
        counts[np.arange(len(edges) - 1), category] += 1
    lengths = np.array([end - start for start, end in pairwise(edges)], dtype=float)
    result: Floats = (measures.coincidences(counts) * lengths[:, None, None]).sum(axis=0)
    return result


def _categories(edges: list[int], marks: frozenset[Mark], numbers: Mapping[str, int]) -> list[int]:
    """Return the category of each stretch between two edges."""
    place = {edge: number for number, edge in enumerate(edges)}
    category = [0] * (len(edges) - 1)
    for start, end, label in sorted(marks):
        for stretch in range(place[start], place[end]):
            category[stretch] = numbers.get(label, 1)
    return category
