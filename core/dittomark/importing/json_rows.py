"""JSON and JSONL: one article per object.

The keys of an object are mapped to an article's fields.
"""

import itertools
import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from dittomark.errors import UnreadableFileError
from dittomark.importing import (
    cas,
    clusters,
    doccano,
    label_studio,
    mapping,
    own,
    record_lists,
    record_shapes,
    web_annotation,
)
from dittomark.importing.json_lines import MAX_LINE, Row, checked, open_text, read_rows
from dittomark.importing.results import Failure, Item, Note, Options
from dittomark.importing.sources import Source
from dittomark.messages import Message, json_reason

_CHUNK: Final = 1 << 20
_START: Final = 4096
_SPACE: Final = " \t\r\n"
_LOOKED_AT: Final = 20  # objects by which a file's tool is detected; the first may have no spans

Rows = Iterator[tuple[Row | Failure, str]]


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool whose JSON objects can be recognised (`is_its`) and read.

    `format` is `jsonl` or `json`: how a file is read if the user names the tool.
    """

    is_its: Callable[[dict[str, Any]], bool]
    read: Callable[[Source, Rows, Options], Iterator[Item]]
    format: str


# In the order in which the tools' `is_its` are called for an object.
TOOLS: Final = {
    "dittomark": Tool(lambda record: bool(own.type_of(record)), own.read, "jsonl"),
    "web-annotation": Tool(web_annotation.is_page, web_annotation.read, "json"),
    "cas-json": Tool(cas.is_cas, cas.read, "json"),
    "clusters": Tool(clusters.is_cluster, clusters.read, "jsonl"),
    "label-studio": Tool(label_studio.is_task, label_studio.read, "json"),
    "doccano": Tool(doccano.is_example, doccano.read, "jsonl"),
}


def record_format(record: object) -> str:
    """Return the name of the tool that wrote a JSON object (`dittomark`, …), or `` if unknown."""
    if not isinstance(record, dict):
        return ""
    return next((name for name, tool in TOOLS.items() if tool.is_its(record)), "")


def read(source: Source, options: Options, *, format_: str) -> Iterator[Item]:
    """Yield the items of a file of JSON objects. `format_` is `jsonl` or `json`."""
    yield from read_objects(source, rows_of(source, options, format_=format_), options)


def read_objects(source: Source, rows: Rows, options: Options) -> Iterator[Item]:
    """Yield the items of objects; the first ones identify the tool that wrote them."""
    first, rows = _unwrapped(*_peeked(rows), options)
    kind = options.format if options.format in TOOLS else kind_of(first)
    reader = TOOLS[kind].read if kind in TOOLS else plain_rows
    yield from reader(source, rows, options)


def records_of(source: Source, options: Options, *, format_: str) -> tuple[list[object], Rows]:
    """Return the first records of a file and an iterator of all of them, unwrapped.

    A file's only object may wrap the records in a list. Raises UnreadableFileError if several lists
    are possible.
    """
    return _unwrapped(*_peeked(rows_of(source, options, format_=format_)), options)


def lists_in(source: Source, options: Options, *, format_: str) -> list[str]:
    """Return the paths of the lists in a file's only object that may be its articles."""
    first, _ = _peeked(rows_of(source, options, format_=format_))
    if len(first) != 1 or record_format(first[0]):
        return []
    return record_lists.lists_of(first[0])


def _unwrapped(first: list[object], rows: Rows, options: Options) -> tuple[list[object], Rows]:
    """Return the records that a file's only object wraps; those of any other file unchanged."""
    if len(first) != 1 or not isinstance(first[0], dict) or record_format(first[0]):
        return first, rows
    found = record_lists.records_in(first[0], options.records)
    if found is None:
        return first, rows
    encoding = next((name for _, name in rows), "utf-8")
    wrapped = ((Row(number, value), encoding) for number, value in enumerate(found, start=1))
    return list(found[:_LOOKED_AT]), wrapped


def kind_of(first: Sequence[object]) -> str:
    """Return the name of the tool that wrote the objects, by the first object it recognises."""
    return next((kind for value in first if (kind := record_format(value))), "")


def _peeked(rows: Rows) -> tuple[list[object], Rows]:
    """Return the first objects of a file, and an iterator of all rows including those."""
    rows = ((_plain(row), encoding) for row, encoding in rows)
    seen = list(itertools.islice(rows, _LOOKED_AT))
    return [row.value for row, _ in seen if isinstance(row, Row)], itertools.chain(seen, rows)


