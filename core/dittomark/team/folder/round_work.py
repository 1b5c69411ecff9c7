"""The work of one round: publishing this copy's work, and reading that of others."""

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from dittomark.errors import UserError
from dittomark.messages import Message, system_reason
from dittomark.store.hybrid_clock import HybridClock, stamp
from dittomark.store.queries import last_seq
from dittomark.store.store import Store
from dittomark.store.team_records import WHOLE, Published, TeamRecord, begun_name, is_begun
from dittomark.store.work import all_work, work_of
from dittomark.store.work_checks import WorkCheck
from dittomark.team.folder import segment
from dittomark.team.folder.membership import Member
from dittomark.team.folder.rounds import Area, Arrived, Round, Trouble, Vector
from dittomark.team.folder.segment import (
    CantReadNow,
    Header,
    NotYetWhole,
    RefusedSegment,
)
from dittomark.team.folder.transport import StoredFile, segment_name

if TYPE_CHECKING:
    from dittomark.team.folder.exchange import Exchange

# Bytes of segments that one round receives: items wait in memory until they are added, at some
# thirty times their size.
_ENOUGH: Final = 3_000_000
# A snapshot is worth its space if the segments since the last one are half its size, and 500 files
# or 4 MB: a new device then reads a few files, not thousands.
_SNAPSHOT_BYTES: Final = 4_000_000
_SNAPSHOT_FILES: Final = 500


