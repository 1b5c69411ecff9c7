"""What a project knows that helps to compare two of its articles: the corpus's stock phrases.

    compare(a.text, b.text, stock=stock_phrases(project.path))

The candidate index beside the project counts them (`corpus.phrases`); where there is none, all
phrases count as evidence.
"""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from dittomark.compare import Comparison, compare
from dittomark.progress import Report
from dittomark.system.cache_paths import PHRASES, index_path

if TYPE_CHECKING:
    from dittomark.compare.stock import StockPhrases


def compare_in_project(
    texts: Sequence[str], project_path: Path, report: Report | None = None
) -> Comparison:
    """Compare one to four texts of a project's articles, and find everything that can be shown.

    See `dittomark.compare`.
    """
    return compare(*texts, stock=stock_phrases(project_path), report=report).complete(report)


def stock_phrases(project_path: Path) -> "StockPhrases | None":
    """Return the stock phrases of a project, None if they were not counted.

    They are read when they changed since the last call. Any thread may ask.
    """
    changed = stock_changed(project_path)
    return _load(index_path(project_path), changed) if changed else None


def stock_changed(project_path: Path) -> int:
    """Return when the stock phrases were last counted, 0 for never: a number to compare by."""
    try:
        return (index_path(project_path) / PHRASES).stat().st_mtime_ns
    except OSError:
        return 0


@lru_cache(maxsize=1)
def _load(path: Path, _changed: int) -> "StockPhrases | None":
    from dittomark.compare.stock import StockPhrases
    from dittomark.corpus.index.shelf import counted_phrases

    counted = counted_phrases(path)
    return None if counted is None else StockPhrases(*counted)
