"""How fast the compare view is, beside a bare Qt baseline measured in the same run.

    python -m tests.benchmarks.compare_view

CPU time in milliseconds on Qt's offscreen platform, whose painting is that of a real window. The
baseline is two `QTextEdit`s side by side that are given the same texts as plain text.
"""

import os
import random
import statistics
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QHBoxLayout, QTextEdit, QWidget
from tests.helpers.compare_samples import HARBOUR, MORNING, ONLINE, article, comparison

from dittomark.annotations import Span
from dittomark.compare.comparison import Comparison, Locus, Passage
from dittomark.texts.segmentation import words
from dittomark_gui.compare_view.compare_view import CompareView
from dittomark_gui.compare_view.values import PaneContent
from dittomark_gui.look import theme
from dittomark_gui.look.apply import load_fonts

SIZE = (1100, 780)
_SOURCE = " ".join((MORNING, ONLINE, HARBOUR)).split()


def make_text(count: int, seed: int) -> str:
    """Return about `count` words in paragraphs of ten to eighty words, Bengali and English."""
    source = random.Random(seed)
    left = count
    paragraphs = []
    while left > 0:
        size = min(left, source.randint(10, 80))
        paragraphs.append(" ".join(source.choices(_SOURCE, k=size)))
        left -= size
    return "\n".join(paragraphs)


