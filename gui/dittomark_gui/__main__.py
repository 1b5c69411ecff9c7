"""The window's own door: what the frozen program and `python -m dittomark_gui` start.

Everything but the window's self-test goes to `dittomark.cli`, which opens the window itself or runs
a subcommand before any Qt is imported, so that the command works on machines without a display or
the libraries Qt wants.
"""

import sys
from collections.abc import Sequence

from dittomark import cli


def main(argv: Sequence[str] | None = None) -> int:
    """Open the window on the `.ditto` file named, if any, or run a subcommand.

    Returns the exit code: of the window 0, of the command 0, 1 or 2.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments[:1] == ["--window-self-test"]:  # started by `dittomark self-test`
        from dittomark_gui.self_test import main as window_self_test

        return window_self_test(*arguments[1:])
    if arguments[:1] == ["--self-test"]:
        arguments[0] = "self-test"
    return cli.main(arguments)


if __name__ == "__main__":
    sys.exit(main())
