"""Whether a suggestion can stand in a project: the same rules as for annotations."""

import math
from typing import Final

from dittomark.annotations import Suggestion
from dittomark.errors import InvalidAnnotationError
from dittomark.suggesting.view import ReadableProject

MOST_PAYLOAD: Final = 20_000
"""Characters that the texts of a suggestion's payload may have: an event's fields are short."""


class SuggestionChecker:
    """Knows a project's articles, pairs, events and labels, so that each check costs no query."""

    def __init__(self, project: ReadableProject) -> None:
        scheme = project.scheme
        self._lengths = {info.id: info.length for info in project.article_infos()}
        self._events = {event.id for event in project.events()}
        self._spans = {label.key for label in scheme.spans if not label.retired}
        self._relations = {label.key for label in scheme.relations if not label.retired}
        self._directed = {label.key for label in scheme.relations if label.directed}

    def check(self, suggestion: Suggestion) -> None:
        """Raise `InvalidAnnotationError`, with one sentence, unless it can stand in the project."""
        score = suggestion.score
        if isinstance(score, bool) or not isinstance(score, int | float):
            raise InvalidAnnotationError("The score is not a number.")
        if not (math.isfinite(score) and 0 <= score <= 1):
            raise InvalidAnnotationError(
                "The score {score} does not lie between 0 and 1.", score=float(score)
            )
        if sum(len(value) for value in suggestion.payload.values() if isinstance(value, str)) > (
            MOST_PAYLOAD
        ):
            raise InvalidAnnotationError("The fields of the suggestion are too long.")
        match suggestion.kind:
            case "span":
                self._check_span(suggestion)
            case "relation":
                self._check_relation(suggestion)
            case "event":
                self._check_event(suggestion)
            case "pair":
                self._check_articles(suggestion)
            case kind:
                raise InvalidAnnotationError(
                    "“{kind}” is not a kind of suggestion.", kind=str(kind)
                )

    def _length(self, article_id: object) -> int:
        length = self._lengths.get(article_id) if isinstance(article_id, str) else None
        if length is None:
            raise InvalidAnnotationError(
                "There is no article {name} in this project.", name=str(article_id)
            )
        return length

    def _check_span(self, suggestion: Suggestion) -> None:
        length = self._length(suggestion.article_id)
        start, end = suggestion.start, suggestion.end
        if type(start) is not int or type(end) is not int:
            raise InvalidAnnotationError("A span suggestion needs an article, offsets and a label.")
        if not 0 <= start < end <= length:
            raise InvalidAnnotationError(
                "A span must lie inside the text: {start}–{end} does not fit a text of {length} "
                "characters.",
                start=start,
                end=end,
                length=length,
            )
        if suggestion.label not in self._spans:
            raise InvalidAnnotationError(
                "“{label}” is not a span label of this project.", label=str(suggestion.label)
            )

    def _check_relation(self, suggestion: Suggestion) -> None:
        if suggestion.pair_id is None:
            raise InvalidAnnotationError("A relation suggestion needs a pair and a label.")
        if "a" in suggestion.payload:
            self._check_articles(suggestion)
        if suggestion.label not in self._relations:
            raise InvalidAnnotationError(
                "“{label}” is not a relation of this project.", label=str(suggestion.label)
            )
        direction = suggestion.payload.get("direction")
        if direction is not None and direction not in {"a_to_b", "b_to_a"}:
            raise InvalidAnnotationError(
                "“{direction}” is not a direction (a_to_b or b_to_a).", direction=str(direction)
            )
        if direction is not None and suggestion.label not in self._directed:
            raise InvalidAnnotationError(
                "The relation “{label}” has no direction.", label=str(suggestion.label)
            )

    def _check_event(self, suggestion: Suggestion) -> None:
        self._length(suggestion.article_id)
        if suggestion.event_id is not None:
            if suggestion.event_id not in self._events:
                raise InvalidAnnotationError(
                    "There is no event {name} in this project.", name=str(suggestion.event_id)
                )
        elif not str(suggestion.payload.get("title", "")).strip():
            raise InvalidAnnotationError("An event suggestion needs an article and an event.")

    def _check_articles(self, suggestion: Suggestion) -> None:
        a, b = suggestion.payload.get("a"), suggestion.payload.get("b")
        self._length(a)
        self._length(b)
        if a == b:
            raise InvalidAnnotationError("A pair needs two different articles.")
