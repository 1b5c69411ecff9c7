"""Shared terms: rare words, names, numbers and dates that both articles contain.

Rule: a term is a word of both articles that is rare in them and no common word; words that follow
one another in both articles make one term (a name, a date). A word that only one article contains
is looked for in the other in another spelling: with a similarity of at least `variant_ratio`
(rapidfuzz), the same consonants, and a difference outside its ending; a name in Latin letters,
which has a capital at every occurrence, is looked for in another script by its sound. The rarest
terms come first.

Limits: rarity is measured in two articles only; words of fewer than three letters, scripts without
spaces, and more than `most_terms` terms are left out.

All but the names of another script is compiled code too (`_terms.c`).
"""

from collections.abc import Iterator
from itertools import compress, islice
from typing import Final, NamedTuple

import numpy as np
from rapidfuzz.distance import Indel

from dittomark.compare import steps
from dittomark.compare.arrays import borders, sort_with_places, stretches
from dittomark.compare.comparison import SharedTerm
from dittomark.compare.settings import Settings
from dittomark.compare.tokens import Tokens
from dittomark.compare.traits import (
    KNOWN_SCRIPTS,
    KNOWN_SKELETONS,
    KNOWN_TERMS,
    LATIN,
    OTHER,
    SCRIPT,
    SKELETON,
    TERM,
    Keys,
)
from dittomark.structures.array_types import Bools, Floats, Ints
from dittomark.texts.romanise import same_names

# Bits: eight occurrences in a thousand words; commoner words are the topic.
LEAST_BITS: Final = 7.0
# Occurrences in one article; a judgement: a word that occurs more often is not worth marking.
MOST_PLACES: Final = 12
# Words of a long name or a date.
LONGEST_TERM: Final = 4
# Letters: the longest difference in endings of two inflected forms of one word.
ENDING: Final = 3

if steps.COMPILED:
    from dittomark.compare import _terms

Spans = tuple[tuple[int, int], ...]
Rows = dict[tuple[int, ...], list[int]]


Term = tuple[float, list[int], list[int], int, bool]
"""The rank of a term, the first word of each of its places in a and in b, its number of words, and
whether it is a variant; terms are sorted by this tuple."""


class _Alone(NamedTuple):
    """Rare words that only one article contains: their ids and their keys."""

    words: list[int]
    keys: list[str]


def find_shared_terms(
    texts: tuple[str, str],
    tokens: tuple[Tokens, Tokens],
    keys: Keys,
    bits: Floats,
    numbers: tuple[int, int],
    *,
    settings: Settings,
) -> list[SharedTerm]:
    """Return the shared terms of two articles, the rarest first.

    `numbers` are those of the articles; the sides of a term are in the order of these. `keys` holds
    the key, `bits` the information content of each id.
    """
    find = _by_compiled_code if steps.COMPILED else terms_by_rules
    return find(texts, tokens, keys, bits, numbers, settings=settings)


def _by_compiled_code(
    texts: tuple[str, str],
    tokens: tuple[Tokens, Tokens],
    keys: Keys,
    bits: Floats,
    numbers: tuple[int, int],
    *,
    settings: Settings,
) -> list[SharedTerm]:
    """Return the result of `terms_by_rules`, by `_terms.c`."""
    (a, b), traits = tokens, keys.traits
    pairs = []
    scripts = SCRIPT, LATIN, OTHER
    foreign = _terms.foreign(a.ids, b.ids, bits, traits.of_ids, (MOST_PLACES, LEAST_BITS), scripts)
    if foreign is not None:
        latin_a, other_b, latin_b, other_a = foreign
        pairs += _names_of(texts[0], a, keys, latin_a, other_b)
        pairs += [(one, other) for other, one in _names_of(texts[1], b, keys, latin_b, other_a)]
    turned = numbers[0] > numbers[1]
    return _terms.find(
        (a.ids, a.starts, a.ends, texts[0]),
        (b.ids, b.starts, b.ends, texts[1]),
        (bits, *traits),
        pairs,
        (MOST_PLACES, LONGEST_TERM, settings.most_terms, ENDING),
        (LEAST_BITS, settings.variant_ratio / 100),
        (TERM, SKELETON),
        (SharedTerm, " ", numbers[::-1] if turned else numbers, turned),
    )


