"""Spans from another project, a tool or a script, many at a time."""

import dataclasses
from collections.abc import Sequence

from dittomark.annotations import Span
from dittomark.errors import UserError
from dittomark.operations.articles import article_infos, know_labels
from dittomark.operations.imported_records import Refuse, SourceLocation
from dittomark.operations.open_project import THE_NOTE, OpenProject, storable
from dittomark.operations.spans import check_span, span_name
from dittomark.store import queries
from dittomark.store.edits import Edit
from dittomark.store.rows import SPANS


def take_spans(
    project: OpenProject,
    edit: Edit,
    batch: Sequence[tuple[Span, SourceLocation]],
    *,
    refuse: Refuse,
    new_labels: bool,
) -> tuple[int, int]:
    """Write spans that do not exist yet; returns the numbers of written and of existing ones.

    With `new_labels`, labels that the scheme lacks are added to it; else such spans are refused.
    """
    if new_labels:
        know_labels(project, edit, {span.label for span, _ in batch})
    named = {span.article_id for span, _ in batch}
    infos = {info.id: info for info in article_infos(project, named)}
    existing = queries.spans_there(project.store, named)
    fresh: list[Span] = []
    unchanged = 0
    for span, place in batch:
        key = (span.article_id, span.start, span.end, span.label, span.annotator)
        try:
            info = infos.get(span.article_id) or project.article_info(span.article_id)
            check_span(info, span, project.scheme, was=span.label if new_labels else None)
            storable(span.note, THE_NOTE)
        except UserError as error:
            refuse(place, error.message)
            continue
        if key in existing:
            unchanged += 1
        else:
            existing.add(key)
            fresh.append(span)
    written, known = _put_fresh_spans(project, edit, fresh)
    return written, unchanged + known


def _put_fresh_spans(project: OpenProject, edit: Edit, spans: list[Span]) -> tuple[int, int]:
    """Write spans with new content, under their imported id or one derived from the content.

    A deleted span with that id is restored. A span whose imported id is in use was changed here: it
    is left unchanged.
    """
    fresh = {span.id or span_name(span): span for span in spans}
    written = known = 0
    for name, deleted in queries.known_rows(project.store, "spans", list(fresh)).items():
        span = fresh.pop(name)
        if deleted:
            edit.put(SPANS, dataclasses.replace(span, id=name))
            written += 1
        elif span.id:
            known += 1
        else:
            fresh[project.new_id()] = span
    rows = [SPANS.encode(dataclasses.replace(span, id=name)) for name, span in fresh.items()]
    for row in rows:
        row["created_at"] = row["created_at"] or edit.now
    edit.add(SPANS, rows)
    return written + len(rows), known
