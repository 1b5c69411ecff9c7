"""The check of every output path: which files may be overwritten.

A dataset, a report or a saved mapping replaces a file of its name. It never replaces a project, a
database, an input of the same step, or anything but a regular file (a device, a pipe).
"""

import contextlib
import os
import stat
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from dittomark.errors import UserError, writing
from dittomark.store.disk import BESIDE, sync
from dittomark.store.open_files import is_open_here
from dittomark.system.file_names import is_reserved

_DATABASE: Final = b"SQLite format 3\x00"
# Application id of a database that an export wrote: the next export may replace it.
DATASET_ID: Final = int.from_bytes(b"DitX")
_APPLICATION: Final = slice(68, 72)  # offset of the application id in SQLite's file header
_ENDING: Final = ".ditto"


def output_file(path: Path, *, inputs: Iterable[Path] = ()) -> Path:
    """Return the file to write for an output of that name: a link is followed to its target.

    Raises `UserError` for a project and its log or lock, a database, an input, a folder, and
    anything but a regular file.
    """
    target = _resolved(path)
    if os.name == "nt" and is_reserved(target.name):
        raise _no_file(path)
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        mode = None
    except OSError:
        mode = None  # the path can't be written either: that error gives the reason
    if mode is not None:
        if stat.S_ISDIR(mode):
            raise UserError("{path} is a folder. Give the name of a file to write.", path=path)
        if not stat.S_ISREG(mode):
            raise _no_file(path)
        _refuse_input(path, target, inputs)
        if target.suffix.lower() == _ENDING or is_open_here(target) or _is_database(target):
            raise UserError(
                "{path} is a project or a database: it is not written over. Choose another name.",
                path=path,
            )
    for ending in BESIDE:
        if ending and target.name.endswith(ending):
            owner = target.with_name(target.name.removesuffix(ending))
            if owner.suffix.lower() == _ENDING and owner.exists():
                raise UserError("{path} belongs to a project: choose another name.", path=path)
    return target


def output_folder(path: Path, *, ours: str) -> Path:
    """Return the folder to write for an output of that name: a link is followed to its target.

    It is new, empty, or contains a file named `ours`. Raises `UserError` for any other.
    """
    target = _resolved(path)
    if not target.exists():
        return target
    if not target.is_dir():
        raise UserError("{path} is a file. Give the name of a folder to write.", path=path)
    with contextlib.suppress(OSError):
        if not (target / ours).exists() and any(target.iterdir()):
            raise UserError(
                "The folder {path} holds files that are not an export. Give the name of a new or "
                "an empty folder.",
                path=path,
            )
    return target


def write_output(path: Path, text: str, *, inputs: Iterable[Path] = ()) -> None:
    """Write a small text file, whole or not at all; raises `UserError` as `output_file`."""
    target = output_file(path, inputs=inputs)
    with writing(path):
        descriptor, draft = tempfile.mkstemp(prefix=".dittomark-", dir=target.parent)
        try:
            with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as stream:
                stream.write(text)
            Path(draft).chmod(_usual_mode())
            sync(Path(draft))
            Path(draft).replace(target)
        finally:
            Path(draft).unlink(missing_ok=True)


def _usual_mode() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _resolved(path: Path) -> Path:
    try:
        target = path.resolve()
        # `resolve` raises no error for it from Python 3.13 on
        leads_to_itself = target.is_symlink()
    except (OSError, RuntimeError, ValueError):  # a link that leads to itself, a NUL in the name
        raise _no_file(path) from None
    if leads_to_itself:
        raise _no_file(path)
    return target


def _no_file(path: Path) -> UserError:
    return UserError("{path} is not a file that can be written over.", path=path)


def _refuse_input(path: Path, target: Path, inputs: Iterable[Path]) -> None:
    for other in inputs:
        with contextlib.suppress(OSError):
            if target.samefile(other):
                raise UserError(
                    "{path} is read in this step: it is not written over. Choose another name.",
                    path=path,
                )


def _is_database(path: Path) -> bool:
    """Whether a file is a database, other than one that an export wrote."""
    try:
        with path.open("rb") as file:
            head = file.read(_APPLICATION.stop)
    except OSError:
        return False
    written_by_us = head[_APPLICATION] == DATASET_ID.to_bytes(4)
    return head.startswith(_DATABASE) and not written_by_us
