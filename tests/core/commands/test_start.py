"""The command itself: its version, shell completion, and what it does where there is no window."""

import importlib.util
import os
import subprocess
import sys
from importlib.machinery import ModuleSpec

import pytest
from tests.helpers.command import run

from dittomark import cli
from dittomark.cli import COMMANDS
from dittomark.commands.completion import SHELLS


def completed(line: str) -> list[str]:
    """Return what a shell would offer after the line."""
    read, write = os.pipe()
    program = f"import os; os.dup2({write}, 8); import dittomark.cli as c; c.main()"
    environment = {
        **os.environ,
        "_ARGCOMPLETE": "1",
        "_ARGCOMPLETE_IFS": "\n",
        "_ARGCOMPLETE_SUPPRESS_SPACE": "1",
        "COMP_LINE": line,
        "COMP_POINT": str(len(line.encode())),
    }
    subprocess.run(
        [sys.executable, "-c", program],
        env=environment,
        pass_fds=(write,),
        stderr=subprocess.DEVNULL,
        check=True,
    )
    os.close(write)
    with os.fdopen(read, encoding="utf-8") as answer:
        return answer.read().splitlines()


def test_the_version_is_printed_by_option_and_by_module() -> None:
    asked = [sys.executable, "-m", "dittomark", "--version"]
    by_module = subprocess.run(asked, capture_output=True, text=True, check=True).stdout
    assert by_module == run("version").out
    assert by_module.startswith("Dittomark ")


def test_without_a_window_one_sentence_says_where_it_is(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    real = importlib.util.find_spec

    def find_spec(name: str, package: str | None = None) -> ModuleSpec | None:
        return None if name == "dittomark_gui" else real(name, package)

    monkeypatch.setattr(importlib.util, "find_spec", find_spec)
    for arguments in ([], ["work.ditto"]):
        assert cli.main(arguments) == 1
        printed = capsys.readouterr()
        assert printed.out == ""
        assert "pip install dittomark" in printed.err
        assert printed.err.count("\n") == 1


@pytest.mark.skipif(os.name == "nt", reason="completion of PowerShell has no pipe")
def test_a_shell_completes_commands_options_and_choices() -> None:
    assert set(completed("dittomark ")) >= set(COMMANDS)
    assert completed("dittomark exp") == ["export"]
    assert "--keep-together" in completed("dittomark export work.ditto --k")
    formats = completed("dittomark export work.ditto --format s")
    assert set(formats) == {"spacy", "semeval", "sqlite"}


@pytest.mark.parametrize("shell", SHELLS)
def test_each_shell_gets_lines_that_name_the_command(shell: str) -> None:
    assert "dittomark" in run("completion", shell).out
