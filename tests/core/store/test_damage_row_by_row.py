"""One damaged row at a time: the check names it, and the repair loses it alone."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from tests.helpers.busy_project import busy_project
from tests.helpers.files import run_sql

from dittomark.annotations import Suggestion
from dittomark.errors import Cancelled
from dittomark.project import Project
from dittomark.store.check import find_problems
from dittomark.store.repair import repair
from dittomark.store.rows import ENTITIES
from dittomark.store.store import Store


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project in which people did everything, to the first and the last letter."""
    path = tmp_path_factory.mktemp("busy") / "work.ditto"
    with busy_project(path) as project:
        a, b, *_ = project.article_ids()
        lengths = [len(project.article(name).text) for name in (a, b)]
        project.annotate_span(a, 0, lengths[0], label="caption", annotator="Asha")
        project.add_link(
            a, b, a_start=0, a_end=lengths[0], b_start=0, b_end=lengths[1], kind="verbatim",
            annotator="Asha", direction="a_to_b",
        )  # fmt: skip
        project.add_event(title="Below", parent=project.events()[0].id)
        project.add_suggestions([_whole_link(a, b, lengths), _whole_span(a, lengths[0])])
    return path


def _whole_link(a: str, b: str, lengths: list[int]) -> Suggestion:
    other = {"article_id": b, "start": 0, "end": lengths[1]}
    return Suggestion(
        "l-whole", "link", "mine", "1", 0.5, article_id=a, start=0, end=lengths[0],
        label="verbatim", payload=other,
    )  # fmt: skip


def _whole_span(a: str, length: int) -> Suggestion:
    return Suggestion(
        "s-whole", "span", "mine", "1", 0.5, article_id=a, start=0, end=length, label="navigation"
    )


@pytest.fixture
def path(original: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(original, tmp_path / "work.ditto"))


def problems(path: Path) -> list[tuple[str, str, str]]:
    with closing(Store(path, read_only=True)) as store:
        return [(each.where, each.row_id, str(each.what)) for each in find_problems(store)]


def rows(path: Path, table: str) -> dict[str, dict[str, Any]]:
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        found = connection.execute(f"SELECT * FROM {table} ORDER BY id").fetchall()
    return {row["id"]: dict(row) for row in found}


def first(path: Path, table: str, where: str = "1") -> str:
    with closing(sqlite3.connect(path)) as connection:
        sql = f"SELECT id FROM {table} WHERE deleted_at IS NULL AND {where} ORDER BY seq LIMIT 1"
        return str(connection.execute(sql).fetchone()[0])


def test_what_lies_at_the_very_ends_of_a_text_is_sound(path: Path, tmp_path: Path) -> None:
    assert problems(path) == []
    found = repair(path, tmp_path / "new.ditto")
    assert found.lost == []
    for table in ENTITIES:
        ours = rows(path, table)
        assert rows(tmp_path / "new.ditto", table) == ours
        assert found.rows[table] == len(ours)
    assert problems(tmp_path / "new.ditto") == []
    with Project.open(path) as old, Project.open(tmp_path / "new.ditto") as new:
        assert [each.text for each in new.articles()] == [each.text for each in old.articles()]
        assert (new.name, new.scheme, new.statistics()) == (old.name, old.scheme, old.statistics())
        assert [each.id for each in new.history()][:5] == [each.id for each in old.history()][:5]


LINK = "id = 'l-whole'"
SPAN = "id = 's-whole'"


