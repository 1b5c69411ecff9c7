"""`dittomark restore`: replace a project by a backup."""

import argparse
from pathlib import Path

from dittomark.commands.common import add_json, add_project, print_json
from dittomark.store.backups import restore


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    add_project(parser)
    parser.add_argument(
        "--from",
        dest="backup",
        type=Path,
        required=True,
        metavar="BACKUP",
        help="see backup --list",
    )
    add_json(parser)


def run(arguments: argparse.Namespace) -> None:
    """Restore the backup; the previous state is kept, and its path printed."""
    before = restore(arguments.project, arguments.backup)
    if arguments.json:
        print_json({"path": str(arguments.project), "before": before and str(before)})
    else:
        print(f"Restored {arguments.project}.")
        if before is not None:
            print(f"What it was before is in {before}; restore that to undo this.")
