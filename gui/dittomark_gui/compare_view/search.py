"""Find in text: what a reader would take for the same words, wherever they stand."""

from functools import lru_cache

import regex

from dittomark.fold import Folded, fold, fold_with_map
from dittomark.text import snap

_MOST: int = 10_000


def find_all(
    text: str, wanted: str, *, case: bool = False, whole_words: bool = False
) -> list[tuple[int, int]]:
    """Return `(start, end)` of every place of `wanted`, on cluster borders, in reading order.

    Without `case` the search looks through everything that comparison ignores (case, digits of
    other scripts, two encodings of a letter, punctuation); where that leaves nothing to look for
    (only signs), and with `case`, it looks for exactly these characters.
    """
    if not wanted.strip():
        return []
    needle = "" if case else fold(wanted)
    if needle:
        found = _in_folded(_folded(text), needle, whole_words=whole_words)
    else:
        found = _exactly(text, wanted, whole_words=whole_words)
    return sorted({snap(text, start, end) for start, end in found[:_MOST]})


def _in_folded(folded: Folded, needle: str, *, whole_words: bool) -> list[tuple[int, int]]:
    result = []
    at = folded.text.find(needle)
    while at >= 0:
        end = at + len(needle)
        whole = (at == 0 or folded.text[at - 1] == " ") and (
            end == len(folded.text) or folded.text[end] == " "
        )
        if whole or not whole_words:
            result.append(folded.original(at, end))
        at = folded.text.find(needle, at + 1)
    return result


def _exactly(text: str, wanted: str, *, whole_words: bool) -> list[tuple[int, int]]:
    pattern = regex.escape(wanted)
    if whole_words:
        pattern = rf"(?<![\p{{L}}\p{{M}}\p{{N}}]){pattern}(?![\p{{L}}\p{{M}}\p{{N}}])"
    return [match.span() for match in regex.finditer(pattern, text)]


@lru_cache(maxsize=4)
def _folded(text: str) -> Folded:
    return fold_with_map(text)
