"""`dittomark suggester`: users' own suggesters: programs, a package template, a comparison."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from dittomark.commands.common import add_json, print_columns, print_json
from dittomark.errors import UserError

if TYPE_CHECKING:
    from dittomark.suggesting.evaluation import Measured, SuggesterComparison


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    new = actions.add_parser("new", help="write a Python package that suggests, to begin with")
    new.add_argument("folder", type=Path, metavar="FOLDER", help="a folder that does not exist yet")
    new.set_defaults(act=_new)

    add = actions.add_parser(
        "add", help="keep a program as a suggester, for this user on this computer"
    )
    add.add_argument("name", metavar="NAME", help="what it is called in suggestions")
    add.add_argument(
        "--reads", choices=("articles", "pairs"), default="articles", help="what it gets to read"
    )
    add.add_argument(
        "--kinds",
        nargs="+",
        required=True,
        choices=("span", "relation", "event", "link", "pair"),
        help="what it suggests",
    )
    add.add_argument(
        "--patience",
        type=float,
        metavar="SECONDS",
        help="how long it may be silent before it is stopped (default: 600)",
    )
    add.add_argument(
        "--command",
        dest="line",
        required=True,
        metavar="COMMAND",
        help="the command with its arguments, as one text",
    )
    add.set_defaults(act=_add)

    actions.add_parser("list", help="list the suggesters there are").set_defaults(act=_list)

    remove = actions.add_parser("remove", help="forget a program")
    remove.add_argument("name", metavar="NAME")
    remove.set_defaults(act=_remove)

    compare = actions.add_parser(
        "compare", help="measure suggesters on what people decided, each on what it has not seen"
    )
    compare.add_argument("project", type=Path, metavar="PROJECT", help="the .ditto file")
    compare.add_argument("--kind", required=True, choices=("span", "relation", "event"))
    compare.add_argument(
        "--with", dest="suggesters", nargs="+", required=True, metavar="NAME", help="which ones"
    )
    compare.add_argument(
        "--only",
        type=Path,
        metavar="FILE",
        help="measure on the articles or pairs of this file alone: a part that `training` wrote",
    )
    compare.add_argument("--out", type=Path, metavar="FILE", help="write the table as CSV")
    add_json(compare)
    compare.set_defaults(act=_compare)


def run(arguments: argparse.Namespace) -> None:
    """Run the action of the second word."""
    arguments.act(arguments)


def _new(arguments: argparse.Namespace) -> None:
    from dittomark.suggesting.template import write_package

    name = write_package(arguments.folder)
    print(f"Wrote {arguments.folder}. Install it with: python -m pip install -e {arguments.folder}")
    print(f"Then: dittomark suggest PROJECT --with {name}")


def _add(arguments: argparse.Namespace) -> None:
    from dittomark.suggesting.programs import PATIENCE, Program, command_of, save_program
    from dittomark.suggesting.registry import refuse_taken

    refuse_taken(arguments.name)
    save_program(
        Program(
            arguments.name,
            command_of(arguments.line),
            frozenset(arguments.kinds),
            arguments.reads,
            PATIENCE if arguments.patience is None else arguments.patience,
        )
    )
    print(f"Kept. Use it with: dittomark suggest PROJECT --with {arguments.name}")


def _list(_arguments: argparse.Namespace) -> None:
    from dittomark.commands.suggest import list_suggesters

    list_suggesters(as_json=False)


def _remove(arguments: argparse.Namespace) -> None:
    from dittomark.suggesting.programs import remove_program

    remove_program(arguments.name)


def _print_comparison(found: "SuggesterComparison") -> None:
    """Print two tables; `--out` and `--json` have every figure in separate columns."""
    print("in brackets: 95 % intervals")
    heads = ("suggester", "version", "items", "suggested", "precision", "recall", "F1")
    print_columns(
        heads,
        [
            (
                each.suggester,
                each.version,
                f"{each.items:,}",
                f"{each.suggested:,}",
                *map(_measured, (each.precision, each.recall, each.f1)),
            )
            for each in found.scores
        ],
    )
    if found.differences:
        print()
        with_test = any(two.mcnemar is not None for two in found.differences)
        print_columns(
            ("difference", "in F1", *(["McNemar p"] if with_test else [])),
            [
                (
                    f"{two.first} − {two.second}",
                    _measured(two.f1),
                    *([] if two.mcnemar is None else [f"{two.mcnemar:.4f}"]),
                )
                for two in found.differences
            ],
        )
    confused = [
        (each.suggester, met.suggested, met.given, f"{met.count:,}")
        for each in found.scores
        for met in each.confused
    ]
    if confused:
        print()
        print_columns(("suggester", "suggested", "given by people", "times"), confused)


def _measured(value: "Measured") -> str:
    if value.value is None or value.low is None or value.high is None:
        return "–"
    return f"{value.value:.3f} ({value.low:.3f}…{value.high:.3f})"


def _compare(arguments: argparse.Namespace) -> None:
    from dittomark.commands.common import ProgressLine
    from dittomark.exporting.csv_files import write_rows
    from dittomark.exporting.training import ids_of
    from dittomark.suggesting.isolated import compare_registered
    from dittomark.suggesting.registry import suggester_named

    chosen = [suggester_named(name) for name in dict.fromkeys(arguments.suggesters)]
    among = None if arguments.only is None else ids_of(arguments.only)
    with ProgressLine("Measuring:") as progress:
        found = compare_registered(chosen, arguments.project, arguments.kind, progress, among=among)
    if arguments.out is not None:
        write_rows(found.rows(), arguments.out)
    if arguments.json:
        print_json(found.record())
    else:
        _print_comparison(found)
    failures = [f"{each.suggester}: {each.failure}" for each in found.scores if each.failure]
    if failures:
        raise UserError("; ".join(failures))
