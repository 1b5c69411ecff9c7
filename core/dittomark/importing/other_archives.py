"""Archives other than zip: tar (plain, gz, bz2, xz) and 7z, repacked as a zip for the import.

The import reads an archive's files in any order (annotations with their text), which these formats
do not allow; so their files are copied to a temporary zip first, within the same bounds.
"""

import bz2
import gzip
import io
import lzma
import shutil
import tarfile
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, Final

from dittomark.errors import UnreadableFileError
from dittomark.importing import archive
from dittomark.importing.results import shown
from dittomark.system.optional_parts import SEVEN_ZIP

Opener = Callable[[IO[bytes]], IO[bytes]]
# First bytes of a compressed single file, the suffix of its name, and the function that unpacks it.
PACKED: Final[tuple[tuple[bytes, str, Callable[[Any], Any]], ...]] = (
    (b"\x1f\x8b", ".gz", lambda raw: gzip.GzipFile(fileobj=raw)),
    (b"BZh", ".bz2", bz2.BZ2File),
    (b"\xfd7zXZ", ".xz", lzma.LZMAFile),
)
_SEVEN_ZIP: Final = b"7z\xbc\xaf\x27\x1c"
_RAR: Final = b"Rar!"
_MAGIC_AT: Final = 257  # offset of the magic number in a tar header
_BLOCK: Final = 512


def unpacker_of(start: bytes) -> tuple[str, Callable[[Any], Any]] | None:
    """Return suffix and reader of a compressed single file; None for other files."""
    found = (row for row in PACKED if start.startswith(row[0]))
    return next(((ending, opener) for _, ending, opener in found), None)


@contextmanager
def as_zip(
    path: Path, start: bytes, working: Callable[[], None]
) -> Iterator[zipfile.ZipFile | None]:
    """Open a tar or 7z archive as a zip; None for any other file.

    `start` holds the file's first bytes; `working` is called repeatedly during unpacking, and may
    raise Cancelled. Raises UnreadableFileError for archives that can't be read or are not safe,
    OSError.
    """
    if start.startswith(_RAR):
        raise UnreadableFileError("This is a RAR archive. Unpack it first, or make a zip of it.")
    fill = _from_seven_zip if start.startswith(_SEVEN_ZIP) else _from_tar
    if fill is _from_tar and not _is_tar(path, start):
        yield None
        return
    with tempfile.TemporaryFile() as file, zipfile.ZipFile(file, "w") as made:
        fill(path, made, working)
        yield made


def _unpacked(path: Path, start: bytes) -> IO[bytes]:
    raw = path.open("rb")
    packed = unpacker_of(start)
    if packed is None:
        return raw
    bounded = archive.Bounded(packed[1](raw), path.stat().st_size, below=raw)
    return io.BufferedReader(bounded, 1 << 16)


def _is_tar(path: Path, start: bytes) -> bool:
    try:
        with _unpacked(path, start) as stream:
            return stream.read(_BLOCK)[_MAGIC_AT:].startswith(b"ustar")
    except UnreadableFileError:
        return False  # the reader reports the reason


def _from_tar(path: Path, made: zipfile.ZipFile, working: Callable[[], None]) -> None:
    with path.open("rb") as raw:
        start = raw.read(8)
    left = archive.MAX_UNPACKED
    try:
        with _unpacked(path, start) as stream, tarfile.open(fileobj=stream, mode="r|") as opened:
            for count, member in enumerate(opened):
                working()
                if count > archive.MAX_MEMBERS:
                    raise archive.too_many()
                data = opened.extractfile(member) if member.isreg() else None
                name = member.name.removeprefix("./")
                if data is None or name in made.NameToInfo:
                    continue
                left -= member.size
                if left < 0:
                    raise archive.too_much()
                with made.open(name, "w", force_zip64=True) as target:
                    shutil.copyfileobj(data, target)
    except (tarfile.TarError, EOFError) as error:
        raise UnreadableFileError("This archive is damaged.") from error


def _from_seven_zip(path: Path, made: zipfile.ZipFile, working: Callable[[], None]) -> None:
    try:
        import py7zr
        from py7zr import exceptions
        from py7zr.io import Py7zIO, WriterFactory
    except ImportError as error:
        raise UnreadableFileError(SEVEN_ZIP.missing) from error

    class _Member(Py7zIO):
        """A file of the archive during unpacking: on disk if it is large."""

        def __init__(self, name: str) -> None:
            self.name = name
            self.data = tempfile.SpooledTemporaryFile(1 << 20)  # noqa: SIM115

        def write(self, data: bytes | bytearray) -> int:
            working()
            return self.data.write(data)

        def read(self, size: int | None = None) -> bytes:
            return self.data.read(-1 if size is None else size)

        def seek(self, offset: int, whence: int = 0) -> int:
            return self.data.seek(offset, whence)

        def flush(self) -> None:
            pass

        def size(self) -> int:
            return self.data.tell()

    class _Members(WriterFactory):
        def __init__(self) -> None:
            self.all: list[_Member] = []

        def create(self, filename: str) -> _Member:
            self.all.append(_Member(filename))
            return self.all[-1]

    try:
        with py7zr.SevenZipFile(path) as opened:
            if opened.needs_password():
                raise archive.locked()
            files = [file for file in opened.list() if not file.is_directory]
            archive.refuse_bomb(
                path.stat().st_size, sum(file.uncompressed for file in files), len(files)
            )
            members = _Members()
            opened.extractall(factory=members)
    except (exceptions.ArchiveError, lzma.LZMAError, EOFError, ValueError) as error:
        raise UnreadableFileError("This archive is damaged.") from error
    for member in members.all:
        member.data.seek(0)
        with made.open(shown(member.name), "w", force_zip64=True) as target, member.data as data:
            shutil.copyfileobj(data, target)
