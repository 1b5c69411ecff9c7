"""One annotator's share of a team's queue: which pairs of a list are left, and in which order.

SQLite finds the pairs and what was said of them; whose turn it is at each is told here, which takes
a fifth of what the same takes as one question.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from dittomark.listing import Deal
from dittomark.store.store import Store

_SLOT: Final = 3  # characters of a pair's id that say whose turn it is


@dataclass(frozen=True, slots=True)
class _Standing:
    """What was said of the pairs: one's own in the order begun, finished ones of others, decisions.

    `others` holds how many finished it, and when the first did.
    """

    own: dict[str, int]
    others: dict[str, tuple[int, str]]
    settled: frozenset[str]


def dealt(
    store: Store, deal: Deal, pair_ids: Sequence[str], *, annotator: str, in_turn: bool
) -> list[str]:
    """Return the share of these pairs that an annotator has, in their order or (`in_turn`) dealt.

    Dealt is: what they began, at the place it has; what is theirs by turn, what others have begun
    before the rest; what is still short. Whose turn comes later is behind, so two who are offline
    don't begin with the same pairs.
    """
    standing = _standing(store, annotator)
    own, others, settled = standing.own, standing.others, standing.settled
    enough = {name for name, (number, _) in others.items() if number >= deal.overlap} | settled
    kept = [name for name in pair_ids if name not in enough or name in own]
    if not in_turn:
        return kept
    marked = others.keys() | deal.at.keys()
    meant = {slot for slot, turn in deal.turns.items() if turn < deal.overlap}
    places: dict[tuple[int, int], list[str]] = {_FRESH: []}
    fresh = places[_FRESH]
    begun = []
    for name in kept:
        if name in own:
            begun.append(name)
        elif name not in marked and name[:_SLOT] in meant:
            fresh.append(name)  # nearly all of a long queue
        else:
            places.setdefault(_place(name, deal, standing), []).append(name)
    begun.sort(key=own.__getitem__)
    return [*begun, *(name for place in sorted(places) for name in places[place])]


def share(store: Store, deal: Deal, *, annotator: str) -> int:
    """Return how many pairs the annotator did something with, or is meant to judge."""
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
    """Return what a pair that is not one's own is sorted by."""
    turn = _turn(name, deal)
    number, begun = standing.others.get(name, _NOBODY)
    here = deal.at.get(name, 0)
    if here and here + number >= deal.overlap:  # with what they will say it has enough
        return _LAST, turn
    if turn < deal.overlap:
        return (0, 0) if number else _FRESH
    if number:
        return (1 if begun < deal.begun_before else 3), turn
    return 4, turn


_LAST: Final = 5
_FRESH: Final = (2, 0)
_NOBODY: Final = (0, "")


def _turn(name: str, deal: Deal) -> int:
    return deal.turns.get(name[:_SLOT], deal.overlap)
