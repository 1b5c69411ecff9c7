"""How fast work travels through a team's folder, and what it costs who is in a team.

    python -m tests.benchmarks.team_folder [--changes 100000] [--journal 1000000] [live away new …]

Parts: `live` (an annotation to seven others), `away` (a device takes in many changes, in slices for
the window), `batch` (one step of 30,000 rows, in such slices), `idle` (rounds in which nothing happens), `new` (a device joins a long journal),
`annotate` (what a step costs in a team, beside the same out of one). CPU seconds of this process,
disks apart: the folder is in memory where the system has that (`--folder` names another place).
"""

import argparse
import random
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from dittomark.annotations import NewArticle
from dittomark.ids import random_id
from dittomark.project import Project
from dittomark.team.folder.exchange import Exchange
from dittomark.team.folder.syncing import create_team, join_team, me, settle, sync
from dittomark.team.folder.transport import Folder

_ARTICLES: Final = 1000
_BATCH: Final = 30_000
_EVERY: Final = 2.0  # seconds between the rounds of an open window


def main() -> None:
    """Run the parts that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--changes", type=int, default=100_000)
    parser.add_argument("--journal", type=int, default=1_000_000)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("parts", nargs="*", default=list(_PARTS))
    arguments = parser.parse_args()
    memory = Path("/dev/shm")
    where = arguments.folder or (memory if memory.is_dir() else None)
    for part in arguments.parts:
        root = Path(tempfile.mkdtemp(prefix="dittomark-team-", dir=where))
        try:
            _PARTS[part](root, arguments)
        finally:
            shutil.rmtree(root)


class _Device:
    """A copy of the project that takes part, as an open window does."""

    def __init__(self, root: Path, name: str) -> None:
        self.name = name
        if name == "A0":
            self.project = Project.create(root / "A0.ditto", annotator=name)
            self.project.add_articles(
                NewArticle(f"Page {number}. " + "word " * 400, title=f"Page {number}")
                for number in range(_ARTICLES)
            )
            create_team(self.project, root / "Team", annotator=name)
        else:
            self.project = join_team(root / "Team", root / f"{name}.ditto", annotator=name)
        self.project.begin_team_run()
        self.exchange = Exchange(self.project.path, Folder(root / "Team"))
        self.articles = self.project.article_ids()

    def sync(self) -> None:
        """Publish and take in everything."""
        sync(self.project, annotator=self.name, exchange=self.exchange)
        self.articles = self.project.article_ids()

    def round(self) -> list[float]:
        """Do one round; returns the CPU seconds of each slice that the window waits for."""
        found = self.exchange.round(me(self.name), lead=self.name == "A0")
        slices, began = [], time.process_time()
        for _changes in settle(self.project, found):
            now = time.process_time()
            slices.append(now - began)
            began = now
        return slices

    def mark(self, number: int) -> None:
        """Make the span of that number."""
        article = self.articles[number % len(self.articles)]
        start = number // len(self.articles) * 3
        self.project.annotate_span(article, start, start + 2, label="caption", annotator=self.name)


def _live(root: Path, _arguments: argparse.Namespace) -> None:
    devices = [_Device(root, f"A{number}") for number in range(8)]
    for _ in range(3):
        for device in devices:
            device.sync()
    took = []
    for number in range(20):
        devices[number % 8].mark(number)
        began = time.process_time()
        devices[number % 8].round()
        for device in devices:
            device.round()
        took.append(time.process_time() - began)
        assert all(len(device.project.spans()) == number + 1 for device in devices)
    print(
        f"live: an annotation is at seven others after {statistics.median(took):.3f} s of work of "
        f"all eight (largest {max(took):.3f}), with up to {_EVERY:.0f} s of waiting for a round on "
        "either side"
    )


def _away(root: Path, arguments: argparse.Namespace) -> None:
    one, other = _Device(root, "A0"), _Device(root, "A1")
    one.sync()
    other.sync()
    one.project._open.store.connection.execute("PRAGMA synchronous = OFF")
    for number in range(arguments.changes):
        one.mark(number)
    published = _cpu(one.sync)
    slices: list[float] = []

    def take_in() -> None:
        while found := other.round():
            slices.extend(found)

    took = _cpu(take_in)
    assert len(other.project.spans()) == arguments.changes
    slices.sort()
    print(
        f"away: {arguments.changes:,} changes published in {published:.1f} s, taken in in "
        f"{took:.1f} s (CPU) in {len(slices)} slices: median {statistics.median(slices) * 1000:.0f} "
        f"ms, 99 % {slices[len(slices) * 99 // 100] * 1000:.0f}, longest {slices[-1] * 1000:.0f}"
    )


def _batch(root: Path, _arguments: argparse.Namespace) -> None:
    one, other = _Device(root, "A0"), _Device(root, "A1")
    one.sync()
    other.sync()

    def add() -> None:
        for number in range(_BATCH):
            one.mark(number)

    def change() -> None:
        for span in one.project.spans():
            one.project.edit_span(span.id, label="navigation")

    for name, work in (("added", add), ("changed", change)):
        with one.project.batch(name):
            work()
        one.sync()
        slices: list[float] = []
        while found := other.round():
            slices.extend(found)
        print(
            f"batch: {_BATCH:,} rows {name} in one step are taken in in {len(slices)} slices: median "
            f"{statistics.median(slices) * 1000:.0f} ms, longest {max(slices) * 1000:.0f} (CPU)"
        )


def _idle(root: Path, _arguments: argparse.Namespace) -> None:
    devices = [_Device(root, f"A{number}") for number in range(8)]
    for _ in range(4):
        for device in devices:
            device.sync()
    for number in range(400):  # a folder with some hundred files
        devices[number % 8].mark(number)
        devices[number % 8].round()
    for _ in range(3):
        for device in devices:
            device.sync()
    before = _files(root)
    took = statistics.median(_cpu(devices[1].round) for _ in range(20))
    changed = {path for path, state in _files(root).items() if before.get(path) != state}
    print(
        f"idle: a round takes {took * 1000:.1f} ms: {took / _EVERY:.2%} of a core at one every "
        f"{_EVERY:.0f} s, beside {sum(path.suffix == '.segment' for path in before)} files; "
        f"{len(changed)} files written"
    )


def _new(root: Path, arguments: argparse.Namespace) -> None:
    one = _Device(root, "A0")
    connection = one.project._open.store.connection
    connection.execute("PRAGMA synchronous = OFF")
    real = min(arguments.journal, 100_000)
    for number in range(real):
        one.mark(number)
    _lengthen(one.project, arguments.journal)
    published = _cpu(one.sync)
    size = sum(path.stat().st_size for path in root.rglob("*.segment"))
    opened = _cpu(lambda: _Device(root, "A1").sync())
    print(
        f"new: {arguments.journal:,} journal rows published in {published:.1f} s "
        f"({size / 1e6:.0f} MB), open as a new device after {opened:.1f} s (CPU)"
    )


def _lengthen(project: Project, wanted: int) -> None:
    """Let the journal be so long, as where every span was changed again and again."""
    connection = project._open.store.connection
    connection.create_function("new_id", 0, random_id)
    connection.execute("BEGIN")
    while (there := project.newest_step()) < wanted:
        connection.execute(
            "INSERT INTO edits (id, at, annotator, operation, state, entity, row_id, before, after,"
            " more, device) SELECT new_id(), at, annotator, 'edit_span', state, entity, row_id,"
            " after, after, 0, device FROM edits WHERE entity = 'spans' LIMIT ?",
            (wanted - there,),
        )
    connection.execute("COMMIT")


def _annotate(root: Path, _arguments: argparse.Namespace) -> None:
    alone, together = root / "alone", root / "together"
    for folder in (alone, together):
        folder.mkdir()
    in_team = _Device(together, "A0")
    in_team.sync()
    out = _Device(alone, "A0")
    out.project.leave_team()
    times: dict[str, list[float]] = {"out": [], "in": []}
    order = [("out", out), ("in", in_team)]
    for number in range(3000):
        random.shuffle(order)
        for name, device in order:
            times[name].append(_cpu(lambda device=device, number=number: device.mark(number)))  # type: ignore[misc]
    inside, outside = (statistics.median(times[name]) for name in ("in", "out"))
    print(f"annotate: {inside / outside:.2f} × of out of a team ({inside * 1000:.2f} ms)")


def _cpu(call: Callable[[], object]) -> float:
    began = time.process_time()
    call()
    return time.process_time() - began


def _files(root: Path) -> dict[Path, tuple[int, int]]:
    return {
        path: (path.stat().st_mtime_ns, path.stat().st_size)
        for path in root.rglob("*")
        if path.is_file()
    }


_PARTS: Final = {
    "live": _live,
    "away": _away,
    "batch": _batch,
    "idle": _idle,
    "new": _new,
    "annotate": _annotate,
}

if __name__ == "__main__":
    main()
