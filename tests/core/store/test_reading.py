"""Rows come back as they were put in, however many there are; what no Dittomark wrote is refused."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.helpers.files import run_sql
from tests.helpers.projects import make_project

from dittomark.annotations import NewArticle, NewPair, Origin, Suggestion
from dittomark.errors import ProjectFileError
from dittomark.project import Project
from dittomark.store.codecs import CODECS, loaded_json, to_json
from dittomark.store.reading import from_json, in_batches
from dittomark.store.rows import ENTITIES
from dittomark.store.store import Store

MANY = 1203


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project with more articles and pairs than one reading takes."""
    path = tmp_path_factory.mktemp("many") / "work.ditto"
    with Project.create(path) as project:
        ids = project.add_articles(
            NewArticle(f"Text {n}.", external_id=f"x{n}") for n in range(MANY)
        ).added
        project.add_pairs(NewPair(ids[n], ids[n + 1]) for n in range(MANY - 1))
    return path


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    store = Store(path, read_only=True)
    yield store
    store.close()


@pytest.mark.parametrize("number", [0, 1, 499, 500, 501, 1000, 1001])
def test_values_come_in_batches_that_a_query_can_hold(number: int) -> None:
    values = [f"{n}" for n in range(number)]
    batches = list(in_batches(values))
    assert [value for batch, _ in batches for value in batch] == values
    assert all(marks == ", ".join("?" * len(batch)) for batch, marks in batches)
    assert [len(batch) for batch, _ in batches] == [500] * (number // 500) + [number % 500] * (
        number % 500 > 0
    )


@pytest.mark.parametrize("size", [1, 2, 401, MANY - 1, MANY, MANY + 1, 5000])
def test_pages_hold_every_row_once(store: Store, size: int) -> None:
    sql = "SELECT seq, id FROM articles WHERE seq > :after ORDER BY seq LIMIT :size"
    pages = list(store.pages(sql, size=size))
    rows = [row["id"] for page in pages for row in page]
    assert rows == [row[0] for row in store.fetch("SELECT id FROM articles ORDER BY seq")]
    assert all(len(page) == size for page in pages[:-1])
    by_id = "SELECT id FROM articles WHERE id > :after ORDER BY id LIMIT :size"
    found = [row[0] for page in store.pages(by_id, size=size, by="id") for row in page]
    assert found == sorted(rows)


def test_everything_is_read_in_order_and_by_id(store: Store) -> None:
    articles = ENTITIES["articles"]
    ids = [info.id for info in store.select(articles)]
    assert [info.external_id for info in store.select(articles)] == [f"x{n}" for n in range(MANY)]
    assert [info.id for info in store.iterate_by_id(articles)] == sorted(ids)
    turned = [*reversed(ids), "nobody", ids[0]]
    assert [info.id for info in store.select_ids(articles, turned)] == [*reversed(ids), ids[0]]
    assert [info.id for info in store.select(articles, external_id="x7")] == [ids[7]]
    assert store.select(articles, external_id="x7", title="another") == []
    assert [info.id for info in store.select(articles, external_id="x7", title=None)] == [ids[7]]
    assert store.has(articles, ids[3])
    assert not store.has(articles, "nobody")
    assert store.get(articles, "nobody") is None
    assert store.value("SELECT id FROM articles WHERE seq = 0") is None
    assert store.meta("no such entry") is None


def test_many_pairs_keep_their_order(path: Path) -> None:
    with Project.open(path, read_only=True) as project:
        found = list(project.pairs())
        assert [pair.position for pair in found] == [float(n) for n in range(1, MANY)]
        assert project.queue_ids(annotator="A") == [pair.id for pair in found]


def test_a_table_that_repeats_itself_is_damaged_and_not_read_for_ever(store: Store) -> None:
    sql = "SELECT 1 AS seq FROM articles WHERE seq > :after - 99999 LIMIT :size"
    with pytest.raises(ProjectFileError, match="is damaged"):
        list(store.pages(sql, size=10))


