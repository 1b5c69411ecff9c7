"""Fit how the tags of HTML pages and two votes make log-odds, or measure it on sites left out.

    python -m tests.benchmarks.fit_page_odds --folds 6    # F1 and the sweep, on sites left out
    python -m tests.benchmarks.fit_page_odds --write      # all pages → importing/page_odds.json

Needs scikit-learn (to fit only). One column beside those of `page_odds` is the line scorer's
log-odds, by trees fitted here on the multilingual text pages alone, so that they saw none of these
pages. Its coefficient is printed: `main_text._LINES_BESIDE_TAGS` holds it. Lines weigh the root of
their length, pages the same.

What is measured is the program's own path: of each page `propose`, with this regression and the
trees of the line scorer both fitted without any page of its site.
"""

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

import numpy as np
from sklearn.linear_model import LogisticRegression
from tests.benchmarks.boilerplate_data import (
    GoldPage,
    article_lines,
    f1,
    html_pages,
    lines_left,
    web_pages,
)
from tests.benchmarks.fit_boilerplate import SWEEP, examples, fit_trees
from tests.benchmarks.fit_boilerplate import Example as LineExample
from tests.benchmarks.fit_boilerplate import fit as fit_lines

import dittomark.importing
from dittomark.corpus.boilerplate import propose as boilerplate_propose
from dittomark.corpus.boilerplate.features import page_features, page_weights
from dittomark.corpus.boilerplate.lines import Page, line_key, split_page
from dittomark.corpus.boilerplate.main_text import covered
from dittomark.corpus.boilerplate.propose import PageInput, propose
from dittomark.importing import page_odds, page_text
from dittomark.importing.html import parse_page
from dittomark.importing.page_main import extracted, main_text_of, votes_of
from dittomark.importing.page_odds import block_table
from dittomark.structures.array_types import Bools, Floats
from dittomark.texts.segmentation import Stretch

# Inverse strength of the ridge: .001 gives F1 .948 on web articles left out and .968 on news, .003
# .951 and .970.
_C = 0.003
_SUREST_LINE = 6.0
_CLIP = 5.0


@dataclass
class Example:
    """A page, a row per line, and the truth."""

    gold: GoldPage
    page: Page
    blocks: Sequence[page_text.Block]
    votes: Sequence[tuple[Stretch, ...]]
    names: tuple[str, ...]
    table: Floats
    lines: Floats
    weight: Floats
    article: Bools


def page_examples(lines_of: Sequence[LineExample]) -> list[Example]:
    """Return all HTML pages of the development sets, given the line scorer's examples."""
    trees = fit_trees([each for each in lines_of if not each.gold.html])
    found = []
    for gold in (*html_pages(), *web_pages()):
        blocks = page_text.blocks(parse_page(gold.html))
        text = page_text.joined(blocks)
        data = extracted(gold.html, "")
        title = " ".join((data.get("title") or "").split())
        votes = votes_of(gold.html, text, blocks, data.get("text") or "")
        if not votes:
            continue
        shares = [page_text.shares_inside(blocks, vote) for vote in votes]
        names, table = block_table(blocks, shares, title=title)
        page = split_page(text, title=title)
        starts = np.array([block.start for block in blocks])
        own = np.searchsorted(starts, [line.start for line in page.lines], side="right") - 1
        lines = trees.decision_function(page_features(page, np.ones(len(page.lines)), pages=1))
        found.append(
            Example(
                gold,
                page,
                blocks,
                votes,
                names,
                table[own],
                np.clip(lines, -_SUREST_LINE, _SUREST_LINE),
                page_weights(page),
                article_lines(page, gold.gold),
            )
        )
    return found


@dataclass
class Fit:
    """A logistic regression over scaled, clipped columns; the last one is the line scorer's."""

    centre: Floats
    scale: Floats
    weights: Floats
    intercept: float

    def log_odds(self, each: Example) -> Floats:
        """Return the log-odds of the page's lines."""
        table = np.column_stack([each.table, each.lines])
        scaled = np.clip((table - self.centre) / self.scale, -_CLIP, _CLIP)
        result: Floats = scaled @ self.weights + self.intercept
        return result


