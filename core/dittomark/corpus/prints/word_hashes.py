"""Words of many articles at once, as flat arrays of hashes with their places.

A word is a run between white space. Its hash ignores case, punctuation, joiners (ZWJ, ZWNJ) and the
script of digits, and is the same for canonically equivalent spellings (Bengali য়/য়): every letter
is replaced by its decomposition (and its variant forms by one: `texts.script_variants`), and the
marks of a letter are added at the letter's own position, so that composed and decomposed forms have
one sum. Words of scripts without spaces (Chinese, Japanese, Thai, Lao, Khmer, Burmese) are single
letters.

The hash is polynomial: the letters of a word have the weights `RADIX ** position`, so one running
sum over all characters gives every word's hash as a difference of two places, without a loop and
without a table of words; memory does not depend on the vocabulary. It is stable across runs and
machines.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from dittomark.structures.array_types import Bools, Hashes, Ints, Words32
from dittomark.texts.script_variants import as_one_letter

SPACE, BREAK, IGNORED, END, DANDA, MARK, LETTER, DENSE = range(8)

LONG_LINE: Final = 80
"""A line of more words than this is cut into pieces (pages without line breaks)."""
SENTENCE_WORDS: Final = 25
"""Most sentences are shorter, …"""
LIST_WORDS: Final = 80
"""… and next to all are shorter than this. With 50, one in 24 passages planted in real pages without
line breaks was lost to a long sentence, with 80 one in 140 (`tests/benchmarks/reuse_pairs.py`)."""
DENSE_FACTOR: Final = 3
"""Letters for a word in scripts without spaces."""

_CODE_LIMIT: Final = 0x20000  # code points beyond count as the last of these, which is not a letter
_POSITIONS: Final = 1 << 18  # letters; the powers are repeated after them, in tables of 2 MB
_RADIX: Final = 0x9E3779B97F4A7C15  # 2^64 over the golden ratio, odd: it has an inverse
_MASK64: Final = (1 << 64) - 1  # numbers of Python made as small as those of numpy
_SENTENCE_ENDS: Final = ".?!…؟。！？։။។"
_DANDAS: Final = "।॥۔።"
"""Sentence ends without any other use."""
_CLOSING_SIGNS: Final = 3
"""Quotation marks, brackets, a comma, a second stop between a sentence's end and the space."""
_DENSE_SCRIPTS: Final = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x1000, 0x109F),  # Burmese
    (0x1780, 0x17FF),  # Khmer
    (0x3040, 0x30FF),  # kana
    (0x31F0, 0x31FF),
    (0x3400, 0x4DBF),  # Han
    (0x4E00, 0x9FFF),
    (0xF900, 0xFAFF),
)


def mix(values: Hashes) -> Hashes:
    """Return well spread 64-bit hashes of 64-bit values (the finalizer of SplitMix64)."""
    mixed = values ^ (values >> np.uint64(30))
    mixed *= np.uint64(0xBF58476D1CE4E5B9)
    mixed ^= mixed >> np.uint64(27)
    mixed *= np.uint64(0x94D049BB133111EB)
    mixed ^= mixed >> np.uint64(31)
    return mixed


class _Tables(NamedTuple):
    kind: npt.NDArray[np.uint8]
    value: Hashes
    power: Hashes
    inverse: Hashes


def _powers(base: int) -> Hashes:
    factors = np.full(_POSITIONS, base & _MASK64, np.uint64)
    factors[0] = 1
    return np.multiply.accumulate(factors)


def _kind(code: int, category: str) -> int:
    character = chr(code)
    if character.isspace():
        return BREAK if character in "\n\r\x85\u2028\u2029\x0b\x0c" else SPACE
    if character in _SENTENCE_ENDS or character in _DANDAS:
        return END if character in _SENTENCE_ENDS else DANDA
    if category[0] == "M" or 0x1160 <= code <= 0x11FF:
        return MARK
    if category[0] not in "LN":
        return IGNORED
    if any(first <= code <= last for first, last in _DENSE_SCRIPTS):
        return DENSE
    return LETTER


@cache
def _tables() -> _Tables:
    """Return the class and the weight of each character, made once (a tenth of a second)."""
    kind = np.full(_CODE_LIMIT, IGNORED, np.uint8)
    weight = mix(np.arange(1, _CODE_LIMIT + 1, dtype=np.uint64) * np.uint64(_RADIX))
    value = np.zeros(_CODE_LIMIT, np.uint64)
    for code in range(_CODE_LIMIT):
        category = unicodedata.category(chr(code))
        if category in {"Cn", "Co", "Cs"}:
            continue
        kind[code] = _kind(code, category)
        if kind[code] < MARK:
            continue
        character = chr(code)
        digit = unicodedata.decimal(character, None)
        if digit is None:
            folded = unicodedata.normalize("NFD", as_one_letter(character.casefold()))
            if not folded:
                kind[code] = IGNORED
        else:
            folded = str(digit)
        value[code] = sum(int(weight[ord(part) % _CODE_LIMIT]) for part in folded) & _MASK64
    return _Tables(kind, value, _powers(_RADIX), _powers(pow(_RADIX, -1, 1 << 64)))


