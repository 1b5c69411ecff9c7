"""Whether a project may contain a suggestion: the rules of annotations, without queries."""

from typing import Final

from dittomark.annotations import Suggestion, SuggestionKind
from dittomark.errors import InvalidAnnotationError, NotFoundError
from dittomark.operations.suggestion_checks import Known, check_suggestion
from dittomark.records.json_objects import check_score
from dittomark.store.queries import TextExtent
from dittomark.suggesting.view import ReadableProject

MOST_PAYLOAD: Final = 20_000
"""Maximum of characters in the texts of a suggestion's payload: an event's fields are short."""


class SuggestionChecker:
    """Knows a project's articles, pairs, events and labels, so that each check costs no query."""

    def __init__(self, project: ReadableProject, kinds: frozenset[SuggestionKind]) -> None:
        """Read the rows to which suggestions of these kinds may refer."""
        infos = project.article_infos()
        pairs = project.pairs() if "relation" in kinds else ()
        self._known = Known(
            {info.id: TextExtent(info.id, info.title, info.length) for info in infos},
            {pair.id: False for pair in pairs},
            {event.id: False for event in project.events()},
            project.scheme,
        )

    def check(self, suggestion: Suggestion) -> None:
        """Raise `UserError`, with one sentence, unless the project may contain it."""
        texts = (value for value in suggestion.payload.values() if isinstance(value, str))
        if sum(map(len, texts)) > MOST_PAYLOAD:
            raise InvalidAnnotationError("The fields of the suggestion are too long.")
        comes = "a" in suggestion.payload
        if comes or suggestion.kind == "pair":
            self._check_sides(suggestion)
        if suggestion.kind == "pair":
            check_score(suggestion.score)
        else:
            check_suggestion(suggestion, self._known, pair_comes=comes)

    def _check_sides(self, suggestion: Suggestion) -> None:
        sides = [suggestion.payload.get(side) for side in ("a", "b")]
        for side in sides:
            if not isinstance(side, str) or side not in self._known.articles:
                raise NotFoundError("There is no article {name} in this project.", name=str(side))
        if sides[0] == sides[1]:
            raise InvalidAnnotationError("A pair needs two different articles.")
