"""`dittomark adjudicate`: list the disagreements of annotators, and decide them."""

import argparse
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
from dittomark.commands.list_team import question_record
from dittomark.errors import UserError
from dittomark.project import Project
from dittomark.records.json_objects import Record, decision_record
from dittomark.texts.segmentation import snap

if TYPE_CHECKING:
    from dittomark.annotations import DecisionKind
    from dittomark.team.adjudication import Item

_KINDS: "Final[tuple[DecisionKind, ...]]" = ("relation", "spans", "links", "events")
# options with the answer to one question
_ANSWERS: Final = ("accept", "relation", "spans", "links", "events")
_EXCERPT: Final = 40


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.description = (
        "List what annotators answered differently; with an answer, decide it. What the annotators"
        " said stays as it is."
    )
    add_project(parser)
    parser.add_argument(
        "target",
        nargs="?",
        metavar="QUESTION",
        help="a pair's id, or two articles: ID,ID; for spans and events an article (or external"
        " ids). Without it, the open questions are listed",
    )
    parser.add_argument(
        "--kind", choices=_KINDS, help="list only these; or: what of the article is decided"
    )
    parser.add_argument("--settled", action="store_true", help="list what is settled already, too")
    parser.add_argument("--annotator", help="who decides (always needed to decide)")
    parser.add_argument("--reason", default="", help="why; the annotators can read it")
    parser.add_argument(
        "--direction",
        choices=("a_to_b", "b_to_a"),
        help="of the relation; in the order in which the two articles are named",
    )
    parser.add_argument(
        "--at-least",
        type=positive,
        default=2,
        metavar="N",
        help="with --agreed: what so many annotators answered alike (2)",
    )
    answer = parser.add_mutually_exclusive_group()
    answer.add_argument("--accept", metavar="ANNOTATOR", help="decide as this annotator answered")
    answer.add_argument("--relation", metavar="KEY", help="decide the relation of the pair")
    answer.add_argument(
        "--spans",
        nargs="*",
        type=_span,
        metavar="START-END:LABEL",
        help="decide which spans the article has; none is an answer too",
    )
    answer.add_argument(
        "--links",
        nargs="*",
        type=_link,
        metavar="A_START-A_END=B_START-B_END:KIND",
        help="decide which links the two articles have (offsets as the articles are named, else as"
        " the pair's a and b); none is an answer too. In a file, links may have a direction",
    )
    answer.add_argument(
        "--events",
        nargs="*",
        metavar="EVENT",
        help="decide which events (ids or titles) it reports",
    )
    answer.add_argument("--withdraw", action="store_true", help="open the question again")
    answer.add_argument("--agreed", action="store_true", help="decide what nobody disagrees on")
    answer.add_argument(
        "--from", dest="source", type=Path, metavar="FILE", help="take decisions from a JSONL file"
    )
    add_json(parser)
    parser.set_defaults(wrong_usage=parser.error)


def run(arguments: argparse.Namespace) -> None:
    """List or decide; raises `UserError` for an unknown question or invalid answer."""
    _check_usage(arguments)
    if not _decides(arguments):
        _list(arguments)
        return
    with Project.open(arguments.project) as project:
        if arguments.source is not None:
            _settle_file(project, arguments)
        elif arguments.agreed:
            _settle_agreed(project, arguments)
        elif arguments.withdraw:
            _withdraw(project, arguments)
        else:
            _settle_one(project, arguments)


def _answered(arguments: argparse.Namespace) -> bool:
    return any(getattr(arguments, name) is not None for name in _ANSWERS)


def _decides(arguments: argparse.Namespace) -> bool:
    return bool(
        _answered(arguments)
        or arguments.withdraw
        or arguments.agreed
        or arguments.source is not None
    )


def _check_usage(arguments: argparse.Namespace) -> None:
    """Exit with 2 if options exclude each other."""
    one = _answered(arguments) or arguments.withdraw
    if _decides(arguments) and not arguments.annotator:
        arguments.wrong_usage("say who decides: --annotator NAME")
    if one and arguments.target is None:
        arguments.wrong_usage("say which question: a pair, or an article")
    if not one and arguments.target is not None:
        arguments.wrong_usage(
            "give an answer: --accept, --relation, --spans, --links or --events (or --withdraw)"
        )
    if arguments.direction and arguments.relation is None:
        arguments.wrong_usage("--direction goes with --relation")


def _span(text: str) -> tuple[int, int, str]:
    """Parse a span of the command line; for `type=` of an option."""
    place, colon, label = text.partition(":")
    start, dash, end = place.partition("-")
    if not (colon and dash and start.isdecimal() and end.isdecimal() and label):
        raise argparse.ArgumentTypeError(f"“{text}” is not a span like 0-27:navigation")
    return int(start), int(end), label


def _link(text: str) -> tuple[int, int, int, int, str]:
    """Parse a link of the command line; for `type=` of an option."""
    place, _, kind = text.partition(":")
    offsets = [number for side in place.split("=") for number in side.split("-")]
    if (
        len(offsets) != 4
        or place.count("=") != 1
        or not kind
        or not all(number.isdecimal() for number in offsets)
    ):
        raise argparse.ArgumentTypeError(f"“{text}” is not a link like 0-27=30-57:verbatim")
    a_start, a_end, b_start, b_end = map(int, offsets)
    return a_start, a_end, b_start, b_end, kind


# --- deciding -------------------------------------------------------------------------------------


