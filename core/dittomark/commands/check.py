"""`dittomark check`: check whether the file is sound, or recover its readable rows."""

import argparse
import sys
from pathlib import Path

from dittomark.commands.common import ProgressLine, add_json, add_project, counted, print_json
from dittomark.errors import ProjectFileError, UserError
from dittomark.store.check import find_problems
from dittomark.store.connection import (
    NewerFileError,
    PlainErrors,
    check_header,
    prepare_schema,
    refuse_newer,
)
from dittomark.store.foreign_log import foreign_log, foreign_log_error, refuse_foreign_log
from dittomark.store.lock import somebody_has
from dittomark.store.other_names import left_log_notice
from dittomark.store.repair import repair, repaired_path
from dittomark.store.row_checks import Problem
from dittomark.store.store import Store
from dittomark.system.terminal import harmless


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    add_project(parser)
    parser.add_argument(
        "--repair",
        type=Path,
        nargs="?",
        const=Path(),
        metavar="NEW",
        help="recover all that is readable into a new file (default: PROJECT-repaired.ditto)",
    )
    add_json(parser)


def run(arguments: argparse.Namespace) -> None:
    """Check, or recover with `--repair`; raises `UserError` if there are problems or losses."""
    notices = _report_left_log(arguments.project)
    if arguments.repair is not None:
        _repair(arguments, notices)
        return
    problems = check_file(arguments.project)
    if arguments.json:
        found = [_record(problem) for problem in problems]
        print_json({"ok": not problems, "problems": found, "notices": notices})
    else:
        _print(problems)
    refuse_foreign_log(arguments.project)  # the remedy is to open the file
    if problems:
        raise UserError(
            f"{arguments.project} has {counted(len(problems), 'problem')}; recover what is"
            f" readable with dittomark check {arguments.project} --repair."
        )
    if not arguments.json:
        print(f"{arguments.project} is sound.")


def _report_left_log(path: Path) -> list[str]:
    """Print and return the notice of a log left under the file's old name; empty without one."""
    check_header(path)
    if (notice := left_log_notice(path)) is None:
        return []
    print(harmless(notice), file=sys.stderr)
    return [str(notice)]


def check_file(path: Path) -> list[Problem]:
    """Return all problems of a project file, which is only read."""
    check_header(path)
    if not somebody_has(path) and (log := foreign_log(path)):
        return [Problem("file", "", foreign_log_error(path, log).message)]
    try:
        store = Store(path, read_only=True)
    except ProjectFileError as error:
        return [Problem("file", "", error.message)]
    try:
        with PlainErrors(path), ProgressLine("checked") as progress:
            refuse_newer(store.connection, path)
            prepare_schema(store.connection, path, read_only=True)
            return find_problems(store, progress)
    except NewerFileError:
        raise
    except ProjectFileError as error:
        return [Problem("file", "", error.message)]
    finally:
        store.close()


def _repair(arguments: argparse.Namespace, notices: list[str]) -> None:
    project, into = arguments.project, arguments.repair
    if into == Path():
        into = repaired_path(project)
    with ProgressLine("recovered") as progress:
        result = repair(project, into, report=progress)
    if arguments.json:
        print_json(
            {
                "into": str(into),
                "recovered": result.rows,
                "lost": [_record(problem) for problem in result.lost],
                "notices": notices,
            }
        )
    else:
        print(", ".join(f"{number} {table}" for table, number in result.rows.items() if number))
        _print(result.lost)
        print(f"What is readable is in {into}; {project} is unchanged.")


def _record(problem: Problem) -> dict[str, str]:
    return {"where": problem.where, "id": problem.row_id, "what": problem.what}


def _print(problems: list[Problem]) -> None:
    for problem in problems:
        print(problem)
