"""Similar sentences: the same statement in other words or in another order.

Rule: sentences are bags of words. The likeness of two is the share of their bits that both have
(Dice, weighted by information); every sentence is paired with its best partner, the likest pairs
first. A pair is *similar* when the likeness is at least `similar`, the shared words are three or
more and tell at least `weak_evidence` bits, and neither sentence stands in a passage already.

Limits: a word at more than `MOST_PLACES` places (sentences of one times sentences of the other) is
not looked up, though its bits count against the pair.
"""

from functools import partial
from typing import Final, NamedTuple

import numpy as np

from dittomark.compare import arrays, steps
from dittomark.compare.settings import LEAST_SIMILAR
from dittomark.structures.array_types import Floats, Ints

if steps.COMPILED:
    from dittomark.compare import _likeness

# Two words in common are a name.
LEAST_WORDS: Final = 3
# Commoner words say nothing of likeness and cost their product.
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
    if not steps.COMPILED:
        return sentences_by_rules(ids_a, sentence_a, ids_b, sentence_b, bits)
    found = _likeness.sentences(
        ids_a, sentence_a, ids_b, sentence_b, bits, MOST_PLACES, LEAST_WORDS, LEAST_SIMILAR
    )
    return list(
        map(partial(tuple.__new__, SentencePair), found)
    )  # `_make` takes three times as long


def sentences_by_rules(
    ids_a: Ints, sentence_a: Ints, ids_b: Ints, sentence_b: Ints, bits: Floats
) -> list[SentencePair]:
    """Do what `pair_sentences` says, without compiled code."""
    if not len(ids_a) or not len(ids_b):
        return []
    words_a, in_a = _bags(ids_a, sentence_a)
    words_b, in_b = _bags(ids_b, sentence_b)
    from_a, from_b = arrays.meet(words_a, words_b, most=MOST_PLACES)
    if not len(from_a):
        return []
    columns = int(sentence_b[-1]) + 1
    meetings, order = arrays.sort_with_places(in_a[from_a] * columns + in_b[from_b])
    new = arrays.borders(meetings)
    begins = np.flatnonzero(new)
    # Added up word by word: `np.add.reduceat` has an order of its own.
    shared = np.bincount(np.cumsum(new) - 1, weights=bits[words_a[from_a[order]]])
    count = arrays.stretches(begins, len(meetings))
    enough = np.flatnonzero(count >= LEAST_WORDS)
    begins, shared, count = begins[enough], shared[enough], count[enough]
    whole_a = np.bincount(in_a, weights=bits[words_a])
    whole_b = np.bincount(in_b, weights=bits[words_b])
    a, b = np.divmod(meetings[begins], columns)
    likeness = 2 * shared / (whole_a[a] + whole_b[b])
    related = np.flatnonzero(likeness >= LEAST_SIMILAR)
    order = related[np.argsort(-likeness[related], kind="stable")]  # equal ones by place
    free_a, free_b = [True] * len(whole_a), [True] * len(whole_b)
    chosen = []
    for at, in_one, in_other in zip(
        order.tolist(), a[order].tolist(), b[order].tolist(), strict=True
    ):
        if free_a[in_one] and free_b[in_other]:
            free_a[in_one] = free_b[in_other] = False
            chosen.append(at)
    of_chosen = [column[chosen].tolist() for column in (a, b, likeness, shared, count)]
    return list(map(SentencePair, *of_chosen))


def _bags(ids: Ints, sentence: Ints) -> tuple[Ints, Ints]:
    """Return every different word of every sentence, and the sentence it stands in; by word."""
    width = int(sentence[-1]).bit_length()
    code = arrays.unique(ids << width | sentence)
    return code >> width, code & ((1 << width) - 1)