def _plain(row: Row | Failure) -> Row | Failure:
    """Return spaCy's `[text, {"entities": …}]` as an object; any other row unchanged."""
    if isinstance(row, Row) and isinstance(row.value, list) and len(row.value) == 2:
        text, annotations = row.value
        if isinstance(text, str) and isinstance(annotations, dict):
            return Row(row.line, {"text": text, **annotations})
    if isinstance(row, Row) and isinstance(row.value, dict) and not record_format(row.value):
        return Row(row.line, dict(record_shapes.unfolded(row.value, mapping.named_text)))
    return row


def rows_of(
    source: Source, options: Options, *, format_: str
) -> Iterator[tuple[Row | Failure, str]]:
    """Yield the objects of a file, with its encoding. `format_` is `jsonl` or `json`."""
    if format_ == "json" or _is_spread_out(source):
        return read_array(source, options.encoding)
    return read_rows(source, options.encoding)


def _is_spread_out(source: Source) -> bool:
    """Return whether the first value of a file spans several lines, or is a whole array."""
    start = source.sample(_START).lstrip(b"\xef\xbb\xbf \t\r\n")
    line = start.split(b"\n", 1)[0].strip()
    return line in {b"{", b"["} or (start.startswith(b"[") and not _is_pair(line))


def _is_pair(line: bytes) -> bool:
    """Return whether a line is a list that does not contain objects first: `["text", {…}]`."""
    try:
        value = json.loads(line)
    except ValueError:
        return False
    return not (isinstance(value, list) and value and all(isinstance(one, dict) for one in value))


def plain_rows(
    source: Source, rows: Iterator[tuple[Row | Failure, str]], options: Options
) -> Iterator[Item]:
    """Yield an article for each object, with fields taken by the mapping."""
    guessed: dict[str, str] = {}
    columns: set[str] = set()
    first = list(itertools.islice(rows, mapping.ROWS_LOOKED_AT))
    habits: mapping.Habits | None = None
    for row, encoding in itertools.chain(first, rows):
        if isinstance(row, Failure):
            yield row
            continue
        if not isinstance(row.value, dict):
            yield Failure(source.name, Message("This is not a JSON object."), row.line)
            continue
        if not row.value.keys() <= columns:
            columns.update(row.value)
            guessed = {**mapping.guess(row.value, [row.value]), **guessed, **options.mapping}
        if habits is None:
            values = [r.value for r, _ in first if isinstance(r, Row) and isinstance(r.value, dict)]
            habits = mapping.habits_of(values, guessed, dates=options.dates)
            yield from (Note(source.name, note) for note in habits.notes)
        article = mapping.article_from(row.value, guessed, encoding=encoding, habits=habits)
        if isinstance(article, Message):
            yield Failure(source.name, article, row.line)
            continue
        if _CUT.search(article.text[-_CUT_WITHIN:]):
            yield Note(source.name, CUT)
        yield article


# NewsAPI, GNews and similar services end truncated texts with this mark.
_CUT: Final = re.compile(r"\[\+?\d+ char(?:acter)?s\]\s*$")
_CUT_WITHIN: Final = 40
CUT: Final = Message(
    "Some texts are cut off (“… [+1358 chars]”): the service gave their beginnings only. Fetch the "
    "pages to have them whole."
)


def read_array(source: Source, encoding: str) -> Iterator[tuple[Row | Failure, str]]:
    """Yield the objects of one JSON array, or a file's only object, without loading it whole.

    Raises `UnreadableFileError`.
    """
    text, name = open_text(source, encoding, newline="")
    decoder = json.JSONDecoder()
    buffer, position, line = "", 0, 1
    in_array, at_end = False, False
    with text:
        while True:
            while position < len(buffer) and buffer[position] in _SPACE + ",":
                line += buffer[position] == "\n"
                position += 1
            if position < len(buffer) and not in_array and buffer[position] == "[":
                in_array, position = True, position + 1
                continue
            if position < len(buffer) and buffer[position] == "]":
                return
            try:
                value, after = decoder.raw_decode(buffer, position)
                done = after < len(buffer) or at_end
            except RecursionError:
                yield Failure(source.name, Message("This file is nested too deeply."), line), name
                return
            except ValueError as error:
                if at_end:
                    if buffer[position:].strip():
                        yield (
                            Failure(
                                source.name,
                                Message("This is not JSON ({reason}).", reason=json_reason(error)),
                                line,
                            ),
                            name,
                        )
                    return
                done = False
            if done:
                yield checked(source, Row(line, value)), name
                line += buffer.count("\n", position, after)
                position = after
                continue
            buffer, position = buffer[position:], 0
            if len(buffer) > MAX_LINE:
                raise UnreadableFileError("An object in this file is absurdly long.")
            chunk = text.read(max(_CHUNK, len(buffer)))
            at_end = not chunk
            buffer += chunk
