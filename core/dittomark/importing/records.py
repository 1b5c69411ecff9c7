"""From records of annotations to values of this project: whose article is meant, which event."""

import uuid
from collections.abc import Iterator, Mapping
from typing import Any, Final, Protocol, cast

from dittomark import ids
from dittomark.annotations import (
    TURNED,
    Decision,
    DecisionKind,
    Direction,
    Event,
    EventMembership,
    Judgement,
    NewPair,
    Span,
)
from dittomark.errors import NotFoundError, UserError
from dittomark.importing.own import list_of_objects
from dittomark.operations.datasets import PairWithJudgements
from dittomark.records import optional, origin_of, typed

Fields = Mapping[str, Any]
_REMEMBERED: Final = 100_000


class Articles(Protocol):
    """What is asked of the project: which articles it has."""

    def article_ids(
        self, *, source: str | None = None, external_id: str | None = None
    ) -> list[str]:
        """Return the ids of the articles of a source or with an external id."""
        ...

    def articles_of_text(self, sha256: str) -> list[str]:
        """Return the ids of the articles with this text."""
        ...

    def has_article(self, article_id: str) -> bool:
        """Return whether there is an article of that id."""
        ...


class Resolver:
    """Finds the project's articles for those that records name.

    `aliases` maps ids in the file to ids in the project where they differ.
    """

    def __init__(self, project: Articles, aliases: Mapping[str, str], *, annotator: str) -> None:
        self._project = project
        self._aliases = aliases
        self._annotator = annotator
        self._known: set[str] = set()
        self._pairs: dict[str, tuple[str, bool]] = {}

    def article(self, theirs: object, *, external_id: object = None, sha256: object = None) -> str:
        """Return the id of an article; raises NotFoundError when the project has none, or several.

        `theirs` is the id in the file; else the text's hash, else the external id says which.
        """
        if isinstance(theirs, str) and theirs:
            ours = self._aliases.get(theirs, theirs)
            if ours in self._known or self._project.has_article(ours):
                if len(self._known) < _REMEMBERED:
                    self._known.add(ours)
                return ours
        found = self._project.articles_of_text(sha256) if isinstance(sha256, str) else []
        if len(found) != 1 and isinstance(external_id, str) and external_id:
            named = self._project.article_ids(external_id=external_id)
            found = [article for article in found if article in named] if found else named
        if len(found) != 1:
            name = str(external_id or theirs or sha256)
            if found:
                raise NotFoundError(
                    "The project has several articles that may be “{name}”.", name=name
                )
            raise NotFoundError("The project has no article that may be “{name}”.", name=name)
        return found[0]

    def span(self, fields: Fields, article_id: str) -> Span:
        """Return a span; raises UserError for fields that are missing."""
        start, end = fields.get("start"), fields.get("end")
        if not isinstance(start, int) or not isinstance(end, int):
            raise UserError("A span has no start and end.")
        return Span(
            _uuid(fields.get("id")),
            article_id,
            start,
            end,
            text_in(fields, "label"),
            self._who(fields),
            note=text_in(fields, "note"),
            origin=origin_of(fields),
            created_at=text_in(fields, "created_at"),
        )

    def membership(self, fields: Fields, article_id: str) -> EventMembership:
        """Return an event label; an event without an id is meant by its title."""
        event = text_in(fields, "event_id") or ids.event_id(text_in(fields, "title"), "", "")
        return EventMembership(
            "",
            article_id,
            event,
            self._who(fields),
            note=text_in(fields, "note"),
            origin=origin_of(fields),
            created_at=text_in(fields, "created_at"),
        )

    def pair(self, fields: Fields) -> PairWithJudgements:
        """Return a pair and its judgements; raises NotFoundError for articles that are not here.

        Offsets and directions in a record are relative to its own `a` and `b`; what is returned
        has the project's order.
        """
        a = self._side(fields, "a")
        b = self._side(fields, "b")
        pair = NewPair(
            a,
            b,
            score=optional(fields, "score", float),
            guess=optional(fields, "guess", str),
            passage=_passage(fields.get("passage")),
            cluster=optional(fields, "cluster", int),
            origin=origin_of(fields),
        )
        theirs, ours, turned = text_in(fields, "id"), ids.pair_id(a, b), a > b
        if theirs != ours or turned:
            self._pairs[theirs] = (ours, turned)
        judgements = list_of_objects(fields.get("judgements"))
        if not judgements and fields.get("relation"):
            judgements = [dict(fields)]
        said = tuple(self._judgement(one, ours, turned=turned) for one in judgements)
        return PairWithJudgements(pair, said)

    def _side(self, fields: Fields, side: str) -> str:
        return self.article(
            fields.get(side),
            external_id=fields.get(f"{side}_external_id"),
            sha256=fields.get(f"{side}_sha256"),
        )

    def _judgement(self, fields: Fields, pair_id: str, *, turned: bool) -> Judgement:
        direction = fields.get("direction")
        if direction is not None and turned:
            direction = TURNED.get(str(direction), direction)
        return Judgement(
            "",
            pair_id,
            self._who(fields),
            relation=optional(fields, "relation", str),
            direction=cast("Direction | None", direction),
            note=text_in(fields, "note"),
            done=bool(fields.get("done")),
            flagged=bool(fields.get("flagged")),
            skipped=bool(fields.get("skipped")),
            seconds=typed(fields, "seconds", float, 0.0),
            ratings=_ratings(fields.get("ratings")),
            origin=origin_of(fields),
            created_at=text_in(fields, "created_at"),
        )

    def decision(self, fields: Fields) -> Decision:
        """Return what an adjudicator settled; the pair it is about has come before."""
        kind, target = text_in(fields, "kind"), text_in(fields, "target")
        given = fields.get("content")
        content = dict(given) if isinstance(given, dict) else {}
        if kind == "relation":
            target, turned = self._pairs.get(target, (target, False))
            if turned and content.get("direction") in TURNED:
                content["direction"] = TURNED[content["direction"]]
        else:
            target = self.article(target)
        return Decision(
            "",
            cast("DecisionKind", kind),
            target,
            self._who(fields),
            content,
            note=text_in(fields, "note"),
            created_at=text_in(fields, "created_at"),
        )

    def _who(self, fields: Fields) -> str:
        return text_in(fields, "annotator") or self._annotator


