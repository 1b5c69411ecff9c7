"""Queries behind the lists of the window: rows, their order, and the content of a line."""

import json
import unicodedata
from collections.abc import Sequence
from sqlite3 import Row
from typing import Any, Final

from dittomark.article_fields import FILTERABLE, IN_WORDS, SEARCHABLE, SORTABLE
from dittomark.listing import Deal, ListFilter, Progress, QueueRow
from dittomark.store import dealt_pairs
from dittomark.store.reading import in_batches
from dittomark.store.store import Store

# An order's key → the columns of `pairs p`, `articles a`, `articles b`, `judgements j`.
_PAIR_ORDERS: Final = {
    "position": "p.position, p.seq",
    "score": "p.score DESC, p.seq",
    **{key: f"a.{key}, b.{key}, p.seq" for key in SORTABLE},
    "title": "a.title, p.seq",
    "date": "max(a.date, b.date) DESC, p.seq",
    "status": "coalesce(j.done, 0), coalesce(j.skipped, 0), p.seq",
}
# Uncertainty of the model whose suggestions for a page are open; pages without any come last.
_DOUBT: Final = (
    "(SELECT max(json_extract(s.payload, '$.doubt')) FROM suggestions s WHERE s.article_id = a.id"
    " AND s.state = 'open' AND s.kind = 'span' AND s.deleted_at IS NULL AND json_valid(s.payload))"
)
_ARTICLE_ORDERS: Final = {
    "position": "a.seq",
    **{key: f"a.{key}, a.seq" for key in SORTABLE},
    "date": "a.date DESC, a.seq",
    "length": "a.length DESC, a.seq",
    "doubtful": f"{_DOUBT} DESC NULLS LAST, a.seq",
}
# The string that a collation sorts.
_TITLE: Final = "coalesce(nullif({0}.title, ''), {0}.external_id, '')"
_PAIR_WORDS: Final[dict[str, tuple[str, ...]]] = {
    **{key: (f"a.{key}", f"b.{key}") for key in IN_WORDS},
    "title": (_TITLE.format("a"),),
}
_ARTICLE_WORDS: Final[dict[str, tuple[str, ...]]] = {
    **{key: (f"a.{key}",) for key in IN_WORDS},
    "title": (_TITLE.format("a"),),
}
_STATUS: Final = {
    "open": "coalesce(j.done, 0) = 0",
    "done": "j.done = 1",
    "skipped": "j.skipped = 1 AND j.done = 0",
    "flagged": "j.flagged = 1",
}
_COLUMNS: Final = (*SEARCHABLE, "external_id")


def pair_ids(
    store: Store, wanted: ListFilter, *, annotator: str, limit: int | None = None
) -> list[str]:
    """Return the ids of the pairs that match the filter, in its order."""
    wheres, parameters = _article_conditions(wanted, ("a", "b"))
    by = wanted.sort if wanted.sort in _PAIR_ORDERS else "position"
    order, joins = _PAIR_ORDERS[by], ""
    if wheres or "a." in order:
        joins = " JOIN articles a ON a.id = p.a JOIN articles b ON b.id = p.b"
    if wanted.status or wanted.relation or "j." in order:
        joins += (
            " LEFT JOIN judgements j ON j.pair_id = p.id AND j.annotator = :annotator"
            " AND j.deleted_at IS NULL"
        )
        parameters["annotator"] = annotator
    if wanted.status:
        wheres.append(_STATUS[wanted.status])
    if wanted.relation:
        wheres.append("j.relation = :relation")
        parameters["relation"] = wanted.relation
    if wanted.judged_by:
        wheres.append(
            "EXISTS (SELECT 1 FROM judgements o WHERE o.pair_id = p.id"
            " AND o.annotator = :judged_by AND o.deleted_at IS NULL)"
        )
        parameters["judged_by"] = wanted.judged_by
    where = " AND ".join(("p.deleted_at IS NULL", *wheres))
    sql = f"FROM pairs p{joins} WHERE {where} ORDER BY"
    if wanted.collation is not None and by in _PAIR_WORDS:
        found = _collated(
            store, f"SELECT p.id, :words {sql} p.seq", _PAIR_WORDS[by], wanted, parameters
        )
    else:
        most = _limit(limit) if wanted.dealt is None else ""
        found = store.ids(f"SELECT p.id {sql} {order}{most}", parameters)
    if wanted.dealt is None:
        return found[:limit]
    in_turn = by == "position"
    return dealt_pairs.dealt(store, wanted.dealt, found, annotator=annotator, in_turn=in_turn)[
        :limit
    ]