@pytest.mark.parametrize(
    ("table", "where", "change", "checked", "lost"),
    [
        ("spans", "1", '"start" = -1', "outside its text", "outside its text"),
        ("spans", "1", '"end" = "start"', "outside its text", "outside its text"),
        ("spans", "1", '"end" = 10000', "outside its text", "outside its text"),
        ("spans", "1", "origin = '['", "damaged (origin)", "damaged (origin)"),
        ("spans", "1", "updated_at = 'now'", "not a valid time", None),
        ("links", "1", "a_start = -1", "outside its texts", "no link"),
        ("links", "1", "a_end = a_start", "outside its texts", "no link"),
        ("links", "1", "a_end = 10000", "outside its texts", "no link"),
        ("links", "1", "b_start = -1", "outside its texts", "no link"),
        ("links", "1", "b_end = b_start", "outside its texts", "no link"),
        ("links", "1", "b_end = 10000", "outside its texts", "no link"),
        ("links", "1", "direction = 'up'", "direction is not valid", "no link"),
        ("links", "a_start = 0", "b = a, b_start = 0, b_end = a_end", "not in order", "no link"),
        ("suggestions", SPAN, '"start" = -1', "outside its text", "outside its text"),
        ("suggestions", SPAN, '"end" = 0', "outside its text", "outside its text"),
        ("suggestions", SPAN, '"start" = NULL', "outside its text", "outside its text"),
        ("suggestions", SPAN, '"end" = NULL', "outside its text", "outside its text"),
        ("suggestions", SPAN, '"end" = "end" + 1', "outside its text", "outside its text"),
        ("suggestions", LINK, '"end" = "end" + 1', "outside its text", "outside its text"),
        ("suggestions", LINK, "payload = '{}'", "outside its texts", "outside its text"),
        *(
            (
                "suggestions",
                LINK,
                f"payload = json_set(payload, '$.{name}', {value})",
                "outside its texts",
                "outside its text",
            )
            for name, value in (
                ("article_id", "'nobody'"),
                ("article_id", "7"),
                ("start", "-1"),
                ("start", "'0'"),
                ("end", "'1'"),
                ("end", "0"),
                ("end", "10000"),
            )
        ),
        ("suggestions", SPAN, "kind = 'hint'", "kind or state", None),
        ("suggestions", SPAN, "state = 'gone'", "kind or state", None),
        ("judgements", "1", "direction = 'up'", "direction is not valid", None),
        ("decisions", "1", "kind = 'all'", "kind is not valid", None),
        ("articles", "1", "length = -1", "length is negative", "text was damaged"),
        ("articles", "1", "length = 7", "not the one that was imported", "text was damaged"),
        ("articles", "1", "sha256 = 'x'", "not the one that was imported", "text was damaged"),
        ("events", "parent IS NULL", "parent = id", "part of itself", "parent was not recovered"),
        ("events", "1", "title = printf('%1000001d', 1)", "longer than any row", None),
    ],
)
def test_a_damaged_row_is_named_and_lost_alone(
    path: Path, tmp_path: Path, table: str, where: str, change: str, checked: str, lost: str | None
) -> None:
    name = first(path, table, where)
    run_sql(path, f"UPDATE {table} SET {change} WHERE id = '{name}'")
    named = [text for each, row_id, text in problems(path) if (each, row_id) == (table, name)]
    assert any(checked in text for text in named), named
    found = repair(path, tmp_path / "new.ditto")
    if lost is None:
        assert found.lost == []
        return
    assert [(each.where, each.row_id) for each in found.lost] == [(table, name)]
    assert lost in str(found.lost[0].what)
    kept = table in ("articles", "events")  # … and mended
    assert rows(tmp_path / "new.ditto", table).keys() ^ rows(path, table).keys() == (
        set() if kept else {name}
    )
    assert problems(tmp_path / "new.ditto") == []
    with Project.open(tmp_path / "new.ditto") as project:
        assert project.can_undo() is None  # a step that can't be taken back whole is not taken back


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("spans", "article_id"),
        ("memberships", "article_id"),
        ("memberships", "event_id"),
        ("judgements", "pair_id"),
        ("suggestions", "article_id"),
    ],
)
def test_a_row_whose_owner_is_lost_is_lost_with_it(
    path: Path, tmp_path: Path, table: str, column: str
) -> None:
    name = first(path, table, f"{column} IS NOT NULL")
    run_sql(path, f"UPDATE {table} SET {column} = 'nobody' WHERE id = '{name}'")
    assert (table, name) in [(where, row_id) for where, row_id, _ in problems(path)]
    found = repair(path, tmp_path / "new.ditto")
    assert [(each.where, each.row_id) for each in found.lost] == [(table, name)]
    assert column in str(found.lost[0].what)