def fit(chosen: Sequence[Example]) -> Fit:
    """Fit the regression on these pages."""
    rows = np.vstack([np.column_stack([each.table, each.lines]) for each in chosen])
    size = [np.sqrt(each.weight) for each in chosen]
    centre, scale = rows.mean(axis=0), rows.std(axis=0)
    scale[scale < 1e-6] = 1.0
    centre[-1] = 0.0  # the line scorer's column goes in as it is: its coefficient is its share
    model = LogisticRegression(C=_C, max_iter=500)
    model.fit(
        np.clip((rows - centre) / scale, -_CLIP, _CLIP),
        np.concatenate([each.article for each in chosen]),
        sample_weight=np.concatenate([100 * each / each.sum() for each in size]),
    )
    return Fit(centre, scale, model.coef_[0], float(model.intercept_[0]))


def write(made: Fit, names: Sequence[str], path: Path) -> None:
    """Write centre, scale and coefficient of each number of a block."""
    columns = zip(made.centre.tolist(), made.scale.tolist(), made.weights.tolist(), strict=True)
    numbers = {
        name: [float(f"{value:.4g}") for value in row]
        for name, row in zip(names, columns, strict=False)
    }
    data = {"intercept": round(made.intercept, 4), "numbers": numbers}
    path.write_text(
        json.dumps(data, indent=0).replace("[\n", "[").replace(",\n", ", ").replace("\n]", "]")
        + "\n",
        "utf-8",
    )
    print(f"share of the line scorer: {made.weights[-1] / made.scale[-1]:.3f}")


def measure(lines: Sequence[LineExample], found: Sequence[Example], folds: int) -> None:
    """Print F1 and the sweep over pages whose sites neither fit saw.

    F1 of what the proposals leave, and of the same without the page's headline, which the gold
    leaves out. The sweep as in `fit_boilerplate`: of the words proposed with .95 and more the share
    that is not the article, and how many of all words that are proposed these are.
    """
    sites = sorted({each.gold.site for each in lines})
    fold_of = dict(zip(np.random.default_rng(0).permutation(sites), range(len(sites)), strict=True))
    web = {page.id for page in web_pages()}
    scores: dict[str, list[tuple[float, float]]] = {"news": [], "web articles": []}
    swept: dict[str, list[Floats]] = {"news": [], "web articles": []}
    for fold in range(folds):
        trees = fit_lines([each for each in lines if fold_of[each.gold.site] % folds != fold])
        made = fit([each for each in found if fold_of[each.gold.site] % folds != fold])
        numbers = (made.centre[:-1], made.scale[:-1], made.weights[:-1], made.intercept)
        with (
            mock.patch.object(boilerplate_propose, "shipped", return_value=trees),
            mock.patch.object(page_odds, "fitted", return_value=numbers),
        ):
            for each in found:
                if fold_of[each.gold.site] % folds == fold:
                    name = "web articles" if each.gold.id in web else "news"
                    score, words = _proposed(each)
                    scores[name].append(score)
                    swept[name].append(words)
    for name, values in scores.items():
        whole, without = np.mean(values, axis=0)
        right, sure, taken = np.sum(swept[name], axis=0)
        print(
            f"{name:14} {len(values):4} pages  F1 {whole:.4f}, without headline {without:.4f}"
            f"  above {SWEEP} {right / sure:.4f} right, {sure / taken:.2f} of what is proposed"
        )


def _proposed(each: Example) -> tuple[tuple[float, float], Floats]:
    """Return F1 of a page with and without its headline, and its words right, sure and proposed."""
    main = main_text_of(each.blocks, each.votes, each.page.title)
    text = page_text.joined(each.blocks)
    (found,) = propose([PageInput("", text, title=each.page.title, main=main)])
    taken = covered(each.page, [(one.start, one.end) for one in found.proposals])
    sure = [(one.start, one.end) for one in found.proposals if one.score >= SWEEP]
    swept = covered(each.page, sure)
    title = line_key(each.page.title)
    heads = np.array([bool(title) and line.key == title for line in each.page.lines])
    score = (
        f1(lines_left(each.page, ~taken), each.gold.gold),
        f1(lines_left(each.page, ~taken & ~heads), each.gold.gold),
    )
    parts = (swept & ~each.article, swept, taken)
    return score, np.array([each.weight[part].sum() for part in parts])


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--folds", type=int, default=0)
    arguments = parser.parse_args()
    line_examples = examples()
    pages = page_examples(line_examples)
    if arguments.folds:
        measure(line_examples, pages, arguments.folds)
    if arguments.write:
        place = Path(dittomark.importing.__path__[0]) / "page_odds.json"
        write(fit(pages), pages[0].names, place)
