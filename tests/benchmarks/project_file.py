"""How fast the project file is, beside bare SQLite on the same disk in the same run.

    python -m tests.benchmarks.project_file [--articles 1000000] [--folder DIR] [edit open merge …]

Parts: `edit`, `open`, `merge`, `agreement`, `list`. `--folder` should be on the disk that counts;
a million articles of 3 KB need 5 GB there for a while.
"""

import argparse
import random
import resource
import shutil
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from dittomark.annotations import NewArticle, NewPair, Span
from dittomark.ids import random_id
from dittomark.listing import ListFilter
from dittomark.project import Project
from dittomark.team.agreement import agreement
from dittomark.team.merge import merge

_ROUNDS: Final = 1000  # steps of each kind
_MOMENT: Final = "2024-03-01T09:00:00.000000+00:00"
_RELATIONS: Final = ("exact_duplicate", "partially_derived", "same_event", "unrelated")


def main() -> None:
    """Run the parts that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=1_000_000)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("parts", nargs="*", default=list(_PARTS))
    arguments = parser.parse_args()
    folder = Path(tempfile.mkdtemp(dir=arguments.folder))
    try:
        for part in arguments.parts:
            _PARTS[part](folder, arguments.articles)
    finally:
        shutil.rmtree(folder)


def milliseconds(call: Callable[[], object], times: int) -> float:
    """Return the median wall-clock milliseconds of a call: a commit waits for the disk."""
    return statistics.median(seconds(call, times)) * 1000


def seconds(call: Callable[[], object], times: int) -> list[float]:
    """Return the wall-clock seconds of each of so many calls."""
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        call()
        taken.append(time.perf_counter() - began)
    return taken


class _Bare:
    """SQLite without us: a table of rows like spans, with its key, and nothing beside it."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(path, isolation_level=None)
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA synchronous = FULL")
        self._connection.execute(
            "CREATE TABLE spans (id TEXT PRIMARY KEY, article_id TEXT NOT NULL,"
            ' "start" INTEGER NOT NULL, "end" INTEGER NOT NULL, label TEXT NOT NULL,'
            " annotator TEXT NOT NULL, note TEXT NOT NULL, origin TEXT NOT NULL,"
            " created_at TEXT NOT NULL, updated_at TEXT NOT NULL, deleted_at TEXT) STRICT"
        )
        self._article = random_id()
        self._ids = [random_id() for _ in range(3 * _ROUNDS)]
        self.close = self._connection.close

    def add(self) -> None:
        """Add one row, durably."""
        row = (self._ids.pop(), self._article, 10, 19, "caption", "A1", "", "{}", _MOMENT, _MOMENT)
        self._connection.execute("BEGIN IMMEDIATE")
        self._connection.execute(
            "INSERT INTO spans VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)", row
        )
        self._connection.execute("COMMIT")


