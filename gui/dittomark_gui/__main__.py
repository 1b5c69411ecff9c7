"""The entry point of the frozen program and of `python -m dittomark_gui`.

Everything but the window's self-test is passed to `dittomark.cli`, which opens the window itself,
or runs a subcommand without importing Qt, so that subcommands work on machines without a display or
Qt's system libraries.
"""

import sys
from collections.abc import Sequence

from dittomark import cli


def main(argv: Sequence[str] | None = None) -> int:
    """Open the window, on a `.ditto` file if one is named, or run a subcommand.

    Returns the exit code: 0 for the window; 0, 1 or 2 for a subcommand.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments[:1] == ["--window-self-test"]:  # called by `dittomark self-test`
        from dittomark_gui.self_test import main as window_self_test

        return window_self_test(*arguments[1:])
    if arguments[:1] == ["--self-test"]:
        arguments[0] = "self-test"
    return cli.main(arguments)


if __name__ == "__main__":
    sys.exit(main())
