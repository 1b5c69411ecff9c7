"""A segment: work of one device, in one compressed and checksummed file that is never changed.

The file is one line of JSON, the header, and then the items, one line of JSON each, deflated. The
header holds the length of the rest and its SHA-256, by which a file that a sync client has not
finished is distinguished from a damaged or foreign one.
"""

import hashlib
import json
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Final

from dittomark.errors import UserError
from dittomark.messages import Message
from dittomark.store.codecs import to_json
from dittomark.store.rows import ENTITIES, with_added_columns
from dittomark.store.schema import SCHEMA_VERSION
from dittomark.store.work import Conflicting, EditRecord, Item, RowVersion

FORMAT: Final = 1
_LONGEST_HEADER: Final = 100_000  # bytes; the vector of a thousand devices has 60,000
# A text of 100 MB, the largest that a project holds, fits into one; no segment of ours is larger.
_LARGEST_UNPACKED: Final = 320_000_000
_LARGEST_PACKED: Final = 200_000_000
LARGEST_FILE: Final = _LARGEST_PACKED + _LONGEST_HEADER
"""Bytes; a longer file is not ours, and is not read."""
# Size at which a segment ends and the next one begins: small enough to be read and added at once.
_FULL_AT: Final = 4_000_000  # bytes before they are deflated
# Changes of one edit per line: a line is decoded in one piece, which blocks the window's thread.
_CHANGES: Final = 1000


class RefusedSegment(UserError):  # noqa: N818  (it is what happened to the segment)
    """A segment that is left out, with the reason."""


class NotYetWhole(Exception):  # noqa: N818  (not an error: the rest is on its way)
    """The file is incomplete."""


class CantReadNow(NotYetWhole):
    """The file exists and can't be read at present."""


class FromNewerProgram(UserError):  # noqa: N818
    """A segment that requires a newer Dittomark."""


@dataclass(frozen=True, slots=True)
class Header:
    """The header of a segment.

    `builds_on` holds the last segment of each other device that its device had received: the
    segment is added after those, and after `previous` of its own device. A snapshot is the whole
    project with all segments up to these numbers and `previous`; then `part` is the number of the
    file in it, and `parts` of the last one their total (0 in the others: they are written before it
    is known).
    """

    team: str
    project: str
    device: str
    number: int
    previous: int
    builds_on: Mapping[str, int] = field(default_factory=dict)
    newest: str = ""
    snapshot: bool = False
    part: int = 1
    parts: int = 1
    format: int = FORMAT
    schema: int = SCHEMA_VERSION
    length: int = 0
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """The content of one segment: its items as written, deflated, and their newest time.

    `is_last` is set on the last one of those that were made together.
    """

    body: bytes
    newest: str
    is_last: bool


def write(header: Header, part: Part) -> bytes:
    """Return the file of a segment."""
    fields = {
        **asdict(header),
        "newest": max(header.newest, part.newest),
        "length": len(part.body),
        "sha256": hashlib.sha256(part.body).hexdigest(),
    }
    return f"{to_json(fields)}\n".encode() + part.body


def parts(items: Iterable[Item]) -> Iterator[Part]:
    """Yield items in as many parts as they need segments; events stay in one, because of parents.

    One part at a time is in memory.
    """
    ready: tuple[bytes, str] | None = None
    packer, body, newest, size = zlib.compressobj(6), bytearray(), "", 0
    for item in items:
        is_event = isinstance(item, RowVersion) and item.table == "events"
        if size >= _FULL_AT and not is_event:
            if ready is not None:
                yield Part(*ready, is_last=False)
            body += packer.flush()
            ready = bytes(body), newest
            packer, body, newest, size = zlib.compressobj(6), bytearray(), "", 0
        for plain in _plain(item):
            line = f"{to_json(plain)}\n".encode()
            body += packer.compress(line)
            size += len(line)
        if isinstance(item, EditRecord):
            newest = max(newest, item.columns["at"])
    if ready is not None:
        yield Part(*ready, is_last=not size)
    if size:
        yield Part(bytes(body + packer.flush()), newest, is_last=True)


def read_header(data: bytes) -> Header:
    """Return the header at the beginning of a file.

    Raises `NotYetWhole` if the header is incomplete, `FromNewerProgram` and `RefusedSegment`.
    """
    line, newline, _ = data[:_LONGEST_HEADER].partition(b"\n")
    if not newline:
        if len(data) >= _LONGEST_HEADER or (line and not line.startswith(b"{")):
            raise RefusedSegment("it is no segment of Dittomark")
        raise NotYetWhole
    try:
        fields = json.loads(line)
        if type(fields["format"]) is int and fields["format"] > FORMAT:
            raise FromNewerProgram(_NEWER)
        header = Header(**fields)
        sound = _is_sound(header)
    except (ValueError, TypeError, KeyError, RecursionError):
        raise RefusedSegment(_NO_HEADER) from None
    if not sound:
        raise RefusedSegment(_NO_HEADER)
    if header.schema > SCHEMA_VERSION:
        raise FromNewerProgram(_NEWER)
    return header


