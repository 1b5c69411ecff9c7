"""Objects of services and tools whose article stands one level down, made flat; and what they say.

Elasticsearch keeps the document of a hit in `_source`, the Guardian in `fields`, Label Studio's
bare tasks in `data`: what stands there becomes the object's own, beside the rest.
"""

import ast
from collections.abc import Mapping
from typing import Any, Final

_WRAPPERS: Final = ("_source", "fields", "attributes", "data", "article", "node", "doc", "item")
# What an object that stands for a word says it by: schema.org's author, the headline of the New York
# Times, WordPress's title, MongoDB's ids.
_SAYING: Final = ("rendered", "name", "main", "original", "title", "$oid", "$date")


def unfolded(record: Mapping[str, Any], has_text: Any) -> Mapping[str, Any]:  # noqa: ANN401
    """Return an object with what it wraps beside its own; `has_text(object)` tells a text by its name."""
    if has_text(record):
        return record
    for key in _WRAPPERS:
        inner = record.get(key)
        if isinstance(inner, Mapping) and (key == "_source" or has_text(inner)):
            kept = ("_id",) if key == "_source" else record.keys() - {key}
            return {**{name: record[name] for name in record if name in kept}, **inner}
    return record


def said(value: object) -> object:
    """Return what an object stands for, as `{"name": "Ledger"}` for a name; other values as they are."""
    if isinstance(value, Mapping):
        return next((value[key] for key in _SAYING if isinstance(value.get(key), str)), value)
    return value


def words_of(value: object) -> object:
    """Return a list of words or names as one line; other values as they are.

    A list that pandas wrote into a table (`['A', 'B']`) is one, too.
    """
    if isinstance(value, str) and value.startswith(("['", '["')) and value.endswith(("']", '"]')):
        try:
            value = ast.literal_eval(value)
        except (ValueError, SyntaxError, MemoryError, RecursionError):
            return value
    if not isinstance(value, list):
        return value
    words = [said(one) for one in value]
    return ", ".join(str(word) for word in words) if all(map(_is_word, words)) else value


def _is_word(value: object) -> bool:
    return isinstance(value, str)


def text_in(value: object) -> object:
    """Return a text that is given in pieces, as Solr gives it, as one; other values as they are."""
    value = said(value)
    if isinstance(value, list) and value and all(map(_is_word, value)):
        return "\n\n".join(value)
    return value


def is_span(value: object) -> bool:
    """Return whether an object says where something stands in a text, and so is no record."""
    return isinstance(value, Mapping) and any(
        isinstance(value.get(key), int) for key in ("start", "start_offset", "begin", "start_char")
    )
