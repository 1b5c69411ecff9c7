"""Errors that a user can correct.

Everything a user can cause (a missing file, a wrong option, a full disk) is raised as a
`UserError`: one sentence, in plain words, that names the problem and the remedy. The command prints
it and exits with 1; the window shows it, in its own language, in its message bar. Any other
exception is a bug.
"""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from dittomark.messages import Field, Message, system_reason


class UserError(Exception):
    """One sentence the user can act on; `str(error)` is that sentence, in English.

    `UserError("{path} is empty.", path=path)` makes the `message`; a `Message` as argument is used
    unchanged.
    """

    def __init__(self, text: str, /, **fields: Field) -> None:
        self.message = text if isinstance(text, Message) else Message(text, **fields)
        super().__init__(self.message)


class UnreadableFileError(UserError):
    """A file to be imported or compared can't be read (missing, binary, wrong encoding …)."""


class ProjectFileError(UserError):
    """A `.ditto` file can't be opened or written (not a project, damaged, newer, locked …)."""


class InvalidAnnotationError(UserError):
    """An invalid annotation: offsets outside the text, an unknown label, a loop of events."""


class NotFoundError(UserError):
    """An article, pair, span, event or file in the call does not exist."""


class NothingSaidError(UserError):
    """Somebody who is to be renamed has made no annotation."""


class Cancelled(Exception):  # noqa: N818  (not an error: the user asked for it)
    """Long work stopped because the caller's `report` asked it to."""


@contextlib.contextmanager
def writing(place: str | os.PathLike[str]) -> Iterator[None]:
    """Turn an `OSError` of the block into a `UserError` that names the file or folder."""
    try:
        yield
    except OSError as error:
        raise UserError(
            "{path} can't be written: {reason}. Choose another place.",
            path=place,
            reason=system_reason(error),
        ) from error


# Bytes: the guidelines in a label scheme may be long, but a device file never ends.
_MOST: Final = 20_000_000


def read_small(path: Path) -> str:
    """Return the text of a file of settings in UTF-8, without a byte order mark.

    Raises `OSError`, `UnicodeDecodeError`, and `UserError` for a file of more than 20 MB.
    """
    with path.open("rb") as stream:
        data = stream.read(_MOST + 1)
    if len(data) > _MOST:
        raise UserError("{path} is too large to be read: more than 20 MB.", path=path)
    return data.decode("utf-8-sig")
