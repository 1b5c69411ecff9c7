"""Splits an article's text into paragraphs: one for each line of the source text.

The view lays out and paints by paragraph. A line break belongs to the paragraph that it ends, so
that every code point is in exactly one paragraph. CRLF is one line break. A very long line is split
into pieces, each a paragraph that `goes_on` in the next, so that Qt never lays out more than a
piece at once. Pieces end at the end of a sentence, else at a space.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from dittomark.texts.segmentation import snap

_LONGEST: Final = 5_000  # code points of a piece
_SHORTEST: Final = 3_000
_SENTENCE_END: Final = re.compile(r"[.!?\u06d4\u0964\u0965]\s+")
_SPACE: Final = re.compile(r"\s+")
_BREAK: Final = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: `start` to `end` is its text, `end` to `stop` its line break.

    The line break is empty at the end of the text, and where the line `goes_on` in the next
    paragraph.
    """

    start: int
    end: int
    stop: int
    goes_on: bool = False


def split_paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Split a text into paragraphs; an empty text gives one empty paragraph."""
    result: list[Paragraph] = []
    start = 0
    for line_break in _BREAK.finditer(text):
        result += _pieces(text, start, line_break.start(), line_break.end())
        start = line_break.end()
    result += _pieces(text, start, len(text), len(text))
    return tuple(result)


def _pieces(text: str, start: int, end: int, stop: int) -> Iterator[Paragraph]:
    """Yield a line in pieces of at most `_LONGEST` code points."""
    while end - start > _LONGEST:
        cut = _cut(text[start : start + _LONGEST]) + start
        yield Paragraph(start, cut, cut, goes_on=True)
        start = cut
    yield Paragraph(start, end, stop)


def _cut(piece: str) -> int:
    """Return the offset at which to split a line that begins with `piece`, on a cluster border."""
    for place in (_SENTENCE_END, _SPACE):
        found = [match.end() for match in place.finditer(piece, _SHORTEST)]
        if found and found[-1] < len(piece):
            return snap(piece, found[-1], found[-1])[1]
    return snap(piece, len(piece) - 1, len(piece) - 1)[0] or len(piece)


def line_of(paragraphs: Sequence[Paragraph], index: int) -> Paragraph:
    """Return the whole line that a paragraph is, or is a piece of."""
    first = last = index
    while first > 0 and paragraphs[first - 1].goes_on:
        first -= 1
    while paragraphs[last].goes_on:
        last += 1
    if first == last:
        return paragraphs[index]
    return Paragraph(paragraphs[first].start, paragraphs[last].end, paragraphs[last].stop)


def paragraph_index(starts: Sequence[int], offset: int) -> int:
    """Return the index of the paragraph that an offset belongs to.

    `starts` are the starts of all paragraphs, in order.
    """
    return max(0, bisect_right(starts, offset) - 1)


def is_right_to_left(text: str, default: bool = False) -> bool:
    """Return whether a paragraph reads right to left, by its first strong character (UAX #9, P2).

    Text without any strong character has the `default` direction.
    """
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction == "L":
            return False
        if direction in {"R", "AL"}:
            return True
    return default
