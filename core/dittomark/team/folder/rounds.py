"""What a round between a copy and its team's folder brought, and what it found there."""

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
    """A segment that is ready to be taken in, and what counts as taken in with it."""

    device: str
    items: Sequence[Item]
    taken: Vector


@dataclass(frozen=True, slots=True)
class Trouble:
    """What of a device can't be taken in, and why; `waiting` if it will come by itself."""

    device: str
    why: Message
    waiting: bool = False


@dataclass(frozen=True, slots=True)
class Round:
    """What a round did.

    `gone` says why the folder can't be used just now; nothing is lost then. `more` is set when
    there is more to read at once.
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
    """Why its files can't be listed, though the folder is there."""
