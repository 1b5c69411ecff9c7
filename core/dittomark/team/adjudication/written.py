"""Decisions as records: one by one on a command line, or many as JSONL.

A record names a question and its answer. The question is a pair (`pair` or `target`: its id; or `a`
and `b`: two articles) or an article (`article` or `target`), the answer one of

- `accept`: the annotator who is right,
- `relation` and `direction` (relative to `a` and `b` as written, else to the pair's own),
- `spans`: a list of `[start, end, label]`, or of objects with these names,
- `links`: a list of `[a_start, a_end, b_start, b_end, kind, direction]` (relative to `a` and `b` as
  written, else to the pair's own; a direction may be missing), or of objects with these names,
- `events`: a list of ids or titles.

`note` gives the reason. `kind` (`relation`, `spans`, `links`, `events`) is needed if the other
fields do not determine it. Decisions of an export, with the answer in `content`, are such records
too.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final, cast

from dittomark import ids
from dittomark.annotations import TURNED, Decision, DecisionKind, Direction
from dittomark.errors import (
    InvalidAnnotationError,
    NotFoundError,
    UnreadableFileError,
    UserError,
)
from dittomark.importing.json_lines import Row, read_rows
from dittomark.importing.results import Failure
from dittomark.importing.sources import find_sources
from dittomark.operations.open_project import named
from dittomark.progress import Report
from dittomark.project import Project
from dittomark.records.json_objects import optional, texts, typed
from dittomark.team.adjudication.questions import KINDS, Item, accept, items

Fields = Mapping[str, Any]
_SPAN: Final = ("start", "end", "label")
_LINK: Final = ("a_start", "a_end", "b_start", "b_end", "kind", "direction")


@dataclass(frozen=True, slots=True)
class Settled:
    """The result of a file of decisions: questions decided, and those decided so before."""

    decided: int
    unchanged: int
    failures: tuple[Failure, ...]


class Adjudicator:
    """Applies decisions in records, as one annotator's."""

    def __init__(self, project: Project, annotator: str) -> None:
        self._project = project
        self._annotator = named(annotator)

    def settle(self, record: Fields) -> tuple[Decision, bool]:
        """Decide a question; returns the decision, and whether it differs from the one before.

        Raises `UserError` for an unknown question, or an invalid answer.
        """
        content = record.get("content")
        if isinstance(content, dict):
            record = {**record, **content}
        kind, target, turned = self.question(record)
        before = self._project.decision(kind, target)
        after = self._decided(record, kind, target, turned=turned)
        return after, before is None or after.updated_at != before.updated_at

    def question(self, record: Fields) -> tuple[DecisionKind, str, bool]:
        """Return the kind and target of a question, and whether its pair is given in reverse order.

        Raises `UserError` for an unknown or ambiguous one.
        """
        kind = record.get("kind") or next((kind for kind in KINDS if kind in record), None)
        if kind is not None and kind not in KINDS:
            raise InvalidAnnotationError("“{kind}” is not a kind of decision.", kind=str(kind))
        if "a" in record or "b" in record:
            a, b = (self._project.article_named(typed(record, side, str)) for side in ("a", "b"))
            if kind == "links":
                return "links", ids.pair_id(a, b), a > b
            pair = self._project.find_pair(a, b)
            if pair is None:
                raise NotFoundError(
                    "The pair of {a} and {b} is not in the queue.", a=record["a"], b=record["b"]
                )
            return "relation", pair.id, pair.a != a
        name = record.get("pair") or record.get("article") or typed(record, "target", str)
        if kind == "links":
            return "links", name, False
        if kind == "relation" or "pair" in record or (kind is None and self._is_pair(name)):
            return "relation", self._project.pair(name).id, False
        article = self._project.article_named(name)
        return kind or self._only_question(article, name), article, False

    def _is_pair(self, name: str) -> bool:
        try:
            return bool(self._project.pair(name))
        except NotFoundError:
            return False

    def _only_question(self, article: str, name: str) -> DecisionKind:
        found = [kind for kind in KINDS if (kind, article) in self._questions]
        if not found:
            raise NotFoundError("Nobody marked or attached anything in {article}.", article=name)
        if len(found) > 1:
            raise InvalidAnnotationError(
                "Say whether the spans or the events of {article} are meant.", article=name
            )
        return found[0]

    @cached_property
    def _questions(self) -> dict[tuple[DecisionKind, str], Item]:
        return {(item.kind, item.target): item for item in items(self._project)}

    def _decided(
        self, record: Fields, kind: DecisionKind, target: str, *, turned: bool
    ) -> Decision:
        note = optional(record, "note", str) or ""
        who = optional(record, "accept", str)
        if who is not None:
            item = self._questions.get((kind, target))
            if item is None or who not in item.opinions:
                raise NotFoundError("{annotator} has not answered that.", annotator=who)
            return accept(self._project, item, who, annotator=self._annotator, note=note)
        match kind:
            case "relation":
                return self._project.decide_relation(
                    target,
                    relation=typed(record, "relation", str),
                    direction=_direction(record, turned=turned),
                    annotator=self._annotator,
                    note=note,
                )
            case "spans":
                return self._project.decide_spans(
                    target, _spans(record), annotator=self._annotator, note=note
                )
            case "links":
                a, b = self._linked(record, target, turned=turned)
                return self._project.decide_links(
                    a, b, _links(record), annotator=self._annotator, note=note
                )
            case "events":
                events = [self._project.event_named(name) for name in texts(record, "events")]
                return self._project.decide_events(
                    target, events, annotator=self._annotator, note=note
                )

    def _linked(self, record: Fields, target: str, *, turned: bool) -> tuple[str, str]:
        """Return the two articles of a question about links, in the order of its offsets."""
        if "a" in record:
            a, b = (self._project.article_named(typed(record, side, str)) for side in ("a", "b"))
            return a, b
        item = self._questions.get(("links", target))
        if item is not None:
            return item.articles[0], item.articles[-1]
        pair = self._project.pair(target)
        return (pair.b, pair.a) if turned else (pair.a, pair.b)


