"""Output to a terminal: foreign texts, without control characters that the terminal would execute.

Titles, file names and lines of an import come from anywhere. A terminal executes escape sequences:
it clears the screen, retitles the window, reverses the rest of a line. Files and pipes receive all
characters unchanged.
"""

import contextlib
import re
import sys
from collections.abc import Iterator
from typing import Final, TextIO, cast

# Control characters (those of a terminal begin with ESC or CSI), marks that change the direction of
# the following text, and lone surrogates.
_OBEYED: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def harmless(text: str) -> str:
    """Return the text without characters that a terminal would execute, or can't write."""
    return _OBEYED.sub("\ufffd", text)


class _Shown:
    """A stream to a terminal that removes control characters from the text written to it.

    It has no `buffer`, because bytes would bypass it, and reports not to be a terminal, because the
    colour codes of libraries would be removed.
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
    """Within the block, this process's output to a terminal is harmless."""
    out, error = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = _shown(out), _shown(error)
    try:
        yield
    finally:
        sys.stdout, sys.stderr = out, error


def as_written(stream: TextIO) -> TextIO:
    """Return a stream to which our own control characters (a carriage return) can be written."""
    return cast("TextIO", getattr(stream, "terminal", stream))


def _shown(stream: TextIO | None) -> TextIO | None:
    if stream is None or not stream.isatty():  # a program without a console has none
        return stream
    return cast("TextIO", _Shown(stream))
