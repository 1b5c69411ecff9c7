"""The group numbers that the window shows: one number for all passages of the same text.

Rule: strong passages that overlap in one article by more than half of the longer one are the same
text and share a number, across all articles (union-find). A weak passage takes the number of a
strong one that it overlaps likewise, but does not connect others: different copies remain separate,
even if both contain one stock phrase. A summary has a number of its own, else one whole article
would connect all its passages. Numbers count from 1 in reading order, strong passages first.

Limits: equality is transitive between strong passages: a chain of overlaps has one number.
"""

from collections.abc import Iterator, Mapping, Sequence

from dittomark.compare import steps
from dittomark.compare.comparison import Locus, Passage
from dittomark.compare.passages import Draft
from dittomark.structures.disjoint_sets import DisjointSets

if steps.COMPILED:
    from dittomark.compare import _passages

TextRange = tuple[int, int, int]  # article, start, end


def number_groups(passages: Sequence[Draft]) -> tuple[Passage, ...]:
    """Return the passages in reading order, numbered."""
    if steps.COMPILED:
        return _passages.numbered(tuple(passages), Passage)
    return number_by_rules(passages)


def number_by_rules(passages: Sequence[Draft]) -> tuple[Passage, ...]:
    """Return the same result without compiled code."""
    placed = sorted([(_place(p.a), _place(p.b), -p.similarity, k) for k, p in enumerate(passages)])
    ordered = [passages[k] for *_, k in placed]
    same: DisjointSets[int] = DisjointSets()  # places in `ordered`
    strong: dict[TextRange, int] = {}  # many passages have identical places
    weak: dict[TextRange, list[int]] = {}
    for k, (passage, places) in enumerate(zip(ordered, placed, strict=True)):
        if passage.kind == "summary":
            continue
        for place in places[:2]:
            if passage.weak:
                weak.setdefault(place, []).append(k)
            elif place in strong:
                same.join(k, strong[place])
            else:
                strong[place] = k
    for one, other in _overlapping(strong, strong):
        same.join(strong[one], strong[other])
    settled: dict[int, int] = {}
    for one, other in _overlapping(weak, strong):
        for k in weak[one]:
            settled.setdefault(k, same.find(strong[other]))
    groups = [
        settled.get(k, k if passage.weak else same.find(k)) for k, passage in enumerate(ordered)
    ]
    numbers: dict[int, int] = {}
    for hidden in (False, True):  # strong passages are numbered without gaps
        for group, passage in zip(groups, ordered, strict=True):
            if passage.weak == hidden:
                numbers.setdefault(group, len(numbers) + 1)
    return tuple(
        Passage(*passage, group=numbers[group])
        for group, passage in zip(groups, ordered, strict=True)
    )


def _overlapping(
    places: Mapping[TextRange, object], others: Mapping[TextRange, object]
) -> Iterator[tuple[TextRange, TextRange]]:
    """Yield the pairs of places that overlap by more than half of the longer one."""
    if not places:
        return
    open_places: list[TextRange] = []
    both = sorted(places if places is others else {*places, *others})
    for place in both:
        article, start, end = place
        if open_places:
            open_places = [o for o in open_places if o[0] == article and o[2] > start]
        if places is others and not open_places:  # overlaps only itself
            open_places.append(place)
            continue
        for other in (*open_places, place):
            shared = min(end, other[2]) - start
            if 2 * shared > max(end - start, other[2] - other[1]):
                if place in places and other in others:
                    yield place, other
                if other in places and place in others and other != place:
                    yield other, place
        open_places.append(place)


def _place(locus: Locus) -> TextRange:
    return locus.article, locus.start, locus.end
