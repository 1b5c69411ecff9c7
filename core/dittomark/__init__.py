"""Dittomark's core: compare articles, keep a project file, read and write datasets.

`dittomark.compare(text_a, text_b)` compares; `dittomark.Project` is a project file. Both are
imported when they are first asked for, so that `import dittomark` costs nothing. Nothing here knows
of a window; see `dittomark_gui` for that.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dittomark.compare import compare
    from dittomark.project import Project

__all__ = ["Project", "compare"]


def __getattr__(name: str) -> Any:  # noqa: ANN401  (whatever the name stands for)
    if name == "compare":
        # The package of that name, which can be called; see docs/decisions.
        import dittomark.compare as module

        return module
    if name == "Project":
        from dittomark.project import Project

        return Project
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
