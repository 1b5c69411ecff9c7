"""The numbers a reader sees: one for everything that is the same text.

Rule: passages that overlap in one article by more than half of the shorter are the same text, in
however many articles it stands (union-find). Numbers count from 1 in the order of the first places.

Limits: being the same text is passed on; a chain of half overlaps ends in one number.
"""

from collections.abc import Sequence

from dittomark.compare.model import Locus, Passage
from dittomark.compare.passages import Draft
from dittomark.graph import Groups


def number_groups(passages: Sequence[Draft]) -> tuple[Passage, ...]:
    """Return the passages in reading order, numbered."""
    ordered = sorted(passages, key=lambda p: (_key(p.a), _key(p.b), -p.similarity))
    same: Groups[int] = Groups()  # places in `ordered`
    places = sorted(
        (locus.article, locus.start, locus.end, k)
        for k, passage in enumerate(ordered)
        for locus in (passage.a, passage.b)
    )
    open_places: list[tuple[int, int, int, int]] = []
    for place in places:
        article, start, end, k = place
        open_places = [o for o in open_places if o[0] == article and o[2] > start]
        for _, other_start, other_end, other in open_places:
            shared = min(end, other_end) - start
            if 2 * shared > min(end - start, other_end - other_start):
                same.join(k, other)
        open_places.append(place)
    numbers: dict[int, int] = {}
    return tuple(
        Passage(*p, group=numbers.setdefault(same.find(k), len(numbers) + 1))
        for k, p in enumerate(ordered)
    )


def _key(locus: Locus) -> tuple[int, int, int]:
    return locus.article, locus.start, locus.end
