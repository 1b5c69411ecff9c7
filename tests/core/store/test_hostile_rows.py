"""Rows that no Dittomark wrote, in a file from somebody else: one sentence, or shown harmlessly."""

import dataclasses
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.helpers.command import Outcome, run
from tests.helpers.files import run_sql
from tests.helpers.projects import make_project
from tests.helpers.work import work_of

from dittomark.annotations import NewPair, Suggestion
from dittomark.errors import UserError
from dittomark.labels import Label, LabelScheme
from dittomark.project import Project
from dittomark.team.merge import merge_into

DEEP = "[" * 60_000 + "]" * 60_000
DEEP_OBJECT = '{"a":' * 30_000 + "1" + "}" * 30_000
HALF = '"\\ud800"'  # half a character, as JSON can say it
NO_OBJECT = ("[1]", '[{"id": 1}]', '"x"', "7", "null", HALF, DEEP, DEEP_OBJECT, "", "{")
NO_LIST = ('{"a": 1}', '[["x"]]', f"[{HALF}]", "7", DEEP, "")


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with every kind of row that keeps JSON."""
    with make_project(tmp_path_factory.mktemp("original")) as project:
        a, b, c = project.article_ids()
        project.add_pairs([NewPair(a, b, passage=(0, 4, 1, 5)), NewPair(b, c)])
        project.annotate_span(a, 0, 3, label="caption", annotator="A")
        project.judge_pair(a, b, relation="same_event", annotator="A", ratings={"Overall": 2})
        event = project.add_event(title="Flood", participants=["fire service"])
        project.label_event(a, event.id, annotator="A")
        project.add_link(
            a, b, a_start=0, a_end=4, b_start=1, b_end=5, kind="verbatim", annotator="A"
        )
        project.add_suggestions(
            [Suggestion("", "span", "s", "1", 0.5, article_id=a, start=0, end=2, label="caption")]
        )
        project.decide_spans(a, [(0, 3, "caption")], annotator="lead")
        return project.path


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    with make_project(tmp_path_factory.mktemp("own"), name="own") as project:
        return project.path


@pytest.fixture
def path(original: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(original, tmp_path / "work.ditto"))


def in_a_sentence(outcome: Outcome) -> Outcome:
    """It worked, or says in one sentence why not; nobody was surprised."""
    assert "should not have happened" not in outcome.err, outcome.err
    assert "Traceback" not in outcome.err
    if outcome.code:
        assert len(outcome.err.strip().splitlines()) <= 1 or outcome.out
    return outcome


def use(path: Path, own: Path, tmp_path: Path) -> None:
    """Do with the file what people do with one that came by mail."""
    in_a_sentence(run("check", path))
    in_a_sentence(run("check", path, "--repair", tmp_path / "repaired.ditto"))
    in_a_sentence(run("list", path, "changes"))
    in_a_sentence(run("merge", tmp_path / "merged.ditto", own, path))
    in_a_sentence(run("export", path, "--format", "jsonl", "--out", tmp_path / "out"))
    sentence = ""
    try:
        with Project.open(path, annotator="A") as project:
            project.add_event(title="and the work goes on")
            for _ in range(3):
                project.undo()
    except UserError as refused:
        sentence = str(refused)
    assert "\n" not in sentence


@pytest.mark.parametrize("wrong", NO_OBJECT, ids=range(len(NO_OBJECT)))
@pytest.mark.parametrize(
    "where",
    ["bent", "conflicts", "meta.scheme", "edits.added", "edits.after", "edits.before"],
)
def test_where_an_object_is_meant(
    path: Path, own: Path, tmp_path: Path, where: str, wrong: str
) -> None:
    value = wrong.replace("'", "''")
    match where.partition("."):
        case "meta", _, key:
            run_sql(path, f"INSERT OR REPLACE INTO meta VALUES ('{key}', '{value}')")
        case "edits", _, column:
            run_sql(path, f"UPDATE edits SET {column} = '{value}'")
        case table, _, _:
            run_sql(path, f"INSERT INTO {table} SELECT 'pairs', id, '{value}' FROM pairs")
    use(path, own, tmp_path)


@pytest.mark.parametrize("wrong", NO_OBJECT, ids=range(len(NO_OBJECT)))
@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("spans", "origin"),
        ("judgements", "ratings"),
        ("suggestions", "payload"),
        ("decisions", "content"),
        ("articles", "imported"),
        ("links", "origin"),
    ],
)
def test_columns_that_hold_an_object(
    path: Path, tmp_path: Path, table: str, column: str, wrong: str
) -> None:
    run_sql(path, f"UPDATE {table} SET {column} = '{wrong}'")
    refused = in_a_sentence(run("list", path, "articles"))
    assert refused.code == 1
    assert "can't be trusted" in refused.err
    in_a_sentence(run("check", path))
    in_a_sentence(run("merge", tmp_path / "merged.ditto", path, path))


@pytest.mark.parametrize("wrong", NO_LIST, ids=range(len(NO_LIST)))
@pytest.mark.parametrize(
    ("table", "column"), [("events", "participants"), ("events", "aliases"), ("pairs", "passage")]
)
def test_columns_that_hold_a_list(
    path: Path, tmp_path: Path, table: str, column: str, wrong: str
) -> None:
    run_sql(path, f"UPDATE {table} SET {column} = '{wrong}'")
    refused = in_a_sentence(run("list", path, "articles"))
    assert refused.code == 1
    in_a_sentence(run("check", path, "--repair", tmp_path / "repaired.ditto"))


@pytest.mark.parametrize("seq", [0, -(2**63)])
@pytest.mark.parametrize(
    "table", ["articles", "pairs", "spans", "judgements", "events", "links", "edits", "changes"]
)
def test_rows_that_are_numbered_from_below(
    path: Path, own: Path, tmp_path: Path, table: str, seq: int
) -> None:
    """A row that the lists would never reach is not simply missing."""
    run_sql(
        path,
        "PRAGMA foreign_keys = OFF",
        f"UPDATE {table} SET seq = {seq} WHERE seq = (SELECT max(seq) FROM {table})",
    )
    if table != "changes":  # there is none in this file
        refused = in_a_sentence(run("list", path, "articles"))
        assert refused.code == 1, table
        assert "can't be trusted" in refused.err
    use(path, own, tmp_path)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE articles SET deleted_at = updated_at",
        "UPDATE pairs SET deleted_at = updated_at",
        "UPDATE events SET deleted_at = updated_at",
    ],
)
def test_rows_that_hang_on_deleted_ones(
    path: Path, own: Path, tmp_path: Path, statement: str
) -> None:
    run_sql(path, statement)
    refused = in_a_sentence(run("export", path, "--format", "jsonl", "--out", tmp_path / "o"))
    assert "was deleted" in refused.err
    use(path, own, tmp_path)


def add_labels(path: Path, number: int) -> None:
    many = tuple(Label(f"label_{n}", f"Label {n}", "#123456") for n in range(number))
    scheme = dataclasses.asdict(LabelScheme(spans=many))
    text = json.dumps(scheme).replace("'", "''")
    run_sql(path, f"INSERT OR REPLACE INTO meta VALUES ('scheme', '{text}')")


def add_chain(path: Path, number: int) -> None:
    """Add events of which each is a part of the one before it."""
    steps = (
        f"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {number})"
        " INSERT INTO events (id, title, date, place, participants, aliases, parent, note,"
        " created_at, updated_at) SELECT printf('chain-%05d', i), 'E', '', '', '[]', '[]',"
        " CASE WHEN i > 1 THEN printf('chain-%05d', i - 1) END, '', e.created_at, e.updated_at"
        " FROM n, (SELECT * FROM events LIMIT 1) e"
    )
    run_sql(path, "BEGIN", "PRAGMA defer_foreign_keys = ON", steps, "COMMIT")
    run_sql(path, f"INSERT OR REPLACE INTO counters VALUES ('events', {number + 1})")


@pytest.mark.parametrize("add", [add_labels, add_chain])
def test_the_work_grows_with_the_file(
    original: Path, own: Path, tmp_path: Path, add: Callable[[Path, int], None]
) -> None:
    """Four times the labels, or the events, may not be sixteen times the work."""
    did = []
    for number in (10, 500, 2_000):  # the first is for what is loaded
        folder = tmp_path / str(number)
        folder.mkdir()
        path = Path(shutil.copy(original, folder / "work.ditto"))
        add(path, number)
        did.append(work_of(use, path, own, folder))
    assert did[2].grew(did[1]) < 8


def test_twenty_thousand_labels(path: Path, own: Path, tmp_path: Path) -> None:
    add_labels(path, 20_000)
    use(path, own, tmp_path)


def test_a_chain_of_twenty_thousand_events(path: Path, own: Path, tmp_path: Path) -> None:
    """Nothing nests in itself, however long the chain."""
    add_chain(path, 20_000)
    copy = shutil.copy(path, tmp_path / "copy.ditto")
    use(path, own, tmp_path)
    with make_project(tmp_path, name="mine") as project:
        merge_into(project, [Path(copy)])
        assert len(project.events()) == 20_001
        last = project.events()[-1]
        project.edit_event(last.id, title="the last one")
        with pytest.raises(UserError, match="part of"):
            project.edit_event("chain-00001", parent="chain-20000")
