"""Writing so that a failure leaves the old export intact: to a temporary folder, then replacing."""

import contextlib
import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, Final

from dittomark.errors import UserError
from dittomark.importing.own_folder import MANIFEST
from dittomark.messages import system_reason
from dittomark.store.outputs import output_file, output_folder

_SYNCED: Final = 50  # syncing more files than this one by one would take minutes
_PREFIX: Final = ".dittomark-"
_DAY: Final = 24 * 60 * 60.0  # seconds; no export takes as long
# The manifest lists the files of a folder export, so that the next export to the same folder can
# delete those that it does not contain. Other files are never touched.


class Output:
    """A temporary folder in which an export writes its files before they are put in place."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.names: list[str] = []
        self.shared: dict[str, Any] = {}  # data shared by the parts of a split

    def path(self, name: str) -> Path:
        """Return the path for the file of that name (`data/train.jsonl` makes the folder)."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        self.names.append(name)
        return path

    def rename(self, name: str, new: str) -> None:
        """Rename a written file (in the same folder)."""
        (self.folder / name).rename(self.folder / new)
        self.names[self.names.index(name)] = new

    @contextlib.contextmanager
    def text(self, name: str) -> Iterator[IO[str]]:
        """Open a file for UTF-8 text; line ends are written as given."""
        with self.path(name).open("w", encoding="utf-8", newline="") as stream:
            yield stream

    @contextlib.contextmanager
    def binary(self, name: str) -> Iterator[IO[bytes]]:
        """Open a file for bytes."""
        with self.path(name).open("wb") as stream:
            yield stream


@contextlib.contextmanager
def file_output(out: Path) -> Iterator[Output]:
    """Yield an Output whose one file named `out.name` replaces `out` if the block ends well.

    If `out` is a link, its target is replaced, not the link. `-` is the standard output. Raises
    `UserError` for paths that may not be overwritten (see `dittomark.store.outputs`).
    """
    if is_standard_output(out):
        with tempfile.TemporaryDirectory(prefix=_PREFIX) as folder:
            output = Output(Path(folder))
            yield output
            if len(output.names) > 1:
                raise UserError("Several files can't go to the standard output: name a file.")
            _to_standard_output(Path(folder) / output.names[0])
        return
    target = output_file(out)
    with _temporary(target) as folder:
        output = Output(folder)
        yield output
        places = [(folder / name, _place(out, target, name)) for name in output.names]
        for draft, place in places:
            _put(draft, place, durably=True)


def _place(out: Path, target: Path, name: str) -> Path:
    return target if name == out.name else output_file(target.with_name(name))


def is_standard_output(out: Path) -> bool:
    """Whether an output is to be printed."""
    return str(out) == "-"


def _to_standard_output(file: Path) -> None:
    sys.stdout.flush()
    if hasattr(sys.stdout, "buffer"):
        with file.open("rb") as stream:
            shutil.copyfileobj(stream, sys.stdout.buffer)
        sys.stdout.buffer.flush()
    else:  # a text stream in its place
        sys.stdout.write(file.read_text("utf-8", errors="replace"))


@contextlib.contextmanager
def folder_output(out: Path, *, format_: str = "") -> Iterator[Output]:
    """Yield an Output whose files are moved into the folder `out` if the block ends well.

    An existing folder must have been written by an export, or be empty; otherwise `UserError`.
    """
    if is_standard_output(out):
        raise UserError("This format is a folder of files: give the name of a folder to write.")
    out = output_folder(out, ours=MANIFEST)
    with _temporary(out) as temporary:
        folder = temporary / "whole"
        folder.mkdir()
        output = Output(folder)
        yield output
        names = sorted(output.names)
        manifest = (
            json.dumps({"format": format_, "files": names}, ensure_ascii=False, indent=1) + "\n"
        )
        output.path(MANIFEST).write_text(manifest, "utf-8")
        durably = len(names) <= _SYNCED
        if out.exists():
            _replace_files(folder, out, names, durably=durably)
        else:
            for name in output.names if durably else ():
                _sync(folder / name)
            folder.rename(out)


def _replace_files(folder: Path, out: Path, names: list[str], *, durably: bool) -> None:
    """Replace the files of an earlier export by those of this one, each atomically."""
    before = _names_before(out)
    for name in [*names, MANIFEST]:
        target = out / name
        target.parent.mkdir(parents=True, exist_ok=True)
        _put(folder / name, target, durably=durably)
    for name in before - set(names):
        (out / name).unlink(missing_ok=True)


def _names_before(out: Path) -> set[str]:
    try:
        names = json.loads((out / MANIFEST).read_text("utf-8"))["files"]
    except (OSError, ValueError, KeyError, TypeError):
        return set()
    return {name for name in names if ".." not in Path(name).parts and not Path(name).is_absolute()}


@contextlib.contextmanager
def _temporary(out: Path) -> Iterator[Path]:
    """Create a folder next to `out`, on the same file system, and delete it in the end."""
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        _clear_old(out.parent)
        folder = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=out.parent))
    except OSError as error:
        raise UserError(
            "{path} can't be written: {reason}.", path=out, reason=system_reason(error)
        ) from error
    try:
        yield folder
    except OSError as error:
        raise UserError(
            "{path} can't be written: {reason}. What was there before is untouched.",
            path=out,
            reason=system_reason(error),
        ) from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _clear_old(parent: Path) -> None:
    """Delete the temporary folders of exports that were killed."""
    for folder in parent.glob(f"{_PREFIX}*"):
        with contextlib.suppress(OSError):
            if time.time() - folder.stat().st_mtime > _DAY:
                shutil.rmtree(folder)


def _put(temporary: Path, target: Path, *, durably: bool) -> None:
    """Rename a finished file to its target, after its bytes were synced to disk."""
    if durably:
        _sync(temporary)
    temporary.replace(target)


def _sync(path: Path) -> None:
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())
