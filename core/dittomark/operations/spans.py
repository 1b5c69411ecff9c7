"""Spans: labelled stretches of one article, in code points `[start, end)`."""

import dataclasses
from sqlite3 import IntegrityError

from dittomark import ids
from dittomark.annotations import HUMAN, ArticleInfo, Changes, Origin, Span
from dittomark.errors import InvalidAnnotationError
from dittomark.labels import LabelScheme
from dittomark.messages import Message
from dittomark.operations import sight
from dittomark.operations.open_project import THE_NOTE, OpenProject, named, not_found, storable
from dittomark.store import queries
from dittomark.store.edits import Edit
from dittomark.store.queries import TextExtent
from dittomark.store.rows import SPANS, Columns


def annotate_span(
    project: OpenProject,
    article_id: str,
    start: int,
    end: int,
    *,
    label: str,
    annotator: str,
    note: str = "",
    origin: Origin = HUMAN,
) -> Span:
    """Mark `[start, end)` of an article with a span label; durable when it returns.

    An annotator marks the same offsets with the same label once: a repeated call returns the
    existing span. Raises `NotFoundError` for an unknown article, `InvalidAnnotationError` for
    offsets outside the text or a label that can't be chosen.
    """
    who = named(annotator)
    wanted = Span("", article_id, start, end, label, who, storable(note, THE_NOTE), origin)
    with project.edit("annotate_span", annotator=who) as edit:
        check_span(_extent(project, article_id), wanted, project.scheme)
        existing = queries.same_span(project.store, wanted)
        return put_span(project, edit, wanted) if existing is None else existing


def edit_span(
    project: OpenProject,
    span_id: str,
    *,
    start: int | None = None,
    end: int | None = None,
    label: str | None = None,
    note: str | None = None,
    annotator: str | None = None,
) -> Changes:
    """Change the given fields of a span; the history names `annotator`, else the span's own."""
    with project.edit("edit_span") as edit:
        before = _living(edit, span_id)
        old = SPANS.decode(before)
        project.sign(edit, annotator or old.annotator)
        new = dataclasses.replace(
            old,
            start=old.start if start is None else start,
            end=old.end if end is None else end,
            label=old.label if label is None else label,
            note=old.note if note is None else storable(note, THE_NOTE),
        )
        check_span(_extent(project, old.article_id), new, project.scheme, was=old.label)
        edit.put_over(SPANS, before, new)
    return project.last_changes


def delete_span(project: OpenProject, span_id: str, *, annotator: str | None = None) -> Changes:
    """Delete a span."""
    return delete_spans(project, (span_id,), annotator=annotator)


def delete_spans(
    project: OpenProject, span_ids: tuple[str, ...], *, annotator: str | None = None
) -> Changes:
    """Delete several spans as one step."""
    with project.edit("delete_span", annotator=annotator) as edit:
        for place, span_id in enumerate(dict.fromkeys(span_ids)):
            columns = _living(edit, span_id)
            if place == 0:
                project.sign(edit, annotator or columns["annotator"])
            edit.bury(SPANS, columns)
    return project.last_changes


def spans(
    project: OpenProject,
    article_id: str | None = None,
    *,
    annotator: str | None = None,
    label: str | None = None,
    seen_by: str | None = None,
) -> list[Span]:
    """Return the spans of an article (None: of all), in reading order.

    With `seen_by` only those visible to this annotator (`dittomark.operations.sight`).
    """
    found = project.store.select(SPANS, article_id=article_id, annotator=annotator, label=label)
    found = sight.seen(project, "spans", found, seen_by, of=lambda span: span.article_id)
    return sorted(found, key=lambda span: (span.article_id, span.start, span.end, span.id))


def _living(edit: Edit, span_id: str) -> Columns:
    columns = edit.columns(SPANS, span_id)
    if columns is None or columns["deleted_at"] is not None:
        raise not_found(Message("span"), span_id)
    return columns


def _extent(project: OpenProject, article_id: str) -> TextExtent:
    extent = queries.text_extent(project.store, article_id)
    if extent is None:
        raise not_found(Message("article"), article_id)
    return extent


def put_span(project: OpenProject, edit: Edit, span: Span) -> Span:
    """Write a new span; its id is derived from its content unless that id is taken."""
    try:
        return edit.put_new(SPANS, span, row_id=span_name(span))
    except IntegrityError:
        return edit.put_new(SPANS, span, row_id=project.new_id())


def span_name(span: Span) -> str:
    """Return the id derived from the content of a span."""
    return ids.span_id(span.article_id, span.start, span.end, span.label, span.annotator)


def check_span(
    info: ArticleInfo | TextExtent, span: Span, scheme: LabelScheme, *, was: str | None = None
) -> None:
    """Raise `InvalidAnnotationError` unless the span is in the text and its label can be chosen.

    `was` is the span's present label, which it may keep even if it is retired.
    """
    check_stretch(info, span.start, span.end, span.label, scheme, was=was)


def check_stretch(
    info: ArticleInfo | TextExtent,
    start: int,
    end: int,
    key: str,
    scheme: LabelScheme,
    *,
    was: str | None = None,
) -> None:
    """Raise as `check_span` for the offsets and the label's key of a span."""
    if not 0 <= start < end <= info.length:
        raise InvalidAnnotationError(
            "A span must lie inside the text: {start}–{end} does not fit “{title}” of {length} "
            "characters.",
            start=start,
            end=end,
            title=info.title or info.id,
            length=info.length,
        )
    label = scheme.span_label(key)
    if label is None or (label.retired and key != was):
        raise InvalidAnnotationError("“{label}” is not a span label of this project.", label=key)
