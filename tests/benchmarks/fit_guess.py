"""Fit the weights of the guess again, or measure it on pairs left out of the fit.

    python -m tests.benchmarks.fit_guess --write      # all pairs → weights.json
    python -m tests.benchmarks.fit_guess --folds 5    # what it says of pairs it never saw
    python -m tests.benchmarks.fit_guess --curve 6    # … by the threshold, mean of six drawings

`--folds` leaves out whole fields of COUNTER (sport, business, …), topics of ECB+ and tasks of Clough and
Stevenson; `--curve` pairs by chance, as another half of the same newspapers would be.

Needs scikit-learn (to fit only). What comes out are numbers: no text of an article.
"""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score, roc_auc_score
from sklearn.model_selection import StratifiedGroupKFold, StratifiedKFold
from tests.benchmarks.guess_data import KnownPair, event_pairs, judged_pairs, planted_pairs

import dittomark.corpus.guessing
from dittomark.corpus.guessing.guess import APART, DERIVED, DERIVED_FROM, Weights, guesses
from dittomark.corpus.guessing.likeness import NAMES, Likeness, likeness

VERSION = "4"
# Derived or not is learned from judged reuse, where both kinds tell one event or answer one question,
# and from articles on other events, a fifth as much, so that no language's common letters pass for
# reuse: with whole fields left out .61 of partly derived pairs are told, with more weight .57 to .60.
# With planted copies too, rewritten reports are told worse (AUC .82 instead of .85, other columns).
DERIVED_FROM_SETS = {"counter": 1.0, "clough": 0.5, "ecb topic": 0.2, "ecb other": 0.2}
# Of all columns, those that tell left-out pairs of COUNTER best together. The same letters and order
# count for it; the same pairs of words, given those, against it, which other newspapers need not share.
DERIVED_BY = (
    "order_short", "order_long", "uncommon_long", "letters4_long", "runs8_long", "pairs_long",
)  # fmt: skip
HOW_BY = (
    "derived_short", "derived_long", "words_short", "words_long", "order_short", "order_long",
    "runs12_long", "longest_run", "length_ratio", "contained", "both",
)  # fmt: skip
APART_BY = ("derived_short", "derived_long", "words_short", "words_long", "sentences_long", "both")
# The copied words that are enough: between what independent reports quote (95 % have fewer than 25
# words running in common) and the planted passages (nine in ten have 36).
COPIED = (3.0, float(np.log1p(40)))
Table = NDArray[np.float64]


def regression(
    rows: Table, answers: Sequence[int], names: Sequence[str], *, weight: Table, c: float
) -> dict[str, Any]:
    """Fit one regression; returns what `Regression.from_json` reads."""
    columns = [NAMES.index(name) for name in names]
    own = rows[:, columns]
    centre, scale = own.mean(axis=0), own.std(axis=0)
    scale[scale < 1e-6] = 1.0
    model = LogisticRegression(C=c, max_iter=5000)
    model.fit(np.clip((own - centre) / scale, -4, 4), answers, sample_weight=weight)
    table = np.column_stack([model.intercept_, model.coef_])
    if len(table) == 1:
        table = np.vstack([np.zeros_like(table), table])
    return {
        "columns": list(names),
        "centre": np.round(centre, 5).tolist(),
        "scale": np.round(scale, 5).tolist(),
        "coefficients": np.round(table, 4).tolist(),
    }


def fit(pairs: Sequence[KnownPair], rows: Table) -> dict[str, Any]:
    """Fit the three regressions."""
    derived = np.array([pair.relation in DERIVED for pair in pairs])
    judged = np.array([pair.of in DERIVED_FROM_SETS for pair in pairs])
    weights = np.array([0.5 if pair.of.startswith("planted") else 1.0 for pair in pairs])

    def relation(names: Sequence[str], chosen: NDArray[np.bool_]) -> list[int]:
        return [names.index(pairs[at].relation) for at in np.flatnonzero(chosen).tolist()]

    counts = np.array([DERIVED_FROM_SETS.get(pair.of, 0.0) for pair in pairs])
    return {
        "version": VERSION,
        "derived": regression(
            rows[judged],
            derived[judged].astype(int).tolist(),
            DERIVED_BY,
            weight=counts[judged],
            c=30.0,
        ),
        "how": regression(
            rows[derived], relation(DERIVED, derived), HOW_BY, weight=weights[derived], c=3.0
        ),
        "apart": regression(
            rows[~derived], relation(APART, ~derived), APART_BY, weight=weights[~derived], c=3.0
        ),
        "copied": list(COPIED),
    }


def measure(pairs: Sequence[KnownPair], found: Sequence[Likeness], folds: int) -> None:
    """Print by set: how often the guess is right, and its expected calibration error."""
    rows = np.array([each.row for each in found])
    strata = [f"{pair.of} {pair.relation}" for pair in pairs]
    groups = [pair.group for pair in pairs]
    table = np.zeros((len(pairs), 5))
    splitter = StratifiedGroupKFold(folds, shuffle=True, random_state=0)
    for learned, held in splitter.split(rows, strata, groups):
        fitted = Weights.from_json(fit([pairs[at] for at in learned], rows[learned]))
        table[held] = fitted.probabilities(rows[held])
    report(pairs, found, table)


