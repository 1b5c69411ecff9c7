"""Articles as vectors of weighted terms, designed to distinguish events of one kind.

A vector concatenates five views of a text, each a TF-IDF vector of length one with a weight of its
own: words, pairs of words, letter 4-grams (inflected and variously spelt names share most of
theirs), names and numbers. Names have most weight: two fires share their words, but not the town. A
word is a name if most of its occurrences in the corpus are capitalised; in scripts without capitals
the words are used for it once more, their rarity squared. Terms are 64-bit hashes; no list of words
and no model is needed.

Only the beginning of a text is used (`MOST_CHARACTERS`); of each article the heaviest `KEPT` terms
are kept, which bounds memory and changes the similarity little.
"""

import unicodedata
import zlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
import numpy.typing as npt
import regex

from dittomark.corpus.prints.word_hashes import letter_grams, mix
from dittomark.progress import Report
from dittomark.structures.array_types import Floats, Hashes, Ints

# A judgement: ten pages of print; bounds time.
MOST_CHARACTERS: Final = 20_000
# Terms; a judgement, for the reason above.
KEPT: Final = 800
_WORDS, _LETTERS, _PAIRS, _NAMES, _NUMBERS = range(5)
# In the order above; chosen on the development half of ECB+ (decision 0008).
_WORTH: Final = np.array([1.0, 1.0, 1.0, 1.5, 0.3])
_WORD: Final = regex.compile(r"[\p{L}\p{M}\p{N}\u200c\u200d]+")
_DENSE: Final = regex.compile(
    r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]"
)
# A text with a smaller share of capitalised words is in a script, or a style, without capitals.
_CASED_SHARE: Final = 0.02
# Articles from which names are learned; a judgement.
_SAMPLE: Final = 20_000


@dataclass(frozen=True, slots=True)
class Vector:
    """Terms of one article in ascending order, and their weights; the weights' length is 1."""

    terms: Hashes
    weights: Floats


@dataclass(frozen=True, slots=True)
class _Bag:
    """Terms of one article before weighting: hash, frequency, and view."""

    terms: Hashes
    counts: Floats
    view: npt.NDArray[np.int8]


def vectors(texts: Sequence[str], *, report: Report | None = None) -> list[Vector]:
    """Return a vector per text; rarity is counted over these texts.

    `report(done, total)` counts texts and may raise `Cancelled`.
    """
    capitals = _mostly_capital(texts[:: len(texts) // _SAMPLE + 1])
    bags = []
    for done, text in enumerate(texts):
        if report is not None and done % 100 == 0:
            report(done, len(texts))
        # Composed and decomposed letters are equal.
        bags.append(_bag(unicodedata.normalize("NFC", text[:MOST_CHARACTERS]), capitals))
    return _weighted(bags)


def _mostly_capital(texts: Sequence[str]) -> frozenset[str]:
    """Return the words (casefolded) that are capitalised most of the time."""
    upper: Counter[str] = Counter()
    lower: Counter[str] = Counter()
    for text in texts:
        for word in _WORD.findall(unicodedata.normalize("NFC", text[:MOST_CHARACTERS])):
            if word[0].isupper():
                upper[word.casefold()] += 1
            elif word[0].islower():
                lower[word] += 1
    return frozenset(word for word, times in upper.items() if lower[word] < times / 2)


def _bag(text: str, capitals: frozenset[str]) -> _Bag:
    found = _WORD.findall(_DENSE.sub(r" \g<0> ", text))
    folded = [word.casefold() for word in found]
    words = np.array([_hash(word) for word in folded], dtype=np.uint64)
    cased = sum(word[0].isupper() for word in found) >= _CASED_SHARE * len(found)
    is_name = [not cased or (word[0].isupper() and low in capitals)
               for word, low in zip(found, folded, strict=True)]  # fmt: skip
    is_number = [word[0].isdecimal() for word in folded]
    views = (
        words,
        letter_grams(text, 4),
        mix(words[:-1]) + words[1:],
        words[np.array(is_name, dtype=bool)],
        words[np.array(is_number, dtype=bool)],
    )
    terms, counts, view = [], [], []
    for number, hashes in enumerate(views):
        unique, times = np.unique(hashes, return_counts=True)
        # A name is a separate term from the same letters as a word.
        terms.append(mix(unique + np.uint64(number)))
        power = 2.0 if number == _NAMES and not cased else 1.0
        counts.append(np.copysign(1.0 + np.log(times), 1.5 - power))
        view.append(np.full(unique.size, number, np.int8))
    return _Bag(np.concatenate(terms), np.concatenate(counts), np.concatenate(view))


def _weighted(bags: Sequence[_Bag]) -> list[Vector]:
    if not bags:
        return []
    sample = bags[:: len(bags) // _SAMPLE + 1]
    known, df = np.unique(np.concatenate([bag.terms for bag in sample]), return_counts=True)
    return [_weigh(bag, known, df, len(sample)) for bag in bags]


def _weigh(bag: _Bag, known: Hashes, df: Ints, size: int) -> Vector:
    if not bag.terms.size or not known.size:
        return Vector(np.zeros(0, np.uint64), np.zeros(0))
    place = np.minimum(np.searchsorted(known, bag.terms), known.size - 1)
    times = np.where(known[place] == bag.terms, df[place], 0)
    rarity = np.log((1 + size) / (1 + times)) + 1
    # Negative counts mark the names of a text without capitals: their rarity is squared.
    weights = np.abs(bag.counts) * np.where(bag.counts < 0, rarity**2, rarity)
    lengths = np.sqrt(np.bincount(bag.view, weights**2, _WORTH.size))
    worth = np.where(lengths > 0, _WORTH, 0)
    scale = np.sqrt(worth / worth.sum()) / np.where(lengths > 0, lengths, 1)
    weights = weights * scale[bag.view]
    if weights.size > KEPT:
        heaviest = np.argpartition(-weights, KEPT)[:KEPT]
        weights, terms = weights[heaviest], bag.terms[heaviest]
    else:
        terms = bag.terms
    order = np.argsort(terms)
    return Vector(terms[order], weights[order])


@lru_cache(maxsize=500_000)
def _hash(word: str) -> int:
    data = word.encode("utf-8", "surrogatepass")
    return zlib.crc32(data) << 32 | zlib.adler32(data[::-1])
