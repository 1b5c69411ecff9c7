"""A probability for each relation of two articles, from their likeness.

Three questions, each a logistic regression: is one derived from the other (learned from judged
reuse); if so, wholly, in part, or is it contained; if not, do they report one event. A copied
stretch alone decides the first, however small its share of the articles is: `copied`. Two articles
with the same words are exact duplicates, and no others are.

The weights were fitted by `tests/benchmarks/fit_guess.py`; their results on held-out pairs are in
`docs/benchmarks-pairs.md`.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Final, Self

import numpy as np

from dittomark.corpus.guessing.likeness import NAMES, Likeness
from dittomark.labels import EXACT_DUPLICATE
from dittomark.structures.array_types import Floats

DERIVED: Final = ("wholly_derived", "partially_derived", "contains")
APART: Final = ("same_event", "unrelated")
GUESSED: Final = (*DERIVED, *APART)
DERIVED_FROM: Final = 0.73
"""Least probability that one article is derived from the other for this to be the guess: of the
held-out COUNTER pairs 12 % of the independent reports are then guessed to be derived, 65 % of the partly and
94 % of the wholly derived ones (`fit_guess.py --curve`)."""
_LONGEST_RUN: Final = NAMES.index("longest_run")
_MOST: Final = 0.995  # no guess is more certain: one pair in two hundred is unpredictable


@dataclass(frozen=True, slots=True)
class Guess:
    """`relation` with its `probability`; `doubt` (0–1) is the entropy of `probabilities`."""

    relation: str
    probability: float
    doubt: float
    probabilities: Mapping[str, float]


@dataclass(frozen=True)
class Regression:
    """A multinomial logistic regression over some columns of a likeness."""

    columns: tuple[int, ...]
    centre: Floats
    scale: Floats
    coefficients: Floats  # one row per answer: intercept, then one coefficient per column

    def probabilities(self, rows: Floats) -> Floats:
        """Return a row of probabilities for each row of likenesses."""
        scaled = (rows[:, list(self.columns)] - self.centre) / self.scale
        odds = self.coefficients[:, 0] + np.clip(scaled, -4, 4) @ self.coefficients[:, 1:].T
        odds -= odds.max(axis=1, keepdims=True)
        chances = np.exp(odds)
        result: Floats = chances / chances.sum(axis=1, keepdims=True)
        return result

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """Return the regression of `fit_guess.py`; raises `ValueError` for other columns."""
        columns = tuple(NAMES.index(name) for name in data["columns"])
        arrays = (np.array(data[name], float) for name in ("centre", "scale", "coefficients"))
        return cls(columns, *arrays)


@dataclass(frozen=True)
class Weights:
    """The built-in weights: the three regressions, and the length of a decisive copied stretch."""

    derived: Regression  # no, yes
    how: Regression  # DERIVED
    apart: Regression  # APART
    copied: tuple[float, float]  # slope and midpoint on the logarithm of the longest run
    version: str

    def probabilities(self, rows: Floats) -> Floats:
        """Return the probability of each relation of `GUESSED`, a row per row of likenesses."""
        slope, place = self.copied
        copied = 1 / (1 + np.exp(-np.clip(slope * (rows[:, _LONGEST_RUN] - place), -30, 30)))
        derived = 1 - (1 - self.derived.probabilities(rows)[:, 1]) * (1 - copied)
        found = np.hstack(
            [
                self.how.probabilities(rows) * derived[:, None],
                self.apart.probabilities(rows) * (1 - derived)[:, None],
            ]
        )
        smoothed: Floats = _MOST * found + (1 - _MOST) / len(GUESSED)
        return smoothed

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """Return the weights written by `fit_guess.py`."""
        derived, how, apart = (
            Regression.from_json(data[name]) for name in ("derived", "how", "apart")
        )
        slope, place = data["copied"]
        return cls(derived, how, apart, (float(slope), float(place)), str(data["version"]))


@cache
def shipped() -> Weights:
    """Return the built-in weights, read once."""
    text = (resources.files("dittomark.corpus.guessing") / "weights.json").read_text("utf-8")
    return Weights.from_json(json.loads(text))


def rows_of(found: Sequence[Likeness]) -> Floats:
    """Return likenesses as a table."""
    return np.array([each.row for each in found]).reshape(len(found), len(NAMES))


def guesses(found: Sequence[Likeness], probabilities: Floats | None = None) -> list[Guess]:
    """Return the guess for each pair; `probabilities` (by `GUESSED`) replace the built-in ones."""
    if not found:
        return []
    table = shipped().probabilities(rows_of(found)) if probabilities is None else probabilities
    return [_guess(each, row) for each, row in zip(found, table.tolist(), strict=True)]


def _guess(found: Likeness, row: Sequence[float]) -> Guess:
    if found.equal:
        rest = (1 - _MOST) / len(GUESSED)
        chances = {EXACT_DUPLICATE: _MOST, **dict.fromkeys(GUESSED, rest)}
        return Guess(EXACT_DUPLICATE, _MOST, entropy(list(chances.values())), chances)
    chances = dict(zip(GUESSED, row, strict=True))
    derived = sum(chances[name] for name in DERIVED)
    relation = max(DERIVED if derived >= DERIVED_FROM else APART, key=chances.__getitem__)
    shown = {name: round(chance, 4) for name, chance in chances.items()}
    return Guess(relation, shown[relation], entropy(row), shown)


def entropy(chances: Sequence[float]) -> float:
    """Return the entropy of probabilities as a share of its maximum (0–1)."""
    some = np.array([chance for chance in chances if chance > 0])
    most = np.log(max(2, len(chances)))
    return round(float(-(some * np.log(some)).sum() / most), 4)
