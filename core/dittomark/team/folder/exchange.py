"""One round between a copy and its team's folder: publish what is new here, read what is there.

It may run in any thread: it reads the project over a connection of its own, and changes nothing in
it. What it brings is put to the project by `dittomark.team.folder.syncing`.
"""

import contextlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from dittomark.errors import UserError
from dittomark.messages import Message, system_reason
from dittomark.store.connection import PlainErrors, prepare_schema
from dittomark.store.hybrid_clock import Clock, HybridClock, stamp, utc_now
from dittomark.store.store import Store
from dittomark.store.team_records import Published, TeamRecord, read_team
from dittomark.store.work import Item, all_work, work_of
from dittomark.store.work_checks import WorkCheck
from dittomark.team.folder import segment
from dittomark.team.folder.membership import Member, read_status, read_team_json, status_json
from dittomark.team.folder.segment import FromNewerProgram, Header, NotYetWhole, RefusedSegment
from dittomark.team.folder.transport import STATUS, StoredFile, Transport, segment_name

# Bytes of segments that one round brings: what is read waits in memory until it is taken in.
_ENOUGH: Final = 8_000_000
# A file that was not whole, and looks the same, is read again every so many rounds: some sync
# clients fill a file without its size or time changing.
_PATIENCE: Final = 5
# A snapshot is worth its space when what came since is half of it, and 500 files or 4 MB: a new
# device then reads a few files, not thousands.
_SNAPSHOT_BYTES: Final = 4_000_000
_SNAPSHOT_FILES: Final = 500

_NOT_THERE: Final = Message("The team's folder is not there, or it is another team's.")

Vector = Mapping[str, int]


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
class _Area:
    segments: dict[int, list[StoredFile]] = field(default_factory=dict)
    snapshots: dict[int, list[StoredFile]] = field(default_factory=dict)
    status: StoredFile | None = None


