"""Messages for users: English here, in the window's language there.

All messages of core are in English, as printed by the command. The window looks up a message's
template among its translations and fills it in again; see docs/decisions/0012. So a template is a
literal at its place of use, never composed: `packaging/setup/core_texts.py` collects it from there.
"""

import errno
import json
import os
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final, Self

Field = str | int | float | os.PathLike[str]
"""A value for a template: names and paths, numbers (never as text), or a message."""


class Message(str):
    """An English sentence with its template and the values in it.

    `Message("{path} is empty.", path=path)` is the text wherever a `str` is accepted: printed,
    compared, written as JSON. `template` and `fields` are its parts; a field that is a message
    stays one, a path becomes text. Both survive `pickle` and `copy`.
    """

    __slots__ = ("fields", "template")

    template: str
    fields: Mapping[str, str | int | float]

    def __new__(cls, template: str, /, **fields: Field) -> Self:
        """Fill the template, if there are fields, by the rules of `str.format`."""
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


def _again(kind: type[Message], template: str, fields: dict[str, Field]) -> Message:
    return kind(template, **fields)


# The system's messages for a file that can't be read or written.
_REASONS: Final = {
    errno.EACCES: Message("Permission denied"),
    errno.EPERM: Message("Operation not permitted"),
    errno.ENOENT: Message("No such file or directory"),
    errno.EEXIST: Message("File exists"),
    errno.EISDIR: Message("Is a directory"),
    errno.ENOTDIR: Message("Not a directory"),
    errno.ENOTEMPTY: Message("Directory not empty"),
    errno.ENAMETOOLONG: Message("File name too long"),
    errno.ENOSPC: Message("No space left on device"),
    errno.EFBIG: Message("File too large"),
    errno.EROFS: Message("Read-only file system"),
    errno.EIO: Message("Input/output error"),
    errno.EBUSY: Message("Device or resource busy"),
    errno.ENODEV: Message("No such device"),
    errno.EMFILE: Message("Too many open files"),
    errno.EINVAL: Message("Invalid argument"),
    errno.ETIMEDOUT: Message("Connection timed out"),
    errno.ECONNREFUSED: Message("Connection refused"),
    errno.ENETUNREACH: Message("Network is unreachable"),
}


def system_reason(error: OSError) -> str:
    """Return the system's reason for a failure: `No space left on device`. A `Message` if known."""
    builtin = type(error).__module__ == "builtins"  # ssl and socket have error numbers of their own
    known = _REASONS.get(error.errno or 0) if builtin else None
    return known or error.strerror or str(error)


# Messages of Python's JSON reader.
_JSON: Final = {
    str(sentence): sentence
    for sentence in (
        Message("Expecting value"),
        Message("Expecting ':' delimiter"),
        Message("Expecting ',' delimiter"),
        Message("Expecting property name enclosed in double quotes"),
        Message("Extra data"),
        Message("Illegal trailing comma before end of array"),
        Message("Illegal trailing comma before end of object"),
        Message("Invalid control character at"),
        Message("Invalid \\escape"),
        Message("Invalid \\uXXXX escape"),
        Message("Unterminated string starting at"),
    )
}


def json_reason(error: ValueError) -> str:
    """Return the reason and location for which text is not JSON; see `json_problem`."""
    if not isinstance(error, json.JSONDecodeError):
        return str(error)
    return Message(
        "{problem}: line {line} column {column} (char {position})",
        problem=json_problem(error),
        line=error.lineno,
        column=error.colno,
        position=error.pos,
    )


def json_problem(error: ValueError) -> str:
    """Return the reason for which text is not JSON: a `Message` if Python's message is known."""
    problem = error.msg if isinstance(error, json.JSONDecodeError) else str(error)
    return _JSON.get(problem, problem)
