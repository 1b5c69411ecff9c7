"""Undo, redo and the audit: an edit stores rows before and after, undo applies the inverses.

Each works on one annotator's steps (given, else the project's) or on anybody's.

Undo and redo reach back to the first step of the file, across restarts. They are edits too: the
journal only grows, and records who reverted which step, and when.
"""

from collections.abc import Callable

from dittomark.annotations import Changes, HistoryEntry
from dittomark.operations.open_project import OpenProject
from dittomark.store import journal
from dittomark.store.edits import Edit
from dittomark.store.journal import EditRow
from dittomark.store.restoring import UndoConflictError
from dittomark.store.store import Store

_Finds = Callable[[Store, str | None], EditRow | None]
_Applies = Callable[[Store, Edit, EditRow], None]


def undo(project: OpenProject, *, annotator: str | None = None) -> Changes | None:
    """Revert the newest step, as one transaction; None if there is none left.

    Raises `UndoConflictError` (a `UserError`) if a later step of somebody else prevents it; the
    step is then skipped, so the next undo reverts the step before it.
    """
    return _step(project, "undo", annotator, journal.next_undo, journal.take_back)


def redo(project: OpenProject, *, annotator: str | None = None) -> Changes | None:
    """Apply the step that was undone last again; None if there is none. Raises as `undo`."""
    return _step(project, "redo", annotator, journal.next_redo, journal.do_again)


def can_undo(project: OpenProject, *, annotator: str | None = None) -> str | None:
    """Return the operation that undo would revert (`annotate_span` …), or None."""
    row = journal.next_undo(project.store, _annotator(project, annotator))
    return None if row is None else str(row["operation"])


def can_redo(project: OpenProject, *, annotator: str | None = None) -> str | None:
    """Return the operation that redo would apply again, or None."""
    row = journal.next_redo(project.store, _annotator(project, annotator))
    return None if row is None else str(row["operation"])


def history(
    project: OpenProject,
    *,
    annotator: str | None = None,
    operation: str | None = None,
    row_id: str | None = None,
    since: str | None = None,
    until: str | None = None,
    before: str | None = None,
    limit: int | None = None,
) -> list[HistoryEntry]:
    """Return the history of changes, newest first, filtered by the given values.

    `row_id` is a span, judgement, event …; `since` and `until` are days or moments (ISO 8601, UTC),
    both included; `before` is the id of the last entry of the page before this one.
    """
    return journal.entries(
        project.store,
        annotator=annotator,
        operation=operation,
        row_id=row_id,
        since=since,
        until=until,
        before=before,
        limit=limit,
    )


def _annotator(project: OpenProject, annotator: str | None) -> str | None:
    return project.annotator if annotator is None else annotator


def _step(
    project: OpenProject, operation: str, annotator: str | None, find: _Finds, apply: _Applies
) -> Changes | None:
    row = None
    try:
        with project.edit(operation, undoable=False) as edit:
            row = find(project.store, _annotator(project, annotator))
            if row is None:
                return None
            project.sign(edit, row["annotator"], operation=f"{operation}:{row['operation']}")
            apply(project.store, edit, row)
    except UndoConflictError:
        if row is not None:
            journal.pass_over(project.store, row)
        raise
    return project.last_changes
