"""Pairs and their judgements from an import."""

import dataclasses
import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from dittomark import ids
from dittomark.annotations import Judgement, NewPair
from dittomark.errors import UserError
from dittomark.messages import Message
from dittomark.operations import judgements, pairs
from dittomark.operations.imported_records import (
    ImportedJudgement,
    PairWithJudgements,
    SourceLocation,
)
from dittomark.operations.open_project import OpenProject
from dittomark.operations.taking_in import Annotating, know_relation
from dittomark.store import queries
from dittomark.store.rows import JUDGEMENTS, PAIRS

_BATCH: Final = 500


@dataclass
class _BatchJudgements:
    """The judgements of a batch of pairs: existing ones, and those to be written."""

    existing: dict[str, Judgement]
    pairs: dict[str, NewPair] = field(default_factory=dict)
    written: dict[str, Judgement] = field(default_factory=dict)


def add_judged_pairs(
    project: OpenProject,
    state: Annotating,
    judged: Iterator[tuple[PairWithJudgements, SourceLocation]],
) -> None:
    """Add pairs with their judgements; an invalid one is refused with its location."""
    position = queries.last_position(project.store)
    while batch := list(itertools.islice(judged, _BATCH)):
        judgements = _judgements_of_batch(project, batch)
        for one, place in batch:
            if one.pair.a == one.pair.b:
                state.refuse(place, Message("A pair needs two different articles."))
            else:
                _take_pair(project, state, judgements, one, place)
        known = queries.known_rows(project.store, "pairs", judgements.pairs)
        new = [pair for name, pair in judgements.pairs.items() if known.get(name, True)]
        position = pairs.add_pair_batch(project, state.edit, new, position)
        state.count(PAIRS, len(new))
        for judgement in judgements.written.values():
            state.edit.put(JUDGEMENTS, judgement)
        state.count(JUDGEMENTS, len(judgements.written))


def _judgements_of_batch(
    project: OpenProject, batch: list[tuple[PairWithJudgements, SourceLocation]]
) -> _BatchJudgements:
    names = {
        ids.judgement_id(ids.pair_id(one.pair.a, one.pair.b), imported.annotator)
        for one, _ in batch
        for imported in one.judgements
    }
    return _BatchJudgements({one.id: one for one in project.store.select_ids(JUDGEMENTS, names)})


def _take_pair(
    project: OpenProject,
    state: Annotating,
    judgements: _BatchJudgements,
    judged: PairWithJudgements,
    place: SourceLocation,
) -> None:
    """Add a pair; with `update` a pair without a judgement does not enter the queue."""
    pair_id = ids.pair_id(judged.pair.a, judged.pair.b)
    if not state.update:
        judgements.pairs[pair_id] = judged.pair
    for imported in judged.judgements:
        name = ids.judgement_id(pair_id, imported.annotator)
        old = judgements.written.get(name) or judgements.existing.get(name)
        if old is not None and not state.update and name not in judgements.written:
            state.unchanged += 1
            continue
        try:
            new = _judgement_of(
                project, state, imported, old or _new_judgement(name, pair_id, imported)
            )
        except UserError as error:
            state.refuse(place, error.message)
            continue
        judgements.pairs[pair_id] = judged.pair
        if new == old:
            state.unchanged += 1
        else:
            judgements.written[name] = new


def _judgement_of(
    project: OpenProject, state: Annotating, imported: ImportedJudgement, old: Judgement
) -> Judgement:
    """Return the annotator's new judgement; raises `UserError` for an invalid one."""
    if state.update:
        return judgements.judgement_with(project, old, imported.fields)
    new = dataclasses.replace(old, **imported.fields)
    know_relation(project, state.edit, new)
    return judgements.checked_judgement(project, new, was=new)


def _new_judgement(name: str, pair_id: str, imported: ImportedJudgement) -> Judgement:
    return Judgement(
        name, pair_id, imported.annotator, origin=imported.origin, created_at=imported.created_at
    )
