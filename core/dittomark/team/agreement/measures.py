"""Measures of agreement over plain counts: pure functions without access to a project.

`counts` is units × categories: the number of annotators who put that unit into that category. Units
that fewer than two annotators judged carry no information and are left out by every measure.

- Cohen, J. (1960). A coefficient of agreement for nominal scales.
- Fleiss, J. L. (1971). Measuring nominal scale agreement among many raters.
- Krippendorff, K. (2011). Computing Krippendorff's alpha-reliability. Computed from coincidences:
  the value of all units, and that of many resamples at a time for the interval.
- Bagga, A. and Baldwin, B. (1998). Algorithms for scoring coreference chains (B³).
"""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from dittomark.structures.array_types import Floats

Level = Literal["nominal", "ordinal"]
RESAMPLES: Final = 1000
_AT_ONCE: Final = 50


@dataclass(frozen=True, slots=True)
class Estimate:
    """A measure and its 95 % interval (bootstrap over units); NaN-free: None where undefined."""

    value: float | None
    low: float | None = None
    high: float | None = None
    units: int = 0


def alpha(
    counts: "Floats", *, level: Level = "nominal", seed: int = 0, resamples: int = RESAMPLES
) -> Estimate:
    """Return Krippendorff's alpha with a bootstrap interval.

    `counts` are integers; weighted units (a stretch of text counts as often as it has characters)
    are passed to `alpha_of` as coincidences.
    """
    counts = counts[counts.sum(axis=1) >= 2]
    used = counts.sum(axis=0) > 0
    if len(counts) == 0 or used.sum() < 2:
        # No disagreement was possible: alpha is undefined if all values are in one category.
        return Estimate(None, units=len(counts))
    units = coincidences(counts)
    value = alpha_of(units.sum(axis=0), level=level)
    low, high = interval(units, level=level, seed=seed, resamples=resamples)
    return Estimate(float(value), low, high, len(counts))


def coincidences(counts: "Floats") -> "Floats":
    """Return for each unit the coincidences of its categories: units × categories × categories."""
    import numpy as np

    raters = counts.sum(axis=1)
    meeting = counts[:, :, None] * counts[:, None, :]
    diagonal = np.arange(counts.shape[1])
    meeting[:, diagonal, diagonal] -= counts
    result: Floats = meeting / np.maximum(raters - 1, 1)[:, None, None]
    return result


def alpha_of(coincidence: "Floats", *, level: Level = "nominal") -> "Floats":
    """Return alpha of each matrix of coincidences (… × categories × categories); NaN: undefined."""
    import numpy as np

    totals = coincidence.sum(axis=-1)
    n = totals.sum(axis=-1)
    distance = _distances(totals, level)
    observed = (coincidence * distance).sum(axis=(-2, -1))
    expected = (totals[..., :, None] * totals[..., None, :] * distance).sum(axis=(-2, -1))
    with np.errstate(divide="ignore", invalid="ignore"):
        result: Floats = 1 - (n - 1) * observed / expected
    return result


def _distances(totals: "Floats", level: Level) -> "Floats":
    """Return the squared distances of categories; ordinal ones depend on their frequency."""
    import numpy as np

    size = totals.shape[-1]
    if level == "nominal":
        return 1.0 - np.eye(size)
    upto = np.cumsum(totals, axis=-1)
    between = np.abs(upto[..., :, None] - upto[..., None, :])
    low = np.minimum(np.arange(size)[:, None], np.arange(size)[None, :])
    high = np.maximum(np.arange(size)[:, None], np.arange(size)[None, :])
    # n_c/2 + everything between + n_k/2, from cumulated counts that include both ends
    ends = (totals[..., low] - totals[..., high]) / 2
    squared: Floats = (between + ends) ** 2
    return squared


def interval(
    units: "Floats", *, level: Level, seed: int, resamples: int
) -> tuple[float | None, float | None]:
    """Return the 2.5th and 97.5th percentile of alpha over resampled units."""
    import numpy as np

    number, size, _ = units.shape
    # Equal units are drawn together: ten thousand pairs are a few hundred patterns.
    flat, repeats = np.unique(units.reshape(number, size * size), axis=0, return_counts=True)
    random = np.random.default_rng(seed)
    values = []
    for first in range(0, resamples, _AT_ONCE):
        times = min(_AT_ONCE, resamples - first)
        weights = random.multinomial(number, repeats / number, size=times)
        summed = (weights.astype(float) @ flat).reshape(times, size, size)
        values.append(alpha_of(summed, level=level))
    found = np.concatenate(values) if values else np.empty(0)
    found = found[~np.isnan(found)]
    if len(found) == 0:
        return None, None
    low, high = np.percentile(found, (2.5, 97.5))
    return float(low), float(high)


def cohen_kappa(confusion: "Floats") -> float | None:
    """Return Cohen's kappa of a confusion table; None if chance alone explains all agreement."""
    import numpy as np

    total = confusion.sum()
    if total == 0:
        return None
    observed = np.trace(confusion) / total
    expected = float(confusion.sum(axis=0) @ confusion.sum(axis=1)) / total**2
    return None if expected == 1 else float((observed - expected) / (1 - expected))


def fleiss_kappa(counts: "Floats") -> float | None:
    """Return Fleiss' kappa; units may have different numbers of annotators (each counts alike)."""
    counts = counts[counts.sum(axis=1) >= 2]
    if len(counts) == 0:
        return None
    raters = counts.sum(axis=1)
    agreeing = ((counts * (counts - 1)).sum(axis=1) / (raters * (raters - 1))).mean()
    shares = counts.sum(axis=0) / counts.sum()
    expected = float((shares**2).sum())
    return None if expected == 1 else float((agreeing - expected) / (1 - expected))


def observed_agreement(counts: "Floats") -> float | None:
    """Return the share of annotator pairs that agree, over all units."""
    counts = counts[counts.sum(axis=1) >= 2]
    if len(counts) == 0:
        return None
    raters = counts.sum(axis=1)
    return float(((counts * (counts - 1)).sum(axis=1) / (raters * (raters - 1))).mean())


def f1(both: float, first: float, second: float) -> float | None:
    """Return the harmonic mean of both/first and both/second; None if it is undefined."""
    return None if first + second == 0 else 2 * both / (first + second)


@dataclass(frozen=True, slots=True)
class BCubed:
    """B³ precision and recall of the second clustering against the first, and their F1."""

    precision: float
    recall: float
    f1: float
    items: int


def b_cubed(first: Mapping[str, Hashable], second: Mapping[str, Hashable]) -> BCubed | None:
    """Compare two clusterings (item → cluster) over the items they share; None for no items."""
    items = sorted(first.keys() & second.keys())
    if not items:
        return None
    a, b = _members(first, items), _members(second, items)
    precision = recall = 0.0
    for item in items:
        in_first, in_second = a[first[item]], b[second[item]]
        together = len(in_first & in_second)
        precision += together / len(in_second)
        recall += together / len(in_first)
    precision, recall = precision / len(items), recall / len(items)
    return BCubed(precision, recall, 2 * precision * recall / (precision + recall), len(items))


def _members(clustering: Mapping[str, Hashable], items: Sequence[str]) -> dict[Hashable, set[str]]:
    members: dict[Hashable, set[str]] = {}
    for item in items:
        members.setdefault(clustering[item], set()).add(item)
    return members
