"""`dittomark version`: print the version; with `--newest`, whether there is a newer one."""

import argparse

from dittomark.commands.common import add_json, print_json
from dittomark.system.releases import installed_version, newest_release


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument(
        "--newest",
        action="store_true",
        help="ask over the network for the newest version (nothing else ever connects)",
    )
    add_json(parser)


def run(arguments: argparse.Namespace) -> None:
    """Print the version; raises `UserError` if the newest was requested and is unknown."""
    found = {"version": installed_version()}
    lines = [f"Dittomark {installed_version()}"]
    if arguments.newest:
        release = newest_release()
        found |= {"newest": release.version, "page": release.page}
        lines.append(
            f"Version {release.version} is there: {release.page}"
            if release.is_newer
            else "This is the newest version."
        )
    if arguments.json:
        print_json(found)
    else:
        print("\n".join(lines))
