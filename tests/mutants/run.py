"""Break the code that keeps people's work in thousands of small ways: do the tests notice?

    python -m tests.mutants.run [--sample 400] [--seed 1] [--children 2] [--only store/union]

mutmut makes the faults (a comparison turned, a number off by one, an argument left out …). What mypy
refuses (two of three) is noticed: `make test` runs it first. Of the others the tests that reach each
of them are run (`trial.py`); how many of these they notice is said by itself. What nothing noticed is
listed in `build/mutants/survivors.txt`, with its difference.

Left out is: text whose case alone changed (SQL reads both); what a message says and is filled with
(`make test` checks all templates against their fields without running them), and what the log says;
`strict` of `zip`, which only guards against what must not be; the names of threads and of temporary
files; and what runs on another system than this one.
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
    "tests/core/suggesting/test_candidate_pairs.py",
    "tests/core/compare/test_names_across_scripts.py",
    "tests/core/importing/test_import_into.py",
    "tests/core/importing/test_read_back.py",
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
# Runs when its module is loaded, before a fault is put in.
RUNS_ONCE: Final = ("dittomark.store.rows.x__entity__",)
# The rules in Python are broken, not those in C; of merges at random a quarter must do.
ENVIRONMENT: Final = {"PYTHONHASHSEED": "0", "DITTOMARK_PURE": "1", "DITTOMARK_MERGES": "25"}
MESSAGES: Final = ("Message", "UndoConflictError", "ProjectFileError", "UserError")
UNSEEN: Final = {
    "zip": "strict",
    "threading.Thread": "name",
    "tempfile.TemporaryDirectory": "prefix",
    "tempfile.TemporaryFile": "prefix",
}


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
    lines = [
        "[tool.pytest.ini_options]",
        'pythonpath = ["."]',
        'addopts = ["--import-mode=importlib", "-p", "no:pytest-qt", "-p", "no:xdist"]',
        'filterwarnings = ["error"]',
        "[tool.mutmut]",
        'source_paths = ["dittomark"]',
        f"only_mutate = {json.dumps(MUTATED)}",
        'also_copy = ["dittomark_resources", "docs"]',
        "use_git_change_detection = false",
    ]
    (WORK / "pyproject.toml").write_text("\n".join(lines) + "\n", "utf-8")


def run_in(folder: Path, *arguments: str, log: str) -> None:
    """Run Python in the copy; what it prints goes into a file."""
    with (WORK / log).open("w", encoding="utf-8") as stream:
        subprocess.run(
            [sys.executable, *arguments],
            cwd=folder,
            stdout=stream,
            stderr=subprocess.STDOUT,
            check=False,
            env=os.environ | ENVIRONMENT,
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
    run_in(WORK, "-c", program, log="making.log")


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
    """Return a copy without its name and without what is left out, all text in lower case."""
    copy = ast.parse(ast.unparse(tree)).body[0]
    copy.name = ""  # type: ignore[attr-defined]
    raised = {node.exc for node in ast.walk(copy) if isinstance(node, ast.Raise)}
    for node in ast.walk(copy):
        if isinstance(node, ast.Call):
            called = ast.unparse(node.func)
            if node in raised or called in MESSAGES or called.startswith("_log."):
                node.args, node.keywords = [], []
            unseen = UNSEEN.get(called, "")
            node.keywords = [each for each in node.keywords if each.arg != unseen]
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            node.value = node.value.lower()
        elif isinstance(node, ast.If) and _is_of_another_system(node.test):
            node.body = [ast.Pass()]
    return copy


def _is_of_another_system(test: ast.expr) -> bool:
    """Whether it asks for another system, in the way in which mypy understands it too."""
    system = ast.unparse(test).removeprefix("sys.platform == ").strip("'")
    return system in ("win32", "darwin") and system != sys.platform


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
    parser.add_argument("--again", action="store_true", help="take the faults made before")
    parser.add_argument(
        "--tests-alone", action="store_true", help="try what mypy refuses on the tests too"
    )
    arguments = parser.parse_args()
    if not arguments.again:
        prepare()
        make_mutants(arguments.children)
    chosen = [one for one in mutants() if one.file.startswith(arguments.only)]
    everything = len(chosen)
    if arguments.sample and arguments.sample < everything:
        chosen = random.Random(arguments.seed).sample(chosen, arguments.sample)
    print(f"{len(chosen)} of {everything} faults", flush=True)
    by_types = set[str]() if arguments.tests_alone else refused(WORK / "mutants")
    names = [one.name for one in chosen if one.name not in by_types]
    print(f"{len(names)} of them are tried on the tests", flush=True)
    return report(chosen, by_types, tried(names, arguments.children))


def tried(names: list[str], children: int) -> dict[str, str]:
    """Return for each fault what `trial.py` says of it; what was tried before is not tried again."""
    faults, results = WORK / "faults.txt", WORK / "results.txt"
    results.touch()
    known = dict(line.split() for line in results.read_text("utf-8").splitlines())
    faults.write_text("\n".join(name for name in names if name not in known), "utf-8")
    ignored = [f"--ignore={name}" for name in NOT_TESTS]
    program = Path(__file__).with_name("trial.py")
    files = (faults, results, WORK / "statistics.json")
    said = (*map(str, files), str(children), *ignored, *TESTS)
    run_in(WORK / "mutants", str(program), *said, log="run.log")
    return dict(line.split() for line in results.read_text("utf-8").splitlines())


def report(chosen: list[Mutant], by_types: set[str], outcomes: dict[str, str]) -> int:
    """Print how many faults were noticed, by file; list the others. Returns 1 below 90 %."""
    ran = [one for one in chosen if one.name not in by_types and one.name in outcomes]
    survivors = [one for one in ran if outcomes[one.name] != "noticed"]
    judged = [*(one for one in chosen if one.name in by_types), *ran]
    total, missed = Counter(one.file for one in judged), Counter(one.file for one in survivors)
    for file in sorted(total):
        print(f"{file:34}{total[file] - missed[file]:5} of {total[file]:4}")
    with (WORK / "survivors.txt").open("w", encoding="utf-8") as stream:
        for one in survivors:
            reached = "  (no test reaches it)" if outcomes[one.name] == "unreached" else ""
            stream.write(f"{one.name}{reached}\n{difference(one)}\n\n")
    if not ran:
        print(f"nothing ran: see {WORK / 'run.log'}")
        return 1
    share = 1 - len(survivors) / len(judged)
    print(
        f"noticed: {share:.1%} of {len(judged)}; of the {len(ran)} that were tried on the tests "
        f"{1 - len(survivors) / len(ran):.1%}; the others are in {WORK / 'survivors.txt'}"
    )
    return 0 if share >= 0.9 else 1


if __name__ == "__main__":
    sys.exit(main())
