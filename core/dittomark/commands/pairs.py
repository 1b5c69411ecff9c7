"""`dittomark pairs PROJECT`: find candidate pairs and fill the queue."""

import argparse
import json
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from dittomark.corpus.queue_order import ORDERS

if TYPE_CHECKING:
    from dittomark.pairing import Proposal


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument("project", type=Path, metavar="PROJECT", help="the .ditto file")
    parser.add_argument(
        "--order",
        choices=ORDERS,
        default="alike",
        help="the order of the queue; random is a fair sample (default: alike)",
    )
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="for --order random")
    parser.add_argument(
        "--same-event",
        action="store_true",
        help="also pairs that tell of one event without a passage in common",
    )
    parser.add_argument("--rebuild", action="store_true", help="compare all articles anew")
    parser.add_argument("--json", action="store_true", help="print what was found as JSON")


def run(arguments: argparse.Namespace) -> None:
    """Fill the queue; raises `UserError` for what the user can mend."""
    from dittomark.pairing import propose_pairs, put_into
    from dittomark.project import Project

    with Project.open(arguments.project) as project:
        proposal = propose_pairs(
            project,
            order=arguments.order,
            seed=arguments.seed,
            same_event=arguments.same_event,
            rebuild=arguments.rebuild,
            report=_progress if sys.stderr.isatty() else None,
        )
        put_into(project, proposal)
    _print(proposal, as_json=arguments.json)


def _progress(done: int, total: int) -> None:
    print(f"\r{done} of {total} articles", end="\n" if done >= total else "", file=sys.stderr)


def _print(proposal: "Proposal", *, as_json: bool) -> None:
    guesses = Counter(pair.guess for pair in proposal.pairs if pair.score is not None)
    found = sum(guesses.values())
    if as_json:
        result = {
            "compared": proposal.compared,
            "found": found,
            "added": proposal.fresh,
            "guesses": {guess or "": count for guess, count in guesses.most_common()},
        }
        print(json.dumps(result))
        return
    print(
        f"Compared {proposal.compared} new articles: {found} candidate pairs, "
        f"{proposal.fresh} of them new in the queue."
    )
    for guess, count in guesses.most_common():
        print(f"  {guess or 'no guess'}: {count}")
