"""How well real reuse is told from none: ours beside other measures, in one run.

Usage: python -m tests.benchmarks.reuse [--quick]      (six minutes; --quick, documents alone: one)

Data: the folder that DITTOMARK_BENCHMARKS names (default ../shared/benchmarks), development halves.

*Documents*: COUNTER (an agency's report and a newspaper's: not, partially, wholly derived) and Clough
and Stevenson (a source and an answer: non, heavy, light, cut), one number a pair: how much of B comes
from A. Every measure gets the same folded words. Thresholds are chosen on one random half of the pairs
and tested on the other, both ways; the mean of twenty drawings is printed, and how far one drawing lies
from it (standard deviation): what is less than that apart is not told apart by these few pairs.

*As derived*: the same numbers as a decision. The border is the number that `OTHERS` of the pairs that are
not derived reach in one half; printed is how many pairs of each class reach it in the other.

*Passages*: PAN 2013 and the Indonesian cases, PlagDet by kind; and what is shown of COUNTER's pairs
that are not derived. What `python -m tests.benchmarks.reuse_passages` prints: where passages end,
their numbers, shared terms and repeats.

*The guess*: whether it says "derived", of pairs left out of its fit (`fit_guess --curve`).

*Pairs*: what `python -m tests.benchmarks.reuse_pairs` prints: candidates and their guesses on COUNTER
as one corpus, on real pages and on copies planted into them.
"""

import argparse
import difflib
import gzip
import itertools
import json
import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any, Final

import numpy as np
from rapidfuzz.distance import LCSseq
from tests.benchmarks.align import FOLDER, accuracy, ours
from tests.benchmarks.align_score import score
from tests.benchmarks.fit_guess import curve
from tests.benchmarks.guess_data import event_pairs, judged_pairs, planted_pairs
from tests.benchmarks.reuse_pairs import main as pairs_and_guesses
from tests.benchmarks.reuse_passages import main as what_passages_are_like

from dittomark.compare import Comparison, compare
from dittomark.compare.tokens import tokenise
from dittomark.corpus.guessing.likeness import likeness
from dittomark.structures.array_types import Floats, Ints

REUSE: Final = FOLDER.parent / "reuse"
SETS: Final = {
    "counter": ("ND", "PD", "WD"),
    "clough": ("non", "heavy", "light", "cut"),
}
DRAWINGS: Final = 20
GUESS_DRAWINGS: Final = 10
LARGE: Final = 40  # words of a passage that nobody overlooks
SPARSE: Final = 0.35  # share of equal words
OTHERS: Final = 0.12  # of the pairs that are not derived, may be told to be

Words = list[int]
Measure = Callable[[Words, Words], float]


def read(name: str) -> list[dict[str, Any]]:
    with gzip.open(REUSE / f"{name}_dev.json.gz", "rt", encoding="utf-8") as stream:
        rows: list[dict[str, Any]] = json.load(stream)
    return rows


def by_lcs(a: Words, b: Words) -> float:
    return LCSseq.similarity(a, b) / max(len(b), 1)


def containment(size: int) -> Measure:
    def measure(a: Words, b: Words) -> float:
        ours, theirs = (_grams(words, size) for words in (a, b))
        return sum(min(ours[gram], count) for gram, count in theirs.items()) / max(
            sum(theirs.values()), 1
        )

    return measure


def by_difflib(a: Words, b: Words) -> float:
    matcher = difflib.SequenceMatcher(None, a, b, autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks()) / max(len(b), 1)


def by_winnowing(a: Words, b: Words) -> float:
    """Schleimer, Wilkerson, Aiken 2003: of every `window` hashes of 3 words the smallest stands."""
    prints = [_winnowed(words, size=3, window=4) for words in (a, b)]
    return len(prints[0] & prints[1]) / max(len(prints[1]), 1)


def _grams(words: Words, size: int) -> Counter[tuple[int, ...]]:
    return Counter(tuple(words[k : k + size]) for k in range(len(words) - size + 1))


