"""Creating, joining and leaving a team, and applying received work to the open project."""

import platform
import sqlite3
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from dittomark.annotations import Changes
from dittomark.errors import ProjectFileError, UserError, writing
from dittomark.operations.open_project import named
from dittomark.progress import Report
from dittomark.project import Project
from dittomark.team.folder.exchange import Exchange
from dittomark.team.folder.membership import Member, Team, read_team_json, team_json
from dittomark.team.folder.places import refuse_file_in, refuse_place
from dittomark.team.folder.rounds import Arrived, Round
from dittomark.team.folder.transport import Folder, Transport
from dittomark.team_rules import SETTING, Rules, check_rules, rules_from, rules_json

_MOST_ROUNDS: Final = 100_000


def create_team(
    project: Project, place: Path, *, annotator: str, rules: Rules | None = None
) -> None:
    """Create a team of the project's people in a folder; `annotator` is its lead.

    In a folder where this project's team has lost its `team.json`, that file is written again.
    Raises `UserError` if the folder holds another team or other files, its parent does not exist,
    the project file is inside it, or it can't be written to.
    """
    _refuse_read_only(project)
    annotator = named(annotator)
    record = project.team()
    folder = Folder(place)
    with writing(place):
        existing = _team_in(folder) if place.is_dir() else None
        if existing is not None and (record is None or existing.team != record.team):
            raise UserError("{path} holds a team already: join it instead.", path=place)
        refuse_file_in(place, project.path)
        if existing is None:
            refuse_place(place)
        place.mkdir(exist_ok=True)
        team = uuid.uuid4().hex if record is None else record.team
        project_id = project.project_id
        if existing is None:
            folder.put_team(team_json(Team(team, project_id, project.name)))
    if record is None:
        project.create_team(team=team, folder=str(place.absolute()))
        rules = rules or Rules()
        set_rules(project, replace(rules, roles={**rules.roles, annotator: "lead"}))
    else:
        project.move_team(folder=str(place.absolute()))
    project.set_setting("annotator", annotator)


def join_team(place: Path, path: Path, *, annotator: str) -> Project:
    """Return the open project of the team, as a file of this device; created if there is none.

    A file that is a copy of the team's project joins unchanged. Raises `UserError` if there is no
    team, the file is another project, or is inside the folder.
    """
    annotator = named(annotator)
    with writing(place):
        team = _team_in(Folder(place)) if place.is_dir() else None
    if team is None:
        raise UserError(
            "There is no team in {path}: ask whoever made it for the folder.", path=place
        )
    refuse_file_in(place, path)
    if path.exists():
        project = Project.open(path, annotator=annotator)
    else:
        project = Project.create(path, name=team.name, annotator=annotator, project_id=team.project)
    try:
        _refuse_read_only(project)
        _refuse_other(project, team)
        record = project.team()
        if record is None or record.team != team.team:
            project.join_team(team=team.team, folder=str(place.absolute()))
        else:
            project.move_team(folder=str(place.absolute()))
        project.set_setting("annotator", annotator)
    except BaseException:
        project.close()
        raise
    return project


def leave_team(project: Project) -> Round:
    """Publish remaining work, and leave the team with this device; returns that last round."""
    _refuse_read_only(project)
    annotator = project.annotator or ""
    record = project.begin_team_run()
    if record is None:
        raise _in_no_team(project)
    exchange = Exchange(project.path, Folder(Path(record.folder)))
    last = sync(project, annotator=annotator, exchange=exchange)
    if last.gone is None and last.not_written is None:
        exchange.round(replace(me(annotator), left=True))
        project.leave_team()
    return last


def rules(project: Project) -> Rules:
    """Return the rules that the lead set for all."""
    return rules_from(project.setting(SETTING))


def set_rules(project: Project, rules: Rules) -> Changes:
    """Set rules for all; they are published with the next round.

    Raises `UserError` for an invalid one, which it names.
    """
    check_rules(rules)
    return project.set_setting(SETTING, rules_json(rules))


