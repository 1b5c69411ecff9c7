"""Step 2: seeds, and runs of equal words.

Rule: a pair of words that occurs in two places, adjacent or with one word between, is a seed; it
survives edits that break a longer n-gram. Seeds on one diagonal that touch are joined into runs.
The articles are concatenated in one row, so that a single sort finds the pairs that any two of them
share (a board), and the pairs that each of them repeats (a board of one article): with small arrays
the number of numpy calls determines the time.

Limits: a pair that occurs at more than `max_places` places (places in a times places in b) does not
locate a match; only some of its places are linked, about as many as it has occurrences (`_often`).
Inside an article each pair of words is linked to its `NEXT` next occurrences only, and only the
first `MOST_OFTEN` occurrences are considered: this bounds the cost even of one word a million
times.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from dittomark.compare import arrays, steps
from dittomark.compare.tokens import information, information_of_counts
from dittomark.structures.array_types import Bools, Floats, Ints

if steps.COMPILED:
    from dittomark.compare import _chains

Run = tuple[int, int, int]
"""(i, j, length): `length` equal words, from word i of one article and word j of the other."""

STEPS: Final = (1, 2)  # distances of the two words: adjacent, or one word between
# Occurrences: a repeat that is missed from one of the three is found from the next.
NEXT: Final = 3
MOST_OFTEN: Final = 2000  # occurrences of one pair of words that are considered
LEAST_END: Final = 8  # words of a common beginning or end
COUNTS: Final = 256  # counts for which information is computed at first; hardly a word has more


@dataclass(frozen=True, slots=True, eq=False)
class Board:
    """The word matrix (dot plot) of two articles, or of one article with itself for its repeats.

    `a` and `b` are their indices in the row, `a` before `b`. `bits` is the information content of
    each word id in these two, `sums[i]` that of the first `i` words of `a` together; `shared` is a
    mask of the ids that both contain, or that the one contains twice or more.
    """

    a: int
    b: int
    bits: Floats
    sums: Floats
    shared: Bools

    @classmethod
    def of(cls, a: int, b: int, *, ids: Sequence[Ints], words: int) -> "Board":
        """Return the board of two articles, or of one; `words` is the number of ids of all."""
        find = _by_compiled_code if steps.COMPILED else board_by_rules
        return find(a, b, ids=ids, words=words)


def board_by_rules(a: int, b: int, *, ids: Sequence[Ints], words: int) -> Board:
    """Return the result of `Board.of`; the implementation in Python."""
    counts: Ints = np.bincount(ids[a], minlength=words)
    shared = counts > 1
    if a < b:
        others = np.bincount(ids[b], minlength=words)
        shared = (counts > 0) & (others > 0)
        counts = counts + others
    bits = information(counts)
    sums = np.zeros(len(ids[a]) + 1)
    np.cumsum(bits[ids[a]], out=sums[1:])
    return Board(a, b, bits, sums, shared)


def _by_compiled_code(a: int, b: int, *, ids: Sequence[Ints], words: int) -> Board:
    """Return the result of `Board.of`, by `_chains.c`."""
    other = ids[b] if a < b else None
    total = len(ids[a]) + (0 if other is None else len(other))
    found = _chains.board(ids[a], other, words, information_of_counts(COUNTS, total))
    if isinstance(found, int):
        found = _chains.board(ids[a], other, words, information_of_counts(found + 1, total))
        assert not isinstance(found, int)  # now the table reaches all counts
    bits, sums, shared = found
    return Board(a, b, np.frombuffer(bits), np.frombuffer(sums), np.frombuffer(shared, dtype=bool))


@dataclass(frozen=True, slots=True, eq=False)
class Runs:
    """Runs of equal words on all boards, as columns: `length` words with `weight` bits.

    `a` and `b` are positions in the row of articles; `board` is the number of the board, `first_a`
    and `first_b` are the positions in the row at which the articles of every board begin.
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
        """Return these runs and one more at the end."""
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
    """Articles one after another, with gaps between them that no seed and no chain crosses.

    `wanted` holds, for each article, a mask over word ids: those that may be part of a seed; `room`
    is the width of a gap in words.
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
    """Return the runs of equal words on all boards, by diagonal, then by position in `a`.

    Either all boards have two articles, or all have one. Time and memory: those of a sort, and at
    most `max_places` seeds for each pair of words.
    """
    i, j = _seeds(row, boards, max_places)
    a, b, length = _join(i, j, len(row.ids))
    runs = _weigh(row, boards, a, b, length)
    for number, board in enumerate(boards):
        if board.a < board.b:
            runs = _with_ends(runs, row, number, board)
    return runs


def _seeds(row: Row, boards: Sequence[Board], max_places: int) -> tuple[Ints, Ints]:
    """Return the positions of the words of all seeds; `i` is before `j` in the row."""
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
    """Return the code, position and distance of every pair of words that may be a seed."""
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
    # A pair with a word between may precede one without, and share a word with it.
    apart = i != j
    return np.minimum(i, j)[apart], np.maximum(i, j)[apart]


def _across(
    codes: Ints, begins: Ints, board: Board, count: int, max_places: int
) -> tuple[Ints, Ints]:
    """Return pairs of indices into the sorted codes at which two articles have the same pair.

    A code combines a pair of words and its article. `begins` holds the first index of each distinct
    code, `count` is the number of articles.
    """
    distinct, size = codes[begins], arrays.stretches(begins, len(codes))
    apart = board.b - board.a
    mine = distinct % count == board.a
    none = np.zeros(0, dtype=np.int64)
    here, there = none, none
    for distance in range(1, apart + 1):  # codes of the articles between the two may intervene
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
    """Return some of the links between pairs of words that occur at too many places for all links.

    The first occurrence in one article is linked with every one in the other, and the others in
    order: so a paragraph that occurs often is found as often, at a cost linear in its occurrences.
    """
    count_a, count_b = np.minimum(count_a, MOST_OFTEN), np.minimum(count_b, MOST_OFTEN)
    both = np.minimum(count_a, count_b)
    p = (arrays.ranges(first_a, both), arrays.ranges(first_a, count_a), np.repeat(first_a, count_b))
    q = (arrays.ranges(first_b, both), np.repeat(first_b, count_a), arrays.ranges(first_b, count_b))
    return np.concatenate(p), np.concatenate(q)


def _join(i: Ints, j: Ints, length: int) -> tuple[Ints, Ints, Ints]:
    """Join points (i, j) that are adjacent on a diagonal; `length` is that of the row."""
    stride = length + 2
    points = arrays.unique((j - i) * stride + i)
    breaks = 1 + np.flatnonzero(points[1:] != points[:-1] + 1)
    breaks = np.concatenate((points[:1] * 0, breaks))
    first = points[breaks]
    at_a = first % stride
    return at_a, at_a + first // stride, arrays.stretches(breaks, len(points))


def least_bits(words_a: int, words_b: int) -> float:
    """Return the least bits of a run between two articles of these lengths in words.

    In articles of 1,000 words that is 6 bits, more than two of the commonest words have. The longer
    the articles, the more words match by chance.
    """
    return math.log2(max(words_a * words_b, 2)) / 2 - 4


def _weigh(row: Row, boards: Sequence[Board], a: Ints, b: Ints, length: Ints) -> Runs:
    """Assign boards and weights to the runs, and drop those with fewer than `least_bits`."""
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
    """Add the common prefix and the common suffix of two articles as runs.

    In text that repeats itself all the way through there are no other seeds.
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
