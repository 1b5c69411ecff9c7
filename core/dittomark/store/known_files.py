"""The state in which this computer left project files, stored in the user's data folder.

A file that is unchanged since it was closed here needs no check when it is opened again, and is
still the same copy of its project. A file from elsewhere, or one that another program changed or
replaced, is neither, whatever its content is.
"""

import contextlib
import functools
import hashlib
import json
import os
import uuid
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from dittomark.errors import UserError
from dittomark.store.open_files import FileNumber
from dittomark.system.user_folders import data_folder

HEADER: Final = 100  # bytes; SQLite's header, with its change counter and the number of pages
_MOST: Final = 500  # files that are remembered; those not opened for longest are forgotten


@dataclass(frozen=True, slots=True)
class FileState:
    """Properties that distinguish a file from one that replaced or overwrote it."""

    number: FileNumber
    size: int
    written: int  # nanoseconds since 1970
    header: str  # hexadecimal

    @classmethod
    def of(cls, descriptor: int) -> "FileState":
        """Return the state of an open file; raises `OSError`."""
        found = os.fstat(descriptor)
        os.lseek(descriptor, 0, os.SEEK_SET)
        header = os.read(descriptor, HEADER)
        return cls((found.st_dev, found.st_ino), found.st_size, found.st_mtime_ns, header.hex())


@dataclass(frozen=True, slots=True)
class KnownFile:
    """A project file that was written here: the state in which it was left, and its device."""

    path: str
    device: str
    state: FileState
    newest_edit: str  # the id


def new_device() -> str:
    """Return a new id for a copy of a project."""
    return uuid.uuid4().hex


def known_file(path: Path) -> KnownFile | None:
    """Return the record of the file at this path, or None."""
    with contextlib.suppress(OSError, UserError):
        return _read(_place(path))
    return None


def known_by_state(state: FileState) -> KnownFile | None:
    """Return the record of a file that was left in this state under another path, or None."""
    with contextlib.suppress(OSError, UserError), os.scandir(_folder()) as entries:
        found = (_read_once(entry) for entry in entries if entry.name.endswith(".json"))
        return next((known for known in found if known and known.state == state), None)
    return None


def remember(known: KnownFile) -> None:
    """Store the record; if that is impossible, the file is checked next time."""
    with contextlib.suppress(OSError, UserError):
        place = _place(Path(known.path))
        place.parent.mkdir(exist_ok=True)
        if not place.exists():
            _forget_oldest()
        draft = place.with_suffix(f".{os.getpid()}.part")
        draft.write_text(json.dumps(asdict(known)), encoding="utf-8")
        draft.replace(place)


def _forget_oldest() -> None:
    """Forget files beyond the last five hundred."""
    with contextlib.suppress(OSError, UserError):
        places = list(_folder().glob("*.json"))
        if len(places) > _MOST:
            places.sort(key=lambda place: place.stat().st_mtime_ns)
            for place in places[:-_MOST]:
                place.unlink(missing_ok=True)


def _folder() -> Path:
    return data_folder() / "known-files"


def _place(path: Path) -> Path:
    name = hashlib.sha256(os.fsencode(path.resolve())).hexdigest()[:32]
    return _folder() / f"{name}.json"


def _read_once(entry: os.DirEntry[str]) -> KnownFile | None:
    """Return the record in a file; cached, because each writing replaces the file."""
    about = entry.stat()
    return _read_as_written(entry.path, about.st_ino, about.st_mtime_ns)


@functools.lru_cache(maxsize=2 * _MOST)
def _read_as_written(place: str, _number: int, _written: int) -> KnownFile | None:
    return _read(Path(place))


def _read(place: Path) -> KnownFile | None:
    try:
        found = json.loads(place.read_bytes())
        state = found.pop("state")
        number = state.pop("number")
        return KnownFile(**found, state=FileState((int(number[0]), int(number[1])), **state))
    except (OSError, ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError):
        return None  # missing, or not ours
