"""The marks to paint on one article's text, as one list.

Built from a pane's content, the comparison and the visible layers; pure functions, so that tests
need no window.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from dittomark.annotations import Span, Suggestion
from dittomark.compare.comparison import Comparison, Locus
from dittomark_gui.compare_view.links_as_passages import LinkPassage, LinkTag
from dittomark_gui.compare_view.paragraphs import Paragraph, paragraph_index
from dittomark_gui.compare_view.values import PaneContent
from dittomark_gui.view_state import Layers

MarkKind = Literal["passage", "edit", "sentence", "term", "repeat", "span", "suggestion", "hit"]


# A passage is not tinted over more differing words in a row than this.
GAP_WORDS: Final = 5


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked stretch `[start, end)` of one article.

    `key` identifies the object: an index into the comparison's passages (for edits too), the id of
    a span or suggestion, the index of a search hit. `number` is the number in a passage's badge, or
    the index of the place among a repeat's places. `style` is the passage kind (`weak` for stock
    phrases), the edit's op (`gap` for a long one) or the label's key. `depth` counts the marks of
    the same kind around it. `tags` are the tags of a link.
    """

    kind: MarkKind
    start: int
    end: int
    key: int | str = 0
    number: int = 0
    style: str = ""
    depth: int = 0
    score: float = 0.0
    tags: tuple[LinkTag, ...] = ()


class Marks:
    """The marks of one article, indexed by paragraph."""

    def __init__(self, marks: Iterable[Mark], paragraphs: Sequence[Paragraph]) -> None:
        self.all = tuple(marks)
        self._by_paragraph: dict[int, list[Mark]] = {}
        starts = [paragraph.start for paragraph in paragraphs]
        for mark in self.all:
            first = paragraph_index(starts, mark.start)
            last = bisect_left(starts, max(mark.end, mark.start + 1))
            for index in range(first, last):
                self._by_paragraph.setdefault(index, []).append(mark)

    def in_paragraph(self, index: int) -> Sequence[Mark]:
        """Return the marks that touch a paragraph, in painting order."""
        return self._by_paragraph.get(index, ())

    def paragraphs(self) -> Iterable[int]:
        """Return the indices of the paragraphs with marks."""
        return self._by_paragraph.keys()

    def of_kind(self, kind: MarkKind) -> list[Mark]:
        """Return the marks of one kind in reading order."""
        return sorted(
            (mark for mark in self.all if mark.kind == kind),
            key=lambda mark: (mark.start, -mark.end),
        )

    def at(self, offset: int, paragraph: int) -> list[Mark]:
        """Return the marks around a code point of a paragraph, innermost first."""
        over = [m for m in self.in_paragraph(paragraph) if m.start <= offset < m.end]
        return sorted(over, key=lambda mark: mark.end - mark.start)


def pane_marks(
    pane: int,
    content: PaneContent,
    comparison: Comparison | None,
    layers: Layers,
    hits: Sequence[tuple[int, int]] = (),
) -> list[Mark]:
    """Return all marks to paint on a pane's article, in painting order."""
    length = len(content.article.text)
    marks: list[Mark] = []
    if comparison is not None and pane < len(comparison.articles):
        marks += _found_by_machine(pane, comparison, content.article.text, layers)
    marks += _nested(_span_mark(span) for span in content.spans)
    if layers.suggestions:
        marks += _nested(_suggestion_marks(content.suggestions))
    if layers.search:
        marks += [Mark("hit", start, end, index) for index, (start, end) in enumerate(hits)]
    return [mark for mark in marks if 0 <= mark.start <= mark.end <= length]


def _found_by_machine(
    pane: int, comparison: Comparison, text: str, layers: Layers
) -> Iterator[Mark]:
    if layers.similar_sentences:
        yield from _sentences(pane, comparison)
    if layers.shared_terms:
        yield from _terms(pane, comparison)
    if layers.passages:
        yield from _nested(_passages(pane, comparison, weak=layers.weak))
    if layers.edits and layers.passages:
        yield from _edits(pane, comparison, text, weak=layers.weak)
    if layers.repeats:
        for number, repeat in enumerate(comparison.articles[pane].repeats):
            for place, (start, end) in enumerate(repeat.places):
                yield Mark("repeat", start, end, number, place)


