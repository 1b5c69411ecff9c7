"""Break the code that keeps people's work in thousands of small ways: do the tests notice?

    python -m tests.mutants.run [--sample 400] [--seed 1] [--children 2] [--only store/union]

mutmut makes the faults (a comparison turned, a number off by one, an argument left out …). What mypy
refuses (two of three) is noticed: `make test` runs it first. Of the others the tests that reach each
of them are run; how many of these they notice is said by itself. Two kinds are left out: text whose
case alone changed (SQL reads both), and what a message says and is filled with (`make test` checks all
templates against their fields without running them). What nothing noticed is listed in
`build/mutants/survivors.txt`, with its difference.
"""

import argparse
import ast
import difflib
import json
import os
import random
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.mutants.refused_by_types import refused

ROOT: Final = Path(__file__).parents[2]
WORK: Final = ROOT / "build" / "mutants"
# What keeps, joins and deals out people's work; a fault here is not seen on a screen.
MUTATED: Final = (
    "dittomark/store/*.py",
    "dittomark/team/merge.py",
    "dittomark/exporting/split.py",
    "dittomark/operations/history.py",
    "dittomark/texts/*.py",
)
TESTS: Final = (
    "tests/core/store",
    "tests/core/team",
    "tests/core/texts",
    "tests/core/exporting",
    "tests/core/operations",
    "tests/core/commands",
    "tests/core/test_project.py",
    "tests/core/test_lists.py",
    "tests/core/test_lists_of_a_busy_project.py",
    "tests/core/test_open_suggestions.py",
    "tests/core/test_article_fields.py",
    "tests/core/test_labels.py",
    "tests/core/test_progress.py",
    "tests/core/test_project_statistics.py",
    "tests/core/test_what_mutants_left.py",
)
# Slow, and about something else: they start processes or read the repository.
NOT_TESTS: Final = (
    "tests/core/commands/test_start.py",
    "tests/core/commands/test_compare.py",
)
NOTICED: Final = (1, 3)  # exit codes of pytest: a test failed, or could not even run
NOT_REACHED: Final = 33  # mutmut's own: no test runs this line
TIMED_OUT: Final = (24, 36, 37, 152, -24, 255)  # an endless loop is noticed too


# Runs when its module is loaded, before a fault is put in.
RUNS_ONCE: Final = ("dittomark.store.rows.x__entity__",)
MESSAGES: Final = ("Message", "UndoConflictError", "ProjectFileError", "UserError")


@dataclass(frozen=True)
class Mutant:
    """One fault: mutmut's name for it, its file, and the lines before and after."""

    name: str
    file: str
    before: str
    after: str


def prepare() -> None:
    """Copy the library and its tests to where mutmut may write."""
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)
    shutil.copytree(ROOT / "core/dittomark", WORK / "dittomark")
    shutil.copytree(ROOT / "resources/dittomark_resources", WORK / "dittomark_resources")
    shutil.copytree(ROOT / "docs", WORK / "docs")
    (WORK / "tests").mkdir()
    for name in ("conftest.py", "core", "helpers", "data"):
        source, target = ROOT / "tests" / name, WORK / "tests" / name
        shutil.copytree(source, target) if source.is_dir() else shutil.copy(source, target)
    ignored = [f"--ignore={name}" for name in NOT_TESTS]
    lines = [
        "[tool.pytest.ini_options]",
        'pythonpath = ["."]',
        'addopts = ["--import-mode=importlib", "-p", "no:pytest-qt", "-p", "no:xdist"]',
        'filterwarnings = ["error"]',
        "[tool.mutmut]",
        'source_paths = ["dittomark"]',
        f"only_mutate = {json.dumps(MUTATED)}",
        'also_copy = ["dittomark_resources", "docs"]',
        f"pytest_add_cli_args = {json.dumps(ignored)}",
        f"pytest_add_cli_args_test_selection = {json.dumps(TESTS)}",
        "use_git_change_detection = false",
    ]
    (WORK / "pyproject.toml").write_text("\n".join(lines) + "\n", "utf-8")


def mutmut(*arguments: str, log: str) -> None:
    """Run mutmut in the copy; its moving progress goes into a file."""
    with (WORK / log).open("w", encoding="utf-8") as stream:
        subprocess.run(
            [sys.executable, *arguments],
            cwd=WORK,
            stdout=stream,
            stderr=subprocess.STDOUT,
            check=False,
            env={**os.environ, "PYTHONHASHSEED": "0", "DITTOMARK_PURE": "1"},
        )


def make_mutants(children: int) -> None:
    """Write the faults, all of them, without running a test."""
    program = "; ".join(
        (
            "from pathlib import Path",
            "import mutmut.__main__ as m",
            "m.set_mutant_under_test('mutant_generation')",
            "Path('mutants').mkdir()",
            "m.copy_src_dir()",
            "m.copy_also_copy_files()",
            "m.setup_source_paths()",
            "m.store_lines_covered_by_tests()",
            f"m.create_mutants({children})",
        )
    )
    mutmut("-c", program, log="making.log")


