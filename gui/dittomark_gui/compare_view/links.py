"""Links among the passages: what a person settled takes the place of what the engine found there.

A link is shown as a passage of its own kind, so that everything that goes through passages (ribbons,
scrolling together, keys, screen readers) goes through links too. Pure functions.
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

# An edit seen from the other side.
_TURNED: Final[Mapping[EditOp, EditOp]] = {"insert": "delete", "delete": "insert"}
LINK: Final = "link:"  # before the key of a link's kind, in a passage's `kind`


@dataclass(frozen=True, slots=True)
class Saying:
    """What a link's tag says: its kind in words, which way it goes (an arrow), and whose it is.

    `short` are the letters that tell annotators apart, `annotators` their names; both are empty where
    all links are one's own.
    """

    kind: str
    arrow: str = ""
    short: str = ""
    annotators: str = ""


@dataclass(frozen=True, slots=True)
class ShownLink:
    """A link as the panes show it; several people's of just the same place are one.

    `a` and `b` are its sides, the pane for their article. `kind` is the key of its kind, `says` what
    its tag says, one for each kind and direction. `mine` says whether it is the person's own.
    """

    id: str
    a: Locus
    b: Locus
    kind: str
    says: tuple[Saying, ...]
    mine: bool


@dataclass(frozen=True, slots=True)
class LinkPassage(Passage):
    """A link as a passage: `says` is what its tag says."""

    says: tuple[Saying, ...] = ()


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
    """Return the comparison as it is shown: links behind the passages that are not `hidden`.

    Without `engine` no passage of the machine is left. `lengths` are those of the articles, for a
    comparison that is not there yet. What is not there and has no links stays None.
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
    """Gives a link the number of the passage that it stands for, else one of its own.

    A passage's number goes to the link of just its place, or to the first that lies over it; no
    other link has that number, unless the engine gave it to both their places.
    """

    def __init__(self, passages: Sequence[Passage], links: Sequence[ShownLink]) -> None:
        self._passages = passages
        self._next = max((passage.group for passage in passages), default=0)
        same = (self.same(link) for link in links)
        self._taken = {passage.group for passage in same if passage is not None}

    def same(self, link: ShownLink) -> Passage | None:
        """Return the passage of just that place if there is one."""
        places = _places(link)
        return next((p for p in self._passages if {_place(p.a), _place(p.b)} == places), None)

    def of(self, link: ShownLink, over: Sequence[Passage]) -> int:
        """Return the number of a link; `over` are the passages that it meets on both sides."""
        same = self.same(link)
        if same is not None:
            return same.group
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
    straight = _meet(link.a, passage.a) and _meet(link.b, passage.b)
    return straight or (_meet(link.a, passage.b) and _meet(link.b, passage.a))


def _meet(one: Locus, other: Locus) -> bool:
    return one.article == other.article and one.start < other.end and other.start < one.end


def _as_passage(link: ShownLink, passages: Sequence[Passage], numbers: _Numbers) -> Passage:
    over = [passage for passage in passages if _overlap(link, passage)]
    same = numbers.same(link)
    # The words that differ are known where the engine compared them, whatever borders a person set.
    edits = [edit for passage in ([same] if same else over) for edit in _edits(link, passage)]
    return LinkPassage(
        link.a,
        link.b,
        1.0 if same is None else same.similarity,
        cast("PassageKind", f"{LINK}{link.kind}"),
        False,
        tuple(edits),
        numbers.of(link, over),
        link.says,
    )


def _edits(link: ShownLink, passage: Passage) -> Iterator[WordEdit]:
    """Yield the differences of a passage that lie in a link, its sides in the order of the link's."""
    straight = _meet(link.a, passage.a) and _meet(link.b, passage.b)
    for edit in passage.edits:
        turned = edit if straight else WordEdit(_TURNED.get(edit.op, edit.op), edit.b, edit.a)
        if _inside(turned.a, link.a) and _inside(turned.b, link.b):
            yield turned


def _inside(stretch: tuple[int, int], side: Locus) -> bool:
    return side.start <= stretch[0] and stretch[1] <= side.end
