"""The members of a team: the content of `team.json`, and the status of each device."""

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
    """The content of `team.json`, which is written once."""

    team: str
    project: str
    name: str


@dataclass(frozen=True, slots=True)
class Member:
    """The status of a device.

    `last` is its newest segment, `taken` the segments received from others, `seen` the time of its
    last change, by its own clock. `pair` is the pair that is open there, `since` the time of
    opening, by its own clock; `heard` is the time at which this copy first read that, by this
    computer's clock: it is not published. `left` means that the device has left: nobody waits for
    it.
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
    """Return the content of `team.json`."""
    return f"{to_json({'dittomark team': FORMAT, **asdict(team)})}\n".encode()


def read_team_json(content: bytes) -> Team | None:
    """Return the team in `team.json`; None if it is incomplete, or not such a file.

    Raises `UserError` for that of a newer program.
    """
    fields = _loaded(content)
    if type(fields.get("dittomark team")) is not int:
        return None
    if fields["dittomark team"] > FORMAT:
        raise UserError("This team folder was made by a newer Dittomark: update this one.")
    texts = [fields.get(name) for name in ("team", "project", "name")]
    return Team(*texts) if all(isinstance(text, str) and text for text in texts) else None  # type: ignore[arg-type]


def status_json(member: Member) -> bytes:
    """Return the content of a device's status file."""
    fields = asdict(member)
    del fields["heard"]
    return f"{to_json({'format': FORMAT, **fields})}\n".encode()


def read_status(device: str, content: bytes) -> Member | None:
    """Return the status of a device; None for content that it did not write (yet)."""
    fields = _loaded(content)
    taken = fields.get("taken")
    texts = [fields.get(name) for name in ("annotator", "computer", "program", "seen")]
    texts += [fields.get(name, "") for name in ("pair", "since")]  # early versions wrote no pair
    if (
        fields.get("device") != device
        or not isinstance(taken, dict)
        or not all(type(number) is int for number in (fields.get("last"), *taken.values()))
        or not all(isinstance(text, str) and len(text) <= _LONGEST for text in texts)
    ):
        return None
    annotator, computer, program, seen, pair, since = map(str, texts)
    return Member(
        device,
        annotator,
        computer,
        program,
        fields["last"],
        taken,
        seen,
        pair,
        since,
        left=fields.get("left") is True,
    )


_LONGEST: Final = 500
_LONGEST_STATUS: Final = 200_000


def names_of_members(transport: Transport) -> set[str]:
    """Return the names of the members, from the statuses of their devices; raises `OSError`.

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
        fields = json.loads(content)
    except (ValueError, RecursionError):
        return {}
    return fields if isinstance(fields, dict) else {}
