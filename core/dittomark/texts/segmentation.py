"""Where words, sentences and characters begin and end, and offsets in other units.

Text is never changed: everything here answers with offsets in code points, `[start, end)`.

A *word* is a run of letters, marks and digits of any script. An apostrophe between letters and a
point between digits stay inside it; a hyphen does not. In scripts that put no spaces between words
(Chinese, Japanese kana, Thai, Lao, Khmer, Burmese, Tibetan) each character with its marks is a
word. A *character* is what a reader takes for one: an extended grapheme cluster (UAX #29).
"""

import re
from bisect import bisect_left, bisect_right
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Final

import regex

from dittomark.texts import characters

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from dittomark.structures.array_types import Bools

    Offsets = npt.NDArray[np.int64]

Stretch = tuple[int, int]
"""A piece `[start, end)` of a text, in code points."""

_CLUSTER: Final = regex.compile(r"\X")
# Between two plain characters there is always a border (rule GB999 of UAX #29), and before a space
# or another printable ASCII character too, but for the few signs that cling to what follows them.
_CERTAIN_BORDER: Final = regex.compile(
    r"(?r)(?<=[\p{GCB=Other}\p{GCB=Control}\p{GCB=LF}\p{GCB=CR}])\p{GCB=Other}"
    r"|(?<!\p{GCB=Prepend})[ -~]"
)


def cut_words(text: str) -> "tuple[list[str], Offsets, Offsets]":
    """Return all words themselves, their starts and their ends: `words` for numpy code."""
    import numpy as np

    codes = characters.code_points(text)
    starts, ends, inside = _word_borders(codes)
    if inside is None:
        places = zip(starts.tolist(), ends.tolist(), strict=True)
        return [text[start:end] for start, end in places], starts, ends
    # Gaps become spaces, and one call cuts the text there: faster than word by word.
    spaced = np.where(inside, codes, np.uint32(ord(" "))).tobytes()
    return spaced.decode("utf-32-le", "surrogatepass").split(), starts, ends


def _word_borders(codes: "npt.NDArray[np.uint32]") -> "tuple[Offsets, Offsets, Bools | None]":
    """Return the starts and ends of words, and which characters are inside one.

    The last is None where words touch (scripts that put no spaces between them).
    """
    import numpy as np

    kinds = characters.classes(codes)
    padded = np.zeros(len(kinds) + 2, dtype=bool)
    inside = padded[1:-1]
    np.greater_equal(kinds, characters.IGNORED, out=inside)
    # Apostrophes and points hang on their neighbours; they are few, so only they are looked at.
    middle = kinds[1:-1]
    at = 1 + np.flatnonzero((middle == characters.APOSTROPHE) | (middle == characters.POINT))
    before, after = kinds[at - 1], kinds[at + 1]
    digits = (before == characters.DIGIT) & (after == characters.DIGIT)
    letters = _spaced(before) & _spaced(after)
    inside[at] = np.where(kinds[at] == characters.POINT, digits, letters)
    if len(kinds) and kinds.max() >= characters.SINGLE:
        return *_borders_with_singles(kinds, padded), None
    changes = np.flatnonzero(padded[1:] != padded[:-1])
    return changes[::2], changes[1::2], inside


def _borders_with_singles(
    kinds: "npt.NDArray[np.uint8]", padded: "Bools"
) -> "tuple[Offsets, Offsets]":
    """Return the borders of words where some characters are words of their own.

    `padded` tells which characters stand inside words, with one that does not at either end.
    """
    import numpy as np

    inside = padded[1:-1]
    changes = padded[1:] != padded[:-1]
    begins = changes[:-1] & inside
    ends = changes[1:] & inside
    # A letter or digit after such a character begins a word too, marks between them or not.
    single = kinds == characters.SINGLE
    spaced = (kinds == characters.LETTER) | (kinds == characters.DIGIT)
    places = np.arange(len(kinds))
    last_base = np.maximum.accumulate(np.where(spaced | single | ~inside, places, 0))
    begins |= single
    begins[1:] |= spaced[1:] & single[last_base[:-1]]
    ends[:-1] |= begins[1:] & inside[:-1]
    return np.flatnonzero(begins), np.flatnonzero(ends) + 1


def _spaced(kinds: "npt.NDArray[np.uint8]") -> "Bools":
    """Tell which characters belong to scripts with spaces between words."""
    return (kinds >= characters.LETTER) & (kinds <= characters.DIGIT)


def words(text: str) -> list[Stretch]:
    """Return `(start, end)` of every word, in reading order."""
    starts, ends, _ = _word_borders(characters.code_points(text))
    return list(zip(starts.tolist(), ends.tolist(), strict=True))


