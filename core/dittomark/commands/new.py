"""`dittomark new`: an empty project."""

import argparse
import json
from pathlib import Path

from dittomark.commands.common import add_json, add_project, print_json
from dittomark.errors import UserError
from dittomark.labels import LabelScheme
from dittomark.operations.base import scheme_from_dict
from dittomark.project import Project


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    add_project(parser)
    parser.add_argument("--name", help="what people call the project (default: the file's name)")
    parser.add_argument("--scheme", type=Path, metavar="FILE", help="a label scheme (JSON)")
    add_json(parser)


def run(arguments: argparse.Namespace) -> None:
    """Make the project; raises `UserError` if the path is taken or the scheme is not one."""
    scheme = None if arguments.scheme is None else read_scheme(arguments.scheme)
    with Project.create(arguments.project, name=arguments.name, scheme=scheme) as project:
        if arguments.json:
            print_json({"path": str(project.path), "name": project.name})
        else:
            print(f"Made {project.path}.")


def read_scheme(path: Path) -> LabelScheme:
    """Return the label scheme in a JSON file (`spans`, `relations`, `event_fields`, …)."""
    try:
        plain = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise UserError(f"{path} can't be read: {error.strerror or error}.") from None
    except ValueError as error:
        raise UserError(f"{path} is not JSON: {error}.") from None
    return scheme_from_dict(plain)
