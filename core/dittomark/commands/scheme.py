"""`dittomark scheme`: print the label scheme as JSON, or replace it."""

import argparse
from dataclasses import asdict
from pathlib import Path

from dittomark.commands.common import add_json, add_project, counted, print_json
from dittomark.labels import Label, LabelScheme, read_scheme
from dittomark.project import Project


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    add_project(parser)
    parser.add_argument(
        "--from",
        dest="source",
        type=Path,
        metavar="FILE",
        help="replace the scheme by this one (JSON, as this command prints it); labels in use that "
        "it lacks are kept as retired",
    )
    parser.add_argument("--annotator", metavar="A", help="who changes it, for the history")
    add_json(parser)


def run(arguments: argparse.Namespace) -> None:
    """Print or replace the scheme; raises `UserError` for an invalid file."""
    scheme = None if arguments.source is None else read_scheme(arguments.source)
    with Project.open(
        arguments.project, read_only=scheme is None, annotator=arguments.annotator
    ) as project:
        if scheme is not None:
            project.set_scheme(scheme)
        if scheme is None or arguments.json:
            print_json(asdict(project.scheme))
        else:
            print(_summary(arguments.project, project.scheme))


def _summary(path: Path, scheme: LabelScheme) -> str:
    spans, retired_spans = _numbers(scheme.spans)
    relations, retired_relations = _numbers(scheme.relations)
    retired = retired_spans + retired_relations
    kept = f" {counted(retired, 'label')} in use, now retired." if retired else ""
    return f"{path} has {counted(spans, 'span label')} and {counted(relations, 'relation')}.{kept}"


def _numbers(labels: tuple[Label, ...]) -> tuple[int, int]:
    """Return the numbers of labels that can be chosen, and of retired ones."""
    retired = sum(label.retired for label in labels)
    return len(labels) - retired, retired
