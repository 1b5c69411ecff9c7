"""Access to a team's files: a few operations, implemented for a shared folder."""

import contextlib
import errno
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

from dittomark.store.disk import sync_folder

TEAM: Final = "team.json"
MEMBERS: Final = "members"
STATUS: Final = "status.json"
_DEVICE: Final = re.compile(r"[0-9a-f]{32}")
# Sync clients extend names, as in `000000000001 (conflicted copy of A2).segment`, and change case.
_SEGMENT: Final = re.compile(r"(\d{12})(?!\d).*\.segment", re.IGNORECASE | re.DOTALL)
_SNAPSHOT: Final = re.compile(r"snapshot-(\d{12})(?!\d).*\.segment", re.IGNORECASE | re.DOTALL)
_LONGEST_TEAM: Final = 100_000  # bytes; a longer one was not written by us
_MOST_FILES: Final = 100_000  # of one area; further ones are ignored


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file of one device's area: `number` is the number in its name, 0 for the status.

    `stamp` changes if the file does, as far as the transport can detect it.
    """

    name: str
    number: int
    snapshot: bool
    size: int
    stamp: int


class Transport(Protocol):
    """Access to a team's files. Each method raises `OSError` if it is impossible at present.

    Areas are named by devices, and only its own device writes in one. `put` writes a file
    completely or not at all; `read` returns at most `limit` bytes, from the beginning.
    """

    def team(self) -> bytes | None:
        """Return the content of `team.json`; None if it is missing."""
        ...

    def put_team(self, content: bytes) -> None:
        """Write `team.json`."""
        ...

    def devices(self) -> list[str]:
        """Return the devices that have an area."""
        ...

    def files(self, device: str) -> list[StoredFile]:
        """Return the files of an area."""
        ...

    def read(self, device: str, name: str, *, limit: int | None = None) -> bytes:
        """Return the content of a file."""
        ...

    def put(self, device: str, name: str, content: bytes) -> None:
        """Write a file of an area."""
        ...

    def remove(self, device: str, name: str) -> None:
        """Delete a file of an area."""
        ...


def segment_name(number: int, *, part: int = 1, snapshot: bool = False) -> str:
    """Return the name of a segment's file."""
    return f"snapshot-{number:012}-{part:04}.segment" if snapshot else f"{number:012}.segment"


def file_of(name: str, size: int, stamp: int) -> StoredFile | None:
    """Return the file for a name in an area; None for a name that is not ours."""
    if name.lower() == STATUS:
        return StoredFile(name, 0, snapshot=False, size=size, stamp=stamp)
    for pattern, snapshot in ((_SNAPSHOT, True), (_SEGMENT, False)):
        found = pattern.fullmatch(name)
        if found is not None:
            return StoredFile(name, int(found[1]), snapshot=snapshot, size=size, stamp=stamp)
    return None


class Folder:
    """A shared folder: a network drive, or one that a sync client keeps up to date."""

    def __init__(self, place: Path) -> None:
        self._place = place
        self._members = place / MEMBERS
        self._names: dict[str, str] = {}  # of areas, in the spelling on the disk

    def team(self) -> bytes | None:
        """Return the content of `team.json`; None if it is missing."""
        try:
            with _found(self._place, TEAM).open("rb") as file:
                return file.read(_LONGEST_TEAM)
        except FileNotFoundError:
            return None

    def put_team(self, content: bytes) -> None:
        """Write `team.json`."""
        self._write(self._place / TEAM, content)

    def devices(self) -> list[str]:
        """Return the devices that have an area."""
        self._members = _found(self._place, MEMBERS)
        try:
            with os.scandir(self._members) as entries:
                names = [entry.name for entry in entries if entry.is_dir(follow_symlinks=False)]
        except FileNotFoundError:
            return []
        self._names = {name.lower(): name for name in names if _DEVICE.fullmatch(name.lower())}
        return sorted(self._names)

    def files(self, device: str) -> list[StoredFile]:
        """Return the files of an area."""
        try:
            with os.scandir(self._area(device)) as entries:
                return list(_stored(entries))
        except FileNotFoundError:
            return []

    def read(self, device: str, name: str, *, limit: int | None = None) -> bytes:
        """Return the content of a file."""
        with (self._area(device) / name).open("rb") as file:
            return file.read() if limit is None else file.read(limit)

    def put(self, device: str, name: str, content: bytes) -> None:
        """Write a file of an area. Raises `FileNotFoundError` if the folder is disconnected."""
        if self.team() is None:  # an empty mount point of a disconnected share
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(self._place))
        area = self._area(device)
        self._members.mkdir(exist_ok=True)  # never the folder itself
        area.mkdir(exist_ok=True)
        self._write(area / name, content)

    def remove(self, device: str, name: str) -> None:
        """Delete a file of an area."""
        (self._area(device) / name).unlink(missing_ok=True)

    def _area(self, device: str) -> Path:
        return self._members / self._names.get(device, device)

    def _write(self, place: Path, content: bytes) -> None:
        draft = place.with_name(f"{place.name}.part")
        try:
            with draft.open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            draft.replace(place)
        except OSError:
            with contextlib.suppress(OSError):
                draft.unlink()
            raise
        sync_folder(place.parent)


def _found(folder: Path, name: str) -> Path:
    """Return the path of the file or folder, even if the case of its name was changed."""
    place = folder / name
    if place.exists() or not folder.is_dir():
        return place
    alike = (path for path in folder.iterdir() if path.name.lower() == name)
    return next(alike, place)


def _stored(entries: Iterator[os.DirEntry[str]]) -> Iterator[StoredFile]:
    for count, entry in enumerate(entries):
        if count >= _MOST_FILES:
            return
        with contextlib.suppress(OSError):  # deleted since
            if entry.is_file(follow_symlinks=False):
                found = entry.stat(follow_symlinks=False)
                stored = file_of(entry.name, found.st_size, found.st_mtime_ns)
                if stored is not None:
                    yield stored
