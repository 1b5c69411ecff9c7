"""Segmentation into words, sentences and characters, and offsets in other units.

Text is never changed: all results are offsets in code points, `[start, end)`.

A *word* is a run of letters, marks and digits of any script. An apostrophe between letters and a
point between digits belong to it; a hyphen does not. In scripts without spaces between words
(Chinese, Japanese kana, Thai, Lao, Khmer, Burmese, Tibetan) each character with its marks is a
word. A *character* is one as perceived by a reader: an extended grapheme cluster (UAX #29).
"""

from bisect import bisect_left, bisect_right
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Final

import regex

from dittomark.texts import characters
from dittomark.texts.borders import cut_words, sentences
from dittomark.texts.sentence_borders import Stretch

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Offsets = npt.NDArray[np.int64]

__all__ = [
    "OffsetTable",
    "Stretch",
    "always_apart",
    "cut_words",
    "graphemes",
    "sentences",
    "snap",
    "words",
]

_CLUSTER: Final = regex.compile(r"\X")
# Between two plain characters there is always a border (rule GB999 of UAX #29), and before a space
# or another printable ASCII character too, except after the few signs that join with the next one.
_CERTAIN_BORDER: Final = regex.compile(
    r"(?r)(?<=[\p{GCB=Other}\p{GCB=Control}\p{GCB=LF}\p{GCB=CR}])\p{GCB=Other}"
    r"|(?<!\p{GCB=Prepend})[ -~]"
)


def words(text: str) -> list[Stretch]:
    """Return `(start, end)` of every word, in reading order."""
    _, starts, ends = cut_words(text)
    return list(zip(starts.tolist(), ends.tolist(), strict=True))


def graphemes(text: str) -> list[Stretch]:
    """Return `(start, end)` of every character as a reader perceives it (grapheme cluster)."""
    return [match.span() for match in _CLUSTER.finditer(text)]


def snap(text: str, start: int, end: int) -> Stretch:
    """Widen `[start, end)` to the borders of grapheme clusters.

    Offsets outside the text are clamped. An empty range stays empty, at the border before it.
    """
    length = len(text)
    start = max(0, min(start, length))
    end = max(start, min(end, length))
    if (start in (0, length) or always_apart(text[start - 1 : start + 1])) and (
        end in (start, length) or always_apart(text[end - 1 : end + 1])
    ):
        return start, end  # as nearly always
    first = _border_before(text, start)
    if start == end:
        return first, first
    return first, _border_after(text, end)


def _border_before(text: str, offset: int) -> int:
    """Return the nearest border at or before `offset`."""
    if offset in (0, len(text)) or always_apart(text[offset - 1 : offset + 1]):
        return offset
    certain = _CERTAIN_BORDER.search(text, 0, offset + 1)
    border = certain.start() if certain else 0
    while border < offset:
        cluster = _CLUSTER.match(text, border)
        if cluster is None or cluster.end() > offset:
            break
        border = cluster.end()
    return border


@lru_cache(maxsize=4096)
def always_apart(two: str) -> bool:
    """Return whether there is a border between two characters in any context."""
    border = _CERTAIN_BORDER.search(two)
    return border is not None and border.start() == 1


def _border_after(text: str, offset: int) -> int:
    """Return the nearest border at or after `offset`."""
    border = _border_before(text, offset)
    if border == offset:
        return offset
    cluster = _CLUSTER.match(text, border)
    return cluster.end() if cluster else offset


class OffsetTable:
    """Offsets of one text in three units: code points (ours), UTF-16 units (Qt, Java), UTF-8 bytes.

    ASCII text costs nothing, and text inside the Basic Multilingual Plane costs nothing for UTF-16;
    otherwise a table is made at the first call and each conversion is one binary search. A lone
    surrogate counts as one UTF-16 unit and three bytes. An offset inside a character of several
    units or bytes is converted to the start of that character; one outside the text raises
    `ValueError`.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._length = len(text)
        self._ascii = text.isascii()

    @cached_property
    def _wide(self) -> list[int]:
        """Offsets of the characters that take two UTF-16 units."""
        # Encoding is thirty times faster than examining every character.
        if self._ascii or len(self._text.encode("utf-16-le", "surrogatepass")) == 2 * self._length:
            return []
        return [match.start() for match in regex.finditer("[\U00010000-\U0010ffff]", self._text)]

    @cached_property
    def _wide_units(self) -> list[int]:
        """The same offsets in UTF-16 units."""
        return [offset + before for before, offset in enumerate(self._wide)]

    @cached_property
    def _bytes(self) -> "Offsets":
        """The byte offset of every code point, and of the end."""
        import numpy as np

        codes = characters.code_points(self._text)
        sizes = 1 + (codes >= 0x80).astype(np.int64) + (codes >= 0x800) + (codes >= 0x10000)
        return np.concatenate(([0], np.cumsum(sizes)))

    def to_utf16(self, offset: int) -> int:
        """Code points → UTF-16 units."""
        self._check(offset, self._length)
        return offset + bisect_left(self._wide, offset)

    def from_utf16(self, offset: int) -> int:
        """UTF-16 units → code points."""
        self._check(offset, self._length + len(self._wide))
        before = bisect_right(self._wide_units, offset)
        if before and self._wide_units[before - 1] == offset:
            before -= 1
        elif before and self._wide_units[before - 1] == offset - 1:
            return self._wide[before - 1]  # between the two halves of one character
        return offset - before

    def to_utf8(self, offset: int) -> int:
        """Code points → UTF-8 bytes."""
        self._check(offset, self._length)
        return offset if self._ascii else int(self._bytes[offset])

    def from_utf8(self, offset: int) -> int:
        """UTF-8 bytes → code points."""
        if self._ascii:
            self._check(offset, self._length)
            return offset
        self._check(offset, int(self._bytes[-1]))
        return int(self._bytes.searchsorted(offset, side="right")) - 1

    @staticmethod
    def _check(offset: int, length: int) -> None:
        if not 0 <= offset <= length:
            raise ValueError(f"offset {offset} is outside the text (0 to {length})")
