"""Try faults: for each of them a process of its own runs the tests that reach it, until one fails.

    python tests/mutants/trial.py FAULTS RESULTS STATISTICS CHILDREN TESTS…

In the folder that mutmut wrote, where every function is there with all its faults, and the active one
is chosen when it is called. FAULTS has a name a line; to RESULTS a line is added for each as soon as it
is tried: the name and `noticed`, `survived` or `unreached`. STATISTICS keeps which test calls which
function and how long it takes; tests that it does not know are looked at first.

Quick tests are tried first, and no more than `SECONDS` of them: what would take longer to be noticed
counts as not noticed.
"""

import gc
import json
import os
import resource
import sys
import time
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import pytest
from mutmut.mutation.trampoline import set_mutant_under_test
from mutmut.state import state
from mutmut.utils.format_utils import mangled_name_from_mutant_name

SECONDS: Final = 20.0  # of tests, as long as they take when nothing is wrong
# A fault may make a loop endless, or a wait: so many times the usual time, and these seconds more.
TIMES: Final = 5
MORE: Final = 60
OPTIONS: Final = ("--rootdir=.", "-x", "-q", "--tb=no", "-p", "no:cacheprovider")


@dataclass
class Statistics:
    """The tests that call a function, and how many seconds each takes."""

    tests: dict[str, list[str]] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)

    def of(self, fault: str) -> list[str]:
        """Return the tests that may notice a fault, the quickest first, as far as `SECONDS` go."""
        chosen, left = [], SECONDS
        reaching = self.tests.get(mangled_name_from_mutant_name(fault), ())
        for test in sorted(reaching, key=self.seconds.__getitem__):
            left -= self.seconds[test]
            if left < 0:
                break
            chosen.append(test)
        return chosen


class Observer:
    """A plugin of pytest that notes what each test calls and how long it takes."""

    def __init__(self) -> None:
        self.found = Statistics()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Add up setting up, the test itself and what it leaves."""
        seconds = self.found.seconds
        seconds[report.nodeid] = seconds.get(report.nodeid, 0.0) + report.duration

    def pytest_runtest_teardown(self, item: pytest.Item) -> None:
        """Note what was called since the last test."""
        called: set[str] = state()._stats
        for function in called:
            self.found.tests.setdefault(function, []).append(item.nodeid)
        called.clear()


class Collected:
    """A plugin of pytest that keeps the names of the tests."""

    names: tuple[str, ...] = ()

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        """Keep them."""
        self.names = tuple(item.nodeid for item in session.items)


def collected(tests: list[str]) -> list[str]:
    """Import the tests, for the processes that are forked later, and return their names."""
    found = Collected()
    if pytest.main([*OPTIONS, "--collect-only", "-qq", *tests], plugins=[found]) != 0:
        raise SystemExit("The tests can't be collected.")
    return list(found.names)


def statistics(place: Path, names: list[str]) -> Statistics:
    """Return what is known of the tests; those that are new are run once, with nothing wrong."""
    known = Statistics(**json.loads(place.read_text("utf-8"))) if place.exists() else Statistics()
    new = [name for name in names if name not in known.seconds]
    if new:
        pid = os.fork()
        if pid == 0:
            set_mutant_under_test("stats")
            observer = Observer()
            code = pytest.main([*OPTIONS[:1], *OPTIONS[2:], *new], plugins=[observer])
            place.with_suffix(".new").write_text(json.dumps(vars(observer.found)), "utf-8")
            os._exit(int(code))
        if os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) != 0:
            raise SystemExit("Tests fail although nothing is wrong.")
        fresh = Statistics(**json.loads(place.with_suffix(".new").read_text("utf-8")))
        known.seconds |= fresh.seconds
        tests = defaultdict(list, known.tests)
        for function, reaching in fresh.tests.items():
            tests[function] += reaching
        known.tests = dict(tests)
        place.write_text(json.dumps(vars(known)), "utf-8")
    there = set(names)
    known.tests = {
        function: [name for name in reaching if name in there]
        for function, reaching in known.tests.items()
    }
    return known


def start(fault: str, tests: list[str], seconds: float) -> int:
    """Fork a process that runs the tests with the fault, and return its id."""
    pid = os.fork()
    if pid:
        return pid
    limit = int(time.process_time() + TIMES * seconds + MORE)
    resource.setrlimit(resource.RLIMIT_CPU, (limit, limit + 1))
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    set_mutant_under_test(fault)
    os._exit(int(pytest.main([*OPTIONS, *tests])))


def main(faults: Path, results: Path, known: Path, children: int, tests: list[str]) -> None:
    """Try all faults, so many at once."""
    names = collected(tests)
    found = statistics(known, names)
    gc.freeze()
    running: dict[int, tuple[str, float]] = {}  # by process: the fault, and when it has to be over

    def note(fault: str, outcome: str) -> None:
        with results.open("a", encoding="utf-8") as stream:
            stream.write(f"{fault} {outcome}\n")

    def wait_for_one() -> None:
        while True:
            pid, status = os.waitpid(-1, os.WNOHANG)
            if pid:
                fault, _ = running.pop(pid)
                note(fault, "survived" if os.waitstatus_to_exitcode(status) == 0 else "noticed")
                return
            for other, (_, over) in running.items():
                if time.monotonic() > over:
                    os.kill(other, 9)
            time.sleep(0.02)

    for fault in faults.read_text("utf-8").split():
        chosen = found.of(fault)
        if not chosen:
            note(fault, "unreached")
            continue
        seconds = sum(found.seconds[test] for test in chosen)
        over = time.monotonic() + 3 * (TIMES * seconds + MORE)  # others may work here too
        running[start(fault, chosen, seconds)] = fault, over
        if len(running) >= children:
            wait_for_one()
    while running:
        wait_for_one()


def _main(arguments: list[str]) -> None:
    faults, results, known, children, *tests = arguments
    sys.path.insert(0, str(Path.cwd()))
    main(Path(faults), Path(results), Path(known), int(children), tests)


if __name__ == "__main__":
    _main(sys.argv[1:])
