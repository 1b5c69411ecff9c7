"""Fit the scorer of boilerplate again, or measure it on sites left out.

    python -m tests.benchmarks.fit_boilerplate --write      # all pages → weights.npz
    python -m tests.benchmarks.fit_boilerplate --folds 6    # F1 on sites the fit never saw

Needs scikit-learn (to fit only). Every page is used twice: with what its source repeats, and as if
it were the only page of its source. Pages weigh the same, but the pages of a site with many of
them together weigh only its square root. What comes out are numbers: no text of a page.

Ordinary web articles (`web_pages`) are few, and stand for most of the web. Two fits have the same
say: in one they weigh as much as a page of news each, in the other twice as much.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from unittest import mock

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier
from tests.benchmarks.boilerplate_data import (
    GoldPage,
    article_lines,
    f1,
    html_pages,
    lines_left,
    text_pages,
    web_pages,
)

import dittomark.corpus.boilerplate
from dittomark.corpus.boilerplate import propose as boilerplate_propose
from dittomark.corpus.boilerplate.features import (
    FEATURE_NAMES,
    page_features,
    page_weights,
)
from dittomark.corpus.boilerplate.lines import Page, split_page
from dittomark.corpus.boilerplate.main_text import covered
from dittomark.corpus.boilerplate.propose import PageInput, PageProposals, propose
from dittomark.corpus.boilerplate.repeats import SourceRepeats, by_source
from dittomark.structures.array_types import Bools, Floats

VERSION = "3"
SWEEP = 0.95  # the score above which the window offers to accept without a look
# Far from the article most lines are easy: this share of the short ones is enough to learn from.
_EASY_LINES_KEPT = 0.35
WEB_WEIGHTS = (1.0, 2.0)


@dataclass
class Example:
    """A page with its features in both situations and the truth."""

    gold: GoldPage
    page: Page
    alone: Floats
    among: Floats = field(default_factory=lambda: np.zeros((0, 0)))
    weight: Floats = field(default_factory=lambda: np.zeros(0))
    article: Bools = field(default_factory=lambda: np.zeros(0, bool))


def examples() -> list[Example]:
    """Return all development pages with their features."""
    found = []
    for gold in (*text_pages(), *html_pages(), *web_pages()):
        page = split_page(gold.text, article_id=gold.id, source=gold.site)
        alone = page_features(page, np.ones(len(page.lines)), pages=1)
        truth = article_lines(page, gold.gold)
        found.append(Example(gold, page, alone, weight=page_weights(page), article=truth))
    for members in by_source([each.page for each in found]).values():
        repeats = SourceRepeats([found[at].page for at in members])
        for at in members:
            page = found[at].page
            found[at].among = page_features(page, repeats.counts(page), pages=repeats.pages)
    return found


@dataclass
class Blend:
    """Fits of trees, all with the same say."""

    parts: list[HistGradientBoostingClassifier]
    version: str = VERSION

    def log_odds(self, features: Floats) -> Floats:
        """Return the mean of what the fits say."""
        total: Floats = np.mean([each.decision_function(features) for each in self.parts], axis=0)
        return total


def fit(chosen: Sequence[Example]) -> Blend:
    """Fit the trees on these pages, once for each weight of web articles."""
    return Blend([fit_trees(chosen, web_weight=weight) for weight in WEB_WEIGHTS])


def fit_trees(
    chosen: Sequence[Example], *, web_weight: float = 1.0
) -> HistGradientBoostingClassifier:
    """Fit the trees on all of these pages."""
    source = np.random.default_rng(0)
    web = {page.id for page in web_pages()}
    sites = Counter(each.gold.site for each in chosen)
    rows, truths, weights = [], [], []
    for situation in ("among", "alone"):
        for each in chosen:
            size = np.sqrt(each.weight)
            weight = 100 * size / size.sum() / np.sqrt(sites[each.gold.site])
            weight = weight * (web_weight if each.gold.id in web else 1.0)
            hard = _near(each.article) | (each.weight >= 8)
            used = hard | (source.random(len(hard)) < _EASY_LINES_KEPT)
            weight = np.where(hard, weight, weight / _EASY_LINES_KEPT)
            rows.append(getattr(each, situation)[used])
            truths.append(each.article[used])
            weights.append(weight[used])
    model = HistGradientBoostingClassifier(
        max_iter=200, max_leaf_nodes=24, learning_rate=0.07, min_samples_leaf=60,
        l2_regularization=10.0, max_features=0.3, max_bins=128, early_stopping=False,
        random_state=0,
    )  # fmt: skip
    model.fit(np.vstack(rows), np.concatenate(truths), sample_weight=np.concatenate(weights))
    return model


def _near(article: Bools, reach: int = 5) -> Bools:
    near = article.copy()
    for distance in range(1, min(reach, len(article) - 1) + 1):
        near[:-distance] |= article[distance:]
        near[distance:] |= article[:-distance]
    return near


def write(blend: Blend, path: Path) -> None:
    """Write the trees of all fits as plain arrays, the form that `scorer.Trees` reads."""
    trees = [stage[0].nodes for model in blend.parts for stage in model._predictors]
    share = 1 / len(blend.parts)
    start = share * sum(float(model._baseline_prediction.ravel()[0]) for model in blend.parts)
    firsts = np.concatenate([[0], np.cumsum([len(nodes) for nodes in trees])[:-1]])
    nodes = np.concatenate(trees)
    shift = np.repeat(firsts, [len(each) for each in trees])
    leaf = nodes["is_leaf"].astype(bool)
    np.savez_compressed(
        path,
        names=np.array(FEATURE_NAMES),
        version=np.array(VERSION),
        start=np.array(start),
        roots=firsts.astype(np.int32),
        feature=np.where(leaf, -1, nodes["feature_idx"]).astype(np.int16),
        threshold=np.where(leaf, 0.0, nodes["num_threshold"]),
        left=np.where(leaf, 0, nodes["left"] + shift).astype(np.int32),
        right=np.where(leaf, 0, nodes["right"] + shift).astype(np.int32),
        value=np.where(leaf, nodes["value"] * share, 0.0).astype(np.float32),
    )


def measure(folds: int) -> None:
    """Print the F1 of pages whose sites the fit never saw, and how safe a sweep over them is.

    Both as the program proposes (`propose`). The sweep: of the words proposed with .95 and more, the
    share that is not the article; and how many of all the words that are proposed these are.
    """
    found = examples()
    sites = sorted({each.gold.site for each in found})
    fold_of = dict(zip(np.random.default_rng(0).permutation(sites), range(len(sites)), strict=True))
    figures = Figures()
    for fold in range(folds):
        model = fit([each for each in found if fold_of[each.gold.site] % folds != fold])
        figures.add([each for each in found if fold_of[each.gold.site] % folds == fold], model)
    figures.print()


class Figures:
    """F1 and the sweep of each set of pages, by whatever fit did not see them."""

    def __init__(self) -> None:
        self._web = {page.id for page in web_pages()}
        self._scores: dict[str, list[float]] = defaultdict(list)
        self._swept: dict[str, list[Floats]] = defaultdict(list)

    def add(self, held: Sequence[Example], model: Blend) -> None:
        """Propose for these pages with this fit in place of the shipped one."""
        by_site: dict[str, list[Example]] = defaultdict(list)
        for each in held:
            by_site[each.gold.site].append(each)
        with mock.patch.object(boilerplate_propose, "shipped", return_value=model):
            for found in by_site.values():
                inputs = [PageInput(each.gold.id, each.gold.text, each.gold.site) for each in found]
                if len(found) >= 5 and not found[0].gold.html:
                    self._add("several pages a site", found, propose(inputs))
                for each, given in zip(found, inputs, strict=True):
                    self._add(self._kind(each), [each], propose([given]))

    def _kind(self, each: Example) -> str:
        if each.gold.id in self._web:
            return "web articles as text"
        return "HTML as text" if each.gold.html else "one page alone"

    def _add(self, name: str, pages: Sequence[Example], found: Sequence[PageProposals]) -> None:
        for each, proposed in zip(pages, found, strict=True):
            spans = [(one.start, one.end) for one in proposed.proposals]
            sure = [(one.start, one.end) for one in proposed.proposals if one.score >= SWEEP]
            taken, swept = covered(each.page, spans), covered(each.page, sure)
            self._scores[name].append(f1(lines_left(each.page, ~taken), each.gold.gold))
            self._swept[name].append(
                np.array([each.weight[of].sum() for of in (swept & ~each.article, swept, taken)])
            )

    def print(self) -> None:
        """Print a line a set."""
        for name, scores in self._scores.items():
            right, swept, taken = np.sum(self._swept[name], axis=0)
            print(
                f"{name:22} {len(scores):4} pages  F1 {np.mean(scores):.4f} ({np.median(scores):.4f})"
                f"  above {SWEEP} {right / swept:.4f} right, {swept / taken:.2f} of what is proposed"
            )


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--folds", type=int, default=0)
    arguments = parser.parse_args()
    if arguments.write:
        write(fit(examples()), Path(dittomark.corpus.boilerplate.__path__[0]) / "weights.npz")
    if arguments.folds:
        measure(arguments.folds)
