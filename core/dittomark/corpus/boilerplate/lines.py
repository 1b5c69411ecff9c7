"""A page as lines: the offsets, the text and the key of each.

Offsets are code points of the untouched text. A line is the text between two line breaks, without
the white space around it; lines of white space only are recorded as a gap. Only the first
`MAX_LINES` lines of a page are read (no news page has as many; it bounds time and memory on a table
of a million rows).
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import regex

MAX_LINES: Final = 20_000

_LINE: Final = regex.compile(r"[^\n\r\u2028\u2029\x0b\x0c\x85]+")
_WORD: Final = regex.compile(r"[\p{L}\p{M}\p{N}\u200c\u200d]+")


@dataclass(frozen=True, slots=True)
class Line:
    """One line: `text[start:end]` of the page; `gap` counts the blank lines before it.

    `key` identifies equal lines: its words only, NFC and casefolded.
    """

    start: int
    end: int
    text: str
    key: str
    gap: int


@dataclass(frozen=True, slots=True)
class Page:
    """An article seen as lines. `title` and `source` may be empty."""

    id: str
    source: str
    title: str
    lines: tuple[Line, ...]


@lru_cache(maxsize=20_000)  # the lines of a template recur
def line_key(text: str) -> str:
    """Return the words of a line, NFC and casefolded; for a line without words, its signs."""
    folded = unicodedata.normalize("NFC", text).casefold()
    return " ".join(_WORD.findall(folded)) or "".join(folded.split())


def split_page(text: str, *, article_id: str = "", source: str = "", title: str = "") -> Page:
    """Return the page's lines, at most `MAX_LINES` of them."""
    return Page(article_id, source, title, tuple(_lines(text)))


def _lines(text: str) -> Iterator[Line]:
    count = 0
    previous_end = 0
    for match in _LINE.finditer(text):
        stripped = match[0].strip()
        if not stripped:
            continue
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        gap = max(0, text.count("\n", previous_end, start) - 1) if count else 0
        yield Line(start, start + len(stripped), stripped, line_key(stripped), gap)
        previous_end = start + len(stripped)
        count += 1
        if count == MAX_LINES:
            return
