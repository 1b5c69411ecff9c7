"""The part of the exchange with a team's folder that runs in a worker thread."""

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
    """A transport whose calls can be abandoned, even the running one.

    Calls on a slow drive take long, and those on a disconnected one may never return: each runs in
    a daemon thread. After `stop` every call raises `Cancelled`; the effect of the running call is
    as if the program had been killed during it.
    """

    def __init__(self, inner: Transport) -> None:
        self._inner = inner
        self._stopped = False
        self._changed = threading.Condition()

    def stop(self) -> None:
        """Refuse further calls, and abandon the running one."""
        with self._changed:
            self._stopped = True
            self._changed.notify_all()

    @contextlib.contextmanager
    def at_most(self, seconds: float) -> Iterator[None]:
        """Stop if the block takes longer than `seconds`."""
        timer = threading.Timer(seconds, self.stop)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def team(self) -> bytes | None:
        """Return `team.json`; see `Transport`."""
        return self._call(self._inner.team)

    def put_team(self, content: bytes) -> None:
        """Write `team.json`; see `Transport`."""
        self._call(lambda: self._inner.put_team(content))

    def devices(self) -> list[str]:
        """Return the devices; see `Transport`."""
        return self._call(self._inner.devices)

    def files(self, device: str) -> list[StoredFile]:
        """Return the files of a device; see `Transport`."""
        return self._call(lambda: self._inner.files(device))

    def read(self, device: str, name: str, *, limit: int | None = None) -> bytes:
        """Read a file; see `Transport`."""
        return self._call(lambda: self._inner.read(device, name, limit=limit))

    def put(self, device: str, name: str, content: bytes) -> None:
        """Write a file; see `Transport`."""
        self._call(lambda: self._inner.put(device, name, content))

    def remove(self, device: str, name: str) -> None:
        """Delete a file; see `Transport`."""
        self._call(lambda: self._inner.remove(device, name))

    def _call(self, function: Callable[[], Got]) -> Got:
        ended: list[tuple[Got | None, BaseException | None]] = []

        def work() -> None:
            result, error = None, None
            try:
                result = function()
            except BaseException as raised:  # noqa: BLE001  (raised again by the waiting thread)
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
class FolderState:
    """The state of the folder as listed: its `team.json`, and the files of every device."""

    team: bytes | None
    files: tuple[tuple[str, tuple[StoredFile, ...]], ...]


@dataclass(frozen=True, slots=True)
class RoundRequest:
    """The input of a round: this device's entry and rules; `has_work` if there is work to do."""

    me: Member
    leads: bool = False
    keep: tuple[str, ...] = ()
    keep_days: int = 0
    has_work: bool = False


@dataclass
class TeamRounds:
    """The rounds of one open project; one at a time, in any thread."""

    path: Path
    folder: Path
    transport: StoppableTransport = field(init=False)
    exchange: Exchange = field(init=False)
    watched: tuple[str, ...] = ()
    """The folders in which files appear and disappear, as of the last listing."""
    _last_state: FolderState | None = None

    def __post_init__(self) -> None:
        self.transport = StoppableTransport(Folder(self.folder))
        self.exchange = Exchange(self.path, self.transport)

    def round(self, request: RoundRequest) -> Round | None:
        """Do a round; return None if nothing is to be published and the folder has not changed.

        In that case only names, sizes and times were read, and nothing was written.
        """
        # Listed before the round: files that arrive during it are noticed by the next one.
        state = self._list_folder()
        if not request.has_work and state is not None and state == self._last_state:
            return None
        found = self.exchange.round(
            request.me, lead=request.leads, keep=request.keep, keep_days=request.keep_days
        )
        self._last_state = state
        return found

    def _list_folder(self) -> FolderState | None:
        try:
            team = self.transport.team()
            devices = self.transport.devices()
            files = {each: self.transport.files(each) for each in devices}
        except OSError:
            self.watched = ()
            return None  # the round reports the reason
        members = self.folder / MEMBERS
        watched = (self.folder, members, *(members / each for each in devices))
        self.watched = tuple(map(str, watched)) if devices else ()
        return FolderState(team, tuple((each, tuple(_in_order(files[each]))) for each in devices))


def _in_order(files: Iterable[StoredFile]) -> list[StoredFile]:
    return sorted(files, key=lambda file: file.name)
