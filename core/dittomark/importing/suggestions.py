"""Suggestions as lines of a file, or of a program's output: `{"type": "suggestion", …}`.

Articles are referenced as in the other lines: by `external_id` or `article_id`; the two of a pair
by `a` and `b`, or `a_external_id` and `b_external_id`, or as a pair of the queue by `pair_id`. See
`docs/formats.md` for the fields of each kind.
"""

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any, Final, cast

from dittomark import ids
from dittomark.annotations import TURNED, Suggestion, SuggestionKind
from dittomark.errors import InvalidAnnotationError
from dittomark.importing.resolver import Resolver
from dittomark.importing.results import ReadRecord
from dittomark.records.json_objects import text_in, typed

Fields = Mapping[str, Any]
DEFAULT_SUGGESTER: Final = "file"
"""The suggester of a suggestion that names none."""
_ARTICLE: Final = ("article_id", "article", "article_external_id", "external_id")
_EVENT_FIELDS: Final = ("title", "date", "place", "note")
_EVENT_LISTS: Final = ("participants", "aliases")
_NUMBERS: Final = frozenset({"start", "end", "score", "a_start", "a_end", "b_start", "b_end"})


def suggestion_of(fields: Fields, resolver: Resolver) -> Suggestion:
    """Return the suggestion of a line; raises `UserError` for missing or invalid fields.

    Offsets and labels are not checked yet; a direction is converted to the pair's own order.
    """
    kind = kind_of(fields)
    suggester = typed(fields, "suggester", str, "") or DEFAULT_SUGGESTER
    version = text_in(fields, "version") or text_in(fields, "model_version")
    score = _score(fields)
    if kind == "link":
        return _of_link(Suggestion("", kind, suggester, version, score), fields, resolver)
    if kind in {"relation", "pair"}:
        fields = _with_sides(fields, resolver)
        return _of_pair(Suggestion("", kind, suggester, version, score), fields, resolver)
    name = _first(fields, _ARTICLE)
    if name is None and not fields.get("sha256"):
        raise InvalidAnnotationError("The line names no article (article_id or external_id).")
    article = resolver.article(name, external_id=name, sha256=fields.get("sha256"))
    if kind == "event":
        base = Suggestion("", kind, suggester, version, score, article_id=article)
        return _of_event(base, fields, resolver)
    return Suggestion(
        "",
        kind,
        suggester,
        version,
        score,
        article_id=article,
        start=typed(fields, "start", int),
        end=typed(fields, "end", int),
        label=typed(fields, "label", str),
    )


def kind_of(fields: Fields) -> SuggestionKind:
    """Return the kind of a suggestion; if the line does not state it, the fields decide.

    Raises `InvalidAnnotationError` for an unknown kind.
    """
    kind = fields.get("kind")
    if kind in {"span", "relation", "event", "pair", "link"}:
        return cast("SuggestionKind", kind)
    if kind is not None:
        raise InvalidAnnotationError("“{kind}” is not a kind of suggestion.", kind=str(kind))
    if fields.get("a_start") is not None:
        return "link"
    if _first(fields, ("a", "a_external_id", "a_id", "pair_id")) is not None:
        return "relation" if fields.get("relation") or fields.get("label") else "pair"
    return "span" if fields.get("start") is not None else "event"


def is_suggestion_table(columns: Collection[str]) -> bool:
    """Return whether a table holds suggestions: it has columns for suggester, score and article."""
    names = set(columns)
    about = {"start", "end", "label"} <= names or bool({"relation", "event", "kind"} & names)
    return about and {"suggester", "score"} <= names


def suggestion_record(path: str, line: int, row: Fields) -> ReadRecord:
    """Return a row of such a table as a record; empty cells are left out."""
    fields: dict[str, Any] = {"type": "suggestion"}
    for name, cell in row.items():
        if cell not in {None, ""} and name != "type":
            fields[name] = _number(cell) if name in _NUMBERS else str(cell)
    return ReadRecord(path, line, fields)


