"""The input of an exporter: the chosen articles, pairs and events, each with its annotations.

The iterators can be restarted (a format may need two passes); every pass reads the same snapshot
from the disk, so memory use does not grow.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from dittomark import ids
from dittomark.annotations import (
    ArticleInfo,
    Decision,
    Event,
    EventMembership,
    Judgement,
    Link,
    Origin,
    Pair,
    Span,
)
from dittomark.errors import UserError
from dittomark.exporting.options import Selection, Tally, TextMode
from dittomark.operations.links import link_name, settled_links
from dittomark.progress import Report
from dittomark.records.json_objects import agreed_relation
from dittomark.store.snapshot import ArticleRow, PairRow, Snapshot


@dataclass(frozen=True, slots=True)
class ExportedArticle:
    """An article as exported; `text` is None if texts are left out."""

    info: ArticleInfo
    text: str | None
    spans: tuple[Span, ...]
    memberships: tuple[EventMembership, ...]


@dataclass(frozen=True, slots=True)
class ExportedPair:
    """A pair as exported; `relation` is the one on which its judgements agree, or decided."""

    pair: Pair
    a_external_id: str
    b_external_id: str
    judgements: tuple[Judgement, ...]
    relation: str | None
    direction: str | None
    adjudicated: bool = False


@dataclass(frozen=True, slots=True)
class _Settled:
    """The adjudicators' decisions by their targets."""

    relations: Mapping[str, Decision]
    spans: Mapping[str, Decision]
    links: Mapping[str, Decision]
    events: Mapping[str, Decision]


