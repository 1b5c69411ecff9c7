"""`dittomark adjudicate`: what annotators disagree on, listed and settled from a shell."""

import json
from pathlib import Path

import pytest
from tests.helpers.command import run
from tests.helpers.projects import make_project

from dittomark.project import Project


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Rina and Shafiq disagree on a relation, the spans of n0 and its event, not on n1 and n2."""
    with make_project(tmp_path) as project:
        a, b, c = project.article_ids()
        for who, relation in (("Rina", "same_event"), ("Shafiq", "exact_duplicate")):
            project.judge_pair(a, b, relation=relation, annotator=who, done=True)
            project.judge_pair(b, c, relation="unrelated", annotator=who, done=True)
        project.annotate_span(a, 0, 18, label="navigation", annotator="Rina")
        project.annotate_span(a, 0, 16, label="navigation", annotator="Shafiq")
        for who, title in (("Rina", "Flood"), ("Shafiq", "Boat")):
            project.label_event(a, project.add_event(title=title).id, annotator=who)
        return project.path


def decided(path: Path) -> dict[str, object]:
    """Return what was decided, by kind."""
    decisions = run("list", path, "decisions", "--json").json
    return {one["kind"]: one["content"] for one in decisions}


def write(folder: Path, *lines: object) -> Path:
    file = folder / "decisions.jsonl"
    file.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines), "utf-8")
    return file


def test_the_questions_are_listed_with_every_answer(path: Path) -> None:
    listed = run("adjudicate", path)
    assert listed.code == 0
    for answer in ("Rina: same_event", "Shafiq: exact_duplicate", "Shafiq: Boat", "3 questions"):
        assert answer in listed.out
    assert "Rina: 0-18:navigation “প্রথম পাতা | খেলা" in listed.out
    relation, spans, events = run("adjudicate", path, "--json").json
    assert [one["kind"] for one in (relation, spans, events)] == ["relation", "spans", "events"]
    assert relation["opinions"]["Rina"]["relation"] == "same_event"
    assert [one["kind"] for one in run("adjudicate", path, "--kind", "spans", "--json").json] == [
        "spans"
    ]


def test_an_annotators_answer_is_accepted_with_the_reason(path: Path) -> None:
    taken = run(
        "adjudicate", path, "n1,n0", "--accept", "Shafiq", "--annotator", "Lead",
        "--reason", "একই তারবার্তা", "--json",
    )  # fmt: skip
    assert taken.code == 0
    assert (taken.json["annotator"], taken.json["note"]) == ("Lead", "একই তারবার্তা")
    assert taken.json["content"]["relation"] == "exact_duplicate"
    assert [one["kind"] for one in run("adjudicate", path, "--json").json] == ["spans", "events"]
    settled = run("adjudicate", path, "--settled")
    assert "settled by Lead (একই তারবার্তা)" in settled.out
    again = run("adjudicate", path, "n0", "--accept", "Rina", "--annotator", "Lead")
    assert (again.code, "spans or the events" in again.err) == (1, True)
    run("adjudicate", path, "n0", "--kind", "spans", "--accept", "Rina", "--annotator", "Lead")
    assert decided(path)["spans"] == {"spans": [[0, 18, "navigation"]]}


def test_an_answer_of_ones_own(path: Path) -> None:
    lead = ("--annotator", "Lead")
    relation = ("--relation", "partially_derived", "--direction", "a_to_b")
    assert run("adjudicate", path, "n1,n0", *relation, *lead).code == 0
    assert run("adjudicate", path, "n0", "--spans", "0-17:navigation", *lead).code == 0
    assert run("adjudicate", path, "n0", "--events", "Boat", *lead).code == 0
    with Project.open(path, read_only=True) as project:
        n0, n1, _ = project.article_ids()
        pair = project.find_pair(n0, n1)
        assert pair is not None
        from_n1 = "a_to_b" if pair.a == n1 else "b_to_a"
        [boat] = (event.id for event in project.events() if event.title == "Boat")
    assert decided(path) == {
        "relation": {"relation": "partially_derived", "direction": from_n1},
        "spans": {"spans": [[0, 17, "navigation"]]},
        "events": {"events": [boat]},
    }
    assert run("adjudicate", path).out == "Nobody disagrees on anything open.\n"
    assert run("adjudicate", path, "n0", "--spans", *lead).code == 0
    assert decided(path)["spans"] == {"spans": []}


def test_a_decision_is_withdrawn(path: Path) -> None:
    lead = ("--annotator", "Lead")
    run("adjudicate", path, "n0,n1", "--accept", "Rina", *lead)
    assert run("adjudicate", path, "n0,n1", "--withdraw", *lead).code == 0
    assert decided(path) == {}
    refused = run("adjudicate", path, "n0,n1", "--withdraw", *lead)
    assert (refused.code, "not settled" in refused.err) == (1, True)


def test_what_all_say_is_settled_at_once(path: Path) -> None:
    done = run("adjudicate", path, "--agreed", "--annotator", "Lead", "--json")
    assert done.json == {"decided": 1}
    assert decided(path)["relation"] == {"relation": "unrelated", "direction": None}


def test_decisions_come_from_a_file_as_one_step(path: Path, tmp_path: Path) -> None:
    listed = run("adjudicate", path, "--json").json
    file = write(
        tmp_path,
        *({**question, "accept": "Rina", "note": "seen"} for question in listed[:2]),
        {"article": "n0", "events": ["Flood", "Boat"]},
        {"a": "n1", "b": "n2", "relation": "same_event"},
    )
    options = ("--from", file, "--annotator", "Lead", "--json")
    assert run("adjudicate", path, *options).json == {"decided": 4, "unchanged": 0, "failed": []}
    assert run("adjudicate", path, *options).json == {"decided": 0, "unchanged": 4, "failed": []}
    exported = run("list", path, "decisions", "--json").json
    with Project.open(path) as project:
        assert {one.note for one in project.decisions()} == {"seen", ""}
        project.undo(annotator="Lead")
        assert project.decisions() == []
    again = write(tmp_path, *exported)
    assert run("adjudicate", path, "--from", again, "--annotator", "Lead").code == 0
    assert run("adjudicate", path, "--json").json == []


def test_what_cannot_be_decided_is_named_by_its_line(path: Path, tmp_path: Path) -> None:
    file = write(
        tmp_path,
        {"a": "n0", "b": "n1", "accept": "Rina"},
        {"a": "n0", "b": "n9", "relation": "unrelated"},
        {"a": "n0", "b": "n2", "relation": "unrelated"},
        {"a": "n0", "b": "n1", "relation": "cousins"},
        {"a": "n0", "b": "n1", "accept": "Nobody"},
        {"article": "n0", "spans": [[0, 100000, "navigation"]]},
        {"article": "n0", "spans": [[0, "x"]]},
        {"article": "n0", "events": ["Landslide"]},
        {"article": "n0", "kind": "poem", "spans": []},
        {"relation": "unrelated"},
        ["a", "list"],
        {"article": "n0", "accept": "Shafiq", "kind": "events"},
    )
    outcome = run("adjudicate", path, "--from", file, "--annotator", "Lead", "--json")
    assert outcome.code == 1
    assert [failure["line"] for failure in outcome.json["failed"]] == [*range(2, 12)]
    assert "decisions.jsonl:2: There is no article n9" in outcome.err
    assert set(decided(path)) == {"relation", "events"}


@pytest.mark.parametrize(
    "options",
    [
        ("--accept", "Rina", "--annotator", "Lead"),
        ("n0,n1", "--accept", "Rina"),
        ("n0,n1",),
        ("n0,n1", "--relation", "unrelated", "--accept", "Rina", "--annotator", "Lead"),
        ("n0", "--spans", "0:18", "--annotator", "Lead"),
        ("n0,n1", "--accept", "Rina", "--direction", "a_to_b", "--annotator", "Lead"),
    ],
)
def test_options_that_do_not_go_together_are_wrong_usage(path: Path, options: tuple[str]) -> None:
    assert run("adjudicate", path, *options).code == 2
    assert decided(path) == {}
