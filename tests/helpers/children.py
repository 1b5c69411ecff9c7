"""Child processes of the fault tests: starting, reading and killing them."""

import contextlib
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def times(default: int, name: str = "DITTOMARK_KILLS") -> int:
    """Return the number of repetitions: the default, or that of the environment variable."""
    return int(os.environ.get(name, default))


def command(mode: str, path: Path, *numbers: int) -> list[str]:
    """Return the command line of a fault worker."""
    return [sys.executable, "-m", "tests.helpers.fault_worker", mode, str(path), *map(str, numbers)]


def environment(**more: str) -> dict[str, str]:
    """Return an environment in which the worker can import the source tree."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path]), **more}


@contextlib.contextmanager
def worker(mode: str, path: Path, *numbers: int) -> Iterator["subprocess.Popen[str]"]:
    """Run a worker at most until the block ends."""
    with subprocess.Popen(
        command(mode, path, *numbers),
        cwd=ROOT,
        env=environment(),
        stdout=subprocess.PIPE,
        text=True,
    ) as child:
        try:
            yield child
        finally:
            child.kill()


def acknowledged_until_killed(mode: str, path: Path, seconds: float) -> list[list[str]]:
    """Start a worker, kill it a given time after it is ready; return its acknowledged steps."""
    with worker(mode, path) as child:
        assert child.stdout is not None
        assert child.stdout.readline().strip() == "ready"
        time.sleep(seconds)
        child.kill()
        return [line.split() for line in child.stdout if line.endswith("\n")]


def last_words(mode: str, path: Path, *numbers: int, **options: object) -> dict[str, str]:
    """Run a worker to its end; return its output lines by their first word (the last of each)."""
    done = subprocess.run(
        command(mode, path, *numbers),
        cwd=ROOT,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        **options,  # type: ignore[call-overload]
    )
    assert done.returncode == 0, done.stderr
    lines = (line.partition(" ") for line in done.stdout.splitlines())
    return {first: rest for first, _, rest in lines}
