"""Whether teaching makes later pages of a site better or worse.

    python -m tests.benchmarks.boilerplate_teaching              # one order of the pages a site
    python -m tests.benchmarks.boilerplate_teaching --orders 4

A trial: the first 4, 8 or 20 pages of a site are marked as their gold says, the program learns from
them and proposes on the others. F1 of what is left, beside F1 without teaching. Sites with seven
pages and more; the order of the pages is drawn by chance. A trial is worse or better if F1 changes
by more than .0005.
"""

import argparse
from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np
from tests.benchmarks.boilerplate import inputs, left_by
from tests.benchmarks.boilerplate_data import GoldPage, article_lines, f1, text_pages

from dittomark.corpus.boilerplate.learn import FEWEST_PAGES, Learned, learn
from dittomark.corpus.boilerplate.memory import Finished
from dittomark.corpus.boilerplate.propose import finished_page, propose, score_pages

MARKED = (4, 8, 20)
CHANGED = 0.0005


def finished_pages(pages: Sequence[GoldPage]) -> list[Finished | None]:
    """Return each page of a site with everything outside its gold marked; None if too little is."""
    result = []
    for scored, page in zip(score_pages(inputs(pages)), pages, strict=True):
        stays = article_lines(scored.page, page.gold)
        marks = [
            (line.start, line.end, "other_boilerplate")
            for line, kept in zip(scored.page.lines, stays, strict=True)
            if not kept
        ]
        result.append(finished_page(scored, marks))
    return result


def scores(pages: Sequence[GoldPage], learned: Learned | None) -> list[float]:
    """Return F1 of what the proposals leave of each page of a site."""
    found = propose(inputs(pages), learned=learned)
    return [f1(left_by(p.text, each), p.gold) for p, each in zip(pages, found, strict=True)]


def trials(pages: Sequence[GoldPage], orders: int) -> Iterator[tuple[int, bool, float, float]]:
    """Yield the trials of one site: pages marked, whether it corrects, F1 before and after."""
    finished, untaught = finished_pages(pages), scores(pages, None)
    for seed in range(orders):
        order = np.random.default_rng(seed).permutation(len(pages)).tolist()
        for marked in (each for each in MARKED if len(pages) >= each + FEWEST_PAGES):
            taught = [page for at in order[:marked] if (page := finished[at]) is not None]
            if len(taught) >= FEWEST_PAGES:
                learned = learn(taught, version="benchmark")
                corrects = any(model.corrects for model in learned.models.values())
                after = scores(pages, learned) if corrects else untaught
                later = order[marked:]
                yield (
                    marked,
                    corrects,
                    np.mean([untaught[a] for a in later]).item(),
                    np.mean([after[a] for a in later]).item(),
                )


def main() -> None:
    """Print each trial that corrects, and the sums."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--orders", type=int, default=1)
    orders = parser.parse_args().orders
    by_site: dict[str, list[GoldPage]] = defaultdict(list)
    for page in text_pages():
        by_site[page.site].append(page)
    gains = []
    for site, pages in by_site.items():
        if len(pages) >= MARKED[0] + FEWEST_PAGES:
            for marked, corrects, before, after in trials(pages, orders):
                gains.append(after - before)
                if corrects:
                    print(f"{site:28} {marked:2} marked  {before:.4f} -> {after:.4f}", flush=True)
    change = np.array(gains)
    print(
        f"{len(gains)} trials: worse {np.sum(change < -CHANGED)} (least {change.min():+.4f}),"
        f" better {np.sum(change > CHANGED)} (most {change.max():+.4f}), mean {change.mean():+.5f}"
    )


if __name__ == "__main__":
    main()