class Dataset:
    """The exported part of a project. `part` restricts it to one part of a split."""

    def __init__(
        self,
        snapshot: Snapshot,
        selection: Selection,
        *,
        text: TextMode = "full",
        tally: Tally | None = None,
        report: Report | None = None,
        licence: str = "",
        parts: Mapping[str, str] | None = None,
        part: str = "",
        all_parts: tuple[str, ...] = (),
    ) -> None:
        self.snapshot = snapshot
        self.selection = selection
        self.text = text
        self.tally = tally or Tally()
        self.part = part
        self.all_parts = all_parts
        self.licence = licence
        self._parts = parts
        self._report = report

    def quiet(self) -> "Dataset":
        """Return the same dataset with a separate tally, for reading without counting."""
        return Dataset(
            self.snapshot, self.selection, text=self.text, parts=self._parts, part=self.part
        )

    @property
    def name(self) -> str:
        """The project's name."""
        return self.snapshot.name

    @property
    def scheme(self) -> dict[str, Any]:
        """The label scheme as plain values."""
        return self.snapshot.scheme_json

    def articles(self) -> Iterator[ExportedArticle]:
        """Yield the chosen articles with the chosen annotations, offsets checked."""
        total = self.snapshot.counts.get("articles", 0)
        for done, row in enumerate(self.snapshot.articles()):
            if self._report is not None and done % 50 == 0:
                self._report(done, total)
            if self.has(row.info):
                yield self._exported(row)

    def pairs(self) -> Iterator[ExportedPair]:
        """Yield the pairs of chosen articles, with the chosen judgements."""
        included = self._included
        for row in self.snapshot.pairs():
            inside = included is None or (row.pair.a in included and row.pair.b in included)
            if inside and (pair := self._exported_pair(row)):
                yield pair

    def links(self) -> Iterator[Link]:
        """Yield the links between chosen articles, of the chosen annotators or as decided.

        If only finished pairs are exported, links within one article are kept if the article is.
        """
        included = self._included
        for link in self._chosen_links():
            if included is None or (link.a in included and link.b in included):
                self.tally.count("links")
                yield link

    def _chosen_links(self) -> Iterator[Link]:
        if not self.selection.adjudicated:
            yield from filter(self._is_theirs, self.snapshot.links())
            return
        for decision in self._settled.links.values():
            for link in settled_links(decision.content, decision.annotator):
                yield replace(
                    link,
                    id=link_name(link),
                    origin=_ADJUDICATION,
                    created_at=decision.created_at,
                    updated_at=decision.updated_at,
                )

    @cached_property
    def external_ids(self) -> dict[str, str]:
        """The external ids of the articles that have one, by id."""
        return {info.id: info.external_id for info in self.snapshot.infos() if info.external_id}

    def infos(self) -> Iterator[ArticleInfo]:
        """Yield the chosen articles without texts and annotations."""
        return filter(self.has, self.snapshot.infos())

    def with_metadata(self) -> int:
        """Return the number of chosen articles with imported metadata."""
        found, included = self.snapshot.ids_with_metadata(), self._included
        return len(found if included is None else included.intersection(found))

    def texts(self, article_ids: Iterable[str]) -> dict[str, str]:
        """Return the texts of some articles by id; empty if texts are left out."""
        return self.snapshot.texts(article_ids) if self.text == "full" else {}

    def events(self) -> Iterator[Event]:
        """Yield the event registry."""
        return self.snapshot.events()

    def decisions(self) -> Iterator[Decision]:
        """Yield the adjudicated decisions, if everything is exported."""
        if not self.selection.annotators and self._included is None:
            yield from self.snapshot.decisions()

    def decisions_of(self, target: str) -> list[Decision]:
        """Return the decisions on an article or a pair, as `decisions`."""
        return self._decisions_by_target.get(target, [])

    @cached_property
    def _decisions_by_target(self) -> dict[str, list[Decision]]:
        found: dict[str, list[Decision]] = {}
        for decision in self.decisions():
            found.setdefault(decision.target, []).append(decision)
        return found

    @cached_property
    def event_of(self) -> dict[str, Event]:
        """The events by id."""
        return {event.id: event for event in self.snapshot.events()}

    @cached_property
    def event_titles(self) -> dict[str, str]:
        """The titles of the events by id."""
        return {event.id: event.title for event in self.snapshot.events()}

    def has(self, info: ArticleInfo) -> bool:
        """Return whether an article is chosen."""
        if self._parts is not None and self._parts.get(info.id) != self.part:
            return False
        return self._fits(info) and (
            self._finished_articles is None or info.id in self._finished_articles
        )

    def _fits(self, info: ArticleInfo) -> bool:
        wanted = self.selection
        day = info.date[:10]
        return not (
            any(
                values and getattr(info, key) not in values
                for key, values in wanted.metadata.items()
            )
            or (wanted.date_from and not day >= wanted.date_from)
            or (wanted.date_to and not (day and day <= wanted.date_to))
        )

    @cached_property
    def _included(self) -> frozenset[str] | None:
        """The ids of the chosen articles; None for all."""
        if self._parts is None and not self.selection.narrows_articles():
            return None
        return frozenset(info.id for info in self.snapshot.infos() if self.has(info))

    @cached_property
    def _finished_articles(self) -> frozenset[str] | None:
        if not self.selection.finished_only:
            return None
        return frozenset(
            article
            for row in self.snapshot.pairs()
            if self._is_finished(row)
            for article in (row.pair.a, row.pair.b)
        )

    def _is_finished(self, row: PairRow) -> bool:
        if self.selection.adjudicated:
            return row.pair.id in self._settled.relations
        return any(judgement.done for judgement in row.judgements if self._is_theirs(judgement))

    def _is_theirs(self, row: Span | Link | EventMembership | Judgement) -> bool:
        return not self.selection.annotators or row.annotator in self.selection.annotators

    @cached_property
    def _settled(self) -> _Settled:
        kinds = ("relation", "spans", "links", "events")
        found: dict[str, dict[str, Decision]] = {kind: {} for kind in kinds}
        for decision in self.snapshot.decisions():
            found[decision.kind][decision.target] = decision
        return _Settled(*found.values())

    def _exported(self, row: ArticleRow) -> ExportedArticle:
        adjudicated = self.selection.adjudicated
        spans = self._settled_spans(row.info) if adjudicated else row.spans
        memberships = self._settled_events(row.info) if adjudicated else row.memberships
        if self.selection.annotators and not adjudicated:
            spans = tuple(filter(self._is_theirs, spans))
            memberships = tuple(filter(self._is_theirs, memberships))
        if self.selection.labels:
            spans = tuple(span for span in spans if span.label in self.selection.labels)
        for span in spans:
            _check_offsets(span, row)
        self.tally.count("articles")
        self.tally.count("spans", len(spans))
        self.tally.count("event labels", len(memberships))
        text = row.text if self.text == "full" else None
        return ExportedArticle(row.info, text, spans, memberships)

    def _settled_spans(self, info: ArticleInfo) -> tuple[Span, ...]:
        decision = self._settled.spans.get(info.id)
        if decision is None:
            return ()
        adjudicator, at = decision.annotator, decision.created_at
        return tuple(
            Span(
                ids.span_id(info.id, start, end, label, adjudicator),
                info.id, start, end, label, adjudicator,
                origin=_ADJUDICATION, created_at=at, updated_at=decision.updated_at,
            )
            for start, end, label in sorted(map(tuple, decision.content.get("spans", ())))
        )  # fmt: skip

    def _settled_events(self, info: ArticleInfo) -> tuple[EventMembership, ...]:
        decision = self._settled.events.get(info.id)
        if decision is None:
            return ()
        adjudicator = decision.annotator
        return tuple(
            EventMembership(
                ids.membership_id(info.id, event, adjudicator),
                info.id, event, adjudicator, origin=_ADJUDICATION, created_at=decision.created_at,
            )
            for event in sorted(decision.content.get("events", ()))
        )  # fmt: skip

    def _exported_pair(self, row: PairRow) -> ExportedPair | None:
        """Return the pair, or None if only finished or decided ones are exported and it is not."""
        if self.selection.finished_only and not self._is_finished(row):
            return None
        judgements = tuple(filter(self._is_theirs, row.judgements))
        settled = self._settled.relations.get(row.pair.id)
        if self.selection.adjudicated:
            if settled is None:
                return None
            judgements = (_as_judgement(settled),)
        relations = self.selection.relations
        if relations:
            judgements = tuple(j for j in judgements if j.relation in relations)
        relation, direction = agreed_relation(judgements)
        use_settled = settled is not None and not self.selection.annotators
        if (
            use_settled
            and settled
            and (not relations or settled.content.get("relation") in relations)
        ):
            relation = settled.content.get("relation")
            direction = settled.content.get("direction")
        self.tally.count("pairs")
        self.tally.count("judgements", len(judgements))
        return ExportedPair(
            row.pair, row.a_external_id, row.b_external_id, judgements, relation, direction,
            adjudicated=use_settled,
        )  # fmt: skip


_ADJUDICATION = Origin(by="adjudication")


def _as_judgement(decision: Decision) -> Judgement:
    return Judgement(
        ids.judgement_id(decision.target, decision.annotator),
        decision.target,
        decision.annotator,
        relation=decision.content.get("relation"),
        direction=decision.content.get("direction"),
        note=decision.note,
        done=True,
        origin=_ADJUDICATION,
        created_at=decision.created_at,
        updated_at=decision.updated_at,
    )


def _check_offsets(span: Span, row: ArticleRow) -> None:
    if not 0 <= span.start < span.end <= len(row.text) or len(row.text) != row.info.length:
        raise UserError(
            "The span {start}–{end} of “{title}” does not fit its text. Run dittomark check on the "
            "project.",
            start=span.start,
            end=span.end,
            title=row.info.title or row.info.id,
        )
