"""The rules for suggestions: the same as for the annotations made from them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dittomark.annotations import TURNED, Link, Suggestion
from dittomark.errors import InvalidAnnotationError
from dittomark.labels import LabelScheme
from dittomark.messages import Message
from dittomark.operations.links import check_extent, check_link
from dittomark.operations.open_project import not_found, storable
from dittomark.operations.passage_links import sides_of_suggestion
from dittomark.operations.spans import check_stretch
from dittomark.records.json_objects import check_score
from dittomark.store import queries
from dittomark.store.queries import TextExtent
from dittomark.store.store import Store

_STATES = ("open", "accepted", "refused")
_THE_SUGGESTION = Message("The suggestion")


@dataclass(frozen=True, slots=True)
class Known:
    """The valid references of suggestions: articles, pairs, events (True: deleted), and labels."""

    articles: Mapping[str, TextExtent]
    pairs: Mapping[str, bool]
    events: Mapping[str, bool]
    scheme: LabelScheme


def check_suggestions(store: Store, suggestions: Iterable[Suggestion], scheme: LabelScheme) -> None:
    """Raise, as `check_suggestion`, unless each suggestion could become an annotation here."""
    checked = list(suggestions)
    known = Known(
        queries.text_extents(store, articles_of(checked)),
        queries.known_rows(store, "pairs", {s.pair_id for s in checked if s.pair_id}),
        queries.known_rows(store, "events", {s.event_id for s in checked if s.event_id}),
        scheme,
    )
    for suggestion in checked:
        check_suggestion(suggestion, known)


def articles_of(suggestions: Iterable[Suggestion]) -> set[str]:
    """Return the ids of the articles of suggestions, both of a link."""
    named = set()
    for each in suggestions:
        other = each.payload.get("article_id") if each.kind == "link" else None
        named |= {name for name in (each.article_id, other) if isinstance(name, str) and name}
    return named


def check_suggestion(suggestion: Suggestion, known: Known, *, pair_comes: bool = False) -> None:
    """Raise unless a suggestion could become an annotation of a project.

    With `pair_comes` its pair is about to be added, and need not be known. Raises `NotFoundError`
    for an article, pair or event that the project does not have, `InvalidAnnotationError` for
    anything else: offsets outside the text, a label that can't be chosen, a score that is not a
    number from 0 to 1, an unknown kind or state.
    """
    _check_common(suggestion)
    article = _article(suggestion, known.articles)
    match suggestion.kind:
        case "span":
            _check_span(suggestion, article, known.scheme)
        case "relation":
            _check_relation(suggestion, None if pair_comes else known.pairs, known.scheme)
        case "event":
            _check_event(suggestion, article, known.events)
        case "link":
            _check_link(suggestion, known)
        case kind:
            raise InvalidAnnotationError("“{kind}” is not a kind of suggestion.", kind=str(kind))


def span_of(suggestion: Suggestion) -> tuple[str, int, int, str]:
    """Return article, start, end and label; raises `InvalidAnnotationError` if one is missing."""
    article, start, end = suggestion.article_id, suggestion.start, suggestion.end
    offsets = type(start) is int and type(end) is int
    if not article or start is None or end is None or not offsets or not suggestion.label:
        raise InvalidAnnotationError("A span suggestion needs an article, offsets and a label.")
    return article, start, end, suggestion.label


def _check_common(suggestion: Suggestion) -> None:
    if not suggestion.suggester.strip():
        raise InvalidAnnotationError("A suggestion names who suggests: its suggester is empty.")
    for text in (suggestion.suggester, suggestion.version, suggestion.label or ""):
        storable(text, _THE_SUGGESTION)
    check_score(suggestion.score)
    if suggestion.state not in _STATES:
        raise InvalidAnnotationError(
            "“{state}” is not a state of a suggestion.", state=str(suggestion.state)
        )


def _article(suggestion: Suggestion, extents: Mapping[str, TextExtent]) -> TextExtent | None:
    if not suggestion.article_id:
        return None
    extent = extents.get(suggestion.article_id)
    if extent is None:
        raise not_found(Message("article"), suggestion.article_id)
    return extent


def _check_span(suggestion: Suggestion, article: TextExtent | None, scheme: LabelScheme) -> None:
    _, start, end, label = span_of(suggestion)
    if article is not None:
        check_stretch(article, start, end, label, scheme)


def _check_relation(
    suggestion: Suggestion, pairs: Mapping[str, bool] | None, scheme: LabelScheme
) -> None:
    if not suggestion.pair_id or not suggestion.label:
        raise InvalidAnnotationError("A relation suggestion needs a pair and a label.")
    if pairs is not None and pairs.get(suggestion.pair_id) is not False:
        raise not_found(Message("pair"), suggestion.pair_id)
    relation = scheme.relation(suggestion.label)
    if relation is None or relation.retired:
        raise InvalidAnnotationError(
            "“{relation}” is not a relation of this project.", relation=suggestion.label
        )
    direction = suggestion.payload.get("direction")
    if direction is not None and direction not in TURNED:
        raise InvalidAnnotationError("“{direction}” is not a direction.", direction=str(direction))
    if direction is not None and not relation.directed:
        raise InvalidAnnotationError(
            "The relation “{relation}” has no direction.", relation=suggestion.label
        )


def _check_link(suggestion: Suggestion, known: Known) -> None:
    a, b = sides_of_suggestion(suggestion)
    if not suggestion.label:
        raise InvalidAnnotationError("A link suggestion needs a kind.")
    direction = suggestion.payload.get("direction")
    check_link(Link("", *a, *b, suggestion.label, suggestion.suggester, direction), known.scheme)
    for article, start, end in (a, b):
        extent = known.articles.get(article)
        if extent is None:
            raise not_found(Message("article"), article)
        check_extent(extent, start, end)


def _check_event(
    suggestion: Suggestion, article: TextExtent | None, events: Mapping[str, bool]
) -> None:
    if article is None or not (suggestion.event_id or suggestion.payload):
        raise InvalidAnnotationError("An event suggestion needs an article and an event.")
    if suggestion.event_id:
        if events.get(suggestion.event_id) is not False:
            raise not_found(Message("event"), suggestion.event_id)
    elif not str(suggestion.payload.get("title") or "").strip():
        raise InvalidAnnotationError("A suggested event needs a title.")
