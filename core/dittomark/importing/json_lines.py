"""JSONL: one JSON object per line, read as a stream."""

import codecs
import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from dittomark.errors import UnreadableFileError
from dittomark.importing.encoding import detect, public_name, split_override
from dittomark.importing.results import Failure
from dittomark.importing.sources import Source
from dittomark.messages import Message, json_problem

SAMPLE: Final = 1 << 20
MAX_LINE: Final = 64_000_000
_SURROGATE_ESCAPE: Final = re.compile(r"\\u[dD][89a-fA-F]")


@dataclass(frozen=True, slots=True)
class Row:
    """One object of a file, and the line (from 1) on which it starts."""

    line: int
    value: Any


def open_text(
    source: Source, encoding: str, *, newline: str | None = None
) -> tuple[io.TextIOWrapper, str]:
    """Open a file as text; return it with its encoding's name.

    A byte that can't be decoded becomes a lone surrogate, so that the reader can name its line.
    Raises UnreadableFileError, OSError.
    """
    codec, errors = _encoding_of(source, encoding)
    if errors == "surrogateescape" and not _of_single_bytes(codec):
        codecs.register_error(_ANY_BYTES, _escaped)
        errors = _ANY_BYTES
    return io.TextIOWrapper(source.open(), codec, errors, newline=newline), public_name(codec)


_ANY_BYTES: Final = "dittomark-escape"


def _of_single_bytes(codec: str) -> bool:
    """Return whether undecodable bytes become surrogates one by one in a codec, as in UTF-8."""
    return not codecs.lookup(codec).name.startswith(("utf-16", "utf-32"))


def _escaped(error: UnicodeError) -> tuple[str, int]:
    """Replace undecodable bytes by a lone surrogate, as `surrogateescape` does for single bytes."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return "\udcff", error.end


def _encoding_of(source: Source, encoding: str) -> tuple[str, str]:
    if encoding:
        codec, errors = split_override(encoding)
        codec = "utf-8-sig" if codec.lower().replace("_", "-") in {"utf-8", "utf8"} else codec
        return codec, "surrogateescape" if errors == "strict" else errors
    sample = source.sample(SAMPLE)
    if not sample:
        raise UnreadableFileError("This file is empty.")
    try:
        return detect(sample), "surrogateescape"
    except UnreadableFileError:
        # A few damaged lines are reported by their number; the others are read.
        if sample.decode("utf-8", "replace").count("�") <= len(sample) // 1000 + 1:
            return "utf-8", "surrogateescape"
        raise


def read_rows(source: Source, encoding: str) -> Iterator[tuple[Row | Failure, str]]:
    """Yield each line's object, or the failure to read it, with the file's encoding."""
    text, name = open_text(source, encoding, newline="\n")
    with text:
        number = 0
        while line := text.readline(MAX_LINE):
            number += 1
            if len(line) == MAX_LINE:
                yield Failure(source.name, Message("This line is absurdly long."), number), name
                return
            if row := _row(source, number, line):
                yield row, name


def _row(source: Source, number: int, line: str) -> Row | Failure | None:
    if not line.strip():
        return None
    if not line.isascii() and has_surrogate(line):
        return Failure(source.name, Message("This line has bytes that are not valid text."), number)
    try:
        row = Row(number, json.loads(line))
    except ValueError as error:
        return Failure(
            source.name,
            Message("This line is not JSON ({reason}).", reason=json_problem(error)),
            number,
        )
    except RecursionError:
        return Failure(source.name, Message("This line is nested too deeply."), number)
    return checked(source, row) if _SURROGATE_ESCAPE.search(line) else row


def checked(source: Source, row: Row) -> Row | Failure:
    """Return the row, or a failure if a text in it can't be stored as UTF-8."""
    if has_surrogate(json.dumps(row.value, ensure_ascii=False)):
        return Failure(source.name, Message("It has half of a UTF-16 pair in it."), row.line)
    return row


def has_surrogate(text: str) -> bool:
    """Return whether the text contains a lone surrogate, which no UTF-8 file can store."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return True
    return False
