"""The rules that the lead sets for a team; stored in the project; the newest version is valid."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Final, Literal, get_args

from dittomark.errors import UserError

Role = Literal["lead", "annotator", "adjudicator"]
ROLES: Final[tuple[Role, ...]] = get_args(Role)
SETTING: Final = "team"  # of the project
MOST_JUDGEMENTS: Final = 250
"""Maximum of judgements per pair: more than a team in a folder has members."""


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules that the lead sets for all.

    `roles` lists leads and adjudicators, `removed` devices for which nobody waits, `away` people to
    whom no pairs are dealt any more. Each pair needs `overlap` judgements (0: the queue is not
    dealt, everybody has all of it). With `blind` annotators don't see others' answers to a question
    until it is decided. `claim_minutes` is the time after which "somebody is at this pair" expires:
    a coffee, not a morning. After `keep_days` old segments are deleted even if a device has not
    received them (0: never).
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
        """Whether that annotator may not see others' work on an open question."""
        return self.blind and self.role(annotator) == "annotator"


def rules_from(setting: object) -> Rules:
    """Return the rules in a project's setting; invalid values are replaced by defaults."""
    if not isinstance(setting, dict):
        return Rules()
    roles = setting.get("roles")
    kept = Rules()
    return Rules(
        {str(name): role for name, role in roles.items() if role in ROLES}
        if isinstance(roles, dict)
        else {},
        _names(setting.get("removed")),
        _names(setting.get("away")),
        _number(setting.get("overlap"), kept.overlap, most=MOST_JUDGEMENTS),
        setting.get("blind") is True,
        _number(setting.get("claim_minutes"), kept.claim_minutes, most=_MOST_MINUTES),
        _number(setting.get("keep_days"), kept.keep_days, most=_MOST_DAYS),
    )


def check_rules(rules: Rules) -> None:
    """Raise `UserError` for a rule that no project can hold; it names the rule."""
    for name, role in rules.roles.items():
        if role not in ROLES:
            raise UserError("“{role}” is no role of {name} in a team.", role=str(role), name=name)
    if not _is_number(rules.overlap, MOST_JUDGEMENTS):
        raise UserError("A pair can have 0 to {most} judgements.", most=MOST_JUDGEMENTS)
    if not _is_number(rules.claim_minutes, _MOST_MINUTES):
        raise UserError("A pair can be held for 0 to {most} minutes.", most=_MOST_MINUTES)
    if not _is_number(rules.keep_days, _MOST_DAYS):
        raise UserError("Old files can be kept for 0 to {most} days.", most=_MOST_DAYS)


def rules_json(rules: Rules) -> dict[str, Any]:
    """Return the rules in the form of the project's setting."""
    return {**asdict(rules), "removed": list(rules.removed), "away": list(rules.away)}


_MOST_MINUTES: Final = 7 * 24 * 60
_MOST_DAYS: Final = 10 * 366


def _names(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list) else ()


def _number(value: object, otherwise: int, *, most: int) -> int:
    return value if type(value) is int and 0 <= value <= most else otherwise


def _is_number(value: object, most: int) -> bool:
    return type(value) is int and 0 <= value <= most