def _winnowed(words: Words, *, size: int, window: int) -> set[int]:
    hashes = [hash(tuple(words[k : k + size])) for k in range(len(words) - size + 1)]
    return {min(hashes[k : k + window]) for k in range(max(len(hashes) - window + 1, 1)) if hashes}


def by_tfidf(texts: Sequence[tuple[Words, Words]]) -> list[float]:
    """Return the cosine of every pair; rarity is that among all texts of the set."""
    bags = [Counter(words) for pair in texts for words in pair]
    held = Counter(word for bag in bags for word in bag)
    weights = [{w: n * np.log(len(bags) / held[w]) for w, n in bag.items()} for bag in bags]
    found = []
    for a, b in zip(weights[::2], weights[1::2], strict=True):
        dot = sum(weight * b.get(word, 0.0) for word, weight in a.items())
        norm = sum(v * v for v in a.values()) * sum(v * v for v in b.values())
        found.append(float(dot / norm**0.5) if norm else 0.0)
    return found


def documents(name: str, order: tuple[str, ...]) -> list[Comparison]:
    """Print how well every measure tells the classes of a set; return our comparisons."""
    rows = [row for row in read(name) if row["cls"] in order]
    truth = np.array([order.index(row["cls"]) for row in rows])
    compared = [compare(row["A"], row["B"]) for row in rows]
    tokens, _ = tokenise([text for row in rows for text in (row["A"], row["B"])])
    ids = [one.numbers for one in tokens]
    pairs = list(zip(ids[::2], ids[1::2], strict=True))
    measures: dict[str, Measure] = {
        "rapidfuzz LCS of words, of B": by_lcs,
        "1-gram containment": containment(1),
        "2-gram containment": containment(2),
        "3-gram containment": containment(3),
        "difflib, of B": by_difflib,
        "winnowing": by_winnowing,
    }
    values: dict[str, list[float]] = {
        "Dittomark, derived": [found.derived[1] for found in compared],
        "Dittomark, coverage": [found.coverage[1] for found in compared],
        **{name: [run(a, b) for a, b in pairs] for name, run in measures.items()},
        "TF-IDF cosine": by_tfidf(pairs),
    }
    print(f"\n{name}: {len(rows)} pairs, {len(order)} classes ({', '.join(order)})")
    for measure, numbers in values.items():
        f1, spread, area = told(np.array(numbers), truth, len(order))
        print(
            f"    {measure:32} macro-F1 {f1:.3f} ± {spread:.3f}  AUC, first class or not, {area:.3f}"
        )
    if name == "counter":  # the other set has too few pairs without reuse
        print(f"  as derived, where {OTHERS:.0%} of the {order[0]} may be:")
        for measure, numbers in values.items():
            shares = as_derived(np.array(numbers), truth, len(order))
            said = (f"{kind} {share:.3f}" for kind, share in zip(order, shares, strict=True))
            print(f"    {measure:32} {'  '.join(said)}")
    return compared


