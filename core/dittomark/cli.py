"""The `dittomark` command: parse, run one subcommand, turn a `UserError` into one line.

Each subcommand is a module of `dittomark.commands` with `add_arguments(parser)` and
`run(arguments)`; it is listed in `COMMANDS` and imported only when it is called for. No Qt here.
"""

import argparse
import builtins
import importlib
import keyword
import sys
from collections.abc import Sequence
from typing import Final

from dittomark.errors import UserError

# Subcommand → one line of help.
COMMANDS: Final[dict[str, str]] = {
    "demo": "make a project with the sample articles, ready to annotate",
    "new": "make an empty project",
    "compare": "print passages, repeats, similar sentences and shared terms of text files",
    "list": "print what is in a project, who changed what when, and what annotators disagree on",
    "import": "add files, folders or archives to a project",
    "export": "write a project as a dataset for other tools",
    "report": "write a pair as a page to print or send (HTML or PDF)",
    "annotate": "apply annotations from a JSONL file",
    "pairs": "find candidate pairs and fill the queue",
    "suggest": "propose boilerplate and events, to be accepted or refused",
    "hand-out": "split the queue among annotators, a file for each",
    "merge": "join several annotators' files into a new one",
    "agreement": "say how far annotators agree",
    "adjudicate": "list what annotators disagree on, and settle it, with the reason",
    "backup": "make a checked copy of a project, or list the copies there are",
    "restore": "put a backup in the place of a project",
    "version": "print the version, and if asked to, whether there is a newer one",
    "self-test": "prove that this installation works",
    "check": "say whether a project file is sound; recover a damaged one",
}


def module_of(command: str) -> str:
    """Return the module of a subcommand: "-" becomes "_", and Python's own words get one behind."""
    name = command.replace("-", "_")
    taken = keyword.iskeyword(name) or hasattr(builtins, name)
    return f"dittomark.commands.{name}{'_' if taken else ''}"


def build_parser(only: str | None = None) -> argparse.ArgumentParser:
    """Return the parser; with `only`, just that subcommand gets its options (starts faster)."""
    parser = argparse.ArgumentParser(prog="dittomark", description="Compare and label articles.")
    subparsers = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, summary in COMMANDS.items():
        sub = subparsers.add_parser(name, help=summary, description=summary)
        if only is None or only == name:
            module = importlib.import_module(module_of(name))
            module.add_arguments(sub)
            sub.set_defaults(run=module.run)
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run one subcommand. Returns 0 on success, 1 on a `UserError`; wrong usage exits with 2."""
    argv = list(sys.argv[1:] if argv is None else argv)
    only = argv[0] if argv and argv[0] in COMMANDS else None
    arguments = build_parser(only).parse_args(argv)
    try:
        arguments.run(arguments)
    except UserError as error:
        print(f"dittomark: {error}", file=sys.stderr)  # noqa: T201
        return 1
    except BrokenPipeError:
        return 0
    return 0
