"""Conversion of fields to columns and back: values stored as JSON or a number in a table.

Functions that read a column raise `ValueError`, `TypeError`, `AttributeError` or `RecursionError`
for a value that no Dittomark wrote.
"""

import dataclasses
import json
from collections.abc import Callable, Mapping
from functools import lru_cache
from json.encoder import encode_basestring
from math import isfinite
from typing import Any, Final, TypeVar

from dittomark.annotations import Origin

Value = TypeVar("Value")


def to_json(value: object) -> str:
    """Return the value as compact JSON with sorted keys: equal values give equal text."""
    return _encode(value)


# One shared encoder: json.dumps creates a new one at every call.
_encode: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode


def loaded_json(text: str) -> Any:  # noqa: ANN401  (what JSON can hold)
    """Return the value of a column's JSON; lone surrogates, which no column stores, are refused."""
    value = json.loads(text)
    if "\\ud" in text or "\\uD" in text:
        to_json(value).encode()
    return value


@lru_cache(maxsize=4096)  # thousands of rows share a few origins
def _origin(text: str) -> Origin:
    loaded = _mapping(text)
    return Origin(**{**loaded, "visible": tuple(loaded.get("visible", ()))})


@lru_cache(maxsize=4096)
def _origin_json(origin: Origin) -> str:
    """Return the fields that differ from the default: nearly every origin is just `human`."""
    plain = dataclasses.asdict(origin)
    return to_json({key: value for key, value in plain.items() if value != _PLAIN_ORIGIN[key]})


_PLAIN_ORIGIN: Final = dataclasses.asdict(Origin())


def _names(text: str) -> tuple[str, ...]:
    return _tuple(text, str)


def _offsets(text: str | None) -> tuple[int, ...] | None:
    return None if text is None else _tuple(text, int)


def _tuple(text: str, kind: type[Value]) -> tuple[Value, ...]:
    loaded = loaded_json(text)
    if not isinstance(loaded, list) or not all(type(item) is kind for item in loaded):
        raise TypeError
    return tuple(loaded)


def _tuple_json(value: tuple[Any, ...] | None) -> str | None:
    return None if value is None else to_json(list(value))


def _mapping(text: str) -> dict[str, Any]:
    if text == "{}":  # the most frequent case
        return {}
    loaded = loaded_json(text)
    if not isinstance(loaded, dict):
        raise TypeError
    return loaded


def _numbers(text: str) -> dict[str, int]:
    loaded = _mapping(text)
    if not all(type(value) is int for value in loaded.values()):
        raise TypeError
    return loaded


def _mapping_json(value: Mapping[str, Any]) -> str:
    if len(value) == 1:  # one number: the encoder's output, in a fifth of its time
        ((name, number),) = value.items()
        if type(number) is float and isfinite(number):
            return f"{{{encode_basestring(name)}:{number!r}}}"
    return to_json(dict(value))


def _real(value: float | None) -> float | None:
    """Return the number as a REAL column returns it: 1 as 1.0."""
    return None if value is None else float(value)


def as_it_is(value: Any) -> Any:  # noqa: ANN401  (a column)
    """Return the column unchanged: it is the field's value."""
    return value


# field name → (value to column, column to value); a name has one meaning in all kinds of rows
Codec = tuple[Callable[[Any], Any], Callable[[Any], Any]]
CODECS: Final[dict[str, Codec]] = {
    "origin": (_origin_json, _origin),
    "participants": (_tuple_json, _names),
    "aliases": (_tuple_json, _names),
    "passage": (_tuple_json, _offsets),
    "imported": (_mapping_json, _mapping),
    "ratings": (_mapping_json, _numbers),
    "payload": (_mapping_json, _mapping),
    "content": (_mapping_json, _mapping),
    "done": (int, bool),
    "flagged": (int, bool),
    "skipped": (int, bool),
    "score": (_real, as_it_is),
    "position": (_real, as_it_is),
    "seconds": (_real, as_it_is),
}