class Exchange:
    """Rounds of one copy; remembers between them what it has read already."""

    def __init__(self, path: Path, transport: Transport, *, clock: Clock = utc_now) -> None:
        self._path = path
        self._transport = transport
        self._clock = clock
        self._used = 0  # the last number given to a file by this run of the program
        self._headers: dict[tuple[str, str], tuple[int, int, Header]] = {}
        self._refused: dict[tuple[str, str], tuple[int, int, UserError]] = {}
        self._unfinished: dict[tuple[str, str], tuple[int, int, int]] = {}
        self._members: dict[str, tuple[int, int, Member]] = {}
        self._said = b""
        self._looked_at_own = False

    def round(self, me: Member, *, lead: bool = False, keep: Iterable[str] = ()) -> Round:
        """Do one round as a device whose status is `me`; `keep` are devices nobody waits for."""
        try:
            team = read_team_json(self._transport.team() or b"")
            areas = self._areas()
        except OSError as error:
            return Round(gone=_cant_reach(error))
        except UserError as error:
            return Round(gone=error.message)
        with self._store() as store:
            record = read_team(store)
            if record is None:
                return Round()
            if team is None or team.team != record.team:
                return Round(gone=_NOT_THERE)
            work = _Work(self, store, record, areas)
            found = work.publish(lead=lead, removed=frozenset(keep))
            try:
                found = work.read(found)
            except OSError as error:
                return replace(found, gone=_cant_reach(error))
            return self._tell(found, record, me)

    def look(self, team: str) -> Round:
        """Return who takes part, without writing or taking in anything."""
        try:
            there = read_team_json(self._transport.team() or b"")
            if there is None or there.team != team:
                return Round(gone=_NOT_THERE)
            return Round(members=tuple(self.members(self._areas())))
        except OSError as error:
            return Round(gone=_cant_reach(error))
        except UserError as error:
            return Round(gone=error.message)

    def members(self, areas: dict[str, _Area]) -> list[Member]:
        """Return what the devices say of themselves."""
        found = (self.member(name, area.status) for name, area in areas.items() if area.status)
        return [member for member in found if member is not None]

    @contextlib.contextmanager
    def _store(self) -> Iterator[Store]:
        store = Store(self._path, read_only=True, clock=self._clock)
        try:
            with PlainErrors(self._path):
                prepare_schema(store.connection, self._path, read_only=True)
            with store.snapshot():
                yield store
        finally:
            store.close()

    # --- what is there --------------------------------------------------------------------------

    def _areas(self) -> dict[str, _Area]:
        areas: dict[str, _Area] = {}
        for device in self._transport.devices():
            area = areas[device] = _Area()
            for file in self._transport.files(device):
                if file.number == 0 and not file.snapshot:
                    area.status = file
                else:
                    kind = area.snapshots if file.snapshot else area.segments
                    kind.setdefault(file.number, []).append(file)
        return areas

    def header(self, device: str, file: StoredFile) -> Header:
        """Return the header of a file, read once; raises as `segment.read_header`."""
        key, state = (device, file.name), (file.size, file.stamp)
        if key in self._refused and self._refused[key][:2] == state:
            raise self._refused[key][2]
        if key in self._headers and self._headers[key][:2] == state:
            return self._headers[key][2]
        if key in self._unfinished and self._unfinished[key][:2] == state:
            rounds = self._unfinished[key][2]
            self._unfinished[key] = (*state, rounds + 1)
            if rounds % _PATIENCE:
                raise NotYetWhole
        header = segment.read_header(self._read(device, file, limit=200_000))
        self._headers[key] = (*state, header)
        return header

    def items(self, device: str, file: StoredFile) -> tuple[Header, list[Item]]:
        """Return what a file holds; raises as `segment.read`."""
        if file.size > segment.LARGEST_FILE:
            raise segment.too_large()
        return segment.read(self._read(device, file))

    def _read(self, device: str, file: StoredFile, *, limit: int | None = None) -> bytes:
        """Return what a file holds; raises `NotYetWhole` where only this one can't be read.

        A sync client may have it locked, or show what it has not fetched. `OSError` says that the
        folder is gone.
        """
        try:
            return self._transport.read(device, file.name, limit=limit)
        except OSError as error:
            if self._transport.team() is None:
                raise
            raise NotYetWhole from error

    def refuse(self, device: str, file: StoredFile, error: UserError) -> None:
        """Remember that a file can't be used as it is."""
        self._refused[device, file.name] = (file.size, file.stamp, error)

    def wait_for(self, device: str, file: StoredFile) -> None:
        """Remember that a file has not come whole."""
        key = (device, file.name)
        if self._unfinished.get(key, (0, 0, 0))[:2] != (file.size, file.stamp):
            self._unfinished[key] = (file.size, file.stamp, 1)
        self._headers.pop(key, None)

    # --- writing --------------------------------------------------------------------------------

    def next_number(self, record: TeamRecord) -> int:
        """Return a number that no file of this device ever had."""
        self._used = max(self._used + 1, record.next_number)
        return self._used

    def put(self, device: str, name: str, content: bytes) -> None:
        """Write a file of one's own area."""
        self._transport.put(device, name, content)

    def remove(self, device: str, name: str) -> None:
        """Take away a file of one's own area."""
        with contextlib.suppress(OSError):
            self._transport.remove(device, name)

    def first_look(self) -> bool:
        """Whether this is the first round: then one's own files are looked into."""
        first, self._looked_at_own = not self._looked_at_own, True
        return first

    @property
    def clock(self) -> Clock:
        """What tells the time here."""
        return self._clock

    def _tell(self, found: Round, record: TeamRecord, me: Member) -> Round:
        """Say in one's own status what is new; returns the round with all members."""
        taken = dict(record.taken)  # what this round brought is told in the next one
        last = max((each.number for each in found.published), default=record.last)
        mine = replace(me, device=record.device, last=last, taken=taken)
        said = status_json(replace(mine, seen=""))
        if said != self._said and found.not_written is None:
            seen = stamp(self._clock())
            try:
                self._transport.put(record.device, STATUS, status_json(replace(mine, seen=seen)))
                self._said = said
            except OSError as error:
                found = replace(found, not_written=_cant_write(error))
        return found

    def member(self, device: str, file: StoredFile) -> Member | None:
        """Return what a device says of itself; what it said before, while it says nothing whole."""
        known = self._members.get(device)
        if known is not None and known[:2] == (file.size, file.stamp):
            return known[2]
        with contextlib.suppress(OSError):
            found = read_status(device, self._transport.read(device, file.name, limit=500_000))
            if found is not None:
                self._members[device] = (file.size, file.stamp, found)
        known = self._members.get(device)
        return None if known is None else known[2]


