"""A whole dataset in one step: articles with the annotations that came with them."""

import dataclasses
import itertools
from collections.abc import Iterable, Iterator, Mapping
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
from dittomark.messages import Message
from dittomark.operations.articles import ArticleOperations
from dittomark.operations.base import THE_NOTE, storable
from dittomark.operations.events import EventOperations
from dittomark.operations.imported_records import (
    EditedMetadata,
    ImportedJudgement,
    Located,
    PairWithJudgements,
    Refuse,
    SourceLocation,
)
from dittomark.operations.judgements import JudgementOperations
from dittomark.operations.pairs import PairOperations
from dittomark.operations.spans import check_span, span_name
from dittomark.progress import Report
from dittomark.records import texts, typed
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
class DatasetResult:
    """What `add_dataset` did.

    `annotations` counts the rows it wrote, by kind; `unchanged` those that stood there already.
    """

    articles: AddResult
    annotations: dict[str, int]
    unchanged: int
    changes: Changes


@dataclass
class _Annotating:
    """The state of the second half of `add_dataset`."""

    edit: Edit
    refuse: Refuse
    update: bool
    written: dict[str, int] = field(default_factory=dict)
    unchanged: int = 0

    def count(self, entity: Entity[Any], number: int = 1) -> None:
        """Count rows as written."""
        if number:
            self.written[entity.table] = self.written.get(entity.table, 0) + number

    def has(self, entity: Entity[Any], row_id: str) -> bool:
        """Return whether the row is there and was not deleted."""
        row = self.edit.columns(entity, row_id)
        return row is not None and row["deleted_at"] is None


@dataclass
class _BatchJudgements:
    """What a batch of judged pairs says: judgements that are there, and what is to be written."""

    there: dict[str, Judgement]
    pairs: dict[str, NewPair] = field(default_factory=dict)
    written: dict[str, Judgement] = field(default_factory=dict)


