"""Repeats: stretches that one article contains twice or more.

Rule: the steps of the engine applied to an article against itself, beside the diagonal: pairs of
words are linked to their next occurrences, runs chained, chains aligned between stretches that must
not overlap. Stretches that overlap are places of one repeat. A stretch that is repeated immediately
(the same line three times) is cut into its periods. A repeat whose places lie inside those of
another one, or consist of several of them in a row, is dropped.

Limits: a repeat needs `repeat_words` words, a whole sentence or line half as many, and `LEAST_BITS`
bits, less than a passage between articles, since an article resembles itself more closely. Shorter
periods (one word a million times) are no repeats.
"""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from dittomark.compare.comparison import Repeat
from dittomark.compare.edges import is_whole
from dittomark.compare.grouping import pieces_of_one
from dittomark.compare.groups import Group
from dittomark.compare.passages import widen
from dittomark.compare.seeds import Run
from dittomark.compare.segments import aligner
from dittomark.compare.settings import Settings
from dittomark.compare.tokenised import Read
from dittomark.compare.tokens import Tokens
from dittomark.compare.uniting import unite
from dittomark.structures.array_types import Floats
from dittomark.texts.segmentation import snap

# Less than a passage needs: an article repeats itself in its own words.
LEAST_BITS: Final = 30.0
LINE: Final = 2  # a whole sentence or line (a headline) needs 1/LINE of the words
LEAST_CHAIN: Final = 0.8 * LEAST_BITS  # one in eighty chains with fewer bits aligns to a repeat
BLOCK: Final = 64  # words, or code points, in a block of an index of places

WordRange = tuple[int, int]  # first word, last word + 1


def find_repeats(
    read: Read,
    chains: Sequence[Sequence[Run]],
    sums: Floats,
    *,
    settings: Settings,
) -> tuple[Repeat, ...]:
    """Return the repeats of one article, in the order of their first places.

    `chains` are those of the article with itself, of `LEAST_CHAIN` bits or more; `sums[i]` is the
    information content of its first `i` words, in bits.
    """
    text, tokens = read.text, read.tokens
    if not chains:
        return ()
    align = aligner(tokens, tokens, sums, settings=settings)
    enough = settings.repeat_words
    segments = [
        one
        for one in align.segments(chains, least=LEAST_BITS, apart=True)
        if one.words >= enough or (LINE * one.words >= enough and is_whole(one, read, read))
    ]
    if not segments:
        return ()
    belong = pieces_of_one(settings)
    groups = unite(
        [Group.of(segment) for segment in segments],
        # The two sides of a group must not overlap.
        lambda one, other: other.a[1] <= one.b[0] and belong(one, other),
        reach=settings.wide_gap,
    )
    found = _Places()
    for one in sorted(groups, key=lambda one: (-one.bits, one.a, one.b)):
        found.add(_rounds(one, least=-(-enough // LINE)))
    repeats = [
        Repeat(tuple(sorted(_spans(text, tokens, places))))
        for places in found.groups
        if len(places) > 1
    ]
    return tuple(sorted(_unfolded(repeats), key=lambda repeat: repeat.places))


def _unfolded(repeats: list[Repeat]) -> list[Repeat]:
    """Return the repeats without those that another one covers: parts, or several in a row."""
    standing: dict[int, set[int]] = {}  # numbers of repeats by block of their places
    for number, repeat in enumerate(repeats):
        for place in repeat.places:
            for block in _blocks(place):
                standing.setdefault(block, set()).add(number)
    left: set[int] = set()
    # Fewest places first; dropped repeats cover none, so of two that cover each other one is kept.
    for number in sorted(range(len(repeats)), key=lambda k: len(repeats[k].places)):
        own = repeats[number].places
        near = set.intersection(
            *({one for block in _blocks(place) for one in standing[block]} for place in own)
        )
        if any(
            other != number and other not in left and _covers(repeats[other].places, own)
            for other in near
        ):
            left.add(number)
    return [repeat for number, repeat in enumerate(repeats) if number not in left]


def _covers(places: Sequence[WordRange], own: Sequence[WordRange]) -> bool:
    """Return whether the places of a repeat cover those of another that has no more of them."""
    if len(places) < len(own):
        return False
    longest = max(end - start for start, end in places)
    return all(
        10 * sum(_overlap(place, other) for other in _near(place, places, longest))
        >= 9 * (place[1] - place[0])
        for place in own
    )


def _near(place: WordRange, places: Sequence[WordRange], longest: int) -> Sequence[WordRange]:
    """Return the places that can overlap one, of places in order that are `longest` at most."""
    first = bisect_left(places, (place[0] - longest, 0))
    return places[first : bisect_left(places, (place[1], 0))]


def _rounds(group: Group, *, least: int) -> list[WordRange]:
    """Return the places of a group: two, or all periods of a stretch that follows itself.

    Periods of fewer than `least` words give none.
    """
    (a0, a1), (b0, b1) = group.a, group.b
    if a1 <= b0:
        return [(a0, a1), (b0, b1)]
    period = b0 - a0
    if period < least:
        return []
    return [(start, start + period) for start in range(a0, b1 - period + 1, period)]


class _Places:
    """The places of all repeats, with an index by position."""

    def __init__(self) -> None:
        self.groups: list[list[WordRange]] = []
        self._by_block: dict[int, list[tuple[WordRange, int]]] = {}

    def add(self, places: list[WordRange]) -> None:
        """Add places to the repeat that one of them belongs to, or as a new repeat."""
        around = [self._around(place) for place in places]
        for group in sorted({number for near in around for _, number in near}):
            near = [[other for other, number in one if number == group] for one in around]
            known = [
                any(_same(place, other) for other in others)
                for place, others in zip(places, near, strict=True)
            ]
            if any(known):
                for place, others in zip(places, near, strict=True):
                    if not others:
                        self._put(place, group)
                return
            if all(
                any(_inside(place, other) for other in others)
                for place, others in zip(places, near, strict=True)
            ):
                return
        if places:
            self.groups.append([])
            for place in places:
                self._put(place, len(self.groups) - 1)

    def _around(self, place: WordRange) -> list[tuple[WordRange, int]]:
        """Return the places that overlap a place, with the numbers of their repeats."""
        found = {entry for block in _blocks(place) for entry in self._by_block.get(block, ())}
        return [(other, number) for other, number in found if _overlap(place, other)]

    def _put(self, place: WordRange, group: int) -> None:
        self.groups[group].append(place)
        for block in _blocks(place):
            self._by_block.setdefault(block, []).append((place, group))


def _blocks(place: WordRange) -> range:
    return range(place[0] // BLOCK, (place[1] - 1) // BLOCK + 1)


def _overlap(one: WordRange, other: WordRange) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def _same(one: WordRange, other: WordRange) -> bool:
    shared = _overlap(one, other)
    return 4 * shared >= 3 * max(one[1] - one[0], other[1] - other[0])


def _inside(one: WordRange, other: WordRange) -> bool:
    return 2 * _overlap(one, other) > one[1] - one[0]


def _spans(text: str, tokens: Tokens, places: list[WordRange]) -> list[tuple[int, int]]:
    spans = [tokens.span(*place) for place in places]
    if len(spans) == 2:
        spans = list(widen((text, text), spans[0], spans[1]))
    return [snap(text, *span) for span in spans]
