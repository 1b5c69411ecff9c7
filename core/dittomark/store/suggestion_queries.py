"""Lists and counts of open suggestions, however many there are: ids and numbers, no rows."""

import json
from collections.abc import Collection
from typing import Final, Literal, NamedTuple

from dittomark.store.store import Store

SuggestionOrder = Literal["doubtful", "score", "article", "suggester"]
_DOUBT: Final = (
    "CASE WHEN json_valid(s.payload) THEN"
    " coalesce(json_extract(s.payload, '$.doubt'), 1 - abs(2 * s.score - 1))"
    " ELSE 1 - abs(2 * s.score - 1) END"
)
_ORDERS: Final[dict[str, str]] = {
    "doubtful": f"{_DOUBT} DESC, s.seq",
    "score": "s.score DESC, s.seq",
    "article": "s.article_id, s.pair_id, s.start, s.seq",
    "suggester": "s.suggester, s.score DESC, s.seq",
}
_OPEN: Final = "s.state = 'open' AND s.deleted_at IS NULL"
_OPEN_FOR_ONE: Final = (
    "s.deleted_at IS NULL AND (s.id IN (SELECT value FROM json_each(:also)) OR"
    " (s.state = 'open' AND s.id NOT IN (SELECT value FROM json_each(:without))))"
)


class Differences(NamedTuple):
    """Suggestions that are open, or not, for one annotator, contrary to their state: their ids."""

    also: Collection[str] = ()
    without: Collection[str] = ()


NO_DIFFERENCES: Final = Differences()


def suggestion_ids(
    store: Store,
    *,
    suggester: str | None,
    kind: str | None,
    least_score: float,
    order: str,
    limit: int | None,
    differences: Differences = NO_DIFFERENCES,
) -> list[str]:
    """Return the ids of open suggestions in an order; None admits all suggesters or kinds."""
    wheres, parameters = _conditions(suggester, kind, least_score, differences)
    sql = f"SELECT s.id FROM suggestions s WHERE {wheres} ORDER BY {_ORDERS[order]} LIMIT :limit"
    return store.ids(sql, {**parameters, "limit": -1 if limit is None else limit})


def count_suggestions(
    store: Store,
    *,
    suggester: str | None,
    kind: str | None,
    least_score: float,
    differences: Differences = NO_DIFFERENCES,
) -> int:
    """Return the number of open suggestions."""
    wheres, parameters = _conditions(suggester, kind, least_score, differences)
    return int(store.value(f"SELECT count(*) FROM suggestions s WHERE {wheres}", parameters) or 0)


def suggesters(
    store: Store, differences: Differences = NO_DIFFERENCES
) -> list[tuple[str, str, int]]:
    """Return the suggesters with open suggestions: name, kind and count, sorted."""
    wheres, parameters = _conditions(None, None, 0, differences)
    rows = store.fetch(
        f"SELECT s.suggester, s.kind, count(*) FROM suggestions s WHERE {wheres}"
        " GROUP BY s.suggester, s.kind ORDER BY s.suggester, s.kind",
        parameters,
    )
    return [(str(row[0]), str(row[1]), int(row[2])) for row in rows]


def _conditions(
    suggester: str | None, kind: str | None, least_score: float, differences: Differences
) -> tuple[str, dict[str, str | float]]:
    wheres, parameters = [_OPEN], dict[str, str | float]()
    if differences != NO_DIFFERENCES:
        wheres = [_OPEN_FOR_ONE]
        parameters["also"] = json.dumps(list(differences.also))
        parameters["without"] = json.dumps(list(differences.without))
    for column, value in (("suggester", suggester), ("kind", kind)):
        if value is not None:
            wheres.append(f"s.{column} = :{column}")
            parameters[column] = value
    if least_score > 0:
        wheres.append("s.score >= :least")
        parameters["least"] = least_score
    return " AND ".join(wheres), parameters
