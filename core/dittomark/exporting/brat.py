"""`brat`: a folder of standoff files, `X.txt` and `X.ann`, with the configuration next to them.

brat counts code points and lines end in LF: CRLF and CR become LF before writing, and offsets are
adapted. A span over several lines is written in fragments. The name of a brat type consists of
ASCII letters: labels in other scripts are numbered, `labels.tsv` and `visual.conf` map the numbers
to labels. Data without a place in brat (metadata, pairs, events) is written to tables in the folder
(`articles.tsv`, `pairs.tsv`, `events.tsv`), which an import reads back.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import IO, Any, Final

from dittomark.annotations import Span
from dittomark.article_fields import METADATA
from dittomark.exporting.common import FileNames, full_text
from dittomark.exporting.dataset import Dataset, ExportedArticle
from dittomark.exporting.output import Output
from dittomark.exporting.spreadsheet import safe_cell
from dittomark.messages import Message

_TYPE: Final = re.compile(r"[A-Za-z0-9_-]+")
_NOT_A_TYPE: Final = re.compile(r"[^A-Za-z0-9_-]")
_ARTICLES: Final = ("file", "id", "external_id", *METADATA)
_PAIRS: Final = (
    "a_file", "b_file", "a", "b", "annotator", "relation", "direction", "done", "note",
)  # fmt: skip
_EVENTS: Final = ("file", "article_id", "event_id", "title", "date", "place", "annotator", "note")


def write(dataset: Dataset, output: Output, name: str) -> None:
    """Write the folder."""
    names = FileNames()
    files: dict[str, str] = {}
    types = Types(label["key"] for label in dataset.scheme.get("spans", ()))
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
            _write_article(article, output, f"{name}{file}", dataset, types)
            _row(articles, (file, *(getattr(article.info, field) for field in _ARTICLES[1:])))
            for label in article.memberships:
                event = events[label.event_id]
                described = (event.id, event.title, event.date, event.place)
                _row(labels, (file, article.info.id, *described, label.annotator, label.note))
        for pair in dataset.pairs():
            for judgement in pair.judgements:
                a, b = pair.pair.a, pair.pair.b
                made = (judgement.annotator, judgement.relation, judgement.direction)
                _row(pairs, (files[a], files[b], a, b, *made, judgement.done, judgement.note))
    with output.text(f"{name}annotation.conf") as stream:
        stream.write(_configuration(types))
    with output.text(f"{name}visual.conf") as stream:
        stream.write(_shown_names(types))
    with output.text(f"{name}labels.tsv") as stream:
        _row(stream, ("type", "label"))
        for key, type_ in types.of_label.items():
            _row(stream, (type_, key))


def _row(stream: IO[str], cells: Any) -> None:  # noqa: ANN401  (strings, numbers, None)
    shown = (str(safe_cell(cell)) for cell in cells)
    stream.write("\t".join(" ".join(cell.split()) for cell in shown) + "\n")


class Types:
    """The name of a brat type for each label: ASCII letters, digits, `_` and `-`, all different."""

    def __init__(self, labels: Iterable[str] = ()) -> None:
        self.of_label: dict[str, str] = {}
        self._taken: set[str] = set()
        every = list(dict.fromkeys(labels))
        for label in sorted(every, key=lambda label: _TYPE.fullmatch(label) is None):
            self(label)  # labels that are valid names already keep them

    def __call__(self, label: str) -> str:
        """Return the type of a label; an unknown one gets the next free name."""
        if label not in self.of_label:
            plain = _NOT_A_TYPE.sub("_", label)
            name = plain if _TYPE.fullmatch(label) else f"{plain.strip('_') or 'label'}_1"
            stem, number = name.removesuffix("_1"), 1
            while name.lower() in self._taken:
                number += 1
                name = f"{stem}_{number}"
            self._taken.add(name.lower())
            self.of_label[label] = name
        return self.of_label[label]


def _configuration(types: Types) -> str:
    entities = "\n".join(sorted(types.of_label.values()))
    # Without this rule, brat's verifier reports every two overlapping spans as an error.
    overlap = "<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>"
    return f"[entities]\n{entities}\n\n[relations]\n{overlap}\n\n[events]\n\n[attributes]\n"


def _shown_names(types: Types) -> str:
    """Return the name that brat displays for a type that is not named as its label."""
    names = "".join(
        f"{name} | {' '.join(label.replace('|', '/').split())}\n"
        for label, name in types.of_label.items()
        if name != label
    )
    return f"[labels]\n{names}\n[drawing]\n"


def _write_article(
    article: ExportedArticle, output: Output, path: str, dataset: Dataset, types: Types
) -> None:
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
            if not text[span.start : span.end].strip("\r\n"):
                why = Message("brat can't hold spans of line breaks alone.")
                dataset.tally.lose("spans", why)
                continue
            stream.writelines(_span_lines(number, span, types(span.label), lines, moved))


def _span_lines(number: int, span: Span, type_: str, text: str, moved: "Moved") -> Iterator[str]:
    fragments = _fragments(text, moved(span.start), moved(span.end))
    places = ";".join(f"{start} {end}" for start, end in fragments)
    covered = " ".join(text[start:end] for start, end in fragments)
    yield f"T{number}\t{type_} {places}\t{covered}\n"
    yield f"#{2 * number - 1}\tAnnotator T{number}\t{' '.join(span.annotator.split())}\n"
    if span.note:
        yield f"#{2 * number}\tAnnotatorNotes T{number}\t{' '.join(span.note.split())}\n"


def _fragments(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the pieces of a span between its line breaks."""
    pieces: list[tuple[int, int]] = []
    position = start
    for line in text[start:end].split("\n"):
        if line:
            pieces.append((position, position + len(line)))
        position += len(line) + 1
    return pieces


class Moved:
    """Maps offsets in a text to those after CRLF became LF."""

    def __init__(self, dropped: list[int]) -> None:
        self._dropped = dropped

    def __call__(self, offset: int) -> int:
        """Return the new offset."""
        return offset - bisect_left(self._dropped, offset)


def with_line_feeds(text: str) -> tuple[str, Moved]:
    """Return the text with LF line ends, and the mapping of its offsets."""
    dropped = [match.start() for match in re.finditer("\r\n", text)]
    return text.replace("\r\n", "\n").replace("\r", "\n"), Moved(dropped)
