"""`dittomark merge`: the union of several annotators' files."""

import argparse
from pathlib import Path
from typing import Any

from dittomark.commands.common import (
    ProgressLine,
    add_json,
    counted,
    counted_kinds,
    difference,
    print_json,
)
from dittomark.team.merge import MergeReport, merge


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("out", type=Path, metavar="OUT", help="the new project file")
    parser.add_argument("inputs", type=Path, nargs="+", metavar="IN", help="project files to join")
    add_json(parser)


def run(arguments: argparse.Namespace) -> None:
    """Merge, and print what was merged and the conflicts."""
    with ProgressLine("rows") as progress:
        report = merge(arguments.out, arguments.inputs, report=progress)
    if arguments.json:
        print_json(report_record(report))
        return
    print(f"Merged {counted(len(report.files), 'file')} into {arguments.out}:")
    print(f"  {counted_kinds(report.added)}")
    for sentence in report.labels:
        print(f"  {sentence}")
    for conflict in report.conflicts:
        differences = difference(conflict.kept, conflict.other)
        print(
            f"  Changed differently, the newest is kept: {conflict.entity} {conflict.row_id}"
            f" {differences}"
        )
    for group in report.same_text:
        print(f"  The same text stands in {len(group)} articles: {', '.join(group)}.")


def report_record(report: MergeReport) -> dict[str, Any]:
    """Return the report as plain JSON values."""
    return {
        "files": [str(path) for path in report.files],
        "added": report.added,
        "updated": report.updated,
        "labels": list(report.labels),
        "conflicts": [
            {
                "entity": conflict.entity,
                "id": conflict.row_id,
                "kept": dict(conflict.kept),
                "other": dict(conflict.other),
            }
            for conflict in report.conflicts
        ],
        "same_text": [list(group) for group in report.same_text],
    }
