"""Proposals of the program, until an annotator accepts or refuses them.

Suggestions are stored separately from annotations; an accepted one is the annotation's origin.
"""

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import Any

from dittomark import ids
from dittomark.annotations import (
    Changes,
    Event,
    EventMembership,
    Judgement,
    Link,
    Origin,
    Span,
    Suggestion,
    SuggestionKind,
    SuggestionState,
)
from dittomark.errors import InvalidAnnotationError
from dittomark.messages import Message
from dittomark.operations import events, judgements, links, spans, suggestion_sight
from dittomark.operations.open_project import OpenProject, named
from dittomark.operations.passage_links import sides_of_suggestion
from dittomark.operations.spans import check_span, span_name
from dittomark.operations.suggestion_checks import check_suggestions, span_of
from dittomark.progress import Report
from dittomark.store import queries, suggestion_queries
from dittomark.store.edits import Edit
from dittomark.store.rows import EVENTS, JUDGEMENTS, SPANS, SUGGESTIONS
from dittomark.store.suggestion_queries import SuggestionOrder

_BATCH = 1000
_SETTLED = {"accepted": Message("accepted"), "refused": Message("refused")}


def add_suggestions(
    project: OpenProject, suggestions: Iterable[Suggestion], *, report: Report | None = None
) -> Changes:
    """Add suggestions as one step; an existing one, whatever its state, is left unchanged.

    An empty `id` is filled in. Each must be able to become an annotation: raises `NotFoundError`
    for an unknown article, pair or event, `InvalidAnnotationError` for offsets outside the text, a
    label or relation that can't be chosen, a score that is not from 0 to 1.
    """
    with project.edit("add_suggestions") as edit:
        _add_suggestions(project, edit, suggestions, report)
    return project.last_changes


def replace_suggestions(
    project: OpenProject,
    suggestions: Iterable[Suggestion],
    *,
    of: Iterable[tuple[str, SuggestionKind]],
    report: Report | None = None,
) -> int:
    """Replace the open suggestions of some suggesters, as one step.

    `of` lists suggesters and kinds of suggestion. `suggestions` may be a generator that is still
    searching: if it fails or is cancelled, the previous ones are kept. Returns the number of
    suggestions. Raises as `add_suggestions`.
    """
    with project.edit("add_suggestions") as edit:
        for suggester, kind in of:
            _withdraw(project, edit, suggester, kind, None)
        return _add_suggestions(project, edit, suggestions, report)


def withdraw_suggestions(
    project: OpenProject,
    suggester: str,
    *,
    kind: SuggestionKind | None = None,
    suggestion_ids: Iterable[str] | None = None,
) -> Changes:
    """Delete a suggester's open suggestions (before it runs again), or those given."""
    with project.edit("withdraw_suggestions") as edit:
        _withdraw(project, edit, suggester, kind, suggestion_ids)
    return project.last_changes


def suggestions(
    project: OpenProject,
    article_id: str | None = None,
    pair_id: str | None = None,
    *,
    state: SuggestionState | None = "open",
    kind: SuggestionKind | None = None,
    open_for: str | None = None,
) -> list[Suggestion]:
    """Return suggestions, filtered by the given values (`state=None`: of any state).

    With `open_for` those that are open for this annotator of a team, whatever their state
    (`dittomark.operations.suggestion_sight`).
    """
    if open_for is not None:
        found = project.store.select(SUGGESTIONS, article_id=article_id, pair_id=pair_id, kind=kind)
        return suggestion_sight.open_for(project, found, open_for)
    return project.store.select(
        SUGGESTIONS, article_id=article_id, pair_id=pair_id, state=state, kind=kind
    )


def listed_suggestion_ids(
    project: OpenProject,
    *,
    suggester: str | None = None,
    kind: SuggestionKind | None = None,
    least_score: float = 0.0,
    order: SuggestionOrder = "doubtful",
    limit: int | None = None,
    open_for: str | None = None,
) -> list[str]:
    """Return the ids of open suggestions; the order `doubtful` begins with the most uncertain.

    With a `limit` at most so many, the first in that order; with `open_for` those that are open for
    this annotator of a team.
    """
    return suggestion_queries.suggestion_ids(
        project.store,
        suggester=suggester,
        kind=kind,
        least_score=least_score,
        order=order,
        limit=limit,
        differences=_differences(project, open_for),
    )


