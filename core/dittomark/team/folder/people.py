"""Members who leave, return or change their name: the lead's decisions about them."""

from collections.abc import Iterable
from dataclasses import replace

from dittomark.annotations import Changes
from dittomark.errors import NothingSaidError, UserError
from dittomark.project import Project
from dittomark.team.folder.membership import Member
from dittomark.team.folder.syncing import rules, set_rules


def remove(project: Project, who: str, *, members: Iterable[Member] = ()) -> Changes:
    """Stop waiting for a person with all their devices, or for a device; deal them no pairs.

    Their past work is kept, and their further work is still received. Raises `UserError` for a name
    that is not in the team. `members` are those of the last round.
    """
    decided = rules(project)
    devices = tuple(each.device for each in members if who in (each.annotator, each.device))
    is_person = who in {*project.team_people(), *decided.roles, *_names(members)}
    if not devices and not is_person:
        raise UserError("Nobody in the team is called {name}.", name=who)
    return set_rules(
        project,
        replace(
            decided,
            removed=tuple(dict.fromkeys((*decided.removed, *devices))),
            away=tuple(dict.fromkeys((*decided.away, *((who,) if is_person else ())))),
        ),
    )


def take_back(project: Project, who: str, *, members: Iterable[Member] = ()) -> Changes:
    """Readmit a removed person or device to the team."""
    decided = rules(project)
    devices = {each.device for each in members if each.annotator == who} | {who}
    return set_rules(
        project,
        replace(
            decided,
            removed=tuple(each for each in decided.removed if each not in devices),
            away=tuple(each for each in decided.away if each != who),
        ),
    )


def rename(project: Project, old: str, new: str) -> Changes:
    """Attribute all work of a person to another name, and their role too.

    The work moves as one step. Raises `UserError` if `old` has no work and is not in the team, or
    the two are one.
    """
    decided = rules(project)
    takes_part = project.team() is not None and old in {*project.team_people(), *decided.roles}
    changes: Changes | None
    try:
        changes = project.rename_annotator(old, new)
    except NothingSaidError:
        if not takes_part or old in decided.away:
            raise
        changes = None
    if changes is None or project.team() is not None:
        roles = dict(decided.roles)
        if old in roles:
            roles.setdefault(new, roles.pop(old))
        away = dict.fromkeys((*(each for each in decided.away if each != new), old))
        project.take_part(annotator=new)
        decision = set_rules(project, replace(decided, roles=roles, away=tuple(away)))
        return changes or decision
    return changes


def _names(members: Iterable[Member]) -> set[str]:
    return {member.annotator for member in members}
