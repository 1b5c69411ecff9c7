"""The probability that a line belongs to the article, from its row of features.

Gradient-boosted trees, fitted by `tests/benchmarks/fit_boilerplate.py` on hand-cleaned pages (news in
five languages, and some ordinary web articles in English) and shipped as numbers (`weights.npz`: no
text). They are evaluated here with numpy, all lines at once, so that no other library is needed.
Their training and their results on unseen sites are described in `docs/decisions/0006-boilerplate-by-shipped-trees.md`.

`choose` turns probabilities into the set of lines to keep: the set with the greatest expected F1
contains every line with a probability above half of that F1 (Lipton, Elkan and Naryanaswamy 2014),
so a page with many uncertain lines is cut more cautiously than a clear one.
"""

from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final, Self

import numpy as np

from dittomark.corpus.boilerplate.doubles import SHORTEST, cores
from dittomark.corpus.boilerplate.features import FEATURE_NAMES
from dittomark.corpus.boilerplate.lines import Page
from dittomark.structures.array_types import Bools, Floats, Ints

# Bounds memory: times 400 trees, 1.6 MB an array.
_ROWS_AT_A_TIME: Final = 500
# Lines with a lower probability are never kept, however uncertain the page.
_LOWEST_CUT: Final = 0.2


@dataclass(frozen=True)
class Trees:
    """An ensemble: per node `feature`, `threshold`, `left`, `right`; a leaf leads to itself.

    `roots` are the first nodes of the trees, `depth` the most steps from one to a leaf; `value` of
    a leaf is its share of the log-odds.
    """

    roots: Ints
    feature: Ints
    threshold: Floats
    left: Ints
    right: Ints
    value: Floats
    start: float
    depth: int
    version: str

    @classmethod
    def load(cls) -> Self:
        """Read the shipped ensemble. Raises ValueError if it was made for other features."""
        place = resources.files("dittomark.corpus.boilerplate") / "weights.npz"
        with place.open("rb") as file, np.load(file, allow_pickle=False) as data:
            if tuple(data["names"]) != FEATURE_NAMES:
                raise ValueError("weights.npz was fitted to other features; fit it again")
            leaf = data["feature"] < 0
            own = np.arange(leaf.size)
            left = np.where(leaf, own, data["left"])
            right = np.where(leaf, own, data["right"])
            return cls(
                data["roots"].astype(np.int64),
                np.where(leaf, 0, data["feature"]).astype(np.int64),
                data["threshold"].astype(float),
                left,
                right,
                data["value"].astype(float),
                float(data["start"]),
                _depth(data["roots"], left, right),
                str(data["version"]),
            )

    def log_odds(self, features: Floats) -> Floats:
        """Return the log-odds that each row is a line of the article."""
        total = np.zeros(len(features))
        for first in range(0, len(features), _ROWS_AT_A_TIME):
            block = np.ascontiguousarray(features[first : first + _ROWS_AT_A_TIME])
            row = (np.arange(len(block)) * block.shape[1])[:, None]
            node = np.broadcast_to(self.roots, (len(block), self.roots.size))
            # A leaf leads to itself, so that all trees can be walked to the same depth at once.
            for _ in range(self.depth):
                high = block.take(row + self.feature.take(node)) > self.threshold.take(node)
                node = np.where(high, self.right.take(node), self.left.take(node))
            total[first : first + _ROWS_AT_A_TIME] = self.value.take(node).sum(axis=1)
        return total + self.start


def _depth(roots: Ints, left: Ints, right: Ints) -> int:
    """Return the most steps from a root to a leaf."""
    depth = 0
    level = roots
    while (level := np.unique(level[left[level] != level])).size:
        level = np.concatenate([left[level], right[level]])
        depth += 1
    return depth


@cache
def shipped() -> Trees:
    """Return the shipped ensemble, read once."""
    return Trees.load()


def probability(log_odds: Floats) -> Floats:
    """Return log-odds as probabilities."""
    result: Floats = 1.0 / (1.0 + np.exp(-np.clip(log_odds, -30.0, 30.0)))
    return result


def once_only(page: Page, article: Floats, weight: Floats) -> Floats:
    """Return the probabilities, near zero for all but one of the duplicate lines.

    A page that prints its headline, or its whole body, twice has one article. Of the duplicates
    without extra words, the one with the most probable neighbours is kept.
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


def choose(article: Floats, weight: Floats) -> Bools:
    """Return a mask of the lines to keep: those above half of the best expected F1 of the page."""
    if not len(article):
        return np.zeros(0, dtype=bool)
    order = np.argsort(-article, kind="stable")
    kept = np.cumsum((article * weight)[order])
    f1 = 2 * kept / (np.cumsum(weight[order]) + kept[-1] + 1e-12)
    cut = min(max(float(f1.max()) / 2, _LOWEST_CUT), 0.5)
    chosen = article >= cut
    return chosen if chosen.any() else article >= article.max()
