"""The results of reading files: articles, their annotations, and failures.

A reader never raises for one bad file among many: it yields a `Failure` and goes on.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from dittomark.annotations import NewArticle
from dittomark.article_fields import IMPORT_FIELDS
from dittomark.messages import Message

# The columns of a table, or the keys of a JSON object, from which an article is made.
FIELDS: Final = tuple(IMPORT_FIELDS)

FONTS: Final = ("bijoy",)
OFFSET_UNITS: Final = ("code_point", "utf16", "grapheme")


@dataclass(frozen=True, slots=True)
class Failure:
    """An item that could not be read, with the reason in one sentence.

    `path` names the file (inside an archive: `pages.zip/inner.html`), with control characters
    written as escapes; `line` counts from 1, or is the row of a table.
    """

    path: str
    message: Message
    line: int | None = None

    @property
    def located_message(self) -> Message:
        """The location and the reason."""
        if self.line is None:
            return Message("{path}: {reason}", path=self.path, reason=self.message)
        return Message(
            "{path}, line {line}: {reason}", path=self.path, line=self.line, reason=self.message
        )

    def __str__(self) -> str:
        return str(self.located_message)


@dataclass(frozen=True, slots=True)
class ReadRecord:
    """One record of annotations, in the fields of our own JSONL export (`docs/formats.md`).

    Every format with annotations is converted to these, so that one module applies them. `article`
    is set for records of type `article`; all others refer to theirs in the fields, as `{"id": …,
    "external_id": …}`. `own.record` makes one from a row of our own JSONL.
    """

    path: str
    line: int
    fields: Mapping[str, Any]
    article: NewArticle | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """A remark for the user on how a file was read, without an error."""

    path: str
    message: Message


Item = NewArticle | ReadRecord | Failure | Note


@dataclass(frozen=True, slots=True)
class Options:
    """How files are read; an empty value is detected from the file.

    `encoding` may end in `:replace` (`utf-8:replace`), which reads a damaged file and puts U+FFFD
    for a byte that can't be decoded. `mapping` maps our field to their column. `offsets` is the
    unit of a doccano file (`code_point`, `utf16`, `grapheme`). `records` is the path of the list of
    records in a JSON file, `dates` is `day-first` or `month-first` for dates in numbers alone.
    `fonts` is `bijoy` to convert texts in the encoding of that font to Unicode.
    """

    format: str = ""
    encoding: str = ""
    mapping: Mapping[str, str] = field(default_factory=dict)
    offsets: str = ""
    annotator: str = ""
    records: str = ""
    dates: str = ""
    fonts: str = ""


def misplaced(start: object, end: object) -> Message:
    """Return the reason for which a span can't be placed; offsets may be values of any type."""
    return Message(
        "The span at {start}–{end} does not fit the text.", start=offset(start), end=offset(end)
    )


def offset(value: object) -> int | str:
    """Return an offset from a file as shown in a sentence."""
    return value if isinstance(value, int) else str(value)


def shown(name: object) -> str:
    """Return a file's name on one line: line breaks and control characters become escapes."""
    text = str(name)
    if text.isprintable():
        return text
    return "".join(
        c if c.isprintable() else c.encode("unicode_escape", "surrogatepass").decode("ascii")
        for c in text
    )
