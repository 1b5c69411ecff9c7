"""`dittomark team`: work together through a shared folder."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from dittomark.commands.common import (
    ProgressLine,
    add_json,
    add_project,
    counted,
    number,
    print_json,
)
from dittomark.commands.team_report import print_round
from dittomark.errors import UserError
from dittomark.system.terminal import harmless

if TYPE_CHECKING:
    from dittomark.project import Project
    from dittomark.team.folder.rounds import Round
    from dittomark.team_rules import Role, Rules

# Options for the fields of the rules.
_RULES: Final = ("overlap", "blind", "claim_minutes", "keep_days")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    create = actions.add_parser("create", help="make a team of a project in a shared folder")
    add_project(create)
    create.add_argument("folder", type=Path, metavar="FOLDER", help="the folder that all share")
    _add_annotator(create, required=True, what="the lead")
    _add_rules(create)
    create.set_defaults(act=_create)

    join = actions.add_parser("join", help="take part, with a project file of one's own")
    join.add_argument("folder", type=Path, metavar="FOLDER", help="the folder that all share")
    join.add_argument(
        "project", type=Path, metavar="PROJECT", help="the .ditto file to make, on this computer"
    )
    _add_annotator(join, required=True, what="who works here")
    join.add_argument(
        "--again",
        action="store_true",
        help="whoever has that name takes part already: this is another device of theirs",
    )
    join.set_defaults(act=_join)

    for name, text, act in (
        ("sync", "publish what is new here and take in what is new there", _sync),
        ("status", "say who takes part, who is behind, and how far the work is", _status),
        ("leave", "publish what is not yet, and take part no more", _leave),
    ):
        action = actions.add_parser(name, help=text)
        add_project(action)
        _add_annotator(action, required=False, what="who works here (else whom the file names)")
        action.set_defaults(act=act)
        add_json(action)
    change = actions.add_parser("rules", help="show or change what the lead decides for all")
    add_project(change)
    _add_rules(change)
    change.add_argument(
        "--remove", metavar="DEVICE", action="append", default=[], help="wait for it no more"
    )
    change.set_defaults(act=_rules)
    remove = actions.add_parser("remove", help="wait no more for a person or device; deal nothing")
    add_project(remove)
    remove.add_argument("who", metavar="WHO", help="an annotator, or a device as status names it")
    remove.add_argument("--back", action="store_true", help="let them be of the team again")
    remove.set_defaults(act=_remove)
    rename = actions.add_parser("rename", help="let all that somebody said stand under a new name")
    add_project(rename)
    rename.add_argument("old", metavar="OLD", help="the name so far")
    rename.add_argument("new", metavar="NEW", help="the name from now on")
    rename.set_defaults(act=_rename)
    for action in (create, join, change, remove, rename):
        add_json(action)


def run(arguments: argparse.Namespace) -> None:
    """Run the action."""
    arguments.act(arguments)


def _add_annotator(parser: argparse.ArgumentParser, *, required: bool, what: str) -> None:
    parser.add_argument("--annotator", metavar="A", required=required, help=what)


def _add_rules(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--role",
        metavar="NAME=ROLE",
        action="append",
        default=[],
        help="lead, annotator, adjudicator",
    )
    parser.add_argument(
        "--overlap",
        type=number,
        metavar="N",
        help="how many judgements each pair wants; the queue is dealt so (0: everybody has all)",
    )
    parser.add_argument(
        "--blind",
        action=argparse.BooleanOptionalAction,
        default=None,
        help="annotators don't see what others say until it is settled",
    )
    parser.add_argument(
        "--claim-minutes",
        type=number,
        metavar="N",
        help="after how long “somebody is at this pair” lapses",
    )
    parser.add_argument(
        "--keep-days",
        type=number,
        metavar="N",
        help="after how many days files go that a device has not taken in (0: never)",
    )


def _create(arguments: argparse.Namespace) -> None:
    from dittomark.project import Project
    from dittomark.team.folder.syncing import create_team, sync
    from dittomark.team_rules import Rules

    rules = _changed(Rules(), arguments)
    with Project.open(arguments.project, annotator=arguments.annotator) as project:
        _refuse_second_team(project)
        create_team(project, arguments.folder, annotator=arguments.annotator, rules=rules)
        with ProgressLine("pieces") as line:
            found = sync(project, annotator=arguments.annotator, report=line)
        print_round(
            arguments, project, found, f"The team is in {arguments.folder}; others join it there."
        )
        _end_if_gone(project, found)


def _refuse_second_team(project: "Project") -> None:
    """Raise if the project's team already has a folder, in which it can continue."""
    from dittomark.team.folder.membership import read_team_json
    from dittomark.team.folder.transport import Folder

    record = project.team()
    if record is None:
        return
    try:
        team_file = read_team_json(Folder(Path(record.folder)).team() or b"")
    except OSError:
        return
    if team_file is not None and team_file.team == record.team:
        raise UserError(
            "{project} is in the team in {path} already: leave that first.",
            project=project.path,
            path=record.folder,
        )


