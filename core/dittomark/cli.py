"""The `dittomark` command: parses, runs one subcommand, prints a `UserError` as one line.

Without arguments, or with a `.ditto` file, it opens the window if one is installed. Each subcommand
is a module of `dittomark.commands` with `add_arguments(parser)` and `run(arguments)`; it is listed
in `COMMANDS` and imported only when it is called. No Qt here.
"""

import argparse
import builtins
import importlib
import importlib.util
import keyword
import os
import sys
from collections.abc import Sequence
from typing import Final

from dittomark.errors import UserError
from dittomark.system.terminal import harmless_terminals

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
    "suggest": "let suggesters propose, to be accepted or refused",
    "suggester": "keep programs of yours that suggest, begin a package, compare suggesters",
    "training": "write what was decided as a trainer reads it",
    "hand-out": "split the queue among annotators, a file for each",
    "merge": "join several annotators' files into a new one",
    "team": "work together through a shared folder, without a server",
    "agreement": "say how far annotators agree",
    "evaluate": "measure an engine on what people linked: PlagDet, precision, recall",
    "adjudicate": "list what annotators disagree on, and settle it, with the reason",
    "backup": "make a checked copy of a project, or list the copies there are",
    "restore": "put a backup in the place of a project",
    "scheme": "print the label scheme of a project, or replace it",
    "completion": "print what makes a shell complete this command",
    "version": "print the version, and if asked to, whether there is a newer one",
    "self-test": "prove that this installation works",
    "check": "say whether a project file is sound; recover a damaged one",
}

# The module of the window, and its requirement: parts of the distribution `dittomark`.
_WINDOW: Final = ("dittomark_gui.app", "PySide6")
_LONGEST_NAME: Final = 200
_NO_WINDOW: Final = (
    "The window is not installed here: `pip install dittomark` adds it, `dittomark --help` lists "
    "what works without it."
)


def module_of(command: str) -> str:
    """Return the module of a subcommand: "-" becomes "_", and Python keywords get one appended."""
    name = command.replace("-", "_")
    taken = keyword.iskeyword(name) or hasattr(builtins, name)
    return f"dittomark.commands.{name}{'_' if taken else ''}"


def build_parser(only: str | None = None) -> argparse.ArgumentParser:
    """Return the parser; with `only`, just that subcommand gets its options (starts faster)."""
    parser = argparse.ArgumentParser(
        prog="dittomark",
        description="Compare and label articles.",
        epilog="Without a command, or with a .ditto file alone, the window opens.",
    )
    parser.add_argument("--version", action=_Version, help="print the version and exit")
    subparsers = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, summary in COMMANDS.items():
        sub = subparsers.add_parser(name, help=summary, description=summary)
        if only is None or only == name:
            module = importlib.import_module(module_of(name))
            module.add_arguments(sub)
            sub.set_defaults(run=module.run)
    return parser


class _Version(argparse.Action):
    """`--version`; looks the version up only on demand."""

    def __init__(self, option_strings: Sequence[str], dest: str, **options: object) -> None:
        super().__init__(option_strings, dest, nargs=0, help=str(options.get("help", "")))

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from dittomark.system.releases import installed_version

        print(f"Dittomark {installed_version()}")  # noqa: T201
        parser.exit()


def main(argv: Sequence[str] | None = None) -> int:
    """Open the window, or run one subcommand.

    Returns 0 on success, 1 on a `UserError` or if the window is missing; wrong usage exits with 2.
    """
    argv = list(sys.argv[1:] if argv is None else argv)
    if "_ARGCOMPLETE" in os.environ:
        _complete()
    if is_for_the_window(argv):
        return _open_window(argv)
    only = argv[0] if argv and argv[0] in COMMANDS else None
    arguments = build_parser(only).parse_args(argv)
    with harmless_terminals():
        return _run(arguments)


def _run(arguments: argparse.Namespace) -> int:
    """Run the subcommand; every error becomes one sentence on standard error."""
    try:
        arguments.run(arguments)
    except UserError as error:
        print(f"dittomark: {error}", file=sys.stderr)  # noqa: T201
        return 1
    except BrokenPipeError:
        return 0
    except Exception as error:  # noqa: BLE001  (the last net: one sentence, whatever it was)
        print(f"dittomark: {_sentence_of(error)}", file=sys.stderr)  # noqa: T201
        return 1
    return 0


def _sentence_of(error: Exception) -> str:
    """Return one sentence for any error; unexpected ones are also written to a log file."""
    if isinstance(error, OSError) and error.filename is not None:
        return f"{str(error.filename)[:_LONGEST_NAME]!r}: {error.strerror or error}."
    if isinstance(error, UnicodeEncodeError):
        return f"a name or text holds half a character ({error.object[:40]!a}): give it in UTF-8."
    if isinstance(error, RecursionError):
        return "what is to be read is nested too deeply."
    log = _keep_report(error)
    kept = f"; the report is in {log}" if log else ""
    return f"this should not have happened ({type(error).__name__}: {str(error)[:200]!r}){kept}."


def _keep_report(error: Exception) -> str:
    """Write the traceback to the log file; returns its path, or an empty string on failure."""
    import traceback

    try:
        from dittomark.system.user_folders import data_folder

        log = data_folder() / "errors.log"
        with log.open("a", encoding="utf-8", errors="backslashreplace") as file:
            file.write("".join(traceback.format_exception(error)) + "\n")
    except (OSError, UserError):
        return ""
    return str(log)


def is_for_the_window(argv: Sequence[str]) -> bool:
    """Whether these arguments ask for the window: none at all, or a `.ditto` file alone."""
    return not argv or (len(argv) == 1 and argv[0].lower().endswith(".ditto"))


def _open_window(argv: Sequence[str]) -> int:
    """Open the window; core imports it by name, and prints a message if it is not installed."""
    if any(importlib.util.find_spec(name.partition(".")[0]) is None for name in _WINDOW):
        print(f"dittomark: {_NO_WINDOW}", file=sys.stderr)  # noqa: T201
        return 1
    return int(importlib.import_module(_WINDOW[0]).run(list(argv)))


def _complete() -> None:
    """Answer a shell's request for completions; the process ends here."""
    import argcomplete

    words = os.environ.get("COMP_LINE", "").split()
    only = words[1] if len(words) > 1 and words[1] in COMMANDS else None
    argcomplete.autocomplete(build_parser(only))
