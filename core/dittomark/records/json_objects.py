"""Rows of a project as plain JSON objects: the output of `list --json` and the JSONL export.

Offsets are code points, `[start, end)`. Fields have a fixed order, so equal rows give equal bytes.
`docs/formats.md` explains each field; the JSON Schema is in `dittomark_resources`.
"""

import json
import math
import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

from dittomark.annotations import (
    ArticleInfo,
    Decision,
    Event,
    EventMembership,
    HistoryEntry,
    Judgement,
    Link,
    Origin,
    Pair,
    Span,
    Suggestion,
)
from dittomark.article_fields import METADATA, metadata_in
from dittomark.errors import InvalidAnnotationError

Record = dict[str, Any]
OFFSET_UNIT: Final = "code_point"
_CONTEXT: Final = 32


def article_record(info: ArticleInfo) -> Record:
    """Return an article without its text and annotations.

    `imported` is present if the metadata was edited: the values of the imported file, from which
    the article's id is computed.
    """
    imported = {name: info.imported.get(name, "") for name in METADATA}
    current = metadata_in(info)
    record: Record = {
        "type": "article",
        "id": info.id,
        "external_id": info.external_id,
        **current,
        "sha256": info.sha256,
        "length": info.length,
        "encoding": info.encoding,
        "offset_unit": OFFSET_UNIT,
        "metadata": shared_metadata(info),
    }
    if imported != current:
        record["imported"] = imported
    return record


def shared_metadata(info: ArticleInfo) -> Record:
    """Return the imported metadata of an article, without local paths of the importing computer.

    Importers keep a file's name relative to the imported folder; older ones kept its absolute path.
    """
    metadata: Record = dict(info.imported.get("metadata", {}))
    file = metadata.get("file")
    if isinstance(file, str) and (place := _WHOLE_PATH.match(file)):
        metadata["file"] = re.split(r"[/\\]", file[place.end() :])[-1]
    return metadata


# An absolute path of any system, or one that leaves the folder in which it starts.
_WHOLE_PATH: Final = re.compile(r"(?:[A-Za-z]:)?[/\\]+|[A-Za-z]:|~[^/\\]*[/\\]|\.\.[/\\]")


def span_record(span: Span, text: str | None = None) -> Record:
    """Return a span; with its article's text, also the quote and 32 characters around it."""
    record: Record = {
        "id": span.id,
        "article_id": span.article_id,
        "start": span.start,
        "end": span.end,
        "label": span.label,
    }
    if text is not None:
        record["exact"] = text[span.start : span.end]
        record["prefix"] = text[max(0, span.start - _CONTEXT) : span.start]
        record["suffix"] = text[span.end : span.end + _CONTEXT]
    record["annotator"] = span.annotator
    record["note"] = span.note
    record["origin"] = origin_record(span.origin)
    record["created_at"] = span.created_at
    record["updated_at"] = span.updated_at
    return record


def origin_record(origin: Origin) -> Record:
    """Return the origin of an annotation; unknown fields are left out."""
    record: Record = {"by": origin.by}
    if origin.version:
        record["version"] = origin.version
    if origin.score is not None:
        record["score"] = origin.score
    if origin.suggestion:
        record["suggestion"] = origin.suggestion
    if origin.visible:
        record["visible"] = list(origin.visible)
    if origin.settings:
        record["settings"] = origin.settings
    if origin.moved:
        record["moved"] = True
    return record


def membership_record(membership: EventMembership, *, title: str) -> Record:
    """Return an event label: this annotator states that this article reports this event."""
    return {
        "id": membership.id,
        "article_id": membership.article_id,
        "event_id": membership.event_id,
        "title": title,
        "annotator": membership.annotator,
        "note": membership.note,
        "origin": origin_record(membership.origin),
        "created_at": membership.created_at,
    }


def pair_record(pair: Pair, *, external_ids: Mapping[str, str]) -> Record:
    """Return a pair without its judgements; `external_ids` has those of its two articles."""
    return {
        "type": "pair",
        "id": pair.id,
        "a": pair.a,
        "b": pair.b,
        "a_external_id": external_ids.get(pair.a, ""),
        "b_external_id": external_ids.get(pair.b, ""),
        "score": pair.score,
        "guess": pair.guess,
        "passage": None if pair.passage is None else list(pair.passage),
        "cluster": pair.cluster,
        "position": pair.position,
        "origin": origin_record(pair.origin),
    }


