"""Steps 5 to 7 in a row: from the segments of two articles to those that may be passages.

Of segments at one place the stronger ones remain (`overlaps`); they are grouped as the pieces of
passages (`grouping`), joined where they are denser than chance overlap (`contrast`), and their ends
are moved to sentence boundaries (`edges`). What is found is judged afterwards (`evidence`).

These are the rules in Python; `_grouping.c` follows them in one step.
"""

import math
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache, partial
from itertools import chain
from typing import NamedTuple

from dittomark.compare import contrast, edges, grouping, groups, overlaps, rewrites, steps
from dittomark.compare.contrast import least_density, parts_that_stand_out
from dittomark.compare.edges import is_fragment, is_whole, settle
from dittomark.compare.groups import Group
from dittomark.compare.overlaps import select, split_echoes
from dittomark.compare.segments import SOLIDITY, WINDOW, Aligner, Segment
from dittomark.compare.settings import GROUPINGS, Settings
from dittomark.compare.similar_sentences import SentencePair
from dittomark.compare.tokenised import Read
from dittomark.structures.array_types import Floats

if steps.COMPILED:
    from dittomark.compare import _grouping


class Settled(NamedTuple):
    """A segment with its ends settled, and the pieces it was made of: how many, and their bits.

    `whole` is whether it is one or more whole sentences, word for word, on both sides.
    """

    segment: Segment
    whole: bool
    bits: float
    pieces: int


class Echo(NamedTuple):
    """An echo of a stronger segment, before and after its ends were settled; `whole` as above."""

    before: Segment
    segment: Segment
    whole: bool


def settled_segments(
    a: Read,
    b: Read,
    segments: Sequence[Segment],
    *,
    sums: Floats,
    align: Aligner,
    related: Callable[[], list[SentencePair]],
    settings: Settings,
) -> tuple[list[Settled], list[Echo]]:
    """Return the segments that may be passages, and the echoes.

    `sums` and `align` as in `aligner`; `related` returns the pairs of similar sentences and is
    called only if they are needed.
    """
    if not segments:
        return [], []
    if not steps.COMPILED:
        return settled_by_rules(
            a, b, segments, sums=sums, align=align, related=related, settings=settings
        )
    found, echoes = _grouping.settled(
        (a.tokens.ids, a.first_word, a.sentence_of),
        (b.tokens.ids, b.first_word, b.sentence_of),
        sums,
        segments,
        GROUPINGS.index(settings.grouping),
        constants_of(settings),
        (related, least_density, _solidity),
    )
    new = partial(tuple.__new__, Segment)  # `_make` takes three times as long
    return (
        [Settled(new(one), whole, bits, pieces) for one, whole, bits, pieces in found],
        [Echo(segments[index], new(one), whole) for one, whole, index in echoes],
    )


def settled_by_rules(
    a: Read,
    b: Read,
    segments: Iterable[Segment],
    *,
    sums: Floats,
    align: Aligner,
    related: Callable[[], list[SentencePair]],
    settings: Settings,
) -> tuple[list[Settled], list[Echo]]:
    """Return the same result without compiled code."""
    words_a, words_b = len(a.tokens), len(b.tokens)
    own, echoes = split_echoes(select(segments), words_a, words_b, evidence=settings.evidence)

    def sentences() -> Iterable[Segment]:
        for pair in related():
            bits = grouping.SENTENCE_BITS * pair.likeness
            yield Segment(a.words_of(pair.a), b.words_of(pair.b), (), bits, 0)

    def joined(group: Group) -> Segment:
        blocks = align.fill(group.a, group.b, group.pieces)
        return Segment.between(group.a, group.b, blocks, group.bits)

    found = grouping.group(
        own, sentences(), is_fragment=partial(is_fragment, a=a, b=b), settings=settings
    )
    parts = chain.from_iterable(
        parts_that_stand_out(one, joined, words_a * words_b) for one in found
    )
    moved = ((group, settle(segment, a, b, sums)) for group, segment in parts)
    return (
        [Settled(one, is_whole(one, a, b), of.bits, len(of.pieces)) for of, one in moved],
        [
            Echo(echo, one, is_whole(one, a, b))
            for echo, one in ((echo, settle(echo, a, b, sums)) for echo in echoes)
        ],
    )


def _solidity(density: float) -> float:
    return math.pow(density, SOLIDITY)


@lru_cache(maxsize=16)
def constants_of(settings: Settings) -> tuple[tuple[float, ...], ...]:
    """Return what `_grouping.c` gets of the constants and settings, module by module."""
    mode = settings.grouping
    return (
        (overlaps.BLOCK, overlaps.ECHO * settings.evidence),
        (
            *(settings.wide_gap, grouping.SEAM, grouping.FAR, grouping.ATTACH, grouping.DRIFT),
            *(grouping.CORE_BITS, grouping.LOOSE, grouping.SCRAP, grouping.SMALL_SCRAPS),
            *(grouping.INSERTED, settings.touch_gap, grouping.SPARSE.get(mode, 0.0)),
            *(grouping.SPARSE_PIECES, settings.evidence, groups.MOST_RATIO),
            grouping.SENTENCE_BITS,
        ),
        (
            *(rewrites.PIECES, rewrites.TOUCH, settings.together, rewrites.SCRAP),
            *(rewrites.SPARSE, rewrites.VERBATIM),
        ),
        (4 * WINDOW, contrast.SHUFFLED, contrast.MOST_SHUFFLED),
        (
            *(edges.NEAR, edges.FAR, edges.LONG, edges.STRAY_WORDS),
            *(edges.CLOSE, edges.STRAY_BITS),
        ),
    )
