"""Handing out work: the queue is split among annotators, and each gets a separate file.

A file holds the annotator's pairs with their articles, the event registry and the label scheme, and
no annotations of others, so that judgements are independent. `dittomark merge` joins the files
again.
"""

import random
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, get_args

from dittomark.annotations import Pair
from dittomark.errors import UserError, writing
from dittomark.progress import Report
from dittomark.project import Project
from dittomark.store.disk import new_file
from dittomark.system.file_names import portable_name, same_on_some_system

Unit = Literal["pair", "source", "event", "cluster"]
UNITS: Final[tuple[Unit, ...]] = get_args(Unit)


@dataclass(frozen=True, slots=True)
class Plan:
    """The parameters of a hand-out.

    Every pair is given to `overlap` annotators; with `share` below 1 only that part of the pairs
    is, chosen by `seed`, and each other pair to one annotator. `count` is the maximum of pairs per
    annotator. Pairs of one unit (the same two sources, the same event, the same duplicate cluster)
    stay together.
    """

    annotators: tuple[str, ...]
    overlap: int = 1
    share: float = 1.0
    count: int | None = None
    unit: Unit = "pair"
    seed: int = 0


@dataclass(frozen=True, slots=True)
class HandedOut:
    """One annotator's file."""

    annotator: str
    path: Path
    pairs: int


def hand_out(
    project: Project, folder: Path, plan: Plan, *, report: Report | None = None
) -> list[HandedOut]:
    """Write one file for each annotator into a folder; the project is not changed.

    Raises `UserError` for an invalid plan and a folder that can't be created, `ProjectFileError` if
    a file can't be written (an existing one is never overwritten).
    """
    _check(plan)
    with writing(folder):
        folder.mkdir(parents=True, exist_ok=True)
    handed = []
    for done, (annotator, pair_ids) in enumerate(assign(project, plan).items()):
        path = folder / f"{project.path.stem} – {_file_name(annotator)}.ditto"
        with (
            new_file(path) as draft,
            Project.create(
                draft, name=project.name, scheme=project.scheme, annotator=annotator
            ) as part,
        ):
            part.take_over(project, pair_ids, annotator=annotator)
            part.set_setting("annotator", annotator)
        handed.append(HandedOut(annotator, path, len(pair_ids)))
        if report is not None:
            report(done + 1, len(plan.annotators))
    return handed


def assign(project: Project, plan: Plan) -> dict[str, list[str]]:
    """Return the ids of the pairs assigned to each annotator, in the order of the queue."""
    _check(plan)
    units = _units(project, plan)
    shuffled = sorted(units)
    random.Random(plan.seed).shuffle(shuffled)
    shared = set(shuffled[: round(len(units) * plan.share)])
    given: dict[str, list[Pair]] = {annotator: [] for annotator in plan.annotators}
    order = {annotator: place for place, annotator in enumerate(plan.annotators)}
    for key, pairs in units.items():
        seen_by = plan.overlap if key in shared else 1
        free = [
            annotator
            for annotator in plan.annotators
            if plan.count is None or len(given[annotator]) + len(pairs) <= plan.count
        ]
        free.sort(key=lambda annotator: (len(given[annotator]), order[annotator]))
        for annotator in free[:seen_by]:
            given[annotator].extend(pairs)
    return {
        annotator: [pair.id for pair in sorted(pairs, key=lambda pair: (pair.position, pair.id))]
        for annotator, pairs in given.items()
    }


def _check(plan: Plan) -> None:
    names = [name.strip() for name in plan.annotators]
    if not names or not all(names) or len(set(names)) != len(names):
        raise UserError("Name the annotators, each once.")
    alike = same_on_some_system(_file_name(name) for name in names)
    if alike is not None:
        raise UserError(
            "“{one}” and “{other}” would be one file on some computers: name them differently.",
            one=alike[0],
            other=alike[1],
        )
    if not 1 <= plan.overlap <= len(names):
        raise UserError(
            "Each pair can be seen by 1 to {count} of these annotators.", count=len(names)
        )
    if not 0 <= plan.share <= 1:
        raise UserError("The shared part of the pairs must be between 0 and 1.")
    if plan.count is not None and plan.count < 1:
        raise UserError("Each annotator must get at least one pair.")


def _units(project: Project, plan: Plan) -> dict[str, list[Pair]]:
    """Return the pairs that stay together, the units in the order of the queue."""
    pairs = sorted(project.pairs(), key=lambda pair: (pair.position, pair.id))
    sources = {info.id: info.source for info in project.article_infos()}
    events: dict[str, str] = {}
    for membership in project.memberships():
        events.setdefault(membership.article_id, membership.event_id)
    units: dict[str, list[Pair]] = {}
    for pair in pairs:
        match plan.unit:
            case "source":
                key = "\n".join(sorted((sources[pair.a], sources[pair.b])))
            case "event":
                key = events.get(pair.a) or events.get(pair.b) or pair.id
            case "cluster":
                key = pair.id if pair.cluster is None else str(pair.cluster)
            case "pair":
                key = pair.id
        units.setdefault(key, []).append(pair)
    return units


def _file_name(annotator: str) -> str:
    """Return the name in a form that every file system accepts."""
    return portable_name(annotator, instead="-")
