"""`dittomark demo PROJECT`: a project with the sample articles, ready to annotate."""

import argparse
import json
from pathlib import Path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument("project", type=Path, metavar="PROJECT", help="the .ditto file to make")
    parser.add_argument("--json", action="store_true", help="print what was made as JSON")


def run(arguments: argparse.Namespace) -> None:
    """Make the project; raises `ProjectFileError` if it can't be made."""
    from dittomark.demo import create_demo
    from dittomark.project import Project

    create_demo(arguments.project)
    with Project.open(arguments.project, read_only=True) as project:
        counts = project.counts()
    made = {name: counts[name] for name in ("articles", "pairs", "events")}
    if arguments.json:
        print(json.dumps({"project": str(arguments.project), **made}))
    else:
        print(
            f"Made {arguments.project}: {made['articles']} articles, {made['pairs']} pairs "
            f"in the queue, {made['events']} events."
        )
