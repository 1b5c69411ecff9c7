"""Documents that are zip archives: their format, and reading their parts within bounds."""

import io
import zipfile
from collections.abc import Collection
from functools import lru_cache
from typing import Final

from dittomark.errors import UnreadableFileError
from dittomark.importing import archive
from dittomark.importing.results import shown
from dittomark.importing.sources import Source

MAX_BYTES: Final = 300_000_000  # including the pictures
_MAX_PART: Final = 100_000_000  # unpacked: the XML of a text of 20 MB has several times its size
_WORKBOOKS: Final = (".xlsx", ".xlsm")
_OFFICE: Final = "application/vnd.oasis.opendocument."


class DocumentParts:
    """The parts of a document. Raises UnreadableFileError for damage, bombs and locked files."""

    def __init__(self, source: Source) -> None:
        stream = io.BytesIO(source.read(limit=MAX_BYTES))
        try:
            self._opened = zipfile.ZipFile(stream)
        except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
            if stream.getvalue()[:4] == b"\xd0\xcf\x11\xe0":
                raise UnreadableFileError(
                    "This document is locked with a password, or of an old kind. Save it without "
                    "one, as .docx or as text."
                ) from error
            raise UnreadableFileError("This document is damaged.") from error
        members = archive.safe_members(self._opened, packed=source.size)
        self._members = {member.filename: member for member in members}

    @property
    def names(self) -> Collection[str]:
        """The names of the parts."""
        return self._members.keys()

    def read(self, name: str) -> bytes:
        """Return a part's bytes; empty when there is no such part. Raises `UnreadableFileError`."""
        member = self._members.get(name)
        if member is None:
            return b""
        with archive.open_member(self._opened, member) as stream:
            data = io.BufferedReader(stream, 1 << 16).read(_MAX_PART + 1)
        if len(data) > _MAX_PART:
            raise UnreadableFileError("“{name}” is too large for one text.", name=shown(name))
        return data


@lru_cache(maxsize=4)  # asked for each of the formats
def kind_of(source: Source, start: bytes) -> str:
    """Return the format of a document, judged by its parts: `docx`, `odt`, `epub` or `excel`.

    Empty for a file whose first bytes (`start`) are not those of a zip archive, and for a workbook
    that its name identifies. Raises UnreadableFileError for a document of a kind without text.
    """
    if not start.startswith(b"PK\x03\x04") or source.filename.lower().endswith(_WORKBOOKS):
        return ""
    parts = DocumentParts(source)
    kind = parts.read("mimetype")[:200].decode("ascii", "replace").strip()
    if kind == "application/epub+zip" or "META-INF/container.xml" in parts.names:
        return "epub"
    if "xl/workbook.xml" in parts.names:
        return "excel"
    if any(name.startswith("word/") for name in parts.names):
        return "docx"
    if kind.startswith(f"{_OFFICE}text"):
        return "odt"
    if kind.startswith(f"{_OFFICE}spreadsheet") or "xl/workbook.bin" in parts.names:
        raise UnreadableFileError(
            "This is a spreadsheet of another kind. Save it as .xlsx or .csv."
        )
    raise UnreadableFileError(
        "This document is of a kind that is not read (a slide show, say). Word, OpenDocument text "
        "and EPUB are."
    )