def test_an_article_without_its_text_takes_what_lies_in_it_along(
    path: Path, tmp_path: Path
) -> None:
    name = first(path, "articles")
    run_sql(
        path, f"DELETE FROM texts WHERE article = (SELECT seq FROM articles WHERE id = '{name}')"
    )
    assert ("articles", name, "its text is missing") in problems(path)
    found = repair(path, tmp_path / "new.ditto")
    assert (found.lost[0].where, found.lost[0].row_id) == ("articles", name)
    assert str(found.lost[0].what) == "its text is missing"
    assert name not in rows(tmp_path / "new.ditto", "articles")
    new = tmp_path / "new.ditto"
    assert problems(new) == []
    assert {row["article_id"] for row in rows(new, "spans").values()} == {
        row["article_id"] for row in rows(path, "spans").values()
    } - {name}


@pytest.mark.parametrize("key", ["articles", "spans", "suggestions", "judgements/Asha", "new"])
def test_a_count_that_is_wrong_is_named(path: Path, key: str) -> None:
    with closing(Store(path, read_only=True)) as store:
        right = store.counters().get(key, 0)
    run_sql(path, f"INSERT OR REPLACE INTO counters VALUES ('{key}', 99)")
    assert problems(path) == [("counters", key, f"it says 99, there are {right}")]
    run_sql(path, f"DELETE FROM counters WHERE key = '{key}'")
    assert problems(path) == ([("counters", key, f"it says 0, there are {right}")] if right else [])


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("DROP INDEX spans_article", "the index spans_article is missing"),
        ("CREATE INDEX more ON spans (note)", "the index more is not one of Dittomark's"),
        ("CREATE TABLE more (x)", ""),
        ("CREATE TABLE more (x); CREATE INDEX of_more ON more (x)", ""),
    ],
)
def test_a_table_or_index_that_is_not_ours_is_named(
    path: Path, statement: str, expected: str
) -> None:
    run_sql(path, *statement.split(";"))
    assert problems(path) == ([("schema", "", expected)] if expected else [])


def test_what_the_journal_says_of_a_row_is_compared_with_it(path: Path) -> None:
    name = first(path, "spans")
    run_sql(path, f"UPDATE spans SET label = 'navigation', note = 'x' WHERE id = '{name}'")
    assert problems(path) == [("spans", name, "it is not what the journal says")]
    # … a score is the program's, and changes without a step
    run_sql(
        path,
        "UPDATE pairs SET score = 0.125 WHERE seq = 1",
        f"UPDATE spans SET updated_at = '2099-01-01T00:00:00.000000+00:00' WHERE id = '{name}'",
    )
    assert problems(path) == []  # by an import that was undone or done again


def test_a_row_that_the_journal_knows_and_that_is_gone_is_named(path: Path) -> None:
    name = first(path, "judgements")
    run_sql(path, f"DELETE FROM judgements WHERE id = '{name}'")
    found = problems(path)
    assert ("judgements", name, "it stands in the journal and is missing") in found
    assert {where for where, _, _ in found} == {"judgements", "counters"}


def test_a_step_of_which_a_part_is_missing_is_named(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        (edit,) = connection.execute("SELECT id FROM edits ORDER BY seq DESC LIMIT 1").fetchone()
    run_sql(path, f"UPDATE edits SET more = more + 1 WHERE id = '{edit}'")
    assert ("edits", edit, "a part of what it changed is missing") in problems(path)


def test_a_repair_can_be_watched_and_cancelled(path: Path, tmp_path: Path) -> None:
    seen: list[int] = []
    repair(path, tmp_path / "new.ditto", report=lambda done, _total: seen.append(done))
    assert max(seen) >= 24
    assert seen[:10] == list(range(1, 11))  # articles come first

    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        repair(path, tmp_path / "other.ditto", report=stop)
    assert not (tmp_path / "other.ditto").exists()
    assert not [each for each in tmp_path.iterdir() if each.stem.startswith("other")]


@pytest.mark.parametrize(
    ("key", "value", "what"),
    [
        ("scheme", "'['", "can't be read"),
        ("scheme", "printf('%1000001d', 1)", "longer than any project's"),
        ("name", "printf('%1000001d', 1)", "longer than any project's"),
    ],
)
def test_what_is_wrong_with_a_project_as_a_whole_is_named(
    path: Path, key: str, value: str, what: str
) -> None:
    run_sql(path, f"UPDATE meta SET value = {value} WHERE key = '{key}'")
    [(where, row_id, text)] = [each for each in problems(path) if each[0] == "meta"]
    assert (where, row_id, what in text) == ("meta", key, True)
