"""`dittomark training PROJECT --kind K --out FILE`: decided annotations as input for a trainer."""

import argparse
from pathlib import Path

from dittomark.commands import export as export_command
from dittomark.commands.common import ProgressLine, add_json, add_project, print_json


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    from dittomark.exporting.split import KEEPABLE
    from dittomark.exporting.training import KINDS

    add_project(parser)
    parser.add_argument("--kind", required=True, choices=KINDS, help="what to learn")
    parser.add_argument(
        "--out", required=True, type=Path, metavar="FILE", help="a JSONL file, one for each part"
    )
    who = parser.add_mutually_exclusive_group()
    who.add_argument("--annotator", action="append", default=[], help="only theirs (repeatable)")
    who.add_argument("--adjudicated", action="store_true", help="only what adjudicators settled")
    parser.add_argument(
        "--split", metavar="train=0.8,validation=0.1,test=0.1", help="deal the articles to parts"
    )
    parser.add_argument("--seed", type=int, default=0, help="which split of the possible ones")
    parser.add_argument(
        "--keep-together",
        action="append",
        default=[],
        choices=KEEPABLE,
        help="what a split keeps whole beside duplicates",
    )
    add_json(parser)


def run(arguments: argparse.Namespace) -> None:
    """Write the file or files; raises UserError for data that can't be written."""
    from dittomark import exporting
    from dittomark.exporting.options import Selection, parse_split
    from dittomark.project import Project

    with (
        Project.open(arguments.project, read_only=True) as project,
        ProgressLine("Writing articles:") as progress,
    ):
        report = exporting.export(
            project,
            format=f"training-{arguments.kind}",
            out=arguments.out,
            selection=Selection(
                annotators=tuple(arguments.annotator), adjudicated=arguments.adjudicated
            ),
            parts=parse_split(arguments.split) if arguments.split else None,
            seed=arguments.seed,
            keep_together=arguments.keep_together,
            report=progress,
        )
    if arguments.json:
        print_json(export_command.report_record(report))
    else:
        export_command.print_report(report)
