"""What a label does to the spans that the same person made there already."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from dittomark.annotations import Span

if TYPE_CHECKING:
    from dittomark.project import Project


def spans_around(spans: Iterable[Span], start: int, end: int, *, of: str) -> list[Span]:
    """Return the spans of annotator `of` that reach over all of `[start, end)`, the shortest first."""
    around = [
        span for span in spans if span.annotator == of and span.start <= start and end <= span.end
    ]
    return sorted(around, key=lambda span: (span.end - span.start, span.start))


def cut_out(project: "Project", span: Span, text: str, *, start: int, end: int) -> None:
    """Take `[start, end)` out of a span that reaches over it and further: it ends before, and goes on.

    `text` is the whole article. Blank space at the cuts belongs to neither part. What stands before
    stays this span; where nothing does, what stands after. Something must be left.
    """
    left, right = _inked(text, span.start, start), _inked(text, end, span.end)
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
    """Return whether nothing but blank space of a span lies outside `[start, end)`."""
    return _inked(text, span.start, start) is None and _inked(text, end, span.end) is None


def _inked(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return a stretch without the blank space at its ends; None where nothing else is in it."""
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    length = len(words.strip())
    return (start, start + length) if length else None
