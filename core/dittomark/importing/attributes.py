"""Pages whose elements have thousands of attributes: detected before they are parsed.

The HTML parser compares each attribute of an element with all attributes before it, and can't be
interrupted: 10,000 take a tenth of a second, 200,000 a minute, a million half an hour.
"""

import re
from itertools import islice
from typing import Final

from dittomark.errors import UnreadableFileError

_MOST: Final = 10_000
# An attribute and a start tag as the parser reads them: a value in quotation marks may contain “>”;
# one that is never closed extends to the end of the page. The possessive quantifiers (`*+`) exclude
# backtracking.
_ONE: Final = r"""[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"?|'[^']*+'?|[^\s>"'][^\s>]*+|(?=>)))?"""
_ATTRIBUTE: Final = re.compile(_ONE)
_TAG: Final = re.compile(
    rf"<!--(?:-?>|.*?--!?>|.*)|</?(?P<name>[a-zA-Z][^\s/>]*+)(?:[\s/]|{_ONE})*+|<[!?/][^>]*+",
    re.DOTALL,
)
# The content of these elements is not markup.
_RAW: Final = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"})  # fmt: skip
_SHORTEST: Final = 2 * _MOST  # code points: an attribute and its separator


def refuse_many_attributes(markup: str) -> None:
    """Raise UnreadableFileError for a page that has an element with more than 10,000 attributes."""
    if len(markup) < _SHORTEST:
        return
    place = 0
    while (tag := _TAG.search(markup, place)) is not None:
        place = tag.end()
        name = tag["name"]
        if name is None:
            continue
        start = tag.end("name")
        if place - start > _SHORTEST and _more_than(_MOST, markup, start, place):
            raise UnreadableFileError("An element of this page has thousands of attributes.")
        if name.lower() in _RAW and markup[tag.start() + 1] != "/":
            place = _after_raw(markup, place, name)


def _more_than(most: int, markup: str, start: int, end: int) -> bool:
    found = _ATTRIBUTE.finditer(markup, start, end)
    return next(islice(found, most, None), None) is not None


def _after_raw(markup: str, place: int, name: str) -> int:
    """Return the offset of the end tag of such an element; the length of the page without one."""
    end = re.compile(f"</{name}", re.IGNORECASE).search(markup, place)
    return len(markup) if end is None else end.start() + 1
