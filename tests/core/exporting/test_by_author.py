"""An export can be narrowed to what one author wrote."""

import json
from pathlib import Path

from tests.helpers.command import run

from dittomark.annotations import NewArticle
from dittomark.project import Project


def test_the_command_takes_the_articles_of_an_author(tmp_path: Path) -> None:
    with Project.create(tmp_path / "p.ditto") as project:
        project.add_articles(
            NewArticle(f"A report by {name}.", author=name) for name in ("মিতা", "Rafiq", "")
        )
    said = run(
        "export", tmp_path / "p.ditto", "--format", "jsonl", "--out", tmp_path / "o.jsonl",
        "--author", "মিতা",
    )  # fmt: skip
    assert said.code == 0
    lines = [json.loads(line) for line in (tmp_path / "o.jsonl").read_text("utf-8").splitlines()]
    assert [line["author"] for line in lines if "text" in line and "author" in line] == ["মিতা"]
