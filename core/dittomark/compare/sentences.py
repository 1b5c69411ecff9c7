"""Similar sentences: the same statement in other words or in another order.

Rule: sentences are bags of words. The likeness of two is the share of their bits that both have
(Dice, weighted by information); every sentence is paired with its best partner, the likest pairs
first. A pair is *similar* when the likeness is at least `SIMILAR`, the shared words are three or
more and tell at least `weak_evidence` bits, and neither sentence stands in a passage already.

Limits: a word at more than `MOST_PLACES` places (sentences of one times sentences of the other) is
not looked up, though its bits count against the pair.
"""

from typing import Final, NamedTuple

import numpy as np

from dittomark.compare.tokens import Floats, Ints

SIMILAR: Final = 0.5
RELATED: Final = 0.2  # enough to tell that a rewritten passage goes on
LEAST_WORDS: Final = 3
MOST_PLACES: Final = 400


class SentencePair(NamedTuple):
    """Sentence number `a` of one article and `b` of the other."""

    a: int
    b: int
    likeness: float
    bits: float
    words: int


def pair_sentences(
    ids_a: Ints, sentence_a: Ints, ids_b: Ints, sentence_b: Ints, bits: Floats
) -> list[SentencePair]:
    """Return the related sentences, each in one pair at most, the likest first.

    `sentence_a` and `sentence_b` hold the number of the sentence each word stands in.
    """
    if not len(ids_a) or not len(ids_b):
        return []
    size = len(bits)
    words_a, in_a = _bags(ids_a, sentence_a, size)
    words_b, in_b = _bags(ids_b, sentence_b, size)
    pair_a, pair_b, word = _meetings(words_a, in_a, words_b, in_b, size)
    columns = int(sentence_b[-1]) + 1
    pairs, where = np.unique(pair_a * columns + pair_b, return_inverse=True)
    shared = np.bincount(where, weights=bits[word], minlength=len(pairs))
    count = np.bincount(where, minlength=len(pairs))
    whole_a = np.bincount(in_a, weights=bits[words_a])
    whole_b = np.bincount(in_b, weights=bits[words_b])
    a, b = pairs // columns, pairs % columns
    likeness = 2 * shared / (whole_a[a] + whole_b[b])
    related = np.flatnonzero((likeness >= RELATED) & (count >= LEAST_WORDS))
    order = related[np.lexsort((b[related], a[related], -likeness[related]))]
    found = []
    used_a: set[int] = set()
    used_b: set[int] = set()
    for pair in map(
        SentencePair,
        a[order].tolist(),
        b[order].tolist(),
        likeness[order].tolist(),
        shared[order].tolist(),
        count[order].tolist(),
    ):
        if pair.a not in used_a and pair.b not in used_b:
            used_a.add(pair.a)
            used_b.add(pair.b)
            found.append(pair)
    return found


def _bags(ids: Ints, sentence: Ints, size: int) -> tuple[Ints, Ints]:
    """Return every different word of every sentence, and the sentence it stands in."""
    code = np.unique(sentence * size + ids)
    return code % size, code // size


def _meetings(
    words_a: Ints, in_a: Ints, words_b: Ints, in_b: Ints, size: int
) -> tuple[Ints, Ints, Ints]:
    """Return every (sentence of a, sentence of b, word of both)."""
    count_a = np.bincount(words_a, minlength=size)
    count_b = np.bincount(words_b, minlength=size)
    useful = (count_a * count_b <= MOST_PLACES) & (count_b > 0)
    keep = useful[words_a]
    words_a, in_a = words_a[keep], in_a[keep]
    order = np.argsort(words_b, kind="stable")
    low = np.searchsorted(words_b[order], words_a, side="left")
    places = count_b[words_a]
    source = np.repeat(np.arange(len(words_a)), places)
    offset = np.arange(len(source)) - np.repeat(np.cumsum(places) - places, places)
    return in_a[source], in_b[order[low[source] + offset]], words_a[source]