@dataclass(frozen=True, slots=True)
class Words:
    """The words of some articles, in reading order.

    `hash`, `start`, `end`: one entry per word; places are code points of all the texts joined by
    line feeds, punctuation at a word's sides included; `text_start` is the start of each text.
    `line`: index of the first word of each line that has words. `line_ends`: whether a sentence
    ends in that line. `line_article`: its article's index. `dense`: one entry per article, whether
    its letters count as words.
    """

    hash: Words32
    start: Ints
    end: Ints
    text_start: Ints
    line: Ints
    line_ends: Bools
    line_article: Ints
    dense: Bools


def split_words(texts: Sequence[str]) -> Words:
    """Return the words of the texts. Works best on a hundred thousand characters at a time."""
    tables = _tables()
    text_start, code, kind = _characters(texts)
    start, end = _borders(kind)
    letters = np.zeros(code.size + 1, np.intp)  # before each character
    np.cumsum(kind >= LETTER, out=letters[1:])
    if code.size >= _POSITIONS:
        letters &= _POSITIONS - 1
    total = np.zeros(code.size + 1, np.uint64)
    weighted = tables.value.take(code, mode="clip")
    weighted *= tables.power.take(letters[1:], mode="clip")
    np.cumsum(weighted, out=total[1:])
    value = total.take(end, mode="clip")
    value -= total.take(start, mode="clip")
    value *= tables.inverse.take(letters.take(start, mode="clip"), mode="clip")
    if not value.all():  # punctuation alone is not a word
        word = np.flatnonzero(value)
        value, start, end = value[word], start[word], end[word]
    hashed = (value >> np.uint64(32)).astype(np.uint32)
    line, line_ends = _lines(hashed, start, kind)
    line_article = np.searchsorted(text_start, start.take(line), side="right") - 1
    dense = _dense_articles(kind, text_start)
    return Words(hashed, start, end, text_start, line, line_ends, line_article, dense)


def word_places(texts: Sequence[str]) -> tuple[Ints, Ints, Ints]:
    """Return `start`, `end` and `text_start` of `split_words` alone, at a third of the cost."""
    text_start, _, kind = _characters(texts)
    start, end = _borders(kind)
    if start.size:
        word = np.flatnonzero(np.logical_or.reduceat(kind >= MARK, start))
        start, end = start[word], end[word]
    return start, end, text_start


def _characters(texts: Sequence[str]) -> tuple[Ints, Ints, npt.NDArray[np.uint8]]:
    """Return the start of each text among all characters, and their codes and kinds.

    Two line feeds follow the last text, so that its end needs no special case.
    """
    text_start = np.zeros(len(texts), np.int64)
    np.cumsum([len(text) + 1 for text in texts[:-1]], out=text_start[1:])
    joined = "\n".join((*texts, "", ""))
    code = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), "<u4").astype(np.intp)
    # Clipping is the quickest mode, and right for rare planes (see _CODE_LIMIT).
    return text_start, code, _tables().kind.take(code, mode="clip")


def word_hash(word: str) -> int:
    """Return the hash of one word, as in `split_words` (0: not a word)."""
    tables = _tables()
    position = total = 0
    for character in word:
        code = min(ord(character), _CODE_LIMIT - 2)
        position += tables.kind.item(code) >= LETTER
        total += tables.value.item(code) * tables.power.item(position)
    return (total & _MASK64) >> 32


def _borders(kind: npt.NDArray[np.uint8]) -> tuple[Ints, Ints]:
    """Return the starts and ends of words: at white space, and around every dense letter.

    The last character is white space.
    """
    visible = np.zeros(kind.size + 1, np.bool_)
    np.greater_equal(kind, IGNORED, out=visible[1:])
    border = np.flatnonzero(visible[1:] != visible[:-1])
    start, end = border[::2], border[1::2]
    dense = kind == DENSE
    if dense.any():
        inner = (dense[1:] | (dense[:-1] & (kind[1:] >= LETTER))) & visible[1:-1]
        cut = np.flatnonzero(inner) + 1
        start, end = np.union1d(start, cut), np.union1d(end, cut)
    return start, end