class RoundWork:
    """The work of one round, on one state of the project and of the folder."""

    def __init__(
        self, exchange: "Exchange", store: Store, record: TeamRecord, areas: dict[str, Area]
    ) -> None:
        self._exchange = exchange
        self._store = store
        self._record = record
        self._areas = areas
        self._own = areas.get(record.device, Area())
        self._taken = dict(record.taken)
        self._troubles: dict[str, Trouble] = {}
        self._arrived: list[Arrived] = []
        self._size = 0
        self._gone: set[int] = set()  # our segments that are missing in the folder
        clock = HybridClock(exchange.clock)
        clock.see(store.newest_time())
        self._check = WorkCheck(store, horizon=clock.horizon())
        self._own_horizon = HybridClock(exchange.clock).horizon()

    # --- publishing -----------------------------------------------------------------------------

    def publish(self, *, lead: bool, removed: frozenset[str], keep_days: int) -> Round:
        """Write new work of this copy, and its lost files again."""
        published: tuple[Published, ...] = ()
        try:
            lost = self._lost()
            published = self._publish_new()
            # Only if nothing is new: then the content of a snapshot is published completely.
            if not published and (lost or self._snapshot_is_due(lead=lead)):
                self._write_snapshot()
            dropped = self._drop_old(removed, keep_days)
        except OSError as error:
            if self._exchange.is_gone():
                return Round(published=published, gone=self._exchange.why_gone(error))
            return Round(published=published, not_written=cant_write(error))
        return Round(published=published, dropped=dropped)

    def _publish_new(self) -> tuple[Published, ...]:
        record = self._record
        newest = last_seq(self._store, "edits")
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

    def _write(self, header: Header, part: segment.Part) -> None:
        name = segment_name(header.number, part=header.part, snapshot=header.snapshot)
        self._exchange.put(header.device, name, segment.write(header, part))

    def _lost(self) -> bool:
        """Whether published work is missing in the folder, in segments as well as in snapshots.

        A lost segment can't be written again, because others have built on it and it on theirs
        since; a snapshot contains it.
        """
        first = not self._exchange.looked_at_own
        self._exchange.looked_at_own = True
        for each in self._record.published:
            if not self._is_kept(each.number, look_inside=first):
                self._gone.add(each.number)
        held = self._held_by_snapshots()
        return any(number > held for number in self._gone) or (
            not self._record.published and self._record.last > held
        )

    def _is_kept(self, number: int, *, look_inside: bool) -> bool:
        """Whether a segment of ours is there; one with future times must be written again."""
        exact = [
            file
            for file in self._own.segments.get(number, ())
            if file.name.lower() == segment_name(number)
        ]
        if not exact or not look_inside:
            return bool(exact)
        try:
            header, _ = self._exchange.items(self._record.device, exact[0])
        except CantReadNow:  # a sync client has locked it: its content is unknown
            self._exchange.looked_at_own = False
            return True
        except (UserError, NotYetWhole):
            return False
        return header.number == number and header.newest <= self._own_horizon

    # --- snapshots ------------------------------------------------------------------------------

    def _held_by_snapshots(self) -> int:
        """Return the last segment of this device that a snapshot in the folder covers."""
        own = self._record.device
        return max((vector.get(own, 0) for vector, _, _ in self._snapshots()), default=0)

    def _snapshots(self) -> Iterator[tuple[dict[str, int], str, list[StoredFile]]]:
        """Yield complete snapshots: the segments they cover, their device, their files in order."""
        for device, area in self._areas.items():
            for files in area.snapshots.values():
                by_part: dict[int, tuple[StoredFile, Header]] = {}
                for file in files:
                    with contextlib.suppress(UserError, NotYetWhole):
                        header = self._header(device, file)
                        if header.snapshot:
                            by_part.setdefault(header.part, (file, header))
                if by_part:
                    header = by_part[max(by_part)][1]
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
        times = 1 if lead else 3  # other devices wait longer, so that a lead's does it
        size = sum(file.size for file in loose)
        return size > times * max(_SNAPSHOT_BYTES, best / 2) or len(loose) > times * _SNAPSHOT_FILES

    def _write_snapshot(self) -> None:
        """Write all rows of this copy; only if all are published, so that its header is true."""
        number = self._exchange.next_number(self._record)
        for place, part in enumerate(segment.parts(all_work(self._store)), start=1):
            header = replace(
                self._numbered(number, self._record.last),
                snapshot=True,
                part=place,
                parts=place if part.is_last else 0,
            )
            self._write(header, part)

    def _drop_old(self, removed: frozenset[str], keep_days: int) -> tuple[int, ...]:
        """Delete segments of ours that a snapshot covers and every other device has received.

        A device that has not received them within the days set by the lead begins with the
        snapshot.
        """
        own = self._record.device
        held = self._held_by_snapshots()
        everybody = [
            member.taken.get(own, 0)
            for member in self._everybody()
            if member.device != own and member.device not in removed and not member.left
        ]
        reached = min([held, *everybody])
        dropped = tuple(
            each.number
            for each in self._record.published
            if each.number <= reached
            or (
                each.number <= held and (each.number in self._gone or self._is_old(each, keep_days))
            )
        )
        for number in dropped:
            for file in self._own.segments.get(number, ()):
                self._exchange.remove(own, file.name)
        self._drop_old_snapshots()
        return dropped

    def _is_old(self, published: Published, keep_days: int) -> bool:
        """Whether the days for which a segment waits for other devices are over."""
        if not keep_days:
            return False
        now = self._exchange.clock()
        oldest = stamp(now - timedelta(days=keep_days))
        for file in self._own.segments.get(published.number, ()):
            with contextlib.suppress(UserError, NotYetWhole):
                return self._exchange.header(self._record.device, file).newest < oldest
        return False

    def _drop_old_snapshots(self) -> None:
        """Keep two complete snapshots of ours: a device may be reading the older one."""
        own = self._record.device
        whole = sorted(files[0].number for _, device, files in self._snapshots() if device == own)
        for number, files in self._own.snapshots.items():
            if whole and number < whole[-1] and number not in whole[-2:]:
                for file in files:
                    self._exchange.remove(own, file.name)

    # --- reading --------------------------------------------------------------------------------

    def read(self, found: Round) -> Round:
        """Return the round with the segments that are ready to be added, and the members."""
        for device, area in self._areas.items():
            if area.closed is not None:
                self._trouble(device, Message("its files can't be read"), waiting=True)
        if not self._taken:
            self._read_snapshot(or_wait=False)
        if self._taken or not self._arrived:  # otherwise a snapshot is half read
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
        """Receive one of the files with a device's next number: the first sound one."""
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
                self._trouble(
                    device,
                    Message("a file of it has not come whole, or can't be read"),
                    waiting=True,
                )
            except UserError as error:
                self._exchange.refuse(device, file, error)
                self._trouble(device, error.message)
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
            if not is_begun(each):
                self._taken[each] = max(self._taken.get(each, 0), number)
        self._troubles.pop(device, None)
        return True

    def _read_snapshot(self, *, or_wait: bool) -> None:
        """Receive the snapshot that covers most of the work that no segments provide (any more).

        With `or_wait` only if a device's segments are missing.
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
                begun = self._record.begun.get(_begun_name(device, files[0]), 0)
                useful.append((begun, sum(vector.values()), device, files, vector))
        for begun, _, device, files, vector in sorted(
            useful, key=lambda each: (-each[0], -each[1])
        ):
            if self._read_parts(device, files[begun:], vector):
                return

    def _read_parts(self, device: str, files: Sequence[StoredFile], vector: Vector) -> bool:
        """Receive parts of a snapshot, as many as one round may; False if one is not sound.

        The other parts follow in the next rounds, even of another run of the program.
        """
        for file in files:
            name = _begun_name(device, file)
            if file is files[-1]:
                taken = {one: n for one, n in vector.items() if one != self._record.device}
                taken[name] = WHOLE
            else:
                taken = {name: self._header(device, file).part}
            try:
                self._take_up(device, file, taken)
            except NotYetWhole:
                self._exchange.wait_for(device, file)
                return False
            except UserError as error:
                self._exchange.refuse(device, file, error)
                self._trouble(device, error.message)
                return False
            if self._size >= _ENOUGH:
                break
        return True

    def _is_stuck(self, device: str) -> bool:
        """Whether the next segment of a device is missing in the folder."""
        area, taken = self._areas.get(device, Area()), self._taken.get(device, 0)
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


def _begun_name(device: str, file: StoredFile) -> str:
    return begun_name(device, file.number)


def cant_write(error: OSError) -> Message:
    """Return the message for a folder that can't be written to."""
    return Message(
        "Nothing can be written to the team's folder: {reason}.", reason=system_reason(error)
    )
