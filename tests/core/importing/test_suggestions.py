"""Files of predictions: lines and tables become suggestions of whoever made them."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.helpers.projects import make_project

from dittomark.importing import annotate_from, import_into
from dittomark.project import Project

SPAN = {
    "type": "suggestion",
    "kind": "span",
    "external_id": "n0",
    "start": 0,
    "end": 12,
    "label": "navigation",
    "score": 0.91,
    "suggester": "mine",
    "version": "3",
}


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with make_project(tmp_path) as project:
        yield project


def written(folder: Path, *rows: dict[str, Any], name: str = "predictions.jsonl") -> Path:
    path = folder / name
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path


def test_spans_keep_their_suggester_version_and_score(project: Project, tmp_path: Path) -> None:
    report = import_into(project, written(tmp_path, SPAN))
    assert (report.annotations, report.failed) == ({"suggestions": 1}, 0)
    [found] = project.suggestions()
    assert (found.suggester, found.version, found.score) == ("mine", "3", 0.91)
    assert (found.start, found.end, found.label) == (0, 12, "navigation")
    assert project.spans() == []


def test_annotate_reads_them_as_well(project: Project, tmp_path: Path) -> None:
    report = annotate_from(project, written(tmp_path, SPAN), annotator="A1")
    assert report.annotations == {"suggestions": 1}
    assert project.suggestions()[0].suggester == "mine"


def test_the_same_file_again_adds_nothing_and_what_was_refused_stays_so(
    project: Project, tmp_path: Path
) -> None:
    path = written(tmp_path, SPAN)
    import_into(project, path)
    project.refuse_suggestion(project.suggestions()[0].id, annotator="A1")
    import_into(project, written(tmp_path, {**SPAN, "version": "4", "score": 0.99}))
    assert project.suggestions() == []
    assert len(project.suggestions(state="refused")) == 1


def test_a_relation_brings_its_pair_and_its_direction_is_turned(
    project: Project, tmp_path: Path
) -> None:
    rows = [
        {"kind": "relation", "a": a, "b": b, "relation": "contains", "direction": "a_to_b"}
        for a, b in (("n0", "n1"), ("n2", "n1"))
    ]
    given = [{"type": "suggestion", "suggester": "mine", **row} for row in rows]
    import_into(project, written(tmp_path, *given))
    for row in rows:
        a, b = (project.article_named(row[side]) for side in ("a", "b"))
        pair = project.find_pair(a, b)
        assert pair is not None
        assert pair.origin.by == "mine"
        [found] = project.suggestions(pair_id=pair.id)
        assert found.payload["direction"] == ("a_to_b" if a == pair.a else "b_to_a")


def test_pairs_go_into_the_queue(project: Project, tmp_path: Path) -> None:
    row = {"type": "suggestion", "kind": "pair", "a": "n0", "b": "n1", "score": 0.4}
    import_into(project, written(tmp_path, {**row, "suggester": "mine"}))
    [pair] = project.pairs()
    assert (pair.score, pair.origin.by) == (0.4, "mine")
    assert project.suggestions() == []


def test_what_is_there_already_is_not_counted_as_new(project: Project, tmp_path: Path) -> None:
    pair = {"type": "suggestion", "kind": "pair", "a": "n0", "b": "n1", "suggester": "mine"}
    path = written(tmp_path, SPAN, pair, SPAN, pair)
    first, second = import_into(project, path), import_into(project, path)
    assert (first.annotations, first.unchanged) == ({"suggestions": 2}, 2)
    assert (second.annotations, second.unchanged) == ({}, 4)


def test_events_are_the_registry_s_or_new(project: Project, tmp_path: Path) -> None:
    known = project.add_event(title="নৌকাডুবি", date="2024-03-01")
    base = {"type": "suggestion", "kind": "event", "suggester": "mine"}
    import_into(
        project,
        written(
            tmp_path,
            {**base, "external_id": "n0", "event": "নৌকাডুবি"},
            {**base, "external_id": "n1", "title": "Ferry accident", "participants": ["Police"]},
        ),
    )
    first, second = (
        project.suggestions(project.article_named(name), kind="event")[0] for name in ("n0", "n1")
    )
    assert first.event_id == known.id
    assert (second.event_id, second.payload["participants"]) == (None, ["Police"])


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ({"external_id": "n9"}, "n9"),
        ({"label": "nonsense"}, "nonsense"),
        ({"end": 10_000_000}, "inside the text"),
        ({"start": 12, "end": 12}, "inside the text"),
        ({"start": "0"}, "start"),
        ({"score": 7.5}, "0 to 1"),
        ({"score": "high"}, "not a number"),
        ({"kind": "dance"}, "dance"),
        ({"suggester": 5}, "suggester"),
    ],
)
def test_what_can_not_be_is_named_with_its_line_and_the_rest_comes_in(
    project: Project, tmp_path: Path, wrong: dict[str, Any], reason: str
) -> None:
    report = import_into(project, written(tmp_path, {**SPAN, **wrong}, {**SPAN, "start": 1}))
    [failure] = report.failures
    assert failure.line == 1
    assert reason in failure.message
    assert len(project.suggestions()) == 1


def test_a_table_of_predictions(project: Project, tmp_path: Path) -> None:
    path = tmp_path / "predictions.csv"
    path.write_text(
        "external_id,start,end,label,score,suggester,version\n"
        "n0,0,12,navigation,0.91,mine,3\n"
        "n1,0,x,navigation,0.5,mine,3\n",
        "utf-8",
    )
    report = import_into(project, path)
    [found] = project.suggestions()
    assert (found.score, found.end, found.version) == (0.91, 12, "3")
    assert [failure.line for failure in report.failures] == [3]


def test_an_import_of_predictions_is_undone_in_one_step(project: Project, tmp_path: Path) -> None:
    row = {"type": "suggestion", "kind": "pair", "a": "n0", "b": "n1", "score": 0.4}
    import_into(project, written(tmp_path, SPAN, {**row, "suggester": "mine"}))
    project.undo()
    assert project.suggestions() == []
    assert list(project.pairs()) == []


@pytest.mark.parametrize("missing", [("type",), ("type", "kind"), ("type", "kind", "score")])
def test_a_line_that_names_its_suggester_is_a_suggestion(
    project: Project, tmp_path: Path, missing: tuple[str, ...]
) -> None:
    row = {name: value for name, value in SPAN.items() if name not in missing}
    report = import_into(project, written(tmp_path, row))
    assert (report.annotations, report.failed) == ({"suggestions": 1}, 0)
    assert (project.suggestions()[0].suggester, project.spans()) == ("mine", [])
