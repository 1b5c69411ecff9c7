"""Bulk look-ups and small queries of the operations that need their own SQL."""

import math
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from dittomark.annotations import JudgedPair, Link, Pair, Span
from dittomark.errors import ProjectFileError
from dittomark.store.edits import Edit
from dittomark.store.reading import in_batches
from dittomark.store.rows import ARTICLES, JUDGEMENTS, LINKS, PAIRS, SPANS
from dittomark.store.store import Store


class TextExtent(NamedTuple):
    """The length of an article's text, in code points, and the article's name."""

    id: str
    title: str
    length: int


def text_extent(store: Store, article_id: str) -> TextExtent | None:
    """Return the length of an article's text without reading the text."""
    rows = store.fetch(
        "SELECT title, length FROM articles WHERE id = ? AND deleted_at IS NULL", (article_id,)
    )
    if not rows:
        return None
    title, length = rows[0]
    if type(title) is not str or type(length) is not int:
        raise ARTICLES.damaged("length")
    return TextExtent(article_id, title, length)


def text_extents(store: Store, article_ids: Iterable[str]) -> dict[str, TextExtent]:
    """Return the lengths of these articles' texts, of those that exist."""
    found: dict[str, TextExtent] = {}
    for batch, marks in in_batches(article_ids):
        rows = store.fetch(
            f"SELECT id, title, length FROM articles WHERE id IN ({marks}) AND deleted_at IS NULL",
            batch,
        )
        found.update((row["id"], TextExtent(*row)) for row in rows)
    return found


def known_rows(store: Store, table: str, ids: Iterable[str]) -> dict[str, bool]:
    """Return which of these ids the table has; the value is true for a tombstone."""
    known: dict[str, bool] = {}
    for batch, marks in in_batches(ids):
        rows = store.fetch(f"SELECT id, deleted_at FROM {table} WHERE id IN ({marks})", batch)
        known.update((row["id"], row["deleted_at"] is not None) for row in rows)
    return known


def last_seq(store: Store, table: str) -> int:
    """Return the highest `seq` of a table."""
    return store.value(f"SELECT max(seq) FROM {table}") or 0


def last_position(store: Store) -> float:
    """Return the position of the last pair in the queue."""
    return store.value("SELECT max(position) FROM pairs WHERE deleted_at IS NULL") or 0.0


def rescore(store: Store, edit: Edit, pair: Pair) -> None:
    """Update an existing pair with the program's results; no journal row."""
    row = PAIRS.encode(pair)
    changed = store.connection.execute(
        "UPDATE pairs SET score = :score, guess = :guess, passage = :passage,"
        " cluster = :cluster, updated_at = :now WHERE id = :id AND (score IS NOT :score"
        " OR guess IS NOT :guess OR passage IS NOT :passage OR cluster IS NOT :cluster)",
        {**row, "now": edit.now},
    ).rowcount
    if changed:
        edit.touch("pairs", row)


def pairs_in_order(store: Store) -> Iterator[Pair]:
    """Yield the pairs in the order of the queue, a thousand at a time."""
    position, seq = -math.inf, 0
    while rows := store.fetch(
        "SELECT * FROM pairs WHERE deleted_at IS NULL AND (position, seq) > (?, ?)"
        " ORDER BY position, seq LIMIT 1000",
        (position, seq),
    ):
        yield from map(PAIRS.decode, rows)
        position, seq = rows[-1]["position"], rows[-1]["seq"]


def reposition(store: Store, edit: Edit, positions: Iterable[tuple[str, float]]) -> None:
    """Set the positions of pairs in the queue; no journal row: the order is the program's."""
    for name, place in positions:
        moved = store.connection.execute(
            "UPDATE pairs SET position = ?, updated_at = ? WHERE id = ? AND position IS NOT ?",
            (place, edit.now, name, place),
        ).rowcount
        if moved:
            edit.touch("pairs", {"id": name})