def _settle_one(project: Project, arguments: argparse.Namespace) -> None:
    from dittomark.team.adjudication import Adjudicator

    record = {**_question(arguments), "note": arguments.reason}
    for name in (*_ANSWERS, "direction"):
        value = getattr(arguments, name)
        if value is not None:
            listed = name in ("spans", "links")
            record[name] = [list(one) for one in value] if listed else value
    decision, changed = Adjudicator(project, arguments.annotator).settle(record)
    if arguments.json:
        print_json(decision_record(decision))
    else:
        print("Decided." if changed else "This was the decision already; nothing changed.")


def _withdraw(project: Project, arguments: argparse.Namespace) -> None:
    from dittomark.team.adjudication import Adjudicator

    kind, target, _ = Adjudicator(project, arguments.annotator).question(_question(arguments))
    decision = project.decision(kind, target)
    if decision is None:
        raise UserError("This is not settled: there is nothing to withdraw.")
    project.withdraw_decision(decision.id)
    if arguments.json:
        print_json({"withdrawn": decision_record(decision)})
    else:
        print("This is open again.")


def _question(arguments: argparse.Namespace) -> Record:
    a, comma, b = arguments.target.partition(",")
    named = {"a": a.strip(), "b": b.strip()} if comma else {"target": arguments.target}
    return named if arguments.kind is None else {**named, "kind": arguments.kind}


def _settle_agreed(project: Project, arguments: argparse.Namespace) -> None:
    from dittomark.team.adjudication import settle_agreed

    with ProgressLine("Deciding:") as report:
        count = settle_agreed(
            project,
            annotator=arguments.annotator,
            at_least=arguments.at_least,
            kinds=_kinds(arguments),
            note=arguments.reason,
            report=report,
        )
    if arguments.json:
        print_json({"decided": count})
    else:
        print(f"Decided {counted(count, 'question')} as everybody answered.")


def _settle_file(project: Project, arguments: argparse.Namespace) -> None:
    from dittomark.team.adjudication import settle_from

    with ProgressLine("Reading, bytes:") as report:
        result = settle_from(
            project, arguments.source, annotator=arguments.annotator, report=report
        )
    failures = result.failures
    if arguments.json:
        print_json(
            {
                "decided": result.decided,
                "unchanged": result.unchanged,
                "failed": [{"line": one.line, "reason": one.message} for one in failures],
            }
        )
    else:
        already = f"; {result.unchanged:,} had that decision already" if result.unchanged else ""
        print(f"Decided {counted(result.decided, 'question')}{already}.")
    for failure in failures:
        print(f"{arguments.source}:{failure.line}: {failure.message}", file=sys.stderr)
    if failures:
        raise UserError(
            "{count} of the decisions could not be taken (named above); the others are in the"
            " project.",
            count=len(failures),
        )


# --- listing --------------------------------------------------------------------------------------


def _kinds(arguments: argparse.Namespace) -> "tuple[DecisionKind, ...]":
    return _KINDS if arguments.kind is None else (arguments.kind,)


def _list(arguments: argparse.Namespace) -> None:
    from dittomark.team.adjudication import disagreements

    with Project.open(arguments.project, read_only=True) as project:
        found = disagreements(project, kinds=_kinds(arguments), with_settled=arguments.settled)
        if arguments.json:
            print_json([question_record(project, item) for item in found])
            return
        for item in found:
            print("\n".join(_lines(project, item)), end="\n\n")
    print(f"{counted(len(found), 'question')}." if found else "Nobody disagrees on anything open.")


def _lines(project: Project, item: "Item") -> Iterator[str]:
    infos = project.article_infos(item.articles)
    names = " ↔ ".join(info.external_id or info.id for info in infos)
    yield f"{item.kind}  {item.target}  {names}"
    opinions = question_record(project, item)["opinions"]
    for who, answer in opinions.items():
        yield f"    {who}: {_in_words(project, item, answer)}"
    if item.decision is not None:
        why = f" ({item.decision.note})" if item.decision.note else ""
        yield f"    settled by {item.decision.annotator}{why}"


def _in_words(project: Project, item: "Item", answer: Any) -> str:  # noqa: ANN401  (JSON)
    match item.kind:
        case "relation":
            return " ".join(filter(None, (answer["relation"], answer["direction"])))
        case "events":
            return ", ".join(event["title"] for event in answer) or "no event"
        case "links":
            texts = [project.article(name).text for name in (item.articles[0], item.articles[-1])]
            return "; ".join(_quoted_link(texts, link) for link in answer) or "no link"
        case "spans":
            text = project.article(item.target).text
            return "; ".join(_quoted(text, span) for span in answer) or "no span"


def _quoted_link(texts: list[str], link: Record) -> str:
    a, b = (
        _excerpt(text, link[f"{side}_start"], link[f"{side}_end"])
        for side, text in zip("ab", texts, strict=True)
    )
    place = f"{link['a_start']}-{link['a_end']}={link['b_start']}-{link['b_end']}"
    arrow = {"a_to_b": "→", "b_to_a": "←"}.get(link["direction"], "↔")
    return f"{place}:{link['kind']} “{a}” {arrow} “{b}”"


def _quoted(text: str, span: Record) -> str:
    quote = _excerpt(text, span["start"], span["end"])
    return f"{span['start']}-{span['end']}:{span['label']} “{quote}”"


def _excerpt(text: str, start: int, end: int) -> str:
    quote = " ".join(text[start:end].split())
    return quote if len(quote) <= _EXCERPT else f"{quote[: snap(quote, 0, _EXCERPT)[1]]} …"
