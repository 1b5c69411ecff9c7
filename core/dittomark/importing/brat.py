"""brat standoff: `X.txt` and `X.ann` in one folder. Offsets are code points."""

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any, Final

from dittomark.annotations import NewArticle
from dittomark.article_fields import metadata_of
from dittomark.errors import UnreadableFileError
from dittomark.importing import own_folder, text_file
from dittomark.importing.encoding import decode
from dittomark.importing.results import Failure, Item, Note, Options, ReadRecord
from dittomark.importing.sources import Source
from dittomark.messages import Message

_SPAN: Final = re.compile(r"(T\d+)\t(\S+) (\d+ \d+(?:;\d+ \d+)*)\t?(.*)")
_COMMENT: Final = re.compile(r"#\d+\t(\S+) (T\d+)\t?(.*)")
_IN_PIECES: Final = Message("Spans of several pieces came in as a span for each piece.")
Span = dict[str, Any]


def has_annotations(source: Source, _start: bytes) -> bool:
    """Return whether a file is a text with an `.ann` file next to it."""
    stem, dot, ending = source.filename.rpartition(".")
    return dot + ending.lower() == ".txt" and source.sibling(f"{stem}.ann") is not None


def read(source: Source, options: Options) -> Iterator[Item]:
    """Yield the text as an article, with the spans of its `.ann` file.

    Raises `UnreadableFileError` if the text is missing.
    """
    stem = PurePosixPath(source.filename).stem
    data, annotations = source.sibling(f"{stem}.txt"), source.sibling(f"{stem}.ann")
    if data is None:
        raise UnreadableFileError("The text {stem}.txt does not lie beside it.", stem=stem)
    article = text_file.article_of(data, source, options)
    labels = _table(source, "labels.tsv")
    types = {type_: row["label"] for type_, row in labels.items() if "label" in row}
    known = _table(source, "articles.tsv").get(stem)
    if known is not None:
        article = NewArticle(
            article.text,
            external_id=known.get("external_id", ""),
            encoding=article.encoding,
            **metadata_of(known),
        )
    lines, _ = decode(annotations, encoding=options.encoding) if annotations else ("", "")
    spans: dict[str, list[Span]] = {}
    for number, line in enumerate(lines.split("\n"), start=1):
        if why := _place(line.rstrip("\r"), article.text, spans, types):
            yield Failure(source.name, why, number)
    if any(len(parts) > 1 for parts in spans.values()):
        yield Note(source.name, _IN_PIECES)
    placed = [span for parts in spans.values() for span in parts]
    fields = {"type": "article", "id": (known or {}).get("id"), "spans": placed}
    yield ReadRecord(source.name, 1, fields, article)


def _table(source: Source, name: str) -> Mapping[str, Mapping[str, str]]:
    """Return the rows of a table that our own export wrote next to brat's files, by first cell."""
    data = source.sibling(name)
    if data is None or source.sibling(own_folder.MANIFEST) is None:
        return {}
    return own_folder.brat_rows(data)


def _place(
    line: str, text: str, spans: dict[str, list[Span]], types: Mapping[str, str]
) -> Message | None:
    """Add the span or comment of a line; return the reason if it can't be placed."""
    if not line.strip():
        return None
    if match := _SPAN.fullmatch(line):
        name, label, places, covered = match.groups()
        pieces = _joined([tuple(map(int, place.split())) for place in places.split(";")], text)
        if not all(0 <= start < end <= len(text) for start, end in pieces):
            return Message("The span {places} does not fit the text.", places=places)
        quote = " ".join(text[start:end] for start, end in pieces)
        if covered and "".join(quote.split()) != "".join(covered.split()):
            return Message(
                "“{covered}” does not stand at {places}.", covered=covered, places=places
            )
        spans[name] = [
            {"start": start, "end": end, "label": types.get(label, label)} for start, end in pieces
        ]
        return None
    comment = _COMMENT.fullmatch(line)
    if comment and comment[2] in spans:
        field = "annotator" if comment[1] == "Annotator" else "note"
        for span in spans[comment[2]]:
            span[field] = comment[3]
        return None
    return Message("A line of the kind “{kind}” has no place here.", kind=line[:1])


def _joined(pieces: list[tuple[int, ...]], text: str) -> list[tuple[int, int]]:
    """Return the pieces of a span; those separated by white space alone are joined."""
    joined: list[tuple[int, int]] = []
    for start, end in pieces:
        if joined and not text[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined
