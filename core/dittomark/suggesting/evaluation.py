"""The quality of suggesters, on the same decided items, none of which they have seen.

The decided articles are divided into two halves, copies of one another into the same one. Each
suggester works on one half while the annotations of that half are hidden from it, and learns from
the other; then vice versa. Intervals are percentiles of a bootstrap over items (Efron 1979); two
suggesters are compared on the same resamples, and relations by McNemar's exact test as well.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from math import comb
from typing import TYPE_CHECKING, Any, Final

from dittomark.annotations import Suggestion, SuggestionKind
from dittomark.errors import UserError
from dittomark.progress import Report
from dittomark.project import Project
from dittomark.structures.disjoint_sets import DisjointSets
from dittomark.suggesting.decided import Counts, Decided
from dittomark.suggesting.protocol import Suggester
from dittomark.suggesting.running import search
from dittomark.suggesting.view import ProjectView

if TYPE_CHECKING:
    from dittomark.structures.array_types import Floats

RESAMPLES: Final = 1000
_HALVES: Final = 2
_LEAST_ITEMS: Final = 4  # a judgement: below, halves of one or two items measure nothing


@dataclass(frozen=True, slots=True)
class Measured:
    """A measure and its 95 % interval; None if it is undefined."""

    value: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class LabelsMet:
    """How often a label was suggested where annotators gave this one, the same or another."""

    suggested: str
    given: str
    count: int


@dataclass(frozen=True, slots=True)
class SuggesterScore:
    """The result of one suggester: over `items` decided articles or pairs, `suggested` in all.

    `labels` is the confusion table of spans and relations, the most frequent first.
    """

    suggester: str
    version: str
    items: int
    suggested: int
    precision: Measured
    recall: Measured
    f1: Measured
    failure: str = ""
    labels: tuple[LabelsMet, ...] = ()

    @property
    def confused(self) -> tuple[LabelsMet, ...]:
        """Labels that were suggested where annotators gave another, the most frequent first."""
        return tuple(each for each in self.labels if each.suggested != each.given)


@dataclass(frozen=True, slots=True)
class Difference:
    """By how much the first is better than the second, in F1; `mcnemar` is the p of relations."""

    first: str
    second: str
    f1: Measured
    mcnemar: float | None


@dataclass(frozen=True, slots=True)
class SuggesterComparison:
    """Suggesters of one kind, on the same items."""

    kind: SuggestionKind
    scores: tuple[SuggesterScore, ...]
    differences: tuple[Difference, ...]

    def record(self) -> dict[str, Any]:
        """Return everything as JSON."""
        return asdict(self)

    def rows(self) -> list[dict[str, Any]]:
        """Return a table: a row for each suggester, one for each two of them, one for each confusion.

        A confusion is a label that was suggested where annotators gave another.
        """
        rows: list[dict[str, Any]] = []
        for each in self.scores:
            row: dict[str, Any] = {
                "suggester": each.suggester,
                "against": "",
                "version": each.version,
                "items": each.items,
                "suggested": each.suggested,
            }
            for name in ("precision", "recall", "f1"):
                measured: Measured = getattr(each, name)
                row |= _columns(name, measured)
            row |= {**_columns("f1_difference", None), "mcnemar_p": None}
            rows.append({**row, **dict.fromkeys(("suggested_label", "given_label", "times"))})
        for two in self.differences:
            row = dict.fromkeys(rows[0])
            row |= {"suggester": two.first, "against": two.second, "mcnemar_p": two.mcnemar}
            rows.append(row | _columns("f1_difference", two.f1))
        for each in self.scores:
            for met in each.confused:
                labels = {"suggested_label": met.suggested, "given_label": met.given}
                row = dict.fromkeys(rows[0]) | {"suggester": each.suggester, "times": met.count}
                rows.append(row | labels)
        return rows


def _columns(name: str, measured: Measured | None) -> dict[str, float | None]:
    value = Measured(None, None, None) if measured is None else measured
    return {name: value.value, f"{name}_low": value.low, f"{name}_high": value.high}


def compare_suggesters(
    project: Project,
    suggesters: Sequence[Suggester],
    kind: SuggestionKind,
    *,
    among: Collection[str] | None = None,
    seed: int = 0,
    resamples: int = RESAMPLES,
    report: Report | None = None,
) -> SuggesterComparison:
    """Measure suggesters of one kind (`span`, `relation` or `event`) on decided items.

    `among` restricts the items: ids of articles, or of pairs for relations. `report(done, total)`
    counts halves of suggesters, and may raise `Cancelled`. Raises `UserError` if too few items are
    decided, or a suggester does not make that kind.
    """
    for suggester in suggesters:
        if kind not in suggester.kinds:
            raise UserError(
                "“{name}” does not suggest the kind “{kind}”.", name=suggester.name, kind=str(kind)
            )
    decided = Decided(project, kind, among=among)
    if len(decided.items) < _LEAST_ITEMS:
        raise UserError(
            "Too little was decided to compare suggesters: at least {least} items are needed, "
            "decided so far: {count}.",
            count=len(decided.items),
            least=_LEAST_ITEMS,
        )
    halves = _halves(project, decided.articles)
    counts, scores = {}, []
    for number, suggester in enumerate(suggesters):

        def moved(_done: int, _total: int, before: int = number * _HALVES) -> None:
            if report is not None:
                report(before, _HALVES * len(suggesters))

        found, failure = _suggested(project, suggester, kind, halves, moved)
        counts[suggester.key] = decided.counts(found)
        score = _score(suggester, counts[suggester.key], failure, seed, resamples)
        labels = decided.labels(found).most_common()
        met = tuple(LabelsMet(*pair, count) for pair, count in labels)
        scores.append(replace(score, labels=met))
    differences = [
        _difference(
            first,
            second,
            counts,
            relations=kind == "relation",
            seed=seed,
            resamples=resamples,
        )
        for at, first in enumerate(list(counts))
        for second in list(counts)[at + 1 :]
    ]
    return SuggesterComparison(kind, tuple(scores), tuple(differences))


def _halves(project: Project, articles: set[str]) -> list[frozenset[str]]:
    """Divide articles into two halves of similar size; copies, and judged pairs, stay together."""
    groups: DisjointSets[str] = DisjointSets()
    for info in project.article_infos(sorted(articles)):
        groups.join(info.id, f"text {info.sha256}")
    for pair in project.pairs():
        if pair.a in articles and pair.b in articles and pair.cluster is not None:
            groups.join(pair.a, pair.b)
    halves: list[list[str]] = [[] for _ in range(_HALVES)]
    for members in groups.groups():
        smallest = min(halves, key=len)
        smallest += [name for name in members if name in articles]
    return [frozenset(half) for half in halves]


def _suggested(
    project: Project,
    suggester: Suggester,
    kind: SuggestionKind,
    halves: Sequence[frozenset[str]],
    report: Report,
) -> tuple[list[Suggestion], str]:
    """Return its suggestions for each half while that half is hidden; and a failure's reason."""
    kept: dict[str, Suggestion] = {}
    failure = ""
    for half in halves:
        view = ProjectView(project, selected=half, hidden=half)
        with search(view, suggester, report) as found:
            failure = failure or str(found.failure or "")
            kept.update((each.id, each) for each in found if each.kind == kind)
    return list(kept.values()), failure


