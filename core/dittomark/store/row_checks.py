"""Checks that each row of a project file is valid: damage by disks or untrusted sources."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from dittomark.errors import ProjectFileError, UserError
from dittomark.labels import scheme_from_dict
from dittomark.messages import Message
from dittomark.store.reading import from_json
from dittomark.store.rows import ENTITIES, ROWS_OF
from dittomark.store.store import Store

_LONGEST: Final = 1_000_000  # code points of a title, note …; texts may be longer
FEW: Final = 100  # maximum of reported problems of one kind


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem: `where` (a table), the row (its id, or empty), and a description."""

    where: str
    row_id: str
    what: Message

    @property
    def message(self) -> Message:
        """The problem and its row."""
        if not self.row_id:
            return self.what
        where = ROWS_OF.get(self.where, self.where)
        return Message("{where} {row}: {what}", where=where, row=self.row_id, what=self.what)

    def __str__(self) -> str:
        return str(self.message)


def readable(store: Store) -> Iterator[Problem]:
    """Yield annotations that can't be decoded, or are of excessive size."""
    for name in ("scheme", "name"):
        if (store.value("SELECT length(value) FROM meta WHERE key = ?", (name,)) or 0) > _LONGEST:
            yield Problem("meta", name, Message("it is longer than any project's"))
            return
    try:
        scheme_from_dict(from_json(store.meta("scheme")) or {})
    except UserError as error:
        yield Problem("meta", "scheme", error.message)
    for entity in ENTITIES.values():
        lengths = " + ".join(f'coalesce(length("{column}"), 0)' for column in entity.columns)
        rows = store.fetch(
            f"SELECT id FROM {entity.table} WHERE {lengths} > {_LONGEST} LIMIT {FEW}"
        )
        yield from (
            Problem(entity.table, row[0], Message("it is longer than any row")) for row in rows
        )
        if rows:
            return
        fields = len(entity.fields)  # index of the first column
        for batch in store.pages(
            f"SELECT seq, {entity.listed_columns} FROM {entity.table}"
            " WHERE seq > :after ORDER BY seq LIMIT :size"
        ):
            for row in batch:
                try:
                    entity.check_fields(row[1 : 1 + fields])
                except ProjectFileError as error:
                    yield Problem(entity.table, str(row["id"]), error.message)


_SENSE: Final = (
    (
        "spans",
        Message("the span lies outside its text"),
        (
            'SELECT s.id FROM spans s JOIN articles a ON a.id = s.article_id WHERE s."start" < 0'
            ' OR s."end" <= s."start" OR s."end" > a.length'
        ),
    ),
    (
        "suggestions",
        Message("the suggested span lies outside its text"),
        (
            "SELECT s.id FROM suggestions s JOIN articles a ON a.id = s.article_id"
            ' WHERE s.kind IN (\'span\', \'link\') AND (s."start" IS NULL OR s."end" IS NULL OR s."start" < 0'
            ' OR s."end" <= s."start" OR s."end" > a.length)'
        ),
    ),
    (
        "links",
        Message("the link lies outside its texts"),
        (
            "SELECT l.id FROM links l JOIN articles a ON a.id = l.a JOIN articles b ON b.id = l.b"
            " WHERE l.a_start < 0 OR l.a_end <= l.a_start OR l.a_end > a.length"
            " OR l.b_start < 0 OR l.b_end <= l.b_start OR l.b_end > b.length"
        ),
    ),
    *(
        (
            table,
            Message("what it belongs to was deleted"),
            (
                f"SELECT r.id FROM {table} r JOIN {owners} o ON o.id = r.{column}"
                " WHERE r.deleted_at IS NULL AND o.deleted_at IS NOT NULL"
            ),
        )
        for table, column, owners in (
            ("spans", "article_id", "articles"),
            ("links", "a", "articles"),
            ("links", "b", "articles"),
            ("pairs", "a", "articles"),
            ("pairs", "b", "articles"),
            ("judgements", "pair_id", "pairs"),
            ("memberships", "article_id", "articles"),
            ("memberships", "event_id", "events"),
            ("events", "parent", "events"),
        )
    ),
    (
        "links",
        Message("its two sides are not in order, or the same"),
        "SELECT id FROM links WHERE a > b OR (a = b AND (a_start, a_end) >= (b_start, b_end))",
    ),
    (
        "links",
        Message("the direction is not valid"),
        "SELECT id FROM links WHERE direction NOT IN ('a_to_b', 'b_to_a')",
    ),
    (
        "suggestions",
        Message("the suggested link lies outside its texts"),
        (
            "SELECT s.id FROM suggestions s"
            " LEFT JOIN articles b ON b.id = json_extract(s.payload, '$.article_id')"
            " WHERE s.kind = 'link' AND (s.article_id IS NULL OR b.id IS NULL"
            " OR typeof(json_extract(s.payload, '$.start')) <> 'integer'"
            " OR typeof(json_extract(s.payload, '$.end')) <> 'integer'"
            " OR json_extract(s.payload, '$.start') < 0"
            " OR json_extract(s.payload, '$.end') <= json_extract(s.payload, '$.start')"
            " OR json_extract(s.payload, '$.end') > b.length)"
        ),
    ),
    ("articles", Message("its length is negative"), "SELECT id FROM articles WHERE length < 0"),
    (
        "articles",
        Message("its text is missing"),
        (
            "SELECT id FROM articles WHERE NOT EXISTS"
            " (SELECT 1 FROM texts WHERE texts.article = articles.seq)"
        ),
    ),
    ("pairs", Message("its two articles are not in order"), "SELECT id FROM pairs WHERE a >= b"),
    (
        "judgements",
        Message("the direction is not valid"),
        "SELECT id FROM judgements WHERE direction NOT IN ('a_to_b', 'b_to_a')",
    ),
    (
        "suggestions",
        Message("the kind or state is not valid"),
        (
            "SELECT id FROM suggestions WHERE kind NOT IN ('span', 'relation', 'event', 'link')"
            " OR state NOT IN ('open', 'accepted', 'refused')"
        ),
    ),
    (
        "decisions",
        Message("the kind is not valid"),
        "SELECT id FROM decisions WHERE kind NOT IN ('relation', 'spans', 'events', 'links')",
    ),
)