def curve(pairs: Sequence[KnownPair], found: Sequence[Likeness], drawings: int) -> None:
    """Print how many pairs of COUNTER are called derived, by the threshold."""
    rows = np.array([each.row for each in found])
    strata = np.array([f"{pair.of} {pair.relation}" for pair in pairs])
    own = np.array([pair.of == "counter" for pair in pairs])
    kinds = [strata == f"counter {name}" for name in ("same_event", *DERIVED[1::-1])]
    tables = [Weights.from_json(fit(pairs, rows)).probabilities(rows)]
    for seed in range(drawings):
        table = np.zeros((len(pairs), 5))
        splitter = StratifiedKFold(5, shuffle=True, random_state=seed)
        for learned, held in splitter.split(rows, strata):
            fitted = Weights.from_json(fit([pairs[at] for at in learned], rows[learned]))
            table[held] = fitted.probabilities(rows[held])
        tables.append(table)
    chances = [table[:, :3].sum(axis=1) for table in tables]
    truth = np.array([pair.relation in DERIVED for pair in pairs])[own]
    areas = [roc_auc_score(truth, chance[own]) for chance in chances]
    print(f"AUC fitted {areas[0]:.3f}, left out {np.mean(areas[1:]):.3f} ± {np.std(areas[1:]):.3f}")
    print("threshold: not, partially, wholly derived; fitted | left out")
    for threshold in sorted({*np.arange(0.6, 0.86, 0.02).round(2).tolist(), DERIVED_FROM}):
        shares = np.array([[(one[kind] >= threshold).mean() for kind in kinds] for one in chances])
        left_out = zip(shares[1:].mean(axis=0), shares[1:].std(axis=0), strict=True)
        print(
            f"{threshold:.2f}  "
            + " ".join(f"{share:.3f}" for share in shares[0])
            + " | "
            + " ".join(f"{mean:.3f}±{deviation:.3f}" for mean, deviation in left_out)
        )


def report(pairs: Sequence[KnownPair], found: Sequence[Likeness], table: Table) -> None:
    """Print the figures of guesses made with a table of probabilities."""
    made = guesses(found, table)
    right = np.array(
        [each.relation == pair.relation for each, pair in zip(made, pairs, strict=True)]
    )
    sure = np.array([each.probability for each in made])
    doubt = np.array([each.doubt for each in made])
    sets = np.array([pair.of for pair in pairs])
    for name in dict.fromkeys(sets.tolist()):
        own = sets == name
        print(
            f"{name:18} {own.sum():4} right {right[own].mean():.3f}  "
            f"calibration error {calibration_error(sure[own], right[own]):.3f}"
        )
    print(f"{'all':18} {len(pairs):4} right {right.mean():.3f}  "
          f"calibration error {calibration_error(sure, right):.3f}")  # fmt: skip
    for name in ("planted", "counter"):
        own = np.char.startswith(sets, name)
        if (~right[own]).any():
            print(
                f"doubt finds wrong guesses, {name}: AUC {roc_auc_score(~right[own], doubt[own]):.3f}"
            )
    own = sets == "counter"
    short = {"wholly_derived": "WD", "partially_derived": "PD", "contains": "PD"}
    truth = np.array([short.get(pair.relation, "ND") for pair in pairs])[own]
    said = np.array([short.get(each.relation, "ND") for each in made])[own]
    chance = table[own, :3].sum(axis=1)
    print(
        f"COUNTER: macro-F1 {f1_score(truth, said, average='macro'):.3f}, "
        f"AUC {roc_auc_score(truth != 'ND', chance):.3f}; called derived: "
        + ", ".join(
            f"{name} {(said[truth == name] != 'ND').mean():.3f}" for name in ("ND", "PD", "WD")
        )
    )


def calibration_error(sure: NDArray[np.float64], right: NDArray[np.bool_], bins: int = 10) -> float:
    """Return the expected calibration error (Guo et al. 2017)."""
    place = np.minimum((sure * bins).astype(int), bins - 1)
    return float(
        sum(
            (place == at).mean() * abs(sure[place == at].mean() - right[place == at].mean())
            for at in range(bins)
            if (place == at).any()
        )
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--curve", type=int, default=0)
    arguments = parser.parse_args()
    known = [*judged_pairs(), *event_pairs(), *planted_pairs()]
    alike = [likeness(pair.a, pair.b) for pair in known]
    if arguments.write:
        place = Path(dittomark.corpus.guessing.__path__[0]) / "weights.json"
        data = fit(known, np.array([each.row for each in alike]))
        place.write_text(json.dumps(data, indent=1) + "\n", "utf-8")
    if arguments.folds:
        measure(known, alike, arguments.folds)
    if arguments.curve:
        curve(known, alike, arguments.curve)
