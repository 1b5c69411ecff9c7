"""A (virtual) X display of its own with the program on it, for tests that drive it from outside."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

_PATIENCE = 60.0
_ROOT = Path(__file__).resolve().parents[2]
_NOTHING: Mapping[str, str] = MappingProxyType({})


def wait_for(what: Callable[[], object], why: str) -> object:
    """Return the first truth of `what()`; fails with `why` when patience ends."""
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        found = what()
        if found:
            return found
        time.sleep(0.1)
    raise AssertionError(why)


class Display:
    """A display of its own with one program on it."""

    def __init__(
        self, folder: Path, project: Path, *, environment: Mapping[str, str] = _NOTHING
    ) -> None:
        """Open `project` there; settings and log are kept in `folder`."""
        (folder / "settings.ini").write_text(
            '[preferences]\nannotator="\\"A1\\""\nlanguage="\\"en\\""\ntour_seen=true\n', "utf-8"
        )
        reading, writing = os.pipe()
        # The server chooses a free number and writes it to the pipe.
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1440x900x24", "-nolisten", "tcp"],
            pass_fds=(writing,),
            stderr=subprocess.DEVNULL,
        )
        os.close(writing)
        with os.fdopen(reading) as pipe:
            number = pipe.readline().strip()
        path = os.pathsep.join(str(_ROOT / name) for name in ("core", "gui", "resources"))
        self.environment = {
            **os.environ,
            **environment,
            "DISPLAY": f":{number}",
            "QT_QPA_PLATFORM": "xcb",
            "DITTOMARK_SETTINGS": str(folder / "settings.ini"),
            "PYTHONPATH": path,
            "LANG": "C.UTF-8",
        }
        self.log = folder / "program.log"
        with self.log.open("w") as log:
            self.program = subprocess.Popen(
                [sys.executable, "-m", "dittomark_gui", str(project)],
                env=self.environment,
                stdout=log,
                stderr=subprocess.STDOUT,
            )

    def xdotool(self, *arguments: str) -> str:
        """Run xdotool on this display; returns what it prints, empty where it finds nothing."""
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
        for process in (self.program, self.server):
            process.terminate()
            process.wait(timeout=20)
