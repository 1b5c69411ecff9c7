"""`dittomark agreement`: inter-annotator agreement."""

import argparse
from collections.abc import Iterator

from dittomark.commands.common import add_json, add_project, print_json
from dittomark.errors import UserError
from dittomark.project import Project
from dittomark.team.agreement import (
    Agreement,
    Estimate,
    LabelAgreement,
    LinkAgreement,
    SpanAgreement,
    agreement,
    agreement_record,
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    add_project(parser)
    parser.add_argument("--annotators", metavar="A,B,…", help="only these (default: all)")
    parser.add_argument(
        "--with-direction",
        action="store_true",
        help="the same relation in the other direction is another one",
    )
    parser.add_argument("--seed", type=int, default=0, help="of the bootstrap intervals (0)")
    add_json(parser)


def run(arguments: argparse.Namespace) -> None:
    """Print the measures; raises `UserError` if no two annotators judged the same unit."""
    names = None if arguments.annotators is None else arguments.annotators.split(",")
    with Project.open(arguments.project, read_only=True) as project:
        found = agreement(
            project,
            annotators=None if names is None else [name.strip() for name in names],
            with_direction=arguments.with_direction,
            seed=arguments.seed,
        )
    if arguments.json:
        print_json(agreement_record(found))
        return
    lines = list(_lines(found))
    if not lines:
        raise UserError("No two annotators have worked on the same pairs or articles yet.")
    print("\n".join(lines))


def _lines(found: Agreement) -> Iterator[str]:
    for what, labels in (("relations", found.relations), ("events", found.events)):
        if labels is not None:
            yield from _label_lines(what, labels)
    for scale, estimate in found.ratings.items():
        yield f"rating {scale}: alpha (ordinal) {_shown(estimate)}"
    if found.spans is not None:
        yield from _span_lines(found.spans)
    if found.links is not None:
        yield from _link_lines(found.links)
    for pair in found.clusters:
        score = pair.score
        yield (
            f"duplicate clusters, {pair.first} and {pair.second}: B³ {score.f1:.3f}"
            f" ({score.items} articles)"
        )


def _label_lines(what: str, found: LabelAgreement) -> Iterator[str]:
    yield f"{what}: {found.units} judged by two or more of {len(found.annotators)} annotators"
    yield f"  alpha {_shown(found.alpha)}   Fleiss' kappa {_number(found.fleiss)}"
    yield f"  agreement {_number(found.observed)}"
    for label, estimate in found.per_label.items():
        yield f"  {label}: alpha {_shown(estimate)}"
    for annotator, one in found.per_annotator.items():
        yield (
            f"  {annotator}: mean kappa {_number(one.kappa)}, with the majority"
            f" {_number(one.with_majority)} ({one.units})"
        )
    for pair in found.pairs:
        yield (
            f"  {pair.first} and {pair.second}: kappa {_number(pair.kappa)},"
            f" agreement {_number(pair.observed)} ({pair.units})"
        )


def _span_lines(found: SpanAgreement) -> Iterator[str]:
    yield f"spans: {found.articles} articles marked by two or more of {len(found.annotators)}"
    yield f"  alpha of units {_shown(found.alpha_units)}   of labels {_shown(found.alpha_labels)}"
    for pair in found.pairs:
        yield (
            f"  {pair.first} and {pair.second}: F1 exact {_number(pair.exact)}, borders"
            f" {_number(pair.borders)}, characters {_number(pair.characters)} ({pair.articles})"
        )
    for label, pair in found.per_label.items():
        yield f"  {label}: F1 exact {_number(pair.exact)}, characters {_number(pair.characters)}"


def _link_lines(found: LinkAgreement) -> Iterator[str]:
    yield f"links: {found.pairs} pairs linked by two or more of {len(found.annotators)}"
    for pair in found.each:
        for gold, other, one in (
            (pair.first, pair.second, pair.forward),
            (pair.second, pair.first, pair.backward),
        ):
            yield (
                f"  {other} against {gold}: PlagDet {_shown(one.plagdet)}, precision"
                f" {one.precision:.3f}, recall {one.recall:.3f}, granularity {one.granularity:.3f}"
            )
        yield (
            f"  {pair.first} and {pair.second}: F1 exact {_shown(pair.exact)}, characters"
            f" {_shown(pair.characters)} ({pair.pairs})"
        )
    if found.kinds is not None:
        yield from _label_lines("kinds of links", found.kinds)


def _shown(estimate: Estimate) -> str:
    if estimate.value is None:
        return "–"
    if estimate.low is None or estimate.high is None:
        return f"{estimate.value:.3f}"
    return f"{estimate.value:.3f} [{estimate.low:.3f}, {estimate.high:.3f}]"


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"
