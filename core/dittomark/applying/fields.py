"""One line of the file: its JSON, its type, and its fields with the types they must have."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from dittomark.annotations import Origin
from dittomark.errors import InvalidAnnotationError
from dittomark.records import origin_from_record

Line = Mapping[str, Any]


def parsed(line: bytes) -> Line:
    """Return a line's JSON object. Raises `InvalidAnnotationError` where it is none."""
    try:
        found = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise InvalidAnnotationError("The line is not UTF-8.") from None
    except (ValueError, RecursionError):
        raise InvalidAnnotationError("The line is not JSON.") from None
    if not isinstance(found, dict):
        raise InvalidAnnotationError("The line is not a JSON object.")
    return found


def kind_of(line: Line) -> str:
    """Guess the type of a line that does not say it."""
    if "a" in line or "a_external_id" in line or "a_id" in line:
        return "pair"
    if "start" in line:
        return "span"
    if "event" in line or "event_id" in line or "event_title" in line:
        return "membership"
    return "article" if "spans" in line or "events" in line else "event"


def first(line: Line, names: Iterable[str]) -> Any:  # noqa: ANN401  (whatever the JSON has)
    """Return the first of these fields that says something. Raises `InvalidAnnotationError`."""
    for name in names:
        if line.get(name):
            return line[name]
    raise InvalidAnnotationError(f"The line has no “{next(iter(names))}”.")


def typed(line: Line, name: str, kind: type, default: Any = None) -> Any:  # noqa: ANN401
    """Return a field of that type. Raises `InvalidAnnotationError` for another, or for none."""
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


def origin_of(line: Line) -> Origin:
    """Return where an annotation comes from; without a word of it, from this import."""
    origin = line.get("origin")
    return origin_from_record(origin) if isinstance(origin, dict) else Origin(by="import")
