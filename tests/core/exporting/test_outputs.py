"""What an output never writes over, whichever command or call makes it."""

import os
import stat
import sys
from pathlib import Path

import pytest
from tests.helpers.command import run
from tests.helpers.projects import make_project

from dittomark.errors import UserError
from dittomark.exporting import export
from dittomark.importing import mapping
from dittomark.project import Project


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with make_project(tmp_path) as project:
        a, b, _ = project.article_ids()
        project.judge_pair(a, b, relation="same_event", annotator="A1")
        return project.path


@pytest.fixture
def other(tmp_path: Path) -> Path:
    with make_project(tmp_path, name="other") as project:
        return project.path


def outputs(path: Path, target: Path, tmp_path: Path) -> list[tuple[object, ...]]:
    """Return a command for every kind of output, which would write to `target`."""
    table = tmp_path / "t.csv"
    table.write_text("text,title\nhello there,b\n")
    with Project.open(path, read_only=True) as project:
        pair = ",".join(project.article_ids()[:2])
    return [
        ("export", path, "--format", "jsonl", "--out", target),
        ("export", path, "--format", "csv", "--out", target),
        ("import", path, table, "--save-mapping", target),
        ("report", path, pair, "--out", target),
        ("backup", path, "--to", target),
        ("merge", target, path),
        ("hand-out", path, "--annotators", "A,B", "--out", target),
        ("check", path, "--repair", target),
        ("self-test", "--out", target),
    ]


@pytest.mark.parametrize("which", range(8))
def test_no_output_replaces_a_project(path: Path, other: Path, tmp_path: Path, which: int) -> None:
    for target in (path, other):
        before = target.read_bytes()
        result = run(*outputs(path, target, tmp_path)[which])
        assert result.code == 1
        assert "Traceback" not in result.err
        assert target.read_bytes() == before


def test_a_project_that_is_open_or_damaged_is_not_replaced_either(
    path: Path, other: Path, tmp_path: Path
) -> None:
    with Project.open(other) as project, pytest.raises(UserError, match="not written over"):
        export(project, format="jsonl", out=path)
    with Project.open(path) as project, pytest.raises(UserError, match="not written over"):
        export(project, format="jsonl", out=path)
    other.write_bytes(b"damaged" + other.read_bytes()[7:])
    assert run("export", path, "--format", "jsonl", "--out", other).code == 1
    linked = tmp_path / "link.jsonl"
    linked.symlink_to(path)
    assert run("export", path, "--format", "jsonl", "--out", linked).code == 1
    with Project.open(path) as project:
        assert len(project.article_ids()) == 3
        log = path.with_name("work.ditto-wal")
        with pytest.raises(UserError, match="belongs to a project"):
            export(project, format="jsonl", out=log)


def test_candidates_of_files_replace_no_project_no_input_and_no_folder(
    other: Path, tmp_path: Path
) -> None:
    articles = tmp_path / "articles.jsonl"
    articles.write_text('{"id": "a", "source": "s", "text": "Some words."}\n')
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "letter.txt").write_text("keep me")
    for out, more in ((other, ()), (articles, ()), (mine, ("--engine", "spark"))):
        before = out.read_bytes() if out.is_file() else b""
        refused = run("pairs", "--articles", articles, "--out", out, *more)
        assert (refused.code, refused.err.count("\n")) == (1, 1)
        assert not before or out.read_bytes() == before
    assert (mine / "letter.txt").read_text() == "keep me"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such pipes")
@pytest.mark.parametrize("which", range(8))
def test_a_pipe_or_device_stays_one(path: Path, tmp_path: Path, which: int) -> None:
    pipe = tmp_path / "pipe.html"
    os.mkfifo(pipe)
    result = run(*outputs(path, pipe, tmp_path)[which])
    assert (result.code, "Traceback" in result.err) == (1, False)
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_what_a_link_leads_to_is_written(path: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    target, link = tmp_path / "elsewhere" / "real.jsonl", tmp_path / "out.jsonl"
    link.symlink_to(target)
    for _ in range(2):
        assert run("export", path, "--format", "jsonl", "--out", link).code == 0
        assert link.is_symlink()
        assert target.read_text("utf-8").count("\n") >= 3
    link.unlink()
    link.symlink_to(link)
    assert run("export", path, "--format", "jsonl", "--out", link).code == 1


def test_an_input_is_not_written_over(path: Path, tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_text("text,title\nhello there,b\n")
    result = run("import", path, table, "--save-mapping", table)
    assert result.code == 1
    assert "read in this step" in result.err
    assert table.read_text() == "text,title\nhello there,b\n"
    with Project.open(path) as project:
        assert len(project.article_ids()) == 3  # refused before anything came in
    with pytest.raises(UserError):
        mapping.save({"title": "t"}, path)


def test_a_folder_of_somebody_s_own_files_is_left_alone(path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    assert run("export", path, "--format", "csv", "--out", folder).code == 0  # it was empty
    assert run("export", path, "--format", "csv", "--out", folder).code == 0  # it is an export
    (folder / "dittomark-export.json").unlink()
    before = sorted(folder.iterdir())
    result = run("export", path, "--format", "huggingface", "--out", folder)
    assert result.code == 1
    assert "not an export" in result.err
    assert sorted(folder.iterdir()) == before


def test_a_hyphen_is_the_standard_output(path: Path, tmp_path: Path) -> None:
    result = run("export", path, "--format", "jsonl", "--out", "-")
    assert result.code == 0
    assert run("export", path, "--format", "jsonl", "--out", tmp_path / "out.jsonl").code == 0
    assert result.out == (tmp_path / "out.jsonl").read_text("utf-8")
    result = run("export", path, "--format", "csv", "--out", "-")
    assert (result.code, result.out) == (1, "")
    with Project.open(path, read_only=True) as project:
        pair = ",".join(project.article_ids()[:2])
    assert run("report", path, pair, "--out", "-").out.startswith("<!DOCTYPE html>")


@pytest.mark.skipif(sys.platform == "win32", reason="paths of another kind")
@pytest.mark.parametrize("name", ["a" * 300, "x\0y"])
def test_a_name_that_no_file_can_have(path: Path, tmp_path: Path, name: str) -> None:
    with Project.open(path) as project, pytest.raises(UserError):
        export(project, format="jsonl", out=tmp_path / name)
