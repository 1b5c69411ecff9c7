"""Sentence segmentation: the rules, in Python. `_borders.c` implements the same.

The character classes of these rules are defined in the patterns and sets here alone; C receives
them as a table of `traits`.
"""

import re
from typing import Final

import regex

Stretch = tuple[int, int]
"""A piece `[start, end)` of a text, in code points."""

# A full stop after one of these, or after a single letter, ends no sentence.
ABBREVIATIONS: Final = frozenset(
    word
    for line in (
        "mr mrs ms dr prof st sr jr vs no gen col lt sgt capt gov sen rep hon rev inc ltd co vol",
        "ড ডা মি মো মোঃ মু মোহা প্রফে ইঞ্জি অধ্যা লে",
    )
    for word in line.split()
)
LONGEST_ABBREVIATION: Final = max(map(len, ABBREVIATIONS))
_MARKS: Final = ".…!?।॥۔؟።。！？｡"
_DOTS: Final = ".…"  # may also occur in the middle of a sentence
_BREAKS: Final = "\n\v\f\r\x85\u2028\u2029"
_BREAK_SET: Final = frozenset(_BREAKS)
# Possible sentence ends: some marks, or one line break; and the white space that follows. The
# standard library's `re` finds one of a set of letters fastest if the pattern begins with them.
_STOP: Final = re.compile(f"[{_MARKS}{_BREAKS}](?:(?<=[{_MARKS}])[{_MARKS}]+)?(\\s*)")
# A full stop after a word too long for an abbreviation, before a capital.
_SURE_END: Final = re.compile(r"(?<=[A-Za-z]{6})\.\s+[A-Z]")
_SPACE: Final = re.compile(r"\s*")
_CLOSES: Final = r"[\p{Pf}\p{Pe}\"']"
_CLOSING: Final = regex.compile(_CLOSES + "{0,40}")
_OPENS: Final = r"[\s\p{Ps}\p{Pi}\"']"
# A limit, without which a million line feeds would be read a million times.
_NEXT_CHARACTER: Final = regex.compile(_OPENS + "{0,40}+(.)", regex.DOTALL)
_LAST_WORD: Final = regex.compile(r"(?r)[\p{L}\p{M}\p{N}]{1,20}")
_CLUSTER: Final = regex.compile(r"\X")

# The traits of a character used by C, as bits with the same values there. None is 1, which marks a
# character as known.
_TRAITS: Final = (
    (2, re.compile(r"\s")),
    (4, re.compile(f"[{_MARKS}]")),
    (8, re.compile(f"[{_DOTS}]")),
    (16, re.compile(f"[{_BREAKS}]")),
    (32, regex.compile(_CLOSES)),
    (64, regex.compile(_OPENS)),
)
_ALPHA: Final = 128
_LOWER: Final = 256


def sentences(text: str) -> list[Stretch]:
    """Return `(start, end)` of every sentence, without the white space around it.

    A sentence ends at `.`, `!`, `?`, `।`, `。` and the like including closing quotes after it, and
    at a line break unless the next line continues in lower case. A full stop after an abbreviation
    or a single letter, inside a word, or before lower case, does not end a sentence.
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
            or _SURE_END.match(text, at)  # avoids the slower check for most of them
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
    """Return the offset after the quotes and brackets that close at `end`."""
    closing = _CLOSING.match(text, end)
    return closing.end() if closing else end


def _ends_sentence(text: str, stop: slice, end: int, after: int) -> bool:
    """Return whether the marks at `stop`, a full stop first, end a sentence.

    `end` is the offset after closing quotes, `after` the one after white space.
    """
    several = stop.stop - stop.start > 1
    if several and text[stop].strip(_DOTS):
        return True
    if end == after < len(text) or _goes_on(text, after):
        return False
    return several or not is_abbreviated(text, stop.start)


def is_abbreviated(text: str, at: int) -> bool:
    """Return whether the word before `at` is an abbreviation, whose full stop ends nothing."""
    # Usually Latin letters after a space, or too many of them for an abbreviation.
    word = text[max(at - 6, 0) : at].rpartition(" ")[2]
    if not (word.isascii() and word.isalpha()):
        match = _LAST_WORD.match(text, 0, at)
        if match is None:
            return False
        word = match[0]
    if word.lower() in ABBREVIATIONS:
        return True
    return len(word) == 1 or (not word.isascii() and len(_CLUSTER.findall(word)) == 1)


def _goes_on(text: str, after: int) -> bool:
    """Return whether the following text begins in lower case."""
    following = text[after : after + 1]
    if not following.isalpha():
        match = _NEXT_CHARACTER.match(text, after)
        following = match[1] if match else ""
    return following.islower()


def traits(character: str) -> int:
    """Return the traits of a character: the sum of its bits, and 1."""
    bits = sum(bit for bit, pattern in _TRAITS if pattern.match(character))
    return 1 + bits + _ALPHA * character.isalpha() + _LOWER * character.islower()
