"""One round between a copy and its team's folder: publishes new work, reads that of others.

It may run in any thread: it reads the project over a separate connection, and changes nothing in
it. The received work is applied to the project by `dittomark.team.folder.syncing`.
"""

import contextlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from dittomark.errors import UserError
from dittomark.messages import Message, system_reason
from dittomark.store.connection import PlainErrors, prepare_schema
from dittomark.store.hybrid_clock import Clock, stamp, utc_now
from dittomark.store.store import Store
from dittomark.store.team_records import TeamRecord, read_team
from dittomark.store.work import Item
from dittomark.team.folder import segment
from dittomark.team.folder.membership import Member, read_status, read_team_json, status_json
from dittomark.team.folder.round_work import RoundWork, cant_write
from dittomark.team.folder.rounds import Area, Round
from dittomark.team.folder.segment import CantReadNow, Header, NotYetWhole
from dittomark.team.folder.transport import STATUS, StoredFile, Transport

# An incomplete file that seems unchanged is read again every so many rounds: some sync clients fill
# a file without changing its size or time.
_PATIENCE: Final = 5

_NOT_THERE: Final = Message("The team's folder is not there, or it is another team's.")


class Exchange:
    """Rounds of one copy; remembers between them which files it has read."""

    def __init__(self, path: Path, transport: Transport, *, clock: Clock = utc_now) -> None:
        self._path = path
        self._transport = transport
        self._clock = clock
        self._used = 0  # the last number that this run of the program gave to a file
        self._headers: dict[tuple[str, str], tuple[int, int, Header]] = {}
        self._refused: dict[tuple[str, str], tuple[int, int, UserError]] = {}
        self._unfinished: dict[tuple[str, str], tuple[int, int, int]] = {}
        self._members: dict[str, tuple[int, int, Member]] = {}
        self._published_status = b""
        self._at = ("", "")  # the pair that is open here, and since when
        self.looked_at_own = False  # one's own files are checked once

    def round(
        self, me: Member, *, lead: bool = False, keep: Iterable[str] = (), keep_days: int = 0
    ) -> Round:
        """Do one round as a device whose status is `me`.

        `keep` are devices for which nobody waits, `keep_days` the number of days after which nobody
        waits for any (0: never).
        """
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
            closed = areas.get(record.device, Area()).closed
            if closed is not None or team is None or team.team != record.team:
                return Round(gone=_NOT_THERE if closed is None else _cant_reach(closed))
            work = RoundWork(self, store, record, areas)
            found = work.publish(lead=lead, removed=frozenset(keep), keep_days=keep_days)
            try:
                return found if found.gone else self._tell(work.read(found), record, me)
            except OSError as error:
                return replace(found, gone=self.why_gone(error))

    def who_takes_part(self, team: str) -> Round:
        """Return the members, without writing or receiving anything."""
        try:
            team_file = read_team_json(self._transport.team() or b"")
            if team_file is None or team_file.team != team:
                return Round(gone=_NOT_THERE)
            return Round(members=tuple(self.members(self._areas())))
        except OSError as error:
            return Round(gone=_cant_reach(error))
        except UserError as error:
            return Round(gone=error.message)

    def members(self, areas: dict[str, Area]) -> list[Member]:
        """Return the statuses of the devices."""
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

    # --- the files in the folder ----------------------------------------------------------------

    def _areas(self) -> dict[str, Area]:
        areas: dict[str, Area] = {}
        for device in self._transport.devices():
            area = areas[device] = Area()
            try:
                files = self._transport.files(device)
            except OSError as error:
                if self._transport.team() is None:
                    raise
                area.closed = error
                continue
            for file in files:
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
        """Return header and items of a file; raises as `segment.read`."""
        if file.size > segment.LARGEST_FILE:
            raise segment.too_large()
        return segment.read(self._read(device, file))

    def _read(self, device: str, file: StoredFile, *, limit: int | None = None) -> bytes:
        """Return the content of a file; raises `CantReadNow` if only this one can't be read.

        A sync client may have locked it, or not have fetched its content. `OSError` means that the
        folder is missing.
        """
        try:
            return self._transport.read(device, file.name, limit=limit)
        except OSError as error:
            if self._transport.team() is None:
                raise
            raise CantReadNow from error

    def refuse(self, device: str, file: StoredFile, error: UserError) -> None:
        """Record that a file can't be used in its present state."""
        self._refused[device, file.name] = (file.size, file.stamp, error)

    def wait_for(self, device: str, file: StoredFile) -> None:
        """Record that a file is incomplete."""
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
        """Delete a file of one's own area."""
        with contextlib.suppress(OSError):
            self._transport.remove(device, name)

    def is_gone(self) -> bool:
        """Whether the folder is missing now, or can't be accessed."""
        try:
            return self._transport.team() is None
        except OSError:
            return True

    def why_gone(self, error: OSError) -> Message:
        """Return the reason, after an error, for which the folder can't be used any more."""
        return _NOT_THERE if self.is_gone() else _cant_reach(error)

    @property
    def clock(self) -> Clock:
        """The clock of this exchange."""
        return self._clock

    def _tell(self, found: Round, record: TeamRecord, me: Member) -> Round:
        """Publish changes in one's own status; returns the round with all members."""
        taken = dict(record.taken)  # work received in this round is published in the next one
        last = max((each.number for each in found.published), default=record.last)
        if me.pair != self._at[0]:
            self._at = (me.pair, stamp(self._clock()) if me.pair else "")
        own = replace(me, device=record.device, last=last, taken=taken, since=self._at[1])
        status = status_json(replace(own, seen=""))
        if status != self._published_status and found.not_written is None:
            seen = stamp(self._clock())
            try:
                self._transport.put(record.device, STATUS, status_json(replace(own, seen=seen)))
                self._published_status = status
            except OSError as error:
                found = replace(found, not_written=cant_write(error))
        return found

    def member(self, device: str, file: StoredFile) -> Member | None:
        """Return the status of a device; the previous one while its file is incomplete."""
        known = self._members.get(device)
        if known is not None and known[:2] == (file.size, file.stamp):
            return known[2]
        with contextlib.suppress(OSError):
            found = read_status(device, self._transport.read(device, file.name, limit=500_000))
            if found is not None:
                heard = self._heard(found, None if known is None else known[2])
                self._members[device] = (file.size, file.stamp, replace(found, heard=heard))
        known = self._members.get(device)
        return None if known is None else known[2]

    def _heard(self, status: Member, before: Member | None) -> str:
        """Return the time at which this copy learned of the device's open pair, by the clock here.

        For a status from before the program began, the device's own clock is used if it is not
        later.
        """
        if before is not None and (status.pair, status.since) == (before.pair, before.since):
            return before.heard
        now = stamp(self._clock())
        return min(status.since, now) if before is None else now


def _cant_reach(error: OSError) -> Message:
    return Message("The team's folder can't be read: {reason}.", reason=system_reason(error))
