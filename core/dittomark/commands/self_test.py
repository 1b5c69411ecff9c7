"""`dittomark self-test`: checks this installation; used by the installers' smoke test."""

import argparse
import platform
import sqlite3
import sys
from dataclasses import asdict
from pathlib import Path

from dittomark.commands.common import add_json, print_json
from dittomark.store.outputs import write_output


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument(
        "--out",
        type=Path,
        metavar="FILE",
        help="write the result there too (a window has no shell)",
    )
    parser.add_argument(
        "--no-window", action="store_true", help="leave out the check that needs Qt"
    )
    add_json(parser)


def run(arguments: argparse.Namespace) -> None:
    """Run the checks; raises `UserError` if one of them fails."""
    from dittomark.commands.self_test_checks import Check, run_checks
    from dittomark.errors import UserError, writing

    checks: list[Check] = []
    for check in run_checks(window=not arguments.no_window):
        checks.append(check)
        print(check, file=sys.stderr if arguments.json else sys.stdout, flush=True)
    if arguments.json:
        print_json([asdict(check) for check in checks])
    failed = [check.name for check in checks if check.ok is False]
    if arguments.out:
        about = f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
        result = "FAILED" if failed else "PASSED"
        lines = [f"{result} on {platform.platform()}, {about}", *map(str, checks)]
        with writing(arguments.out):
            write_output(arguments.out, "\n".join(lines) + "\n")
    if failed:
        raise UserError(f"The self-test failed: {', '.join(failed)}.")
