"""Who takes part: what a team's folder says of itself, and what each device says of itself."""

import contextlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Final

from dittomark.errors import UserError
from dittomark.store.codecs import to_json
from dittomark.team.folder.transport import STATUS, Transport

FORMAT: Final = 1


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
    something new, by its own clock. `pair` is the pair that is open there, `since` since when, by
    its own clock; `heard` is when this copy first read that, by this computer's: it is not told. `left` says that it takes part
    no more: nobody waits for it.
    """

    device: str
    annotator: str
    computer: str = ""
    program: str = ""
    last: int = 0
    taken: Mapping[str, int] = field(default_factory=dict)
    seen: str = ""
    pair: str = ""
    since: str = ""
    heard: str = ""
    left: bool = False


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
    said = asdict(member)
    del said["heard"]
    return f"{to_json({'format': FORMAT, **said})}\n".encode()


def read_status(device: str, content: bytes) -> Member | None:
    """Return what a device says of itself; None for what it did not write (yet)."""
    said = _loaded(content)
    taken = said.get("taken")
    texts = [said.get(name) for name in ("annotator", "computer", "program", "seen")]
    texts += [said.get(name, "") for name in ("pair", "since")]  # early ones said no pair
    if (
        said.get("device") != device
        or not isinstance(taken, dict)
        or not all(type(number) is int for number in (said.get("last"), *taken.values()))
        or not all(isinstance(text, str) and len(text) <= _LONGEST for text in texts)
    ):
        return None
    annotator, computer, program, seen, pair, since = map(str, texts)
    return Member(
        device,
        annotator,
        computer,
        program,
        said["last"],
        taken,
        seen,
        pair,
        since,
        left=said.get("left") is True,
    )


_LONGEST: Final = 500
_LONGEST_STATUS: Final = 200_000


def names_of_members(transport: Transport) -> set[str]:
    """Return the names of who takes part, by what their devices say; raises `OSError`.

    It reads a file of every device: some seconds on a slow drive.
    """
    found = set()
    for device in transport.devices():
        with contextlib.suppress(FileNotFoundError):
            member = read_status(device, transport.read(device, STATUS, limit=_LONGEST_STATUS))
            if member is not None and not member.left:
                found.add(member.annotator)
    return found


def _loaded(content: bytes) -> dict[str, Any]:
    try:
        said = json.loads(content)
    except (ValueError, RecursionError):
        return {}
    return said if isinstance(said, dict) else {}
