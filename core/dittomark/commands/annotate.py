"""`dittomark annotate`: annotations from a JSONL file into a project."""

import argparse
import sys
from pathlib import Path

from dittomark.applying import apply_file
from dittomark.commands.common import ProgressLine, add_json, add_project, print_json
from dittomark.errors import UserError
from dittomark.project import Project


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    add_project(parser)
    parser.add_argument(
        "--from",
        dest="source",
        type=Path,
        required=True,
        metavar="FILE",
        help="the annotations, one JSON object a line",
    )
    parser.add_argument("--annotator", required=True, help="whose annotations they are")
    add_json(parser)


def run(arguments: argparse.Namespace) -> None:
    """Apply the file; raises `UserError` at the end when some lines could not be placed."""
    with Project.open(arguments.project) as project, ProgressLine("lines") as progress:
        result = apply_file(
            project, arguments.source, annotator=arguments.annotator, report=progress
        )
    if arguments.json:
        print_json(
            {
                "applied": result.applied,
                "unchanged": result.unchanged,
                "failed": [{"line": line, "reason": reason} for line, reason in result.failed],
            }
        )
    else:
        print(", ".join(f"{number} {kind}" for kind, number in result.applied.items()) or "nothing")
    for line, reason in result.failed:
        print(f"{arguments.source}:{line}: {reason}", file=sys.stderr)
    if result.failed:
        raise UserError(
            f"{len(result.failed)} of {result.lines} lines could not be placed (named above);"
            " the others are in the project."
        )
