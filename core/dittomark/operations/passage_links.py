"""Relations between links and passages: pure functions over stretches.

A stretch is `(article id, start, end)`; `Sides` are two of them, in any order.
"""

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from dittomark.annotations import Link, Origin, Suggestion
from dittomark.compare import Passage, Settings
from dittomark.errors import InvalidAnnotationError
from dittomark.labels import LabelScheme

Stretch = tuple[str, int, int]
Sides = tuple[Stretch, Stretch]

PASSAGES: Final = "passages"  # our engine's name as a suggester
HALF: Final = 0.5  # a passage covered by less is not yet represented by the links
# The kind of link for a kind of passage, if the scheme has none with the same key.
_LIKE: Final[Mapping[str, tuple[str, ...]]] = {
    "near_verbatim": ("light_edit", "verbatim"),
    "light_edit": ("near_verbatim", "rewrite"),
    "summary": ("rewrite",),
}


def sides_of_passage(passage: Passage, articles: Sequence[str]) -> Sides:
    """Return the stretches of a passage; `articles` are the ids in the comparison's order."""
    a, b = passage.a, passage.b
    return (articles[a.article], a.start, a.end), (articles[b.article], b.start, b.end)


def sides_of_suggestion(suggestion: Suggestion) -> Sides:
    """Return the stretches of a suggested link; raises `InvalidAnnotationError` if it has none."""
    other = suggestion.payload
    first = suggestion.article_id, suggestion.start, suggestion.end
    second = other.get("article_id"), other.get("start"), other.get("end")
    for article, start, end in (first, second):
        if not isinstance(article, str) or type(start) is not int or type(end) is not int:
            raise InvalidAnnotationError("A link suggestion needs two articles and offsets.")
    return first, second  # type: ignore[return-value]


def is_settled(sides: Sides, links: Iterable[Link]) -> bool:
    """Return whether links already represent a passage.

    Either they cover it (`is_covered`), or an annotator made one of them from it: a link that came
    from our engine, of which at least half is inside the passage, on both sides.
    """
    existing = list(links)
    if is_covered(sides, map(sides_of_link, existing)):
        return True
    return any(
        link.origin.by == PASSAGES and is_covered(sides_of_link(link), [sides]) for link in existing
    )


def is_covered(sides: Sides, by: Iterable[Sides]) -> bool:
    """Return whether those of `by` that overlap both sides cover at least half of either side."""
    first, second = sides
    spans: tuple[list[tuple[int, int]], list[tuple[int, int]]] = ([], [])
    for one in by:
        for x, y in (one, (one[1], one[0])):
            if meets(x, first) and meets(y, second):
                spans[0].append(x[1:])
                spans[1].append(y[1:])
    return all(
        _share(stretch, found) >= HALF for stretch, found in ((first, spans[0]), (second, spans[1]))
    )


def meets(one: Stretch, other: Stretch) -> bool:
    """Return whether two stretches overlap."""
    return one[0] == other[0] and one[1] < other[2] and other[1] < one[2]


def _share(stretch: Stretch, spans: list[tuple[int, int]]) -> float:
    """Return the share of the stretch that the spans cover, 0 to 1."""
    _, begin, end = stretch
    covered, reached = 0, begin
    for start, stop in sorted(spans):
        left, right = max(start, reached), min(stop, end)
        if right > left:
            covered += right - left
            reached = right
    return covered / (end - begin)


def kind_for(passage_kind: str, scheme: LabelScheme) -> str:
    """Return the kind of link for a kind of passage: the same, a similar one, else the first.

    Raises `InvalidAnnotationError` if the scheme has no kind that can be chosen.
    """
    choices = [label.key for label in scheme.links if not label.retired]
    for key in (passage_kind, *_LIKE.get(passage_kind, ())):
        if key in choices:
            return key
    if not choices:
        raise InvalidAnnotationError("The label scheme has no kind of link that can be chosen.")
    return choices[0]


def origin_of_passage(passage: Passage, settings: Settings, *, version: str) -> Origin:
    """Return the origin of a link made from a passage of our engine."""
    return Origin(
        PASSAGES,
        version,
        round(passage.similarity, 4),
        visible=("passages",),
        settings=settings_text(settings),
    )


def settings_text(settings: Settings) -> str:
    """Return the two settings that the window shows, and others that differ from the defaults."""
    usual = Settings()
    shown = {
        field.name: getattr(settings, field.name)
        for field in dataclasses.fields(settings)
        if field.name in ("grouping", "min_words")
        or getattr(settings, field.name) != getattr(usual, field.name)
    }
    return " ".join(f"{name}={value}" for name, value in shown.items())


def sides_of_link(link: Link) -> Sides:
    """Return the two stretches of a link."""
    return (link.a, link.a_start, link.a_end), (link.b, link.b_start, link.b_end)
