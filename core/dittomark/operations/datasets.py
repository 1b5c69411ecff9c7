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
    Link,
    NewArticle,
    NewPair,
    Span,
    Suggestion,
)
from dittomark.errors import InvalidAnnotationError, UserError
from dittomark.labels import Label, LabelScheme
from dittomark.messages import Message
from dittomark.operations import events, judgements, pairs
from dittomark.operations.articles import add_all, know_labels
from dittomark.operations.imported_links import know_kinds, take_links
from dittomark.operations.imported_records import (
    EditedMetadata,
    ImportedJudgement,
    Located,
    PairWithJudgements,
    Refuse,
    SourceLocation,
)
from dittomark.operations.imported_spans import take_spans
from dittomark.operations.links import check_extents, check_link, settled_links
from dittomark.operations.open_project import THE_NOTE, OpenProject, storable
from dittomark.operations.spans import check_span
from dittomark.operations.suggestion_rows import take_in_suggestions
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
    LINKS,
    MEMBERSHIPS,
    PAIRS,
    SPANS,
    SUGGESTIONS,
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


def add_dataset(
    project: OpenProject,
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
    with project.edit("import") as edit:
        adding = add_all(project, edit, articles, annotator=annotator, report=report)
        state = _Annotating(edit, refuse, update)
        for kind, placed in itertools.groupby(annotations, lambda one: type(one[0])):
            if kind is Span:
                _add_spans(project, state, cast("Iterator[tuple[Span, SourceLocation]]", placed))
            elif kind is Link:
                _add_links(project, state, cast("Iterator[tuple[Link, SourceLocation]]", placed))
            elif kind is PairWithJudgements:
                judged = cast("Iterator[tuple[PairWithJudgements, SourceLocation]]", placed)
                _add_judged_pairs(project, state, judged)
            elif kind is Suggestion:
                given = cast("Iterator[tuple[Suggestion, SourceLocation]]", placed)
                number = take_in_suggestions(project, edit, given, refuse)
                state.count(SUGGESTIONS, number)
            else:
                _add_one_by_one(project, state, placed)
    project.forget_scheme()
    result = AddResult(tuple(adding.added), adding.already_there, project.last_changes)
    return DatasetResult(result, state.written, state.unchanged, project.last_changes)


def _add_one_by_one(
    project: OpenProject, state: _Annotating, annotations: Iterable[Located]
) -> None:
    for value, place in annotations:
        try:
            match value:
                case LabelScheme():
                    _learn_scheme(project, state.edit, value)
                case EditedMetadata():
                    _add_edited(project, state, value)
                case Event():
                    _add_event(project, state, value)
                case EventMembership():
                    _add_membership(project, state, value)
                case Decision():
                    _add_decision(project, state, value)
        except UserError as error:
            state.refuse(place, error.message)


def _learn_scheme(project: OpenProject, edit: Edit, other: LabelScheme) -> None:
    """Add the labels and relations that this project's scheme does not have."""
    scheme = project.scheme
    spans = [label for label in other.spans if scheme.span_label(label.key) is None]
    relations = [label for label in other.relations if scheme.relation(label.key) is None]
    links = [label for label in other.links if scheme.link_kind(label.key) is None]
    if spans or relations or links:
        scheme = dataclasses.replace(
            scheme,
            spans=(*scheme.spans, *spans),
            relations=(*scheme.relations, *relations),
            links=(*scheme.links, *links),
        )
        edit.set_meta("scheme", to_json(dataclasses.asdict(scheme)))
        project.adopt_scheme(scheme)


def _add_edited(project: OpenProject, state: _Annotating, edited: EditedMetadata) -> None:
    """Take over edited metadata, unless this project has edited the article itself."""
    info = project.article_info(edited.article_id)
    if all(getattr(info, name) == info.imported.get(name, "") for name in edited.fields):
        state.edit.put(ARTICLES, dataclasses.replace(info, **edited.fields))


def _add_event(project: OpenProject, state: _Annotating, event: Event) -> None:
    name = event.id or ids.event_id(event.title, event.date, event.place)
    if state.has(EVENTS, name):
        state.unchanged += 1
        return
    event = dataclasses.replace(event, id=name)
    events.check_event(project, event)
    state.edit.put(EVENTS, event)
    state.count(EVENTS)


def _add_spans(
    project: OpenProject, state: _Annotating, spans: Iterator[tuple[Span, SourceLocation]]
) -> None:
    while batch := list(itertools.islice(spans, _BATCH)):
        written, unchanged = take_spans(
            project, state.edit, batch, refuse=state.refuse, new_labels=not state.update
        )
        state.count(SPANS, written)
        state.unchanged += unchanged


def _add_links(
    project: OpenProject, state: _Annotating, links: Iterator[tuple[Link, SourceLocation]]
) -> None:
    while batch := list(itertools.islice(links, _BATCH)):
        written, unchanged = take_links(
            project, state.edit, batch, refuse=state.refuse, new_kinds=not state.update
        )
        state.count(LINKS, written)
        state.unchanged += unchanged


def _add_judged_pairs(
    project: OpenProject,
    state: _Annotating,
    judged: Iterator[tuple[PairWithJudgements, SourceLocation]],
) -> None:
    position = queries.last_position(project.store)
    while batch := list(itertools.islice(judged, _BATCH)):
        words = _judgements_of_batch(project, batch)
        for one, place in batch:
            if one.pair.a == one.pair.b:
                state.refuse(place, Message("A pair needs two different articles."))
            else:
                _take_words(project, state, words, one, place)
        known = queries.known_rows(project.store, "pairs", words.pairs)
        new = [pair for name, pair in words.pairs.items() if known.get(name, True)]
        position = pairs.add_pair_batch(project, state.edit, new, position)
        state.count(PAIRS, len(new))
        for judgement in words.written.values():
            state.edit.put(JUDGEMENTS, judgement)
        state.count(JUDGEMENTS, len(words.written))


def _judgements_of_batch(
    project: OpenProject, batch: list[tuple[PairWithJudgements, SourceLocation]]
) -> _BatchJudgements:
    names = {
        ids.judgement_id(ids.pair_id(one.pair.a, one.pair.b), said.annotator)
        for one, _ in batch
        for said in one.judgements
    }
    return _BatchJudgements({one.id: one for one in project.store.select_ids(JUDGEMENTS, names)})


def _take_words(
    project: OpenProject,
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
            new = _judgement_of(project, state, said, old or _first_word(name, pair_id, said))
        except UserError as error:
            state.refuse(place, error.message)
            continue
        words.pairs[pair_id] = judged.pair
        if new == old:
            state.unchanged += 1
        else:
            words.written[name] = new


def _judgement_of(
    project: OpenProject, state: _Annotating, said: ImportedJudgement, old: Judgement
) -> Judgement:
    """Return what the annotator says now; raises `UserError` for what can't be said."""
    if state.update:
        return judgements.judgement_with(project, old, said.fields)
    new = dataclasses.replace(old, **said.fields)
    _know_relation(project, state.edit, new)
    return judgements.checked_judgement(project, new, was=new)


def _know_relation(project: OpenProject, edit: Edit, judgement: Judgement) -> None:
    """Add a relation that comes with an imported judgement to the scheme."""
    if judgement.relation and project.scheme.relation(judgement.relation) is None:
        label = Label(judgement.relation, directed=judgement.direction is not None)
        _learn_scheme(project, edit, LabelScheme(spans=(), relations=(label,), links=()))


def _add_membership(project: OpenProject, state: _Annotating, membership: EventMembership) -> None:
    name = ids.membership_id(membership.article_id, membership.event_id, membership.annotator)
    old = project.store.get(MEMBERSHIPS, name)
    if old is not None and (not state.update or membership.note == old.note):
        state.unchanged += 1
        return
    project.article_info(membership.article_id)
    project.event(membership.event_id)
    storable(membership.note, THE_NOTE)
    new = membership if old is None else dataclasses.replace(old, note=membership.note)
    events.put_membership(state.edit, new)
    state.count(MEMBERSHIPS)


def _add_decision(project: OpenProject, state: _Annotating, decision: Decision) -> None:
    name = ids.decision_id(decision.kind, decision.target)
    if state.has(DECISIONS, name):
        state.unchanged += 1
        return
    _check_decision(project, state.edit, decision)
    state.edit.put(DECISIONS, dataclasses.replace(decision, id=name))
    state.count(DECISIONS)


def _check_decision(project: OpenProject, edit: Edit, decision: Decision) -> None:
    """Raise `UserError` for a decision that could not have been made here."""
    target, who, content = decision.target, decision.annotator, decision.content
    match decision.kind:
        case "relation":
            relation, direction = typed(content, "relation", str), content.get("direction")
            said = Judgement("", project.pair(target).id, who, relation, direction)
            _know_relation(project, edit, said)
            judgements.checked_judgement(project, said, was=said)
        case "spans":
            info = project.article_info(target)
            spans = [Span("", target, *span, who) for span in _settled_spans(content)]
            know_labels(project, edit, {span.label for span in spans})
            for span in spans:
                check_span(info, span, project.scheme, was=span.label)
        case "events":
            project.article_info(target)
            for event in texts(content, "events"):
                project.event(event)
        case "links":
            links = settled_links(content, who)
            know_kinds(project, edit, {link.kind for link in links})
            for link in links:
                check_link(link, project.scheme, was=link.kind)
                check_extents(project, link)
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