def judgement_record(judgement: Judgement) -> Record:
    """Return one annotator's judgement of a pair; the direction is relative to its `a` and `b`."""
    return {
        "id": judgement.id,
        "pair_id": judgement.pair_id,
        "annotator": judgement.annotator,
        "relation": judgement.relation,
        "direction": judgement.direction,
        "note": judgement.note,
        "done": judgement.done,
        "flagged": judgement.flagged,
        "skipped": judgement.skipped,
        "seconds": judgement.seconds,
        "ratings": dict(judgement.ratings),
        "origin": origin_record(judgement.origin),
        "created_at": judgement.created_at,
        "updated_at": judgement.updated_at,
    }


_EVENT_FIELDS: Final = ("title", "date", "place", "participants", "aliases", "note")


def agreed_relation(judgements: Iterable[Judgement]) -> tuple[str | None, str | None]:
    """Return the relation and direction on which all who decided agree; None if they disagree."""
    relations = {(judgement.relation, judgement.direction) for judgement in judgements}
    relations -= {(None, None)}
    if len(relations) == 1:
        return relations.pop()
    names = {relation for relation, _ in relations}
    return (names.pop(), None) if len(names) == 1 else (None, None)


def link_record(
    link: Link, *, external_ids: Mapping[str, str], texts: Mapping[str, str] | None = None
) -> Record:
    """Return a link; with the articles' texts by id, also the text of both sides.

    `external_ids` has those of its articles.
    """
    record: Record = {"type": "link", "id": link.id}
    for side, article, start, end in (
        ("a", link.a, link.a_start, link.a_end),
        ("b", link.b, link.b_start, link.b_end),
    ):
        record[side] = article
        record[f"{side}_external_id"] = external_ids.get(article, "")
        record[f"{side}_start"], record[f"{side}_end"] = start, end
        if texts is not None and article in texts:
            record[f"{side}_exact"] = texts[article][start:end]
    record["kind"] = link.kind
    record["direction"] = link.direction
    record["annotator"] = link.annotator
    record["note"] = link.note
    record["origin"] = origin_record(link.origin)
    record["created_at"] = link.created_at
    record["updated_at"] = link.updated_at
    return record


def event_record(event: Event) -> Record:
    """Return an entry of the event registry."""
    return {
        "type": "event",
        "id": event.id,
        "title": event.title,
        "date": event.date,
        "place": event.place,
        "participants": list(event.participants),
        "aliases": list(event.aliases),
        "parent": event.parent,
        "note": event.note,
        "created_at": event.created_at,
        "updated_at": event.updated_at,
    }


def decision_record(decision: Decision) -> Record:
    """Return an adjudicated decision."""
    return {
        "type": "decision",
        "id": decision.id,
        "kind": decision.kind,
        "target": decision.target,
        "annotator": decision.annotator,
        "content": dict(decision.content),
        "note": decision.note,
        "created_at": decision.created_at,
        "updated_at": decision.updated_at,
    }


def suggestion_record(
    each: Suggestion,
    *,
    external_ids: Mapping[str, str],
    sides: tuple[str, str] | None = None,
    title: str | None = None,
) -> Record:
    """Return a suggestion as `annotate` and `import` read it.

    `external_ids` has those of its articles, `sides` are the articles of its pair, `title` is that
    of the event in the registry. An empty `payload` is left out.
    """
    record: Record = {
        "type": "suggestion",
        "id": each.id,
        "kind": each.kind,
        "suggester": each.suggester,
        "version": each.version,
        "score": each.score,
        "state": each.state,
    }
    payload = dict(each.payload)
    if each.kind == "link":
        other, start, end = (payload.pop(name, None) for name in ("article_id", "start", "end"))
        sides = str(each.article_id), str(other)
        record |= {"a_start": each.start, "a_end": each.end, "b_start": start, "b_end": end}
    elif each.article_id is not None:
        record["article_id"] = each.article_id
        record["external_id"] = external_ids.get(each.article_id, "")
    for name in ("pair_id", "event_id", "start", "end", "label"):
        if (value := getattr(each, name)) is not None and name not in payload:
            record[name] = value
    if sides is not None:
        for side, article in zip(("a", "b"), sides, strict=True):
            record |= {side: article, f"{side}_external_id": external_ids.get(article, "")}
    if (direction := payload.pop("direction", None)) is not None:
        record["direction"] = direction
    if each.kind == "event":
        record |= {name: payload.pop(name) for name in _EVENT_FIELDS if name in payload}
        if title is not None:
            record["title"] = title
    return {**record, "payload": payload} if payload else record


