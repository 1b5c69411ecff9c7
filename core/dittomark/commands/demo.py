"""`dittomark demo PROJECT`: a project with the sample articles, ready to annotate."""

import argparse

from dittomark.commands.common import add_json, add_project, print_json


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    add_project(parser)
    add_json(parser)


def run(arguments: argparse.Namespace) -> None:
    """Create the project; raises `ProjectFileError` on failure."""
    from dittomark.project import Project
    from dittomark.sample.demo_project import create_demo

    create_demo(arguments.project)
    with Project.open(arguments.project, read_only=True) as project:
        counts = project.counts()
    made = {name: counts[name] for name in ("articles", "pairs", "events")}
    if arguments.json:
        print_json({"project": str(arguments.project), **made})
    else:
        print(
            f"Made {arguments.project}: {made['articles']} articles, {made['pairs']} pairs "
            f"in the queue, {made['events']} events."
        )
