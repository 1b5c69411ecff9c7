"""The files to read: given ones, those in folders, and those inside archives, in one sequence.

A source has a name, a size and a method to open it. Reading it advances the progress.
"""

import io
import os
import stat
import time
import zipfile
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, BinaryIO, Final

from dittomark.errors import UnreadableFileError
from dittomark.importing import archive, other_archives, own_folder
from dittomark.importing.results import Failure, shown
from dittomark.messages import Message, system_reason
from dittomark.progress import Report

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

# Files of operating systems, and our manifest, which folders hold next to the articles.
_CLUTTER: Final = frozenset({"thumbs.db", "desktop.ini", "__macosx", "dittomark-export.json"})
# A zip archive that is a document of a word processor, a slide show or an e-book has one of these.
_OF_DOCUMENTS: Final = frozenset(
    {"[Content_Types].xml", "META-INF/container.xml", "mimetype", "Index/Document.iwa", "Index.zip"}
)
_SECONDS_BETWEEN_REPORTS: Final = 0.05


class Progress:
    """Counts the bytes read from all sources and reports them, at most as often as displayed."""

    def __init__(self, report: Report | None, total: int = 0) -> None:
        self._report = report
        self._next = 0.0
        self.done = 0
        self.total = total

    def add(self, count: int) -> None:
        """Count bytes as read. The caller's report may raise Cancelled, which is propagated."""
        self.done += count
        if self._report is not None and time.monotonic() >= self._next:
            self._next = time.monotonic() + _SECONDS_BETWEEN_REPORTS
            self._report(min(self.done, self.total), self.total)

    def finish(self) -> None:
        """Report that everything is read."""
        if self._report is not None:
            self._report(self.total, self.total)


class _Counted(io.RawIOBase):
    """A binary stream that counts the bytes read from it."""

    def __init__(self, raw: io.RawIOBase, progress: Progress) -> None:
        self._raw = raw
        self._progress = progress

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer", /) -> int:
        view = memoryview(buffer)
        data = self._raw.read(len(view)) or b""
        view[: len(data)] = data
        self._progress.add(len(data))
        return len(data)

    def close(self) -> None:
        self._raw.close()
        super().close()


@dataclass(frozen=True, slots=True)
class Source:
    """One file to read.

    `name` is the displayed name; `key` identifies the article if the file gives no id: the path
    inside the given folder or archive, without suffix. `path` is the file on disk, or None inside
    an archive. `sibling` opens a file of the same folder by name. `inside` is its path relative to
    the imported folder, which reveals nothing of the computer and may be stored.
    """

    name: str
    key: str
    filename: str
    size: int
    opener: Callable[[bool], BinaryIO]
    path: Path | None = None
    sibling: Callable[[str], bytes | None] = lambda _name: None
    inside: str = ""

    def open(self) -> BinaryIO:
        """Open the file's bytes, counted as read. Raises OSError or UnreadableFileError."""
        return self.opener(True)

    def sample(self, size: int) -> bytes:
        """Return the file's first bytes, not counted as read."""
        with self.opener(False) as stream:
            return stream.read(size)

    def read(self, *, limit: int) -> bytes:
        """Return all bytes. Raises UnreadableFileError for a file of more than `limit` bytes."""
        with self.open() as stream:
            data = stream.read(limit + 1)
        if len(data) > limit:
            raise too_large(limit)
        return data


def too_large(limit: int) -> UnreadableFileError:
    """Return the error for a file of more than `limit` bytes that should be one article."""
    return UnreadableFileError(
        "This file is too large for one article (more than {megabytes} MB).",
        megabytes=limit // 1_000_000,
    )


def find_sources(
    paths: Iterable[Path | str], report: Report | None
) -> Generator[Source | Failure, None, None]:
    """Yield the files of the paths: folders with all their files, archives with their members."""
    found = [file for path in paths for file in _on_disk(Path(path))]
    progress = Progress(
        report, sum(_size(file[0]) for file in found if not isinstance(file, Failure))
    )
    for file in found:
        if isinstance(file, Failure):
            yield file
        else:
            yield from _sources_of(*file, progress)
    progress.finish()


