"""Searches a text for a string, ignoring differences that do not change the words."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import Final

import regex

from dittomark.texts.fold import Folded, fold, fold_with_map, keys
from dittomark.texts.segmentation import snap, words

_MOST: Final = 10_000


def find_all(
    text: str, wanted: str, *, case: bool = False, whole_words: bool = False
) -> list[tuple[int, int]]:
    """Return `(start, end)` of every hit of `wanted`, on cluster borders, in reading order.

    Without `case` the search ignores everything that comparison ignores (case, digits of other
    scripts, two encodings of a letter, punctuation). If nothing but such signs is left of `wanted`,
    and with `case`, the search is for exactly these characters. At most 10,000 hits are returned.
    """
    if not wanted.strip():
        return []
    needle = "" if case else fold(wanted)
    if needle:
        found = _in_folded(text, needle, whole_words=whole_words)
    else:
        found = _exactly(text, wanted, whole_words=whole_words)
    return sorted({snap(text, start, end) for start, end in found[:_MOST]})


@dataclass(frozen=True, slots=True)
class _Index:
    """The folded words of a text, joined by one space.

    `places[i]` is the start of word i in `joined`, `spans[i]` its range in the text.
    """

    joined: str
    places: tuple[int, ...]
    spans: tuple[tuple[int, int], ...]


@lru_cache(maxsize=4)
def _index(text: str) -> _Index:
    spans = words(text)
    folded = zip(keys([text[start:end] for start, end in spans]), spans, strict=True)
    kept = [(key, span) for key, span in folded if key]
    ends = accumulate(len(key) + 1 for key, _ in kept)
    return _Index(
        " ".join(key for key, _ in kept),
        (0, *ends)[: len(kept)],
        tuple(span for _, span in kept),
    )


def _in_folded(text: str, needle: str, *, whole_words: bool) -> list[tuple[int, int]]:
    index = _index(text)
    result = []
    at = index.joined.find(needle)
    while at >= 0:
        end = at + len(needle)
        whole = (at == 0 or index.joined[at - 1] == " ") and (
            end == len(index.joined) or index.joined[end] == " "
        )
        if whole or not whole_words:
            result.append((_original(text, index, at)[0], _original(text, index, end - 1)[1]))
        at = index.joined.find(needle, at + 1)
    return result


def _original(text: str, index: _Index, at: int) -> tuple[int, int]:
    """Return the range in the text of one character of the folded words."""
    word = bisect_right(index.places, at) - 1
    start, end = index.spans[word]
    inside = at - index.places[word]
    first, last = _folded(text[start:end]).original(inside, inside + 1)
    return start + first, start + last


@lru_cache(maxsize=4096)
def _folded(word: str) -> Folded:
    return fold_with_map(word)


def _exactly(text: str, wanted: str, *, whole_words: bool) -> list[tuple[int, int]]:
    pattern = regex.escape(wanted)
    if whole_words:
        pattern = rf"(?<![\p{{L}}\p{{M}}\p{{N}}]){pattern}(?![\p{{L}}\p{{M}}\p{{N}}])"
    return [match.span() for match in regex.finditer(pattern, text)]