class DatasetOperations(ArticleOperations, PairOperations, EventOperations, JudgementOperations):
    """Bringing in what another project or tool wrote."""

    def add_dataset(
        self,
        articles: Iterable[NewArticle],
        annotations: Iterable[Located] = (),
        *,
        refuse: Refuse,
        update: bool = False,
        annotator: str = "import",
        report: Report | None = None,
    ) -> DatasetResult:
        """Add articles, then annotations, as one step: all of it is on disk, or nothing.

        `annotations` is read after the last article went in; it may look things up in the project.
        An event stands before what refers to it. An annotation that can't be is refused: `refuse`
        is told its place and the reason, and the rest goes on.

        The annotations are another project's: a row that is there already (by id, or by who says
        what of which article) is left as it is, so the same file twice adds nothing, and labels
        that the scheme lacks are added to it. With `update` they are somebody's work on this
        project: what the annotator said of a pair or an event before is changed to what is said
        now, and only labels that can be chosen are taken.
        """
        with self._edit("import") as edit:
            adding = self._add_all(edit, articles, annotator=annotator, report=report)
            state = _Annotating(edit, refuse, update)
            for kind, placed in itertools.groupby(annotations, lambda one: type(one[0])):
                if kind is Span:
                    self._add_spans(state, cast("Iterator[tuple[Span, SourceLocation]]", placed))
                elif kind is PairWithJudgements:
                    judged = cast("Iterator[tuple[PairWithJudgements, SourceLocation]]", placed)
                    self._add_judged_pairs(state, judged)
                else:
                    self._add_one_by_one(state, placed)
        self._scheme = None
        result = AddResult(tuple(adding.added), adding.already_there, self.last_changes)
        return DatasetResult(result, state.written, state.unchanged, self.last_changes)

    def _add_one_by_one(self, state: _Annotating, annotations: Iterable[Located]) -> None:
        for value, place in annotations:
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
                state.refuse(place, error.message)

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
        if state.has(EVENTS, name):
            state.unchanged += 1
            return
        event = dataclasses.replace(event, id=name)
        self._check_event(event)
        state.edit.put(EVENTS, event)
        state.count(EVENTS)

    def _add_spans(self, state: _Annotating, spans: Iterator[tuple[Span, SourceLocation]]) -> None:
        while batch := list(itertools.islice(spans, _BATCH)):
            if not state.update:
                self._know_labels(state.edit, {span.label for span, _ in batch})
            articles = {span.article_id for span, _ in batch}
            infos = {info.id: info for info in self.article_infos(articles)}
            there = queries.spans_there(self._store, articles)
            fresh: list[Span] = []
            for span, place in batch:
                what = (span.article_id, span.start, span.end, span.label, span.annotator)
                try:
                    info = infos.get(span.article_id) or self._article_info(span.article_id)
                    check_span(info, span, self.scheme, was=None if state.update else span.label)
                    storable(span.note, THE_NOTE)
                except UserError as error:
                    state.refuse(place, error.message)
                    continue
                if what in there:
                    state.unchanged += 1
                else:
                    there.add(what)
                    fresh.append(span)
            self._put_fresh_spans(state, fresh)

    def _put_fresh_spans(self, state: _Annotating, spans: list[Span]) -> None:
        """Write spans that nobody has marked yet, under the id they came with or one of what it is.

        One of a deleted span is put in its place. One whose id came along and is in use was changed
        here: it stays as it is.
        """
        fresh = {span.id or span_name(span): span for span in spans}
        for name, deleted in queries.known_rows(self._store, "spans", list(fresh)).items():
            span = fresh.pop(name)
            if deleted:
                state.edit.put(SPANS, dataclasses.replace(span, id=name))
                state.count(SPANS)
            elif span.id:
                state.unchanged += 1
            else:
                fresh[self._new_id()] = span
        rows = [SPANS.encode(dataclasses.replace(span, id=name)) for name, span in fresh.items()]
        for row in rows:
            row.pop("updated_at")
            row["created_at"] = row["created_at"] or state.edit.now
        state.edit.add(SPANS, rows)
        state.count(SPANS, len(rows))

    def _add_judged_pairs(
        self, state: _Annotating, judged: Iterator[tuple[PairWithJudgements, SourceLocation]]
    ) -> None:
        position = queries.last_position(self._store)
        while batch := list(itertools.islice(judged, _BATCH)):
            words = self._judgements_of_batch(batch)
            for one, place in batch:
                if one.pair.a == one.pair.b:
                    state.refuse(place, Message("A pair needs two different articles."))
                else:
                    self._take_words(state, words, one, place)
            known = queries.known_rows(self._store, "pairs", words.pairs)
            new = [pair for name, pair in words.pairs.items() if known.get(name, True)]
            position = self._add_pair_batch(state.edit, new, position)
            state.count(PAIRS, len(new))
            for judgement in words.written.values():
                state.edit.put(JUDGEMENTS, judgement)
            state.count(JUDGEMENTS, len(words.written))

    def _judgements_of_batch(
        self, batch: list[tuple[PairWithJudgements, SourceLocation]]
    ) -> _BatchJudgements:
        names = {
            ids.judgement_id(ids.pair_id(one.pair.a, one.pair.b), said.annotator)
            for one, _ in batch
            for said in one.judgements
        }
        return _BatchJudgements({one.id: one for one in self._store.select_ids(JUDGEMENTS, names)})

    def _take_words(
        self,
        state: _Annotating,
        words: _BatchJudgements,
        judged: PairWithJudgements,
        place: SourceLocation,
    ) -> None:
        """Take in a pair; as somebody's work it comes into the queue only by being judged."""
        pair_id = ids.pair_id(judged.pair.a, judged.pair.b)
        if not state.update:
            words.pairs[pair_id] = judged.pair
        for said in judged.judgements:
            name = ids.judgement_id(pair_id, said.annotator)
            old = words.written.get(name) or words.there.get(name)
            if old is not None and not state.update and name not in words.written:
                state.unchanged += 1
                continue
            try:
                new = self._judgement_of(state, said, old or _first_word(name, pair_id, said))
            except UserError as error:
                state.refuse(place, error.message)
                continue
            words.pairs[pair_id] = judged.pair
            if new == old:
                state.unchanged += 1
            else:
                words.written[name] = new

    def _judgement_of(
        self, state: _Annotating, said: ImportedJudgement, old: Judgement
    ) -> Judgement:
        """Return what the annotator says now; raises `UserError` for what can't be said."""
        if state.update:
            return self._judgement_with(old, said.fields)
        new = dataclasses.replace(old, **said.fields)
        self._know_relation(state.edit, new)
        return self._checked_judgement(new, was=new)

    def _know_relation(self, edit: Edit, judgement: Judgement) -> None:
        """Add a relation that comes with an imported judgement to the scheme."""
        if judgement.relation and self.scheme.relation(judgement.relation) is None:
            label = Label(judgement.relation, directed=judgement.direction is not None)
            self._learn_scheme(edit, LabelScheme(spans=(), relations=(label,)))

    def _add_membership(self, state: _Annotating, membership: EventMembership) -> None:
        name = ids.membership_id(membership.article_id, membership.event_id, membership.annotator)
        old = self._store.get(MEMBERSHIPS, name)
        if old is not None and (not state.update or membership.note == old.note):
            state.unchanged += 1
            return
        self._article_info(membership.article_id)
        self._event(membership.event_id)
        storable(membership.note, THE_NOTE)
        new = membership if old is None else dataclasses.replace(old, note=membership.note)
        self._put_membership(state.edit, new)
        state.count(MEMBERSHIPS)

    def _add_decision(self, state: _Annotating, decision: Decision) -> None:
        name = ids.decision_id(decision.kind, decision.target)
        if state.has(DECISIONS, name):
            state.unchanged += 1
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


def _first_word(name: str, pair_id: str, said: ImportedJudgement) -> Judgement:
    return Judgement(name, pair_id, said.annotator, origin=said.origin, created_at=said.created_at)


def _settled_spans(content: Mapping[str, Any]) -> list[tuple[int, int, str]]:
    spans = content.get("spans")
    if not isinstance(spans, list) or not all(
        isinstance(span, list) and [type(part) for part in span] == [int, int, str]
        for span in spans
    ):
        raise InvalidAnnotationError("“spans” is not a list of [start, end, label].")
    return [(start, end, label) for start, end, label in spans]