def reason(error: OSError) -> Message:
    """Return the reason for which a file can't be read, as a sentence."""
    if isinstance(error, FileNotFoundError):
        return Message("There is no such file.")
    if isinstance(error, PermissionError):
        return Message("You may not read this file.")
    if isinstance(error, IsADirectoryError):
        return Message("This is a folder, not a file.")
    return Message("This file can't be read: {reason}.", reason=system_reason(error))


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _on_disk(path: Path) -> Iterator[tuple[Path, PurePosixPath] | Failure]:
    """Yield `(file, key)` for a file, or for each file of a folder, sorted by name."""
    try:
        mode = path.stat().st_mode
    except OSError as error:
        yield Failure(shown(path), reason(error))
        return
    except ValueError:  # no operating system allows such a name
        yield Failure(shown(path), reason(FileNotFoundError()))
        return
    if stat.S_ISREG(mode):
        yield path, PurePosixPath(path.name)
        return
    if not stat.S_ISDIR(mode):
        yield Failure(shown(path), Message("This is neither a file nor a folder."))
        return
    empty = True
    found = dict(_inside(path))
    not_read = own_folder.passed_over(
        (file.relative_to(path).as_posix() for file, why_not in found.items() if not why_not),
        lambda name: (path / name).read_bytes(),
    )
    for file in sorted(found):
        inside, why_not = file.relative_to(path), found[file]
        if inside.as_posix() in not_read:
            empty = False
        elif _is_clutter(inside.parts) or _comes_along(file):
            continue
        elif why_not is not None:
            empty = False
            yield Failure(shown(file), why_not)
        else:
            empty = False
            yield file, PurePosixPath(inside.as_posix())
    if empty:
        yield Failure(shown(path), Message("This folder holds no files."))


def _inside(folder: Path) -> Iterator[tuple[Path, Message | None]]:
    """Yield the entries of a folder except readable folders, with the reason if unreadable."""
    closed: list[tuple[Path, Message]] = []

    def note(error: OSError) -> None:
        message = reason(error)
        if isinstance(error, PermissionError):
            message = Message("You may not read this folder.")
        closed.append((Path(error.filename), message))

    for parent, folders, files in os.walk(folder, onerror=note):
        for name in folders:
            if (linked := Path(parent, name)).is_symlink():
                yield linked, Message("This is a link to a folder: import that folder itself.")
        for name in files:
            yield (file := Path(parent, name)), _why_not(file)
    yield from closed


def _why_not(file: Path) -> Message | None:
    """Return the reason for which a folder's entry is not read; None for a file that is."""
    try:
        mode = file.stat().st_mode
    except OSError as error:
        return reason(error)
    return None if stat.S_ISREG(mode) else Message("This is neither a file nor a folder.")


def _is_clutter(parts: tuple[str, ...]) -> bool:
    return any(part.startswith(".") or part.lower() in _CLUTTER for part in parts)


def _comes_along(file: Path) -> bool:
    """Return whether a file is read together with another: brat's annotations with their text."""
    return file.suffix == ".ann" and file.with_suffix(".txt").is_file()


def _key(inside: PurePosixPath) -> str:
    name = inside.name
    for _, ending, _ in other_archives.PACKED:
        name = name.removesuffix(ending)
    return shown(inside.with_name(PurePosixPath(name).stem or name))


