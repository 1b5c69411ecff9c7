"""What the lead of a team decides for all; it travels with the project, and the newest counts."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Final, Literal, get_args

Role = Literal["lead", "annotator", "adjudicator"]
ROLES: Final[tuple[Role, ...]] = get_args(Role)
SETTING: Final = "team"  # of the project
MOST_JUDGEMENTS: Final = 250
"""That one pair can want: more people than a team in a folder has."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What the lead decides for all.

    `roles` says who leads and who adjudicates, `removed` names devices that nobody waits for,
    `away` people to whom nothing is dealt any more. Each pair wants `overlap` judgements (0: the
    queue is not dealt, everybody has all of it). With `blind` annotators don't see what others say
    of a question until it is settled. `claim_minutes` is after how long "somebody is at this pair"
    lapses: a coffee, not a morning. After `keep_days` old segments go though a device has
    not taken them in (0: never).
    """

    roles: Mapping[str, Role] = field(default_factory=dict)
    removed: tuple[str, ...] = ()
    away: tuple[str, ...] = ()
    overlap: int = 0
    blind: bool = False
    claim_minutes: int = 30
    keep_days: int = 90

    def role(self, annotator: str) -> Role:
        """Return somebody's role."""
        return self.roles.get(annotator, "annotator")

    def hides_others_from(self, annotator: str) -> bool:
        """Whether that annotator sees no one else's work on a question that is open."""
        return self.blind and self.role(annotator) == "annotator"


def rules_from(said: object) -> Rules:
    """Return the rules that a project's setting says, as far as it makes sense."""
    if not isinstance(said, dict):
        return Rules()
    roles = said.get("roles")
    kept = Rules()
    return Rules(
        {str(name): role for name, role in roles.items() if role in ROLES}
        if isinstance(roles, dict)
        else {},
        _names(said.get("removed")),
        _names(said.get("away")),
        _number(said.get("overlap"), kept.overlap, most=MOST_JUDGEMENTS),
        said.get("blind") is True,
        _number(said.get("claim_minutes"), kept.claim_minutes, most=_MOST_MINUTES),
        _number(said.get("keep_days"), kept.keep_days, most=_MOST_DAYS),
    )


def rules_json(rules: Rules) -> dict[str, Any]:
    """Return the rules as the project's setting keeps them."""
    return {**asdict(rules), "removed": list(rules.removed), "away": list(rules.away)}


_MOST_MINUTES: Final = 7 * 24 * 60
_MOST_DAYS: Final = 10 * 366


def _names(said: object) -> tuple[str, ...]:
    return tuple(map(str, said)) if isinstance(said, list) else ()


def _number(said: object, otherwise: int, *, most: int) -> int:
    return said if type(said) is int and 0 <= said <= most else otherwise
