"""`dittomark export PROJECT --format F --out PATH`: a project as a dataset."""

import argparse
import dataclasses
from pathlib import Path
from typing import TYPE_CHECKING

from dittomark.article_fields import FILTERABLE
from dittomark.commands.common import (
    ProgressLine,
    add_json,
    add_project,
    counted,
    counted_kinds,
    day,
    print_json,
)
from dittomark.exporting.options import TEXT_MODES, Selection, parse_split
from dittomark.exporting.split import KEEPABLE

if TYPE_CHECKING:
    from dittomark.exporting import ExportReport, SplitReport


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    from dittomark.exporting.run import FORMATS

    add_project(parser)
    parser.add_argument("--format", required=True, choices=tuple(FORMATS), help="the format")
    parser.add_argument("--out", required=True, type=Path, metavar="PATH", help="file or folder")
    who = parser.add_mutually_exclusive_group()
    who.add_argument("--annotator", action="append", default=[], help="only theirs (repeatable)")
    who.add_argument("--adjudicated", action="store_true", help="only what adjudicators settled")
    parser.add_argument("--finished", action="store_true", help="only finished pairs")
    for name, what in (
        ("label", "spans with this label"),
        ("relation", "judgements with this relation"),
        *((key, f"articles with this {key}") for key in FILTERABLE),
    ):
        parser.add_argument(f"--{name}", action="append", default=[], help=f"only {what}")
    parser.add_argument("--from", dest="date_from", type=day, metavar="DATE", help="first day")
    parser.add_argument("--to", dest="date_to", type=day, metavar="DATE", help="last day")
    parser.add_argument(
        "--text", choices=TEXT_MODES, default="full", help="leave texts out, or hashes for them"
    )
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
    parser.add_argument("--licence", default="", help="the licence named in a dataset card")
    add_json(parser)


def run(arguments: argparse.Namespace) -> None:
    """Export; raises UserError for data that can't be written."""
    from dittomark import exporting
    from dittomark.project import Project

    selection = Selection(
        annotators=tuple(arguments.annotator),
        adjudicated=arguments.adjudicated,
        finished_only=arguments.finished,
        labels=tuple(arguments.label),
        relations=tuple(arguments.relation),
        metadata={key: tuple(getattr(arguments, key)) for key in FILTERABLE},
        date_from=arguments.date_from or "",
        date_to=arguments.date_to or "",
    )
    with (
        Project.open(arguments.project, read_only=True) as project,
        ProgressLine("Writing articles:") as progress,
    ):
        report = exporting.export(
            project,
            format=arguments.format,
            out=arguments.out,
            selection=selection,
            text=arguments.text,
            parts=parse_split(arguments.split) if arguments.split else None,
            seed=arguments.seed,
            keep_together=arguments.keep_together,
            licence=arguments.licence,
            report=progress,
        )
    if arguments.json:
        print_json(report_record(report))
    elif str(arguments.out) != "-":
        print_report(report)


def report_record(report: "ExportReport") -> dict[str, object]:
    """Return the report of an export, as JSON."""
    return {
        "format": report.format,
        "out": str(report.out),
        "files": [str(file) for file in report.files],
        "counts": dict(report.counts),
        "losses": [dataclasses.asdict(loss) for loss in report.losses],
        "split": None if report.split is None else dataclasses.asdict(report.split),
    }


def print_report(report: "ExportReport") -> None:
    """Print the result of an export, and the data that it could not carry."""
    print(f"Wrote {report.out}: {counted_kinds(report.counts) or 'nothing'}.")
    for loss in report.losses:
        print(f"Not carried: {counted(loss.count, loss.what.removesuffix('s'))}. {loss.why}")
    if report.split is not None:
        _print_split(report.split)


def _print_split(split: "SplitReport") -> None:
    for name, part in split.parts.items():
        print(
            f"{name}: {counted(part.articles, 'article')}, {counted(part.groups, 'group')},"
            f" {counted(part.pairs, 'pair')}"
        )
    kept = " and ".join(split.kept_together)
    proof = (
        "the files of this format do not name their articles, so none could be looked for in two parts."
        if split.torn is None
        else f"{split.torn} of them stand in more than one part."
    )
    print(
        f"Kept together: {kept}. {counted(split.groups, 'group')} of two or more articles "
        f"(largest: {split.largest_group:,}); {proof}"
    )