def _lines(hashed: Words32, start: Ints, kind: npt.NDArray[np.uint8]) -> tuple[Ints, Bools]:
    """Return the first word of every line and whether a sentence ends in it."""
    if not hashed.size:
        return np.zeros(0, np.int64), np.zeros(0, np.bool_)
    places = np.flatnonzero((kind == BREAK) | (kind == END) | (kind == DANDA))
    is_break = kind[places] == BREAK
    stops = _sentence_ends(places[~is_break], kind)
    new = np.zeros(hashed.size + 1, np.bool_)
    new[np.searchsorted(start, places[is_break])] = True
    new[0] = True
    first: Ints = np.flatnonzero(new[:-1])
    ends = np.zeros(first.size, np.bool_)
    long = np.diff(np.append(first, hashed.size)) > LONG_LINE
    if long.any():
        last = np.searchsorted(start, stops) - 1
        last = last[last >= 0]
        dense = kind.take(start) == DENSE
        first, ends = _cut_long_lines(first, long, last, hashed=hashed, dense=dense)
    # The stop may be a word by itself ("… said ।"): it belongs to the line that began before it.
    line = np.searchsorted(start[first], stops, side="right") - 1
    ends[line[line >= 0]] = True
    return first, ends


def _cut_long_lines(
    first: Ints, long: Bools, last: Ints, *, hashed: Words32, dense: Bools
) -> tuple[Ints, Bools]:
    """Return the lines with long ones cut into pieces, and which pieces belong to sentences.

    They are cut after the last words of sentences (`last`). A piece too long for a sentence is also
    cut after words selected by their hash, the same on every page; a longer one is a list of links,
    headlines, numbers.
    """
    sentence = np.union1d(first, last[last + 1 < hashed.size] + 1)
    weight = np.where(dense, 1, DENSE_FACTOR)
    words = np.add.reduceat(weight, sentence) // DENSE_FACTOR
    size = np.repeat(words, np.diff(np.append(sentence, hashed.size)))
    listed = size > LIST_WORDS
    cut = (hashed & np.where(listed, 1, 3).astype(np.uint32)) == 0
    cut &= size > SENTENCE_WORDS
    cut[last] = True
    inside = np.repeat(long, np.diff(np.append(first, hashed.size)))
    pieces = np.union1d(first, np.flatnonzero((cut & inside)[:-1]) + 1)
    return pieces, (inside & ~listed)[pieces]


def _sentence_ends(stops: Ints, kind: npt.NDArray[np.uint8]) -> Ints:
    """Return a mask of the stops that end a sentence: at a word's end, before closing signs.

    A danda has no other use: it always ends one (`বলেন।তিনি` is usual on the web).
    """
    behind = stops + 1
    for _ in range(_CLOSING_SIGNS):
        sign = kind.take(behind)
        behind = behind + ((sign == IGNORED) | (sign == END) | (sign == DANDA))
    sign = kind.take(behind)
    ended: Ints = stops[(sign < IGNORED) | (sign == DENSE) | (kind.take(stops) == DANDA)]
    return ended


def _dense_articles(kind: npt.NDArray[np.uint8], text_start: Ints) -> Bools:
    """Return which articles are mostly in a script without spaces."""
    dense = kind == DENSE
    if not dense.any():
        return np.zeros(text_start.size, np.bool_)
    letters = np.add.reduceat(kind >= LETTER, text_start, dtype=np.int64)
    share = np.add.reduceat(dense, text_start, dtype=np.int64)
    mostly: Bools = share * 2 > letters
    return mostly


def letter_grams(text: str, length: int) -> Hashes:
    """Return the hashes of all runs of `length` letters and marks inside the words of a text.

    A word's borders count as a letter, so that beginnings and ends differ from middles.
    """
    tables = _tables()
    encoded = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")
    code = np.minimum(encoded, np.uint32(_CODE_LIMIT - 2)).astype(np.intp)
    kind = tables.kind.take(code)
    letter = np.concatenate(([False], kind >= MARK, [False]))
    border = np.flatnonzero(letter[1:] != letter[:-1])  # inside words too: hyphens, apostrophes
    value = np.zeros(code.size + 2, np.uint64)
    value[1:-1] = tables.value.take(code)
    letter[np.append(border[::2], border[1::2] + 1)] = True
    stream = value[letter]
    if stream.size < length:
        return np.zeros(0, np.uint64)
    inner = np.lib.stride_tricks.sliding_window_view(stream, length)[:, 1:-1]
    grams = np.flatnonzero(inner.all(axis=1))
    total = np.zeros(grams.size, np.uint64)
    for place in range(length):
        total += stream[grams + place] * tables.power[place + 1]
    return mix(total)
