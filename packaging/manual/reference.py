"""The reference of the command as Markdown, made from its parser (Sphinx makes the library's).

No part is written by hand or kept in the tree, so the reference can't be out of date.
"""

import argparse
import os

from dittomark.cli import build_parser


def commands() -> str:
    """Return the help of every subcommand as one page of Markdown."""
    os.environ["COLUMNS"] = "88"
    parser = build_parser()
    parts = ["# The dittomark command", _block(parser.format_help())]
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, sub in action.choices.items():
                parts += [f"## dittomark {name}", _block(sub.format_help())]
    return "\n\n".join(parts) + "\n"


def _block(text: str) -> str:
    return f"```\n{text.rstrip()}\n```"
