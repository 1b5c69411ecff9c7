"""Puts links among the passages: a person's link replaces the engine's passage at its place.

A link is shown as a passage with a kind of its own, so that every feature of passages (ribbons,
scroll locking, keys, screen readers) works for links. Pure functions.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, cast

from dittomark.compare.comparison import (
    ComparedArticle,
    Comparison,
    EditOp,
    Locus,
    Passage,
    PassageKind,
    WordEdit,
)

# The operation of an edit when its sides are exchanged.
_TURNED: Final[Mapping[EditOp, EditOp]] = {"insert": "delete", "delete": "insert"}
LINK: Final = "link:"  # prefix of `Passage.kind` for links; the key of the kind follows


@dataclass(frozen=True, slots=True)
class LinkTag:
    """The parts of a link's tag: name of the kind, direction (an arrow) and annotators.

    `short` holds the annotators' initials, `annotators` their names; both are empty where all links
    are the user's own.
    """

    kind: str
    arrow: str = ""
    short: str = ""
    annotators: str = ""


@dataclass(frozen=True, slots=True)
class ShownLink:
    """A link in the panes; links of several annotators at exactly the same place are one.

    `a` and `b` are its sides, with pane numbers for articles. `kind` is the key of its kind, `tags`
    has one entry for each kind and direction. `mine` is true if one of them is the user's own.
    """

    id: str
    a: Locus
    b: Locus
    kind: str
    tags: tuple[LinkTag, ...]
    mine: bool


@dataclass(frozen=True, slots=True)
class LinkPassage(Passage):
    """A link as a passage, with its tags."""

    tags: tuple[LinkTag, ...] = ()


def is_link(passage: Passage) -> bool:
    """Return whether a shown passage is a link."""
    return passage.kind.startswith(LINK)


def with_links(
    found: Comparison | None,
    lengths: Sequence[int],
    links: Sequence[ShownLink],
    hidden: frozenset[int],
    *,
    engine: bool,
) -> Comparison | None:
    """Return the comparison to show: its passages except those in `hidden`, then the links.

    Without `engine` all passages of the engine are left out. `lengths` are those of the articles in
    code points, needed for links while no comparison is known. Returns None if there are neither
    comparison nor links.
    """
    if not links and engine and not hidden:
        return found
    if found is None:
        if not links:
            return None
        articles = tuple(ComparedArticle(length, "", ()) for length in lengths)
        found = Comparison(articles, (), (), (), (), ())
    base = found
    kept = tuple(
        passage for index, passage in enumerate(base.passages) if engine and index not in hidden
    )
    numbers = _Numbers(base.passages, links)
    shown = tuple(_as_passage(link, base.passages, numbers) for link in links)
    return Comparison(
        base.articles,
        (*kept, *shown),
        base.coverage,
        lambda: base.derived,
        lambda: base.similar_sentences,
        lambda: base.shared_terms,
    )


class _Numbers:
    """Numbers the links: each takes the number of the passage it replaces, else a new one.

    A passage's number goes to the link of exactly its place, or to the first link that overlaps it;
    no second link gets that number, unless the engine gave it to both their places.
    """

    def __init__(self, passages: Sequence[Passage], links: Sequence[ShownLink]) -> None:
        self._passages = passages
        self._next = max((passage.group for passage in passages), default=0)
        same_place = (self.same_place(link) for link in links)
        self._taken = {passage.group for passage in same_place if passage is not None}

    def same_place(self, link: ShownLink) -> Passage | None:
        """Return the passage at exactly the place of a link, or None."""
        places = _places(link)
        return next((p for p in self._passages if {_place(p.a), _place(p.b)} == places), None)

    def number_of(self, link: ShownLink, over: Sequence[Passage]) -> int:
        """Return the number of a link; `over` are the passages that overlap it on both sides."""
        same_place = self.same_place(link)
        if same_place is not None:
            return same_place.group
        free = next((p.group for p in over if p.group not in self._taken), None)
        if free is None:
            self._next += 1
            free = self._next
        self._taken.add(free)
        return free


def _places(link: ShownLink) -> set[tuple[int, int, int]]:
    return {_place(link.a), _place(link.b)}


def _place(locus: Locus) -> tuple[int, int, int]:
    return locus.article, locus.start, locus.end


def _overlap(link: ShownLink, passage: Passage) -> bool:
    straight = _intersects(link.a, passage.a) and _intersects(link.b, passage.b)
    return straight or (_intersects(link.a, passage.b) and _intersects(link.b, passage.a))


def _intersects(one: Locus, other: Locus) -> bool:
    return one.article == other.article and one.start < other.end and other.start < one.end


def _as_passage(link: ShownLink, passages: Sequence[Passage], numbers: _Numbers) -> Passage:
    over = [passage for passage in passages if _overlap(link, passage)]
    same_place = numbers.same_place(link)
    # Word edits are known where the engine compared the words, whatever borders the link has.
    edits = [
        edit for passage in ([same_place] if same_place else over) for edit in _edits(link, passage)
    ]
    return LinkPassage(
        link.a,
        link.b,
        1.0 if same_place is None else same_place.similarity,
        cast("PassageKind", f"{LINK}{link.kind}"),
        False,
        tuple(edits),
        numbers.number_of(link, over),
        link.tags,
    )


def _edits(link: ShownLink, passage: Passage) -> Iterator[WordEdit]:
    """Yield the edits of a passage that are inside a link, with `a` and `b` as in the link."""
    straight = _intersects(link.a, passage.a) and _intersects(link.b, passage.b)
    for edit in passage.edits:
        turned = edit if straight else WordEdit(_TURNED.get(edit.op, edit.op), edit.b, edit.a)
        if _inside(turned.a, link.a) and _inside(turned.b, link.b):
            yield turned


def _inside(stretch: tuple[int, int], side: Locus) -> bool:
    return side.start <= stretch[0] and stretch[1] <= side.end
