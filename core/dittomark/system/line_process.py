"""A program that reads lines and writes lines, run so that it can't block its caller.

Separate threads write to it and read its output; an iteration over its lines yields a line, or a
beat, many times a second. Its input is generated in the iterating thread (a project's connection
belongs to one thread). At the end no process of it is left, including its children.
"""

import contextlib
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from typing import IO, Final

from dittomark.errors import UserError
from dittomark.messages import Message, system_reason
from dittomark.system.environment import for_other_programs

LONGEST_LINE: Final = 4_000_000
"""Bytes of a line of output; a longer one is skipped, and reported by its number."""
_KEPT_ERRORS: Final = 64_000  # bytes of standard error that are kept, from its end
# chunks read ahead; then the program is blocked, and memory stays small
_WAITING_CHUNKS: Final = 100
_READY_INPUT: Final = 4_000_000  # bytes buffered as input for the program
_SOON: Final = 0.005  # seconds between two checks while there is more input
_CHUNK: Final = 65_536
_KILLED: Final = 9  # SIGKILL, which Windows does not have
END_GRACE: Final = 5.0  # seconds from the end of its output to the end of the program


class LineTooLongError(Exception):
    """A line of output was longer than `LONGEST_LINE`."""


class LineProcess:
    """One run of a program. `errors` is the end of its standard error, once it is closed.

    Raises `UserError` if the command can't be started.
    """

    def __init__(self, command: Sequence[str], given: Iterable[str], *, name: str) -> None:
        self._name = name
        try:
            self._process = subprocess.Popen(
                list(command),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                env=for_other_programs(),
                start_new_session=sys.platform != "win32",
            )
        except (OSError, ValueError) as error:
            reason = system_reason(error) if isinstance(error, OSError) else str(error)
            raise UserError(
                "“{command}” can't be started: {reason}", command=command[0], reason=reason
            ) from error
        self.errors = ""
        self._outstayed = False
        self._given: Iterator[str] | None = iter(given)
        self._input: queue.Queue[bytes | None] = queue.Queue()
        self._ready = 0
        self._wants_no_more = False
        self._moved = time.monotonic()
        self._output: queue.Queue[bytes | None] = queue.Queue(_WAITING_CHUNKS)
        self._tail: deque[bytes] = deque()
        self._ended = False
        self._closed = threading.Event()
        self._threads = [
            threading.Thread(target=work, daemon=True)
            for work in (self._feed, self._read, self._listen)
        ]
        self._failure: Message | None = None
        for thread in self._threads:
            thread.start()

    def lines(
        self, *, patience: float, beat: float
    ) -> Iterator[tuple[int, str | LineTooLongError] | None]:
        """Yield the lines of its output with their numbers, and None at every `beat` (seconds).

        Raises `UserError` if it neither reads nor writes for `patience` seconds.
        """
        buffer, number, too_long = bytearray(), 0, False
        last_beat = time.monotonic()
        while True:
            now = time.monotonic()
            if now - last_beat >= beat:
                last_beat = now
                yield None
            self._give()
            try:
                chunk = self._output.get(timeout=beat if self._given is None else _SOON)
            except queue.Empty:
                if time.monotonic() - self._moved > patience:
                    raise UserError(
                        "“{name}” was silent for {seconds:g} seconds and was stopped.",
                        name=self._name,
                        seconds=patience,
                    ) from None
                continue
            if chunk is None:
                break
            buffer += chunk
            while (end := buffer.find(b"\n")) >= 0:
                number += 1
                line, too_long_now = bytes(buffer[:end]), too_long or end > LONGEST_LINE
                del buffer[: end + 1]
                too_long = False
                yield number, LineTooLongError() if too_long_now else _text(line)
            if len(buffer) > LONGEST_LINE:
                too_long = True
                buffer.clear()
        if buffer or too_long:
            yield number + 1, LineTooLongError() if too_long else _text(bytes(buffer))
        self._ended = True

    def check(self) -> None:
        """Raise `UserError` unless it succeeded; called after `lines` and `close`."""
        code = self._process.returncode
        if not self._ended or code in {0, None}:
            return
        if self._outstayed:
            raise UserError(
                "“{name}” closed its output, but did not end and was stopped.", name=self._name
            )
        last_line = next((line for line in reversed(self.errors.splitlines()) if line.strip()), "")
        reason = last_line.strip()[:300] or Message("it does not say why")
        if code == -_KILLED:
            raise UserError(
                "“{name}” was killed (SIGKILL): by somebody, or by the system because the memory "
                "did not suffice.",
                name=self._name,
            )
        if code < 0:
            raise UserError(
                "“{name}” was ended by the signal {signal}: {reason}",
                name=self._name,
                signal=_signal_name(-code),
                reason=reason,
            )
        raise UserError(
            "“{name}” ended with code {code}: {reason}", name=self._name, code=code, reason=reason
        )

    def close(self) -> None:
        """End it, with all processes it started, and wait until they have ended."""
        if self._closed.is_set():
            return
        self._closed.set()
        if self._ended:
            try:
                self._process.wait(END_GRACE)
            except subprocess.TimeoutExpired:
                self._outstayed = True
        self._kill()
        self._process.wait()
        while self._threads[1].is_alive():  # the reader may be waiting for a free slot
            with contextlib.suppress(queue.Empty):
                self._output.get(timeout=0.02)
        for thread in self._threads:
            thread.join(END_GRACE)
        for stream in (self._process.stdin, self._process.stdout, self._process.stderr):
            if stream is not None:
                with contextlib.suppress(OSError):
                    stream.close()
        self.errors = b"".join(self._tail)[-_KEPT_ERRORS:].decode("utf-8", "replace")

    def _kill(self) -> None:
        if sys.platform == "win32":
            if self._process.poll() is None:
                subprocess.run(
                    ["taskkill", "/T", "/F", "/PID", str(self._process.pid)],
                    check=False,
                    capture_output=True,
                )
            return
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self._process.pid, signal.SIGKILL)

    def _give(self) -> None:
        """Fill the buffer of input lines."""
        while self._given is not None and self._ready < _READY_INPUT:
            line = None if self._wants_no_more else next(self._given, None)
            if line is None:
                self._given = None
                self._input.put(None)
                return
            data = line.encode("utf-8", "surrogatepass")
            self._ready += len(data)
            self._input.put(data)

    def _feed(self) -> None:
        stream = self._process.stdin
        assert stream is not None
        with contextlib.suppress(OSError):  # it reads no further; only its output counts
            while not self._closed.is_set():
                try:
                    data = self._input.get(timeout=0.1)
                except queue.Empty:
                    continue
                if data is None:
                    break
                stream.write(data)
                if not self._input.qsize():
                    stream.flush()
                self._ready -= len(data)
                self._moved = time.monotonic()
        self._wants_no_more = True
        with contextlib.suppress(OSError):
            stream.close()

    def _read(self) -> None:
        stream = self._process.stdout
        assert stream is not None
        for chunk in _chunks(stream):
            self._moved = time.monotonic()
            self._output.put(chunk)
        self._output.put(None)

    def _listen(self) -> None:
        stream = self._process.stderr
        assert stream is not None
        size = 0
        for chunk in _chunks(stream):
            self._moved = time.monotonic()
            self._tail.append(chunk)
            size += len(chunk)
            while size - len(self._tail[0]) > _KEPT_ERRORS:
                size -= len(self._tail.popleft())


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return str(number)


def _chunks(stream: IO[bytes]) -> Iterator[bytes]:
    with contextlib.suppress(OSError, ValueError):
        while chunk := os.read(stream.fileno(), _CHUNK):
            yield chunk


def _text(line: bytes) -> str:
    return line.decode("utf-8", "replace").removesuffix("\r")
