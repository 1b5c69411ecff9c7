"""A whole dataset in one step: articles with the annotations that came with them."""

import dataclasses
import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, cast

from dittomark import ids
from dittomark.annotations import (
    AddResult,
    Changes,
    Decision,
    Event,
    EventMembership,
    Judgement,
    NewArticle,
    NewPair,
    Span,
)
from dittomark.errors import InvalidAnnotationError, UserError
from dittomark.labels import Label, LabelScheme
from dittomark.operations.articles import ArticleOperations
from dittomark.operations.base import storable
from dittomark.operations.events import EventOperations
from dittomark.operations.judgements import JudgementOperations
from dittomark.operations.pairs import PairOperations
from dittomark.operations.spans import check_span
from dittomark.progress import Report
from dittomark.records import texts, typed
from dittomark.sentences import Sentence
from dittomark.store import queries
from dittomark.store.codecs import to_json
from dittomark.store.edits import Edit
from dittomark.store.rows import (
    ARTICLES,
    DECISIONS,
    EVENTS,
    JUDGEMENTS,
    MEMBERSHIPS,
    PAIRS,
    SPANS,
    Entity,
)

_BATCH: Final = 500


@dataclass(frozen=True, slots=True)
class EditedMetadata:
    """What the other project had made of an article's title, source, url, date or language."""

    article_id: str
    fields: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class PairWithJudgements:
    """A pair with what people said of it; directions are relative to the project's order."""

    pair: NewPair
    judgements: tuple[Judgement, ...] = ()


Annotation = (
    EditedMetadata | LabelScheme | Event | Span | PairWithJudgements | EventMembership | Decision
)
Refuse = Callable[[Annotation | Judgement, Sentence], None]


@dataclass(frozen=True, slots=True)
class DatasetResult:
    """What `add_dataset` did. `annotations` counts the new rows by kind."""

    articles: AddResult
    annotations: dict[str, int]
    changes: Changes


@dataclass
class _Annotating:
    """The state of the second half of `add_dataset`."""

    edit: Edit
    refuse: Refuse
    added: dict[str, int] = field(default_factory=dict)

    def count(self, entity: Entity[Any], number: int = 1) -> None:
        """Count rows as added."""
        if number:
            self.added[entity.table] = self.added.get(entity.table, 0) + number

    def has(self, entity: Entity[Any], row_id: str) -> bool:
        """Return whether the row is there and was not deleted."""
        row = self.edit.columns(entity, row_id)
        return row is not None and row["deleted_at"] is None