def article_ids(store: Store, wanted: ListFilter, *, limit: int | None = None) -> list[str]:
    """Return the ids of the articles that match the filter, in its order."""
    wheres, parameters = _article_conditions(wanted, ("a",))
    order = _ARTICLE_ORDERS.get(wanted.sort, _ARTICLE_ORDERS["position"])
    where = " AND ".join(("a.deleted_at IS NULL", *wheres))
    sql = f"FROM articles a WHERE {where} ORDER BY"
    if wanted.collation is not None and wanted.sort in _ARTICLE_WORDS:
        words = _ARTICLE_WORDS[wanted.sort]
        return _collated(store, f"SELECT a.id, :words {sql} a.seq", words, wanted, parameters)[
            :limit
        ]
    return store.ids(f"SELECT a.id {sql} {order}{_limit(limit)}", parameters)


def _collated(
    store: Store, sql: str, words: Sequence[str], wanted: ListFilter, parameters: dict[str, Any]
) -> list[str]:
    """Return ids in the collation's order of their strings; `:words` in `sql` becomes them."""
    key = wanted.collation
    assert key is not None
    rows = store.fetch(sql.replace(":words", ", ".join(words)), parameters)
    places = range(1, len(words) + 1)
    ordered = sorted(rows, key=lambda row: [key(row[place]) for place in places])
    return [row[0] for row in ordered]


def queue_rows(store: Store, ids: Sequence[str], *, annotator: str) -> list[QueueRow]:
    """Return the queue's rows for these pairs, in their order; missing pairs are left out."""
    found: dict[str, QueueRow] = {}
    for batch, marks in in_batches(ids):
        rows = store.fetch(
            "SELECT p.id, p.score, p.guess,"
            " coalesce(nullif(a.title, ''), a.external_id, '') AS title_a,"
            " coalesce(nullif(b.title, ''), b.external_id, '') AS title_b,"
            " coalesce(json_extract(p.origin, '$.by'), '') <> 'same-event' AS shares_text,"
            " a.source AS source_a, b.source AS source_b, j.relation, j.done, j.flagged,"
            " j.skipped, j.note FROM pairs p"
            " JOIN articles a ON a.id = p.a JOIN articles b ON b.id = p.b"
            " LEFT JOIN judgements j ON j.pair_id = p.id AND j.annotator = ?"
            f" AND j.deleted_at IS NULL WHERE p.id IN ({marks}) AND p.deleted_at IS NULL",
            [annotator, *batch],
        )
        found.update((row["id"], _queue_row(row)) for row in rows)
    return [found[pair_id] for pair_id in ids if pair_id in found]


def exact_copies(store: Store, pair_id: str) -> list[str]:
    """Return the pairs of articles that all have the one text of this pair, in order.

    Empty if the two texts of this pair differ.
    """
    rows = store.fetch(
        "SELECT p.id FROM pairs q"
        " JOIN articles x ON x.id = q.a JOIN articles y ON y.id = q.b AND y.sha256 = x.sha256"
        " JOIN articles a ON a.sha256 = x.sha256 AND a.deleted_at IS NULL"
        " JOIN pairs p ON p.a = a.id AND p.deleted_at IS NULL"
        " JOIN articles b ON b.id = p.b AND b.sha256 = x.sha256 AND b.deleted_at IS NULL"
        " WHERE q.id = ? AND q.deleted_at IS NULL ORDER BY p.position, p.seq",
        (pair_id,),
    )
    return [row[0] for row in rows]


def recent_judgements(store: Store, annotator: str, limit: int) -> list[str]:
    """Return the pairs that an annotator judged last, the newest first."""
    rows = store.fetch(
        "SELECT pair_id FROM judgements WHERE annotator = ? AND deleted_at IS NULL"
        " AND relation IS NOT NULL ORDER BY updated_at DESC, seq DESC LIMIT ?",
        (annotator, limit),
    )
    return [row[0] for row in rows]


