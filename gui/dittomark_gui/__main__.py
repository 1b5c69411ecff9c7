"""`dittomark`: the window, or one subcommand.

Every subcommand (and `--help`) goes to `dittomark.cli` before any Qt is imported, so that the
command works on machines without a display or the libraries Qt wants.
"""

import sys
from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Open the window on the `.ditto` file named, if any, or run a subcommand.

    Returns the exit code: of the window 0, of the command 0, 1 or 2.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    if _is_for_the_window(arguments):
        from dittomark_gui.app import run

        return run(arguments)
    if arguments[0] == "--window-self-test":  # started by `dittomark self-test`
        from dittomark_gui.self_test import main as window_self_test

        return window_self_test(*arguments[1:])
    from dittomark import cli

    if arguments[0] == "--self-test":
        arguments[0] = "self-test"
    return cli.main(arguments)


def _is_for_the_window(arguments: Sequence[str]) -> bool:
    if not arguments:
        return True
    return len(arguments) == 1 and arguments[0].lower().endswith(".ditto")


if __name__ == "__main__":
    sys.exit(main())
