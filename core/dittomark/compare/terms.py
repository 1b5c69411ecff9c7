"""Shared terms: rare words, names, numbers and dates that both articles use.

Rule: a term is a word of both articles that is rare in them and no function word; words that follow
one another in both articles make one term (a name, a date). A word of one article alone is looked
for in the other in another spelling: at least `variant_ratio` alike (rapidfuzz), with the same
consonants, and unlike elsewhere than in its ending. The rarest come first.

Limits: two articles know little of what is rare; words of fewer than three letters, spaceless
scripts, and more than `MOST_TERMS` terms are left out.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import Indel

from dittomark.compare.arrays import Ints
from dittomark.compare.common_words import COMMON_WORDS
from dittomark.compare.edits import LONGEST, Side
from dittomark.compare.model import SharedTerm
from dittomark.compare.settings import Settings
from dittomark.compare.tokens import Floats

MOST_TERMS: Final = 50
LEAST_BITS: Final = 7.0
MOST_PLACES: Final = 12
LONGEST_TERM: Final = 4
LEAST_LETTERS: Final = 3
LEAST_VARIANT: Final = 5
LEAST_CONSONANTS: Final = 2
ENDING: Final = 3

Spans = tuple[tuple[int, int], ...]


def _sounds() -> dict[int, str]:
    """Return what spelling takes for one another: aspirates, sibilants, … Vowels come and go.

    "ø" is what a conversion from an old font encoding leaves of "্ল".
    """
    classes = ("টঠতথ", "ডঢদধ", "শষস", "ণন", "জঝয", "বভ", "গঘ", "কখ", "চছ", "পফ", "ckq", "sz", "vw")
    table = {ord(letter): one[0] for one in classes for letter in one}
    silent = "aeiouyh" + "অআইঈউঊঋএঐওঔািীুূৃেৈোৌ্ঁ়"
    return table | {ord(letter): "" for letter in silent} | {ord("ø"): "ল"}


_SOUNDS: Final = _sounds()


def find_shared_terms(
    texts: tuple[str, str],
    sides: tuple[Side, Side],
    ids: tuple[Ints, Ints],
    keys: Sequence[str],
    bits: Floats,
    *,
    settings: Settings,
) -> list[SharedTerm]:
    """Return the shared terms of articles 0 and 1, the rarest first."""
    count_a, count_b = (np.bincount(of_side, minlength=len(bits)) for of_side in ids)
    rare = (np.maximum(count_a, count_b) <= MOST_PLACES) & (bits >= LEAST_BITS)
    shared = rare & (count_a > 0) & (count_b > 0)
    for word in np.flatnonzero(shared).tolist():
        shared[word] = _is_term(keys[word])
    weight = bits.tolist()
    found = [
        (max(weight[word] for word in phrase) + len(phrase), of_a, of_b, len(phrase), False)
        for phrase, of_a, of_b in _exact(ids, shared)
    ]
    only_a = np.flatnonzero(rare & (count_a > 0) & (count_b == 0)).tolist()
    only_b = np.flatnonzero(rare & (count_b > 0) & (count_a == 0)).tolist()
    for one, other in _variants(only_a, only_b, keys, settings.variant_ratio):
        of_a, of_b = (
            np.flatnonzero(ids[0] == one).tolist(),
            np.flatnonzero(ids[1] == other).tolist(),
        )
        found.append((min(weight[one], weight[other]), of_a, of_b, 1, True))
    found.sort(key=lambda item: (-item[0], item[1], item[2]))
    terms = []
    for _, of_a, of_b, length, is_variant in found[:MOST_TERMS]:
        spans_a, spans_b = _spans(sides[0], of_a, length), _spans(sides[1], of_b, length)
        variant = _text(texts[1], spans_b) if is_variant else None
        terms.append(SharedTerm(_text(texts[0], spans_a), spans_a, spans_b, variant))
    return terms


def _is_term(key: str) -> bool:
    if key[0].isdecimal():
        return len(key) > 1
    return len(key) >= LEAST_LETTERS and key not in COMMON_WORDS


def _spans(side: Side, places: Iterable[int], length: int) -> Spans:
    return tuple(side.span(i, i + length) for i in places)


def _text(text: str, spans: Spans) -> str:
    return " ".join(text[slice(*spans[0])].split())


def _exact(
    ids: tuple[Ints, Ints], shared: npt.NDArray[np.bool_]
) -> Iterator[tuple[tuple[int, ...], list[int], list[int]]]:
    """Yield shared terms and their places, words joined where both articles have them in a row."""
    ours, theirs = (_neighbours(of_side, shared) for of_side in ids)
    rows_a, rows_b = (_rows(of_side, shared, ours & theirs) for of_side in ids)
    for row in rows_a.keys() & rows_b.keys():
        yield row, rows_a.pop(row), rows_b.pop(row)
    singles_a, singles_b = _singles(rows_a), _singles(rows_b)
    for word in singles_a.keys() & singles_b.keys():
        yield (word,), singles_a[word], singles_b[word]


def _neighbours(ids: Ints, shared: npt.NDArray[np.bool_]) -> set[int]:
    """Return a number for every pair of shared words in a row."""
    both = shared[ids[:-1]] & shared[ids[1:]]
    return set((ids[:-1][both] * len(shared) + ids[1:][both]).tolist())


def _rows(
    ids: Ints, shared: npt.NDArray[np.bool_], pairs: set[int]
) -> dict[tuple[int, ...], list[int]]:
    """Return the places of the longest rows of shared words that both articles join."""
    size = len(shared)
    places = np.flatnonzero(shared[ids])
    rows: dict[tuple[int, ...], list[int]] = {}
    row: tuple[int, ...] = ()
    last = -2
    for place, word in zip(places.tolist(), ids[places].tolist(), strict=True):
        joined = place == last + 1 and row and row[-1] * size + word in pairs
        if row and not (joined and len(row) < LONGEST_TERM):
            rows.setdefault(row, []).append(last - len(row) + 1)
            row = ()
        row = (*row, word)
        last = place
    if row:
        rows.setdefault(row, []).append(last - len(row) + 1)
    return rows


def _singles(rows: Mapping[tuple[int, ...], list[int]]) -> dict[int, list[int]]:
    """Return the places of the words of rows that only one article has."""
    singles: dict[int, list[int]] = {}
    for row, places in rows.items():
        for step, word in enumerate(row):
            singles.setdefault(word, []).extend(place + step for place in places)
    return {word: sorted(places) for word, places in singles.items()}


def _variants(
    only_a: Sequence[int], only_b: Sequence[int], keys: Sequence[str], ratio: float
) -> Iterator[tuple[int, int]]:
    """Yield words of one article and what they are in the other's spelling."""
    theirs: dict[str, list[int]] = {}
    for bones, word in _spellable(only_b, keys):
        theirs.setdefault(bones, []).append(word)
    for bones, word in _spellable(only_a, keys):
        others = [
            other for other in theirs.get(bones, ()) if not _inflected(keys[word], keys[other])
        ]
        if not others:
            continue
        likeness, best = max(
            (Indel.normalized_similarity(keys[word], keys[other]), other) for other in others
        )
        if likeness >= ratio / 100:
            theirs[bones].remove(best)
            yield word, best


def _spellable(words: Sequence[int], keys: Sequence[str]) -> list[tuple[str, int]]:
    """Return the words that may have another spelling, each with its consonants."""
    words = [word for word in words if LEAST_VARIANT <= len(keys[word]) <= LONGEST]
    bones = "\n".join([keys[word] for word in words]).translate(_SOUNDS).split("\n")
    return [
        (bone, word)
        for bone, word in zip(bones, words, strict=bool(words))
        if len(bone) >= LEAST_CONSONANTS and keys[word] not in COMMON_WORDS
    ]


def _inflected(one: str, other: str) -> bool:
    """Tell whether two words differ in their endings alone."""
    same = 0
    while same < min(len(one), len(other)) and one[same] == other[same]:
        same += 1
    return max(len(one), len(other)) - same <= ENDING or min(len(one), len(other)) == same
