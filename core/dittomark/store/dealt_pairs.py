"""One annotator's share of a team's queue: the pairs left in a list, and their order.

SQL selects the pairs and their judgements; turns are assigned here in Python, which takes a fifth
of the time of a single query.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from dittomark.listing import Deal
from dittomark.store.store import Store

_SLOT: Final = 3  # characters of a pair's id that decide its turn


@dataclass(frozen=True, slots=True)
class _Standing:
    """State of the pairs: one's own in order of beginning, those finished by others, decisions.

    `others` holds the number of annotators who finished a pair, and the time of the first.
    """

    own: dict[str, int]
    others: dict[str, tuple[int, str]]
    settled: frozenset[str]


def dealt(
    store: Store, deal: Deal, pair_ids: Sequence[str], *, annotator: str, in_turn: bool
) -> list[str]:
    """Return an annotator's share of these pairs, in their order or (`in_turn`) as dealt.

    Dealt order: pairs that they began, in place; pairs that are theirs by turn, those begun by
    others first; then other pairs that need more judgements. Pairs of a later turn come later, so
    that two annotators who are offline don't begin with the same pairs.
    """
    standing = _standing(store, annotator)
    own, others, settled = standing.own, standing.others, standing.settled
    enough = {name for name, (number, _) in others.items() if number >= deal.overlap} | settled
    kept = [name for name in pair_ids if name not in enough or name in own]
    if not in_turn:
        return kept
    marked = others.keys() | deal.at.keys()
    own_slots = {slot for slot, turn in deal.turns.items() if turn < deal.overlap}
    places: dict[tuple[int, int], list[str]] = {_FRESH: []}
    fresh = places[_FRESH]
    begun = []
    for name in kept:
        if name in own:
            begun.append(name)
        elif name not in marked and name[:_SLOT] in own_slots:
            fresh.append(name)  # the most frequent case in a long queue
        else:
            places.setdefault(_place(name, deal, standing), []).append(name)
    begun.sort(key=own.__getitem__)
    return [*begun, *(name for place in sorted(places) for name in places[place])]


def share(store: Store, deal: Deal, *, annotator: str) -> int:
    """Return the number of pairs that the annotator worked on, or is meant to judge."""
    standing = _standing(store, annotator)
    pairs: Iterable[str] = store.ids("SELECT id FROM pairs WHERE deleted_at IS NULL", {})
    return sum(
        name in standing.own
        or (_turn(name, deal) < deal.overlap and _is_short(name, deal, standing))
        for name in pairs
    )


def _standing(store: Store, annotator: str) -> _Standing:
    own = store.fetch(
        "SELECT pair_id, seq FROM judgements WHERE annotator = ? AND deleted_at IS NULL",
        (annotator,),
    )
    others = store.fetch(
        "SELECT pair_id, count(*), min(updated_at) FROM judgements WHERE done = 1"
        " AND deleted_at IS NULL AND annotator <> ? GROUP BY pair_id",
        (annotator,),
    )
    settled = store.fetch(
        "SELECT target FROM decisions WHERE kind = 'relation' AND deleted_at IS NULL"
    )
    return _Standing(
        {row[0]: row[1] for row in own},
        {row[0]: (row[1], row[2]) for row in others},
        frozenset(row[0] for row in settled),
    )


def _is_short(name: str, deal: Deal, standing: _Standing) -> bool:
    return standing.others.get(name, _NOBODY)[0] < deal.overlap and name not in standing.settled


def _place(name: str, deal: Deal, standing: _Standing) -> tuple[int, int]:
    """Return the sort key of a pair that is not one's own."""
    turn = _turn(name, deal)
    number, begun = standing.others.get(name, _NOBODY)
    # enough once those who are at it now have judged it
    if name in deal.at and deal.at[name] + number >= deal.overlap:
        return _LAST, turn
    if turn < deal.overlap:
        return _BEGUN if number else _FRESH
    if number:
        return (1 if begun < deal.begun_before else 3), turn
    return 4, turn


_LAST: Final = 5
_BEGUN: Final = (0, 0)
_FRESH: Final = (2, 0)
_NOBODY: Final = (0, "")


def _turn(name: str, deal: Deal) -> int:
    return deal.turns.get(name[:_SLOT], deal.overlap)
