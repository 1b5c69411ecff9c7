"""Similar sentences: nearly the same content in other words or in another order.

Rule: sentences are bags of words. The similarity of two is the share of their bits that both have
(Dice coefficient, weighted by information content); every sentence is paired with its best partner,
the most similar pairs first. A pair is *similar* when the similarity is at least `similar`, the
shared words are `LEAST_WORDS` or more and have at least `weak_evidence` bits, and neither sentence
is in a passage.

Limits: a word at more than `MOST_PLACES` places (sentences of one article times sentences of the
other) is not counted as shared, though its bits lower the similarity of the pair.
"""

from functools import partial
from typing import Final, NamedTuple

import numpy as np

from dittomark.compare import arrays, steps
from dittomark.compare.settings import LEAST_SIMILAR
from dittomark.structures.array_types import Floats, Ints

if steps.COMPILED:
    from dittomark.compare import _likeness

# Two words in common may be a name.
LEAST_WORDS: Final = 3
# Sentence pairs; commoner words hardly indicate similarity, and the cost grows with the product.
MOST_PLACES: Final = 400


class SentencePair(NamedTuple):
    """Sentence number `a` of one article and `b` of the other, with their similarity.

    `bits` and `words` are those that both sentences contain.
    """

    a: int
    b: int
    likeness: float
    bits: float
    words: int


def pair_sentences(
    ids_a: Ints, sentence_a: Ints, ids_b: Ints, sentence_b: Ints, bits: Floats
) -> list[SentencePair]:
    """Return the most similar sentences, each in one pair at most, by descending similarity.

    `sentence_a` and `sentence_b` hold the sentence number of each word, `bits` the bits of each id.
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
    """Return the result of `pair_sentences`; the implementation in Python."""
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
    # Added word by word, as the compiled code does: `np.add.reduceat` adds in another order.
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
    """Return every distinct word of every sentence, and its sentence; sorted by word."""
    width = int(sentence[-1]).bit_length()
    code = arrays.unique(ids << width | sentence)
    return code >> width, code & ((1 << width) - 1)
