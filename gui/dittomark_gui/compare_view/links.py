"""Links among the passages: what a person settled takes the place of what the engine found there.

A link is shown as a passage of its own kind, so that everything that goes through passages (ribbons,
scrolling together, keys, screen readers) goes through links too. Pure functions.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, cast

from dittomark.compare.comparison import (
    ComparedArticle,
    Comparison,
    Locus,
    Passage,
    PassageKind,
    WordEdit,
)

LINK: Final = "link:"  # before the key of a link's kind, in a passage's `kind`


@dataclass(frozen=True, slots=True)
class ShownLink:
    """A link as the panes show it.

    `a` and `b` are its sides, the pane for their article. `kind` is the key of its kind, `name` its
    plain words. `mine` says whether it is the person's own.
    """

    id: str
    a: Locus
    b: Locus
    kind: str
    name: str
    mine: bool


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
    numbers = _Numbers(base.passages)
    shown = tuple(_as_passage(link, numbers) for link in links)
    return Comparison(
        base.articles,
        (*kept, *shown),
        base.coverage,
        lambda: base.derived,
        lambda: base.similar_sentences,
        lambda: base.shared_terms,
    )


class _Numbers:
    """Gives a link the number of the passage that it stands for, else one of its own."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._passages = passages
        self._next = max((passage.group for passage in passages), default=0)

    def of(self, link: ShownLink) -> tuple[int, Passage | None]:
        """Return the number, and the passage of just that place if there is one."""
        over = [passage for passage in self._passages if _overlap(link, passage)]
        same = next((p for p in over if {_place(p.a), _place(p.b)} == _places(link)), None)
        if over:
            return (same or over[0]).group, same
        self._next += 1
        return self._next, None


def _places(link: ShownLink) -> set[tuple[int, int, int]]:
    return {_place(link.a), _place(link.b)}


def _place(locus: Locus) -> tuple[int, int, int]:
    return locus.article, locus.start, locus.end


def _overlap(link: ShownLink, passage: Passage) -> bool:
    straight = _meet(link.a, passage.a) and _meet(link.b, passage.b)
    return straight or (_meet(link.a, passage.b) and _meet(link.b, passage.a))


def _meet(one: Locus, other: Locus) -> bool:
    return one.article == other.article and one.start < other.end and other.start < one.end


def _as_passage(link: ShownLink, numbers: _Numbers) -> Passage:
    number, same = numbers.of(link)
    edits: tuple[WordEdit, ...] = ()
    similarity = 1.0
    a, b = link.a, link.b
    if same is not None:  # the words that differ there are known
        a, b, edits, similarity = same.a, same.b, same.edits, same.similarity
    return Passage(
        a, b, similarity, cast("PassageKind", f"{LINK}{link.kind}"), False, edits, number
    )
