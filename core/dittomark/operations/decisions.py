"""Adjudication: one decision for a pair's relation, an article's spans or events.

Decisions are the adjudicator's own rows; the annotators' rows are unchanged. A later decision on
the same question replaces the earlier one, and undo reverts it; the history keeps both. `note`
explains the decision to the annotators.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from dittomark import ids
from dittomark.annotations import (
    Changes,
    Decision,
    DecisionKind,
    Direction,
    Judgement,
    Link,
    Span,
)
from dittomark.messages import Message
from dittomark.operations import judgements
from dittomark.operations.links import check_extents, check_link, offsets_of, ordered
from dittomark.operations.open_project import THE_NOTE, OpenProject, named, storable
from dittomark.operations.spans import check_span
from dittomark.store.edits import Edit
from dittomark.store.rows import DECISIONS


def decide_relation(
    project: OpenProject,
    pair_id: str,
    *,
    relation: str,
    direction: Direction | None = None,
    annotator: str,
    note: str = "",
) -> Decision:
    """Decide the relation of a pair; `direction` is relative to the pair's own `a` and `b`."""
    pair = project.pair(pair_id)
    wanted = Judgement("", pair.id, named(annotator), relation, direction)
    judgements.checked_judgement(project, wanted, was=wanted)
    content = {"relation": relation, "direction": direction}
    return _decide(project, "relation", pair.id, content, annotator=annotator, note=note)


def decide_spans(
    project: OpenProject,
    article_id: str,
    spans: Iterable[tuple[int, int, str]],
    *,
    annotator: str,
    note: str = "",
) -> Decision:
    """Decide the spans `(start, end, label)` of an article; none at all is a decision too."""
    info = project.article_info(article_id)
    chosen = sorted(set(spans))
    for start, end, label in chosen:
        span = Span("", article_id, start, end, label, annotator)
        check_span(info, span, project.scheme, was=label)
    content = {"spans": [list(span) for span in chosen]}
    return _decide(project, "spans", article_id, content, annotator=annotator, note=note)


def decide_events(
    project: OpenProject, article_id: str, events: Iterable[str], *, annotator: str, note: str = ""
) -> Decision:
    """Decide the events that an article reports, by their ids."""
    project.article_info(article_id)
    chosen = sorted({project.event(event).id for event in events})
    content = {"events": chosen}
    return _decide(project, "events", article_id, content, annotator=annotator, note=note)


def decide_links(
    project: OpenProject,
    a: str,
    b: str,
    links: Iterable[tuple[int, int, int, int, str, Direction | None]],
    *,
    annotator: str,
    note: str = "",
) -> Decision:
    """Decide the links between two articles; none at all is a decision too.

    Each is `(a_start, a_end, b_start, b_end, kind, direction)`, relative to `a` and `b` as given
    here. The target of the decision is the pair's id, whether it is in the queue or not.
    """
    chosen = set()
    for a_start, a_end, b_start, b_end, kind, direction in links:
        link = ordered(Link("", a, a_start, a_end, b, b_start, b_end, kind, annotator, direction))
        check_link(link, project.scheme, was=kind)
        check_extents(project, link)
        chosen.add((*offsets_of(link), link.kind, link.direction or ""))
    content = {
        "a": min(a, b),
        "b": max(a, b),
        "links": [[*rest, direction or None] for *rest, direction in sorted(chosen)],
    }
    target = ids.pair_id(a, b)
    return _decide(project, "links", target, content, annotator=annotator, note=note)


def withdraw_decision(project: OpenProject, decision_id: str) -> Changes:
    """Withdraw a decision: the question is open again."""
    decision = project.found(DECISIONS, decision_id, Message("decision"))
    with project.edit("withdraw_decision", annotator=decision.annotator) as edit:
        edit.delete(DECISIONS, decision_id)
    return project.last_changes


def decision(project: OpenProject, kind: DecisionKind, target: str) -> Decision | None:
    """Return the decision on a pair (`relation`, `links`) or an article, or None."""
    return project.store.get(DECISIONS, ids.decision_id(kind, target))


def decisions(project: OpenProject, kind: DecisionKind | None = None) -> list[Decision]:
    """Return all decisions."""
    return project.store.select(DECISIONS, kind=kind)


def _decide(
    project: OpenProject,
    kind: DecisionKind,
    target: str,
    content: Mapping[str, Any],
    *,
    annotator: str,
    note: str,
) -> Decision:
    adjudicator = named(annotator)
    name = ids.decision_id(kind, target)
    decision = Decision(name, kind, target, adjudicator, content, storable(note, THE_NOTE))
    old = project.store.get(DECISIONS, name)
    if old is not None and replace(old, created_at="", updated_at="") == decision:
        return old
    with project.edit("decide", annotator=adjudicator) as edit:
        _touch_target(edit, decision)
        return edit.put(DECISIONS, decision)


def _touch_target(edit: Edit, decision: Decision) -> None:
    """Add the pair or article to the changes, so that its view shows the decision."""
    table = "pairs" if decision.kind in ("relation", "links") else "articles"
    edit.touch(table, {"id": decision.target})
