"""An export can be narrowed to the articles that have a value in a field: one source, one author …"""

import json
from pathlib import Path

import pytest
from tests.helpers.command import run

from dittomark.annotations import NewArticle
from dittomark.article_fields import FILTERABLE, metadata_of
from dittomark.project import Project


@pytest.mark.parametrize("key", FILTERABLE)
def test_the_command_takes_the_articles_with_a_value(tmp_path: Path, key: str) -> None:
    with Project.create(tmp_path / "p.ditto") as project:
        project.add_articles(
            NewArticle(f"A report by {name}.", **metadata_of({key: name}))
            for name in ("মিতা", "Rafiq", "")
        )
    said = run(
        "export", tmp_path / "p.ditto", "--format", "jsonl", "--out", tmp_path / "o.jsonl",
        f"--{key}", "মিতা",
    )  # fmt: skip
    assert said.code == 0
    lines = [json.loads(line) for line in (tmp_path / "o.jsonl").read_text("utf-8").splitlines()]
    assert [line[key] for line in lines if "text" in line and key in line] == ["মিতা"]
