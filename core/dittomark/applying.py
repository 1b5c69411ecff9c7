"""Annotations from a JSONL file into a project: one object a line, whatever tool wrote it.

The `type` of a line is `span`, `pair` (also `judgement`, `relation`), `event` or `membership`;
`article` lines as the JSONL export writes them bring their `spans` and `events`. Articles are named
by `id` or `external_id`. See `docs/file-format.md`.
"""

import json
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from dittomark.annotations import Judgement, Origin
from dittomark.errors import InvalidAnnotationError, NotFoundError, UserError
from dittomark.operations.base import KEEP, Report
from dittomark.project import Project
from dittomark.records import origin_from_record

Line = Mapping[str, Any]
_ARTICLE_KEYS: Final = ("article_id", "article", "article_external_id", "external_id")
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


@dataclass
class Applied:
    """What `apply_file` did: rows written by kind, lines that changed nothing, lines that failed.

    `failed` lists the line's number, from 1, and the reason in a sentence.
    """

    applied: dict[str, int] = field(default_factory=dict)
    unchanged: int = 0
    failed: list[tuple[int, str]] = field(default_factory=list)
    lines: int = 0


def apply_file(
    project: Project, path: Path, *, annotator: str, report: Report | None = None
) -> Applied:
    """Apply a JSONL file as one step of the history; lines that can't be placed are listed.

    Raises `UserError` when the file can't be read at all.
    """
    try:
        with path.open("rb") as file:
            return apply_lines(project, file, annotator=annotator, report=report)
    except OSError as error:
        raise UserError(f"{path} can't be read: {error.strerror or error}.") from None


def apply_lines(
    project: Project, lines: Iterable[bytes], *, annotator: str, report: Report | None = None
) -> Applied:
    """Apply lines of JSON in UTF-8; see `apply_file`."""
    result = Applied()
    with project.batch("apply_annotations", annotator=annotator):
        placer = _Placer(project, annotator, result)
        for number, line in enumerate(lines, start=1):
            if line.strip(b"\xef\xbb\xbf \t\r\n"):
                result.lines += 1
                try:
                    placer.place(_parsed(line))
                except UserError as error:
                    result.failed.append((number, str(error)))
            if report is not None and number % 100 == 0:
                report(number, 0)
    return result


def _parsed(line: bytes) -> Line:
    try:
        found = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise InvalidAnnotationError("The line is not UTF-8.") from None
    except (ValueError, RecursionError):
        raise InvalidAnnotationError("The line is not JSON.") from None
    if not isinstance(found, dict):
        raise InvalidAnnotationError("The line is not a JSON object.")
    return found


