"""The guess, adjusted to the judgements of a project's annotators.

With `FEWEST_PAIRS` judged pairs or more a multinomial regression starts from the built-in
probabilities and corrects them by the likeness of the pairs. It is regularised towards no
correction (ridge), and used only if cross-validated pairs are guessed better with it than without.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from dittomark.corpus.guessing.guess import DERIVED_FROM, GUESSED, rows_of, shipped
from dittomark.corpus.guessing.likeness import Likeness
from dittomark.structures.array_types import Floats, Ints

# With fewer, there are only a few pairs of some relations.
FEWEST_PAIRS: Final = 50
# As usual: each fold learns from four fifths of the pairs.
_FOLDS: Final = 5
# Of 1 to 20; 1 and 5 guess held-out pairs of COUNTER equally well (60 to 300 learned from), and if
# annotators use a relation differently than COUNTER does, smaller values adapt sooner.
_RIDGE: Final = 2.0
# With 100 steps or half the rate held-out pairs of COUNTER are guessed .007 worse, with 400 steps
# or twice the rate at most .006 better (60 and 300 of them learned from; random folds).
_STEPS: Final = 200
_RATE: Final = 0.5  # as with `_STEPS`


@dataclass(frozen=True)
class Correction:
    """The corrections from judged pairs, added to the logarithms of the built-in probabilities."""

    centre: Floats
    scale: Floats
    weights: Floats  # one row per answer of GUESSED: intercept, then one number per column

    def probabilities(self, rows: Floats) -> Floats:
        """Return the corrected probabilities, a row for each row of likenesses."""
        return _softmax(_base(rows) + _scaled(rows, self.centre, self.scale) @ self.weights.T)


@dataclass(frozen=True, slots=True)
class GuessScore:
    """Share of right guesses on `pairs` held-out judged pairs: built-in, and learned."""

    pairs: int
    shipped: float
    taught: float


@dataclass(frozen=True)
class LearnedGuess:
    """The result of learning from a project: `correction` is None if the built-in guess is used.

    `held_out` has, for each judged pair, the certainty of the guess in use, made without that pair,
    and whether it was right.
    """

    correction: Correction | None
    score: GuessScore | None
    held_out: tuple[tuple[float, bool], ...] = ()

    def probabilities(self, found: Sequence[Likeness]) -> Floats | None:
        """Return probabilities for `guesses`, None for the built-in ones."""
        if self.correction is None or not found:
            return None
        return self.correction.probabilities(rows_of(found))


NOTHING_LEARNED: Final = LearnedGuess(None, None)


def learn(found: Sequence[Likeness], relations: Sequence[str]) -> LearnedGuess:
    """Learn from judged pairs; pairs with the same words and other relations are ignored."""
    used = [
        at
        for at, (each, relation) in enumerate(zip(found, relations, strict=True))
        if relation in GUESSED and not each.equal
    ]
    if len(used) < FEWEST_PAIRS:
        return NOTHING_LEARNED
    rows = rows_of([found[at] for at in used])
    answers = np.array([GUESSED.index(relations[at]) for at in used])
    fold = np.random.default_rng(0).permutation(len(used)) % _FOLDS
    taught = np.zeros((len(used), len(GUESSED)))
    for number in range(_FOLDS):
        held = fold == number
        taught[held] = fit(rows[~held], answers[~held]).probabilities(rows[held])
    untaught = shipped().probabilities(rows)
    before = float((_named(untaught) == answers).mean())
    after = float((_named(taught) == answers).mean())
    correction = fit(rows, answers) if after > before else None
    table = taught if after > before else untaught
    named = _named(table)
    held_out = zip(
        table[np.arange(len(used)), named].tolist(), (named == answers).tolist(), strict=True
    )
    score = GuessScore(len(used), round(before, 3), round(after, 3))
    return LearnedGuess(correction, score, tuple(held_out))


def fit(rows: Floats, answers: Ints) -> Correction:
    """Fit the correction by gradient descent."""
    centre, scale = rows.mean(axis=0), rows.std(axis=0)
    scale[scale < 1e-6] = 1.0
    columns, base = _scaled(rows, centre, scale), _base(rows)
    wanted = np.eye(len(GUESSED))[answers]
    weights = np.zeros((len(GUESSED), columns.shape[1]))
    for _ in range(_STEPS):
        misfit = _softmax(base + columns @ weights.T) - wanted
        weights -= (
            _RATE / len(rows) * (misfit.T @ columns / columns.shape[1] ** 0.5 + _RIDGE * weights)
        )
    return Correction(centre, scale, weights)


def _named(table: Floats) -> Ints:
    """Return the index of the relation given by a row of probabilities, as `guess.guesses` does."""
    derived = table[:, :3].sum(axis=1) >= DERIVED_FROM
    named: Ints = np.where(derived, table[:, :3].argmax(axis=1), 3 + table[:, 3:].argmax(axis=1))
    return named


def _base(rows: Floats) -> Floats:
    result: Floats = np.log(np.maximum(shipped().probabilities(rows), 1e-4))
    return result


def _scaled(rows: Floats, centre: Floats, scale: Floats) -> Floats:
    return np.column_stack([np.ones(len(rows)), np.clip((rows - centre) / scale, -4, 4)])


def _softmax(odds: Floats) -> Floats:
    chances = np.exp(odds - odds.max(axis=1, keepdims=True))
    result: Floats = chances / chances.sum(axis=1, keepdims=True)
    return result
