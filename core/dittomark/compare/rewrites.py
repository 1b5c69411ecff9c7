"""Step 6b: signs by which adaptive grouping recognises a rewrite whose pieces are far apart.

Rule: two signs distinguish a rewritten passage from copied passages that happen to be near each
other. *Scraps*: text rewritten in other words leaves sparse pieces, most of whose evidence is in
pieces of at most `SCRAP` bits; a copied passage, even with half its words changed, leaves larger
pieces. *Woven*: `PIECES` pieces or more nearly touch on both sides, in any order, and most of their
words are not in whole sentences copied word for word; so a shuffled paragraph is one passage, and
sentences moved unchanged remain passages of their own.

Either sign requires `together` bits: two scraps may be chance.

A retelling omits sections of the text. So two neighbouring passages that are both rewrites are
joined when they follow each other on both sides, nearly touch on one (`SEAM`) and the omitted text
between them on the other is no longer than either of them there; each must have `OWN_WORDS` equal
words.

Limits: the two signs are looked for in the groups that `wide` grouping would join, and each of
these is joined entirely or not at all.
"""

from collections.abc import Callable, Sequence
from typing import Final

from dittomark.compare.contrast import least_density
from dittomark.compare.groups import Group
from dittomark.compare.segments import Range, Segment
from dittomark.compare.settings import Settings

SCRAP: Final = 150.0  # bits, about fifteen rare words
SPARSE: Final = 0.7  # density below which pieces are no copy
PIECES: Final = 4
TOUCH: Final = 8  # words between two pieces, on average
VERBATIM: Final = 0.95  # density
# One case of the development halves, of 11,000 letters, has such a section, and no other passage
# changes: with 10 to 20 words, 20 to 60 equal ones, and density .6 or .7.
SEAM: Final = 15  # words
OWN_WORDS: Final = 40


def is_rewrite(group: Group, is_fragment: Callable[[Segment], bool], *, settings: Settings) -> bool:
    """Return whether the pieces of a group are one passage that was rewritten or shuffled.

    `is_fragment` returns whether a segment begins or ends inside a sentence.
    """
    enough = group.bits >= settings.together and group.is_even
    return enough and (_is_scraps(group) or _is_woven(group, is_fragment))


def join_sections(passages: Sequence[Segment], places: int) -> list[Segment]:
    """Return passages in the order of a, after joining rewrites between which a section is omitted.

    `places` is the number of cells of the matrix: words of a times words of b.
    """
    found: list[Segment] = []
    for passage in sorted(passages, key=lambda one: (one.a, one.b)):
        if found and _leaves_out(found[-1], passage):
            group = Group.of(found[-1])
            group.add(Group.of(passage))
            (a0, a1), (b0, b1) = group.a, group.b
            least = least_density((a1 - a0) * (b1 - b0) / places, group.bits)
            if group.is_even and 2 * group.words >= least * group.span:
                blocks = (*found[-1].blocks, *passage.blocks)
                found[-1] = Segment.between(group.a, group.b, blocks, group.bits)
                continue
        found.append(passage)
    return found


def _leaves_out(one: Segment, other: Segment) -> bool:
    """Return whether two passages are neighbours between which one article omits a section."""
    gaps = other.a[0] - one.a[1], other.b[0] - one.b[1]
    if not 0 <= min(gaps) <= SEAM or max(one.density, other.density) >= SPARSE:
        return False
    sides = (one.a, other.a) if gaps[0] > gaps[1] else (one.b, other.b)
    shorter = min(last - first for first, last in sides)
    return min(one.words, other.words) >= OWN_WORDS and max(gaps) <= shorter


def _is_scraps(group: Group) -> bool:
    small = 0.0  # not by `sum`, which rounds otherwise from Python 3.12 on
    for piece in group.pieces:
        if piece.bits <= SCRAP:
            small += piece.bits
    return group.density < SPARSE and 2 * small >= group.bits


def _is_woven(group: Group, is_fragment: Callable[[Segment], bool]) -> bool:
    pieces = group.pieces
    if len(pieces) < PIECES:
        return False
    moved = sum(p.words for p in pieces if p.density >= VERBATIM and not is_fragment(p))
    left = max(
        _words_outside(group.a, [piece.a for piece in pieces]),
        _words_outside(group.b, [piece.b for piece in pieces]),
    )
    return 2 * moved <= group.words and left <= TOUCH * (len(pieces) - 1)


def _words_outside(span: Range, ranges: Sequence[Range]) -> int:
    """Return how many words of a span are in none of the ranges."""
    words, end = 0, span[0]
    for first, last in sorted(ranges):
        words += max(0, first - end)
        end = max(end, last)
    return words