def _refuse_other_person(arguments: argparse.Namespace) -> None:
    """Raise if the file is another person's, or the name is taken on another device."""
    from dittomark.project import Project
    from dittomark.team.folder.membership import names_of_members
    from dittomark.team.folder.transport import Folder

    if arguments.project.exists():
        with Project.open(arguments.project, read_only=True) as project:
            owner = project.setting("annotator") if project.team() is not None else None
        if owner == arguments.annotator:
            return
        if owner:
            raise UserError(
                "{project} takes part as {annotator} already: give another file.",
                project=arguments.project,
                annotator=owner,
            )
    try:
        names = set() if arguments.again else names_of_members(Folder(arguments.folder))
    except OSError:
        return  # joining reports the folder's problem
    if arguments.annotator.strip() in names:
        raise UserError(
            "{annotator} takes part in this team already: give another name, or --again if that is "
            "you, on another device.",
            annotator=arguments.annotator,
        )


def _join(arguments: argparse.Namespace) -> None:
    from dittomark.team.folder.syncing import join_team, sync

    _refuse_other_person(arguments)
    with (
        join_team(arguments.folder, arguments.project, annotator=arguments.annotator) as project,
        ProgressLine("pieces") as line,
    ):
        found = sync(project, annotator=arguments.annotator, report=line)
        print_round(arguments, project, found, f"{arguments.project} takes part in the team.")
        _end_if_gone(project, found)


def _sync(arguments: argparse.Namespace) -> None:
    from dittomark.project import Project
    from dittomark.team.folder.syncing import sync

    with Project.open(arguments.project) as project, ProgressLine("pieces") as line:
        found = sync(project, annotator=_annotator(arguments, project), report=line)
        print_round(arguments, project, found)
        _end_if_gone(project, found)


def _end_if_gone(project: "Project", found: "Round") -> None:
    if found.gone is not None:
        raise UserError("{path}: {why}", path=_folder(project), why=found.gone)


def _folder(project: "Project") -> str:
    record = project.team()
    return "" if record is None else record.folder


def _leave(arguments: argparse.Namespace) -> None:
    from dittomark.project import Project
    from dittomark.team.folder.syncing import leave_team

    with Project.open(arguments.project) as project:
        project.annotator = _annotator(arguments, project)
        found = leave_team(project)
        unsent = found.gone or found.not_written
        if unsent is not None:
            raise UserError(
                "What is new here could not be published, so the team was not left: {path}: {reason}",
                path=_folder(project),
                reason=unsent,
            )
        print_round(
            arguments, project, found, f"{arguments.project} takes part no more; all stays in it."
        )


