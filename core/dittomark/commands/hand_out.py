"""`dittomark hand-out`: one file for each annotator, to be merged again."""

import argparse
from pathlib import Path

from dittomark.commands.common import ProgressLine, add_json, add_project, counted, print_json
from dittomark.project import Project
from dittomark.team.hand_out import UNITS, Plan, hand_out


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    add_project(parser)
    parser.add_argument(
        "--annotators", required=True, metavar="A,B,…", help="their names, with commas between"
    )
    parser.add_argument(
        "--out", type=Path, required=True, metavar="FOLDER", help="where the files go"
    )
    parser.add_argument("--overlap", type=int, default=1, help="how many see each pair (1)")
    parser.add_argument("--share", type=float, default=1.0, help="part of the pairs they share (1)")
    parser.add_argument("--count", type=int, help="at most so many pairs for each")
    parser.add_argument("--by", choices=UNITS, default="pair", help="what stays together (pair)")
    parser.add_argument("--seed", type=int, default=0, help="which pairs are shared (0)")
    add_json(parser)


def run(arguments: argparse.Namespace) -> None:
    """Write the files and print the number of pairs for each annotator."""
    plan = Plan(
        tuple(name.strip() for name in arguments.annotators.split(",")),
        overlap=arguments.overlap,
        share=arguments.share,
        count=arguments.count,
        unit=arguments.by,
        seed=arguments.seed,
    )
    with Project.open(arguments.project, read_only=True) as project, ProgressLine("files") as line:
        handed = hand_out(project, arguments.out, plan, report=line)
    if arguments.json:
        print_json(
            [
                {"annotator": one.annotator, "path": str(one.path), "pairs": one.pairs}
                for one in handed
            ]
        )
    else:
        for one in handed:
            print(f"{one.path}: {counted(one.pairs, 'pair')} for {one.annotator}")
