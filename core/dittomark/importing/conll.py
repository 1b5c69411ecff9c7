"""CoNLL: one token per line with its tag (IOB, IOB2, BIOES, BILOU) in the last column, and CoNLL-U.

These files do not contain the text between the tokens. If the project has an article with the same
words, the spans are added to it, with offsets in its own text; else a text is made from the tokens,
separated by spaces, one sentence per line (CoNLL-U marks tokens that no space follows).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from dittomark.errors import UnreadableFileError
from dittomark.importing import annotated_text
from dittomark.importing.json_lines import open_text
from dittomark.importing.results import Failure, Item, Note, Options
from dittomark.importing.sources import Source
from dittomark.messages import Message

_ENDINGS: Final = (".conll", ".conllu", ".conllup", ".conll2003", ".iob", ".iob2", ".bio", ".bioes")
_BEGIN_DOCUMENT: Final = "-DOCSTART-"
_COMMENT: Final = re.compile(r"#\s*(newdoc|newpar|sent_id|text|global\.columns)\b")
_NEW_DOCUMENT: Final = re.compile(r"#\s*newdoc(?:\s+id\s*=\s*(\S.*))?")
_TAG: Final = re.compile(r"([BIESULM])-(.+)")
_COLUMNS_OF_U: Final = 10
_MOST_LETTERS: Final = 20_000_000
TAGLESS: Final = Message("The last column holds no tags such as B-NAME: there are no spans.")
PUT_TOGETHER: Final = Message(
    "The texts were put together of tokens, with a blank between them, where the project has no "
    "article of the same words."
)


def is_conll(source: Source, start: bytes) -> bool:
    """Return whether a file is CoNLL, judged by its name or its first line."""
    head = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    return head.startswith((_BEGIN_DOCUMENT.encode(), b"# newdoc", b"# sent_id =")) or (
        source.filename.lower().endswith(_ENDINGS) and not head.startswith((b"{", b"["))
    )


@dataclass
class _Document:
    """A text under construction, and the tag of each of its tokens."""

    name: str
    line: int
    pieces: list[str] = field(default_factory=list)
    places: list[tuple[int, int]] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    breaks: set[int] = field(default_factory=set)  # indices of the tokens that begin a sentence
    length: int = 0
    glued: bool = True  # whether the next token follows without a space

    def add(self, token: str, tag: str, *, glued: bool) -> None:
        between = "" if self.glued else "\n" if len(self.places) in self.breaks else " "
        start = self.length + len(between)
        self.pieces += (between, token)
        self.length = start + len(token)
        self.places.append((start, self.length))
        self.tags.append(tag)
        self.glued = glued

    def end_sentence(self) -> None:
        if self.places:
            self.breaks.add(len(self.places))
            self.glued = False


def read(source: Source, options: Options) -> Iterator[Item]:
    """Yield the documents with their spans; a line without columns is a failure.

    Raises `UnreadableFileError` for CoNLL-2012 and files without text.
    """
    text, _ = open_text(source, options.encoding, newline="\n")
    document = _Document("", 1)
    several = skip_to = 0
    found = tagged = False
    with text:
        for number, whole in enumerate(text, start=1):
            line = whole.rstrip("\r\n")
            if line.startswith("#begin document"):
                raise UnreadableFileError(
                    "This is CoNLL-2012: columns of brackets. Only a tag a token is read."
                )
            begins = _begins(line)
            if begins is not None:
                found = found or bool(document.places)
                yield from _finished(source, document)
                several += 1
                document = _Document(begins or f"{source.key}#{several}", number)
                skip_to = 0
            elif not line.strip():
                document.end_sentence()
                skip_to = 0
            elif not _COMMENT.match(line):
                cells = line.split("\t") if "\t" in line else line.split()
                if len(cells) < 2:
                    why = Message("This line has no columns: a token and its tag were expected.")
                    yield Failure(source.name, why, number)
                    continue
                skip_to = _take(cells, document, skip_to)
                tagged = tagged or document.tags[-1:] != ["O"]
                if document.length > _MOST_LETTERS:
                    raise UnreadableFileError("A document of this file is absurdly long.")
    yield from _finished(source, document)
    if not found and not document.places:
        raise UnreadableFileError("There is no text in this file.")
    yield Note(source.name, PUT_TOGETHER)
    if not tagged:
        yield Note(source.name, TAGLESS)


def _begins(line: str) -> str | None:
    """Return the name in a line that begins a document (may be empty); None for any other line."""
    if line.startswith(_BEGIN_DOCUMENT):
        return ""
    match = _NEW_DOCUMENT.fullmatch(line.strip())
    return None if match is None else (match[1] or "")


def _take(cells: list[str], document: _Document, skip_to: int) -> int:
    """Add a token's line; return the last number of the words that it covers (CoNLL-U)."""
    if len(cells) != _COLUMNS_OF_U or not cells[0][:1].isnumeric():
        tag = cells[-1].strip()
        document.add(cells[0], tag if _TAG.fullmatch(tag) else "O", glued=False)
        return skip_to
    first, _, last = cells[0].partition("-")
    if "." in cells[0] or (first.isdecimal() and int(first) <= skip_to):
        return skip_to  # an empty node, or a word of the token above
    document.add(cells[1], _tag_in(cells[-1]), glued="SpaceAfter=No" in cells[-1])
    return int(last) if last.isdecimal() else skip_to


def _tag_in(notes: str) -> str:
    """Return the entity tag among the notes of a CoNLL-U token."""
    for note in notes.split("|"):
        name, _, value = note.partition("=")
        if name.lower() in {"ner", "entity", "name"} and _TAG.fullmatch(value):
            return value
    return "O"


def _finished(source: Source, document: _Document) -> Iterator[Item]:
    if document.places:
        text = "".join(document.pieces)
        yield annotated_text.record_of(
            source, document.line, text, list(_spans(document)), name=document.name
        )


def _spans(document: _Document) -> Iterator[dict[str, Any]]:
    """Yield the spans that the tags describe.

    In plain IOB, where a span that does not follow another begins with `I-`, spans end with their
    sentence; if every span begins with `B-`, a span that continues may cross the border.
    """
    tags = [_TAG.fullmatch(tag) for tag in document.tags]
    iob = any(
        tag is not None and tag[1] == "I" and (before is None or before[2] != tag[2])
        for before, tag in zip([None, *tags], tags, strict=False)
    )
    start = end = 0
    label = ""
    for number, ((begin, stop), tag) in enumerate(zip(document.places, tags, strict=True)):
        goes_on = (
            tag is not None
            and tag[1] not in "BSU"
            and tag[2] == label
            and not (iob and number in document.breaks)
        )
        if label and not goes_on:
            yield {"start": start, "end": end, "label": label}
            label = ""
        if tag is not None:
            start, label = (start, label) if goes_on else (begin, tag[2])
            end = stop
            if tag[1] in "ESUL":
                yield {"start": start, "end": end, "label": label}
                label = ""
    if label:
        yield {"start": start, "end": end, "label": label}