def mutants() -> Iterator[Mutant]:
    """Yield the faults that a test should notice."""
    for path in sorted((WORK / "mutants/dittomark").rglob("*.py.meta")):
        names = json.loads(path.read_text("utf-8"))["exit_code_by_key"]
        if not names:
            continue
        source = path.with_suffix("")
        functions = {
            node.name: node
            for node in ast.walk(ast.parse(source.read_text("utf-8")))
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        }
        for name in names:
            if name.startswith(RUNS_ONCE):
                continue
            key = name.rpartition(".")[2]
            after = functions[key]
            before = functions[key.rpartition("__mutmut_")[0] + "__mutmut_orig"]
            if changes_what_it_does(before, after):
                file = source.relative_to(WORK / "mutants/dittomark").as_posix()
                yield Mutant(name, file, ast.unparse(before), ast.unparse(after))


def changes_what_it_does(before: ast.AST, after: ast.AST) -> bool:
    """Whether more is different than the case of a text, or what a message says."""
    return ast.dump(_plain(before)) != ast.dump(_plain(after))


def _plain(tree: ast.AST) -> ast.AST:
    """Return a copy without its name, all text in lower case, messages without what they say."""
    copy = ast.parse(ast.unparse(tree)).body[0]
    copy.name = ""  # type: ignore[attr-defined]
    raised = {node.exc for node in ast.walk(copy) if isinstance(node, ast.Raise)}
    for node in ast.walk(copy):
        if isinstance(node, ast.Call) and (node in raised or _name(node.func) in MESSAGES):
            node.args, node.keywords = [], []
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            node.value = node.value.lower()
    return copy


def _name(function: ast.expr) -> str:
    return function.id if isinstance(function, ast.Name) else ""


def difference(mutant: Mutant) -> str:
    """Return the lines that the fault changes."""
    lines = difflib.unified_diff(
        mutant.before.splitlines(), mutant.after.splitlines(), lineterm="", n=1
    )
    return "\n".join(line for line in list(lines)[3:] if "__mutmut_" not in line)


def main() -> int:
    """Make the faults, run the tests on a sample of them, and say how many were noticed."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("--sample", type=int, default=0, help="so many, chosen by chance (0: all)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--children", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--only", default="", metavar="PATH", help="files whose path begins so")
    arguments = parser.parse_args()
    prepare()
    make_mutants(arguments.children)
    chosen = [one for one in mutants() if one.file.startswith(arguments.only)]
    everything = len(chosen)
    if arguments.sample and arguments.sample < everything:
        chosen = random.Random(arguments.seed).sample(chosen, arguments.sample)
    print(f"{len(chosen)} of {everything} faults", flush=True)
    by_types = refused(WORK / "mutants")
    names = [one.name for one in chosen if one.name not in by_types]
    print(f"{len(names)} of them go by mypy", flush=True)
    mutmut("-m", "mutmut", "run", "--max-children", str(arguments.children), *names, log="run.log")
    return report(chosen, by_types)


def report(chosen: list[Mutant], by_types: set[str]) -> int:
    """Print how many faults were noticed, by file; list the others. Returns 1 below 90 %."""
    codes: dict[str, int | None] = {}
    for path in (WORK / "mutants/dittomark").rglob("*.py.meta"):
        codes |= json.loads(path.read_text("utf-8"))["exit_code_by_key"]
    ran = [one for one in chosen if one.name not in by_types and codes.get(one.name) is not None]
    survivors = [one for one in ran if codes[one.name] not in (*NOTICED, *TIMED_OUT)]
    judged = [*(one for one in chosen if one.name in by_types), *ran]
    total, missed = Counter(one.file for one in judged), Counter(one.file for one in survivors)
    for file in sorted(total):
        print(f"{file:34}{total[file] - missed[file]:5} of {total[file]:4}")
    with (WORK / "survivors.txt").open("w", encoding="utf-8") as stream:
        for one in survivors:
            reached = "" if codes[one.name] != NOT_REACHED else "  (no test reaches it)"
            stream.write(f"{one.name}{reached}\n{difference(one)}\n\n")
    if not ran:
        print(f"nothing ran: see {WORK / 'run.log'}")
        return 1
    share = 1 - len(survivors) / len(judged)
    print(
        f"noticed: {share:.1%} of {len(judged)}; of the {len(ran)} that mypy lets pass the tests "
        f"notice {1 - len(survivors) / len(ran):.1%}; the others are in {WORK / 'survivors.txt'}"
    )
    return 0 if share >= 0.9 else 1


if __name__ == "__main__":
    sys.exit(main())
