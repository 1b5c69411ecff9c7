"""The output of `dittomark team`: a round's result, the members, and the progress."""

import argparse
import dataclasses
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from dittomark.commands.common import counted, print_columns, print_json
from dittomark.system.terminal import harmless

if TYPE_CHECKING:
    from dittomark.project import Project
    from dittomark.team.folder.rounds import Round
    from dittomark.team.folder.team_progress import TeamProgress

_DAYS: Final = 7  # of each person, which fit on a line


def print_round(
    arguments: argparse.Namespace,
    project: "Project",
    found: "Round",
    sentence: str = "",
    *,
    progress: "TeamProgress | None" = None,
) -> None:
    """Print a round's result, the members and, if given, the progress."""
    from dittomark.team.folder.syncing import rules, standings, steps_to_publish

    decided = rules(project)
    lines = standings(found, decided)
    left = steps_to_publish(project)
    if arguments.json:
        print_json(
            {
                "published": len(found.published),
                "taken_in": len(found.arrived),
                "waiting": left,
                "gone": found.gone,
                "not_written": found.not_written,
                "troubles": [
                    {"device": each.device, "why": each.why, "waiting": each.waiting}
                    for each in found.troubles
                ],
                "members": [
                    {
                        "device": each.member.device,
                        "annotator": each.member.annotator,
                        "role": decided.role(each.member.annotator),
                        "computer": each.member.computer,
                        "program": each.member.program,
                        "seen": each.member.seen,
                        "behind": each.behind,
                        "removed": each.removed,
                        "left": each.member.left,
                    }
                    for each in lines
                ],
                **({} if progress is None else {"progress": progress_record(progress)}),
            }
        )
        return
    if sentence:
        print(sentence)
    if found.published or found.arrived:
        print(
            f"{counted(len(found.published), 'segment')} published, "
            f"{counted(len(found.arrived), 'segment')} taken in."
        )
    if left:
        print(f"{counted(left, 'step')} here are not published yet.")
    if found.not_written is not None:
        print(found.not_written)
    if found.gone is not None and progress is not None:  # otherwise the command ends with it
        record = project.team()
        print(harmless(f"{record.folder if record else ''}: {found.gone}"))
    for trouble in found.troubles:
        who = next(
            (each.member.annotator for each in lines if each.member.device == trouble.device),
            trouble.device,
        )
        print(harmless(f"Not taken in from {who}: {trouble.why}."))
    for each in lines:
        member = each.member
        behind = f", behind {counted(each.behind, 'device')}" if each.behind else ""
        removed = (", removed" if each.removed else "") + (", left" if member.left else "")
        print(
            harmless(
                f"  {member.annotator} ({decided.role(member.annotator)}) on {member.computer}, "
                f"last seen {member.seen[:16].replace('T', ' ')}{behind}{removed}  [{member.device}]"
            )
        )
    if progress is not None:
        for line in _progress_lines(progress):
            print(harmless(line))
        if progress.people:
            print()
            print_columns(*_table(progress))


def progress_record(progress: "TeamProgress") -> dict[str, Any]:
    """Return the progress, as plain JSON."""
    return {
        "overlap": progress.overlap,
        "pairs": progress.pairs,
        "begun": progress.begun,
        "enough": progress.enough,
        "people": [dataclasses.asdict(each) for each in progress.people],
        "agreement": [dataclasses.asdict(each) for each in progress.growth],
        "disagreements": dict(progress.disagreements),
        "settled": progress.settled,
    }


def _progress_lines(progress: "TeamProgress") -> Iterator[str]:
    wanted = max(progress.overlap, 1)
    yield (
        f"{progress.enough} of {counted(progress.pairs, 'pair')} have "
        f"{counted(wanted, 'judgement')}"
        + (f", {progress.begun} have some." if wanted > 1 else ".")
    )
    now = progress.agreement
    if now is not None and now.observed is not None:
        alpha = "" if now.alpha is None else f", alpha {now.alpha:.2f}"
        yield (
            f"Two judgements of one pair agree in {now.observed:.0%} of {now.pairs} judged twice"
            f"{alpha}."
        )
    still_open = [
        f"{number} {_QUESTIONS[kind]}" for kind, number in progress.disagreements.items() if number
    ]
    if still_open:
        yield f"To be settled: {', '.join(still_open)}."


_QUESTIONS: Final = {
    "relation": "about relations",
    "spans": "about spans",
    "links": "about links",
    "events": "about events",
}


def _table(progress: "TeamProgress") -> tuple[list[str], list[list[str]]]:
    days = sorted({day for each in progress.people for day in each.days})[-_DAYS:]
    heads = ["annotator", "done", "of", *(day[5:] for day in days)]
    rows = [
        [
            each.annotator,
            str(each.done),
            "" if each.share is None else str(each.share),
            *(str(each.days.get(day, "")) for day in days),
        ]
        for each in progress.people
    ]
    return heads, rows
