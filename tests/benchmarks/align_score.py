"""PAN's measures of text alignment: PlagDet, precision, recall, granularity.

Source: Potthast, Stein, Barrón-Cedeño, Rosso: An Evaluation Framework for Plagiarism Detection
(COLING 2010), macro-averaged over cases and detections. Everything is `(a0, a1, b0, b1)` in code
points; two touch when they overlap on both sides.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

Quad = Sequence[int]


@dataclass(frozen=True)
class Score:
    """The four measures, and pairs without a case in which something was found all the same."""

    plagdet: float
    precision: float
    recall: float
    granularity: float
    false_pairs: int
    empty_pairs: int


def score(cases: Sequence[Sequence[Quad]], found: Sequence[Sequence[Quad]]) -> Score:
    """Score what was found in each pair against its cases."""
    recall = [
        (_covered(case, near), len(near))
        for gold, detections in zip(cases, found, strict=True)
        for case in gold
        for near in [[d for d in detections if _touch(case, d)]]
    ]
    precision = [
        _covered(detection, [case for case in gold if _touch(case, detection)])
        for gold, detections in zip(cases, found, strict=True)
        for detection in detections
    ]
    empty = [detections for gold, detections in zip(cases, found, strict=True) if not gold]
    p = sum(precision) / len(precision) if precision else float(not recall)
    r = sum(share for share, _ in recall) / len(recall) if recall else float(not precision)
    touched = [pieces for _, pieces in recall if pieces]
    g = sum(touched) / len(touched) if touched else 1.0
    f = 2 * p * r / (p + r) if p + r else 0.0
    return Score(f / math.log2(1 + g), p, r, g, sum(map(bool, empty)), len(empty))


def _touch(one: Quad, other: Quad) -> bool:
    return all(min(one[side + 1], other[side + 1]) > max(one[side], other[side]) for side in (0, 2))


def _covered(one: Quad, others: Sequence[Quad]) -> float:
    """Return the share of a stretch, over both sides, that others cover."""
    covered = 0
    for side in (0, 2):
        end = one[side]
        for start, stop in sorted((other[side], other[side + 1]) for other in others):
            first, last = max(start, end), min(stop, one[side + 1])
            if last > first:
                covered += last - first
                end = last
    return covered / (one[1] - one[0] + one[3] - one[2])
