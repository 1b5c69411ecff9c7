"""The compare engine: pure functions from texts to a `Comparison`.

`dittomark.compare` is this package and can be called: `dittomark.compare(text_a, text_b)` (see
`docs/decisions/0002-compare-is-a-callable-package.md`). Nothing heavy is imported before a
comparison is made.

To follow the engine, read `engine`, `pair`, then its steps in order: `tokens` (with `tokenised`),
`seeds`, `chains`, `segments`, `overlaps`, `grouping` (with `groups`, `uniting` and `rewrites`),
`edges`, `evidence` (with `stock`), `onward`, `passages` (with `edits`), `numbers`. `layers` finds the rest when
it is asked for: `derived`, `repeats`, `similar_sentences`, `terms`. `comparison` is what comes out,
with fields `on_demand`; `settings` is what can be set; `arrays` sorts, `collector` keeps
Python's collector out. Some steps have a C file beside their rules, which does the same in less time
where it is compiled; `steps` tells.
"""

import sys
from collections.abc import Sequence
from types import ModuleType
from typing import TYPE_CHECKING, Any

from dittomark.compare.collector import collector_paused
from dittomark.compare.comparison import (
    ComparedArticle,
    Comparison,
    Locus,
    Passage,
    Repeat,
    SharedTerm,
    SimilarSentence,
    WordEdit,
)
from dittomark.compare.settings import GROUPINGS, Grouping, Settings
from dittomark.progress import Report

if TYPE_CHECKING:
    from dittomark.compare.stock import StockPhrases

__all__ = [
    "GROUPINGS",
    "ComparedArticle",
    "Comparison",
    "Grouping",
    "Locus",
    "Passage",
    "Repeat",
    "Settings",
    "SharedTerm",
    "SimilarSentence",
    "WordEdit",
    "compare",
]


def compare(
    *texts: str,
    settings: Settings | None = None,
    boilerplate: Sequence[Sequence[tuple[int, int]]] | None = None,
    stock: "StockPhrases | None" = None,
    report: Report | None = None,
) -> Comparison:
    """Compare two to four texts (or look for repeats in one).

    `settings` defaults to `Settings()`. `boilerplate` holds, for each text, spans in code points
    that coverage leaves out. `stock` knows the phrases of the whole collection; passages that
    consist of those are marked weak. `report(done, total)` is called between steps and may raise
    `dittomark.errors.Cancelled`.

    Passages and coverage are found at once. Shares derived, repeats, similar sentences and shared
    terms are found when they are first read, which takes as long again; `complete()` finds them all.

    All offsets in the answer are code points of the texts as given, on grapheme borders. The answer
    depends on nothing but the arguments. Raises `ValueError` for more than four texts, or none.
    """
    from dittomark.compare.engine import compare_texts

    with collector_paused():
        return compare_texts(
            texts,
            settings=settings or Settings(),
            boilerplate=boilerplate,
            stock=stock,
            report=report,
        )


class _CallableModule(ModuleType):
    def __call__(self, *texts: str, **options: Any) -> Comparison:  # noqa: ANN401  (as `compare`)
        return compare(*texts, **options)


sys.modules[__name__].__class__ = _CallableModule
