"""In which language a text is, told by its letters."""

from collections import Counter
from typing import Final

_BENGALI_LETTERS: Final = frozenset(map(chr, (*range(0x0985, 0x09BA), *range(0x09DC, 0x09E0))))
_ASSAMESE_LETTERS: Final = frozenset("\u09f0\u09f1")
_LOOKED_AT: Final = 4000


def language_of(text: str) -> str:
    """Return `bn` for a text mostly in the Bengali script without Assamese letters, else ``."""
    if text.isascii():
        return ""
    counts = Counter(text[:_LOOKED_AT])
    if not _ASSAMESE_LETTERS.isdisjoint(counts):
        return ""
    bengali = sum(number for char, number in counts.items() if char in _BENGALI_LETTERS)
    letters = sum(number for char, number in counts.items() if char.isalpha())
    return "bn" if bengali * 2 > letters else ""
