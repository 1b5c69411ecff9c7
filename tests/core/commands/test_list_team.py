"""`dittomark list`: what a team disagrees on, and who changed what when, in a shell."""

import shutil
from pathlib import Path

import pytest
from tests.helpers.command import run
from tests.helpers.projects import make_project

from dittomark.project import Project
from dittomark.team.merge import merge_into


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A project in which Rina and Shafiq disagree, and Rina with herself."""
    with make_project(tmp_path) as project:
        a, b, c = project.article_ids()
        project.judge_pair(a, b, relation="exact_duplicate", annotator="Rina", done=True)
        project.judge_pair(b, c, relation="exact_duplicate", annotator="Rina", done=True)
        project.judge_pair(a, c, relation="unrelated", annotator="Rina", done=True)
        project.judge_pair(a, b, relation="same_event", annotator="Shafiq", done=True)
        return project.path


def test_what_annotators_disagree_on(path: Path) -> None:
    [found] = run("list", path, "disagreements", "--json").json
    assert (found["kind"], sorted(found["external_ids"])) == ("relation", ["n0", "n1"])
    assert found["opinions"] == {
        "Rina": {"relation": "exact_duplicate", "direction": None},
        "Shafiq": {"relation": "same_event", "direction": None},
    }
    with Project.open(path) as project:
        project.decide_relation(
            found["target"], relation="same_event", annotator="Lead", note="Other words."
        )
    assert run("list", path, "disagreements", "--json").json == []
    [decision] = run("list", path, "decisions", "--json").json
    assert (decision["annotator"], decision["note"]) == ("Lead", "Other words.")


def test_spans_and_events_that_annotators_see_differently(path: Path) -> None:
    with Project.open(path) as project:
        a, *_ = project.article_ids()
        flood = project.add_event(title="Flood")
        boat = project.add_event(title="Boat")
        for who, end, event in (("Rina", 5, flood), ("Shafiq", 9, boat)):
            project.annotate_span(a, 0, end, label="caption", annotator=who)
            project.label_event(a, event.id, annotator=who)
    found = {one["kind"]: one for one in run("list", path, "disagreements", "--json").json}
    assert found["spans"]["opinions"] == {
        "Rina": [{"start": 0, "end": 5, "label": "caption"}],
        "Shafiq": [{"start": 0, "end": 9, "label": "caption"}],
    }
    assert found["events"]["opinions"] == {
        "Rina": [{"event_id": flood.id, "title": "Flood"}],
        "Shafiq": [{"event_id": boat.id, "title": "Boat"}],
    }
    assert found["spans"]["external_ids"] == ["n0"]


def test_judgements_that_can_not_all_be_right(path: Path) -> None:
    [found] = run("list", path, "contradictions", "--json").json
    assert (found["annotator"], found["relation"], len(found["chain"])) == ("Rina", "unrelated", 2)
    assert {found["a_external_id"], found["b_external_id"]} == {"n0", "n2"}
    assert run("list", path, "contradictions", "--annotator", "Shafiq", "--json").json == []
    [cluster] = run("list", path, "clusters", "--json").json
    assert sorted(cluster["external_ids"]) == ["n0", "n1", "n2"]
    assert "n0" in run("list", path, "clusters").out


def test_what_a_merge_could_not_settle(path: Path) -> None:
    with Project.open(path) as project:
        a, *_ = project.article_ids()
        project.annotate_span(a, 0, 5, label="caption", annotator="Rina")
    copy = Path(shutil.copy(path, path.with_name("copy.ditto")))
    for file, end in ((path, 7), (copy, 9)):
        with Project.open(file) as project:
            [span] = project.spans()
            project.edit_span(span.id, end=end)
    with Project.open(path) as project:
        merge_into(project, [copy])
    found = run("list", path, "conflicts", "--json").json
    assert {(one["entity"], one["kept"]["end"], one["other"]["end"]) for one in found} == {
        ("spans", 9, 7)
    }
    line = run("list", path, "conflicts").out.splitlines()[1]
    assert "end: 9 (7)" in line


def test_who_changed_what_and_when(path: Path) -> None:
    with Project.open(path) as project:
        a, *_ = project.article_ids()
        span = project.annotate_span(a, 0, 5, label="caption", annotator="Rina")
        project.edit_span(span.id, end=6)

    def changes(*options: str) -> list[str]:
        found = run("list", path, "changes", *options, "--json").json
        return [change["operation"] for change in found]

    assert changes("--row", span.id) == ["annotate_span", "edit_span"]
    assert changes("--operation", "judge_pair", "--annotator", "Shafiq") == ["judge_pair"]
    today = run("list", path, "changes", "--json").json[-1]["at"][:10]
    assert changes("--since", today) == ["annotate_span", "edit_span"]
    assert changes("--until", "2024-03-01")[0] == "create"
    assert "edit_span" not in changes("--until", "2024-03-01")
    assert changes("--until", "1999-12-31") == []
    text = run("list", path, "changes", "--operation", "edit_span").out
    assert f"spans {span.id}" in text
    assert "end: 6 (5)" in text
