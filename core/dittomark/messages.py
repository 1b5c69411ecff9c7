"""Sentences for people: English here, and in the window's language there.

Core says everything in English, as the command prints it. The window looks a sentence's template
up among its translations and fills it in again; see docs/decisions/0031. So a template is written
out where it is used, never put together: `packaging/setup/core_texts.py` collects it from there.
"""

import errno
import json
import os
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final, Self

Field = str | int | float | os.PathLike[str]
"""What fills a template: names and paths, numbers (never as text), or a sentence."""


class Sentence(str):
    """An English sentence that knows its template and what fills it.

    `Sentence("{path} is empty.", path=path)` is the text wherever a `str` will do: printed,
    compared, written as JSON. `template` and `fields` are what it was made of; a field that is a
    sentence itself stays one, a path becomes text. Both go along through `pickle` and `copy`.
    """

    __slots__ = ("fields", "template")

    template: str
    fields: Mapping[str, str | int | float]

    def __new__(cls, template: str, /, **fields: Field) -> Self:
        """Fill the template, where there are fields, by the rules of `str.format`."""
        sentence = super().__new__(cls, template.format(**fields) if fields else template)
        sentence.template = template
        sentence.fields = MappingProxyType(
            {
                name: os.fspath(value) if isinstance(value, os.PathLike) else value
                for name, value in fields.items()
            }
        )
        return sentence

    def __reduce__(self) -> tuple[Any, ...]:
        return _again, (type(self), self.template, dict(self.fields))


def _again(kind: type[Sentence], template: str, fields: dict[str, Field]) -> Sentence:
    return kind(template, **fields)


# What the system answers when a file can't be read or written, in its own words.
_REASONS: Final = {
    errno.EACCES: Sentence("Permission denied"),
    errno.EPERM: Sentence("Operation not permitted"),
    errno.ENOENT: Sentence("No such file or directory"),
    errno.EEXIST: Sentence("File exists"),
    errno.EISDIR: Sentence("Is a directory"),
    errno.ENOTDIR: Sentence("Not a directory"),
    errno.ENOTEMPTY: Sentence("Directory not empty"),
    errno.ENAMETOOLONG: Sentence("File name too long"),
    errno.ENOSPC: Sentence("No space left on device"),
    errno.EFBIG: Sentence("File too large"),
    errno.EROFS: Sentence("Read-only file system"),
    errno.EIO: Sentence("Input/output error"),
    errno.EBUSY: Sentence("Device or resource busy"),
    errno.ENODEV: Sentence("No such device"),
    errno.EMFILE: Sentence("Too many open files"),
    errno.EINVAL: Sentence("Invalid argument"),
    errno.ETIMEDOUT: Sentence("Connection timed out"),
    errno.ECONNREFUSED: Sentence("Connection refused"),
    errno.ENETUNREACH: Sentence("Network is unreachable"),
}


def system_reason(error: OSError) -> str:
    """Return why the system refused: `No space left on device`. A `Sentence` where it is known."""
    builtin = type(error).__module__ == "builtins"  # ssl and socket have numbers of their own
    known = _REASONS.get(error.errno or 0) if builtin else None
    return known or error.strerror or str(error)


# What Python's JSON reader finds wrong.
_JSON: Final = {
    str(sentence): sentence
    for sentence in (
        Sentence("Expecting value"),
        Sentence("Expecting ':' delimiter"),
        Sentence("Expecting ',' delimiter"),
        Sentence("Expecting property name enclosed in double quotes"),
        Sentence("Extra data"),
        Sentence("Illegal trailing comma before end of array"),
        Sentence("Illegal trailing comma before end of object"),
        Sentence("Invalid control character at"),
        Sentence("Invalid \\escape"),
        Sentence("Invalid \\uXXXX escape"),
        Sentence("Unterminated string starting at"),
    )
}


def json_reason(error: ValueError) -> str:
    """Return why text is not JSON and where, as Python says it; see `json_problem`."""
    if not isinstance(error, json.JSONDecodeError):
        return str(error)
    return Sentence(
        "{problem}: line {line} column {column} (char {position})",
        problem=json_problem(error),
        line=error.lineno,
        column=error.colno,
        position=error.pos,
    )


def json_problem(error: ValueError) -> str:
    """Return why text is not JSON: a `Sentence` where Python says what we know."""
    problem = error.msg if isinstance(error, json.JSONDecodeError) else str(error)
    return _JSON.get(problem, problem)
