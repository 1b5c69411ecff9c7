"""`dittomark pairs PROJECT`: find candidate pairs and fill the queue.

Corpora outside a project: `dittomark pairs --articles PART… --out FILE` finds the candidates of
Parquet or JSONL parts, `dittomark pairs PROJECT --from FILE` adds them to a project's queue.
"""

import argparse
import tempfile
from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from dittomark.commands.common import ProgressLine, add_json, counted, print_json
from dittomark.corpus.queue_order import ORDERS
from dittomark.errors import UserError
from dittomark.store.outputs import output_file, output_folder

if TYPE_CHECKING:
    from dittomark.project import Project
    from dittomark.suggesting.candidate_pairs import Proposal

_OF_SPARK = "_SUCCESS"  # marks a folder that Spark wrote


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("project", type=Path, nargs="?", metavar="PROJECT", help="the .ditto file")
    parser.add_argument(
        "--order",
        choices=ORDERS,
        help="put the whole queue into this order; random is a fair sample (without it new pairs"
        " come behind the others, the most alike first)",
    )
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="for --order random")
    parser.add_argument(
        "--same-event",
        action="store_true",
        help="also pairs that tell of one event without a passage in common",
    )
    parser.add_argument(
        "--no-rewritten",
        dest="rewritten",
        action="store_false",
        help="only pairs with a passage in common, no reports that were told anew",
    )
    parser.add_argument(
        "--nearest",
        type=int,
        default=None,
        metavar="N",
        help="of the pairs of an article in a group of copies, the N most alike (default: 5; 0: all)",
    )
    parser.add_argument(
        "--group-of",
        metavar="ARTICLE",
        help="search nothing, but add what was left out of this article's group of copies",
    )
    parser.add_argument("--rebuild", action="store_true", help="compare all articles anew")
    parser.add_argument(
        "--from", dest="source", type=Path, metavar="FILE", help="candidates found before"
    )
    parser.add_argument(
        "--articles", nargs="+", metavar="PART", help="Parquet or JSONL files with id, source, text"
    )
    parser.add_argument(
        "--out", metavar="FILE", help="where the candidates of --articles go (Parquet)"
    )
    parser.add_argument(
        "--engine",
        choices=["embedded", "spark"],
        default="embedded",
        help="what searches: this process, or Spark (default: embedded)",
    )
    parser.add_argument(
        "--master",
        default="local[*]",
        metavar="URL",
        help="the Spark master (default: this machine)",
    )
    add_json(parser)


def run(arguments: argparse.Namespace) -> None:
    """Run the options' action; raises `UserError` for errors that the user can correct."""
    if arguments.articles:
        if not arguments.out or arguments.project:
            raise UserError(
                "--articles needs --out FILE, and no project: import with --from later."
            )
        _search_parts(arguments)
        return
    if not arguments.project:
        raise UserError("Name a project, or --articles and --out.")
    from dittomark.project import Project
    from dittomark.suggesting.candidate_pairs import put_into

    with Project.open(arguments.project) as project:
        proposal = _proposal(project, arguments)
        put_into(project, proposal)
        counts = project.counts()
    _print(proposal, queue=counts["pairs"], articles=counts["articles"], arguments=arguments)


def _proposal(project: "Project", arguments: argparse.Namespace) -> "Proposal":
    """Return the pairs to be added to the project."""
    from dittomark.corpus.parts import read_candidates
    from dittomark.suggesting.candidate_pairs import (
        NEAREST,
        propose_candidates,
        propose_pairs,
        rest_of_group,
        write_articles,
    )

    if arguments.group_of:
        article = project.article_named(arguments.group_of)
        clusters = {pair.cluster for pair in project.pairs(article_id=article)} - {None}
        if not clusters:
            raise UserError("{name} is in no group of copies.", name=arguments.group_of)
        return rest_of_group(project, clusters.pop())
    most = NEAREST if arguments.nearest is None else max(0, arguments.nearest)
    if arguments.source:
        found = read_candidates(arguments.source)
        return propose_candidates(
            project, found, order=arguments.order, seed=arguments.seed, most=most
        )
    if arguments.engine == "spark":
        from dittomark.corpus.spark import find_candidates_spark

        with tempfile.TemporaryDirectory(prefix="dittomark-") as folder:
            parts, out = Path(folder, "articles.parquet"), Path(folder, "candidates.parquet")
            write_articles(project, parts)
            find_candidates_spark([str(parts)], str(out), master=arguments.master)
            found = read_candidates(out)
        return propose_candidates(
            project, found, order=arguments.order, seed=arguments.seed, most=most
        )
    with ProgressLine("Articles compared:") as report:
        return propose_pairs(
            project,
            order=arguments.order,
            seed=arguments.seed,
            same_event=arguments.same_event,
            rewritten=arguments.rewritten,
            most=most,
            rebuild=arguments.rebuild,
            report=report,
        )


def _search_parts(arguments: argparse.Namespace) -> None:
    """Write the candidate pairs of articles in files to a file."""
    if arguments.engine == "spark":
        from dittomark.corpus.spark import find_candidates_spark

        if "://" not in arguments.out:  # a local folder: Spark deletes its content
            output_folder(Path(arguments.out), ours=_OF_SPARK)
        find_candidates_spark(arguments.articles, arguments.out, master=arguments.master)
    else:
        from dittomark.corpus.candidates import find_candidates
        from dittomark.corpus.parts import Parts, write_candidates

        out = Path(arguments.out)
        if not out.parent.is_dir():  # reported before the search, not after it
            raise UserError(f"There is no folder {out.parent}: make it, or name another one.")
        out = output_file(out, inputs=map(Path, arguments.articles))
        parts = Parts([Path(path) for path in arguments.articles])
        found = find_candidates(parts, text_of=parts.texts())
        write_candidates(found, out)
    if arguments.json:
        print_json({"out": arguments.out})
    else:
        print(f"The candidates are in {arguments.out}: import them with --from.")


def _print(
    proposal: "Proposal", *, queue: int, articles: int, arguments: argparse.Namespace
) -> None:
    """Print the result; `queue` are the pairs, `articles` the articles that the project has now."""
    guesses = Counter(pair.guess for pair in proposal.pairs if pair.score is not None)
    found = sum(guesses.values())
    each = round(queue / max(1, articles), 2)
    if arguments.json:
        result = {
            "compared": proposal.compared,
            "found": found,
            "added": proposal.fresh,
            "more": proposal.more,
            "queue": queue,
            "pairs_per_article": each,
            "guess_on_judged_pairs": None if proposal.guess is None else asdict(proposal.guess),
            "guesses": {guess or "": count for guess, count in guesses.most_common()},
        }
        print_json(result)
        return
    print(
        f"Compared {counted(proposal.compared, 'new article')}: {counted(found, 'candidate pair')}, "
        f"{proposal.fresh} of them new in the queue."
    )
    print(f"The queue has {counted(queue, 'pair')}, {each:.2f} an article.")
    if arguments.order and queue:
        print(f"It is in this order now: {arguments.order}.")
    if proposal.guess is not None:
        print(
            f"The guess is right on {proposal.guess.taught:.0%} of {proposal.guess.pairs} judged pairs"
            f" held out, {proposal.guess.shipped:.0%} as shipped."
        )
    if proposal.more:
        print(
            f"{counted(proposal.more, 'more pair')} in groups of copies: --group-of ARTICLE adds"
            " those of one group, --nearest 0 --rebuild all."
        )
    for guess, count in guesses.most_common():
        print(f"  {guess or 'no guess'}: {count}")
