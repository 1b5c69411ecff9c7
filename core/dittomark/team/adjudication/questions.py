"""The questions of adjudication: disagreements between annotators, and unanimous answers."""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, cast

from dittomark import ids
from dittomark.annotations import Decision, DecisionKind, Direction, JudgedPair
from dittomark.progress import Report
from dittomark.project import Project
from dittomark.team import opinions

# relation: (relation, direction); spans: ((start, end, label), …); events: (id, …);
# links: ((a_start, a_end, b_start, b_end, kind, direction or ""), …)
Opinion = tuple[Hashable, ...]
KINDS: Final[tuple[DecisionKind, ...]] = ("relation", "spans", "links", "events")


@dataclass(frozen=True, slots=True)
class Item:
    """One question, with each annotator's answer on a pair or on an article.

    `target` is the pair or the article, `articles` those to be displayed with it. An opinion is
    `(relation, direction)`, the sorted spans `(start, end, label)`, the sorted links `(a_start,
    a_end, b_start, b_end, kind, direction or "")`, or the sorted event ids. `decision` is the
    adjudicated one.
    """

    kind: DecisionKind
    target: str
    articles: tuple[str, ...]
    opinions: Mapping[str, Opinion]
    decision: Decision | None

    @property
    def agreed(self) -> bool:
        """Whether all annotators who answered agree."""
        return len(set(self.opinions.values())) == 1


def items(
    project: Project,
    *,
    kinds: Iterable[DecisionKind] = KINDS,
    annotators: Iterable[str] | None = None,
) -> Iterator[Item]:
    """Yield every question that somebody answered, in the order of the first answers."""
    wanted = None if annotators is None else frozenset(annotators)
    judged = [row for row in project.judged() if wanted is None or row.annotator in wanted]
    decisions = {(decision.kind, decision.target): decision for decision in project.decisions()}
    for kind in kinds:
        match kind:
            case "relation":
                found = _relations(judged)
            case "spans":
                found = _by_article(opinions.marks(project, wanted, judged))
            case "links":
                found = _by_pair(opinions.links(project, wanted, judged))
            case "events":
                found = _by_article(opinions.events(project, wanted))
        for target, (articles, answers) in found.items():
            yield Item(kind, target, articles, answers, decisions.get((kind, target)))


def disagreements(
    project: Project,
    *,
    kinds: Iterable[DecisionKind] = KINDS,
    annotators: Iterable[str] | None = None,
    with_settled: bool = False,
) -> list[Item]:
    """Return the questions with two or more different answers; by default only open ones."""
    return [
        item
        for item in items(project, kinds=kinds, annotators=annotators)
        if not item.agreed and (with_settled or item.decision is None)
    ]


def settle_agreed(
    project: Project,
    *,
    annotator: str,
    at_least: int = 1,
    kinds: Iterable[DecisionKind] = KINDS,
    note: str = "",
    report: Report | None = None,
) -> int:
    """Decide unanimous questions by their answer, as one step; returns their number.

    Only open questions that at least `at_least` annotators answered, all alike.
    """
    agreed = [
        item
        for item in items(project, kinds=kinds)
        if item.agreed and item.decision is None and len(item.opinions) >= at_least
    ]
    with project.batch("settle_agreed", annotator=annotator):
        for done, item in enumerate(agreed, start=1):
            accept(project, item, next(iter(item.opinions)), annotator=annotator, note=note)
            if report is not None:
                report(done, len(agreed))
    return len(agreed)


def accept(
    project: Project, item: Item, opinion_of: str, *, annotator: str, note: str = ""
) -> Decision:
    """Decide a question as one of the annotators answered it."""
    opinion = item.opinions[opinion_of]
    match item.kind:
        case "relation":
            relation, direction = cast("tuple[str, Direction | None]", opinion)
            return project.decide_relation(
                item.target,
                relation=relation,
                direction=direction,
                annotator=annotator,
                note=note,
            )
        case "spans":
            spans = cast("tuple[tuple[int, int, str], ...]", opinion)
            return project.decide_spans(item.target, spans, annotator=annotator, note=note)
        case "links":
            links = cast("tuple[tuple[int, int, int, int, str, str], ...]", opinion)
            return project.decide_links(
                item.articles[0],
                item.articles[-1],
                [(*link[:5], cast("Direction | None", link[5] or None)) for link in links],
                annotator=annotator,
                note=note,
            )
        case "events":
            events = cast("tuple[str, ...]", opinion)
            return project.decide_events(item.target, events, annotator=annotator, note=note)


# --- opinions ------------------------------------------------------------------------------------

_Found = dict[str, tuple[tuple[str, ...], dict[str, Opinion]]]


def _relations(judged: Iterable[JudgedPair]) -> _Found:
    found: _Found = {}
    for row in judged:
        if row.relation is not None:
            _, opinions = found.setdefault(row.pair_id, ((row.a, row.b), {}))
            opinions[row.annotator] = (row.relation, row.direction)
    return found


def _by_pair(opinions: Mapping[tuple[str, str], Mapping[str, set[Any]]]) -> _Found:
    return {
        ids.pair_id(a, b): ((a, b), {who: tuple(sorted(one)) for who, one in by.items()})
        for (a, b), by in opinions.items()
    }


def _by_article(opinions: Mapping[str, Mapping[str, set[Any]]]) -> _Found:
    return {
        article: ((article,), {who: tuple(sorted(one)) for who, one in by_annotator.items()})
        for article, by_annotator in opinions.items()
    }
