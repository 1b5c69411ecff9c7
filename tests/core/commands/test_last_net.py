"""Whatever goes wrong, a command ends in one sentence."""

from pathlib import Path

import pytest
from tests.helpers.command import run
from tests.helpers.projects import make_project

from dittomark.project import Project
from dittomark.system.file_names import is_reserved, portable_name, same_on_some_system


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with make_project(tmp_path) as project:
        return project.path


LONG = "a" * 300


@pytest.mark.parametrize(
    "command",
    [
        ("new", "{folder}/n.ditto", "--scheme", "{folder}/deep.json"),
        ("restore", "{folder}/nofolder/z.ditto", "--from", "{project}"),
        ("demo", "{folder}/" + LONG + ".ditto"),
        ("export", "{project}", "--format", "jsonl", "--out", "{folder}/" + LONG),
        ("backup", "{project}", "--to", "{folder}/" + LONG),
        ("new", "{folder}/q.ditto", "--name", "caf\udce9"),
        ("list", "{project}", "changes", "--row", "caf\udce9"),
    ],
)
def test_a_wrong_use_ends_in_one_sentence(
    path: Path, tmp_path: Path, command: tuple[str, ...]
) -> None:
    (tmp_path / "deep.json").write_text("[" * 100_000)
    filled = [
        word.replace("{folder}", str(tmp_path)).replace("{project}", str(path)) for word in command
    ]
    result = run(*filled)
    assert result.code == 1
    assert result.err.startswith("dittomark: ")
    assert result.err.count("\n") == 1


def test_a_number_beyond_all_numbers_is_wrong_usage(path: Path) -> None:
    assert run("list", path, "articles", "--limit", "1" + "0" * 30).code == 2


def test_a_list_gives_a_terminal_nothing_to_obey(path: Path) -> None:
    with Project.open(path) as project:
        article = project.article_ids()[0]
        project.edit_article(article, title="red \x1b[31m and \x9b2J and \u202eback")
    printed = run("list", path, "articles").out
    assert "red" in printed
    assert not {"\x1b", "\x9b", "\u202e"} & set(printed)


def test_names_of_files_are_ones_that_every_system_can_have(path: Path, tmp_path: Path) -> None:
    assert [is_reserved(name) for name in ("con", "CON.txt", "Com1", "console", "nul .a")] == [
        True, True, True, False, True,
    ]  # fmt: skip
    assert portable_name("a/b:c?") == "a_b_c_"
    assert portable_name("con") == "_con"
    assert portable_name("...") == "_"
    assert same_on_some_system(["a", "b", "A"]) == ("a", "A")
    assert same_on_some_system(["a", "b"]) is None
    result = run("hand-out", path, "--annotators", "a,A", "--out", tmp_path / "h")
    assert result.code == 1
    assert "would be one file" in result.err
    with Project.open(path) as project:
        article = project.article_ids()[0]
    assert run("export", path, "--format", "brat", "--out", tmp_path / "brat").code == 0
    assert article
    assert not [file for file in (tmp_path / "brat").rglob("*") if is_reserved(file.name)]
