"""BCubed F1 of event clusters on ECB+, beside plain TF-IDF, thresholds never set on what is scored.

    python -m tests.benchmarks.events

Topics are halved at random four times; each half is scored with the threshold that was best on the
other half. `shipped` is the threshold that the program uses by itself: it was chosen on these
topics, so its figure counts only on other topics (`DITTOMARK_BENCHMARKS`).
"""

import json
import time
from collections import Counter
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray
from tests.benchmarks.boilerplate_data import corpus_folder, tokens

from dittomark.corpus.events.clusters import cluster
from dittomark.corpus.events.vectors import Vector, vectors

Texts = list[str]
Labels = NDArray[np.int64]
THRESHOLDS = np.arange(0.08, 0.30, 0.02)
HALVINGS = 4


def main() -> None:
    """Print the figures."""
    path = next(iter(sorted(corpus_folder().glob("events*.jsonl"))))
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    texts = [row["text"] for row in rows]
    topics = np.array([row["topic"] for row in rows])
    gold = np.unique([row["event"] for row in rows], return_inverse=True)[1]
    print(f"{len(rows)} texts, {gold.max() + 1} events")
    views: dict[str, Callable[[Texts], list[Vector]]] = {
        "dittomark": vectors,
        "word TF-IDF": lambda found: tfidf([tokens(text) for text in found]),
        "character 4-gram TF-IDF": lambda found: tfidf([grams(text) for text in found]),
    }
    for name, view in views.items():
        print(f"{name:26} {hold_out_score(view, texts, topics, gold):.4f}")
    start = time.process_time()
    shipped = labels(vectors(texts), None)
    spent = time.process_time() - start
    print(f"{'dittomark, shipped':26} {bcubed(shipped, gold):.4f}  ({spent:.2f} s CPU)")


def hold_out_score(
    view: Callable[[Texts], list[Vector]], texts: Texts, topics: NDArray[np.str_], gold: Labels
) -> float:
    """Return the mean F1 over halvings."""
    scores = []
    for seed in range(HALVINGS):
        order = np.random.default_rng(seed).permutation(np.unique(topics))
        first = np.isin(topics, order[: order.size // 2])
        halves = [np.flatnonzero(first), np.flatnonzero(~first)]
        found = [view([texts[at] for at in half]) for half in halves]
        for tuned, scored in ((0, 1), (1, 0)):
            best = max(
                THRESHOLDS, key=lambda t: bcubed(labels(found[tuned], t), gold[halves[tuned]])
            )
            scores.append(bcubed(labels(found[scored], best), gold[halves[scored]]))
    return float(np.mean(scores))


def labels(found: Sequence[Vector], threshold: float | None) -> Labels:
    """Return a cluster number per article; one that stands alone has a number of its own."""
    result = -1 - np.arange(len(found))
    groups = cluster(found, [""] * len(found), threshold=threshold)
    for number, group in enumerate(groups):
        result[list(group.members)] = number
    return result


def bcubed(found: Labels, gold: Labels) -> float:
    """Return BCubed F1 of a clustering (Bagga and Baldwin 1998)."""
    ours, theirs = found[:, None] == found, gold[:, None] == gold
    common = (ours & theirs).sum(axis=1)
    precision = float((common / ours.sum(axis=1)).mean())
    recall = float((common / theirs.sum(axis=1)).mean())
    return 2 * precision * recall / (precision + recall)


def grams(text: str) -> list[str]:
    """Return the character 4-grams of the words with spaces between."""
    joined = " ".join(tokens(text))
    return [joined[at : at + 4] for at in range(len(joined) - 3)]


def tfidf(bags: Sequence[Sequence[str]]) -> list[Vector]:
    """Return plain TF-IDF vectors (sublinear counts, smoothed rarity, length 1)."""
    names = {name: at for at, name in enumerate(sorted({name for bag in bags for name in bag}))}
    df = Counter(name for bag in bags for name in set(bag))
    found = []
    for bag in bags:
        counts = sorted((names[name], name, times) for name, times in Counter(bag).items())
        rarity = np.array([np.log((1 + len(bags)) / (1 + df[name])) + 1 for _, name, _ in counts])
        weights = (1 + np.log([times for *_, times in counts])) * rarity
        terms = np.array([at for at, *_ in counts], dtype=np.uint64)
        found.append(Vector(terms, weights / (np.linalg.norm(weights) or 1.0)))
    return found


if __name__ == "__main__":
    main()