def _rules(arguments: argparse.Namespace) -> None:
    from dittomark.project import Project
    from dittomark.team.folder.syncing import rules, set_rules
    from dittomark.team_rules import rules_json

    with Project.open(arguments.project, read_only=not _changes_rules(arguments)) as project:
        if project.team() is None:
            raise UserError("{path} is in no team: create or join one first.", path=project.path)
        before = rules(project)
        decided = _changed(before, arguments)
        if decided != before:
            set_rules(project, decided)
        if arguments.json:
            print_json(rules_json(decided))
            return
        for line in _lines_of(decided):
            print(harmless(line))
        if decided != before:
            print("Decided; it reaches the others with the next sync.")


def _changes_rules(arguments: argparse.Namespace) -> bool:
    return bool(arguments.role or arguments.remove) or any(
        getattr(arguments, name) is not None for name in _RULES
    )


def _lines_of(rules: "Rules") -> list[str]:
    """Return the rules as lines of text."""
    dealt = (
        f"Each pair wants {counted(rules.overlap, 'judgement')}; the queue is dealt."
        if rules.overlap
        else "The queue is not dealt: everybody has all of it."
    )
    hidden = "hidden until it is settled" if rules.blind else "shown"
    kept = (
        f"Files that a device has not taken in go after {counted(rules.keep_days, 'day')}."
        if rules.keep_days
        else "Files stay until every device has taken them in."
    )
    return [
        *(f"{name}: {role}" for name, role in sorted(rules.roles.items())),
        *(f"{name}: gets no more pairs" for name in rules.away),
        *(f"{device}: nobody waits for it" for device in rules.removed),
        dealt,
        f"What others say is {hidden}.",
        f"“Somebody is at this pair” lapses after {counted(rules.claim_minutes, 'minute')}.",
        kept,
    ]


def _remove(arguments: argparse.Namespace) -> None:
    from dittomark.project import Project
    from dittomark.team.folder.people import remove, take_back
    from dittomark.team.folder.syncing import rules, who_takes_part
    from dittomark.team_rules import rules_json

    with Project.open(arguments.project) as project:
        act = take_back if arguments.back else remove
        act(project, arguments.who, members=who_takes_part(project).members)
        if arguments.json:
            print_json(rules_json(rules(project)))
        else:
            print("Decided; it reaches the others with the next sync.")


def _rename(arguments: argparse.Namespace) -> None:
    from dittomark.project import Project
    from dittomark.team.folder.people import rename

    with Project.open(arguments.project) as project:
        rename(project, arguments.old, arguments.new)
        if project.setting("annotator") == arguments.old:
            project.set_setting("annotator", arguments.new)
        if arguments.json:
            print_json({"old": arguments.old, "new": arguments.new})
        else:
            print(harmless(f"What {arguments.old} said stands under {arguments.new} now."))


def _status(arguments: argparse.Namespace) -> None:
    from dittomark.project import Project
    from dittomark.team.folder.syncing import who_takes_part
    from dittomark.team.folder.team_progress import team_progress

    with Project.open(arguments.project, read_only=True) as project:
        found = who_takes_part(project)
        progress = team_progress(project, found)
        print_round(arguments, project, found, progress=progress)


def _annotator(arguments: argparse.Namespace, project: "Project") -> str:
    return str(arguments.annotator or project.setting("annotator") or "")


def _changed(rules: "Rules", arguments: argparse.Namespace) -> "Rules":
    from dataclasses import replace

    from dittomark.team_rules import ROLES

    roles = dict(rules.roles)
    for text in arguments.role:
        name, _, role = text.rpartition("=")
        if not name or role not in ROLES:
            raise UserError("“{text}” is not NAME=ROLE: lead, annotator or adjudicator.", text=text)
        roles[name] = cast("Role", role)
    removed = (*rules.removed, *getattr(arguments, "remove", ()))
    given = {name: getattr(arguments, name) for name in _RULES}
    given = {name: value for name, value in given.items() if value is not None}
    return replace(rules, roles=roles, removed=tuple(dict.fromkeys(removed)), **given)