def _sources_of(
    path: Path, inside: PurePosixPath, progress: Progress
) -> Iterator[Source | Failure]:
    try:
        with path.open("rb") as stream:
            start = stream.read(8)
        if start.startswith(b"PK") and zipfile.is_zipfile(path) and not _is_document(path):
            with zipfile.ZipFile(path) as opened:
                yield from _members(path, opened, inside, progress)
            return
        is_web_archive = path.name.lower().endswith((".warc.gz", ".arc.gz"))
        if not is_web_archive:
            with other_archives.as_zip(path, start, lambda: progress.add(0)) as made:
                if made is not None:
                    yield from _members(path, made, inside, progress)
                    return
    except UnreadableFileError as error:
        yield Failure(shown(path), error.message)
        return
    except OSError as error:
        yield Failure(shown(path), reason(error))
        return
    packed = None if is_web_archive else other_archives.unpacker_of(start)

    def open_file(counted: bool) -> BinaryIO:
        raw = path.open("rb", buffering=0)
        buffered = io.BufferedReader(_Counted(raw, progress) if counted else raw, 1 << 16)
        if packed:
            unpacked = archive.Bounded(packed[1](buffered), _size(path), below=buffered)
            return io.BufferedReader(unpacked, 1 << 16)
        return buffered

    def sibling(name: str) -> bytes | None:
        neighbour = path.with_name(name)
        try:
            status = neighbour.stat()
        except (OSError, ValueError):
            return None
        if not stat.S_ISREG(status.st_mode):
            return None
        return _bytes_of(neighbour, status.st_size, status.st_mtime_ns)

    filename = path.name.removesuffix(packed[0]) if packed else path.name
    yield Source(
        shown(path), _key(inside), filename, _size(path), open_file, path, sibling, shown(inside)
    )


@lru_cache(maxsize=8)  # tables next to the texts of a folder are read again for each text
def _bytes_of(path: Path, _size: int, _changed: int) -> bytes:
    return path.read_bytes()


def _is_document(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as opened:
            return not _OF_DOCUMENTS.isdisjoint(opened.namelist())
    except (zipfile.BadZipFile, NotImplementedError, ValueError):
        return False


_ARCHIVES: Final = (
    ".zip", ".7z", ".tar", ".tgz", ".rar", *(f".tar{ending}" for _, ending, _ in other_archives.PACKED)
)  # fmt: skip


def _packed_member(inside: PurePosixPath) -> tuple[str, Callable[[BinaryIO], BinaryIO]] | None:
    """Return suffix and reader of a compressed single file within an archive."""
    name = inside.name.lower()
    if name.endswith((".warc.gz", ".arc.gz")):  # the WARC reader unpacks it
        return None
    return next(
        ((ending, unpack) for _, ending, unpack in other_archives.PACKED if name.endswith(ending)),
        None,
    )


def _members(
    path: Path, opened: zipfile.ZipFile, archive_inside: PurePosixPath, progress: Progress
) -> Iterator[Source | Failure]:
    """Yield the files of an opened archive that are safe to read, and a failure for others."""
    try:
        members = archive.members_of(opened, packed=_size(path))
    except UnreadableFileError as error:
        yield Failure(shown(path), error.message)
        return
    bad = {id(member): why for member in members if (why := archive.why_not_read(member))}
    names = {member.filename for member in members if id(member) not in bad}
    not_read = own_folder.passed_over(names, opened.read)
    read = lru_cache(maxsize=8)(opened.read)  # see `_bytes_of`
    for member in members:
        if (why := bad.get(id(member))) is not None:
            yield Failure(f"{shown(path)}/{shown(member.filename)}", why)
            continue
        inside = PurePosixPath(member.filename)
        if _is_clutter(inside.parts) or member.filename in not_read:
            continue
        if inside.suffix == ".ann" and str(inside.with_suffix(".txt")) in names:
            continue

        packed = _packed_member(inside)

        def open_member(
            _counted: bool,
            member: zipfile.ZipInfo = member,
            unpack: Callable[[BinaryIO], BinaryIO] | None = packed and packed[1],
        ) -> BinaryIO:
            stream = io.BufferedReader(archive.open_member(opened, member), 1 << 16)
            if unpack is None:
                return stream
            unpacked = archive.Bounded(unpack(stream), member.file_size, below=stream)
            return io.BufferedReader(unpacked, 1 << 16)

        def sibling(name: str, folder: PurePosixPath = inside.parent) -> bytes | None:
            neighbour = str(folder / name)
            return read(neighbour) if neighbour in names else None

        name = f"{shown(path)}/{shown(member.filename)}"
        if name.lower().endswith(_ARCHIVES):
            yield Failure(name, Message("This is an archive inside an archive. Unpack it first."))
            continue
        yield Source(
            name,
            _key(inside),
            inside.name[: -len(packed[0])] if packed else inside.name,
            member.file_size,
            open_member,
            None,
            sibling,
            f"{shown(archive_inside)}/{shown(member.filename)}",
        )
        progress.add(member.compress_size)
