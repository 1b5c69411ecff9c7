"""`dittomark check`: what is wrong with a file, and what can be recovered of it."""

import sqlite3
from pathlib import Path

import pytest
from tests.helpers.command import run
from tests.helpers.files import run_sql
from tests.helpers.projects import make_project

from dittomark.annotations import NewArticle, Suggestion
from dittomark.project import Project


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with make_project(tmp_path) as project:
        project.add_articles(NewArticle(f"text {n} " * 400, title=f"t{n}") for n in range(60))
        first, second, *others = project.article_ids()
        with project.batch("annotate", annotator="A1"):
            for article in others:
                project.annotate_span(article, 0, 5, label="caption", annotator="A1")
        project.judge_pair(first, second, relation="same_event", annotator="A1")
        event = project.add_event(title="Flood")
        project.label_event(first, event.id, annotator="A1")
        project.undo()
        return project.path


def test_a_sound_file(path: Path) -> None:
    outcome = run("check", path)
    assert (outcome.code, "is sound" in outcome.out) == (0, True)
    assert run("check", path, "--json").json == {"ok": True, "problems": [], "notices": []}


@pytest.mark.parametrize(
    ("statement", "what"),
    [
        ("UPDATE texts SET text = 'other' WHERE article = 1", "not the one that was imported"),
        ('UPDATE spans SET "end" = 9999999 WHERE seq = 1', "outside its text"),
        ("DELETE FROM spans WHERE seq = 1", "missing"),
        ("UPDATE spans SET label = 'teaser' WHERE seq = 1", "not what the journal says"),
        ("UPDATE counters SET value = 7 WHERE key = 'spans'", "it says 7"),
        ("UPDATE spans SET article_id = 'nobody' WHERE seq = 1", "is not there"),
        ("DELETE FROM texts WHERE article = 1", "its text is missing"),
        ("DROP INDEX spans_article", "is missing"),
        ("UPDATE events SET aliases = '[', parent = id", "damaged"),
    ],
)
def test_what_is_wrong_is_named(path: Path, statement: str, what: str) -> None:
    run_sql(path, statement)
    outcome = run("check", path, "--json")
    assert outcome.code == 1
    assert any(what in problem["what"] for problem in outcome.json["problems"]), outcome.out
    assert outcome.err.count("\n") == 1


def test_one_problem_is_not_several(path: Path) -> None:
    run_sql(path, "UPDATE counters SET value = 7 WHERE key = 'spans'")
    assert f"{path} has 1 problem; " in run("check", path).err


def test_repair_keeps_everything_of_a_sound_file(path: Path, tmp_path: Path) -> None:
    outcome = run("check", path, "--repair", tmp_path / "new.ditto", "--json")
    assert outcome.json["lost"] == []
    assert run("check", tmp_path / "new.ditto").code == 0
    for kind in ("articles", "pairs", "spans", "events", "changes"):
        old, new = (
            run("list", file, kind, "--json").json for file in (path, tmp_path / "new.ditto")
        )
        if kind == "changes":  # the new file begins with its own making
            new = [change for change in new if change["operation"] != "create" or change in old]
        assert new == old
    with Project.open(tmp_path / "new.ditto") as project:
        assert project.can_undo() == "add_event"


def test_repair_drops_what_makes_no_sense_and_says_so(path: Path) -> None:
    run_sql(
        path,
        'UPDATE spans SET "end" = 9999999 WHERE seq = 1',
        "UPDATE spans SET note = CAST(x'ff41' AS TEXT) WHERE seq = 2",
        "UPDATE events SET parent = id",
    )
    outcome = run("check", path, "--repair", "--json")
    assert outcome.code == 0
    repaired = path.with_name("work-repaired.ditto")
    assert outcome.json["into"] == str(repaired)
    assert sorted(loss["where"] for loss in outcome.json["lost"]) == ["events", "spans", "spans"]
    assert run("check", repaired, "--json").json["problems"] == []
    assert len(run("list", repaired, "spans", "--json").json) == 59
    assert len(run("list", path.with_name("work-repaired.ditto"), "events", "--json").json) == 1


def test_repair_drops_a_suggested_span_of_no_article(path: Path) -> None:
    with Project.open(path) as project:
        article = project.article_ids()[0]
        span = Suggestion(
            "", "span", "s", "1", 0.5, article_id=article, start=0, end=2, label="caption"
        )
        project.add_suggestions([span])
    run_sql(path, "UPDATE suggestions SET article_id = NULL")
    outcome = run("check", path, "--repair", "--json")
    assert [loss["where"] for loss in outcome.json["lost"]] == ["suggestions"]
    repaired = path.with_name("work-repaired.ditto")
    assert run("check", repaired, "--json").json["problems"] == []


def spoilt_page(path: Path, table: str) -> None:
    """Overwrite a page in the middle of a table with noise."""
    connection = sqlite3.connect(path)
    size = connection.execute("PRAGMA page_size").fetchone()[0]
    pages = [
        row[0]
        for row in connection.execute(
            "SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf'", (table,)
        )
    ]
    connection.close()
    content = bytearray(path.read_bytes())
    start = (pages[len(pages) // 2] - 1) * size
    content[start : start + size] = b"\xa5" * size
    path.write_bytes(content)


@pytest.mark.parametrize(
    "table", ["spans", "articles", "texts", "edits", "changes", "articles_source"]
)
def test_repair_of_a_spoilt_page(path: Path, table: str) -> None:
    spoilt_page(path, table)
    assert run("check", path).code == 1
    outcome = run("check", path, "--repair", "--json")
    assert outcome.code == 0
    repaired = path.with_name("work-repaired.ditto")
    again = run("check", repaired, "--json")
    lost = outcome.json["lost"]
    assert again.json["problems"] == []
    articles = run("list", repaired, "articles", "--json").json
    assert len(articles) >= 63 // 2
    assert bool(lost) == (table != "articles_source")


def test_repair_overwrites_nothing(path: Path) -> None:
    outcome = run("check", path, "--repair", path)
    assert (outcome.code, "exists already" in outcome.err) == (1, True)


def test_what_is_no_project_is_one_sentence(tmp_path: Path) -> None:
    outcome = run("check", tmp_path / "none.ditto")
    assert (outcome.code, outcome.err.count("\n")) == (1, 1)
