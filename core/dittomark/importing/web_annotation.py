"""W3C Web Annotations (JSON-LD): spans, links, relations and event labels of known texts.

Annotations refer to their text by the article's id or the hash of the text; they do not contain the
texts. Our own exports are read completely. Of other tools' annotations, those are read whose target
is `urn:sha256:…`.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from dittomark.importing.json_lines import Row
from dittomark.importing.own import list_of_objects
from dittomark.importing.results import Failure, Item, Options, ReadRecord
from dittomark.importing.sources import Source
from dittomark.messages import Message

Node = Mapping[str, Any]
_CONTEXT: Final = "www.w3.org/ns/anno"
_UUID: Final = "urn:uuid:"
_SHA: Final = "urn:sha256:"
_UNKNOWN: Final = Message("An annotation that names no text by its hash or id has no place here.")


def is_page(record: Node) -> bool:
    """Return whether a JSON object is a page (or a single one) of Web Annotations."""
    context = record.get("@context")
    return (isinstance(context, str | list) and _CONTEXT in str(context)) or (
        record.get("type") == "Annotation" and "target" in record and "body" in record
    )


def read(
    source: Source, rows: Iterator[tuple[Row | Failure, str]], _options: Options
) -> Iterator[Item]:
    """Yield the records of the annotations, numbered in their order."""
    number = 0
    for row, _ in rows:
        if isinstance(row, Failure):
            yield row
            continue
        for node in _annotations(row.value):
            number += 1
            record = _record(node)
            if record is None:
                yield Failure(source.name, _UNKNOWN, number)
            else:
                yield ReadRecord(source.name, number, record)


def _annotations(value: object) -> list[dict[str, Any]]:
    if not isinstance(value, dict):
        return []
    for key in ("items", "first", "@graph"):
        inner = value.get(key)
        if isinstance(inner, list):
            return list_of_objects(inner)
        if isinstance(inner, dict):
            return _annotations(inner)
    return [value]


def _record(node: Node) -> dict[str, Any] | None:
    targets, bodies = _several(node.get("target")), _several(node.get("body"))
    creator = node.get("creator")
    who = creator.get("name") if isinstance(creator, dict) else creator
    common = {
        "id": _uuid(node.get("id")),
        "annotator": who if isinstance(who, str) else "",
        "note": _value(bodies, "commenting"),
        "created_at": str(node.get("created") or ""),
    }
    if len(targets) == 2:
        return _between(targets, bodies, common)
    if len(targets) != 1 or not (article := _article(targets[0])):
        return None
    event = next((body for body in bodies if body.get("purpose") == "identifying"), None)
    if event is not None:
        membership = {"event_id": _uuid(event.get("id")), "title": str(event.get("value") or "")}
        return {**common, **membership, "type": "membership", "article": article}
    label = _value(bodies, "tagging") or _value(bodies, "classifying") or _value(bodies, "")
    place = _place(targets[0])
    if place is None or not label:
        return None
    start, end = place
    return {
        **common,
        "type": "span",
        "article": article,
        "start": start,
        "end": end,
        "label": label,
    }


def _between(
    targets: list[dict[str, Any]], bodies: list[dict[str, Any]], common: dict[str, Any]
) -> dict[str, Any] | None:
    """Return a record on two articles: a link if both sides have offsets, else a relation."""
    sides: dict[str, Any] = {}
    places = [_place(target) for target in targets]
    for side, target, place in zip("ab", targets, places, strict=True):
        article = _article(target)
        if not article:
            return None
        sides[side], sides[f"{side}_sha256"] = article["id"], article["sha256"]
        if place is not None:
            sides[f"{side}_start"], sides[f"{side}_end"] = place
    label = _value(bodies, "classifying")
    if not label:
        return None
    directed = _value(bodies, "describing") == "source first"
    direction = "a_to_b" if directed else None
    if None not in places:
        return {**common, **sides, "type": "link", "kind": label, "direction": direction}
    relation = {**common, "relation": label, "direction": direction}
    relation.pop("id")
    return {**sides, "type": "pair", "judgements": [relation]}


def _several(value: object) -> list[dict[str, Any]]:
    if isinstance(value, str):
        return [{"id": value, "value": value}]
    return list_of_objects(value if isinstance(value, list) else [value])


def _uuid(value: object) -> str:
    return value.removeprefix(_UUID) if isinstance(value, str) and value.startswith(_UUID) else ""


def _article(target: Node) -> dict[str, Any]:
    source = target.get("source")
    if isinstance(source, dict):
        source = source.get("id")
    sha = source.removeprefix(_SHA) if isinstance(source, str) and source.startswith(_SHA) else None
    name = _uuid(target.get("id")) or _uuid(source)
    return {"id": name, "external_id": "", "sha256": sha} if name or sha else {}


def _value(bodies: list[dict[str, Any]], purpose: str) -> str:
    found = (body.get("value") for body in bodies if body.get("purpose", "") == purpose)
    return next((value for value in found if isinstance(value, str)), "")


def _place(target: Node) -> tuple[int, int] | None:
    for selector in _several(target.get("selector")):
        start, end = selector.get("start"), selector.get("end")
        if type(start) is int and type(end) is int:
            return start, end
    return None
