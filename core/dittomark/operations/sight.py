"""Visibility of others' work: an annotator sees none on open questions, if the lead wants that.

Judgements are independent only if nobody looks at another's. Until a question is decided its
answers stay hidden; the decision shows them. This concerns the window alone: whoever has the file
can read it.
"""

from collections.abc import Callable, Iterable
from typing import Protocol, TypeVar

from dittomark import ids
from dittomark.annotations import DecisionKind
from dittomark.operations.open_project import OpenProject
from dittomark.operations.scheme import setting
from dittomark.store import team_records
from dittomark.store.rows import DECISIONS
from dittomark.team_rules import SETTING, rules_from


class _Said(Protocol):
    @property
    def annotator(self) -> str: ...


Row = TypeVar("Row", bound=_Said)


def is_blind(project: OpenProject, annotator: str) -> bool:
    """Whether that annotator may not see others' work on open questions."""
    if not team_records.is_in_team(project.store):
        return False
    return rules_from(setting(project, SETTING)).hides_others_from(annotator)


def seen(
    project: OpenProject,
    kind: DecisionKind,
    rows: Iterable[Row],
    seen_by: str | None,
    *,
    of: Callable[[Row], str],
) -> list[Row]:
    """Return the rows visible to `seen_by` (None: all); `of` returns a row's target."""
    rows = list(rows)
    if seen_by is None or not is_blind(project, seen_by):
        return rows
    hidden = {of(row) for row in rows if row.annotator != seen_by}
    names = (ids.decision_id(kind, target) for target in hidden)
    settled = {decision.target for decision in project.store.select_ids(DECISIONS, names)}
    return [row for row in rows if row.annotator == seen_by or of(row) in settled]
