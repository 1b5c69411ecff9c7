"""`dittomark new`: an empty project."""

import argparse
from pathlib import Path

from dittomark.commands.common import add_json, add_project, print_json
from dittomark.labels import read_scheme
from dittomark.project import Project


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    add_project(parser)
    parser.add_argument("--name", help="what people call the project (default: the file's name)")
    parser.add_argument("--scheme", type=Path, metavar="FILE", help="a label scheme (JSON)")
    add_json(parser)


def run(arguments: argparse.Namespace) -> None:
    """Create the project; raises `UserError` if the path exists or the scheme is invalid."""
    scheme = None if arguments.scheme is None else read_scheme(arguments.scheme)
    with Project.create(arguments.project, name=arguments.name, scheme=scheme) as project:
        if arguments.json:
            print_json({"path": str(project.path), "name": project.name})
        else:
            print(f"Made {project.path}.")
