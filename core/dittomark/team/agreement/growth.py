"""Agreement on relations by day, for a lead who watches it while people work."""

from collections.abc import Iterable
from dataclasses import dataclass

from dittomark.team.agreement import measures
from dittomark.team.agreement.labels import as_table, counted


@dataclass(frozen=True, slots=True)
class AgreementThen:
    """Agreement at the end of a day: over pairs that two or more annotators had judged.

    `observed` is the share of agreeing pairs of judgements, `alpha` Krippendorff's; None if it is
    undefined.
    """

    day: str
    pairs: int
    observed: float | None
    alpha: float | None


def agreement_by_day(judged: Iterable[tuple[str, str, str, str]]) -> tuple[AgreementThen, ...]:
    """Return agreement after each day on which a pair was added to it, oldest first.

    `judged` are pair, annotator, relation and day. A pair counts from the day of its newest
    judgement on.
    """
    import numpy as np

    rows = list(judged)
    days: dict[str, str] = {}
    for pair, _, _, day in rows:
        days[pair] = max(day, days.get(pair, ""))
    pairs, _, labels, table = as_table(
        (pair, annotator, relation) for pair, annotator, relation, _ in rows
    )
    counts = counted(table, len(labels))
    several = counts.sum(axis=1) >= 2
    when = np.array([days[pair] for pair in pairs])[several] if several.any() else np.empty(0)
    counts = counts[several]
    found = []
    for day in sorted(set(when.tolist())):
        then = counts[when <= day]
        found.append(
            AgreementThen(
                day,
                len(then),
                measures.observed_agreement(then),
                measures.alpha(then, resamples=0).value,
            )
        )
    return tuple(found)
