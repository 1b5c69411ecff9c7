"""The result of a round between a copy and its team's folder."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dittomark.messages import Message
from dittomark.store.team_records import Published
from dittomark.store.work import Item
from dittomark.team.folder.membership import Member
from dittomark.team.folder.transport import StoredFile

Vector = Mapping[str, int]
"""The newest segment of each device."""


@dataclass(frozen=True, slots=True)
class Arrived:
    """A segment that is ready to be added, and the segments that count as received with it."""

    device: str
    items: Sequence[Item]
    taken: Vector


@dataclass(frozen=True, slots=True)
class Trouble:
    """A device whose work can't be received, and why; `waiting` if it will arrive by itself."""

    device: str
    why: Message
    waiting: bool = False


@dataclass(frozen=True, slots=True)
class Round:
    """The result of a round.

    `gone` gives the reason if the folder can't be used at present; no work is lost then. `more` is
    set if there is more to read immediately.
    """

    published: tuple[Published, ...] = ()
    dropped: tuple[int, ...] = ()
    arrived: tuple[Arrived, ...] = ()
    members: tuple[Member, ...] = ()
    troubles: tuple[Trouble, ...] = ()
    gone: Message | None = None
    not_written: Message | None = None
    more: bool = False


@dataclass
class Area:
    """The files that a device has in the folder, by their numbers."""

    segments: dict[int, list[StoredFile]] = field(default_factory=dict)
    snapshots: dict[int, list[StoredFile]] = field(default_factory=dict)
    status: StoredFile | None = None
    closed: OSError | None = None
    """The error on listing its files, although the folder exists."""
