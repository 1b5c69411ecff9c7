"""The queue of pairs: two articles to be judged together, the smaller id as `a`."""

import dataclasses
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from dittomark import ids
from dittomark.annotations import HUMAN, Changes, NewPair, Origin, Pair
from dittomark.errors import InvalidAnnotationError, NotFoundError
from dittomark.operations.open_project import OpenProject
from dittomark.progress import Report
from dittomark.records.json_objects import check_score
from dittomark.store import queries
from dittomark.store.edits import Edit
from dittomark.store.rows import ARTICLES, PAIRS

_BATCH = 1000


def add_pair(
    project: OpenProject,
    a: str,
    b: str,
    *,
    score: float | None = None,
    guess: str | None = None,
    passage: tuple[int, int, int, int] | None = None,
    cluster: int | None = None,
    origin: Origin = HUMAN,
) -> Pair:
    """Add two articles to the queue; an existing pair gets the new score."""
    add_pairs(project, [NewPair(a, b, score, guess, passage, cluster, origin)])
    return project.pair(ids.pair_id(a, b))


def add_pairs(
    project: OpenProject, pairs: Iterable[NewPair], *, report: Report | None = None
) -> Changes:
    """Add many pairs to the queue, in their order, as one step.

    An existing pair keeps its position and its judgements and gets the given score, guess, passage
    and cluster. Raises `NotFoundError` for an unknown article.
    """
    source = iter(pairs)
    done = 0
    with project.edit("add_pairs") as edit:
        position = queries.last_position(project.store)
        while batch := list(islice(source, _BATCH)):
            position = add_pair_batch(project, edit, batch, position)
            done += len(batch)
            if report is not None:
                report(done, 0)
    return project.last_changes


def order_pairs(project: OpenProject, pair_ids: Sequence[str]) -> Changes:
    """Order the pairs of the queue; pairs that are not given follow the given ones.

    The order is the program's: it changes without a step in the history.
    """
    with project.edit("add_pairs") as edit:
        named = set(pair_ids)
        others = [pair.id for pair in pairs(project) if pair.id not in named]
        places = enumerate((*pair_ids, *others), start=1)
        queries.reposition(project.store, edit, ((name, float(at)) for at, name in places))
    return project.last_changes


def pairs(project: OpenProject, *, article_id: str | None = None) -> Iterator[Pair]:
    """Yield the pairs in the order of the queue; those of one article, if given, as added."""
    if article_id is None:
        yield from queries.pairs_in_order(project.store)
    else:
        yield from project.store.select(PAIRS, a=article_id)
        yield from project.store.select(PAIRS, b=article_id)


def find_pair(project: OpenProject, a: str, b: str) -> Pair | None:
    """Return the pair of two articles, in either order, if it is in the queue."""
    return project.store.get(PAIRS, ids.pair_id(a, b))


def add_pair_batch(
    project: OpenProject, edit: Edit, batch: list[NewPair], position: float
) -> float:
    """Add the batch after `position`; returns the new end of the queue.

    Raises `NotFoundError` for an unknown article.
    """
    placed: dict[str, Pair] = {}
    for new in batch:
        pair = sorted_pair(new, position=0)
        placed.setdefault(pair.id, pair)
    articles = {article for pair in placed.values() for article in (pair.a, pair.b)}
    missing = articles - {info.id for info in project.store.select_ids(ARTICLES, articles)}
    if missing:
        raise NotFoundError("There is no article {name} in this project.", name=min(missing))
    known = queries.known_rows(project.store, "pairs", list(placed))
    fresh = [
        dataclasses.replace(pair, position=position + offset)
        for offset, pair in enumerate(
            (pair for pair in placed.values() if pair.id not in known), start=1
        )
    ]
    edit.add(PAIRS, [{**PAIRS.encode(pair), "created_at": edit.now} for pair in fresh])
    for name, deleted in known.items():
        if deleted:
            edit.put(PAIRS, dataclasses.replace(placed[name], position=position))
        else:
            _rescore(project, edit, placed[name])
    return position + len(fresh)


def _rescore(project: OpenProject, edit: Edit, new: Pair) -> None:
    """Update a pair's score, which is the program's and changes without a step in the history."""
    old = project.pair(new.id)
    queries.rescore(
        project.store,
        edit,
        dataclasses.replace(
            new,
            score=old.score if new.score is None else new.score,
            guess=old.guess if new.guess is None else new.guess,
            passage=old.passage if new.passage is None else new.passage,
            cluster=old.cluster if new.cluster is None else new.cluster,
        ),
    )


def sorted_pair(new: NewPair, *, position: float) -> Pair:
    """Return the pair as it is stored: `a` before `b`, the passage exchanged with them.

    Raises `InvalidAnnotationError` for an article paired with itself.
    """
    if new.a == new.b:
        raise InvalidAnnotationError("A pair needs two different articles.")
    if new.score is not None:
        check_score(new.score)
    a, b, passage = new.a, new.b, new.passage
    if a > b:
        a, b = b, a
        passage = None if passage is None else (passage[2], passage[3], passage[0], passage[1])
    name = ids.pair_id(a, b)
    return Pair(name, a, b, new.score, new.guess, passage, new.cluster, position, new.origin)
