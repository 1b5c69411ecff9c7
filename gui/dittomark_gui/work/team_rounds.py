"""The part of the exchange with a team's folder that runs in a worker: look, and do a round."""

import contextlib
import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar, cast

from dittomark.errors import Cancelled
from dittomark.team.folder.exchange import Exchange
from dittomark.team.folder.membership import Member
from dittomark.team.folder.rounds import Round
from dittomark.team.folder.transport import MEMBERS, Folder, StoredFile, Transport

Got = TypeVar("Got")


class StoppableTransport:
    """A transport that nobody has to wait for once it is stopped, not even for the call that runs.

    Those of a slow drive take long, and those of one that went away may never end: each runs in a
    thread that the end of the program does not wait for. From `stop` on every call raises
    `Cancelled`; what the running one still does is as if the program had been killed in it.
    """

    def __init__(self, inner: Transport) -> None:
        self._inner = inner
        self._stopped = False
        self._changed = threading.Condition()

    def stop(self) -> None:
        """Begin no further call, and let go of whoever waits for one."""
        with self._changed:
            self._stopped = True
            self._changed.notify_all()

    @contextlib.contextmanager
    def at_most(self, seconds: float) -> Iterator[None]:
        """Stop if what is done within takes longer than that."""
        timer = threading.Timer(seconds, self.stop)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def team(self) -> bytes | None:
        """See `Transport`."""
        return self._call(self._inner.team)

    def put_team(self, content: bytes) -> None:
        """See `Transport`."""
        self._call(lambda: self._inner.put_team(content))

    def devices(self) -> list[str]:
        """See `Transport`."""
        return self._call(self._inner.devices)

    def files(self, device: str) -> list[StoredFile]:
        """See `Transport`."""
        return self._call(lambda: self._inner.files(device))

    def read(self, device: str, name: str, *, limit: int | None = None) -> bytes:
        """See `Transport`."""
        return self._call(lambda: self._inner.read(device, name, limit=limit))

    def put(self, device: str, name: str, content: bytes) -> None:
        """See `Transport`."""
        self._call(lambda: self._inner.put(device, name, content))

    def remove(self, device: str, name: str) -> None:
        """See `Transport`."""
        self._call(lambda: self._inner.remove(device, name))

    def _call(self, function: Callable[[], Got]) -> Got:
        ended: list[tuple[Got | None, BaseException | None]] = []

        def work() -> None:
            result, error = None, None
            try:
                result = function()
            except BaseException as raised:  # noqa: BLE001  (handed on to whoever waits)
                error = raised
            with self._changed:
                ended.append((result, error))
                self._changed.notify_all()

        with self._changed:
            if self._stopped:
                raise Cancelled
            threading.Thread(target=work, name="team folder", daemon=True).start()
            self._changed.wait_for(lambda: ended or self._stopped)
            if not ended:
                raise Cancelled
        result, error = ended[0]
        if error is not None:
            raise error
        return cast("Got", result)


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
