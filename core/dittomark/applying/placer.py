"""Puts each line of a file where it belongs in the project."""

from collections.abc import Iterable
from typing import Any, Final

from dittomark.applying.articles import article_of, named_article
from dittomark.applying.events import FileEvents
from dittomark.applying.fields import Line, first, kind_of
from dittomark.applying.result import Applied
from dittomark.errors import InvalidAnnotationError
from dittomark.operations.base import KEEP
from dittomark.project import Project
from dittomark.records import objects, origin_of, typed

_JUDGEMENT_FIELDS: Final = {
    "relation": str,
    "direction": str,
    "note": str,
    "done": bool,
    "flagged": bool,
    "skipped": bool,
    "seconds": float,
    "ratings": dict,
}
_SAYS_SOMETHING: Final = ("relation", "note", "done", "flagged", "skipped", "ratings")


class Placer:
    """Applies lines one after the other; raises `UserError` for one that can't be placed."""

    def __init__(self, project: Project, annotator: str, result: Applied) -> None:
        self._project = project
        self._annotator = annotator
        self._result = result
        self._events = FileEvents(project, result)

    def place(self, line: Line) -> None:
        """Apply one line."""
        match line.get("type") or kind_of(line):
            case "span":
                self._place_spans(article_of(self._project, line), [line])
            case "pair" | "judgement" | "relation":
                self._place_judgement(line)
            case "event":
                self._events.take(line)
            case "membership":
                self._place_membership(article_of(self._project, line), line)
            case "article":
                self._place_article(line)
            case other:
                raise InvalidAnnotationError("“{other}” is not a type of annotation.", other=other)

    def _place_article(self, line: Line) -> None:
        """Apply what an exported article brings: its spans and events."""
        article = named_article(self._project, first(line, ("id", "external_id")))
        self._place_spans(article, objects(line, "spans"))
        for membership in objects(line, "events"):
            self._place_membership(article, membership)

    def _place_spans(self, article: str, spans: Iterable[Line]) -> None:
        for line in spans:
            before = len(self._project.spans(article, annotator=self._annotator))
            self._project.annotate_span(
                article,
                typed(line, "start", int),
                typed(line, "end", int),
                label=typed(line, "label", str),
                annotator=self._annotator,
                note=typed(line, "note", str, ""),
                origin=origin_of(line),
            )
            after = len(self._project.spans(article, annotator=self._annotator))
            self._result.count("spans", changed=after > before)

    def _place_judgement(self, line: Line) -> None:
        a, b = (
            named_article(self._project, first(line, (name, f"{name}_id", f"{name}_external_id")))
            for name in ("a", "b")
        )
        said = self._said_of_pair(line)
        fields: dict[str, Any] = {
            name: typed(said, name, kind)
            for name, kind in _JUDGEMENT_FIELDS.items()
            if said.get(name) is not None
        }
        pair = self._project.find_pair(a, b)
        before = None if pair is None else self._project.judgement(pair.id, self._annotator)
        after = self._project.judge_pair(
            a,
            b,
            annotator=self._annotator,
            origin=origin_of(said) if before is None else KEEP,
            **fields,
        )
        self._result.count("judgements", changed=before != after)

    def _said_of_pair(self, line: Line) -> Line:
        """Return the line itself, or what this annotator says in it, if it is an exported pair."""
        if any(line.get(name) is not None for name in _SAYS_SOMETHING):
            return line
        judgements = objects(line, "judgements")
        own = [said for said in judgements if said.get("annotator") == self._annotator]
        if len(own or judgements) != 1:
            raise InvalidAnnotationError("The line says no relation of the pair.")
        return (own or judgements)[0]

    def _place_membership(self, article: str, line: Line) -> None:
        event = self._events.of_membership(line)
        before = self._project.memberships(article, event, annotator=self._annotator)
        after = self._project.label_event(
            article,
            event,
            annotator=self._annotator,
            note=typed(line, "note", str, ""),
            origin=before[0].origin if before else origin_of(line),
        )
        self._result.count("memberships", changed=[after] != before)
