"""Duplicate lines of one page.

Pages print their headline in the title, in the path (`Home > Health > Headline`) and over the
article, some lists print each headline under its own picture, and some pages the whole body twice.
Two lines are doubles when they have the same words, or when one is the other with up to a dozen
words before or after it (`Headline - The Outlet`). Lines of fewer than three words are too common
to be compared.
"""

from typing import Final

from dittomark.corpus.boilerplate.lines import Page
from dittomark.structures.array_types import Floats

# These four are judgements that the shipped trees were fitted with (decision 0006): another value
# wants another fit (`tests/benchmarks/fit_boilerplate.py`).
SHORTEST: Final = 3.0  # words; "Read more" occurs in every list
_MOST_WORDS_AROUND: Final = 12  # a path of pages before a headline, or an outlet's name after it
_LONGEST_WITH_EXTRAS: Final = 400  # words; a longer line is a body, not a headline with extra words
_LEAST_SHARE: Final = 0.4  # of the letters; `Headline - a long slogan` is no headline


def cores(page: Page, weight: Floats) -> list[str]:
    """Return the core of each line: the key of the line that it contains, or its own key.

    `weight` holds the length of each line in words.
    """
    keys = {line.key for line, size in zip(page.lines, weight, strict=True) if size >= SHORTEST}
    return [
        _held(line.key, keys) if size >= SHORTEST else line.key
        for line, size in zip(page.lines, weight, strict=True)
    ]


def _held(key: str, keys: set[str]) -> str:
    """Return the longest other key at the beginning or end of this one, else the key itself."""
    extra = key.count(" ")
    if extra >= _LONGEST_WITH_EXTRAS:
        return key
    start, end = 0, len(key)
    for _ in range(min(_MOST_WORDS_AROUND, extra)):
        start, end = key.index(" ", start) + 1, key.rindex(" ", 0, end)
        for inner in (key[start:], key[:end]):
            if inner in keys and len(inner) >= _LEAST_SHARE * len(key):
                return inner
    return key