_TIME: Final = (
    "[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]"
    ".[0-9][0-9][0-9][0-9][0-9][0-9]+00:00"
)


def sense(store: Store) -> Iterator[Problem]:
    """Yield offsets outside their texts, loops of events, and invalid values of enumerations."""
    for table, what, sql in _SENSE:
        for row in store.fetch(f"{sql} LIMIT {FEW}"):
            yield Problem(table, row[0], what)
    for table, name in (("edits", "at"), *((table, "updated_at") for table in ENTITIES)):
        for row in store.fetch(
            f"SELECT id FROM {table} WHERE length({name}) <> 32 OR {name} NOT GLOB ? LIMIT {FEW}",
            (_TIME,),
        ):
            yield Problem(table, row[0], Message("its time is not a valid time"))
    for table, name in (("edits", "id"), ("changes", "row_id"), *((t, "id") for t in ENTITIES)):
        for row in store.fetch(f"SELECT {name} FROM {table} WHERE seq < 1 LIMIT {FEW}"):
            yield Problem(table, row[0], Message("its number is not valid"))
    parents = {row[0]: row[1] for row in store.fetch("SELECT id, parent FROM events")}
    for event in loops(parents):
        yield Problem("events", event, Message("the event is part of itself"))


def loops(parents: dict[str, str | None]) -> list[str]:
    """Return the ids whose chain of parents leads back to them; each is visited once."""
    found: list[str] = []
    settled: set[str] = set()
    for start in parents:
        chain: dict[str, int] = {}
        above: str | None = start
        while above is not None and above not in settled and above not in chain:
            chain[above] = len(chain)
            above = parents.get(above)
        if above is not None and above in chain:
            found.extend(list(chain)[chain[above] :])
        settled.update(chain)
    return found


def texts(store: Store) -> Iterator[Problem]:
    """Yield texts that differ from the imported ones."""
    for rows in store.pages(
        "SELECT a.seq, a.id, a.sha256, a.length, t.text FROM articles a"
        " JOIN texts t ON t.article = a.seq WHERE a.seq > :after ORDER BY a.seq LIMIT :size",
        size=100,
    ):
        for row in rows:
            if not text_is_intact(row["text"], sha256=row["sha256"], length=row["length"]):
                yield Problem(
                    "articles", row["id"], Message("its text is not the one that was imported")
                )


def text_is_intact(text: str, *, sha256: str, length: int) -> bool:
    """Whether the text equals the imported one."""
    return len(text) == length and hashlib.sha256(text.encode()).hexdigest() == sha256
