"""From records of annotations to values of this project: resolves references to its rows."""

from collections.abc import Mapping
from typing import Any, Final, Protocol, cast

from dittomark import ids
from dittomark.annotations import (
    TURNED,
    Decision,
    DecisionKind,
    Direction,
    EventMembership,
    Link,
    NewPair,
    Pair,
    Span,
)
from dittomark.errors import InvalidAnnotationError, NotFoundError
from dittomark.importing.file_events import FileEvents, uuid_of
from dittomark.importing.own import list_of_objects
from dittomark.operations.imported_records import (
    EditedMetadata,
    ImportedJudgement,
    PairWithJudgements,
)
from dittomark.records.json_objects import check_score, objects, optional, origin_of, text_in, typed

Fields = Mapping[str, Any]
_REMEMBERED: Final = 100_000
_SIDES: Final = tuple(
    f"{side}{how}" for side in ("a", "b") for how in ("", "_external_id", "_sha256")
)
_SAID: Final = {  # fields of a judgement besides ratings
    "relation": str,
    "direction": str,
    "note": str,
    "done": bool,
    "flagged": bool,
    "skipped": bool,
    "seconds": float,
}


class Articles(Protocol):
    """The queries to the project: which articles it has."""

    def article_ids(
        self, *, source: str | None = None, external_id: str | None = None
    ) -> list[str]:
        """Return the ids of the articles of a source or with an external id."""
        ...

    def articles_of_text(self, sha256: str) -> list[str]:
        """Return the ids of the articles with this text."""
        ...

    def has_article(self, article_id: str) -> bool:
        """Return whether an article has that id."""
        ...

    def pair(self, pair_id: str) -> Pair:
        """Return a pair of the queue; raises `NotFoundError`."""
        ...


