"""Step 2: places where texts certainly touch.

Rule: a pair of words that stands in two places, next to each other or with one word between, is a
seed; it survives edits between which a longer n-gram would not. Seeds on one diagonal that touch
are joined into runs. The articles lie in one row, so that one sort finds what any two of them share
(a board) and what each of them repeats (a board of one article): of small arrays every call counts,
however little it does.

Limits: a pair that stands at more than `max_places` places (places in a times places in b) says
nothing of where by itself; some of its places are linked all the same, as many as it has
(`_often`). Inside an article each pair of words is linked to its `NEXT` next occurrences only, and
of a pair that stands more often than `MOST_OFTEN` the first ones: that keeps even one word a
million times small.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from dittomark.compare import arrays
from dittomark.compare.tokens import information
from dittomark.structures.array_types import Bools, Floats, Ints

Run = tuple[int, int, int]
"""(i, j, length): `length` equal words, from word i of one article and word j of the other."""

STEPS: Final = (1, 2)  # next to each other, or one word between
# Occurrences: a repeat that is not seen from one of three is seen from the next.
NEXT: Final = 3
MOST_OFTEN: Final = 2000  # places of one pair of words that are looked at
LEAST_END: Final = 8  # words of a common beginning or end


@dataclass(frozen=True, slots=True, eq=False)
class Board:
    """Two articles (their numbers in the row), `a` before `b`; or one twice, for its repeats.

    `bits` is what each word tells between the two, `sums[i]` what the first `i` words of `a` tell
    together.
    """

    a: int
    b: int
    bits: Floats
    sums: Floats

    @classmethod
    def of(cls, a: int, b: int, *, ids: Sequence[Ints], counts: Sequence[Ints]) -> "Board":
        """Return the board of two articles; `counts` says how often each word stands in each."""
        bits = information(counts[a] + counts[b] if a < b else counts[a])
        sums = np.zeros(len(ids[a]) + 1)
        np.cumsum(bits[ids[a]], out=sums[1:])
        return cls(a, b, bits, sums)


@dataclass(frozen=True, slots=True, eq=False)
class Runs:
    """Equal words in a row, on all boards: `length` of them, `weight` bits.

    `a` and `b` count from the beginning of the row of articles; `board` is the number of the board,
    `first_a` and `first_b` say where the articles of every board begin in the row.
    """

    a: Ints
    b: Ints
    length: Ints
    weight: Floats
    board: Ints
    first_a: Ints
    first_b: Ints

    def __len__(self) -> int:
        return len(self.a)

    def and_one(self, a: int, b: int, length: int, weight: float, board: int) -> "Runs":
        """Return these runs and another at the end."""
        return Runs(
            np.append(self.a, a),
            np.append(self.b, b),
            np.append(self.length, length),
            np.append(self.weight, weight),
            np.append(self.board, board),
            self.first_a,
            self.first_b,
        )


class Row:
    """Articles one after another, with room between them that no seed and no chain crosses.

    `wanted` tells, for each article, which words may be part of a seed.
    """

    def __init__(self, articles: Sequence[Ints], wanted: Sequence[Bools], *, room: int) -> None:
        self.articles = articles
        lengths = np.array([len(ids) + room for ids in articles])
        self.first = np.cumsum(lengths) - lengths
        self.ids = np.zeros(int(lengths.sum()), dtype=np.int64)
        self.wanted = np.zeros(len(self.ids), dtype=bool)
        for first, ids, words in zip(self.first.tolist(), articles, wanted, strict=True):
            self.ids[first : first + len(ids)] = ids
            self.wanted[first : first + len(ids)] = words[ids]
        self.article = np.repeat(np.arange(len(articles)), lengths)
        self.words = len(wanted[0])


def find_runs(row: Row, boards: Sequence[Board], *, max_places: int) -> Runs:
    """Return the runs of equal words on all boards, by diagonal, then by place in `a`.

    The boards are all of two articles, or all of one. Time and memory: those of a sort, and at most
    `max_places` seeds for each pair of words.
    """
    i, j = _seeds(row, boards, max_places)
    a, b, length = _join(i, j, len(row.ids))
    runs = _weigh(row, boards, a, b, length)
    for number, board in enumerate(boards):
        if board.a < board.b:
            runs = _with_ends(runs, row, number, board)
    return runs


def _seeds(row: Row, boards: Sequence[Board], max_places: int) -> tuple[Ints, Ints]:
    """Return the places of the words of all seeds, `i` before `j` in the row."""
    count = len(row.articles)
    pairs, first, step = _pairs(row)
    codes, order = arrays.sort_with_places(pairs * count + row.article[first])
    here = first[order]
    there = here + step[order]
    if boards[0].a == boards[0].b:
        return _onward(codes, here, there)
    begins = np.flatnonzero(arrays.borders(codes))
    linked = [_across(codes, begins, board, count, max_places) for board in boards]
    p, q = (np.concatenate(side) for side in zip(*linked, strict=True))
    return np.concatenate((here[p], there[p])), np.concatenate((here[q], there[q]))


def _pairs(row: Row) -> tuple[Ints, Ints, Ints]:
    """Return a number for every pair of words that may be a seed, its first place and its step."""
    firsts = [np.flatnonzero(row.wanted[:-step] & row.wanted[step:]) for step in STEPS]
    first = np.concatenate(firsts)
    step = np.repeat(STEPS, [len(of_step) for of_step in firsts])
    return row.ids[first] * row.words + row.ids[first + step], first, step


def _onward(codes: Ints, here: Ints, there: Ints) -> tuple[Ints, Ints]:
    """Return the words of every pair and of its next occurrences; pairs are sorted by code."""
    begins = np.flatnonzero(arrays.borders(codes))
    sizes = arrays.stretches(begins, len(codes))
    if len(sizes) and int(sizes.max()) > MOST_OFTEN:
        place = np.arange(len(codes)) - np.repeat(begins, sizes)
        kept = np.flatnonzero(place < MOST_OFTEN)
        codes, here, there = codes[kept], here[kept], there[kept]
    p, q = [], []
    for distance in range(1, NEXT + 1):
        equal = np.flatnonzero(codes[distance:] == codes[:-distance])
        p.append(equal)
        q.append(equal + distance)
    before, after = np.concatenate(p), np.concatenate(q)
    i = np.concatenate((here[before], there[before]))
    j = np.concatenate((here[after], there[after]))
    # A pair with a word between may stand before one without, and share a word with it.
    apart = i != j
    return np.minimum(i, j)[apart], np.maximum(i, j)[apart]


def _across(
    codes: Ints, begins: Ints, board: Board, count: int, max_places: int
) -> tuple[Ints, Ints]:
    """Return where, among sorted codes of pairs and their articles, two articles have the same pair.

    `begins` tells where a new code begins, `count` is the number of articles.
    """
    distinct, size = codes[begins], arrays.stretches(begins, len(codes))
    apart = board.b - board.a
    mine = distinct % count == board.a
    none = np.zeros(0, dtype=np.int64)
    here, there = none, none
    for distance in range(1, apart + 1):  # so many articles at most stand between the two
        met = mine[:-distance] & (distinct[distance:] == distinct[:-distance] + apart)
        at = np.flatnonzero(met)
        here, there = np.concatenate((here, at)), np.concatenate((there, at + distance))
    few = size[here] * size[there] <= max_places
    p, q = arrays.product(begins[here[few]], size[here[few]], begins[there[few]], size[there[few]])
    if few.all():
        return p, q
    here, there = here[~few], there[~few]
    often_p, often_q = _often(begins[here], size[here], begins[there], size[there])
    return np.concatenate((p, often_p)), np.concatenate((q, often_q))


def _often(first_a: Ints, count_a: Ints, first_b: Ints, count_b: Ints) -> tuple[Ints, Ints]:
    """Return some of the places that pairs have which stand at too many for all of them.

    Their first place in one article goes with every place in the other, and the others in order:
    so a paragraph that stands often is found as often, at the cost of its places alone.
    """
    count_a, count_b = np.minimum(count_a, MOST_OFTEN), np.minimum(count_b, MOST_OFTEN)
    both = np.minimum(count_a, count_b)
    p = (arrays.ranges(first_a, both), arrays.ranges(first_a, count_a), np.repeat(first_a, count_b))
    q = (arrays.ranges(first_b, both), np.repeat(first_b, count_a), arrays.ranges(first_b, count_b))
    return np.concatenate(p), np.concatenate(q)


def _join(i: Ints, j: Ints, length: int) -> tuple[Ints, Ints, Ints]:
    """Join points (i, j) that follow each other on a diagonal; `length` is that of the row."""
    stride = length + 2
    points = arrays.unique((j - i) * stride + i)
    breaks = 1 + np.flatnonzero(points[1:] != points[:-1] + 1)
    breaks = np.concatenate((points[:1] * 0, breaks))
    first = points[breaks]
    at_a = first % stride
    return at_a, at_a + first // stride, arrays.stretches(breaks, len(points))


def least_bits(words_a: int, words_b: int) -> float:
    """Return what a run of two articles of so many words must tell.

    In articles of 1,000 words that is 6 bits, more than two of the commonest words have. The longer
    the articles, the more of them meet by chance.
    """
    return math.log2(max(words_a * words_b, 2)) / 2 - 4


def _weigh(row: Row, boards: Sequence[Board], a: Ints, b: Ints, length: Ints) -> Runs:
    """Give the runs their boards and weights; a run that tells little is left out."""
    of_a, of_b = np.array([board.a for board in boards]), np.array([board.b for board in boards])
    number = np.zeros((len(row.articles), len(row.articles)), dtype=np.int64)
    number[of_a, of_b] = np.arange(len(boards))
    board = number[row.article[a], row.article[b]]
    sums = np.concatenate([one.sums for one in boards])
    sizes = np.array([len(one.sums) for one in boards])
    start = a + (np.cumsum(sizes) - sizes - row.first[of_a])[board]
    weight = sums[start + length] - sums[start]
    words = [len(ids) for ids in row.articles]
    least = [least_bits(words[one.a], words[one.b]) for one in boards]
    kept = np.flatnonzero(weight >= np.array(least)[board])
    return Runs(
        a[kept], b[kept], length[kept], weight[kept], board[kept], row.first[of_a], row.first[of_b]
    )


def _with_ends(runs: Runs, row: Row, number: int, board: Board) -> Runs:
    """Add what two articles have in common at their beginning and at their end.

    Of text that repeats itself all the way through, that is all there is to seed with.
    """
    a, b = row.articles[board.a], row.articles[board.b]
    first_a, first_b = int(row.first[board.a]), int(row.first[board.b])
    shorter = min(len(a), len(b))
    differ = np.flatnonzero(a[:shorter] != b[:shorter])
    head = int(differ[0]) if len(differ) else shorter
    differ = np.flatnonzero(a[len(a) - shorter :] != b[len(b) - shorter :])
    tail = shorter - 1 - int(differ[-1]) if len(differ) else shorter
    for i, j, length in ((0, 0, head), (len(a) - tail, len(b) - tail, tail)):
        at_a, at_b = first_a + i, first_b + j
        if length >= LEAST_END and not np.any(
            (runs.b - runs.a == at_b - at_a) & (runs.length >= length) & (runs.board == number)
        ):
            weight = float(board.sums[i + length] - board.sums[i])
            runs = runs.and_one(at_a, at_b, length, weight, number)
    return runs