_NO_HEADER: Final = Message("its header can't be read")
_NEWER: Final = Message("it was written by a newer Dittomark: update this one to take it in")


def too_large() -> RefusedSegment:
    """Return the error for a file larger than any device writes."""
    return RefusedSegment("it is too large")


def read(data: bytes) -> tuple[Header, list[Item]]:
    """Return header and items of a file; raises as `read_header`, also for one that is damaged."""
    header = read_header(data)
    body = memoryview(data)[data.index(b"\n") + 1 :]
    if header.length > _LARGEST_PACKED:
        raise too_large()
    if len(body) < header.length:
        raise NotYetWhole
    if len(body) > header.length or hashlib.sha256(body).hexdigest() != header.sha256:
        # A sync client may give the file its final length, and fill it later.
        raise NotYetWhole
    return header, _items(body)


def _items(body: memoryview) -> list[Item]:
    items: list[Item] = []
    further: list[Any] = []  # of the newest edit
    for line in _lines(body):
        item = _item(line)
        if not isinstance(item, list):
            items.append(item)
            further = []
        elif items and isinstance(edit := items[-1], EditRecord):
            further = further or list(edit.changes)
            further += item
            items[-1] = EditRecord(edit.columns, further)
        else:
            raise RefusedSegment(_CANT_READ)
    return items


def _lines(body: memoryview) -> Iterator[bytes]:
    unpacker = zlib.decompressobj()
    begun: list[bytes] = []  # the line that is incomplete so far
    total = 0
    data: bytes | memoryview = body
    try:
        while data:
            piece = unpacker.decompress(data, 1 << 20)
            data = unpacker.unconsumed_tail
            total += len(piece)
            if total > _LARGEST_UNPACKED:
                raise RefusedSegment("it unpacks to more than any segment holds")
            first, *others = piece.split(b"\n")
            begun.append(first)
            for line in others:
                yield b"".join(begun)
                begun = [line]
    except zlib.error:
        raise RefusedSegment("it can't be unpacked") from None
    if any(begun) or not unpacker.eof:
        raise RefusedSegment("it can't be unpacked")


def _plain(item: Item) -> Iterator[list[Any]]:
    match item:
        case RowVersion():
            row = ["row", item.table, item.columns]
            yield row if item.text is None else [*row, item.text]
        case Conflicting():
            yield ["conflict", item.table, item.row_id, item.content]
        case EditRecord():
            yield ["edit", item.columns]
            for first in range(0, len(item.changes), _CHANGES):
                yield ["changes", list(item.changes[first : first + _CHANGES])]


def _item(line: bytes) -> Item | list[Any]:
    """Return the item of a line, or further changes of the edit before it.

    Raises `RefusedSegment` for any other value.
    """
    try:
        match _decoded(line.decode()):
            case ["row", str(table), dict(columns)] if table in ENTITIES:
                return RowVersion(table, with_added_columns(table, columns))
            case ["row", "articles", dict(columns), str(text)]:
                return RowVersion("articles", with_added_columns("articles", columns), text)
            case ["conflict", str(table), str(row_id), str(content)] if table in ENTITIES:
                return Conflicting(table, row_id, content)
            case ["edit", dict(columns)]:
                return EditRecord(columns)
            case ["changes", list(changes)]:
                return changes
    except (ValueError, RecursionError):
        pass
    raise RefusedSegment(_CANT_READ)


_CANT_READ: Final = Message("a line of it can't be read")


def _no_number(name: str) -> None:
    raise ValueError(name)  # NaN and infinities, which no column holds


# a shared decoder: json.loads makes one per call
_decoded: Final = json.JSONDecoder(parse_constant=_no_number).decode


def _is_sound(header: Header) -> bool:
    texts = header.team, header.project, header.device, header.newest, header.sha256
    numbers = header.number, header.previous, header.part, header.parts, header.schema
    return (
        all(isinstance(text, str) for text in texts)
        and all(type(number) is int and 0 <= number < 2**62 for number in numbers)
        and type(header.length) is int
        and isinstance(header.builds_on, dict)
        and all(type(number) is int and 0 <= number < 2**62 for number in header.builds_on.values())
    )
