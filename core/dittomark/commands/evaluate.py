"""`dittomark evaluate`: how well an engine finds the annotated links."""

import argparse
import dataclasses
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from dittomark.commands.common import (
    ProgressLine,
    add_json,
    add_project,
    counted,
    positive,
    print_json,
)
from dittomark.compare import GROUPINGS, Settings
from dittomark.errors import UserError
from dittomark.project import Project

if TYPE_CHECKING:
    from dittomark.evaluating import Evaluation, Gold
    from dittomark.evaluating.plagdet import Score

_WORST: Final = 10


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.description = (
        "Measure an engine on the links of a project: PlagDet, precision, recall and granularity"
        " (Potthast and others 2010). Without --detections it is our own, once per grouping."
    )
    add_project(parser)
    parser.add_argument(
        "--detections",
        type=Path,
        metavar="FILE",
        help="what another engine found: JSONL (a, a_start, a_end, b, b_start, b_end) or PAN's XML,"
        " a file or a folder",
    )
    parser.add_argument(
        "--grouping", choices=GROUPINGS, help="of our engine; only this one (default: each)"
    )
    links = parser.add_mutually_exclusive_group()
    links.add_argument("--annotators", metavar="A,B,…", help="the links of these alone")
    links.add_argument("--adjudicated", action="store_true", help="only what was settled")
    parser.add_argument(
        "--all-pairs",
        action="store_true",
        help="also count pairs of the queue that have no link and that nobody finished",
    )
    parser.add_argument(
        "--worst", type=positive, default=_WORST, metavar="N", help=f"name so many pairs ({_WORST})"
    )
    add_json(parser)


def run(arguments: argparse.Namespace) -> None:
    """Print the measures; raises `UserError` if there are no links."""
    from dittomark.evaluating import gold_of

    names = (arguments.annotators or "").split(",")
    with Project.open(arguments.project, read_only=True) as project:
        gold = gold_of(
            project,
            annotators=tuple(name.strip() for name in names if name.strip()),
            adjudicated=arguments.adjudicated,
            all_pairs=arguments.all_pairs,
        )
        if not any(pair.links for pair in gold.pairs):
            raise UserError("Nobody linked two articles yet: there is nothing to measure against.")
        found = dict(_measured(project, gold, arguments))
        if arguments.json:
            print_json(
                {
                    "pairs": len(gold.pairs),
                    "left_out": gold.left_out,
                    "repeats": gold.repeats,
                    "engines": {
                        name: _record(project, one, arguments) for name, one in found.items()
                    },
                }
            )
            return
        print("\n".join(_lines(project, gold, found, arguments)))


def _measured(
    project: Project, gold: "Gold", arguments: argparse.Namespace
) -> Iterator[tuple[str, "Evaluation"]]:
    from dittomark.evaluating import evaluate, read_detections
    from dittomark.evaluating.measured import found_in, our_engine

    if arguments.detections is not None:
        with ProgressLine("Reading, bytes:") as report:
            detections = read_detections(project, arguments.detections, report=report)
        for failure in detections.failures:
            print(failure.located_message, file=sys.stderr)
        if not detections.of:
            raise UserError("No detection in {path} fits.", path=arguments.detections)
        yield arguments.detections.name, evaluate(gold, found_in(detections.of))
        return
    groupings = GROUPINGS if arguments.grouping is None else (arguments.grouping,)
    for grouping in groupings:
        with ProgressLine(f"Comparing, {grouping}:") as report:
            engine = our_engine(project, Settings(grouping=grouping))
            yield grouping, evaluate(gold, engine, report=report)


def _record(project: Project, found: "Evaluation", arguments: argparse.Namespace) -> dict[str, Any]:
    worst = found.pairs[: arguments.worst]
    names = {info.id: info.external_id for info in project.article_infos()}
    return {
        **dataclasses.asdict(found.all),
        "empty_pairs": found.empty,
        "false_pairs": found.false,
        "by_kind": {kind: dataclasses.asdict(score) for kind, score in found.by_kind.items()},
        "worst": [
            {
                "a": pair.a,
                "b": pair.b,
                "a_external_id": names.get(pair.a, ""),
                "b_external_id": names.get(pair.b, ""),
                **dataclasses.asdict(pair.score),
            }
            for pair in worst
        ],
    }


def _lines(
    project: Project,
    gold: "Gold",
    found: dict[str, "Evaluation"],
    arguments: argparse.Namespace,
) -> Iterator[str]:
    links = sum(len(pair.links) for pair in gold.pairs)
    yield f"{counted(len(gold.pairs), 'pair')}, {counted(links, 'link')}"
    if gold.left_out:
        yield (
            f"{counted(gold.left_out, 'pair')} without a link left out: nobody finished them"
            " (--all-pairs counts them)"
        )
    if gold.repeats:
        yield f"{counted(gold.repeats, 'link')} within one article not counted"
    names = {info.id: info.external_id or info.id for info in project.article_infos()}
    for name, one in found.items():
        yield ""
        yield f"{name}: {_shown(one.all)}"
        if one.empty:
            yield f"  something found in {one.false} of {counted(one.empty, 'pair')} without a link"
        for kind, score in one.by_kind.items():
            yield f"  {kind}: {_shown(score)}"
        for pair in one.pairs[: arguments.worst]:
            if pair.score.plagdet < 1:
                yield f"  worst: {names[pair.a]} {names[pair.b]}  {_shown(pair.score)}"


def _shown(score: "Score") -> str:
    return (
        f"PlagDet {score.plagdet:.3f}  precision {score.precision:.3f}  recall {score.recall:.3f}"
        f"  granularity {score.granularity:.3f}  ({score.cases}, found {score.detections})"
    )
