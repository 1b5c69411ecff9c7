"""How fast the whole window is, beside a bare Qt baseline measured in the same run.

    python -m tests.benchmarks.window [--pairs 100000] [--steps 600]

CPU time on Qt's offscreen platform: the machine's other work does not count. Start-up is a process
of its own each time; the baseline makes `QApplication`, `QMainWindow` and two `QTextEdit`s.
"""

import argparse
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.helpers.compare_samples import HARBOUR, MORNING, ONLINE

from dittomark.annotations import NewArticle, NewPair
from dittomark.project import Project
from dittomark.sample.demo_project import create_demo
from dittomark_gui.app import App
from dittomark_gui.look.apply import load_fonts
from dittomark_gui.user_settings import Settings

BARE = """
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter, QTextEdit
application = QApplication([])
window, columns = QMainWindow(), QSplitter()
columns.addWidget(QTextEdit())
columns.addWidget(QTextEdit())
window.setCentralWidget(columns)
window.resize(1440, 900)
window.show()
application.processEvents()
"""
OURS = """
import os, sys
import dittomark_gui.app as app
app.App._complete = lambda self: os._exit(0)  # the window is on screen: stop the clock
app.run(sys.argv[1:])
"""
READY = """
import os, sys
import dittomark_gui.app as app
go_on = app.App._go_on
def ready(self, path):
    go_on(self, path)
    self.application.processEvents()
    if len(sys.argv) > 2:  # memory is asked for: when the lists are read to their end
        import resource
        while self.window.parts.background.busy:
            self.application.processEvents()
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
        sys.stdout.flush()
    os._exit(0)
app.App._go_on = ready
app.run(sys.argv[1:2])
"""
_SOURCE = " ".join((MORNING, ONLINE, HARBOUR)).split()


