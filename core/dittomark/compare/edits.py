"""Inside a passage: what an editor did to its words.

Rule: between two blocks of equal words, what only one side has is an `insert` or a `delete`; what
both have is paired from left to right, and two words that are at least `variant_ratio` alike
(rapidfuzz, over folded keys) are a `variant`, other words a `replace`. Equal words written in
different letters (digits of another script, case, `য়` in two encodings) are a `form`.

Limits: pairing looks `REACH` words ahead, and words longer than `LONGEST` are never variants: likeness
of two endless words costs their product.
"""

from collections.abc import Sequence
from typing import Final

from rapidfuzz.distance import Indel

from dittomark.compare.comparison import EditOp, WordEdit
from dittomark.compare.segments import Range, Segment
from dittomark.compare.tokens import Tokens

# Words: what an editor puts between a word and its other spelling.
REACH: Final = 4
# Letters: no language has longer words, and likeness costs their product.
LONGEST: Final = 64

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
    """Return the word edits of a segment in the order of its words.

    They lead from `a` to `b`; `turned`, from `b` to `a`.
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

    Of an empty one, the place after the word before; at the beginning of the passage, that beginning.
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
    """Return what changes, as word numbers `(op, a_first, a_last + 1, b_first, b_last + 1)`."""
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
    """Pair the words of a gap, from `rest_a` and `rest_b` on; what is between variants is replaced."""
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
    return Indel.normalized_similarity(one, other, score_cutoff=ratio) > 0


def _rest(a0: int, a1: int, b0: int, b1: int) -> _Change:
    """Return the change of words of which one side at least has some."""
    if a0 == a1:
        return "insert", a0, a0, b0, b1
    if b0 == b1:
        return "delete", a0, a1, b0, b0
    return "replace", a0, a1, b0, b1