class _Work:
    """The work of one round, on one moment of the project and of the folder."""

    def __init__(
        self, exchange: Exchange, store: Store, record: TeamRecord, areas: dict[str, _Area]
    ) -> None:
        self._exchange = exchange
        self._store = store
        self._record = record
        self._areas = areas
        self._own = areas.get(record.device, _Area())
        self._taken = dict(record.taken)
        self._troubles: dict[str, Trouble] = {}
        self._arrived: list[Arrived] = []
        self._size = 0
        self._gone: set[int] = set()  # segments of ours that are not in the folder
        clock = HybridClock(exchange.clock)
        clock.see(store.newest_time())
        self._check = WorkCheck(store, horizon=clock.horizon())
        self._own_horizon = HybridClock(exchange.clock).horizon()

    # --- publishing -----------------------------------------------------------------------------

    def publish(self, *, lead: bool, removed: frozenset[str]) -> Round:
        """Write what is new here, and what of one's own got lost there."""
        try:
            lost = self._lost()
            published = self._publish_new()
            # Only when nothing is new: then all that a snapshot holds is published.
            if not published and (lost or self._snapshot_is_due(lead=lead)):
                self._write_snapshot()
            dropped = self._drop_old(removed)
        except OSError as error:
            return Round(not_written=_cant_write(error))
        return Round(published=published, dropped=dropped)

    def _publish_new(self) -> tuple[Published, ...]:
        record = self._record
        newest = int(self._store.value("SELECT max(seq) FROM edits") or 0)
        runs = record.unpublished(newest)
        if not runs:
            return ()
        published, previous = [], record.last
        for part in segment.parts(work_of(self._store, runs)):
            number = self._exchange.next_number(record)
            self._write(self._numbered(number, previous), part)
            published.append(Published(number, previous, record.through, newest))
            previous = number
        return tuple(published)

    def _numbered(self, number: int, previous: int) -> Header:
        record = self._record
        return Header(
            record.team, record.project, record.device, number, previous, dict(record.taken)
        )

    def _write(self, header: Header, items: Iterable[Item]) -> None:
        name = segment_name(header.number, part=header.part, snapshot=header.snapshot)
        self._exchange.put(header.device, name, segment.write(header, items))

    def _lost(self) -> bool:
        """Whether something that was published is not in the folder any more, in no form.

        It can't be written again as it was, for others have built on it and it on theirs since; a
        snapshot holds it.
        """
        first = self._exchange.first_look()
        for each in self._record.published:
            if not self._is_kept(each.number, look_inside=first):
                self._gone.add(each.number)
        held = self._held_by_snapshots()
        return any(number > held for number in self._gone) or (
            not self._record.published and self._record.last > held
        )

    def _is_kept(self, number: int, *, look_inside: bool) -> bool:
        """Whether a segment of ours is there; one with times of the future is to be written again."""
        exact = [
            file
            for file in self._own.segments.get(number, ())
            if file.name.lower() == segment_name(number)
        ]
        if not exact or not look_inside:
            return bool(exact)
        try:
            header, _ = self._exchange.items(self._record.device, exact[0])
        except (UserError, NotYetWhole):
            return False
        return header.number == number and header.newest <= self._own_horizon

    # --- snapshots ------------------------------------------------------------------------------

    def _held_by_snapshots(self) -> int:
        """Return up to which segment of this device a snapshot in the folder goes."""
        own = self._record.device
        return max((vector.get(own, 0) for vector, _, _ in self._snapshots()), default=0)

    def _snapshots(self) -> Iterator[tuple[dict[str, int], str, list[StoredFile]]]:
        """Yield whole snapshots: what they hold up to, whose they are, their files in order."""
        for device, area in self._areas.items():
            for files in area.snapshots.values():
                by_part: dict[int, tuple[StoredFile, Header]] = {}
                for file in files:
                    with contextlib.suppress(UserError, NotYetWhole):
                        header = self._header(device, file)
                        if header.snapshot:
                            by_part.setdefault(header.part, (file, header))
                if by_part:
                    header = min(by_part.items())[1][1]
                    if sorted(by_part) == list(range(1, header.parts + 1)):
                        vector = {**header.builds_on, device: header.previous}
                        yield vector, device, [by_part[part][0] for part in sorted(by_part)]

    def _snapshot_is_due(self, *, lead: bool) -> bool:
        if not self._record.through or self._record.taken != self._taken:
            return False
        vectors = [(vector, files) for vector, _, files in self._snapshots()]
        best = max((sum(file.size for file in files) for _, files in vectors), default=0)
        loose = [
            files[0]
            for device, area in self._areas.items()
            for number, files in area.segments.items()
            if not any(vector.get(device, 0) >= number for vector, _ in vectors)
        ]
        times = 1 if lead else 3  # another's device only where no lead's has done it
        size = sum(file.size for file in loose)
        return size > times * max(_SNAPSHOT_BYTES, best / 2) or len(loose) > times * _SNAPSHOT_FILES

    def _write_snapshot(self) -> None:
        """Write all that this copy holds; only what is published, so that it is what it says."""
        number = self._exchange.next_number(self._record)
        parts = list(segment.parts(all_work(self._store)))
        for place, part in enumerate(parts, start=1):
            header = replace(
                self._numbered(number, self._record.last),
                snapshot=True,
                part=place,
                parts=len(parts),
            )
            self._write(header, part)

    def _drop_old(self, removed: frozenset[str]) -> tuple[int, ...]:
        """Take away segments of ours that a snapshot holds and every other device has."""
        own = self._record.device
        held = self._held_by_snapshots()
        everybody = [
            member.taken.get(own, 0)
            for member in self._everybody()
            if member.device != own and member.device not in removed
        ]
        reached = min([held, *everybody])
        dropped = tuple(
            each.number
            for each in self._record.published
            if each.number <= reached or (each.number in self._gone and each.number <= held)
        )
        for number in dropped:
            for file in self._own.segments.get(number, ()):
                self._exchange.remove(own, file.name)
        for number in sorted(self._own.snapshots)[:-2]:
            for file in self._own.snapshots[number]:
                self._exchange.remove(own, file.name)
        return dropped

    # --- reading --------------------------------------------------------------------------------

    def read(self, found: Round) -> Round:
        """Return the round with what is ready to be taken in, and who takes part."""
        if not self._taken:
            self._read_snapshot(or_wait=False)
        while self._size < _ENOUGH and self._read_segments():
            pass
        if not self._arrived:
            self._read_snapshot(or_wait=True)
        return replace(
            found,
            arrived=tuple(self._arrived),
            members=tuple(self._everybody()),
            troubles=tuple(self._troubles.values()),
            more=self._size >= _ENOUGH,
        )

    def _everybody(self) -> list[Member]:
        return self._exchange.members(self._areas)

    def _read_segments(self) -> bool:
        """Read the next segment of each device that is ready; True if there was any."""
        progress = False
        for device, area in self._areas.items():
            if device == self._record.device or self._size >= _ENOUGH:
                continue
            taken = self._taken.get(device, 0)
            following = [number for number in area.segments if number > taken]
            if following and self._read_number(device, area.segments[min(following)]):
                progress = True
        return progress

    def _read_number(self, device: str, files: Sequence[StoredFile]) -> bool:
        """Take up one of the files that have a device's next number: the first that is sound."""
        for file in files:
            try:
                header = self._header(device, file)
                if header.snapshot or header.number != file.number:
                    raise RefusedSegment("it has another one's name")
                if not self._is_ready(header):
                    waits = Message("it builds on what has not come yet")
                    self._troubles.setdefault(device, Trouble(device, waits, waiting=True))
                    continue
                if self._take_up(device, file, {device: header.number}):
                    return True
            except NotYetWhole:
                self._exchange.wait_for(device, file)
                self._trouble(device, Message("a file of it has not come whole"), waiting=True)
            except UserError as error:
                self._exchange.refuse(device, file, error)
                newer = isinstance(error, FromNewerProgram)
                self._trouble(device, error.message, waiting=newer)
        return False

    def _header(self, device: str, file: StoredFile) -> Header:
        header = self._exchange.header(device, file)
        if (header.team, header.project) != (self._record.team, self._record.project):
            raise RefusedSegment("it is of another project")
        if header.device != device:
            raise RefusedSegment("another device wrote it")
        return header

    def _is_ready(self, header: Header) -> bool:
        own = self._record.device
        return header.previous <= self._taken.get(header.device, 0) and all(
            self._taken.get(device, 0) >= number
            for device, number in header.builds_on.items()
            if device != own
        )

    def _take_up(self, device: str, file: StoredFile, taken: Vector) -> bool:
        _, items = self._exchange.items(device, file)
        self._check.check(items)
        self._size += file.size
        self._arrived.append(Arrived(device, items, taken))
        for each, number in taken.items():
            self._taken[each] = max(self._taken.get(each, 0), number)
        self._troubles.pop(device, None)
        return True

    def _read_snapshot(self, *, or_wait: bool) -> None:
        """Take up the snapshot that says most of what can't come by segments (any more).

        With `or_wait` only where a device's segments are missing.
        """
        own = self._record.device
        useful = []
        for vector, device, files in self._snapshots():
            ahead = [
                one
                for one, number in vector.items()
                if one != own and number > self._taken.get(one, 0)
            ]
            if device != own and ahead and (not or_wait or any(map(self._is_stuck, ahead))):
                useful.append((sum(vector.values()), device, files, vector))
        for _, device, files, vector in sorted(useful, key=lambda each: -each[0]):
            try:
                for place, file in enumerate(files, start=1):
                    taken = {one: n for one, n in vector.items() if one != own}
                    self._take_up(device, file, taken if place == len(files) else {})
            except NotYetWhole:
                self._exchange.wait_for(device, file)
            except UserError as error:
                self._exchange.refuse(device, file, error)
                self._trouble(device, error.message)
            else:
                return

    def _is_stuck(self, device: str) -> bool:
        """Whether the next segment of a device is not in the folder."""
        area, taken = self._areas.get(device, _Area()), self._taken.get(device, 0)
        following = sorted(number for number in area.segments if number > taken)
        if not following:
            return True
        with contextlib.suppress(UserError, NotYetWhole):
            return any(
                self._header(device, file).previous > taken for file in area.segments[following[0]]
            )
        return True

    def _trouble(self, device: str, why: Message, *, waiting: bool = False) -> None:
        self._troubles[device] = Trouble(device, why, waiting)


def _cant_reach(error: OSError) -> Message:
    return Message("The team's folder can't be read: {reason}.", reason=system_reason(error))


def _cant_write(error: OSError) -> Message:
    return Message(
        "Nothing can be written to the team's folder: {reason}.", reason=system_reason(error)
    )