def make_comparison(texts: tuple[str, str], count: int) -> Comparison:
    """Return a comparison with so many passages, mostly in order, every tenth one moved."""
    places = [words(text) for text in texts]
    steps = [len(place) // (count + 1) for place in places]
    size = min(12, min(steps) - 1)
    order = list(range(count))
    for index in range(0, count - 10, 10):
        order[index], order[index + 9] = order[index + 9], order[index]
    passages = []
    for number in range(count):
        first, second = number * steps[0], order[number] * steps[1]
        passages.append(
            Passage(
                Locus(0, places[0][first][0], places[0][first + size][1]),
                Locus(1, places[1][second][0], places[1][second + size][1]),
                0.9,
                "rewrite" if number % 2 else "verbatim",
                False,
                (),
                number + 1,
            )
        )
    return comparison(texts, tuple(passages))


def make_content(number: int, count: int, spans: int) -> PaneContent:
    """Return an article of `count` words with so many spans of a few words each."""
    text = make_text(count, number)
    shown = article(text, number=number, title=f"Article {number}", source="Coast Daily")
    places = words(text)
    step = max(1, len(places) // (spans + 1))
    return PaneContent(
        shown,
        tuple(
            Span(f"s{i}", shown.id, places[i * step][0], places[i * step + 4][1], "caption", "A1")
            for i in range(spans)
        ),
    )


def one_line(number: int) -> PaneContent:
    """Return an article of 100 kB in one line."""
    text = make_text(15_000, number).replace("\n", " ")
    return PaneContent(article(text.encode()[:100_000].decode("utf-8", "ignore"), number=number))


class Table:
    """Collects figures and prints them."""

    def __init__(self) -> None:
        self._rows: list[tuple[str, str, str]] = []

    def add(self, what: str, figure: str, target: str = "") -> None:
        """Add one row."""
        self._rows.append((what, figure, target))

    def print(self) -> None:
        """Print all rows."""
        wide = max(len(row[0]) for row in self._rows)
        for what, figure, target in self._rows:
            print(f"{what:<{wide}}  {figure:>18}  {target}")


def cpu(action: Callable[[], object], *, settle: bool = True) -> float:
    """Return the CPU milliseconds of an action and, to `settle`, of one round of events after it."""
    begin = time.process_time()
    action()
    if settle:
        QApplication.processEvents()
    return (time.process_time() - begin) * 1000


def median(action: Callable[[], object], times: int = 7) -> float:
    """Return the median CPU milliseconds."""
    return statistics.median(cpu(action) for _ in range(times))


def bare(texts: tuple[str, str], times: int = 5) -> float:
    """Return the milliseconds that the baseline needs to show the texts."""
    window = QWidget()
    window.resize(*SIZE)
    row = QHBoxLayout(window)
    edits = [QTextEdit(), QTextEdit()]
    for edit in edits:
        edit.setFont(theme.text_font())
        row.addWidget(edit)
    window.show()
    QApplication.processEvents()

    def show() -> None:
        for edit, text in zip(edits, texts, strict=True):
            edit.setPlainText(text)
        window.repaint()

    result = statistics.median(cpu(show, settle=False) for _ in range(times))
    window.close()
    return result


def open_view(contents: list[PaneContent], found: Comparison | None) -> CompareView:
    """Return a shown compare view that has settled."""
    view = CompareView()
    view.resize(*SIZE)
    view.show()
    view.set_contents(contents)
    view.set_comparison(found)
    for _ in range(400):
        QApplication.processEvents()
    return view


def texts_of(contents: list[PaneContent]) -> tuple[str, str]:
    """Return the two texts."""
    return contents[0].article.text, contents[1].article.text


def pairs(table: Table) -> None:
    """Next pair of 1,000-word articles, and a key press that marks a span."""
    contents = [make_content(1, 1000, 10), make_content(2, 1000, 10)]
    found = make_comparison(texts_of(contents), 12)
    baseline = bare(texts_of(contents))
    view = open_view(contents, found)

    def next_pair() -> None:
        view.set_contents(contents)
        view.set_comparison(found)
        view.repaint()

    figure = statistics.median(cpu(next_pair, settle=False) for _ in range(9))
    table.add("next pair, 1,000 words", f"{figure:.1f} ms", "<= 30 ms prefetched")
    table.add("  bare Qt", f"{baseline:.1f} ms", f"ratio {figure / baseline:.2f}")
    table.add("key press to painted span", f"{marking(view, contents[0]):.1f} ms", "<= 16 ms")
    view.close()


def marking(view: CompareView, content: PaneContent) -> float:
    """Return the milliseconds in which a span is marked, or taken back, and painted."""
    states = [PaneContent(content.article, content.spans[:-1]), content]

    def mark() -> None:
        states.reverse()
        view.update_pane(0, states[0])
        view.repaint()

    return median(mark, 21)


def scrolling(table: Table) -> None:
    """Scroll two 5,000-word articles with 300 spans and 100 passages, locked, with ribbons."""
    contents = [make_content(1, 5000, 300), make_content(2, 5000, 300)]
    view = open_view(contents, make_comparison(texts_of(contents), 100))
    bar = view.pane_scroll_bar(0)
    steps = 300
    frames = sorted(
        cpu(partial(bar.setValue, bar.maximum() * step // steps)) for step in range(steps)
    )
    table.add(
        "scroll frame, 5,000 words, 300 spans",
        f"{statistics.median(frames):.1f} / {frames[int(steps * 0.95)]:.1f} ms",
        "median / 95th percentile <= 16 ms",
    )
    bar.setValue(0)
    table.add("  key press to painted span", f"{marking(view, contents[0]):.1f} ms", "<= 16 ms")
    table.add("  find, first time", f"{cpu(partial(view.find, 'ferry')):.0f} ms", "<= 100 ms")
    view.close()


def memory(table: Table) -> None:
    """Step through pairs: memory after 2,000 beside that after the first 200."""
    work = []
    for number in range(10):
        contents = [make_content(2 * number, 1000, 10), make_content(2 * number + 1, 1000, 10)]
        work.append((contents, make_comparison(texts_of(contents), 12)))
    view = open_view(*work[0])
    used = {}
    for step in range(1, 2001):
        contents, found = work[step % len(work)]
        view.set_contents(contents)
        view.set_comparison(found)
        view.next_passage()
        view.repaint()
        QApplication.processEvents()
        if step in {200, 2000}:
            used[step] = int(Path("/proc/self/statm").read_text().split()[1])
    growth = used[2000] / used[200] - 1
    table.add("memory after 2,000 pairs, beside 200", f"{growth:+.1%}", "<= +10 %")
    view.close()


def long_articles(table: Table) -> None:
    """50,000 words, and one line of 100 kB: first paint and the longest freeze after it."""
    for what, contents in (
        ("50,000 words", [make_content(1, 50_000, 300), make_content(2, 50_000, 300)]),
        ("one line of 100 kB", [one_line(1), one_line(2)]),
    ):
        found = make_comparison(texts_of(contents), 300)
        baseline = bare(texts_of(contents), 2)
        view = open_view([make_content(3, 10, 0), make_content(4, 10, 0)], None)

        def first_paint(view: CompareView, contents: list[PaneContent]) -> None:
            view.set_contents(contents)
            view.repaint()

        first = cpu(partial(first_paint, view, contents))
        passages = cpu(partial(view.set_comparison, found))
        freezes = [cpu(lambda: None) for _ in range(600)]
        jump = cpu(partial(view.go_to_passage, 200))
        table.add(f"first paint, {what}", f"{first:.0f} ms", "<= 500 ms")
        table.add("  bare Qt", f"{baseline:.0f} ms", f"ratio {first / baseline:.2f}")
        table.add("  300 passages painted", f"{passages:.0f} ms", "<= 100 ms")
        table.add("  longest freeze after it", f"{max(freezes):.0f} ms", "<= 100 ms")
        table.add("  going to passage 200", f"{jump:.0f} ms", "<= 100 ms")
        view.close()


def main() -> None:
    """Measure and print."""
    application = QApplication([])
    load_fonts()
    table = Table()
    pairs(table)
    scrolling(table)
    long_articles(table)
    if Path("/proc/self/statm").exists():
        memory(table)
    table.print()
    application.quit()


if __name__ == "__main__":
    main()