def me(annotator: str, pair: str = "") -> Member:
    """Return the status of this device: who works here, and which pair is open."""
    from dittomark.system.releases import installed_version

    return Member("", annotator, platform.node(), installed_version(), pair=pair)


def sync(
    project: Project,
    *,
    annotator: str,
    pair: str = "",
    transport: Transport | None = None,
    exchange: Exchange | None = None,
    report: Report | None = None,
) -> Round:
    """Publish and receive until nothing is left to do; returns the last round.

    `pair` is the one that is open here, if any, which is published to the others. `members` and
    `troubles` are those of the last round; `published` and `arrived` are those of all rounds.
    Raises `UserError` if the project is in no team.
    """
    _refuse_read_only(project)
    record = project.team() if exchange is not None else project.begin_team_run()
    if record is None:
        raise _in_no_team(project)
    if exchange is None:
        exchange = Exchange(project.path, transport or Folder(Path(record.folder)))
    project.take_part(annotator=annotator)
    rounds: list[Round] = []
    done = 0
    for _ in range(_MOST_ROUNDS):
        decided = rules(project)
        found = exchange.round(
            me(annotator, pair),
            lead=decided.role(annotator) == "lead",
            keep=decided.removed,
            keep_days=decided.keep_days,
        )
        for _changes in settle(project, found):
            done += 1
            if report is not None:
                report(done, 0)
        kept = tuple(Arrived(each.device, (), each.taken) for each in found.arrived)
        rounds.append(replace(found, arrived=kept))
        if not (found.published or found.arrived) or found.gone is not None:
            break
    return replace(
        rounds[-1],
        published=tuple(each for one in rounds for each in one.published),
        arrived=tuple(each for one in rounds for each in one.arrived),
    )


def who_takes_part(project: Project) -> Round:
    """Return the members; nothing is published or received.

    Raises `UserError` if the project is in no team.
    """
    record = project.team()
    if record is None:
        raise _in_no_team(project)
    return Exchange(project.path, Folder(Path(record.folder))).who_takes_part(record.team)


def steps_to_publish(project: Project) -> int:
    """Return the number of steps in the file that no segment holds yet."""
    record = project.team()
    if record is None:
        return 0
    return sum(last - first + 1 for first, last in record.unpublished(project.newest_step()))


def settle(project: Project, found: Round) -> Iterator[Changes]:
    """Apply a round's work to the project, a piece at a time; yields the changes of each piece.

    Raises `ProjectFileError` for work that does not fit.
    """
    project.note_published(found.published, dropped=found.dropped)
    for segment in found.arrived:
        try:
            yield from project.take_in(segment.items, taken=segment.taken)
        except sqlite3.IntegrityError as error:
            raise ProjectFileError(
                "What came from the team does not fit into {path}: {reason}.",
                path=project.path,
                reason=str(error),
            ) from error


@dataclass(frozen=True, slots=True)
class Standing:
    """State of one device: `behind` counts the devices whose newest work it has not received."""

    member: Member
    behind: int
    removed: bool


def standings(found: Round, decided: Rules) -> list[Standing]:
    """Return the state of the devices, by annotator."""
    newest = {member.device: member.last for member in found.members}
    return sorted(
        (
            Standing(
                member,
                0
                if member.left
                else sum(
                    number > member.taken.get(device, 0)
                    for device, number in newest.items()
                    if device != member.device
                ),
                member.device in decided.removed,
            )
            for member in found.members
        ),
        key=lambda each: (each.member.annotator, each.member.device),
    )


def _in_no_team(project: Project) -> UserError:
    return UserError("{path} is in no team: create or join one first.", path=project.path)


def _team_in(folder: Folder) -> Team | None:
    content = folder.team()
    return None if content is None else read_team_json(content)


def _refuse_read_only(project: Project) -> None:
    if project.read_only:
        raise UserError("{why}", why=project.why_read_only)


def _refuse_other(project: Project, team: Team) -> None:
    if project.project_id != team.project:
        raise UserError(
            "{path} is another project than the team's: choose a new name, and merge it later if "
            "it belongs there.",
            path=project.path,
        )
