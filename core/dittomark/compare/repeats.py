"""Repeats: what stands in one article twice or more.

Rule: the engine's own steps on an article against itself, beside the diagonal: pairs of words are
linked to their next occurrences, runs chained, chains aligned between stretches that must not
overlap. Stretches that overlap are places of one repeat. A stretch that repeats itself at once
(the same line three times) is cut into its rounds.

Limits: a repeat needs `LEAST_WORDS` words, and `LEAST_BITS` bits, less than a passage between
articles, since an article's second saying of a thing is close to its first. Rounds shorter than
that (one word a million times) are no repeats.
"""

from typing import Final

import numpy as np

from dittomark.compare.chains import CHAIN_SHARE, find_chains
from dittomark.compare.edits import Side
from dittomark.compare.grouping import Group, unite
from dittomark.compare.model import Repeat
from dittomark.compare.passages import widen
from dittomark.compare.seeds import find_self_runs
from dittomark.compare.segments import Aligner, Segment
from dittomark.compare.settings import Settings
from dittomark.compare.tokens import Floats, Tokens
from dittomark.text import snap

LEAST_WORDS: Final = 4
LEAST_BITS: Final = 30.0

Place = tuple[int, int]


def find_repeats(
    text: str, tokens: Tokens, side: Side, bits: Floats, *, settings: Settings
) -> tuple[Repeat, ...]:
    """Return the repeats of one article, in the order of their first places."""
    if len(tokens) < 2 * LEAST_WORDS:
        return ()
    runs = find_self_runs(tokens.ids, bits)
    sums = np.concatenate(([0.0], np.cumsum(bits[tokens.ids]))).tolist()
    aligner = Aligner(tokens.ids, tokens.ids, sums, settings=settings)
    segments: list[Segment] = []
    for chain in find_chains(runs, least=CHAIN_SHARE * LEAST_BITS, settings=settings, apart=True):
        segments.extend(aligner.segments(chain, apart=True))
    segments = [s for s in segments if s.words >= LEAST_WORDS and s.bits >= LEAST_BITS]
    groups = unite([Group.of(s) for s in segments], settings=settings, apart=True)
    found: list[list[Place]] = []
    for one in sorted(groups, key=lambda one: (-one.bits, one.a, one.b)):
        _add(found, _rounds(one))
    repeats = [
        Repeat(tuple(sorted(_spans(text, side, places)))) for places in found if len(places) > 1
    ]
    return tuple(sorted(repeats, key=lambda repeat: repeat.places))


def _rounds(group: Group) -> list[Place]:
    """Return the places of a group: two, or all rounds of a stretch that follows itself."""
    (a0, a1), (b0, b1) = group.a, group.b
    if a1 <= b0:
        return [(a0, a1), (b0, b1)]
    period = b0 - a0
    if period < LEAST_WORDS:
        return []
    return [(start, start + period) for start in range(a0, b1 - period + 1, period)]


def _add(groups: list[list[Place]], places: list[Place]) -> None:
    """Add places to the repeat that one of them belongs to, or make a new repeat of them."""
    for group in groups:
        known = [any(_same(place, other) for other in group) for place in places]
        if all(known):
            return
        if any(known):
            new = [place for place, is_known in zip(places, known, strict=True) if not is_known]
            group.extend(p for p in new if not any(_overlap(p, other) for other in group))
            return
        if all(any(_inside(place, other) for other in group) for place in places):
            return
    if places:
        groups.append(places)


def _overlap(one: Place, other: Place) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def _same(one: Place, other: Place) -> bool:
    shared = _overlap(one, other)
    return 4 * shared >= 3 * max(one[1] - one[0], other[1] - other[0])


def _inside(one: Place, other: Place) -> bool:
    return 2 * _overlap(one, other) > one[1] - one[0]


def _spans(text: str, side: Side, places: list[Place]) -> list[tuple[int, int]]:
    spans = [side.span(*place) for place in places]
    if len(spans) == 2:
        spans = list(widen((text, text), spans[0], spans[1]))
    return [snap(text, *span) for span in spans]