def labels_in_use(store: Store) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Return the span labels, the relations and the kinds of links used in annotations."""
    spans = store.fetch("SELECT DISTINCT label FROM spans WHERE deleted_at IS NULL")
    relations = store.fetch(
        "SELECT DISTINCT relation FROM judgements WHERE deleted_at IS NULL AND relation IS NOT NULL"
    )
    links = store.fetch("SELECT DISTINCT kind FROM links WHERE deleted_at IS NULL")
    return (
        frozenset(row[0] for row in spans),
        frozenset(row[0] for row in relations),
        frozenset(row[0] for row in links),
    )


def text_of(store: Store, article_id: str) -> str | None:
    """Return the text of an article."""
    found = store.value(
        "SELECT text FROM texts WHERE article = (SELECT seq FROM articles WHERE id = ?)",
        (article_id,),
    )
    return found if isinstance(found, str) else None


def copy_text(source: Store, target: Store, article_id: str) -> None:
    """Copy the text of an article that both files have; raises `ProjectFileError` if missing."""
    text = text_of(source, article_id)
    if text is None:
        raise ProjectFileError(
            "{path}: the text of an article is missing; recover the rest with check --repair.",
            path=source.path,
        )
    target.connection.execute(
        "INSERT INTO texts SELECT seq, ? FROM articles WHERE id = ?", (text, article_id)
    )


def articles_with_text(store: Store) -> Iterator[Any]:
    """Yield the rows of all articles with `text`, in the order of adding, a few at a time."""
    for rows in store.pages(
        f"SELECT articles.seq, {ARTICLES.listed_columns}, texts.text FROM articles"
        " JOIN texts ON texts.article = articles.seq WHERE seq > :after AND deleted_at IS NULL ORDER BY seq LIMIT :size",
        size=200,
    ):
        yield from rows


def same_text(store: Store) -> list[tuple[str, ...]]:
    """Return the ids of living articles that have the same text, in groups."""
    groups: dict[str, list[str]] = {}
    for row in store.fetch(
        "SELECT id, sha256 FROM articles WHERE deleted_at IS NULL AND sha256 IN (SELECT sha256"
        " FROM articles WHERE deleted_at IS NULL GROUP BY sha256 HAVING count(*) > 1)"
        " ORDER BY sha256, id"
    ):
        groups.setdefault(row["sha256"], []).append(row["id"])
    return [tuple(group) for group in groups.values()]


def judged(store: Store) -> list[JudgedPair]:
    """Return all judgements with the articles of their pairs, in the order of adding."""
    rows = store.connection.execute(
        "SELECT j.pair_id, p.a, p.b, j.annotator, j.relation, j.direction, j.done, j.ratings"
        " FROM judgements j JOIN pairs p ON p.id = j.pair_id WHERE j.deleted_at IS NULL"
        " ORDER BY j.seq"
    )
    return [
        JudgedPair(
            pair_id,
            a,
            b,
            annotator,
            relation,
            direction,
            bool(done),
            JUDGEMENTS.decode_field("ratings", ratings),
        )
        for pair_id, a, b, annotator, relation, direction, done, ratings in rows
    ]


def add_texts(store: Store, texts: Iterable[tuple[int, str]]) -> None:
    """Write the texts of articles by their `seq`."""
    store.connection.executemany("INSERT INTO texts (article, text) VALUES (?, ?)", texts)


def article_ids(store: Store, *, source: str | None, external_id: str | None) -> list[str]:
    """Return the ids of the articles in the order of adding, filtered by the given values."""
    wheres, parameters = ["deleted_at IS NULL"], []
    for column, value in (("source", source), ("external_id", external_id)):
        if value is not None:
            wheres.append(f"{column} = ?")
            parameters.append(value)
    rows = store.fetch(
        f"SELECT id FROM articles WHERE {' AND '.join(wheres)} ORDER BY seq", parameters
    )
    return [row[0] for row in rows]


def added_since(store: Store, first: int, ids: Iterable[str]) -> set[str]:
    """Return those of these articles whose `seq` is `first` or higher."""
    found: set[str] = set()
    for batch, marks in in_batches(ids):
        rows = store.fetch(f"SELECT id, seq FROM articles WHERE id IN ({marks})", batch)
        found.update(row["id"] for row in rows if row["seq"] >= first)
    return found


def repeated_external_ids(store: Store, first: int) -> list[str]:
    """Return external ids shared by several articles, at least one with a `seq` from `first` on."""
    rows = store.fetch(
        "SELECT external_id FROM articles WHERE deleted_at IS NULL AND external_id IN"
        " (SELECT external_id FROM articles WHERE seq >= ? AND external_id <> '')"
        " GROUP BY external_id HAVING COUNT(*) > 1 ORDER BY MIN(seq)",
        [first],
    )
    return [row[0] for row in rows]


def spans_there(store: Store, article_ids: Iterable[str]) -> set[tuple[str, int, int, str, str]]:
    """Return the spans of these articles as tuples `(article, start, end, label, annotator)`."""
    wanted = list(article_ids)
    marks = ", ".join("?" * len(wanted))
    rows = store.fetch(
        'SELECT article_id, "start", "end", label, annotator FROM spans'
        f" WHERE article_id IN ({marks}) AND deleted_at IS NULL",
        wanted,
    )
    return {tuple(row) for row in rows}


def links_of(store: Store, a: str, b: str, *, annotator: str | None) -> list[Link]:
    """Return the links between two articles (`a` the smaller id), in the order of adding."""
    only = "" if annotator is None else " AND annotator = :annotator"
    rows = store.fetch(
        f"SELECT {LINKS.listed_fields} FROM links WHERE a = :a AND b = :b{only}"
        " AND deleted_at IS NULL ORDER BY seq",
        {"a": a, "b": b, "annotator": annotator},
    )
    return [LINKS.decode_fields(row) for row in rows]


def links_at(store: Store, article_id: str, *, annotator: str | None) -> list[Link]:
    """Return the links that have a side in an article, in the order of adding."""
    only = "" if annotator is None else " AND annotator = :annotator"
    rows = store.fetch(
        f"SELECT {LINKS.listed_fields} FROM links WHERE (a = :article OR b = :article){only}"
        " AND deleted_at IS NULL ORDER BY seq",
        {"article": article_id, "annotator": annotator},
    )
    return [LINKS.decode_fields(row) for row in rows]


def same_link(store: Store, link: Link) -> Link | None:
    """Return the link with the same offsets and kind by the same annotator."""
    rows = store.fetch(
        f"SELECT {LINKS.listed_fields} FROM links WHERE a = ? AND b = ? AND annotator = ?"
        " AND a_start = ? AND a_end = ? AND b_start = ? AND b_end = ? AND kind = ?"
        " AND deleted_at IS NULL",
        (
            link.a, link.b, link.annotator, link.a_start, link.a_end, link.b_start, link.b_end,
            link.kind,
        ),
    )  # fmt: skip
    return LINKS.decode_fields(rows[0]) if rows else None


def links_there(
    store: Store, article_ids: Iterable[str]
) -> set[tuple[str, str, int, int, int, int, str, str]]:
    """Return the links whose `a` is one of these articles, as tuples.

    `(a, b, a_start, a_end, b_start, b_end, kind, annotator)`.
    """
    found: set[tuple[str, str, int, int, int, int, str, str]] = set()
    for batch, marks in in_batches(article_ids):
        rows = store.fetch(
            "SELECT a, b, a_start, a_end, b_start, b_end, kind, annotator FROM links"
            f" WHERE a IN ({marks}) AND deleted_at IS NULL",
            batch,
        )
        found.update(tuple(row) for row in rows)
    return found


def same_span(store: Store, span: Span) -> Span | None:
    """Return the span with the same offsets and label by the same annotator."""
    rows = store.fetch(
        f"SELECT {SPANS.listed_fields} FROM spans WHERE article_id = ? AND annotator = ?"
        ' AND "start" = ? AND "end" = ? AND label = ? AND deleted_at IS NULL',
        (span.article_id, span.annotator, span.start, span.end, span.label),
    )
    return SPANS.decode_fields(rows[0]) if rows else None


def articles_of_text(store: Store, sha256: str) -> list[str]:
    """Return the ids of the articles whose text has this SHA-256, in the order of adding."""
    rows = store.fetch(
        "SELECT id FROM articles WHERE sha256 = ? AND deleted_at IS NULL ORDER BY seq", (sha256,)
    )
    return [row[0] for row in rows]