def listed_suggestions(project: OpenProject, suggestion_ids: Sequence[str]) -> list[Suggestion]:
    """Return the suggestions with these ids, in their order; deleted ones are left out."""
    return project.store.select_ids(SUGGESTIONS, suggestion_ids)


def count_suggestions(
    project: OpenProject,
    *,
    suggester: str | None = None,
    kind: SuggestionKind | None = None,
    least_score: float = 0.0,
    open_for: str | None = None,
) -> int:
    """Return the number of open suggestions (`open_for`: for this annotator of a team)."""
    return suggestion_queries.count_suggestions(
        project.store,
        suggester=suggester,
        kind=kind,
        least_score=least_score,
        differences=_differences(project, open_for),
    )


def open_suggesters(
    project: OpenProject, *, open_for: str | None = None
) -> list[tuple[str, str, int]]:
    """Return the suggesters with open suggestions: name, kind, and count.

    With `open_for` those with suggestions open for this annotator of a team.
    """
    return suggestion_queries.suggesters(project.store, _differences(project, open_for))


def accept_suggestion(project: OpenProject, suggestion_id: str, *, annotator: str) -> Changes:
    """Make a suggestion the annotator's own annotation, as one step."""
    return accept_suggestions(project, (suggestion_id,), annotator=annotator)


def accept_suggestions(
    project: OpenProject, suggestion_ids: Iterable[str], *, annotator: str
) -> Changes:
    """Make several suggestions annotations, as one step."""
    who = named(annotator)
    found = [_open_suggestion(project, suggestion_id, who) for suggestion_id in suggestion_ids]
    with project.edit("accept_suggestion", annotator=who) as edit:
        for suggestion in found:
            _apply_suggestion(project, edit, suggestion, who)
            _settle(edit, suggestion, "accepted")
    return project.last_changes


def refuse_suggestion(project: OpenProject, suggestion_id: str, *, annotator: str) -> Changes:
    """Refuse a suggestion: it is not shown or made again."""
    return refuse_suggestions(project, (suggestion_id,), annotator=annotator)


def refuse_suggestions(
    project: OpenProject, suggestion_ids: Iterable[str], *, annotator: str
) -> Changes:
    """Refuse several suggestions as one step."""
    who = named(annotator)
    found = [_open_suggestion(project, suggestion_id, who) for suggestion_id in suggestion_ids]
    with project.edit("refuse_suggestion", annotator=who) as edit:
        for suggestion in found:
            _settle(edit, suggestion, "refused")
    return project.last_changes


def _differences(project: OpenProject, annotator: str | None) -> suggestion_queries.Differences:
    if annotator is None:
        return suggestion_queries.NO_DIFFERENCES
    return suggestion_sight.differences(project, annotator)


# --- one suggestion -------------------------------------------------------------------------


def _open_suggestion(project: OpenProject, suggestion_id: str, annotator: str) -> Suggestion:
    suggestion = project.found(SUGGESTIONS, suggestion_id, Message("suggestion"))
    if suggestion.state != "open" and not suggestion_sight.open_for(
        project, (suggestion,), annotator
    ):
        raise InvalidAnnotationError(
            "This suggestion was {state} already.", state=_SETTLED[suggestion.state]
        )
    return suggestion


def _settle(edit: Edit, suggestion: Suggestion, state: SuggestionState) -> None:
    """Accept or refuse; a colleague's earlier decision is kept, and the journal has both."""
    if suggestion.state == "open":
        edit.put(SUGGESTIONS, dataclasses.replace(suggestion, state=state))
    else:
        edit.note(SUGGESTIONS, suggestion.id)


def _apply_suggestion(
    project: OpenProject, edit: Edit, suggestion: Suggestion, annotator: str
) -> None:
    origin = Origin(
        suggestion.suggester,
        suggestion.version,
        suggestion.score,
        suggestion.id,
        ("suggestions",),
    )
    match suggestion.kind:
        case "span":
            _apply_span(project, edit, suggestion, annotator, origin)
        case "relation":
            _apply_relation(project, edit, suggestion, annotator, origin)
        case "event":
            _apply_event(project, edit, suggestion, annotator, origin)
        case "link":
            _apply_link(project, edit, suggestion, annotator, origin)


def _apply_span(
    project: OpenProject, edit: Edit, suggestion: Suggestion, annotator: str, origin: Origin
) -> None:
    article, start, end, label = span_of(suggestion)
    span = Span("", article, start, end, label, annotator, origin=origin)
    check_span(project.article_info(article), span, project.scheme)
    own = project.store.get(SPANS, span_name(span))
    if own is None or (own.start, own.end, own.label) != (start, end, label):
        spans.put_span(project, edit, span)  # otherwise the annotator has the same span already


