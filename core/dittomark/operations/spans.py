"""Marking stretches of an article."""

import dataclasses

from dittomark import ids
from dittomark.annotations import HUMAN, ArticleInfo, Changes, Origin, Span
from dittomark.errors import InvalidAnnotationError
from dittomark.labels import LabelScheme
from dittomark.operations.base import ProjectBase, named, storable
from dittomark.sentences import Sentence
from dittomark.store import queries
from dittomark.store.edits import Edit
from dittomark.store.rows import SPANS


class SpanOperations(ProjectBase):
    """Spans: labelled stretches of one article, in code points `[start, end)`."""

    def annotate_span(
        self,
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

        The same stretch with the same label by the same annotator is marked once: marking it
        again returns the span that is there. Raises `NotFoundError` for an unknown article,
        `InvalidAnnotationError` for offsets outside the text or a label that can't be chosen.
        """
        info = self._article_info(article_id)
        wanted = Span(
            "",
            article_id,
            start,
            end,
            label,
            named(annotator),
            storable(note, Sentence("The note")),
            origin,
        )
        check_span(info, wanted, self.scheme)
        same = queries.same_span(self._store, wanted)
        if same is not None:
            return same
        with self._edit("annotate_span", annotator=wanted.annotator) as edit:
            return self._put_span(edit, wanted)

    def edit_span(
        self,
        span_id: str,
        *,
        start: int | None = None,
        end: int | None = None,
        label: str | None = None,
        note: str | None = None,
        annotator: str | None = None,
    ) -> Changes:
        """Change what is given of a span; the history names `annotator`, else the span's own."""
        old = self._span(span_id)
        new = dataclasses.replace(
            old,
            start=old.start if start is None else start,
            end=old.end if end is None else end,
            label=old.label if label is None else label,
            note=old.note if note is None else storable(note, Sentence("The note")),
        )
        check_span(self._article_info(old.article_id), new, self.scheme, was=old.label)
        with self._edit("edit_span", annotator=annotator or old.annotator) as edit:
            edit.put(SPANS, new)
        return self.last_changes

    def delete_span(self, span_id: str, *, annotator: str | None = None) -> Changes:
        """Take a span away."""
        return self.delete_spans((span_id,), annotator=annotator)

    def delete_spans(self, span_ids: tuple[str, ...], *, annotator: str | None = None) -> Changes:
        """Take several spans away as one step."""
        spans = [self._span(span_id) for span_id in span_ids]
        who = annotator or (spans[0].annotator if spans else None)
        with self._edit("delete_span", annotator=who) as edit:
            for span in spans:
                edit.delete(SPANS, span.id)
        return self.last_changes

    def spans(
        self,
        article_id: str | None = None,
        *,
        annotator: str | None = None,
        label: str | None = None,
    ) -> list[Span]:
        """Return the spans of an article (None: of all), in reading order."""
        found = self._store.select(SPANS, article_id=article_id, annotator=annotator, label=label)
        return sorted(found, key=lambda span: (span.article_id, span.start, span.end, span.id))

    def span(self, span_id: str) -> Span:
        """Return one span; raises `NotFoundError`."""
        return self._span(span_id)

    def _put_span(self, edit: Edit, span: Span) -> Span:
        """Write a new span; its id is named by what it is unless that name is taken."""
        name = span_name(span)
        if edit.columns(SPANS, name) is not None:
            name = self._new_id()
        return edit.put_new(SPANS, span, row_id=name)


def span_name(span: Span) -> str:
    """Return the id that names a span by what it is."""
    return ids.span_id(span.article_id, span.start, span.end, span.label, span.annotator)


def check_span(
    info: ArticleInfo, span: Span, scheme: LabelScheme, *, was: str | None = None
) -> None:
    """Raise `InvalidAnnotationError` unless the span lies in the text and its label can be chosen.

    `was` is the label that the span has already: it may keep one that was retired.
    """
    if not 0 <= span.start < span.end <= info.length:
        raise InvalidAnnotationError(
            "A span must lie inside the text: {start}–{end} does not fit “{title}” of {length} "
            "characters.",
            start=span.start,
            end=span.end,
            title=info.title or info.id,
            length=info.length,
        )
    label = scheme.span_label(span.label)
    if label is None or (label.retired and span.label != was):
        raise InvalidAnnotationError(
            "“{label}” is not a span label of this project.", label=span.label
        )
