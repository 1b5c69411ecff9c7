"""One annotator's share of a team's queue, as a piece of the question that lists the queue.

`p` is the pair, `j` the annotator's own judgement of it.
"""

import json
from typing import Any, Final

from dittomark.listing import Deal
from dittomark.store.store import Store

_SLOT: Final = 3
"""Characters of a pair's id that say whose turn it is: 4096 kinds, so that shares are even."""

TABLES: Final = (
    "WITH others AS MATERIALIZED (SELECT pair_id, count(*) AS number, min(updated_at) AS begun"
    " FROM judgements WHERE done = 1 AND deleted_at IS NULL AND annotator <> :annotator"
    " GROUP BY pair_id),"
    " turns AS MATERIALIZED (SELECT key AS slot, value AS turn FROM json_each(:turns)),"
    " here AS MATERIALIZED (SELECT key AS pair_id, value AS number FROM json_each(:at)),"
    " settled AS MATERIALIZED (SELECT target FROM decisions WHERE kind = 'relation'"
    " AND deleted_at IS NULL) "
)
JOINS: Final = (
    " LEFT JOIN others o ON o.pair_id = p.id"
    f" LEFT JOIN turns t ON t.slot = substr(p.id, 1, {_SLOT})"
    " LEFT JOIN here h ON h.pair_id = p.id"
)
IS_DEALT: Final = (
    "(j.id IS NOT NULL OR (coalesce(o.number, 0) < :overlap"
    " AND p.id NOT IN (SELECT target FROM settled)))"
)
_IS_MEANT: Final = "coalesce(t.turn, :overlap) < :overlap"
# What the annotator began stays at its place, so that a list does not jump with every judgement.
# Whose turn comes later is behind, and so two who are offline don't begin with the same pairs.
ORDER: Final = (
    "j.seq IS NULL, j.seq,"
    " coalesce(h.number, 0) > 0 AND h.number + coalesce(o.number, 0) >= :overlap,"
    f" CASE WHEN {_IS_MEANT} AND o.number > 0 THEN 0 WHEN o.begun < :begun_before THEN 1"
    f" WHEN {_IS_MEANT} THEN 2 WHEN o.number > 0 THEN 3 ELSE 4 END,"
    f" CASE WHEN {_IS_MEANT} THEN 0 ELSE coalesce(t.turn, 0) END, p.position, p.seq"
)


def parameters(deal: Deal) -> dict[str, Any]:
    """Return what fills the question, but for `annotator`."""
    return {
        "overlap": deal.overlap,
        "turns": json.dumps(dict(deal.turns)),
        "at": json.dumps(dict(deal.at)),
        "begun_before": deal.begun_before,
    }


def share(store: Store, deal: Deal, *, annotator: str) -> int:
    """Return how many pairs the annotator did something with, or is meant to judge."""
    found = store.value(
        f"{TABLES}SELECT count(*) FROM pairs p"
        " LEFT JOIN judgements j ON j.pair_id = p.id AND j.annotator = :annotator"
        f" AND j.deleted_at IS NULL{JOINS} WHERE p.deleted_at IS NULL AND {IS_DEALT}"
        f" AND (j.id IS NOT NULL OR {_IS_MEANT})",
        {**parameters(deal), "annotator": annotator},
    )
    return int(found or 0)
