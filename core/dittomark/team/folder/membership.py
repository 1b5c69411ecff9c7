"""Who takes part: what a team's folder says of itself, and what each device says of itself."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Final, Literal, get_args

from dittomark.errors import UserError
from dittomark.store.codecs import to_json

FORMAT: Final = 1
Role = Literal["lead", "annotator", "adjudicator"]
ROLES: Final[tuple[Role, ...]] = get_args(Role)
SETTING: Final = "team"  # of the project: what the lead decides


@dataclass(frozen=True, slots=True)
class Team:
    """What `team.json` says; it is written once."""

    team: str
    project: str
    name: str


@dataclass(frozen=True, slots=True)
class Member:
    """What a device says of itself.

    `last` is its newest segment, `taken` what it took in of others, `seen` when it last said
    something new, by its own clock.
    """

    device: str
    annotator: str
    computer: str = ""
    program: str = ""
    last: int = 0
    taken: Mapping[str, int] = field(default_factory=dict)
    seen: str = ""


@dataclass(frozen=True, slots=True)
class Rules:
    """What the lead decides for all; it travels with the project, and the newest counts.

    `roles` says who leads and who adjudicates, `removed` names devices that nobody waits for.
    """

    roles: Mapping[str, Role] = field(default_factory=dict)
    removed: tuple[str, ...] = ()

    def role(self, annotator: str) -> Role:
        """Return somebody's role."""
        return self.roles.get(annotator, "annotator")


def team_json(team: Team) -> bytes:
    """Return what stands in `team.json`."""
    return f"{to_json({'dittomark team': FORMAT, **asdict(team)})}\n".encode()


def read_team_json(content: bytes) -> Team | None:
    """Return what `team.json` says; None where it has not come whole, or is no such file.

    Raises `UserError` for that of a newer program.
    """
    said = _loaded(content)
    if type(said.get("dittomark team")) is not int:
        return None
    if said["dittomark team"] > FORMAT:
        raise UserError("This team folder was made by a newer Dittomark: update this one.")
    texts = [said.get(name) for name in ("team", "project", "name")]
    return Team(*texts) if all(isinstance(text, str) and text for text in texts) else None  # type: ignore[arg-type]


def status_json(member: Member) -> bytes:
    """Return what stands in the status of a device."""
    return f"{to_json({'format': FORMAT, **asdict(member)})}\n".encode()


def read_status(device: str, content: bytes) -> Member | None:
    """Return what a device says of itself; None for what it did not write (yet)."""
    said = _loaded(content)
    taken = said.get("taken")
    texts = [said.get(name) for name in ("annotator", "computer", "program", "seen")]
    if (
        said.get("device") != device
        or not isinstance(taken, dict)
        or not all(type(number) is int for number in (said.get("last"), *taken.values()))
        or not all(isinstance(text, str) and len(text) <= _LONGEST for text in texts)
    ):
        return None
    annotator, computer, program, seen = map(str, texts)
    return Member(device, annotator, computer, program, said["last"], taken, seen)


_LONGEST: Final = 500


def rules_from(said: object) -> Rules:
    """Return the rules that a project's setting says, as far as it makes sense."""
    if not isinstance(said, dict):
        return Rules()
    roles, removed = said.get("roles"), said.get("removed")
    return Rules(
        {name: role for name, role in roles.items() if role in ROLES}
        if isinstance(roles, dict)
        else {},
        tuple(map(str, removed)) if isinstance(removed, list) else (),
    )


def rules_json(rules: Rules) -> dict[str, Any]:
    """Return the rules as the project's setting keeps them."""
    return {**asdict(rules), "removed": list(rules.removed)}


def _loaded(content: bytes) -> dict[str, Any]:
    try:
        said = json.loads(content)
    except (ValueError, RecursionError):
        return {}
    return said if isinstance(said, dict) else {}
