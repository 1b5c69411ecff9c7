"""Lines of one page that say the same thing twice.

Pages print their headline in the title, in the path (`Home > Health > Headline`) and over the
article, a list each headline under its own picture, and some the whole body twice. Two lines are
doubles when they have the same words, or when one is the other with up to a dozen words before it
or behind it (`Headline - The Outlet`). Shorter lines than three words are too common to tell.
"""

from typing import Final

from dittomark.corpus.boilerplate.lines import Page
from dittomark.structures.array_types import Floats

# These four are judgements that the shipped trees were fitted with (decision 0006): another value
# wants another fit (`tests/benchmarks/fit_boilerplate.py`).
SHORTEST: Final = 3.0  # words; "Read more" stands in every list
_MOST_WORDS_AROUND: Final = 12  # a path of pages before a headline, or an outlet's name behind it
_LONGEST_WITH_EXTRAS: Final = 400  # words; a longer line is a body, and no headline with something
_LEAST_SHARE: Final = 0.4  # of the letters; `Headline - a long slogan` is no headline


def cores(page: Page, weight: Floats) -> list[str]:
    """Return for each line what it says: its own key, or that of the line that it holds."""
    keys = {line.key for line, size in zip(page.lines, weight, strict=True) if size >= SHORTEST}
    return [
        _held(line.key, keys) if size >= SHORTEST else line.key
        for line, size in zip(page.lines, weight, strict=True)
    ]


def _held(key: str, keys: set[str]) -> str:
    """Return the longest other key that stands at an end of this one, else the key itself."""
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
