"""The part of the exchange with a team's folder that runs in a worker: look, and do a round."""

import threading
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from dittomark.errors import Cancelled
from dittomark.team.folder.exchange import Exchange
from dittomark.team.folder.membership import Member
from dittomark.team.folder.rounds import Round
from dittomark.team.folder.transport import MEMBERS, Folder, StoredFile, Transport


class StoppableTransport:
    """A transport that begins no further call once it is stopped: those of a slow drive take long.

    Raises `Cancelled` from then on.
    """

    def __init__(self, inner: Transport) -> None:
        self._inner = inner
        self._stopped = threading.Event()

    def stop(self) -> None:
        """Begin no further call."""
        self._stopped.set()

    def team(self) -> bytes | None:
        """See `Transport`."""
        return self._go_on().team()

    def put_team(self, content: bytes) -> None:
        """See `Transport`."""
        self._go_on().put_team(content)

    def devices(self) -> list[str]:
        """See `Transport`."""
        return self._go_on().devices()

    def files(self, device: str) -> list[StoredFile]:
        """See `Transport`."""
        return self._go_on().files(device)

    def read(self, device: str, name: str, *, limit: int | None = None) -> bytes:
        """See `Transport`."""
        return self._go_on().read(device, name, limit=limit)

    def put(self, device: str, name: str, content: bytes) -> None:
        """See `Transport`."""
        self._go_on().put(device, name, content)

    def remove(self, device: str, name: str) -> None:
        """See `Transport`."""
        self._go_on().remove(device, name)

    def _go_on(self) -> Transport:
        if self._stopped.is_set():
            raise Cancelled
        return self._inner


@dataclass(frozen=True, slots=True)
class Looks:
    """What the folder looked like: its `team.json`, and the files of every area."""

    team: bytes | None
    files: tuple[tuple[str, tuple[StoredFile, ...]], ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """What the next round says of this device; `must` where there is more to do than to look."""

    me: Member
    leads: bool = False
    keep: tuple[str, ...] = ()
    keep_days: int = 0
    must: bool = False


@dataclass
class TeamRounds:
    """Rounds of one open project; one at a time, in whichever thread."""

    path: Path
    folder: Path
    transport: StoppableTransport = field(init=False)
    exchange: Exchange = field(init=False)
    watched: tuple[str, ...] = ()
    """The folders in which files come and go, as of the newest look."""
    _looked: Looks | None = None

    def __post_init__(self) -> None:
        self.transport = StoppableTransport(Folder(self.folder))
        self.exchange = Exchange(self.path, self.transport)

    def round(self, asked: Asked) -> Round | None:
        """Do a round; None where nothing is to be done and the folder looks as it did.

        Then nothing but names, sizes and times was read, and nothing written.
        """
        # Before the round: what comes while it runs is seen by the next one.
        looked = self._look()
        if not asked.must and looked is not None and looked == self._looked:
            return None
        found = self.exchange.round(
            asked.me, lead=asked.leads, keep=asked.keep, keep_days=asked.keep_days
        )
        self._looked = looked
        return found

    def _look(self) -> Looks | None:
        try:
            team = self.transport.team()
            devices = self.transport.devices()
            files = {each: self.transport.files(each) for each in devices}
        except OSError:
            self.watched = ()
            return None  # the round says why
        members = self.folder / MEMBERS
        there = (self.folder, members, *(members / each for each in devices))
        self.watched = tuple(map(str, there)) if devices else ()
        return Looks(team, tuple((each, tuple(_in_order(files[each]))) for each in devices))


def _in_order(files: Iterable[StoredFile]) -> list[StoredFile]:
    return sorted(files, key=lambda file: file.name)
