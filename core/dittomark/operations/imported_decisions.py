"""Adjudicated decisions from an import."""

import dataclasses
from collections.abc import Mapping
from typing import Any

from dittomark import ids
from dittomark.annotations import Decision, Judgement, Span
from dittomark.errors import InvalidAnnotationError
from dittomark.operations import judgements
from dittomark.operations.articles import know_labels
from dittomark.operations.imported_links import know_kinds
from dittomark.operations.links import check_extents, check_link, settled_links
from dittomark.operations.open_project import OpenProject
from dittomark.operations.spans import check_span
from dittomark.operations.taking_in import Annotating, know_relation
from dittomark.records.json_objects import texts, typed
from dittomark.store.edits import Edit
from dittomark.store.rows import DECISIONS


def add_decision(project: OpenProject, state: Annotating, decision: Decision) -> None:
    """Add a decision, unless the same question is decided already; raises `UserError`."""
    name = ids.decision_id(decision.kind, decision.target)
    if state.has(DECISIONS, name):
        state.unchanged += 1
        return
    _check_decision(project, state.edit, decision)
    state.edit.put(DECISIONS, dataclasses.replace(decision, id=name))
    state.count(DECISIONS)


def _check_decision(project: OpenProject, edit: Edit, decision: Decision) -> None:
    """Raise `UserError` for a decision that is not possible in this project."""
    target, who, content = decision.target, decision.annotator, decision.content
    match decision.kind:
        case "relation":
            relation, direction = typed(content, "relation", str), content.get("direction")
            judgement = Judgement("", project.pair(target).id, who, relation, direction)
            know_relation(project, edit, judgement)
            judgements.checked_judgement(project, judgement, was=judgement)
        case "spans":
            info = project.article_info(target)
            spans = [Span("", target, *span, who) for span in _settled_spans(content)]
            know_labels(project, edit, {span.label for span in spans})
            for span in spans:
                check_span(info, span, project.scheme, was=span.label)
        case "events":
            project.article_info(target)
            for event in texts(content, "events"):
                project.event(event)
        case "links":
            links = settled_links(content, who)
            know_kinds(project, edit, {link.kind for link in links})
            for link in links:
                check_link(link, project.scheme, was=link.kind)
                check_extents(project, link)
        case kind:
            raise InvalidAnnotationError("“{kind}” is not a kind of decision.", kind=kind)


def _settled_spans(content: Mapping[str, Any]) -> list[tuple[int, int, str]]:
    spans = content.get("spans")
    if not isinstance(spans, list) or not all(
        isinstance(span, list) and [type(part) for part in span] == [int, int, str]
        for span in spans
    ):
        raise InvalidAnnotationError("“spans” is not a list of [start, end, label].")
    return [(start, end, label) for start, end, label in spans]
