"""`dittomark new`, `list` and `annotate`: a project filled and read from a shell."""

import json
from pathlib import Path

import pytest
from tests.helpers.command import run
from tests.helpers.projects import make_project

from dittomark.project import Project


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with make_project(tmp_path) as project:
        return project.path


def jsonl(folder: Path, *lines: object) -> Path:
    file = folder / "annotations.jsonl"
    text = "\n".join(
        line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in lines
    )
    file.write_text(text, encoding="utf-8")
    return file


def test_new_makes_an_empty_project(tmp_path: Path) -> None:
    path = tmp_path / "fresh.ditto"
    assert run("new", path, "--name", "Boats", "--json").json["name"] == "Boats"
    assert run("list", path, "articles", "--json").json == []
    again = run("new", path)
    assert (again.code, again.out) == (1, "")
    assert "exists already" in again.err


def test_new_with_a_scheme_of_ones_own(tmp_path: Path) -> None:
    scheme = tmp_path / "scheme.json"
    scheme.write_text('{"relations": [{"key": "same"}, {"key": "other", "directed": true}]}')
    run("new", tmp_path / "a.ditto", "--scheme", scheme)
    with Project.open(tmp_path / "a.ditto") as project:
        assert [label.key for label in project.scheme.relations] == ["same", "other"]
        assert project.scheme.span_label("navigation") is not None
    scheme.write_text('{"relations": [{"kay": "same"}]}')
    refused = run("new", tmp_path / "b.ditto", "--scheme", scheme)
    assert (refused.code, "not a label scheme" in refused.err) == (1, True)
    assert not (tmp_path / "b.ditto").exists()


def test_annotate_places_everything_and_list_shows_it(path: Path, tmp_path: Path) -> None:
    file = jsonl(
        tmp_path,
        {"type": "span", "external_id": "n0", "start": 0, "end": 18, "label": "navigation"},
        {
            "type": "pair",
            "a_external_id": "n0",
            "b_external_id": "n1",
            "relation": "partially_derived",
            "direction": "a_to_b",
            "note": "একই তারবার্তা",
        },
        "",
        {"type": "event", "id": "e1", "title": "Boat accident", "date": "2024-03-01"},
        {"type": "membership", "external_id": "n2", "event": "e1"},
    )
    outcome = run("annotate", path, "--from", file, "--annotator", "A1", "--json")
    assert outcome.code == 0
    assert outcome.json["applied"] == {
        "spans": 1,
        "judgements": 1,
        "events": 1,
        "memberships": 1,
    }
    articles = {
        row["external_id"]: row["id"] for row in run("list", path, "articles", "--json").json
    }
    [span] = run("list", path, "spans", "--json").json
    assert (span["article_id"], span["exact"][:5], span["annotator"]) == (
        articles["n0"],
        "প্রথম",
        "A1",
    )
    [pair] = run("list", path, "pairs", "--json").json
    assert {pair["a"], pair["b"]} == {articles["n0"], articles["n1"]}
    assert {pair["a_external_id"], pair["b_external_id"]} == {"n0", "n1"}
    source = pair["a_external_id"] if pair["direction"] == "a_to_b" else pair["b_external_id"]
    assert (pair["relation"], source) == ("partially_derived", "n0")
    [event] = run("list", path, "events", "--json").json
    assert (event["title"], event["articles"]) == ("Boat accident", [articles["n2"]])
    [annotator] = run("list", path, "annotators", "--json").json
    assert (annotator["annotator"], annotator["spans"], annotator["judgements"]) == ("A1", 1, 1)
    changes = run("list", path, "changes", "--json").json
    assert [change["operation"] for change in changes][-1] == "apply_annotations"
    assert "navigation" in run("list", path, "spans").out


def test_a_file_applied_twice_changes_nothing(path: Path, tmp_path: Path) -> None:
    file = jsonl(
        tmp_path,
        {"external_id": "n0", "start": 0, "end": 18, "label": "navigation"},
        {"a_external_id": "n0", "b_external_id": "n1", "relation": "same_event"},
        {"external_id": "n2", "event_title": "Boat accident"},
    )
    said = run("annotate", path, "--from", file, "--annotator", "A1")
    assert said.out == "1 event, 1 span, 1 membership, 1 judgement\n"
    before = [run("list", path, kind, "--json").out for kind in ("spans", "pairs", "events")]
    again = run("annotate", path, "--from", file, "--annotator", "A1", "--json")
    assert (again.json["applied"], again.json["unchanged"]) == ({}, 3)
    assert before == [
        run("list", path, kind, "--json").out for kind in ("spans", "pairs", "events")
    ]


