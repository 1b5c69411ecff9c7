"""Files that are whole or not there: written under another name, synced, then given their own."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from dittomark.errors import ProjectFileError
from dittomark.messages import system_reason

# What may stand beside a project file while it is open, and after a crash.
BESIDE: Final = ("", "-wal", "-shm", "-journal", ".lock")


@contextlib.contextmanager
def new_file(out: Path) -> Iterator[Path]:
    """Give the name of a draft of the new project file `out`; it becomes `out` in the end.

    Whatever ends the block early, kill -9 included, leaves no `out`. What a run that was killed
    left of its draft is cleared away. Raises `ProjectFileError` if the name is taken.
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
    """Clear away what is left of a draft; raises `ProjectFileError` where `out` can't be made."""
    remove(draft)
    try:
        draft.touch()
        draft.unlink()
    except OSError as error:
        raise ProjectFileError(
            "{path} can't be made: {reason}.", path=out, reason=system_reason(error)
        ) from None


def draft_of(out: Path) -> Path:
    """Return where a file is written until it is whole."""
    return out.with_name(f"{out.name}.part")


def remove(path: Path) -> None:
    """Take away a project file that is not open, with what stands beside it."""
    for suffix in BESIDE:
        with contextlib.suppress(OSError):
            path.with_name(path.name + suffix).unlink(missing_ok=True)


def sync(path: Path) -> None:
    """Wait until the file's bytes are on the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Make a new name durable; where folders can't be synced (Windows) nothing is needed."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
