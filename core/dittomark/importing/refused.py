"""Files of known types that can't be read as articles: each is refused with its type's name."""

import re
from pathlib import PurePosixPath
from typing import Final

from dittomark.errors import UnreadableFileError

# Files of programs, and lists of references and subtitles, which folders hold next to texts.
_OF_PROGRAMS: Final = frozenset(
    {".py", ".r", ".js", ".css", ".java", ".c", ".h", ".sh", ".bat", ".ps1", ".ipynb", ".yaml", ".yml",
     ".toml", ".ini", ".cfg", ".conf", ".log", ".sql", ".bib", ".ris", ".srt", ".vtt",
     ".ics", ".vcf", ".url", ".desktop", ".gitignore", ".lock"}
)  # fmt: skip
_OF_DATA: Final = frozenset(
    {".pkl", ".pickle", ".rds", ".rdata", ".feather", ".arrow", ".sqlite", ".sqlite3", ".db", ".mdb",
     ".npy", ".npz", ".h5", ".hdf5", ".dta", ".sav", ".sas7bdat", ".avro", ".orc"}
)  # fmt: skip
_MAIL: Final = frozenset({".eml", ".emlx", ".mbox", ".msg", ".pst"})
_PICTURES: Final = frozenset(
    {".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp", ".tif", ".tiff", ".heic", ".avif", ".ico"}
)
_RECORDINGS: Final = frozenset(
    {".mp3", ".m4a", ".wav", ".ogg", ".opus", ".aac", ".flac", ".mp4", ".m4v", ".mov", ".avi", ".mkv",
     ".webm", ".3gp", ".amr"}
)  # fmt: skip
_OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0"
_LARGE_FILE: Final = b"version https://git-lfs.github.com/spec/"
_WEBANNO: Final = re.compile(rb"^\s*#FORMAT=WebAnno")


def refuse_content(start: bytes) -> None:
    """Raise `UnreadableFileError` for content that no reader reads, whatever the file's name is."""
    if start.startswith(_OLD_OFFICE):
        raise UnreadableFileError(
            "This is a document of an old Word or Excel, or one with a password. Save it as .docx or "
            ".xlsx without a password first."
        )
    if start.startswith(_LARGE_FILE):
        raise UnreadableFileError(
            "This only says where a large file is kept (Git LFS): fetch the file itself with “git lfs "
            "pull”, or download it from the page of the dataset."
        )


def refuse(name: str, start: bytes) -> None:
    """Raise `UnreadableFileError` for a file of a known type that is not articles."""
    ending = PurePosixPath(name.lower()).suffix
    if ending in _OF_PROGRAMS:
        raise UnreadableFileError(
            "A file “{ending}” is no article. If it is one all the same, say that its format is text.",
            ending=ending,
        )
    if ending == ".ditto":
        raise UnreadableFileError(
            "This is a project of Dittomark. Merge it with yours, or export it and import what was "
            "exported."
        )
    if ending in _OF_DATA:
        raise UnreadableFileError(
            "A file “{ending}” is data of a program. Save it there as CSV, JSONL or Parquet, and import "
            "that.",
            ending=ending,
        )
    if ending in _MAIL:
        raise UnreadableFileError(
            "This is e-mail. Save the message as a web page (HTML) or as text in the mail program, and "
            "import that."
        )
    if ending in _PICTURES:
        raise UnreadableFileError(
            "This is a picture, not a text. Have its text recognised (OCR), and import that."
        )
    if ending in _RECORDINGS:
        raise UnreadableFileError(
            "This is a recording, not a text. Have what is said written down, and import that."
        )
    if _WEBANNO.match(start):
        raise UnreadableFileError(
            "This is a TSV file of an old WebAnno. Export it there as WebAnno TSV 3, CAS JSON or XMI."
        )
    head = start.lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith((b"<?xml", b"<View")) and not re.search(rb"<html|xhtml", start, re.I):
        if b"<View" in start:
            raise UnreadableFileError(
                "This is a labelling configuration of Label Studio, not an article."
            )
        raise UnreadableFileError(
            "This is XML of a kind that is not read. Feeds (RSS, Atom), WordPress exports and web "
            "pages are."
        )
