"""Files written whole or not at all: under a temporary name, synced, then renamed."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from dittomark.errors import ProjectFileError
from dittomark.messages import system_reason

# Suffixes of the files that may exist next to an open project file, or after a crash.
BESIDE: Final = ("", "-wal", "-shm", "-journal", ".lock")


@contextlib.contextmanager
def new_file(out: Path) -> Iterator[Path]:
    """Yield the path of a draft of the new project file `out`; it becomes `out` in the end.

    If the block ends early, even by kill -9, there is no `out`. Remains of the draft of a killed
    process are deleted. Raises `ProjectFileError` if the name is taken.
    """
    if out.exists():
        raise ProjectFileError("{path} exists already: choose another name.", path=out)
    draft = draft_of(out)
    begin(draft, out)
    try:
        yield draft
        try:
            sync(draft)
            draft.rename(out)
        except OSError as error:
            raise ProjectFileError(
                "{path} can't be made: {reason}.", path=out, reason=system_reason(error)
            ) from None
        sync_folder(out.parent)
    finally:
        remove(draft)


def begin(draft: Path, out: Path) -> None:
    """Delete the remains of a draft; raises `ProjectFileError` if `out` can't be created."""
    remove(draft)
    try:
        draft.touch()
        draft.unlink()
    except OSError as error:
        raise ProjectFileError(
            "{path} can't be made: {reason}.", path=out, reason=system_reason(error)
        ) from None


def draft_of(out: Path) -> Path:
    """Return the path at which a file is written until it is complete."""
    return out.with_name(f"{out.name}.part")


def remove(path: Path) -> None:
    """Delete a project file that is not open, with its log and lock."""
    for suffix in BESIDE:
        with contextlib.suppress(OSError):
            path.with_name(path.name + suffix).unlink(missing_ok=True)


def sync(path: Path) -> None:
    """Wait until the file's bytes are on the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Make a new name durable; not needed on systems that can't sync folders (Windows)."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
