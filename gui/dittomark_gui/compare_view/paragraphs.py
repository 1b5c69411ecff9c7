"""An article's text cut into paragraphs: one for each line of the source text.

The view lays out and paints paragraph by paragraph; a line break belongs to the paragraph that it
ends, so that every code point of the text is in exactly one paragraph. CRLF is one line break.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

_BREAK: Final = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`start` to `end` is its text, `end` to `stop` its line break (empty at the very end)."""

    start: int
    end: int
    stop: int


def split_paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Cut a text into paragraphs; there is always at least one, empty for an empty text."""
    result = []
    start = 0
    for line_break in _BREAK.finditer(text):
        result.append(Paragraph(start, line_break.start(), line_break.end()))
        start = line_break.end()
    result.append(Paragraph(start, len(text), len(text)))
    return tuple(result)


def paragraph_index(starts: Sequence[int], offset: int) -> int:
    """Return the index of the paragraph that an offset belongs to.

    `starts` are the starts of all paragraphs, in order.
    """
    return max(0, bisect_right(starts, offset) - 1)


def is_right_to_left(text: str, default: bool = False) -> bool:
    """Say whether a paragraph reads right to left, by its first strong character (UAX #9, P2).

    Text without any strong character has the `default` direction.
    """
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction == "L":
            return False
        if direction in {"R", "AL"}:
            return True
    return default
