"""WebAnno TSV 3, written by INCEpTION and WebAnno: the text, and the spans of its custom layers.

The text is composed from the sentences and the offsets of their first tokens, as those tools do.
Offsets are UTF-16 units. The label of a span is its feature `label` (else `value`, else the first
feature with a value, else the name of its layer). Tokens and the like, relations and chains are
left out, with a note.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from dittomark.errors import UnreadableFileError
from dittomark.importing import annotated_text, cas
from dittomark.importing.encoding import decode
from dittomark.importing.results import Failure, Item, Note, Options, misplaced
from dittomark.importing.sources import Source
from dittomark.messages import Message
from dittomark.texts.segmentation import OffsetTable

_MAX_BYTES: Final = 300_000_000
_FORMAT: Final = re.compile(rb"\s*#FORMAT=WebAnno TSV 3\.\d")
_LAYER: Final = re.compile(r"#T_(SP|CH|RL)=(.+)")
_PLACE: Final = re.compile(r"\d+-\d+(?:\.\d+)?\t")
_TOKEN: Final = re.compile(r"\d+-\d+(?:\.\d+)?\t(\d+)-(\d+)\t")
_STACKED: Final = re.compile(r"(?<!\\)((?:\\\\)*)\|")
_ID: Final = re.compile(r"(?s)(.*)(?<!\\)\[(\d+)\]")
_ESCAPED: Final = re.compile(r"(?s)\\(->|.)")
_LETTERS: Final = {"t": "\t", "n": "\n", "f": "\f", "r": "\r", "b": "\b"}
_NAMED: Final = ("label", "value")
ONLY_SPANS: Final = Message("Relations and chains of the file were left out.")


def is_webanno(_source: Source, start: bytes) -> bool:
    """Return whether a file begins like WebAnno TSV 3."""
    return bool(_FORMAT.match(start.removeprefix(b"\xef\xbb\xbf")))


@dataclass
class _Layer:
    """A layer: its features by the number of their column; slots have none."""

    name: str
    features: dict[int, str]
    width: int

    @property
    def is_custom(self) -> bool:
        return not self.name.startswith(cas.BUILT_IN)


@dataclass
class _Found:
    """A span whose tokens are being read; offsets in UTF-16 units, `line` is its first line."""

    layer: _Layer
    start: int
    end: int
    line: int
    values: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Token:
    """The line of a token, or of a part of one; offsets in UTF-16 units."""

    cells: list[str]
    start: int
    end: int
    line: int


class _Text:
    """The text under construction, sentence by sentence. Lengths are UTF-16 units."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        # whether the last sentence ends in a line break that may still be removed
        self._open = False

    def add(self, sentence: str, begin: int) -> bool:
        """Add a sentence with the offset `begin`; return False if the previous one covers it."""
        gap = begin - self._length
        if gap > 0 and self._open:
            self._put("\n" + " " * (gap - 1))
        elif gap > 0:
            self._put(" " * gap)
        self._put(sentence)
        self._open = True
        return gap >= 0

    def _put(self, piece: str) -> None:
        self._pieces.append(piece)
        self._length += len(piece.encode("utf-16-le", "surrogatepass")) // 2

    def __str__(self) -> str:
        return "".join(self._pieces)


def read(source: Source, options: Options) -> Iterator[Item]:
    """Yield the text with its spans. Raises `UnreadableFileError`."""
    content, _ = decode(source.read(limit=_MAX_BYTES), encoding=options.encoding or "utf-8")
    lines = content.replace("\r\n", "\n").split("\n")
    layers, others = _layers(lines)
    tokens: list[_Token] = []
    text = _text(lines, tokens)
    if not text.strip():
        raise UnreadableFileError("There is no text in this file.")
    found: dict[tuple[object, ...], _Found] = {}
    for token in tokens:
        _take(token, layers, found)
    table, spans = OffsetTable(text), []
    for one in found.values():
        span = _span(one, table)
        if span is None:
            yield Failure(source.name, misplaced(one.start, one.end), one.line)
        else:
            spans.append(span)
    if not all(layer.is_custom for layer in layers):
        yield Note(source.name, cas.LEFT_OUT)
    if others:
        yield Note(source.name, ONLY_SPANS)
    yield annotated_text.record_of(source, 1, text, spans)