class _Annotator:
    """Somebody who marks, thinks better of it, and marks again."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self._span = Span("", "", 0, 0, "", "")
        # twenty spans an article, as much as a crowded page has
        ids = project.article_ids()
        self._places = ((article, 40 * n) for article in ids for n in range(20))
        pairs = [(a, b) for apart in range(1, 5) for a, b in zip(ids, ids[apart:], strict=False)]
        project.add_pairs(NewPair(a, b) for a, b in pairs)
        self._pairs = iter(pairs)

    def annotate(self) -> None:
        """Mark the next place."""
        article, start = next(self._places)
        self._span = self.project.annotate_span(
            article, start, start + 9, label="caption", annotator="A1"
        )

    def judge(self) -> None:
        """Say what the next pair is."""
        a, b = next(self._pairs)
        self.project.judge_pair(a, b, relation="same_event", annotator="A1", done=True)

    def edit(self) -> None:
        """Lengthen what was marked last."""
        self.project.edit_span(self._span.id, end=self._span.end + 5)

    def delete(self) -> None:
        """Take away what was marked last."""
        self.project.delete_span(self._span.id)


def edits(folder: Path, _articles: int) -> None:
    """Each kind of step against one bare transaction with synchronous=FULL."""
    bare = _Bare(folder / "bare.db")
    project = filled(folder / "edits.ditto", 1000)
    project.annotator = "A1"  # as in the window: undo takes back one's own steps
    annotator = _Annotator(project)
    steps: dict[str, Callable[[], object]] = {
        "bare transaction": bare.add,
        "judge": annotator.judge,
        "annotate": annotator.annotate,
        "undo": project.undo,
        "redo": project.redo,
        "edit": annotator.edit,
        "delete": annotator.delete,
    }
    for _ in range(_ROUNDS):  # until both write-ahead logs are full-grown and written over
        for call in steps.values():
            call()
    for pause, times in ((0.0, _ROUNDS), (0.01, _ROUNDS // 10)):
        taken: dict[str, list[float]] = {name: [] for name in steps}
        for _ in range(times):  # in turn, so that the disk's moods meet all of them
            for name, call in steps.items():
                time.sleep(pause)
                taken[name] += seconds(call, 1)
        how = f"after {pause * 1000:.0f} ms" if pause else "at once"
        base = statistics.median(taken["bare transaction"])
        for name, times_taken in taken.items():
            figure = statistics.median(times_taken)
            print(
                f"edit    {name:17} {how:12} {figure * 1000:6.3f} ms"
                f"   {figure / base:4.2f} × bare (target ≤ 2)"
            )
    project.close()
    bare.close()


def opening(folder: Path, articles: int) -> None:
    """Opening a large project against one of 1,000 articles."""
    small = filled(folder / "small.ditto", 1000)
    small.close()
    began = time.perf_counter()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    large = filled(folder / "large.ditto", articles)
    large.close()
    taken = time.perf_counter() - began
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    size = large.path.stat().st_size / 1e9
    print(
        f"open    import of {articles:,}: {taken:.0f} s, {size:.2f} GB, {grown:+.0f} MB of memory"
    )

    def open_and_look(path: Path) -> None:
        with Project.open(path) as project:
            project.counts()
            project.queue_ids(annotator="A1", limit=50)
            project.can_undo()

    figures = [
        milliseconds(lambda path=path: open_and_look(path), 15)  # type: ignore[misc]
        for path in (small.path, large.path, small.path, large.path)
    ]
    one, many = min(figures[0], figures[2]), min(figures[1], figures[3])
    print(f"open    1,000 articles {one:.1f} ms, {articles:,} articles {many:.1f} ms:"
          f" {many / one:.2f} × (target ≤ 1.5)")  # fmt: skip
    with Project.open(large.path) as project:
        last = project.listed_article_ids(limit=10)[-1]
        figure = milliseconds(lambda: (project.article(last), project.spans(last)), 20)
        print(f"open    one article with its spans of {articles:,}: {figure:.2f} ms")
    large.path.unlink()


def lists(folder: Path, _articles: int) -> None:
    """A queue of 100,000 pairs: ids in every order, rows as they come into view."""
    with filled(folder / "queue.ditto", 20_000) as project:
        ids = project.article_ids()
        choose = random.Random(1)
        project.add_pairs(
            NewPair(a, b, score=choose.random())
            for a, b in (choose.sample(ids, 2) for _ in range(101_000))
        )
        print(f"list    {project.counts()['pairs']:,} pairs")
        for sort in ("position", "score", "title", "source"):
            wanted = ListFilter(sort=sort)
            figure = milliseconds(lambda w=wanted: project.queue_ids(w, annotator="A1"), 3)  # type: ignore[misc]
            print(f"list    ids by {sort:9} {figure:6.0f} ms")
        some = project.queue_ids(annotator="A1")[50_000:50_060]
        figure = milliseconds(lambda: project.queue_rows(some, annotator="A1"), 20)
        print(f"list    60 rows {figure:.2f} ms")


def merging(folder: Path, _articles: int) -> None:
    """Ten files of 10,000 annotations each."""
    lead = filled(folder / "lead.ditto", 1000)
    ids = lead.article_ids()
    choose = random.Random(2)
    lead.add_pairs(NewPair(a, b) for a, b in (choose.sample(ids, 2) for _ in range(5000)))
    lead.close()
    paths = []
    for number in range(10):
        path = folder / f"annotator-{number}.ditto"
        shutil.copy(lead.path, path)
        with Project.open(path) as project:
            # An edit for each, as in real work, but not waiting for the disk 100,000 times.
            project._open.store.connection.execute("PRAGMA synchronous = OFF")
            annotate_much(project, f"A{number}", 10_000)
        paths.append(path)
    began = time.perf_counter()
    report = merge(folder / "merged.ditto", paths)
    taken = time.perf_counter() - began
    added = report.added["spans"] + report.added["judgements"]
    print(f"merge   10 files, {added:,} annotations: {taken:.1f} s (target ≤ 10)")


def annotate_much(project: Project, annotator: str, number: int) -> None:
    """Mark and judge, half and half."""
    choose = random.Random(annotator)
    ids = project.article_ids()
    pairs = [(pair.a, pair.b) for pair in project.pairs()][: number // 2]
    for place, (a, b) in enumerate(pairs):
        project.judge_pair(a, b, relation=choose.choice(_RELATIONS[2:]), annotator=annotator)
        article, start = ids[place % len(ids)], choose.randrange(2900)
        project.annotate_span(article, start, start + 20, label="caption", annotator=annotator)
    for place in range(number - 2 * len(pairs)):
        article, start = ids[place % len(ids)], choose.randrange(2900)
        project.annotate_span(article, start, start + 30, label="navigation", annotator=annotator)


def agreeing(folder: Path, _articles: int) -> None:
    """Ten annotators, 10,000 pairs each."""
    with filled(folder / "agreement.ditto", 2000) as project:
        ids = project.article_ids()
        choose = random.Random(3)
        pairs = list({tuple(sorted(choose.sample(ids, 2))) for _ in range(10_100)})[:10_000]
        project.add_pairs(NewPair(a, b) for a, b in pairs)
        with project.batch("work", annotator="A"):
            for a, b in pairs:
                truth = choose.choice(("same_event", "unrelated", "exact_duplicate", "unsure"))
                for number in range(10):
                    said = truth if choose.random() < 0.8 else "unrelated"
                    project.judge_pair(a, b, relation=said, annotator=f"A{number}")
        began = time.perf_counter()
        found = agreement(project)
        taken = time.perf_counter() - began
        assert found.relations is not None
        print(
            f"agree   10 annotators × {found.relations.units:,} pairs: {taken:.1f} s (target ≤ 5)"
        )


def filled(path: Path, number: int) -> Project:
    """Return a new project with so many articles of 3 KB."""
    project = Project.create(path)
    project.add_articles(articles(number))
    return project


def articles(number: int) -> Iterator[NewArticle]:
    """Yield articles of 3,000 letters from forty sources."""
    words = [f"word{n}" for n in range(5000)]
    choose = random.Random(4)
    body = " ".join(choose.choices(words, k=3000))
    for place in range(number):
        start = choose.randrange(len(body) - 3000)
        yield NewArticle(
            f"{place} {body[start : start + 2990]}",
            external_id=str(place),
            title=f"Article {place}",
            source=f"Source {place % 40}",
            date=f"2024-01-{1 + place % 28:02d}",
        )


_PARTS: Final[dict[str, Callable[[Path, int], None]]] = {
    "edit": edits,
    "open": opening,
    "list": lists,
    "merge": merging,
    "agreement": agreeing,
}

if __name__ == "__main__":
    print(f"Python {sys.version.split()[0]}, SQLite {sqlite3.sqlite_version}")
    main()
