"""`dittomark suggest PROJECT`: propose boilerplate and events; nothing is marked."""

import argparse
from itertools import chain
from typing import TYPE_CHECKING, Any

from dittomark.commands.common import ProgressLine, add_json, add_project, counted, print_json

if TYPE_CHECKING:
    from dittomark.project import Project


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    add_project(parser)
    parser.add_argument("--boilerplate", action="store_true", help="suggest boilerplate only")
    parser.add_argument("--events", action="store_true", help="suggest events only")
    add_json(parser)


def run(arguments: argparse.Namespace) -> None:
    """Suggest, and say what was suggested; with neither `--boilerplate` nor `--events`, both."""
    from dittomark.project import Project

    both = arguments.boilerplate == arguments.events
    result: dict[str, Any] = {}
    with Project.open(arguments.project) as project:
        if arguments.boilerplate or both:
            result["boilerplate"] = _boilerplate(project)
        if arguments.events or both:
            result["events"] = _events(project)
    if arguments.json:
        print_json(result)
        return
    for line in _sentences(result):
        print(line)


def _boilerplate(project: "Project") -> dict[str, Any]:
    from dittomark.suggesting.boilerplate import (
        BOILERPLATE_REPLACES,
        learn_boilerplate,
        suggest_boilerplate,
    )

    with ProgressLine("Learning from marked pages:") as report:
        taught = learn_boilerplate(project, report=report)
    with ProgressLine("Looking for boilerplate:") as report:
        found = suggest_boilerplate(project, learned=taught.learned, report=report)
        spans = project.replace_suggestions(chain.from_iterable(found), of=BOILERPLATE_REPLACES)
    return {
        "suggested": spans,
        "finished_pages": len(taught.finished),
        "version": taught.learned.version,
        "trust": [
            {"score": each.score, "precision": each.precision, "recall": each.recall}
            for each in taught.trust()
        ],
    }


def _events(project: "Project") -> dict[str, Any]:
    from dittomark.suggesting.events import EVENTS_REPLACE, open_events, suggest_events

    with ProgressLine("Looking for events:") as report:
        found = suggest_events(project, report=report)
    project.replace_suggestions(found, of=EVENTS_REPLACE)
    proposed = open_events(project)
    return {
        "suggested": len(found),
        "new": sum(each.event_id is None for each in proposed),
        "known": sum(each.event_id is not None for each in proposed),
        "events": [
            {"event": each.event_id, **each.fields, "articles": list(each.articles)}
            for each in proposed
        ],
    }


def _sentences(result: dict[str, Any]) -> list[str]:
    sentences = []
    if boilerplate := result.get("boilerplate"):
        sentences.append(f"Suggested {counted(boilerplate['suggested'], 'span')} of boilerplate.")
        if boilerplate["finished_pages"]:
            sentences.append(f"Learned from {boilerplate['finished_pages']} finished pages.")
    if events := result.get("events"):
        sentences.append(
            f"Suggested {events['new']} new events and articles for {events['known']} known ones."
        )
    return sentences
