"""A (virtual) X display with the program on it, for tests that send input from outside."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from itertools import count
from pathlib import Path
from types import MappingProxyType

_PATIENCE = 60.0
_ROOT = Path(__file__).resolve().parents[2]
_taken = count()
_NOTHING: Mapping[str, str] = MappingProxyType({})


def wait_for(what: Callable[[], object], why: str) -> object:
    """Return the first true result of `what()`; fail with `why` after the patience ends."""
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        found = what()
        if found:
            return found
        time.sleep(0.1)
    raise AssertionError(why)


def _open_display() -> "tuple[subprocess.Popen[bytes], str]":
    """Start an X server and return it with its name, once it accepts connections.

    A server that ends takes the socket of its number away, even when the next one of that number
    has just made its own. So each test program has numbers of its own, and takes each once: nobody
    else's server that ends can take one away, before or after the program has reached it.
    """
    for _ in range(5):
        reading, writing = os.pipe()
        number = f":{1000 + os.getpid() % 500 * 100 + next(_taken) % 100}"
        command = ["Xvfb", number, "-displayfd", str(writing), "-screen", "0", "1440x900x24"]
        # The server writes its number to the pipe when it can be reached.
        server = subprocess.Popen(
            [*command, "-nolisten", "tcp"],
            pass_fds=(writing,),
            stderr=subprocess.DEVNULL,
        )
        os.close(writing)
        with os.fdopen(reading) as pipe:
            name = f":{pipe.readline().strip()}"
        reached = subprocess.run(
            ["xdotool", "getdisplaygeometry"],
            env={**os.environ, "DISPLAY": name},
            capture_output=True,
            check=False,
        )
        if reached.returncode == 0:
            return server, name
        server.terminate()
        server.wait(timeout=20)
    raise AssertionError("no X server can be reached")


class Display:
    """A separate display with one program on it."""

    def __init__(
        self, folder: Path, project: Path, *, environment: Mapping[str, str] = _NOTHING
    ) -> None:
        """Open `project` there; settings and log are in `folder`."""
        (folder / "settings.ini").write_text(
            '[preferences]\nannotator="\\"A1\\""\nlanguage="\\"en\\""\ntour_seen=true\n', "utf-8"
        )
        self.server, name = _open_display()
        path = os.pathsep.join(str(_ROOT / name) for name in ("core", "gui", "resources"))
        self.environment = {
            **os.environ,
            **environment,
            "DISPLAY": name,
            "QT_QPA_PLATFORM": "xcb",
            "DITTOMARK_SETTINGS": str(folder / "settings.ini"),
            "PYTHONPATH": path,
            "LANG": "C.UTF-8",
        }
        self.log = folder / "program.log"
        self._others: list[subprocess.Popen[bytes]] = []
        self.program = self._start(project, self.environment, self.log)

    def open_another(self, folder: Path, project: Path, *, annotator: str) -> str:
        """Open another program on the same display, as another person; return its window."""
        settings = folder / "settings.ini"
        first = Path(self.environment["DITTOMARK_SETTINGS"]).read_text("utf-8")
        settings.write_text(first.replace("A1", annotator), "utf-8")
        environment = {
            **self.environment,
            "DITTOMARK_SETTINGS": str(settings),
            "DITTOMARK_DATA": str(folder / "data"),
        }
        log = folder / "program.log"
        program = self._start(project, environment, log)
        self._others.append(program)
        known = set(self._windows())

        def found() -> str:
            assert program.poll() is None, log.read_text("utf-8")
            return "".join(sorted(set(self._windows()) - known)[:1])

        return str(wait_for(found, "the second window does not open"))

    def press(self, window: str, *keys: str) -> None:
        """Click into the left article of a window, and press keys there."""
        self.xdotool("windowraise", window)
        self.xdotool("windowfocus", "--sync", window)
        self.xdotool("mousemove", "--window", window, "420", "330", "click", "1")
        for key in keys:
            time.sleep(0.3)
            self.xdotool("key", "--window", "0", key)

    def click(self, window: str, x: int, y: int) -> None:
        """Click into a window at a point, in pixels from its corner."""
        self.xdotool("mousemove", "--window", window, str(x), str(y), "click", "1")

    def _windows(self) -> list[str]:
        return self.xdotool("search", "--onlyvisible", "--name", "Sample – Dittomark").split()

    @staticmethod
    def _start(
        project: Path, environment: Mapping[str, str], log: Path
    ) -> "subprocess.Popen[bytes]":
        with log.open("w") as out:
            return subprocess.Popen(
                [sys.executable, "-m", "dittomark_gui", str(project)],
                env=environment,
                stdout=out,
                stderr=subprocess.STDOUT,
            )

    def xdotool(self, *arguments: str) -> str:
        """Run xdotool on this display; return its output, empty if it finds nothing."""
        done = subprocess.run(
            ["xdotool", *arguments],
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )
        return done.stdout.strip()

    def window(self) -> str:
        """Wait for the program's window; return its number."""
        names = ("search", "--onlyvisible", "--name", "Sample – Dittomark")

        def found() -> str:
            assert self.program.poll() is None, self.log.read_text("utf-8")
            return self.xdotool(*names)

        return str(wait_for(found, "the window does not open")).splitlines()[0]

    def close(self) -> None:
        """End the program and the display."""
        for process in (self.program, *self._others, self.server):
            process.terminate()
            process.wait(timeout=20)
