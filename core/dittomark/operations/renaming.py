"""Renaming an annotator: all their annotations are attributed to the new name."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from dittomark import ids
from dittomark.annotations import Changes
from dittomark.errors import NothingSaidError, UserError
from dittomark.operations.open_project import OpenProject, named
from dittomark.store.edits import Edit
from dittomark.store.rows import DECISIONS, JUDGEMENTS, LINKS, MEMBERSHIPS, SPANS, Entity


def rename_annotator(project: OpenProject, old: str, new: str) -> Changes:
    """Attribute all annotations of `old` to `new`, as one step that can be undone.

    If both judged a pair, or labelled an event, the row of `new` is kept. The history keeps the
    name under which a step was made. Raises `NothingSaidError` if `old` has no annotations, `UserError`
    if both are one name.
    """
    old, new = named(old), named(new)
    if old == new:
        raise UserError("The new name is the old one.")
    with project.edit("rename_annotator", annotator=new) as edit:
        moved = [
            _in_place(project, edit, SPANS, old, new),
            _in_place(project, edit, LINKS, old, new),
            _in_place(project, edit, DECISIONS, old, new),
            _rewritten(
                edit,
                JUDGEMENTS,
                project.store.select(JUDGEMENTS, annotator=old),
                new,
                lambda row: ids.judgement_id(row.pair_id, new),
            ),
            _rewritten(
                edit,
                MEMBERSHIPS,
                project.store.select(MEMBERSHIPS, annotator=old),
                new,
                lambda row: ids.membership_id(row.article_id, row.event_id, new),
            ),
        ]
        if not sum(moved):
            raise NothingSaidError("{name} has said nothing in this project.", name=old)
    return project.last_changes


def _in_place(project: OpenProject, edit: Edit, entity: Entity[Any], old: str, new: str) -> int:
    rows = project.store.select(entity, annotator=old)
    for row in rows:
        edit.put(entity, replace(row, annotator=new))
    return len(rows)


def _rewritten(
    edit: Edit, entity: Entity[Any], rows: Iterable[Any], new: str, name: Callable[[Any], str]
) -> int:
    """Write rows whose ids depend on the annotator under their new ids; returns their number."""
    rows = list(rows)
    for row in rows:
        existing = edit.columns(entity, name(row))
        edit.delete(entity, row.id)
        if existing is None or existing["deleted_at"] is not None:
            edit.put_over(entity, existing, replace(row, id=name(row), annotator=new))
    return len(rows)
