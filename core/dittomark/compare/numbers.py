"""The numbers a reader sees: one for everything that is the same text.

Rule: passages that overlap in one article by more than half of the shorter are the same text, in
however many articles it stands (union-find). Numbers count from 1 in the order of the first places.

Limits: being the same text is passed on; a chain of half overlaps ends in one number.
"""

from collections.abc import Sequence

from dittomark.compare.comparison import Locus, Passage
from dittomark.compare.passages import Draft
from dittomark.disjoint_sets import DisjointSets

Place = tuple[int, int, int]  # article, start, end


def number_groups(passages: Sequence[Draft]) -> tuple[Passage, ...]:
    """Return the passages in reading order, numbered."""
    ordered = sorted(passages, key=lambda p: (_place(p.a), _place(p.b), -p.similarity))
    same: DisjointSets[int] = DisjointSets()  # places in `ordered`
    at: dict[Place, int] = {}  # many passages share a place to the letter
    for k, passage in enumerate(ordered):
        for place in (_place(passage.a), _place(passage.b)):
            if place in at:
                same.join(k, at[place])
            else:
                at[place] = k
    open_places: list[Place] = []
    for place in sorted(at):
        article, start, end = place
        open_places = [o for o in open_places if o[0] == article and o[2] > start]
        for other in open_places:
            shared = min(end, other[2]) - start
            if 2 * shared > min(end - start, other[2] - other[1]):
                same.join(at[place], at[other])
        open_places.append(place)
    numbers: dict[int, int] = {}
    return tuple(
        Passage(*p, group=numbers.setdefault(same.find(k), len(numbers) + 1))
        for k, p in enumerate(ordered)
    )


def _place(locus: Locus) -> Place:
    return locus.article, locus.start, locus.end
