"""`dittomark suggest PROJECT`: run suggesters; no annotation is made."""

import argparse
import sys
from textwrap import indent
from typing import TYPE_CHECKING, Any, Final

from dittomark.commands.common import (
    ProgressLine,
    add_json,
    add_project,
    counted,
    counted_kinds,
    print_array,
    print_json,
    print_lines,
)
from dittomark.errors import UserError
from dittomark.messages import Message

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dittomark.annotations import SuggestionKind
    from dittomark.project import Project
    from dittomark.suggesting.protocol import Suggester
    from dittomark.suggesting.running import SuggesterReport

_COLUMNS: Final = ("suggester", "name", "kinds", "provider")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    add_project(parser)
    parser.add_argument("--boilerplate", action="store_true", help="suggest boilerplate only")
    parser.add_argument("--events", action="store_true", help="suggest events only")
    parser.add_argument(
        "--with",
        dest="suggesters",
        nargs="+",
        action="extend",
        metavar="NAME",
        help="these suggesters instead: of a package, a program of yours, or one of ours",
    )
    parser.add_argument(
        "--articles",
        nargs="+",
        action="extend",
        metavar="ID",
        help="suggest for these articles only (by id or external id)",
    )
    parser.add_argument("--list", action="store_true", help="list the suggesters there are")
    parser.add_argument(
        "--verbose",
        action="store_true",
        help="show what a suggester printed, where it failed, and all that could not be taken",
    )
    add_json(parser)
    parser.set_defaults(wrong_usage=parser.error)


def run(arguments: argparse.Namespace) -> None:
    """Suggest, and print the counts; without any option, boilerplate and events.

    Raises `UserError` at the end if a suggester failed; its suggestions so far are kept.
    """
    from dittomark.project import Project

    if arguments.list:
        list_suggesters(as_json=arguments.json)
        return
    chosen = arguments.boilerplate or arguments.events
    if arguments.suggesters and chosen:
        arguments.wrong_usage("choose --with, or --boilerplate and --events")
    if arguments.articles and not arguments.suggesters:
        arguments.wrong_usage("--articles is for --with")
    result: dict[str, Any] = {}
    failure = None
    with Project.open(arguments.project) as project:
        if arguments.suggesters:
            result, failure = _with(
                project, arguments.suggesters, arguments.articles, verbose=arguments.verbose
            )
        else:
            if arguments.boilerplate or not chosen:
                result["boilerplate"] = _boilerplate(project)
            if arguments.events or not chosen:
                result["events"] = _events(project)
    if arguments.json:
        print_json(result)
    else:
        for line in _sentences(result):
            print(line)
    if failure is not None:
        raise UserError(failure)


def list_suggesters(*, as_json: bool) -> None:
    """Print the available suggesters: name, kinds, provider; packages are queried for them."""
    from dittomark.suggesting.meeting import meet_packages
    from dittomark.suggesting.registry import suggesters

    with ProgressLine("Asking packages:") as progress:
        problems = meet_packages(progress)
    for problem in problems:
        print(problem, file=sys.stderr)
    records = [
        {
            "suggester": each.key,
            "name": str(each.name),
            "kinds": sorted(each.kinds),
            "provider": each.provider,
        }
        for each in suggesters()
    ]
    if as_json:
        print_array(records)
    else:
        print_lines(records, _COLUMNS)


def _with(
    project: "Project", names: list[str], articles: list[str] | None, *, verbose: bool
) -> tuple[dict[str, Any], str | None]:
    """Run suggesters in sequence; returns the result of each, and the first failure's reason."""
    from dittomark.suggesting.isolated import search_registered
    from dittomark.suggesting.registry import suggester_named
    from dittomark.suggesting.running import store

    selected = None if articles is None else frozenset(map(project.article_named, articles))
    chosen = [suggester_named(name) for name in dict.fromkeys(names)]
    result: dict[str, Any] = {}
    failure: Message | None = None
    for registered in chosen:
        key = registered.key
        with (
            ProgressLine(f"{registered.name}:") as progress,
            search_registered(registered, project.path, selected, progress) as found,
        ):
            report = store(project, found, report=progress)
        result[key] = _record(report)
        _print_rejected(key, report, verbose=verbose)
        if verbose and report.details:
            print(f"{key}:\n{indent(report.details, '    ')}", file=sys.stderr)
        elif report.details and report.failure is not None:
            print(f"{key}: --verbose shows what it printed, and where it failed.", file=sys.stderr)
        failure = failure or report.failure
        if report.rejected_count and not report.found:
            failure = failure or Message(
                "Nothing that “{name}” suggested could be taken.", name=key
            )
    return result, failure


