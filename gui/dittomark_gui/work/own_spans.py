"""Relations between a new span and the same annotator's spans at its place."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from dittomark.annotations import Span

if TYPE_CHECKING:
    from dittomark.project import Project


def spans_around(spans: Iterable[Span], start: int, end: int, *, annotator: str) -> list[Span]:
    """Return the spans of an annotator that contain `[start, end)`, shortest first."""
    around = [
        span
        for span in spans
        if span.annotator == annotator and span.start <= start and end <= span.end
    ]
    return sorted(around, key=lambda span: (span.end - span.start, span.start))


def cut_out(project: "Project", span: Span, text: str, *, start: int, end: int) -> None:
    """Cut `[start, end)` out of a larger span, which ends before it; the rest becomes a new span.

    `text` is the whole article. White space at the cuts belongs to neither part. If there is
    nothing before the cut, the span keeps the part after it. One part must not be empty.
    """
    left, right = (
        _without_blank_ends(text, span.start, start),
        _without_blank_ends(text, end, span.end),
    )
    first, *rest = [part for part in (left, right) if part is not None]
    project.edit_span(span.id, start=first[0], end=first[1])
    for part in rest:
        project.annotate_span(
            span.article_id,
            *part,
            label=span.label,
            annotator=span.annotator,
            note=span.note,
            origin=span.origin,
        )


def is_all_of(span: Span, text: str, *, start: int, end: int) -> bool:
    """Return whether a span has nothing but white space outside `[start, end)`."""
    return (
        _without_blank_ends(text, span.start, start) is None
        and _without_blank_ends(text, end, span.end) is None
    )


def _without_blank_ends(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return a range without white space at its ends, or None if it has nothing else."""
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    length = len(words.strip())
    return (start, start + length) if length else None
