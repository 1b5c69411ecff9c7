"""Whatever goes wrong, a command ends in one sentence."""

import contextlib
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.helpers.command import run
from tests.helpers.projects import make_project

from dittomark.cli import main
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


@pytest.mark.parametrize(
    "command",
    [
        ("new", "{folder}/n.ditto", "--scheme", "{folder}/deep.json"),
        ("scheme", "{project}", "--from", "{folder}/deep.json"),
        ("import", "{project}", "{folder}/deep.json"),
        ("import", "{project}", "{folder}/fine.txt", "--mapping", "{folder}/deep.json"),
    ],
)
def test_a_file_that_is_nested_too_deeply_is_named(
    path: Path, tmp_path: Path, command: tuple[str, ...]
) -> None:
    (tmp_path / "deep.json").write_text("[" * 100_000)
    (tmp_path / "fine.txt").write_text("A fine article.")
    filled = [
        word.replace("{folder}", str(tmp_path)).replace("{project}", str(path)) for word in command
    ]
    result = run(*filled)
    assert result.code == 1
    assert "deep.json" in result.err
    assert "Error" not in result.err


def test_a_number_beyond_all_numbers_is_wrong_usage(path: Path) -> None:
    assert run("list", path, "articles", "--limit", "1" + "0" * 30).code == 2


def test_a_list_gives_a_terminal_nothing_to_obey(path: Path) -> None:
    with Project.open(path) as project:
        article = project.article_ids()[0]
        project.edit_article(article, title="red \x1b[31m and \x9b2J and \u202eback")
    printed = run("list", path, "articles").out
    assert "red" in printed
    assert not {"\x1b", "\x9b", "\u202e"} & set(printed)


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


OBEYED = {"\x1b", "\x9b", "\x07", "\x7f", "\u202e", "\u2066"}
EVIL = "red \x1b[31m, \x9b2J, \x07, \x7f, \u202eback and \u2066on"


def on_a_terminal(*argv: object) -> str:
    """Return all that a command prints to a terminal."""
    out = Terminal()
    with (
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(out),
        contextlib.suppress(SystemExit),
    ):
        main([str(argument) for argument in argv])
    return out.getvalue()


def test_nothing_that_a_command_prints_is_obeyed_by_a_terminal(path: Path, tmp_path: Path) -> None:
    """Not in lists alone: texts, names of files and annotators stand in sentences too."""
    (tmp_path / "a.txt").write_text(f"{EVIL} stands in the first of these two texts.\n", "utf-8")
    (tmp_path / "b.txt").write_text(f"{EVIL} stands in the other of these two texts.\n", "utf-8")
    (tmp_path / "lines.jsonl").write_text(json.dumps({"type": EVIL}) + "\n", "utf-8")
    with Project.open(path) as project:
        one, other, _ = project.article_ids()
        project.edit_article(one, title=EVIL, source=EVIL)
        project.rename(EVIL)
        for name, relation in ((EVIL, "same_event"), ("B", "unrelated")):
            project.judge_pair(one, other, relation=relation, annotator=name, note=EVIL)
            project.annotate_span(one, 0, 3, label="navigation", annotator=name, note=EVIL)
    commands: list[tuple[object, ...]] = [
        ("compare", tmp_path / "a.txt", tmp_path / "b.txt"),
        ("compare", tmp_path / EVIL, tmp_path / "b.txt"),
        ("import", path, tmp_path / f"{EVIL}.txt"),
        ("annotate", path, tmp_path / "lines.jsonl"),
        ("adjudicate", path),
        ("agreement", path),
        ("export", path, "--format", "jsonl", "--out", "-"),
        *(("list", path, kind) for kind in ("articles", "pairs", "spans", "annotators", "changes")),
        *(("list", path, kind, "--json") for kind in ("articles", "pairs", "spans", "changes")),
    ]
    printed = [on_a_terminal(*command) for command in commands]
    assert [
        command for command, text in zip(commands, printed, strict=True) if OBEYED & set(text)
    ] == []
    assert sum("red " in text for text in printed) >= 10
    rows = run("list", path, "articles", "--json").json  # what another program reads stays
    assert EVIL in {row["title"] for row in rows}


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals of another kind")
def test_a_real_terminal_gets_no_escape_sign(path: Path) -> None:
    import pty

    with Project.open(path) as project:
        project.edit_article(project.article_ids()[0], title=EVIL)
    try:
        ours, its = pty.openpty()
    except OSError as error:  # a chroot without /dev/pts
        pytest.skip(f"no pseudo-terminal: {error}")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(
        [sys.executable, "-m", "dittomark", "list", str(path), "articles"],
        stdout=its, stderr=its, env=environment,
    ) as child:  # fmt: skip
        os.close(its)
        printed = b""
        with contextlib.suppress(OSError):  # how Linux says that nobody writes any more
            while some := os.read(ours, 4096):
                printed += some
    os.close(ours)
    assert child.returncode == 0
    assert "red \ufffd[31m".encode() in printed
    assert not OBEYED & set(printed.decode())


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