def history_record(entry: HistoryEntry) -> Record:
    """Return one step of the history: annotator, time, operation, and each row before and after."""
    return {
        "type": "change",
        "id": entry.id,
        "at": entry.at,
        "annotator": entry.annotator,
        "operation": entry.operation,
        "state": entry.state,
        "added": dict(entry.added),
        "changes": [
            {
                "entity": change.entity,
                "id": change.row_id,
                "before": None if change.before is None else dict(change.before),
                "after": None if change.after is None else dict(change.after),
            }
            for change in entry.changes
        ],
    }


def origin_from_record(record: Mapping[str, Any]) -> Origin:
    """Return the origin of a record; missing fields have the values of an annotator's own work.

    Raises `InvalidAnnotationError` for a record that is not an origin.
    """
    try:
        score, suggestion = record.get("score"), record.get("suggestion")
        if score is not None:
            check_score(score)
        return Origin(
            str(record.get("by", "human")),
            str(record.get("version", "")),
            None if score is None else float(score),
            None if suggestion is None else str(suggestion),
            tuple(map(str, record.get("visible") or ())),
            str(record.get("settings") or ""),
            bool(record.get("moved")),
        )
    except (TypeError, ValueError):
        raise InvalidAnnotationError("The origin of the annotation can't be read.") from None


def origin_of(record: Mapping[str, Any]) -> Origin:
    """Return the origin of an annotation in a file; if it states none, `import`."""
    origin = record.get("origin")
    return origin_from_record(origin) if isinstance(origin, dict) else Origin(by="import")


# --- fields of foreign records -------------------------------------------------------------------


def finite(value: Any) -> Any:  # noqa: ANN401  (any JSON)
    """Return a value for JSON, with null for numbers that JSON does not have."""
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, Mapping):
        return {key: finite(one) for key, one in value.items()}
    return [finite(one) for one in value] if isinstance(value, list | tuple) else value


def typed(record: Mapping[str, Any], name: str, kind: type, default: Any = None) -> Any:  # noqa: ANN401
    """Return a field of that type. Raises `InvalidAnnotationError` for another type or none."""
    value = record.get(name)
    if type(value) is kind:
        return value
    if value is None:
        if default is None:
            raise InvalidAnnotationError("The line has no “{name}”.", name=name)
        return default
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise InvalidAnnotationError(
            "“{name}” can't be {value}.", name=name, value=json.dumps(value, ensure_ascii=False)
        )
    return value


def check_score(score: object) -> None:
    """Raise `InvalidAnnotationError` unless a score is a number from 0 to 1."""
    if type(score) is float and 0 <= score <= 1:
        return
    number = isinstance(score, int | float) and not isinstance(score, bool)
    if not number or not 0 <= score <= 1:  # type: ignore[operator]  # (not a number is in no order)
        raise InvalidAnnotationError(
            "A score is a number from 0 to 1: {score} is not.", score=str(score)
        )


def optional(record: Mapping[str, Any], name: str, kind: type) -> Any:  # noqa: ANN401
    """Return a field of that type, None if it is missing; raises as `typed`."""
    return None if record.get(name) is None else typed(record, name, kind)


def objects(record: Mapping[str, Any], name: str) -> list[dict[str, Any]]:
    """Return the JSON objects in a field, empty if it is missing; raises as `typed`."""
    value = record.get(name) or []
    if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
        raise InvalidAnnotationError("“{name}” is not a list of objects.", name=name)
    return value


def texts(record: Mapping[str, Any], name: str) -> tuple[str, ...]:
    """Return the texts in a field, empty if it is missing; raises as `typed`."""
    value = record.get(name) or []
    if not isinstance(value, list):
        raise InvalidAnnotationError("“{name}” is not a list.", name=name)
    return tuple(map(str, value))


def text_in(record: Mapping[str, Any], name: str) -> str:
    """Return a field of any type as text; `` if it is missing."""
    value = record.get(name)
    return value if isinstance(value, str) else "" if value is None else str(value)
