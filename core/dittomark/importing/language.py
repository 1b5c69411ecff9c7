"""In which language a text is, told by its letters."""

import re
from typing import Final

_BENGALI_LETTER: Final = re.compile("[\u0985-\u09b9\u09dc-\u09df]")
_ANY_LETTER: Final = re.compile(r"[^\W\d_]")
_ASSAMESE_LETTER: Final = re.compile("[\u09f0\u09f1]")


def language_of(text: str) -> str:
    """Return `bn` for a text mostly in the Bengali script without Assamese letters, else ``."""
    sample = text[:4000]
    bengali = len(_BENGALI_LETTER.findall(sample))
    if bengali * 2 > len(_ANY_LETTER.findall(sample)) and not _ASSAMESE_LETTER.search(sample):
        return "bn"
    return ""
