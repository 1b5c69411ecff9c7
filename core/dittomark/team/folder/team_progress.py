"""A team's progress, for the lead: work by person and day, agreement, and open questions."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC

from dittomark.annotations import DecisionKind
from dittomark.project import Project
from dittomark.store.hybrid_clock import Clock, utc_now
from dittomark.team.adjudication.questions import KINDS, disagreements
from dittomark.team.agreement.growth import AgreementThen, agreement_by_day
from dittomark.team.folder.dealing import deal, roster
from dittomark.team.folder.rounds import Round, Trouble
from dittomark.team.folder.syncing import Standing, rules, standings, steps_to_publish
from dittomark.team_rules import Role


@dataclass(frozen=True, slots=True)
class PersonProgress:
    """The progress of one person.

    `done` counts finished pairs, `days` those of each UTC day. `share` is the number of pairs meant
    for them if the queue is dealt (including those they finished), else None. `seen` is the time of
    the last change of a device of theirs, by its own clock; empty if none is known.
    """

    annotator: str
    role: Role
    done: int
    days: Mapping[str, int]
    share: int | None
    seen: str


@dataclass(frozen=True, slots=True)
class TeamProgress:
    """The progress of a team.

    Of the `pairs` in the queue `enough` have as many judgements as they need, and `begun` some.
    `agreement` is the last of `growth`. `disagreements` counts questions with different answers and
    without decision, by kind. `waiting` are steps of this device that nobody has received yet.
    """

    day: str
    overlap: int
    pairs: int
    begun: int
    enough: int
    people: tuple[PersonProgress, ...]
    growth: tuple[AgreementThen, ...]
    disagreements: Mapping[DecisionKind, int]
    settled: int
    devices: tuple[Standing, ...]
    troubles: tuple[Trouble, ...]
    waiting: int

    @property
    def agreement(self) -> AgreementThen | None:
        """The present agreement; None if no two annotators judged the same pair."""
        return self.growth[-1] if self.growth else None


def team_progress(
    project: Project, found: Round | None = None, *, clock: Clock = utc_now
) -> TeamProgress:
    """Return the progress of the team, as far as it is known here; `found` is its last round.

    It reads all judgements: some seconds for hundreds of thousands.
    """
    found = found or Round()
    decided = rules(project)
    judged = project.pairs_by_judgements()
    settled = project.decisions()
    wanted = max(decided.overlap, 1)
    short = sum(pairs for number, pairs in judged.items() if number < wanted)
    return TeamProgress(
        clock().astimezone(UTC).date().isoformat(),
        decided.overlap,
        project.counts()["pairs"],
        short,
        sum(judged.values()) - short,
        tuple(_people(project, found, clock)),
        agreement_by_day(project.judged_days()),
        _counted(project),
        len(settled),
        tuple(standings(found, decided)),
        found.troubles,
        steps_to_publish(project),
    )


def _people(project: Project, found: Round, clock: Clock) -> list[PersonProgress]:
    decided, days = rules(project), project.days_of_people()
    seen: dict[str, str] = {}
    for member in found.members:
        seen[member.annotator] = max(member.seen, seen.get(member.annotator, ""))
    names = {*days, *roster(project), *decided.roles, *project.team_people(), *seen}
    people = []
    for name in sorted(filter(None, names)):
        dealt = deal(project, name, clock=clock)
        share = None
        if dealt is not None:
            share = project.progress(annotator=name, day_began=clock(), dealt=dealt).total
        own_days = days.get(name, {})
        people.append(
            PersonProgress(
                name,
                decided.role(name),
                sum(own_days.values()),
                own_days,
                share,
                seen.get(name, ""),
            )
        )
    return people


def _counted(project: Project) -> dict[DecisionKind, int]:
    counts = Counter(item.kind for item in disagreements(project))
    return {kind: counts[kind] for kind in KINDS}
