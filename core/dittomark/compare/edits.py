"""Inside a passage: what an editor did to its words.

Rule: between two blocks of equal words, what only one side has is an `insert` or a `delete`; what
both have is paired from left to right, and two words that are at least `variant_ratio` alike
(rapidfuzz, over folded keys) are a `variant`, other words a `replace`. Equal words written in
different letters (digits of another script, case, `য়` in two encodings) are a `form`.

Limits: pairing looks `REACH` words ahead, and words longer than `LONGEST` are never variants: likeness
of two endless words costs their product.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from rapidfuzz.distance import Indel

from dittomark.compare.arrays import Ints
from dittomark.compare.model import EditOp, WordEdit
from dittomark.compare.segments import Segment
from dittomark.compare.tokens import Tokens

REACH: Final = 4
LONGEST: Final = 64

_Change = tuple[EditOp, int, int, int, int]


@dataclass(frozen=True, slots=True, eq=False)
class Side:
    """One article for code that looks at single words: borders, words as spelt, ids as a list."""

    starts: Ints
    ends: Ints
    words: list[str]
    ids: list[int]

    @classmethod
    def of(cls, tokens: Tokens) -> "Side":
        """Unpack tokens."""
        return cls(tokens.starts, tokens.ends, tokens.words, tokens.ids.tolist())

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return the offsets of words `[first, last)`; of the place before `first` if empty."""
        if first < last:
            return int(self.starts[first]), int(self.ends[last - 1])
        place = int(self.ends[first - 1]) if first else 0
        return place, place


def find_edits(
    segment: Segment, a: Side, b: Side, keys: Sequence[str], *, variant_ratio: float
) -> list[WordEdit]:
    """Return the word edits of a segment in the order of its words."""
    differ = _Differ(a, b, keys, variant_ratio / 100)
    return [
        WordEdit(op, a.span(a0, a1), b.span(b0, b1))
        for op, a0, a1, b0, b1 in differ.changes(segment)
    ]


@dataclass(frozen=True, slots=True)
class _Differ:
    a: Side
    b: Side
    keys: Sequence[str]
    ratio: float

    def changes(self, segment: Segment) -> Iterator[_Change]:
        """Yield what changes, as word numbers `(op, a_first, a_last + 1, b_first, b_last + 1)`."""
        a, b = self.a.words, self.b.words
        end_a, end_b = segment.a[0], segment.b[0]
        for i, j, length in segment.blocks:
            yield from self._gap(range(end_a, i), range(end_b, j))
            end_a, end_b = i + length, j + length
            if a[i:end_a] != b[j:end_b]:
                for step in range(length):
                    if a[i + step] != b[j + step]:
                        yield "form", i + step, i + step + 1, j + step, j + step + 1
        yield from self._gap(range(end_a, segment.a[1]), range(end_b, segment.b[1]))

    def _gap(self, of_a: range, of_b: range) -> Iterator[_Change]:
        """Pair the words of a gap; what lies between two variants is replaced."""
        rest_a, rest_b = of_a.start, of_b.start
        for i in of_a:
            for j in range(rest_b, min(rest_b + REACH, of_b.stop)):
                if self._alike(i, j):
                    yield from _rest(rest_a, i, rest_b, j)
                    yield "variant", i, i + 1, j, j + 1
                    rest_a, rest_b = i + 1, j + 1
                    break
        yield from _rest(rest_a, of_a.stop, rest_b, of_b.stop)

    def _alike(self, i: int, j: int) -> bool:
        one, other = self.keys[self.a.ids[i]], self.keys[self.b.ids[j]]
        if len(one) > LONGEST or len(other) > LONGEST:
            return False
        return Indel.normalized_similarity(one, other, score_cutoff=self.ratio) > 0


def _rest(a0: int, a1: int, b0: int, b1: int) -> Iterator[_Change]:
    if a0 < a1 and b0 < b1:
        yield "replace", a0, a1, b0, b1
    elif a0 < a1:
        yield "delete", a0, a1, b0, b0
    elif b0 < b1:
        yield "insert", a0, a0, b0, b1
