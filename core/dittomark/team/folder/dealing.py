"""Dealing the queue of a team: who is offered which pair next; no pair is forbidden to anybody.

Each pair needs a number of judgements. The turns of annotators at a pair are derived from its id
and their names, so every device computes the same without communication: two people who are offline
begin with different pairs. Pairs begun by others come first; pairs that somebody else has open come
last.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Final

from dittomark.listing import Deal
from dittomark.project import Project
from dittomark.store.hybrid_clock import Clock, stamp, utc_now
from dittomark.team.folder.membership import Member
from dittomark.team_rules import SETTING, Role, Rules, rules_from

# A pair begun so long ago that still lacks judgements is offered to anybody: a turn may have a day
# off.
_LEFT_LYING: Final = timedelta(days=1)
_DIGITS: Final = "0123456789abcdef"


@dataclass(frozen=True, slots=True)
class Offers:
    """The functions that the window offers to an annotator; outside a team all of them.

    `leads`: import, scheme, rules, searches over the whole project. `adjudicates`: decide
    questions. `sees_others`: the work of others on open questions.
    """

    role: Role | None = None
    leads: bool = True
    adjudicates: bool = True
    sees_others: bool = True


def offers(project: Project, annotator: str) -> Offers:
    """Return the functions that the window offers to that annotator."""
    if project.team() is None:
        return Offers()
    rules = _rules(project)
    role = rules.role(annotator)
    return Offers(
        role,
        leads=role == "lead",
        adjudicates=role in ("lead", "adjudicator"),
        sees_others=not rules.hides_others_from(annotator),
    )


def deal(
    project: Project, annotator: str, *, members: Iterable[Member] = (), clock: Clock = utc_now
) -> Deal | None:
    """Return how the queue is dealt to an annotator; None: all of it is theirs.

    None for leads and adjudicators, if the lead wants no overlap, and outside a team. `members` are
    those of the last round, with the pairs on which they work.
    """
    if project.team() is None:
        return None
    rules = _rules(project)
    if rules.overlap == 0 or rules.role(annotator) != "annotator":
        return None
    now = clock()
    names = roster(project)
    others = {(each.pair, each.annotator) for each in here(members, rules, now)}
    at = Counter(pair for pair, who in others if who != annotator)
    turns = _turns(names, annotator) if annotator in names else {}
    return Deal(rules.overlap, turns, at, stamp(now - _LEFT_LYING))


def roster(project: Project) -> tuple[str, ...]:
    """Return annotators to whom the queue is dealt, sorted: members and those in that role."""
    rules = _rules(project)
    names = {*project.team_people(), *rules.roles} - set(rules.away)
    return tuple(sorted(name for name in names if rules.role(name) == "annotator"))


def here(members: Iterable[Member], rules: Rules, now: datetime) -> list[Member]:
    """Return the devices that have a pair open, unless that has expired."""
    oldest = stamp(now - timedelta(minutes=rules.claim_minutes))
    return [
        member
        for member in members
        if member.pair and member.heard >= oldest and member.device not in rules.removed
    ]


def at_pair(
    project: Project,
    members: Iterable[Member],
    pair_id: str,
    *,
    but: str = "",
    clock: Clock = utc_now,
) -> tuple[str, ...]:
    """Return the annotators who have this pair open now, sorted, except `but`."""
    found = here(members, _rules(project), clock())
    return tuple(
        sorted({each.annotator for each in found if each.pair == pair_id and each.annotator != but})
    )


def _rules(project: Project) -> Rules:
    return rules_from(project.setting(SETTING))


@lru_cache(maxsize=16)
def _turns(names: tuple[str, ...], annotator: str) -> dict[str, int]:
    """Return the annotator's turn among these names, by the first characters of pairs' ids.

    By the weights of rendezvous hashing (Thaler, Ravishankar 1998): one person more or less changes
    the turns of few pairs.
    """
    turns = {}
    for slot in (x + y + z for x in _DIGITS for y in _DIGITS for z in _DIGITS):
        own_weight = _weight(slot, annotator)
        turns[slot] = sum(_weight(slot, name) > own_weight for name in names)
    return turns


def _weight(slot: str, name: str) -> bytes:
    return hashlib.blake2b(
        f"{slot}\n{name}".encode("utf-8", "surrogatepass"), digest_size=8
    ).digest()