def _side(pane: int, a: Locus, b: Locus) -> Iterator[Locus]:
    for locus in (a, b):
        if locus.article == pane:
            yield locus


def _passages(pane: int, comparison: Comparison, *, weak: bool) -> Iterator[Mark]:
    for index, passage in enumerate(comparison.passages):
        if passage.weak and not weak:
            continue
        style = "weak" if passage.weak else passage.kind
        tags = passage.tags if isinstance(passage, LinkPassage) else ()
        for locus in _side(pane, passage.a, passage.b):
            yield Mark(
                "passage",
                locus.start,
                locus.end,
                index,
                passage.group,
                style,
                score=passage.similarity,
                tags=tags,
            )


def _edits(pane: int, comparison: Comparison, text: str, *, weak: bool) -> Iterator[Mark]:
    """Yield the word edits; one of more than `GAP_WORDS` words has the style `gap`."""
    for index, passage in enumerate(comparison.passages):
        if passage.weak and not weak:
            continue
        for edit in passage.edits:
            for locus, (start, end) in ((passage.a, edit.a), (passage.b, edit.b)):
                if locus.article == pane:
                    long = len(text[start:end].split(maxsplit=GAP_WORDS)) > GAP_WORDS
                    style = (
                        "gap" if long and edit.op in {"replace", "insert", "delete"} else edit.op
                    )
                    yield Mark("edit", start, end, index, passage.group, style)


def _sentences(pane: int, comparison: Comparison) -> Iterator[Mark]:
    for index, sentence in enumerate(comparison.similar_sentences):
        for locus in _side(pane, sentence.a, sentence.b):
            yield Mark("sentence", locus.start, locus.end, index, score=sentence.similarity)


def _terms(pane: int, comparison: Comparison) -> Iterator[Mark]:
    for index, term in enumerate(comparison.shared_terms):
        for article, places in zip(term.articles, (term.a, term.b), strict=True):
            if article == pane:
                for start, end in places:
                    yield Mark("term", start, end, index, style=term.variant or "")


def counterpart(mark: Mark, pane: int, comparison: Comparison) -> tuple[int, int] | None:
    """Return pane and offset of the other side of a similar sentence or shared term, or None."""
    if mark.kind == "sentence":
        sentence = comparison.similar_sentences[int(mark.key)]
        other = sentence.b if sentence.a.article == pane else sentence.a
        return other.article, other.start
    if mark.kind == "term":
        term = comparison.shared_terms[int(mark.key)]
        side = term.articles.index(pane)
        places = (term.b, term.a)[side]
        return (term.articles[1 - side], places[0][0]) if places else None
    return None


def _span_mark(span: Span) -> Mark:
    return Mark("span", span.start, span.end, span.id, style=span.label)


def _suggestion_marks(suggestions: Iterable[Suggestion]) -> Iterator[Mark]:
    for suggestion in suggestions:
        if suggestion.kind != "span" or suggestion.state != "open":
            continue
        if suggestion.start is not None and suggestion.end is not None:
            yield Mark(
                "suggestion",
                suggestion.start,
                suggestion.end,
                suggestion.id,
                style=suggestion.label or "",
                score=suggestion.score,
            )


def _same_stretch(one: Mark, other: Mark) -> bool:
    return one.kind == "passage" and (one.start, one.end, one.number) == (
        other.start,
        other.end,
        other.number,
    )


def _nested(marks: Iterable[Mark]) -> list[Mark]:
    """Set the depth of each mark, so that a mark inside another stays visible; outer ones first.

    Copies of a passage (same place here, several in the other article) have the same depth.
    """
    result: list[Mark] = []
    around: list[Mark] = []
    for mark in sorted(marks, key=lambda m: (m.start, -m.end)):
        around = [outer for outer in around if outer.end > mark.start]
        same = next((outer for outer in around if _same_stretch(outer, mark)), None)
        taken = {outer.depth for outer in around}
        free = next(level for level in range(len(taken) + 1) if level not in taken)
        depth = free if same is None else same.depth
        placed = replace(mark, depth=depth) if depth else mark
        around.append(placed)
        result.append(placed)
    return result
