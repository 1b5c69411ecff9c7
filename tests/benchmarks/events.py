"""BCubed F1 of event clusters on ECB+, beside plain TF-IDF, thresholds never set on what is scored.

    python -m tests.benchmarks.events
    python -m tests.benchmarks.events --names   # what each proposed event is called, to be read

Topics are halved at random four times; each half is scored with the threshold that was best on the
other half. `shipped` is the threshold that the program uses by itself: it was chosen on these
topics, so its figure counts only on other topics (`DITTOMARK_BENCHMARKS`).

What other topics would give is told by choosing everything again: topics are halved twenty times,
and the shift of the threshold, and the two numbers of the rule that groups are as alike as their own
articles, are those of 90 settings that were best on the other half.
"""

import itertools
import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray
from tests.benchmarks.boilerplate_data import corpus_folder, tokens

from dittomark.corpus.events import clusters
from dittomark.corpus.events.clusters import cluster, threshold_for
from dittomark.corpus.events.propose import EventArticle, propose_events
from dittomark.corpus.events.vectors import Vector, vectors

Texts = list[str]
Labels = NDArray[np.int64]
THRESHOLDS = np.arange(0.08, 0.30, 0.02)
HALVINGS = 4
RULE_HALVINGS = 20
SHIFTS = (-0.04, -0.02, 0.0, 0.02, 0.04)
AS_INSIDE = (0.0, 0.6, 0.65, 0.7, 0.75, 0.8)  # 0: no such rule
SOME = (3, 4, 5)


def main() -> None:
    """Print the figures."""
    path = next(iter(sorted(corpus_folder().glob("events*.jsonl"))))
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    texts = [row["text"] for row in rows]
    topics = np.array([row["topic"] for row in rows])
    gold = np.unique([row["event"] for row in rows], return_inverse=True)[1]
    print(f"{len(rows)} texts, {gold.max() + 1} events")
    if "--names" in sys.argv[1:]:
        print_names(texts, [row["event"] for row in rows])
        return
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
    chosen, fixed, plain = rule_held_out(texts, topics, gold)
    print(f"halves of the topics, {chosen.size} times, everything chosen on the other half:")
    for name, scores in (("chosen", chosen), ("shipped", fixed), ("without the rule", plain)):
        print(f"  {name:24} {scores.mean():.4f}  (least {scores.min():.4f})")


def print_names(texts: Texts, events: Sequence[str]) -> None:
    """Print place and participants of each proposed event, with the events that its texts tell."""
    articles = [EventArticle(str(at), text) for at, text in enumerate(texts)]
    for proposal in propose_events(articles):
        told = Counter(events[int(name)] for name in proposal.articles)
        if proposal.description is not None:
            found = proposal.description
            print(dict(told), found.place or "-", "; ".join(found.participants), sep=" | ")


def rule_held_out(
    texts: Texts, topics: NDArray[np.str_], gold: Labels
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Return the F1 of halves: settings chosen on the other half, those shipped, and no rule."""
    settings = list(itertools.product(SHIFTS, AS_INSIDE, SOME))
    shipped = settings.index((0.0, clusters._AS_INSIDE, clusters._SOME))
    plain = settings.index((0.0, 0.0, clusters._SOME))
    scores: list[tuple[float, float, float]] = []
    for seed in range(RULE_HALVINGS):
        order = np.random.default_rng(100 + seed).permutation(np.unique(topics))
        first = np.isin(topics, order[: order.size // 2])
        halves = [
            of_settings([texts[at] for at in half], gold[half], settings)
            for half in (np.flatnonzero(first), np.flatnonzero(~first))
        ]
        for tuned, scored in (halves, halves[::-1]):
            scores.append((scored[int(np.argmax(tuned))], scored[shipped], scored[plain]))
    chosen, fixed, without = np.array(scores).T
    return chosen, fixed, without


def of_settings(
    texts: Texts, gold: Labels, settings: Sequence[tuple[float, float, int]]
) -> NDArray[np.float64]:
    """Return the F1 of one corpus with each setting `(shift, as inside, some)`."""
    found = vectors(texts)
    kept = clusters._AS_INSIDE, clusters._SOME, clusters.similarities
    alike = clusters.similarities(found, np.zeros(len(found), np.int64))
    result = []
    try:
        for shift, as_inside, some in settings:
            clusters._AS_INSIDE, clusters._SOME = as_inside, some  # type: ignore[misc]
            clusters.similarities = lambda vectors, _days: (  # type: ignore[assignment]
                alike if len(vectors) == len(alike) else kept[2](vectors, _days)
            )
            least = max(0.03, threshold_for(len(found)) + shift)
            result.append(bcubed(labels(found, least), gold))
    finally:
        clusters._AS_INSIDE, clusters._SOME, clusters.similarities = kept  # type: ignore[misc]
    return np.array(result)


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
