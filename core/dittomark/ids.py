"""Ids: equal rows get the same id in every project file, so that files merge by union.

Ids of articles, pairs, judgements, memberships and suggestions are derived from their content
(UUIDv5). So are those of spans, links and events, the first time; one created again after a
deletion gets a random id.
"""

import hashlib
import json
import os
import time
import uuid
from collections.abc import Iterable, Sequence
from json.encoder import encode_basestring_ascii
from typing import Final, overload

_NAMESPACE: Final = uuid.UUID("5d7a1c1e-0f5b-5c39-9d0a-6f2a5b0f7e11").bytes


def text_sha256(text: str) -> str:
    """Return the SHA-256 of the text in UTF-8, as hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()


_encode: Final = json.JSONEncoder(separators=(",", ":"), sort_keys=True).encode


def _named(kind: str, *parts: object) -> str:
    # The JSON array of all parts, encoded one by one: a whole one takes twice the time.
    written = [
        encode_basestring_ascii(part) if type(part) is str else _written(part) for part in parts
    ]
    name = f'["{kind}",{",".join(written)}]'
    # Equivalent to uuid.uuid5 (RFC 9562, section 5.5), without the intermediate object: imports
    # make many, and every step waits for one.
    return _uuid(hashlib.sha1(_NAMESPACE + name.encode()).digest()[:16], version=0x50)


def _written(part: object) -> str:
    """Return a part as JSON; numbers and None are written directly, as the encoder is slow."""
    if part is None:
        return "null"
    return str(part) if type(part) is int else _encode(part)


def random_id() -> str:
    """Return a new random id (UUIDv4)."""
    return _uuid(os.urandom(16), version=0x40)


def timed_id() -> str:
    """Return a new id that sorts after those made before (UUIDv7): an index grows at its end."""
    return _uuid((time.time_ns() // 1_000_000).to_bytes(6, "big") + os.urandom(10), version=0x70)


class IdList(Sequence[str]):
    """A sequence of ids, in sixteen bytes each: an import of millions of rows keeps them all.

    Equal to any sequence of the same ids.
    """

    __slots__ = ("_packed",)
    __hash__ = None  # type: ignore[assignment]

    def __init__(self) -> None:
        self._packed = bytearray()

    def append(self, one: str) -> None:
        """Add an id at the end."""
        self._packed += bytes.fromhex(one.replace("-", ""))

    def extend(self, several: Iterable[str]) -> None:
        """Add ids at the end."""
        self._packed += bytes.fromhex("".join(several).replace("-", ""))

    def __len__(self) -> int:
        return len(self._packed) // 16

    @overload
    def __getitem__(self, index: int) -> str: ...
    @overload
    def __getitem__(self, index: slice) -> list[str]: ...
    def __getitem__(self, index: int | slice) -> str | list[str]:
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(len(self)))]
        at = range(len(self))[index] * 16
        return _dashed(self._packed[at : at + 16])

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence) or isinstance(other, str):
            return NotImplemented
        return len(self) == len(other) and all(map(str.__eq__, self, other))

    def __repr__(self) -> str:
        return repr(tuple(self))


def _uuid(content: bytes, *, version: int) -> str:
    digest = bytearray(content)
    digest[6] = digest[6] & 0x0F | version
    digest[8] = digest[8] & 0x3F | 0x80
    return _dashed(digest)


def _dashed(content: bytes | bytearray) -> str:
    text = content.hex()
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def article_id(
    *, sha256: str, external_id: str, source: str, url: str, title: str, date: str
) -> str:
    """Return the id of an article: from its text and its identity at import."""
    return _named("article", sha256, external_id, source, url, title, date)


def pair_id(a: str, b: str) -> str:
    """Return the id of the pair of two article ids, in either order."""
    return _named("pair", *sorted((a, b)))


def judgement_id(pair: str, annotator: str) -> str:
    """Return the id of the annotator's judgement of the pair."""
    return _named("judgement", pair, annotator)


def membership_id(article: str, event: str, annotator: str) -> str:
    """Return the id of the annotator's event label for the article."""
    return _named("membership", article, event, annotator)


def span_id(article: str, start: int, end: int, label: str, annotator: str) -> str:
    """Return the id of a span when it is first created."""
    return _named("span", article, start, end, label, annotator)


def link_id(a: tuple[str, int, int], b: tuple[str, int, int], *, kind: str, annotator: str) -> str:
    """Return the id of a link when it is first created.

    Each side is `(article, start, end)`, in the order of `annotations.Link`.
    """
    return _named("link", *a, *b, kind, annotator)


def event_id(title: str, date: str, place: str) -> str:
    """Return the id of an event when it is first created."""
    return _named("event", title, date, place)


def suggestion_id(kind: str, suggester: str, *target: object) -> str:
    """Return the id of a suggestion, independent of version and score."""
    return _named("suggestion", kind, suggester, *target)


def decision_id(kind: str, target: str) -> str:
    """Return the id of the adjudicator's decision on a pair or an article."""
    return _named("decision", kind, target)
