"""`dittomark backup`: a checked copy of a project, or the list of its backups."""

import argparse
from pathlib import Path

from dittomark.commands.common import (
    ProgressLine,
    add_json,
    add_project,
    print_array,
    print_json,
    print_lines,
)
from dittomark.store.backups import back_up, backups_of


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    add_project(parser)
    parser.add_argument("--to", type=Path, metavar="FILE", help="where (default: the data folder)")
    parser.add_argument("--list", action="store_true", help="print the backups there are instead")
    add_json(parser)


def run(arguments: argparse.Namespace) -> None:
    """Make a backup, or list them."""
    if arguments.list:
        _list(arguments)
        return
    with ProgressLine("pages copied") as progress:
        place = back_up(arguments.project, to=arguments.to, report=progress)
    if arguments.json:
        print_json({"path": str(place), "size": place.stat().st_size})
    else:
        print(f"Backed up to {place}.")


def _list(arguments: argparse.Namespace) -> None:
    rows = [
        {"path": str(backup.path), "made_at": backup.made_at.isoformat(), "size": backup.size}
        for backup in backups_of(arguments.project)
    ]
    if arguments.json:
        print_array(rows)
    else:
        print_lines(rows, ("made_at", "size", "path"))
