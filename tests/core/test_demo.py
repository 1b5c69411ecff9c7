"""`dittomark demo`: a project that is ready to annotate, and nothing of anybody's overwritten."""

import json
from pathlib import Path

import pytest

from dittomark import cli, sample
from dittomark.project import Project


def test_the_demo_is_ready_to_annotate(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "demo.ditto"
    assert cli.main(["demo", str(path), "--json"]) == 0
    made = json.loads(capsys.readouterr().out)
    assert made == {"project": str(path), "articles": 12, "pairs": 9, "events": 3}
    with Project.open(path) as project:
        keys = {info.id: info.external_id for info in project.article_infos()}
        assert [{keys[pair.a], keys[pair.b]} for pair in project.pairs()] == [
            {pair.a, pair.b} for pair in sample.pairs()
        ]
        assert not list(project.judgements())
        assert not list(project.spans())
        assert any(event.parent for event in project.events())


def test_a_file_that_is_there_stays_as_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "mine.ditto"
    path.write_text("mine")
    assert cli.main(["demo", str(path)]) == 1
    assert "mine.ditto" in capsys.readouterr().err
    assert path.read_text() == "mine"
