"""Annotators' judgements of pairs: at most one row per pair and annotator."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from dittomark import ids
from dittomark.annotations import (
    HUMAN,
    TURNED,
    Changes,
    Direction,
    JudgedPair,
    Judgement,
    NewPair,
    Origin,
)
from dittomark.errors import InvalidAnnotationError
from dittomark.messages import Message
from dittomark.operations import sight
from dittomark.operations.open_project import KEEP, THE_NOTE, Keep, OpenProject, named, storable
from dittomark.operations.pairs import sorted_pair
from dittomark.store import queries
from dittomark.store.rows import JUDGEMENTS, PAIRS


def judge_pair(
    project: OpenProject,
    a_id: str,
    b_id: str,
    *,
    annotator: str,
    relation: str | Keep | None = KEEP,
    direction: Direction | Keep | None = KEEP,
    note: str | Keep = KEEP,
    done: bool | Keep = KEEP,
    flagged: bool | Keep = KEEP,
    skipped: bool | Keep = KEEP,
    seconds: float | Keep = KEEP,
    ratings: Mapping[str, int] | Keep = KEEP,
    origin: Origin | Keep = KEEP,
) -> Judgement:
    """Judge the relation of two articles; omitted fields keep their value.

    `direction` is relative to `a_id` and `b_id` as given here; in the returned row it is relative
    to the pair's own `a` and `b`. A pair that is not in the queue is added to it. Raises
    `NotFoundError` for an unknown article, `InvalidAnnotationError` for a relation that can't be
    chosen or a direction of one that has none.
    """
    who = named(annotator)
    pair = ids.pair_id(a_id, b_id)
    name = ids.judgement_id(pair, who)
    given: dict[str, Any] = {
        "relation": relation,
        "direction": _turned(direction) if a_id > b_id else direction,
        "note": note,
        "done": done,
        "flagged": flagged,
        "skipped": skipped,
        "seconds": seconds,
        "ratings": ratings,
        "origin": origin,
    }
    changed = {field: value for field, value in given.items() if value is not KEEP}
    with project.edit("judge_pair", annotator=who) as edit:
        if not project.store.has(PAIRS, pair):
            project.article_info(a_id)
            project.article_info(b_id)
            position = queries.last_position(project.store) + 1
            edit.put(PAIRS, sorted_pair(NewPair(a_id, b_id), position=position))
        before = edit.columns(JUDGEMENTS, name)
        if before is None or before["deleted_at"] is not None:
            old = Judgement(name, pair, who, origin=HUMAN)
        else:
            old = JUDGEMENTS.decode(before)
        return edit.put_over(JUDGEMENTS, before, judgement_with(project, old, changed))


def unjudge_pair(project: OpenProject, judgement_id: str) -> Changes:
    """Delete a judgement."""
    judgement = project.found(JUDGEMENTS, judgement_id, Message("judgement"))
    with project.edit("unjudge_pair", annotator=judgement.annotator) as edit:
        edit.delete(JUDGEMENTS, judgement_id)
    return project.last_changes


def judgement(project: OpenProject, pair_id: str, annotator: str) -> Judgement | None:
    """Return the annotator's judgement of the pair, or None."""
    return project.store.get(JUDGEMENTS, ids.judgement_id(pair_id, annotator))


def judgements(
    project: OpenProject,
    pair_id: str | None = None,
    annotator: str | None = None,
    *,
    seen_by: str | None = None,
) -> list[Judgement]:
    """Return judgements, of one pair or one annotator if given.

    With `seen_by` only those visible to this annotator (`dittomark.operations.sight`).
    """
    found = project.store.select(JUDGEMENTS, pair_id=pair_id, annotator=annotator)
    return sight.seen(project, "relation", found, seen_by, of=lambda one: one.pair_id)


def judged(project: OpenProject) -> list[JudgedPair]:
    """Return all judgements in short form, for counting."""
    return queries.judged(project.store)


def judgement_with(project: OpenProject, old: Judgement, changed: Mapping[str, Any]) -> Judgement:
    """Return the judgement with the given fields replaced; raises as `checked_judgement`."""
    new = replace(old, **changed)
    if "direction" not in changed and new.relation != old.relation:
        new = _without_stray_direction(project, new)
    return checked_judgement(project, new, was=old)


def _without_stray_direction(project: OpenProject, new: Judgement) -> Judgement:
    """Return the judgement without a direction that belonged to its previous relation."""
    label = None if new.relation is None else project.scheme.relation(new.relation)
    stays = new.direction is None or (label is not None and label.directed)
    return new if stays else replace(new, direction=None)


def checked_judgement(project: OpenProject, new: Judgement, *, was: Judgement) -> Judgement:
    """Return the judgement; raises `InvalidAnnotationError` for an invalid one."""
    storable(new.note, THE_NOTE)
    if new.direction not in (None, *TURNED):
        raise InvalidAnnotationError(
            "“{direction}” is not a direction: a_to_b or b_to_a.", direction=str(new.direction)
        )
    if new.seconds < 0:
        raise InvalidAnnotationError("The seconds on screen can't be negative.")
    for name, value in new.ratings.items():
        if type(value) is not int:
            raise InvalidAnnotationError("The rating “{name}” must be a whole number.", name=name)
    label = None if new.relation is None else project.scheme.relation(new.relation)
    if new.relation is not None and (
        label is None or (label.retired and new.relation != was.relation)
    ):
        raise InvalidAnnotationError(
            "“{relation}” is not a relation of this project.", relation=new.relation
        )
    if new.direction is not None and (label is None or not label.directed):
        raise InvalidAnnotationError(
            "The relation “{relation}” has no direction.", relation=str(new.relation)
        )
    return new


def _turned(direction: Direction | Keep | None) -> Direction | Keep | None:
    return TURNED.get(direction, direction) if isinstance(direction, str) else direction
