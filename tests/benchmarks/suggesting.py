"""What suggesters cost: reading and writing by itself, a program that does nothing, a large file.

    python -m tests.benchmarks.suggesting [ARTICLES] [SUGGESTIONS]

Prints seconds of wall time, the ratio to reading and writing the same rows, and peak memory.
"""

import json
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from dittomark.annotations import NewArticle, Suggestion, SuggestionKind
from dittomark.importing import import_into
from dittomark.progress import Report
from dittomark.project import Project
from dittomark.suggesting.programs import Program, ProgramSuggester
from dittomark.suggesting.protocol import span
from dittomark.suggesting.running import run_suggester
from dittomark.suggesting.view import ProjectView

LINE = "The ferry sank in the river on Monday and three people are still missing. "
COPY = "import sys\nfor line in sys.stdin: pass\n"


class Nothing:
    """Reads every article and says one thing of each."""

    key = name = "nothing"
    version = "1"
    kinds: frozenset[SuggestionKind] = frozenset({"span"})

    def suggest(self, view: ProjectView, _report: Report) -> Iterator[Suggestion]:
        """Yield the first word of every article."""
        for article in view.wanted_articles():
            yield span(article.id, 0, 3, "navigation", score=0.5)


def main() -> None:
    """Measure, and print a line for each."""
    articles, suggestions = (int(word) for word in (*sys.argv[1:], "10000", "1000000")[:2])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with Project.create(folder / "work.ditto") as project:
            project.add_articles(
                NewArticle(f"{number} {LINE * 27}", external_id=f"n{number}")
                for number in range(articles)
            )
            plain = _timed(lambda: _read_and_write(project))
            project.withdraw_suggestions("plain")
            own = _timed(lambda: run_suggester(project, Nothing()))
            (folder / "nothing.py").write_text(COPY, "utf-8")
            program = Program("program", (sys.executable, str(folder / "nothing.py")), _KINDS)
            piped = _timed(lambda: run_suggester(project, ProgramSuggester(program)))
            print(f"{articles} articles: read and write {plain:.2f} s")
            print(f"  a suggester that does nothing {own:.2f} s, {own / plain:.2f} ×")
            print(f"  a program that reads everything {piped:.2f} s, {piped / plain:.2f} ×")
            path = folder / "predictions.jsonl"
            _write(path, articles, suggestions)
            before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
            took = _timed(lambda: import_into(project, path))
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
            print(f"{suggestions} suggestions of a file: {took:.1f} s, {peak / 1024:.0f} MB")
            print(f"  ({before / 1024:.0f} MB before)")


_KINDS: frozenset[SuggestionKind] = frozenset({"span"})


def _timed(work: object) -> float:
    start = time.perf_counter()
    work()  # type: ignore[operator]
    return time.perf_counter() - start


def _read_and_write(project: Project) -> None:
    """Read every article and write a row for it, with nothing in between."""
    project.add_suggestions(
        Suggestion(
            "", "span", "plain", "1", 0.5, article_id=article.id, start=0, end=3, label="navigation"
        )
        for article in project.articles()
    )


def _write(path: Path, articles: int, suggestions: int) -> None:
    with path.open("w", encoding="utf-8") as stream:
        for number in range(suggestions):
            row: dict[str, object] = {
                "type": "suggestion",
                "kind": "span",
                "external_id": f"n{number % articles}",
            }
            start = number // articles
            row |= {"start": start, "end": start + 5, "label": "navigation", "score": 0.5}
            stream.write(json.dumps({**row, "suggester": "mine", "version": "1"}) + "\n")


if __name__ == "__main__":
    main()
