"""`dittomark import PROJECT PATH...`: files, folders and archives into a project."""

import argparse
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from dittomark.commands.common import ProgressLine, add_json, add_project, counted, print_json
from dittomark.errors import NotFoundError, UserError
from dittomark.importing.date_order import ORDERS
from dittomark.importing.formats import FORMATS
from dittomark.importing.results import FIELDS, FONTS, OFFSET_UNITS, Options

if TYPE_CHECKING:
    from dittomark.importing import Failure, ImportReport


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    add_project(parser)
    parser.add_argument(
        "paths",
        type=Path,
        nargs="+",
        metavar="PATH",
        help="files, folders or archives; - for standard input",
    )
    parser.add_argument(
        "--format", choices=tuple(FORMATS), help="found out from each file if left out"
    )
    parser.add_argument(
        "--encoding", help="as utf-8 or cp1252; utf-8:replace reads damaged files as well"
    )
    parser.add_argument(
        "--map",
        nargs="+",
        action="extend",
        metavar="FIELD=COLUMN",
        help=f"which column of a table fills which field ({', '.join(FIELDS)})",
    )
    parser.add_argument("--mapping", type=Path, metavar="FILE", help="use a saved mapping")
    parser.add_argument("--save-mapping", type=Path, metavar="FILE", help="save the mapping")
    parser.add_argument(
        "--offsets", choices=OFFSET_UNITS, help="what a doccano file counts (default: found out)"
    )
    parser.add_argument(
        "--records",
        metavar="PATH",
        help="the list of articles in a JSON file, as articles or hits.hits",
    )
    parser.add_argument(
        "--dates", choices=ORDERS, help="which comes first in 03/04/2024 (default: found out)"
    )
    parser.add_argument(
        "--fonts", choices=FONTS, help="make Unicode of texts in the letters of this old font"
    )
    parser.add_argument("--annotator", help="whose the annotations are that name nobody")
    add_json(parser)


def run(arguments: argparse.Namespace) -> None:
    """Import; prints added articles on stdout and failures on stderr.

    Raises UserError if nothing at all could be imported.
    """
    from dittomark import importing
    from dittomark.importing import mapping
    from dittomark.project import Project
    from dittomark.store.outputs import output_file

    columns = mapping.load(arguments.mapping) if arguments.mapping else {}
    columns |= _mapping(arguments.map or [])
    options = Options(
        format=arguments.format or "",
        encoding=arguments.encoding or "",
        mapping=columns,
        offsets=arguments.offsets or "",
        annotator=arguments.annotator or "",
        records=arguments.records or "",
        dates=arguments.dates or "",
        fonts=arguments.fonts or "",
    )
    if not arguments.project.exists():
        raise NotFoundError(
            "There is no project {path} yet: “dittomark new {path}” makes one.",
            path=arguments.project,
        )
    inputs = [*arguments.paths, arguments.project]
    if arguments.save_mapping:
        output_file(arguments.save_mapping, inputs=inputs)  # refused before anything is imported
    with (
        Project.open(arguments.project) as project,
        ProgressLine("Reading, bytes:") as progress,
        tempfile.TemporaryDirectory(prefix="dittomark-") as folder,
    ):
        paths = [_piped(Path(folder)) if str(path) == "-" else path for path in arguments.paths]
        report = importing.import_into(project, paths, options, report=progress)
    _print(report, arguments)
    if arguments.save_mapping:
        mapping.save(columns, arguments.save_mapping, inputs=inputs)
    existing = report.already_there or report.unchanged
    if not report.added and not existing and not report.annotations:
        raise UserError("Nothing was imported.")


def _piped(folder: Path) -> Path:
    """Return a file with the content of standard input."""
    path = folder / "standard input"
    with path.open("wb") as stream:
        shutil.copyfileobj(sys.stdin.buffer, stream)
    return path


def _mapping(pairs: list[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for pair in pairs:
        field, equals, column = pair.partition("=")
        if not equals:
            raise UserError(f"“{pair}” is not a mapping. Write it like title=headline.")
        found[field] = column
    return found


def _print(report: "ImportReport", arguments: argparse.Namespace) -> None:
    for failure in report.failures:
        print(f"dittomark: {failure}", file=sys.stderr)
    unlisted = report.failed - len(report.failures)
    if unlisted:
        print(f"dittomark: … and {unlisted:,} more.", file=sys.stderr)
    if arguments.json:
        print_json(
            {
                "added": len(report.added),
                "already_there": report.already_there,
                "repeated": report.repeated,
                "annotations": dict(report.annotations),
                "unchanged": report.unchanged,
                "failed": report.failed,
                "failures": [_failure_record(failure) for failure in report.failures],
                "kept": dict(report.kept),
                "notes": list(report.notes),
                "articles": list(report.added),
            }
        )
        return
    parts = [f"Added {counted(len(report.added), 'article')}"]
    parts += [counted(count, kind.removesuffix("s")) for kind, count in report.annotations.items()]
    if report.already_there > report.repeated:
        parts.append(f"{report.already_there - report.repeated:,} were there already")
    if report.repeated:
        parts.append(f"{report.repeated:,} stood in the files twice and came in once")
    if report.unchanged:
        were = "was" if report.unchanged == 1 else "were"
        parts.append(f"{counted(report.unchanged, 'annotation')} {were} there already")
    if report.failed:
        parts.append(f"{report.failed:,} could not be imported")
    print(", ".join(parts) + ".")
    for note in report.notes:
        print(note)
    if report.kept:
        kept = ", ".join(f"{name} ({count:,})" for name, count in report.kept.items())
        print(f"Kept as metadata: {kept}.")


def _failure_record(failure: "Failure") -> dict[str, object]:
    return {"path": failure.path, "line": failure.line, "message": failure.message}
