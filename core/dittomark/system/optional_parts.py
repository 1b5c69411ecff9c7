"""The parts of the program that some installations lack, and the advice if they are missing.

A Python installation adds one by an extra (`pip install 'dittomark[parquet]'`); the installed
program can't be extended, so a missing part is not offered there.
"""

import importlib.util
import sys
from dataclasses import dataclass
from typing import Final

from dittomark.messages import Message


@dataclass(frozen=True, slots=True)
class OptionalPart:
    """A part, the modules that it needs, and the message if they are missing."""

    modules: tuple[str, ...]
    by_pip: Message
    installed: Message

    @property
    def is_there(self) -> bool:
        """Whether it can be used here."""
        return all(importlib.util.find_spec(name) is not None for name in self.modules)

    @property
    def is_offered(self) -> bool:
        """Whether it is offered to users: it is installed, or they can add it."""
        return self.is_there or not _is_installed_program()

    @property
    def missing(self) -> Message:
        """The message for a user who requests it if it is missing."""
        return self.installed if _is_installed_program() else self.by_pip


def _is_installed_program() -> bool:
    return bool(getattr(sys, "frozen", False))


PARQUET: Final = OptionalPart(
    ("pyarrow",),
    Message("Parquet files need the library pyarrow: pip install 'dittomark[parquet]'."),
    Message(
        "This installed program neither reads nor writes Parquet files: use CSV, Excel or JSONL "
        "instead, or Dittomark for Python."
    ),
)
SPACY: Final = OptionalPart(
    ("spacy",),
    Message("This format needs the library spaCy: pip install spacy."),
    Message(
        "This installed program writes no spaCy files: export as JSONL, or use Dittomark for Python."
    ),
)
EXCEL: Final = OptionalPart(
    ("openpyxl",),
    Message("Excel files need the library openpyxl: pip install 'dittomark[excel]'."),
    Message("A part of this program is missing. Install it again."),
)
WARC: Final = OptionalPart(
    ("warcio",),
    Message("Web archives need the library warcio: pip install 'dittomark[warc]'."),
    Message("A part of this program is missing. Install it again."),
)
PDF_FILES: Final = OptionalPart(
    ("pypdf",),
    Message("PDF files need the library pypdf: pip install 'dittomark[documents]'."),
    Message("A part of this program is missing. Install it again."),
)
RTF_FILES: Final = OptionalPart(
    ("striprtf",),
    Message("RTF files need the library striprtf: pip install 'dittomark[documents]'."),
    Message("A part of this program is missing. Install it again."),
)
SPACY_FILES: Final = OptionalPart(
    ("spacy",),
    Message("Files of spaCy need the library spaCy: pip install spacy."),
    Message("This installed program reads no spaCy files: use Dittomark for Python."),
)
SEVEN_ZIP: Final = OptionalPart(
    ("py7zr",),
    Message(
        "This is a 7z archive. Unpack it first, or make a zip of it. (From Python: pip install "
        "'dittomark[sevenzip]'.)"
    ),
    Message("This is a 7z archive. Unpack it first, or make a zip of it."),
)
PDF: Final = OptionalPart(
    ("fpdf", "uharfbuzz"),
    Message(
        "A PDF needs the libraries fpdf2 and uharfbuzz: pip install 'dittomark[pdf]'. "
        "An .html report needs nothing, and a browser prints it."
    ),
    Message("A part of this program is missing. Install it again."),
)
SPARK: Final = OptionalPart(
    ("pyspark",),
    Message("Spark is not installed: pip install dittomark[spark]."),
    Message("This installed program has no Spark: use Dittomark for Python on a cluster."),
)

# The parts that export formats need, by the formats' names.
OF_FORMATS: Final = {"parquet": PARQUET, "spacy": SPACY, "xlsx": EXCEL}


def is_format_offered(name: str) -> bool:
    """Whether export in this format is offered to users."""
    return name not in OF_FORMATS or OF_FORMATS[name].is_offered
