"""Spans inside the record of another tool, under various keys and in various shapes."""

from collections.abc import Mapping
from typing import Any, Final

# Start, end, label, and further properties, in our fields.
Spans = list[tuple[int, int, str, dict[str, str]]]

_KEYS: Final = ("entities", "spans", "label", "labels", "annotations", "annotation", "tags")
_TEXTS: Final = ("text", "data", "content", "document")
_STARTS: Final = ("start_offset", "start", "begin", "start_char")
_ENDS: Final = ("end_offset", "end", "stop", "end_char")
_LABELS: Final = ("label", "labels", "type", "tag", "entity", "entity_group", "category")
_PEOPLE: Final = ("annotator", "user", "annotated_by")
_NOTES: Final = ("note", "comment")


def text_key(record: Mapping[str, Any]) -> str:
    """Return the key of the text to which the spans refer; empty if there is none."""
    return next((key for key in _TEXTS if isinstance(record.get(key), str)), "")


def spans_key(record: Mapping[str, Any]) -> str:
    """Return the key under which a record has spans of its text; empty if it has none.

    An empty list counts if no other value of the record can be spans.
    """
    empty = ""
    for key in _KEYS:
        value = record.get(key)
        if isinstance(value, list):
            if not value:
                empty = empty or key
            elif all(_span(one) is not None for one in value):
                return key
    return empty


def spans_in(value: list[Any]) -> Spans:
    """Return the spans of the list under `spans_key`."""
    return [
        (start, end, label, _properties_of(one))
        for one in value
        if (span := _span(one)) is not None
        for start, end, labels in (span,)
        for label in labels
    ]


def _span(one: object) -> tuple[int, int, list[str]] | None:
    if isinstance(one, list | tuple) and len(one) in {2, 3}:
        start, end = one[0], one[1]
        labels: object = one[2] if len(one) == 3 else "span"
    elif isinstance(one, Mapping):
        start, end = _first(one, _STARTS), _first(one, _ENDS)
        labels = _first(one, _LABELS)
    else:
        return None
    if type(start) is not int or type(end) is not int:
        return None
    names = labels if isinstance(labels, list) else [labels]
    if not names or not all(isinstance(name, str | int) for name in names):
        return None
    return start, end, [str(name) for name in names]


def _properties_of(one: object) -> dict[str, str]:
    if not isinstance(one, Mapping):
        return {}
    properties = {"annotator": _first(one, _PEOPLE), "note": _first(one, _NOTES)}
    return {name: value for name, value in properties.items() if isinstance(value, str) and value}


def _first(one: Mapping[str, Any], keys: tuple[str, ...]) -> object:
    return next((one[key] for key in keys if one.get(key) is not None), None)
