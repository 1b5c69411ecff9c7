"""`dittomark scheme`: a project's labels out to a file, changed there, and in again."""

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


def test_what_is_printed_can_be_read_again(path: Path, tmp_path: Path) -> None:
    printed = run("scheme", path)
    file = tmp_path / "scheme.json"
    file.write_text(printed.out, encoding="utf-8")
    assert run("scheme", path, "--from", file, "--json").out == printed.out


def test_a_label_is_added_and_one_in_use_is_retired(path: Path, tmp_path: Path) -> None:
    with Project.open(path) as project:
        article = project.article_ids()[0]
        project.annotate_span(article, 0, 3, label="caption", annotator="A")
    file = tmp_path / "scheme.json"
    file.write_text('{"spans": [{"key": "headline", "name": "Headline"}]}', encoding="utf-8")
    done = run("scheme", path, "--from", file, "--annotator", "Lead")
    assert (done.code, done.err) == (0, "")
    assert "1 span label and 7 relations. 1 label in use, now retired." in done.out
    spans = json.loads(run("scheme", path).out)["spans"]
    assert [(label["key"], label["retired"]) for label in spans] == [
        ("headline", False),
        ("caption", True),
    ]
    with Project.open(path, annotator="Lead") as project:
        assert project.can_undo() == "set_scheme"
        project.undo()
        assert len(project.scheme.spans) > 2


def test_what_is_no_scheme_is_refused_and_changes_nothing(path: Path, tmp_path: Path) -> None:
    before = run("scheme", path).out
    file = tmp_path / "scheme.json"
    file.write_text("[1, 2]", encoding="utf-8")
    refused = run("scheme", path, "--from", file)
    assert (refused.code, refused.out) == (1, "")
    assert refused.err == "dittomark: This is not a label scheme: it has no fields.\n"
    file.write_text('{"spans": [{"key": "a"}, {"key": "a"}]}', encoding="utf-8")
    assert "twice" in run("scheme", path, "--from", file).err
    assert run("scheme", path, "--from", tmp_path / "missing.json").code == 1
    assert run("scheme", path).out == before
