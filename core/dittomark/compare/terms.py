"""Shared terms: rare words, names, numbers and dates that both articles use.

Rule: a term is a word of both articles that is rare in them and no function word; words that follow
one another in both articles make one term (a name, a date). A word of one article alone is looked
for in the other in another spelling: at least `variant_ratio` alike (rapidfuzz), and unlike
elsewhere than in its ending, or every inflection would be a variant. The rarest come first.

Limits: two articles know little of what is rare; words of fewer than three letters, spaceless
scripts, and more than `MOST_TERMS` terms are left out.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import Indel

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
MOST_CANDIDATES: Final = 600
ENDING: Final = 3

Spans = tuple[tuple[int, int], ...]


def find_shared_terms(
    texts: tuple[str, str],
    sides: tuple[Side, Side],
    keys: Sequence[str],
    bits: Floats,
    *,
    settings: Settings,
) -> list[SharedTerm]:
    """Return the shared terms of articles 0 and 1, the rarest first."""
    places = tuple(_places(side.ids) for side in sides)
    shared = {
        word
        for word, of_a in places[0].items()
        if word in places[1]
        and len(of_a) <= MOST_PLACES
        and len(places[1][word]) <= MOST_PLACES
        and bits[word] >= LEAST_BITS
        and _is_term(keys[word])
    }
    found = [
        (weight, SharedTerm(_text(texts[0], of_a), of_a, of_b, None))
        for weight, of_a, of_b in _exact(sides, shared, bits)
    ]
    found.extend(_variants(texts, sides, places, keys, bits, ratio=settings.variant_ratio))
    found.sort(key=lambda item: (-item[0], item[1].a, item[1].b))
    return [term for _, term in found[:MOST_TERMS]]


def _places(ids: Sequence[int]) -> dict[int, list[int]]:
    places: dict[int, list[int]] = {}
    for place, word in enumerate(ids):
        places.setdefault(word, []).append(place)
    return places


def _is_term(key: str) -> bool:
    if key[0].isdecimal():
        return len(key) > 1
    return len(key) >= LEAST_LETTERS and key not in COMMON_WORDS


def _text(text: str, spans: Spans) -> str:
    return " ".join(text[slice(*spans[0])].split())


def _exact(
    sides: tuple[Side, Side], shared: set[int], bits: Floats
) -> list[tuple[float, Spans, Spans]]:
    """Return shared terms, words joined where both articles have them in a row."""
    phrases = tuple(_phrases(side.ids, shared) for side in sides)
    in_both = phrases[0].keys() & phrases[1].keys()
    taken: tuple[set[int], set[int]] = (set(), set())
    terms = []
    for phrase in sorted(in_both, key=lambda p: (-len(p), p)):
        spans = []
        for side, of_phrase, of_side in zip(sides, phrases, taken, strict=True):
            free = [
                i for i in of_phrase[phrase] if not of_side.intersection(range(i, i + len(phrase)))
            ]
            spans.append(tuple(side.span(i, i + len(phrase)) for i in free))
        if spans[0] and spans[1]:
            for of_phrase, of_side in zip(phrases, taken, strict=True):
                for i in of_phrase[phrase]:
                    of_side.update(range(i, i + len(phrase)))
            terms.append((float(max(bits[list(phrase)])) + len(phrase), spans[0], spans[1]))
    return terms


def _phrases(ids: Sequence[int], shared: set[int]) -> dict[tuple[int, ...], list[int]]:
    found: dict[tuple[int, ...], list[int]] = {}
    for i, word in enumerate(ids):
        if word not in shared:
            continue
        found.setdefault((word,), []).append(i)
        for last in range(i + 1, min(i + LONGEST_TERM, len(ids))):
            if ids[last] not in shared:
                break
            found.setdefault(tuple(ids[i : last + 1]), []).append(i)
    return found


def _variants(
    texts: tuple[str, str],
    sides: tuple[Side, Side],
    places: tuple[dict[int, list[int]], ...],
    keys: Sequence[str],
    bits: Floats,
    *,
    ratio: float,
) -> list[tuple[float, SharedTerm]]:
    """Return words of one article that the other spells differently."""
    candidates = []
    for of_side, of_other in (places, places[::-1]):
        words = [
            word
            for word, where in of_side.items()
            if word not in of_other
            and LEAST_VARIANT <= len(keys[word]) <= LONGEST
            and not keys[word][0].isdecimal()
            and len(where) <= MOST_PLACES
            and keys[word] not in COMMON_WORDS
        ]
        candidates.append(sorted(words, key=lambda w: (-bits[w], keys[w]))[:MOST_CANDIDATES])
    if not candidates[0] or not candidates[1]:
        return []
    likeness = process.cdist(
        [keys[word] for word in candidates[0]],
        [keys[word] for word in candidates[1]],
        scorer=Indel.normalized_similarity,
        score_cutoff=ratio / 100,
        dtype=np.float32,
    )
    found = []
    best_a, best_b = likeness.argmax(axis=1), likeness.argmax(axis=0)
    for row, column in enumerate(best_a.tolist()):
        if likeness[row, column] <= 0 or best_b[column] != row:
            continue
        one, other = candidates[0][row], candidates[1][column]
        if _inflected(keys[one], keys[other]):
            continue
        of_a = tuple(sides[0].span(i, i + 1) for i in places[0][one])
        of_b = tuple(sides[1].span(i, i + 1) for i in places[1][other])
        weight = float(min(bits[one], bits[other]))
        term = SharedTerm(_text(texts[0], of_a), of_a, of_b, _text(texts[1], of_b))
        found.append((weight, term))
    return found


def _inflected(one: str, other: str) -> bool:
    """Tell whether two words differ in their endings alone."""
    same = 0
    while same < min(len(one), len(other)) and one[same] == other[same]:
        same += 1
    return max(len(one), len(other)) - same <= ENDING or min(len(one), len(other)) == same
