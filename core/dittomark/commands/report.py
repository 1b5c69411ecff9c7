"""`dittomark report PROJECT PAIR --out FILE`: a pair as a page to print or send."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from dittomark.commands.common import add_json, add_project, counted, print_json

if TYPE_CHECKING:
    from dittomark.project import Project


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    add_project(parser)
    parser.add_argument(
        "pair", metavar="PAIR", help="the pair's id, or two articles: ID,ID (or external ids)"
    )
    parser.add_argument(
        "--out", required=True, type=Path, metavar="FILE", help="an .html or .pdf file"
    )
    add_json(parser)


def run(arguments: argparse.Namespace) -> None:
    """Write the report; raises UserError for an unknown pair."""
    from dittomark.project import Project
    from dittomark.reporting import pair_report, write_report

    with Project.open(arguments.project, read_only=True) as project:
        a, b = _articles(project, arguments.pair)
        report = pair_report(project, a, b)
    write_report(report, arguments.out)
    if arguments.json:
        print_json({"out": str(arguments.out), "passages": len(report.passages)})
    elif str(arguments.out) != "-":
        print(f"Wrote {arguments.out}: {counted(len(report.passages), 'shared passage')}.")


def _articles(project: "Project", name: str) -> tuple[str, str]:
    if "," in name:
        one, other = name.split(",", 1)
        return project.article_named(one.strip()), project.article_named(other.strip())
    pair = project.pair(name)
    return pair.a, pair.b
