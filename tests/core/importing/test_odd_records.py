"""Whatever stands in the fields of a file of annotations: the rest goes in, and nothing breaks."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.helpers.command import run
from tests.helpers.projects import make_project

from dittomark.project import Project

ODD: tuple[Any, ...] = (
    3,
    -1,
    1.5,
    True,
    "x",
    [],
    [1],
    ["x"],
    [None],
    {},
    {"a": 1},
    {"a": "b"},
    [{}],
    [{"a": []}],
)
GOOD: dict[str, dict[str, Any]] = {
    "span": {"external_id": "n0", "start": 0, "end": 5, "label": "caption"},
    "pair": {
        "a_external_id": "n0",
        "b_external_id": "n1",
        "relation": "unrelated",
        "score": 0.5,
        "guess": "contains",
        "passage": [0, 5, 0, 5],
        "cluster": 1,
        "judgements": [{"annotator": "A1", "relation": "unrelated"}],
    },
    "event": {"id": "e", "title": "Ferry stops", "participants": ["Rina"], "aliases": []},
    "membership": {"external_id": "n1", "event": "e"},
    "article": {
        "id": "n1",
        "external_id": "n1",
        "offset_unit": "code_point",
        "text": "The ferry is late again.",
        "imported": {"title": "Ferry"},
        "metadata": {},
        "spans": [{"start": 0, "end": 3, "label": "caption", "annotator": "A1"}],
        "events": [{"event_id": "e", "title": "Ferry stops", "annotator": "A1"}],
    },
    "decision": {"kind": "spans", "target": "n1", "content": {"spans": [[0, 3, "caption"]]}},
    "project": {"scheme": {"spans": [{"key": "caption"}]}},
}
COMMON = ("type", "note", "annotator", "origin", "created_at", "date", "parent", "sha256", "id")
INSIDE = ("done", "seconds", "ratings", "direction", "note", "relation", "annotator", "origin")


def odd_records() -> Iterator[dict[str, Any]]:
    """Yield every kind of record with one odd field each, and judgements with one inside."""
    for kind, fields in GOOD.items():
        for name in (*fields, *COMMON, *INSIDE):
            for value in ODD:
                yield {"type": kind, **fields, name: value}
    for name in INSIDE:
        for value in ODD:
            judgement = {"annotator": "A1", "relation": "unrelated", name: value}
            yield {"type": "pair", **GOOD["pair"], "relation": None, "judgements": [judgement]}
    for kind, key in (("spans", "spans"), ("events", "events"), ("relation", "relation")):
        for value in ODD:
            yield {"type": "decision", "kind": kind, "target": "n1", "content": {key: value}}
    origins: tuple[dict[str, Any], ...] = (
        {"by": []},
        {"score": "x"},
        {"suggestion": [1]},
        {"visible": 3},
    )
    for origin in origins:
        yield {"type": "span", **GOOD["span"], "origin": origin}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with make_project(tmp_path) as project:
        return project.path


@pytest.mark.parametrize("command", ["annotate", "import"])
def test_odd_fields_are_named_and_the_good_line_at_the_end_goes_in(
    path: Path, tmp_path: Path, command: str
) -> None:
    with Project.open(path) as project:
        article = project.article_ids(external_id="n0")[0]
    last: dict[str, Any] = {"type": "span", "article_id": article, "start": 1, "end": 9}
    if command == "import":
        last = {"type": "article", "id": article, "offset_unit": "code_point", "spans": [last]}
    (last.get("spans") or [last])[0]["label"] = "navigation"
    file = tmp_path / "odd.jsonl"
    file.write_text("\n".join(map(json.dumps, (*odd_records(), last))), encoding="utf-8")
    options = {
        "annotate": ("--from", file, "--annotator", "A1"),
        "import": (file, "--format", "dittomark", "--annotator", "A1"),
    }
    outcome = run(command, path, *options[command])
    assert "could not be" in outcome.err + outcome.out
    with Project.open(path) as project:
        assert (1, 9) in {(span.start, span.end) for span in project.spans(article)}
    for use in (("check",), ("agreement", "--json"), ("list", "pairs"), ("list", "decisions")):
        assert run(use[0], path, *use[1:]).code == 0
    for kind in ("jsonl", "csv", "conll"):
        settled = () if kind == "jsonl" else ("--adjudicated",)
        out = tmp_path / f"out-{kind}"
        assert run("export", path, "--format", kind, "--out", out, *settled).code == 0
