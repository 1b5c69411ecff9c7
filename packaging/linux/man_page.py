"""Write the manual page of the command from its own parser.

python packaging/linux/man_page.py OUT
"""

import argparse
import sys
from pathlib import Path

from dittomark.cli import build_parser

PACKAGING = Path(__file__).parents[1]
sys.path.insert(0, str(PACKAGING))
import release  # noqa: E402


def escaped(text: str) -> str:
    """Return the text escaped for roff."""
    return text.replace("\\", "\\e").replace("-", "\\-").replace("\n", " ")


def subcommands(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    """Return the parsers of the subcommands by name."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            return dict(action.choices)
    return {}


def options(parser: argparse.ArgumentParser) -> list[str]:
    """Return the lines that describe a subcommand's arguments."""
    lines = []
    for action in parser._actions:
        if action.help in {None, argparse.SUPPRESS} or "--help" in action.option_strings:
            continue
        names = ", ".join(action.option_strings) or str(action.metavar or action.dest)
        lines += [".RS", ".TP", f".B {escaped(names)}", escaped(action.help or ""), ".RE"]
    return lines


def page() -> str:
    """Return the manual page."""
    lines = [
        f'.TH DITTOMARK 1 "{release.date()}" "Dittomark {release.version()}" "User Commands"',
        ".ad l",  # a long option leaves no room for even margins
        ".SH NAME",
        "dittomark \\- compare news articles side by side and label what they share",
        ".SH SYNOPSIS",
        ".B dittomark",
        "[\\fIPROJECT.ditto\\fR]",
        ".br",
        ".B dittomark",
        "\\fICOMMAND\\fR [\\fIOPTIONS\\fR]",
        ".SH DESCRIPTION",
        "Without a command the window opens, on the project if one is named. Every command works",
        "without a display; results go to standard output, progress to standard error.",
        ".SH COMMANDS",
    ]
    for name, parser in subcommands(build_parser()).items():
        usage = parser.format_usage().removeprefix("usage: ").split()
        lines += [".TP", f".B {escaped(name)}", f"{escaped(parser.description or '')}.", ".br"]
        lines += [escaped(" ".join(usage)), *options(parser)]
    lines += [
        ".SH EXIT STATUS",
        "0 on success, 1 on an error that the message explains, 2 on wrong usage.",
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(page(), encoding="utf-8")
