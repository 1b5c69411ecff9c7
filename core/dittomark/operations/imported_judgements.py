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

    there: dict[str, Judgement]
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
        words = _judgements_of_batch(project, batch)
        for one, place in batch:
            if one.pair.a == one.pair.b:
                state.refuse(place, Message("A pair needs two different articles."))
            else:
                _take_words(project, state, words, one, place)
        known = queries.known_rows(project.store, "pairs", words.pairs)
        new = [pair for name, pair in words.pairs.items() if known.get(name, True)]
        position = pairs.add_pair_batch(project, state.edit, new, position)
        state.count(PAIRS, len(new))
        for judgement in words.written.values():
            state.edit.put(JUDGEMENTS, judgement)
        state.count(JUDGEMENTS, len(words.written))


def _judgements_of_batch(
    project: OpenProject, batch: list[tuple[PairWithJudgements, SourceLocation]]
) -> _BatchJudgements:
    names = {
        ids.judgement_id(ids.pair_id(one.pair.a, one.pair.b), said.annotator)
        for one, _ in batch
        for said in one.judgements
    }
    return _BatchJudgements({one.id: one for one in project.store.select_ids(JUDGEMENTS, names)})


def _take_words(
    project: OpenProject,
    state: Annotating,
    words: _BatchJudgements,
    judged: PairWithJudgements,
    place: SourceLocation,
) -> None:
    """Add a pair; with `update` a pair without a judgement does not enter the queue."""
    pair_id = ids.pair_id(judged.pair.a, judged.pair.b)
    if not state.update:
        words.pairs[pair_id] = judged.pair
    for said in judged.judgements:
        name = ids.judgement_id(pair_id, said.annotator)
        old = words.written.get(name) or words.there.get(name)
        if old is not None and not state.update and name not in words.written:
            state.unchanged += 1
            continue
        try:
            new = _judgement_of(project, state, said, old or _first_word(name, pair_id, said))
        except UserError as error:
            state.refuse(place, error.message)
            continue
        words.pairs[pair_id] = judged.pair
        if new == old:
            state.unchanged += 1
        else:
            words.written[name] = new


def _judgement_of(
    project: OpenProject, state: Annotating, said: ImportedJudgement, old: Judgement
) -> Judgement:
    """Return the annotator's new judgement; raises `UserError` for an invalid one."""
    if state.update:
        return judgements.judgement_with(project, old, said.fields)
    new = dataclasses.replace(old, **said.fields)
    know_relation(project, state.edit, new)
    return judgements.checked_judgement(project, new, was=new)


def _first_word(name: str, pair_id: str, said: ImportedJudgement) -> Judgement:
    return Judgement(name, pair_id, said.annotator, origin=said.origin, created_at=said.created_at)
