"""Folding: removes differences that comparison ignores, with a map back to the original text.

Two words are the same word if their *keys* are equal. A key leaves out

- case (full Unicode case folding) and compatibility forms (NFKC: ligatures, full width),
- the two encodings of one letter (NFC/NFD; Bengali `য়` as one code point or two),
- the several ways in which a script writes one letter: Arabic yeh, kaf, heh and hamza, vowel marks,
  nukta, points, tones (`script_variants`),
- invisible characters (ZWJ, ZWNJ, soft hyphen, variation selectors, direction marks),
- the script of digits (`২০১৯` is `2019`) and commas that group them (`1,20,000` is `120000`),
- apostrophes inside a word, of any shape.

Punctuation and white space separate words and are not compared. Folding is idempotent.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final, Literal

import regex

from dittomark.texts import characters
from dittomark.texts.script_variants import as_one_letter
from dittomark.texts.segmentation import graphemes, words

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

_FOREIGN_DIGIT: Final = re.compile(r"[^\D0-9]")
_DROPPED: Final = re.compile(
    "['\u2018\u2019\u02bc\u02bb\uff07`\u00b4"  # apostrophes, then invisible characters
    "\u00ad\u034f\u061c\u200c-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
    "\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]"
)
_FOREIGN_POINT: Final = {0x066B: ".", 0x066C: ","}
_DROPPED_POINT: Final = re.compile(
    r"(?<=[0-9]),(?=(?:[0-9]{2},)*[0-9]{3}(?![0-9,]))|(?<![0-9])[.,]|[.,](?![0-9])"
)
_OTHER: Final = regex.compile(r"[^\p{L}\p{M}\p{N}\p{Co}\p{Cn}.,\n]|\p{Noncharacter_Code_Point}")
# NFKC would split these into several words: fractions, Thai and Lao ligatures, kana digraphs.
_UNTOUCHED: Final = re.compile("[\u00bc-\u00be\u2150-\u215f\u2189\u0e33\u0eb3\u0edc\u0edd\u309f]")

# The characters of `_fold_plain`. In Bengali NFKC changes only these, and the order of two marks;
# but it takes 65 ns per character to find that out, because the most common vowel sign may compose.
_BENGALI_NFC: Final = {
    "\u09dc": "\u09a1\u09bc",
    "\u09dd": "\u09a2\u09bc",
    "\u09df": "\u09af\u09bc",
    "\u09c7\u09be": "\u09cb",
    "\u09c7\u09d7": "\u09cc",
}
_BENGALI_ORDER: Final = "\u09cd\u09bc"
_NOTHING: Final = 0
_NOT_PLAIN: Final = 0xFFFFFFFF


def keys(texts: Sequence[str]) -> list[str]:
    """Return the key of every word of `texts` (words as in `dittomark.texts.segmentation.words`).

    Many in one call cost far less than single ones. A key is empty if all of the word is ignored.
    """
    if not texts:
        return []
    joined = "\n".join(texts)
    plain = _fold_plain(joined)
    if plain is not None:
        return plain.split("\n")
    if _UNTOUCHED.search(joined):
        return [_key(word) for word in texts]
    return _strip(_normalise(joined, "NFKC")).split("\n")


def key(word: str) -> str:
    """Return the key of one word."""
    return keys([word])[0]


def _fold_plain(text: str) -> str | None:
    """Fold words of ASCII and Bengali letters by a table; None if there are other letters in them.

    The rules are those below, several times as fast: most compared words are such words.
    """
    table = _plain()
    codes = characters.code_points(text)
    if codes.max(initial=0) >= len(table):
        return None
    folded = table.take(codes)
    if folded.max(initial=0) == _NOT_PLAIN:
        return None
    text = folded[folded != _NOTHING].tobytes().decode("utf-32-le")
    if "." in text or "," in text:
        text = _DROPPED_POINT.sub("", text)
    for letters, normal in _BENGALI_NFC.items():
        if letters in text:
            text = text.replace(letters, normal)
    return unicodedata.normalize("NFC", text) if _BENGALI_ORDER in text else text


@cache
def _plain() -> "npt.NDArray[np.uint32]":
    """Return the folded form of every code point, or a mark for a dropped or unsupported one."""
    import numpy as np

    table = np.full(0x2020, _NOT_PLAIN, dtype=np.uint32)
    for kept in (*range(0x30, 0x3A), *range(0x61, 0x7B), *range(0x980, 0x9F2), *b"\n.,"):
        table[kept] = kept
    for upper in range(0x41, 0x5B):
        table[upper] = upper + 0x20
    for digit in range(10):
        table[0x9E6 + digit] = ord("0") + digit
    for dropped in "'`\u200c\u200d\u2018\u2019":
        table[ord(dropped)] = _NOTHING
    return table


def _key(word: str) -> str:
    return _strip(_normalise(word, "NFC" if _UNTOUCHED.search(word) else "NFKC"))


def _normalise(text: str, form: Literal["NFC", "NFKC"]) -> str:
    """Fold case and normalise until nothing changes (twice suffices but for odd Greek)."""
    while True:
        normal = unicodedata.normalize(form, text)
        folded = normal.casefold()
        if folded in (normal, text):
            return _with_ascii_digits(folded)
        text = folded


def _with_ascii_digits(text: str) -> str:
    return _FOREIGN_DIGIT.sub(lambda digit: str(unicodedata.decimal(digit[0])), text)


def _strip(folded: str) -> str:
    """Remove all ignored characters, except the line feeds between words."""
    folded, dropped = _DROPPED.subn("", folded)
    folded = (
        folded.translate(_FOREIGN_POINT) if "\u066b" in folded or "\u066c" in folded else folded
    )
    if "." in folded or "," in folded:
        folded, points = _DROPPED_POINT.subn("", folded)
        dropped += points
    kinds = characters.classes(characters.code_points(folded))
    if int((kinds == characters.GAP).sum()) > folded.count("\n"):
        folded, others = _OTHER.subn("", folded)
        dropped += others
    # Removal may make neighbours compose, and change the form of composed ones.
    normal = unicodedata.normalize("NFC", folded) if dropped else folded
    while (one := as_one_letter(normal)) != normal:
        normal = unicodedata.normalize("NFC", one)
    return normal


def fold(text: str) -> str:
    """Return the keys of the words of `text` with one space between them."""
    return " ".join(filter(None, keys([text[start:end] for start, end in words(text)])))


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text with the origin of each of its characters.

    `starts[i]` and `ends[i]` are the offsets, in the original text, of the source of character `i`.
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the original text for `[start, end)` of the folded one.

        Raises `ValueError` for offsets outside the folded text.
        """
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"no such stretch of folded text: {start} to {end}")
        return self.starts[start], self.ends[end - 1]


def fold_with_map(text: str) -> Folded:
    """Fold `text` as `fold` does and keep the origin of each character."""
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    spans = words(text)
    for (start, end), folded in zip(spans, keys([text[s:e] for s, e in spans]), strict=True):
        if not folded:
            continue
        if pieces:
            pieces.append(" ")
            starts.append(ends[-1])
            ends.append(start)
        pieces.append(folded)
        for piece, first, last in _trace(text[start:end], folded):
            starts.extend([start + first] * len(piece))
            ends.extend([start + last] * len(piece))
    return Folded("".join(pieces), tuple(starts), tuple(ends))


def _trace(word: str, folded: str) -> list[tuple[str, int, int]]:
    """Return the part of `word` from which each part of its key came."""
    if len(word) == len(folded):
        return [(folded[i], i, i + 1) for i in range(len(word))]
    spans = graphemes(word)
    parts = keys([word[start:end] for start, end in spans])
    if "".join(parts) != folded:  # a comma or point that depends on its neighbours
        return [(folded, 0, len(word))]
    return [(part, start, end) for part, (start, end) in zip(parts, spans, strict=True)]