def test_what_cannot_be_placed_is_named_by_its_line(path: Path, tmp_path: Path) -> None:
    file = jsonl(
        tmp_path,
        {"type": "span", "external_id": "n0", "start": 0, "end": 18, "label": "navigation"},
        {"type": "span", "external_id": "n9", "start": 0, "end": 18, "label": "navigation"},
        "{not json",
        {"type": "span", "external_id": "n0", "start": 5, "end": 100000, "label": "navigation"},
        {"type": "span", "external_id": "n0", "start": "5", "end": 9, "label": "navigation"},
        {"type": "pair", "a_external_id": "n0", "b_external_id": "n1", "relation": "cousins"},
        {"type": "pair", "a_external_id": "n0", "b_external_id": "n0", "relation": "unrelated"},
        {"type": "membership", "external_id": "n0", "event": "e7"},
        ["a", "list"],
        {"type": "poem", "external_id": "n0"},
        {"type": "span", "external_id": "n1", "start": 0, "end": 3, "label": "caption"},
    )
    outcome = run("annotate", path, "--from", file, "--annotator", "A1", "--json")
    assert outcome.code == 1
    assert [failure["line"] for failure in outcome.json["failed"]] == [*range(2, 11)]
    assert "annotations.jsonl:2: There is no article n9" in outcome.err
    assert "Traceback" not in outcome.err
    assert len(run("list", path, "spans", "--json").json) == 2
    assert run("list", path, "pairs", "--json").json == []


def test_a_whole_file_is_one_step_back(path: Path, tmp_path: Path) -> None:
    file = jsonl(
        tmp_path,
        *(
            {"external_id": "n0", "start": start, "end": start + 3, "label": "caption"}
            for start in range(10)
        ),
    )
    run("annotate", path, "--from", file, "--annotator", "A1")
    with Project.open(path) as project:
        assert len(project.spans()) == 10
        project.undo(annotator="A1")
        assert project.spans() == []


def test_a_missing_file_is_one_sentence(path: Path, tmp_path: Path) -> None:
    outcome = run("annotate", path, "--from", tmp_path / "none", "--annotator", "A1")
    assert outcome.code == 1
    assert outcome.err.count("\n") == 1


def test_a_later_file_changes_what_was_said_before(path: Path, tmp_path: Path) -> None:
    pair = {"a_external_id": "n0", "b_external_id": "n1"}
    file = jsonl(
        tmp_path,
        {**pair, "relation": "partially_derived", "direction": "a_to_b", "flagged": True},
        {"external_id": "n2", "event_title": "Boat accident", "note": "first look"},
    )
    run("annotate", path, "--from", file, "--annotator", "A1")
    file = jsonl(
        tmp_path,
        {**pair, "relation": "same_event"},
        {**pair, "note": "own reporter"},
        {"external_id": "n2", "event": "Boat accident", "note": "second look"},
    )
    outcome = run("annotate", path, "--from", file, "--annotator", "A1", "--json")
    assert outcome.json["applied"] == {"judgements": 1, "memberships": 1}
    with Project.open(path) as project:
        [said] = project.judgements()
        assert (said.relation, said.direction, said.note) == ("same_event", None, "own reporter")
        assert said.flagged
        assert [one.note for one in project.memberships()] == ["second look"]
        assert len(project.events()) == 1


def test_an_export_is_understood_as_one_annotators_work(path: Path, tmp_path: Path) -> None:
    with Project.open(path) as project:
        one, other, _ = project.article_ids()
        project.annotate_span(one, 0, 18, label="navigation", annotator="A1")
        project.judge_pair(one, other, relation="same_event", annotator="A1")
        project.judge_pair(one, other, relation="unrelated", annotator="A2")
        event = project.add_event(title="Boat accident")
        project.label_event(one, event.id, annotator="A1")
    run("export", path, "--format", "jsonl", "--out", tmp_path / "set.jsonl")
    lines = (tmp_path / "set.jsonl").read_text("utf-8").splitlines()
    kept = [line for line in lines if json.loads(line)["type"] in {"article", "pair", "event"}]
    file = jsonl(tmp_path, *kept)
    outcome = run("annotate", path, "--from", file, "--annotator", "A2", "--json")
    assert outcome.json["applied"] == {"spans": 1, "memberships": 1}
    with Project.open(path) as project:
        assert [said.relation for said in project.judgements(annotator="A2")] == ["unrelated"]
        assert len(project.article_ids()) == 3
    third = run("annotate", path, "--from", file, "--annotator", "A3")
    assert "says no relation" in third.err


def test_a_judgement_may_name_its_pair(tmp_path: Path) -> None:
    with make_project(tmp_path) as project:
        a, b, _ = project.article_ids()
        pair = project.add_pair(a, b)
    lines = tmp_path / "judged.jsonl"
    line = {"type": "judgement", "pair_id": pair.id, "relation": "unrelated", "done": True}
    lines.write_text(json.dumps(line) + "\n", "utf-8")
    done = run("annotate", project.path, "--from", lines, "--annotator", "A1")
    assert done.code == 0, done.err
    with Project.open(project.path, read_only=True) as opened:
        [judgement] = opened.judgements()
    assert (judgement.pair_id, judgement.relation, judgement.done) == (pair.id, "unrelated", True)
    lines.write_text(json.dumps({**line, "pair_id": "nobody"}) + "\n", "utf-8")
    assert "nobody" in run("annotate", project.path, "--from", lines, "--annotator", "A1").err
