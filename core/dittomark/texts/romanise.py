"""Latin letters for names in any script, and the part of a name that all its spellings share.

Spellings of one name in Latin letters differ in vowels, in `h`, and in letters for one sound
(`Bangladesh`, `Bamlades`). `skeleton` keeps the part they share: the consonants. Many names have
the same few consonants, so a skeleton finds candidates, whose similarity is measured separately.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

import regex

from dittomark.texts.memo import Memo

# Signs that romanise to a letter that nobody types: the anusvara is pronounced `ng`.
_BEFORE: Final = str.maketrans({"\u0982": "ng", "\u0902": "n"})
_SOUNDS: Final = str.maketrans(
    {"v": "b", "w": "b", "z": "j", "q": "k", "x": "ks", "f": "p", "c": "s"}
)
_HARD_C: Final = re.compile(r"c(?=[aoulrk]|$)")
_SILENT: Final = re.compile(r"[^a-z]+")
_VOWELS: Final = re.compile(r"[aeiouyh]+")
_DOUBLED: Final = re.compile(r"(.)\1+")
_LEAST_CONSONANTS: Final = 2
_WORD: Final = regex.compile(r"[\p{L}\p{M}\p{N}\u200c\u200d]+")


def romanised(text: str) -> str:
    """Return the text in plain Latin letters, in lower case."""
    from anyascii import anyascii

    return anyascii(text.translate(_BEFORE)).lower()


def _sounds(word: str) -> str:
    """Return the word in Latin letters, one letter for each sound."""
    latin = _SILENT.sub("", romanised(word))
    latin = _HARD_C.sub("k", latin.replace("ch", "s"))
    if latin.startswith("y"):
        latin = "j" + latin[1:]  # the script of Jessore uses a letter that romanises to y
    return latin.translate(_SOUNDS)


@lru_cache(maxsize=60_000)  # the rare words of some hundred articles
def skeleton(word: str) -> str:
    """Return the consonants of a word in any script: `putin` and `পুতিন` give `ptn`."""
    latin = _sounds(word)
    begins_with_vowel = latin[:1] in {"a", "e", "i", "o", "u"}
    consonants = _DOUBLED.sub(r"\1", _VOWELS.sub("", latin))
    return ("a" if begins_with_vowel else "") + consonants


_SKELETONS: Final = Memo(lambda words: list(map(skeleton, words)))

# Endings of names in Bengali and related languages, as consonants: -er, -ke, -te and -ra, -der.
_ENDINGS: Final = ("", "r", "k", "t", "dr")
_TELLING_CONSONANTS: Final = 3
_ALIKE: Final = 0.7


def same_names(latin: Sequence[str], others: Sequence[str]) -> list[tuple[int, int]]:
    """Return the matches of Latin names and words of another script, by their indices.

    `Putin` matches পুতিন and পুতিনের. Names of fewer than three consonants are too ambiguous; the
    vowels must be similar as well.
    """
    from rapidfuzz.distance import Indel

    wanted = {
        consonants for name in latin if len(consonants := skeleton(name)) >= _TELLING_CONSONANTS
    }
    forms: dict[str, list[str]] = {}  # a name with an ending may look like another name
    for consonants in wanted:
        for ending in _ENDINGS:
            forms.setdefault(consonants + ending, []).append(consonants)
    skeletons = _SKELETONS.of(others) if wanted else []
    if forms.keys().isdisjoint(skeletons):
        return []  # as mostly
    by_consonants: dict[str, list[int]] = {}
    for place, consonants in enumerate(skeletons):
        for name in forms.get(consonants, ()):
            by_consonants.setdefault(name, []).append(place)
    found = []
    for place, name in enumerate(latin):
        consonants = skeleton(name)
        if consonants not in wanted:
            continue
        ours = _with_vowels(name)
        alike = [
            (Indel.normalized_similarity(ours, _with_vowels(others[other])[: len(ours) + 1]), other)
            for other in by_consonants.get(consonants, ())
        ]
        if alike and (best := max(alike))[0] >= _ALIKE:
            found.append((place, best[1]))
    return found


def is_latin(text: str) -> bool:
    """Return whether a text is typed in plain Latin letters."""
    return text.isascii() and any(char.isalpha() for char in text)


def sounds_like(typed: str, text: str) -> bool:
    """Return whether every typed Latin word matches the beginning of a word, by its consonants.

    A word of one consonant must also agree in its vowels: otherwise it would match far too much.
    """
    sounds = [(skeleton(word), _with_vowels(word)) for word in text.split()]
    wanted = [(skeleton(word), _with_vowels(word)) for word in typed.split()]
    return bool(wanted) and all(
        any(
            word.startswith(part) if len(part) >= _LEAST_CONSONANTS else whole == vowels
            for word, whole in sounds
        )
        for part, vowels in wanted
    )


def words_that_sound_like(typed: str, text: str) -> list[str]:
    """Return for each typed Latin word the first word of a text that begins with its sound."""
    words = _WORD.findall(text)
    first = (
        next((word for word in words if sounds_like(part, word)), "") for part in typed.split()
    )
    return list(dict.fromkeys(filter(None, first)))


@lru_cache(maxsize=20_000)  # names, and the words that have their consonants
def _with_vowels(word: str) -> str:
    return _DOUBLED.sub(r"\1", re.sub("[hy]", "", _sounds(word)))
