"""Redirects the output of this process to a file: of third-party code that runs in it."""

import contextlib
import os
import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import Final, Self, TextIO

_LARGEST: Final = 4_000_000  # bytes; beyond, the file is restarted
_LOOK: Final = 0.1  # seconds between two checks of its size
_END: Final = 64_000  # bytes that are reported


class PrintedOutput:
    """While it is open, standard output and error of the whole process go to a file.

    This includes output of C libraries, and the message of a crash. The file stays small: one that
    grows too large is restarted. Intended for a separate process: the streams are not restored.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._over = threading.Event()

    def __enter__(self) -> Self:
        file = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        for number, name in ((1, "stdout"), (2, "stderr")):
            stream: TextIO | None = getattr(sys, name)
            with contextlib.suppress(OSError, ValueError):
                if stream is not None:
                    stream.flush()
                os.dup2(file, number)
            if stream is None:  # a program without a console has none
                setattr(sys, name, self._path.open("a", encoding="utf-8", errors="replace"))
        threading.Thread(target=self._keep_small, args=(file,), daemon=True).start()
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self._over.set()
        for stream in (sys.stdout, sys.stderr):
            with contextlib.suppress(OSError, ValueError):
                stream.flush()

    def _keep_small(self, file: int) -> None:
        while not self._over.wait(_LOOK):
            with contextlib.suppress(OSError):
                if os.fstat(file).st_size > _LARGEST:
                    os.ftruncate(file, 0)


def read_end(path: Path) -> str:
    """Return the end of a file of printed output, `` if it does not exist."""
    try:
        with path.open("rb") as stream:
            stream.seek(max(0, path.stat().st_size - _END))
            return stream.read().decode("utf-8", "replace").strip()
    except OSError:
        return ""
