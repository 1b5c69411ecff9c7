"""What a terminal is given to show: texts of others, without the signs that it would obey.

Titles, names of files and lines of an import come from anywhere. A terminal that is sent an escape
sign does what it says: clears the screen, retitles the window, turns the rest of a line around.
Files and pipes get everything as it is.
"""

import contextlib
import re
import sys
from collections.abc import Iterator
from typing import Final, TextIO, cast

# Control characters (those of a terminal begin with ESC or CSI), marks that turn what follows them
# around, and half characters.
_OBEYED: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def harmless(text: str) -> str:
    """Return the text without what a terminal would obey, or can't write."""
    return _OBEYED.sub("\ufffd", text)


class _Shown:
    """A stream that leads to a terminal: what is written to it comes out harmless.

    It has no `buffer`, for bytes would go past it, and says that it is no terminal, for the colours
    that libraries give to terminals would not come out.
    """

    def __init__(self, stream: TextIO) -> None:
        self.terminal = stream

    def write(self, text: str) -> int:
        self.terminal.write(harmless(text))
        return len(text)

    def flush(self) -> None:
        self.terminal.flush()

    def isatty(self) -> bool:
        return False

    @property
    def encoding(self) -> str:
        return self.terminal.encoding


@contextlib.contextmanager
def harmless_terminals() -> Iterator[None]:
    """Within the block, what this process prints to a terminal is harmless."""
    out, error = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = _shown(out), _shown(error)
    try:
        yield
    finally:
        sys.stdout, sys.stderr = out, error


def as_written(stream: TextIO) -> TextIO:
    """Return a stream to which our own signs (a carriage return) can be written as they are."""
    return cast("TextIO", getattr(stream, "terminal", stream))


def _shown(stream: TextIO | None) -> TextIO | None:
    if stream is None or not stream.isatty():  # a program without a console has none
        return stream
    return cast("TextIO", _Shown(stream))
