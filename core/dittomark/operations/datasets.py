"""A whole dataset in one step: articles with their annotations."""

import dataclasses
import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, cast

from dittomark import ids
from dittomark.annotations import (
    AddResult,
    Changes,
    Decision,
    Event,
    EventMembership,
    Link,
    NewArticle,
    Span,
    Suggestion,
)
from dittomark.errors import UserError
from dittomark.labels import LabelScheme
from dittomark.operations import events
from dittomark.operations.articles import add_all
from dittomark.operations.imported_decisions import add_decision
from dittomark.operations.imported_judgements import add_judged_pairs
from dittomark.operations.imported_links import take_links
from dittomark.operations.imported_records import (
    EditedMetadata,
    Located,
    PairWithJudgements,
    Refuse,
    SourceLocation,
)
from dittomark.operations.imported_spans import take_spans
from dittomark.operations.open_project import THE_NOTE, OpenProject, storable
from dittomark.operations.suggestion_rows import take_in_suggestions
from dittomark.operations.taking_in import Annotating, learn_scheme
from dittomark.progress import Report
from dittomark.store import queries
from dittomark.store.rows import (
    ARTICLES,
    EVENTS,
    LINKS,
    MEMBERSHIPS,
    SPANS,
    SUGGESTIONS,
)

_BATCH: Final = 500


@dataclass(frozen=True, slots=True)
class DatasetResult:
    """The result of `add_dataset`.

    `annotations` counts the written rows by kind; `unchanged` those that existed already.
    `repeated_external_ids` are shared by several articles each, at least one of them from this
    dataset.
    """

    articles: AddResult
    annotations: dict[str, int]
    unchanged: int
    changes: Changes
    repeated_external_ids: tuple[str, ...] = ()


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
    """Add articles, then annotations, as one step: all of it is written, or nothing.

    `annotations` is read after the last article was added; it may query the project. An event
    precedes rows that refer to it. An invalid annotation is refused: `refuse` is called with its
    location and the reason, and the others are added.

    By default the annotations are another project's: an existing row (by id, or by annotator,
    article and content) is unchanged, so adding the same file twice adds nothing, and labels that
    the scheme lacks are added to it. With `update` they are an annotator's work on this project:
    existing judgements of a pair and edits of an event are replaced, and only labels that can be
    chosen are accepted.
    """
    with project.edit("import") as edit:
        adding = add_all(project, edit, articles, annotator=annotator, report=report)
        state = Annotating(edit, refuse, update)
        for kind, placed in itertools.groupby(annotations, lambda one: type(one[0])):
            if kind is Span:
                _add_spans(project, state, cast("Iterator[tuple[Span, SourceLocation]]", placed))
            elif kind is Link:
                _add_links(project, state, cast("Iterator[tuple[Link, SourceLocation]]", placed))
            elif kind is PairWithJudgements:
                judged = cast("Iterator[tuple[PairWithJudgements, SourceLocation]]", placed)
                add_judged_pairs(project, state, judged)
            elif kind is Suggestion:
                given = cast("Iterator[tuple[Suggestion, SourceLocation]]", placed)
                written, unchanged = take_in_suggestions(project, edit, given, refuse)
                state.count(SUGGESTIONS, written)
                state.unchanged += unchanged
            else:
                _add_one_by_one(project, state, placed)
    project.forget_scheme()
    result = adding.result(project.last_changes)
    repeated = queries.repeated_external_ids(project.store, adding.first_seq)
    return DatasetResult(
        result, state.written, state.unchanged, project.last_changes, tuple(repeated)
    )


def _add_one_by_one(
    project: OpenProject, state: Annotating, annotations: Iterable[Located]
) -> None:
    for value, place in annotations:
        try:
            match value:
                case LabelScheme():
                    learn_scheme(project, state.edit, value)
                case EditedMetadata():
                    _add_edited(project, state, value)
                case Event():
                    _add_event(project, state, value)
                case EventMembership():
                    _add_membership(project, state, value)
                case Decision():
                    add_decision(project, state, value)
        except UserError as error:
            state.refuse(place, error.message)


def _add_edited(project: OpenProject, state: Annotating, edited: EditedMetadata) -> None:
    """Adopt edited metadata, unless this project has edited the article itself."""
    info = project.article_info(edited.article_id)
    if all(getattr(info, name) == info.imported.get(name, "") for name in edited.fields):
        state.edit.put(ARTICLES, dataclasses.replace(info, **edited.fields))


def _add_event(project: OpenProject, state: Annotating, event: Event) -> None:
    name = event.id or ids.event_id(event.title, event.date, event.place)
    if state.has(EVENTS, name):
        state.unchanged += 1
        return
    event = dataclasses.replace(event, id=name)
    events.check_event(project, event)
    state.edit.put(EVENTS, event)
    state.count(EVENTS)


def _add_spans(
    project: OpenProject, state: Annotating, spans: Iterator[tuple[Span, SourceLocation]]
) -> None:
    while batch := list(itertools.islice(spans, _BATCH)):
        written, unchanged = take_spans(
            project, state.edit, batch, refuse=state.refuse, new_labels=not state.update
        )
        state.count(SPANS, written)
        state.unchanged += unchanged


def _add_links(
    project: OpenProject, state: Annotating, links: Iterator[tuple[Link, SourceLocation]]
) -> None:
    while batch := list(itertools.islice(links, _BATCH)):
        written, unchanged = take_links(
            project, state.edit, batch, refuse=state.refuse, new_kinds=not state.update
        )
        state.count(LINKS, written)
        state.unchanged += unchanged


def _add_membership(project: OpenProject, state: Annotating, membership: EventMembership) -> None:
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
