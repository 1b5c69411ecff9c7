"""PlagDet: how well detections of shared text cover the cases, in four numbers.

Potthast, M., Stein, B., Barrón-Cedeño, A. and Rosso, P. (2010). An evaluation framework for
plagiarism detection. COLING. As PAN's text alignment tasks compute it: precision and recall are
averaged over detections and cases (macro), over the characters of both sides; granularity is the
mean number of detections per detected case.

A case and a detection are `(a_start, a_end, b_start, b_end)` in code points of the two texts; a
detection detects a case if they overlap on both sides.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Quad = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Score:
    """The four measures, with the numbers of cases and detections."""

    plagdet: float
    precision: float
    recall: float
    granularity: float
    cases: int
    detections: int


@dataclass(frozen=True, slots=True)
class Sums:
    """The contributions of one pair of texts to the measures of many; added up with `+`."""

    precision: float = 0.0
    detections: int = 0
    recall: float = 0.0
    cases: int = 0
    met: int = 0
    pieces: int = 0

    def __add__(self, other: "Sums") -> "Sums":
        return Sums(
            self.precision + other.precision,
            self.detections + other.detections,
            self.recall + other.recall,
            self.cases + other.cases,
            self.met + other.met,
            self.pieces + other.pieces,
        )

    @property
    def score(self) -> Score:
        """The measures. An empty result is right if there is no case; otherwise it counts 0."""
        precision = self.precision / self.detections if self.detections else float(not self.cases)
        recall = self.recall / self.cases if self.cases else float(not self.detections)
        granularity = self.pieces / self.met if self.met else 1.0
        both = precision + recall
        f1 = 2 * precision * recall / both if both else 0.0
        return Score(
            f1 / math.log2(1 + granularity),
            precision,
            recall,
            granularity,
            self.cases,
            self.detections,
        )


def sums(cases: Sequence[Quad], detections: Sequence[Quad]) -> Sums:
    """Return the contribution of one pair of texts."""
    recall = met = pieces = 0.0
    for case in cases:
        near = [found for found in detections if meet(case, found)]
        if near:
            recall += _covered(case, near)
            met += 1
            pieces += len(near)
    precision = sum(
        _covered(found, [case for case in cases if meet(found, case)]) for found in detections
    )
    return Sums(precision, len(detections), recall, len(cases), int(met), int(pieces))


def plagdet(pairs: Iterable[tuple[Sequence[Quad], Sequence[Quad]]]) -> Score:
    """Return the measures over many pairs of texts, each as `(cases, detections)`."""
    total = Sums()
    for cases, detections in pairs:
        total += sums(cases, detections)
    return total.score


def meet(one: Quad, other: Quad) -> bool:
    """Return whether two overlap on both sides."""
    return one[0] < other[1] and other[0] < one[1] and one[2] < other[3] and other[2] < one[3]


def _covered(one: Quad, others: Sequence[Quad]) -> float:
    """Return the share of a case's or detection's characters, on both sides, that others cover."""
    covered = 0
    for side in (0, 2):
        reached = one[side]
        for start, end in sorted((other[side], other[side + 1]) for other in others):
            first, last = max(start, reached), min(end, one[side + 1])
            if last > first:
                covered += last - first
                reached = last
    return covered / (one[1] - one[0] + one[3] - one[2])