def event_from(fields: Fields) -> Event:
    """Return an entry of the event registry."""
    return Event(
        _uuid(fields.get("id")),
        text_in(fields, "title"),
        date=text_in(fields, "date"),
        place=text_in(fields, "place"),
        participants=_texts(fields.get("participants")),
        aliases=_texts(fields.get("aliases")),
        parent=text_in(fields, "parent") or None,
        note=text_in(fields, "note"),
        created_at=text_in(fields, "created_at"),
    )


def parents_first(events: Mapping[str, Event]) -> Iterator[Event]:
    """Yield events so that each stands after its parent; a parent that is nowhere is let go."""
    done: set[str] = set()

    def visit(event: Event, above: tuple[str, ...]) -> Iterator[Event]:
        if event.id in done or event.id in above:
            return
        parent = events.get(event.parent or "")
        if parent is not None:
            yield from visit(parent, (*above, event.id))
        done.add(event.id)
        yield event

    for event in events.values():
        yield from visit(event, ())


def _passage(value: object) -> tuple[int, int, int, int] | None:
    """Return the offsets of a passage; what is none is left out, it is only where to look first."""
    if not isinstance(value, list) or [type(offset) for offset in value] != [int] * 4:
        return None
    a_start, a_end, b_start, b_end = value
    return a_start, a_end, b_start, b_end


def _ratings(value: object) -> dict[str, int]:
    """Return ratings by name; in tables they are a list of names and values."""
    if isinstance(value, list):
        value = {str(one.get("name")): one.get("value") for one in list_of_objects(value)}
    return value if isinstance(value, dict) else {}


def text_in(fields: Fields, name: str) -> str:
    """Return a field's text; `` when it is missing."""
    value = fields.get(name)
    return value if isinstance(value, str) else "" if value is None else str(value)


def _texts(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list | tuple) else ()


def _uuid(value: object) -> str:
    """Return an id that can be kept; others are named anew."""
    try:
        return str(uuid.UUID(value)) if isinstance(value, str) else ""
    except ValueError:
        return ""
