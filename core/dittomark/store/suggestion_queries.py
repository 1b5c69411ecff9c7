"""Lists and counts of open suggestions, however many there are: ids and numbers, no rows."""

from typing import Final, Literal

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


def suggestion_ids(
    store: Store,
    *,
    suggester: str | None,
    kind: str | None,
    least_score: float,
    order: str,
    limit: int | None,
) -> list[str]:
    """Return the ids of open suggestions in an order; None lets all suggesters or kinds through."""
    wheres, parameters = _conditions(suggester, kind, least_score)
    sql = f"SELECT s.id FROM suggestions s WHERE {wheres} ORDER BY {_ORDERS[order]} LIMIT :limit"
    return store.ids(sql, {**parameters, "limit": -1 if limit is None else limit})


def count_suggestions(
    store: Store, *, suggester: str | None, kind: str | None, least_score: float
) -> int:
    """Return how many suggestions are open."""
    wheres, parameters = _conditions(suggester, kind, least_score)
    return int(store.value(f"SELECT count(*) FROM suggestions s WHERE {wheres}", parameters) or 0)


def suggesters(store: Store) -> list[tuple[str, str, int]]:
    """Return who has open suggestions: name, kind and how many, sorted."""
    rows = store.fetch(
        f"SELECT s.suggester, s.kind, count(*) FROM suggestions s WHERE {_OPEN}"
        " GROUP BY s.suggester, s.kind ORDER BY s.suggester, s.kind"
    )
    return [(str(row[0]), str(row[1]), int(row[2])) for row in rows]


def _conditions(
    suggester: str | None, kind: str | None, least_score: float
) -> tuple[str, dict[str, str | float]]:
    wheres, parameters = [_OPEN], dict[str, str | float]()
    for column, value in (("suggester", suggester), ("kind", kind)):
        if value is not None:
            wheres.append(f"s.{column} = :{column}")
            parameters[column] = value
    if least_score > 0:
        wheres.append("s.score >= :least")
        parameters["least"] = least_score
    return " AND ".join(wheres), parameters
