"""Pages whose elements have thousands of attributes: found before a parser sees them.

The parser of HTML compares each attribute of an element with all before it, and nothing ends it
there: 10,000 take a tenth of a second, 200,000 a minute, a million half an hour.
"""

import re
from itertools import islice
from typing import Final

from dittomark.errors import UnreadableFileError

_MOST: Final = 10_000
# An attribute and a start tag as the parser reads them: a value in quotation marks may hold “>”, one
# that is never closed runs to the end of the page. Each piece, once read, is never read again.
_ONE: Final = r"""[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"?|'[^']*+'?|[^\s>"'][^\s>]*+|(?=>)))?"""
_ATTRIBUTE: Final = re.compile(_ONE)
_TAG: Final = re.compile(
    rf"<!--(?:-?>|.*?--!?>|.*)|</?(?P<name>[a-zA-Z][^\s/>]*+)(?:[\s/]|{_ONE})*+|<[!?/][^>]*+",
    re.DOTALL,
)
# What stands in these is no markup.
_RAW: Final = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"})  # fmt: skip
_SHORTEST: Final = 2 * _MOST  # letters: an attribute and what parts it from the next


def refuse_many_attributes(markup: str) -> None:
    """Raise UnreadableFileError for a page with an element of more than 10,000 attributes."""
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
    """Return where the end tag of such an element begins; the end of the page without one."""
    end = re.compile(f"</{name}", re.IGNORECASE).search(markup, place)
    return len(markup) if end is None else end.start() + 1
