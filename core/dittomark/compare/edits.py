"""The word edits inside a passage.

Rule: between two blocks of equal words, words of one side alone are an `insert` or a `delete`;
where both sides have words, these are paired from left to right: two words with a similarity of at
least `variant_ratio` (rapidfuzz, over folded keys) are a `variant`, other words a `replace`. Equal
words written in different letters (digits of another script, case, `য়` in two encodings) are a
`form`.

Limits: pairing looks `REACH` words ahead, and words longer than `LONGEST` are never variants, since
the cost of a similarity is the product of both lengths.
"""

from collections.abc import Sequence
from typing import Final

from rapidfuzz.distance import Indel

from dittomark.compare.comparison import EditOp, WordEdit
from dittomark.compare.segments import Range, Segment
from dittomark.compare.tokens import Tokens

# Words that may be inserted between a word and its variant.
REACH: Final = 4
# Letters; no language has longer words, and a similarity costs the product of both lengths.
LONGEST: Final = 64
# rapidfuzz rounds the cutoff to 32 bits: words of exactly that similarity would be left out.
CUTOFF_ERROR: Final = 1e-6

_Change = tuple[EditOp, int, int, int, int]
_TURNED: Final[dict[EditOp, EditOp]] = {"insert": "delete", "delete": "insert"}


def find_edits(
    segment: Segment,
    a: Tokens,
    b: Tokens,
    keys: Sequence[str],
    *,
    variant_ratio: float,
    turned: bool = False,
) -> list[WordEdit]:
    """Return the word edits of a segment in the order of its words, from `a` to `b`.

    With `turned`, they lead from `b` to `a`. `variant_ratio` is 0–100, `keys` the key of each id.
    """
    changes = _changes(segment, a, b, keys, variant_ratio / 100)
    in_a = _spans(a, [(first, last) for _, first, last, _, _ in changes], segment.a[0])
    in_b = _spans(b, [(first, last) for _, _, _, first, last in changes], segment.b[0])
    if turned:
        ops = [_TURNED.get(op, op) for op, *_ in changes]
        return list(map(WordEdit, ops, in_b, in_a))
    return list(map(WordEdit, [op for op, *_ in changes], in_a, in_b))


def _spans(tokens: Tokens, ranges: Sequence[Range], begin: int) -> list[tuple[int, int]]:
    """Return the offsets of ranges of words of a passage whose first word is `begin`.

    An empty range is placed after the previous word, or at the beginning of the passage.
    """
    start, end = tokens.starts.item, tokens.ends.item
    found = []
    for first, last in ranges:
        if first < last:
            found.append((start(first), end(last - 1)))
        else:
            place = start(begin) if first == begin else end(first - 1)
            found.append((place, place))
    return found


def _changes(
    segment: Segment, a: Tokens, b: Tokens, keys: Sequence[str], ratio: float
) -> list[_Change]:
    """Return the edits as word ranges `(op, a_first, a_last + 1, b_first, b_last + 1)`."""
    found: list[_Change] = []
    end_a, end_b = segment.a[0], segment.b[0]
    for i, j, length in (*segment.blocks, (segment.a[1], segment.b[1], 0)):
        if end_a < i and end_b < j:
            ours = [keys[number] for number in a.ids[end_a:i].tolist()]
            theirs = [keys[number] for number in b.ids[end_b:j].tolist()]
            found += _replaced(end_a, ours, end_b, theirs, ratio)
        elif end_a < i or end_b < j:
            found.append(_rest(end_a, i, end_b, j))
        end_a, end_b = i + length, j + length
        if a.words[i:end_a] != b.words[j:end_b]:
            found += [
                ("form", i + step, i + step + 1, j + step, j + step + 1)
                for step in range(length)
                if a.words[i + step] != b.words[j + step]
            ]
    return found


def _replaced(
    rest_a: int, ours: Sequence[str], rest_b: int, theirs: Sequence[str], ratio: float
) -> list[_Change]:
    """Pair the words of a gap that begins at `rest_a` and `rest_b`; return its edits."""
    found: list[_Change] = []
    end_a, first_b, end_b = rest_a + len(ours), rest_b, rest_b + len(theirs)
    for i, word in enumerate(ours, rest_a):
        for j in range(rest_b, min(rest_b + REACH, end_b)):
            if _alike(word, theirs[j - first_b], ratio):
                if rest_a < i or rest_b < j:
                    found.append(_rest(rest_a, i, rest_b, j))
                found.append(("variant", i, i + 1, j, j + 1))
                rest_a, rest_b = i + 1, j + 1
                break
    if rest_a < end_a or rest_b < end_b:
        found.append(_rest(rest_a, end_a, rest_b, end_b))
    return found


def _alike(one: str, other: str, ratio: float) -> bool:
    if len(one) > LONGEST or len(other) > LONGEST:
        return False
    near = Indel.normalized_similarity(one, other, score_cutoff=max(ratio - CUTOFF_ERROR, 0.0))
    return near >= ratio and near > 0


def _rest(a0: int, a1: int, b0: int, b1: int) -> _Change:
    """Return the edit between two word ranges of which one at least is not empty."""
    if a0 == a1:
        return "insert", a0, a0, b0, b1
    if b0 == b1:
        return "delete", a0, a1, b0, b0
    return "replace", a0, a1, b0, b1
