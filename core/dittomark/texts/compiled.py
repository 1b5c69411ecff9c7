"""Words and sentences by compiled code: the rules of `word_borders` and `sentence_borders`.

The compiled module is `_borders.c`, built when the library is installed, where a C compiler is
(`core/hatch_build.py`, docs/decisions/0027). Importing this raises ImportError where it is not.
"""

from typing import TYPE_CHECKING, Final

from dittomark.texts import _borders, characters, sentence_borders
from dittomark.texts.sentence_borders import Stretch

if TYPE_CHECKING:
    from dittomark.texts.word_borders import Offsets

# Of the answers, in `_borders.c`: one that was built from another file is not asked.
_RULES: Final = 1

if _borders.RULES != _RULES:
    raise ImportError("_borders is of another version: install the library again")

# The traits of every code point that was met, in two bytes each.
_traits: memoryview | None = None


def cut_words(text: str) -> "tuple[list[str], Offsets, Offsets]":
    """Return all words themselves, their starts and their ends."""
    import numpy as np

    found = _borders.words(text, characters.table().data)
    while found is None:
        characters.classes(characters.code_points(text))
        found = _borders.words(text, characters.table().data)
    words, starts, ends = found
    return words, np.frombuffer(starts, dtype=np.int64), np.frombuffer(ends, dtype=np.int64)


def sentences(text: str) -> list[Stretch]:
    """Return `(start, end)` of every sentence, without the white space around it."""
    global _traits  # noqa: PLW0603  (a cache of constants)
    if _traits is None:
        _traits = memoryview(bytearray(2 * characters.CODE_POINTS)).cast("H")
    found = _borders.sentences(text, _traits, sentence_borders.is_abbreviated)
    while found is None:
        for character in set(text):
            _traits[ord(character)] = sentence_borders.traits(character)
        found = _borders.sentences(text, _traits, sentence_borders.is_abbreviated)
    return found