class DatasetOperations(ArticleOperations, PairOperations, EventOperations, JudgementOperations):
    """Bringing in what another project or tool wrote."""

    def add_dataset(
        self,
        articles: Iterable[NewArticle],
        annotations: Iterable[Annotation] = (),
        *,
        refuse: Refuse,
        annotator: str = "import",
        report: Report | None = None,
    ) -> DatasetResult:
        """Add articles, then annotations, as one step: all of it is on disk, or nothing.

        `annotations` is read after the last article went in; it may look things up in the project.
        An event stands before what refers to it. A row that is there already (by id, or by who
        says what of which article) is left as it is, so the same file twice adds nothing; labels
        that the scheme lacks are added to it. An annotation that can't be is handed to `refuse`
        with the reason, and the rest goes on.
        """
        with self._edit("import") as edit:
            adding = self._add_all(edit, articles, annotator=annotator, report=report)
            state = _Annotating(edit, refuse)
            for kind, values in itertools.groupby(annotations, type):
                if kind is Span:
                    self._add_spans(state, cast("Iterator[Span]", values))
                elif kind is PairWithJudgements:
                    self._add_judged_pairs(state, cast("Iterator[PairWithJudgements]", values))
                else:
                    self._add_one_by_one(state, values)
        self._scheme = None
        result = AddResult(tuple(adding.added), adding.already_there, self.last_changes)
        return DatasetResult(result, state.added, self.last_changes)

    def _add_one_by_one(self, state: _Annotating, values: Iterable[Annotation]) -> None:
        for value in values:
            try:
                match value:
                    case LabelScheme():
                        self._learn_scheme(state.edit, value)
                    case EditedMetadata():
                        self._add_edited(state, value)
                    case Event():
                        self._add_event(state, value)
                    case EventMembership():
                        self._add_membership(state, value)
                    case Decision():
                        self._add_decision(state, value)
            except UserError as error:
                state.refuse(value, error.sentence)

    def _learn_scheme(self, edit: Edit, other: LabelScheme) -> None:
        """Add the labels and relations that this project's scheme does not have."""
        scheme = self.scheme
        spans = [label for label in other.spans if scheme.span_label(label.key) is None]
        relations = [label for label in other.relations if scheme.relation(label.key) is None]
        if spans or relations:
            scheme = dataclasses.replace(
                scheme,
                spans=(*scheme.spans, *spans),
                relations=(*scheme.relations, *relations),
            )
            edit.set_meta("scheme", to_json(dataclasses.asdict(scheme)))
            self._scheme = scheme

    def _add_edited(self, state: _Annotating, edited: EditedMetadata) -> None:
        """Take over edited metadata, unless this project has edited the article itself."""
        info = self._article_info(edited.article_id)
        if all(getattr(info, name) == info.imported.get(name, "") for name in edited.fields):
            state.edit.put(ARTICLES, dataclasses.replace(info, **edited.fields))

    def _add_event(self, state: _Annotating, event: Event) -> None:
        name = event.id or ids.event_id(event.title, event.date, event.place)
        if not state.has(EVENTS, name):
            event = dataclasses.replace(event, id=name)
            self._check_event(event)
            state.edit.put(EVENTS, event)
            state.count(EVENTS)

    def _add_spans(self, state: _Annotating, spans: Iterator[Span]) -> None:
        while batch := list(itertools.islice(spans, _BATCH)):
            self._know_labels(state.edit, {span.label for span in batch})
            articles = {span.article_id for span in batch}
            infos = {info.id: info for info in self.article_infos(articles)}
            there = queries.spans_there(self._store, articles)
            fresh: dict[str, Span] = {}
            for span in batch:
                what = (span.article_id, span.start, span.end, span.label, span.annotator)
                try:
                    info = infos.get(span.article_id) or self._article_info(span.article_id)
                    check_span(info, span, self.scheme, was=span.label)
                    storable(span.note, Sentence("The note"))
                except UserError as error:
                    state.refuse(span, error.sentence)
                    continue
                if what not in there:
                    there.add(what)
                    name = span.id or ids.span_id(*what)
                    fresh[name] = dataclasses.replace(span, id=name)
            self._put_fresh_spans(state, fresh)

    def _put_fresh_spans(self, state: _Annotating, fresh: dict[str, Span]) -> None:
        """Write spans; one whose id is taken (by a deleted one) is put in its place."""
        state.count(SPANS, len(fresh))
        known = queries.known_rows(self._store, "spans", list(fresh))
        for name in known:
            state.edit.put(SPANS, fresh.pop(name))
        rows = [SPANS.encode(span) for span in fresh.values()]
        for row in rows:
            row.pop("updated_at")
            row["created_at"] = row["created_at"] or state.edit.now
        state.edit.add(SPANS, rows)

    def _add_judged_pairs(self, state: _Annotating, judged: Iterator[PairWithJudgements]) -> None:
        position = queries.last_position(self._store)
        while batch := list(itertools.islice(judged, _BATCH)):
            good = [one for one in batch if self._is_sound(state, one)]
            named = {ids.pair_id(one.pair.a, one.pair.b): one.pair for one in good}
            known = queries.known_rows(self._store, "pairs", named)
            new = [pair for name, pair in named.items() if known.get(name, True)]
            position = self._add_pair_batch(state.edit, new, position)
            state.count(PAIRS, len(new))
            self._add_judgements(state, [said for one in good for said in one.judgements])

    def _is_sound(self, state: _Annotating, judged: PairWithJudgements) -> bool:
        pair = judged.pair
        if pair.a == pair.b:
            state.refuse(judged, Sentence("A pair needs two different articles."))
        return pair.a != pair.b

    def _add_judgements(self, state: _Annotating, judgements: list[Judgement]) -> None:
        """Write judgements of pairs that are there."""
        named = {ids.judgement_id(said.pair_id, said.annotator): said for said in judgements}
        known = queries.known_rows(self._store, "judgements", named)
        for name, judgement in named.items():
            if not known.get(name, True):
                continue
            self._know_relation(state.edit, judgement)
            try:
                checked = self._checked_judgement(judgement, was=judgement)
            except UserError as error:
                state.refuse(judgement, error.sentence)
                continue
            state.edit.put(JUDGEMENTS, dataclasses.replace(checked, id=name))
            state.count(JUDGEMENTS)

    def _know_relation(self, edit: Edit, judgement: Judgement) -> None:
        """Add a relation that comes with an imported judgement to the scheme."""
        if judgement.relation and self.scheme.relation(judgement.relation) is None:
            label = Label(judgement.relation, directed=judgement.direction is not None)
            self._learn_scheme(edit, LabelScheme(spans=(), relations=(label,)))

    def _add_membership(self, state: _Annotating, membership: EventMembership) -> None:
        name = ids.membership_id(membership.article_id, membership.event_id, membership.annotator)
        if not state.has(MEMBERSHIPS, name):
            self._article_info(membership.article_id)
            self._event(membership.event_id)
            storable(membership.note, Sentence("The note"))
            self._put_membership(state.edit, membership)
            state.count(MEMBERSHIPS)

    def _add_decision(self, state: _Annotating, decision: Decision) -> None:
        name = ids.decision_id(decision.kind, decision.target)
        if state.has(DECISIONS, name):
            return
        self._check_decision(state.edit, decision)
        state.edit.put(DECISIONS, dataclasses.replace(decision, id=name))
        state.count(DECISIONS)

    def _check_decision(self, edit: Edit, decision: Decision) -> None:
        """Raise `UserError` for a decision that could not have been made here."""
        target, who, content = decision.target, decision.annotator, decision.content
        match decision.kind:
            case "relation":
                relation, direction = typed(content, "relation", str), content.get("direction")
                said = Judgement("", self._pair(target).id, who, relation, direction)
                self._know_relation(edit, said)
                self._checked_judgement(said, was=said)
            case "spans":
                info = self._article_info(target)
                spans = [Span("", target, *span, who) for span in _settled_spans(content)]
                self._know_labels(edit, {span.label for span in spans})
                for span in spans:
                    check_span(info, span, self.scheme, was=span.label)
            case "events":
                self._article_info(target)
                for event in texts(content, "events"):
                    self._event(event)
            case kind:
                raise InvalidAnnotationError("“{kind}” is not a kind of decision.", kind=kind)


def _settled_spans(content: Mapping[str, Any]) -> list[tuple[int, int, str]]:
    spans = content.get("spans")
    if not isinstance(spans, list) or not all(
        isinstance(span, list) and [type(part) for part in span] == [int, int, str]
        for span in spans
    ):
        raise InvalidAnnotationError("“spans” is not a list of [start, end, label].")
    return [(start, end, label) for start, end, label in spans]
