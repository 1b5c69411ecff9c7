"""`dittomark demo`: a project that is ready to annotate, and nothing of anybody's overwritten."""

import json
from pathlib import Path

import pytest

from dittomark import cli
from dittomark.project import Project
from dittomark.sample import articles as sample


def test_the_demo_is_ready_to_annotate(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "demo.ditto"
    assert cli.main(["demo", str(path), "--json"]) == 0
    made = json.loads(capsys.readouterr().out)
    assert (made["project"], made["articles"], made["events"]) == (str(path), 12, 3)
    assert not list(tmp_path.glob("*.index"))
    with Project.open(path) as project:
        keys = {info.id: info.external_id for info in project.article_infos()}
        queue = list(project.pairs())
        assert made["pairs"] == len(queue)
        worth_judging = [{pair.a, pair.b} for pair in sample.pairs()]
        assert [{keys[pair.a], keys[pair.b]} for pair in queue][:9] == worth_judging
        assert queue[0].score
        assert queue[0].score > 0.5
        assert list(project.suggestions(kind="relation"))
        assert not list(project.judgements())
        assert not list(project.spans())
        assert {link.annotator for link in project.links()} == {"Sample"}
        assert {link.kind for link in project.links()} == {
            label.key for label in project.scheme.links
        }
        assert any(event.parent for event in project.events())


def test_a_file_that_is_there_stays_as_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "mine.ditto"
    path.write_text("mine")
    assert cli.main(["demo", str(path)]) == 1
    assert "mine.ditto" in capsys.readouterr().err
    assert path.read_text() == "mine"
