"""The probability that a line belongs to the article, from its row of features.

Gradient-boosted trees, fitted by `tests/benchmarks/fit_boilerplate.py` on hand-cleaned news pages
in five languages and shipped as numbers (`weights.npz`: no text). They are walked here with numpy,
all lines at once, so nothing but numpy is needed to use them. How they were made and what they
reach on sites they never saw stands in `docs/decisions/boilerplate-scorer.md`.

`choose` turns probabilities into the set of lines to keep: the set whose expected F1 is greatest
keeps every line above half of that F1 (Lipton, Elkan and Naryanaswamy 2014), so a page of which
little is sure is cut more carefully than one that is clear.
"""

from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final, Self

import numpy as np
from numpy.typing import NDArray

from dittomark.corpus.boilerplate.doubles import SHORTEST, cores
from dittomark.corpus.boilerplate.features import FEATURE_NAMES, Array
from dittomark.corpus.boilerplate.lines import Page

# Lines less likely than this to be the article are never kept, however doubtful the page.
_LOWEST_CUT: Final = 0.2


@dataclass(frozen=True)
class Trees:
    """An ensemble: per node `feature`, `threshold`, `left`, `right`; a leaf has feature -1.

    `roots` are the first nodes of the trees; `value` of a leaf is its share of the log-odds.
    """

    roots: NDArray[np.int64]
    feature: NDArray[np.int64]
    threshold: Array
    left: NDArray[np.int64]
    right: NDArray[np.int64]
    value: Array
    start: float
    version: str

    @classmethod
    def load(cls) -> Self:
        """Read the shipped ensemble. Raises ValueError if it was made for other features."""
        place = resources.files("dittomark.corpus.boilerplate") / "weights.npz"
        with place.open("rb") as file, np.load(file, allow_pickle=False) as data:
            if tuple(data["names"]) != FEATURE_NAMES:
                raise ValueError("weights.npz was fitted to other features; fit it again")
            return cls(
                data["roots"].astype(np.int64),
                data["feature"].astype(np.int64),
                data["threshold"].astype(float),
                data["left"].astype(np.int64),
                data["right"].astype(np.int64),
                data["value"].astype(float),
                float(data["start"]),
                str(data["version"]),
            )

    def log_odds(self, features: Array) -> Array:
        """Return the log-odds that each row is a line of the article."""
        total = np.full(len(features), self.start)
        rows = np.arange(len(features))
        for root in self.roots:
            node = np.full(len(features), root)
            split = self.feature[node]
            while (split >= 0).any():
                low = features[rows, np.maximum(split, 0)] <= self.threshold[node]
                down = np.where(low, self.left[node], self.right[node])
                node = np.where(split >= 0, down, node)
                split = self.feature[node]
            total += self.value[node]
        return total


@cache
def shipped() -> Trees:
    """Return the shipped ensemble, read once."""
    return Trees.load()


def probability(log_odds: Array) -> Array:
    """Return log-odds as probabilities."""
    result: Array = 1.0 / (1.0 + np.exp(-np.clip(log_odds, -30.0, 30.0)))
    return result


def once_only(page: Page, article: Array, weight: Array) -> Array:
    """Return the probabilities with all but one of the lines that say the same put near zero.

    A page that prints its headline, or its whole body, twice has one article. Of the lines that
    say it without words around, the one among the likeliest neighbours stays.
    """
    if not len(article):
        return article
    around = np.convolve(article * weight, np.ones(7), mode="full")[3:-3].round(1)
    said = cores(page, weight)
    places: dict[str, list[int]] = {}
    for at, core in enumerate(said):
        if weight[at] >= SHORTEST:
            places.setdefault(core, []).append(at)
    result = article.copy()
    for core, found in places.items():
        if len(found) > 1:
            plain = [at for at in found if page.lines[at].key == core] or found
            best = max(plain, key=lambda at: (around[at], -at))
            result[best] = article[found].max()
            result[[at for at in found if at != best]] *= 0.05
    return result


def choose(article: Array, weight: Array) -> NDArray[np.bool_]:
    """Return which lines to keep: those above half of the best expected F1 of what is left."""
    if not len(article):
        return np.zeros(0, dtype=bool)
    order = np.argsort(-article, kind="stable")
    kept = np.cumsum((article * weight)[order])
    f1 = 2 * kept / (np.cumsum(weight[order]) + kept[-1] + 1e-12)
    cut = min(max(float(f1.max()) / 2, _LOWEST_CUT), 0.5)
    chosen = article >= cut
    return chosen if chosen.any() else article >= article.max()