class _Placer:
    """Puts lines where they belong, and remembers which events of the file are which."""

    def __init__(self, project: Project, annotator: str, result: Applied) -> None:
        self._project = project
        self._annotator = annotator
        self._result = result
        self._registry = {event.id: event for event in project.events()}
        self._events: dict[str, str] = {}  # the file's event id or title → the project's event id

    def place(self, line: Line) -> None:
        """Apply one line."""
        match line.get("type") or _kind_of(line):
            case "span":
                self._span(self._article(line), line)
            case "pair" | "judgement" | "relation":
                self._pair(line)
            case "event":
                self._event(line)
            case "membership":
                self._membership(self._article(line), line)
            case "article":
                self._article_line(line)
            case other:
                raise InvalidAnnotationError(f"“{other}” is not a type of annotation.")

    def _count(self, kind: str, *, changed: bool) -> None:
        if changed:
            self._result.applied[kind] = self._result.applied.get(kind, 0) + 1
        else:
            self._result.unchanged += 1

    def _article(self, line: Line) -> str:
        keys = _ARTICLE_KEYS if any(line.get(key) for key in _ARTICLE_KEYS) else ("id",)
        for key in keys:
            if line.get(key):
                return self._named_article(line[key])
        raise InvalidAnnotationError("The line names no article (article_id or external_id).")

    def _named_article(self, name: object) -> str:
        if not isinstance(name, str):
            raise InvalidAnnotationError(f"“{name}” is not the id of an article.")
        if self._project.article_infos([name]):
            return name
        found = self._project.article_ids(external_id=name)
        if not found:
            raise NotFoundError(f"There is no article {name} in this project.")
        if len(found) > 1:
            raise InvalidAnnotationError(f"{len(found)} articles have the external id {name}.")
        return found[0]

    def _span(self, article: str, line: Line) -> None:
        before = len(self._project.spans(article, annotator=self._annotator))
        self._project.annotate_span(
            article,
            _typed(line, "start", int),
            _typed(line, "end", int),
            label=_typed(line, "label", str),
            annotator=self._annotator,
            note=_typed(line, "note", str, ""),
            origin=_origin(line),
        )
        after = len(self._project.spans(article, annotator=self._annotator))
        self._count("spans", changed=after > before)

    def _pair(self, line: Line) -> None:
        a, b = (
            self._named_article(_first(line, (name, f"{name}_id", f"{name}_external_id")))
            for name in ("a", "b")
        )
        said = self._said_of_pair(line)
        fields = {
            name: _typed(said, name, kind)
            for name, kind in _JUDGEMENT_FIELDS.items()
            if said.get(name) is not None
        }
        pair = self._project.find_pair(a, b)
        before: Judgement | None = None
        if pair is not None:
            before = self._project.judgement(pair.id, self._annotator)
        after = self._project.judge_pair(
            a,
            b,
            annotator=self._annotator,
            origin=_origin(said) if before is None else KEEP,
            **fields,
        )
        self._count("judgements", changed=before != after)

    def _said_of_pair(self, line: Line) -> Line:
        """Return the line itself, or what this annotator says in it, if it is an exported pair."""
        if any(line.get(name) is not None for name in _SAYS_SOMETHING):
            return line
        judgements = line.get("judgements") or []
        own = [said for said in judgements if said.get("annotator") == self._annotator]
        if len(own or judgements) != 1:
            raise InvalidAnnotationError("The line says no relation of the pair.")
        return dict((own or judgements)[0])

    def _event(self, line: Line) -> str:
        """Return the project's event for an event line; it is added if it is not there."""
        title = _typed(line, "title", str).strip()
        name = _typed(line, "id", str, "") or _typed(line, "event_id", str, "")
        known = self._known_event(name, title, _typed(line, "date", str, ""))
        if known is None:
            parent = line.get("parent")
            event = self._project.add_event(
                title=title,
                date=_typed(line, "date", str, ""),
                place=_typed(line, "place", str, ""),
                participants=map(str, line.get("participants") or ()),
                aliases=map(str, line.get("aliases") or ()),
                parent=None if parent is None else self._events.get(parent, parent),
                note=_typed(line, "note", str, ""),
                event_id=name if _is_uuid(name) else "",
            )
            known = event.id
            self._registry[known] = event
            self._count("events", changed=True)
        else:
            self._count("events", changed=False)
        for alias in (name, title):
            self._events.setdefault(alias, known)
        return known

    def _known_event(self, name: str, title: str, date: str) -> str | None:
        if name in self._events:
            return self._events[name]
        same = (event for event in self._registry.values() if event.title == title)
        by_title = next((event.id for event in same if not date or event.date == date), None)
        return name if name in self._registry else by_title

    def _membership(self, article: str, line: Line) -> None:
        name = _first(line, ("event_id", "event", "event_title", "title"))
        event = self._events.get(str(name))
        if event is None:
            title = _first(line, ("event_title", "title", "event"))
            event = self._known_event(str(name), str(title), _typed(line, "date", str, ""))
        if event is None:
            if not (line.get("event_title") or line.get("title")):
                raise NotFoundError(f"There is no event {name} in this project.")
            event = self._event({"id": line.get("event_id") or "", "title": title})
        before = self._project.memberships(article, event, annotator=self._annotator)
        after = self._project.label_event(
            article,
            event,
            annotator=self._annotator,
            note=_typed(line, "note", str, ""),
            origin=before[0].origin if before else _origin(line),
        )
        self._count("memberships", changed=[after] != before)

    def _article_line(self, line: Line) -> None:
        """Apply what an exported article brings: its spans and events."""
        article = self._named_article(_first(line, ("id", "external_id")))
        for span in line.get("spans") or ():
            self._span(article, span)
        for membership in line.get("events") or ():
            self._membership(article, membership)


def _kind_of(line: Line) -> str:
    """Guess the type of a line that does not say it."""
    if "a" in line or "a_external_id" in line or "a_id" in line:
        return "pair"
    if "start" in line:
        return "span"
    if "event" in line or "event_id" in line or "event_title" in line:
        return "membership"
    return "article" if "spans" in line or "events" in line else "event"


def _first(line: Line, names: Iterable[str]) -> Any:  # noqa: ANN401  (whatever the JSON has)
    for name in names:
        if line.get(name):
            return line[name]
    raise InvalidAnnotationError(f"The line has no “{next(iter(names))}”.")


def _typed(line: Line, name: str, kind: type, default: Any = None) -> Any:  # noqa: ANN401
    value = line.get(name)
    if value is None:
        if default is None:
            raise InvalidAnnotationError(f"The line has no “{name}”.")
        return default
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise InvalidAnnotationError(f"“{name}” can't be {json.dumps(value, ensure_ascii=False)}.")
    return value


def _origin(line: Line) -> Origin:
    origin = line.get("origin")
    return origin_from_record(origin) if isinstance(origin, dict) else Origin(by="import")


def _is_uuid(name: str) -> bool:
    try:
        return str(uuid.UUID(name)) == name
    except ValueError:
        return False