def _print_rejected(key: str, report: "SuggesterReport", *, verbose: bool) -> None:
    """Print rejected suggestions: one line per reason; of similar ones the first, and a number."""
    from dittomark.suggesting.rejections import gathered

    printed = 0
    each_one = ((each, 0) for each in report.rejected)
    for each, alike in each_one if verbose else gathered(report.rejected):
        more = f" (and {each.count - 1:,} more)" if each.count > 1 else ""
        print(f"{key}, {each.number}{more}: {each.reason}", file=sys.stderr)
        if alike:
            print(f"{key}: … and {alike:,} more of this kind.", file=sys.stderr)
        printed += each.count + alike
    if left := report.rejected_count - printed:
        print(f"{key}: … and {left:,} more.", file=sys.stderr)


def _record(report: "SuggesterReport") -> dict[str, Any]:
    return {
        "version": report.version,
        "found": dict(report.found),
        "rejected": report.rejected_count,
        "reasons": [
            {"number": each.number, "reason": each.reason, "count": each.count}
            for each in report.rejected
        ],
        "failure": report.failure,
        "details": report.details,
    }


def _boilerplate(project: "Project") -> dict[str, Any]:
    from dittomark.suggesting.boilerplate import BoilerplateSuggester

    suggester = BoilerplateSuggester()
    found = _run(project, suggester, "Looking for boilerplate:")
    taught = suggester.taught
    assert taught is not None  # `learn` was called before
    return {
        "suggested": found.get("span", 0),
        "finished_pages": len(taught.finished),
        "version": taught.learned.version,
        "trust": [
            {"score": each.score, "precision": each.precision, "recall": each.recall}
            for each in taught.trust()
        ],
    }


def _events(project: "Project") -> dict[str, Any]:
    from dittomark.suggesting.events import EVENTS, EventSuggester, open_events

    found = _run(project, EventSuggester(), "Looking for events:")
    proposed = [each for each in open_events(project) if EVENTS in each.suggesters]
    return {
        "suggested": found.get("event", 0),
        "new": sum(each.event_id is None for each in proposed),
        "known": sum(each.event_id is not None for each in proposed),
        "events": [
            {"event": each.event_id, **each.fields, "articles": list(each.articles)}
            for each in proposed
        ],
    }


def _run(project: "Project", suggester: "Suggester", what: str) -> "Mapping[SuggestionKind, int]":
    """Run one of our suggesters; returns the number of suggestions by kind."""
    from dittomark.suggesting.running import run_suggester

    with ProgressLine(what) as progress:
        report = run_suggester(project, suggester, report=progress)
    if report.failure is not None:
        raise UserError(report.failure)
    return report.found


def _sentences(result: dict[str, Any]) -> list[str]:
    sentences = []
    for key, each in result.items():
        if key == "boilerplate" and "suggested" in each:
            sentences.append(f"Suggested {counted(each['suggested'], 'span')} of boilerplate.")
            if each["finished_pages"]:
                sentences.append(f"Learned from {each['finished_pages']} finished pages.")
        elif key == "events" and "suggested" in each:
            sentences.append(
                f"Suggested {each['new']} new events and articles for {each['known']} known ones."
            )
        else:
            found = counted_kinds({f"{kind}s": n for kind, n in each["found"].items()})
            rejected = f"; {each['rejected']:,} could not be taken" if each["rejected"] else ""
            sentences.append(f"{key} {each['version']}: {found or 'nothing'}{rejected}.")
    return sentences
