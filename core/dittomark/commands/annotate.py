"""`dittomark annotate`: annotations from a JSONL file into a project."""

import argparse
import sys
from pathlib import Path

from dittomark.commands.common import (
    ProgressLine,
    add_json,
    add_project,
    counted,
    counted_kinds,
    print_json,
)
from dittomark.errors import UserError


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
    """Apply the file; raises `UserError` at the end if a line could not be applied."""
    from dittomark.importing import annotate_from
    from dittomark.project import Project

    with Project.open(arguments.project) as project, ProgressLine("Reading, bytes:") as progress:
        result = annotate_from(
            project, arguments.source, annotator=arguments.annotator, report=progress
        )
    # A new pair of the queue is not an annotation of its own: it is counted with its judgement.
    applied = {kind: number for kind, number in result.annotations.items() if kind != "pairs"}
    failures = sorted(result.failures, key=lambda failure: failure.line or 0)
    if arguments.json:
        print_json(
            {
                "applied": applied,
                "unchanged": result.unchanged,
                "failed": [{"line": one.line, "reason": one.message} for one in failures],
            }
        )
    else:
        decided = {
            state: applied.pop(state) for state in ("accepted", "refused") if state in applied
        }
        parts = [f"{counted(n, 'suggestion')} {state}" for state, n in decided.items()]
        print(", ".join(filter(None, (counted_kinds(applied), *parts))) or "nothing")
    for failure in failures:
        print(f"{arguments.source}:{failure.line}: {failure.message}", file=sys.stderr)
    if result.failed > len(failures):
        print(f"… and {result.failed - len(failures):,} more.", file=sys.stderr)
    if result.failed:
        raise UserError(
            f"{counted(result.failed, 'annotation')} could not be placed (named above);"
            " the others are in the project."
        )