def terms_by_rules(
    texts: tuple[str, str],
    tokens: tuple[Tokens, Tokens],
    keys: Keys,
    bits: Floats,
    numbers: tuple[int, int],
    *,
    settings: Settings,
) -> list[SharedTerm]:
    """Return the result of `find_shared_terms`; the implementation in Python."""
    ids, spelt = (tokens[0].ids, tokens[1].ids), keys.texts
    both, only_a, only_b = _rare_words(ids, bits)
    shared = list(compress(both, KNOWN_TERMS.of([spelt[word] for word in both])))
    found = _exact(ids, shared, bits, most=settings.most_terms)
    alone = (
        _Alone(only_a, [spelt[word] for word in only_a]),
        _Alone(only_b, [spelt[word] for word in only_b]),
    )
    variants = [
        *_variants(*alone, settings.variant_ratio),
        *_across_scripts(texts, tokens, keys, alone),
    ]
    for of_one, of_other in variants:
        of_a, of_b = (
            np.flatnonzero(ids[0] == of_one).tolist(),
            np.flatnonzero(ids[1] == of_other).tolist(),
        )
        found.append((-float(min(bits[of_one], bits[of_other])), of_a, of_b, 1, True))
    found = sorted(found)[: settings.most_terms]
    in_a = _spans(tokens[0], [(places, words) for _, places, _, words, _ in found])
    in_b = _spans(tokens[1], [(places, words) for _, _, places, words, _ in found])
    one, other = (0, 1) if numbers[0] < numbers[1] else (1, 0)
    articles = numbers[one], numbers[other]
    terms = []
    for (*_, words, is_variant), *places in zip(found, in_a, in_b, strict=True):
        name = _text(texts[0], places[0], words)
        variant = None
        if is_variant:
            name, variant = (_text(texts[side], places[side], words) for side in (one, other))
        terms.append(SharedTerm(name, places[one], places[other], variant, articles))
    return terms


def _rare_words(ids: tuple[Ints, Ints], bits: Floats) -> tuple[list[int], list[int], list[int]]:
    """Return the ids of rare words of both articles, of the first only, and of the second only."""
    count_a, count_b = (np.bincount(of_side, minlength=len(bits)) for of_side in ids)
    rare = (np.maximum(count_a, count_b) <= MOST_PLACES) & (bits >= LEAST_BITS)
    in_a, in_b = rare & (count_a > 0), rare & (count_b > 0)
    both, only_a, only_b = map(np.flatnonzero, (in_a & in_b, in_a & ~in_b, in_b & ~in_a))
    return both.tolist(), only_a.tolist(), only_b.tolist()


def _spans(tokens: Tokens, terms: list[tuple[list[int], int]]) -> list[Spans]:
    """Return the offsets of the places of every term, given their first words and its length."""
    if not terms:
        return []
    starts = tokens.starts[[first for places, _ in terms for first in places]]
    ends = tokens.ends[[first + words - 1 for places, words in terms for first in places]]
    every = zip(starts.tolist(), ends.tolist(), strict=True)
    return [tuple(islice(every, len(places))) for places, _ in terms]


def _text(text: str, spans: Spans, words: int) -> str:
    """Return the text of a term at its first place, with one space between its words."""
    found = text[slice(*spans[0])]
    return found if words == 1 else " ".join(found.split())


def _exact(ids: tuple[Ints, Ints], words: list[int], bits: Floats, *, most: int) -> list[Term]:
    """Return the terms of shared words; words that are adjacent in both articles are joined.

    At most `most` terms of a single word are returned.
    """
    shared = np.zeros(len(bits), dtype=bool)
    shared[words] = True
    ours, theirs = (_neighbours(of_side, shared) for of_side in ids)
    (rows_a, loose_a), (rows_b, loose_b) = (
        _rows(of_side, shared, ours & theirs) for of_side in ids
    )
    found: list[Term] = []
    weight = bits.tolist()
    for row in rows_a.keys() & rows_b.keys():
        rank = -(max([weight[word] for word in row]) + len(row))
        found.append((rank, rows_a.pop(row), rows_b.pop(row), len(row), False))
    words_a, places_a = _by_word(ids[0], loose_a, rows_a)
    words_b, places_b = _by_word(ids[1], loose_b, rows_b)
    first = np.flatnonzero(borders(words_a))
    in_b = np.zeros(len(bits), dtype=bool)
    in_b[words_b] = True
    both = np.flatnonzero(in_b[words_a[first]])
    size = stretches(first, len(words_a))[both]
    first = first[both]
    single = words_a[first]
    order = np.lexsort((places_a[first], -bits[single]))[:most]
    single = single[order]
    columns = (
        -bits[single] - 1,
        first[order],
        size[order],
        np.searchsorted(words_b, single),
        np.searchsorted(words_b, single, side="right"),
    )
    of_a, of_b = places_a.tolist(), places_b.tolist()
    for rank, at_a, count, at_b, end_b in zip(
        *(column.tolist() for column in columns), strict=True
    ):
        found.append((rank, of_a[at_a : at_a + count], of_b[at_b:end_b], 1, False))
    return found


