"""Objects of services and tools whose article is nested one level down, flattened; their values.

Elasticsearch keeps the document of a hit in `_source`, the Guardian in `fields`, Label Studio's
bare tasks in `data`: the keys of the nested object are added to those of the outer one.
"""

import ast
from collections.abc import Mapping
from typing import Any, Final

_WRAPPERS: Final = ("_source", "fields", "attributes", "data", "article", "node", "doc", "item")
# Keys with the text of an object that represents a string: schema.org's author, the headline of the
# New York Times, WordPress's title, MongoDB's ids.
_SAYING: Final = ("rendered", "name", "main", "original", "title", "$oid", "$date")


def unfolded(record: Mapping[str, Any], has_text: Any) -> Mapping[str, Any]:  # noqa: ANN401
    """Return an object with the keys of its wrapped object; `has_text(object)` detects a text."""
    if has_text(record):
        return record
    for key in _WRAPPERS:
        inner = record.get(key)
        if isinstance(inner, Mapping) and (key == "_source" or has_text(inner)):
            kept = ("_id",) if key == "_source" else record.keys() - {key}
            return {**{name: record[name] for name in record if name in kept}, **inner}
    return record


def represented(value: object) -> object:
    """Return the value that an object represents, as `{"name": "Ledger"}` a name, or itself."""
    if isinstance(value, Mapping):
        return next((value[key] for key in _SAYING if isinstance(value.get(key), str)), value)
    return value


def words_of(value: object) -> object:
    """Return a list of words or names as one line; other values unchanged.

    A list that pandas wrote into a table (`['A', 'B']`) is a list, too.
    """
    if isinstance(value, str) and value.startswith(("['", '["')) and value.endswith(("']", '"]')):
        try:
            value = ast.literal_eval(value)
        except (ValueError, SyntaxError, MemoryError, RecursionError):
            return value
    if not isinstance(value, list):
        return value
    words = [represented(one) for one in value]
    return ", ".join(str(word) for word in words) if all(map(_is_word, words)) else value


def _is_word(value: object) -> bool:
    return isinstance(value, str)


def text_in(value: object) -> object:
    """Return a text in pieces, as Solr stores it, as one string; other values unchanged."""
    value = represented(value)
    if isinstance(value, list) and value and all(map(_is_word, value)):
        return "\n\n".join(value)
    return value


def is_span(value: object) -> bool:
    """Return whether an object describes a span of a text, and so is no record."""
    return isinstance(value, Mapping) and any(
        isinstance(value.get(key), int) for key in ("start", "start_offset", "begin", "start_char")
    )
