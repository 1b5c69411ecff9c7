"""Agreement on links: PlagDet of each annotator against each, F1, and kinds of matching links.

One annotator's links are the cases and the other's the detections (`dittomark.evaluating.plagdet`),
and vice versa: precision and recall are exchanged, granularity is not. Intervals are a bootstrap
over pairs of articles. Two links match if they overlap on both sides; each is matched once, those
with most characters in common first.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from dittomark.evaluating.plagdet import Quad, Score, Sums, meet, sums
from dittomark.structures.disjoint_sets import DisjointSets
from dittomark.team.agreement import measures
from dittomark.team.agreement.labels import Rating, label_agreement
from dittomark.team.agreement.measures import Estimate
from dittomark.team.agreement.results import LinkAgreement, LinkPair, LinkScore
from dittomark.team.opinions import LinkMark

if TYPE_CHECKING:
    from dittomark.structures.array_types import Floats


@dataclass(frozen=True)
class LinkedPair:
    """Two articles, and the links of everybody who worked on them (possibly none)."""

    name: str
    links: Mapping[str, frozenset[LinkMark]]


def link_agreement(
    linked: Sequence[LinkedPair],
    *,
    order: Sequence[str] = (),
    seed: int = 0,
    resamples: int = measures.RESAMPLES,
) -> LinkAgreement | None:
    """Return the agreement of annotators; None unless two of them worked on the same pair.

    `order` is the order of the kinds in the result.
    """
    shared = [pair for pair in linked if len(pair.links) >= 2]
    if not shared:
        return None
    annotators = sorted({annotator for pair in shared for annotator in pair.links})
    each = []
    for first, second in combinations(annotators, 2):
        both = [
            (pair.links[first], pair.links[second])
            for pair in shared
            if first in pair.links and second in pair.links
        ]
        if both:
            each.append(_two(first, second, both, seed, resamples))
    kinds = label_agreement(_kinds(shared), order=order, seed=seed)
    return LinkAgreement(len(shared), tuple(annotators), tuple(each), kinds)


# --- two annotators -------------------------------------------------------------------------------

Both = tuple[frozenset[LinkMark], frozenset[LinkMark]]


def _two(first: str, second: str, both: Sequence[Both], seed: int, resamples: int) -> LinkPair:
    import numpy as np

    quads = [(_quads(one), _quads(other)) for one, other in both]
    forward = [sums(one, other) for one, other in quads]
    backward = [sums(other, one) for one, other in quads]
    characters = np.array([_characters(one, other) for one, other in quads], dtype=float)
    exact = np.array(
        [(len({*one} & {*other}), len(one), len(other)) for one, other in quads], dtype=float
    )
    weights = _weights(len(both), seed, resamples)
    return LinkPair(
        first,
        second,
        len(both),
        _score(forward, weights),
        _score(backward, weights),
        _estimate(characters, weights, _f1),
        _estimate(exact, weights, _f1),
    )


def _quads(marks: Iterable[LinkMark]) -> list[Quad]:
    return sorted({mark[:4] for mark in marks})


def _weights(units: int, seed: int, resamples: int) -> "Floats":
    """Return the number of times that each unit is drawn in each resample."""
    import numpy as np

    random = np.random.default_rng(seed)
    return random.multinomial(units, np.full(units, 1 / units), size=resamples).astype(float)


def _score(each: Sequence[Sums], weights: "Floats") -> LinkScore:
    import numpy as np

    parts = np.array(
        [(o.precision, o.detections, o.recall, o.cases, o.met, o.pieces) for o in each]
    )
    found: Score = sum(each, Sums()).score
    return LinkScore(
        _estimate(parts, weights, _plagdet),
        found.precision,
        found.recall,
        found.granularity,
    )


def _plagdet(parts: "Floats") -> float | None:
    precision, detections, recall, cases, met, pieces = (float(part) for part in parts)
    summed = Sums(precision, int(detections), recall, int(cases), int(met), int(pieces))
    return summed.score.plagdet if cases or detections else None


def _f1(parts: "Floats") -> float | None:
    return measures.f1(*(float(part) for part in parts))


def _estimate(
    parts: "Floats", weights: "Floats", measure: "Callable[[Floats], float | None]"
) -> Estimate:
    """Return a measure of the sums over all units, and its interval."""
    import numpy as np

    value = measure(parts.sum(axis=0))
    drawn = [found for row in weights @ parts if (found := measure(row)) is not None]
    if value is None or not drawn:
        return Estimate(value, units=len(parts))
    low, high = np.percentile(drawn, (2.5, 97.5))
    return Estimate(value, float(low), float(high), len(parts))


def _characters(first: Sequence[Quad], second: Sequence[Quad]) -> tuple[int, int, int]:
    """Return the numbers of characters, on both sides, linked by both, by the first, the second."""
    both = one = other = 0
    for side in (0, 2):
        a, b = (
            {place for quad in quads for place in range(quad[side], quad[side + 1])}
            for quads in (first, second)
        )
        both, one, other = both + len(a & b), one + len(a), other + len(b)
    return both, one, other


# --- kinds ----------------------------------------------------------------------------------------


def _kinds(shared: Iterable[LinkedPair]) -> list[Rating]:
    """Return the kind that each annotator assigns to each group of matching links."""
    ratings: list[Rating] = []
    for pair in shared:
        groups: DisjointSets[str] = DisjointSets()
        for first, second in combinations(sorted(pair.links), 2):
            for one, other in matched(pair.links[first], pair.links[second]):
                groups.join(f"{first} {one}", f"{second} {other}")
        taken = set()
        for annotator, marks in sorted(pair.links.items()):
            for mark in sorted(marks):
                unit = f"{pair.name} {groups.find(f'{annotator} {mark}')}"
                if (unit, annotator) not in taken:
                    taken.add((unit, annotator))
                    ratings.append((unit, annotator, mark[4]))
    return ratings


def matched(
    first: Iterable[LinkMark], second: Iterable[LinkMark]
) -> list[tuple[LinkMark, LinkMark]]:
    """Return the matching links of two annotators, each once."""
    second = sorted(second)
    near = sorted(
        (-_common(one[:4], other[:4]), one, other)
        for one in sorted(first)
        for other in second
        if meet(one[:4], other[:4])
    )
    left: set[LinkMark] = set()
    right: set[LinkMark] = set()
    found = []
    for _, one, other in near:
        if one not in left and other not in right:
            left.add(one)
            right.add(other)
            found.append((one, other))
    return found


def _common(one: Quad, other: Quad) -> int:
    return sum(min(one[side + 1], other[side + 1]) - max(one[side], other[side]) for side in (0, 2))
