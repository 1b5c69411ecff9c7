"""Archives from untrusted sources: which are refused, and reading the others within bounds.

Nothing is ever unpacked to disk, so the path of a member can't write anywhere; paths that leave the
archive are refused all the same, because such an archive was made to do harm.
"""

import gzip
import io
import lzma
import zipfile
import zlib
from pathlib import PurePosixPath
from typing import IO, TYPE_CHECKING, Final

from dittomark.errors import UnreadableFileError
from dittomark.importing.results import shown
from dittomark.messages import Message

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

MAX_MEMBERS: Final = 1_000_000
MAX_UNPACKED: Final = 64 * 10**9
# Deflate can't compress natural text to less than about a hundredth; a bomb shrinks 1000-fold.
MAX_RATIO: Final = 200
MAX_DEPTH: Final = 40
_SMALL: Final = 10_000_000
_ENCRYPTED: Final = 0x1


class Bounded(io.RawIOBase):
    """A stream of unpacked bytes that raises when they outgrow the packed ones by too much."""

    def __init__(
        self,
        raw: IO[bytes] | gzip.GzipFile | lzma.LZMAFile,
        packed_size: int,
        *,
        below: IO[bytes] | None = None,
    ) -> None:
        self._raw = raw
        self._below = below
        self._left = max(_SMALL, packed_size * MAX_RATIO)

    def readable(self) -> bool:  # noqa: D102  (io.RawIOBase)
        return True

    def readinto(self, buffer: "WriteableBuffer", /) -> int:  # noqa: D102  (io.RawIOBase)
        view = memoryview(buffer)
        try:
            data: bytes = self._raw.read(len(view))
        except (EOFError, zlib.error, lzma.LZMAError, zipfile.BadZipFile, RuntimeError) as error:
            raise UnreadableFileError("This archive is damaged.") from error
        except OSError as error:  # gzip.BadGzipFile is one
            raise UnreadableFileError("This file can't be unpacked: it is damaged.") from error
        self._left -= len(data)
        if self._left < 0:
            raise too_much()
        view[: len(data)] = data
        return len(data)

    def close(self) -> None:  # noqa: D102  (io.RawIOBase)
        self._raw.close()
        if self._below is not None:
            self._below.close()
        super().close()


def safe_members(opened: zipfile.ZipFile, *, packed: int) -> list[zipfile.ZipInfo]:
    """Return the files of an archive of `packed` bytes, in its order.

    Raises UnreadableFileError for a bomb, a path that leaves the archive, absurd nesting or sizes.
    """
    members = members_of(opened, packed=packed)
    for member in members:
        if (why_not := why_not_read(member)) is not None:
            raise UnreadableFileError(why_not)
    return members


def members_of(opened: zipfile.ZipFile, *, packed: int) -> list[zipfile.ZipInfo]:
    """Return the files of an archive of `packed` bytes, in its order; check each by `why_not_read`.

    Raises UnreadableFileError for a bomb, absurd sizes, and if all files are encrypted.
    """
    members = [member for member in opened.infolist() if not member.is_dir()]
    if not members:
        raise UnreadableFileError("This archive holds no files.")
    refuse_bomb(packed, sum(member.file_size for member in members), len(members))
    if all(member.flag_bits & _ENCRYPTED for member in members):
        raise locked()
    return members


def refuse_bomb(packed: int, unpacked: int, members: int) -> None:
    """Raise UnreadableFileError if the declared unpacked size is far larger than the packed one."""
    if members > MAX_MEMBERS:
        raise too_many()
    if unpacked > MAX_UNPACKED or (unpacked > _SMALL and unpacked > max(packed, 1) * MAX_RATIO):
        raise UnreadableFileError(
            "This archive of {packed:,} bytes says it unpacks to {unpacked:,} bytes (it may be a "
            "zip bomb).",
            packed=packed,
            unpacked=unpacked,
        )


def too_many() -> UnreadableFileError:
    """Return the error of an archive with too many files."""
    return UnreadableFileError("This archive holds more than {most:,} files.", most=MAX_MEMBERS)


def too_much() -> UnreadableFileError:
    """Return the error of an archive that unpacks to far more bytes than its size suggests."""
    return UnreadableFileError(
        "This archive unpacks to far more than its size (it may be a zip bomb)."
    )


def locked() -> UnreadableFileError:
    """Return the error of an archive protected by a password."""
    return UnreadableFileError("This archive is locked with a password. Unpack it first.")


def why_not_read(member: zipfile.ZipInfo) -> Message | None:
    """Return the reason for which a member of an archive is not read; None if it is read."""
    name = member.filename
    parts = PurePosixPath(name.replace("\\", "/")).parts
    if name.startswith(("/", "\\")) or ".." in parts or ":" in (parts[0] if parts else ""):
        return Message("The path of “{name}” leaves the archive: it is not read.", name=shown(name))
    if len(parts) > MAX_DEPTH:
        return Message("It lies more than {most} folders deep: it is not read.", most=MAX_DEPTH)
    if member.flag_bits & _ENCRYPTED:
        return Message("It is locked with a password. Unpack it first.")
    return None


def open_member(opened: zipfile.ZipFile, member: zipfile.ZipInfo) -> Bounded:
    """Open one file of an archive. Raises UnreadableFileError when it can't be unpacked."""
    try:
        raw = opened.open(member)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
        raise UnreadableFileError(
            "“{name}” can't be unpacked.", name=shown(member.filename)
        ) from error
    return Bounded(raw, member.compress_size)