class Resolver:
    """Resolves the references of records in the project, and converts records to its values.

    `aliases` maps articles' ids in the file to ids in the project if they differ; `annotator` is
    the author of annotations that name none.
    """

    def __init__(
        self,
        project: Articles,
        aliases: Mapping[str, str],
        events: FileEvents,
        *,
        annotator: str,
    ) -> None:
        self._project = project
        self._aliases = aliases
        self._events = events
        self._annotator = annotator
        self._known: set[str] = set()
        # articles that are identified without a hash
        self._called: dict[tuple[object, object], str] = {}
        self._pairs: dict[str, tuple[str, bool]] = {}

    def article(self, theirs: object, *, external_id: object = None, sha256: object = None) -> str:
        """Return an article's id; raises NotFoundError if the project has none, or several.

        `theirs` is the id in the file; else the hash of the text, else the external id identifies
        it.
        """
        if sha256 is not None or not isinstance(theirs, str):
            return self._look_up(theirs, external_id, sha256)
        names = theirs, external_id if isinstance(external_id, str) else None
        found = self._called.get(names)
        if found is None:
            found = self._look_up(theirs, external_id, sha256)
            if len(self._called) < _REMEMBERED:
                self._called[names] = found
        return found

    def _look_up(self, file_id: object, external_id: object, sha256: object) -> str:
        if isinstance(file_id, str) and file_id:
            ours = self._aliases.get(file_id, file_id)
            if ours in self._known or self._project.has_article(ours):
                if len(self._known) < _REMEMBERED:
                    self._known.add(ours)
                return ours
        found = self._project.articles_of_text(sha256) if isinstance(sha256, str) else []
        name = external_id or file_id
        if len(found) != 1 and isinstance(name, str) and name:
            named = self._project.article_ids(external_id=name)
            found = [article for article in found if article in named] if found else named
        if not found:
            raise NotFoundError(
                "There is no article {name} in this project.", name=str(name or sha256)
            )
        if len(found) > 1:
            raise NotFoundError(
                "{count} articles may be {name}: name the one by its id.",
                count=len(found),
                name=str(name or sha256),
            )
        return found[0]

    def sides_of(self, pair_id: object) -> tuple[str, str]:
        """Return the two articles of a pair of the queue; raises `NotFoundError`."""
        pair = self._project.pair(str(pair_id))
        return pair.a, pair.b

    def span(self, fields: Fields) -> Span:
        """Return a span; raises `UserError` for missing fields."""
        return Span(
            uuid_of(fields.get("id")),
            self._article_of(fields),
            typed(fields, "start", int),
            typed(fields, "end", int),
            typed(fields, "label", str),
            self._annotator_of(fields),
            note=text_in(fields, "note"),
            origin=origin_of(fields),
            created_at=text_in(fields, "created_at"),
        )

    def membership(self, fields: Fields) -> EventMembership:
        """Return an event label."""
        return EventMembership(
            "",
            self._article_of(fields),
            self._events.of_membership(fields),
            self._annotator_of(fields),
            note=text_in(fields, "note"),
            origin=origin_of(fields),
            created_at=text_in(fields, "created_at"),
        )

    def event(self, name: str, title: str, date: str = "") -> str | None:
        """Return the id of the event with this name here or in the file; None if there is none."""
        return self._events.find(name, title, date)

    def edited(self, fields: Fields) -> EditedMetadata:
        """Return the edits that the other project had made to an article's metadata."""
        texts = {name: str(value or "") for name, value in fields["fields"].items()}
        return EditedMetadata(self._article_of(fields), texts)

    def _article_of(self, fields: Fields) -> str:
        reference = fields["article"]
        return self.article(
            reference["id"], external_id=reference["external_id"], sha256=reference.get("sha256")
        )

    def pair(self, fields: Fields) -> PairWithJudgements:
        """Return a pair and its judgements; raises NotFoundError for articles the project lacks.

        Offsets and directions in a record are relative to its own `a` and `b`; those returned are
        relative to the project's order.
        """
        if fields.get("pair_id") and not any(fields.get(name) for name in _SIDES):
            a, b = self.sides_of(fields["pair_id"])  # a pair in this project's queue
        else:
            a, b = self._side(fields, "a"), self._side(fields, "b")
        pair = NewPair(
            a,
            b,
            score=optional(fields, "score", float),
            guess=optional(fields, "guess", str),
            passage=_passage(fields.get("passage")),
            cluster=optional(fields, "cluster", int),
            origin=origin_of(fields),
        )
        if pair.score is not None:
            check_score(pair.score)
        theirs, ours, turned = text_in(fields, "id"), ids.pair_id(a, b), a > b
        if theirs and (theirs != ours or turned):
            self._pairs[theirs] = (ours, turned)
        judgements = objects(fields, "judgements")
        if not judgements and says_something(fields):
            judgements = [dict(fields)]
        return PairWithJudgements(
            pair, tuple(self._judgement(one, turned=turned) for one in judgements)
        )

    def link(self, fields: Fields) -> Link:
        """Return a link, with its sides and direction as in the record."""
        return Link(
            uuid_of(fields.get("id")),
            self._side(fields, "a"),
            typed(fields, "a_start", int),
            typed(fields, "a_end", int),
            self._side(fields, "b"),
            typed(fields, "b_start", int),
            typed(fields, "b_end", int),
            typed(fields, "kind", str),
            self._annotator_of(fields),
            cast("Direction | None", optional(fields, "direction", str)),
            note=text_in(fields, "note"),
            origin=origin_of(fields),
            created_at=text_in(fields, "created_at"),
        )

    def _side(self, fields: Fields, side: str) -> str:
        return self.article(
            fields.get(side),
            external_id=fields.get(f"{side}_external_id"),
            sha256=fields.get(f"{side}_sha256"),
        )

    def _judgement(self, fields: Fields, *, turned: bool) -> ImportedJudgement:
        given: dict[str, Any] = {
            name: typed(fields, name, kind)
            for name, kind in _SAID.items()
            if fields.get(name) is not None
        }
        if (ratings := fields.get("ratings")) is not None:
            given["ratings"] = _ratings(ratings)
        if turned and "direction" in given:
            given["direction"] = TURNED.get(given["direction"], given["direction"])
        return ImportedJudgement(
            self._annotator_of(fields),
            given,
            origin_of(fields),
            created_at=text_in(fields, "created_at"),
        )

    def decision(self, fields: Fields) -> Decision:
        """Return an adjudicated decision; its pair must have been read before."""
        kind, target = text_in(fields, "kind"), text_in(fields, "target")
        given = fields.get("content")
        content = dict(given) if isinstance(given, dict) else {}
        if kind == "links":
            for side in ("a", "b"):
                content[side] = self.article(content.get(side))
            target = ids.pair_id(content["a"], content["b"])
        elif kind == "relation":
            target, turned = self._pairs.get(target, (target, False))
            if turned and content.get("direction") in TURNED:
                content["direction"] = TURNED[content["direction"]]
        else:
            target = self.article(target)
        return Decision(
            "",
            cast("DecisionKind", kind),
            target,
            self._annotator_of(fields),
            content,
            note=text_in(fields, "note"),
            created_at=text_in(fields, "created_at"),
        )

    def _annotator_of(self, fields: Fields) -> str:
        return text_in(fields, "annotator") or self._annotator


def says_something(fields: Fields) -> bool:
    """Return whether the record of a pair is itself a judgement."""
    return any(
        fields.get(name) is not None for name in ("ratings", *(_SAID.keys() - {"direction"}))
    )


def _passage(value: object) -> tuple[int, int, int, int] | None:
    """Return the offsets of a passage; None if invalid, since they are only a hint."""
    if not isinstance(value, list) or [type(offset) for offset in value] != [int] * 4:
        return None
    a_start, a_end, b_start, b_end = value
    return a_start, a_end, b_start, b_end


def _ratings(value: object) -> dict[str, int]:
    """Return ratings by name; tables store them as a list of names and values."""
    if isinstance(value, list):
        value = {str(one.get("name")): one.get("value") for one in list_of_objects(value)}
    if not isinstance(value, dict):
        raise InvalidAnnotationError("“ratings” are not numbers by name.")
    return value
