"""What a person gets who names a place or a time that can't be: a sentence, never a traceback."""

from pathlib import Path

import pytest
from tests.helpers.command import run
from tests.helpers.projects import make_project

from dittomark.project import Project


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with make_project(tmp_path) as project:
        return project.path


@pytest.fixture
def blocked(tmp_path: Path) -> Path:
    """Return a path below a file, where nothing can be made, not even by the superuser."""
    file = tmp_path / "in-the-way"
    file.write_text("not a folder")
    return file / "inside"


def test_hand_out_into_a_folder_that_cannot_be_made(path: Path, blocked: Path) -> None:
    refused = run("hand-out", path, "--annotators", "A,B", "--out", blocked)
    assert refused.code == 1
    assert f"{blocked} can't be written" in refused.err
    assert refused.err.count("\n") == 1


def test_an_import_stands_though_its_mapping_could_not_be_saved(path: Path, blocked: Path) -> None:
    table = path.with_name("table.csv")
    table.write_text("headline,body\nFerry,The ferry is late again.\n")
    mapping = ("--map", "title=headline", "text=body", "--save-mapping", blocked)
    refused = run("import", path, table, *mapping)
    assert refused.code == 1
    assert "Added 1 article." in refused.out
    assert f"{blocked} can't be written" in refused.err
    with Project.open(path) as project:
        assert "Ferry" in {info.title for info in project.article_infos()}


def test_candidates_without_a_folder_are_refused_before_the_search(tmp_path: Path) -> None:
    out = tmp_path / "nowhere" / "candidates.parquet"
    refused = run("pairs", "--articles", tmp_path / "missing.jsonl", "--out", out)
    assert refused.code == 1
    assert f"There is no folder {out.parent}" in refused.err


@pytest.mark.parametrize("options", [[], ["--list"]])
def test_a_data_folder_that_cannot_be_made(
    path: Path, blocked: Path, options: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DITTOMARK_DATA", str(blocked))
    refused = run("backup", path, *options)
    assert refused.code == 1
    assert f"{blocked} can't be written" in refused.err
    with Project.open(path) as project:
        assert not project.read_only


@pytest.mark.parametrize(
    ("command", "option", "value"),
    [
        (("export", "--format", "csv", "--out", "dataset"), "--from", "March"),
        (("export", "--format", "csv", "--out", "dataset"), "--to", "2024-13-01"),
        (("list", "changes"), "--since", "yesterday"),
        (("list", "changes"), "--until", "20240301"),
    ],
)
def test_a_time_that_is_none_is_wrong_usage(
    path: Path, command: tuple[str, ...], option: str, value: str
) -> None:
    name, *rest = command
    refused = run(name, path, *rest, option, value)
    assert (refused.code, refused.out) == (2, "")
    assert f"“{value}” is n" in refused.err


def test_times_of_another_zone_are_those_of_the_journal(path: Path) -> None:
    with Project.open(path) as project:
        first = project.history()[-1].at
    day, time = first[:10], first[11:16]
    for since in (day, f"{day} {time}", f"{day}T{time}+00:00"):
        assert len(run("list", path, "changes", "--since", since).out.splitlines()) > 1
    assert len(run("list", path, "changes", "--since", f"{day}T23:59-12:00").out.splitlines()) == 1


@pytest.mark.parametrize("limit", ["-3", "0", "many", "1.5"])
def test_a_limit_that_is_none_is_wrong_usage(path: Path, limit: str) -> None:
    refused = run("list", path, "changes", "--limit", limit)
    assert (refused.code, refused.out) == (2, "")
    assert f"“{limit}” is not a whole number from 1 on" in refused.err


@pytest.mark.parametrize(
    ("kind", "options"),
    [("pairs", ("--order", "title")), ("articles", ("--operation", "edit_span"))],
)
def test_an_option_of_another_kind_of_rows_is_wrong_usage(
    path: Path, kind: str, options: tuple[str, str]
) -> None:
    refused = run("list", path, kind, *options)
    assert refused.code == 2
    assert f"{options[0]} is for" in refused.err


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="a device that never ends")
def test_settings_that_never_end_are_refused(tmp_path: Path) -> None:
    path, page = tmp_path / "work.ditto", tmp_path / "page.txt"
    page.write_text("An article.", encoding="utf-8")
    found = run("new", path, "--scheme", "/dev/zero")
    assert (found.code, "/dev/zero is too large" in found.err) == (1, True)
    assert run("new", path).code == 0
    found = run("import", path, page, "--mapping", "/dev/zero")
    assert (found.code, "/dev/zero is too large" in found.err) == (1, True)


def test_an_import_into_no_project_says_how_one_is_made(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The ferry is late again.", "utf-8")
    refused = run("import", tmp_path / "work.ditto", tmp_path / "a.txt")
    assert refused.code == 1
    assert f"“dittomark new {tmp_path / 'work.ditto'}” makes one" in refused.err
    assert not (tmp_path / "work.ditto").exists()
