"""What the spelling of a word says, apart from any article: for shared terms and shares derived.

Rule: a *term* is a number, or a word of `LEAST_LETTERS` that is no common word. The *skeleton* of a
word are its consonants, one letter for letters that are confused in spelling; spellings of one word
have the same. A word is in Latin letters without accents, in another script, or neither.

Limits: words of fewer than three letters are no terms; words of fewer than `LEAST_VARIANT` letters,
and common words, have no skeleton.
"""

from collections import defaultdict
from collections.abc import Sequence
from functools import cache, cached_property
from itertools import count
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from dittomark.compare import steps
from dittomark.compare.common_words import COMMON_WORDS
from dittomark.compare.edits import LONGEST
from dittomark.structures.array_types import Ints
from dittomark.texts.characters import code_points
from dittomark.texts.memo import MOST_KNOWN, Memo

if steps.COMPILED:
    from dittomark.compare import _traits

# Shorter words are mostly particles.
LEAST_LETTERS: Final = 3
# Letters: shorter words are one letter from another word.
LEAST_VARIANT: Final = 5
# One consonant does not distinguish words.
LEAST_CONSONANTS: Final = 2

_LAST_LATIN: Final = "\u024f"
NEITHER, LATIN, OTHER = range(3)

# The traits of a word in one number: flags, its script, and above these the number of its skeleton.
COMMON: Final = 1
TERM: Final = 2  # the next bit
SCRIPT: Final = 2  # bits to the right of it
SKELETON: Final = 4  # bits to the right of it


class Traits(NamedTuple):
    """The traits of every id, and the letters of its key: `letters[at[id] : at[id + 1]]`."""

    of_ids: Ints
    at: Ints
    letters: npt.NDArray[np.uint32]


class Keys:
    """The key of every id of a comparison; `traits` are looked up when they are first read."""

    def __init__(self, texts: list[str]) -> None:
        self.texts = texts

    @cached_property
    def traits(self) -> Traits:
        """The traits of all keys, for compiled code."""
        return traits_of(self.texts)


def are_terms(words: Sequence[str]) -> list[bool]:
    """Return, for each word, whether it may be a term."""
    return [
        len(word) > 1
        if word[:1].isdecimal()
        else len(word) >= LEAST_LETTERS and word not in COMMON_WORDS
        for word in words
    ]


def scripts(words: Sequence[str]) -> list[int]:
    """Return the script of each word: `LATIN` letters without accents, `OTHER`, or `NEITHER`."""
    return [
        LATIN
        if word.isascii()
        else OTHER
        if word[0] > _LAST_LATIN and word[0].isalpha()
        else NEITHER
        for word in words
    ]


def skeletons(words: Sequence[str]) -> list[str]:
    """Return the consonants of every word; an empty string for a word without variants."""
    bare = _without_vowels("\n".join(words)).split("\n")
    return [
        skeleton
        if LEAST_VARIANT <= len(word) <= LONGEST
        and len(skeleton) >= LEAST_CONSONANTS
        and word not in COMMON_WORDS
        else ""
        for word, skeleton in zip(words, bare, strict=True)
    ]


def _sounds() -> dict[int, str]:
    """Return a translation table of letters that are confused in spelling to one letter.

    Vowels are deleted. "ø" remains of "্ল" after a conversion from an old font encoding.
    """
    classes = ("টঠতথ", "ডঢদধ", "শষস", "ণন", "জঝয", "বভ", "গঘ", "কখ", "চছ", "পফ", "ckq", "sz", "vw")
    table = {ord(letter): one[0] for one in classes for letter in one}
    silent = "aeiouyh" + "অআইঈউঊঋএঐওঔািীুূৃেৈোৌ্ঁ়"
    return table | {ord(letter): "" for letter in silent} | {ord("ø"): "ল"}


_SILENT: Final = 0xFFFFFFFF  # no letter


@cache
def _letters() -> npt.NDArray[np.uint32]:
    """Return, for every code point up to the last of `_sounds`, the letter or `_SILENT`."""
    sounds = _sounds()
    table = np.arange(max(sounds) + 1, dtype=np.uint32)
    for letter, one in sounds.items():
        table[letter] = ord(one) if one else _SILENT
    return table


def _without_vowels(text: str) -> str:
    """Return `text.translate(_sounds())`, in a fifth of the time."""
    codes, table = code_points(text), _letters()
    found = np.where(codes < len(table), table.take(codes, mode="clip"), codes)
    bare: bytes = found[found != _SILENT].tobytes()
    return bare.decode("utf-32-le", "surrogatepass")


KNOWN_TERMS: Final = Memo(are_terms)
KNOWN_SCRIPTS: Final = Memo(scripts)
KNOWN_SKELETONS: Final = Memo(skeletons)


class _Known:
    """The traits of all words met so far, and the numbers of their skeletons."""

    def __init__(self) -> None:
        self.store = _traits.store()
        self._number: defaultdict[str, int] = defaultdict(count(1).__next__, {"": 0})

    def learn(self, keys: list[str]) -> None:
        number = self._number
        rows = zip(keys, are_terms(keys), scripts(keys), skeletons(keys), strict=True)
        traits = [
            (key in COMMON_WORDS) * COMMON
            | is_term * TERM
            | script << SCRIPT
            | number[its_skeleton] << SKELETON
            for key, is_term, script, its_skeleton in rows
        ]
        _traits.learn(self.store, keys, traits)


_known = _Known() if steps.COMPILED else None


def traits_of(keys: list[str]) -> Traits:
    """Return the traits of all keys.

    Safe to call from several threads: a store in use is never emptied.
    """
    global _known  # noqa: PLW0603  (a cache)
    known = _known or _Known()
    found = _traits.of(known.store, keys)
    while isinstance(found, list):
        if _traits.count(known.store) + len(found) > MOST_KNOWN:
            known, found = _Known(), keys
        known.learn(found)
        _known = known
        found = _traits.of(known.store, keys)
    of_ids, at, letters = found
    return Traits(
        np.frombuffer(of_ids, dtype=np.int64),
        np.frombuffer(at, dtype=np.int64),
        np.frombuffer(letters, dtype=np.uint32),
    )