def _neighbours(ids: Ints, shared: Bools) -> set[int]:
    """Return the code of every pair of adjacent shared words."""
    here = shared[ids]
    both = here[:-1] & here[1:]
    return set((ids[:-1][both] * len(shared) + ids[1:][both]).tolist())


def _rows(ids: Ints, shared: Bools, pairs: set[int]) -> tuple[Rows, Ints]:
    """Return the places of the longest sequences of shared words that both articles join.

    The second value holds the places of all shared words outside such sequences.
    """
    places = np.flatnonzero(shared[ids])
    words = ids[places]
    follows = np.flatnonzero(places[1:] == places[:-1] + 1) + 1
    codes = words[follows - 1] * len(shared) + words[follows]
    begins = np.ones(len(places), dtype=bool)
    begins[follows[list(map(pairs.__contains__, codes.tolist()))]] = False
    count = np.arange(len(places))
    begins |= (count - np.maximum.accumulate(count * begins)) % LONGEST_TERM == 0
    first = np.flatnonzero(begins)
    length = stretches(first, len(places))
    rows: Rows = {}
    joined = first[length > 1]
    spelt = words.tolist()
    for place, at, size in zip(
        places[joined].tolist(), joined.tolist(), length[length > 1].tolist(), strict=True
    ):
        rows.setdefault(tuple(spelt[at : at + size]), []).append(place)
    return rows, places[first[length == 1]]


def _by_word(ids: Ints, places: Ints, rows: Rows) -> tuple[Ints, Ints]:
    """Return words and their places, sorted by word: loose words, and those of `rows`.

    `rows` holds sequences that only one article has, `places` the places of the loose words.
    """
    of_rows = [
        start + step for row, starts in rows.items() for start in starts for step in range(len(row))
    ]
    places = np.sort(np.append(places, np.array(of_rows, dtype=np.int64)))
    words, order = sort_with_places(ids[places])
    return words, places[order]


def _variants(a: _Alone, b: _Alone, ratio: float) -> Iterator[tuple[int, int]]:
    """Yield pairs of words that are spelling variants: the id in one article and in the other."""
    ours, theirs = KNOWN_SKELETONS.of(a.keys), KNOWN_SKELETONS.of(b.keys)
    both = {*ours}.intersection(theirs)
    both.discard("")
    if not both:
        return
    alike: dict[str, list[tuple[int, str]]] = {}
    for skeleton, word, key in zip(theirs, *b, strict=True):
        if skeleton in both:
            alike.setdefault(skeleton, []).append((word, key))
    for skeleton, word, key in zip(ours, *a, strict=True):
        if skeleton not in both:
            continue
        others = [other for other in alike[skeleton] if not _inflected(key, other[1])]
        if not others:
            continue
        likeness, best = max(
            (Indel.normalized_similarity(key, other[1]), other) for other in others
        )
        if likeness >= ratio / 100:
            alike[skeleton].remove(best)
            yield word, best[0]


def _across_scripts(
    texts: tuple[str, str], tokens: tuple[Tokens, Tokens], keys: Keys, alone: tuple[_Alone, _Alone]
) -> Iterator[tuple[int, int]]:
    """Yield pairs of names in Latin letters and in the other article's script, as ids."""
    scripts = [KNOWN_SCRIPTS.of(words.keys) for words in alone]
    for side in (0, 1):
        latin, other = (
            [
                word
                for script, word in zip(scripts[at], alone[at].words, strict=True)
                if script == of
            ]
            for at, of in ((side, LATIN), (1 - side, OTHER))
        )
        for pair in _names_of(texts[side], tokens[side], keys, latin, other):
            yield pair if side == 0 else pair[::-1]


def _names_of(
    text: str, tokens: Tokens, keys: Keys, latin: list[int], other: list[int]
) -> list[tuple[int, int]]:
    """Return pairs of a name among Latin words of an article, and a word of another script.

    All are ids; the text and the tokens are those of the Latin words. A name begins with a capital
    at every occurrence.
    """
    if not latin or not other:
        return []
    spelt = keys.texts
    wanted = np.zeros(len(spelt), dtype=bool)
    wanted[latin] = True
    places = np.flatnonzero(wanted[tokens.ids])
    every = zip(tokens.ids[places].tolist(), tokens.starts[places].tolist(), strict=True)
    others = {word for word, start in every if not text[start].isupper()}
    names = [word for word in latin if word not in others]
    if not names:
        return []
    found = same_names([spelt[word] for word in names], [spelt[word] for word in other])
    return [(names[one], other[its]) for one, its in found]


def _inflected(one: str, other: str) -> bool:
    """Return whether two words differ only in their endings."""
    same = 0
    while same < min(len(one), len(other)) and one[same] == other[same]:
        same += 1
    return max(len(one), len(other)) - same <= ENDING or min(len(one), len(other)) == same
