"""A page's metadata of its article in JSON-LD (schema.org), such as the author."""

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ARTICLES: Final = ("Article", "BlogPosting", "Report")
# code points of a script; a longer one is a program's data, not a description
_MOST: Final = 1_000_000
_DEEPEST: Final = 6


def values(tree: "HtmlElement", key: str) -> list[str]:
    """Return the values of a property of the page's article, in order and without duplicates.

    `key` is a property of schema.org whose value is a text or has a name, such as `author`.
    """
    names: list[str] = []
    for script in tree.iter("script"):
        text = script.text or ""
        if "ld+json" not in (script.get("type") or "") or len(text) > _MOST:
            continue
        try:
            value = json.loads(text)
        except (ValueError, RecursionError):
            continue
        for node in _nodes(value, 0):
            if _is_article(node):
                names += _names(node.get(key), 0)
    return list(dict.fromkeys(names))


def _nodes(value: object, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for one in value:
            yield from _nodes(one, depth + 1)
    elif isinstance(value, dict):
        yield value
        yield from _nodes(value.get("@graph"), depth + 1)
        yield from _nodes(value.get("mainEntity"), depth + 1)


def _is_article(node: dict[str, Any]) -> bool:
    kinds = node.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and kind.endswith(_ARTICLES) for kind in kinds)


def _names(value: object, depth: int) -> Iterator[str]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for one in value:
            yield from _names(one, depth + 1)
    elif isinstance(value, dict):
        yield from _names(value.get("name"), depth + 1)
    elif isinstance(value, str) and value.strip() and "://" not in value:
        yield " ".join(value.split())
