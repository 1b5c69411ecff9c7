"""Annotators' decisions on one kind of annotation, and how far suggestions agree with them."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from dittomark.annotations import Decision, Judgement, Suggestion, SuggestionKind
from dittomark.project import Project

Mark = tuple[int, int, str]
"""Start, end and label of a span."""
_ENOUGH_OVERLAP: Final = 0.5
"""Share of the union of two spans above which they count as equal: half, as in PASCAL VOC (2010).
"""


@dataclass
class Counts:
    """Counts of one item: correct suggestions, all suggestions, annotations."""

    right: float = 0.0
    suggested: float = 0.0
    said: float = 0.0


class Decided:
    """The decisions on one kind: `items` by article, or by pair; all `articles` of them.

    `among` restricts the items to these ids.

    A decision of an adjudicator has priority over annotators; of several annotators, an answer of
    at least half of them counts; a pair on which they differ is left out.
    """

    def __init__(
        self, project: Project, kind: SuggestionKind, *, among: Collection[str] | None = None
    ) -> None:
        self.kind = kind
        self.items: dict[str, Any] = {}
        self.articles: set[str] = set()
        decisions = {(each.kind, each.target): each for each in project.decisions()}
        if kind == "relation":
            self._relations(project, decisions)
        elif kind == "span":
            self._spans(project, decisions)
        else:
            self._events(project, decisions)
        if among is not None:
            self._keep(frozenset(among), project)

    def _keep(self, among: frozenset[str], project: Project) -> None:
        self.items = {name: answer for name, answer in self.items.items() if name in among}
        self.articles = set(self.items)
        if self.kind == "relation":
            pairs = map(project.pair, self.items)
            self.articles = {one for pair in pairs for one in (pair.a, pair.b)}

    def _relations(self, project: Project, decisions: Mapping[Any, Decision]) -> None:
        by_pair: dict[str, list[Judgement]] = defaultdict(list)
        for judgement in project.judgements():
            if judgement.done and judgement.relation is not None:
                by_pair[judgement.pair_id].append(judgement)
        for pair in project.pairs():
            settled = decisions.get(("relation", pair.id))
            relations = {judgement.relation for judgement in by_pair.get(pair.id, ())}
            if settled is not None:
                relations = {settled.content.get("relation")}
            if len(relations) == 1:
                self.items[pair.id] = relations.pop()
                self.articles |= {pair.a, pair.b}

    def _spans(self, project: Project, decisions: Mapping[Any, Decision]) -> None:
        marks: dict[str, dict[str, set[Mark]]] = defaultdict(dict)
        for span in project.spans():
            mark = (span.start, span.end, span.label)
            marks[span.article_id].setdefault(span.annotator, set()).add(mark)
        finished = {row.pair_id for row in project.judgements() if row.done}
        done = {one for pair in project.pairs() if pair.id in finished for one in (pair.a, pair.b)}
        for info in project.article_infos():
            settled = decisions.get(("spans", info.id))
            if settled is not None:
                self.items[info.id] = {tuple(mark) for mark in settled.content.get("spans", ())}
            elif info.id in marks or info.id in done:
                self.items[info.id] = _by_most(marks.get(info.id, {}).values())
        self.articles = set(self.items)

    def _events(self, project: Project, decisions: Mapping[Any, Decision]) -> None:
        labels: dict[str, dict[str, set[str]]] = defaultdict(dict)
        for membership in project.memberships():
            people = labels[membership.article_id]
            people.setdefault(membership.annotator, set()).add(membership.event_id)
        self._titles = {event.id: event.title for event in project.events()}
        for article, people in labels.items():
            settled = decisions.get(("events", article))
            events = _by_most(people.values())
            self.items[article] = (
                events if settled is None else set(settled.content.get("events", ()))
            )
        self.articles = set(self.items)

    def labels(self, found: Iterable[Suggestion]) -> Counter[tuple[str, str]]:
        """Count suggested labels by annotated ones: (suggested, annotated).

        Only where there is an annotated one: for spans, the one with the largest overlap, at least
        half of their union. Events have no labels.
        """
        table: Counter[tuple[str, str]] = Counter()
        for name, given in self._by_item(found).items():
            decided = self.items[name]
            if self.kind == "relation":
                table[str(max(given, key=lambda each: each.score).label), decided] += 1
            elif self.kind == "span":
                for each in given:
                    mark = (each.start or 0, each.end or 0, each.label or "")
                    best = max(decided, key=partial(_overlap, mark), default=None)
                    if best is not None and _overlap(mark, best) >= _ENOUGH_OVERLAP:
                        table[mark[2], best[2]] += 1
        return table

    def counts(self, found: Iterable[Suggestion]) -> dict[str, Counts]:
        """Return for each item the counts of correct, suggested and annotated values."""
        by_item = self._by_item(found)
        return {
            name: self._count(answer, by_item.get(name, [])) for name, answer in self.items.items()
        }

    def _by_item(self, found: Iterable[Suggestion]) -> dict[str, list[Suggestion]]:
        by_item: dict[str, list[Suggestion]] = defaultdict(list)
        for each in found:
            name = each.pair_id if self.kind == "relation" else each.article_id
            if name in self.items:
                by_item[str(name)].append(each)
        return by_item

    def _count(self, answer: Any, given: list[Suggestion]) -> Counts:  # noqa: ANN401
        if self.kind == "relation":
            best = max(given, key=lambda each: each.score, default=None)
            right = best is not None and best.label == answer
            return Counts(float(right), float(best is not None), 1.0)
        if self.kind == "event":
            events = {each.event_id or self._event_called(each) for each in given}
            return Counts(len(events & answer), len(events), len(answer))
        marks = {(each.start or 0, each.end or 0, each.label or "") for each in given}
        return Counts(_matched(marks, answer), len(marks), len(answer))

    def _event_called(self, each: Suggestion) -> str:
        """Return the event of the registry with the proposed title, else the title."""
        title = str(each.payload.get("title", ""))
        return next((name for name, known in self._titles.items() if known == title), title)


def _by_most(given: Iterable[set[Any]]) -> set[Any]:
    """Return the values given by at least half of the annotators."""
    people = list(given)
    everything = set().union(*people)
    return {each for each in everything if 2 * sum(each in one for one in people) >= len(people)}


def _matched(suggested: set[Mark], annotated: set[Mark]) -> float:
    """Return the number of spans that match one with the same label (half of the union)."""
    left, matched = set(annotated), 0
    for start, end, label in sorted(suggested):
        best = max(
            (mark for mark in left if mark[2] == label),
            key=lambda mark: _overlap((start, end, label), mark),
            default=None,
        )
        if best is not None and _overlap((start, end, label), best) >= _ENOUGH_OVERLAP:
            left.remove(best)
            matched += 1
    return matched


def _overlap(one: Mark, other: Mark) -> float:
    common = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, common) / (max(one[1], other[1]) - min(one[0], other[0]))
