"""`brat`: a folder of standoff files, `X.txt` and `X.ann`, with the configuration beside them.

brat counts code points and lines end in LF: CRLF and CR become LF before writing, and offsets
move with them. A span over several lines is written in fragments. What brat has no place for
(metadata, pairs, events) stands in tables beside (`articles.tsv`, `pairs.tsv`, `events.tsv`).
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import IO, Any, Final

from dittomark.annotations import Span
from dittomark.article_fields import METADATA
from dittomark.exporting.common import FileNames, full_text
from dittomark.exporting.dataset import Dataset, ExportedArticle
from dittomark.exporting.output import Output
from dittomark.exporting.spreadsheet import safe_cell
from dittomark.messages import Message

_NOT_A_TYPE: Final = re.compile(r"[^A-Za-z0-9_-]")
_ARTICLES: Final = ("file", "id", "external_id", *METADATA)
_PAIRS: Final = ("a", "b", "annotator", "relation", "direction", "done", "note")
_EVENTS: Final = ("file", "event_id", "title", "date", "place", "annotator", "note")


def write(dataset: Dataset, output: Output, name: str) -> None:
    """Write the folder."""
    names = FileNames()
    files: dict[str, str] = {}
    types: set[str] = set()
    events = {event.id: event for event in dataset.events()}
    with (
        output.text(f"{name}articles.tsv") as articles,
        output.text(f"{name}events.tsv") as labels,
        output.text(f"{name}pairs.tsv") as pairs,
    ):
        _row(articles, _ARTICLES)
        _row(labels, _EVENTS)
        _row(pairs, _PAIRS)
        for article in dataset.articles():
            file = files[article.info.id] = names.of(article.info)
            types.update(type_of(span.label) for span in article.spans)
            _write_article(article, output, f"{name}{file}", dataset)
            _row(articles, (file, *(getattr(article.info, field) for field in _ARTICLES[1:])))
            for label in article.memberships:
                event = events[label.event_id]
                _row(labels, (file, event.id, event.title, event.date, event.place, label.annotator,
                              label.note))  # fmt: skip
        for pair in dataset.pairs():
            for said in pair.judgements:
                _row(pairs, (files[pair.pair.a], files[pair.pair.b], said.annotator, said.relation,
                             said.direction, said.done, said.note))  # fmt: skip
    with output.text(f"{name}annotation.conf") as stream:
        stream.write(_configuration(types))


def _row(stream: IO[str], cells: Any) -> None:  # noqa: ANN401  (strings, numbers, None)
    shown = (str(safe_cell(cell)) for cell in cells)
    stream.write("\t".join(" ".join(cell.split()) for cell in shown) + "\n")


def type_of(label: str) -> str:
    """Return a label as a name of a brat type: ASCII letters, digits, `_` and `-`."""
    return _NOT_A_TYPE.sub("_", label) or "_"


def _configuration(types: set[str]) -> str:
    entities = "\n".join(sorted(types))
    return f"[entities]\n{entities}\n\n[relations]\n\n[events]\n\n[attributes]\n"


def _write_article(article: ExportedArticle, output: Output, path: str, dataset: Dataset) -> None:
    text = full_text(article)
    lines, moved = with_line_feeds(text)
    if lines != text:
        dataset.tally.lose(
            "line ends", Message("brat's lines end in LF; CR was taken out of texts.")
        )
    with output.text(f"{path}.txt") as stream:
        stream.write(lines)
    with output.text(f"{path}.ann") as stream:
        for number, span in enumerate(article.spans, start=1):
            stream.writelines(_span_lines(number, span, lines, moved))


def _span_lines(number: int, span: Span, text: str, moved: "Moved") -> Iterator[str]:
    fragments = _fragments(text, moved(span.start), moved(span.end))
    places = ";".join(f"{start} {end}" for start, end in fragments)
    covered = " ".join(text[start:end] for start, end in fragments)
    yield f"T{number}\t{type_of(span.label)} {places}\t{covered}\n"
    yield f"#{2 * number - 1}\tAnnotator T{number}\t{' '.join(span.annotator.split())}\n"
    if span.note:
        yield f"#{2 * number}\tAnnotatorNotes T{number}\t{' '.join(span.note.split())}\n"


def _fragments(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the pieces of a span between line breaks; one of line breaks alone stays whole."""
    pieces: list[tuple[int, int]] = []
    position = start
    for line in text[start:end].split("\n"):
        if line:
            pieces.append((position, position + len(line)))
        position += len(line) + 1
    return pieces or [(start, end)]


class Moved:
    """From offsets in a text to those after its CRLF became LF."""

    def __init__(self, dropped: list[int]) -> None:
        self._dropped = dropped

    def __call__(self, offset: int) -> int:
        """Return where the offset is now."""
        return offset - bisect_left(self._dropped, offset)


def with_line_feeds(text: str) -> tuple[str, Moved]:
    """Return the text with LF line ends, and where its offsets went."""
    dropped = [match.start() for match in re.finditer("\r\n", text)]
    return text.replace("\r\n", "\n").replace("\r", "\n"), Moved(dropped)