def progress(store: Store, *, annotator: str, since: str, dealt: Deal | None = None) -> Progress:
    """Return an annotator's progress; `since` is the moment the day began (UTC, ISO 8601).

    If the queue is dealt, the total covers the pairs that the annotator worked on or is meant to.
    """
    row = store.fetch(
        "SELECT sum(done) AS done, sum(flagged) AS flagged, sum(skipped AND NOT done) AS skipped,"
        " sum(done AND updated_at >= :since) AS today FROM judgements"
        " WHERE annotator = :annotator AND deleted_at IS NULL",
        {"annotator": annotator, "since": since},
    )[0]
    seconds = store.fetch(
        "SELECT seconds FROM judgements WHERE annotator = ? AND done = 1 AND seconds > 0"
        " AND deleted_at IS NULL ORDER BY seq DESC LIMIT 100",
        (annotator,),
    )
    times = sorted(item[0] for item in seconds)
    return Progress(
        total=store.counters().get("pairs", 0)
        if dealt is None
        else dealt_pairs.share(store, dealt, annotator=annotator),
        done=row["done"] or 0,
        flagged=row["flagged"] or 0,
        skipped=row["skipped"] or 0,
        today=row["today"] or 0,
        seconds=times[len(times) // 2] if times else 0.0,
    )


def filter_choices(store: Store) -> dict[str, list[str]]:
    """Return the values that articles have in each filterable field, in order."""
    return {
        column: [value for value in distinct(store, "articles", column) if value]
        for column in FILTERABLE
    }


def distinct(store: Store, table: str, column: str) -> list[str]:
    """Return the distinct values of an indexed column in order: one look-up each, no scan."""
    rows = store.fetch(
        f"WITH RECURSIVE found (value) AS (SELECT min({column}) FROM {table}"
        f" UNION ALL SELECT (SELECT min({column}) FROM {table} WHERE {column} > value)"
        " FROM found WHERE value IS NOT NULL)"
        " SELECT value FROM found WHERE value IS NOT NULL LIMIT 100000"
    )
    return [row[0] for row in rows]


def _article_conditions(
    wanted: ListFilter, tables: tuple[str, ...]
) -> tuple[list[str], dict[str, Any]]:
    """Return the conditions on articles; with two tables either article may meet each of them."""
    wheres: list[str] = []
    parameters: dict[str, Any] = {}

    def either(name: str, value: str, condition: str) -> None:
        parameters[name] = value
        wheres.append("(" + " OR ".join(condition.format(t=table) for table in tables) + ")")

    for number, word in enumerate(wanted.words):
        name, plain = f"word{number}", f"plain{number}"
        columns = [f"{{t}}.{column} LIKE :{name} ESCAPE '\\'" for column in _COLUMNS]
        if (dated := _with_plain_digits(word)) != word:
            columns.append(f"{{t}}.date LIKE :{plain} ESCAPE '\\'")
            parameters[plain] = f"%{_escaped(dated)}%"
        if sounding := wanted.sounding.get(word):
            columns.append(f"{{t}}.id IN (SELECT value FROM json_each(:sound{number}))")
            parameters[f"sound{number}"] = json.dumps(sounding)
        either(name, f"%{_escaped(word)}%", f"({' OR '.join(columns)})")
    if wanted.text:
        either(
            "text",
            wanted.text,
            "EXISTS (SELECT 1 FROM texts t WHERE t.article = {t}.seq AND instr(t.text, :text))",
        )
    for column in FILTERABLE:
        if value := wanted.metadata.get(column):
            either(column, value, f"{{t}}.{column} = :{column}")
    return wheres, parameters


def _with_plain_digits(word: str) -> str:
    """Return the word with ASCII digits, as dates are stored: `2024` for `২০২৪`."""
    return "".join(str(unicodedata.decimal(char, char)) for char in word)


def _escaped(word: str) -> str:
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _limit(limit: int | None) -> str:
    return "" if limit is None else f" LIMIT {int(limit)}"


def _queue_row(row: Row) -> QueueRow:
    return QueueRow(
        pair_id=row["id"],
        score=row["score"],
        guess=row["guess"],
        title_a=row["title_a"],
        title_b=row["title_b"],
        source_a=row["source_a"],
        source_b=row["source_b"],
        relation=row["relation"],
        done=bool(row["done"]),
        flagged=bool(row["flagged"]),
        skipped=bool(row["skipped"]),
        note=row["note"] or "",
        shares_text=bool(row["shares_text"]),
    )
