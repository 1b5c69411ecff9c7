"""Compiled segmentation, by the rules of `word_borders`, `word_numbers`, `sentence_borders`.

The compiled module is `_borders.c`, built when the library is installed, if there is a C compiler
(`core/hatch_build.py`, docs/decisions/0027). Importing this module raises ImportError without it.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from dittomark.texts import _borders, characters, sentence_borders
from dittomark.texts.sentence_borders import Stretch

if TYPE_CHECKING:
    from dittomark.texts.word_borders import NumberedWords, Offsets

# Version of the results in `_borders.c`: a module built from another version is not used.
_RULES: Final = 3

if getattr(_borders, "RULES", None) != _RULES:
    raise ImportError("_borders is of another version: install the library again")

# The traits of every code point used so far, in two bytes each.
_traits: memoryview | None = None


def cut_words(text: str) -> "tuple[list[str], Offsets, Offsets]":
    """Return the words, their starts and their ends."""
    found = _borders.words(text, characters.table().data)
    while found is None:
        characters.classes(characters.code_points(text))
        found = _borders.words(text, characters.table().data)
    words, starts, ends = found
    return words, _numbers(starts), _numbers(ends)


def _numbers(column: bytes) -> "Offsets":
    import numpy as np

    return np.frombuffer(column, dtype=np.int64)


def numbered(
    texts: Sequence[str], fold: Callable[[list[str]], list[str]], most_known: int
) -> "NumberedWords":
    """Return the result of `word_numbers.number_words`.

    `fold` is called for the keys of new words, each once; if more than `most_known` are stored, all
    are discarded.
    """
    texts = tuple(texts)
    found = _borders.numbered(texts, characters.table().data, fold, most_known)
    while found is None:
        for text in texts:
            characters.classes(characters.code_points(text))
        found = _borders.numbered(texts, characters.table().data, fold, most_known)
    cut, keys = found
    return [
        (words, _numbers(starts), _numbers(ends), _numbers(ids)) for words, starts, ends, ids in cut
    ], keys


def sentences(text: str) -> list[Stretch]:
    """Return `(start, end)` of every sentence, without the white space around it."""
    global _traits  # noqa: PLW0603  (a cache of constants)
    if _traits is None:
        _traits = memoryview(bytearray(2 * characters.CODE_POINTS)).cast("H")
    asked = sentence_borders.ABBREVIATIONS, sentence_borders.is_abbreviated
    found = _borders.sentences(text, _traits, *asked)
    while found is None:
        for character in set(text):
            if not _traits[ord(character)]:
                _traits[ord(character)] = sentence_borders.traits(character)
        found = _borders.sentences(text, _traits, *asked)
    return found
