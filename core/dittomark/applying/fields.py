"""One line of the file: its JSON, its type, and what it calls things."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from dittomark.errors import InvalidAnnotationError

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
    raise InvalidAnnotationError("The line has no “{name}”.", name=next(iter(names)))
