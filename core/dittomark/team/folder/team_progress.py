"""How far a team is, for the lead: who did what on which day, how they agree, what is to be settled."""

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
    """How far one person is.

    `done` counts finished pairs, `days` those of each UTC day. `share` is how many pairs are meant
    for them where the queue is dealt (what they did among them), else None. `seen` is when a device
    of theirs last said something new, by its own clock; empty where none has been heard of.
    """

    annotator: str
    role: Role
    done: int
    days: Mapping[str, int]
    share: int | None
    seen: str


@dataclass(frozen=True, slots=True)
class TeamProgress:
    """How far a team is.

    Of the `pairs` in the queue `enough` have as many judgements as they want, and `begun` some. `agreement` is the last of `growth`. `disagreements` counts what was answered
    differently and nobody settled, by kind. `waiting` are steps of this device that nobody has yet.
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
        """How they agree now; None where no two judged the same pair."""
        return self.growth[-1] if self.growth else None


def team_progress(
    project: Project, found: Round | None = None, *, clock: Clock = utc_now
) -> TeamProgress:
    """Return how far the team is, as far as this copy has heard; `found` is its last round.

    It reads all judgements: some seconds where there are hundreds of thousands.
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
        mine = days.get(name, {})
        people.append(
            PersonProgress(
                name, decided.role(name), sum(mine.values()), mine, share, seen.get(name, "")
            )
        )
    return people


def _counted(project: Project) -> dict[DecisionKind, int]:
    counts = Counter(item.kind for item in disagreements(project))
    return {kind: counts[kind] for kind in KINDS}