def text_of(content: str) -> str:
    """Return the text of a file. Raises UnreadableFileError."""
    return _text(content.split("\n"), [])


def _text(lines: Sequence[str], tokens: list[_Token]) -> str:
    """Return the text, and append the tokens' lines to `tokens`. Raises UnreadableFileError."""
    whole, header = _Text(), list[str]()
    for number, line in enumerate(lines, start=1):
        if line.startswith("#Text="):
            header.append(_unescaped(line[len("#Text=") :]))
            continue
        match = _TOKEN.match(line)
        if match is None:
            if _PLACE.match(line):
                raise UnreadableFileError(
                    "Line {line}: the place of this token can't be read.", line=number
                )
            continue
        token = _Token(line.split("\t"), int(match[1]), int(match[2]), number)
        tokens.append(token)
        if header:
            if not whole.add("\n".join(header), token.start):
                raise UnreadableFileError(
                    "Line {line}: this sentence begins before the one above it ends.", line=number
                )
            header = []
    return str(whole)


def _layers(lines: Sequence[str]) -> tuple[list[_Layer], bool]:
    """Return the span layers, and whether relations or chains follow them."""
    layers: list[_Layer] = []
    column, others = 3, False
    for line in lines[1:]:
        match = _LAYER.match(line)
        if match is None:
            break
        name, *features = match[2].rstrip("\r").split("|")
        if match[1] == "SP":
            plain = {
                column + at: feature
                for at, feature in enumerate(features)
                if "." not in feature and not feature.startswith("ROLE_")
            }
            layers.append(_Layer(name, plain, max(1, len(features))))
            column += max(1, len(features))
        others = others or match[1] != "SP"
    return layers, others


def _take(token: _Token, layers: Sequence[_Layer], found: dict[tuple[object, ...], _Found]) -> None:
    """Add the spans of a token's line; those with a number continue over several lines."""
    cells, line, column = token.cells, token.line, 3
    for layer in layers:
        columns = range(column, min(column + layer.width, len(cells)))
        column += layer.width
        if not layer.is_custom:
            continue
        stacks = {at: _split(cells[at]) for at in columns if cells[at] not in {"_", ""}}
        for index in range(max(map(len, stacks.values()), default=0)):
            parts = {
                at: _ID.fullmatch(stack[index]) or stack[index]
                for at, stack in stacks.items()
                if index < len(stack)
            }
            numbers = [part[2] for part in parts.values() if isinstance(part, re.Match)]
            key = (layer.name, numbers[0]) if numbers else (layer.name, line, index)
            one = found.setdefault(key, _Found(layer, token.start, token.end, line))
            one.start, one.end = min(one.start, token.start), max(one.end, token.end)
            for at, part in parts.items():
                value = part[1] if isinstance(part, re.Match) else part
                if at in layer.features and value != "*":
                    one.values.setdefault(layer.features[at], _unescaped(value))


def _split(cell: str) -> list[str]:
    """Return the values of a cell, one for each of the overlapping spans."""
    return _STACKED.sub(lambda match: match[1] + "\n", cell).split("\n")


def _unescaped(value: str) -> str:
    return _ESCAPED.sub(lambda match: _LETTERS.get(match[1], match[1]), value)


def _span(one: _Found, table: OffsetTable) -> dict[str, Any] | None:
    try:
        start, end = table.from_utf16(one.start), table.from_utf16(one.end)
    except ValueError:
        return None
    if start >= end:
        return None
    values = {name: value for name, value in one.values.items() if value}
    rest = (value for name, value in values.items() if name not in {"annotator", "note"})
    label = next((values[name] for name in _NAMED if name in values), None) or next(rest, None)
    span = {"start": start, "end": end, "label": label or one.layer.name.rpartition(".")[2]}
    return span | {name: values[name] for name in ("annotator", "note") if name in values}
