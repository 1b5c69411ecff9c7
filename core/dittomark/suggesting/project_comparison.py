"""Comparing a project's articles with knowledge of the corpus: its stock phrases.

    compare(a.text, b.text, stock=stock_phrases(project.path))

The candidate index next to the project counts them (`corpus.phrases`); without an index, all
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
    """Compare one to four texts of a project's articles, with everything that can be displayed.

    See `dittomark.compare`.
    """
    return compare(*texts, stock=stock_phrases(project_path), report=report).complete(report)


def stock_phrases(project_path: Path) -> "StockPhrases | None":
    """Return the stock phrases of a project, None if they were not counted.

    They are read again if they changed since the last call. May be called in any thread.
    """
    changed = stock_changed(project_path)
    return _load(index_path(project_path), changed) if changed else None


def stock_changed(project_path: Path) -> int:
    """Return a time stamp of the last count of stock phrases, 0 for never."""
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
