"""Dittomark: compare news articles, store annotations of them, read and write datasets.

Compare
    compare(text_a, text_b)     the passages that two to four texts share: a `Comparison`
    Settings                    the definition of a passage

Keep
    Project                     one `.ditto` file: open or create it, annotate, judge, undo
    LabelScheme, Label          the labels and relations of a project
    NewArticle, Article         a text with its metadata, before and after it is in a project
    Span, Pair, Judgement, Event, Suggestion
                                the annotations of articles

Read and write
    import_into(project, paths) files, folders and archives in
    export(project, format=…, out=…)
                                a dataset out, in the formats of other tools

Errors
    UserError                   one sentence that says what to do; `ProjectFileError`,
                                `InvalidAnnotationError` and `NotFoundError` are kinds of it
    Cancelled                   raised by a `report(done, total)` of yours to stop long work

Offsets are code points of the untouched text, `[start, end)`, everywhere. Every operation of a
project is on disk when it returns. No window, no network, no global state: the window is the
package `dittomark_gui`, a distribution of its own.

    import dittomark

    with dittomark.Project.create("work.ditto") as project:
        dittomark.import_into(project, "articles/")
        a, b, *_ = project.articles()
        found = dittomark.compare(a.text, b.text)
        project.judge_pair(a.id, b.id, relation="same_event", annotator="A1")
        dittomark.export(project, format="jsonl", out="dataset.jsonl")

Each name is imported on first use, so that `import dittomark` costs nothing.
"""

import importlib
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from dittomark.annotations import (
        Article,
        Event,
        Judgement,
        NewArticle,
        Pair,
        Span,
        Suggestion,
    )
    from dittomark.compare import compare
    from dittomark.compare.comparison import Comparison
    from dittomark.compare.settings import Settings
    from dittomark.errors import (
        Cancelled,
        InvalidAnnotationError,
        NotFoundError,
        ProjectFileError,
        UserError,
    )
    from dittomark.exporting.run import export
    from dittomark.importing.run import import_into
    from dittomark.labels import Label, LabelScheme
    from dittomark.project import Project

__all__ = [
    "Article",
    "Cancelled",
    "Comparison",
    "Event",
    "InvalidAnnotationError",
    "Judgement",
    "Label",
    "LabelScheme",
    "NewArticle",
    "NotFoundError",
    "Pair",
    "Project",
    "ProjectFileError",
    "Settings",
    "Span",
    "Suggestion",
    "UserError",
    "compare",
    "export",
    "import_into",
]

# The module of each name. `compare` is missing: it is the package of that name, which can be called
# (docs/decisions/0002-compare-is-a-callable-package.md).
_HOMES: Final = {
    "annotations": (
        "Article",
        "Event",
        "Judgement",
        "NewArticle",
        "Pair",
        "Span",
        "Suggestion",
    ),
    "compare.comparison": ("Comparison",),
    "compare.settings": ("Settings",),
    "errors": (
        "Cancelled",
        "InvalidAnnotationError",
        "NotFoundError",
        "ProjectFileError",
        "UserError",
    ),
    "exporting.run": ("export",),
    "importing.run": ("import_into",),
    "labels": ("Label", "LabelScheme"),
    "project": ("Project",),
}


def __getattr__(name: str) -> Any:  # noqa: ANN401  (whatever the name stands for)
    if name == "compare":
        return importlib.import_module("dittomark.compare")
    for module, names in _HOMES.items():
        if name in names:
            found = getattr(importlib.import_module(f"dittomark.{module}"), name)
            globals()[name] = found
            return found
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
