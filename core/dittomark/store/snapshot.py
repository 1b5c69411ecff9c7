"""One state of a project file, read from beginning to end without holding it in memory."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self, TypeVar

from dittomark.annotations import (
    ArticleInfo,
    Decision,
    Event,
    EventMembership,
    Judgement,
    Link,
    Pair,
    Span,
)
from dittomark.store.connection import PlainErrors, check_header, prepare_schema
from dittomark.store.reading import from_json
from dittomark.store.rows import (
    ARTICLES,
    DECISIONS,
    EVENTS,
    JUDGEMENTS,
    LINKS,
    MEMBERSHIPS,
    PAIRS,
    SPANS,
    Entity,
)
from dittomark.store.store import Store

Value = TypeVar("Value", Span, EventMembership, Judgement)
_BATCH: Final = 200


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article with its text and all annotations, spans in reading order."""

    info: ArticleInfo
    text: str
    spans: tuple[Span, ...]
    memberships: tuple[EventMembership, ...]


@dataclass(frozen=True, slots=True)
class PairRow:
    """A pair with all its judgements and the `external_id`s of its articles."""

    pair: Pair
    judgements: tuple[Judgement, ...]
    a_external_id: str
    b_external_id: str


class Snapshot:
    """A separate connection in one read transaction: edits made meanwhile are not visible.

    Used in a `with` statement, in any thread. Raises `ProjectFileError` for an unreadable file.
    """

    def __init__(self, path: Path) -> None:
        check_header(path)
        self._store = Store(path, read_only=True)
        try:
            with PlainErrors(path):
                prepare_schema(self._store.connection, path, read_only=True)
                self._store.connection.execute("BEGIN")
                self.counts = self._store.counters()  # the first read fixes the state
        except BaseException:
            self._store.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._store.close()

    @property
    def name(self) -> str:
        """The project's name."""
        return self._store.meta("name") or ""

    @property
    def scheme_json(self) -> dict[str, Any]:
        """The label scheme as stored."""
        return from_json(self._store.meta("scheme")) or {}

    def infos(self) -> Iterator[ArticleInfo]:
        """Yield the articles without their texts, in the order of their ids."""
        return self._store.iterate_by_id(ARTICLES)

    def ids_with_metadata(self) -> list[str]:
        """Return the ids of the articles with imported metadata."""
        # A comparison of strings: older files hold numbers that SQLite does not accept as JSON, and
        # quotation marks inside a value are escaped.
        return self._store.ids(
            "SELECT id FROM articles WHERE deleted_at IS NULL"
            """ AND instr(imported, '"metadata":{"') > 0""",
            {},
        )

    def articles(self) -> Iterator[ArticleRow]:
        """Yield the articles with all annotations, in the order of their ids."""
        for rows in self._store.pages(
            f"SELECT articles.id, texts.text, {ARTICLES.listed_fields} FROM articles"
            " JOIN texts ON texts.article = articles.seq"
            " WHERE articles.id > :after AND deleted_at IS NULL ORDER BY articles.id LIMIT :size",
            size=_BATCH,
            by="id",
        ):
            found = [(ARTICLES.decode_fields(row[2:]), row["text"]) for row in rows]
            ids = [info.id for info, _ in found]
            spans = self._of(SPANS, "article_id", ids, '"start", "end", id')
            memberships = self._of(MEMBERSHIPS, "article_id", ids, "event_id, annotator, id")
            for info, text in found:
                yield ArticleRow(
                    info,
                    text,
                    tuple(spans.get(info.id, ())),
                    tuple(memberships.get(info.id, ())),
                )

    def texts(self, article_ids: Iterable[str]) -> dict[str, str]:
        """Return the texts of some articles (a few hundred) by id."""
        wanted = list(article_ids)
        marks = ", ".join("?" * len(wanted))
        rows = self._store.fetch(
            "SELECT articles.id, texts.text FROM articles JOIN texts"
            f" ON texts.article = articles.seq WHERE articles.id IN ({marks})",
            wanted,
        )
        return {row["id"]: row["text"] for row in rows}

    def pairs(self) -> Iterator[PairRow]:
        """Yield the pairs with their judgements, in the order of their ids."""
        for rows in self._store.pages(
            f"SELECT pairs.id, one.external_id, two.external_id, {PAIRS.listed_fields}"
            " FROM pairs JOIN articles AS one ON one.id = pairs.a"
            " JOIN articles AS two ON two.id = pairs.b WHERE pairs.id > :after"
            " AND pairs.deleted_at IS NULL ORDER BY pairs.id LIMIT :size",
            size=_BATCH,
            by="id",
        ):
            found = [(PAIRS.decode_fields(row[3:]), row[1], row[2]) for row in rows]
            judgements = self._of(
                JUDGEMENTS, "pair_id", [pair.id for pair, _, _ in found], "annotator"
            )
            for pair, a, b in found:
                yield PairRow(pair, tuple(judgements.get(pair.id, ())), a, b)

    def links(self) -> Iterator[Link]:
        """Yield the links in the order of their ids."""
        return self._store.iterate_by_id(LINKS)

    def refused_links(self) -> int:
        """Return the number of passages, or links suggested otherwise, that were refused."""
        count: int = self._store.value(
            "SELECT count(*) FROM suggestions"
            " WHERE kind = 'link' AND state = 'refused' AND deleted_at IS NULL"
        )
        return count

    def events(self) -> Iterator[Event]:
        """Yield the event registry in the order of its ids."""
        return self._store.iterate_by_id(EVENTS)

    def decisions(self) -> Iterator[Decision]:
        """Yield the adjudicated decisions."""
        return self._store.iterate_by_id(DECISIONS)

    def _of(
        self, entity: Entity[Value], column: str, ids: Iterable[str], order: str
    ) -> dict[str, list[Value]]:
        """Return the rows that reference these ids, by id."""
        wanted = list(ids)
        marks = ", ".join("?" * len(wanted))
        found: dict[str, list[Value]] = {}
        for row in self._store.fetch(
            f"SELECT {entity.listed_fields} FROM {entity.table} WHERE {column} IN ({marks})"
            f" AND deleted_at IS NULL ORDER BY {order}",
            wanted,
        ):
            found.setdefault(row[column], []).append(entity.decode_fields(row))
        return found
