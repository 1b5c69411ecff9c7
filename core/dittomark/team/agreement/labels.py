"""Agreement on labels: each annotator's label for each unit, as a table of numbers."""

from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, Final

from dittomark.team.agreement import measures
from dittomark.team.agreement.results import LabelAgreement, OneAnnotator, TwoAnnotators

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from dittomark.structures.array_types import Floats

    Table = NDArray[np.int64]

Rating = tuple[str, str, str]  # unit, annotator, label
_NOTHING: Final = -1


def label_agreement(
    ratings: Iterable[Rating], *, order: Sequence[str] = (), seed: int = 0
) -> LabelAgreement | None:
    """Return the agreement of annotators; None unless two of them judged the same unit.

    `order` is the order of the labels in the result; unused labels are left out.
    """
    _, annotators, labels, table = as_table(ratings, order=order)
    counts = counted(table, len(labels))
    if not len(table) or not (counts.sum(axis=1) >= 2).any():
        return None
    pairs = tuple(
        _two(table, labels, (i, annotators[i]), (j, annotators[j]))
        for i, j in combinations(range(len(annotators)), 2)
    )
    pairs = tuple(pair for pair in pairs if pair.units)
    return LabelAgreement(
        int((counts.sum(axis=1) >= 2).sum()),
        annotators,
        labels,
        measures.observed_agreement(counts),
        measures.alpha(counts, seed=seed),
        measures.fleiss_kappa(counts),
        {label: _one_label(counts, place, seed) for place, label in enumerate(labels)},
        {
            annotator: _one_annotator(table, counts, place, annotator, pairs)
            for place, annotator in enumerate(annotators)
        },
        pairs,
    )


def as_table(
    ratings: Iterable[Rating], *, order: Sequence[str] = ()
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], "Table"]:
    """Return units, annotators, labels, and the table units × annotators with label indices."""
    import numpy as np

    rows = list(ratings)
    units = {unit: None for unit, _, _ in rows}
    places = {unit: place for place, unit in enumerate(units)}
    annotators = sorted({annotator for _, annotator, _ in rows})
    columns = {annotator: place for place, annotator in enumerate(annotators)}
    used = {label for _, _, label in rows}
    labels = [label for label in order if label in used]
    labels += sorted(used - set(labels))
    numbers = {label: place for place, label in enumerate(labels)}
    table = np.full((len(units), len(annotators)), _NOTHING)
    for unit, annotator, label in rows:
        table[places[unit], columns[annotator]] = numbers[label]
    return tuple(units), tuple(annotators), tuple(labels), table


def counted(table: "Table", labels: int) -> "Floats":
    """Return the table units × labels: the number of annotators who chose each."""
    import numpy as np

    counts = np.zeros((len(table), labels))
    for column in table.T:
        chosen = column != _NOTHING
        counts[np.flatnonzero(chosen), column[chosen]] += 1
    return counts


def _one_label(counts: "Floats", place: int, seed: int) -> measures.Estimate:
    import numpy as np

    this = counts[:, place]
    return measures.alpha(np.stack([this, counts.sum(axis=1) - this], axis=1), seed=seed)


def _two(
    table: "Table", labels: tuple[str, ...], first: tuple[int, str], second: tuple[int, str]
) -> TwoAnnotators:
    import numpy as np

    a, b = table[:, first[0]], table[:, second[0]]
    both = (a != _NOTHING) & (b != _NOTHING)
    confusion = np.zeros((len(labels), len(labels)))
    np.add.at(confusion, (a[both], b[both]), 1)
    units = int(both.sum())
    return TwoAnnotators(
        first[1],
        second[1],
        units,
        float(np.trace(confusion) / units) if units else None,
        measures.cohen_kappa(confusion),
        tuple(tuple(int(number) for number in row) for row in confusion),
    )


def _one_annotator(
    table: "Table",
    counts: "Floats",
    place: int,
    annotator: str,
    pairs: Sequence[TwoAnnotators],
) -> OneAnnotator:
    import numpy as np

    own = table[:, place]
    judged = np.flatnonzero(own != _NOTHING)
    others = counts[judged].copy()
    others[np.arange(len(judged)), own[judged]] -= 1
    most = others.max(axis=1, initial=0)
    clear = (most > 0) & ((others == most[:, None]).sum(axis=1) == 1)
    agrees = others[np.arange(len(judged)), own[judged]] == most
    kappas = [
        pair.kappa
        for pair in pairs
        if annotator in (pair.first, pair.second) and pair.kappa is not None
    ]
    return OneAnnotator(
        len(judged),
        sum(kappas) / len(kappas) if kappas else None,
        float(agrees[clear].mean()) if clear.any() else None,
    )