def _number(cell: object) -> object:
    """Return the number in a cell; other values stay, and are refused with their name later."""
    if not isinstance(cell, str):
        return cell
    try:
        return int(cell)
    except ValueError:
        pass
    try:
        return float(cell)
    except ValueError:
        return cell


def _of_link(base: Suggestion, fields: Fields, resolver: Resolver) -> Suggestion:
    a, b = _sides(fields, resolver)
    payload: dict[str, Any] = {
        "article_id": b,
        "start": typed(fields, "b_start", int),
        "end": typed(fields, "b_end", int),
    }
    if fields.get("direction"):
        payload["direction"] = typed(fields, "direction", str)
    return replace(
        base,
        article_id=a,
        start=typed(fields, "a_start", int),
        end=typed(fields, "a_end", int),
        label=typed(fields, "label", str),
        payload=payload,
    )


def _sides(fields: Fields, resolver: Resolver) -> tuple[str, str]:
    """Return the ids of the two articles of a line."""
    for side in ("a", "b"):
        if _first(fields, (side, f"{side}_id", f"{side}_external_id")) is None:
            raise InvalidAnnotationError("The line has no “{name}”.", name=side)
    a, b = (
        resolver.article(
            _first(fields, (side, f"{side}_id", f"{side}_external_id")),
            external_id=_first(fields, (f"{side}_external_id", side)),
        )
        for side in ("a", "b")
    )
    return a, b


def _with_sides(fields: Fields, resolver: Resolver) -> Fields:
    """Return the fields with both articles, if the line names a pair of the queue instead."""
    name = fields.get("pair_id")
    if name is None or _first(fields, ("a", "a_id", "a_external_id")) is not None:
        return fields
    a, b = resolver.sides_of(name)
    return {**fields, "a": a, "b": b}


def _of_pair(base: Suggestion, fields: Fields, resolver: Resolver) -> Suggestion:
    a, b = _sides(fields, resolver)
    payload: dict[str, Any] = {"a": min(a, b), "b": max(a, b)}
    found = replace(base, pair_id=ids.pair_id(a, b), payload=payload)
    if base.kind == "pair":
        if (guess := fields.get("guess") or fields.get("relation")) is not None:
            payload["guess"] = str(guess)
        return found
    label = fields.get("relation") or fields.get("label")
    if not isinstance(label, str):
        raise InvalidAnnotationError("The line has no “{name}”.", name="relation")
    direction = fields.get("direction")
    if direction:
        payload["direction"] = TURNED.get(str(direction), direction) if a > b else direction
    return replace(found, label=label)


def _of_event(base: Suggestion, fields: Fields, resolver: Resolver) -> Suggestion:
    """Return an event suggestion: of the registered event that is named, else of a new one."""
    named = _first(fields, ("event_id", "event"))
    name, title = str(named or ""), text_in(fields, "title")
    known = resolver.event(name or title, title or name, text_in(fields, "date"))
    if known is not None:
        return replace(base, event_id=known)
    payload: dict[str, Any] = {name: text_in(fields, name) for name in _EVENT_FIELDS}
    payload["title"] = title or name
    if not payload["title"]:
        raise InvalidAnnotationError("The line has no “{name}”.", name="event")
    for name in _EVENT_LISTS:
        value = fields.get(name)
        payload[name] = [str(each) for each in value] if isinstance(value, list) else []
    return replace(base, payload=payload)


def _score(fields: Fields) -> float:
    score = fields.get("score")
    if type(score) is float:  # the most frequent case by far, among up to a million lines
        return score
    if score is None:
        return 1.0
    if isinstance(score, bool) or not isinstance(score, int | float):
        raise InvalidAnnotationError("The score is not a number.")
    return float(score)


def _first(fields: Fields, names: tuple[str, ...]) -> object:
    for name in names:
        value = fields.get(name)
        if value is not None and value != "":
            return value
    return None