def _apply_relation(
    project: OpenProject, edit: Edit, suggestion: Suggestion, annotator: str, origin: Origin
) -> None:
    pair = project.pair(suggestion.pair_id or "")
    name = ids.judgement_id(pair.id, annotator)
    old = project.store.get(JUDGEMENTS, name) or Judgement(name, pair.id, annotator)
    new = dataclasses.replace(
        old,
        relation=suggestion.label,
        direction=suggestion.payload.get("direction"),
        origin=origin,
    )
    edit.put(JUDGEMENTS, judgements.checked_judgement(project, new, was=old))


def _apply_event(
    project: OpenProject, edit: Edit, suggestion: Suggestion, annotator: str, origin: Origin
) -> None:
    article = project.article_info(suggestion.article_id or "")
    if suggestion.event_id is not None:
        event = project.event(suggestion.event_id)
    else:
        event = _proposed_event(project, edit, suggestion.payload)
    events.put_membership(edit, EventMembership("", article.id, event.id, annotator, origin=origin))


def _apply_link(
    project: OpenProject, edit: Edit, suggestion: Suggestion, annotator: str, origin: Origin
) -> None:
    a, b = sides_of_suggestion(suggestion)
    kind, direction = suggestion.label or "", suggestion.payload.get("direction")
    link = Link("", *a, *b, kind, annotator, direction, origin=origin)
    links.add_checked_link(project, edit, links.ordered(link))


def _proposed_event(project: OpenProject, edit: Edit, payload: Mapping[str, Any]) -> Event:
    """Return the event that a suggestion proposes, created unless an equal one was accepted."""
    event = new_event(payload)
    existing = project.store.get(EVENTS, ids.event_id(event.title, event.date, event.place))
    return existing or events.put_event(project, edit, event)


def _withdraw(
    project: OpenProject,
    edit: Edit,
    suggester: str,
    kind: SuggestionKind | None,
    suggestion_ids: Iterable[str] | None,
) -> None:
    only = None if suggestion_ids is None else set(suggestion_ids)
    for suggestion in project.store.select(
        SUGGESTIONS, suggester=suggester, kind=kind, state="open"
    ):
        if only is None or suggestion.id in only:
            edit.delete(SUGGESTIONS, suggestion.id)


def _add_suggestions(
    project: OpenProject, edit: Edit, suggestions: Iterable[Suggestion], report: Report | None
) -> int:
    """Add suggestions in batches; returns their number."""
    source = map(_named, suggestions)
    done = 0
    while batch := list(islice(source, _BATCH)):
        _add_suggestion_batch(project, edit, batch)
        project.store.keep_right()  # the search may have taken long
        done += len(batch)
        if report is not None:
            report(done, 0)
    return done


def _add_suggestion_batch(project: OpenProject, edit: Edit, batch: Sequence[Suggestion]) -> None:
    unique = {suggestion.id: suggestion for suggestion in batch}
    known = queries.known_rows(project.store, "suggestions", list(unique))
    fresh = [suggestion for name, suggestion in unique.items() if name not in known]
    check_suggestions(project.store, fresh, project.scheme)
    edit.add(SUGGESTIONS, [SUGGESTIONS.encode(suggestion) for suggestion in fresh])
    back = [unique[name] for name, deleted in known.items() if deleted]
    check_suggestions(project.store, back, project.scheme)
    for suggestion in back:
        edit.put(SUGGESTIONS, suggestion)


def _named(suggestion: Suggestion) -> Suggestion:
    if suggestion.id:
        return suggestion
    name = ids.suggestion_id(
        suggestion.kind,
        suggestion.suggester,
        suggestion.article_id,
        suggestion.pair_id,
        suggestion.event_id,
        suggestion.start,
        suggestion.end,
        suggestion.label,
        dict(suggestion.payload),
    )
    return dataclasses.replace(suggestion, id=name)


def new_event(payload: Mapping[str, Any]) -> Event:
    """Return the event in a suggestion's payload, without an id."""
    return Event(
        "",
        str(payload.get("title", "")).strip(),
        str(payload.get("date", "")),
        str(payload.get("place", "")),
        tuple(map(str, payload.get("participants", ()))),
        tuple(map(str, payload.get("aliases", ()))),
        None,
        str(payload.get("note", "")),
    )
