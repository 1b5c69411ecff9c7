"""Speed and memory of export and import: `python -m tests.benchmarks.formats FOLDER [FORMAT…]`.

A project of 10,000 articles of 2,000 characters with a span and a judged pair each, exported in
every format, and the JSONL imported into a new project. CPU seconds, and the most memory that
Python allocates meanwhile; `bare` is json.dumps and write of the same rows read by sqlite3 alone.
"""

import argparse
import json
import random
import sqlite3
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path

from dittomark import exporting, importing
from dittomark.annotations import HUMAN, NewArticle, NewPair, Span
from dittomark.errors import UserError
from dittomark.messages import Message
from dittomark.operations.imported_records import (
    ImportedJudgement,
    Located,
    PairWithJudgements,
    SourceLocation,
)
from dittomark.project import Project

ARTICLES = 10_000
LENGTH = 2_000
_WORDS = [
    "নদী",
    "বাঁধ",
    "জেলা",
    "প্রশাসন",
    "খবর",
    "গতকাল",
    "মানুষ",
    "সেতু",
    "কাজ",
    "শেষ",
    "হবে",
    "জানিয়েছে",
    "আগামী",
    "মাসে",
    "সড়ক",
    "কৃষক",
    "ফসল",
    "বন্যা",
    "পানি",
    "গ্রাম",
    "শহর",
    "মন্ত্রী",
    "বলেন",
    "স্কুল",
    "শিক্ষক",
    "পরীক্ষা",
    "ফল",
    "প্রকাশ",
    "আজ",
    "সকালে",
    "বাজার",
    "দাম",
    "বেড়েছে",
    "চাল",
    "ডাল",
]


def _text(chooser: random.Random) -> str:
    text = ""
    while len(text) < LENGTH:
        text += " ".join(chooser.choices(_WORDS, k=12)) + "।\n"
    return text[:LENGTH]


def _articles(count: int) -> Iterator[NewArticle]:
    chooser = random.Random(7)
    for n in range(count):
        source, date = f"outlet {n % 20}", f"2023-09-{n % 28 + 1:02}"
        title = f"শিরোনাম {n}"
        yield NewArticle(
            _text(chooser), f"a{n}", title=title, source=source, date=date, language="bn"
        )


def make(path: Path, *, articles: int = ARTICLES) -> Project:
    """Return a project with a span and a judged pair for each article."""
    project = Project.create(path)
    ids = project.add_articles(_articles(articles)).added
    pairs = [(ids[n], ids[(n + 1) % len(ids)]) for n in range(len(ids))]

    here = SourceLocation("made up", None)

    def annotations() -> Iterator[Located]:
        for article in ids:
            yield Span("", article, 20, 60, "navigation", "A"), here
        said = ImportedJudgement("A", {"relation": "unrelated", "done": True}, HUMAN)
        for a, b in pairs:
            yield PairWithJudgements(NewPair(a, b, score=0.5), (said,)), here

    def refuse(_place: SourceLocation, why: Message) -> None:
        raise AssertionError(why)

    project.add_dataset((), annotations(), refuse=refuse)
    return project


def bare_export(path: Path, out: Path) -> None:
    """Write the same rows as JSON lines with nothing but sqlite3 and json."""
    connection = sqlite3.connect(path)
    connection.row_factory = sqlite3.Row
    with out.open("w", encoding="utf-8") as stream:
        for sql in (
            "SELECT * FROM articles JOIN texts ON texts.article = articles.seq",
            "SELECT * FROM spans",
            "SELECT * FROM pairs",
            "SELECT * FROM judgements",
        ):
            for row in connection.execute(sql):
                stream.write(json.dumps(dict(row), ensure_ascii=False) + "\n")
    connection.close()


def cpu(work: Callable[[], object]) -> float:
    """Return the CPU seconds that the work takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def peak_mb(work: Callable[[], object]) -> float:
    """Return the most memory that Python allocates during the work, in MB."""
    tracemalloc.start()
    work()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / 1e6


def measure_exports(project: Project, folder: Path, formats: list[str]) -> None:
    """Print how long each format takes to write."""
    bare = min(cpu(lambda: bare_export(project.path, folder / "bare.jsonl")) for _ in range(3))
    print(f"{ARTICLES:,} articles × {LENGTH:,} characters; bare json.dumps: {bare:.2f} s")
    print(f"{'format':16}{'export s':>10}{'× bare':>8}{'MB':>8}")
    for name in formats:
        out = folder / f"out-{name}{exporting.FORMATS[name].ending}"

        def work(name: str = name, out: Path = out) -> None:
            exporting.export(project, format=name, out=out)

        try:
            seconds = min(cpu(work) for _ in range(2))
        except UserError as error:  # spaCy is not among the tools of this environment
            print(f"{name:16} {error}")
            continue
        print(f"{name:16}{seconds:10.2f}{seconds / bare:8.2f}{peak_mb(work):8.1f}", flush=True)


def measure_import(folder: Path, exported: Path) -> None:
    """Print how long the JSONL takes to come back."""

    def into(name: str) -> None:
        with Project.create(folder / f"{name}.ditto") as project:
            report = importing.import_into(project, exported)
        assert report.failed == 0
        assert len(report.added) == ARTICLES

    print(f"import of the jsonl: {cpu(lambda: into('one')):.2f} s", end="")
    print(f", {peak_mb(lambda: into('two')):.1f} MB")


def main(folder: Path, formats: list[str]) -> None:
    """Make the project in a folder of its own, measure, print."""
    with tempfile.TemporaryDirectory(dir=folder) as name:
        place = Path(name)
        with make(place / "big.ditto") as project:
            measure_exports(project, place, formats)
        if "jsonl" in formats:
            measure_import(place, place / "out-jsonl.jsonl")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="an existing folder on the disk to measure")
    parser.add_argument("formats", nargs="*", metavar="FORMAT", default=list(exporting.FORMATS))
    arguments = parser.parse_args()
    main(arguments.folder, arguments.formats)