# A full stop after one of these, or after a single letter, ends no sentence.
_ABBREVIATIONS: Final = frozenset(
    word
    for line in (
        "mr mrs ms dr prof st sr jr vs no gen col lt sgt capt gov sen rep hon rev inc ltd co vol",
        "ড ডা মি মো মোঃ মু মোহা প্রফে ইঞ্জি অধ্যা লে",
    )
    for word in line.split()
)
_MARKS: Final = ".…!?।॥۔؟።。！？｡"
_DOTS: Final = ".…"  # may also stand in the middle of a sentence
_BREAKS: Final = "\n\v\f\r\x85\u2028\u2029"
_BREAK_SET: Final = frozenset(_BREAKS)
# What may end a sentence: some marks, or one line break; and the white space that follows. The
# standard library's `re` looks for one of a set of letters fastest, if the pattern begins with them.
_STOP: Final = re.compile(f"[{_MARKS}{_BREAKS}](?:(?<=[{_MARKS}])[{_MARKS}]+)?(\\s*)")
# A full stop after a word too long for an abbreviation, before a capital.
_SURE_END: Final = re.compile(r"(?<=[A-Za-z]{6})\.\s+[A-Z]")
_SPACE: Final = re.compile(r"\s*")
_CLOSING: Final = regex.compile(r"[\p{Pf}\p{Pe}\"']{0,40}")
# Not farther than this, or a million line feeds would be read a million times.
_NEXT_CHARACTER: Final = regex.compile(r"[\s\p{Ps}\p{Pi}\"']{0,40}+(.)", regex.DOTALL)
_LAST_WORD: Final = regex.compile(r"(?r)[\p{L}\p{M}\p{N}]{1,20}")


def sentences(text: str) -> list[Stretch]:
    """Return `(start, end)` of every sentence, without the white space around it.

    A sentence ends at `.`, `!`, `?`, `।`, `。` and their kin with the quotes that close there, and
    at a line break unless the next line goes on in lower case. A full stop after an abbreviation
    or a single letter, inside a word, or before lower case, ends none.
    """
    found: list[Stretch] = []
    begin = _after_space(text, 0)
    for match in _STOP.finditer(text):
        at, after = match.span()
        mark = text[at]
        if mark in _BREAKS:
            if at > begin and not _goes_on(text, after):
                found.append((begin, begin + len(text[begin:at].rstrip())))
                begin = after
            continue
        stop_end = end = match.start(1)
        if end == after:  # no white space, so quotes may close here
            end = _end_of_quotes(text, end)
            after = _after_space(text, end)
        if (
            mark not in _DOTS
            or _SURE_END.match(text, at)  # spares most of them the closer look
            or _ends_sentence(text, slice(at, stop_end), end, after)
            or (not _BREAK_SET.isdisjoint(text[end:after]) and not _goes_on(text, after))
        ):
            found.append((begin, end))
            begin = after
    if begin < len(text):
        found.append((begin, begin + len(text[begin:].rstrip())))
    return found


def _after_space(text: str, at: int) -> int:
    space = _SPACE.match(text, at)
    return space.end() if space else at


def _end_of_quotes(text: str, end: int) -> int:
    """Return where the quotes and brackets that close at `end` are over."""
    closing = _CLOSING.match(text, end)
    return closing.end() if closing else end


def _ends_sentence(text: str, stop: slice, end: int, after: int) -> bool:
    """Tell whether the marks at `stop`, a full stop first, end a sentence.

    With the quotes that close there they go up to `end`, with white space up to `after`.
    """
    several = stop.stop - stop.start > 1
    if several and text[stop].strip(_DOTS):
        return True
    if end == after < len(text) or _goes_on(text, after):
        return False
    return several or not _is_abbreviated(text, stop.start)


def _is_abbreviated(text: str, at: int) -> bool:
    """Tell whether the word before `at` is one whose full stop ends no sentence."""
    # Mostly Latin letters after a space, or too many of them for an abbreviation.
    word = text[max(at - 6, 0) : at].rpartition(" ")[2]
    if not (word.isascii() and word.isalpha()):
        match = _LAST_WORD.match(text, 0, at)
        if match is None:
            return False
        word = match[0]
    if word.lower() in _ABBREVIATIONS:
        return True
    return len(word) == 1 or (not word.isascii() and len(_CLUSTER.findall(word)) == 1)


def _goes_on(text: str, after: int) -> bool:
    """Tell whether what follows begins in lower case."""
    following = text[after : after + 1]
    if not following.isalpha():
        match = _NEXT_CHARACTER.match(text, after)
        following = match[1] if match else ""
    return following.islower()


def graphemes(text: str) -> list[Stretch]:
    """Return `(start, end)` of every character as a reader sees it (grapheme cluster)."""
    return [match.span() for match in _CLUSTER.finditer(text)]


def snap(text: str, start: int, end: int) -> Stretch:
    """Widen `[start, end)` to the borders of grapheme clusters.

    Offsets outside the text are brought into it. An empty range stays empty, at the border before.
    """
    start = max(0, min(start, len(text)))
    end = max(start, min(end, len(text)))
    first = _border_before(text, start)
    if start == end:
        return first, first
    return first, _border_after(text, end)


def _border_before(text: str, offset: int) -> int:
    """Return the nearest border at or before `offset`."""
    if offset in (0, len(text)) or _always_apart(text[offset - 1 : offset + 1]):
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
def _always_apart(two: str) -> bool:
    """Tell whether there is a border between two characters wherever they stand."""
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
    otherwise a table is made at the first call and an answer is one binary search. A lone surrogate
    counts as one UTF-16 unit and three bytes. An offset inside a character of several units or
    bytes is answered with the start of that character; one outside the text raises `ValueError`.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._length = len(text)
        self._ascii = text.isascii()

    @cached_property
    def _wide(self) -> list[int]:
        """Offsets of the characters that take two UTF-16 units."""
        # Encoding tells thirty times faster than looking at every character.
        if self._ascii or len(self._text.encode("utf-16-le", "surrogatepass")) == 2 * self._length:
            return []
        return [match.start() for match in regex.finditer("[\U00010000-\U0010ffff]", self._text)]

    @cached_property
    def _wide_units(self) -> list[int]:
        """The same places counted in UTF-16 units."""
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
