"""Mutated project files: refused in one sentence or used, never a crash and never a hang.

Most have wrong bytes; some are sound databases whose rows are nonsense. `DITTOMARK_FUZZ` says how
many (200; `make fuzz`, `make test-faults`: 10,000).
"""

import subprocess
from pathlib import Path

import pytest
from tests.helpers.children import ROOT, command, environment, times
from tests.helpers.projects import make_project

from dittomark.annotations import NewPair, Suggestion

_SECONDS_EACH = 2.0


def test_mutated_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "here").mkdir()
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.setenv("DITTOMARK_DATA", str(tmp_path / "here"))
    path = rich_project(tmp_path)
    number = times(200, "DITTOMARK_FUZZ")
    done = subprocess.run(
        command("fuzz", path, 0, number),
        cwd=ROOT,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
        timeout=60 + number * _SECONDS_EACH,
    )
    last = done.stdout.splitlines()[-2:]
    assert done.returncode == 0, f"{last}: {done.stderr[-3000:]}"
    assert last[-1] == "done"


def rich_project(folder: Path) -> Path:
    """Return a project with rows of every table, history included."""
    with make_project(folder) as project:
        a, b, c = project.article_ids()
        project.add_pairs([NewPair(a, b, score=0.5, passage=(0, 4, 1, 5)), NewPair(b, c)])
        for start in range(0, 40, 4):
            project.annotate_span(a, start, start + 3, label="caption", annotator="A")
        project.judge_pair(a, b, relation="same_event", annotator="A", ratings={"Overall": 2})
        event = project.add_event(title="Flood", participants=["fire service"])
        child = project.add_event(title="Boat", parent=event.id)
        project.label_event(a, child.id, annotator="A")
        project.add_suggestions(
            [Suggestion("", "span", "s", "1", 0.5, article_id=a, start=0, end=2, label="caption")]
        )
        project.decide_spans(a, [(0, 3, "caption")], annotator="lead")
        project.undo()
        return project.path