def cpu_of(script: str, *arguments: str, environment: dict[str, str]) -> tuple[float, str]:
    """Return the CPU seconds of a Python process, and what it printed."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return spent, done.stdout


def startup(rounds: int, folder: Path, environment: dict[str, str]) -> None:
    """Process start to the first window, to everything behind it, to a pair on the opened.

    The last one includes what the thread that compares the pair imports and does meanwhile.
    """
    project = folder / "sample.ditto"
    create_demo(project)
    scripts: dict[str, tuple[str, ...]] = {
        "bare": (BARE,),
        "first window": (OURS,),
        "everything": (READY,),
        "a pair shown": (READY, str(project)),
    }
    times: dict[str, list[float]] = {name: [] for name in scripts}
    for script in scripts.values():
        cpu_of(*script, environment=environment)  # so that all is compiled, as when installed
    for _ in range(rounds):
        for name, script in scripts.items():
            times[name].append(cpu_of(*script, environment=environment)[0])
    bare = statistics.median(times["bare"])
    for name, measured in times.items():
        median = statistics.median(measured)
        show(f"start: {name}", f"{median * 1000:.0f} ms", f"{median / bare:.2f} × bare")


def text_of(words: int, seed: int) -> str:
    """Return an article of so many words."""
    source = random.Random(seed)
    sentences = []
    while words > 0:
        size = min(words, source.randint(8, 20))
        sentences.append(" ".join(source.choices(_SOURCE, k=size)) + ".")
        words -= size
    return "\n".join(" ".join(sentences[n : n + 3]) for n in range(0, len(sentences), 3))


def make_project(path: Path, pairs: int, *, words: int) -> None:
    """Make a project of so many pairs; two articles that follow each other share a half."""
    with Project.create(path, annotator="A1") as project:
        halves = [text_of(words // 2, seed) for seed in range(min(pairs + 2, 400))]
        articles = (
            NewArticle(
                f"{number}\n{halves[number % len(halves)]}\n{halves[(number + 1) % len(halves)]}",
                title=f"Article {number}",
                source=f"Outlet {number % 7}",
            )
            for number in range(pairs + 1)
        )
        added = project.add_articles(articles).added
        project.add_pairs(
            NewPair(added[n], added[n + 1], score=n % 100 / 100) for n in range(pairs)
        )


def large_project(folder: Path, pairs: int, environment: dict[str, str]) -> None:
    """Open a small and a large project: time and memory."""
    results = {}
    for count in (100, pairs):
        path = folder / f"{count}.ditto"
        make_project(path, count, words=12 if count > 1000 else 1000)
        runs = [cpu_of(READY, str(path), environment=environment) for _ in range(5)]
        spent = statistics.median(seconds for seconds, _ in runs)
        memory = int(cpu_of(READY, str(path), "rss", environment=environment)[1].split()[-1])
        results[count] = (spent, memory)
    small, large = results[100], results[pairs]
    show("open: 100 pairs", f"{small[0] * 1000:.0f} ms", f"{small[1] // 1024} MB")
    show(f"open: {pairs} pairs", f"{large[0] * 1000:.0f} ms", f"{large[1] // 1024} MB")
    show("  ratio of time, of memory", f"{large[0] / small[0]:.2f}", f"{large[1] / small[1]:.2f}")


class OpenWindow:
    """The window on a project of thousand-word articles."""

    def __init__(self, application: QApplication, folder: Path) -> None:
        settings = Settings(str(folder / "window.ini"))
        settings.update(language="en", annotator="A1", tour_seen=True)
        self.app = App(application, settings)
        self.app.show(folder / "100.ditto")
        self.app.window.resize(1440, 900)
        self.window = self.app.window
        self.window.activateWindow()
        self.settle()

    def settle(self) -> None:
        """Wait until nothing runs."""
        QApplication.processEvents()
        while (
            self.window.parts.background.busy or self.window.parts.navigation.is_about_to_prefetch()
        ):
            QApplication.processEvents()
        # What the event loop of the program does by itself: free what was closed.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def next_pair(self, *, prefetched: bool) -> float:
        """Return the CPU seconds from the key to the painted comparison."""
        self.settle()
        if not prefetched:
            self.window.parts.workspace._kept.clear()
        before = time.process_time()
        self.window.parts.navigation.step(1)
        while self.window.parts.workspace.comparison is None:
            QApplication.processEvents()
        self.window.parts.view.repaint()
        return time.process_time() - before

    def mark(self, place: int) -> float:
        """Return the CPU seconds from a key press to the painted span."""
        view = self.window.parts.view
        view.go_to_offset(0, place, place + 5)
        QApplication.processEvents()
        pane = view.panes.views()[0]
        before = time.process_time()
        QTest.keyClick(pane, Qt.Key.Key_N)
        pane.viewport().repaint()
        return time.process_time() - before


def work(folder: Path, steps: int) -> None:
    """Step through pairs, mark text, and look at the memory."""
    application = QApplication([])
    application.setStyle("Fusion")
    load_fonts()
    opened = OpenWindow(application, folder)
    for name, prefetched, limit in (
        ("next pair, not prefetched", False, 100),
        ("next pair, prefetched", True, 30),
    ):
        row(name, [opened.next_pair(prefetched=prefetched) for _ in range(15)], limit)
    row("key press to painted span", [opened.mark(40 * place) for place in range(1, 40)], 16)
    memory_after(200, opened)
    first = memory()
    memory_after(steps - 200, opened)
    show(
        f"memory after {steps} pairs", f"{memory() >> 20} MB", f"{memory() / first:.3f} × after 200"
    )
    opened.app.close()


def memory_after(steps: int, opened: OpenWindow) -> None:
    """Step through pairs, round and round."""
    for _ in range(steps):
        if opened.window.parts.lists.neighbour(1) is None:
            opened.window.parts.navigation.show_pair(opened.window.parts.lists.pairs.model.id_at(0))
        else:
            opened.window.parts.navigation.step(1)
        opened.settle()


def memory() -> int:
    """Return the bytes this process has in memory now."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * resource.getpagesize()


def row(name: str, seconds: list[float], limit: int) -> None:
    """Print a median and the 95th percentile in milliseconds."""
    times = sorted(1000 * item for item in seconds)
    late = times[min(len(times) - 1, round(len(times) * 0.95))]
    show(name, f"{statistics.median(times):.1f} ms", f"95 %: {late:.1f} ms, limit {limit} ms")


def show(*cells: str) -> None:
    """Print one line of the table."""
    print("{:<32} {:>12}   {}".format(*cells))


def timed(function: Callable[[], None]) -> None:
    """Run a part of the benchmark."""
    function()
    print()


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=100_000)
    parser.add_argument("--steps", type=int, default=600)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        Settings(str(folder / "start.ini")).update(annotator="A1", tour_seen=True)
        environment = {
            **os.environ,
            "DITTOMARK_SETTINGS": str(folder / "start.ini"),
            "DITTOMARK_DATA": str(folder / "data"),
            "PYTHONDONTWRITEBYTECODE": "",
            "PYTHONPYCACHEPREFIX": str(folder / "compiled"),
        }
        timed(lambda: startup(7, folder, environment))
        timed(lambda: large_project(folder, options.pairs, environment))
        timed(lambda: work(folder, options.steps))


if __name__ == "__main__":
    main()