def _score(
    suggester: Suggester, counts: Mapping[str, Counts], failure: str, seed: int, resamples: int
) -> SuggesterScore:
    table = _table(counts)
    precision, recall, f1 = (
        _measured(table, which, seed, resamples) for which in ("precision", "recall", "f1")
    )
    return SuggesterScore(
        suggester.key,
        suggester.version,
        len(counts),
        int(table[:, 1].sum()),
        precision,
        recall,
        f1,
        failure,
    )


def _table(counts: Mapping[str, Counts]) -> "Floats":
    import numpy as np

    rows = [(each.right, each.suggested, each.said) for each in counts.values()]
    return np.array(rows, dtype=np.float64).reshape(-1, 3)


def _rates(sums: "Floats", which: str) -> "Floats":
    """Return precision, recall or F1 of sums (… × correct, suggested, annotated); NaN if none."""
    import numpy as np

    right, suggested, annotated = sums[..., 0], sums[..., 1], sums[..., 2]
    with np.errstate(divide="ignore", invalid="ignore"):
        if which == "precision":
            return np.asarray(right / suggested)
        if which == "recall":
            return np.asarray(right / annotated)
        return np.asarray(2 * right / (suggested + annotated))


def _resampled(table: "Floats", seed: int, resamples: int) -> "Floats":
    """Return the sums of each resample: resamples × 3."""
    import numpy as np

    generator = np.random.default_rng(seed)
    weights = generator.multinomial(len(table), np.full(len(table), 1 / len(table)), resamples)
    return np.asarray(weights @ table)


def _measured(table: "Floats", which: str, seed: int, resamples: int) -> Measured:
    value = float(_rates(table.sum(axis=0), which))
    return _with_interval(value, _rates(_resampled(table, seed, resamples), which))


def _with_interval(value: float, resampled: "Floats") -> Measured:
    import numpy as np

    if np.isnan(value):
        return Measured(None, None, None)
    low, high = np.nanpercentile(resampled, (2.5, 97.5))
    return Measured(round(value, 4), round(float(low), 4), round(float(high), 4))


def _difference(
    first: str,
    second: str,
    counts: Mapping[str, Mapping[str, Counts]],
    *,
    relations: bool,
    seed: int,
    resamples: int,
) -> Difference:
    one, other = _table(counts[first]), _table(counts[second])
    value = float(_rates(one.sum(axis=0), "f1")) - float(_rates(other.sum(axis=0), "f1"))
    resampled = _rates(_resampled(one, seed, resamples), "f1") - _rates(
        _resampled(other, seed, resamples), "f1"
    )
    return Difference(
        first,
        second,
        _with_interval(value, resampled),
        mcnemar(one[:, 0] > 0, other[:, 0] > 0) if relations else None,
    )


def mcnemar(first: Iterable[bool], second: Iterable[bool]) -> float:
    """Return the two-sided p of McNemar's exact test: whether both are right equally often."""
    only_first = only_second = 0
    for one, other in zip(first, second, strict=True):
        only_first += bool(one) and not other
        only_second += bool(other) and not one
    discordant = only_first + only_second
    if not discordant:
        return 1.0
    fewer = min(only_first, only_second)
    tail = sum(comb(discordant, k) for k in range(fewer + 1))
    return round(min(1.0, float(2 * tail / 2**discordant)), 6)
