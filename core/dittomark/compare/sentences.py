"""Similar sentences: the same statement in other words or in another order.

Rule: sentences are bags of words. Two are similar when the bits of the words they share are at
least `LEAST_SHARE` of the bits of both (Dice, weighted), and those words are three or more and tell
at least `weak_evidence` bits. A sentence that stands in a passage already is left out; every other
one is paired with its best partner, if it is that partner's best too.

Limits: a word at more than `MOST_PLACES` places (sentences of one times sentences of the other) is
not looked up, though its bits count against the pair.
"""

from typing import Final

import numpy as np

from dittomark.compare.model import Locus, SimilarSentence
from dittomark.compare.settings import Settings
from dittomark.compare.tokens import Floats, Ints, Tokens
from dittomark.text import sentences, snap

LEAST_SHARE: Final = 0.5
LEAST_WORDS: Final = 3
MOST_PLACES: Final = 400


def find_similar_sentences(
    texts: tuple[str, str],
    tokens: tuple[Tokens, Tokens],
    bits: Floats,
    taken: tuple["np.ndarray", "np.ndarray"],
    *,
    settings: Settings,
) -> list[SimilarSentence]:
    """Return pairs of similar sentences; `taken` tells which words stand in passages already."""
    spans = [sentences(text) for text in texts]
    bags = [_bags(spans[k], tokens[k], taken[k], len(bits)) for k in (0, 1)]
    (words_a, in_a), (words_b, in_b) = bags
    if not len(words_a) or not len(words_b):
        return []
    pair_a, pair_b, word = _meetings(words_a, in_a, words_b, in_b, len(bits))
    columns = len(spans[1])
    pairs, where = np.unique(pair_a * columns + pair_b, return_inverse=True)
    shared = np.bincount(where, weights=bits[word], minlength=len(pairs))
    count = np.bincount(where, minlength=len(pairs))
    whole_a = np.bincount(in_a, weights=bits[words_a], minlength=len(spans[0]))
    whole_b = np.bincount(in_b, weights=bits[words_b], minlength=columns)
    a, b = pairs // columns, pairs % columns
    share = 2 * shared / (whole_a[a] + whole_b[b]) if len(pairs) else shared
    good = (share >= LEAST_SHARE) & (count >= LEAST_WORDS) & (shared >= settings.weak_evidence)
    a, b, share = a[good], b[good], share[good]
    found = []
    used_a: set[int] = set()
    used_b: set[int] = set()
    for k in np.lexsort((b, a, -share)).tolist():
        i, j = int(a[k]), int(b[k])
        if i in used_a or j in used_b:
            continue
        used_a.add(i)
        used_b.add(j)
        found.append(
            SimilarSentence(
                Locus(0, *snap(texts[0], *spans[0][i])),
                Locus(1, *snap(texts[1], *spans[1][j])),
                round(float(share[k]), 4),
            )
        )
    return found


def _bags(
    spans: list[tuple[int, int]], tokens: Tokens, taken: "np.ndarray", size: int
) -> tuple[Ints, Ints]:
    """Return every different word of every free sentence, and the sentence it stands in."""
    if not spans or not len(tokens):
        empty = np.zeros(0, dtype=np.int64)
        return empty, empty
    starts = np.array([start for start, _ in spans])
    sentence = np.maximum(np.searchsorted(starts, tokens.starts, side="right") - 1, 0)
    of_passages = np.bincount(sentence, weights=taken, minlength=len(spans))
    words = np.bincount(sentence, minlength=len(spans))
    free = 2 * of_passages[sentence] < words[sentence]
    code = np.unique(sentence[free] * size + tokens.ids[free])
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
