"""Simulates sync clients: one folder for each device, synchronised with delays and faults.

`Cloud` copies the files that one device writes into the folders of the others, at random moments: late, out
of order, twice, half first, under a "conflicted copy" name, in other case, without its time. Folders
are lost and come back, emptier. `heal` ends all that: then every folder holds every file.
"""

import errno
import os
import random
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from dittomark.team.folder.transport import Folder

FAULTS: Final = ("whole", "whole", "whole", "half", "twice", "conflicted", "no time", "zeros")
_SHOUTED: Final = 2  # the folder of this device loses the case of names


@dataclass
class _Parcel:
    """A change of a file on its way to another device's folder."""

    to: int
    name: str
    content: bytes | None  # None: it was deleted


class Cloud:
    """The folders of some devices, and the changes in transit between them."""

    def __init__(self, root: Path, devices: int, choose: random.Random) -> None:
        self.folders = [root / f"device-{number}" / "Team" for number in range(devices)]
        for folder in self.folders:
            folder.mkdir(parents=True)
        self._choose = choose
        self._seen: list[dict[str, bytes]] = [{} for _ in self.folders]
        self._parcels: list[_Parcel] = []
        self._lost: dict[int, Path] = {}
        self._writers: dict[str, int] = {}

    def writes(self, number: int, device: str) -> None:
        """Register the device that writes in the folder with a number."""
        self._writers[device] = number

    def step(self, *, deliveries: int = 6) -> None:
        """Detect written files, and deliver some of the changes in transit."""
        self._collect()
        for _ in range(min(deliveries, len(self._parcels))):
            self._deliver(self._parcels.pop(self._choose.randrange(len(self._parcels))))

    def lose(self, number: int) -> None:
        """Remove a device's folder, or bring it back, perhaps without some of its files."""
        folder, aside = self.folders[number], self.folders[number].with_name("aside")
        if number in self._lost:
            if folder.exists():
                shutil.rmtree(folder)
            self._lost.pop(number).rename(folder)
            for path in sorted(folder.rglob("*.segment")):
                if self._choose.random() < 0.2:
                    path.unlink()
        else:
            self._collect()
            folder.rename(aside)
            self._lost[number] = aside
            if self._choose.random() < 0.5:
                folder.mkdir()

    def heal(self) -> None:
        """Bring every folder back and deliver everything as its writer has it."""
        for number in list(self._lost):
            self.lose(number)
        self._parcels = []
        for number, folder in enumerate(self.folders):
            written = self._written(number)
            for to, other in enumerate(self.folders):
                if to == number:
                    continue
                for name in _files(other):
                    if self._writer(name) == number:
                        (other / name).unlink()
                for name, content in written.items():
                    self._write(to, name, content)
            self._seen[number] = written
            assert folder.is_dir()

    def _writer(self, name: str) -> int:
        parts = name.split("/")
        return self._writers.get(parts[1].lower(), 0) if len(parts) > 2 else 0

    def _written(self, number: int) -> dict[str, bytes]:
        """Return the files written by the device of this folder."""
        files = _files(self.folders[number])
        return {name: data for name, data in files.items() if self._writer(name) == number}

    def _collect(self) -> None:
        for number in range(len(self.folders)):
            if number in self._lost:
                continue
            now, before = self._written(number), self._seen[number]
            changed = sorted(n for n in now.keys() | before.keys() if now.get(n) != before.get(n))
            others = [to for to in range(len(self.folders)) if to != number]
            self._parcels += [_Parcel(to, name, now.get(name)) for name in changed for to in others]
            self._seen[number] = now

    def _deliver(self, parcel: _Parcel) -> None:
        content = parcel.content
        fault = "whole" if content is None else self._choose.choice(FAULTS)
        if content is not None and fault in ("half", "zeros", "twice", "conflicted"):
            half, name = content[: len(content) // 2], parcel.name
            if fault == "conflicted":
                stem, _, ending = name.rpartition(".")
                name = f"{stem} (conflicted copy of A{parcel.to}).{ending}"
            data = {"half": half, "zeros": half + bytes(len(content) - len(half))}
            self._write(parcel.to, name, data.get(fault, content))
            self._parcels.append(parcel)
            return
        self._write(parcel.to, parcel.name, content)
        place = self.folders[parcel.to] / parcel.name
        if fault == "no time" and place.exists():
            os.utime(place, (0, 0))

    def _write(self, to: int, name: str, content: bytes | None) -> None:
        if to in self._lost:
            return
        first, *others = name.split("/")
        as_it_is = to != _SHOUTED or not others
        place = self.folders[to].joinpath(
            first, *(others if as_it_is else (each.upper() for each in others))
        )
        if content is None:
            place.unlink(missing_ok=True)
            return
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)


class FaultyFolder(Folder):
    """A folder on a disk that is full, or missing, for some of the calls."""

    def __init__(self, place: Path, choose: random.Random, *, often: float = 0.1) -> None:
        super().__init__(place)
        self._choose = choose
        self.often = often

    def put(self, device: str, name: str, content: bytes) -> None:
        """Write or fail; a full disk may fail only after everything is written."""
        if self._choose.random() < self.often / 2:
            super().put(device, name, content)
        self._fail()
        super().put(device, name, content)

    def read(self, device: str, name: str, *, limit: int | None = None) -> bytes:
        """Read or fail."""
        self._fail()
        return super().read(device, name, limit=limit)

    def _fail(self) -> None:
        if self._choose.random() < self.often:
            raise OSError(errno.ENOSPC, "No space left on device")


class FullFolder(Folder):
    """A folder on a disk that is full while `full` is set: half of each write remains."""

    full = False

    def __init__(self, place: Path) -> None:
        super().__init__(place)
        self._members_place = place / "members"

    def put(self, device: str, name: str, content: bytes) -> None:
        """Write the file; on a full disk, leave half of its bytes under the temporary name and fail."""
        if FullFolder.full:
            area = self._members_place / device
            (area / f"{name}.part").write_bytes(content[: len(content) // 2])
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        super().put(device, name, content)


def _files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not path.name.endswith(".part")
    }