ORIGIN = Origin("lines", "2", 0.5, "s1", ("passages", "suggestions"), "min=3", moved=True)


@pytest.mark.parametrize(
    ("field", "value", "column"),
    [
        ("origin", Origin(), "{}"),
        ("origin", Origin(by="import"), '{"by":"import"}'),
        ("origin", ORIGIN, None),
        ("participants", ("নদী", "b"), '["নদী","b"]'),
        ("participants", (), "[]"),
        ("passage", (1, 2, 3, 4), "[1,2,3,4]"),
        ("passage", None, None),
        ("ratings", {"b": 2, "a": 1}, '{"a":1,"b":2}'),
        ("payload", {}, "{}"),
        ("payload", {"doubt": 0.25}, '{"doubt":0.25}'),
        ("payload", {'dou"bt': 1e-9}, '{"dou\\"bt":1e-09}'),
        ("payload", {"doubt": 1}, '{"doubt":1}'),
        ("payload", {"title": "নদী", "aliases": ["x"]}, '{"aliases":["x"],"title":"নদী"}'),
        ("done", True, 1),
        ("done", False, 0),
        ("score", 1, 1.0),
        ("score", None, None),
    ],
)
def test_a_field_comes_back_as_it_was(field: str, value: Any, column: Any) -> None:  # noqa: ANN401
    to_column, from_column = CODECS[field]
    stored = to_column(value)
    if column is not None:
        assert stored == column
        assert type(stored) is type(column)
    assert from_column(stored) == value


@pytest.mark.parametrize(
    ("field", "column"),
    [
        ("participants", "{}"),
        ("participants", "[1]"),
        ("participants", '["a", 1]'),
        ("passage", '["a"]'),
        ("passage", "[true]"),
        ("payload", "[]"),
        ("payload", "7"),
        ("ratings", '{"a": 1.5}'),
        ("ratings", '{"a": true}'),
        ("ratings", '{"a": 1, "b": "x"}'),
        ("origin", '{"more": 1}'),
        ("origin", "["),
        ("payload", '{"a": "\\ud800"}'),
        ("payload", '{"a": "\\uD800"}'),
    ],
)
def test_a_column_that_no_dittomark_wrote_is_refused(field: str, column: str) -> None:
    with pytest.raises((ValueError, TypeError)):
        CODECS[field][1](column)


def test_json_is_the_same_for_the_same_and_keeps_every_letter() -> None:
    assert to_json({"b": [1, "নদী"], "a": None}) == '{"a":null,"b":[1,"নদী"]}'
    assert loaded_json('"\\u0041\\ud83c\\udf0a"') == "A🌊"
    assert from_json(None) is None
    assert from_json("[1]") == [1]
    with pytest.raises(ProjectFileError, match="can't be read"):
        from_json("[")
    with pytest.raises(ValueError, match="surrogates"):
        loaded_json('"\\ud800"')


def test_a_row_that_was_deleted_is_read_no_more(tmp_path: Path) -> None:
    with make_project(tmp_path) as project:
        article = project.article_ids()[0]
        project.add_suggestions(
            [
                Suggestion(
                    "s", "span", "m", "1", 0.5, article_id=article, start=0, end=2, label="caption"
                )
            ]
        )
        path = project.path
    run_sql(path, "UPDATE suggestions SET deleted_at = updated_at")
    suggestions = ENTITIES["suggestions"]
    store = Store(path, read_only=True)
    assert store.get(suggestions, "s") is None
    assert not store.has(suggestions, "s")
    assert store.select(suggestions) == store.select_ids(suggestions, ["s"]) == []
    assert list(store.iterate_by_id(suggestions)) == []
    store.close()
    with pytest.raises(sqlite3.ProgrammingError):
        store.connection.execute("SELECT 1")