def settle_from(
    project: Project, path: Path, *, annotator: str, report: Report | None = None
) -> Settled:
    """Apply the decisions of a JSONL file as one step of the history.

    An invalid line is among the failures, the others are applied. Raises `UserError` if the file
    can't be read at all.
    """
    adjudicator = Adjudicator(project, annotator)
    changed: list[bool] = []
    failures: list[Failure] = []
    with project.batch("decide", annotator=annotator):
        for row in _rows(path, report):
            try:
                match row:
                    case Failure():
                        failures.append(row)
                    case Row(value=dict()):
                        changed.append(adjudicator.settle(row.value)[1])
                    case _:
                        raise InvalidAnnotationError("This is not a JSON object.")
            except UserError as error:
                failures.append(Failure(str(path), error.message, row.line))
    return Settled(sum(changed), len(changed) - sum(changed), tuple(failures))


def _rows(path: Path, report: Report | None) -> "list[Row | Failure]":
    rows: list[Row | Failure] = []
    for source in find_sources([path], report):
        if isinstance(source, Failure):
            raise UnreadableFileError(source.located_message)
        rows += [row for row, _ in read_rows(source, "utf-8")]
    return rows


def _direction(record: Fields, *, turned: bool) -> Direction | None:
    direction = cast("Direction | None", optional(record, "direction", str))
    return TURNED.get(direction, direction) if turned and direction else direction


def _spans(record: Fields) -> list[tuple[int, int, str]]:
    given = record.get("spans")
    if not isinstance(given, list):
        raise InvalidAnnotationError("“{name}” is not a list.", name="spans")
    spans = []
    for span in given:
        listed = isinstance(span, list) and len(span) == len(_SPAN)
        parts = dict(zip(_SPAN, span, strict=True)) if listed else span
        if not isinstance(parts, dict):
            raise InvalidAnnotationError("“spans” is not a list of [start, end, label].")
        spans.append(
            (typed(parts, "start", int), typed(parts, "end", int), typed(parts, "label", str))
        )
    return spans


def _links(record: Fields) -> list[tuple[int, int, int, int, str, Direction | None]]:
    given = record.get("links")
    if not isinstance(given, list):
        raise InvalidAnnotationError("“{name}” is not a list.", name="links")
    links = []
    for link in given:
        listed = isinstance(link, list) and len(link) in (len(_LINK) - 1, len(_LINK))
        parts = dict(zip(_LINK, link, strict=False)) if listed else link
        if not isinstance(parts, dict):
            raise InvalidAnnotationError(
                "“links” is not a list of [a_start, a_end, b_start, b_end, kind, direction]."
            )
        a_start, a_end, b_start, b_end = (typed(parts, name, int) for name in _LINK[:4])
        direction = cast("Direction | None", optional(parts, "direction", str))
        links.append((a_start, a_end, b_start, b_end, typed(parts, "kind", str), direction))
    return links