def _drawn_halves(pairs: int) -> Iterator[tuple[Ints, Ints]]:
    """Yield twenty times a random half to learn from and the other to test on, then the reverse."""
    for seed in range(1, DRAWINGS + 1):
        order = list(range(pairs))
        random.Random(seed).shuffle(order)
        halves = np.array(order[: pairs // 2]), np.array(order[pairs // 2 :])
        yield halves
        yield halves[::-1]


def as_derived(numbers: Floats, truth: Ints, classes: int) -> list[float]:
    """Return, for each class, the share of its pairs that is told to be derived."""
    shares = []
    for train, test in _drawn_halves(len(truth)):
        border = np.quantile(numbers[train][truth[train] == 0], 1 - OTHERS)
        reached = numbers[test] > border
        shares.append([reached[truth[test] == kind].mean() for kind in range(classes)])
    return [float(share) for share in np.mean(shares, axis=0)]


def told(numbers: Floats, truth: Ints, classes: int) -> tuple[float, float, float]:
    """Return macro-F1 over all classes, its spread, and the area under the curve of the first or not."""
    found = []
    for train, test in _drawn_halves(len(truth)):
        borders = _thresholds(numbers[train], truth[train], classes)
        found.append(_macro_f1(truth[test], np.searchsorted(borders, numbers[test], "right")))
    drawn = np.reshape(found, (DRAWINGS, 2)).mean(axis=1)
    area = _area(numbers[truth > 0], numbers[truth == 0])
    return float(drawn.mean()), float(drawn.std()), area


def _thresholds(numbers: Floats, truth: Ints, classes: int) -> Floats:
    steps = 41 if classes < 4 else 17  # all of four classes' thresholds would take minutes
    grid = np.unique(np.quantile(numbers, np.linspace(0, 1, steps)))
    return np.array(
        max(
            itertools.combinations_with_replacement(grid.tolist(), classes - 1),
            key=lambda borders: _macro_f1(truth, np.searchsorted(borders, numbers, "right")),
        )
    )


def _macro_f1(truth: Ints, said: Ints) -> float:
    classes = int(truth.max()) + 1
    both = np.bincount(truth * (classes + 1) + said, minlength=(classes + 1) ** 2)
    table = both.reshape(classes + 1, classes + 1)[:classes, :classes]
    sums = table.sum(axis=0) + table.sum(axis=1)
    return float(np.mean(2 * np.diag(table) / np.maximum(sums, 1)))


def _area(above: Floats, below: Floats) -> float:
    """Return how often a number of the first is greater than one of the second (ties half)."""
    higher = (above[:, None] > below[None, :]).mean() + (
        above[:, None] == below[None, :]
    ).mean() / 2
    return float(higher)


def shown(compared: Sequence[Comparison]) -> None:
    """Print what is shown of COUNTER's pairs, by class."""
    rows = read("counter")
    for kind in SETS["counter"]:
        chosen = [(row, one) for row, one in zip(rows, compared, strict=True) if row["cls"] == kind]
        any_passage = large = sparse = 0
        for row, one in chosen:
            sizes = [
                (max(_words(row["A"], p.a), _words(row["B"], p.b)), p.similarity)
                for p in one.passages
                if not p.weak
            ]
            any_passage += bool(sizes)
            large += any(words >= LARGE for words, _ in sizes)
            sparse += any(words >= LARGE and alike < SPARSE for words, alike in sizes)
        print(
            f"    {kind}: {len(chosen)} pairs, {any_passage} with a passage, {large} with one of "
            f"{LARGE} words or more, {sparse} of these less than {SPARSE:.0%} equal"
        )


def _words(text: str, place: Any) -> int:  # noqa: ANN401  (a Locus)
    return len(text[place.start : place.end].split())


def passages() -> None:
    """Print PlagDet on PAN 2013, by kind."""
    rows = read("pan13")
    detect = ours("adaptive")
    found = [detect(row["A"], row["B"]) for row in rows]
    for kind in ("all", *dict.fromkeys(row["kind"] for row in rows)):
        chosen = [k for k, row in enumerate(rows) if kind in ("all", row["kind"])]
        result = score([rows[k]["cases"] for k in chosen], [found[k] for k in chosen])
        print(
            f"    {kind[:28]:28} PlagDet {result.plagdet:.3f}  precision {result.precision:.3f}"
            f"  recall {result.recall:.3f}  granularity {result.granularity:.2f}"
            f"  false pairs {result.false_pairs}/{result.empty_pairs}"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="documents alone")
    quick = parser.parse_args().quick
    print(f"{date.today()}")
    for name, order in SETS.items():
        compared = documents(name, order)
        if name == "counter":
            shown(compared)
    if not quick:
        print("\nPAN 2013")
        passages()
        print()
        for grouping in ("adaptive", "wide"):
            accuracy(f"ours ({grouping})", ours(grouping), ("real_dev",))
        print("\nPassages, terms and repeats")
        what_passages_are_like()
        print("\nThe guess on COUNTER")
        known = [*judged_pairs(), *event_pairs(), *planted_pairs()]
        curve(known, [likeness(pair.a, pair.b) for pair in known], GUESS_DRAWINGS)
        print("\nPairs and guesses")
        pairs_and_guesses()


if __name__ == "__main__":
    main()
