"""How long the window keeps a person waiting while it compares long articles in the background.

    python -m tests.benchmarks.freezes [--words 50000]

A timer asks for its turn every 5 ms; what is printed is the longest time between two turns. On a
busy machine that is longer than the window's fault: the CPU time that this process spent in the gap
is printed beside it, and the longest gap of the same timer while nothing happens.
"""

import argparse
import os
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication
from tests.benchmarks.window import OpenWindow, show, text_of

from dittomark.annotations import NewArticle, NewPair
from dittomark.project import Project
from dittomark_gui.app import shorten_pauses
from dittomark_gui.look.apply import load_fonts

_BEAT = 5  # ms
_WAIT = QEventLoop.ProcessEventsFlag.AllEvents | QEventLoop.ProcessEventsFlag.WaitForMoreEvents


@dataclass
class Heartbeat:
    """Notes the time between two turns of the event loop: on the clock, and of the CPU."""

    gaps: list[tuple[float, float]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._last = self._now()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_beat)
        self._timer.start(_BEAT)

    def _now(self) -> tuple[float, float]:
        return time.perf_counter(), time.process_time()

    def _on_beat(self) -> None:
        now = self._now()
        self.gaps.append((now[0] - self._last[0], now[1] - self._last[1]))
        self._last = now

    def report(self, what: str) -> None:
        """Print the longest gaps since the last report."""
        clock = 1000 * max((gap[0] for gap in self.gaps), default=0.0)
        spent = 1000 * max((gap[1] for gap in self.gaps), default=0.0)
        show(what, f"{clock:.0f} ms", f"CPU {spent:.0f} ms, limit 100 ms")
        self.gaps.clear()


def make_project(path: Path, words: int) -> None:
    """Make a project of three long pairs, each sharing a half, behind a short one."""
    with Project.create(path, annotator="A1") as project:
        halves = [text_of(words // 2, seed) for seed in range(7)]
        long = [NewArticle(f"{n}\n{halves[n]}\n{halves[n + 1]}", title=f"L{n}") for n in range(6)]
        short = [NewArticle(f"A short article, number {n}.", title=f"S{n}") for n in range(2)]
        ids = project.add_articles([*short, *long]).added
        project.add_pairs(
            NewPair(ids[n], ids[n + 1], score=1 - n / 10) for n in range(0, len(ids), 2)
        )


def work(words: int, folder: Path) -> None:
    """Go from a short pair to long ones, and scroll while they are compared."""
    application = QApplication([])
    application.setStyle("Fusion")
    load_fonts()
    make_project(folder / "100.ditto", words)
    opened = OpenWindow(application, folder)
    shorten_pauses()
    workspace, view = opened.window.parts.workspace, opened.window.parts.view
    # Every comparison begins when its pair is shown.
    workspace._kept.clear()
    workspace.prefetch = lambda pair_ids: None  # type: ignore[method-assign]  # noqa: ARG005
    heart = Heartbeat()
    wait(1.0)
    heart.report("nothing happens")
    model = opened.window.parts.lists.pairs.model
    for row in range(1, model.rowCount()):
        begun = time.perf_counter()
        opened.window.parts.navigation.show_pair(model.id_at(row))
        wait(0.05)
        heart.report(f"{words} words: shown")
        bar = view.pane_scroll_bar(0)
        while workspace.comparison is None:
            wait(0.02)
            bar.setValue(bar.value() + 40)
        heart.report("  scrolled while compared")
        show("  compared after", f"{time.perf_counter() - begun:.1f} s", "")
        wait(1.0)
        heart.report("  passages shown, and after")
    opened.app.close()


def wait(seconds: float) -> None:
    """Let the event loop run."""
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        QApplication.processEvents(_WAIT, 20)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--words", type=int, default=50_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        work(options.words, Path(folder))


if __name__ == "__main__":
    main()
