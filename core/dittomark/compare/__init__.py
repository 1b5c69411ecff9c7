"""The compare engine: pure functions from texts to a `Comparison`.

`dittomark.compare` is this package and can be called: `dittomark.compare(text_a, text_b)` (see
`docs/decisions/0002-compare-is-a-callable-package.md`). No heavy module is imported before the
first comparison.

To follow the engine, read `engine` and `pair`, then the steps in order: `tokens` (with
`tokenised`), `seeds`, `chains`, `segments`, `settled` (with `overlaps`, `grouping`, `groups`,
`uniting`, `rewrites`, `contrast` and `edges`), `evidence` (with `stock` and `names`), `onward`,
`passages` (with `edits`), `numbers`. `summaries` finds passages that condense a longer stretch. `layers`
computes the other results when they are first read: `derived`, `repeats`, `similar_sentences`,
`terms` (both with `traits`). `comparison` defines the result, with fields `on_demand`; `settings` the parameters;
`arrays` sorts; `collector` pauses Python's cycle collector. Some steps have a C file with the same
rules, which is faster; `steps` decides whether it is used.
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

_DEFAULT = Settings()


def compare(
    *texts: str,
    settings: Settings | None = None,
    boilerplate: Sequence[Sequence[tuple[int, int]]] | None = None,
    stock: "StockPhrases | None" = None,
    report: Report | None = None,
) -> Comparison:
    """Compare two to four texts (or find the repeats of one).

    `settings` defaults to `Settings()`. `boilerplate` holds, for each text, spans in code points
    that coverage leaves out. `stock` holds the phrases of the whole collection; passages that
    consist of these are marked weak. `report(done, total)` is called between steps and may raise
    `dittomark.errors.Cancelled`.

    Passages and coverage are computed at once. Shares derived, repeats, similar sentences and
    shared terms are computed when they are first read, which takes as long again; `complete()`
    computes them all.

    All offsets in the result are code points of the texts as given, on grapheme boundaries. The
    result depends only on the arguments. Raises `ValueError` for no text or more than four, and if
    `boilerplate` has not one list for each text.
    """
    from dittomark.compare.engine import compare_texts

    with collector_paused():
        return compare_texts(
            texts,
            settings=settings or _DEFAULT,
            boilerplate=boilerplate,
            stock=stock,
            report=report,
        )


class _CallableModule(ModuleType):
    def __call__(self, *texts: str, **options: Any) -> Comparison:  # noqa: ANN401  (as `compare`)
        return compare(*texts, **options)


sys.modules[__name__].__class__ = _CallableModule
